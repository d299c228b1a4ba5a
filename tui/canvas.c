#include "tui/canvas.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"

static const char letters[ROLES] = ".THLFISMUdbKnE!03s*xr";

char role_letter(enum role role)
{
	return letters[role];
}

static int clamp(int v)
{
	return v < 1 ? 1 : v > CANVAS_MAX ? CANVAS_MAX : v;
}

void canvas_resize(struct canvas *c, int rows, int cols)
{
	rows = clamp(rows);
	cols = clamp(cols);
	if (rows != c->rows || cols != c->cols) {
		free(c->cells);
		c->cells = calloc((size_t)rows * (size_t)cols, sizeof *c->cells);
		if (!c->cells)
			BUG("out of memory");
		c->rows = rows;
		c->cols = cols;
	}
	canvas_clear(c);
}

void canvas_free(struct canvas *c)
{
	free(c->cells);
	*c = (struct canvas){0};
}

struct area canvas_area(const struct canvas *c)
{
	return (struct area){.y = 0, .x = 0, .rows = c->rows, .cols = c->cols};
}

struct cell *canvas_at(const struct canvas *c, int y, int x)
{
	BUG_ON(y < 0 || y >= c->rows || x < 0 || x >= c->cols);
	return &c->cells[(size_t)y * (size_t)c->cols + (size_t)x];
}

static void blank(struct cell *cell, enum role role)
{
	*cell = (struct cell){.text = " ", .width = 1, .role = (uint8_t)role};
}

void canvas_clear(struct canvas *c)
{
	for (size_t i = 0; i < (size_t)c->rows * (size_t)c->cols; i++)
		blank(&c->cells[i], ROLE_TEXT);
	c->caret_on = false;
	c->caret_y = c->caret_x = 0;
}

/* Makes the border before column x fall between characters: a wide one across it becomes two spaces. */
static void cut_at(struct canvas *c, int y, int x)
{
	if (x <= 0 || x >= c->cols || canvas_at(c, y, x)->width)
		return;
	struct cell *left = canvas_at(c, y, x - 1), *right = canvas_at(c, y, x);
	blank(left, left->role);
	blank(right, right->role);
}

/* Characters that take no cell and change how others look: not for a terminal. */
static bool is_invisible(uint32_t cp)
{
	static const uint32_t ranges[][2] = {
		{0x00ad, 0x00ad}, {0x034f, 0x034f}, {0x061c, 0x061c}, {0x180b, 0x180f}, {0x200b, 0x200f}, {0x202a, 0x202e},
		{0x2060, 0x206f}, {0xfe00, 0xfe0f}, {0xfeff, 0xfeff}, {0xfff9, 0xfffb}, {0xe0000, 0xe0fff},
	};
	for (size_t i = 0; i < sizeof ranges / sizeof *ranges; i++)
		if (cp >= ranges[i][0] && cp <= ranges[i][1])
			return true;
	return false;
}

/* What is painted for a character; 0 for nothing. */
static uint32_t visible(uint32_t cp)
{
	if (cp == '\n' || cp == '\t' || cp == '\r' || cp == 0x2028 || cp == 0x2029)
		return ' ';
	if (cp < 0x20 || (cp >= 0x7f && cp < 0xa0) || cp == 0xfffd)
		return '?';
	return is_invisible(cp) ? 0 : cp;
}

static void append_mark(struct cell *cell, const char *bytes, size_t n)
{
	size_t have = strlen(cell->text);
	if (have + n < sizeof cell->text)
		memcpy(cell->text + have, bytes, n + 1);
}

/* Paints s into [x, end) and returns the cells used. Nothing beyond the text is touched but halves of cut characters. */
static int paint(struct canvas *c, int y, int x, int end, enum role role, const char *s)
{
	int col = x;
	struct cell *last = NULL;
	for (size_t left = strlen(s); left;) {
		uint32_t cp;
		size_t n = utf8_next(s, left, &cp);
		s += n;
		left -= n;
		cp = visible(cp);
		if (!cp)
			continue;
		char bytes[5] = "";
		n = utf8_put(bytes, cp);
		int w = cell_width(cp);
		if (w == 0) {
			if (last)
				append_mark(last, bytes, n);
			continue;
		}
		if (col + w > end)
			break;
		last = canvas_at(c, y, col);
		*last = (struct cell){.width = (uint8_t)w, .role = (uint8_t)role};
		memcpy(last->text, bytes, n + 1);
		if (w == 2)
			*canvas_at(c, y, col + 1) = (struct cell){.text = "", .width = 0, .role = (uint8_t)role};
		col += w;
	}
	return col - x;
}

/* The part of [x, x+cells) that is on the canvas; false when none is. */
static bool clip(const struct canvas *c, int y, int *x, int *end, int cells)
{
	*end = *x + cells > c->cols ? c->cols : *x + cells;
	return y >= 0 && y < c->rows && *x >= 0 && *x < *end;
}

