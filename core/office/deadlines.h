/* deadlines.h — the index of deadlines as a whole: computed anew after the calendar moved, and proved equal to the engine. */
#ifndef OFFICE_DEADLINES_H
#define OFFICE_DEADLINES_H

#include "office/backup.h"
#include "office/verb.h"

struct deadline_move {
	const char *kind, *id, *clock; /* request 2026-0017 answer */
	const char *name;              /* whose, of a third party's, an agency's or a unit's limit; NULL */
	daynum was, is;                /* DAY_NONE: none */
	bool was_provisional, provisional;
};
/* 答复期限 … 公开期限, of the names in the index. */
const char *deadline_clock_label(const char *clock);
struct deadline_moves {
	size_t n;
	struct deadline_move *rows;
};

/* Inside a verb: rewrites every row of the index from the engine with the office's calendar; what differed is in *out. */
bool deadlines_rewrite(struct office *o, struct arena *a, struct deadline_moves *out, struct err *e) CHECKED;
/* Inside the verb that changed the calendar, with the new one in the office: rewrites the index, and tells every date that stands on a screen
 * today and is another one, or final, now: the clocks of a case that run, each third party's of its own, and the open duty of an
 * information. `before`: what counted until now. The limits for our evidence are the caller's: they are kept with the appeal. */
bool deadlines_redate(struct office *o, struct calendar *before, struct arena *a, struct deadline_moves *out, struct err *e) CHECKED;
/* For `gwgk check`: the same in small transactions that are rolled back, so that nobody waits long. */
bool deadlines_check(struct office *o, struct check_report *r, struct err *e) CHECKED;

/* `gwgk check --fix` */
extern const struct verb office_reindex_verb;

#endif
