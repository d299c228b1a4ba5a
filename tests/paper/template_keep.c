/* An office edits the text of a letter: what may change, and what the letter must go on saying. */
#include "tests/test.h"

#include <string.h>

#include "base/embed.h"
#include "base/str.h"
#include "paper/template.h"

static const char *shipped(const char *file)
{
	const char *name = arena_printf(t_arena, "%s.letter", file);
	for (size_t i = 0; gen_letters[i].name; i++)
		if (strcmp(gen_letters[i].name, name) == 0)
			return gen_letters[i].text;
	fail_msg("%s", file);
	return NULL;
}

static const char *replaced(const char *text, const char *from, const char *to)
{
	const char *at = strstr(text, from);
	if (!at)
		fail_msg("%s", from);
	return arena_printf(t_arena, "%.*s%s%s", (int)(at - text), text, to, at + strlen(from));
}

/* The first fault of the shipped text with `from` put in other words. */
static const char *edited(const char *file, const char *from, const char *to)
{
	struct template_fault *f;
	size_t n = template_check(replaced(shipped(file), from, to), shipped(file), t_arena, &f);
	return n ? f[0].text : "";
}

TEST(an_office_may_choose_its_own_words)
{
	static const struct {
		const char *file, *from, *to;
	} cases[] = {
		{"receipt-2019", "咨询电话：", "有疑问请致电："},
		{"receipt-2019", "{{字头}}〔", "{{字头}}公复〔"},
		{"receipt-2019", "\n附注: （本回执", "\n附注: （本页"},
		{"receipt-2019", "{{机关电话}}", "｛｛机关电话｝｝"},
		{"refused-2019", "经审查，本机关决定", "本机关经审查，决定"},
		{"partial-2019", "不予公开的内容：", "【理由】不予公开的内容是："}, /* both are filled in every such letter */
		{"refused-2019", "理由：{{理由}}。", "具体情况如下。\n{{理由}}"},
		{"refused-2019", "理由 长文4000", "理由 长文800"},           /* what the clerk types may be kept short */
		{"consult-2019", "请填写所附回执，寄送或者送交本机关。", "请填写所附回执。"},
	};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		assert_string_equal(edited(cases[i].file, cases[i].from, cases[i].to), "");
}

TEST(what_a_letter_must_say_stands_in_every_copy)
{
	static const struct {
		const char *file, *from, *to, *fault;
	} cases[] = {
		{"receipt-2019", "你（单位）通过", "【待补正事项】你（单位）通过", "“{{登记编号}}”前面的条件比自带的模板多，有的文书里就印不出来了"},
		{"receipt-2019", "\n编号: ", "\n【答复方式=on_spot】编号: ", "“编号:”一行前面不能加条件"},
		{"receipt-2019", "\n日期: ", "\n【待补正事项】日期: ", "“日期:”一行前面不能加条件"},
		{"receipt-2019", "\n落款: ", "\n【待补正事项】落款: ", "没有“落款:”或者“印章:”一行"},
		{"receipt-2019", "〔{{年份}}〕{{流水号}}号", "〔2026〕号", "“编号:”一行里少了“{{年份}}”"},
		{"receipt-2019", "\n标题: ", "\n标题: 通知\n标题: ", "“标题:”多了一行"},
		{"receipt-2019", "\n编号: ", "\n编号: 旧〔2026〕1号\n编号: ", "“编号:”多了一行"},
		{"refused-2019", "【无 第二项理由】理由", "【不予公开的依据=14-1】【无 第二项理由】理由", "“{{理由}}”前面的条件比自带的模板多，有的文书里就印不出来了"},
		{"refused-2019", "【第二项理由】理由：{{理由}}。\n", "", "“{{理由}}”前面的条件比自带的模板多，有的文书里就印不出来了"},
		{"refused-2019", "【第二项理由】理由：{{第二项理由}}。\n", "", "正文里少了“{{第二项理由}}”"},
		{"partial-2019", "不予公开的另一项内容：{{不予公开的第二部分}}。", "另有一项不予公开。", "正文里少了“{{不予公开的第二部分}}”"},
		{"refused-2019", "\n救济:\n", "\n【第三方意见=object】救济:\n", "“救济:”一行前面不能加条件"},
		{"refused-2019", "\n救济:\n落款: {{机关}}\n日期: {{出具日期}}", "\n落款: {{机关}}\n日期: {{出具日期}}\n救济:", "法律规定的段落和“救济:”要写在落款和日期以前"},
		{"refused-2019", "\n救济:\n", "\n如不服，可以在三个月内直接起诉。\n救济:\n", "复议和诉讼的告知由“救济:”按结果和日期写成，这里不能另写"},
	};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		assert_string_equal(edited(cases[i].file, cases[i].from, cases[i].to), cases[i].fault);
}

