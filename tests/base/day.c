#include "tests/test.h"
#include "base/day.h"

TEST(every_day_of_a_thousand_years_round_trips)
{
	daynum d = day_make(1900, 1, 1);
	for (int y = 1900; y < 2900; y++)
		for (int m = 1; m <= 12; m++)
			for (int day = 1; day <= day_month_length(y, m); day++, d++) {
				assert_int_equal(day_make(y, m, day), d);
				int y2, m2, d2;
				day_split(d, &y2, &m2, &d2);
				assert_true(y2 == y && m2 == m && d2 == day);
			}
}

TEST(impossible_dates_are_refused)
{
	static const char *const bad[] = {"2026-02-29", "2026-13-01", "2026-00-10", "2026-1-01", "2026-01-01 ", "", "1899-12-31"};
	daynum d;
	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
		assert_false(day_parse(bad[i], &d));
		assert_int_equal(d, DAY_NONE);
	}
	assert_false(day_parse(NULL, &d));
	assert_int_equal(day_add_months(DAY_NONE, 6), DAY_NONE);
	assert_int_equal(day_add_months(day_make(2999, 12, 1), 1), DAY_NONE);
	assert_true(day_parse("2024-02-29", &d));
	char zh[DAY_ZH];
	assert_string_equal(day_zh(d, zh), "2024年2月29日");
	assert_int_equal(day_weekday(d), 4);
}

TEST(a_month_later_ends_with_the_month)
{
	char iso[DAY_ISO];
	assert_string_equal(day_iso(day_add_months(day_make(2026, 8, 31), 6), iso), "2027-02-28");
	assert_string_equal(day_iso(day_add_months(day_make(2026, 3, 9), 6), iso), "2026-09-09");
}
