/* Work goes from one to another: all of it or one case, in one line of the log, and what was done before stays whose it was. */
#include <string.h>

#include "gen/q_audit.h"
#include "office/audit_list.h"
#include "office/catalogue.h"
#include "office/directory.h"
#include "office/handover.h"
#include "office/info.h"
#include "office/matter.h"
#include "office/operator.h"
#include "office/request.h"
#include "tests/office_fixture.h"
#include "tests/test.h"

static void join(struct office *o, const char *login, const char *name, const char *roles)
{
	struct operator_args args;
	struct err e = {0};
	record_clear(operator_add.args, &args);
	args = (struct operator_args){.login = login, .name = name, .roles = roles, .on = DAY_NONE};
	assert_done(t_do(o, &operator_add, INT_NONE, &args, NULL, &e));
}

static void hire(struct office *o, const char *name)
{
	struct person *p = arena_new(t_arena, struct person);
	struct err e = {0};
	record_clear(&person_type, p);
	p->head.name = name;
	assert_done(t_do(o, verb_find("person.add"), INT_NONE, p, NULL, &e));
}

static int64_t person(struct office *o, const char *name)
{
	int64_t id;
	struct err e = {0};
	assert_done(directory_pick(o, &directory_person, "person", name, t_arena, &id, &e));
	return id;
}

static void answers_for(struct office *o, const char *name, const char *items, bool deputy)
{
	struct directory_assign args = {.items = items, .deputy = deputy};
	struct err e = {0};
	assert_done(t_do(o, verb_find("person.assign"), person(o, name), &args, NULL, &e));
}

/* tester has three requests, one of them archived by voiding, an information and, as a person, two items. */
static struct office *busy_office(void)
{
	struct office *o = t_office("2026-03-09");
	struct info_fields f;
	struct err e = {0};
	join(o, "lisi", "李四", "clerk");
	join(o, "wangwu", "王五", "clerk,leader");
	for (int i = 0; i < 3; i++)
		assert_done(t_request(o, NULL, NULL, t_arena, &e));
	struct request_void why = {"登记错误"};
	int64_t third;
	assert_done(matter_find(o, "request", "2026-0003", &third, &e));
	assert_done(t_do(o, verb_find("request.void"), third, &why, NULL, &e));
	record_clear(&info_register_type, &f);
	f.item = 9;
	f.title = "机构职能";
	f.formed = desk_today(o->desk);
	f.origin = "own";
	f.disposition = "open";
	assert_done(t_do(o, &info_register, INT_NONE, &f, NULL, &e));
	return o;
}

static const char *handler_of(struct office *o, const char *number)
{
	int64_t id;
	struct matter_case c;
	struct err e = {0};
	assert_done(matter_find(o, "request", number, &id, &e));
	assert_done(matter_load(o, id, t_arena, &c, &e));
	return handler_name(o, c.matter.handler_id, t_arena);
}

static struct handover_args from_to(const char *from, const char *to)
{
	return (struct handover_args){.from = from, .to = to, .items = FLAG_NONE, .cases = FLAG_NONE, .on = DAY_NONE, .reason = "调离"};
}