TEST(who_fills_a_field_does_not_change)
{
	assert_string_equal(edited("receipt-2019", "答复期限 日期 必填", "答复期限 日期 必填 手填"), "字段“答复期限”由程序按办件填写，不能改成手填");
	assert_string_equal(edited("refused-2019", "理由 长文4000 必填 手填 具体", "理由 长文4000 必填 具体"), "字段“理由”由经办人填写，“手填”不能删");
	assert_string_equal(edited("receipt-2019", "申请内容 长文4000", "申请内容 长文40"), "字段“申请内容”由程序按办件填写，最多4000个字不能改短");
}

TEST(words_of_law_keep_their_order)
{
	const char *text = shipped("extend-2019"), *law = strstr(text, "\n! ");
	assert_non_null(law);
	size_t n = strcspn(law + 1, "\n") + 1;
	const char *line = arena_strndup(t_arena, law, n);
	assert_string_equal(edited("extend-2019", line, arena_printf(t_arena, "%s\n! 本单位另加的一段。", line)), "");
	assert_string_equal(edited("refused-2019", "\n! 根据《中华人民共和国政府信息公开条例》第三十六条第三项的规定，特此告知并说明上述理由。", ""),
		"法律规定的一段被改动或删去：“根据《中华人民共和国政府信息公开条例》第三十六条第三项的规定，特此告知并说明上述理由。”");
	struct template_fault *f;
	const char *last = "\n! 根据《中华人民共和国政府信息公开条例》第三十六条第三项的规定，特此告知并说明上述理由。";
	const char *moved = replaced(replaced(shipped("refused-2019"), last, ""), "\n经审查，", arena_printf(t_arena, "%s\n经审查，", last));
	assert_int_equal(template_check(moved, shipped("refused-2019"), t_arena, &f), 1);
	assert_non_null(strstr(f[0].text, "法律规定的各段要照原来的次序"));
}

TEST(silence_of_a_third_party_is_no_consent_in_an_offices_words_either)
{
	const char *last = "请填写所附回执，寄送或者送交本机关。";
	assert_string_equal(edited("consult-2019", last, "请填写回执，逾期的视为同意公开。"), "“视为同意”只能用在2019年5月15日以前的文书里");
	assert_string_equal(edited("receipt-2019", "咨询电话", "经审查，予以受理。咨询电话"), "“予以受理”只能用在2019年5月15日以前的文书里");
	assert_string_equal(edited("receipt-2019", "咨询电话", "依据国务院令第492号办理。咨询电话"), "“国务院令第492号”只能用在2019年5月15日以前的文书里");
}

TEST(a_third_party_reads_the_applicants_name_only_by_the_setting_in_an_offices_words_too)
{
	const char *last = "请填写所附回执，寄送或者送交本机关。";
	assert_string_equal(edited("consult-2019", last, "申请人是{{申请人}}。"), "“{{申请人}}”要写在“【告知申请人=yes】”后面：是否向第三方写出申请人，由设置决定");
	assert_string_equal(edited("consult-2019", "请填写所附回执", "表格: 50 50\n| 申请人 | {{申请人}} |\n请填写所附回执"),
		"“{{申请人}}”要写在“【告知申请人=yes】”后面：是否向第三方写出申请人，由设置决定");
	assert_string_equal(edited("consult-2019", last, arena_printf(t_arena, "%s\n【告知申请人=是】申请人是{{申请人}}。", last)), "");
}

TEST(a_line_above_the_body_stands_once)
{
	assert_string_equal(edited("receipt-2019", "启用: 2019-05-15", "启用: 2019-05-15\n启用: 2026-01-01"), "“启用”写了两次，只能写一次");
	assert_string_equal(edited("receipt-2019", "种类: receipt", "种类: receipt\n种类: refused"), "“种类”写了两次，只能写一次");
	assert_string_equal(edited("receipt-2019", "缺省=by_due", "缺省=on_spot"), "字段“答复方式”的缺省是by_due，不能改");
	assert_string_equal(edited("receipt-2019", "缺省=by_due", "缺省=never"), "字段“答复方式”的缺省“never”不是它的选项");
	assert_string_equal(edited("receipt-2019", "by_due=限期", "by_due=限期 by_due=又"), "字段“答复方式”的选项“by_due”重复");
}
