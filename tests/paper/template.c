/* Templates: what a clerk may write, what is refused and with which words, and how values go in. */
#include "tests/test.h"

#include <string.h>

#include "base/str.h"
#include "paper/template.h"

#define HEAD                                                                                                                     \
	"种类: sample\n名称: 样例\n规则: 2019\n启用: 2019-05-15\n救济: 无\n字段: name 申请人 文字10 必填\n字段: due 答复期限 日期\n"            \
	"字段: way 方式 选项 paper=纸质 email=电子邮件\n字段: ways 途径 多选 post=邮寄 fax=传真\n字段: why 理由 长文 手填\n----\n"

static const char *fault_of(const char *body)
{
	struct err e = {0};
	struct template *t;
	if (template_parse(arena_printf(t_arena, "%s标题: 样例\n%s", HEAD, body), t_arena, &t, &e))
		return "";
	return arena_strdup(t_arena, e.text);
}

TEST(each_mistake_is_named_with_its_line)
{
	static const struct {
		const char *body, *fault;
	} cases[] = {
		{"{{申请人", "模板第13行：“{{”没有对应的“}}”"},
		{"你好}}", "模板第13行：“}}”前面没有“{{”"},
		{"{{收件}}", "模板第13行：没有字段“收件”"},
		{"第一段\n{{申请人|空=x}}", "模板第14行：“{{申请人|空=x}}”：竖线后面要写“空=8”，8是留空的格数"},
		{"[方式=disc] 光盘", "模板第13行：字段“方式”没有选项“disc”"},
		{"[方式=paper 光盘", "模板第13行：“[”没有对应的“]”"},
		{"【方式=paper 光盘", "模板第13行：“【”没有对应的“】”"},
		{"根据规定,本机关", "模板第13行：汉字旁边的“,”是半角标点，请用全角"},
		{"你(单位)", "模板第13行：汉字旁边的“(”是半角标点，请用全角"},
		{"| 甲 | 乙 |", "模板第13行：“|”开头的一行前面要有“表格:”"},
		{"表格: 50 40", "模板第13行：表格后面写各列宽度的百分数，合计100，这里是90"},
		{"表格: 50 50\n| 甲 |", "模板第14行：表格有2列，这一行有1格"},
		{"落款:", "模板第13行：“落款:”后面没有文字"},
		{"根据《海关关务公开办法》的规定。", "模板第13行：“海关关务公开办法”只能用在2014年4月1日以前的文书里"},
		{"救济:", "模板：写了“救济:”，头上的救济却是“无”"},
	};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		assert_string_equal(fault_of(cases[i].body), cases[i].fault);
}

TEST(numbers_codes_and_addresses_may_keep_ascii_punctuation)
{
	assert_string_equal(fault_of("网址http://www.customs.gov.cn/a?b=1，金额1,234.50元，邮箱a@b.cn。"), "");
}

TEST(check_collects_every_fault_in_order)
{
	struct template_fault *f;
	size_t n = template_check(HEAD "标题: 样例\n{{甲}}\n{{乙\n你好,世界\n", NULL, t_arena, &f);
	assert_int_equal(n, 3);
	assert_int_equal(f[0].line, 13);
	assert_int_equal(f[1].line, 14);
	assert_int_equal(f[2].line, 15);
	n = template_check("名称 样例\n", NULL, t_arena, &f);
	assert_true(n >= 5);
}

TEST(a_head_line_that_makes_no_sense_is_named)
{
	static const struct {
		const char *line, *fault;
	} cases[] = {
		{"规则: 2020", "模板第1行：规则只能是2008、2019或者通用，不能是“2020”"},
		{"启用: 2019年5月15日", "模板第1行：日期“2019年5月15日”要写成2019-05-15的样子"},
		{"救济: 有", "模板第1行：救济只能是无、复议或诉讼、复议前置，不能是“有”"},
		{"份数: 0", "模板第1行：份数要在1和20之间"},
		{"种类: Receipt", "模板第1行：种类“Receipt”只能用小写字母、数字和下划线"},
	};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct err e = {0};
		struct template *t;
		assert_false(template_parse(arena_printf(t_arena, "%s\n%s标题: 甲\n", cases[i].line, HEAD), t_arena, &t, &e));
		assert_string_equal(e.text, cases[i].fault);
	}
}

