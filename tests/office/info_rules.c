/* The rules of disclosure as a clerk meets them: every refusal of publishing, the order of reviews, duties and their dates. Verbs are
 * driven by the names of their fields, as the command line does. */
#include "office/info.h"

#include <string.h>

#include "office/audit.h"
#include "office/catalogue.h"
#include "office/setting.h"
#include "tests/office_fixture.h"
#include "tests/test.h"

static struct err e;

/* Runs a verb; fields as name, value, …, NULL. */
static bool act(struct office *o, const char *verb, int64_t *id, ...)
{
	const struct verb *v = verb_find(verb);
	struct input in = office_input(o);
	struct verb_call call;
	va_list ap;
	assert_non_null(v);
	void *args = arena_alloc(t_arena, v->args->size + sizeof(int64_t) * 8);
	record_clear(v->args, args);
	err_clear(&e);
	va_start(ap, id);
	bool fine = true;
	for (const char *name; fine && (name = va_arg(ap, const char *));) {
		const struct field *f = record_field(v->args, name);
		if (!f)
			fail_msg("%s has no field %s", verb, name);
		fine = record_set(v->args, args, f, va_arg(ap, const char *), &in, t_arena, &e);
	}
	va_end(ap);
	if (!fine || !t_do(o, v, *id, args, &call, &e))
		return false;
	*id = call.subject_id;
	return true;
}

static struct info load(struct office *o, int64_t id)
{
	struct info i;
	err_clear(&e);
	assert_done(info_load(o, id, t_arena, &i, &e));
	return i;
}

static void today(struct office *o, const char *iso)
{
	assert_true(day_parse(iso, &o->desk->today));
}

static const char *iso(daynum d)
{
	return day_iso(d, arena_alloc(t_arena, DAY_ISO));
}

static int64_t head(struct office *o)
{
	struct audit_head h;
	err_clear(&e);
	assert_done(audit_head(o->store, &h, &e));
	return h.seq;
}

/* A refusal by rule: nothing changed but one line. */
static void refused(struct office *o, int64_t id, int64_t before, const char *what)
{
	if (e.code != ERR_RULE)
		fail_msg("%s: %s %s %s", what, err_code_name(e.code), e.field, e.text);
	assert_int_equal(head(o), before + 1);
	assert_string_not_equal(load(o, id).state, "published");
}

static int64_t item8(struct office *o, const char *formed)
{
	int64_t id = INT_NONE;
	assert_done(act(o, "info.register", &id, "item", "8", "title", "准予许可决定第12号", "formed", formed, NULL));
	return id;
}

static void reviewed(struct office *o, int64_t id)
{
	assert_done(act(o, "info.review", &id, "step", "unit", "result", "pass", "reviewer", "查海燕", NULL));
	assert_done(act(o, "info.review", &id, "step", "office", "result", "pass", "reviewer", "单志远", "approval_ref", "审〔2026〕3号", NULL));
}

static int64_t ready(struct office *o, const char *formed)
{
	int64_t id = item8(o, formed);
	reviewed(o, id);
	assert_string_equal(load(o, id).state, "ready");
	return id;
}

TEST(an_information_is_registered_reviewed_published_and_leaves_the_overdue_list)
{
	struct office *o = t_office("2026-03-02");
	int64_t id = item8(o, "2026-03-02");
	struct info i = load(o, id);
	assert_string_equal(i.id, "I2026-0001");
	assert_string_equal(i.state, "draft");
	assert_string_equal(iso(i.due), "2026-03-11"); /* 7 working days */
	assert_int_equal(i.overdue, 0);
	today(o, "2026-03-12");
	assert_int_equal(load(o, id).overdue, 1);
	struct info_filter late = {.item = INT_NONE, .unit_id = INT_NONE, .from = INT_NONE, .overdue = true};
	struct info_list list;
	assert_done(info_page(o, &late, t_arena, &list, &e));
	assert_int_equal(list.n, 1);
	reviewed(o, id);
	assert_done(act(o, "info.publish", &id, "channel", "site", "on", "2026-03-12", "place", "http://x.customs.gov.cn/1", NULL));
	i = load(o, id);
	assert_string_equal(i.state, "published");
	assert_string_equal(iso(i.first_published), "2026-03-12");
	assert_int_equal(i.overdue, 1); /* published later than due: a fact that stays */
	assert_done(info_page(o, &late, t_arena, &list, &e));
	assert_int_equal(list.n, 0);
	t_verify(o);
}

