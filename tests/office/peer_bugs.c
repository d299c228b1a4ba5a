/* Bugs found in the code of other disclosure systems, each held off by a test named after it. */
#include <string.h>

#include "office/agenda.h"
#include "office/audit_list.h"
#include "office/batch.h"
#include "office/choice.h"
#include "office/decision.h"
#include "office/request.h"
#include "office/similar.h"
#include "office/steps.h"
#include "tests/office_fixture.h"
#include "tests/test.h"

static int64_t request_of(struct office *o, const char *name, const char *content)
{
	struct request r;
	struct verb_call call = {0};
	struct err e = {0};
	record_clear(&request_type, &r);
	r.channel = "in_person";
	r.applicant.applicant_kind = "natural";
	r.applicant.name = name;
	r.content = content;
	assert_done(t_do(o, verb_find("request.register"), INT_NONE, &r, &call, &e));
	return call.subject_id;
}

static struct step_args nothing(void)
{
	struct step_args a;
	memset(&a, 0, sizeof a);
	a.on = a.until = a.sent = a.reached = a.notified = a.approved_on = DAY_NONE;
	a.days = a.quantity = a.pages = a.size = INT_NONE;
	a.original = FLAG_NONE;
	return a;
}

static void step(struct office *o, const char *verb, int64_t id, struct step_args *a)
{
	struct err e = {0};
	if (!t_do(o, verb_find(verb), id, a, NULL, &e))
		fail_msg("%s: %s", verb, e.text);
}

static void go(struct office *o, const char *day)
{
	assert_true(day_parse(day, &o->desk->today));
}

static void due(struct office *o, int64_t id, const char *want)
{
	struct matter_case c;
	struct err e = {0};
	char iso[DAY_ISO];
	assert_done(matter_load(o, id, t_arena, &c, &e));
	assert_string_equal(day_iso(c.due, iso), want);
}

/* Reverting an extension by subtracting days fails from every rest day. */
TEST(peer_bug_5_an_extension_is_undone_by_computing_anew_not_by_subtracting)
{
	struct office *o = t_office("2026-09-18");
	int64_t id = request_of(o, "甲", "一件");
	due(o, id, "2026-10-22");
	struct step_args a = nothing();
	a.days = 20;
	a.reason = "案情复杂";
	a.approved_by = "张主任";
	step(o, "request.extend", id, &a);
	due(o, id, "2026-11-19");
	step(o, "request.undo", id, NULL);
	due(o, id, "2026-10-22");
}

/* The due date overwritten in place, the history of pauses lost. */
TEST(peer_bug_6_every_pause_stays_in_the_events)
{
	struct office *o = t_office("2026-03-02");
	int64_t id = request_of(o, "甲", "一件");
	struct step_args a = nothing();
	struct matter_case c;
	struct err e = {0};
	go(o, "2026-03-09");
	a.items = "身份证明";
	step(o, "request.clarify", id, &a);
	go(o, "2026-03-25");
	a = nothing();
	step(o, "request.clarified", id, &a);
	assert_done(matter_load(o, id, t_arena, &c, &e));
	assert_int_equal(c.nevents, 3);
	assert_int_equal(c.events[1].kind, EV_CLARIFY_SENT);
	assert_int_equal(c.events[2].kind, EV_CLARIFIED);
	due(o, id, "2026-04-23");
}

static size_t in_section(struct office *o, const char *key, const char *id)
{
	struct agenda g;
	struct err e = {0};
	size_t found = 0;
	assert_done(agenda_load(o, t_arena, &g, &e));
	for (size_t i = 0; i < AGENDA_SECTIONS; i++)
		for (size_t k = 0; strcmp(g.sections[i].key, key) == 0 && k < g.sections[i].n; k++)
			found += strcmp(g.sections[i].rows[k].id, id) == 0;
	return found;
}

TEST(peer_bug_9_due_today_is_not_overdue)
{
	struct office *o = t_office("2026-03-02");
	request_of(o, "甲", "一件");
	go(o, "2026-03-30");
	assert_int_equal(in_section(o, "due_today", "2026-0001"), 1);
	assert_int_equal(in_section(o, "overdue", "2026-0001"), 0);
	go(o, "2026-03-31");
	assert_int_equal(in_section(o, "overdue", "2026-0001"), 1);
}

