/* Values into the finished structure of a template. */
#include "paper/template_parts.h"

#include <string.h>

#include "base/str.h"
#include "base/text.h"

struct fill {
	const struct template *t;
	slot_lookup look;
	const void *ctx;
	enum fill_mode mode;
	struct arena *arena;
	struct doc *doc;
	const char *const *row; /* of the list whose row is being filled; NULL outside of one */
	daynum on;              /* the letter's date; DAY_NONE where the caller tells none */
	struct err *e;
};

static size_t characters(const char *s)
{
	size_t n = 0;
	for (; *s; s++)
		n += ((unsigned char)*s & 0xC0) != 0x80;
	return n;
}

static const struct slot_option *option_of(const struct slot *slot, const char *s)
{
	for (size_t i = 0; s && i < slot->noptions; i++) {
		if (!strcmp(s, slot->options[i].code) || !strcmp(s, slot->options[i].label))
			return &slot->options[i];
	}
	return NULL;
}

/* The value of a slot: "" where there is none. A single choice is shown with the template's own wording. */
static struct slot_value value_of(const struct fill *f, const struct slot *slot)
{
	struct slot_value v = f->look(f->ctx, slot);
	if (slot->type == SLOT_CHOICE && !slot->multi) {
		const struct slot_option *o = option_of(slot, v.code);
		o = o ? o : option_of(slot, v.text);
		bool none = !v.code && text_is_blank(v.text);
		if (none && f->mode != FILL_BLANK)
			o = option_of(slot, slot->fallback);
		if (o)
			v = (struct slot_value){.text = o->label, .code = o->code};
	}
	v.text = v.text && !text_is_blank(v.text) ? v.text : "";
	v.code = v.code ? v.code : "";
	if (slot->type != SLOT_LIST || (v.rows && !v.rows->n))
		v.rows = NULL;
	return v;
}

/* Does the slot hold one of `values`? Several values are comma-separated. */
static bool holds(const struct fill *f, const struct slot *slot, const char *values)
{
	struct slot_value v = value_of(f, slot);
	if (!values)
		return *v.text || *v.code || v.rows;
	const char *both[] = {v.code, v.text};
	for (size_t i = 0; i < 2; i++) {
		for (const char *s = both[i]; *s;) {
			size_t n = strcspn(s, ",");
			const char *one = arena_strndup(f->arena, s, n);
			const struct slot_option *o = option_of(slot, one);
			if (value_among(values, one) || (o && (value_among(values, o->code) || value_among(values, o->label))))
				return true;
			s += n + (s[n] == ',');
		}
	}
	return false;
}

static bool wanted(const struct fill *f, const struct node *n)
{
	for (size_t i = 0; i < n->nconditions; i++) {
		const struct condition *c = &n->conditions[i];
		/* A blank form shows every line that needs a value, and none that needs its absence; of a list it has what stands without one. */
		bool held = f->mode == FILL_BLANK && c->slot->type != SLOT_LIST ? !c->values || holds(f, c->slot, c->values) : holds(f, c->slot, c->values);
		if (held == c->absent)
			return false;
	}
	return true;
}

/* --- checks when a letter is issued -------------------------------------------------------------------------------------- */

/* What the clerk typed: full-width marks, no dead law, and where the case's own facts are wanted more than stock phrases. */
static bool check_typed(const struct fill *f, const struct slot *slot, const char *text)
{
	char bad = ascii_beside_hanzi(text), zh[DAY_ZH];
	daynum first;
	const char *past = past_law_in(f->t, f->on, text, &first);
	if (bad)
		return err_field(f->e, slot->name, _("“%s”里汉字旁边的“%c”是半角标点，请用全角"), slot->label, bad);
	if (past)
		return err_field(f->e, slot->name, _("“%s”里的“%s”只能用在%s以前的文书里"), slot->label, past, day_zh(first, zh));
	if (slot->specific && stock_only(text, f->arena))
		return err_field(f->e, slot->name, _("“%s”只有套话，要写明本案的具体情况"), slot->label);
	return true;
}

static bool check_value(const struct fill *f, const struct slot *slot)
{
	struct slot_value v = value_of(f, slot);
	if (slot->required && !*v.text && !*v.code && !v.rows)
		return err_field(f->e, slot->name, _("“%s”没有填写"), slot->label);
	if (slot->max && characters(v.text) > (size_t)slot->max)
		return err_field(f->e, slot->name, _("“%s”有%zu个字，最多%d个"), slot->label, characters(v.text), slot->max);
	if (slot->type == SLOT_CHOICE && !slot->multi && *v.text && !option_of(slot, v.text))
		return err_field(f->e, slot->name, _("“%s”没有选项“%s”"), slot->label, v.text);
	bool words = slot->type == SLOT_TEXT || slot->type == SLOT_LONG;
	return !slot->typed || !words || !*v.text || check_typed(f, slot, v.text);
}