TEST(publishing_is_refused_before_the_reviews_have_passed)
{
	struct office *o = t_office("2026-03-09");
	int64_t id = item8(o, "2026-03-02"), before = head(o);
	assert_false(act(o, "info.publish", &id, "channel", "site", NULL));
	refused(o, id, before, "no review");
	assert_done(act(o, "info.review", &id, "step", "unit", "result", "pass", "reviewer", "甲", NULL));
	before = head(o);
	assert_false(act(o, "info.publish", &id, "channel", "site", NULL));
	refused(o, id, before, "the unit alone");
	assert_done(act(o, "info.review", &id, "step", "office", "result", "refuse", "reviewer", "乙", "reason", "含个人隐私", NULL));
	before = head(o);
	assert_false(act(o, "info.publish", &id, "channel", "site", NULL));
	refused(o, id, before, "refused");
	t_verify(o);
}

TEST(publishing_is_refused_before_formation_and_in_the_future)
{
	struct office *o = t_office("2026-03-09");
	int64_t id = ready(o, "2026-03-05"), before = head(o);
	assert_false(act(o, "info.publish", &id, "channel", "site", "on", "2026-03-04", NULL));
	refused(o, id, before, "before formation");
	before = head(o);
	assert_false(act(o, "info.publish", &id, "channel", "site", "on", "2026-03-10", NULL));
	refused(o, id, before, "in the future");
}

TEST(publishing_through_other_is_refused_until_it_is_named)
{
	struct office *o = t_office("2026-03-09");
	int64_t id = ready(o, "2026-03-05"), before = head(o);
	assert_false(act(o, "info.publish", &id, "channel", "other", NULL));
	refused(o, id, before, "other");
	assert_done(act(o, "info.publish", &id, "channel", "other", "place", "政务服务中心大屏", NULL));
	assert_string_equal(load(o, id).state, "published");
}

TEST(publishing_under_a_retired_item_is_refused)
{
	struct office *o = t_office("2026-03-09");
	int64_t id = ready(o, "2026-03-05"), item = 8;
	assert_done(act(o, "catalogue.retire", &item, "reason", "关区目录取消", NULL));
	int64_t before = head(o);
	assert_false(act(o, "info.publish", &id, "channel", "site", NULL));
	refused(o, id, before, "retired");
}

TEST(what_is_not_open_is_never_published_nor_late)
{
	static const char *const dispositions[] = {"on_request", "withheld"};
	struct office *o = t_office("2026-03-09");
	for (size_t k = 0; k < 2; k++) {
		int64_t id = INT_NONE;
		assert_done(act(o, "info.register", &id, "item", "8", "title", "内部批示", "formed", "2026-01-05", "disposition", dispositions[k],
			"ground", k ? "16-3" : "", "reason", k ? "内部工作流程" : "", NULL));
		reviewed(o, id);
		int64_t before = head(o);
		assert_false(act(o, "info.publish", &id, "channel", "site", NULL));
		refused(o, id, before, dispositions[k]);
		assert_int_equal(load(o, id).overdue, 0);
	}
}

TEST(withholding_needs_its_reason)
{
	struct office *o = t_office("2026-03-09");
	int64_t id = INT_NONE, before = head(o);
	assert_false(act(o, "info.register", &id, "item", "8", "title", "甲", "formed", "2026-03-05", "disposition", "withheld", NULL));
	assert_int_equal(e.code, ERR_INPUT);
	assert_int_equal(head(o), before);
}

TEST(another_body_must_have_confirmed)
{
	struct office *o = t_office("2026-03-09");
	int64_t id = INT_NONE;
	assert_done(act(o, "info.register", &id, "item", "22", "title", "联合公告", "formed", "2026-03-02", "origin", "joint", "made_by", "市商务局",
		"confirm_with", "市商务局", NULL));
	reviewed(o, id);
	int64_t before = head(o);
	assert_false(act(o, "info.publish", &id, "channel", "board", NULL));
	refused(o, id, before, "unconfirmed");
	assert_done(act(o, "info.confirmed", &id, "on", "2026-03-06", "ref", "商函12号", NULL));
	assert_done(act(o, "info.publish", &id, "channel", "board", NULL));
	assert_string_equal(load(o, id).state, "published");
}

