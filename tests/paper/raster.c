/* Every letter as it comes out of the printer: drawn by gwgk-paper, turned into dots by poppler, measured against GB/T 9704-2012. No picture is
 * kept: where ink may stand follows from the standard and the layout, so the fonts of the machine do not matter.
 * GWGK_KEEP=FILE.pdf keeps the pages for looking at. */
#include "tests/paper/probe.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/encoding.h"
#include "base/str.h"
#include "paper/layout.h"
#include "paper/render.h"
#include "paper/serial.h"
#include "tests/paper/letters_sample.h"
#include "tests/test.h"

/* The page of the standard, in points. */
#define PT (72.0 / 25.4)
static const double left = 28 * PT, top = 37 * PT, width = 156 * PT, height = 225 * PT;

struct printed {
	size_t n;
	const char **name;
	struct doc **doc;
	struct layout **layout;
	const char *pdf;
	struct pdf_result made;
};

static void add(struct printed *p, const char *name, const struct template *t, enum fill_mode mode)
{
	struct err e = {0};
	struct sample s = {.none = mode == FILL_BLANK};
	p->name[p->n] = name;
	assert_done(template_fill(t, sample_value, &s, mode, t_arena, &p->doc[p->n], &e));
	p->layout[p->n] = layout_doc(p->doc[p->n], t_arena);
	p->n++;
}

/* Every shipped letter as issued, and the forms that are handed out blank; one process, one PDF. */
static struct printed print_all(void)
{
	struct printed p = {.pdf = t_path("all.pdf")};
	struct paper paper = {0};
	struct pdf_options opt = {.head = HEAD_RED, .created = 1767225600};
	struct err e = {0};
	struct letters l = letters_shipped();
	const char *keep = getenv("GWGK_KEEP");
	p.name = arena_array(t_arena, const char *, l.n * 2);
	p.doc = arena_array(t_arena, struct doc *, l.n * 2);
	p.layout = arena_array(t_arena, struct layout *, l.n * 2);
	for (size_t i = 0; i < l.n; i++) {
		add(&p, l.file[i], l.all[i], FILL_ISSUE);
		if (strstr(l.file[i], "_form"))
			add(&p, l.file[i], l.all[i], FILL_BLANK);
	}
	const char **frozen = arena_array(t_arena, const char *, p.n);
	for (size_t i = 0; i < p.n; i++)
		frozen[i] = doc_serial(p.doc[i], t_arena, NULL);
	assert_done(paper_pdf(&paper, frozen, p.n, &opt, keep ? keep : p.pdf, t_arena, &p.made, &e));
	p.pdf = keep ? keep : p.pdf;
	return p;
}

/* --- where ink may stand -------------------------------------------------------------------------------------------------- */

struct mask {
	struct raster page;
	unsigned char *may; /* of each dot */
	const char *name;
	int number;
};

/* A dot at the edge of a shape is part of it. */
static void allow(struct mask *m, double x1, double y1, double x2, double y2)
{
	for (int y = (int)(y1 < 0 ? 0 : y1); y < (int)(y2 + 1) && y < m->page.height; y++)
		for (int x = (int)(x1 < 0 ? 0 : x1); x < (int)(x2 + 1) && x < m->page.width; x++)
			m->may[y * m->page.width + x] = 1;
}

/* Text: no two lines of a page may claim the same dot, and there is ink in it. */
static void allow_line(struct mask *m, double x1, double y1, double x2, double y2)
{
	for (int y = (int)(y1 + 1); y < (int)y2; y++)
		for (int x = (int)(x1 + 1); x < (int)x2; x++)
			if (m->may[y * m->page.width + x])
				fail_msg("%s page %d: two lines of text at %.0f mm", m->name, m->number, y / PT);
	if (!probe_ink(&m->page, (int)x1, (int)x2 + 1, (int)y1, (int)y2 + 1))
		fail_msg("%s page %d: no ink at %.0f mm", m->name, m->number, y1 / PT);
	allow(m, x1, y1, x2, y2);
}

static double column_of(enum face face)
{
	return face == FACE_TITLE ? 11 : face == FACE_CELL ? width / TABLE_COLUMNS : width / BODY_COLUMNS;
}

static bool has_ink(const struct text_line *t)
{
	for (size_t i = 0; i < t->n; i++)
		if (!t->atoms[i].space && t->atoms[i].first != 0x3000)
			return true;
	return false;
}

/* Running text stands on the lines of the page, one of 22 (up to 24, a form 26). */
static void assert_on_line(const struct mask *m, const struct placed *l)
{
	bool running = l->face == FACE_BODY || l->face == FACE_HEI || l->face == FACE_KAI;
	if (running && l->y % LINE_UNITS)
		fail_msg("%s page %d: a line of text at %d twentieths of a line", m->name, m->number, l->y);
}

