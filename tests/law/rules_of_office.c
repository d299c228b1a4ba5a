/* Rules that stand beside the clocks: who publishes, whose turn a review is, what an application holds, how an answer is served, our own
 * limits in a review and in court. */
#include <string.h>

#include "law/appeal_limit.h"
#include "law/application.h"
#include "law/delivery.h"
#include "law/outcome.h"
#include "law/publish.h"
#include "tests/test.h"

static daynum on(const char *iso)
{
	daynum d;
	assert_true(day_parse(iso, &d));
	return d;
}

TEST(who_made_it_publishes_it)
{
	assert_true(publish_ours("own") && publish_ours("from_public") && publish_ours("joint"));
	assert_false(publish_ours("superior") || publish_ours("other_body") || publish_ours("elsewhere") || publish_ours(NULL));
}

TEST(reviews_take_turns)
{
	static const struct { const char *last_step, *last_result; bool unit; const char *step; bool turn; } cases[] = {
		{NULL, NULL, false, "unit", true}, {NULL, NULL, false, "office", false}, {NULL, NULL, false, "superior", false},
		{"unit", "pass", true, "unit", false}, {"unit", "pass", true, "office", true}, {"unit", "pass", true, "superior", false},
		{"unit", "refuse", true, "unit", true}, {"unit", "refuse", true, "office", false},
		{"office", "escalate", true, "superior", true}, {"office", "escalate", true, "office", false},
		{"office", "refuse", true, "unit", true}, {"superior", "refuse", true, "unit", true}, {"office", "refuse", true, "superior", false},
	};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct review_round r = {cases[i].last_step, cases[i].last_result, cases[i].unit};
		assert_true((review_refused(&r, cases[i].step) == NULL) == cases[i].turn);
	}
	assert_string_equal(review_leads_to("superior", "pass"), "ready");
	assert_string_equal(review_leads_to("unit", "refuse"), "refused");
	assert_null(review_leads_to("superior", "escalate"));
}

TEST(an_identity_document_is_asked_for_since_2019)
{
	assert_false(application_wants("2008") & APPLICATION_IDENTITY);
	assert_true(application_wants("2019") & APPLICATION_IDENTITY);
	assert_true(application_wants(NULL) & APPLICATION_IDENTITY);
	assert_true(application_wants("2008") & APPLICATION_CONTACT);
}

static const char *served(const char *method, const char *carrier, const char *waybill, const char *signer, const char *day)
{
	static struct err e;
	e = (struct err){0};
	struct delivery_record d = {method, carrier, waybill, signer, on(day)};
	return delivery_check(&d, &e) ? NULL : e.field[0] ? e.field : "rule";
}

TEST(couriers_carried_decisions_until_december_2016)
{
	assert_null(served("post", "courier", "1", NULL, "2016-12-06"));
	assert_string_equal(served("post", "courier", "1", NULL, "2016-12-07"), "rule");
	assert_null(served("post", "ems", "1", NULL, "2016-12-07"));
	assert_string_equal(served("post", NULL, "1", NULL, "2026-03-02"), "carrier");
	assert_string_equal(served("post", "postal", " ", NULL, "2026-03-02"), "waybill");
	assert_string_equal(served("direct", NULL, NULL, NULL, "2026-03-02"), "signer");
	assert_string_equal(served("entrusted", NULL, NULL, NULL, "2026-03-02"), "signer");
	assert_null(served("entrusted", NULL, NULL, "王一", "2026-03-02"));
	assert_string_equal(served("onsite", NULL, NULL, "", "2026-03-02"), "signer");
	assert_null(served("email", NULL, NULL, NULL, "2026-03-02"));
	assert_null(served("fax", NULL, NULL, NULL, "2026-03-02"));
}

TEST(our_answer_is_due_in_ten_or_five_working_days_or_fifteen_days)
{
	struct appeal_limit a = appeal_limit("review", NULL), b = appeal_limit("review", "simple"), c = appeal_limit("suit_direct", NULL),
		d = appeal_limit("suit_after_review", "simple");
	assert_true(a.days == 10 && !a.calendar_days && b.days == 5 && !b.calendar_days);
	assert_true(c.days == 15 && c.calendar_days && d.days == 15 && d.calendar_days);
}

TEST(what_is_passed_on_or_lapses_has_its_outcome)
{
	assert_string_equal(outcome_of_transfer("2008"), "transferred");
	assert_string_equal(outcome_of_transfer("2019"), "petition");
	assert_string_equal(outcome_of_transfer(NULL), "petition");
	assert_string_equal(outcome_of_lapse(CLOCK_CLARIFY_REPLY), "lapsed_clarify");
	assert_string_equal(outcome_of_lapse(CLOCK_FEE_PAYMENT), "lapsed_fee");
	assert_true(remedy_of_its_own("third_party_notice") && remedy_of_its_own("stop_fee"));
	assert_false(remedy_of_its_own("granted") || remedy_of_its_own(NULL));
}

TEST(the_classes_of_the_old_report_name_outcomes_of_the_old_law)
{
	struct law *l = law_embedded(t_arena);
	static const char *const words[][2] = {{"同意", "granted"}, {"同意公开", "granted"}, {"部分", "partial"}, {"部分公开", "partial"}, {"不予", "refused"},
		{"不予公开", "refused"}, {"免于", "exempt"}, {"免于公开", "exempt"}, {"免予公开", "exempt"}, {"转其他", "transferred"}, {"转其他途径", "transferred"}};
	for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
		const struct outcome *o = outcome_named(l, "2008", words[i][0]);
		assert_non_null(o);
		assert_string_equal(o->code, words[i][1]);
		assert_non_null(strstr(" granted partial refused exempt transferred ", o->old_class));
	}
	assert_null(outcome_named(l, "2019", "免于公开"));
	assert_null(outcome_named(l, "2008", "随便"));
	assert_null(outcome_named(l, NULL, "同意"));
}
