/* job.h — our own program run beside the desk, for what may take seconds: drawing, printing, asking the print server. The desk goes
 * on painting; EVENT_CHILD brings what the program says, at its end the screen gets it whole.
 *
 *	job_start(&st->job, app, (const char *[]){"letter", "print", ref, "--printer", q, NULL}, &e)
 *	… in event(): if (job_event(&st->job, ev)) … job.text, job.failed …
 *	… in close(): job_close(&st->job)
 *
 * The program is the `gwgk` beside our own executable, opened on the same office file as the same operator and on the same day; it
 * writes through verbs like any other process. Closing the screen leaves it to finish its work. */
#ifndef TUI_JOB_H
#define TUI_JOB_H

#include "base/str.h"
#include "tui/app.h"

struct job {
	struct app *app;
	struct arena arena;
	struct str out;
	int fd;          /* while running */
	int pid;
	bool running, failed;
	const char *text; /* what it said, ended; lines parted by \n, without the program's name before an error */
};

/* args: after the global options; NULL-terminated. False: it could not be started. One at a time. */
bool job_start(struct job *j, struct app *app, const char *const *args, struct err *e) CHECKED;
/* Has the job ended with this event? */
bool job_event(struct job *j, const struct event *ev);
void job_close(struct job *j);

#endif
