/* The lines of a template above ----: what it is, when it holds, which slots it has. */
#include "paper/template_parts.h"

#include <stdlib.h>
#include <string.h>

#include "base/text.h"

const char *after_key(const char *s, const char *key)
{
	size_t n = strlen(key);
	if (strncmp(s, key, n))
		return NULL;
	s += n + strspn(s + n, " ");
	if (*s == ':')
		s++;
	else if (!strncmp(s, N_("："), strlen(N_("："))))
		s += strlen(N_("："));
	else
		return NULL;
	return s + strspn(s, " \t");
}

/* The next word of s, cut off in place. */
static char *word(char **s)
{
	*s += strspn(*s, " \t");
	char *w = *s;
	size_t n = strcspn(w, " \t");
	*s += n;
	if (**s)
		*(*s)++ = '\0';
	return w;
}

static const struct {
	const char *name, *code;
	enum slot_type type;
	bool multi;
} slot_types[] = {
	{.name = N_("文字"), .code = "text", .type = SLOT_TEXT},
	{.name = N_("长文"), .code = "long", .type = SLOT_LONG},
	{.name = N_("日期"), .code = "date", .type = SLOT_DATE},
	{.name = N_("数字"), .code = "number", .type = SLOT_NUMBER},
	{.name = N_("选项"), .code = "choice", .type = SLOT_CHOICE},
	{.name = N_("多选"), .code = "choice", .type = SLOT_CHOICE, .multi = true},
	{.name = N_("人名"), .code = "person", .type = SLOT_PERSON},
	{.name = N_("清单"), .code = "list", .type = SLOT_LIST},
};

const char *slot_type_name(enum slot_type type)
{
	for (size_t i = 0; i < sizeof slot_types / sizeof *slot_types; i++) {
		if (slot_types[i].type == type)
			return slot_types[i].code;
	}
	return "";
}

static bool slot_type(const char *w, struct slot *s)
{
	for (size_t i = 0; i < sizeof slot_types / sizeof *slot_types; i++) {
		size_t n = strlen(slot_types[i].name);
		if (strncmp(w, slot_types[i].name, n))
			continue;
		char *end;
		long max = strtol(w + n, &end, 10);
		if (*end || max < 0 || max > 100000)
			return false;
		s->type = slot_types[i].type;
		s->multi = slot_types[i].multi;
		s->max = (int)max;
		return true;
	}
	return false;
}

static bool identifier(const char *s)
{
	return *s && strspn(s, "abcdefghijklmnopqrstuvwxyz0123456789_") == strlen(s);
}

static void slot_option(struct parse *p, struct slot *s, char *w, size_t *cap)
{
	char *eq = strchr(w, '=');
	if (!eq || eq == w || !eq[1]) {
		parse_fault(p, p->line, _("字段“%s”后面的“%s”看不懂"), s->label, w);
		return;
	}
	*eq = '\0';
	for (size_t i = 0; i < s->noptions; i++)
		if (!strcmp(s->options[i].code, w))
			parse_fault(p, p->line, _("字段“%s”的选项“%s”重复"), s->label, w);
	struct slot_option *o = arena_grow(p->arena, (void *)(uintptr_t)s->options, s->noptions, cap, sizeof *o);
	o[s->noptions++] = (struct slot_option){.code = w, .label = eq + 1};
	s->options = o;
}

static bool has_option(const struct slot *s, const char *code)
{
	for (size_t i = 0; i < s->noptions; i++)
		if (!strcmp(s->options[i].code, code))
			return true;
	return false;
}

static void head_slot(struct parse *p, const char *rest)
{
	char *s = arena_strdup(p->arena, rest);
	struct slot slot = {.line = p->line};
	slot.name = word(&s);
	slot.label = word(&s);
	char *type = word(&s);
	if (!identifier(slot.name) || !*slot.label || !slot_type(type, &slot)) {
		parse_fault(p, p->line, _("字段一行要写：代码 名称 类型（文字、长文、日期、数字、选项、多选、人名、清单），可加必填、手填和选项"));
		return;
	}
	if (template_slot(p->t, slot.name) || template_slot(p->t, slot.label)) {
		parse_fault(p, p->line, _("字段“%s”重复"), slot.label);
		return;
	}
	size_t cap = 0;
	for (char *w; *(w = word(&s));) {
		if (!strcmp(w, N_("必填")))
			slot.required = true;
		else if (!strcmp(w, N_("手填")))
			slot.typed = true;
		else if (!strcmp(w, N_("具体")))
			slot.specific = true;
		else if (!strncmp(w, N_("缺省="), strlen(N_("缺省="))))
			slot.fallback = w + strlen(N_("缺省="));
		else
			slot_option(p, &slot, w, &cap);
	}
	if ((slot.type == SLOT_CHOICE || slot.type == SLOT_LIST) != (slot.noptions > 0))
		parse_fault(p, p->line, _("字段“%s”：选项（清单的列）要列出来，其他类型没有选项"), slot.label);
	if (slot.fallback && !has_option(&slot, slot.fallback))
		parse_fault(p, p->line, _("字段“%s”的缺省“%s”不是它的选项"), slot.label, slot.fallback);
	if (slot.type == SLOT_LIST && (slot.typed || slot.noptions > COLUMNS_MAX))
		parse_fault(p, p->line, slot.typed ? _("清单“%s”由办件数据填写，不能手填") : _("清单“%s”的列太多"), slot.label);
	p->t->slots = arena_grow(p->arena, p->t->slots, p->t->nslots, &p->cap_slots, sizeof slot);
	p->t->slots[p->t->nslots++] = slot;
}

