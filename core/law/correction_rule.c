#include "law/correction_rule.h"

#include <string.h>

#include "base/err.h"

/* The rows of a rule set stand before those of every other. */
static const struct correction_rule rules[] = {
	{.ruleset = "2008", .outcome = "no_power", .letter = "correction_no_power", .needs_reasons = true, .needs_body = true,
		.refusal = N_("2008年规则应当转送：改用“转送有权机关”（条例(2008)25）")},
	{.outcome = "corrected", .letter = "correction_result"},
	{.outcome = "partly", .letter = "correction_result", .needs_reasons = true},
	{.outcome = "refused", .letter = "correction_result", .needs_reasons = true},
	{.outcome = "no_power", .letter = "correction_no_power", .needs_reasons = true, .needs_body = true},
};

const struct correction_rule *correction_rule_find(const char *ruleset, const char *outcome)
{
	for (size_t i = 0; outcome && i < sizeof rules / sizeof *rules; i++)
		if (!strcmp(rules[i].outcome, outcome) && (!rules[i].ruleset || (ruleset && !strcmp(rules[i].ruleset, ruleset))))
			return &rules[i];
	return NULL;
}