static void allow_placed(struct mask *m, const struct placed *l, double unit)
{
	double column = column_of(l->face), em = 2 * column, box = l->box_w ? left + l->box_x * column_of(FACE_CELL) : left;
	double wide = l->box_w ? l->box_w * column_of(FACE_CELL) : width, natural = (l->text.columns - l->text.squeeze) * column;
	double x = l->align == ALIGN_CENTRE ? box + (wide - natural) / 2 : l->align == ALIGN_RIGHT ? box + wide - natural - l->x * column : box + l->x * column;
	double y = top + (l->y + l->drop) * unit, slack = (l->height * unit - em) / 2;
	double reach = !l->text.last && l->align == ALIGN_LEFT && l->limit ? x + l->limit * column : x + natural;
	assert_on_line(m, l);
	if (!has_ink(&l->text))
		return;
	/* The type area is 156 mm; a squeezed line ends at its edge. */
	assert_true(x > left - 0.1 && x + natural < left + width + 0.6);
	allow_line(m, x - 1, y + (slack > 1.5 ? slack - 1.5 : 0), reach + 1, y + l->height * unit - (slack > 1.5 ? slack - 1.5 : 0));
}

static void allow_box(struct mask *m, const struct row_box *b, double unit)
{
	double column = column_of(FACE_CELL), y1 = top + b->y * unit, y2 = y1 + b->height * unit;
	for (size_t i = 0; i <= b->n; i++)
		allow(m, left + b->edges[i] * column - 0.5, y1 - 0.5, left + b->edges[i] * column + 0.5, y2 + 0.5);
	allow(m, left + b->edges[0] * column - 0.5, y1 - 0.5, left + b->edges[b->n] * column + 0.5, y1 + 0.5);
	allow(m, left + b->edges[0] * column - 0.5, y2 - 0.5, left + b->edges[b->n] * column + 0.5, y2 + 0.5);
}

/* 7.5: — 1 —, its dashes 7 mm below the type area, a character from the outer edge: the right one of odd pages. */
static void allow_number(struct mask *m)
{
	double y = top + height + 7 * PT, x = m->number % 2 ? left + width - 14 - 60 : left + 14;
	int dash = m->number % 2 ? (int)(left + width - 14 - 9) : (int)x + 5;
	if (!probe_ink(&m->page, dash, dash + 4, (int)y - 1, (int)y + 3))
		fail_msg("%s page %d: no dash 7 mm below the type area", m->name, m->number);
	allow_line(m, x, y - 10, x + 60, y + 8);
}

/* 10.1: the number of a letter, seven eighths of a character below the rules, at the right edge. */
static void allow_letter_number(struct mask *m, const struct placed *l, const struct placed *head)
{
	double fit = width / head->text.columns, em = width / 28, y = 30 * PT + 2 * (fit < 16 ? fit : 16) + 4 * PT + 3.4 + em * 7 / 8;
	allow_line(m, left + width - l->text.columns * em / 2 - 1, y - 0.5, left + width + 1, y + em + 0.5);
}

/* --- the letter form's head (10.1) ---------------------------------------------------------------------------------------- */

/* A rule from 20 to 190 mm: dark all along, nothing beside it. Gives its thickness in dots. */
static int rule_at(const struct mask *m, int y)
{
	int thick = 0;
	for (;; thick++)
		for (int x = (int)(20 * PT) + 2; x < (int)(190 * PT) - 1; x++)
			if (m->page.grey[(y + thick) * m->page.width + x] > 230)
				return thick;
}

/* The name is centred with its top at 30 mm; under it a double rule, above the foot of the page another. */
static void allow_head(struct mask *m, const struct placed *l)
{
	double fit = width / l->text.columns, em = 2 * (fit < 16 ? fit : 16), natural = l->text.columns * em / 2, bottom = 30 * PT + em;
	allow_line(m, left + (width - natural) / 2 - 1, 30 * PT - 1, left + (width + natural) / 2 + 1, bottom + 1.5);
	double rule[2] = {bottom + 4 * PT, 297 * PT - 20 * PT - 3};
	for (int i = 0; i < 2; i++) {
		int thick = rule_at(m, (int)(rule[i] + (i ? 0 : -1))), both = rule_at(m, (int)rule[i] + 3);
		if (!thick || !both)
			fail_msg("%s: no double rule at %.0f mm", m->name, rule[i] / PT);
		allow(m, 20 * PT - 0.5, rule[i] - 1.5, 190 * PT + 0.5, rule[i] + 3 + 1.5);
	}
}

/* --- a page ------------------------------------------------------------------------------------------------------------------ */