static void head_kind(struct parse *p, const char *v)
{
	p->t->kind = arena_strdup(p->arena, v);
	if (!identifier(v))
		parse_fault(p, p->line, _("种类“%s”只能用小写字母、数字和下划线"), v);
}

static void head_name(struct parse *p, const char *v)
{
	p->t->name = arena_strdup(p->arena, v);
}

static void head_family(struct parse *p, const char *v)
{
	if (!strcmp(v, "2008"))
		p->t->family = 2008;
	else if (!strcmp(v, "2019"))
		p->t->family = 2019;
	else if (strcmp(v, N_("通用")))
		parse_fault(p, p->line, _("规则只能是2008、2019或者通用，不能是“%s”"), v);
}

static void head_day(struct parse *p, const char *v, daynum *out)
{
	if (*v && !day_parse(v, out))
		parse_fault(p, p->line, _("日期“%s”要写成2019-05-15的样子"), v);
}

static void head_from(struct parse *p, const char *v)
{
	head_day(p, v, &p->t->valid_from);
}

static void head_to(struct parse *p, const char *v)
{
	head_day(p, v, &p->t->valid_to);
}

static void head_articles(struct parse *p, const char *v)
{
	p->t->articles = arena_strdup(p->arena, v);
}

static void head_remedy(struct parse *p, const char *v)
{
	static const char *const classes[] = {N_("无"), N_("复议或诉讼"), N_("复议前置")};
	for (size_t i = 0; i < 3; i++) {
		if (!strcmp(v, classes[i])) {
			p->t->remedy = (enum template_remedy)i;
			return;
		}
	}
	parse_fault(p, p->line, _("救济只能是无、复议或诉讼、复议前置，不能是“%s”"), v);
}

static void head_copies(struct parse *p, const char *v)
{
	char *end;
	long n = strtol(v, &end, 10);
	p->t->copies = (int)n;
	if (*end || n < 1 || n > 20)
		parse_fault(p, p->line, _("份数要在1和20之间"));
}

static void head_use(struct parse *p, const char *v)
{
	p->t->inside = !strcmp(v, N_("内部"));
	if (!p->t->inside)
		parse_fault(p, p->line, _("用途只能写“内部”：不编文号的用纸；出具的文书不写这一行"));
}

static const struct {
	const char *key;
	void (*read)(struct parse *p, const char *v);
	bool many;
} heads[] = {
	{.key = N_("种类"), .read = head_kind},
	{.key = N_("名称"), .read = head_name},
	{.key = N_("规则"), .read = head_family},
	{.key = N_("启用"), .read = head_from},
	{.key = N_("停用"), .read = head_to},
	{.key = N_("依据"), .read = head_articles},
	{.key = N_("救济"), .read = head_remedy},
	{.key = N_("份数"), .read = head_copies},
	{.key = N_("用途"), .read = head_use},
	{.key = N_("字段"), .read = head_slot, .many = true},
};

void parse_head_line(struct parse *p, const char *s)
{
	for (size_t i = 0; i < sizeof heads / sizeof *heads; i++) {
		const char *v = after_key(s, heads[i].key);
		if (!v)
			continue;
		if (p->heads & 1u << i && !heads[i].many)
			parse_fault(p, p->line, _("“%s”写了两次，只能写一次"), heads[i].key);
		p->heads |= 1u << i;
		heads[i].read(p, v);
		return;
	}
	parse_fault(p, p->line, _("看不懂“%s”；“----”以上只能写种类、名称、规则、启用、停用、依据、救济、份数、用途、字段"), s);
}
