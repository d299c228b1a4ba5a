/* Pages of GB/T 9704-2012: type area 156 × 225 mm, 28 characters a line; the letter form's head and rules. Envelopes of GB/T 1416. */
#include "paper/helper/draw.h"

#include <cairo-pdf.h>
#include <string.h>

#include "base/text.h"

static const double width = 156 * MM;

enum { MAX_STRETCH = 8 }; /* columns of slack beyond which a line is left ragged; nor does a gap grow by more than half a character */

static enum role role_of(enum face face)
{
	static const enum role roles[FACES] = {
		[FACE_BODY] = ROLE_FANGSONG, [FACE_HEI] = ROLE_HEI,	    [FACE_KAI] = ROLE_KAI, [FACE_TITLE] = ROLE_XIAOBIAOSONG,
		[FACE_HEAD] = ROLE_XIAOBIAOSONG, [FACE_CELL] = ROLE_FANGSONG, [FACE_PAGE] = ROLE_SONG,
	};
	return roles[face];
}

/* Width of one column of a face's measure; two columns are one em. */
static double column_of(enum face face)
{
	switch (face) {
	case FACE_TITLE: return 11;
	case FACE_CELL: return width / TABLE_COLUMNS;
	case FACE_PAGE: return 7;
	default: return width / BODY_COLUMNS;
	}
}

/* Fandol draws a dollar for ￥; boxes come from one face. */
static enum role role_for(enum role role, uint32_t cp)
{
	if (cp == 0xFFE5)
		return ROLE_SONG;
	if (cp == 0x25A1 || cp == 0x2611 || cp == 0x2610)
		return ROLE_BOX;
	return role;
}

static bool opens(uint32_t cp)
{
	return paper_not_end(cp);
}

/* One atom with its left edge at x in `wide` points. A squeezed mark keeps its ink and loses its empty half. */
static void draw_atom(struct drawing *d, enum face face, double column, const struct atom *a, double x, double baseline)
{
	enum role role = role_for(role_of(face), a->first);
	double w = a->columns * column;
	if (a->squeezed && opens(a->first))
		x -= column;
	draw_fitted(d, role, face, column * 2, a->s, a->len, a->first == 0x2014, x, baseline, w);
}

static bool full(const struct atom *a)
{
	return paper_full(a->first);
}

/* May the gap between two atoms grow? Beside a full-width character, never inside a number or a word, nor between a mark and what it closes or
 * opens. */
static bool gap_grows(const struct atom *a, const struct atom *b)
{
	return (full(a) || full(b)) && !paper_not_start(b->first) && !paper_not_end(a->last);
}

static size_t gaps(const struct text_line *t, size_t n)
{
	size_t k = 0;
	for (size_t i = 0; i + 1 < n; i++)
		k += gap_grows(&t->atoms[i], &t->atoms[i + 1]);
	return k;
}

/* The parts of one run that stand on the same line are drawn as one: *i moves to the last of them. */
static struct atom run_at(const struct text_line *t, size_t n, size_t *i)
{
	struct atom whole = t->atoms[*i];
	while (*i + 1 < n && !full(&whole) && !whole.space && !full(&t->atoms[*i + 1]) && !t->atoms[*i + 1].space) {
		const struct atom *next = &t->atoms[++*i];
		whole.len += next->len;
		whole.columns += next->columns;
		whole.last = next->last;
	}
	return whole;
}

static size_t visible(const struct text_line *t)
{
	size_t n = t->n;
	while (n && t->atoms[n - 1].space)
		n--;
	return n;
}

