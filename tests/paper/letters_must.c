/* What each letter must state, kind by kind: the columns "required change" and "must state" of the study of the letters in use,
 * and the rules that hold for all of them. `says`: phrases that some case of this letter prints; `slots`: fields it cannot be
 * issued without, unless a choice makes them needless. */
#include "tests/paper/letters_sample.h"

#include <string.h>

#include "base/str.h"
#include "base/text.h"
#include "tests/test.h"

#define N TEMPLATE_REMEDY_NONE
#define ALT TEMPLATE_REMEDY_EITHER
#define PRE TEMPLATE_REMEDY_REVIEW_FIRST
#define CASE "name id received content "

static const struct must {
	const char *kind;
	enum template_remedy remedy;
	bool decision;
	const char *slots; /* space-separated */
	const char *says;  /* | between */
} must_2019[] = {
	/* letters on the way */
	{"receipt", N, false, "name id received content channel due", "第三十一条|第三十三条|20个工作日|登记编号"},
	{"confirmation", N, false, "name id arrived confirmed confirmed_with content", "第三十一条第二项|第三十一条第三项|收到之日为|确认结果"},
	{"clarify", N, false, CASE "items clarify_until", "第三十条|一次性告知|补正|逾期不补正的，视为放弃申请|不再处理|自本机关收到补正的申请之日起计算"},
	{"extend", N, false, CASE "extend_reason extend_days due", "第三十三条第二款|最长不超过20个工作日|负责人同意|本机关将于2026年3月30日前"},
	{"delay", N, false, CASE "found delay_reason delay_until", "第三十五条|合理期限"},
	{"ask_reasons", N, false, CASE "found explain explain_until", "第三十五条|说明申请理由|不予处理"},
	{"consult", N, false, "third_party id received material", "第十五条|第三十二条|自收到本征求意见书之日起15个工作日内|由本机关依法决定是否公开|附件：第三方意见回执"},
	{"consult_slip", N, false, "", "同意公开|不同意公开|收到征求意见书日期|理由"},
	{"consult_notice", N, false, CASE "consult_sent consult_reason", "第三十二条|第三十三条第三款|不计算在答复期限内"},
	{"third_party_notice", ALT, false, "third_party id received consult_sent opinion disclose_basis given disclose_reasons", "第十五条|第三十二条|公共利益|决定公开的内容|决定公开的理由"},
	{"coagency", N, false, "body coagency_kind id received content material", "第三十四条|第三十三条第三款|15个工作日|视为同意公开|由本机关依法决定"},
	{"task", N, false, "id content unit task_until", "承办期限|承办部门意见"},
	{"fee", N, false, CASE "basis quantity amount fee_account pay_until",
		"第四十二条|国办函〔2020〕109号|按件|按量|每件100元|每页10元|每页20元|每页40元|应缴纳信息处理费140.00元|缴纳方式|20个工作日|视为放弃申请|缴费期限为"},
	{"stop_clarify", ALT, false, CASE "clarify_sent clarify_until", "第三十条|视为放弃申请|不再处理"},
	{"stop_fee", ALT, false, CASE "fee_sent amount pay_until", "第四十二条|国办函〔2020〕109号|视为放弃申请|不再处理"},
	{"withdraw", N, false, CASE "withdrawn_on", "终止办理"},
	{"delivery_record", N, false, "id name", "签收|交寄日期|单号|邮政企业|送达方式"},
	/* decisions */
	{"granted", ALT, true, CASE "given", "第三十六条第二项|第四十条|予以公开|随本答复书一并提供|前（含当日）提供"},
	{"already_public", ALT, true, CASE "given where", "第三十六条第一项|获取的方式和途径"},
	{"partial", PRE, true, CASE "given withheld ground reasons", "第三十七条|第三十六条|第四十条|第十四条|第十五条|第十六条第一款|第十六条第二款|予以公开的部分|不予公开的部分"},
	{"refused", PRE, true, CASE "ground reasons", "第三十六条第三项|第十四条|第十五条|第十六条第一款|第十六条第二款|国家秘密|行政执法案卷信息"},
	{"query_law", ALT, true, CASE "reasons special_law body", "第三十六条第七项"},
	{"not_held", ALT, true, CASE "reasons", "第三十六条第五项|不属于本机关负责公开|联系方式为"},
	{"not_existing", ALT, true, CASE "search_place search_words search_by search_on reasons", "第三十六条第四项|检索情况|进行了检索"},
	{"needs_making", ALT, true, CASE "reasons", "第三十八条|加工、分析"},
	{"unclear", ALT, true, CASE "clarify_sent clarified_on reasons", "第三十条|仍不明确"},
	{"petition", ALT, true, CASE "petition_kind reasons body body_contact", "第三十九条第一款|不作为政府信息公开申请处理|渠道"},
	{"repeat", ALT, true, CASE "earlier_number earlier_date reasons", "第三十六条第六项|不予重复处理|前次答复的文号为"},
	{"published_matter", ALT, true, CASE "publication where reasons", "第三十九条第二款|获取途径"},
	{"excessive", ALT, true, CASE "found reasons_asked explained reasons", "第三十五条|不予处理"},
	{"reconfirm", ALT, true, CASE "obtained reasons", "确认或者重新出具"},
	{"not_gov_info", ALT, true, CASE "reasons", "第二条"},
	{"other", ALT, true, CASE "finding law_basis reasons", "依据"},
	{"suggestion", N, false, "name received suggestion accepted suggestion_reasons", "第四十四条第二款"},
	/* corrections */
	{"correction_receipt", N, false, "name id received record claim channel", "第四十一条"},
	{"correction_clarify", N, false, "name id received record claim items clarify_until", "第四十一条|证据"},
	{"correction_result", ALT, false, "name id received record claim result", "第四十一条|予以更正|予以部分更正|不予更正"},
	{"correction_no_power", ALT, false, "name id received record claim handling body body_contact reasons", "第四十一条|转送|向样例市市场监督管理局提出更正申请"},
	{"correction_form", N, false, "", "更正请求|证据材料清单"},
	/* of the office */
	{"revoke", ALT, false, "addressee id revoked_title revoked_number revoked_date revoke_reasons", "撤销上述文书|更正|登记编号|如对本答复不服"},
	{"approval_sheet", N, false, "id name", "承办人|部门负责人|保密审查|办公室审核|机关负责人|签名"},
	{"registration_sheet", N, false, "id name", "收到申请之日|答复期限"},
	{"transfer_list", N, false, "", "接收单位|索引号|移送人签名"},
	{"deadline_sheet", N, false, "id name", "第几日|不计算"},
	{"archive_cover", N, false, "id name", "归档号|题名"},
	{"envelope", N, false, "id name address", "收件人|寄件人|邮政编码"},
	{"register_cover", N, false, "", "台账名称|年度"},
	{"due_list", N, false, "", "期限|剩余|分组"},
	{"labels", N, false, "labels", "收"},
	{"evidence_cover", N, false, "id name", "导出理由|日志链头|登记编号"},
	{"evidence_index", N, false, "id parts", "页号|原件复印"},
	{"applicant_words", N, false, "id name words", "字节，指纹"},
	{"case_record", N, false, "id name part", "补正记录|征求意见记录|检索记录|审批和决定记录|收费记录|送达和印制记录|复议诉讼记录|操作日志摘录"},
	{"file_index", N, false, "id name", "件数|页号"},
};
static const struct must must_2008[] = {
	{"granted", ALT, true, "name received", ""},
	{"already_public", ALT, true, CASE "given where", "第二十一条第一项"},
	{"partial", ALT, true, "name received ground reasons", "不予公开"},
	{"refused", ALT, true, "name received ground reasons", "不予公开"},
	{"not_held", ALT, true, "name received", "联系方式为"},
	{"not_existing", ALT, true, "name received", "不存在|进行了检索"},
	{"needs_making", ALT, true, CASE "reasons", "第二十一条"},
	{"unclear", ALT, true, CASE "reasons", "第二十一条第四项"},
	{"petition", ALT, true, CASE "reasons body body_contact", "其他渠道"},
	{"repeat", ALT, true, CASE "earlier_number earlier_date reasons", "前次答复"},
	{"published_matter", ALT, true, CASE "publication where reasons", "获取途径"},
	{"not_gov_info", ALT, true, CASE "reasons", "第二条"},
	{"other", ALT, true, CASE "finding law_basis reasons", "依据"},
	{"exempt", ALT, true, CASE "law_basis reasons", "免于公开"},
	{"transferred", ALT, true, CASE "body body_contact reasons", "其他途径"},
	{"stop_clarify", ALT, false, CASE "clarify_sent", "不再处理"},
	{"third_party_notice", ALT, false, "third_party consult_sent disclose_reasons", "第二十三条"},
	{"correction_result", ALT, false, "name received result", "更正|理由"},
	{"correction_no_power", ALT, false, "name received body body_contact", "转送"},
	{"extend", N, false, "name received", "15个工作日|负责人同意"},
	{"clarify", N, false, "name received", "更改、补充"},
	{"consult", N, false, "third_party", "第二十三条"},
	{"supply_date", N, false, "name received supply_on", ""},
	{"correction_receipt", N, false, "name record", ""},
};

