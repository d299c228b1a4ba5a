#include "tests/test.h"
#include "law/fee.h"
#include "law/outcome.h"

#include <stdio.h>
#include <string.h>

static daynum on(const char *iso)
{
	daynum d;
	day_parse(iso, &d);
	return d;
}

TEST(the_day_of_receipt_chooses_the_rule_set)
{
	struct law *l = law_embedded(t_arena);
	assert_null(ruleset_on(l, on("2008-04-30")));
	assert_string_equal(ruleset_on(l, on("2008-05-01"))->code, "2008");
	assert_string_equal(ruleset_on(l, on("2019-05-14"))->code, "2008");
	assert_string_equal(ruleset_on(l, on("2019-05-15"))->code, "2019");
	assert_string_equal(ruleset_on(l, on("2026-01-01"))->code, "2019");
	assert_null(ruleset_on(l, DAY_NONE));
	assert_null(ruleset_find(l, "2030"));
	const struct ruleset *old = ruleset_find(l, "2008"), *now = ruleset_find(l, "2019");
	assert_true(old->answer_wd == 15 && old->extend_wd == 15 && !old->exclude_coagency && old->fee == FEE_COST && old->clarify_max == 0);
	assert_true(now->answer_wd == 20 && now->extend_wd == 20 && now->exclude_coagency && now->fee == FEE_PROCESSING && now->clarify_max == 1);
	assert_true(now->clarify_notice_wd == 7 && now->third_party_wd == 15 && now->coagency_wd == 15 && now->fee_payment_wd == 20);
	assert_true(now->boundary == EXCLUDE_AFTER_SENT && now->clarify_restarts && now->fee_restarts && now->extension_spent);
	for (size_t i = 0; i < l->nparams; i++)
		assert_true(*l->params[i].label && *l->params[i].certainty);
	assert_string_equal(rule_param_find(l, "2019", "answer_wd")->article, "条例33(二)");
}

/* channel, arrived, signed, confirmed → received, rule set, lateness of the confirmation in working days. */
static const struct {
	const char *channel, *arrived, *signed_on, *confirmed, *received, *ruleset;
	int late;
} receipts[] = {
	{"in_person", "2026-03-02", "", "", "2026-03-02", "2019", 0},
	{"post_signed", "2026-03-02", "2026-03-03", "", "2026-03-03", "2019", 0},
	{"post_signed", "2026-03-02", "", "", "", "", 0},
	{"post_plain", "2026-03-02", "", "", "", "", 0},
	{"post_plain", "2026-03-02", "", "2026-03-05", "2026-03-05", "2019", 3},
	{"post_plain", "2026-03-06", "", "2026-03-07", "2026-03-07", "2019", 0},
	{"email", "2026-03-02", "", "", "", "", 0},
	{"email", "2026-03-02", "", "2026-03-02", "2026-03-02", "2019", 0},
	{"web", "2026-03-02", "", "2026-03-04", "2026-03-04", "2019", 2},
	{"fax", "2026-03-02", "", "2026-03-02", "2026-03-02", "2019", 0},
	{"oral", "2026-03-02", "2026-03-02", "", "2026-03-02", "2019", 0},
	{"oral", "2026-03-02", "", "", "2026-03-02", "2019", 0},
	{"telegram", "2026-03-02", "", "2026-03-03", "2026-03-03", "2019", 1},
	{"other", "2026-03-02", "", "", "", "", 0},
	/* the old law's own rules */
	{"email", "2018-03-05", "", "", "2018-03-05", "2008", 0},
	{"email", "2018-03-05", "", "2018-03-07", "2018-03-05", "2008", 0},
	{"web", "2011-06-01", "", "", "2011-06-01", "2008", 0},
	{"web", "", "", "2011-06-02", "2011-06-02", "2008", 0},
	{"fax", "2018-03-05", "", "2018-03-06", "2018-03-06", "2008", 0}, /* the same day is asked for since 2019 */
	{"telegram", "2009-03-05", "", "", "2009-03-05", "2008", 0},
	/* the day between the laws */
	{"in_person", "2019-05-14", "", "", "2019-05-14", "2008", 0},
	{"in_person", "2019-05-15", "", "", "2019-05-15", "2019", 0},
	{"post_plain", "2019-05-14", "", "2019-05-15", "2019-05-15", "2019", 1},
	{"email", "2019-05-14", "", "2019-05-16", "2019-05-14", "2008", 0},
	{"email", "2019-05-15", "", "2019-05-16", "2019-05-16", "2019", 1},
};

