#include "tests/test.h"
#include "law/rule.h"
#include "base/str.h"
#include "tests/law/dice.h"

#include <string.h>

TEST(a_time_limit_text_becomes_a_rule)
{
	static const struct {
		const char *text, *code;
	} cases[] = {
		/* as the catalogue prints them */
		{"自信息形成或者变更之日起20个工作日内", "WD(20)"},
		{"自信息形成或者变更之日起7个工作日内", "WD(7)"},
		{"自信息形成或者变更之日起3个工作日内", "WD(3)"},
		{"1. 自信息形成或者变更之日起3个工作日内", "WD(3)"},
		{"有权批复部门批复后20日内", "CD(20)"},
		{"每年1月31日前", "FIX(01-31)"},
		{"依据实际情况及时更新", "ASAP-U"},
		{"依据实际情况及时发布", "ASAP-P"},
		{"按照双随机、一公开有关要求公开", "EXT"},
		{"按照政府采购法规规定时限", "EXT"},
		{"按照国务院、海关总署有关规定时限", "EXT"},
		/* as other offices write them */
		{"自信息形成或者变更之日起２０个工作日内", "WD(20)"},
		{"自信息形成或者变更之日起二十个工作日内", "WD(20)"},
		{"自信息形成或变更之日起十五个工作日之内", "WD(15)"},
		{"信息形成后 7 个工作日以内公开", "WD(7)"},
		{"一百二十个工作日内", "WD(120)"},
		{"十个工作日内", "WD(10)"},
		{"收到批复之日起二十日内", "CD(20)"},
		{"批复后20天内", "CD(20)"},
		{"批复后20个自然日内", "CD(20)"},
		{"自作出决定之日起7日内", "CD(7)"},
		{"每年３月３１日之前", "FIX(03-31)"},
		{"次年一月三十一日前", "FIX(01-31)"},
		{"每年1月底前", "FIX(01-31)"},
		{"每年二月末以前", "FIX(02-28)"},
		{"拍卖日7日前", "BEFORE(7,cd)"},
		{"采购活动开始前30日", "BEFORE(30,cd)"},
		{"提前三个工作日公告", "BEFORE(3,wd)"},
		{"实时更新", "ASAP-U"},
		{"及时公开，最迟不超过20个工作日", "WD(20)"},
		{"自信息形成之日起20个工作日内公开；变更的，自变更之日起20个工作日内更新", "WD(20)"},
		/* two limits, or one that no kind can hold: a person must decide */
		{"1. 自信息形成或者变更之日起3个工作日内 2. 每年1月31日前", "EXT"},
		{"2026年1月31日前", "EXT"},
		{"每月5日前", "EXT"},
		{"形成后1个月内", "EXT"},
		{"24小时内", "EXT"},
		{"开始前30日内", "EXT"},
		{"每年2月30日前", "EXT"},
		{"0个工作日内", "EXT"},
		{"99999个工作日内", "EXT"},
		{"", "EXT"},
		{"长期公开", "EXT"},
	};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct rule r;
		char code[RULE_LEN];
		bool read = rule_read(cases[i].text, &r);
		if (strcmp(rule_print(&r, code), cases[i].code) || read != (strcmp(cases[i].code, "EXT") != 0))
			fail_msg("%s reads as %s, not %s", cases[i].text, code, cases[i].code);
	}
}

TEST(random_text_never_upsets_the_reader)
{
	static const char *const bits[] = {"每年", "1", "月", "31", "日", "前", "内", "个", "工作日", "十", "百", "二", "之", "年", "\xE5", "\xEF\xBC", "第", "后"};
	struct dice dice = {7};
	for (int i = 0; i < 20000; i++) {
		struct str s = str_new(t_arena);
		for (int k = dice_roll(&dice, 9); k >= 0; k--)
			str_add(&s, bits[dice_roll(&dice, sizeof bits / sizeof *bits)]);
		const char *text = s.s;
		struct rule r, back;
		char code[RULE_LEN];
		struct err e = {0};
		rule_read(text, &r);
		if (!rule_parse(rule_print(&r, code), &back, &e))
			fail_msg("%s reads as %s", text, code);
	}
}

TEST(a_code_round_trips_and_anything_else_is_refused)
{
	static const char *const good[] = {"WD(20)", "WD(1000)", "CD(1)", "FIX(01-31)", "FIX(12-31)", "ASAP-U", "ASAP-P", "BEFORE(7,cd)", "BEFORE(3,wd)", "EXT"};
	static const char *const bad[] = {"", "WD", "WD()", "WD(0)", "WD(1001)", "WD(20", "WD(20)x", "wd(20)", "CD(-1)", "FIX(1-31)", "FIX(02-30)", "FIX(13-01)",
		"BEFORE(7)", "BEFORE(7,xd)", "ASAP", "EXT ", "WD(99999999999)"};
	struct rule r;
	for (size_t i = 0; i < sizeof good / sizeof *good; i++) {
		char code[RULE_LEN];
		struct err e = {0};
		assert_done(rule_parse(good[i], &r, &e));
		assert_string_equal(rule_print(&r, code), good[i]);
	}
	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
		struct err e = {0};
		if (rule_parse(bad[i], &r, &e) || e.code != ERR_INPUT)
			fail_msg("%s was taken", bad[i]);
	}
}