/* Overdue kept as a status that a night job refreshes. */
TEST(peer_bug_11_overdue_is_computed_when_it_is_shown)
{
	struct office *o = t_office("2026-03-02");
	struct request_filter f;
	struct request_row *rows;
	size_t n;
	struct err e = {0};
	request_of(o, "甲", "一件");
	record_clear(&request_filter_type, &f);
	go(o, "2026-04-02");
	assert_done(request_list(o, &f, t_arena, &rows, &n, &e));
	assert_int_equal(n, 1);
	assert_int_equal(rows[0].left, -3);
	assert_int_equal(rows[0].level, BADGE_LATE);
}

/* The year of a number taken from another time zone; the serial handed out without a transaction. */
TEST(peer_bug_13_the_last_day_of_the_year_numbers_in_its_own_year)
{
	struct office *o = t_office("2025-12-31");
	struct matter_case c;
	struct err e = {0};
	assert_done(matter_load(o, request_of(o, "甲", "一件"), t_arena, &c, &e));
	assert_string_equal(c.matter.number, "2025-0001");
	go(o, "2026-01-01");
	assert_done(matter_load(o, request_of(o, "甲", "又一件"), t_arena, &c, &e));
	assert_string_equal(c.matter.number, "2026-0001");
}

TEST(peer_bug_14_a_ground_of_refusal_does_not_outlive_its_outcome)
{
	struct office *o = t_office("2026-03-02");
	int64_t id = request_of(o, "甲", "一件");
	struct step_args a = nothing();
	struct decision d;
	bool found;
	struct err e = {0};
	a.outcome = "refused";
	a.ground = "16-1";
	a.reasons = "内部人事管理信息，公开将影响正常管理";
	step(o, "request.decide", id, &a);
	step(o, "request.undo", id, NULL);
	a = nothing();
	a.outcome = "granted";
	a.ground = "16-1";
	step(o, "request.decide", id, &a);
	assert_done(decision_load(o, id, t_arena, &d, &found, &e));
	assert_true(found);
	assert_string_equal(d.outcome, "granted");
	assert_null(d.ground);
}

TEST(peer_bug_15_two_people_may_ask_the_same_thing)
{
	struct office *o = t_office("2026-03-02");
	int64_t one = request_of(o, "甲", "同样的内容"), two = request_of(o, "乙", "同样的内容");
	assert_true(one != two);
}

TEST(peer_bug_20_trailing_spaces_do_not_hide_a_duplicate)
{
	struct office *o = t_office("2026-03-02");
	struct request_view v;
	const struct similar *s;
	size_t n;
	struct err e = {0};
	request_of(o, "甲", "2025年度冻品查验记录");
	int64_t id = request_of(o, "乙", "2025年度　冻品查验记录  \n");
	assert_done(request_load(o, id, t_arena, &v, &e));
	assert_done(request_similar(o, &v.request, id, t_arena, &s, &n, &e));
	assert_int_equal(n, 1);
	assert_string_equal(s[0].number, "2026-0001");
}

/* A time stamp taken once when the program started, and shared by every event that named none. */
TEST(peer_bug_12_every_line_has_its_own_instant)
{
	struct office *o = t_office("2026-03-02");
	struct audit_filter f = {.subject_id = INT_NONE, .before = INT_NONE, .limit = 10};
	struct audit_entries lines;
	struct err e = {0};
	int64_t id = request_of(o, "甲", "一件");
	struct step_args a = nothing();
	step(o, "request.ask_reasons", id, &a);
	go(o, "2026-03-04");
	a = nothing();
	a.title = "附件";
	a.kind = "other";
	step(o, "request.material", id, &a);
	assert_done(audit_list(o, &f, false, t_arena, &lines, &e));
	assert_true(lines.n >= 3);
	for (size_t i = 0; i < 2; i++)
		assert_true(strcmp(lines.rows[i].at, lines.rows[i + 1].at) > 0);
	assert_memory_equal(lines.rows[0].at, "2026-03-04", 10);
	assert_memory_equal(lines.rows[1].at, "2026-03-02", 10);
}

/* The days told of the newest line; every change is one, and what stayed is not told. */
static size_t days_told(struct office *o, int64_t id, const char *arrived, const char *applied)
{
	struct audit_filter f = {.subject = "request", .subject_id = id, .before = INT_NONE, .limit = 1};
	struct audit_entries lines;
	struct err e = {0};
	size_t days = 0;
	assert_done(audit_list(o, &f, true, t_arena, &lines, &e));
	assert_true(lines.n == 1 && lines.rows[0].nchanges > 0);
	for (size_t i = 0; i < lines.rows[0].nchanges; i++) {
		const struct audit_change *c = &lines.rows[0].changes[i];
		bool came = !strcmp(c->field, "arrived") || !strcmp(c->field, "received");
		assert_true(!c->old || !c->now || strcmp(c->old, c->now) != 0);
		if (!came && strcmp(c->field, "applied_on") != 0)
			continue;
		days++;
		assert_string_equal(c->now, came ? arrived : applied); /* 2026-03-06, in whichever table it stands */
		assert_true(!c->old || strlen(c->old) == strlen(c->now));
	}
	return days;
}

