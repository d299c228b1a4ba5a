/* The lines of a template below ----: blocks, paragraphs, boxes, tables. */
#include "paper/template_parts.h"

#include <stdlib.h>
#include <string.h>

#include "base/str.h"
#include "base/text.h"
#include "paper/size.h"

static const struct {
	const char *key;
	enum block_kind kind;
	int level;
} keywords[] = {
	{.key = N_("版头"), .kind = BLOCK_HEAD},
	{.key = N_("编号"), .kind = BLOCK_NUMBER},
	{.key = N_("标题"), .kind = BLOCK_TITLE},
	{.key = N_("称谓"), .kind = BLOCK_ADDRESSEE},
	{.key = N_("一级"), .kind = BLOCK_PARA, .level = PARA_HEI},
	{.key = N_("二级"), .kind = BLOCK_PARA, .level = PARA_KAI},
	{.key = N_("顶格"), .kind = BLOCK_PARA, .level = PARA_FLUSH},
	{.key = N_("居中"), .kind = BLOCK_PARA, .level = PARA_CENTRE},
	{.key = N_("救济"), .kind = BLOCK_REMEDY},
	{.key = N_("附件"), .kind = BLOCK_ATTACH},
	{.key = N_("落款"), .kind = BLOCK_SIGN},
	{.key = N_("印章"), .kind = BLOCK_SEAL},
	{.key = N_("日期"), .kind = BLOCK_DATE},
	{.key = N_("附注"), .kind = BLOCK_NOTE},
	{.key = N_("换页"), .kind = BLOCK_PAGE},
	{.key = N_("纸张"), .kind = BLOCK_PAPER},
	{.key = N_("表格"), .kind = BLOCK_TABLE},
};

/* Skips one mark in either width: "[" or "［". */
static const char *mark(const char *s, const char *ascii, const char *wide)
{
	size_t n = strlen(ascii), w = strlen(wide);
	if (!strncmp(s, ascii, n))
		return s + n;
	return strncmp(s, wide, w) ? NULL : s + w;
}

static const struct slot *slot_named(struct parse *p, const char *s, size_t n)
{
	char *name = text_trim(p->arena, arena_strndup(p->arena, s, n));
	const struct slot *slot = template_slot(p->t, name);
	if (!slot)
		parse_fault(p, p->line, _("没有字段“%s”"), name);
	return slot;
}

/* A value named in a condition must exist. */
static void check_values(struct parse *p, const struct slot *slot, const char *values)
{
	if (!slot || slot->type != SLOT_CHOICE || !values)
		return;
	for (const char *s = values; *s;) {
		size_t n = strcspn(s, "|");
		char *one = arena_strndup(p->arena, s, n);
		size_t i = 0;
		while (i < slot->noptions && strcmp(one, slot->options[i].code) && strcmp(one, slot->options[i].label))
			i++;
		if (i == slot->noptions)
			parse_fault(p, p->line, _("字段“%s”没有选项“%s”"), slot->label, one);
		s += n + (s[n] == '|');
	}
}

/* `字段=a|b` or `字段`, n bytes. Full-width ＝ ｜ are accepted. */
static void test_of(struct parse *p, const char *s, size_t n, const struct slot **slot, const char **values)
{
	char *t = text_fold(p->arena, arena_strndup(p->arena, s, n));
	char *eq = strchr(t, '=');
	*slot = slot_named(p, t, eq ? (size_t)(eq - t) : strlen(t));
	*values = eq ? text_trim(p->arena, eq + 1) : NULL;
	check_values(p, *slot, *values);
}

/* --- parts ------------------------------------------------------------------------------------------------------------ */

struct gather {
	struct parse *p;
	struct parts *out;
	const struct slot *each; /* the list whose columns may be named; NULL */
	size_t cap;
};

static bool column_of(const struct slot *list, const char *name, size_t *column)
{
	for (*column = 0; *column < list->noptions; ++*column)
		if (!strcmp(list->options[*column].code, name) || !strcmp(list->options[*column].label, name))
			return true;
	return false;
}

static struct part *part_add(struct gather *g, enum part_kind kind)
{
	g->out->part = arena_grow(g->p->arena, g->out->part, g->out->n, &g->cap, sizeof *g->out->part);
	struct part *part = &g->out->part[g->out->n++];
	*part = (struct part){.kind = kind};
	g->out->fixed &= kind == PART_TEXT;
	return part;
}

