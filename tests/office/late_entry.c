/* What happened in time and is typed in late: a step is judged by its own day. */
#include <string.h>

#include "office/request.h"
#include "office/steps.h"
#include "tests/office_fixture.h"
#include "tests/test.h"

static struct step_args blank(void)
{
	struct step_args a;
	memset(&a, 0, sizeof a);
	a.on = a.until = a.sent = a.reached = a.notified = a.approved_on = DAY_NONE;
	a.days = a.quantity = a.pages = a.size = INT_NONE;
	a.original = FLAG_NONE;
	return a;
}

/* Received on 2026-03-02, due on 2026-03-30; typed in on 2026-04-20. */
static struct office *late_office(void)
{
	struct office *o = t_office("2026-03-02");
	struct err e = {0};
	if (!t_request(o, NULL, NULL, t_arena, &e))
		fail_msg("%s", e.text);
	o->desk->today = day_make(2026, 4, 20);
	return o;
}

static bool step(struct office *o, const char *verb, struct step_args a, struct err *e)
{
	struct verb_call call = {0};
	*e = (struct err){0};
	return t_do(o, verb_find(verb), 1, &a, &call, e);
}

static struct step_args extension(int month, int day)
{
	struct step_args a = blank();
	a.days = 20;
	a.reason = "情况复杂";
	a.approved_by = "李主任";
	a.approved_on = a.notified = day_make(2026, month, day);
	return a;
}

TEST(an_extension_told_in_time_may_be_typed_in_after_the_date)
{
	struct office *o = late_office();
	struct err e;
	struct matter_case c;
	assert_true(verb_can(o, verb_find("request.extend"), 1, &e));
	assert_false(step(o, "request.extend", extension(3, 31), &e));
	assert_int_equal(e.code, ERR_RULE);
	assert_non_null(strstr(e.text, "届满前"));
	assert_true(step(o, "request.extend", extension(3, 30), &e));
	assert_true(matter_load(o, 1, t_arena, &c, &e));
	assert_int_equal(c.due, day_make(2026, 4, 28));
	assert_false(step(o, "request.extend", extension(3, 30), &e)); /* once */
}

TEST(a_case_lapses_on_a_day_after_the_limit_whenever_it_is_typed_in)
{
	struct office *o = late_office();
	struct err e;
	struct step_args a = blank();
	a.on = day_make(2026, 3, 5);
	a.until = day_make(2026, 3, 20);
	a.items = "请写明文件名称";
	assert_true(step(o, "request.clarify", a, &e));
	a = blank();
	a.on = day_make(2026, 3, 20);
	assert_false(step(o, "request.lapse", a, &e));
	assert_int_equal(e.code, ERR_RULE);
	a.on = day_make(2026, 3, 21);
	assert_true(step(o, "request.lapse", a, &e));
}

TEST(nothing_is_decided_on_a_day_when_the_third_party_still_had_time)
{
	struct office *o = late_office();
	struct err e;
	struct step_args a = blank();
	a.party = "甲公司";
	a.sent = day_make(2026, 3, 3);
	a.reached = day_make(2026, 3, 4);
	assert_true(step(o, "request.consult", a, &e));
	a = blank();
	a.outcome = "granted";
	a.signer = "申请人";
	a.on = day_make(2026, 3, 25); /* the third party's limit */
	assert_false(step(o, "request.answer_now", a, &e));
	assert_int_equal(e.code, ERR_RULE);
}

static const char *state_of(struct office *o)
{
	struct matter_case c;
	struct err e = {0};
	assert_true(matter_load(o, 1, t_arena, &c, &e));
	return c.matter.state;
}

