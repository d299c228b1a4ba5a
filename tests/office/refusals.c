/* What a clerk may type and what not, at the very edge: one line a step, as the last day or number that is right and the first that is wrong. A
 * line is the day, the step of the case and its words; after ! what the refusal says (its field or its text), after ~ what the warning says.
 * `letter` issues the answer, `issue` another letter, `order` brings a review that wants a new one, `set` is a setting of the office. */
#include <stdio.h>
#include <string.h>

#include "base/str.h"
#include "office/letter.h"
#include "office/setting.h"
#include "office/steps.h"
#include "tests/office/teller.h"
#include "tests/office_fixture.h"
#include "tests/test.h"

struct scene {
	struct teller t;
	const char *line;
};

/* The words of a step into its record, as they would be typed. */
static bool type(struct scene *s, const struct verb *v, char *words, void **args, struct err *e)
{
	struct input in = office_input(s->t.o);
	char *word;
	*args = v->args ? arena_alloc(t_arena, v->args->size) : NULL;
	if (v->args)
		record_clear(v->args, *args);
	while ((word = strsep(&words, " "))) {
		char *eq = strchr(word, '=');
		if (!eq)
			continue;
		*eq = '\0';
		const struct field *f = record_field(v->args, word);
		if (!f)
			fail_msg("%s: no field %s", s->line, word);
		if (!record_set(v->args, *args, f, eq + 1, &in, t_arena, e))
			return false;
	}
	return true;
}

static bool set(struct scene *s, char *words, struct err *e)
{
	char *eq = strchr(words, '=');
	assert_non_null(eq);
	*eq = '\0';
	struct setting_args in = {.key = words, .value = eq + 1, .valid_from = DAY_NONE};
	return t_do(s->t.o, &setting_set, INT_NONE, &in, NULL, e);
}

static bool act(struct scene *s, const char *verb, char *words, const char **warning, struct err *e)
{
	struct verb_call call = {0};
	void *args;
	if (!strcmp(verb, "letter") || !strcmp(verb, "order"))
		return teller_other(&s->t, strcmp(verb, "order") ? TELL_LETTER : TELL_ORDER) || err_set(e, ERR_RULE, "%s", verb);
	if (!strcmp(verb, "set"))
		return set(s, words, e);
	if (!strcmp(verb, "issue")) {
		struct letter_issue what = {.kind = words, .on = DAY_NONE};
		return t_do(s->t.o, verb_find("letter.issue"), s->t.id, &what, NULL, e);
	}
	const struct verb *v = verb_find(arena_printf(t_arena, "request.%s", verb));
	if (!v)
		fail_msg("%s: no step %s", s->line, verb);
	bool done = type(s, v, words, &args, e) && t_do(s->t.o, v, s->t.id, args, &call, e);
	*warning = call.warning ? call.warning : "";
	return done;
}

static void one(struct scene *s, char *line)
{
	struct err e = {0};
	const char *warning = "";
	char *day = line, *verb, *words = line, *wanted = strpbrk(line, "!~");
	char mark = wanted ? *wanted : '\0';
	s->line = arena_strdup(t_arena, line);
	if (wanted) {
		wanted[-1] = '\0';
		wanted += 2;
	}
	(void)strsep(&words, " ");
	verb = strsep(&words, " ");
	if (!day_parse(day, &s->t.o->desk->today))
		fail_msg("%s: what day?", s->line);
	bool done = act(s, verb, words, &warning, &e);
	if (mark == '!' && (done || e.code == ERR_SYSTEM || (strcmp(e.field, wanted) != 0 && !strstr(e.text, wanted))))
		fail_msg("%s: %s", s->line, done ? "done" : e.text);
	if (mark != '!' && !done)
		fail_msg("%s: %s %s", s->line, e.field, e.text);
	if (mark != '!' && (mark ? !strstr(warning, wanted) : *warning != '\0'))
		fail_msg("%s: warned “%s”", s->line, warning);
}

/* A request of 张三, handed in on the first day. */
static void play(const char *first, const char *const *lines)
{
	struct scene s = {.t = {.o = t_office(first), .noun = "request"}};
	teller_furnish(s.t.o);
	s.t.first = s.t.id = teller_register(&s.t, true, "张三");
	for (; *lines; lines++)
		one(&s, arena_strdup(t_arena, *lines));
	t_verify(s.t.o);
	t_office_end();
}
#define assert_plays(first, ...) play(first, (const char *const[]){__VA_ARGS__, NULL})

TEST(an_extension_is_twenty_days_at_most_approved_by_another_within_the_case)
{
	assert_plays("2026-03-02",
		"2026-03-10 extend days=21 reason=复杂 approved_by=主任 ! days", "2026-03-10 extend days=0 reason=复杂 approved_by=主任 ! days",
		"2026-03-10 extend days=5 reason=复杂 approved_by=主任 approved_on=2026-03-01 ! approved_on",
		"2026-03-10 extend days=5 reason=复杂 approved_by=主任 notified=2026-03-09 approved_on=2026-03-10 ! approved_on",
		"2026-03-10 set two_person=yes", "2026-03-10 extend days=5 reason=复杂 approved_by=tester ! approved_by",
		"2026-03-31 extend days=20 reason=复杂 approved_by=主任 notified=2026-03-31 ! 答复期限已过",
		"2026-03-31 extend days=20 reason=复杂 approved_by=主任 notified=2026-03-30 approved_on=2026-03-02");
	assert_plays("2016-03-01",
		"2016-03-10 extend days=16 reason=复杂 approved_by=主任 ! days", "2016-03-10 extend days=15 reason=复杂 approved_by=主任");
}