static void draw_text(struct drawing *d, const struct placed *l, double box_left, double box_width, double line_top, double line_height)
{
	const struct text_line *t = &l->text;
	size_t n = visible(t);
	double column = column_of(l->face), em = column * 2;
	if (l->face == FACE_HEAD) {
		double fit = box_width / (t->columns > 0 ? t->columns : 1);
		column = fit < 16 ? fit : 16;
		em = column * 2;
		line_top = 30 * MM - d->top;
		line_height = em;
	}
	double natural = (t->columns - t->squeeze) * column, x = box_left;
	if (l->align == ALIGN_CENTRE)
		x += (box_width - natural) / 2;
	else if (l->align == ALIGN_RIGHT)
		x += box_width - natural - l->x * column;
	else
		x += l->x * column;
	int slack = l->limit - (t->columns - t->squeeze);
	double grow = 0;
	size_t k = gaps(t, n);
	if (!t->last && l->align == ALIGN_LEFT && slack > 0 && slack <= MAX_STRETCH && slack <= (int)k)
		grow = slack * column / (double)k;
	double baseline = d->top + line_top + (line_height - em) / 2 + em * 0.86;
	for (size_t i = 0; i < n; i++) {
		const struct atom a = run_at(t, n, &i);
		if (!a.space)
			draw_atom(d, l->face, column, &a, x, baseline);
		x += (a.columns - a.squeezed) * column;
		if (i + 1 < n && gap_grows(&t->atoms[i], &t->atoms[i + 1]))
			x += grow;
	}
}

/* --- rules and marks ---------------------------------------------------------------------------------------------------- */

static void rule(struct drawing *d, double x1, double y1, double x2, double y2, double thick)
{
	if (y1 == y2)
		cairo_rectangle(d->cr, x1, y1 - thick / 2, x2 - x1, thick);
	else
		cairo_rectangle(d->cr, x1 - thick / 2, y1, thick, y2 - y1);
	cairo_fill(d->cr);
}

static bool head_ink(struct drawing *d)
{
	if (!strcmp(d->options->head, "none"))
		return false;
	if (!strcmp(d->options->head, "red"))
		cairo_set_source_rgb(d->cr, 0.88, 0.03, 0.05);
	return true;
}

static void black(struct drawing *d)
{
	cairo_set_source_rgb(d->cr, 0, 0, 0);
}

enum { THIN_BELOW = 3 };

/* 10.1: 170 mm wide, 4 mm under the name thick over thin, 20 mm above the edge thin over thick. */
static void letter_rules(struct drawing *d, double name_bottom)
{
	double x1 = 20 * MM, x2 = 190 * MM, y = name_bottom + 4 * MM, foot = A4_HEIGHT - 20 * MM;
	if (!head_ink(d))
		return;
	rule(d, x1, y, x2, y, 2.4);
	rule(d, x1, y + THIN_BELOW, x2, y + THIN_BELOW, 0.8);
	rule(d, x1, foot - 3, x2, foot - 3, 0.8);
	rule(d, x1, foot, x2, foot, 2.4);
	black(d);
}

static void draw_mark(struct drawing *d, const char *s, double points, enum role role, double x, double baseline)
{
	for (size_t n = strlen(s), i = 0; i < n;) {
		uint32_t cp;
		size_t len = utf8_next(s + i, n - i, &cp);
		double w = paper_full(cp) ? points : points / 2;
		if (cp != ' ')
			draw_fitted(d, role, FACE_PAGE, points, s + i, len, false, x, baseline, w);
		x += w;
		i += len;
	}
}

/* 7.5: — 1 —, its dashes 7 mm below the type area, one character from the outer edge. A dash stands three tenths of an em above the base line. */
static void draw_number(struct drawing *d, int number)
{
	char s[32];
	snprintf(s, sizeof s, N_("— %d —"), number);
	double w = paper_columns(s, strlen(s)) * 7.0;
	double x = number % 2 ? d->left + width - 14 - w : d->left + 14;
	draw_mark(d, s, 14, ROLE_SONG, x, d->top + d->height + 7 * MM + 0.3 * 14);
}

static void draw_seal_ring(struct drawing *d, const struct placed *l, double unit)
{
	static const double dash[] = {4, 3};
	double x = d->left + (l->x + l->text.columns / 2.0) * column_of(FACE_BODY), y = d->top + (l->y + l->height) * unit;
	cairo_save(d->cr);
	cairo_set_source_rgb(d->cr, 0.7, 0.7, 0.7);
	cairo_set_line_width(d->cr, 0.8);
	cairo_set_dash(d->cr, dash, 2, 0);
	cairo_new_path(d->cr);
	cairo_arc(d->cr, x, y, 21 * MM, 0, 2 * G_PI);
	cairo_stroke(d->cr);
	cairo_restore(d->cr);
}

