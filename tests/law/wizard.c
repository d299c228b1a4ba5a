/* The seven questions lead somewhere: every leaf is a step of the procedure, every outcome is one of the rule set. */
#include <string.h>

#include "law/disclosure.h"
#include "law/procedure.h"
#include "law/wizard.h"
#include "tests/test.h"

TEST(every_answer_leads_to_a_question_or_a_step_and_every_question_is_reached)
{
	struct law *law = law_embedded(t_arena);
	for (const struct wizard_question *q = wizard_questions; q->id; q++) {
		int reached = q == wizard_questions;
		for (const struct wizard_question *p = wizard_questions; p->id; p++)
			for (const struct wizard_answer *a = p->answers; a->label; a++)
				reached += a->next && !strcmp(a->next, q->id);
		assert_true(reached > 0);
		for (const struct wizard_answer *a = q->answers; a->label; a++) {
			assert_true((a->next != NULL) != (a->verb != NULL));
			if (a->next)
				assert_true(wizard_question(a->next) > q); /* forwards only: it ends */
			if (a->verb && !strcmp(a->verb, "request.decide"))
				assert_non_null(outcome_find(law, "2019", a->outcome));
			else
				assert_null(a->outcome);
			assert_true(!a->basis || (disclosure_basis_named("2019", a->basis) && disclosure_overrides(law, "2019", a->outcome, NULL)));
		}
	}
	assert_int_equal(wizard_step(wizard_question("when")), 7);
}

/* What happens by itself or by another verb is no decision of the wizard. */
TEST(every_outcome_a_clerk_decides_is_a_leaf)
{
	static const char *const outcomes[] = {"granted", "already_public", "partial", "refused", "query_law", "not_held", "not_existing",
		"needs_making", "unclear", "petition", "repeat", "published_matter", "excessive", "reconfirm", "not_gov_info"};
	for (size_t i = 0; i < sizeof outcomes / sizeof *outcomes; i++) {
		int leaves = 0;
		for (const struct wizard_question *q = wizard_questions; q->id; q++)
			for (const struct wizard_answer *a = q->answers; a->label; a++)
				leaves += a->outcome && !a->basis && !strcmp(a->outcome, outcomes[i]);
		assert_int_equal(leaves, 1);
	}
}