TEST(what_another_body_made_is_not_ours_to_publish)
{
	struct office *o = t_office("2026-03-09");
	int64_t id = INT_NONE;
	assert_done(act(o, "info.register", &id, "item", "4", "title", "上级清单", "formed", "2026-01-05", "origin", "other_body", "made_by", "市监局", NULL));
	reviewed(o, id);
	int64_t before = head(o);
	assert_false(act(o, "info.publish", &id, "channel", "site", NULL));
	refused(o, id, before, "other body");
	assert_int_equal(load(o, id).overdue, 0);
}

TEST(items_that_are_not_ours_are_never_late)
{
	struct office *o = t_office("2026-03-09");
	static const char *const items[] = {"3", "10"};
	for (size_t k = 0; k < 2; k++) {
		int64_t id = INT_NONE;
		assert_done(act(o, "info.register", &id, "item", items[k], "title", "规章", "formed", "2025-01-05", "origin", "superior", NULL));
		assert_int_equal(load(o, id).overdue, 0);
		assert_non_null(load(o, id).f.made_by); /* the superior of the settings */
	}
	struct info_filter late = {.item = INT_NONE, .unit_id = INT_NONE, .from = INT_NONE, .overdue = true};
	struct info_list list;
	assert_done(info_page(o, &late, t_arena, &list, &e));
	assert_int_equal(list.n, 0);
}

TEST(what_we_made_under_an_item_of_the_superior_may_be_published_without_a_duty)
{
	struct office *o = t_office("2026-03-09");
	int64_t id = INT_NONE;
	assert_done(act(o, "info.register", &id, "item", "3", "title", "常用政策文件选编", "formed", "2025-12-01", NULL));
	reviewed(o, id);
	assert_done(act(o, "info.publish", &id, "channel", "board", NULL)); /* S1, note of item 3: common documents on the boards */
	assert_string_equal(load(o, id).state, "published");
	assert_int_equal(load(o, id).overdue, 0);
}

TEST(what_was_published_before_is_taken_over_as_it_happened)
{
	struct office *o = t_office("2026-03-09");
	struct info_plan plan;
	struct info_import_args args = {"item,element,title,formed,origin,channel,published,place\n"
		"1,1,机构概况,2021-03-01,,site,2021-03-10,http://x\n1,1,机构概况,2021-03-01,,board,2021-03-11,大厅\n"
		"3,,规章汇编,2020-01-01,superior,board,2020-06-01,大厅\n12,,统计年报,2026-01-20,,site,2026-01-25,http://y\n"};
	err_clear(&e);
	assert_done(info_import_plan(o, args.text, t_arena, &plan, &e));
	assert_int_equal(plan.added, 3);
	assert_int_equal(plan.published, 4);
	assert_done(t_do(o, verb_find("info.import"), INT_NONE, &args, NULL, &e));
	assert_done(info_import_plan(o, args.text, t_arena, &plan, &e));
	assert_int_equal(plan.added + plan.published, 0);
	struct info_filter late = {.item = INT_NONE, .unit_id = INT_NONE, .from = INT_NONE, .overdue = true};
	struct info_list list;
	assert_done(info_page(o, &late, t_arena, &list, &e));
	assert_int_equal(list.n, 0);
	int64_t row;
	assert_done(info_find(o, "I2026-0001", &row, &e));
	struct info i = load(o, row);
	const struct info_review *r = i.reviews.rows;
	assert_int_equal(i.reviews.n, 2); /* unit and office, both marked, once for both publications */
	assert_string_equal(r[0].origin, "before_adoption");
	assert_string_equal(r[1].origin, "before_adoption");
	assert_int_equal(i.publications.n, 2);
	t_verify(o);
}

