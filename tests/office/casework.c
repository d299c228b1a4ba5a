/* What was done in a case, read back kind by kind. */
#include "office/casework.h"

#include <string.h>

#include "office/steps.h"
#include "tests/office_fixture.h"
#include "tests/test.h"

static struct step_args blank(void)
{
	struct step_args a = {.on = DAY_NONE, .until = DAY_NONE, .sent = DAY_NONE, .reached = DAY_NONE, .notified = DAY_NONE,
		.approved_on = DAY_NONE, .days = INT_NONE, .quantity = INT_NONE, .pages = INT_NONE, .size = INT_NONE, .original = FLAG_NONE};
	return a;
}

static void do_step(struct office *o, const char *verb, struct step_args a)
{
	struct arena arena = {0};
	struct err e = {0};
	struct verb_call call = {.arena = &arena};
	assert_done(t_do(o, verb_find(verb), 1, &a, &call, &e));
	arena_free(&arena);
}

static void paper(struct office *o, const char *title, int64_t pages)
{
	struct step_args a = blank();
	a.kind = "other";
	a.title = title;
	a.pages = pages;
	do_step(o, "request.material", a);
}

TEST(papers_are_counted_with_those_that_have_no_pages)
{
	struct office *o = t_office("2026-03-09");
	struct arena *a = t_arena;
	struct err e = {0};
	struct work *rows;
	size_t n;
	assert_done(t_request(o, NULL, NULL, a, &e));
	paper(o, "申请表", 2);
	paper(o, "信封", INT_NONE);
	paper(o, "光盘", 3);
	assert_done(work_load(o, WORK_MATERIALS, 1, a, &rows, &n, &e));
	assert_int_equal(n, 3);
	assert_string_equal(rows[0].what, "申请表");
	assert_null(rows[0].sha256);
	assert_int_equal(work_pages(rows, n).pages, 5);
	assert_int_equal(work_pages(rows, n).uncounted, 1);
}

TEST(each_third_party_has_a_record_of_its_own)
{
	struct office *o = t_office("2026-03-09");
	struct arena *a = t_arena;
	struct err e = {0};
	struct work *rows;
	size_t n;
	assert_done(t_request(o, NULL, NULL, a, &e));
	for (int i = 0; i < 2; i++) {
		struct step_args s = blank();
		s.party = i ? "乙公司" : "甲公司";
		s.reached = desk_today(o->desk);
		do_step(o, "request.consult", s);
	}
	struct step_args s = blank();
	s.party = "乙公司";
	s.answer = "object";
	s.reasons = "成交价格是商业秘密";
	do_step(o, "request.opinion", s);
	assert_done(work_load(o, WORK_CONSULTATIONS, 1, a, &rows, &n, &e));
	assert_int_equal(n, 2);
	assert_string_equal(rows[0].who, "甲公司");
	assert_int_equal(rows[0].done, DAY_NONE);
	assert_string_equal(rows[1].answer, "object");
	assert_string_equal(rows[1].reasons, "成交价格是商业秘密");
	assert_int_equal(rows[1].done, desk_today(o->desk));
}

TEST(a_case_without_work_has_none_of_any_kind)
{
	struct office *o = t_office("2026-03-09");
	struct arena *a = t_arena;
	struct err e = {0};
	assert_done(t_request(o, NULL, NULL, a, &e));
	for (enum work_kind k = 0; k < WORK_KINDS; k++) {
		struct work *rows;
		size_t n = 9;
		assert_done(work_load(o, k, 1, a, &rows, &n, &e));
		assert_int_equal(n, 0);
	}
	struct str out = str_new(a);
	struct json j = json_new(&out);
	json_open(&j, NULL, '{');
	assert_done(work_json(o, 1, &j, a, &e));
	json_close(&j);
	assert_non_null(strstr(out.s, "\"materials\":[]"));
}
