/* clock_private.h — what clock.c, clock_subs.c and ledger.c share. */
#ifndef LAW_CLOCK_PRIVATE_H
#define LAW_CLOCK_PRIVATE_H

#include "law/clock.h"

/* A case under evaluation. */
struct run {
	const struct calendar *c;
	const struct ruleset *r;
	const struct clock_event *ev;
	size_t n;
	daynum as_of; /* DAY_NONE: no day is known */
	struct clock *k;
};

/* A consultation: the days in (from, to] are not counted. */
struct span {
	daynum from, to;
	daynum reached, answered, limit; /* DAY_NONE = unknown */
	bool open;                       /* unanswered, and its limit is not over */
	const char *name;
};

struct run run_new(const struct calendar *c, const struct ruleset *r, const struct clock_event *ev, size_t n, daynum as_of, struct clock *k);
/* Takes event i; false when it changes nothing for the answer clock. */
bool run_step(struct run *m, size_t i);
/* Due date, provisional and moving, after the last event. */
void run_finish(struct run *m);

/* Event i begins a consultation of either kind; false for other events. Without regard to whether its time is excluded. */
bool span_read(const struct run *m, size_t i, daynum as_of, struct span *out);
/* As span_read, but only where the rule set excludes the time. */
bool span_excluded(const struct run *m, size_t i, daynum as_of, struct span *out);
/* Last day of the counter-clocks that event i starts. */
daynum clarify_limit(const struct run *m, const struct clock_event *e);
daynum fee_limit(const struct run *m, const struct clock_event *e);

#endif