TEST(reviews_go_from_the_unit_to_the_office_and_in_doubt_to_the_superior)
{
	struct office *o = t_office("2026-03-09");
	int64_t id = item8(o, "2026-03-05"), before = head(o);
	assert_false(act(o, "info.review", &id, "step", "office", "result", "pass", "reviewer", "乙", NULL));
	refused(o, id, before, "office before unit");
	assert_false(act(o, "info.review", &id, "step", "unit", "result", "refuse", "reviewer", "甲", NULL));
	assert_int_equal(e.code, ERR_INPUT); /* no reason */
	assert_done(act(o, "info.review", &id, "step", "unit", "result", "pass", "reviewer", "甲", "on", "2026-03-06", NULL));
	assert_string_equal(load(o, id).state, "reviewing");
	before = head(o);
	assert_false(act(o, "info.review", &id, "step", "superior", "result", "pass", "reviewer", "丙", NULL));
	refused(o, id, before, "superior unasked");
	assert_done(act(o, "info.review", &id, "step", "office", "result", "escalate", "reviewer", "乙", "reason", "难以确定", NULL));
	assert_string_equal(load(o, id).state, "reviewing");
	before = head(o);
	assert_false(act(o, "info.publish", &id, "channel", "site", NULL));
	refused(o, id, before, "escalated");
	assert_done(act(o, "info.review", &id, "step", "superior", "result", "pass", "reviewer", "丙", "approval_ref", "关办函9号", NULL));
	struct info i = load(o, id);
	assert_string_equal(i.state, "ready");
	const struct info_review *r = i.reviews.rows;
	assert_int_equal(i.reviews.n, 3);
	assert_string_equal(r[0].reviewer, "甲"); /* who signed, not who typed */
	assert_string_equal(iso(r[0].on), "2026-03-06");
	assert_string_equal(r[2].approval_ref, "关办函9号");
	t_verify(o);
}

TEST(a_partial_review_opens_the_way_and_states_what_is_left_out)
{
	struct office *o = t_office("2026-03-09");
	int64_t id = item8(o, "2026-03-05");
	assert_done(act(o, "info.review", &id, "step", "unit", "result", "pass", "reviewer", "甲", NULL));
	assert_false(act(o, "info.review", &id, "step", "office", "result", "partial", "reviewer", "乙", NULL));
	assert_int_equal(e.code, ERR_INPUT);
	assert_done(act(o, "info.review", &id, "step", "office", "result", "partial", "reviewer", "乙", "reason", "隐去身份证号", NULL));
	assert_string_equal(load(o, id).state, "ready");
}

TEST(a_refused_information_starts_its_reviews_anew)
{
	struct office *o = t_office("2026-03-09");
	int64_t id = item8(o, "2026-03-05");
	assert_done(act(o, "info.review", &id, "step", "unit", "result", "refuse", "reviewer", "甲", "reason", "数据有误", NULL));
	assert_string_equal(load(o, id).state, "refused");
	reviewed(o, id);
	assert_string_equal(load(o, id).state, "ready");
}

TEST(a_review_in_the_future_is_no_review)
{
	struct office *o = t_office("2026-03-09");
	int64_t id = item8(o, "2026-03-05");
	assert_false(act(o, "info.review", &id, "step", "unit", "result", "pass", "reviewer", "甲", "on", "2026-03-10", NULL));
	assert_string_equal(load(o, id).state, "draft");
}

TEST(an_old_publication_never_meets_the_duty_of_a_change)
{
	struct office *o = t_office("2026-03-09");
	int64_t id = ready(o, "2026-03-05");
	assert_done(act(o, "info.publish", &id, "channel", "site", NULL));
	today(o, "2026-03-20");
	assert_done(act(o, "info.revise", &id, "changed", "2026-03-16", "reason", "许可延续", NULL));
	struct info i = load(o, id);
	assert_int_equal(i.duties.n, 2);
	const struct info_duty *d = i.duties.rows;
	assert_int_equal(d[0].met != DAY_NONE, 1);
	assert_int_equal(d[1].met, DAY_NONE);
	assert_string_equal(iso(d[1].due), "2026-03-25");
	assert_string_equal(iso(i.due), "2026-03-25");
	assert_string_not_equal(i.state, "published");
	int64_t before = head(o);
	assert_false(act(o, "info.publish", &id, "channel", "site", NULL)); /* the change was not reviewed */
	assert_int_equal(e.code, ERR_RULE);
	assert_int_equal(head(o), before + 1);
	today(o, "2026-03-26");
	assert_int_equal(load(o, id).overdue, 1);
	reviewed(o, id);
	assert_done(act(o, "info.publish", &id, "channel", "board", NULL));
	i = load(o, id);
	assert_string_equal(i.state, "published");
	d = i.duties.rows;
	assert_string_equal(iso(d[1].met), "2026-03-26");
	assert_string_equal(iso(d[0].met), "2026-03-09");
	t_verify(o);
}

