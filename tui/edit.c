#include "tui/edit.h"

#include <stdlib.h>
#include <string.h>

#include "base/text.h"

void edit_free(struct edit *e)
{
	free(e->s);
	e->s = NULL;
	e->len = e->cap = e->caret = 0;
	e->left = 0;
}

const char *edit_text(const struct edit *e)
{
	return e->s ? e->s : "";
}

static void room(struct edit *e, size_t need)
{
	if (need + 1 <= e->cap)
		return;
	size_t cap = e->cap ? e->cap : 64;
	while (cap < need + 1)
		cap *= 2;
	char *s = realloc(e->s, cap);
	if (!s)
		BUG("out of memory");
	e->s = s;
	e->cap = cap;
	e->s[e->len] = '\0';
}

static void splice(struct edit *e, size_t at, size_t del, const char *s, size_t n)
{
	room(e, e->len - del + n);
	memmove(e->s + at + n, e->s + at + del, e->len - at - del);
	if (n)
		memcpy(e->s + at, s, n);
	e->len = e->len - del + n;
	e->s[e->len] = '\0';
}

void edit_set(struct edit *e, const char *s)
{
	room(e, e->len);
	splice(e, 0, e->len, s, strlen(s));
	e->caret = e->len;
	e->left = 0;
}

bool edit_insert(struct edit *e, const char *s)
{
	struct arena a = {0};
	char *clean = text_clean(&a, s, true);
	size_t limit = e->limit ? e->limit : 1 << 20;
	for (char *p = clean; *p; p++)
		if (*p == '\t' || (*p == '\n' && !e->lines))
			*p = ' ';
	size_t n = strlen(clean);
	bool fits = e->len + n <= limit;
	if (fits) {
		room(e, e->len);
		splice(e, e->caret, 0, clean, n);
		e->caret += n;
	}
	arena_free(&a);
	return fits;
}

/* One character with its combining marks. */
static size_t step_right(const struct edit *e, size_t at)
{
	uint32_t cp;
	if (at >= e->len)
		return at;
	at += utf8_next(e->s + at, e->len - at, &cp);
	while (at < e->len) {
		size_t n = utf8_next(e->s + at, e->len - at, &cp);
		if (cp == '\n' || cell_width(cp))
			break;
		at += n;
	}
	return at;
}

static size_t step_left(const struct edit *e, size_t at)
{
	while (at) {
		uint32_t cp;
		at -= utf8_back(e->s, at);
		utf8_next(e->s + at, e->len - at, &cp);
		if (cp == '\n' || cell_width(cp))
			break;
	}
	return at;
}

void edit_left(struct edit *e)
{
	e->caret = step_left(e, e->caret);
}

void edit_right(struct edit *e)
{
	e->caret = step_right(e, e->caret);
}

static size_t line_start(const struct edit *e)
{
	size_t at = e->caret;
	while (at && e->s[at - 1] != '\n')
		at--;
	return at;
}

static size_t line_end(const struct edit *e)
{
	size_t at = e->caret;
	while (at < e->len && e->s[at] != '\n')
		at++;
	return at;
}

void edit_home(struct edit *e)
{
	e->caret = line_start(e);
}

void edit_end(struct edit *e)
{
	e->caret = line_end(e);
}

void edit_backspace(struct edit *e)
{
	size_t from = step_left(e, e->caret);
	if (from == e->caret)
		return;
	splice(e, from, e->caret - from, "", 0);
	e->caret = from;
}

void edit_delete(struct edit *e)
{
	size_t to = step_right(e, e->caret);
	if (to > e->caret)
		splice(e, e->caret, to - e->caret, "", 0);
}

void edit_kill_word(struct edit *e)
{
	size_t from = e->caret;
	while (from && e->s[from - 1] == ' ')
		from--;
	while (from && e->s[from - 1] != ' ' && e->s[from - 1] != '\n')
		from = step_left(e, from);
	if (from < e->caret)
		splice(e, from, e->caret - from, "", 0);
	e->caret = from;
}

void edit_clear(struct edit *e)
{
	size_t from = line_start(e);
	if (from < e->caret)
		splice(e, from, e->caret - from, "", 0);
	e->caret = from;
}

void edit_cut(struct edit *e)
{
	size_t to = line_end(e);
	if (to > e->caret)
		splice(e, e->caret, to - e->caret, "", 0);
}