TEST(an_operators_open_work_moves_in_one_line_and_what_is_finished_stays)
{
	struct office *o = busy_office();
	struct handover_args args = from_to("tester", "李四");
	struct handover_plan plan;
	struct verb_call call;
	struct err e = {0};
	assert_done(handover_plan(o, "operator", &args, t_arena, &plan, &e));
	assert_int_equal(plan.n, 3);
	assert_int_equal(plan.count[HANDOVER_REQUEST], 2);
	assert_int_equal(plan.count[HANDOVER_INFO], 1);
	const char *was = handler_of(o, "2026-0001");
	assert_done(t_do(o, verb_find("operator.handover"), INT_NONE, &args, &call, &e));
	assert_string_equal(call.result, arena_printf(t_arena, "%s 的工作已移交 李四：申请 2，信息 1", was));
	assert_string_equal(handler_of(o, "2026-0001"), "李四");
	assert_string_equal(handler_of(o, "2026-0002"), "李四");
	assert_string_equal(handler_of(o, "2026-0003"), was);
	/* One line, with a child row for each record and the old value of each. */
	struct audit_entries lines;
	struct audit_filter f = {.verb = "operator.handover", .before = INT_NONE, .limit = INT_NONE};
	assert_done(audit_list(o, &f, true, t_arena, &lines, &e));
	assert_int_equal(lines.n, 1);
	size_t moved = 0;
	for (size_t i = 0; i < lines.rows[0].nchanges; i++)
		moved += !strcmp(lines.rows[0].changes[i].field, "handler_id") && lines.rows[0].changes[i].old != NULL;
	assert_int_equal(moved, 3);
	/* A second time there is nothing left. */
	assert_false(t_do(o, verb_find("operator.handover"), INT_NONE, &args, NULL, &e));
	assert_int_equal(e.code, ERR_RULE);
	t_verify(o);
}

TEST(a_case_tells_through_whose_hands_it_went)
{
	struct office *o = busy_office();
	struct handler_args one = {.to = "lisi", .on = DAY_NONE, .reason = "休假"};
	struct handover_args all = from_to("lisi", "wangwu");
	struct handover_step *steps;
	size_t n;
	int64_t id;
	struct err e = {0};
	const char *was = handler_of(o, "2026-0002");
	assert_done(matter_find(o, "request", "2026-0002", &id, &e));
	assert_done(t_do(o, verb_find("request.handover"), id, &one, NULL, &e));
	assert_done(t_do(o, verb_find("operator.handover"), INT_NONE, &all, NULL, &e));
	assert_done(handover_history(o, "matter", id, t_arena, &steps, &n, &e));
	assert_int_equal(n, 2);
	assert_string_equal(steps[0].from, was);
	assert_string_equal(steps[0].to, "李四");
	assert_string_equal(steps[0].reason, "休假");
	assert_string_equal(steps[1].from, "李四");
	assert_string_equal(steps[1].to, "王五");
	assert_int_equal(steps[1].on, desk_today(o->desk));
	assert_false(t_do(o, verb_find("request.handover"), id, &(struct handler_args){.to = "王五", .on = DAY_NONE}, NULL, &e));
	assert_string_equal(e.field, "to");
	t_verify(o);
}

TEST(a_persons_items_move_and_nobody_becomes_his_own_deputy)
{
	struct office *o = busy_office();
	struct handover_args args = from_to("赵六", "孙七");
	struct handover_plan plan;
	struct item i;
	struct err e = {0};
	hire(o, "赵六");
	hire(o, "孙七");
	answers_for(o, "赵六", "1,9", false);
	answers_for(o, "孙七", "9", true);
	answers_for(o, "赵六", "2", true);
	assert_done(handover_plan(o, "person", &args, t_arena, &plan, &e));
	assert_int_equal(plan.count[HANDOVER_ITEM], 3);
	assert_done(t_do(o, verb_find("person.handover"), INT_NONE, &args, NULL, &e));
	assert_done(catalogue_item(o, 9, calendar_last(), t_arena, &i, &e));
	assert_int_equal(i.person_id, person(o, "孙七"));
	assert_int_equal(i.deputy_id, INT_NONE);
	assert_done(catalogue_item(o, 2, calendar_last(), t_arena, &i, &e));
	assert_int_equal(i.deputy_id, person(o, "孙七"));
	t_verify(o);
}

