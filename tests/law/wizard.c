/* The seven questions lead somewhere under both laws: every leaf is a step of the procedure, every outcome is one of the rule set. */
#include <string.h>

#include "law/disclosure.h"
#include "law/procedure.h"
#include "law/wizard.h"
#include "tests/test.h"

static const struct { enum proc_family family; const char *ruleset; } laws[] = {{PROC_REQUEST_2008, "2008"}, {PROC_REQUEST_2019, "2019"}};

static bool verb_of(enum proc_family family, const char *verb)
{
	for (const struct proc_step *s = proc_steps; s->verb; s++)
		if ((s->families & family) && !strncmp(verb, "request.", 8) && !strcmp(s->verb, verb + 8))
			return true;
	return false;
}

static void check_answer(const struct law *law, size_t k, const struct wizard_question *q, const struct wizard_answer *a)
{
	const struct wizard_question *all = wizard_questions(laws[k].family);
	assert_true((a->next != NULL) != (a->verb != NULL));
	if (a->next)
		assert_true(wizard_question(all, a->next) > q); /* forwards only: it ends */
	assert_true(!a->verb || verb_of(laws[k].family, a->verb));
	if (a->verb && !strcmp(a->verb, "request.decide"))
		assert_non_null(outcome_find(law, laws[k].ruleset, a->outcome));
	else
		assert_null(a->outcome);
	assert_true(!a->basis || (disclosure_basis_named(laws[k].ruleset, a->basis) && disclosure_overrides(law, laws[k].ruleset, a->outcome, NULL)));
}

TEST(every_answer_leads_to_a_question_or_a_step_and_every_question_is_reached)
{
	struct law *law = law_embedded(t_arena);
	for (size_t k = 0; k < sizeof laws / sizeof *laws; k++) {
		const struct wizard_question *all = wizard_questions(laws[k].family);
		for (const struct wizard_question *q = all; q->id; q++) {
			int reached = q == all;
			for (const struct wizard_question *p = all; p->id; p++)
				for (const struct wizard_answer *a = p->answers; a->label; a++)
					reached += a->next && !strcmp(a->next, q->id);
			assert_true(reached > 0);
			for (const struct wizard_answer *a = q->answers; a->label; a++)
				check_answer(law, k, q, a);
		}
		assert_int_equal(wizard_step(all, wizard_question(all, "clear")), 1);
		assert_int_equal(wizard_step(all, wizard_question(all, "kind")), 2);
		assert_int_equal(wizard_step(all, wizard_question(all, "when")), 7);
	}
}

static int leaves_of(const struct wizard_question *all, const char *outcome)
{
	int leaves = 0;
	for (const struct wizard_question *q = all; q->id; q++)
		for (const struct wizard_answer *a = q->answers; a->label; a++)
			leaves += a->outcome && !a->basis && !strcmp(a->outcome, outcome);
	return leaves;
}

/* What happens by itself or by another verb is no decision of the wizard. */
TEST(every_outcome_a_clerk_decides_is_a_leaf)
{
	struct law *law = law_embedded(t_arena);
	for (size_t k = 0; k < sizeof laws / sizeof *laws; k++) {
		int decided = 0;
		for (size_t i = 0; i < law->noutcomes; i++) {
			const struct outcome *o = &law->outcomes[i];
			if (strcmp(o->ruleset, laws[k].ruleset) != 0)
				continue;
			assert_int_equal(leaves_of(wizard_questions(laws[k].family), o->code), outcome_step(o->code) ? 0 : 1);
			decided += !outcome_step(o->code);
		}
		assert_int_equal(decided, k ? 16 : 15);
	}
}

/* What an answer says of the report is what its outcome is counted as: 年报D1, and of the old form 旧类转其他. */
TEST(an_answer_names_the_row_and_the_old_class_of_its_outcome)
{
	static const struct { const char *code, *words; } classes[] = {
		{"granted", "旧类同意"}, {"partial", "旧类部分"}, {"refused", "旧类不予"}, {"exempt", "旧类免于"}, {"transferred", "旧类转其他"},
	};
	struct law *law = law_embedded(t_arena);
	for (size_t k = 0; k < sizeof laws / sizeof *laws; k++)
		for (const struct wizard_question *q = wizard_questions(laws[k].family); q->id; q++)
			for (const struct wizard_answer *a = q->answers; a->label; a++) {
				const struct outcome *o = a->outcome && !a->basis ? outcome_find(law, laws[k].ruleset, a->outcome) : NULL;
				if (!o)
					continue;
				if (*o->row)
					assert_non_null(strstr(a->help, arena_printf(t_arena, "年报%s", o->row)));
				for (size_t i = 0; k == 0 && i < sizeof classes / sizeof *classes; i++)
					assert_true((strstr(a->help, classes[i].words) != NULL) == !strcmp(classes[i].code, o->old_class));
			}
}
