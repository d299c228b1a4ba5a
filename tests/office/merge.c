/* Two clerks change one case: nothing is lost in silence. What a save puts aside is in the row, in the log, or in the refusal. */
#include <string.h>

#include "base/text.h"
#include "gen/q_audit.h"
#include "office/appeal.h"
#include "office/correction.h"
#include "office/info.h"
#include "office/merge.h"
#include "office/operator.h"
#include "office/request.h"
#include "tests/office_fixture.h"
#include "tests/test.h"
#include "tests/tui/dice.h"

struct two {
	struct desk desks[2];
	struct office *o[2];
	int64_t id;
};

static struct two *sit_down(void)
{
	struct two *t = arena_new(t_arena, struct two);
	const char *path = t_office_file("two.db");
	struct operator_args lisi;
	struct err e = {0};
	for (int i = 0; i < 2; i++) {
		t->desks[i] = (struct desk){.today_fixed = true, .now_fixed = true, .seed = 7 + (uint64_t)i};
		assert_true(day_parse("2026-03-09", &t->desks[i].today));
		t->o[i] = t_office_open(path, i ? "lisi" : "tester", &t->desks[i]);
		record_clear(operator_add.args, &lisi);
		lisi = (struct operator_args){.login = "lisi", .name = "李四", .roles = "clerk", .on = DAY_NONE};
		if (!i)
			assert_done(t_do(t->o[0], &operator_add, INT_NONE, &lisi, NULL, &e));
	}
	assert_done(t_request(t->o[0], NULL, NULL, t_arena, &e));
	assert_done(matter_find(t->o[0], "request", "2026-0001", &t->id, &e));
	return t;
}

static void stand_up(struct two *t)
{
	t_verify(t->o[0]);
	office_close(t->o[0]);
	office_close(t->o[1]);
}

/* The case as one of them sees it now, in the form of request.change. */
static struct request_change *look(struct two *t, int who)
{
	struct request_change *c = arena_new(t_arena, struct request_change);
	struct matter_case m;
	struct err e = {0};
	record_clear(&request_change_type, c);
	assert_done(request_typed(t->o[who], t->id, t_arena, &c->now, NULL, &e));
	assert_done(matter_load(t->o[who], t->id, t_arena, &m, &e));
	c->version = m.matter.version;
	c->reason = "核对";
	return c;
}

static void type(struct two *t, int who, struct request_change *c, const char *field, const char *text)
{
	struct input in = office_input(t->o[who]);
	struct err e = {0};
	assert_done(record_set(&request_change_type, c, record_field(&request_change_type, field), text, &in, t_arena, &e));
}

static bool save(struct two *t, int who, struct request_change *c, struct verb_call *call, struct err *e)
{
	return t_do(t->o[who], verb_find("request.change"), t->id, c, call, e);
}

static const char *stored(struct two *t, const char *field)
{
	struct request_change *c = look(t, 0);
	const struct field *f = record_field(&request_change_type, field);
	return record_stored(f, record_part(&request_change_type, c, f), t_arena);
}

TEST(two_clerks_who_change_different_fields_both_have_their_way_and_are_told)
{
	struct two *t = sit_down();
	struct err e = {0};
	struct verb_call call;
	struct request_change *a = look(t, 0), *b = look(t, 1);
	type(t, 0, a, "phone", "13900000000");
	type(t, 1, b, "address", "清江市大通路 1 号");
	assert_done(save(t, 0, a, NULL, &e));
	assert_done(save(t, 1, b, &call, &e));
	assert_non_null(strstr(call.warning, "已并入"));
	assert_non_null(strstr(call.warning, "联系电话"));
	assert_null(strstr(call.warning, "通信地址"));
	assert_string_equal(stored(t, "phone"), "13900000000");
	assert_string_equal(stored(t, "address"), "清江市大通路 1 号");
	stand_up(t);
}

