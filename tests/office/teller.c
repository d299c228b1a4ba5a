#include "tests/office/teller.h"

#include <string.h>

#include "office/appeal.h"
#include "office/casework.h"
#include "office/correction.h"
#include "office/letter.h"
#include "office/letter_remedy.h"
#include "office/request.h"
#include "office/setting.h"
#include "office/steps.h"
#include "tests/office_fixture.h"
#include "tests/test.h"

/* What a clerk types for a verb; "." is today, +N working days from it. */
static const struct { const char *verb, *words; } typed[] = {
	{"confirm", "on=. with=电话 by=甲"}, {"void", "reason=登记错误"}, {"clarify", "items=所需信息的名称"}, {"consult", "party=甲公司 reached=."},
	{"opinion", "answer=object reasons=商业秘密"}, {"coagency", "body=某局 kind=co_maker"}, {"coagency_reply", "answer=consent"},
	{"assign", "unit=监管科 until=+3"}, {"search", "where=系统 words=拍卖 result=无"}, {"extend", "days=5 reason=复杂 approved_by=主任"},
	{"delay", "until=++90 reason=数量大"}, {"fee", "basis=pages quantity=300"}, {"decide", "outcome=granted"}, {"answer_now", "outcome=granted reasons=材料"},
	{"deliver", "method=direct signer=申请人"}, {"deliver_again", "method=direct signer=申请人 reason=退件"}, {"deliver_fix", "signer=代理人 reason=写错"},
	{"shelve", "archive_number=2026-1-3"},
	{"transfer", "body=信访办"}, {"merge", "into=FIRST"}, {"material", "kind=other title=附件"}, {"archive_override", "override=另案处理"},
	{"identity", "by=甲"}, {"joint_review", "unit=监管科 result=可以公开"}, {"waive", "hardship=dibao reason=低保对象 approved_by=主任"},
};

const char *teller_short(const struct verb *v)
{
	return strchr(v->name, '.') + 1;
}

static void put(struct teller *t, const struct verb *v, void *args, const char *name, const char *value)
{
	struct input in = office_input(t->o);
	struct err e = {0};
	struct matter_case c;
	if (!strcmp(value, "FIRST")) {
		assert_done(matter_load(t->o, t->first, t_arena, &c, &e));
		value = c.matter.number;
	}
	if (!record_set(v->args, args, record_field(v->args, name), value, &in, t_arena, &e))
		fail_msg("%s %s=%s: %s", v->name, name, value, e.text);
}

/* Did a third party object? Then what is given out all the same has its basis. */
static bool objected(struct teller *t)
{
	struct work *rows;
	size_t n;
	struct err e = {0};
	if (!work_load(t->o, WORK_CONSULTATIONS, t->id, t_arena, &rows, &n, &e))
		return false; /* on a disk that fails, the verb itself will say so */
	for (size_t i = 0; i < n; i++)
		if (rows[i].answer && !strcmp(rows[i].answer, "object"))
			return true;
	return false;
}

/* What depends on the case, and what does not. */
static const char *words_of(struct teller *t, const char *verb)
{
	bool gives = !strcmp(verb, "decide") || !strcmp(verb, "answer_now");
	if (!strcmp(verb, "decide") && !strcmp(t->noun, "correction"))
		return "outcome=corrected";
	if (gives && objected(t))
		return "outcome=granted reasons=材料 disclose_basis=public_interest disclose_reasons=不合格食品仍在流通";
	if (!strcmp(verb, "fee")) {
		struct matter_case c;
		struct err e = {0};
		if (matter_load(t->o, t->id, t_arena, &c, &e) && c.rules && c.rules->fee == FEE_COST)
			return "basis=cost copy_fee=20";
	}
	for (size_t i = 0; i < sizeof typed / sizeof *typed; i++)
		if (!strcmp(typed[i].verb, verb))
			return typed[i].words;
	return "";
}

void *teller_args(struct teller *t, const struct verb *v)
{
	if (!v->args)
		return NULL;
	void *args = arena_alloc(t_arena, v->args->size);
	const char *verb = teller_short(v), *words = words_of(t, verb);
	struct err e = {0};
	record_clear(v->args, args);
	if (v->suggest)
		v->suggest(t->o, t->id, args, t_arena);
	if (v->args == &request_change_type) {
		struct request_change *change = args;
		assert_done(request_typed(t->o, t->id, t_arena, &change->now, NULL, &e));
		change->now.document_number = arena_printf(t_arena, "文号%lld", (long long)t->o->desk->ticks);
		change->reason = "补录";
		change->version = INT_NONE;
	}
	if (v->args == &correction_change_type) {
		struct correction_change *change = args;
		struct correction_view view;
		assert_done(correction_load(t->o, t->id, t_arena, &view, &e));
		change->now = view.correction;
		change->now.evidence = arena_printf(t_arena, "材料%lld", (long long)t->o->desk->ticks);
		change->reason = "补录";
		change->version = INT_NONE;
	}
	if (!strcmp(verb, "opinion") || !strcmp(verb, "coagency_reply") || !strcmp(verb, "reply")) {
		const struct step_args *a = args; /* several are waited for: the first asked */
		const char *field = !strcmp(verb, "opinion") ? "party" : !strcmp(verb, "reply") ? "unit" : "body";
		if (!a->party && !a->body && !a->unit)
			put(t, v, args, field, !strcmp(verb, "opinion") ? "甲公司" : !strcmp(verb, "reply") ? "监管科" : "某局");
	}
	char *copy = arena_strdup(t_arena, words), *word;
	while ((word = strsep(&copy, " "))) {
		char *eq = strchr(word, '=');
		if (!eq)
			continue;
		*eq = '\0';
		put(t, v, args, word, eq + 1);
	}
	return args;
}

