/* ledger.h — how a date was counted, one line a day, so that a clerk can defend it in a review. */
#ifndef LAW_LEDGER_H
#define LAW_LEDGER_H

#include "law/clock.h"

enum line_kind { LINE_START, LINE_WORK, LINE_MAKEUP, LINE_WEEKEND, LINE_HOLIDAY, LINE_EXCLUDED, LINE_WAITING };
struct clock_line {
	daynum date;
	enum line_kind kind;
	const char *name;   /* holiday, whom one waits for, what started; NULL for none */
	const char *because; /* its article, of a start also the days it gives: 次日起20个工作日，条例33(二); NULL for none */
	const char *event;  /* what else was done that day: 延期答复, 征求第三方意见：甲公司; NULL for none */
	int counted, limit; /* n of its period's days on counted days; 0 = not counted */
	bool provisional;   /* no notice for this day yet */
};
struct clock_ledger {
	size_t n;
	struct clock_line *lines;
	daynum due;         /* DAY_NONE when stopped */
	int limit;
	bool moving;
	const char *note;   /* the boundary in words when something was excluded; NULL */
};
const char *line_kind_name(enum line_kind kind);  /* start work makeup weekend holiday excluded waiting */
const char *line_kind_label(enum line_kind kind); /* 起算日 工作日 … */
/* Name, reason and event as one text: 征求第三方意见：甲公司（条例33(三)）; NULL for none. */
const char *clock_line_note(const struct clock_line *line, struct arena *a);
/* From the first receipt to the due date (stopped: to today; done: to its day or the due date, whichever is later). */
void clock_explain(const struct calendar *c, const struct ruleset *r, const struct clock_event *ev, size_t n, daynum today, struct arena *a,
	struct clock_ledger *out);
/* The same for a plain period. */
void clock_explain_period(const struct calendar *c, daynum start, int n, bool calendar_days, bool roll, struct arena *a,
	struct clock_ledger *out);

#endif
