/* A register on paper: its cover, then its rows with the columns that stand on a screen, masked. */
#include <string.h>

#include "base/text.h"
#include "office/register.h"
#include "office/sheet.h"
#include "paper/doc.h"

/* A line of a table holds 78 half-width characters, two of them at the borders of each column. */
enum { COLUMNS_MAX = 12, LINE = 78, PADDING = 3, RUN_MAX = 16, WANT_MAX = 40 };

static const char *period_of(const struct register_filter *f, struct arena *a)
{
	char from[DAY_ZH], to[DAY_ZH];
	if (f->from == DAY_NONE && f->to == DAY_NONE)
		return _("全部");
	return arena_printf(a, _("%s至%s"), f->from == DAY_NONE ? _("起始") : day_zh(f->from, from), f->to == DAY_NONE ? _("今") : day_zh(f->to, to));
}

/* The longest run of letters and digits: what must not be broken. */
static int longest_run(const char *text)
{
	int most = 0;
	for (int n = 0; *text; text++) {
		n = *text > ' ' && *text < 0x7f ? n + 1 : 0;
		most = n > most ? n : most;
	}
	return most < RUN_MAX ? most : RUN_MAX;
}

/* What a column must have so that no date or number is broken, and what it would like. */
struct wish {
	int need, want;
};

static struct wish wish_of(const struct field *f, const struct register_rows *rows, struct arena *a)
{
	struct wish w = {4, text_cells(tr(f->label))};
	for (size_t r = 0; r < rows->n; r++) {
		const char *text = record_masked(f, &rows->rows[r], true, a);
		int run = longest_run(text), all = text_cells(text);
		w.need = run > w.need ? run : w.need;
		w.want = all > w.want ? all : w.want;
	}
	w.need += PADDING;
	w.want = (w.want < WANT_MAX ? w.want : WANT_MAX) + PADDING;
	return w;
}

/* Per cent of the line for each column: first what it needs, then the rest by what is wished. */
static size_t columns_of(const struct register_kind *k, const struct register_rows *rows, const struct field *out[COLUMNS_MAX],
	int width[COLUMNS_MAX], struct arena *a)
{
	struct wish wishes[COLUMNS_MAX];
	size_t n = 0;
	int need = 0, more = 0, given = 0;
	for (const struct field *f = k->type->fields; f->name && n < COLUMNS_MAX; f++) {
		if (f->flags & FIELD_HIDDEN || !f->width)
			continue;
		wishes[n] = wish_of(f, rows, a);
		if (wishes[n].want < wishes[n].need)
			wishes[n].want = wishes[n].need;
		need += wishes[n].need;
		more += wishes[n].want - wishes[n].need;
		out[n++] = f;
	}
	int spare = need < LINE ? LINE - need : 0, line = need + spare;
	for (size_t i = 0; i < n; i++) {
		int cells = wishes[i].need + (more ? (wishes[i].want - wishes[i].need) * spare / more : 0);
		given += width[i] = cells * 100 / line;
	}
	for (size_t i = 0; given < 100; i = (i + 1) % n, given++)
		width[i]++;
	return n;
}

static struct doc *table_of(const struct register_kind *k, const struct register_filter *f, const struct register_rows *rows, struct arena *a)
{
	const struct field *columns[COLUMNS_MAX];
	int width[COLUMNS_MAX];
	struct doc_cell cells[COLUMNS_MAX];
	size_t n = columns_of(k, rows, columns, width, a);
	struct doc *d = doc_new(a, "register");
	doc_add(d, BLOCK_TITLE, tr(k->label));
	doc_add(d, BLOCK_PARA, arena_printf(a, _("起止：%s，共%zu件"), period_of(f, a), rows->n))->level = PARA_FLUSH;
	struct block *table = doc_add_table(d, width, n);
	for (size_t r = 0; r <= rows->n; r++) {
		for (size_t i = 0; i < n; i++)
			cells[i] = (struct doc_cell){.text = r ? record_masked(columns[i], &rows->rows[r - 1], true, a) : tr(columns[i]->label), .span = 1, .centre = !r};
		doc_add_row(d, table, cells, n, 1);
	}
	return d;
}

bool register_paper(struct office *o, const struct register_kind *k, const struct register_filter *f, const struct register_rows *rows, struct arena *a,
	struct doc *out[2], struct err *e)
{
	const struct letter_slot slots[] = {
		{"register_title", tr(k->label)}, {"period", period_of(f, a)}, {"count", arena_printf(a, "%zu", rows->n)},
		{"contact_person", *o->operator_name ? o->operator_name : NULL},
	};
	struct sheet cover = {.kind = "register_cover", .matter_id = INT_NONE, .on = DAY_NONE, .slots = slots, .nslots = sizeof slots / sizeof *slots};
	if (!slots[3].value)
		cover.nslots--;
	out[1] = table_of(k, f, rows, a);
	return sheet_make(o, &cover, a, &out[0], e);
}
