#include "law/outcome.h"

#include <string.h>

const struct outcome *outcome_find(const struct law *l, const char *ruleset, const char *code)
{
	for (size_t i = 0; ruleset && code && i < l->noutcomes; i++)
		if (!strcmp(l->outcomes[i].ruleset, ruleset) && !strcmp(l->outcomes[i].code, code))
			return &l->outcomes[i];
	return NULL;
}

const struct ground *ground_find(const struct law *l, const char *ruleset, const char *code)
{
	for (size_t i = 0; ruleset && code && i < l->ngrounds; i++)
		if (!strcmp(l->grounds[i].ruleset, ruleset) && !strcmp(l->grounds[i].code, code))
			return &l->grounds[i];
	return NULL;
}

/* The five classes of the report form to 2013, as old ledgers write them: 同意 部分 不予 免于 转其他. */
static const char *old_class_named(const char *text)
{
	static const struct { const char *words, *code; } classes[] = {
		{N_("同意"), "granted"}, {N_("同意公开"), "granted"}, {N_("部分"), "partial"}, {N_("部分公开"), "partial"}, {N_("不予"), "refused"},
		{N_("不予公开"), "refused"}, {N_("免于"), "exempt"}, {N_("免于公开"), "exempt"}, {N_("免予"), "exempt"}, {N_("免予公开"), "exempt"},
		{N_("转其他"), "transferred"}, {N_("转其他途径"), "transferred"}, {N_("转其它途径"), "transferred"},
	};
	for (size_t i = 0; i < sizeof classes / sizeof *classes; i++)
		if (!strcmp(tr(classes[i].words), text))
			return classes[i].code;
	return NULL;
}

const struct outcome *outcome_named(const struct law *l, const char *ruleset, const char *text)
{
	const struct outcome *o = outcome_find(l, ruleset, text);
	for (size_t i = 0; !o && ruleset && text && i < l->noutcomes; i++)
		if (!strcmp(l->outcomes[i].ruleset, ruleset) && !strcmp(l->outcomes[i].label, text))
			o = &l->outcomes[i];
	return o || !ruleset || !text || strcmp(ruleset, "2008") != 0 ? o : outcome_find(l, ruleset, old_class_named(text));
}

const struct ground *ground_named(const struct law *l, const char *ruleset, const char *text)
{
	const struct ground *g = ground_find(l, ruleset, text);
	for (size_t i = 0; !g && ruleset && text && i < l->ngrounds; i++)
		if (!strcmp(l->grounds[i].ruleset, ruleset) && !strcmp(l->grounds[i].label, text))
			g = &l->grounds[i];
	return g;
}

bool outcome_counts_without_ground(const struct outcome *o, daynum received)
{
	enum { BY_CLASS_UNTIL = 2013 };
	return !o->needs_ground || *o->row || day_year(received) <= BY_CLASS_UNTIL;
}

const char *outcome_step(const char *outcome)
{
	static const struct { const char *outcome, *verb; } of_steps[] = {{"lapsed_clarify", "lapse"}, {"lapsed_fee", "lapse"}, {"withdrawn", "withdraw"}};
	for (size_t i = 0; i < sizeof of_steps / sizeof *of_steps; i++)
		if (!strcmp(of_steps[i].outcome, outcome))
			return of_steps[i].verb;
	return NULL;
}

const char *outcome_of_transfer(const char *ruleset)
{
	return ruleset && !strcmp(ruleset, "2008") ? "transferred" : "petition";
}

const char *outcome_of_lapse(enum clock_key counter)
{
	return counter == CLOCK_FEE_PAYMENT ? "lapsed_fee" : "lapsed_clarify";
}

bool remedy_of_its_own(const char *letter)
{
	static const char *const alone[] = {"third_party_notice", "correction_result", "correction_no_power", "stop_clarify", "stop_fee"};
	for (size_t i = 0; letter && i < sizeof alone / sizeof *alone; i++)
		if (!strcmp(letter, alone[i]))
			return true;
	return false;
}

const char *outcome_row(const struct law *l, const char *ruleset, const char *outcome, const char *ground)
{
	const struct outcome *o = outcome_find(l, ruleset, outcome);
	if (!o)
		return NULL;
	if (*o->row)
		return o->row;
	const struct ground *g = ground_find(l, ruleset, ground);
	return g ? g->row : NULL;
}

static const struct remedy *remedy_row(const struct law *l, const char *code, daynum letter_date)
{
	for (size_t i = 0; i < l->nremedies; i++) {
		const struct remedy *r = &l->remedies[i];
		if (!strcmp(r->code, code) && letter_date >= r->from && (r->to == DAY_NONE || letter_date <= r->to))
			return r;
	}
	return NULL;
}

enum remedy_class outcome_remedy(const struct law *l, const char *ruleset, const char *outcome, const char *ground, daynum letter_date)
{
	const struct outcome *o = outcome_find(l, ruleset, outcome);
	if (!o || !strcmp(o->remedy, "none"))
		return REMEDY_NONE;
	const struct ground *g = ground_find(l, ruleset, ground);
	bool withheld = !strcmp(o->remedy, "ground") && g && g->pre;
	return withheld && remedy_row(l, "pre", letter_date) ? REMEDY_PRE : REMEDY_ALT;
}

const struct remedy *remedy_on(const struct law *l, enum remedy_class class, daynum letter_date)
{
	return class == REMEDY_NONE ? NULL : remedy_row(l, class == REMEDY_PRE ? "pre" : "alt", letter_date);
}

const char *remedy_class_name(enum remedy_class class)
{
	static const char *const names[] = {[REMEDY_NONE] = "NONE", [REMEDY_ALT] = "ALT", [REMEDY_PRE] = "PRE"};
	return names[class];
}
