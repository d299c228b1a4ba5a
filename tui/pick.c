/* A list to pick from, over the screen below. */
#include <string.h>

#include "base/text.h"
#include "tui/app.h"
#include "tui/ask.h"
#include "tui/edit.h"
#include "tui/prompt.h"

struct pick {
	const char *title;
	struct pick_row *rows;
	size_t n;
	size_t *shown; /* indexes of the rows that match what is typed */
	size_t nshown, cursor, top;
	int height;
	struct edit edit;
	struct screen *screen;
};

struct pick_arg {
	const char *title, *start;
	const struct pick_row *rows;
	size_t n;
};

static bool matches(const struct pick *p, const struct pick_row *row)
{
	struct app *app = p->screen->app;
	const char *typed = edit_text(&p->edit);
	const char *all = arena_printf(&app->event_arena, "%s %s", row->label, row->code);
	return app_match(app, all, text_trim(&app->event_arena, typed));
}

/* The rows keep their order; the cursor goes to the one that is meant (未审 is a filter of that name before it is 尚未审结), of two alike to the
 * one that can be chosen. */
static void filter(void *owner)
{
	struct pick *p = owner;
	struct app *app = p->screen->app;
	const char *typed = text_trim(&app->event_arena, edit_text(&p->edit));
	int best = 1;
	p->nshown = p->cursor = p->top = 0;
	for (size_t i = 0; i < p->n; i++) {
		if (!matches(p, &p->rows[i]))
			continue;
		int fits = *typed ? 2 * (int)app_rank(app, p->rows[i].label, typed) + !p->rows[i].dim : 0;
		if (fits > best) {
			best = fits;
			p->cursor = p->nshown;
		}
		p->shown[p->nshown++] = i;
	}
}

static bool pick_open(struct screen *s, const struct screen_arg *arg, struct err *e)
{
	const struct pick_arg *from = arg->data;
	struct pick *p = s->state;
	(void)e;
	p->screen = s;
	p->title = s->title = arena_strdup(&s->arena, from->title);
	p->n = from->n;
	p->rows = arena_array(&s->arena, struct pick_row, p->n + 1);
	p->shown = arena_array(&s->arena, size_t, p->n + 1);
	for (size_t i = 0; i < p->n; i++) {
		const struct pick_row *r = &from->rows[i];
		p->rows[i] = (struct pick_row){
			.code = arena_strdup(&s->arena, r->code ? r->code : ""), .label = arena_strdup(&s->arena, r->label ? r->label : ""),
			.note = arena_strdup(&s->arena, r->note ? r->note : ""), .dim = r->dim,
		};
	}
	p->edit.changed = filter;
	p->edit.owner = p;
	p->edit.limit = 200;
	p->height = 10;
	filter(p);
	for (size_t i = 0; from->start && i < p->n; i++)
		if (!strcmp(p->rows[i].code, from->start))
			p->cursor = i;
	return true;
}

static void pick_close(struct screen *s)
{
	edit_free(&((struct pick *)s->state)->edit);
}

static int widest(const struct pick *p)
{
	int most = text_cells(p->title) + 10;
	for (size_t i = 0; i < p->n; i++) {
		int w = text_cells(p->rows[i].label) + text_cells(p->rows[i].note) + 8;
		most = w > most ? w : most;
	}
	return most < 36 ? 36 : most;
}