/* Cells of s[0, n). */
static int cells_of(const char *s, size_t n)
{
	int cells = 0;
	while (n) {
		uint32_t cp;
		size_t k = utf8_next(s, n, &cp);
		cells += cp == '\n' ? 0 : cell_width(cp);
		s += k;
		n -= k;
	}
	return cells;
}

void edit_paint(struct edit *e, struct canvas *c, int y, int x, int cells, bool focus)
{
	const char *s = edit_text(e);
	int at = cells_of(s, e->caret);
	if (at < e->left || !focus)
		e->left = 0;
	/* Scrolled by halves of the field, so that typing on does not move the text at every key. */
	while (focus && at - e->left >= cells)
		e->left += cells / 2 + 1;
	size_t skip = 0;
	int skipped = 0;
	while (skip < e->len && skipped < e->left) {
		size_t next = step_right(e, skip);
		skipped += cells_of(s + skip, next - skip);
		skip = next;
	}
	canvas_text(c, y, x, cells, focus ? ROLE_FOCUS : ROLE_FIELD, s + skip);
	if (focus)
		canvas_caret(c, y, x + at - skipped);
}

size_t wrap_next(const char *s, size_t at, int cells, size_t *len)
{
	enum { BYTES_PER_CELL = 16 }; /* a row is looked at, not all that follows: a long text is wrapped at every paint */
	size_t end = at + strnlen(s + at, (size_t)cells * BYTES_PER_CELL + 8), p = at;
	int used = 0;
	while (p < end && s[p] != '\n') {
		uint32_t cp;
		size_t n = utf8_next(s + p, strnlen(s + p, 4), &cp);
		int w = cell_width(cp);
		if (used + w > cells && used)
			break;
		used += w;
		p += n;
	}
	*len = p - at;
	if (s[p] == '\n')
		return p + 1;
	return s[p] ? p : 0;
}

/* The wrapped row that holds the caret, and where it begins. */
static int caret_row(const struct edit *e, int cells, size_t *start)
{
	const char *s = edit_text(e);
	size_t at = 0, len;
	for (int row = 0;; row++) {
		size_t next = wrap_next(s, at, cells, &len);
		bool cut = next && next == at + len; /* the row goes on: the caret at its end belongs to the next */
		if (!next || e->caret < at + len || (e->caret == at + len && !cut)) {
			*start = at;
			return row;
		}
		at = next;
	}
}

/* Puts the caret on wrapped row `row`, at cell `want` or the row's end. */
static void to_row(struct edit *e, int cells, int row, int want)
{
	const char *s = edit_text(e);
	size_t at = 0, len = 0;
	for (int r = 0; r < row; r++)
		at = wrap_next(s, at, cells, &len);
	size_t next = wrap_next(s, at, cells, &len), p = at;
	while (p < at + len) {
		size_t q = step_right(e, p);
		if (cells_of(s + at, q - at) > want || (q == at + len && next == q))
			break;
		p = q;
	}
	e->caret = p;
}

bool edit_up(struct edit *e, int cells)
{
	size_t start;
	int row = caret_row(e, cells, &start);
	if (!row)
		return false;
	to_row(e, cells, row - 1, cells_of(edit_text(e) + start, e->caret - start));
	return true;
}

bool edit_down(struct edit *e, int cells)
{
	size_t start, len;
	int row = caret_row(e, cells, &start);
	if (!wrap_next(edit_text(e), start, cells, &len))
		return false;
	to_row(e, cells, row + 1, cells_of(edit_text(e) + start, e->caret - start));
	return true;
}

void edit_paint_lines(struct edit *e, struct canvas *c, struct area a, bool focus)
{
	size_t start, at = 0, len;
	const char *s = edit_text(e);
	int caret = caret_row(e, a.cols - 1, &start), row = 0;
	if (caret < e->left || !focus)
		e->left = focus ? caret : 0;
	if (focus && caret >= e->left + a.rows)
		e->left = caret - a.rows + 1;
	bool more = true;
	struct arena mem = {0};
	for (; row < e->left + a.rows; row++) {
		size_t next = more ? wrap_next(s, at, a.cols - 1, &len) : 0;
		if (row >= e->left)
			canvas_text(c, a.y + row - e->left, a.x, a.cols, focus ? ROLE_FOCUS : ROLE_FIELD,
				more ? arena_strndup(&mem, s + at, len) : "");
		more = more && next;
		at = next;
	}
	arena_free(&mem);
	if (focus)
		canvas_caret(c, a.y + caret - e->left, a.x + cells_of(s + start, e->caret - start));
}
