/* The procedure as a page: for each family a picture of its states and the table of its steps. */
#include <string.h>
#include "cli/doc.h"
#include "law/procedure.h"

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
	{FACT_DISCRETIONARY, N_("以可以不公开的理由不公开")},
	{FACT_GROUND_CONFIRMED, N_("批准人已再次确认")},
	{FACT_FEE_OPEN, N_("有费用未缴")},
	{FACT_DELAYED, N_("已确定合理延迟期限")}, {FACT_LETTER_REVOKED, N_("答复文书已撤销")},
};
_Static_assert(sizeof facts / sizeof *facts == PROC_FACTS, "every fact has its words");

static const char *facts_text(unsigned set, struct arena *a)
{
	struct str s = str_new(a);
	for (size_t i = 0; i < sizeof facts / sizeof *facts; i++)
		if (set & facts[i].bit)
			str_printf(&s, "%s%s", s.len ? _("、") : "", tr(facts[i].label));
	return s.s;
}

/* The states a case of the family can be in. */
static unsigned states_of(enum proc_family family)
{
	unsigned states = STATE_NEW;
	for (unsigned before = 0; before != states;) {
		before = states;
		for (const struct proc_step *s = proc_steps; s->verb; s++)
			if ((s->families & family) && (s->from & states))
				states |= s->to;
	}
	return states;
}

static const char *from_text(unsigned from, struct arena *a)
{
	struct str s = str_new(a);
	for (unsigned bit = STATE_NEW; bit <= STATE_VOID; bit <<= 1)
		if (from & bit)
			str_printf(&s, "%s%s", s.len ? _("、") : "", proc_state_label((enum proc_state)bit));
	return s.s;
}

/* The steps that lead from one state to another, by name. */
static const char *between(enum proc_family family, unsigned from, unsigned to, struct arena *a)
{
	struct str s = str_new(a);
	for (const struct proc_step *p = proc_steps; p->verb; p++) {
		const char *label = proc_verb_label(p->verb);
		if ((p->families & family) && (p->from & from) && p->to == to && from != to && !strstr(s.s, label))
			str_printf(&s, "%s%s", s.len ? _("、") : "", label);
	}
	return s.s;
}

static void picture(struct cli *c, enum proc_family family, unsigned states)
{
	str_add(&c->out, "\n```mermaid\nstateDiagram-v2\n");
	for (unsigned s = STATE_UNCONFIRMED; s <= STATE_VOID; s <<= 1)
		if (s & states)
			str_printf(&c->out, "\tstate \"%s\" as %s\n", proc_state_label((enum proc_state)s), proc_state_name((enum proc_state)s));
	for (unsigned from = STATE_NEW; from <= STATE_VOID; from <<= 1)
		for (unsigned to = STATE_NEW; to <= STATE_VOID; to <<= 1) {
			const char *steps = from & to & states || !(from & states) ? "" : between(family, from, to, &c->arena);
			if (*steps)
				str_printf(&c->out, "\t%s --> %s : %s\n", from == STATE_NEW ? "[*]" : proc_state_name((enum proc_state)from),
					proc_state_name((enum proc_state)to), steps);
		}
	str_add(&c->out, "```\n\n");
}

static void table(struct cli *c, enum proc_family family, unsigned states)
{
	doc_head(c, _("从"), _("操作"), _("名称"), _("到"), _("事件"), _("须"), _("不得"), _("可出具"), _("依据"), DOC_END);
	for (const struct proc_step *s = proc_steps; s->verb; s++) {
		bool undo = strcmp(s->verb, "undo") == 0;
		if (s->families & family)
			doc_row(c, from_text(s->from & states, &c->arena), s->verb, proc_verb_label(s->verb),
				s->to ? proc_state_label(s->to) : undo ? _("上一步之前") : _("不变"), s->event ? clock_event_label(s->event) : "",
				facts_text(s->needs, &c->arena), facts_text(s->refuses, &c->arena), s->letters, proc_article(s, family), DOC_END);
	}
}

void doc_states(struct cli *c)
{
	static const struct { enum proc_family family; const char *label; } families[] = {
		{PROC_REQUEST_2019, N_("申请（国令第711号）")},
		{PROC_REQUEST_2008, N_("申请（国令第492号）")},
		{PROC_CORRECTION, N_("更正")},
	};
	doc_title(c, _("状态和步骤"), "states");
	str_add(&c->out, _("\n依据一栏：“条例”是国令第711号的条，“条例(2008)”是国令第492号的条；空着的，没有条文规定。\n"));
	for (size_t i = 0; i < sizeof families / sizeof *families; i++) {
		unsigned states = states_of(families[i].family);
		doc_section(c, tr(families[i].label), NULL);
		picture(c, families[i].family, states);
		table(c, families[i].family, states);
	}
}
