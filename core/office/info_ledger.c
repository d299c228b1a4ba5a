/* How an information's due date was counted, or would be. */
#include <string.h>
#include "office/info_private.h"
#include "office/setting.h"

static bool explain(struct office *o, const struct rule *r, daynum start, daynum due, const char *why, struct arena *a, struct clock_ledger *out,
	struct err *e)
{
	bool asap = r->kind == RULE_ASAP_U || r->kind == RULE_ASAP_P;
	if (!asap && r->kind != RULE_WD && r->kind != RULE_CD)
		return err_set(e, ERR_RULE, "%s", why);
	int n = asap ? calendar_count(o->calendar, start, due) : r->n;
	clock_explain_period(o->calendar, start, n, r->kind == RULE_CD, r->kind == RULE_CD, a, out);
	out->note = why;
	return true;
}

bool info_ledger(struct office *o, const struct info *i, struct arena *a, struct clock_ledger *out, struct err *e)
{
	const struct info_duty *d = info_open_duty(i);
	struct rule r;
	if (d->due == DAY_NONE)
		return err_set(e, ERR_RULE, _("%s 没有公开期限：%s"), i->id, d->why ? d->why : _("不由本关主动公开"));
	return rule_parse(d->rule, &r, e) && explain(o, &r, d->start, d->due, d->why, a, out, e);
}

bool info_foresee(struct office *o, const struct info_fields *f, struct arena *a, struct info_foresight *out, struct err *e)
{
	daynum today = desk_today(o->desk);
	int64_t k = f->element == INT_NONE ? 1 : f->element;
	struct rule_facts facts = RULE_NO_FACTS;
	*out = (struct info_foresight){.due = {.start = DAY_NONE, .due = DAY_NONE}};
	if (f->item == INT_NONE)
		return err_field(e, "item", _("先填目录第几项：公开期限因内容要素而定"));
	if (!catalogue_item(o, f->item, f->formed == DAY_NONE ? today : f->formed, a, &out->item, e))
		return false;
	if (k < 1 || (size_t)k > out->item.nelements)
		return err_field(e, "element", _("目录第%lld项没有第%lld个内容要素"), (long long)f->item, (long long)k);
	out->element = &out->item.elements[k - 1];
	if (!rule_parse(out->element->rule, &out->rule, e))
		return false;
	facts.formed = f->formed;
	facts.changed = f->changed;
	facts.event = f->event_date;
	facts.typed = f->due_typed;
	facts.asap_wd = (int)setting_int(o, "asap_days", DAY_NONE);
	rule_due(o->calendar, &out->rule, &facts, a, &out->due);
	bool open = f->disposition && !strcmp(f->disposition, "open");
	if (!open || !item_ours(&out->item)) {
		out->due.due = DAY_NONE;
		out->due.why = open ? _("公开主体不是隶属海关，不计逾期") : _("不主动公开的，没有公开期限");
	}
	return true;
}

bool info_foresight_ledger(struct office *o, const struct info_foresight *s, struct arena *a, struct clock_ledger *out, struct err *e)
{
	const struct rule_due *d = &s->due;
	return d->due == DAY_NONE ? err_set(e, ERR_RULE, "%s", d->why) : explain(o, &s->rule, d->start, d->due, d->why, a, out, e);
}