/* Histories of fields told by several loops, each with its own way to write a day: an unchanged date looked changed. */
TEST(peer_bug_17_a_changed_date_is_told_in_one_form)
{
	struct office *o = t_office("2026-03-09");
	int64_t id = request_of(o, "甲", "一件");
	struct request_change change;
	struct err e = {0};
	record_clear(&request_change_type, &change);
	assert_done(request_typed(o, id, t_arena, &change.now, NULL, &e));
	change.now.arrived = day_make(2026, 3, 6);
	change.now.applied_on = day_make(2026, 3, 5);
	change.reason = "登记有误";
	change.version = INT_NONE;
	assert_done(t_do(o, verb_find("request.change"), id, &change, NULL, &e));
	assert_int_equal(days_told(o, id, "2026-03-06", "2026-03-05"), 3);
	assert_done(request_typed(o, id, t_arena, &change.now, NULL, &e));
	change.now.arrived = day_make(2026, 3, 7);
	change.version = INT_NONE;
	assert_done(t_do(o, verb_find("request.change"), id, &change, NULL, &e));
	assert_int_equal(days_told(o, id, "2026-03-07", ""), 2); /* the day it was applied for is as it was */
}

/* A bulk act that swallowed each fault and printed "failed". */
TEST(peer_bug_18_each_row_of_a_batch_keeps_its_own_reason)
{
	struct office *o = t_office("2026-03-02");
	int64_t good = request_of(o, "甲", "一件"), gone = request_of(o, "乙", "又一件");
	struct request_void why = {"登记错误"};
	struct step_args reasons = nothing();
	struct batch_act ask = {.verb = verb_find("request.ask_reasons"), .args = &reasons};
	struct err e = {0};
	struct batch b;
	assert_done(t_do(o, verb_find("request.void"), gone, &why, NULL, &e));
	batch_open(&b, o);
	for (int i = 0; i < 2; i++) {
		unsigned char cmd[CMD_ID_LEN];
		cmd_id_new(o->desk, cmd);
		batch_add(&b, i ? good : gone, &ask, cmd);
	}
	while (batch_step(&b))
		;
	assert_int_equal(b.rows[0].state, BATCH_REFUSED);
	assert_non_null(strstr(b.rows[0].text, "办件已作废"));
	assert_int_equal(b.rows[1].state, BATCH_DONE);
	assert_null(b.fault);
	batch_close(&b);
}

/* Lists of agencies and roles compiled into the program. */
TEST(peer_bug_19_who_there_is_stands_in_the_office_file)
{
	static const struct { const char *verb, *source, *name; } nouns[] = {{"unit.add", "unit", "新设的科"}, {"person.add", "person", "新来的人"}};
	struct office *o = t_office("2026-03-02");
	struct input in = office_input(o);
	const struct choice_about anything = {.item = INT_NONE};
	struct err e = {0};
	for (size_t i = 0; i < 2; i++) {
		const struct verb *v = verb_find(nouns[i].verb);
		struct field f = {.name = "x", .type = FIELD_TEXT, .source = nouns[i].source};
		struct choice_rows before, after;
		void *args = arena_alloc(t_arena, v->args->size);
		record_clear(v->args, args);
		assert_true(record_set(v->args, args, record_field(v->args, "name"), nouns[i].name, &in, t_arena, &e));
		assert_done(choices_of(o, &f, &anything, t_arena, &before, &e));
		assert_done(t_do(o, v, INT_NONE, args, NULL, &e));
		assert_done(choices_of(o, &f, &anything, t_arena, &after, &e));
		assert_int_equal(after.n, before.n + 1);
		assert_string_equal(after.rows[before.n].label, nouns[i].name);
	}
	struct field role = {.name = "x", .type = FIELD_TEXT, .source = "role"};
	struct choice_rows roles;
	int64_t stored;
	struct q *q = q_open(o->store, &(struct query){"roles", "SELECT count(*) FROM role"});
	assert_true(q_one_int(q, &stored, &e));
	assert_done(choices_of(o, &role, &anything, t_arena, &roles, &e));
	assert_int_equal(roles.n, stored);
}
