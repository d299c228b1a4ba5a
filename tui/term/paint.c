/* The canvas to curses: rows that changed are rewritten whole, since curses leaves halves of wide characters behind when part of
 * a row is overwritten. refresh() then sends the cells that differ. Never clear(). */
#include <curses.h>
#include <string.h>
#include <wchar.h>

#include "base/text.h"
#include "tui/term/term_private.h"

enum { PAIR_PLAIN, PAIR_YELLOW, PAIR_CYAN, PAIR_RED };

/* Yellow and cyan stay apart for every kind of colour blindness; red only reversed. Each look also differs without colour, or
 * its text says the same. */
static const struct {
	attr_t attr;
	short pair;
} looks[ROLES] = {
	[ROLE_TEXT] = {A_NORMAL, PAIR_PLAIN},
	[ROLE_TITLE] = {A_REVERSE, PAIR_PLAIN},
	[ROLE_HEAD] = {A_BOLD, PAIR_PLAIN},
	[ROLE_LABEL] = {A_NORMAL, PAIR_PLAIN},
	[ROLE_FIELD] = {A_UNDERLINE, PAIR_PLAIN},
	[ROLE_FOCUS] = {A_REVERSE, PAIR_PLAIN},
	[ROLE_SELECTED] = {A_REVERSE, PAIR_PLAIN},
	[ROLE_MARK] = {A_BOLD, PAIR_YELLOW},
	[ROLE_MATCH] = {A_UNDERLINE, PAIR_PLAIN},
	[ROLE_DIM] = {A_DIM, PAIR_PLAIN},
	[ROLE_KEYBAR] = {A_NORMAL, PAIR_PLAIN},
	[ROLE_KEY] = {A_REVERSE, PAIR_PLAIN},
	[ROLE_NOTE] = {A_BOLD, PAIR_PLAIN},
	[ROLE_ERROR] = {A_REVERSE, PAIR_RED},
	[ROLE_LATE] = {A_REVERSE, PAIR_RED},
	[ROLE_TODAY] = {A_REVERSE, PAIR_YELLOW},
	[ROLE_SOON] = {A_NORMAL, PAIR_YELLOW},
	[ROLE_STOPPED] = {A_NORMAL, PAIR_CYAN},
	[ROLE_PROVISIONAL] = {A_UNDERLINE, PAIR_YELLOW},
	[ROLE_DONE] = {A_DIM, PAIR_PLAIN},
	[ROLE_REST] = {A_NORMAL, PAIR_CYAN},
};

void paint_open(struct term *t, bool color)
{
	t->color = color && has_colors() && start_color() == OK;
	if (!t->color)
		return;
	short back = use_default_colors() == OK ? -1 : COLOR_BLACK;
	init_pair(PAIR_YELLOW, COLOR_YELLOW, back);
	init_pair(PAIR_CYAN, COLOR_CYAN, back);
	init_pair(PAIR_RED, COLOR_RED, back);
}

static void cell_to_curses(const struct term *t, const struct cell *cell, cchar_t *out)
{
	wchar_t wide[CCHARW_MAX + 1] = L"";
	size_t n = 0, len = strlen(cell->text);
	for (size_t i = 0; i < len && n < CCHARW_MAX;) {
		uint32_t cp;
		i += utf8_next(cell->text + i, len - i, &cp);
		wide[n++] = (wchar_t)cp;
	}
	setcchar(out, wide, looks[cell->role].attr, t->color ? looks[cell->role].pair : 0, NULL);
}

static void paint_row(const struct term *t, const struct canvas *c, int y)
{
	cchar_t row[CANVAS_MAX + 1];
	int n = 0;
	for (int x = 0; x < c->cols; x++) {
		const struct cell *cell = canvas_at(c, y, x);
		if (cell->width)
			cell_to_curses(t, cell, &row[n++]);
	}
	mvadd_wchnstr(y, 0, row, n);
}

static bool same_row(const struct canvas *a, const struct canvas *b, int y)
{
	return !memcmp(canvas_at(a, y, 0), canvas_at(b, y, 0), (size_t)a->cols * sizeof(struct cell));
}

void term_show(struct term *t, const struct canvas *c)
{
	if (t->gone)
		return;
	bool all = t->forget || c->rows != t->shown.rows || c->cols != t->shown.cols;
	if (all)
		canvas_resize(&t->shown, c->rows, c->cols);
	if (t->forget)
		clearok(curscr, TRUE); /* ^L: the terminal's contents are not trusted */
	t->forget = false;
	for (int y = 0; y < c->rows && y < LINES; y++)
		if (all || !same_row(c, &t->shown, y))
			paint_row(t, c, y);
	memcpy(t->shown.cells, c->cells, (size_t)c->rows * (size_t)c->cols * sizeof *c->cells);
	if (c->caret_on)
		move(c->caret_y, c->caret_x);
	refresh();
}
