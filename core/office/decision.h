/* decision.h — the decision in force of a case: outcome, ground, row of the annual report, who approved. */
#ifndef OFFICE_DECISION_H
#define OFFICE_DECISION_H

#include "base/record.h"
#include "office/office.h"

/* One part of what is withheld. */
struct decision_part {
	int64_t ordinal;
	const char *withheld, *ground, *reasons; /* withheld NULL: all of it, or what the letter names */
};
extern const struct record_type decision_part_type;

struct decision {
	int64_t row;
	const char *outcome, *ground; /* codes; several grounds with commas */
	const char *report_row;       /* of table 3, "A" … "F3" */
	const char *remedy;           /* "NONE" "ALT" "PRE" */
	const char *reasons, *body;
	daynum decided_on, approved_on;
	const char *approved_by, *approval_ref; /* who signed, and the number of the sheet; who wrote it down is in the log */
	struct record_list parts;     /* decision_part, in order */
	const char *disclose_basis, *disclose_reasons; /* given out although a third party objected: law/disclosure.h */
	const char *confirmed_by;     /* the approver's second confirmation of a ground of 条例16 */
	daynum confirmed_on;
	const char *letter;           /* number of the answer: of the letter here, or the one an old ledger gave */
};
extern const struct record_type decision_type;

/* *found says whether one is in force. */
bool decision_load(struct office *o, int64_t matter_id, struct arena *a, struct decision *out, bool *found, struct err *e) CHECKED;

/* What the year's figures count: the decision in force, or, when a review or a court had the case opened again, the one before that. The
 * codes are NULL where nothing is decided yet. */
struct decision_counted {
	const char *outcome, *report_row;
	daynum decided_on;
};
bool decision_counted(struct office *o, int64_t matter_id, struct arena *a, struct decision_counted *out, struct err *e) CHECKED;

#endif
