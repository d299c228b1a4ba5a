#include "office/catalogue.h"

#include <string.h>

#include "base/embed.h"
#include "base/encoding.h"
#include "office/audit.h"
#include "tests/office_fixture.h"
#include "tests/test.h"

/* Empty arguments of a verb of the catalogue. */
static struct item_args *args_new(const char *verb)
{
	struct item_args *args = arena_new(t_arena, struct item_args);
	record_clear(verb_find(verb)->args, args);
	return args;
}

static struct catalogue load(struct office *o, const char *day)
{
	struct catalogue c;
	struct err e = {0};
	daynum on;
	assert_true(day_parse(day, &on));
	assert_done(catalogue_load(o, on, t_arena, &c, &e));
	return c;
}

static daynum day(const char *iso)
{
	daynum d;
	assert_true(day_parse(iso, &d));
	return d;
}

static int64_t audit_seq(struct office *o)
{
	struct audit_head h;
	struct err e = {0};
	assert_done(audit_head(o->store, &h, &e));
	return h.seq;
}

TEST(a_new_office_holds_what_ships_cell_by_cell)
{
	struct office *o = t_office("2026-03-09");
	struct catalogue c = load(o, "2026-03-09");
	assert_int_equal(c.n, 25);
	/* the seed is compared with the document in seed_catalogue.c; here the loaded rows with the seed */
	assert_string_equal(catalogue_write(&c, '\t', t_arena), embedded_find(gen_seed, "catalogue.tsv")->text);
	assert_int_equal(load(o, "2021-12-31").n, 0);
}

TEST(items_3_10_and_18_are_not_ours_and_item_24_has_two_deadlines)
{
	struct catalogue c = load(t_office("2026-03-09"), "2026-03-09");
	for (int64_t n = 1; n <= 25; n++)
		assert_int_equal(item_ours(catalogue_find(&c, n)), n != 3 && n != 10 && n != 18);
	const struct item *i = catalogue_find(&c, 24);
	assert_int_equal(i->nelements, 2);
	assert_string_equal(i->elements[0].rule, "WD(3)");
	assert_string_equal(i->elements[1].rule, "FIX(01-31)");
	assert_true(item_shared(catalogue_find(&c, 9)));
	assert_false(item_shared(catalogue_find(&c, 1)));
	assert_string_equal(item_channel_name(catalogue_find(&c, 3), "other"), "其他：海关总署网站");
}

TEST(every_rule_that_ships_is_what_its_own_text_says)
{
	struct catalogue c = load(t_office("2026-03-09"), "2026-03-09");
	for (size_t i = 0; i < c.n; i++)
		for (size_t k = 0; k < c.items[i].nelements; k++)
			assert_string_equal(deadline_rule(c.items[i].elements[k].deadline, t_arena), c.items[i].elements[k].rule);
}

TEST(a_change_from_a_day_keeps_the_version_before)
{
	struct office *o = t_office("2026-03-09");
	struct item_args *args = args_new("catalogue.change");
	struct err e = {0};
	args->deadline = "自信息形成之日起10个工作日内";
	args->on = day("2026-04-01");
	args->reason = "关区目录";
	assert_done(t_do(o, verb_find("catalogue.change"), 8, args, NULL, &e));
	struct catalogue before = load(o, "2026-03-31"), after = load(o, "2026-04-01");
	assert_string_equal(catalogue_find(&before, 8)->elements[0].rule, "WD(7)");
	assert_string_equal(catalogue_find(&after, 8)->elements[0].rule, "WD(10)");
	assert_int_equal(after.n, 25);
	struct item_diffs d = catalogue_diff(&before, &after, t_arena);
	assert_int_equal(d.n, 2);
	assert_string_equal(d.rows[0].field, "deadline");
	assert_string_equal(d.rows[1].was, "WD(7)");
	assert_string_equal(d.rows[1].is, "WD(10)");
	t_verify(o);
}

