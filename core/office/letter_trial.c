/* Every letter that a step of the procedure can reach, filled from cases that applicants really are: rare Hanzi, names of sixty characters,
 * ampersands, tabs, reasons without end, nothing where nothing is required. */
#include "office/letter_trial.h"

#include <string.h>

#include "base/str.h"
#include "base/text.h"
#include "law/procedure.h"
#include "paper/layout.h"

struct hostile {
	const char *text;
	int times;          /* of a long text */
	bool required_only;
};
static const struct hostile cases[] = {
	{.text = N_("王小明"), .times = 1}, {.text = N_("王小明"), .times = 1, .required_only = true}, {.text = N_("𠮷"), .times = 1},
	{.text = N_("㐂"), .times = 300}, {.text = N_("䶮𠮷㐂"), .times = 40}, {.text = N_("王𠮷祥&李㐂"), .times = 20},
	{.text = N_("甲\t乙\t丙"), .times = 9}, {.text = N_("第一段。\n第二段。"), .times = 30}, {.text = "O'Neil & Sons Trading Co. Ltd.", .times = 30},
	{.text = N_("“引号”（括号）《书名》——……"), .times = 40}, {.text = "{{name}}", .times = 3}, {.text = N_("| 甲 | 乙 |"), .times = 3},
	{.text = N_("【理由】"), .times = 1}, {.text = N_("！改写：落款"), .times = 1}, {.text = "https://example.cn/a?b=1&c=2#d", .times = 20},
	{.text = "1234567890123456789012345678901234567890", .times = 8}, {.text = N_("，。；：？！、）》”"), .times = 20},
	{.text = N_("（《“〔"), .times = 20}, {.text = N_("新疆维吾尔自治区·阿卜杜热合曼·买买提依明"), .times = 30},
	{.text = N_("经本机关逐项核对有关单证以后认为"), .times = 240},
};
enum { CASES = sizeof cases / sizeof *cases };

struct trial {
	struct arena *arena;
	const struct hostile *hostile;
	size_t turn; /* which option of a choice */
};

/* As often as the slot takes. */
static const char *repeated(const struct trial *t, const struct slot *slot)
{
	struct str s = str_new(t->arena);
	int characters = 0, each = 0;
	for (const char *c = t->hostile->text; *c; c++)
		each += ((unsigned char)*c & 0xC0) != 0x80;
	int most = slot->type == SLOT_LONG ? t->hostile->times : slot->max ? 60 / each : 1;
	if (slot->specific)
		str_add(&s, _("巡查记录载明的情况："));
	for (int i = 0; (i == 0 || i < most) && (!slot->max || characters + each + 12 <= slot->max); i++) {
		str_add(&s, t->hostile->text);
		characters += each;
	}
	return s.len ? s.s : _("甲");
}

/* Some rows of a list, the first with long cells, the next with short ones, every third cell empty. */
static struct slot_value rows(const struct trial *t, const struct slot *list)
{
	const struct slot text = {.name = list->name, .label = list->label, .type = SLOT_TEXT, .max = 200, .line = list->line};
	struct slot_rows *out = arena_new(t->arena, struct slot_rows);
	size_t n = 1 + (size_t)t->hostile->times % 60;
	const char *const **cells = arena_array(t->arena, const char *const *, n);
	for (size_t r = 0; r < n; r++) {
		const char **row = arena_array(t->arena, const char *, list->noptions);
		for (size_t c = 0; c < list->noptions; c++)
			row[c] = (r + c) % 3 == 2 ? NULL : r % 2 ? t->hostile->text : repeated(t, &text);
		cells[r] = row;
	}
	*out = (struct slot_rows){n, cells};
	return (struct slot_value){.rows = out};
}

static struct slot_value value(const void *ctx, const struct slot *slot)
{
	const struct trial *t = ctx;
	if (t->hostile->required_only && slot->line && !slot->required)
		return (struct slot_value){0};
	switch (slot->type) {
	case SLOT_LIST: return rows(t, slot);
	case SLOT_CHOICE: {
		const struct slot_option *o = &slot->options[t->turn % slot->noptions];
		return (struct slot_value){.text = o->label, .code = o->code};
	}
	case SLOT_DATE: return (struct slot_value){.text = _("2026年3月9日")};
	case SLOT_NUMBER: return (struct slot_value){.text = "17"};
	default:
		if (slot->line)
			return (struct slot_value){.text = repeated(t, slot)};
		return template_sample(NULL, slot);
	}
}