TEST(the_same_day_a_change_is_recorded_the_publication_before_it_is_old)
{
	struct office *o = t_office("2026-03-09");
	int64_t id = ready(o, "2026-03-05");
	assert_done(act(o, "info.publish", &id, "channel", "site", "on", "2026-03-09", NULL));
	assert_done(act(o, "info.revise", &id, "changed", "2026-03-09", "reason", "更正附件", NULL));
	struct info i = load(o, id);
	const struct info_duty *d = i.duties.rows;
	assert_int_equal(d[1].met, DAY_NONE);
}

TEST(withdrawing_keeps_the_record_and_a_second_channel)
{
	struct office *o = t_office("2026-03-09");
	int64_t id = ready(o, "2026-03-05");
	assert_done(act(o, "info.publish", &id, "channel", "site", NULL));
	assert_done(act(o, "info.publish", &id, "channel", "board", NULL));
	assert_false(act(o, "info.withdraw", &id, "on", "2026-03-09", NULL)); /* no reason */
	assert_int_equal(e.code, ERR_INPUT);
	assert_done(act(o, "info.withdraw", &id, "channel", "board", "reason", "公示期满", NULL));
	assert_string_equal(load(o, id).state, "published");
	assert_done(act(o, "info.withdraw", &id, "reason", "处罚决定被撤销", NULL));
	struct info i = load(o, id);
	assert_string_equal(i.state, "withdrawn");
	assert_int_equal(i.publications.n, 2);
	assert_string_equal(iso(i.first_published), "2026-03-09");
	int64_t before = head(o);
	assert_false(act(o, "info.withdraw", &id, "reason", "再撤", NULL));
	refused(o, id, before, "nothing to withdraw");
}

TEST(a_typing_error_is_corrected_with_a_reason_and_moves_the_date)
{
	struct office *o = t_office("2026-03-09");
	int64_t id = item8(o, "2026-03-02");
	assert_false(act(o, "info.change", &id, "formed", "2026-03-03", NULL));
	assert_int_equal(e.code, ERR_INPUT);
	assert_done(act(o, "info.change", &id, "formed", "2026-03-03", "title", "准予许可决定第13号", "reason", "看错日期", NULL));
	struct info i = load(o, id);
	assert_string_equal(i.f.title, "准予许可决定第13号");
	assert_string_equal(iso(i.due), "2026-03-12");
	t_verify(o);
}

TEST(an_index_number_is_given_once_and_never_changes)
{
	struct office *o = t_office("2026-03-09");
	int64_t a = item8(o, "2026-03-02"), b = item8(o, "2025-12-30");
	const char *first = arena_strdup(t_arena, load(o, a).f.index_number);
	assert_string_not_equal(first, load(o, b).f.index_number);
	assert_done(act(o, "info.change", &a, "title", "另一题名", "reason", "笔误", NULL));
	assert_string_equal(load(o, a).f.index_number, first);
	assert_done(act(o, "info.void", &b, "reason", "重复登记", NULL));
	int64_t c = item8(o, "2025-12-30");
	assert_string_not_equal(load(o, c).f.index_number, load(o, b).f.index_number);
}

TEST(a_void_information_takes_part_in_nothing)
{
	struct office *o = t_office("2026-03-30");
	int64_t id = item8(o, "2026-03-02");
	assert_int_equal(load(o, id).overdue, 1);
	assert_done(act(o, "info.void", &id, "reason", "重复登记", NULL));
	assert_int_equal(load(o, id).overdue, 0);
	static const struct { const char *verb, *field, *value, *field2, *value2; } verbs[] = {
		{"info.withdraw", "reason", "x", "on", "2026-03-20"}, {"info.publish", "channel", "site", "place", "x"},
		{"info.revise", "changed", "2026-03-20", "reason", "x"}, {"info.void", "reason", "x", "reason", "x"},
		{"info.change", "title", "x", "reason", "x"}};
	for (size_t k = 0; k < sizeof verbs / sizeof *verbs; k++) {
		int64_t before = head(o);
		assert_false(act(o, verbs[k].verb, &id, verbs[k].field, verbs[k].value, verbs[k].field2, verbs[k].value2, NULL));
		refused(o, id, before, verbs[k].verb);
	}
}

