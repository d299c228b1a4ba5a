#include "office/closeout.h"

#include <string.h>

#include "gen/q_closeout.h"
#include "law/application.h"
#include "law/disclosure.h"
#include "office/letter_remedy.h"
#include "office/setting.h"

struct facts {
	int64_t third, agency, tasks, fees, searches, deliveries, proven, copies, untold, unconfirmed, unshown;
};

static bool load(struct office *o, const struct matter_case *c, struct arena *a, struct facts *f, struct err *e)
{
	struct q *q = q_open(o->store, &Q_closeout_facts);
	q_int(q, "id", c->matter.row);
	bool found = q_row(q, e);
	if (found)
		*f = (struct facts){q_get_int(q, "third_open"), q_get_int(q, "agency_open"), q_get_int(q, "tasks_open"),
			q_get_int(q, "fees_open"), q_get_int(q, "searches"), q_get_int(q, "deliveries"),
			q_get_int(q, "proven") + q_get_int(q, "proofs"), q_get_int(q, "copies"), q_get_int(q, "objected") - q_get_int(q, "told"), 0, 0};
	if (found)
		f->unshown = q_get_int(q, "shown") != 1 && application_identity_at_supply(c->matter.ruleset, q_get_text(q, "purpose", a));
	if (found)
		f->unconfirmed = q_get_int(q, "confirmed") != 1 && grounds_discretionary(o->law, c->matter.ruleset, q_get_text(q, "ground", a));
	q_end(q);
	return found;
}

bool closeout_check(struct office *o, const struct matter_case *c, struct arena *a, struct closeout **out, size_t *n, struct err *e)
{
	struct facts f;
	if (!load(o, c, a, &f, e))
		return false;
	const char *outcome = c->matter.outcome;
	bool letter = letter_of_outcome(o, &c->matter) != NULL;
	/* a processing fee is paid before the answer; who withdrew or let it lapse owes nothing */
	bool owed = c->rules && c->rules->fee == FEE_COST;
	const struct {
		bool open;
		struct closeout what;
	} checks[] = {
		{f.third > 0, {_("第三方意见未登记"), "opinion"}},
		{f.agency > 0, {_("其他机关意见未登记"), "coagency_reply"}},
		{f.tasks > 0, {_("部门承办未回复"), "reply"}},
		{f.fees > 0 && owed, {_("费用未缴清"), "paid"}},
		{outcome && strcmp(outcome, "not_existing") == 0 && f.searches == 0, {_("信息不存在，但没有检索记录"), "search"}},
		{f.untold > 0, {_("不顾第三方反对而公开，尚未出具第三方告知书（条例32）"), "issue"}},
		{letter && f.unconfirmed, {_("批准人尚未再次确认不公开的理由（条例16）"), "confirm_ground"}},
		{f.deliveries > 0 && f.unshown, {_("申请与自身相关的信息，没有核对身份的记录（关务公开规定20）"), "identity"}},
		{letter && f.deliveries == 0, {_("答复未送达"), "deliver"}},
		{letter && f.deliveries > 0 && f.proven == 0, {_("缺送达凭证"), "material"}},
		{setting_flag(o, "file_copy", DAY_NONE) && f.copies == 0, {_("未报直属海关备案"), "file_copy"}},
	};
	*out = arena_array(a, struct closeout, sizeof checks / sizeof *checks);
	*n = 0;
	for (size_t i = 0; i < sizeof checks / sizeof *checks; i++)
		if (checks[i].open)
			(*out)[(*n)++] = checks[i].what;
	return true;
}

bool closeout_clean(struct office *o, const struct matter_case *c, struct arena *a, bool *clean, struct err *e)
{
	struct closeout *open;
	size_t n;
	if (!closeout_check(o, c, a, &open, &n, e))
		return false;
	*clean = n == 0;
	return true;
}