static void measure_page(const struct printed *p, size_t i, const struct page *pg, const struct raster *dots)
{
	const struct layout *l = p->layout[i];
	double unit = height / (l->rows * LINE_UNITS);
	struct mask m = {.page = *dots, .name = p->name[i], .number = pg->number};
	m.may = arena_alloc(t_arena, (size_t)(dots->width * dots->height));
	memset(m.may, 0, (size_t)(dots->width * dots->height));
	for (size_t k = 0; k < pg->nlines; k++) {
		if (pg->lines[k].kind == BLOCK_HEAD)
			allow_head(&m, &pg->lines[k]);
		else if (pg->lines[k].kind == BLOCK_NUMBER && l->letter_head && pg->number == 1)
			allow_letter_number(&m, &pg->lines[k], &pg->lines[0]);
		else
			allow_placed(&m, &pg->lines[k], unit);
	}
	for (size_t k = 0; k < pg->nboxes; k++)
		allow_box(&m, &pg->boxes[k], unit);
	if (l->n > 1 && !(l->letter_head && pg->number == 1))
		allow_number(&m);
	for (int y = 0; y < dots->height; y++)
		for (int x = 0; x < dots->width; x++)
			if (dots->grey[y * dots->width + x] < 200 && !m.may[y * dots->width + x])
				fail_msg("%s page %d: ink at %.1f mm from the left, %.1f mm from the top", m.name, m.number, x / PT, y / PT);
}

/* Two lines of text at least go with a signature; text is never parted from its page by the signature's place. */
static void measure_signature(const char *name, const struct layout *l)
{
	for (size_t k = 1; k < l->n; k++) {
		const struct page *pg = &l->pages[k];
		size_t sign = 0;
		while (sign < pg->nlines && pg->lines[sign].kind != BLOCK_SIGN && pg->lines[sign].kind != BLOCK_SEAL && pg->lines[sign].kind != BLOCK_DATE)
			sign++;
		if (sign < 2 && sign < pg->nlines)
			fail_msg("%s: the signature stands with %zu line(s) of text", name, sign);
	}
}

TEST(every_dot_of_every_letter_stands_where_the_standard_wants_it)
{
	enum { BATCH = 30 };
	struct printed p = print_all();
	struct raster dots[BATCH];
	int have = 0, from = 1;
	for (size_t i = 0; i < p.n; i++) {
		const struct layout *l = p.layout[i];
		assert_int_equal(p.made.docs[i].last - p.made.docs[i].first + 1, (int)l->n);
		assert_true(l->rows >= PAGE_ROWS && l->rows <= (l->letter_head ? PAGE_ROWS_MAX : FORM_ROWS_MAX));
		measure_signature(p.name[i], l);
		for (size_t k = 0; k < l->n; k++) {
			int page = p.made.docs[i].first + (int)k;
			if (page >= from + have) {
				t_turn(true); /* all pages and their masks are hundreds of megabytes */
				from = page;
				have = p.made.pages - page + 1 < BATCH ? p.made.pages - page + 1 : BATCH;
				probe_pages(p.pdf, from, from + have - 1, dots);
			}
			measure_page(&p, i, &l->pages[k], &dots[page - from]);
		}
	}
	t_turn(false);
}

/* Takes the page numbers out. */
static void drop_numbers(char *s, int pages)
{
	for (int i = 1; i <= pages; i++) {
		const char *mark = arena_printf(t_arena, "—%d—", i);
		char *at = strstr(s, mark);
		if (at)
			memmove(at, at + strlen(mark), strlen(at + strlen(mark)) + 1);
	}
}

TEST(the_pdf_of_every_letter_says_what_the_letter_says)
{
	struct printed p = print_all();
	size_t at = 0, n;
	char *all = probe_output((const char *const[]){"pdftotext", "-raw", p.pdf, "-", NULL}, &n);
	for (size_t i = 0; i < p.n; i++) {
		struct str pages = str_new(t_arena);
		for (size_t k = 0; k < p.layout[i]->n; k++) {
			size_t len = strcspn(all + at, "\f");
			str_addn(&pages, all + at, len);
			at += len + (at + len < n);
		}
		char *got = probe_squeezed(pages.s), *want = probe_squeezed(doc_text(p.doc[i], t_arena));
		drop_numbers(got, (int)p.layout[i]->n);
		bool table = doc_find(p.doc[i], BLOCK_TABLE) != NULL;
		if (strcmp(table ? probe_sorted(got) : got, table ? probe_sorted(want) : want))
			fail_msg("%s: %s\ninstead of %s", p.name[i], got, want);
	}
	assert_true(probe_fonts(p.pdf) >= 3);
}

TEST(all_letters_give_the_same_bytes_twice)
{
	struct printed one = print_all(), two = print_all();
	assert_string_equal(one.made.sha256, two.made.sha256);
	assert_string_equal(one.made.fonts, two.made.fonts);
}