/* Everything the letter can say: its text under each option of each choice. */
static const char *all_texts(const struct template *t)
{
	struct str out = str_new(t_arena);
	struct err e = {0};
	str_add(&out, sample_text(t, &(struct sample){0}, FILL_ISSUE, &e));
	for (size_t k = 0; k < t->nslots; k++)
		for (size_t o = 0; o < t->slots[k].noptions; o++)
			str_add(&out, sample_text(t, &(struct sample){.choice = &t->slots[k], .code = t->slots[k].options[o].code}, FILL_ISSUE, &e));
	return out.s;
}

static void assert_says(const char *file, const char *text, const char *says)
{
	char *copy = arena_strdup(t_arena, says), *save = NULL;
	for (char *w = strtok_r(copy, "|", &save); w; w = strtok_r(NULL, "|", &save))
		if (!strstr(text, w))
			fail_msg("%s does not say “%s”", file, w);
}

static void assert_wants(const char *file, const struct template *t, const char *slots)
{
	char *copy = arena_strdup(t_arena, slots), *save = NULL;
	for (char *w = strtok_r(copy, " ", &save); w; w = strtok_r(NULL, " ", &save)) {
		const struct slot *slot = template_slot(t, w);
		if (!slot || !slot->line || !slot->required)
			fail_msg("%s can be issued without %s", file, w);
	}
}

