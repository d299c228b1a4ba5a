/* job.h — our own program run beside the desk, for what may take seconds: drawing, printing, asking the print server. The desk goes
 * on painting; EVENT_CHILD brings what the program says, at its end the screen gets it whole.
 *
 *	job_run(&st->job, app, (const char *[]){"letter", "print", ref, "--printer", q, NULL}, _("排版 …"))
 *	… in event(): if (job_event(&st->job, ev)) job_tell(&st->job);      or: job.text, job.failed
 *	… in close(): job_close(&st->job)
 *
 * The program is the `gwgk` beside our own executable, opened on the same office file as the same operator and on the same day; it
 * writes through verbs like any other process. Closing the screen leaves it to finish its work, and the desk tells what came of it: what runs
 * stands in the message line while that is empty, and what does not fit it, or came when its screen was gone, until it was read. */
#ifndef TUI_JOB_H
#define TUI_JOB_H

#include "base/str.h"
#include "tui/app.h"

struct job {
	struct app *app;
	struct arena arena;
	struct str out;
	const char *doing; /* what the message line says of it; NULL: nothing */
	char at[64];       /* how far it is: "已排版 57/108"; "" unknown */
	struct job *next; /* in app->jobs: those that have such a line and run */
	bool left;        /* its screen is closed */
	int fd;          /* while running */
	int pid;
	bool running, failed;
	const char *text; /* what it said, ended; lines parted by \n, without the program's name before an error */
};

/* args: after the global options; NULL-terminated. False: it could not be started. One at a time. */
bool job_start(struct job *j, struct app *app, const char *const *args, struct err *e) CHECKED;
/* The same; said in the message line as 正在… while it runs, a refusal said at once. False: refused. */
bool job_run(struct job *j, struct app *app, const char *const *args, const char *doing);
/* Has the job ended with this event? */
bool job_event(struct job *j, const struct event *ev);
/* What the program says of its progress is a line of its own before the rest, marked by this first byte. */
enum { JOB_PROGRESS = 0x1e };
/* Says what came of an ended job. */
void job_tell(struct job *j);
void job_close(struct job *j);

/* For the app: a child said something, the jobs left by their screens look whether it is theirs; at its end they are forgotten. */
void jobs_left_event(struct app *app, const struct event *ev);
void jobs_free(struct app *app);

#endif
