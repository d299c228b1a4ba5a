#include "tests/paper/letters_sample.h"

#include <string.h>

#include "base/str.h"
#include "base/text.h"
#include "tests/test.h"

struct letters letters_shipped(void)
{
	struct letters l = {0};
	size_t n = 0;
	template_load(gen_letters, t_arena, &l.all, &l.n);
	l.file = arena_array(t_arena, const char *, l.n + 1);
	for (size_t i = 0; gen_letters[i].name; i++) {
		size_t len = strlen(gen_letters[i].name);
		if (len > 7 && !strcmp(gen_letters[i].name + len - 7, ".letter"))
			l.file[n++] = arena_strndup(t_arena, gen_letters[i].name, len - 7);
	}
	assert_int_equal(n, l.n);
	return l;
}

static const struct {
	const char *name, *text;
} values[] = {
	{"office", "样例海关"}, {"prefix", "样关公开"}, {"year", "2026"}, {"serial", "17"}, {"superior", "样例直属海关"}, {"court", "样例市中级人民法院"},
	{"seal", "样例海关政府信息公开专用章"}, {"office_address", "样例市港口路1号"}, {"office_postcode", "266000"},
	{"office_phone", "0532-12345678"}, {"office_fax", "0532-12345679"}, {"office_email", "xxgk@example.cn"},
	{"remedy", "如对本答复不服，可以自收到本答复之日起60日内向样例直属海关申请行政复议。"},
	{"name", "王𠮷祥"}, {"id", "2026-0017"}, {"third_party", "样例贸易有限公司"}, {"body", "样例市市场监督管理局"},
	{"body_contact", "样例市建设路2号，0532-87654321"}, {"contact", "李敏"}, {"legal_rep", "赵强"}, {"agent", "周明律师"},
	{"confirmed_with", "王𠮷祥本人"}, {"confirmed_by", "陈静"}, {"phone", "13800001234"}, {"email", "wang@example.cn"},
	{"id_number", "370202********1234"}, {"address", "样例市人民路3号"}, {"postcode", "266001"}, {"unit", "监管科"},
	{"content", "2025年度进口冷链食品监督抽检结果"}, {"reasons", "该信息由承办部门在履行监督检查职责中形成，经逐项审查后作出本处理。"},
	{"items", "请写明所需信息的年度和口岸名称，并补充身份证明。"}, {"given", "《2025年度进口冷链食品监督抽检结果汇总表》，共12页。"},
	{"withheld", "汇总表中样例贸易有限公司的供货价格"}, {"withheld_2", "汇总表中企业联系人的姓名和手机号码"},
	{"withheld_3", "汇总表编制过程中的讨论记录"}, {"material", "样例贸易有限公司2025年度抽检不合格批次的明细"},
	{"received", "2026年3月2日"}, {"arrived", "2026年2月28日"}, {"applied_on", "2026年2月27日"}, {"confirmed", "2026年3月2日"},
	{"due", "2026年3月30日"}, {"due_before", "2026年3月16日"}, {"clarify_sent", "2026年3月4日"}, {"clarify_until", "2026年3月25日"},
	{"clarified_on", "2026年3月6日"}, {"extend_days", "10"}, {"quantity", "44"}, {"amount", "140.00"}, {"waived", "8.50"}, {"waive_reason", "最低生活保障对象"}, {"pages", "12"}, {"count", "3"},
	{"month", "2026年3月"}, {"earlier_number", "样关公开〔2025〕88号"}, {"receipt_number", "样关公开〔2026〕9号"}, {"revoked_number", "样关公开〔2026〕11号"},
	{"fee_place", "办公室二楼窗口"}, {"fee_items", "复制、邮寄"}, {"other_form", "查阅"}, {"law_basis", "《中华人民共和国海关统计条例》第二十条"},
	{"letter_title", "政府信息部分公开答复书"}, {"revoked_title", "政府信息公开申请答复书"}, {"search_place", "公文系统、业务系统和纸质档案"}, {"search_words", "冷链 抽检 2025"}, {"search_by", "监管科陈静"},
	{"receipt_year", "2010"}, {"receipt_serial", "9"}, {"notice_year", "2010"}, {"notice_serial", "10"}, {"consult_year", "2010"},
	{"consult_serial", "11"}, {"notice_number", "样关公开〔2026〕16号"},
	{"file_count", "3"}, {"file_pages", "9"}, {"summary", "逾期1、即将到期2"}, {"day_reason", "周一 工作日"}, {"register_title", "依申请公开登记台账"},
	{"period", "2026-01-01至2026-03-09"}, {"parts_count", "3"}, {"parts_pages", "9"}, {"outcome_text", "部分公开"},
	{"decision_number", "样关公开〔2026〕17号"}, {"export_reason", "样例直属海关复议案举证"}, {"exported_by", "陈静"}, {"audit_head", "17:3fa94c0011223344"},
};