TEST(a_field_both_changed_is_refused_with_the_three_values_and_who_and_when)
{
	struct two *t = sit_down();
	struct err e = {0};
	struct merge m;
	struct request_change *a = look(t, 0), *b = look(t, 1);
	type(t, 1, b, "phone", "13911111111");
	type(t, 1, b, "employer", "清江大学");
	type(t, 0, a, "phone", "13722222222");
	type(t, 0, a, "waybill", "EMS123");
	assert_done(save(t, 1, b, NULL, &e));
	assert_false(save(t, 0, a, NULL, &e));
	assert_int_equal(e.code, ERR_CONFLICT);
	assert_string_equal(e.field, "phone");
	assert_string_equal(e.text, "2026-0001 有 1 栏别人先改了：联系电话（原“13800000000”，李四 03-09 09:00 改为“13911111111”，这里填“13722222222”）");
	assert_string_equal(stored(t, "phone"), "13911111111");
	e = (struct err){0};
	assert_done(verb_find("request.change")->merge(t->o[0], t->id, a, t_arena, &m, &e));
	assert_int_equal(m.n, 3);
	assert_int_equal(m.nboth, 1);
	static const struct { const char *name; enum merge_side side; } want[] = {
		{"phone", MERGE_BOTH}, {"employer", MERGE_THEIRS}, {"waybill", MERGE_MINE}};
	for (int i = 0; i < 3; i++) {
		assert_string_equal(m.fields[i].f->name, want[i].name);
		assert_int_equal(m.fields[i].side, want[i].side);
	}
	assert_string_equal(m.fields[0].was, "13800000000");
	assert_string_equal(m.fields[0].theirs, "13911111111");
	assert_string_equal(m.fields[0].mine, "13722222222");
	assert_string_equal(m.fields[0].who, "李四");
	/* Mine, with the newer version in hand, now goes through and the rest is merged. */
	a->version = m.version;
	merge_theirs(&m, a);
	assert_done(save(t, 0, a, NULL, &e));
	assert_string_equal(stored(t, "phone"), "13722222222");
	assert_string_equal(stored(t, "employer"), "清江大学");
	assert_string_equal(stored(t, "waybill"), "EMS123");
	stand_up(t);
}

TEST(the_same_change_twice_is_no_conflict)
{
	struct two *t = sit_down();
	struct err e = {0};
	struct request_change *a = look(t, 0), *b = look(t, 1);
	type(t, 0, a, "phone", "13900000000");
	type(t, 1, b, "phone", "13900000000");
	type(t, 1, b, "waybill", "EMS9");
	assert_done(save(t, 0, a, NULL, &e));
	assert_done(save(t, 1, b, NULL, &e));
	stand_up(t);
}

/* Another step moved the version on and touched nothing that was typed. */
TEST(a_step_between_opening_and_saving_is_no_conflict)
{
	struct two *t = sit_down();
	struct err e = {0};
	struct request_change *a = look(t, 0);
	const struct verb *v = verb_find("request.clarify");
	void *args = arena_alloc(t_arena, v->args->size);
	struct input in = office_input(t->o[1]);
	record_clear(v->args, args);
	assert_done(record_set(v->args, args, record_field(v->args, "items"), "补充身份证明", &in, t_arena, &e));
	assert_done(t_do(t->o[1], v, t->id, args, NULL, &e));
	type(t, 0, a, "phone", "13900000000");
	assert_done(save(t, 0, a, NULL, &e));
	assert_string_equal(stored(t, "phone"), "13900000000");
	stand_up(t);
}

static void say(struct two *t, int who, const struct record_type *type, void *rec, const char *const (*words)[2])
{
	struct input in = office_input(t->o[who]);
	struct err e = {0};
	for (; (*words)[0]; words++)
		assert_done(record_set(type, rec, record_field(type, (*words)[0]), (*words)[1], &in, t_arena, &e));
}

TEST(a_correction_is_merged_and_refused_as_a_request_is)
{
	static const char *const first[][2] = {{"channel", "in_person"}, {"applicant_kind", "natural"}, {"name", "张三"}, {"record", "企业信用等级"},
		{"claim", "改为一般信用"}, {"phone", "13800000000"}, {NULL, NULL}};
	static const char *const mine[][2] = {{"claim", "改为高级认证"}, {"reason", "核对"}, {NULL, NULL}};
	static const char *const theirs[][2] = {{"claim", "改为注册登记"}, {"reason", "来电"}, {"evidence", "证书"}, {NULL, NULL}};
	struct two *t = sit_down();
	struct correction c;
	struct correction_change change[2];
	struct correction_view v;
	struct verb_call call;
	struct err e = {0};
	record_clear(&correction_type, &c);
	say(t, 0, &correction_type, &c, first);
	assert_done(t_do(t->o[0], verb_find("correction.register"), INT_NONE, &c, &call, &e));
	int64_t id = call.subject_id;
	for (int who = 0; who < 2; who++) {
		assert_done(correction_load(t->o[who], id, t_arena, &v, &e));
		change[who] = (struct correction_change){.now = v.correction, .version = v.c.matter.version};
		say(t, who, &correction_change_type, &change[who], who ? theirs : mine);
	}
	assert_done(t_do(t->o[1], verb_find("correction.change"), id, &change[1], NULL, &e));
	assert_false(t_do(t->o[0], verb_find("correction.change"), id, &change[0], NULL, &e));
	assert_int_equal(e.code, ERR_CONFLICT);
	assert_string_equal(e.field, "claim");
	assert_non_null(strstr(e.text, "原“改为一般信用”，李四"));
	e = (struct err){0};
	change[0].now.claim = "改为一般信用";
	change[0].now.applicant.phone = "13900000000";
	assert_done(t_do(t->o[0], verb_find("correction.change"), id, &change[0], &call, &e));
	assert_non_null(strstr(call.warning, "已并入李四改的"));
	assert_done(correction_load(t->o[1], id, t_arena, &v, &e));
	assert_string_equal(v.correction.claim, "改为注册登记");
	assert_string_equal(v.correction.evidence, "证书");
	assert_string_equal(v.correction.applicant.phone, "13900000000");
	stand_up(t);
}