/* All that is wrong is said at once; the first names the field. */
static bool check_values(struct fill *f)
{
	struct str all = str_new(f->arena);
	struct err *out = f->e, one = {0};
	const char *field = NULL;
	f->e = &one;
	for (size_t i = 0; i < f->t->nslots; i++) {
		if (check_value(f, &f->t->slots[i]))
			continue;
		str_printf(&all, all.len ? _("；%s") : "%s", one.text);
		field = field ? field : f->t->slots[i].name;
		one = (struct err){0};
	}
	f->e = out;
	return !field || err_field(out, field, "%s", all.s);
}

/* --- text --------------------------------------------------------------------------------------------------------------- */

static void blank(struct str *s, int columns)
{
	for (; columns > 0; columns -= 2)
		str_add(s, N_("　"));
}

static bool fill_slot(const struct fill *f, const struct part *part, bool lines, struct str *s)
{
	struct slot_value v = value_of(f, part->slot);
	if (*v.text) {
		/* In a paragraph a line break of the value is a space; doc_add() sees to the other control characters. */
		for (const char *c = v.text; *c; c++)
			str_char(s, *c == '\n' && !lines ? ' ' : *c);
		return true;
	}
	if (part->blank || f->mode == FILL_BLANK) {
		blank(s, part->blank ? part->blank : 8);
		return true;
	}
	if (f->mode == FILL_PREVIEW) {
		bool serial = !strcmp(part->slot->name, "serial");
		str_printf(s, serial ? N_("　") : N_("【%s】"), part->slot->label);
		return true;
	}
	return err_field(f->e, part->slot->name, _("“%s”没有填写"), part->slot->label);
}

/* A value that ends with a full stop loses it where the template goes on with a mark of its own. */
static void one_stop(struct str *s, const struct part *next)
{
	static const char *const stops[] = {N_("。"), N_("；"), N_("，")};
	static const char *const marks[] = {N_("”"), N_("。"), N_("；"), N_("，")};
	for (size_t i = 0; next && next->kind == PART_TEXT && i < 4; i++) {
		for (size_t k = 0; !strncmp(next->text, marks[i], strlen(marks[i])) && k < 3; k++) {
			size_t n = strlen(stops[k]);
			if (s->len >= n && !strcmp(s->s + s->len - n, stops[k])) {
				str_cut(s, s->len - n);
				return;
			}
		}
	}
}

static bool fill_parts(const struct fill *f, const struct parts *parts, bool lines, struct str *s)
{
	for (size_t i = 0; i < parts->n; i++) {
		const struct part *part = &parts->part[i];
		if (part->kind == PART_TEXT)
			str_add(s, part->text);
		else if (part->kind == PART_COLUMN)
			str_add(s, f->row && f->row[part->column] ? f->row[part->column] : "");
		else if (part->kind == PART_BOX)
			str_add(s, holds(f, part->slot, part->values) ? N_("☑") : N_("□"));
		else if (!fill_slot(f, part, lines, s))
			return false;
		else
			one_stop(s, i + 1 < parts->n ? part + 1 : NULL);
	}
	return true;
}

/* A paragraph that is nothing but a long text keeps the paragraphs of its value. */
static bool fill_long(const struct fill *f, const struct node *n, const char *text)
{
	for (const char *s = text; *s;) {
		size_t len = strcspn(s, "\n");
		char *one = text_trim(f->arena, arena_strndup(f->arena, s, len));
		if (*one)
			doc_add(f->doc, n->kind, one)->level = n->level;
		s += len + (s[len] == '\n');
	}
	return true;
}

static bool fill_remedy(const struct fill *f, const struct node *n)
{
	struct slot_value v = value_of(f, template_slot(f->t, "remedy"));
	if (*v.text)
		return fill_long(f, n, v.text);
	if (f->mode == FILL_ISSUE)
		return err_field(f->e, "remedy", _("没有救济告知，不能出具"));
	doc_add(f->doc, n->kind, _("【救济告知】"));
	return true;
}

static bool fill_node(const struct fill *f, const struct node *n)
{
	if (n->kind == BLOCK_REMEDY)
		return fill_remedy(f, n);
	bool alone = n->kind == BLOCK_PARA && n->parts.n == 1 && n->parts.part[0].kind == PART_SLOT &&
		     n->parts.part[0].slot->type == SLOT_LONG;
	struct str s = str_new(f->arena);
	if (!fill_parts(f, &n->parts, alone, &s))
		return false;
	if (alone)
		return fill_long(f, n, s.s);
	doc_add(f->doc, n->kind, s.s)->level = n->level;
	return true;
}