TEST(an_added_item_splits_its_contents_and_keeps_a_text_it_cannot_read)
{
	struct office *o = t_office("2026-03-09");
	struct item_args *args = args_new("catalogue.add");
	struct err e = {0};
	args->item.group = "综合管理";
	args->item.name = "关长接待日";
	args->item.content = "1. 接待安排 2. 接待结果";
	args->deadline = "1. 活动前5日 2. 依上级另行规定";
	assert_done(t_do(o, verb_find("catalogue.add"), INT_NONE, args, NULL, &e));
	struct catalogue c = load(o, "2026-03-09");
	const struct item *i = catalogue_find(&c, 26);
	assert_non_null(i);
	assert_int_equal(i->nelements, 2);
	assert_string_equal(i->elements[1].rule, "EXT");
	assert_string_equal(i->elements[1].deadline, "依上级另行规定");
	assert_true(item_ours(i));
}

TEST(wrong_items_are_refused_and_leave_no_line)
{
	static const struct { const char *field, *name, *deadline, *basis, *rule; int64_t number; } cases[] = {
		{"deadline", "甲", NULL, NULL, NULL, INT_NONE},
		{"name", NULL, "20个工作日", NULL, NULL, INT_NONE},
		{"basis", "甲", "20个工作日", "⑫", NULL, INT_NONE},
		{"rule", "甲", "20个工作日", NULL, "WD(0)", INT_NONE},
		{"rule", "甲", "20个工作日", NULL, "每月", INT_NONE},
		{"number", "甲", "20个工作日", NULL, NULL, 8},
		{"number", "甲", "20个工作日", NULL, NULL, 0},
		{"deadline", "甲", "1. 甲 2. 乙 3. 丙", NULL, NULL, INT_NONE},
	};
	struct office *o = t_office("2026-03-09");
	int64_t seq = audit_seq(o);
	for (size_t k = 0; k < sizeof cases / sizeof *cases; k++) {
		struct item_args *args = args_new("catalogue.add");
		struct err e = {0};
		args->number = cases[k].number;
		args->item.group = "综合管理";
		args->item.name = cases[k].name;
		args->item.content = "1. 一 2. 二";
		args->item.basis = cases[k].basis;
		args->deadline = cases[k].deadline;
		args->rule = cases[k].rule;
		assert_false(t_do(o, verb_find("catalogue.add"), INT_NONE, args, NULL, &e));
		assert_int_equal(e.code, ERR_INPUT);
		if (strcmp(e.field, cases[k].field))
			fail_msg("case %zu names %s: %s", k, e.field, e.text);
	}
	assert_int_equal(audit_seq(o), seq);
	assert_int_equal(load(o, "2026-03-09").n, 25);
}

TEST(a_retired_item_stays_in_the_past_and_cannot_be_changed)
{
	struct office *o = t_office("2026-03-09");
	struct item_args *args = args_new("catalogue.retire");
	struct err e = {0};
	assert_false(t_do(o, verb_find("catalogue.retire"), 21, args, NULL, &e)); /* no reason */
	assert_string_equal(e.field, "reason");
	args->reason = "并入业务咨询";
	err_clear(&e);
	assert_done(t_do(o, verb_find("catalogue.retire"), 21, args, NULL, &e));
	struct catalogue before = load(o, "2026-03-08"), after = load(o, "2026-03-09");
	assert_int_equal(before.n, 25);
	assert_int_equal(after.n, 24);
	struct item_diffs d = catalogue_diff(&before, &after, t_arena);
	assert_int_equal(d.n, 1);
	assert_string_equal(d.rows[0].kind, "retire");
	assert_int_equal(d.rows[0].number, 21);
	int64_t seq = audit_seq(o);
	args = args_new("catalogue.change");
	args->item.name = "改名";
	assert_false(t_do(o, verb_find("catalogue.change"), 21, args, NULL, &e));
	assert_int_equal(e.code, ERR_RULE);
	assert_int_equal(audit_seq(o), seq + 1); /* the refusal has its line */
	t_verify(o);
}