TEST(each_kind_of_deadline_gives_its_date)
{
	static const struct { const char *item, *element, *formed, *event, *typed, *basis, *due; } cases[] = {
		{"1", "1", "2026-02-10", "", "", "", "2026-03-16"},            /* WD(20) */
		{"8", "1", "2026-02-10", "", "", "", "2026-02-26"},            /* WD(7) */
		{"24", "1", "2026-02-10", "", "", "", "2026-02-13"},           /* WD(3) */
		{"24", "2", "2026-01-10", "", "", "", "2026-01-31"},           /* FIX, a Saturday: does not roll */
		{"14", "1", "2026-02-03", "", "", "", "2026-02-24"},           /* CD(20), rolls over Spring Festival */
		{"2", "1", "2026-02-10", "", "", "", "2026-03-16"},            /* ASAP capped at WD(20) */
		{"17", "1", "2026-02-10", "", "2026-02-20", "总署通知", "2026-02-20"}, /* EXT */
		{"17", "1", "2026-02-10", "", "", "", ""},
	};
	struct office *o = t_office("2026-02-12");
	for (size_t k = 0; k < sizeof cases / sizeof *cases; k++) {
		int64_t id = INT_NONE;
		assert_done(act(o, "info.register", &id, "item", cases[k].item, "element", cases[k].element, "title", "甲", "formed", cases[k].formed,
			"event_date", cases[k].event, "due_typed", cases[k].typed, "due_basis", cases[k].basis, NULL));
		if (strcmp(iso(load(o, id).due), cases[k].due))
			fail_msg("item %s.%s formed %s: %s, not %s", cases[k].item, cases[k].element, cases[k].formed, iso(load(o, id).due), cases[k].due);
	}
}

TEST(an_information_keeps_the_rule_it_was_formed_under)
{
	struct office *o = t_office("2026-03-09");
	int64_t id = item8(o, "2026-03-02"), item = 8;
	assert_done(act(o, "catalogue.change", &item, "deadline", "自信息形成或者变更之日起3个工作日内", "on", "2026-03-05", NULL));
	assert_string_equal(iso(load(o, id).due), "2026-03-11");
	assert_string_equal(iso(load(o, item8(o, "2026-03-06")).due), "2026-03-11"); /* 3 working days of the new version */
	assert_string_equal(iso(load(o, item8(o, "2026-03-04")).due), "2026-03-13"); /* 7 of the old one */
}

TEST(what_is_older_than_the_calendar_is_registered_without_a_date)
{
	struct office *o = t_office("2026-03-09");
	int64_t id = INT_NONE;
	assert_done(act(o, "info.register", &id, "item", "1", "element", "1", "title", "建关沿革", "formed", "1998-10-01", NULL));
	struct info i = load(o, id);
	assert_int_equal(i.due, DAY_NONE);
	assert_int_equal(i.overdue, 0);
	reviewed(o, id);
	assert_done(act(o, "info.publish", &id, "channel", "site", NULL));
	assert_string_equal(load(o, id).state, "published");
	t_verify(o);
}

