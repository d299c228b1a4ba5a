#include "tests/test.h"
#include "law/calendar.h"
#include "tests/law/naive.h"

#include <string.h>

static daynum on(const char *iso)
{
	daynum d;
	if (!day_parse(iso, &d))
		fail_msg("no day %s", iso);
	return d;
}

TEST(every_start_of_2004_to_2026_and_n_to_60_agree_with_a_loop_over_the_days)
{
	struct calendar *c = calendar_embedded(t_arena);
	struct naive *o = naive_new();
	daynum first = day_make(2004, 1, 1), last = day_make(2026, 12, 31);
	for (daynum start = first; start <= last; start++) {
		int n = 0;
		for (daynum d = start + 1; n < 60; d++) {
			bool worked = naive_worked(o, d);
			if (worked != calendar_is_working(c, d))
				fail_msg("day %d", d);
			n += worked;
			if (calendar_count(c, start, d) != n)
				fail_msg("count from %d to %d is %d, not %d", start, d, calendar_count(c, start, d), n);
			if (worked && calendar_add(c, start, n) != d)
				fail_msg("start %d n %d", start, n);
		}
	}
}

TEST(backwards_agrees_with_a_loop_over_the_days)
{
	struct calendar *c = calendar_embedded(t_arena);
	struct naive *o = naive_new();
	for (daynum start = day_make(2004, 6, 1); start <= day_make(2026, 12, 31); start++) {
		int n = 0;
		for (daynum d = start - 1; n < 30; d--)
			if (naive_worked(o, d) && calendar_add(c, start, -++n) != d)
				fail_msg("start %d n -%d", start, n);
	}
}

TEST(adding_is_monotone_and_the_inverse_of_counting_up_to_1000)
{
	struct calendar *c = calendar_embedded(t_arena);
	for (daynum start = calendar_first(); start < day_make(2035, 1, 1); start += 13) {
		daynum before = start;
		for (int n = 1; n <= CALENDAR_N_MAX; n += 7) {
			daynum due = calendar_add(c, start, n);
			if (due <= before || !calendar_is_working(c, due) || calendar_count(c, start, due) != n || calendar_count(c, start, due - 1) != n - 1)
				fail_msg("start %d n %d", start, n);
			if (calendar_is_working(c, start) && calendar_add(c, due, -n) != start)
				fail_msg("back from %d by %d is not %d", due, n, start);
			before = due;
		}
	}
}

TEST(the_years_have_the_working_days_the_notices_give_them)
{
	struct calendar *c = calendar_embedded(t_arena);
	static const struct {
		int year, days;
	} known[] = {{2024, 251}, {2025, 248}, {2026, 248}};
	for (size_t i = 0; i < 3; i++)
		assert_int_equal(calendar_count(c, day_make(known[i].year - 1, 12, 31), day_make(known[i].year, 12, 31)), known[i].days);
}

TEST(a_year_is_loaded_if_its_new_year_has_a_row)
{
	struct calendar *c = calendar_embedded(t_arena);
	for (int y = 2004; y <= 2026; y++)
		assert_true(calendar_loaded(c, y));
	assert_false(calendar_loaded(c, 2003));
	assert_false(calendar_loaded(c, 2027));
	assert_int_equal(calendar_last_loaded(c), 2026);
}

TEST(the_last_days_of_the_last_loaded_year_and_all_after_are_provisional)
{
	struct calendar *c = calendar_embedded(t_arena);
	static const struct {
		const char *from, *to;
		int n, first;
	} cases[] = {
		{"2026-12-01", "2026-12-28", 0, 0},
		{"2026-12-28", "2026-12-29", 1, 2027},
		{"2026-12-31", "2027-01-04", 1, 2027},
		{"2026-12-30", "2026-12-31", 1, 2027},
		{"2025-12-20", "2026-02-01", 0, 0},
		{"2026-12-20", "2028-02-01", 2, 2027},
		{"2027-06-01", "2027-06-30", 1, 2027},
		{"2026-12-29", "2026-12-29", 0, 0},
	};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		int years[4] = {0};
		assert_int_equal(calendar_missing(c, on(cases[i].from), on(cases[i].to), years, 4), cases[i].n);
		assert_int_equal(years[0], cases[i].first);
	}
}

