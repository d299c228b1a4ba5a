#include "law/disclosure.h"

#include <string.h>

const struct disclosure_basis disclosure_bases[] = {
	{"2008", "public_interest", N_("不公开可能对公共利益造成重大影响"), N_("条例(2008)14、23")},
	{"2019", "public_interest", N_("不公开可能对公共利益造成重大影响"), N_("条例15、32")},
	{"2019", "no_good_reason", N_("第三方不同意公开的理由不成立"), N_("条例32")},
	{0},
};

const struct disclosure_basis *disclosure_basis_named(const char *ruleset, const char *text)
{
	for (const struct disclosure_basis *b = disclosure_bases; b->ruleset && ruleset && text; b++)
		if (!strcmp(b->ruleset, ruleset) && (!strcmp(b->code, text) || !strcmp(tr(b->label), text)))
			return b;
	return NULL;
}

const struct objection_rule *objection_rule(const char *ruleset)
{
	static const struct objection_rule rules[] = {
		{.ruleset = "2008", .refusal = N_("第三方不同意公开的，不得公开；认为不公开会严重影响公共利益的，选公开依据并写明理由（条例(2008)23）")},
		{.needs_reasons = true, .tells_assent = true, .refusal = N_("第三方不同意公开：须选公开依据（公共利益，或者其理由不成立）并写明理由（条例32）")},
	};
	const struct objection_rule *r = rules;
	while (r->ruleset && (!ruleset || strcmp(r->ruleset, ruleset) != 0))
		r++;
	return r;
}

/* The next ground of the list; NULL at its end or where the code is unknown, which the caller refused before. */
static const struct ground *next(const struct law *l, const char *ruleset, const char **list)
{
	for (const char *p = *list; p && *p;) {
		size_t n = strcspn(p, ",");
		*list = p[n] ? p + n + 1 : NULL;
		for (size_t i = 0; ruleset && i < l->ngrounds; i++)
			if (!strcmp(l->grounds[i].ruleset, ruleset) && !strncmp(l->grounds[i].code, p, n) && !l->grounds[i].code[n])
				return &l->grounds[i];
		p = *list;
	}
	return NULL;
}

bool grounds_discretionary(const struct law *l, const char *ruleset, const char *grounds)
{
	const struct ground *g;
	while ((g = next(l, ruleset, &grounds)))
		if (g->discretionary)
			return true;
	return false;
}

bool grounds_third_party(const struct law *l, const char *ruleset, const char *grounds)
{
	const struct ground *g;
	while ((g = next(l, ruleset, &grounds)))
		if (g->third_party)
			return true;
	return false;
}

bool disclosure_overrides(const struct law *l, const char *ruleset, const char *outcome, const char *grounds)
{
	const struct outcome *o = outcome_find(l, ruleset, outcome);
	return o && o->gives && !grounds_third_party(l, ruleset, grounds);
}
