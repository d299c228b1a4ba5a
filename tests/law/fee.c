/* Who pays what: both tariffs at the edge of every tier, no fee between the laws, hardship under the old one. */
#include "law/fee.h"

#include "tests/test.h"

static daynum on(const char *iso)
{
	daynum d;
	assert_true(day_parse(iso, &d));
	return d;
}

TEST(each_request_of_the_month_costs_what_its_tier_says)
{
	struct law *l = law_embedded(t_arena);
	for (int n = 1; n <= 200; n++) {
		int yuan = n <= 10 ? 0 : n <= 30 ? 100 : 200 + (n - 31) / 10 * 100;
		assert_int_equal(fee_of_nth(l, on("2021-01-01"), n), yuan * 100);
	}
}

TEST(each_page_costs_what_its_tier_says)
{
	struct law *l = law_embedded(t_arena);
	int64_t sum = 0;
	for (int n = 1; n <= 1000; n++) {
		sum += (n <= 30 ? 0 : n <= 100 ? 10 : n <= 200 ? 20 : 40) * 100;
		assert_int_equal(fee_of_pages(l, on("2026-03-02"), n), sum);
	}
}

TEST(a_fee_is_asked_for_requests_received_since_2021_only)
{
	struct law *l = law_embedded(t_arena);
	static const struct { const char *day; bool fee; } days[] = {
		{"2008-05-01", false}, {"2019-05-14", false}, {"2019-05-15", false}, {"2020-12-31", false}, {"2021-01-01", true}, {"2026-03-02", true},
	};
	for (size_t i = 0; i < sizeof days / sizeof *days; i++) {
		daynum d = on(days[i].day);
		assert_true(fee_allowed(l, d) == days[i].fee);
		assert_true((fee_of_nth(l, d, 31) > 0) == days[i].fee);
		assert_true((fee_of_pages(l, d, 31) > 0) == days[i].fee);
	}
}

TEST(hardship_is_a_citizens_under_the_old_law)
{
	assert_true(fee_waiver_for("2008", "natural"));
	assert_false(fee_waiver_for("2008", "enterprise"));
	assert_false(fee_waiver_for("2019", "natural"));
	assert_false(fee_waiver_for(NULL, "natural"));
	assert_false(fee_waiver_for("2008", NULL));
	assert_true(fee_hardship_exempt("dibao") && fee_hardship_exempt("wubao") && fee_hardship_exempt("youfu"));
	assert_false(fee_hardship_exempt("other") || fee_hardship_exempt(NULL));
}
