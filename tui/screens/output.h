/* output.h — where paper shall go: a printer or a file, asked, confirmed, and handed to whoever makes it. For letters, forms, lists and case files. */
#ifndef TUI_SCREENS_OUTPUT_H
#define TUI_SCREENS_OUTPUT_H

#include "tui/job.h"

struct output {
	struct screen *screen;
	struct arena *arena;   /* lives until the paper is on its way */
	const char *what;      /* "L2026-0017", "12 份文书", "今日办件清单" */
	const char *name;      /* proposed for a file, without its ending */
	const char *note;      /* beside the printer; NULL */
	const char *warning;   /* the last line of the confirmation; NULL */
	size_t n;              /* how many documents */
	int copies;            /* of each, proposed; the clerk may change it */
	/* more: {"--printer", queue, "--copies", "2", NULL} or {"--to", "pdf", "--out", path, NULL}; valid during the call only */
	void (*go)(void *ctx, const char *const *more);
	void *ctx;
	const char *target, *queue; /* of output.c */
};
/* All but target and queue are set. */
void output_ask(struct output *o);

/* Where a typed file name leads (office/place.h); NULL with the reason. A name that is taken is refused. */
const char *output_place(struct app *app, const char *typed, struct err *e);

/* One thing printed by a command of our own: forms, lists. Embedded in a screen's state. */
struct output_job {
	struct output out;
	struct arena arena;
	const char **args;
	size_t nargs;
	struct job job;
};
/* args: the command without its target. Copied. */
void output_job_ask(struct output_job *j, struct screen *s, const char *const *args, size_t nargs, const char *what, const char *name, int copies);
/* 今日办件清单. */
void output_today(struct output_job *j, struct screen *s);
/* Call from the screen's event() and close(). */
void output_job_event(struct output_job *j, const struct event *ev);
void output_job_close(struct output_job *j);

#endif