/* One row: rule, formed, changed, event, typed, office standard → due, target, marks (C capped, P provisional). "" is unknown. */
static const struct {
	const char *rule, *formed, *changed, *event, *typed;
	int asap;
	const char *due, *target, *marks;
} due_rows[] = {
	{"WD(3)", "2026-09-21", "", "", "", 0, "2026-09-24", "2026-09-24", ""},
	{"WD(7)", "2026-09-21", "", "", "", 0, "2026-10-08", "2026-10-08", ""},
	{"WD(20)", "2026-09-21", "", "", "", 0, "2026-10-26", "2026-10-26", ""},
	{"CD(20)", "2026-09-21", "", "", "", 0, "2026-10-12", "2026-10-12", ""},
	{"CD(20)", "2026-02-03", "", "", "", 0, "2026-02-24", "2026-02-24", ""},
	{"CD(20)", "2026-09-12", "", "", "", 0, "2026-10-08", "2026-10-08", ""},
	{"WD(20)", "2026-01-05", "2026-09-21", "", "", 0, "2026-10-26", "2026-10-26", ""},
	{"WD(20)", "2026-12-30", "", "", "", 0, "2027-01-28", "2027-01-28", "P"},
	{"WD(1)", "2026-12-30", "", "", "", 0, "2026-12-31", "2026-12-31", "P"},
	{"CD(5)", "2026-12-30", "", "", "", 0, "2027-01-04", "2027-01-04", "P"},
	{"FIX(01-31)", "2026-01-15", "", "", "", 0, "2026-01-31", "2026-01-30", ""},
	{"FIX(01-31)", "2026-01-31", "", "", "", 0, "2026-01-31", "2026-01-30", ""},
	{"FIX(01-31)", "2025-12-20", "", "", "", 0, "2026-01-31", "2026-01-30", ""},
	{"FIX(01-31)", "2026-02-01", "", "", "", 0, "2027-01-31", "2027-01-29", ""},
	{"FIX(01-31)", "2026-02-10", "", "", "2026-01-31", 0, "2026-01-31", "2026-01-30", ""},
	{"FIX(01-31)", "2026-01-15", "2026-09-21", "", "", 0, "2026-10-26", "2026-10-26", ""},
	{"ASAP-U", "2026-09-21", "", "", "", 0, "2026-10-26", "2026-10-26", "C"},
	{"ASAP-P", "2026-09-21", "", "", "", 90, "2026-10-26", "2026-10-26", "C"},
	{"ASAP-P", "2026-09-21", "", "", "", 3, "2026-09-24", "2026-09-24", ""},
	{"ASAP-U", "", "", "", "", 0, "", "", ""},
	{"BEFORE(7,cd)", "2026-01-05", "", "2026-10-12", "", 0, "2026-10-05", "2026-09-30", ""},
	{"BEFORE(5,wd)", "", "", "2026-10-12", "", 0, "2026-09-29", "2026-09-29", ""},
	{"BEFORE(5,wd)", "2026-01-05", "", "", "", 0, "", "", ""},
	{"EXT", "2026-01-05", "", "", "", 0, "", "", ""},
	{"EXT", "", "", "", "2026-03-01", 0, "2026-03-01", "2026-02-28", ""},
	{"WD(20)", "1998-05-04", "", "", "", 0, "", "", ""},
};

static daynum maybe(const char *iso)
{
	daynum d;
	day_parse(iso, &d);
	return d;
}

TEST(each_kind_of_rule_gives_its_date)
{
	struct calendar *c = calendar_embedded(t_arena);
	for (size_t i = 0; i < sizeof due_rows / sizeof *due_rows; i++) {
		struct rule r;
		struct err e = {0};
		assert_done(rule_parse(due_rows[i].rule, &r, &e));
		struct rule_facts f = {
			.formed = maybe(due_rows[i].formed), .changed = maybe(due_rows[i].changed), .event = maybe(due_rows[i].event),
			.typed = maybe(due_rows[i].typed), .asap_wd = due_rows[i].asap,
		};
		struct rule_due out;
		char iso[DAY_ISO];
		rule_due(c, &r, &f, t_arena, &out);
		const char *marks = due_rows[i].marks;
		if (strcmp(day_iso(out.due, iso), due_rows[i].due))
			fail_msg("row %zu: due %s, not %s (%s)", i, iso, due_rows[i].due, out.why);
		if (strcmp(day_iso(out.target, iso), due_rows[i].target))
			fail_msg("row %zu: target %s, not %s", i, iso, due_rows[i].target);
		if (out.capped != (strchr(marks, 'C') != NULL) || out.provisional != (strchr(marks, 'P') != NULL))
			fail_msg("row %zu: capped %d provisional %d", i, out.capped, out.provisional);
		assert_int_equal(out.missing, out.provisional ? 2027 : 0);
		assert_true(out.why && *out.why);
	}
}
