#include "paper/grid.h"

#include <stdio.h>
#include <string.h>

#include "base/text.h"

struct painter {
	struct arena *arena;
	const struct layout *layout;
	enum grid_pad pad;
	int offset, columns; /* of body text; of the page */
	struct grid_page *page;
	size_t cap;
	int y;
};

static void emit(struct painter *p, const char *s)
{
	size_t n = strlen(s);
	while (n && s[n - 1] == ' ')
		n--;
	p->page->lines = arena_grow(p->arena, p->page->lines, p->page->n, &p->cap, sizeof *p->page->lines);
	p->page->lines[p->page->n++] = arena_strndup(p->arena, s, n);
}

static void down_to(struct painter *p, int y)
{
	for (int gap = y - p->y; gap >= LINE_UNITS / 2; gap -= LINE_UNITS)
		emit(p, "");
}

/* One character of the paper, as wide as the paper has it. */
static void put_char(struct str *s, const char *c, size_t len, uint32_t cp, enum grid_pad pad)
{
	bool short_of = pad == GRID_TERMINAL && paper_full(cp) && cell_width(cp) < 2;
	bool opens = cp == 0x201C || cp == 0x2018;
	if (short_of && opens)
		str_char(s, ' ');
	str_addn(s, c, len);
	if (short_of && !opens)
		str_char(s, ' ');
}

static void put_text(struct painter *p, struct str *s, const char *text, size_t n)
{
	for (size_t i = 0; i < n;) {
		uint32_t cp;
		size_t len = utf8_next(text + i, n - i, &cp);
		put_char(s, text + i, len, cp, p->pad);
		i += len;
	}
}

static void put_line(struct painter *p, struct str *s, const struct text_line *t)
{
	for (size_t i = 0; i < t->n; i++)
		put_text(p, s, t->atoms[i].s, t->atoms[i].len);
}

static int left_of(const struct placed *l, int width)
{
	int free = width - l->text.columns;
	int x = l->align == ALIGN_LEFT ? l->x : l->align == ALIGN_CENTRE ? free / 2 : free - l->x;
	return x < 0 ? 0 : x;
}

static void body_line(struct painter *p, const struct placed *l)
{
	struct str s = str_new(p->arena);
	down_to(p, l->y);
	str_repeat(&s, ' ', p->offset + left_of(l, BODY_COLUMNS));
	put_line(p, &s, &l->text);
	emit(p, s.s);
	if (l->kind == BLOCK_HEAD) {
		struct str rule = str_new(p->arena);
		str_repeat(&rule, ' ', p->offset);
		str_repeat(&rule, '=', BODY_COLUMNS);
		emit(p, rule.s);
	}
	p->y = l->y + l->height;
}

/* --- tables ------------------------------------------------------------------------------------------------------------ */

static void rule_line(struct painter *p, const struct row_box *b, bool top, const struct row_box *above)
{
	char *line = arena_alloc(p->arena, TABLE_COLUMNS + 2);
	memset(line, '-', TABLE_COLUMNS + 1);
	for (size_t c = 0; top && b->open && c < b->n; c++) {
		if (b->open[c])
			memset(line + b->edges[c] + 1, ' ', (size_t)(b->edges[c + 1] - b->edges[c] - 1));
	}
	for (const struct row_box *at = b; at; at = at == b ? above : NULL) {
		for (size_t i = 0; i <= at->n; i++)
			line[at->edges[i]] = '+';
	}
	emit(p, line);
}

/* One text line of a row; `at` moves over the placed lines it takes. */
static void row_line(struct painter *p, const struct row_box *b, int k, const struct page *pg, size_t *at)
{
	struct str s = str_new(p->arena);
	int x = 0, y = b->y + b->pad + k * CELL_LINE_UNITS;
	for (size_t c = 0; c < b->n; c++) {
		int left = b->edges[c] + 1, right = b->edges[c + 1];
		str_char(&s, '|');
		x = left;
		const struct placed *l = *at < pg->nlines ? &pg->lines[*at] : NULL;
		if (l && l->box_w > 0 && l->y >= y && l->y < y + CELL_LINE_UNITS && l->box_x == left) {
			int in = left_of(l, l->box_w);
			str_repeat(&s, ' ', in);
			put_line(p, &s, &l->text);
			/* Trailing spaces of the atoms are in the string but not in text.columns. */
			for (size_t i = l->text.n; i-- > 0 && l->text.atoms[i].space;)
				str_cut(&s, s.len - 1);
			x = left + in + l->text.columns;
			++*at;
		}
		str_repeat(&s, ' ', right > x ? right - x : 0);
	}
	str_char(&s, '|');
	emit(p, s.s);
}

static void table_row(struct painter *p, const struct row_box *b, const struct page *pg, size_t *at)
{
	if (b->y > p->y)
		down_to(p, b->y);
	if (b->top)
		rule_line(p, b, true, b > pg->boxes && b[-1].y + b[-1].height == b->y ? b - 1 : NULL);
	for (int k = 0; k < b->lines; k++)
		row_line(p, b, k, pg, at);
	if (b->bottom)
		rule_line(p, b, false, NULL);
	p->y = b->y + b->height;
}

/* --- pages --------------------------------------------------------------------------------------------------------------- */

static void page_number(struct painter *p, int number)
{
	char mark[32];
	snprintf(mark, sizeof mark, N_("— %d —"), number);
	while (p->page->n < (size_t)p->layout->rows)
		emit(p, "");
	int w = paper_columns(mark, strlen(mark));
	struct str s = str_new(p->arena);
	str_repeat(&s, ' ', p->offset + (number % 2 ? BODY_COLUMNS - 2 - w : 2));
	put_text(p, &s, mark, strlen(mark));
	emit(p, s.s);
}

static void paint(struct painter *p, const struct page *pg)
{
	size_t line = 0, box = 0;
	while (line < pg->nlines || box < pg->nboxes) {
		if (box < pg->nboxes && (line == pg->nlines || pg->boxes[box].y <= pg->lines[line].y))
			table_row(p, &pg->boxes[box++], pg, &line);
		else
			body_line(p, &pg->lines[line++]);
	}
	if (page_numbered(p->layout, pg))
		page_number(p, pg->number);
}

struct grid *grid_doc(const struct layout *l, enum grid_pad pad, struct arena *a)
{
	struct grid *g = arena_new(a, struct grid);
	bool tables = false;
	for (size_t i = 0; i < l->n; i++)
		tables |= l->pages[i].nboxes > 0;
	g->columns = tables ? TABLE_COLUMNS + 1 : BODY_COLUMNS;
	g->n = l->n;
	g->pages = arena_array(a, struct grid_page, g->n);
	for (size_t i = 0; i < l->n; i++) {
		struct painter p = {.arena = a, .layout = l, .pad = pad, .columns = g->columns, .page = &g->pages[i]};
		p.offset = (g->columns - BODY_COLUMNS) / 2;
		paint(&p, &l->pages[i]);
	}
	return g;
}

char *grid_text(const struct grid *g, struct arena *a)
{
	struct str s = str_new(a);
	for (size_t i = 0; i < g->n; i++) {
		if (i) {
			str_repeat(&s, '-', 8);
			str_printf(&s, _(" 第%zu页 "), i + 1);
			str_repeat(&s, '-', g->columns > 20 ? g->columns - 16 : 8);
			str_char(&s, '\n');
		}
		for (size_t k = 0; k < g->pages[i].n; k++)
			str_printf(&s, "%s\n", g->pages[i].lines[k]);
	}
	return s.s;
}