/* What is wrong with the page; NULL when nothing is. */
static const char *fault_of(const struct template *t, const struct doc *d, const struct layout *l, struct arena *a)
{
	if (t->remedy != TEMPLATE_REMEDY_NONE && !t->remedy_if_told && !doc_find(d, BLOCK_REMEDY))
		return _("没有救济告知");
	if (strchr(doc_text(d, a), '\t'))
		return _("制表符留在文中");
	for (size_t p = 0; p < l->n; p++) {
		for (size_t i = 0; i < l->pages[p].nlines; i++) {
			const struct placed *line = &l->pages[p].lines[i];
			int limit = line->box_w ? line->box_w : BODY_COLUMNS;
			if (line->text.columns - line->text.squeeze > limit)
				return arena_printf(a, _("第%zu页有一行宽%d格，只有%d格"), p + 1, line->text.columns, limit);
			/* A label over several rows may stand half a line lower than the row that ends the page. */
			if (line->y + line->height > l->rows * LINE_UNITS + CELL_PAD_UNITS)
				return arena_printf(a, _("第%zu页有一行在版心以外"), p + 1);
		}
	}
	return NULL;
}

/* A choice may need a field that others do not: then the refusal naming it is right. */
static bool refused_rightly(const struct template *t, const struct err *why)
{
	const struct slot *slot = template_slot(t, why->field);
	return slot && slot->line && !slot->required;
}

static const char *tried(const struct template *t, const struct hostile *h, size_t turn, struct arena *out)
{
	struct arena a = {0};
	struct trial ctx = {.arena = &a, .hostile = h, .turn = turn};
	struct doc *d;
	struct err why = {0};
	const char *fault = NULL;
	if (!template_fill(t, value, &ctx, FILL_ISSUE, &a, &d, &why)) {
		if (!h->required_only || !refused_rightly(t, &why))
			fault = arena_strdup(out, why.text);
	} else {
		fault = fault_of(t, d, layout_doc(d, &a), &a);
		fault = fault ? arena_strdup(out, fault) : NULL;
	}
	arena_free(&a);
	return fault;
}

static void add(struct letter_faults *f, struct arena *a, const char *name, const char *text)
{
	f->rows = arena_grow(a, f->rows, f->n, &f->cap, sizeof *f->rows);
	f->rows[f->n++] = (struct letter_fault){name, text};
}

static void try_all(const struct template *t, struct arena *a, struct letter_faults *out)
{
	size_t turns = 1;
	for (size_t i = 0; i < t->nslots; i++)
		turns = t->slots[i].type == SLOT_CHOICE && t->slots[i].noptions > turns ? t->slots[i].noptions : turns;
	for (size_t i = 0; i < CASES + turns; i++) {
		const char *fault = i < CASES ? tried(t, &cases[i], i, a) : tried(t, &cases[0], i - CASES, a);
		if (fault) {
			add(out, a, arena_printf(a, "%s-%d", t->kind, t->family), arena_printf(a, _("第%zu种样例：%s"), i + 1, fault));
			return;
		}
	}
}

/* A kind that a step names must exist for the rule family of the step. */
static void try_step(const struct proc_step *s, const struct letter_kinds *kinds, struct arena *a, struct letter_faults *out)
{
	char *copy = arena_strdup(a, s->letters), *save = NULL;
	for (char *kind = strtok_r(copy, " ", &save); kind; kind = strtok_r(NULL, " ", &save)) {
		bool found = false;
		for (size_t i = 0; i < kinds->n; i++) {
			int family = kinds->all[i]->family;
			bool serves = !family || (s->families & PROC_CORRECTION) || (family == 2008 && (s->families & PROC_REQUEST_2008)) ||
				      (family == 2019 && (s->families & PROC_REQUEST_2019));
			found |= serves && strcmp(kinds->all[i]->kind, kind) == 0;
		}
		if (!found)
			add(out, a, kind, arena_printf(a, _("“%s”这一步要用，却没有模板"), s->verb));
	}
}

void letter_trial(const struct letter_kinds *kinds, struct arena *a, struct letter_faults *out)
{
	*out = (struct letter_faults){0};
	for (const struct proc_step *s = proc_steps; s->verb; s++)
		try_step(s, kinds, a, out);
	for (size_t i = 0; i < kinds->n; i++)
		try_all(kinds->all[i], a, out);
}