TEST(an_import_shows_its_differences_and_twice_changes_nothing)
{
	struct office *o = t_office("2026-03-09");
	struct catalogue c = load(o, "2026-03-09"), want;
	struct item_diffs d;
	struct err e = {0};
	assert_done(catalogue_plan(o, catalogue_write(&c, ',', t_arena), day("2026-03-09"), t_arena, &want, &d, &e));
	assert_int_equal(d.n, 0);
	const char *text = "序号,一级事项,二级事项,公开主体,内容要素,公开时限\r\n"
		"8,行政执法信息,行政许可,隶属海关,行政许可办理结果,自信息形成或者变更之日起5个工作日内\r\n"
		"30,综合管理,公众开放日,隶属海关,活动安排,依据实际情况及时发布\r\n";
	assert_done(catalogue_plan(o, text, day("2026-03-09"), t_arena, &want, &d, &e));
	assert_int_equal(d.n, 3); /* deadline and rule of 8, and item 30 */
	struct catalogue_import_args args = {text, DAY_NONE};
	assert_done(t_do(o, verb_find("catalogue.import"), INT_NONE, &args, NULL, &e));
	assert_done(catalogue_plan(o, text, day("2026-03-09"), t_arena, &want, &d, &e));
	assert_int_equal(d.n, 0);
	c = load(o, "2026-03-09");
	assert_int_equal(c.n, 26);
	assert_string_equal(catalogue_find(&c, 8)->elements[0].rule, "WD(5)");
	assert_string_equal(catalogue_find(&c, 8)->basis, "①③④"); /* a column the file lacks stays */
	assert_string_equal(catalogue_find(&c, 30)->elements[0].rule, "ASAP-P");
	t_verify(o);
}

TEST(what_is_exported_reads_back_the_same_whatever_it_holds)
{
	struct office *o = t_office("2026-03-09");
	struct item_args *args = args_new("catalogue.add");
	struct err e = {0};
	args->item.group = "=SUM(A1)";
	args->item.name = "\"甲\",乙";
	args->item.content = "1. 'x\n2. -y\t,z";
	args->item.note = "'=1+1";
	args->deadline = "20个工作日";
	assert_done(t_do(o, verb_find("catalogue.add"), INT_NONE, args, NULL, &e));
	struct catalogue c = load(o, "2026-03-09"), want;
	struct item_diffs d;
	assert_done(catalogue_plan(o, catalogue_write(&c, ',', t_arena), day("2026-03-09"), t_arena, &want, &d, &e));
	assert_int_equal(d.n, 0);
	assert_done(catalogue_plan(o, catalogue_write(&c, '\t', t_arena), day("2026-03-09"), t_arena, &want, &d, &e));
	assert_int_equal(d.n, 0);
	assert_non_null(strstr(catalogue_write(&c, ',', t_arena), "'=SUM")); /* a spreadsheet does not run it */
}

TEST(a_table_of_one_column_changes_only_that_column)
{
	struct office *o = t_office("2026-03-09");
	struct err e = {0};
	struct catalogue_import_args args = {"序号,有关说明\n1,见门户网站\n24,见指南\n", DAY_NONE};
	assert_done(t_do(o, verb_find("catalogue.import"), INT_NONE, &args, NULL, &e));
	struct catalogue c = load(o, "2026-03-09"), before = load(o, "2026-03-08");
	struct item_diffs d = catalogue_diff(&before, &c, t_arena);
	assert_int_equal(d.n, 2);
	assert_string_equal(d.rows[0].field, "note");
	assert_int_equal(catalogue_find(&c, 24)->nelements, 2);
}

TEST(a_table_with_a_row_an_item_reads_contents_and_deadlines_as_printed)
{
	struct office *o = t_office("2026-03-09");
	struct err e = {0};
	struct catalogue_import_args args = {"序号,一级事项,二级事项,公开主体,公开内容,公开时限\n"
		"24,综合管理,政府信息公开,隶属海关,1. 依申请公开渠道 2. 政府信息公开年报 3. 公开指南,1. 自信息形成或者变更之日起3个工作日内 2. 每年1月31日前 3. 依据实际情况及时更新\n"
		"31,综合管理,公众开放日,隶属海关,活动安排,依据实际情况及时发布\n", DAY_NONE};
	assert_done(t_do(o, verb_find("catalogue.import"), INT_NONE, &args, NULL, &e));
	struct catalogue c = load(o, "2026-03-09");
	assert_int_equal(catalogue_find(&c, 24)->nelements, 3);
	assert_string_equal(catalogue_find(&c, 24)->elements[2].rule, "ASAP-U");
	assert_string_equal(catalogue_find(&c, 24)->basis, "①");
	assert_string_equal(catalogue_find(&c, 31)->elements[0].rule, "ASAP-P");
	t_verify(o);
}