TEST(wrong_registrations_name_the_field_and_leave_no_line)
{
	static const struct { const char *field, *item, *element, *title, *formed, *unit, *typed; } cases[] = {
		{"item", "99", "", "甲", "2026-03-02", "", ""}, {"item", "", "", "甲", "2026-03-02", "", ""},
		{"element", "8", "2", "甲", "2026-03-02", "", ""}, {"element", "24", "", "甲", "2026-03-02", "", ""},
		{"title", "8", "", "", "2026-03-02", "", ""}, {"formed", "8", "", "甲", "2026-02-30", "", ""},
		{"formed", "8", "", "甲", "", "", ""}, {"formed", "8", "", "甲", "2026-03-10", "", ""}, {"unit", "8", "", "甲", "2026-03-02", "无此科", ""},
		{"due_basis", "17", "", "甲", "2026-03-02", "", "2026-04-01"},
	};
	struct office *o = t_office("2026-03-09");
	int64_t before = head(o);
	for (size_t k = 0; k < sizeof cases / sizeof *cases; k++) {
		int64_t id = INT_NONE;
		assert_false(act(o, "info.register", &id, "item", cases[k].item, "element", cases[k].element, "title", cases[k].title, "formed",
			cases[k].formed, "unit", cases[k].unit, "due_typed", cases[k].typed, NULL));
		if (e.code != ERR_INPUT || strcmp(e.field, cases[k].field))
			fail_msg("case %zu: %s %s %s", k, err_code_name(e.code), e.field, e.text);
	}
	assert_int_equal(head(o), before);
}

TEST(the_check_of_the_catalogue_sees_what_was_published)
{
	struct office *o = t_office("2026-03-09");
	struct item_check *rows;
	size_t n;
	int64_t id = ready(o, "2026-03-05");
	assert_done(act(o, "info.publish", &id, "channel", "site", NULL));
	item8(o, "2026-02-10");
	id = INT_NONE;
	assert_done(act(o, "info.register", &id, "item", "2", "element", "4", "title", "办公时间", "formed", "2026-03-02", NULL));
	reviewed(o, id);
	assert_done(act(o, "info.publish", &id, "channel", "board", NULL));
	assert_done(catalogue_check(o, t_arena, &rows, &n, &e));
	assert_string_equal(iso(rows[7].last), "2026-03-09");
	assert_string_equal(iso(rows[7].due), "2026-02-26");
	assert_int_equal(rows[7].overdue, 1);
	assert_int_equal(rows[7].gap, 0);
	assert_int_equal(rows[1].stale, 0);
	today(o, "2026-06-08"); /* 91 days later */
	assert_done(catalogue_check(o, t_arena, &rows, &n, &e));
	assert_int_equal(rows[1].stale, 1);
}

/* What stands beside the fields is what registering gives: every element of the catalogue, ours or not, open or not, with the office's
 * own standard for 及时. */
TEST(the_date_beside_the_fields_is_the_date_that_registering_gives)
{
	struct office *o = t_office("2026-03-09");
	struct setting_args set = {.key = "asap_days", .value = "5", .valid_from = DAY_NONE};
	static const char *const dispositions[] = {"open", "on_request"};
	struct verb_call call;
	struct catalogue all;
	int dated = 0, undated = 0;
	assert_done(t_do(o, &setting_set, INT_NONE, &set, &call, &e));
	assert_done(office_refresh(o, &e));
	assert_done(catalogue_load(o, day_make(2026, 3, 9), t_arena, &all, &e));
	for (size_t i = 0; i < all.n; i++)
		for (size_t k = 0; k < all.items[i].nelements; k++)
			for (size_t d = 0; d < 2; d++) {
				int64_t id = INT_NONE, number = all.items[i].number;
				const char *item = arena_printf(t_arena, "%lld", (long long)number), *element = arena_printf(t_arena, "%zu", k + 1);
				if (!act(o, "info.register", &id, "item", item, "element", element, "title", item, "formed", "2026-03-02", "disposition",
					dispositions[d], NULL))
					fail_msg("item %s %s: %s", item, element, e.text);
				struct info was = load(o, id);
				struct info_foresight sight;
				struct clock_ledger book, same;
				struct err why = {0}, also = {0};
				assert_done(info_foresee(o, &was.f, t_arena, &sight, &e));
				assert_int_equal(sight.due.due, was.due);
				bool counted = info_ledger(o, &was, t_arena, &book, &why);
				assert_int_equal(info_foresight_ledger(o, &sight, t_arena, &same, &also), counted);
				if (counted)
					assert_int_equal(same.n, book.n);
				dated += was.due != DAY_NONE;
				undated += was.due == DAY_NONE;
			}
	assert_true(dated > 10 && undated > 10);
	struct info_fields none = load(o, 1).f;
	struct info_foresight sight;
	none.item = INT_NONE;
	assert_false(info_foresee(o, &none, t_arena, &sight, &e));
	assert_string_equal(e.field, "item");
}
