/* correction_rule.h — how a correction may be decided: what is told beside the result, and what a rule set does by another step.
 *
 * 条例41: who has the power corrects or says why not; who has not may pass it on or tell whom to ask. Under 条例(2008)25 and 关务公开规定21 it is
 * passed on: to tell only is not enough. */
#ifndef LAW_CORRECTION_RULE_H
#define LAW_CORRECTION_RULE_H

#include <stdbool.h>

struct correction_rule {
	const char *ruleset, *outcome; /* corrected partly refused no_power */
	const char *letter;            /* that tells it */
	bool needs_reasons, needs_body;
	const char *refusal;           /* not to be decided, and by which step instead; NULL else */
};
/* ruleset NULL: today's. NULL for an outcome that no correction has. */
const struct correction_rule *correction_rule_find(const char *ruleset, const char *outcome);

#endif