TEST(an_import_in_gb18030_reads_the_same)
{
	struct office *o = t_office("2026-03-09");
	struct catalogue c = load(o, "2026-03-09"), want;
	struct item_diffs d;
	struct err e = {0};
	char *bytes, *text;
	size_t len, nbad;
	struct unmappable *bad;
	enum charset which;
	encoding_write(catalogue_write(&c, '\t', t_arena), CHARSET_GB18030, t_arena, &bytes, &len, &bad, &nbad);
	assert_int_equal(nbad, 0);
	(void)bad;
	assert_done(encoding_read(bytes, len, t_arena, &text, &which, &e));
	assert_int_equal(which, CHARSET_GB18030);
	assert_done(catalogue_plan(o, text, day("2026-03-09"), t_arena, &want, &d, &e));
	for (size_t k = 0; k < d.n; k++) /* only the ballot boxes quoted from the document have no place in GB18030 */
		assert_string_equal(d.rows[k].field, "raw");
}

TEST(damaged_tables_are_refused_by_line)
{
	static const char *const cases[][2] = {
		{"", "空"},
		{"number,text\n1,a\n", "表头"},
		{"name,note\n1,a\n", "序号"},
		{"number,content\n1,a\n", "表头"},
		{"number,deadline\n1,a\n", "表头"},
		{"number,rule\n1,WD(3)\n", "表头"},
		{"number,note\n8,x\n8,y\n", "两次"},
		{"number,name\n8,\n", "第 2 行"},
		{"number,name\n30,新事项\n", "事项 30"},
		{"number,name,content,deadline\n30,新事项,甲,20日\n", "事项 30"},
		{"number,content,deadline\n1,1. 甲 2. 乙,1. 丙 2. 丁 3. 戊\n", "第 2 行"},
		{"number,text,deadline,colour\n1,a,b,c\n", "colour"},
		{"number,number,text,deadline\n1,1,a,b\n", "两次"},
		{"number,group,name,publishers,text,deadline\n1,a,b,c,d\n", "第 2 行"},
		{"number,group,name,publishers,text,deadline\nx,a,b,c,d,e\n", "第 2 行"},
		{"number,group,name,publishers,text,deadline\n0,a,b,c,d,e\n", "第 2 行"},
		{"number,group,name,publishers,text,deadline\n1,a,,c,d,e\n", "第 2 行"},
		{"number,group,name,publishers,text,deadline\n1,a,b,c,,e\n", "第 2 行"},
		{"number,group,name,publishers,text,deadline,rule\n1,a,b,c,d,e,WD(9999)\n", "第 2 行"},
		{"number,group,name,publishers,text,deadline\n1,a,b,c,d,e\n2,a,b,c,d,e\n1,a,b,c,x,e\n", "连在一起"},
		{"number,group,name,publishers,text,deadline\n1,a,b,c,d,e\n1,a,other,c,x,e\n", "不一致"},
		{"number,group,name,publishers,channels,text,deadline\n1,a,b,c,nowhere,d,e\n", "第 2 行"},
	};
	struct office *o = t_office("2026-03-09");
	for (size_t k = 0; k < sizeof cases / sizeof *cases; k++) {
		struct catalogue want;
		struct item_diffs d;
		struct err e = {0};
		assert_false(catalogue_plan(o, cases[k][0], day("2026-03-09"), t_arena, &want, &d, &e));
		assert_int_equal(e.code, ERR_INPUT);
		if (!strstr(e.text, cases[k][1]))
			fail_msg("case %zu: %s", k, e.text);
	}
}