/* An information is changed by the fields that are given; only those can meet another clerk's. */
TEST(an_information_changed_by_two_is_refused_where_both_gave_a_field)
{
	struct two *t = sit_down();
	struct info_fields f;
	struct info_change_args mine, theirs;
	struct info i;
	struct verb_call call;
	struct err e = {0};
	record_clear(&info_register_type, &f);
	f.item = 9;
	f.title = "机构职能";
	f.formed = desk_today(t->o[0]->desk);
	f.origin = "own";
	f.disposition = "open";
	assert_done(t_do(t->o[0], &info_register, INT_NONE, &f, &call, &e));
	int64_t row = call.subject_id;
	assert_done(info_load(t->o[0], row, t_arena, &i, &e));
	record_clear(&info_change_type, &mine);
	mine.version = i.version;
	mine.why = "核对";
	theirs = mine;
	theirs.f.title = "机构职能和分工";
	theirs.f.summary = "概述";
	mine.f.title = "机构设置";
	assert_done(t_do(t->o[0], &info_change, row, &theirs, NULL, &e));
	assert_false(t_do(t->o[0], &info_change, row, &mine, NULL, &e));
	assert_int_equal(e.code, ERR_CONFLICT);
	assert_string_equal(e.field, "title");
	assert_null(strstr(e.text, "概述"));
	e = (struct err){0};
	mine.f.title = NULL;
	mine.f.document_number = "黄关〔2026〕1号";
	assert_done(t_do(t->o[0], &info_change, row, &mine, NULL, &e));
	assert_done(info_load(t->o[0], row, t_arena, &i, &e));
	assert_string_equal(i.f.title, "机构职能和分工");
	assert_string_equal(i.f.summary, "概述");
	assert_string_equal(i.f.document_number, "黄关〔2026〕1号");
	stand_up(t);
}

TEST(a_version_that_never_was_is_named)
{
	struct two *t = sit_down();
	struct err e = {0};
	struct request_change *a = look(t, 0);
	a->version = 99;
	type(t, 0, a, "phone", "13900000000");
	assert_false(save(t, 0, a, NULL, &e));
	assert_int_equal(e.code, ERR_INPUT);
	assert_string_equal(e.field, "version");
	stand_up(t);
}

/* --- random interleavings against a table of values ------------------------------------------------------------------------ */

static const char *const names[] = {"phone", "address", "purpose", "employer", "document_number", "waybill", "form", "accept_other", "applied_on",
	"content"};
static const char *const values[][4] = {
	{"13900000001", "13900000002", "13900000003", ""}, {"甲路", "乙路", "丙路", ""}, {"生产", "生活", "科研", ""}, {"甲厂", "乙厂", "丙厂", ""},
	{"署办发〔2021〕1号", "署办发〔2021〕2号", "3号", ""}, {"EMS1", "EMS2", "EMS3", ""}, {"paper", "paper,email", "disc", ""}, {"yes", "no", "yes", ""},
	{"2026-03-01", "2026-03-02", "2026-03-03", ""}, {"甲类清单", "甲类清单\n乙类清单", "丙类", "丁类"},
};
enum { FIELDS = sizeof names / sizeof *names, VALUE_MAX = 64 };

struct sight { /* what one clerk has open */
	struct request_change *form;
	char was[FIELDS][VALUE_MAX], mine[FIELDS][VALUE_MAX];
};

