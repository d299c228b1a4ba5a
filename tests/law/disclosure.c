/* Against a third party's will, and 可以不予公开: what the law asks for before it goes out, or stays in. */
#include "law/correction_rule.h"
#include "law/disclosure.h"

#include <string.h>

#include "tests/test.h"

TEST(every_ground_of_article_16_is_discretionary_and_no_other)
{
	struct law *l = law_embedded(t_arena);
	int n = 0;
	for (size_t i = 0; i < l->ngrounds; i++) {
		bool sixteen = !strncmp(l->grounds[i].code, "16-", 3);
		assert_true(grounds_discretionary(l, l->grounds[i].ruleset, l->grounds[i].code) == sixteen);
		n += sixteen;
	}
	assert_int_equal(n, 8);
	assert_true(grounds_discretionary(l, "2019", "14-1,15-1,16-3"));
	assert_false(grounds_discretionary(l, "2019", "14-1,15-1"));
	assert_false(grounds_discretionary(l, "2019", "16"));
	assert_false(grounds_discretionary(l, "2008", "16-3"));
	assert_false(grounds_discretionary(l, NULL, "16-3"));
	assert_false(grounds_discretionary(l, "2019", NULL));
}

TEST(what_is_withheld_for_a_third_party_overrides_nobody)
{
	struct law *l = law_embedded(t_arena);
	static const struct { const char *ruleset, *outcome, *grounds; bool overrides; } cases[] = {
		{"2019", "granted", NULL, true}, {"2019", "partial", "16-4", true}, {"2019", "partial", "15-1", false}, {"2019", "partial", "16-4,15-2", false},
		{"2019", "refused", "14-1", false}, {"2019", "already_public", NULL, false}, {"2019", "not_existing", NULL, false},
		{"2008", "granted", NULL, true}, {"2008", "partial", "08-1", true}, {"2008", "partial", "08-2", false}, {"2008", "partial", "08-3", false},
		{"2008", "exempt", "08-6", false},
	};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		assert_true(disclosure_overrides(l, cases[i].ruleset, cases[i].outcome, cases[i].grounds) == cases[i].overrides);
}

TEST(an_objection_without_good_reason_is_passed_over_only_since_2019)
{
	assert_non_null(disclosure_basis_named("2008", "public_interest"));
	assert_null(disclosure_basis_named("2008", "no_good_reason"));
	assert_non_null(disclosure_basis_named("2019", "no_good_reason"));
	assert_non_null(disclosure_basis_named("2019", "第三方不同意公开的理由不成立"));
	assert_null(disclosure_basis_named("2019", "silence"));
	assert_null(disclosure_basis_named(NULL, "public_interest"));
	assert_false(objection_rule("2008")->needs_reasons);
	assert_true(objection_rule("2019")->needs_reasons);
}

TEST(lapsing_and_withdrawing_are_not_decided)
{
	assert_string_equal(outcome_step("lapsed_clarify"), "lapse");
	assert_string_equal(outcome_step("withdrawn"), "withdraw");
	assert_null(outcome_step("granted"));
}

TEST(a_correction_without_power_is_passed_on_under_the_old_law_and_told_under_the_new)
{
	assert_non_null(correction_rule_find("2008", "no_power")->refusal);
	assert_null(correction_rule_find("2019", "no_power")->refusal);
	assert_true(correction_rule_find("2019", "no_power")->needs_body);
	assert_string_equal(correction_rule_find(NULL, "no_power")->letter, "correction_no_power");
	assert_null(correction_rule_find("2008", "partly")->refusal);
	assert_true(correction_rule_find("2008", "refused")->needs_reasons);
	assert_false(correction_rule_find("2019", "corrected")->needs_reasons);
	assert_null(correction_rule_find("2019", "granted"));
	assert_null(correction_rule_find(NULL, NULL));
}