TEST(whatever_was_only_recorded_can_be_taken_back_and_then_done_again)
{
	struct office *o = late_office();
	struct err e;
	struct step_args a = blank();
	a.reason = "申请人来函撤回";
	for (int again = 0; again < 2; again++) {
		assert_true(step(o, "request.withdraw", a, &e));
		assert_string_equal(state_of(o), "decided");
		assert_true(t_do(o, verb_find("request.undo"), 1, NULL, NULL, &e));
		assert_string_equal(state_of(o), "open");
	}
	a.where = "公文系统";
	a.words = "处罚";
	a.result = "没有";
	assert_true(step(o, "request.search", a, &e));
	assert_true(t_do(o, verb_find("request.undo"), 1, NULL, NULL, &e));
	a.outcome = "not_existing";
	a.reasons = "检索公文系统，没有这份决定书";
	a.approved_by = "李主任";
	assert_false(step(o, "request.decide", a, &e)); /* the search no longer counts */
	assert_false(t_do(o, verb_find("request.undo"), 1, NULL, NULL, &e)); /* and an undoing is not undone */
	t_verify(o);
}

static bool opinion(struct office *o, const char *party, const char *answer, daynum on, struct err *e)
{
	struct step_args a = blank();
	a.party = party;
	a.answer = answer;
	a.on = on;
	return step(o, "request.opinion", a, e);
}

TEST(a_third_party_is_silent_only_after_its_fifteen_days)
{
	struct office *o = late_office();
	struct err e;
	struct step_args a = blank();
	a.party = "甲公司";
	a.sent = day_make(2026, 3, 9);
	a.reached = day_make(2026, 3, 11);
	assert_true(step(o, "request.consult", a, &e));
	assert_false(opinion(o, "甲公司", "consent", day_make(2026, 3, 10), &e)); /* before it had the letter */
	assert_string_equal(e.field, "on");
	assert_false(opinion(o, "甲公司", "none", day_make(2026, 4, 1), &e));
	assert_string_equal(e.field, "answer");
	assert_non_null(strstr(e.text, "2026-04-01"));
	assert_true(opinion(o, "甲公司", "none", day_make(2026, 4, 2), &e));
	a.party = "查无此人公司"; /* a letter that came back has no limit to wait for */
	a.reached = DAY_NONE;
	assert_true(step(o, "request.consult", a, &e));
	assert_true(opinion(o, "查无此人公司", "none", day_make(2026, 3, 20), &e));
}

TEST(an_approval_older_than_the_request_is_a_slip)
{
	struct office *o = late_office();
	struct err e;
	struct step_args a = extension(3, 20);
	a.approved_on = day_make(2026, 2, 27);
	assert_false(step(o, "request.extend", a, &e));
	assert_string_equal(e.field, "approved_on");
	a.approved_on = day_make(2026, 3, 2);
	assert_true(step(o, "request.extend", a, &e));
}

TEST(a_reasonable_delay_is_not_extended)
{
	struct office *o = late_office();
	struct err e;
	struct step_args a = blank();
	a.on = day_make(2026, 3, 9);
	assert_true(step(o, "request.ask_reasons", a, &e));
	a.on = day_make(2026, 3, 20);
	a.until = day_make(2026, 6, 30);
	a.reason = "需逐件核对";
	assert_true(step(o, "request.delay", a, &e));
	assert_false(step(o, "request.extend", extension(3, 23), &e));
	assert_non_null(strstr(e.text, "延迟"));
	assert_true(step(o, "request.extend", extension(3, 19), &e)); /* told before the delay, typed in after it */
}

/* Delayed on the day it came in: there is no day left on which it could have been extended, so nobody is offered to. */
TEST(what_was_delayed_on_its_first_day_is_not_offered_an_extension)
{
	struct office *o = late_office();
	struct step_args a = blank();
	struct err e = {0};
	a.on = day_make(2026, 3, 2);
	assert_true(step(o, "request.ask_reasons", a, &e));
	a.until = day_make(2026, 5, 29);
	a.reason = "数量大";
	assert_true(step(o, "request.delay", a, &e));
	assert_false(verb_can(o, verb_find("request.extend"), 1, &e));
	assert_non_null(strstr(e.text, "合理延迟期限"));
	const struct err offered = e;
	assert_false(step(o, "request.extend", extension(3, 2), &e));
	assert_string_equal(e.text, offered.text);
}
