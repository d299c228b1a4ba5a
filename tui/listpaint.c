#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "tui/app.h"
#include "tui/list_private.h"

enum { GUTTER = 3 }; /* `>`; option or mark; `@`: another clerk works on it, `*`: option and mark */

/* A narrow window: what can be spared gives way to the text. */
static void spare(const struct list_column *cols, int cells, int flex, int *fixed, int width[LIST_COLUMNS], int n)
{
	for (int order = 1; flex && order <= LIST_SPARE; order++)
		for (int i = 0; i < n && (cells - *fixed - flex + 1) / flex < LIST_LEAST; i++)
			if (cols[i].spare == order) {
				width[i] = -1;
				*fixed -= cols[i].width + 1;
			}
}

/* Widths of the columns in `cells`; a flexible column whose share is under its minimum is left out, the last first. */
static void lay_out(const struct list_column *cols, int cells, int width[LIST_COLUMNS], int *n)
{
	int flex = 0, fixed = 0;
	for (*n = 0; *n < LIST_COLUMNS && cols[*n].label; ++*n) {
		width[*n] = cols[*n].width;
		flex += !cols[*n].width;
		fixed += cols[*n].width + 1;
	}
	spare(cols, cells, flex, &fixed, width, *n);
	for (int last = *n - 1; flex; last--) {
		while (last >= 0 && cols[last].width)
			last--;
		int share = (cells - fixed - flex + 1) / flex;
		if (share < cols[last].min && flex > 1) {
			width[last] = -1;
			flex--;
			continue;
		}
		int extra = cells - fixed - flex + 1 - share * flex;
		for (int i = 0; i < *n; i++)
			if (!cols[i].width && width[i] >= 0)
				width[i] = (share > 0 ? share : 0) + (extra-- > 0);
		break;
	}
}

static void paint_filter(struct list *l, struct canvas *c, struct area a)
{
	static const char *const label = N_(" 筛选：");
	struct arena *mem = &l->screen->app->event_arena;
	const char *right = "";
	if (l->filter.len && l->count >= 0 && l->total >= 0)
		right = arena_printf(mem, _("%lld/%lld 条 "), (long long)l->count, (long long)l->total);
	else if (l->count >= 0)
		right = arena_printf(mem, _("%lld 条 "), (long long)l->count);
	if (l->picks && l->picks->digits)
		right = arena_printf(mem, _("选项 %zu  %s"), l->picks->digits, right);
	if (l->picks && l->picks->marks)
		right = arena_printf(mem, _("已标 %zu  %s"), l->picks->marks, right);
	if (l->page_bare)
		right = arena_printf(mem, _("未遮盖  %s"), right);
	if (l->sort >= 0)
		right = arena_printf(mem, _("按%s%s  %s"), l->source->columns[l->sort].label, l->descending ? _("倒序") : "", right);
	int x = text_cells(tr(label)), tail = text_cells(right) + 1;
	canvas_text(c, a.y, a.x, x, ROLE_LABEL, tr(label));
	int field = a.cols - x - tail > 40 ? 40 : a.cols - x - tail;
	if (field > 0)
		edit_paint(&l->filter, c, a.y, a.x + x, field, l->filtering);
	canvas_right(c, a.y, a.x + x + field, a.cols - x - field, ROLE_DIM, right);
}

/* Who works on the row, in what its text leaves free; where that is too little, @ in the gutter and the message line say it. */
static bool paint_busy(struct canvas *c, int y, int x, int width, const char *text, const char *busy, enum role role)
{
	int room = width - (text ? text_cells(text) : 0), cells = text_cells(busy);
	if (cells + 2 > room)
		return false;
	canvas_right(c, y, x + width - cells, cells, role, busy);
	return true;
}

