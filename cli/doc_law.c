/* Reference pages of the law: states, letters, outcomes. */
#include <string.h>
#include "cli/doc.h"
#include "law/outcome.h"
#include "law/procedure.h"

static const char *from_text(unsigned from, struct arena *a)
{
	struct str s = str_new(a);
	for (unsigned bit = STATE_NEW; bit <= STATE_VOID; bit <<= 1)
		if (from & bit)
			str_printf(&s, "%s%s", s.len ? _("、") : "", proc_state_label((enum proc_state)bit));
	return s.s;
}

static const struct { unsigned bit; const char *label; } facts[] = {
	{FACT_RECEIVED, N_("收到日已知")},
	{FACT_CLARIFIED_BEFORE, N_("已补正过")},
	{FACT_EXTENDED, N_("已延期过")},
	{FACT_PAST_DUE, N_("已过答复期限")},
	{FACT_LIMIT_PASSED, N_("补正或缴费期限已过")},
	{FACT_CONSULT_OPEN, N_("第三方征询未结")},
	{FACT_COAGENCY_OPEN, N_("机关征询未结")},
	{FACT_TASK_OPEN, N_("交办未结")},
	{FACT_FEE_ALLOWED, N_("可以收费")},
	{FACT_FEE_USED, N_("已通知缴费")},
	{FACT_REASONS_ASKED, N_("已要求说明理由")},
	{FACT_OUTCOME_NEEDS_LETTER, N_("结果须有文书")},
	{FACT_LETTER_ISSUED, N_("文书已发")},
	{FACT_LEFT_OFFICE, N_("已有材料出机关")},
	{FACT_DELIVERED, N_("已送达")},
	{FACT_ORDERED, N_("复议或判决责令重作")},
	{FACT_LAST_STEP_OWN, N_("上一步是本人所办")},
	{FACT_CLOSE_OUT_CLEAN, N_("归档检查通过")},
	{FACT_OPINION_WANTED, N_("有第三方未答复")},
	{FACT_AGENCY_WANTED, N_("有其他机关未答复")},
};

static const char *facts_text(unsigned set, struct arena *a)
{
	struct str s = str_new(a);
	for (size_t i = 0; i < sizeof facts / sizeof *facts; i++)
		if (set & facts[i].bit)
			str_printf(&s, "%s%s", s.len ? _("、") : "", tr(facts[i].label));
	return s.s;
}

void doc_states(struct cli *c)
{
	static const struct { enum proc_family family; const char *label; } families[] = {
		{PROC_REQUEST_2019, N_("申请（国令第711号）")},
		{PROC_REQUEST_2008, N_("申请（国令第492号）")},
		{PROC_CORRECTION, N_("更正")},
	};
	doc_title(c, _("状态和步骤"), "states");
	for (size_t i = 0; i < sizeof families / sizeof *families; i++) {
		doc_section(c, tr(families[i].label), NULL);
		doc_head(c, _("从"), _("操作"), _("到"), _("事件"), _("须"), _("不得"), _("依据"), DOC_END);
		for (const struct proc_step *s = proc_steps; s->verb; s++) {
			if (!(s->families & families[i].family))
				continue;
			doc_row(c, from_text(s->from, &c->arena), s->verb, s->to ? proc_state_label(s->to) : _("不变"),
				s->event ? clock_event_label(s->event) : "", facts_text(s->needs, &c->arena),
				facts_text(s->refuses, &c->arena), s->article, DOC_END);
		}
	}
}

void doc_outcomes(struct cli *c)
{
	const struct law *l = law_embedded(&c->arena);
	char from[DAY_ISO], to[DAY_ISO];
	doc_title(c, _("结果和理由"), "outcomes");
	doc_section(c, _("结果"), NULL);
	doc_head(c, _("规则"), _("代码"), _("结果"), _("依据"), _("年报"), _("救济"), _("文书"), DOC_END);
	for (size_t i = 0; i < l->noutcomes; i++) {
		const struct outcome *o = &l->outcomes[i];
		doc_row(c, o->ruleset, o->code, o->label, o->article, o->row, o->remedy, o->letter, DOC_END);
	}
	doc_section(c, _("理由"), NULL);
	doc_head(c, _("规则"), _("代码"), _("理由"), _("依据"), _("年报"), _("复议前置"), _("可以裁量"), DOC_END);
	for (size_t i = 0; i < l->ngrounds; i++) {
		const struct ground *g = &l->grounds[i];
		doc_row(c, g->ruleset, g->code, g->label, g->article, g->row, g->pre ? _("是") : "", g->discretionary ? _("是") : "",
			DOC_END);
	}
	doc_section(c, _("救济"), NULL);
	doc_head(c, _("类别"), _("自"), _("至"), _("复议（日）"), _("诉讼（月）"), _("复议后诉讼（日）"), _("依据"), DOC_END);
	for (size_t i = 0; i < l->nremedies; i++) {
		const struct remedy *r = &l->remedies[i];
		struct arena *a = &c->arena;
		doc_row(c, r->code, day_iso(r->from, from), day_iso(r->to, to), arena_printf(a, "%d", r->review_days),
			arena_printf(a, "%d", r->suit_months), arena_printf(a, "%d", r->suit_after_review_days), r->article, DOC_END);
	}
}
