#include "law/ruleset.h"

#include <stdlib.h>
#include <string.h>

const char *boundary_text(enum exclusion_boundary b)
{
	static const char *const texts[] = {
		[EXCLUDE_AFTER_SENT] = N_("征求意见时间自发出次日起至收到意见之日止，不计入期限"),
		[EXCLUDE_BETWEEN] = N_("征求意见时间自发出次日起至收到意见前一日止，不计入期限"),
		[EXCLUDE_BOTH] = N_("征求意见时间自发出之日起至收到意见之日止，不计入期限"),
	};
	return tr(texts[b]);
}

static bool in_force(const struct ruleset *r, daynum day)
{
	return day >= r->from && (r->to == DAY_NONE || day <= r->to);
}

const struct ruleset *ruleset_on(const struct law *l, daynum received)
{
	for (size_t i = 0; received != DAY_NONE && i < l->nrulesets; i++)
		if (in_force(&l->rulesets[i], received))
			return &l->rulesets[i];
	return NULL;
}

const struct ruleset *ruleset_find(const struct law *l, const char *code)
{
	for (size_t i = 0; code && i < l->nrulesets; i++)
		if (!strcmp(l->rulesets[i].code, code))
			return &l->rulesets[i];
	return NULL;
}

const char *ruleset_or_newest(const struct law *l, const char *code)
{
	return code || !l->nrulesets ? code : l->rulesets[l->nrulesets - 1].code;
}

int ruleset_family(const struct ruleset *r)
{
	return r ? (int)strtol(r->family, NULL, 10) : 2019;
}

const struct rule_param *rule_param_find(const struct law *l, const char *ruleset, const char *key)
{
	for (size_t i = 0; i < l->nparams; i++)
		if (!strcmp(l->params[i].ruleset, ruleset) && !strcmp(l->params[i].key, key))
			return &l->params[i];
	return NULL;
}

const char *rule_article(const struct ruleset *r, const char *key)
{
	const struct rule_param *p = r && r->law && key ? rule_param_find(r->law, r->code, key) : NULL;
	return p && p->article && *p->article ? p->article : NULL;
}

/* --- receipt ------------------------------------------------------------------------------------------------------------------ */

static daynum date_of(const struct receipt_dates *d, enum receipt_field f)
{
	switch (f) {
	case RECEIPT_ARRIVED:
		return d->arrived;
	case RECEIPT_SIGNED:
		return d->signed_on;
	case RECEIPT_CONFIRMED:
		return d->confirmed;
	default:
		return DAY_NONE;
	}
}

static const struct receipt_rule *rule_for(const struct law *l, const char *ruleset, const char *channel)
{
	for (size_t i = 0; i < l->nreceipts; i++)
		if (!strcmp(l->receipts[i].ruleset, ruleset) && !strcmp(l->receipts[i].channel, channel))
			return &l->receipts[i];
	return NULL;
}

static const char *field_text(enum receipt_field f)
{
	static const char *const texts[] = {
		[RECEIPT_NONE] = "", [RECEIPT_ARRIVED] = N_("到达日"), [RECEIPT_SIGNED] = N_("签收日"), [RECEIPT_CONFIRMED] = N_("确认日"),
	};
	return f == RECEIPT_NONE ? "" : tr(texts[f]);
}

/* The receipt a rule set would give; received DAY_NONE when its date is missing. */
static struct receipt by_rule(const struct ruleset *set, const struct receipt_rule *rule, const struct receipt_dates *d)
{
	struct receipt r = {.received = date_of(d, rule->first), .rules = set, .by = rule->first};
	if (r.received == DAY_NONE && rule->then != RECEIPT_NONE && date_of(d, rule->then) != DAY_NONE) {
		r.by = rule->then;
		r.received = date_of(d, rule->then);
	}
	return r;
}

static void put_words(const struct calendar *c, const struct receipt_rule *rule, const struct receipt_dates *d, struct arena *a,
	struct receipt *out)
{
	char iso[DAY_ISO];
	if (out->received == DAY_NONE) {
		out->rules = NULL;
		out->why = arena_printf(a, _("尚无%s，未到%s（%s），答复期限不起算"), field_text(out->by), rule->label, rule->article);
		return;
	}
	out->why = arena_printf(a, _("%s %s 为收到申请之日（%s）"), rule->label, day_iso(out->received, iso), rule->article);
	/* Only the law of 2019 asks for it on the same day (条例31). */
	if (out->by == RECEIPT_CONFIRMED && d->arrived != DAY_NONE && strcmp(out->rules->code, "2008") != 0)
		out->late_wd = calendar_count(c, d->arrived, d->confirmed);
}

/* The rule decides the day, and the day decides the rule set: the set whose own rule gives a day it is in force on. */
bool receipt_derive(const struct law *l, const struct calendar *c, const char *channel, const struct receipt_dates *d, struct arena *a,
	struct receipt *out, struct err *e)
{
	const struct receipt_rule *rule = NULL;
	*out = (struct receipt){.received = DAY_NONE};
	for (size_t i = 0; i < l->nrulesets; i++) {
		const struct ruleset *set = &l->rulesets[i];
		const struct receipt_rule *own = rule_for(l, set->code, channel);
		if (!own)
			continue;
		struct receipt r = by_rule(set, own, d);
		if (!rule || r.received == DAY_NONE || in_force(set, r.received)) {
			rule = own;
			*out = r;
		}
		if (r.received != DAY_NONE && in_force(set, r.received))
			break;
	}
	if (!rule)
		return err_field(e, "channel", _("没有“%s”这种收件渠道"), channel);
	if (out->received != DAY_NONE && !in_force(out->rules, out->received)) {
		char iso[DAY_ISO];
		return err_field(e, "arrived", _("收到日期 %s 早于政府信息公开条例施行，不能登记"), day_iso(out->received, iso));
	}
	put_words(c, rule, d, a, out);
	return true;
}
