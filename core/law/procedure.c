#include "law/procedure.h"

#include <string.h>

enum { PROC_STATES = 9 };

static int index_of(enum proc_state s)
{
	int i = __builtin_ctz((unsigned)s);
	BUG_ON(i >= PROC_STATES);
	return i;
}

const char *proc_state_name(enum proc_state s)
{
	return proc_states[index_of(s)].name;
}

const char *proc_state_label(enum proc_state s)
{
	return tr(proc_states[index_of(s)].label);
}

bool proc_state_parse(const char *name, enum proc_state *out)
{
	for (int i = 0; name && i < PROC_STATES; i++)
		if (!strcmp(proc_states[i].name, name)) {
			*out = (enum proc_state)(1 << i);
			return true;
		}
	return false;
}

const char *proc_verb_label(const char *verb)
{
	for (const struct proc_words *w = proc_verbs; w->name; w++)
		if (!strcmp(w->name, verb))
			return tr(w->label);
	return verb;
}

enum proc_family proc_family_of(const char *matter_kind, const char *ruleset)
{
	if (!strcmp(matter_kind, "correction"))
		return PROC_CORRECTION;
	return ruleset && !strcmp(ruleset, "2008") ? PROC_REQUEST_2008 : PROC_REQUEST_2019;
}

const char *proc_article(const struct proc_step *s, enum proc_family family)
{
	return tr(family == PROC_REQUEST_2008 && s->article_2008 ? s->article_2008 : s->article);
}

bool proc_writes(const struct proc_step *s, const char *letter)
{
	size_t n = strlen(letter);
	for (const char *at = s->letters; n && (at = strstr(at, letter)); at += n)
		if ((at == s->letters || at[-1] == ' ') && (!at[n] || at[n] == ' '))
			return true;
	return false;
}

/* The first fact that stands in the way; NULL when none does. */
static const struct proc_reason *in_the_way(const struct proc_step *s, unsigned facts)
{
	unsigned wrong = s->needs & ~facts ? s->needs & ~facts : s->refuses & facts;
	return wrong ? &proc_reasons[__builtin_ctz(wrong)] : NULL;
}

static void refuse(enum proc_family family, const struct proc_step *s, const struct proc_reason *r, unsigned facts, struct err *why)
{
	const char *label = proc_verb_label(s->verb), *text = tr(s->needs & ~facts ? r->lacking : r->holding);
	if (r->cites)
		err_set(why, ERR_RULE, _("不能%s：%s（%s）"), label, text, proc_article(s, family));
	else
		err_set(why, ERR_RULE, _("不能%s：%s"), label, text);
}

const struct proc_step *proc_find(enum proc_family family, enum proc_state state, const char *verb, unsigned facts, struct err *why)
{
	const struct proc_step *first = NULL;
	bool known = false;
	for (const struct proc_step *s = proc_steps; s->verb; s++) {
		if (!(s->families & family) || strcmp(s->verb, verb))
			continue;
		known = true;
		if (!(s->from & state))
			continue;
		if (!in_the_way(s, facts))
			return s;
		if (!first)
			first = s;
	}
	const char *label = proc_verb_label(verb);
	if (first)
		refuse(family, first, in_the_way(first, facts), facts, why);
	else if (known)
		err_set(why, ERR_RULE, _("办件%s，不能%s"), proc_state_label(state), label);
	else
		err_set(why, ERR_RULE, _("这类办件没有“%s”这一步"), label);
	return NULL;
}

const char *outcome_doubt(enum proc_family family, const char *outcome, unsigned facts)
{
	static const struct { const char *outcome; unsigned wants; const char *doubt; } presupposed[] = {
		{"excessive", FACT_REASONS_ASKED, N_("没有要求申请人说明理由的记录（条例35）")},
		{"unclear", FACT_CLARIFIED_BEFORE, N_("没有要求申请人补正的记录（条例30）")},
	};
	for (size_t i = 0; i < sizeof presupposed / sizeof *presupposed; i++)
		if (family == PROC_REQUEST_2019 && !strcmp(presupposed[i].outcome, outcome) && !(facts & presupposed[i].wants))
			return tr(presupposed[i].doubt);
	return NULL;
}

/* Is the verb listed already by an earlier row of the family? */
static bool seen_before(const struct proc_step *s, enum proc_family family)
{
	for (const struct proc_step *t = proc_steps; t < s; t++)
		if ((t->families & family) && !strcmp(t->verb, s->verb))
			return true;
	return false;
}

size_t proc_offers(enum proc_family family, enum proc_state state, unsigned facts, struct arena *a, struct proc_offer **out)
{
	size_t n = 0, rows = 0;
	while (proc_steps[rows].verb)
		rows++;
	*out = arena_array(a, struct proc_offer, rows);
	for (const struct proc_step *s = proc_steps; s->verb; s++) {
		if (!(s->families & family) || seen_before(s, family))
			continue;
		struct err why = {0};
		const struct proc_step *step = proc_find(family, state, s->verb, facts, &why);
		(*out)[n++] = (struct proc_offer){s->verb, step, step ? NULL : arena_strdup(a, why.text)};
	}
	return n;
}