static void pick_paint(struct screen *s, struct canvas *c, struct area body)
{
	struct pick *p = s->state;
	int width = widest(p);
	struct area a = {.y = body.y + 1, .rows = body.rows - 2, .cols = width < body.cols - 4 ? width : body.cols - 4};
	a.x = (body.cols - a.cols) / 2;
	p->height = a.rows - 3 < (int)p->n + 1 ? a.rows - 3 : (int)p->n + 1;
	a.rows = p->height + 3;
	canvas_fill(c, (struct area){.y = a.y, .x = a.x - 1, .rows = a.rows, .cols = a.cols + 2}, ROLE_TEXT);
	canvas_printf(c, a.y, a.x, a.cols, ROLE_TITLE, _(" %s  %zu/%zu"), p->title, p->nshown, p->n);
	canvas_text(c, a.y + 1, a.x, 3, ROLE_LABEL, " :");
	edit_paint(&p->edit, c, a.y + 1, a.x + 3, a.cols - 3, true);
	if (p->cursor < p->top)
		p->top = p->cursor;
	if (p->cursor >= p->top + (size_t)p->height)
		p->top = p->cursor - (size_t)p->height + 1;
	for (int i = 0; i < p->height; i++) {
		size_t at = p->top + (size_t)i;
		if (at >= p->nshown) {
			canvas_text(c, a.y + 2 + i, a.x, a.cols, ROLE_TEXT, at ? "" : _("  没有符合的"));
			continue;
		}
		const struct pick_row *r = &p->rows[p->shown[at]];
		enum role role = at == p->cursor ? ROLE_SELECTED : r->dim ? ROLE_DIM : ROLE_TEXT;
		int note = text_cells(r->note);
		note = note > a.cols / 2 ? a.cols / 2 : note;
		canvas_text(c, a.y + 2 + i, a.x, 2, role, at == p->cursor ? ">" : "");
		canvas_fit(c, a.y + 2 + i, a.x + 2, a.cols - 4 - note, role, r->label);
		canvas_fit(c, a.y + 2 + i, a.x + a.cols - 2 - note, note + 2, at == p->cursor ? role : ROLE_DIM, r->note);
	}
	canvas_text(c, a.y + 2 + p->height, a.x, a.cols, ROLE_TITLE, _(" Enter 选取  Esc 不选"));
}

static void pick_chain(struct screen *s, struct chain *out)
{
	struct pick *p = s->state;
	chain_add(out, &field_context, &p->edit);
	chain_add(out, &pick_context, p);
}

static void act_enter(struct app *app, void *self)
{
	struct pick *p = self;
	if (p->cursor >= p->nshown)
		return;
	const struct pick_row *r = &p->rows[p->shown[p->cursor]];
	if (r->dim)
		app_note(app, "%s", *r->note ? r->note : _("现在不能选"));
	else
		screen_leave(p->screen, (struct result){.done = true, .id = (int64_t)p->shown[p->cursor], .text = r->code});
}

static void move(struct pick *p, long by)
{
	long at = (long)p->cursor + by, last = (long)p->nshown - 1;
	p->cursor = last < 0 || at < 0 ? 0 : at > last ? (size_t)last : (size_t)at;
}

static void act_down(struct app *app, void *self)
{
	(void)app;
	move(self, 1);
}

static void act_up(struct app *app, void *self)
{
	(void)app;
	move(self, -1);
}

static void act_page_down(struct app *app, void *self)
{
	(void)app;
	move(self, ((struct pick *)self)->height);
}

static void act_page_up(struct app *app, void *self)
{
	(void)app;
	move(self, -((struct pick *)self)->height);
}

static const struct action actions[] = {
	{.name = "enter", .label = N_("选取"), .flags = ACTION_REQUIRED | ACTION_QUIET, .run = act_enter},
	{.name = "cursor-down", .label = N_("下移"), .flags = ACTION_REQUIRED | ACTION_QUIET, .run = act_down},
	{.name = "cursor-up", .label = N_("上移"), .flags = ACTION_REQUIRED | ACTION_QUIET, .run = act_up},
	{.name = "page-down", .label = N_("下翻"), .flags = ACTION_QUIET, .run = act_page_down},
	{.name = "page-up", .label = N_("上翻"), .flags = ACTION_QUIET, .run = act_page_up},
	{0},
};
const struct context pick_context = {.name = "pick", .label = N_("选取"), .actions = actions};

static const struct screen_type pick_type = {
	.name = "pick-screen", .title = N_("选取"), .size = sizeof(struct pick), .popup = true, .open = pick_open, .close = pick_close,
	.paint = pick_paint, .chain = pick_chain,
};

void ask_pick(struct app *app, const char *title, const struct pick_row *rows, size_t n, const char *start, struct then then)
{
	struct pick_arg data = {.title = title, .start = start, .rows = rows, .n = n};
	struct screen_arg arg = {.data = &data};
	app_push(app, &pick_type, &arg, then);
}
