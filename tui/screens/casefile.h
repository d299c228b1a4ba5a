/* casefile.h — 导出案卷 from the page of a case: as a folder or one PDF, under a free name, with a reason; done by a job. */
#ifndef TUI_SCREENS_CASEFILE_H
#define TUI_SCREENS_CASEFILE_H

#include "tui/job.h"

struct casefile_export {
	struct screen *screen;
	struct arena arena;
	const char *noun, *number, *path, *reason;
	bool pdf, incomplete;
	struct job job;
};
/* reason: proposed, "" for none. The power and the reason are asked for before anything is gathered. */
void casefile_export_ask(struct casefile_export *x, struct screen *s, int64_t matter_id, const char *reason);
/* Call from the screen's event() and close(). */
void casefile_export_event(struct casefile_export *x, const struct event *ev);
void casefile_export_close(struct casefile_export *x);

#endif