int canvas_text(struct canvas *c, int y, int x, int cells, enum role role, const char *s)
{
	int end;
	if (!clip(c, y, &x, &end, cells))
		return 0;
	cut_at(c, y, x);
	cut_at(c, y, end);
	int used = paint(c, y, x, end, role, s ? s : "");
	for (int i = x + used; i < end; i++)
		blank(canvas_at(c, y, i), role);
	return used;
}

/* Cells that s takes when painted. */
static int painted_cells(const char *s)
{
	int cells = 0;
	for (size_t left = strlen(s); left;) {
		uint32_t cp;
		size_t n = utf8_next(s, left, &cp);
		s += n;
		left -= n;
		cp = visible(cp);
		cells += cp ? cell_width(cp) : 0;
	}
	return cells;
}

int canvas_fit(struct canvas *c, int y, int x, int cells, enum role role, const char *s)
{
	s = s ? s : "";
	if (cells < 4 || painted_cells(s) <= cells)
		return canvas_text(c, y, x, cells, role, s);
	int end;
	if (!clip(c, y, &x, &end, cells))
		return 0;
	int used = canvas_text(c, y, x, cells - 2, role, s);
	return used + canvas_text(c, y, x + used, cells - used, role, "..");
}

int canvas_right(struct canvas *c, int y, int x, int cells, enum role role, const char *s)
{
	int used = painted_cells(s ? s : ""), end;
	if (used >= cells)
		return canvas_fit(c, y, x, cells, role, s);
	if (!clip(c, y, &x, &end, cells))
		return 0;
	canvas_text(c, y, x, cells - used, role, "");
	return canvas_text(c, y, x + cells - used, used, role, s);
}

int canvas_word(struct canvas *c, int y, int x, int cells, enum role role, const char *s)
{
	int used = painted_cells(s ? s : "");
	return x + canvas_fit(c, y, x, used < cells ? used : cells, role, s);
}

void canvas_printf(struct canvas *c, int y, int x, int cells, enum role role, const char *fmt, ...)
{
	char buf[1024];
	va_list ap;
	va_start(ap, fmt);
	vsnprintf(buf, sizeof buf, fmt, ap);
	va_end(ap);
	canvas_fit(c, y, x, cells, role, buf);
}

void canvas_fill(struct canvas *c, struct area a, enum role role)
{
	for (int y = a.y; y < a.y + a.rows; y++)
		canvas_text(c, y, a.x, a.cols, role, "");
}

void canvas_role(struct canvas *c, int y, int x, int cells, enum role role)
{
	int end;
	if (!clip(c, y, &x, &end, cells))
		return;
	for (int i = x; i < end; i++)
		canvas_at(c, y, i)->role = (uint8_t)role;
	/* Both halves of a wide character look alike. */
	if (end < c->cols && canvas_at(c, y, end)->width == 0)
		canvas_at(c, y, end)->role = (uint8_t)role;
	if (canvas_at(c, y, x)->width == 0)
		canvas_at(c, y, x)->role = canvas_at(c, y, x - 1)->role;
}

void canvas_caret(struct canvas *c, int y, int x)
{
	c->caret_on = true;
	c->caret_y = y < 0 ? 0 : y >= c->rows ? c->rows - 1 : y;
	c->caret_x = x < 0 ? 0 : x >= c->cols ? c->cols - 1 : x;
}

static void dump_row(const struct canvas *c, int y, struct str *out)
{
	size_t keep = out->len;
	for (int x = 0; x < c->cols; x++) {
		const struct cell *cell = canvas_at(c, y, x);
		str_add(out, cell->text);
		if (strcmp(cell->text, " ") && cell->width)
			keep = out->len;
	}
	str_cut(out, keep);
	str_char(out, '\n');
}

void canvas_dump_text(const struct canvas *c, struct str *out)
{
	for (int y = 0; y < c->rows; y++)
		dump_row(c, y, out);
}

void canvas_dump(const struct canvas *c, struct str *out)
{
	str_printf(out, "=== %dx%d\n", c->cols, c->rows);
	canvas_dump_text(c, out);
	str_add(out, "--- style\n");
	for (int y = 0; y < c->rows; y++) {
		size_t keep = out->len;
		for (int x = 0; x < c->cols; x++) {
			str_char(out, letters[canvas_at(c, y, x)->role]);
			if (canvas_at(c, y, x)->role != ROLE_TEXT)
				keep = out->len;
		}
		str_cut(out, keep);
		str_char(out, '\n');
	}
	if (c->caret_on)
		str_printf(out, "--- cursor %d,%d\n", c->caret_y, c->caret_x);
	else
		str_add(out, "--- cursor off\n");
}

bool canvas_shows(const struct canvas *c, const char *text, struct arena *a)
{
	for (int y = 0; y < c->rows; y++) {
		struct str row = str_new(a);
		dump_row(c, y, &row);
		if (strstr(row.s, text))
			return true;
	}
	return false;
}
