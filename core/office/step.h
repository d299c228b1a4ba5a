/* step.h — a verb of the legal procedure (law/procedure.h) done to a matter: what the office knows about it as facts, whether the
 * verb may happen, and what every step leaves behind: its event, the new state, the rewritten deadline index. */
#ifndef OFFICE_STEP_H
#define OFFICE_STEP_H

#include "office/matter.h"

/* enum proc_fact, as of `day`. DAY_NONE: what may be recorded today, be it of an earlier day. */
bool step_facts(struct office *o, const struct matter_case *c, daynum day, struct arena *a, unsigned *facts, struct err *e) CHECKED;
/* For verb.can: ERR_RULE with the reason. `verb` without the noun. */
bool step_can(struct office *o, int64_t matter_id, const char *verb, struct err *why);

struct step {
	struct verb_call *call;
	struct office *office;
	struct arena *arena;
	struct matter_case c;
	const struct proc_step *row;
	unsigned facts;
};
/* Loads the case and finds the row of the verb being run; ERR_RULE with the reason. */
bool step_begin(struct verb_call *call, struct step *s, struct err *e) CHECKED;
/* The same with facts that are known to hold: an override of the close-out check. */
bool step_can_with(struct office *o, int64_t matter_id, const char *verb, unsigned more, struct err *why);
bool step_begin_as(struct verb_call *call, const char *verb, unsigned more, struct step *s, struct err *e) CHECKED;
/* Writes the event (ev may be NULL; its kind is the row's unless set) and the state the row leads to, and re-indexes. `closed`: the day
 * the matter is closed, DAY_NONE = as before. The case is loaded anew. */
bool step_end(struct step *s, const struct event_row *ev, daynum closed, struct err *e) CHECKED;
/* "2026-0017 答复期限 2026-04-28*", or where it waits: what a step's result line ends with. */
const char *step_result(const struct step *s, const char *done);

/* Does the matter's own record leave gaps that start the clarification clock? */
bool matter_gaps(struct office *o, const struct matter *m, struct arena *a, bool *gaps, struct err *e) CHECKED;

#endif
