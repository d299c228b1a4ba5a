/* How an information's due date was counted. */
#include <string.h>
#include "office/info_private.h"
#include "office/setting.h"

bool info_ledger(struct office *o, const struct info *i, struct arena *a, struct clock_ledger *out, struct err *e)
{
	const struct info_duty *d = info_open_duty(i);
	struct rule r;
	if (d->due == DAY_NONE)
		return err_set(e, ERR_RULE, _("%s 没有公开期限：%s"), i->id, d->why ? d->why : _("不由本关主动公开"));
	if (!rule_parse(d->rule, &r, e))
		return false;
	int n = r.n;
	bool asap = r.kind == RULE_ASAP_U || r.kind == RULE_ASAP_P;
	if (asap)
		n = calendar_count(o->calendar, d->start, d->due);
	if (!asap && r.kind != RULE_WD && r.kind != RULE_CD)
		return err_set(e, ERR_RULE, "%s", d->why);
	clock_explain_period(o->calendar, d->start, n, r.kind == RULE_CD, r.kind == RULE_CD, a, out);
	out->note = d->why;
	return true;
}