TEST(a_missing_year_leaves_out_only_the_days_the_regulation_fixes)
{
	struct calendar *c = calendar_embedded(t_arena);
	assert_false(calendar_is_working(c, on("2027-01-01")));
	assert_int_equal(calendar_kind(c, on("2027-01-01")), DAY_HOLIDAY);
	assert_string_equal(calendar_name(c, on("2027-10-01")), "国庆节");
	assert_true(calendar_is_working(c, on("2027-10-04")));
	assert_true(calendar_is_working(c, on("2027-05-03")));
	assert_int_equal(calendar_add(c, on("2026-12-20"), 20), on("2027-01-18"));
}

TEST(every_day_says_why_it_is_worked_or_not)
{
	struct calendar *c = calendar_embedded(t_arena);
	static const struct {
		const char *day, *text;
	} cases[] = {
		{"2026-10-10", "周六 上班·国庆节调休"}, {"2026-11-18", "周三 工作日"}, {"2026-02-17", "周二 休息·春节"},
		{"2026-11-21", "周六 休息"}, {"2027-01-04", "周一 工作日（2027 年放假安排尚未载入）"},
		{"2026-12-31", "周四 工作日（2027 年放假安排尚未载入）"}, {"2003-12-31", "周三 不在日历范围内"},
	};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		assert_string_equal(calendar_day_text(c, on(cases[i].day), t_arena), cases[i].text);
}

TEST(before_2004_and_after_2999_nothing_is_computed)
{
	struct calendar *c = calendar_embedded(t_arena);
	assert_int_equal(calendar_add(c, on("2003-12-31"), 1), DAY_NONE);
	assert_int_equal(calendar_add(c, on("2004-01-01"), -1), DAY_NONE);
	assert_int_equal(calendar_add(c, on("2999-12-30"), 900), DAY_NONE);
	assert_false(calendar_is_working(c, on("2003-12-31")));
	assert_int_equal(calendar_count(c, DAY_NONE, on("2026-01-01")), 0);
	assert_int_equal(calendar_first(), on("2004-01-01"));
	assert_int_equal(calendar_last(), on("2999-12-31"));
}

TEST(the_later_notice_wins_and_a_superseded_row_does_not_count)
{
	struct err e = {0};
	struct calendar *c;
	struct calendar_row rows[] = {
		{on("2020-01-01"), false, "元旦", "16号", false},
		{on("2020-02-01"), true, "春节", "16号", false},
		{on("2020-02-01"), false, "春节", "1号", false},
		{on("2020-02-03"), false, "春节", "1号", true},
	};
	assert_done(calendar_build(rows, 4, t_arena, &c, &e));
	assert_int_equal(calendar_kind(c, on("2020-02-01")), DAY_HOLIDAY);
	assert_true(calendar_is_working(c, on("2020-02-03")));
	assert_int_equal((int)calendar_rows_of(c, 2020, t_arena).n, 2);
	rows[1].date = on("2020-02-04"); /* a Tuesday cannot make up for anything */
	assert_false(calendar_build(rows, 4, t_arena, &c, &e));
	assert_int_equal(e.code, ERR_INPUT);
}

TEST(a_calendar_built_from_its_own_rows_does_not_differ)
{
	struct err e = {0};
	struct calendar *c = calendar_embedded(t_arena), *again;
	struct calendar_rows rows = calendar_rows_of(c, 0, t_arena);
	assert_int_equal((int)rows.n, 796);
	assert_done(calendar_build(rows.rows, rows.n, t_arena, &again, &e));
	struct calendar_change *changes;
	assert_int_equal((int)calendar_diff(c, again, calendar_first(), day_make(2030, 1, 1), t_arena, &changes), 0);
	rows.rows[rows.n - 1].superseded = true;
	assert_done(calendar_build(rows.rows, rows.n, t_arena, &again, &e));
	assert_int_equal((int)calendar_diff(c, again, calendar_first(), day_make(2030, 1, 1), t_arena, &changes), 1);
	assert_int_equal(changes[0].date, on("2026-10-10"));
	assert_int_equal(changes[0].was, DAY_MAKEUP);
	assert_int_equal(changes[0].is, DAY_WEEKEND);
}
