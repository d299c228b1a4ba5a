/* steps_ground.h — between steps_decide.c and steps_ground.c: what a decision withholds and gives out (law/disclosure.h). */
#ifndef OFFICE_STEPS_GROUND_H
#define OFFICE_STEPS_GROUND_H

#include "office/decision.h"
#include "office/steps.h"

struct withheld_parts {
	struct decision_part *rows;
	size_t n;
	const char *unused; /* what was typed and has no place in this outcome, for the clerk; NULL */
};
struct more_part {
	const char *withheld, *ground, *reasons;
	const char *withheld_field, *ground_field, *reasons_field;
};

/* The withheld parts as they were typed; a->ground becomes their codes with commas between, NULL where the outcome withholds nothing. Up to
 * three grounds, which is what a letter tells: a list with the reasons they share, or each with its own; an outcome that gives the rest
 * names the parts. ERR_INPUT with the field. */
bool parts_read(const struct step *s, struct step_args *a, const struct outcome *o, struct withheld_parts *out, struct err *e) CHECKED;
bool parts_put(struct office *o, int64_t decision, const struct withheld_parts *parts, struct err *e) CHECKED;
/* Third parties that objected, and the basis for giving it out all the same. */
bool ground_objections(struct step *s, struct step_args *a, struct err *e) CHECKED;
/* The approver's second confirmation given with the decision. */
bool ground_confirmed(const struct step *s, struct step_args *a, struct err *e) CHECKED;

#endif