/* Why a digit was refused, at the end of its row. Returns where it begins: what would be cut there is left out, for half a date is a wrong one. */
static int paint_why(struct list *l, struct canvas *c, struct area a, int y, const char *why)
{
	int cells = text_cells(why) + 2;
	cells = cells > a.cols / 2 ? a.cols / 2 : cells;
	canvas_fit(c, y, a.x + a.cols - cells, cells, ROLE_ERROR, arena_printf(&l->screen->app->event_arena, " %s", why));
	return a.x + a.cols - cells;
}

static void paint_row(struct list *l, struct canvas *c, struct area a, int y, size_t i, const int *width, int n)
{
	const struct list_row *row = &l->page.rows[i];
	bool here = i == l->cursor;
	const struct pick *p = l->picks ? pick_find(l->picks, row->id) : NULL;
	char sign[2] = {p && p->digit ? p->digit : p ? '*' : ' ', '\0'};
	enum role base = here ? ROLE_SELECTED : row->dim ? ROLE_DIM : ROLE_TEXT;
	canvas_text(c, y, a.x, a.cols, base, here ? ">" : "");
	canvas_text(c, y, a.x + 1, 1, *sign == ' ' ? base : ROLE_MARK, sign);
	const char *busy = app_busy(l->screen->app, l->screen->type->noun, row->id, &l->screen->app->event_arena);
	if (busy || (p && p->digit && p->mark))
		canvas_text(c, y, a.x + 2, 1, ROLE_MARK, busy ? "@" : "*");
	int x = a.x + GUTTER, end = p && p->why ? paint_why(l, c, a, y, p->why) : a.x + a.cols;
	for (int k = 0; k < n; k++) {
		if (width[k] < 0)
			continue;
		if (x + width[k] > end) {
			if (!l->source->columns[k].width && end > x)
				canvas_fit(c, y, x, end - x, base, row->cells[k]);
			break;
		}
		enum role role = here || row->dim || !row->roles[k] ? base : row->roles[k];
		if (l->source->columns[k].right)
			canvas_right(c, y, x, width[k], role, row->cells[k]);
		else
			canvas_fit(c, y, x, width[k], role, row->cells[k]);
		if (busy && !l->source->columns[k].width && paint_busy(c, y, x, width[k], row->cells[k], busy, here ? base : ROLE_MARK))
			busy = NULL; /* said once */
		x += width[k] + 1;
	}
	if (here && !l->filtering)
		canvas_caret(c, y, a.x);
}

static void paint_heads(const struct list *l, struct canvas *c, struct area a, int y, const int *width, int n)
{
	int x = a.x + GUTTER;
	canvas_text(c, y, a.x, a.cols, ROLE_HEAD, "");
	for (int k = 0; k < n; k++) {
		if (width[k] < 0)
			continue;
		const char *label = tr(l->source->columns[k].label);
		if (l->source->columns[k].right)
			canvas_right(c, y, x, width[k], ROLE_HEAD, label);
		else
			canvas_fit(c, y, x, width[k], ROLE_HEAD, label);
		x += width[k] + 1;
	}
}

/* "选项：1看  2改", over the rows; in a narrow window on as many lines as it takes. Returns how many; c NULL: only counted. */
static int paint_options(const struct list *l, struct canvas *c, struct area a, int y)
{
	struct arena *mem = &l->screen->app->event_arena;
	const char *line = _(" 选项：");
	int lines = 1, indent = text_cells(line), used = indent;
	if (c)
		canvas_text(c, y, a.x, a.cols, ROLE_DIM, line);
	for (const struct list_option *o = l->source->options; o->digit; o++) {
		if (!list_option_offered(o))
			continue;
		const char *word = arena_printf(mem, "%c%s", o->digit, tr(o->label));
		int cells = text_cells(word);
		if (used + cells > a.cols && used > indent) {
			used = indent;
			if (c)
				canvas_text(c, y + lines, a.x, a.cols, ROLE_DIM, "");
			lines++;
		}
		if (c)
			canvas_fit(c, y + lines - 1, a.x + used, a.cols - used, ROLE_DIM, word);
		used += cells + 2;
	}
	return lines;
}