static const char *value_of(const struct request_change *c, int field)
{
	const struct field *f = record_field(&request_change_type, names[field]);
	union { const struct request_change *in; struct request_change *out; } u = {.in = c};
	const char *s = record_stored(f, record_part(&request_change_type, u.out, f), t_arena);
	return s ? s : "";
}

static void open_form(struct two *t, int who, struct sight *s)
{
	s->form = look(t, who);
	for (int i = 0; i < FIELDS; i++) {
		utf8_copy(s->was[i], VALUE_MAX, value_of(s->form, i));
		utf8_copy(s->mine[i], VALUE_MAX, s->was[i]);
	}
}

/* How often the log holds `value` as the old one of a field of this case. */
static int64_t logged_old(struct two *t, const char *field, const char *old)
{
	static const char *const tables[] = {"matter", "request", "party"};
	int64_t n = 0;
	struct err e = {0};
	for (int k = 0; k < 3; k++) {
		struct q *q = q_open(t->o[0]->store, &Q_audit_values_since);
		q_text(q, "tbl", tables[k]);
		q_int(q, "row_id", t->id); /* one case: its rows all have the id 1 */
		q_int(q, "after", 0);
		while (q_row(q, &e)) {
			const char *v = q_get_text(q, "old", t_arena);
			n += !strcmp(q_get_text(q, "field", t_arena), field) && !strcmp(v ? v : "", old);
		}
		q_end(q);
		assert_int_equal(e.code, ERR_NONE);
	}
	return n;
}

/* A flag is 0 or 1 in the file. */
static const char *raw(int field, const char *value)
{
	return strcmp(names[field], "accept_other") != 0 || !*value ? value : !strcmp(value, "yes") ? "1" : "0";
}

struct model {
	char row[FIELDS][VALUE_MAX];
	int saved, refused, merged;
};

/* One save, judged by the values alone. */
static void save_and_judge(struct two *t, int who, struct sight *s, struct model *m)
{
	struct err e = {0};
	struct verb_call call;
	int both = 0, theirs = 0, changes = 0;
	int64_t before[FIELDS];
	for (int i = 0; i < FIELDS; i++) {
		bool mine = strcmp(s->was[i], s->mine[i]) != 0, moved = strcmp(s->was[i], m->row[i]) != 0, differ = strcmp(s->mine[i], m->row[i]) != 0;
		both += mine && moved && differ;
		theirs += moved && !mine;
		changes += mine && differ;
		before[i] = logged_old(t, names[i], raw(i, m->row[i]));
	}
	bool done = save(t, who, s->form, &call, &e);
	if (both) {
		assert_false(done);
		assert_int_equal(e.code, ERR_CONFLICT);
		for (int i = 0; i < FIELDS; i++) {
			bool in = strcmp(s->was[i], s->mine[i]) && strcmp(s->was[i], m->row[i]) && strcmp(s->mine[i], m->row[i]);
			const char *label = tr(record_field(&request_change_type, names[i])->label);
			assert_int_equal(in, strstr(e.text, arena_printf(t_arena, "%s（原", label)) != NULL);
		}
		m->refused++;
	} else if (!changes) {
		assert_false(done);
		assert_int_equal(e.code, ERR_INPUT);
	} else {
		assert_done(done);
		for (int i = 0; i < FIELDS; i++) {
			if (!strcmp(s->was[i], s->mine[i]) || !strcmp(s->mine[i], m->row[i]))
				continue;
			/* What it replaced is in the log. */
			assert_int_equal(logged_old(t, names[i], raw(i, m->row[i])), before[i] + 1);
			utf8_copy(m->row[i], VALUE_MAX, s->mine[i]);
		}
		m->saved++;
		m->merged += theirs > 0;
		assert_int_equal(theirs > 0, call.warning && strstr(call.warning, "已并入"));
	}
	for (int i = 0; i < FIELDS; i++)
		assert_string_equal(value_of(look(t, !who), i), m->row[i]);
}

