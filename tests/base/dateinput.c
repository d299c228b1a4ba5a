#include "tests/test.h"

#include <string.h>
#include "base/record.h"

/* A calendar for tests: every second day is a working day. */
static bool every_second(const void *ctx, daynum from, int n, daynum *out)
{
	if (n > *(const int *)ctx)
		return false;
	*out = from + 2 * n;
	return true;
}

static const int limit = 500;

static struct input today(int y, int m, int d)
{
	return (struct input){.today = day_make(y, m, d), .working_days = every_second, .ctx = &limit};
}

TEST(a_clerk_writes_dates_in_many_ways)
{
	static const struct {
		const char *text, *iso;
	} cases[] = {
		{"2026-02-06", "2026-02-06"}, {"2026-2-6", "2026-02-06"}, {"2026.2.6", "2026-02-06"}, {"2026/02/06", "2026-02-06"},
		{"2026年2月6日", "2026-02-06"}, {"2026 年 2 月 6 日", "2026-02-06"}, {"2026年02月06号", "2026-02-06"},
		{"20260206", "2026-02-06"}, {"0206", "2026-02-06"}, {"2.6", "2026-02-06"}, {"2-6", "2026-02-06"}, {"2月6日", "2026-02-06"},
		{"２０２６。２。６", "2026-02-06"}, {"２０２６－０２－０６", "2026-02-06"}, {" 0206　", "2026-02-06"}, {"2026—2—6", "2026-02-06"},
		{"今天", "2026-03-09"}, {".", "2026-03-09"}, {"。", "2026-03-09"}, {"昨天", "2026-03-08"}, {"明天", "2026-03-10"},
		{"前天", "2026-03-07"}, {"后天", "2026-03-11"}, {"+20", "2026-04-18"}, {"＋20", "2026-04-18"}, {"++20", "2026-03-29"},
		{"-1", "2026-03-08"}, {"-0", "2026-03-09"}, {"++0", "2026-03-09"}, {"-365", "2025-03-09"}, {"2024-2-29", "2024-02-29"},
		{"2026/3/2 0:00", "2026-03-02"}, {"2026-03-02 00:00:00", "2026-03-02"}, {"2026 - 3 - 2", "2026-03-02"},
	};
	struct input in = today(2026, 3, 9);
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct err e = {0};
		daynum d;
		char iso[DAY_ISO];
		if (!date_input(cases[i].text, &in, 0, &d, &e))
			fail_msg("%s: %s", cases[i].text, e.text);
		assert_string_equal(day_iso(d, iso), cases[i].iso);
	}
}

TEST(a_short_date_is_the_nearest_on_the_right_side_of_today)
{
	static const struct {
		const char *text;
		unsigned flags;
		const char *iso;
	} cases[] = {
		{"1230", FIELD_PAST, "2025-12-30"}, {"1230", 0, "2026-12-30"}, {"1230", FIELD_FUTURE, "2026-12-30"},
		{"0309", FIELD_PAST, "2026-03-09"}, {"0309", FIELD_FUTURE, "2026-03-09"}, {"0310", FIELD_PAST, "2025-03-10"},
		{"0308", FIELD_FUTURE, "2027-03-08"}, {"3月8日", FIELD_FUTURE, "2027-03-08"}, {"0229", FIELD_PAST, "2024-02-29"},
		{"2.29", FIELD_FUTURE, "2028-02-29"}, {"2026-12-30", FIELD_PAST, "2026-12-30"},
	};
	struct input in = today(2026, 3, 9);
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct err e = {0};
		daynum d;
		char iso[DAY_ISO];
		assert_done(date_input(cases[i].text, &in, cases[i].flags, &d, &e));
		assert_string_equal(day_iso(d, iso), cases[i].iso);
	}
}

TEST(what_is_no_date_is_refused)
{
	static const char *const bad[] = {"", "2026-02-30", "0229", "0230", "1332", "00000000", "2026-13-01", "2026-0-1", "2026.2-6", "26-2-6",
		"2026年2月", "2026年2月6", "2月6", "260206", "206", "abc", "+", "++", "+0", "-", "--1", "+-1", "+501", "+99999", "++99999",
		"++9999999999", "1899-12-31", "3000-01-01", "2026-02-06x", "2026-2-6 9:00", "\xFF", "2026-02-", "002-1", "..", "0000-01-01",
		"年1月1日", "月日", "2026-2-006", "2026-3-2 0", "02 06", "2026-3-2 1:00", " 0:00"};
	struct input in = today(2026, 3, 9);
	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
		struct err e = {0};
		daynum d = 0;
		if (date_input(bad[i], &in, 0, &d, &e))
			fail_msg("%s was taken", bad[i]);
		assert_int_equal(d, DAY_NONE);
		assert_int_equal(e.code, ERR_INPUT);
		assert_true(e.text[0]);
	}
	struct err e = {0};
	daynum d;
	assert_false(date_input("2026-02-30", &in, 0, &d, &e));
	assert_string_equal(e.text, "2026-02-30 不是日期");
	err_clear(&e);
	assert_false(date_input(NULL, &in, 0, &d, &e));
	err_clear(&e);
	assert_false(date_input("0206", NULL, 0, &d, &e));
	err_clear(&e);
	assert_done(date_input("2026-02-06", NULL, 0, &d, &e));
}