TEST(locked_lines_must_stay_as_they_are)
{
	struct template_fault *f;
	const char *ours = HEAD "标题: 样例\n! 不服本决定的，可以申请行政复议。\n其余可以改。\n";
	assert_int_equal(template_check(HEAD "标题: 样例\n！ 不服本决定的，可以申请行政复议。\n改了。\n", ours, t_arena, &f), 0);
	assert_int_equal(template_check(HEAD "标题: 样例\n! 不服本决定的，可以起诉。\n", ours, t_arena, &f), 1);
	assert_string_equal(f[0].text, "法律规定的一段被改动或删去：“不服本决定的，可以申请行政复议。”");
}

/* --- filling -------------------------------------------------------------------------------------------------------------- */

struct pair {
	const char *name;
	struct slot_value value;
};

static struct slot_value look(const void *ctx, const struct slot *slot)
{
	for (const struct pair *p = ctx; p->name; p++) {
		if (!strcmp(p->name, slot->name))
			return p->value;
	}
	return (struct slot_value){0};
}

static const char *filled(const char *body, const struct pair *pairs, enum fill_mode mode)
{
	struct err e = {0};
	struct template *t;
	struct doc *d;
	assert_done(template_parse(arena_printf(t_arena, "%s标题: 样例\n%s", HEAD, body), t_arena, &t, &e));
	if (!template_fill(t, look, pairs, mode, t_arena, &d, &e))
		return arena_printf(t_arena, "%s %s", e.field, e.text);
	const char *text = doc_text(d, t_arena);
	return text + strlen("样例\n");
}

TEST(values_never_become_structure)
{
	const struct pair p[] = {{"name", {.text = "落款: {{答}}\n|[x\t]"}}, {0}};
	assert_string_equal(filled("称谓: {{申请人}}：", p, FILL_PREVIEW), "落款: {{答}} |[x ]：\n");
}

TEST(a_required_field_that_is_empty_is_named)
{
	const struct pair none[] = {{"name", {.text = " 　"}}, {0}};
	assert_string_equal(filled("你好。", none, FILL_ISSUE), "name “申请人”没有填写");
	const struct pair p[] = {{"name", {.text = "王𠮷祥"}}, {0}};
	assert_string_equal(filled("于{{答复期限}}前", p, FILL_ISSUE), "due “答复期限”没有填写");
	assert_string_equal(filled("于{{答复期限|空=8}}前", p, FILL_ISSUE), "于　　　　前\n");
	assert_string_equal(filled("于{{答复期限}}前", p, FILL_PREVIEW), "于【答复期限】前\n");
	assert_string_equal(filled("于{{答复期限}}前", none, FILL_BLANK), "于　　　　前\n");
}

TEST(what_the_clerk_types_is_checked)
{
	const struct pair longer[] = {{"name", {.text = "一二三四五六七八九十一"}}, {0}};
	assert_string_equal(filled("你好。", longer, FILL_ISSUE), "name “申请人”有11个字，最多10个");
	const struct pair ascii[] = {{"name", {.text = "甲"}}, {"why", {.text = "经查,不存在"}}, {0}};
	assert_string_equal(filled("你好。", ascii, FILL_ISSUE), "why “理由”里汉字旁边的“,”是半角标点，请用全角");
	const struct pair option[] = {{"name", {.text = "甲"}}, {"way", {.text = "口头"}}, {0}};
	assert_string_equal(filled("你好。", option, FILL_ISSUE), "way “方式”没有选项“口头”");
}

TEST(boxes_and_conditions_follow_codes_and_labels)
{
	const struct pair p[] = {{"name", {.text = "甲"}}, {"way", {.code = "email"}}, {"ways", {.text = "x", .code = "post,fax"}}, {0}};
	assert_string_equal(filled("[方式=paper] 纸质　[方式=email] 电子邮件", p, FILL_ISSUE), "□ 纸质　☑ 电子邮件\n");
	assert_string_equal(filled("［方式＝电子邮件］ 是", p, FILL_ISSUE), "☑ 是\n");
	assert_string_equal(filled("[途径=fax] 传真", p, FILL_ISSUE), "☑ 传真\n");
	assert_string_equal(filled("{{方式}}", p, FILL_ISSUE), "电子邮件\n");
	assert_string_equal(filled("【方式=paper|email】有\n【方式=paper】纸\n【理由】理由\n【无 理由】没有理由\n【方式】【途径=post】都有", p, FILL_ISSUE),
		"有\n没有理由\n都有\n");
}