static void assert_must(const struct letters *l, const struct must *m, size_t n, int family)
{
	for (size_t k = 0; k < n; k++) {
		size_t versions = 0;
		for (size_t i = 0; i < l->n; i++) {
			const struct template *t = l->all[i];
			if (strcmp(t->kind, m[k].kind) || (t->family != family && !(t->family == 0 && family == 2019)))
				continue;
			versions++;
			if (t->remedy != m[k].remedy)
				fail_msg("%s: remedy %s", l->file[i], template_remedy_name(t->remedy));
			assert_wants(l->file[i], t, m[k].slots);
			assert_says(l->file[i], all_texts(t), m[k].says);
		}
		if (!versions)
			fail_msg("no letter %s of %d", m[k].kind, family);
	}
}

TEST(each_letter_of_2019_states_what_it_must)
{
	struct letters l = letters_shipped();
	assert_must(&l, must_2019, sizeof must_2019 / sizeof *must_2019, 2019);
}

TEST(each_letter_of_2008_states_what_it_must)
{
	struct letters l = letters_shipped();
	assert_must(&l, must_2008, sizeof must_2008 / sizeof *must_2008, 2008);
}

/* Any letter that ships is in a table above, so that none escapes. */
TEST(no_letter_of_2019_is_left_out_of_the_table)
{
	struct letters l = letters_shipped();
	for (size_t i = 0; i < l.n; i++) {
		size_t k = 0;
		if (l.all[i]->family == 2008 || !strcmp(l.all[i]->kind, "application_form") || !strcmp(l.all[i]->kind, "oral_form"))
			continue;
		while (k < sizeof must_2019 / sizeof *must_2019 && strcmp(must_2019[k].kind, l.all[i]->kind))
			k++;
		if (k == sizeof must_2019 / sizeof *must_2019)
			fail_msg("%s is not in the table", l.file[i]);
	}
}