static void draw_box(struct drawing *d, const struct row_box *b, double unit)
{
	double column = column_of(FACE_CELL), y1 = d->top + b->y * unit, y2 = d->top + (b->y + b->height) * unit;
	for (size_t i = 0; i <= b->n; i++)
		rule(d, d->left + b->edges[i] * column, y1, d->left + b->edges[i] * column, y2, 0.6);
	for (size_t c = 0; b->top && c < b->n; c++) {
		if (!b->open || !b->open[c])
			rule(d, d->left + b->edges[c] * column, y1, d->left + b->edges[c + 1] * column, y1, 0.6);
	}
	if (b->bottom)
		rule(d, d->left + b->edges[0] * column, y2, d->left + b->edges[b->n] * column, y2, 0.6);
}

/* An envelope's six digits, one in each of the squares that are printed on it: 10 mm from one to the next. */
static bool draw_postcode(struct drawing *d, const struct placed *l)
{
	const struct atom *a = l->text.atoms;
	if (l->text.n != 1 || a->len != 6 || strspn(a->s, "0123456789") < 6)
		return false;
	for (int i = 0; i < 6; i++)
		draw_fitted(d, ROLE_SONG, FACE_BODY, 15.75, a->s + i, 1, false, (12 + 10 * i) * MM, 16 * MM, 8 * MM);
	return true;
}

static void draw_line(struct drawing *d, const struct placed *l, double unit)
{
	double box_left = d->left, box_width = width;
	if (l->box_w > 0) {
		box_left += l->box_x * column_of(FACE_CELL);
		box_width = l->box_w * column_of(FACE_CELL);
	}
	if (l->kind == BLOCK_HEAD) {
		if (!head_ink(d))
			return;
		draw_text(d, l, d->left, width, 0, 0);
		black(d);
		return;
	}
	if (l->kind == BLOCK_NUMBER && d->envelope && draw_postcode(d, l))
		return;
	if (l->kind == BLOCK_NUMBER && d->below_rules > 0 && l->y == LINE_UNITS) {
		draw_text(d, l, box_left, box_width, d->below_rules - d->top, column_of(FACE_BODY) * 2);
		return;
	}
	draw_text(d, l, box_left, box_width, (l->y + l->drop) * unit, l->height * unit);
}

/* Where the head's name ends: its size follows its length, as in draw_text(). */
static double name_bottom(const struct page *p)
{
	for (size_t i = 0; i < p->nlines; i++) {
		if (p->lines[i].kind == BLOCK_HEAD) {
			double fit = width / (p->lines[i].text.columns > 0 ? p->lines[i].text.columns : 1);
			return 30 * MM + 2 * (fit < 16 ? fit : 16);
		}
	}
	return 40 * MM;
}

/* The number stands seven eighths of a character below the rules (10.1). */
static double number_top(const struct page *p)
{
	return name_bottom(p) + 4 * MM + THIN_BELOW + 0.4 + column_of(FACE_BODY) * 2 * 7 / 8;
}

static bool is_copy(const struct drawing *d)
{
	const char *marks = d->options->marks;
	return marks ? strnlen(marks, d->document) == d->document && marks[d->document - 1] == '1' : d->options->copy;
}

/* The page of the bundle, where a file's pages are numbered: the upper right corner. */
static void draw_folio(struct drawing *d)
{
	char s[32];
	snprintf(s, sizeof s, N_("第%d页"), d->pages);
	draw_mark(d, s, 10.5, ROLE_SONG, d->left + width - paper_columns(s, strlen(s)) * 5.25, 17 * MM);
}

/* --- the test page ---------------------------------------------------------------------------------------------------------- */

static void draw_cross(struct drawing *d, double x, double y)
{
	rule(d, x - 5 * MM, y, x + 5 * MM, y, 0.4);
	rule(d, x, y - 5 * MM, x, y + 5 * MM, 0.4);
}