/* Cells of the lists by the names of their columns; a list has three rows, that of the signers five. */
enum { ROWS = 5 };
static const struct {
	const char *column, *cells[ROWS];
} cells[] = {
	{"no", {"1", "2", "3"}}, {"title", {"政府信息公开申请登记回执", "王𠮷祥身份证明复印件", "政府信息部分公开答复书"}},
	{"number", {"样关公开〔2026〕9号", NULL, "样关公开〔2026〕17号"}}, {"day", {"2026-03-02", "2026-03-03", "2026-03-04"}},
	{"pages", {"1", "2", "6"}}, {"first", {"1", "2", "4"}}, {"last", {"1", "3", "9"}}, {"original", {"存档", "复印件", "存档"}},
	{"weekday", {"周一", "周二", "周三"}}, {"counted", {NULL, "1/20", "2/20"}}, {"kind", {"收到", "发出补正告知书", "收到补正材料"}},
	{"name", {NULL, "样例贸易有限公司", NULL}}, {"section", {"逾期", "即将到期", "即将到期"}}, {"id", {"2026-0009", "I2026-0040", "2026-0011"}},
	{"due", {"2026-03-06", "2026-03-09*", "2026-03-10"}}, {"left", {"逾 1", "待定*", "剩 1"}},
	{"step", {"承办人", "承办部门负责人", "保密审查", "办公室审核", "机关负责人"}},
	{"choice", {"□ 同意　□ 不同意", "□ 同意　□ 不同意", "□ 可以公开　□ 部分公开\n□ 不予公开　□ 报请确定", "□ 同意　□ 不同意", "□ 同意　□ 不同意"}},
	{"who", {"陈静", "监管科", NULL, NULL, "赵强、李敏"}}, {"why", {NULL, NULL, "条例17：先审查、后公开"}},
	{"right", {"266001\n样例市人民路3号\n王𠮷祥　收\n（2026-0017）", "266002\n样例市海边路8号\n样例贸易有限公司　收\n（2026-0018）", NULL}},
};

static const char *cell(const char *column, size_t row)
{
	for (size_t i = 0; i < sizeof cells / sizeof *cells; i++)
		if (!strcmp(cells[i].column, column))
			return cells[i].cells[row];
	return row ? NULL : "样例";
}

static struct slot_value list_value(const struct sample *s, const struct slot *slot)
{
	struct slot_rows *out = arena_new(t_arena, struct slot_rows);
	const char *const **rows = arena_array(t_arena, const char *const *, ROWS);
	size_t n = strcmp(slot->name, "signers") ? 3 : ROWS;
	for (size_t r = 0; r < n; r++) {
		const char **row = arena_array(t_arena, const char *, slot->noptions);
		for (size_t c = 0; c < slot->noptions; c++)
			row[c] = s->text && r == 1 ? s->text : cell(slot->options[c].code, r);
		rows[r] = row;
	}
	*out = (struct slot_rows){n, rows};
	return (struct slot_value){.rows = out};
}

/* Of choices; elsewhere the first option. */
static const struct {
	const char *name, *code;
} codes[] = {
	{"ground", "15-1"}, {"ground_2", "15-2"}, {"ground_3", "16-4"}, {"channel", "email"}, {"form", "email"}, {"route", "email"},
	{"outcome", "partial"}, {"name_applicant", "no"}, {"confirmed_how", "phone"}, {"applicant_kind", "natural"},
};

static struct slot_value option_value(const struct sample *s, const struct slot *slot)
{
	const char *code = s->choice && !strcmp(s->choice->name, slot->name) ? s->code : NULL;
	for (size_t i = 0; !code && i < sizeof codes / sizeof *codes; i++)
		if (!strcmp(codes[i].name, slot->name))
			code = codes[i].code;
	for (size_t i = 0; code && i < slot->noptions; i++)
		if (!strcmp(slot->options[i].code, code))
			return (struct slot_value){.text = slot->options[i].label, .code = code};
	return (struct slot_value){.text = slot->options[0].label, .code = slot->options[0].code};
}

static struct slot_value hostile_value(const struct sample *s, const struct slot *slot)
{
	struct str out = str_new(t_arena);
	for (int i = 0; i < (slot->type == SLOT_LONG && s->times ? s->times : 1); i++)
		str_add(&out, s->text);
	return (struct slot_value){.text = out.s};
}

struct slot_value sample_value(const void *ctx, const struct slot *slot)
{
	const struct sample *s = ctx;
	char zh[DAY_ZH];
	if (s->none || (s->required_only && !slot->required && !(s->choice && !strcmp(s->choice->name, slot->name))))
		return (struct slot_value){0};
	if (slot->type == SLOT_CHOICE)
		return option_value(s, slot);
	if (slot->type == SLOT_LIST)
		return list_value(s, slot);
	if (!strcmp(slot->name, "date"))
		return (struct slot_value){.text = arena_strdup(t_arena, day_zh(s->on ? s->on : day_make(2026, 3, 9), zh))};
	bool words = slot->type == SLOT_TEXT || slot->type == SLOT_LONG || slot->type == SLOT_PERSON;
	if (s->text && words && slot->line) /* the office's own words are settings */
		return hostile_value(s, slot);
	for (size_t i = 0; i < sizeof values / sizeof *values; i++)
		if (!strcmp(values[i].name, slot->name) && (words || slot->type == SLOT_NUMBER || slot->type == SLOT_DATE))
			return (struct slot_value){.text = values[i].text};
	return template_sample(NULL, slot);
}

const char *sample_text(const struct template *t, const struct sample *s, enum fill_mode mode, struct err *e)
{
	struct doc *d;
	return template_fill(t, sample_value, s, mode, t_arena, &d, e) ? doc_text(d, t_arena) : NULL;
}

const char *sample_key(const char *text)
{
	return text_key(t_arena, text);
}
