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

const struct outcome *outcome_named(const struct law *l, const char *ruleset, const char *text)
{
	const struct outcome *o = outcome_find(l, ruleset, text);
	for (size_t i = 0; !o && ruleset && text && i < l->noutcomes; i++)
		if (!strcmp(l->outcomes[i].ruleset, ruleset) && !strcmp(l->outcomes[i].label, text))
			o = &l->outcomes[i];
	return o;
}

const struct ground *ground_named(const struct law *l, const char *ruleset, const char *text)
{
	const struct ground *g = ground_find(l, ruleset, text);
	for (size_t i = 0; !g && ruleset && text && i < l->ngrounds; i++)
		if (!strcmp(l->grounds[i].ruleset, ruleset) && !strcmp(l->grounds[i].label, text))
			g = &l->grounds[i];
	return g;
}

const char *outcome_step(const char *outcome)
{
	static const struct { const char *outcome, *verb; } of_steps[] = {{"lapsed_clarify", "lapse"}, {"lapsed_fee", "lapse"}, {"withdrawn", "withdraw"}};
	for (size_t i = 0; i < sizeof of_steps / sizeof *of_steps; i++)
		if (!strcmp(of_steps[i].outcome, outcome))
			return of_steps[i].verb;
	return NULL;
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