/* A label of the form is fixed text that asks for nothing. */
static bool is_label(const struct parts *parts)
{
	for (size_t i = 0; i < parts->n; i++) {
		if (parts->part[i].kind != PART_TEXT || strstr(parts->part[i].text, N_("：")) || strstr(parts->part[i].text, N_("□")))
			return false;
	}
	return true;
}

static bool fill_row(const struct fill *f, const struct node *n, struct block *table)
{
	struct doc_cell cells[COLUMNS_MAX];
	for (size_t i = 0; i < n->ncells; i++) {
		struct str s = str_new(f->arena);
		if (!fill_parts(f, &n->cells[i].parts, true, &s))
			return false;
		/* ／／ parts the lines of a cell. */
		for (char *cut; (cut = strstr(s.s, N_("／／")));) {
			*cut = '\n';
			memmove(cut + 1, cut + strlen(N_("／／")), strlen(cut + strlen(N_("／／"))) + 1);
		}
		cells[i] = (struct doc_cell){.text = s.s, .span = n->cells[i].span, .centre = is_label(&n->cells[i].parts),
			.above = n->cells[i].above};
	}
	doc_add_row(f->doc, table, cells, n->ncells, n->row_lines);
	return true;
}

/* One row of the table for each row of the list; a blank form has room for some, a preview names a list that must not be empty. */
static bool fill_each(struct fill *f, const struct node *n, struct block *table)
{
	struct slot_value v = value_of(f, n->each);
	const char *named[COLUMNS_MAX] = {0};
	size_t rows = v.rows ? v.rows->n : 0, empty = 0;
	if (!rows && f->mode == FILL_BLANK)
		empty = (size_t)n->each_blank;
	if (!rows && f->mode == FILL_PREVIEW && n->each->required) {
		for (size_t i = 0; i < n->each->noptions; i++)
			named[i] = arena_printf(f->arena, _("【%s】"), n->each->options[i].label);
		empty = 1;
	}
	bool done = true;
	for (size_t i = 0; done && i < rows + empty; i++) {
		f->row = i < rows ? v.rows->cells[i] : named;
		done = fill_row(f, n, table);
	}
	f->row = NULL;
	return done;
}

bool template_fill(const struct template *t, slot_lookup look, const void *ctx, enum fill_mode mode, struct arena *a, struct doc **out,
	struct err *e)
{
	struct fill f = {.t = t, .look = look, .ctx = ctx, .mode = mode, .arena = a, .e = e, .doc = doc_new(a, t->kind)};
	struct block *table = NULL;
	struct slot_value date = look(ctx, template_slot(t, "date"));
	if (!date.code || !day_parse(date.code, &f.on))
		f.on = DAY_NONE;
	if (mode == FILL_ISSUE && !check_values(&f))
		return false;
	for (size_t i = 0; i < t->body->n; i++) {
		const struct node *n = &t->body->nodes[i];
		if (!wanted(&f, n))
			continue;
		if (n->kind == BLOCK_TABLE && !n->row)
			table = doc_add_table(f.doc, n->width, n->columns);
		else if (!(n->each ? fill_each(&f, n, table) : n->row ? fill_row(&f, n, table) : fill_node(&f, n)))
			return false;
	}
	*out = f.doc;
	return true;
}

static const char *const sample_row[COLUMNS_MAX] = {N_("样例一"), N_("样例二"), N_("样例三"), N_("样例四"), N_("样例五"), N_("样例六")};
static const char *const *const sample_cells[] = {sample_row};
static const struct slot_rows sample_rows = {1, sample_cells};

struct slot_value template_sample(const void *ctx, const struct slot *slot)
{
	(void)ctx;
	switch (slot->type) {
	case SLOT_LIST: return (struct slot_value){.rows = &sample_rows};
	case SLOT_DATE: return (struct slot_value){.text = _("2026年3月9日")};
	case SLOT_NUMBER: return (struct slot_value){.text = !strcmp(slot->name, "year") ? "2026" : "17"};
	case SLOT_PERSON: return (struct slot_value){.text = _("王𠮷祥")};
	case SLOT_CHOICE: return (struct slot_value){.text = slot->options[0].label, .code = slot->options[0].code};
	case SLOT_LONG: return (struct slot_value){.text = _("样例文字，用来检查排版：第一句写明事实，第二句写明理由。")};
	default: return (struct slot_value){.text = !strcmp(slot->name, "office") ? _("样例海关") : slot->label};
	}
}