/* Person and operator are one where the names say so: his cases go with his items, if the other can take them. */
TEST(a_person_who_is_an_operator_hands_over_his_cases_too)
{
	struct office *o = busy_office();
	struct handler_args one = {.to = "lisi", .on = DAY_NONE};
	struct handover_args args = from_to("李四", "孙七");
	int64_t id;
	struct err e = {0};
	assert_done(matter_find(o, "request", "2026-0001", &id, &e));
	assert_done(t_do(o, verb_find("request.handover"), id, &one, NULL, &e));
	hire(o, "李四");
	hire(o, "孙七");
	answers_for(o, "李四", "1", false);
	assert_false(t_do(o, verb_find("person.handover"), INT_NONE, &args, NULL, &e));
	assert_string_equal(e.field, "to");
	assert_string_equal(handler_of(o, "2026-0001"), "李四");
	e = (struct err){0};
	args.cases = 0;
	assert_done(t_do(o, verb_find("person.handover"), INT_NONE, &args, NULL, &e));
	assert_string_equal(handler_of(o, "2026-0001"), "李四");
	join(o, "sunqi", "孙七", "clerk");
	args.cases = 1;
	assert_done(t_do(o, verb_find("person.handover"), INT_NONE, &args, NULL, &e));
	assert_string_equal(handler_of(o, "2026-0001"), "孙七");
	t_verify(o);
}

TEST(who_is_gone_takes_nothing_and_can_still_give)
{
	struct office *o = busy_office();
	struct handler_args one = {.to = "lisi", .on = DAY_NONE};
	struct handover_args args = from_to("lisi", "wangwu"), back = from_to("wangwu", "lisi");
	struct operator_args gone;
	int64_t id;
	struct err e = {0};
	assert_done(matter_find(o, "request", "2026-0001", &id, &e));
	assert_done(t_do(o, verb_find("request.handover"), id, &one, NULL, &e));
	record_clear(operator_disable.args, &gone);
	gone = (struct operator_args){.login = "lisi", .on = DAY_NONE};
	struct verb_call call;
	assert_done(t_do(o, &operator_disable, INT_NONE, &gone, &call, &e));
	assert_non_null(strstr(call.warning, "1 件"));
	assert_done(t_do(o, verb_find("operator.handover"), INT_NONE, &args, NULL, &e));
	assert_string_equal(handler_of(o, "2026-0001"), "王五");
	assert_false(t_do(o, verb_find("operator.handover"), INT_NONE, &back, NULL, &e));
	assert_string_equal(e.field, "to");
	t_verify(o);
}

TEST(only_who_may_hands_over_anothers_work)
{
	struct office *o = busy_office();
	struct desk desk = *o->desk;
	struct office *clerk = t_office_open(store_path(o->store), "lisi", &desk);
	struct handover_args args = from_to("tester", "lisi");
	struct err e = {0};
	assert_false(t_do(clerk, verb_find("operator.handover"), INT_NONE, &args, NULL, &e));
	assert_int_equal(e.code, ERR_DENIED);
	office_close(clerk);
	clerk = t_office_open(store_path(o->store), "wangwu", &desk);
	e = (struct err){0};
	assert_done(t_do(clerk, verb_find("operator.handover"), INT_NONE, &args, NULL, &e));
	office_close(clerk);
}

TEST(the_list_can_show_ones_own_cases_only)
{
	struct office *o = busy_office();
	struct handler_args one = {.to = "lisi", .on = DAY_NONE};
	struct request_filter f;
	struct request_row *rows;
	size_t n;
	int64_t id;
	struct err e = {0};
	assert_done(matter_find(o, "request", "2026-0001", &id, &e));
	assert_done(t_do(o, verb_find("request.handover"), id, &one, NULL, &e));
	record_clear(&request_filter_type, &f);
	f.open = 1;
	f.mine = 1;
	assert_done(request_list(o, &f, t_arena, &rows, &n, &e));
	assert_int_equal(n, 1);
	assert_string_equal(rows[0].number, "2026-0002");
	f.mine = FLAG_NONE;
	f.handler = "李四";
	assert_done(request_list(o, &f, t_arena, &rows, &n, &e));
	assert_int_equal(n, 1);
	assert_string_equal(rows[0].number, "2026-0001");
}
