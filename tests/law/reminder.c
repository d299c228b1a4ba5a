/* The ladder of reminders: read as it is written, climbed in working days. */
#include "law/reminder.h"

#include <string.h>

#include "tests/test.h"

static daynum on(const char *iso)
{
	daynum d;
	assert_true(day_parse(iso, &d));
	return d;
}

TEST(a_ladder_is_read_line_by_line)
{
	struct reminders r;
	struct err e = {0};
	assert_true(reminders_parse("1,5, 3,0,3\nthird_party=2\npublish=7,1;task=", &r, &e));
	const struct reminder_ladder *l = &r.of[CLOCK_ANSWER];
	assert_true(l->n == 4 && l->step[0] == 5 && l->step[1] == 3 && l->step[2] == 1 && l->step[3] == 0);
	assert_true(r.of[CLOCK_THIRD_PARTY].n == 1 && r.of[CLOCK_THIRD_PARTY].step[0] == 2);
	assert_true(r.of[REMIND_PUBLISH].n == 2 && r.of[REMIND_PUBLISH].step[1] == 1);
	assert_true(r.of[CLOCK_TASK].n == 0 && r.of[CLOCK_FEE_PAYMENT].n == 4);
	assert_true(reminders_parse(NULL, &r, &e) && r.of[CLOCK_ANSWER].n == 0);
}

TEST(a_ladder_that_cannot_be_read_says_why)
{
	static const char *const wrong[][2] = {{"5,x", "数字"}, {"-1", "数字"}, {"251", "数字"}, {"answers=3", "answers"}, {"1,2,3,4,5,6,7,8,9,10,11,12,13", "12"}};
	struct reminders r;
	for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
		struct err e = {0};
		assert_false(reminders_parse(wrong[i][0], &r, &e));
		assert_true(e.code == ERR_INPUT && strstr(e.text, wrong[i][1]));
	}
}

/* 2026-09-18: 09-20 (Sunday) is worked, 09-25…27 and 10-01…07 are not, 10-10 (Saturday) is. */
TEST(steps_are_working_days_and_a_holiday_is_none)
{
	const struct calendar *c = calendar_embedded(t_arena);
	struct reminders r;
	struct err e = {0};
	static const struct { const char *today, *due; int step; } cases[] = {
		{"2026-09-18", "2026-09-25", 5}, {"2026-09-18", "2026-09-28", 10}, {"2026-09-18", "2026-09-29", 10}, {"2026-09-18", "2026-09-21", 3},
		{"2026-09-30", "2026-10-08", 1}, {"2026-10-01", "2026-10-08", 1}, {"2026-10-07", "2026-10-08", 1}, {"2026-10-08", "2026-10-08", 0},
		{"2026-10-09", "2026-10-08", -1}, {"2026-09-30", "2026-10-09", 3}, {"2026-09-30", "2026-10-22", -1}, {"2026-10-08", "2026-10-22", -1},
		{"2026-10-09", "2026-10-22", 10},
	};
	assert_true(reminders_parse("10,5,3,1,0", &r, &e));
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		if (reminder_step(c, &r, CLOCK_ANSWER, on(cases[i].due), on(cases[i].today)) != cases[i].step)
			fail_msg("%s → %s: %d, wanted %d", cases[i].today, cases[i].due, reminder_step(c, &r, CLOCK_ANSWER, on(cases[i].due), on(cases[i].today)),
				cases[i].step);
	assert_int_equal(reminder_step(c, &r, CLOCK_ANSWER, DAY_NONE, on("2026-10-08")), -1);
}

/* Nothing that is reminded of lies behind the horizon, nothing before it is forgotten. */
TEST(the_horizon_is_the_last_day_of_the_first_step)
{
	const struct calendar *c = calendar_embedded(t_arena);
	struct reminders r;
	struct err e = {0};
	assert_true(reminders_parse("5,3,1,0", &r, &e));
	for (daynum today = on("2026-01-01"); today < on("2026-12-01"); today++) {
		daynum last = reminder_horizon(c, &r, CLOCK_ANSWER, today);
		for (daynum due = today; due < today + 30; due++)
			assert_true((reminder_step(c, &r, CLOCK_ANSWER, due, today) >= 0) == (due <= last));
	}
}

TEST(a_list_is_coloured_by_the_first_two_steps)
{
	struct reminders r;
	struct err e = {0};
	assert_true(reminders_parse("5,3,1,0", &r, &e));
	struct badge_steps s = reminder_badge(&r, CLOCK_ANSWER);
	assert_true(s.near == BADGE_STEPS.near && s.soon == BADGE_STEPS.soon);
}