static void add_fixed(struct gather *g, const char *s, size_t n)
{
	if (!n)
		return;
	char *text = arena_strndup(g->p->arena, s, n);
	char bad = ascii_beside_hanzi(text);
	if (bad)
		parse_fault(g->p, g->p->line, _("汉字旁边的“%c”是半角标点，请用全角"), bad);
	for (char *c = text; *c; c++) {
		if (*c == '\t')
			*c = ' ';
	}
	part_add(g, PART_TEXT)->text = text;
}

/* {{字段}} or {{字段|空=8}}; `s` stands behind the braces. Returns what follows, NULL where the end is missing. */
static const char *add_slot(struct gather *g, const char *s)
{
	const char *end = s, *next = NULL;
	while (*end && !(next = mark(end, "}}", N_("｝｝"))))
		end++;
	if (!next) {
		parse_fault(g->p, g->p->line, _("“{{”没有对应的“}}”"));
		return NULL;
	}
	char *in = text_fold(g->p->arena, arena_strndup(g->p->arena, s, (size_t)(end - s)));
	char *bar = strchr(in, '|');
	int blank = 0;
	if (bar) {
		const char *v = mark(text_trim(g->p->arena, bar + 1), N_("空="), N_("空="));
		char *tail = NULL;
		long n = v ? strtol(v, &tail, 10) : 0;
		if (!v || tail == v || *tail || n < 1 || n > 112)
			parse_fault(g->p, g->p->line, _("“{{%s}}”：竖线后面要写“空=8”，8是留空的格数"), in);
		blank = (int)n;
		*bar = '\0';
	}
	size_t column;
	char *name = text_trim(g->p->arena, in);
	if (g->each && column_of(g->each, name, &column)) {
		part_add(g, PART_COLUMN)->column = column;
		return next;
	}
	const struct slot *slot = slot_named(g->p, name, strlen(name));
	if (slot && slot->type == SLOT_LIST)
		parse_fault(g->p, g->p->line, _("“%s”是清单，要写在表格的“每行: %s |”里"), slot->label, slot->label);
	struct part *part = part_add(g, PART_SLOT);
	part->slot = slot;
	part->blank = blank;
	return next;
}

static const char *add_box(struct gather *g, const char *s)
{
	size_t n = strcspn(s, "]");
	const char *wide = strstr(s, N_("］"));
	const char *end = s + n;
	size_t skip = 1;
	if (wide && (!s[n] || wide < end)) {
		end = wide;
		skip = strlen(N_("］"));
	} else if (!s[n]) {
		parse_fault(g->p, g->p->line, _("“[”没有对应的“]”"));
		return NULL;
	}
	struct part *part = part_add(g, PART_BOX);
	test_of(g->p, s, (size_t)(end - s), &part->slot, &part->values);
	return end + skip;
}

/* Cuts a text into parts. Boxes are read where `boxes`; elsewhere [ is an ordinary character. */
static void parts_of(struct parse *p, const char *s, size_t n, bool boxes, const struct slot *each, struct parts *out)
{
	struct gather g = {.p = p, .out = out, .each = each};
	const char *text = arena_strndup(p->arena, s, n), *from = text;
	*out = (struct parts){.fixed = true};
	/* Either width of { and [ begins with one of these bytes. */
	for (; text += strcspn(text, "{[\xEF"), *text;) {
		const char *slot = mark(text, "{{", N_("｛｛")), *box = boxes ? mark(text, "[", N_("［")) : NULL;
		if (!slot && !box) {
			text++;
			continue;
		}
		add_fixed(&g, from, (size_t)(text - from));
		text = from = slot ? add_slot(&g, slot) : add_box(&g, box);
		if (!text)
			return;
	}
	if (strstr(from, "}}"))
		parse_fault(p, p->line, _("“}}”前面没有“{{”"));
	add_fixed(&g, from, (size_t)(text - from));
}

/* --- lines ------------------------------------------------------------------------------------------------------------ */

static struct node *node_add(struct parse *p, const struct node *like)
{
	struct template_body *b = p->t->body;
	b->nodes = arena_grow(p->arena, b->nodes, b->n, &p->cap_nodes, sizeof *b->nodes);
	b->nodes[b->n] = *like;
	return &b->nodes[b->n++];
}