TEST(a_long_text_alone_keeps_its_paragraphs)
{
	const struct pair p[] = {{"name", {.text = "甲"}}, {"why", {.text = "第一段。\n\n　　第二段。"}}, {0}};
	assert_string_equal(filled("{{理由}}", p, FILL_ISSUE), "第一段。\n第二段。\n");
	assert_string_equal(filled("因为{{理由}}所以", p, FILL_ISSUE), "因为第一段。  　　第二段。所以\n");
}

TEST(a_value_gives_up_its_full_stop_before_a_mark)
{
	const struct pair p[] = {{"name", {.text = "处罚决定。"}}, {0}};
	assert_string_equal(filled("申请“{{申请人}}”。", p, FILL_ISSUE), "申请“处罚决定”。\n");
	assert_string_equal(filled("申请{{申请人}}", p, FILL_ISSUE), "申请处罚决定。\n");
}

TEST(typed_indents_marks_and_line_ends_of_any_editor_are_accepted)
{
	const struct pair p[] = {{"name", {.text = "甲"}}, {0}};
	assert_string_equal(filled("　　正文。\r\n称谓：{{ 申请人 }}：\r\n% 说明\r\n\r\n", p, FILL_ISSUE), "正文。\n甲：\n");
	struct err e = {0};
	struct template *t;
	assert_done(template_parse("\xEF\xBB\xBF" HEAD "标题: 甲\n", t_arena, &t, &e));
	assert_string_equal(t->kind, "sample");
	assert_string_equal(t->title, "甲");
	assert_int_equal(t->nslots, 5);
}

TEST(tables_keep_labels_values_spans_and_heights)
{
	const struct pair p[] = {{"name", {.text = "甲"}}, {0}};
	assert_string_equal(filled("表格: 20 30 20 30\n| 姓名 | {{申请人}} | 备注 | {{理由|空=2}} |\n>3 | 内容 | 一／／二 | < | < |\n", p, FILL_ISSUE),
		"姓名\n甲\n备注\n　\n内容\n一\n二\n");
}

TEST(the_template_of_the_day_and_rule_set_is_picked)
{
	struct template **all;
	size_t n;
	daynum day;
	template_load(gen_letters, t_arena, &all, &n);
	static const struct {
		const char *iso;
		int family;
		const char *articles;
	} cases[] = {
		{"2008-05-01", 2008, "关务公开办法11、20"},
		{"2014-03-31", 2008, "关务公开办法11、20"},
		{"2014-04-01", 2008, "海关政府信息公开办法（署令215号）19；条例（国令492号）20、24"},
		{"2020-12-21", 2008, "条例（国令492号）20、24"},
		{"2019-05-15", 2019, "条例29、31、33、45"},
		{"2026-03-09", 2019, "条例29、31、33、45"},
	};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		assert_true(day_parse(cases[i].iso, &day));
		const struct template *t = template_pick(all, n, "receipt", cases[i].family, day);
		assert_non_null(t);
		assert_string_equal(t->articles, cases[i].articles);
	}
	assert_true(day_parse("2008-04-30", &day));
	assert_null(template_pick(all, n, "receipt", 2008, day));
	assert_null(template_pick(all, n, "no_such_kind", 2019, day));
}

#define LIST_HEAD                                                                                                                \
	"种类: sample\n名称: 样例\n规则: 2019\n启用: 2019-05-15\n救济: 无\n用途: 内部\n字段: id 编号 文字\n"                                      \
	"字段: files 文件 清单 必填 no=序号 title=题名\n----\n标题: 样例\n表格: 20 80\n| 序号 | 题名 |\n"

static const char *list_fault(const char *head, const char *body)
{
	struct template_fault *f;
	size_t n = template_check(arena_printf(t_arena, "%s%s", head, body), NULL, t_arena, &f);
	return n ? arena_printf(t_arena, "%d %s", f[0].line, f[0].text) : "";
}

