/* Reminders on the desk: which step a case is on today, and that an extended, stopped or answered one reminds of nothing. */
#include "office/agenda.h"

#include <string.h>

#include "office/request.h"
#include "office/setting.h"
#include "office/steps.h"
#include "tests/office_fixture.h"
#include "tests/test.h"

/* The row of the case in that section; NULL. */
static const struct agenda_row *row_in(struct office *o, const char *section, const char *id)
{
	struct agenda *g = arena_new(t_arena, struct agenda);
	struct err e = {0};
	assert_true(agenda_load(o, t_arena, g, &e));
	for (size_t i = 0; i < AGENDA_SECTIONS; i++)
		for (size_t k = 0; !strcmp(g->sections[i].key, section) && k < g->sections[i].n; k++)
			if (!strcmp(g->sections[i].rows[k].id, id))
				return &g->sections[i].rows[k];
	return NULL;
}

static struct step_args blank(void)
{
	struct step_args a;
	memset(&a, 0, sizeof a);
	a.on = a.until = a.sent = a.reached = a.notified = a.approved_on = a.applied_on = DAY_NONE;
	a.days = a.quantity = a.pages = a.size = INT_NONE;
	a.original = FLAG_NONE;
	return a;
}

static void at(struct office *o, const char *day)
{
	assert_true(day_parse(day, &o->desk->today));
}

static void set(struct office *o, const char *value)
{
	struct setting_args in = {.key = "reminders", .value = value, .valid_from = DAY_NONE};
	struct err e = {0};
	assert_true(t_do(o, &setting_set, INT_NONE, &in, NULL, &e));
}

/* Due 2026-10-22 by the holidays of autumn. */
TEST(a_case_climbs_the_ladder_day_by_day)
{
	struct office *o = t_office("2026-09-18");
	struct err e = {0};
	assert_true(t_request(o, NULL, NULL, t_arena, &e));
	set(o, "10,5,3,1,0");
	at(o, "2026-10-08");
	assert_null(row_in(o, "due_soon", "2026-0001"));
	static const struct { const char *day; int step; } days[] = {
		{"2026-10-09", 10}, {"2026-10-14", 10}, {"2026-10-15", 5}, {"2026-10-18", 5}, {"2026-10-19", 3}, {"2026-10-20", 3}, {"2026-10-21", 1},
	};
	for (size_t i = 0; i < sizeof days / sizeof *days; i++) {
		at(o, days[i].day);
		const struct agenda_row *r = row_in(o, "due_soon", "2026-0001");
		if (!r || r->step != days[i].step)
			fail_msg("%s: step %d, wanted %d", days[i].day, r ? r->step : -9, days[i].step);
	}
	at(o, "2026-10-22");
	const struct agenda_row *r = row_in(o, "due_today", "2026-0001");
	assert_true(r && r->step == 0);
	at(o, "2026-10-23");
	r = row_in(o, "overdue", "2026-0001");
	assert_true(r && r->step == -1);
}

TEST(a_step_that_the_office_does_not_want_is_not_announced)
{
	struct office *o = t_office("2026-09-18");
	struct err e = {0};
	assert_true(t_request(o, NULL, NULL, t_arena, &e));
	set(o, "10,5\nanswer=1");
	at(o, "2026-10-20");
	assert_null(row_in(o, "due_soon", "2026-0001"));
	at(o, "2026-10-21");
	assert_non_null(row_in(o, "due_soon", "2026-0001"));
	struct request_row *rows;
	size_t n;
	struct request_filter f;
	record_clear(&request_filter_type, &f);
	assert_true(request_list(o, &f, t_arena, &rows, &n, &e));
	assert_true(n == 1 && rows[0].level == BADGE_SOON);
	at(o, "2026-10-20");
	assert_true(request_list(o, &f, t_arena, &rows, &n, &e));
	assert_true(n == 1 && rows[0].level == BADGE_NORMAL);
}

TEST(what_was_extended_stopped_or_answered_reminds_of_nothing)
{
	struct office *o = t_office("2026-09-18");
	struct err e = {0};
	struct step_args a = blank();
	for (int i = 0; i < 3; i++)
		assert_true(t_request(o, NULL, NULL, t_arena, &e));
	at(o, "2026-10-21");
	assert_non_null(row_in(o, "due_soon", "2026-0001"));
	a.days = 20;
	a.reason = "案情复杂";
	a.approved_by = "负责人";
	assert_true(t_do(o, verb_find("request.extend"), 1, &a, NULL, &e));
	assert_null(row_in(o, "due_soon", "2026-0001"));
	assert_null(row_in(o, "overdue", "2026-0001"));
	a = blank();
	a.items = "内容描述";
	assert_true(t_do(o, verb_find("request.clarify"), 2, &a, NULL, &e));
	assert_null(row_in(o, "due_soon", "2026-0002"));
	a = blank();
	assert_true(t_do(o, verb_find("request.withdraw"), 3, &a, NULL, &e));
	assert_null(row_in(o, "due_soon", "2026-0003"));
}