/* From the upper and the left edge of the sheet: what of the marks is missing the printer cannot reach, and a mark that is not as far from the edge as
 * it says was moved. */
static void draw_rulers(struct drawing *d)
{
	for (int mm = 1; mm < 297; mm++) {
		double length = (mm % 10 == 0 ? 10 : mm % 5 == 0 ? 8 : 7) * MM, at = mm * MM;
		char text[12];
		snprintf(text, sizeof text, "%d", mm);
		rule(d, 0, at, length, at, 0.2);
		if (mm < 210)
			rule(d, at, 0, at, length, 0.2);
		if (mm % 20 || mm < 40)
			continue;
		draw_mark(d, text, 7, ROLE_SONG, 10.5 * MM, at + 2.5);
		if (mm < 210)
			draw_mark(d, text, 7, ROLE_SONG, at - 4, 13.5 * MM);
	}
	for (int i = 0; i < 4; i++)
		draw_cross(d, i % 2 ? A4_WIDTH - 20 * MM : 20 * MM, i / 2 ? A4_HEIGHT - 20 * MM : 20 * MM);
}

/* From here on pages are of this size; the height of the type area. */
static double take_sheet(struct drawing *d, const struct paper_size *s)
{
	d->envelope = s != paper_size_a4();
	d->left = s->left * MM;
	d->top = s->top * MM;
	d->height = (s->height - s->top - s->lower) * MM;
	cairo_pdf_surface_set_size(cairo_get_target(d->cr), s->width * MM, s->height * MM);
	return d->height;
}

void draw_layout(struct drawing *d, const struct layout *l, bool more)
{
	double unit = take_sheet(d, l->size) / (l->rows * LINE_UNITS);
	for (size_t i = 0; i < l->n; i++) {
		const struct page *p = &l->pages[i];
		bool ringed = false;
		cairo_save(d->cr);
		cairo_translate(d->cr, d->options->shift_x, d->options->shift_y);
		black(d);
		d->below_rules = l->letter_head && i == 0 ? number_top(p) : 0;
		if (d->options->rulers)
			draw_rulers(d);
		for (size_t k = 0; k < p->nboxes; k++)
			draw_box(d, &p->boxes[k], unit);
		for (size_t k = 0; k < p->nlines; k++) {
			const struct placed *line = &p->lines[k];
			if (d->options->ring && !ringed && (line->kind == BLOCK_SIGN || line->kind == BLOCK_SEAL)) {
				draw_seal_ring(d, line, unit);
				ringed = true;
			}
			draw_line(d, line, unit);
		}
		if (l->letter_head && i == 0)
			letter_rules(d, name_bottom(p));
		if (page_numbered(l, p))
			draw_number(d, p->number);
		if (is_copy(d))
			draw_mark(d, _("副本"), 14, ROLE_HEI, d->left + width - 28, 24 * MM);
		d->pages++;
		if (d->options->folio)
			draw_folio(d);
		cairo_restore(d->cr);
		cairo_show_page(d->cr);
	}
	if (more && d->options->duplex && l->n % 2) {
		cairo_show_page(d->cr);
		d->pages++;
	}
}

void draw_page_of_picture(struct drawing *d, const char *caption)
{
	enum { POINTS = 10, CAPTION_COLUMNS = 70 };
	struct arena a = {0};
	struct text_line *lines;
	size_t n;
	take_sheet(d, paper_size_a4());
	black(d);
	text_break(caption, CAPTION_COLUMNS, CAPTION_COLUMNS, false, &a, &lines, &n);
	if (n && lines[0].n) {
		const struct atom *last = &lines[0].atoms[lines[0].n - 1];
		draw_mark(d, arena_strndup(&a, lines[0].atoms[0].s, (size_t)(last->s + last->len - lines[0].atoms[0].s)), POINTS, ROLE_SONG, d->left, 17 * MM);
	}
	arena_free(&a);
	d->pages++;
	if (d->options->folio)
		draw_folio(d);
}