/* --- the other steps ---------------------------------------------------------------------------------------------------------------- */

struct matter_case teller_load(struct teller *t)
{
	struct matter_case c;
	struct err e = {0};
	assert_done(matter_load(t->o, t->id, t_arena, &c, &e));
	return c;
}

static bool letter(struct teller *t)
{
	struct matter_case c = teller_load(t);
	bool correction = !strcmp(t->noun, "correction");
	struct letter_slot slot = {correction ? "corrected" : "given", "材料"};
	struct letter_issue what = {.kind = letter_of_outcome(t->o, &c.matter), .on = DAY_NONE, .slots = {1, &slot}};
	struct err e = {0};
	if (!what.kind || (strcmp(what.kind, "granted") != 0 && strcmp(what.kind, "correction_result") != 0))
		return false;
	return t_do(t->o, verb_find("letter.issue"), t->id, &what, NULL, &e);
}

static bool order(struct teller *t)
{
	struct matter_case c = teller_load(t);
	struct appeal a;
	struct appeal_result result = {.result = "corrected", .on = DAY_NONE};
	struct verb_call call;
	struct err e = {0};
	if (c.matter.received == DAY_NONE)
		return false;
	record_clear(&appeal_type, &a);
	a.kind = "review";
	a.case_number_of = c.matter.number;
	a.received = desk_today(t->o->desk);
	assert_done(t_do(t->o, verb_find("appeal.add"), INT_NONE, &a, &call, &e));
	assert_done(t_do(t->o, verb_find("appeal.result"), call.subject_id, &result, NULL, &e));
	return true;
}

/* Past whatever runs now: the answer date, the limit of the applicant, of the third party. */
static bool wait_over(struct teller *t)
{
	struct matter_case c = teller_load(t);
	daynum to = c.clock.state == CLOCK_STOPPED ? c.clock.counter_due : c.due;
	for (size_t i = 0; i < c.nsubs; i++)
		if (c.subs[i].running && c.subs[i].key != CLOCK_TASK && c.subs[i].due > to)
			to = c.subs[i].due;
	if (to == DAY_NONE || to < desk_today(t->o->desk))
		return false;
	t->o->desk->today = calendar_add(t->o->calendar, to, 1);
	return true;
}

bool teller_other(struct teller *t, enum teller_other which)
{
	return which == TELL_WAIT ? wait_over(t) : which == TELL_LETTER ? letter(t) : order(t);
}


bool teller_try_register(struct teller *t, bool confirmed, const char *name, int64_t *id, struct err *e)
{
	struct verb_call call;
	const struct verb *v = verb_find(arena_printf(t_arena, "%s.register", t->noun));
	void *args = arena_alloc(t_arena, v->args->size);
	record_clear(v->args, args);
	put(t, v, args, "channel", confirmed ? "in_person" : "post_plain");
	put(t, v, args, "arrived", ".");
	put(t, v, args, "applicant_kind", "natural");
	put(t, v, args, "name", name);
	const char *words = strcmp(name, "张三") ? arena_printf(t_arena, "第%zu件", t->ncases) : "要合并的同一件申请";
	if (!strcmp(t->noun, "request")) {
		put(t, v, args, "content", words);
	} else {
		put(t, v, args, "record", "企业信用信息");
		put(t, v, args, "claim", words);
	}
	bool done = t_do(t->o, v, INT_NONE, args, &call, e);
	*id = call.subject_id;
	return done;
}

int64_t teller_register(struct teller *t, bool confirmed, const char *name)
{
	int64_t id;
	struct err e = {0};
	assert_done(teller_try_register(t, confirmed, name, &id, &e));
	return id;
}

void teller_furnish(struct office *o)
{
	static const char *const set[][2] = {{"phone", "0532-1"}, {"address", "某路1号"}, {"fee_account", "某银行1"}, {"online_review", "https://fy"}};
	for (size_t i = 0; i < sizeof set / sizeof *set; i++) {
		struct setting_args a = {.key = set[i][0], .value = set[i][1], .valid_from = DAY_NONE};
		struct err e = {0};
		assert_done(t_do(o, &setting_set, INT_NONE, &a, NULL, &e));
	}
	const struct verb *v = verb_find("unit.add");
	void *unit = arena_alloc(t_arena, v->args->size);
	struct input in = office_input(o);
	struct err e = {0};
	record_clear(v->args, unit);
	assert_true(record_set(v->args, unit, record_field(v->args, "name"), "监管科", &in, t_arena, &e));
	assert_done(t_do(o, v, INT_NONE, unit, NULL, &e));
}
