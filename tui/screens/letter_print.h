/* letter_print.h — where an issued letter shall go: asked, confirmed, and done by a job while the desk goes on. */
#ifndef TUI_SCREENS_LETTER_PRINT_H
#define TUI_SCREENS_LETTER_PRINT_H

#include "tui/job.h"

struct letter_printing {
	struct screen *screen; /* the one that prints */
	int64_t letter_id;
	const char *ref, *target, *queue; /* in the screen's arena */
	bool again;            /* it has been on paper: the next one is a copy and marked so */
	struct job job;
};

/* On the top screen: which printer or file, then the confirmation, then the job. */
void letter_print_choose(struct letter_printing *p, struct screen *s, int64_t letter_id);
/* Call from the screen's event() and close(). */
void letter_printing_event(struct letter_printing *p, const struct event *ev);
void letter_printing_close(struct letter_printing *p);

#endif