TEST(a_cell_of_a_megabyte_is_refused)
{
	struct office *o = t_office("2026-03-09");
	char *big = arena_alloc(t_arena, (1 << 20) + 1);
	memset(big, 'a', 1 << 20);
	const char *text = arena_printf(t_arena, "number,group,name,publishers,text,deadline\n1,a,%s,c,d,e\n", big);
	struct catalogue want;
	struct item_diffs d;
	struct err e = {0};
	assert_false(catalogue_plan(o, text, day("2026-03-09"), t_arena, &want, &d, &e));
	assert_int_equal(e.code, ERR_INPUT);
	assert_string_equal(e.field, "name");
}

TEST(an_item_is_picked_by_number_name_or_pinyin)
{
	static const struct { const char *typed; int64_t number; } cases[] = {
		{"8", 8}, {"０８", 8}, {"政府采购", 15}, {"zfcg", 15}, {"zhengfucaigou", 15}, {"xingzhengchufa", 9}, {"ysq", 0}, {"99", 0}, {"xz", 0},
		{"xzqz", 10},
	};
	struct office *o = t_office("2026-03-09");
	for (size_t k = 0; k < sizeof cases / sizeof *cases; k++) {
		int64_t n = 0;
		struct err e = {0};
		bool found = catalogue_pick(o, "item", cases[k].typed, t_arena, &n, &e);
		if (found != (cases[k].number != 0) || (found && n != cases[k].number))
			fail_msg("%s: %lld %s", cases[k].typed, (long long)n, e.text);
		if (!found)
			assert_string_equal(e.field, "item");
	}
}

TEST(a_check_of_a_new_office_finds_gaps_only_where_the_duty_is_ours)
{
	struct office *o = t_office("2026-03-09");
	struct item_check *rows;
	size_t n;
	struct err e = {0};
	assert_done(catalogue_check(o, t_arena, &rows, &n, &e));
	assert_int_equal(n, 25);
	for (size_t k = 0; k < n; k++) {
		assert_int_equal(rows[k].gap, rows[k].ours && !rows[k].shared);
		assert_int_equal(rows[k].overdue, 0);
		assert_false(!rows[k].ours && rows[k].due != DAY_NONE);
	}
	assert_int_equal(rows[11].due, day("2027-01-31"));
}

TEST(fewer_contents_put_the_rest_out_of_use_and_more_bring_them_back)
{
	struct office *o = t_office("2022-01-01"); /* the first day of the version: changed in place */
	struct item_args *args = args_new("catalogue.change");
	struct err e = {0};
	args->item.content = "1. 机构概况 2. 主要职能";
	assert_done(t_do(o, verb_find("catalogue.change"), 1, args, NULL, &e));
	struct catalogue c = load(o, "2022-01-01");
	assert_int_equal(catalogue_find(&c, 1)->nelements, 2);
	args->item.content = "1. 机构概况 2. 主要职能 3. 内设机构";
	assert_done(t_do(o, verb_find("catalogue.change"), 1, args, NULL, &e));
	c = load(o, "2022-01-01");
	assert_int_equal(catalogue_find(&c, 1)->nelements, 3);
	assert_string_equal(catalogue_find(&c, 1)->elements[2].text, "内设机构");
	assert_string_equal(catalogue_find(&c, 1)->elements[2].rule, "WD(20)");
	t_verify(o);
}

TEST(one_element_is_changed_alone)
{
	struct office *o = t_office("2026-03-09");
	struct item_args *args = args_new("catalogue.change");
	struct err e = {0};
	args->element = 2;
	args->deadline = "活动前7日";
	args->rule = "BEFORE(7,cd)";
	assert_done(t_do(o, verb_find("catalogue.change"), 11, args, NULL, &e));
	struct catalogue c = load(o, "2026-03-09");
	const struct item *i = catalogue_find(&c, 11);
	assert_string_equal(i->elements[0].rule, "EXT");
	assert_string_equal(i->elements[1].rule, "BEFORE(7,cd)");
	assert_string_equal(i->content, "1. 随机抽查事项清单 2. 随机抽查结果");
	args->element = 9;
	assert_false(t_do(o, verb_find("catalogue.change"), 11, args, NULL, &e));
	assert_string_equal(e.field, "element");
}