TEST(random_interleavings_of_two_clerks_never_lose_a_change_in_silence)
{
	struct two *t = sit_down();
	struct model m = {0};
	struct sight sight[2];
	uint64_t seed = 20260309;
	for (int who = 0; who < 2; who++)
		open_form(t, who, &sight[who]);
	for (int i = 0; i < FIELDS; i++)
		utf8_copy(m.row[i], VALUE_MAX, sight[0].was[i]);
	for (int step = 0; step < 500; step++) {
		int who = dice(&seed, 2), what = dice(&seed, 8), field = dice(&seed, 2) ? dice(&seed, 3) : dice(&seed, FIELDS);
		struct sight *s = &sight[who];
		if (what == 0) {
			open_form(t, who, s);
		} else if (what <= 4) {
			const char *value = values[field][dice(&seed, 4)];
			type(t, who, s->form, names[field], value);
			utf8_copy(s->mine[field], VALUE_MAX, value_of(s->form, field));
		} else {
			save_and_judge(t, who, s, &m);
			if (dice(&seed, 2))
				open_form(t, who, s); /* else goes on from what is now an old version */
		}
	}
	if (m.saved < 50 || m.refused < 15 || m.merged < 15)
		fail_msg("too little happened: %d saved, %d refused, %d merged", m.saved, m.refused, m.merged);
	stand_up(t);
}

/* --- appeals ----------------------------------------------------------------------------------------------------------------------- */

static int64_t sue(struct two *t)
{
	struct appeal a;
	struct verb_call call;
	struct err e = {0};
	record_clear(&appeal_type, &a);
	a.kind = "review";
	a.procedure = "ordinary";
	a.received = day_make(2026, 3, 2);
	assert_done(t_do(t->o[0], verb_find("appeal.add"), INT_NONE, &a, &call, &e));
	return call.subject_id;
}

static struct appeal_change *look_appeal(struct two *t, int who, int64_t id)
{
	struct appeal_change *c = arena_new(t_arena, struct appeal_change);
	struct err e = {0};
	record_clear(&appeal_change_type, c);
	assert_done(appeal_load(t->o[who], id, t_arena, &c->now, &e));
	c->reason = "核对";
	return c;
}

static bool save_appeal(struct two *t, int who, int64_t id, struct appeal_change *c, struct verb_call *call, struct err *e)
{
	return t_do(t->o[who], verb_find("appeal.change"), id, c, call, e);
}

TEST(two_clerks_change_different_fields_of_an_appeal_and_its_limit_follows_both)
{
	struct two *t = sit_down();
	struct err e = {0};
	struct verb_call call;
	struct appeal now;
	int64_t id = sue(t);
	struct appeal_change *a = look_appeal(t, 0, id), *b = look_appeal(t, 1, id);
	assert_int_equal(a->now.evidence_due, day_make(2026, 3, 16));
	a->now.case_number_of = "2026-0001";
	a->now.file_number = "〔2026〕3号";
	a->now.received = day_make(2026, 3, 4);
	b->now.procedure = "simple";
	assert_done(save_appeal(t, 0, id, a, NULL, &e));
	assert_done(save_appeal(t, 1, id, b, &call, &e));
	assert_non_null(call.warning);
	assert_non_null(strstr(call.warning, "办件"));
	assert_non_null(strstr(call.warning, "案号"));
	assert_done(appeal_load(t->o[0], id, t_arena, &now, &e));
	assert_string_equal(now.case_number_of, "2026-0001");
	assert_string_equal(now.file_number, "〔2026〕3号");
	assert_int_equal(now.evidence_due, day_make(2026, 3, 11)); /* five working days from the 4th */
	stand_up(t);
}

TEST(two_clerks_change_the_same_field_of_an_appeal_and_the_second_is_told)
{
	struct two *t = sit_down();
	struct err e = {0};
	struct merge both;
	int64_t id = sue(t);
	struct appeal_change *a = look_appeal(t, 0, id), *b = look_appeal(t, 1, id);
	a->now.body = "青岛海关";
	b->now.body = "济南海关";
	b->now.note = "电话通知";
	assert_done(save_appeal(t, 0, id, a, NULL, &e));
	assert_false(save_appeal(t, 1, id, b, NULL, &e));
	assert_int_equal(e.code, ERR_CONFLICT);
	assert_string_equal(e.field, "body");
	assert_non_null(strstr(e.text, "青岛海关"));
	e = (struct err){0};
	assert_done(verb_find("appeal.change")->merge(t->o[1], id, b, t_arena, &both, &e));
	assert_int_equal(both.nboth, 1);
	b->now.version = both.version;
	assert_done(save_appeal(t, 1, id, b, NULL, &e)); /* chosen: mine */
	b = look_appeal(t, 0, id);
	assert_string_equal(b->now.body, "济南海关");
	assert_string_equal(b->now.note, "电话通知");
	stand_up(t);
}