void list_paint(struct list *l, struct canvas *c, struct area a)
{
	int width[LIST_COLUMNS], n, head = 2 + (l->source->options ? paint_options(l, NULL, a, 0) : 0);
	int y = a.y + head;
	list_resize(l, a.rows - head);
	paint_filter(l, c, a);
	if (l->source->options)
		(void)paint_options(l, c, a, a.y + 1);
	if (!l->filtering)
		canvas_caret(c, y, a.x);
	lay_out(l->source->columns, a.cols - GUTTER, width, &n);
	paint_heads(l, c, a, y - 1, width, n);
	for (size_t i = 0; i < l->page.n; i++)
		paint_row(l, c, a, y + (int)i, i, width, n);
	if (l->error.code && !l->given_way)
		canvas_fit(c, y, a.x + GUTTER, a.cols - GUTTER, ROLE_ERROR, l->error.text);
	else if (!l->page.n)
		canvas_fit(c, y, a.x + GUTTER, a.cols - GUTTER, ROLE_DIM,
			l->filter.len ? _("没有符合的") : l->source->empty ? tr(l->source->empty) : _("没有"));
}

/* --- providers whose rows are all in memory -------------------------------------------------------------------------- */

static bool row_matches(struct screen *s, const struct list_row *row, const char *filter)
{
	if (!*filter)
		return true;
	struct str all = str_new(&s->app->event_arena);
	for (int k = 0; k < LIST_COLUMNS; k++)
		if (row->cells[k]) {
			str_add(&all, row->cells[k]);
			str_char(&all, ' ');
		}
	return app_match(s->app, all.s, filter);
}

struct order {
	int column;
	bool descending;
};

/* An empty cell comes last either way; rows alike keep their order. */
static int compare(const void *pa, const void *pb, void *ctx)
{
	const struct list_row *a = *(const struct list_row *const *)pa, *b = *(const struct list_row *const *)pb;
	const struct order *o = ctx;
	const char *x = a->cells[o->column], *y = b->cells[o->column];
	bool no_x = !x || !*x, no_y = !y || !*y;
	int by = no_x || no_y ? no_x - no_y : o->descending ? strcmp(y, x) : strcmp(x, y);
	return by ? by : a < b ? -1 : a > b;
}

static const struct list_row **in_order(const struct list_row *rows, size_t n, const struct list_query *q)
{
	const struct list_row **out = arena_array(q->arena, const struct list_row *, n + 1);
	struct order o = {q->sort, q->descending};
	for (size_t i = 0; i < n; i++)
		out[i] = &rows[i];
	if (q->sort >= 0)
		qsort_r(out, n, sizeof(const struct list_row *), compare, &o);
	return out;
}

bool list_page_of(struct screen *s, const struct list_row *rows, size_t n, const struct list_query *q, struct list_page *out)
{
	const struct list_row **order = in_order(rows, n, q);
	out->rows = arena_array(q->arena, struct list_row, q->n ? q->n : 1);
	out->n = 0;
	size_t at = q->backward ? n : 0;
	for (size_t i = 0; q->from && i < n; i++)
		if (order[i]->id == q->from->id)
			at = i;
	while (out->n < q->n && (q->backward ? at > 0 : at < n)) {
		const struct list_row *row = order[q->backward ? --at : at++];
		if (row_matches(s, row, q->filter))
			out->rows[out->n++] = *row;
	}
	return true;
}

bool list_too_long(struct screen *s, const struct list_query *q, struct err *e)
{
	const struct list *l = s->state;
	return err_set(e, ERR_RULE, _("多于 %d 行，不能按%s排；请再打字筛选，或者 F4 换一类"), LIST_SORT_MAX, tr(l->source->columns[q->sort].label));
}

int64_t list_count_of(struct screen *s, const struct list_row *rows, size_t n, const char *filter)
{
	int64_t count = 0;
	for (size_t i = 0; i < n; i++)
		count += row_matches(s, &rows[i], filter);
	return count;
}