/* What was asked and when received, why in this case, and what may be done against it. */
TEST(every_decision_of_2019_names_request_reasons_and_remedy)
{
	struct letters l = letters_shipped();
	for (size_t k = 0; k < sizeof must_2019 / sizeof *must_2019; k++) {
		if (!must_2019[k].decision)
			continue;
		const struct template *t = template_pick(l.all, l.n, must_2019[k].kind, 2019, day_make(2026, 3, 9));
		struct err e = {0};
		bool typed = false;
		assert_non_null(t);
		const char *text = sample_text(t, &(struct sample){0}, FILL_ISSUE, &e);
		assert_says(t->kind, text, "本机关于2026年3月2日收到|登记编号：2026-0017|申请公开的内容为：“2025年度进口冷链食品监督抽检结果”|申请行政复议");
		for (size_t i = 0; i < t->nslots; i++)
			typed |= t->slots[i].typed && t->slots[i].required && t->slots[i].type == SLOT_LONG;
		if (!typed)
			fail_msg("%s asks the clerk for nothing of this case", t->kind);
		assert_true(t->remedy != TEMPLATE_REMEDY_NONE);
	}
}

/* A refusal of one ground. */
static struct slot_value one_ground(const void *ctx, const struct slot *slot)
{
	size_t n = strlen(slot->name);
	bool more = n > 2 && (!strcmp(slot->name + n - 2, "_2") || !strcmp(slot->name + n - 2, "_3"));
	return more ? (struct slot_value){0} : sample_value(ctx, slot);
}

/* One ground is printed with its own paragraph of the article, and no other. */
TEST(a_refusal_prints_the_article_of_its_ground_and_no_other)
{
	static const struct {
		const char *code, *article;
	} grounds[] = {
		{"14-1", "第十四条"}, {"14-2", "第十四条"}, {"14-3", "第十四条"}, {"14-4", "第十四条"}, {"14-5", "第十四条"}, {"14-6", "第十四条"},
		{"15-1", "第十五条"}, {"15-2", "第十五条"}, {"15-3", "第十五条"}, {"16-1", "第十六条第一款"}, {"16-2", "第十六条第一款"},
		{"16-3", "第十六条第一款"}, {"16-4", "第十六条第二款"}, {"16-5", "第十六条第二款"}, {"16-6", "第十六条第二款"},
		{"16-7", "第十六条第二款"}, {"16-8", "第十六条第二款"},
	};
	static const char *const articles[] = {"第十四条", "第十五条", "第十六条第一款", "第十六条第二款"};
	struct letters l = letters_shipped();
	const struct template *t = template_pick(l.all, l.n, "refused", 2019, day_make(2026, 3, 9));
	const struct slot *ground = template_slot(t, "ground");
	assert_int_equal(ground->noptions, sizeof grounds / sizeof *grounds);
	for (size_t i = 0; i < ground->noptions; i++) {
		struct err e = {0};
		struct doc *d;
		assert_done(template_fill(t, one_ground, &(struct sample){.choice = ground, .code = grounds[i].code}, FILL_ISSUE, t_arena, &d, &e));
		const char *text = doc_text(d, t_arena);
		assert_string_equal(ground->options[i].code, grounds[i].code);
		for (size_t k = 0; k < 4; k++)
			if ((strstr(text, articles[k]) != NULL) != !strcmp(articles[k], grounds[i].article))
				fail_msg("%s and %s: %s", grounds[i].code, articles[k], text);
	}
}