TEST(each_channel_has_its_own_day_of_receipt)
{
	struct law *l = law_embedded(t_arena);
	struct calendar *c = calendar_embedded(t_arena);
	for (size_t i = 0; i < sizeof receipts / sizeof *receipts; i++) {
		struct receipt_dates d = {on(receipts[i].arrived), on(receipts[i].signed_on), on(receipts[i].confirmed)};
		struct receipt r;
		struct err e = {0};
		char iso[DAY_ISO];
		assert_done(receipt_derive(l, c, receipts[i].channel, &d, t_arena, &r, &e));
		if (strcmp(day_iso(r.received, iso), receipts[i].received) || strcmp(r.rules ? r.rules->code : "", receipts[i].ruleset) ||
			r.late_wd != receipts[i].late)
			fail_msg("row %zu %s: received %s under %s, late %d", i, receipts[i].channel, iso, r.rules ? r.rules->code : "-", r.late_wd);
		assert_true(*r.why);
		assert_true((r.received == DAY_NONE) == (strstr(r.why, "尚无") != NULL));
	}
}

TEST(an_unknown_channel_and_a_day_before_the_law_are_refused)
{
	struct law *l = law_embedded(t_arena);
	struct calendar *c = calendar_embedded(t_arena);
	struct receipt_dates d = {on("2026-03-02"), DAY_NONE, DAY_NONE};
	struct receipt r;
	struct err e = {0};
	assert_false(receipt_derive(l, c, "pigeon", &d, t_arena, &r, &e));
	assert_string_equal(e.field, "channel");
	err_clear(&e);
	d.arrived = on("2008-04-30");
	assert_false(receipt_derive(l, c, "in_person", &d, t_arena, &r, &e));
	assert_int_equal(e.code, ERR_INPUT);
}

TEST(wrong_rows_of_the_laws_tables_are_refused)
{
	static const char *const names[] = {"ruleset", "key", "value"};
	static const char *const values[][3] = {{"2019", "answer_wd", "twenty"}, {"2099", "answer_wd", "20"}, {"2019", "boundary", "open"}};
	struct law *l = law_embedded(t_arena);
	for (size_t i = 0; i < 3; i++) {
		struct err e = {0};
		assert_false(law_add(l, "rule_param", names, values[i], 3, &e));
		assert_int_equal(e.code, ERR_INPUT);
	}
	struct err e = {0};
	static const char *const shorter[] = {"2019", "answer_wd", "10"};
	assert_done(law_add(l, "rule_param", names, shorter, 3, &e)); /* an office's own row, read last, holds */
	assert_int_equal(ruleset_find(l, "2019")->answer_wd, 10);
	assert_string_equal(rule_param_find(l, "2019", "answer_wd")->value, "10");
	static const char *const set_names[] = {"id", "code", "family", "valid_from", "valid_to", "basis"};
	static const char *const set_values[] = {"2", "2019", "2019", "2019-05-15", "2030-12-31", "office"};
	assert_done(law_add(l, "ruleset", set_names, set_values, 6, &e));
	assert_int_equal((int)l->nrulesets, 2);
	assert_int_equal(ruleset_find(l, "2019")->answer_wd, 10);
	assert_null(ruleset_on(l, on("2031-01-01")));
	assert_false(law_add(l, "no_table", names, shorter, 3, &e));
}

TEST(every_outcome_and_ground_has_its_row_of_the_annual_report)
{
	struct law *l = law_embedded(t_arena);
	static const struct {
		const char *outcome, *ground, *row;
	} cases[] = {
		{"granted", NULL, "A"}, {"already_public", NULL, "A"}, {"partial", "15-1", "B"}, {"refused", "14-1", "C1"}, {"refused", "14-2", "C2"},
		{"refused", "14-3", "C3"}, {"refused", "14-6", "C3"}, {"refused", "15-1", "C4"}, {"refused", "15-3", "C4"}, {"refused", "16-1", "C5"},
		{"refused", "16-3", "C5"}, {"refused", "16-4", "C6"}, {"refused", "16-7", "C6"}, {"refused", "16-8", "C7"}, {"query_law", NULL, "C8"},
		{"not_held", NULL, "D1"}, {"not_existing", NULL, "D1"}, {"needs_making", NULL, "D2"}, {"unclear", NULL, "D3"}, {"petition", NULL, "E1"},
		{"repeat", NULL, "E2"}, {"published_matter", NULL, "E3"}, {"excessive", NULL, "E4"}, {"reconfirm", NULL, "E5"},
		{"lapsed_clarify", NULL, "F1"}, {"lapsed_fee", NULL, "F2"}, {"withdrawn", NULL, "F3"}, {"not_gov_info", NULL, "F3"}, {"other", NULL, "F3"},
	};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		assert_string_equal(outcome_row(l, "2019", cases[i].outcome, cases[i].ground), cases[i].row);
	assert_null(outcome_row(l, "2019", "refused", NULL));
	assert_null(outcome_row(l, "2019", "exempt", "14-1"));
	assert_string_equal(outcome_row(l, "2008", "exempt", "08-6"), "C2");
	for (size_t i = 0; i < l->noutcomes; i++) {
		static const char *const classes = " granted partial refused exempt transferred ";
		assert_non_null(strstr(classes, arena_printf(t_arena, " %s ", l->outcomes[i].old_class)));
		assert_true(!*l->outcomes[i].row == (l->outcomes[i].needs_ground && strcmp(l->outcomes[i].code, "partial") != 0));
	}
	for (size_t i = 0; i < l->ngrounds; i++)
		assert_true(l->grounds[i].discretionary == (strncmp(l->grounds[i].code, "16-", 3) == 0));
}