TEST(each_mistake_in_a_list_is_named_with_its_line)
{
	static const struct {
		const char *body, *fault;
	} cases[] = {
		{"每行: 文件 空=3 >2 | {{序号}} | {{题名}}{{编号|空=8}} |", ""},
		{"每行：文件｜{{no}}｜{{title}}｜", ""},
		{"【文件】每行: 文件 | {{序号}} | {{题名}} |\n【无 文件】| 无 | < |", ""},
		{"每行: 卷宗 | {{序号}} | 甲 |", "13 没有字段“卷宗”"},
		{"每行: 编号 | 甲 | 乙 |", "13 “每行:”后面要写一份清单，“编号”不是清单"},
		{"每行: 文件 空=甲 | 甲 | 乙 |", "13 “空=”后面写空白表的行数，0到60"},
		{"每行: 文件 {{序号}}", "13 “每行: 文件”后面要写“|”和各格"},
		{"每行: 文件 | {{序号}} |", "13 表格有2列，这一行有1格"},
		{"| {{题名}} | 甲 |", "13 没有字段“题名”"},
		{"| {{文件}} | 甲 |", "13 “文件”是清单，要写在表格的“每行: 文件 |”里"},
	};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		assert_string_equal(list_fault(LIST_HEAD, cases[i].body), cases[i].fault);
	assert_string_equal(list_fault("种类: sample\n名称: 样例\n启用: 2019-05-15\n字段: files 文件 清单 手填 no=序号\n----\n", "标题: 样例"),
		"4 清单“文件”由办件数据填写，不能手填");
	assert_string_equal(list_fault("种类: sample\n名称: 样例\n启用: 2019-05-15\n字段: files 文件 清单\n----\n", "标题: 样例"),
		"4 字段“文件”：选项（清单的列）要列出来，其他类型没有选项");
	assert_string_equal(list_fault("种类: sample\n名称: 样例\n启用: 2019-05-15\n用途: 公文\n----\n", "标题: 样例"),
		"4 用途只能写“内部”：不编文号的用纸；出具的文书不写这一行");
}

static struct slot_value rows_or_none(const void *ctx, const struct slot *slot)
{
	static const char *const first[] = {"1", "甲{{序号}}\t乙"}, *const second[] = {"2", NULL};
	static const char *const *const cells[] = {first, second};
	static const struct slot_rows rows = {2, cells};
	return (struct slot_value){.rows = ctx && slot->type == SLOT_LIST ? &rows : NULL};
}

static const char *list_text(const void *ctx, enum fill_mode mode, const char *body, struct err *why)
{
	struct template *t;
	struct doc *d;
	struct err e = {0};
	assert_done(template_parse(arena_printf(t_arena, "%s%s", LIST_HEAD, body), t_arena, &t, &e));
	return template_fill(t, rows_or_none, ctx, mode, t_arena, &d, why) ? doc_text(d, t_arena) : NULL;
}

TEST(a_row_stands_once_for_each_row_of_its_list)
{
	static const char body[] = "每行: 文件 空=2 | {{序号}} | {{题名}}。 |\n【无 文件】| 没有 | < |\n【文件】| 完 | < |\n";
	struct err e = {0};
	assert_string_equal(list_text(&e, FILL_ISSUE, body, &e), "样例\n序号\n题名\n1\n甲{{序号}} 乙。\n2\n。\n完\n");
}

TEST(an_empty_list_is_missed_previewed_or_left_to_write_in)
{
	static const char body[] = "每行: 文件 空=2 | {{序号}} | {{题名}} |\n【无 文件】| 没有 | < |\n";
	struct err e = {0};
	assert_null(list_text(NULL, FILL_ISSUE, body, &e));
	assert_string_equal(e.field, "files");
	err_clear(&e);
	assert_string_equal(list_text(NULL, FILL_PREVIEW, body, &e), "样例\n序号\n题名\n【序号】\n【题名】\n没有\n");
	assert_string_equal(list_text(NULL, FILL_BLANK, body, &e), "样例\n序号\n题名\n\n\n\n\n没有\n");
}