static void table_line(struct parse *p, struct node *node, const char *rest)
{
	int width[COLUMNS_MAX], sum = 0;
	char *end;
	while (node->columns < COLUMNS_MAX) {
		long v = strtol(rest, &end, 10);
		if (end == rest)
			break;
		if (v < 4 || v > 100) {
			parse_fault(p, p->line, _("表格的列宽要在4和100之间"));
			return;
		}
		width[node->columns++] = (int)v;
		sum += (int)v;
		rest = end;
	}
	if (sum != 100 || rest[strspn(rest, " ")])
		parse_fault(p, p->line, _("表格后面写各列宽度的百分数，合计100，这里是%d"), sum);
	node->width = arena_memdup(p->arena, width, sizeof *width * (node->columns ? node->columns : 1));
	node_add(p, node);
}

static const struct node *last_table(const struct template_body *b)
{
	for (size_t i = b->n; i-- > 0;) {
		if (b->nodes[i].kind == BLOCK_TABLE && !b->nodes[i].row)
			return &b->nodes[i];
		if (!b->nodes[i].row)
			return NULL;
	}
	return NULL;
}

/* `| a | b | < |`; `s` stands behind the first bar. */
static void row_line(struct parse *p, struct node *node, const char *s)
{
	const struct node *table = last_table(p->t->body);
	if (!table) {
		parse_fault(p, p->line, _("“|”开头的一行前面要有“表格:”"));
		return;
	}
	node->kind = BLOCK_TABLE;
	node->row = true;
	node->cells = arena_array(p->arena, struct cell_parts, COLUMNS_MAX);
	size_t columns = 0;
	while (*s && columns <= table->columns) {
		const char *end = s;
		int depth = 0; /* a bar inside {{ }} belongs to the slot */
		for (; *end; end++) {
			depth += mark(end, "{{", N_("｛｛")) != NULL;
			depth -= mark(end, "}}", N_("｝｝")) != NULL;
			if (depth <= 0 && mark(end, "|", N_("｜")))
				break;
		}
		char *cell = text_trim(p->arena, arena_strndup(p->arena, s, (size_t)(end - s)));
		columns++;
		if (!strcmp(cell, "<") && node->ncells)
			node->cells[node->ncells - 1].span++;
		else if (node->ncells < COLUMNS_MAX) {
			struct cell_parts *c = &node->cells[node->ncells++];
			c->span = 1;
			c->above = !strcmp(cell, "^");
			if (!c->above)
				parts_of(p, cell, strlen(cell), true, node->each, &c->parts);
		}
		s = *end ? mark(end, "|", N_("｜")) : end;
		s += strspn(s, " \t");
	}
	if (columns != table->columns)
		parse_fault(p, p->line, _("表格有%zu列，这一行有%zu格"), table->columns, columns);
	node_add(p, node);
}

/* Takes 【…】 and ! off the front of a line. */
static const char *prefixes(struct parse *p, const char *s, struct node *node)
{
	for (;;) {
		const char *in = mark(s, N_("【"), N_("【")), *lock = mark(s, "!", N_("！"));
		if (lock) {
			node->locked = true;
			s = lock + strspn(lock, " ");
			continue;
		}
		const char *end = in ? strstr(in, N_("】")) : NULL;
		if (!in)
			return s;
		if (!end || node->nconditions == CONDITIONS_MAX) {
			parse_fault(p, p->line, end ? _("条件太多") : _("“【”没有对应的“】”"));
			return s + strlen(s);
		}
		struct condition *c = &node->conditions[node->nconditions++];
		const char *no = mark(in, N_("无 "), N_("无　"));
		c->absent = no != NULL;
		in = no ? no : in;
		test_of(p, in, (size_t)(end - in), &c->slot, &c->values);
		s = end + strlen(N_("】"));
		s += strspn(s, " ");
	}
}

