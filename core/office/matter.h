/* matter.h — what requests and corrections share: a number, the dates receipt follows from, a state, events and their clocks.
 *
 * The day of receipt is derived from the channel and its dates (law/ruleset.h) and unknown until then; in the moment it becomes known
 * the rule set and the boundary of exclusions are frozen on the case. Everything else about time is computed from the events by
 * law/clock.h whenever it is asked; the table `deadline` is an index of it for lists. */
#ifndef OFFICE_MATTER_H
#define OFFICE_MATTER_H

#include "law/badge.h"
#include "law/procedure.h"
#include "office/verb.h"

extern const struct choice matter_channels[], matter_states[];

struct matter {
	int64_t row, version;
	const char *kind, *number, *state, *before_void, *outcome, *void_reason, *source, *archive_number, *retention;
	const char *channel, *confirmed_with, *confirmed_by, *ruleset, *exclusion;
	daynum registered_on, arrived, signed_on, confirmed, received, closed_on;
	int64_t unit_id, handler_id, parent_id;
};
extern const struct record_type matter_type;

/* A recorded event: its row beside what the engine reads. Row 0 is the receipt itself, which is derived. */
struct matter_event {
	int64_t row, party_id, letter_id;
	const char *note;
};

/* A matter with its events and where its clocks stand on the office's day. */
struct matter_case {
	struct matter matter;
	const struct ruleset *rules; /* with the case's own boundary; NULL before receipt */
	size_t nevents;
	struct clock_event *events;
	struct matter_event *rows;   /* nevents */
	struct clock clock;
	daynum due;                  /* DAY_NONE while it waits for the applicant */
	bool moving, provisional;
	struct badge badge;
	size_t nsubs;
	struct clock_sub *subs;
};

/* The rule set frozen on it; NULL when there is none. */
const char *matter_ruleset(struct office *o, int64_t id, struct arena *a);
bool matter_load(struct office *o, int64_t id, struct arena *a, struct matter_case *out, struct err *e) CHECKED;
/* "2026-0017", "C2026-0003" or a bare row: the matter's row. Full-width digits and a missing zero are understood. ERR_MISSING. */
bool matter_find(struct office *o, const char *kind, const char *number, int64_t *id, struct err *e) CHECKED;
/* Orders cases by their numbers, the oldest first: year, then serial. An unknown row comes last. */
int64_t matter_turn(struct office *o, int64_t id);

/* Whatever the number says: C2026-0003 is a correction, anything else a request. */
bool matter_find_any(struct office *o, const char *number, int64_t *id, struct err *e) CHECKED;

/* --- inside a verb ----------------------------------------------------------------------------------------------------------- */

/* Fills received, ruleset, exclusion and state (unconfirmed | open) from channel and dates. `why` (may be NULL) gets the rule in words. */
bool matter_receive(struct office *o, struct matter *m, struct arena *a, const char **why, struct err *e) CHECKED;
/* Allots the number of the year of registration and inserts the row. m->row and m->number are set. */
bool matter_insert(struct office *o, struct matter *m, struct arena *a, struct err *e) CHECKED;
/* An old case keeps its number; the sequence goes on after it. */
bool matter_insert_numbered(struct office *o, struct matter *m, int year, int64_t serial, struct arena *a, struct err *e) CHECKED;
/* Writes channel, dates and what follows from them. */
bool matter_set_receipt(struct office *o, struct matter *m, struct err *e) CHECKED;
bool matter_set_state(struct office *o, struct matter *m, const char *state, struct err *e) CHECKED;
/* A day of this case that is not before its receipt nor after today. ERR_INPUT names the field. */
bool matter_day(const struct office *o, const struct matter *m, const char *field, daynum *day, struct err *e) CHECKED;

struct event_row {
	enum clock_event_kind kind;
	daynum day, until;
	int days, span;
	int64_t party_id, letter_id;
	const char *note;
	const char *approved_by, *approval_ref;
	daynum approved_on;
};
extern const struct event_row EVENT_ROW; /* all unknown */
bool matter_event_add(struct office *o, int64_t matter_id, const struct event_row *ev, struct err *e) CHECKED;
/* Rewrites the matter's rows of the deadline index from the engine. */
bool matter_deadlines(struct office *o, int64_t id, bool gaps, struct arena *a, struct err *e) CHECKED;

#endif
