/* Faults about dates that were found in other disclosure programs, one test each, so that they are not made again here. */
#include "tests/test.h"
#include "law/badge.h"
#include "law/ledger.h"
#include "law/outcome.h"
#include "law/procedure.h"
#include "law/rule.h"

#include <string.h>

static daynum on(const char *iso)
{
	daynum d;
	if (!day_parse(iso, &d))
		fail_msg("no day %s", iso);
	return d;
}

static struct clock_event event(enum clock_event_kind kind, const char *day, int days)
{
	struct clock_event e = CLOCK_NO_EVENT;
	e.kind = kind;
	e.day = on(day);
	e.days = days;
	return e;
}

TEST(peer_bug_1_date_routines_that_disagree)
{
	struct calendar *c = calendar_embedded(t_arena);
	const struct ruleset *r = ruleset_find(law_embedded(t_arena), "2019");
	for (daynum d = on("2021-01-01"); d <= on("2025-12-31"); d++) {
		struct clock_event ev = CLOCK_NO_EVENT;
		struct clock k;
		struct clock_ledger case_ledger, plain;
		struct arena work = {0};
		ev.kind = EV_RECEIVED;
		ev.day = d;
		clock_run(c, r, &ev, 1, &k);
		clock_explain(c, r, &ev, 1, d, &work, &case_ledger);
		clock_explain_period(c, d, 20, false, true, &work, &plain);
		struct rule rule = {.kind = RULE_WD, .n = 20};
		struct rule_facts f = RULE_NO_FACTS;
		struct rule_due due;
		f.formed = d;
		rule_due(c, &rule, &f, &work, &due);
		if (k.due != case_ledger.due || k.due != plain.due || k.due != due.due || k.due != rule_period(c, d, 20, UNIT_WORKING, true) ||
			calendar_count(c, d, k.due) != 20)
			fail_msg("routines disagree on %d", d);
		arena_free(&work);
	}
}

TEST(peer_bug_2_a_holiday_on_a_weekend_taken_out_twice)
{
	struct calendar *c = calendar_embedded(t_arena);
	/* 2022-10-01 and 02 are Saturday and Sunday inside the holiday */
	assert_int_equal(calendar_count(c, on("2022-09-30"), on("2022-10-09")), 2);
	assert_int_equal(clock_badge(c, &(struct clock){.state = CLOCK_RUNNING, .due = on("2022-10-10")}, on("2022-09-30"), BADGE_STEPS).left, 3);
}

TEST(peer_bug_3_a_holiday_window_around_today)
{
	/* An old case is counted with the holidays of its own year, whatever the day of asking. */
	struct calendar *c = calendar_embedded(t_arena);
	const struct ruleset *r = ruleset_find(law_embedded(t_arena), "2008");
	struct clock_event ev = event(EV_RECEIVED, "2011-06-01", 0);
	struct clock then, now;
	clock_run_on(c, r, &ev, 1, on("2011-06-02"), &then);
	clock_run_on(c, r, &ev, 1, on("2026-11-21"), &now);
	assert_int_equal(then.due, on("2011-06-23"));
	assert_int_equal(now.due, then.due);
}

TEST(peer_bug_4_holidays_as_constants)
{
	/* A notice that is loaded moves a case that is open. */
	struct calendar *was = calendar_embedded(t_arena), *is;
	struct calendar_rows rows = calendar_rows_of(was, 0, t_arena);
	struct calendar_row *all = arena_array(t_arena, struct calendar_row, rows.n + 1);
	struct err e = {0};
	memcpy(all, rows.rows, rows.n * sizeof *all);
	all[rows.n] = (struct calendar_row){.date = on("2026-03-16"), .name = "纪念日", .notice = "国发明电〔2026〕1号"};
	assert_done(calendar_build(all, rows.n + 1, t_arena, &is, &e));
	const struct ruleset *r = ruleset_find(law_embedded(t_arena), "2019");
	struct clock_event ev = event(EV_RECEIVED, "2026-03-02", 0);
	struct clock k;
	clock_run(was, r, &ev, 1, &k);
	assert_int_equal(k.due, on("2026-03-30"));
	clock_run(is, r, &ev, 1, &k);
	assert_int_equal(k.due, on("2026-03-31"));
}

TEST(peer_bug_5_an_extension_undone_by_subtracting)
{
	struct calendar *c = calendar_embedded(t_arena);
	const struct ruleset *r = ruleset_find(law_embedded(t_arena), "2019");
	int differs = 0;
	for (daynum d = on("2026-01-01"); d <= on("2026-10-31"); d++) {
		struct clock_event ev[2] = {CLOCK_NO_EVENT, CLOCK_NO_EVENT};
		struct clock k, extended;
		ev[0].kind = EV_RECEIVED;
		ev[0].day = ev[1].day = d;
		ev[1].kind = EV_EXTENDED;
		ev[1].days = 20;
		clock_run(c, r, ev, 1, &k);
		clock_run(c, r, ev, 2, &extended);
		assert_int_equal(calendar_count(c, k.due, extended.due), 20);
		differs += calendar_add(c, calendar_add(c, d, 20), -20) != d;
		clock_run(c, r, ev, 1, &extended); /* undone: the event is gone, the date is computed anew */
		assert_int_equal(extended.due, k.due);
	}
	assert_true(differs > 50); /* subtracting would have been wrong for every rest day */
}

