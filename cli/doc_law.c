/* Reference pages of the law: outcomes, grounds, remedies. */
#include <string.h>
#include "cli/doc.h"
#include "law/outcome.h"

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