TEST(the_remedy_follows_result_and_date_of_the_letter)
{
	struct law *l = law_embedded(t_arena);
	static const struct {
		const char *outcome, *ground, *date, *class;
		int days, months;
	} cases[] = {
		{"refused", "14-1", "2024-01-01", "PRE", 60, 0}, {"refused", "16-2", "2026-03-01", "PRE", 60, 0},
		{"refused", "14-1", "2023-12-31", "ALT", 60, 6}, {"partial", "15-2", "2026-03-01", "PRE", 60, 0},
		{"partial", NULL, "2026-03-01", "ALT", 60, 6}, {"granted", NULL, "2026-03-01", "ALT", 60, 6},
		{"query_law", NULL, "2026-03-01", "ALT", 60, 6}, {"not_existing", NULL, "2015-04-30", "ALT", 60, 3},
		{"not_existing", NULL, "2015-05-01", "ALT", 60, 6}, {"lapsed_fee", NULL, "2026-03-01", "ALT", 60, 6},
		{"withdrawn", NULL, "2026-03-01", "NONE", 0, 0},
	};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		enum remedy_class k = outcome_remedy(l, "2019", cases[i].outcome, cases[i].ground, on(cases[i].date));
		assert_string_equal(remedy_class_name(k), cases[i].class);
		const struct remedy *r = remedy_on(l, k, on(cases[i].date));
		assert_true(!r == (k == REMEDY_NONE));
		if (r)
			assert_true(r->review_days == cases[i].days && r->suit_months == cases[i].months && r->suit_after_review_days == 15 && *r->article);
	}
}

TEST(the_fee_tariff_gives_the_golden_values)
{
	struct law *l = law_embedded(t_arena);
	daynum day = on("2026-03-02");
	static const struct {
		int n;
		int64_t yuan;
	} pages[] = {{0, 0}, {30, 0}, {31, 10}, {44, 140}, {57, 270}, {72, 420}, {100, 700}, {101, 720}, {109, 880}, {119, 1080}, {200, 2700}, {201, 2740}, {250, 4700}},
	items[] = {{0, 0}, {10, 0}, {11, 100}, {30, 100}, {31, 200}, {40, 200}, {41, 300}, {50, 300}, {51, 400}},
	months[] = {{10, 0}, {25, 1500}, {16, 600}, {30, 2000}, {35, 3000}, {45, 5500}};
	for (size_t i = 0; i < sizeof pages / sizeof *pages; i++)
		assert_int_equal(fee_of_pages(l, day, pages[i].n), pages[i].yuan * 100);
	for (size_t i = 0; i < sizeof items / sizeof *items; i++)
		assert_int_equal(fee_of_nth(l, day, items[i].n), items[i].yuan * 100);
	for (size_t i = 0; i < sizeof months / sizeof *months; i++)
		assert_int_equal(fee_of_month(l, day, months[i].n), months[i].yuan * 100);
	int64_t sum = 0;
	for (int n = 1; n <= 300; n++) {
		sum += fee_of_nth(l, day, n);
		assert_int_equal(fee_of_month(l, day, n), sum);
	}
}

TEST(no_fee_between_the_laws_and_none_of_this_kind_before)
{
	struct law *l = law_embedded(t_arena);
	assert_false(fee_allowed(l, on("2018-01-02")));
	assert_false(fee_allowed(l, on("2019-05-15")));
	assert_false(fee_allowed(l, on("2020-12-31")));
	assert_true(fee_allowed(l, on("2021-01-01")));
	assert_false(fee_allowed(l, DAY_NONE));
	assert_int_equal(fee_of_pages(l, on("2020-12-31"), 250), 0);
	enum fee_basis b;
	assert_true(fee_basis_parse("pages", &b) && b == FEE_BY_PAGES);
	assert_false(fee_basis_parse("weight", &b));
}

TEST(a_case_without_receipt_is_read_by_the_newest_law)
{
	struct law *l = law_embedded(t_arena);
	assert_string_equal(ruleset_or_newest(l, NULL), "2019");
	assert_string_equal(ruleset_or_newest(l, "2008"), "2008");
	assert_int_equal(ruleset_family(ruleset_find(l, "2008")), 2008);
	assert_int_equal(ruleset_family(ruleset_find(l, "2019")), 2019);
	assert_int_equal(ruleset_family(NULL), 2019);
}