TEST(a_delay_is_longer_than_the_period_it_takes_the_place_of)
{
	assert_plays("2026-03-02", "2026-03-04 ask_reasons", "2026-03-05 delay until=2026-03-30 reason=数量大 ! until",
		"2026-03-05 delay until=2026-04-30 reason=数量大 on=2026-03-03 ! on", "2026-03-05 delay until=2026-03-31 reason=数量大");
}

TEST(a_clarification_is_asked_within_seven_days_and_lapses_after_its_last)
{
	assert_plays("2026-03-02", "2026-03-11 clarify items=名称 until=2026-03-11 ! until", "2026-03-11 clarify items=名称 until=2026-03-20",
		"2026-03-20 lapse ! 期限未满", "2026-03-24 lapse on=2026-03-20 ! 期限", "2026-03-24 lapse on=2026-03-21");
	assert_plays("2026-03-02", "2026-03-12 clarify items=名称 until=2026-03-20 ~ 7个工作日", "2026-03-16 clarified on=2026-03-11 ! on",
		"2026-03-16 clarified on=2026-03-12");
}

TEST(a_third_party_is_silent_after_its_last_day_and_objects_with_a_reason)
{
	assert_plays("2026-03-02", "2026-03-04 consult party=甲公司 sent=2026-03-03 reached=2026-03-04",
		"2026-03-25 opinion party=甲公司 answer=none ! answer", "2026-03-25 opinion party=甲公司 answer=object ! reasons",
		"2026-03-25 opinion party=甲公司 answer=consent on=2026-03-03 ! on", "2026-03-26 opinion party=甲公司 answer=none");
}

TEST(fees_are_for_what_is_above_the_free_part)
{
	assert_plays("2026-03-02", "2026-03-04 fee basis=pages quantity=30 ! 页以内不收取", "2026-03-04 fee basis=pages quantity=1000001 ! quantity",
		"2026-03-04 fee basis=count ! 不收取", "2026-03-04 fee basis=cost copy_fee=20 ! basis", "2026-03-04 fee basis=pages ! quantity",
		"2026-03-04 fee basis=pages quantity=31", "2026-03-05 paid on=2026-03-03 ! on", "2026-03-05 paid");
}

TEST(a_waiver_is_no_more_than_is_left_and_whole_for_whom_the_rules_exempt)
{
	assert_plays("2010-03-01", "2010-03-04 fee basis=cost ! search_fee", "2010-03-04 fee basis=cost copy_fee=20",
		"2010-03-05 waive hardship=dibao reason=低保 approved_by=主任 amount=19.99 ! amount",
		"2010-03-05 waive hardship=other reason=困难 approved_by=主任 amount=20.01 ! amount",
		"2010-03-05 waive hardship=other reason=困难 approved_by=主任 applied_on=2010-03-05 on=2010-03-04 ! applied_on",
		"2010-03-05 waive hardship=other reason=困难 approved_by=主任 amount=5",
		"2010-03-05 waive hardship=other reason=困难 approved_by=主任 amount=15.01 ! amount",
		"2010-03-05 waive hardship=dibao reason=低保 approved_by=主任 amount=15");
}

TEST(two_people_decide_and_a_search_stands_before_not_existing)
{
	assert_plays("2026-03-02", "2026-03-04 decide outcome=not_existing ! 登记检索", "2026-03-04 search where=系统 words=清单 result=无",
		"2026-03-04 set two_person=yes", "2026-03-04 decide outcome=not_existing ! approved_by",
		"2026-03-04 decide outcome=not_existing approved_by=tester ! approved_by", "2026-03-04 decide outcome=not_existing approved_by=主任");
	assert_plays("2026-03-02", "2026-03-31 decide outcome=granted ~ 已过答复期限", "2026-03-31 letter",
		"2026-04-01 deliver method=direct signer=张三 on=2026-03-30 ! on", "2026-04-01 deliver method=direct signer=张三 on=2026-03-31 ~ 晚于期限");
}

TEST(a_case_is_not_merged_into_itself_and_opened_again_after_its_answer)
{
	assert_plays("2026-03-02", "2026-03-03 merge into=2026-0001 ! 并入自己", "2026-03-04 decide outcome=granted", "2026-03-04 letter",
		"2026-03-09 deliver method=direct signer=张三", "2026-06-01 order", "2026-06-02 reopen days=10 until=2026-07-01 ! days",
		"2026-06-02 reopen on=2026-03-06 ! on", "2026-06-02 reopen days=101 ! days", "2026-06-02 reopen days=10");
}

TEST(a_file_is_closed_when_nothing_is_open)
{
	assert_plays("2026-03-02", "2026-03-04 decide outcome=granted", "2026-03-04 letter", "2026-03-05 archive ! 尚未送达",
		"2026-03-05 deliver method=fax", "2026-03-06 archive ! 缺送达凭证", "2026-03-06 material kind=proof title=回证",
		"2026-03-06 archive on=2026-03-04 ! on", "2026-03-06 archive");
	assert_plays("2026-03-02", "2026-03-03 consult party=甲公司 reached=2026-03-03", "2026-03-04 opinion party=甲公司 answer=object reasons=秘密",
		"2026-03-05 decide outcome=granted ! 第三方", "2026-03-05 decide outcome=granted disclose_basis=public_interest disclose_reasons=食品安全 ~ 第三方告知书",
		"2026-03-05 letter", "2026-03-06 deliver method=direct signer=张三", "2026-03-06 material kind=proof title=回证",
		"2026-03-06 archive ! 第三方告知书");
	/* who did not pay owes nothing any more */
	assert_plays("2026-03-02", "2026-03-04 fee basis=pages quantity=31", "2026-04-10 lapse", "2026-04-10 issue stop_fee",
		"2026-04-10 deliver method=direct signer=张三", "2026-04-10 archive");
}
