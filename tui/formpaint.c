#include <string.h>

#include "base/text.h"
#include "tui/app.h"
#include "tui/form_private.h"

enum { LINES_ROWS = 3, SIDE_CELLS = 46, WIDE = 116 };

void form_side_add(struct form_side *side, enum role role, const char *text)
{
	if (side->n == FORM_SIDE)
		return;
	side->lines[side->n].role = role;
	side->lines[side->n++].text = text;
}

static int label_cells(const struct form *f)
{
	int most = 8;
	for (size_t i = 0; i < f->n; i++) {
		int w = text_cells(tr(f->items[i].f->label));
		most = w > most ? w : most;
	}
	return most > 22 ? 22 : most;
}

static int field_cells(const struct field *f, int room)
{
	static const int by_type[] = {
		[FIELD_TEXT] = 44, [FIELD_LINES] = 200, [FIELD_CODE] = 30, [FIELD_INT] = 10, [FIELD_MONEY] = 14, [FIELD_ID] = 30,
		[FIELD_DATE] = 16, [FIELD_FLAG] = 6,
	};
	int w = f->width ? f->width + 1 : by_type[f->type];
	return w < room ? w : room;
}

static int item_rows(const struct form_item *item)
{
	return item->f->type == FIELD_LINES ? LINES_ROWS : 1;
}

/* Beside its field a mistake need not name it. */
static const char *without_name(const struct form_item *item, const char *text)
{
	const char *label = tr(item->f->label), *colon = _("：");
	size_t n = strlen(label), k = strlen(colon);
	return !strncmp(text, label, n) && !strncmp(text + n, colon, k) ? text + n + k : text;
}

/* Beside a field: what is wrong with it, else what it means. A date says its weekday while it is typed. */
static const char *echo(struct form *f, const struct form_item *item, bool focus, enum role *role)
{
	struct app *app = f->screen->app;
	struct arena *a = &app->event_arena;
	*role = ROLE_ERROR;
	if (item->error[0])
		return without_name(item, item->error);
	*role = ROLE_SOON;
	if (item->warning[0])
		return item->warning;
	*role = ROLE_DIM;
	if (item->f->type == FIELD_DATE && item->edit.len) {
		struct input in = app_input(app);
		struct err e = {0};
		daynum d;
		char iso[DAY_ISO];
		if (!date_input(edit_text(&item->edit), &in, item->f->flags, &d, &e))
			return "";
		const char *day = app_day_text(app, d, a);
		return item->stale ? arena_printf(a, "%s %s", day_iso(d, iso), day) : day;
	}
	if (focus && (item->f->choices || item->f->source))
		return _("F4 值表");
	if (focus && item->f->type == FIELD_LINES)
		return _("F4 整屏写");
	return "";
}

static void paint_item(struct form *f, struct canvas *c, struct area a, int y, size_t i, int label)
{
	struct form_item *item = &f->items[i];
	bool focus = i == f->focus;
	bool required = item->f->flags & FIELD_REQUIRED;
	canvas_right(c, y, a.x + 1, label, focus ? ROLE_HEAD : ROLE_LABEL, tr(item->f->label));
	canvas_text(c, y, a.x + 1 + label, 2, required ? ROLE_MARK : ROLE_LABEL, required ? "*" : "");
	int x = a.x + label + 3, room = a.x + a.cols - x - 1;
	int cells = field_cells(item->f, room);
	if (item->f->type == FIELD_LINES) {
		int rows = a.y + a.rows - y < LINES_ROWS ? a.y + a.rows - y : LINES_ROWS;
		edit_paint_lines(&item->edit, c, (struct area){.y = y, .x = x, .rows = rows, .cols = cells}, focus);
		return;
	}
	edit_paint(&item->edit, c, y, x, cells, focus);
	enum role role;
	const char *note = echo(f, item, focus, &role);
	if (*note && room - cells > 4)
		canvas_fit(c, y, x + cells + 1, room - cells - 1, role, note);
}

/* Scrolls so that the focused field shows; counts rows of visible fields. */
static void scroll(struct form *f, int rows)
{
	int at = 0, height = 1, all = 0;
	for (size_t i = 0; i < f->n; i++) {
		if (!form_visible(f, i))
			continue;
		if (i == f->focus) {
			at = all;
			height = item_rows(&f->items[i]);
		}
		all += item_rows(&f->items[i]);
	}
	if (at < f->top)
		f->top = at;
	if (at + height > f->top + rows)
		f->top = at + height - rows;
	if (f->top > 0 && all - f->top < rows)
		f->top = all > rows ? all - rows : 0;
}

/* Wide windows have the room to say it whole. */
static void paint_beside(const struct form_side *side, struct canvas *c, struct area a, struct arena *mem)
{
	int x = a.x + a.cols - SIDE_CELLS + 1, y = a.y;
	for (int i = 0; i < side->n; i++) {
		const char *text = side->lines[i].text;
		size_t at = 0, len;
		do {
			const char *from = text + at;
			int in = at ? 2 : 0;
			at = wrap_next(text, at, SIDE_CELLS - 2 - in, &len);
			if (y < a.y + a.rows)
				canvas_text(c, y++, x + in, SIDE_CELLS - 2 - in, side->lines[i].role, arena_strndup(mem, from, len));
		} while (at);
	}
}

static int paint_side(struct form *f, struct canvas *c, struct area a, bool beside)
{
	struct form_side side = {0};
	if (!f->type->side)
		return 0;
	f->type->side(f->screen, f->rec, &f->screen->app->event_arena, &side);
	if (beside) {
		paint_beside(&side, c, a, &f->screen->app->event_arena);
		return 0;
	}
	int rows = side.n < a.rows / 2 ? side.n : a.rows / 2;
	for (int i = 0; i < rows; i++)
		canvas_fit(c, a.y + a.rows - rows + i, a.x + 1, a.cols - 2, side.lines[i].role, side.lines[i].text);
	return rows;
}

/* The mistake in the focused field in full, when there is no room beside it. */
static void paint_mistake(struct form *f, struct canvas *c, struct area a)
{
	struct form_item *item = form_focused(f);
	if (item && (item->error[0] || item->warning[0]))
		canvas_fit(c, a.y, a.x + 1, a.cols - 2, item->error[0] ? ROLE_ERROR : ROLE_SOON, item->error[0] ? item->error : item->warning);
	else if (item && item->f->help)
		canvas_fit(c, a.y, a.x + 1, a.cols - 2, ROLE_DIM, tr(item->f->help));
}

void form_paint(struct form *f, struct canvas *c, struct area a)
{
	bool beside = a.cols >= WIDE && f->type->side;
	paint_mistake(f, c, a);
	a.y++;
	a.rows--;
	int used = paint_side(f, c, a, beside);
	struct area fields = {.y = a.y, .x = a.x, .rows = a.rows - used - (used ? 1 : 0), .cols = a.cols - (beside ? SIDE_CELLS : 0)};
	int label = label_cells(f), row = 0;
	scroll(f, fields.rows);
	for (size_t i = 0; i < f->n; i++) {
		if (!form_visible(f, i))
			continue;
		int y = fields.y + row - f->top;
		row += item_rows(&f->items[i]);
		if (y >= fields.y && y < fields.y + fields.rows)
			paint_item(f, c, fields, y, i, label);
	}
}
