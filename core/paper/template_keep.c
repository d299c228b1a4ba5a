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

static bool node_prints(const struct node *node, const char *slot)
{
	if (parts_print(&node->parts, slot))
		return true;
	for (size_t k = 0; k < node->ncells; k++)
		if (parts_print(&node->cells[k].parts, slot))
			return true;
	return false;
}

static bool in_law(const struct template *t, const char *slot)
{
	for (size_t i = 0; i < t->body->n; i++)
		if (t->body->nodes[i].locked && node_prints(&t->body->nodes[i], slot))
			return true;
	return false;
}

/* 【理由】 before a required field holds for every letter. */
static bool always_holds(const struct condition *c)
{
	return !c->absent && !c->values && c->slot->required;
}

static bool same_condition(const struct condition *a, const struct condition *b)
{
	return a->absent == b->absent && !strcmp(a->slot->name, b->slot->name) && !a->values == !b->values &&
	       (!a->values || !strcmp(a->values, b->values));
}

/* Does `now` stand in every letter that `was` stands in? */
static bool stands_as_often(const struct node *now, const struct node *was)
{
	for (size_t i = 0; i < now->nconditions; i++) {
		bool known = always_holds(&now->conditions[i]);
		for (size_t k = 0; k < was->nconditions && !known; k++)
			known = same_condition(&now->conditions[i], &was->conditions[k]);
		if (!known)
			return false;
	}
	return true;
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

/* A line of `t` that prints the slot (NULL: any) in a block of that kind (-1: any) wherever `was` stands; NULL. */
static const struct node *line_for(const struct template *t, int kind, const char *slot, const struct node *was)
{
	for (size_t i = 0; i < t->body->n; i++) {
		const struct node *node = &t->body->nodes[i];
		if ((kind < 0 || (int)node->kind == kind) && (!slot || node_prints(node, slot)) && (!was || stands_as_often(node, was)))
			return node;
	}
	return NULL;
}

/* Wherever the shipped text prints a field, the edited one does. */
static void still_printed(struct parse *p, const struct template *shipped, int kind, const char *slot, const char *label)
{
	for (size_t i = 0; i < shipped->body->n; i++) {
		const struct node *was = &shipped->body->nodes[i];
		if ((kind >= 0 && (int)was->kind != kind) || !node_prints(was, slot) || line_for(p->t, kind, slot, was))
			continue;
		const struct node *narrower = line_for(p->t, kind, slot, NULL);
		if (narrower)
			parse_fault(p, narrower->line, _("“{{%s}}”前面的条件比自带的模板多，有的文书里就印不出来了"), label);
		else
			parse_fault(p, 0, kind == BLOCK_NUMBER ? _("“编号:”一行里少了“{{%s}}”") : _("正文里少了“{{%s}}”"), label);
		return;
	}
}

static bool shorter(int now, int was)
{
	return now && (!was || now < was);
}

static void slot_kept(struct parse *p, const struct template *shipped, const struct slot *was)
{
	const struct slot *now = template_slot(p->t, was->name);
	bool wanted = was->required || was->specific || was->typed;
	if (!now && was->required)
		parse_fault(p, 0, _("少了必填的字段“%s”"), was->label);
	else if (wanted)
		still_printed(p, shipped, -1, was->name, was->label);
	if (!now)
		return;
	if (now->type != was->type || now->multi != was->multi)
		parse_fault(p, now->line, _("字段“%s”的类型不能改"), was->label);
	else if (was->type != SLOT_LIST && !choices_kept(was, now, in_law(shipped, was->name)))
		parse_fault(p, now->line, _("字段“%s”的选项不能改"), was->label);
	if (was->required && !now->required)
		parse_fault(p, now->line, _("字段“%s”是必填的，不能改"), was->label);
	if (was->specific && !now->specific)
		parse_fault(p, now->line, _("字段“%s”要写本案的具体情况，“具体”不能删"), was->label);
	if (was->fallback && (!now->fallback || strcmp(was->fallback, now->fallback)))
		parse_fault(p, now->line, _("字段“%s”的缺省是%s，不能改"), was->label, was->fallback);
	if (was->typed != now->typed)
		parse_fault(p, now->line, was->typed ? _("字段“%s”由经办人填写，“手填”不能删") : _("字段“%s”由程序按办件填写，不能改成手填"), was->label);
	if (!was->typed && shorter(now->max, was->max))
		parse_fault(p, now->line, _("字段“%s”由程序按办件填写，最多%d个字不能改短"), was->label, was->max);
}

static size_t count_of(const struct template *t, enum block_kind kind, int *last)
{
	size_t n = 0;
	for (size_t i = 0; i < t->body->n; i++)
		if (t->body->nodes[i].kind == kind) {
			n++;
			*last = t->body->nodes[i].line;
		}
	return n;
}

/* One head, one number, one title, one date, and each of them in every letter. */
static void block_kept(struct parse *p, const struct template *shipped, enum block_kind kind, const char *name)
{
	int line = 0;
	size_t had = count_of(shipped, kind, &line), has = count_of(p->t, kind, &line);
	if (has > (had ? had : 1)) {
		parse_fault(p, line, _("“%s:”多了一行"), name);
		return;
	}
	for (size_t i = 0; i < shipped->body->n; i++) {
		const struct node *was = &shipped->body->nodes[i];
		if (was->kind != kind || line_for(p->t, (int)kind, NULL, was))
			continue;
		if (has)
			parse_fault(p, line, _("“%s:”一行前面不能加条件"), name);
		else
			parse_fault(p, 0, _("没有“%s:”一行"), name);
		return;
	}
}

static bool signs(const struct node *node)
{
	return node->kind == BLOCK_SIGN || node->kind == BLOCK_SEAL;
}

static void signed_as_before(struct parse *p, const struct template *shipped)
{
	for (size_t i = 0; i < shipped->body->n; i++) {
		const struct node *was = &shipped->body->nodes[i];
		if (signs(was) && !line_for(p->t, BLOCK_SIGN, NULL, was) && !line_for(p->t, BLOCK_SEAL, NULL, was)) {
			parse_fault(p, 0, _("没有“落款:”或者“印章:”一行"));
			return;
		}
	}
}

/* The first line of law or of remedy below the signature; NULL. */
static const struct node *law_below_signature(const struct template *t)
{
	bool below = false;
	for (size_t i = 0; i < t->body->n; i++) {
		const struct node *node = &t->body->nodes[i];
		if (below && (node->locked || node->kind == BLOCK_REMEDY))
			return node;
		below |= signs(node) || node->kind == BLOCK_DATE;
	}
	return NULL;
}

static void law_in_its_place(struct parse *p, const struct template *shipped)
{
	const struct template_body *now = p->t->body, *was = shipped->body;
	size_t at = 0;
	for (size_t i = 0; i < was->nlocked; i++) {
		while (at < now->nlocked && strcmp(now->locked[at], was->locked[i]))
			at++;
		if (at++ >= now->nlocked) {
			parse_fault(p, 0, _("法律规定的各段要照原来的次序：“%s”"), was->locked[i]);
			return;
		}
	}
	const struct node *low = law_below_signature(shipped) ? NULL : law_below_signature(p->t);
	if (low)
		parse_fault(p, low->line, _("法律规定的段落和“救济:”要写在落款和日期以前"));
}

static bool speaks_of_remedy(const struct parts *parts)
{
	static const char *const words[] = {N_("复议"), N_("诉讼"), N_("起诉")};
	for (size_t i = 0; i < parts->n; i++)
		for (size_t k = 0; parts->part[i].text && k < sizeof words / sizeof *words; k++)
			if (strstr(parts->part[i].text, words[k]))
				return true;
	return false;
}

/* A second remedy in the office's own words would contradict the one that follows the letter's date. */
static void remedy_said_once(struct parse *p)
{
	for (size_t i = 0; i < p->t->body->n; i++) {
		const struct node *node = &p->t->body->nodes[i];
		bool said = !node->locked && speaks_of_remedy(&node->parts);
		for (size_t k = 0; k < node->ncells && !said; k++)
			said = !node->locked && speaks_of_remedy(&node->cells[k].parts);
		if (said)
			parse_fault(p, node->line, _("复议和诉讼的告知由“救济:”按结果和日期写成，这里不能另写"));
	}
}

/* Only behind 【告知申请人=yes】. */
static bool when_named(const struct node *node)
{
	for (size_t i = 0; i < node->nconditions; i++) {
		const struct condition *c = &node->conditions[i];
		if (!c->absent && c->values && !strcmp(c->slot->name, "name_applicant") && (!strcmp(c->values, "yes") || !strcmp(c->values, N_("是"))))
			return true;
	}
	return false;
}

/* A third party reads who applied only where the office's setting says so. */
static void applicant_unnamed(struct parse *p)
{
	static const char *const personal[] = {"name", "employer", "id_number", "contact", "legal_rep", "agent", "phone", "email", "fax", "address", "postcode"};
	for (size_t i = 0; i < p->t->body->n; i++) {
		const struct node *node = &p->t->body->nodes[i];
		for (size_t k = 0; k < sizeof personal / sizeof *personal && !when_named(node); k++)
			if (node_prints(node, personal[k]))
				parse_fault(p, node->line, _("“{{%s}}”要写在“【告知申请人=yes】”后面：是否向第三方写出申请人，由设置决定"),
					template_slot(p->t, personal[k])->label);
	}
}

void template_keeps(struct parse *p, const struct template *shipped)
{
	static const struct {
		const char *name, *label;
		int kind;
	} always[] = {{"office", N_("机关"), -1}, {"year", N_("年份"), BLOCK_NUMBER}, {"serial", N_("流水号"), BLOCK_NUMBER}, {"date", N_("出具日期"), -1}};
	static const struct {
		enum block_kind kind;
		const char *name;
	} blocks[] = {{BLOCK_HEAD, N_("版头")}, {BLOCK_NUMBER, N_("编号")}, {BLOCK_TITLE, N_("标题")}, {BLOCK_REMEDY, N_("救济")}, {BLOCK_DATE, N_("日期")}};
	for (size_t i = 0; i < shipped->nslots; i++)
		slot_kept(p, shipped, &shipped->slots[i]);
	for (size_t i = 0; i < sizeof blocks / sizeof *blocks; i++)
		block_kept(p, shipped, blocks[i].kind, tr(blocks[i].name));
	for (size_t i = 0; i < sizeof always / sizeof *always; i++)
		if (always[i].kind != BLOCK_NUMBER || p->t->numbered)
			still_printed(p, shipped, always[i].kind, always[i].name, tr(always[i].label));
	signed_as_before(p, shipped);
	law_in_its_place(p, shipped);
	if (shipped->remedy != TEMPLATE_REMEDY_NONE)
		remedy_said_once(p);
	if (template_slot(shipped, "name_applicant"))
		applicant_unnamed(p);
}