TEST(the_third_party_reads_the_applicants_name_only_when_the_office_says_so)
{
	static const char *const kinds[] = {"consult", "third_party_notice"};
	struct letters l = letters_shipped();
	for (size_t i = 0; i < l.n; i++) {
		if (strcmp(l.all[i]->kind, kinds[0]) && strcmp(l.all[i]->kind, kinds[1]))
			continue;
		const struct slot *s = template_slot(l.all[i], "name_applicant");
		struct err e = {0};
		assert_non_null(s);
		assert_string_equal(s->fallback, "no");
		assert_null(strstr(sample_text(l.all[i], &(struct sample){.choice = s, .code = "no"}, FILL_ISSUE, &e), "王𠮷祥"));
		assert_null(strstr(sample_text(l.all[i], &(struct sample){.required_only = true}, FILL_ISSUE, &e), "王𠮷祥"));
		assert_non_null(strstr(sample_text(l.all[i], &(struct sample){.choice = s, .code = "yes"}, FILL_ISSUE, &e), "王𠮷祥"));
	}
}

/* Silence is consent only between agencies that made a record together (条例34). */
TEST(silence_is_consent_for_a_co_maker_only)
{
	struct letters l = letters_shipped();
	for (size_t i = 0; i < l.n; i++) {
		const struct template *t = l.all[i];
		struct err e = {0};
		if (t->family == 2008 || strcmp(t->kind, "coagency") == 0)
			continue;
		if (strstr(all_texts(t), "视为同意"))
			fail_msg("%s takes silence for consent", l.file[i]);
		assert_non_null(sample_text(t, &(struct sample){0}, FILL_ISSUE, &e));
	}
	const struct template *t = template_pick(l.all, l.n, "coagency", 2019, day_make(2026, 3, 9));
	const struct slot *kind = template_slot(t, "coagency_kind");
	struct err e = {0};
	assert_non_null(strstr(sample_text(t, &(struct sample){.choice = kind, .code = "co_maker"}, FILL_ISSUE, &e), "逾期未提出意见的，视为同意公开"));
	assert_null(strstr(sample_text(t, &(struct sample){.choice = kind, .code = "other"}, FILL_ISSUE, &e), "视为同意"));
}

/* The case's own facts, not the words of the law alone; nor words of a law that has ended. */
TEST(stock_reasons_and_past_law_are_refused_by_name)
{
	static const struct {
		const char *reasons, *why;
	} cases[] = {
		{"依法不予公开", "只有套话"}, {"属于商业秘密，不予公开。", "只有套话"}, {"根据《中华人民共和国政府信息公开条例》第十五条的规定，不予公开", "只有套话"},
		{"涉及第三方个人隐私", "只有套话"}, {"该信息不存在", "只有套话"}, {"……", "只有套话"},
		{"根据《海关关务公开办法》第十三条，供货价格不公开", "只能用在2014年4月1日以前"}, {"供货价格是工作秘密", "只能用在2019年5月15日以前"},
		{"供货价格,一经公开即为同行所知", "半角标点"},
		{"第三方书面不同意公开，供货价格一经公开即为同行所知", NULL}, {"涉及企业定价策略", NULL},
		{"申请人要求的2023年9月巡查台账按规定不制作", NULL},
	};
	struct letters l = letters_shipped();
	const struct template *t = template_pick(l.all, l.n, "refused", 2019, day_make(2026, 3, 9));
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct sample s = {.text = cases[i].reasons};
		struct err e = {0};
		const char *text = sample_text(t, &s, FILL_ISSUE, &e);
		if (cases[i].why ? text || !strstr(e.text, cases[i].why) : !text)
			fail_msg("“%s”: %s", cases[i].reasons, text ? "issued" : e.text);
		if (cases[i].why)
			assert_true(!strcmp(e.field, "reasons") || !strcmp(e.field, "law_basis"));
	}
}

TEST(all_that_is_missing_is_said_at_once)
{
	struct letters l = letters_shipped();
	struct err e = {0};
	const struct template *t = template_pick(l.all, l.n, "partial", 2019, day_make(2026, 3, 9));
	assert_null(sample_text(t, &(struct sample){.none = true}, FILL_ISSUE, &e));
	assert_string_equal(e.field, "name");
	assert_says("the refusal", e.text, "“申请人”没有填写；“登记编号”没有填写；|“提供的信息”没有填写|“不予公开的部分”没有填写|“理由”没有填写");
}
