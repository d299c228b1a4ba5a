/* child.h — one run of gwgk-paper, inside core/paper. */
#ifndef PAPER_CHILD_H
#define PAPER_CHILD_H

#include "base/str.h"
#include "paper/render.h"

struct child {
	const char *const *args; /* after the program's name; NULL-terminated */
	const char *const *in;   /* pieces for standard input, written one after another */
	const size_t *inlen;
	size_t nin;
	int timeout_ms;
	size_t docs;             /* its `page` lines are told to struct paper's progress, as so many of these; 0: not */
	struct arena *arena;
	/* results */
	struct str out, status;
	int exit;                /* of the program; -1 = killed by a signal or by us */
	bool timed_out;
};

/* False only when the program could not be run at all. */
bool child_run(const struct paper *p, struct child *c, struct err *e);
/* The args every mode takes, appended to args[*n]: --fonts, --cache. */
void child_common(const struct paper *p, struct arena *a, const char **args, size_t *n);

/* One status line, cut into words ("" where there are fewer). `at` walks over c->status. */
enum { STATUS_WORDS = 10 };
struct status_line {
	const char *word[STATUS_WORDS];
};
/* The i-th word as a number; 0 where it is none. */
int status_int(const struct status_line *l, size_t i);
bool status_next(const struct child *c, size_t *at, struct status_line *out);
/* Ended well? Else sets e from its `error` and `missing` lines, the time-out or the exit status; `what` says what was tried. */
bool child_check(const struct child *c, const char *what, struct err *e);

#endif
