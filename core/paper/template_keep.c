/* What an office may not take out of a letter when it edits the text: a field the law wants stays required, its choices stay, and what
 * every letter of the kind says (who, what, when, why, number, date) is still printed. */
#include <string.h>

#include "paper/template_parts.h"

static bool parts_print(const struct parts *parts, const char *slot)
{
	for (size_t i = 0; i < parts->n; i++)
		if (parts->part[i].slot && strcmp(parts->part[i].slot->name, slot) == 0)
			return true;
	return false;
}

/* `locked`: in a locked line only. */
static bool prints(const struct template *t, const char *slot, bool locked)
{
	for (size_t i = 0; i < t->body->n; i++) {
		const struct node *node = &t->body->nodes[i];
		if (locked && !node->locked)
			continue;
		if (parts_print(&node->parts, slot))
			return true;
		for (size_t k = 0; k < node->ncells; k++)
			if (parts_print(&node->cells[k].parts, slot))
				return true;
	}
	return false;
}

/* Every choice there was is there; in a line of law its words are law too. */
static bool choices_kept(const struct slot *was, const struct slot *now, bool words)
{
	for (size_t i = 0; i < was->noptions; i++) {
		size_t k = 0;
		while (k < now->noptions && strcmp(was->options[i].code, now->options[k].code) != 0)
			k++;
		if (k == now->noptions || (words && strcmp(was->options[i].label, now->options[k].label) != 0))
			return false;
	}
	return true;
}

static void slot_kept(struct parse *p, const struct template *shipped, const struct slot *was)
{
	const struct slot *now = template_slot(p->t, was->name);
	if (!now && was->required)
		parse_fault(p, 0, _("少了必填的字段“%s”"), was->label);
	if (!now)
		return;
	if (now->type != was->type || now->multi != was->multi)
		parse_fault(p, now->line, _("字段“%s”的类型不能改"), was->label);
	else if (was->type != SLOT_LIST && !choices_kept(was, now, prints(shipped, was->name, true)))
		parse_fault(p, now->line, _("字段“%s”的选项不能改"), was->label);
	if (was->required && !now->required)
		parse_fault(p, now->line, _("字段“%s”是必填的，不能改"), was->label);
	if (was->specific && !now->specific)
		parse_fault(p, now->line, _("字段“%s”要写本案的具体情况，“具体”不能删"), was->label);
	if (was->required && prints(shipped, was->name, false) && !prints(p->t, was->name, false))
		parse_fault(p, 0, _("正文里少了“{{%s}}”"), was->label);
}

static bool signed_by(const struct template *t)
{
	for (size_t i = 0; i < t->body->n; i++)
		if (t->body->nodes[i].kind == BLOCK_SIGN || t->body->nodes[i].kind == BLOCK_SEAL)
			return true;
	return false;
}

void template_keeps(struct parse *p, const struct template *shipped)
{
	static const struct {
		const char *name, *label;
	} always[] = {{"office", N_("机关")}, {"year", N_("年份")}, {"serial", N_("流水号")}, {"date", N_("出具日期")}};
	for (size_t i = 0; i < shipped->nslots; i++)
		slot_kept(p, shipped, &shipped->slots[i]);
	for (size_t i = 0; i < sizeof always / sizeof *always; i++)
		if (prints(shipped, always[i].name, false) && !prints(p->t, always[i].name, false))
			parse_fault(p, 0, _("正文里少了“{{%s}}”"), tr(always[i].label));
	if (signed_by(shipped) && !signed_by(p->t))
		parse_fault(p, 0, _("没有“落款:”或者“印章:”一行"));
	if (shipped->numbered && !p->t->numbered)
		parse_fault(p, 0, _("没有“编号:”一行"));
}
