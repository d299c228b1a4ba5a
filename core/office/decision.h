/* decision.h — the decision in force of a case: outcome, ground, row of the annual report, who approved. */
#ifndef OFFICE_DECISION_H
#define OFFICE_DECISION_H

#include "base/record.h"
#include "office/office.h"

struct decision {
	const char *outcome, *ground; /* codes; several grounds with commas */
	const char *report_row;       /* of table 3, "A" … "F3" */
	const char *remedy;           /* "NONE" "ALT" "PRE" */
	const char *reasons, *body;
	daynum decided_on, approved_on;
	const char *approved_by;
};
extern const struct record_type decision_type;

/* *found says whether one is in force. */
bool decision_load(struct office *o, int64_t matter_id, struct arena *a, struct decision *out, bool *found, struct err *e) CHECKED;

#endif