TEST(peer_bug_6_pauses_forgotten_when_the_date_is_overwritten)
{
	struct calendar *c = calendar_embedded(t_arena);
	const struct ruleset *r = ruleset_find(law_embedded(t_arena), "2019");
	struct clock_event ev[] = {event(EV_RECEIVED, "2026-03-02", 0), event(EV_CLARIFY_SENT, "2026-03-04", 0), event(EV_CLARIFIED, "2026-03-16", 0),
		event(EV_EXTENDED, "2026-04-01", 10)};
	struct clock_ledger l;
	clock_explain(c, r, ev, 4, on("2026-04-02"), t_arena, &l);
	int waiting = 0, starts = 0;
	for (size_t i = 0; i < l.n; i++) {
		waiting += l.lines[i].kind == LINE_WAITING;
		starts += l.lines[i].kind == LINE_START;
	}
	assert_int_equal(waiting, 7);
	assert_int_equal(starts, 2);
	assert_int_equal(l.limit, 30);
}

TEST(peer_bug_7_two_extension_rules_in_one_program)
{
	/* Extended on the last day or on the first, the date is the same: working days of one period. */
	struct calendar *c = calendar_embedded(t_arena);
	const struct ruleset *r = ruleset_find(law_embedded(t_arena), "2019");
	struct clock_event early[] = {event(EV_RECEIVED, "2026-01-30", 0), event(EV_EXTENDED, "2026-02-02", 20)};
	struct clock_event late[] = {event(EV_RECEIVED, "2026-01-30", 0), event(EV_EXTENDED, "2026-03-05", 20)};
	struct clock a, b;
	clock_run(c, r, early, 2, &a);
	clock_run(c, r, late, 2, &b);
	assert_int_equal(a.due, on("2026-04-02"));
	assert_int_equal(b.due, a.due);
}

TEST(peer_bug_8_calendar_days_standing_in_for_working_days)
{
	struct calendar *c = calendar_embedded(t_arena);
	assert_int_equal(calendar_add(c, on("2026-02-10"), 20), on("2026-03-16"));
	assert_int_not_equal(calendar_add(c, on("2026-02-10"), 20), on("2026-02-10") + 28);
}

TEST(peer_bug_9_due_today_counted_as_overdue)
{
	struct calendar *c = calendar_embedded(t_arena);
	struct badge b = badge_day(c, on("2026-03-30"), false, on("2026-03-30"), BADGE_STEPS);
	assert_int_equal(b.level, BADGE_TODAY);
	assert_string_equal(b.text, "今日");
	const struct ruleset *r = ruleset_find(law_embedded(t_arena), "2019");
	struct clock_event ev[] = {event(EV_RECEIVED, "2026-03-02", 0), event(EV_ANSWERED, "2026-03-30", 0)};
	struct clock k;
	clock_run(c, r, ev, 2, &k);
	assert_false(k.late);
}

TEST(peer_bug_10_thresholds_tested_in_the_wrong_order)
{
	struct calendar *c = calendar_embedded(t_arena);
	daynum due = on("2026-03-30");
	static const enum badge_level wanted[] = {BADGE_TODAY, BADGE_SOON, BADGE_SOON, BADGE_SOON, BADGE_NEAR, BADGE_NEAR, BADGE_NORMAL, BADGE_NORMAL};
	for (int left = 0; left < 8; left++) {
		struct badge b = badge_day(c, due, false, calendar_add(c, due, -left), BADGE_STEPS);
		assert_int_equal(b.level, wanted[left]);
		assert_int_equal(b.left, left);
	}
	assert_int_equal(badge_day(c, due, false, due + 1, BADGE_STEPS).level, BADGE_LATE);
	assert_int_equal(badge_day(c, due, false, on("2026-04-02"), BADGE_STEPS).left, -3);
	assert_int_equal(badge_day(c, due, false, on("2026-03-20"), (struct badge_steps){.soon = 10, .near = 12}).level, BADGE_SOON);
}

TEST(peer_bug_11_overdue_as_a_stored_status)
{
	/* Nothing but the day of asking changes what is shown. */
	struct calendar *c = calendar_embedded(t_arena);
	struct clock k = {.state = CLOCK_RUNNING, .due = on("2026-03-30")};
	assert_string_equal(clock_badge(c, &k, on("2026-03-27"), BADGE_STEPS).text, "剩 1");
	assert_string_equal(clock_badge(c, &k, on("2026-03-31"), BADGE_STEPS).text, "逾 1");
	assert_string_equal(clock_badge(c, &k, on("2026-03-27"), BADGE_STEPS).text, "剩 1");
}

TEST(peer_bug_14_a_ground_kept_when_the_outcome_changes)
{
	/* An outcome that knows no ground is never counted or appealed by one that was left behind. */
	struct law *l = law_embedded(t_arena);
	assert_string_equal(outcome_row(l, "2019", "granted", "14-1"), "A");
	assert_int_equal(outcome_remedy(l, "2019", "granted", "14-1", on("2026-03-02")), REMEDY_ALT);
	assert_int_equal(outcome_remedy(l, "2019", "not_existing", "16-8", on("2026-03-02")), REMEDY_ALT);
}

TEST(peer_bug_16_a_case_deleted_with_its_trail)
{
	for (const struct proc_step *s = proc_steps; s->verb; s++)
		assert_null(strstr(s->verb, "delete"));
	struct err e = {0};
	assert_null(proc_find(PROC_REQUEST_2019, STATE_ARCHIVED, "void", 0, &e));
	assert_int_equal(e.code, ERR_RULE);
}