static bool keyword_line(struct parse *p, const char *s, struct node *node)
{
	for (size_t i = 0; i < sizeof keywords / sizeof *keywords; i++) {
		const char *rest = after_key(s, keywords[i].key);
		if (!rest)
			continue;
		node->kind = keywords[i].kind;
		node->level = keywords[i].level;
		if (node->kind == BLOCK_TABLE) {
			table_line(p, node, rest);
			return true;
		}
		bool empty = node->kind == BLOCK_REMEDY || node->kind == BLOCK_PAGE;
		if (empty != (*rest == '\0'))
			parse_fault(p, p->line, empty ? _("“%s:”后面不写文字") : _("“%s:”后面没有文字"), keywords[i].key);
		parts_of(p, rest, strlen(rest), false, NULL, &node->parts);
		if (node->kind == BLOCK_PAPER && node->parts.fixed && !paper_size_find(rest))
			parse_fault(p, p->line, _("没有“%s”这种纸张，可以写a4、b6、dl、zl、c5、c4或者一个字段"), rest);
		node_add(p, node);
		return true;
	}
	return false;
}

/* Indents typed by hand are dropped: the paragraph's own is automatic. */
static const char *unindented(const char *s)
{
	for (;;) {
		if (!strncmp(s, N_("　"), strlen(N_("　"))))
			s += strlen(N_("　"));
		else if (*s == ' ' || *s == '\t')
			s++;
		else
			return s;
	}
}

/* `卷内文件 空=3 | … |` behind 每行: names the list; returns what follows, NULL with a fault. */
static const char *each_line(struct parse *p, const char *s, struct node *node)
{
	enum { ROWS_MOST = 60 };
	size_t n = strcspn(s, " \t|>");
	const char *wide = strstr(s, N_("｜")), *rest = wide && wide < s + n ? wide : s + n;
	node->each = slot_named(p, s, (size_t)(rest - s));
	if (!node->each)
		return NULL;
	if (node->each->type != SLOT_LIST) {
		parse_fault(p, p->line, _("“每行:”后面要写一份清单，“%s”不是清单"), node->each->label);
		return NULL;
	}
	rest += strspn(rest, " \t");
	const char *v = mark(rest, N_("空="), N_("空＝"));
	node->each_blank = 1;
	if (v) {
		char *end;
		long rows = strtol(v, &end, 10);
		if (end == v || rows < 0 || rows > ROWS_MOST)
			parse_fault(p, p->line, _("“空=”后面写空白表的行数，0到%d"), ROWS_MOST);
		node->each_blank = (int)rows;
		rest = end + strspn(end, " \t");
	}
	if (*rest != '>' && !mark(rest, "|", N_("｜"))) {
		parse_fault(p, p->line, _("“每行: %s”后面要写“|”和各格"), node->each->label);
		return NULL;
	}
	return rest;
}

/* A locked line with its conditions, however it is spaced: when it stands is law as well. */
static void lock(struct parse *p, const char *line, const char *text)
{
	struct template_body *b = p->t->body;
	struct str s = str_new(p->arena);
	for (const char *at = line; at < text;) {
		const char *mark_end = mark(at, "!", N_("！"));
		if (mark_end || *at == ' ') {
			at = mark_end ? mark_end : at + 1;
			continue;
		}
		str_char(&s, *at++);
	}
	str_add(&s, text);
	b->locked = arena_grow(p->arena, b->locked, b->nlocked, &p->cap_locked, sizeof *b->locked);
	b->locked[b->nlocked++] = s.s;
}

void parse_body_line(struct parse *p, const char *s)
{
	struct node node = {.line = p->line, .kind = BLOCK_PARA, .row_lines = 1};
	const char *after;
	const char *line = unindented(s);
	s = prefixes(p, line, &node);
	if (node.locked)
		lock(p, line, s);
	if ((after = after_key(s, N_("每行"))) && !(s = each_line(p, after, &node)))
		return;
	if (*s == '>' && s[1] >= '1' && s[1] <= '9') {
		node.row_lines = (int)strtol(s + 1, (char **)(uintptr_t)&s, 10);
		s += strspn(s, " ");
		if (node.row_lines > 40 || !mark(s, "|", N_("｜"))) {
			parse_fault(p, p->line, _("“>”后面写行数（1到40），再写“|”"));
			return;
		}
	}
	if ((after = mark(s, "|", N_("｜")))) {
		row_line(p, &node, after + strspn(after, " \t"));
		return;
	}
	if (keyword_line(p, s, &node))
		return;
	bool boxes = mark(s, "[", N_("［")) != NULL;
	node.kind = boxes ? BLOCK_CHOICE : BLOCK_PARA;
	parts_of(p, s, strlen(s), boxes, NULL, &node.parts);
	node_add(p, &node);
}
