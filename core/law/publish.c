#include "law/publish.h"

#include <string.h>

bool publish_ours(const char *origin)
{
	static const struct { const char *origin; bool ours; } origins[] = {
		{"own", true}, {"from_public", true}, {"joint", true}, {"superior", false}, {"other_body", false},
	};
	for (size_t i = 0; origin && i < sizeof origins / sizeof *origins; i++)
		if (!strcmp(origins[i].origin, origin))
			return origins[i].ours;
	return false;
}

static const struct {
	const char *step, *result, *state;
} results[] = {
	{"unit", "pass", "reviewing"},
	{"unit", "partial", "reviewing"},
	{"unit", "refuse", "refused"},
	{"unit", "escalate", "reviewing"}, /* in doubt: the office decides or asks the superior */
	{"office", "pass", "ready"},
	{"office", "partial", "ready"},
	{"office", "refuse", "refused"},
	{"office", "escalate", "reviewing"},
	{"superior", "pass", "ready"},
	{"superior", "partial", "ready"},
	{"superior", "refuse", "refused"},
};

const char *review_leads_to(const char *step, const char *result)
{
	for (size_t i = 0; i < sizeof results / sizeof *results; i++)
		if (!strcmp(results[i].step, step) && !strcmp(results[i].result, result))
			return results[i].state;
	return NULL;
}

const char *review_refused(const struct review_round *r, const char *step)
{
	bool refused = r->last_step && !strcmp(r->last_result, "refuse");
	bool escalated = r->last_step && !strcmp(r->last_step, "office") && !strcmp(r->last_result, "escalate");
	if (!strcmp(step, "unit"))
		return r->last_step && !refused ? _("制作部门已审查过，现在由办公室审查") : NULL;
	if (refused)
		return _("上次审查未通过，须先由制作部门重新审查");
	if (!r->unit_reviewed)
		return _("须先由制作部门审查，再由办公室审查");
	if (!strcmp(step, "superior"))
		return escalated ? NULL : _("办公室没有报请主管部门确定");
	return escalated ? _("已报请主管部门确定，等主管部门的意见") : NULL;
}
