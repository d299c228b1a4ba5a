/* The answer that was handed over: sent once more, recorded wrong; the file that gets its number when it is on the shelf. */
#include <string.h>

#include "gen/q_steps.h"
#include "office/steps.h"
#include "tests/office/teller.h"
#include "tests/office_fixture.h"
#include "tests/test.h"

static const struct step_args NOTHING = {.on = DAY_NONE, .until = DAY_NONE, .sent = DAY_NONE, .reached = DAY_NONE, .notified = DAY_NONE,
	.approved_on = DAY_NONE, .days = INT_NONE, .quantity = INT_NONE, .pages = INT_NONE, .size = INT_NONE, .original = FLAG_NONE};

static void on_day(struct teller *t, const char *day)
{
	assert_true(day_parse(day, &t->o->desk->today));
}

static bool tell(struct teller *t, const char *verb, struct step_args a, struct err *e)
{
	return t_do(t->o, verb_find(arena_printf(t_arena, "%s.%s", t->noun, verb)), t->id, &a, NULL, e);
}

/* A case answered by post on 2026-03-12. */
static struct teller answered(const char *noun)
{
	struct teller t = {.o = t_office("2026-03-09"), .noun = noun};
	struct step_args post = NOTHING, known = NOTHING;
	struct err e = {0};
	teller_furnish(t.o);
	t.id = teller_register(&t, true, "李四");
	const struct verb *decide = verb_find(arena_printf(t_arena, "%s.decide", noun));
	assert_done(t_do(t.o, decide, t.id, teller_args(&t, decide), NULL, &e));
	assert_true(teller_other(&t, TELL_LETTER));
	known.by = "甲";
	if (!strcmp(noun, "correction"))
		assert_done(tell(&t, "identity", known, &e));
	on_day(&t, "2026-03-12");
	post.method = "post";
	post.carrier = "ems";
	post.waybill = "EA100000001CN";
	assert_done(tell(&t, "deliver", post, &e));
	return t;
}

struct seen {
	int64_t standing;
	const char *waybill, *again;
	daynum sent, answered;
};

static struct seen look(struct teller *t)
{
	struct matter_case c = teller_load(t);
	struct seen out = {.answered = DAY_NONE};
	struct err e = {0};
	struct q *q = q_open(t->o->store, &Q_delivery_last);
	q_int(q, "matter_id", t->id);
	assert_true(q_row(q, &e));
	out.waybill = q_get_text(q, "waybill", t_arena);
	out.again = q_get_text(q, "again", t_arena);
	out.sent = q_get_day(q, "sent_on");
	q_end(q);
	for (size_t i = 0; i < c.nevents; i++)
		if (c.events[i].kind == EV_ANSWERED) {
			out.standing++;
			out.answered = c.events[i].day;
		}
	return out;
}

static daynum march(int day)
{
	return day_make(2026, 3, day);
}

TEST(a_delivery_recorded_wrong_is_struck_out_and_the_answer_has_its_new_day)
{
	static const char *const nouns[] = {"request", "correction"};
	for (size_t i = 0; i < 2; i++) {
		struct teller t = answered(nouns[i]);
		struct step_args fix = NOTHING;
		struct err e = {0};
		on_day(&t, "2026-03-16");
		fix.reason = "抄错日期和号码";
		fix.on = march(10);
		fix.waybill = "EA100000002CN";
		assert_done(tell(&t, "deliver_fix", fix, &e));
		struct seen s = look(&t);
		assert_string_equal(s.waybill, "EA100000002CN");
		assert_int_equal(s.sent, march(10));
		assert_int_equal(s.answered, march(10));
		assert_int_equal(s.standing, 1);
		fix.on = march(17);
		assert_false(tell(&t, "deliver_fix", fix, &e));
		assert_string_equal(e.field, "on");
		t_verify(t.o);
		t_office_end();
	}
}

TEST(what_came_back_is_sent_once_more_and_was_answered_the_first_time)
{
	struct teller t = answered("request");
	struct step_args again = NOTHING, fix = NOTHING;
	struct err e = {0};
	on_day(&t, "2026-03-20");
	again.method = "post";
	again.carrier = "courier";
	again.waybill = "SF1";
	again.reason = "地址不详退回";
	assert_false(tell(&t, "deliver_again", again, &e)); /* 国办公开办函〔2016〕235号 */
	again.carrier = "ems";
	again.on = march(11);
	assert_false(tell(&t, "deliver_again", again, &e)); /* before the first */
	again.on = DAY_NONE;
	e = (struct err){0};
	assert_done(tell(&t, "deliver_again", again, &e));
	struct seen s = look(&t);
	assert_string_equal(s.again, "地址不详退回");
	assert_int_equal(s.sent, march(20));
	assert_int_equal(s.answered, march(12));
	/* what is mended now is the second record: the answer stays where it is */
	fix.reason = "号码";
	fix.waybill = "EA100000009CN";
	assert_done(tell(&t, "deliver_fix", fix, &e));
	s = look(&t);
	assert_string_equal(s.waybill, "EA100000009CN");
	assert_string_equal(s.again, "地址不详退回");
	assert_int_equal(s.answered, march(12));
	assert_int_equal(s.standing, 1);
	t_verify(t.o);
}

TEST(a_file_gets_its_number_when_it_is_on_the_shelf)
{
	struct teller t = answered("request");
	struct step_args shelf = NOTHING;
	struct err e = {0};
	shelf.archive_number = "2026-D30-17";
	assert_false(tell(&t, "shelve", shelf, &e)); /* not on the shelf yet */
	e = (struct err){0};
	assert_done(tell(&t, "archive", NOTHING, &e));
	assert_null(teller_load(&t).matter.archive_number);
	shelf.retention = "30年";
	assert_done(tell(&t, "shelve", shelf, &e));
	shelf.archive_number = "2026-D30-18";
	shelf.retention = NULL;
	assert_done(tell(&t, "shelve", shelf, &e));
	struct matter_case c = teller_load(&t);
	assert_string_equal(c.matter.archive_number, "2026-D30-18");
	assert_string_equal(c.matter.retention, "30年");
	assert_string_equal(c.matter.state, "archived");
	assert_int_equal(c.matter.closed_on, march(12));
	assert_done(t_do(t.o, verb_find("request.undo"), t.id, NULL, NULL, &e));
	assert_string_equal(teller_load(&t).matter.archive_number, "2026-D30-17");
	t_verify(t.o);
}
