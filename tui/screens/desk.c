/* The first screen: a numbered menu. Digits and Enter, or arrows and Enter; digits pass through any input method. */
#include <string.h>

#include "base/text.h"
#include "tui/app.h"
#include "tui/edit.h"
#include "tui/keys.h"

enum { MAX_MENU = 64 };

struct desk_state {
	struct edit code;
	size_t cursor;
	const struct screen_type *menu[MAX_MENU];
	size_t n;
};

static void follow(void *owner)
{
	struct desk_state *d = owner;
	for (size_t i = 0; i < d->n; i++)
		if (d->menu[i]->code && d->code.len && !strncmp(d->menu[i]->code, edit_text(&d->code), d->code.len)) {
			d->cursor = i;
			return;
		}
}

static bool desk_open(struct screen *s, const struct screen_arg *arg, struct err *e)
{
	struct desk_state *d = s->state;
	(void)arg;
	(void)e;
	for (size_t i = 0; screen_types[i] && d->n < MAX_MENU; i++)
		if (screen_types[i]->menu)
			d->menu[d->n++] = screen_types[i];
	d->code.limit = 4;
	d->code.changed = follow;
	d->code.owner = d;
	return true;
}

static void desk_close(struct screen *s)
{
	edit_free(&((struct desk_state *)s->state)->code);
}

static void desk_paint(struct screen *s, struct canvas *c, struct area body)
{
	struct desk_state *d = s->state;
	static const char *const label = N_(" 选择（编号后按 Enter）：");
	int x = text_cells(tr(label));
	canvas_text(c, body.y + 1, 0, x, ROLE_LABEL, tr(label));
	edit_paint(&d->code, c, body.y + 1, x, 5, true);
	int rows = body.rows - 3;
	for (size_t i = 0; i < d->n; i++) {
		const struct screen_type *t = d->menu[i];
		int col = (int)i / rows, y = body.y + 3 + (int)i % rows, w = body.cols / 2;
		bool can = s->app->office || !t->needs_office;
		if ((col + 1) * w > body.cols)
			break;
		enum role role = i == d->cursor ? ROLE_SELECTED : can ? ROLE_TEXT : ROLE_DIM;
		canvas_printf(c, y, col * w, w - 1, role, "%s %4s  %s", i == d->cursor ? ">" : " ", t->code ? t->code : "", tr(t->title));
	}
}

/* Digits only, in whatever width the input method sends them. */
static bool desk_text(struct app *app, void *self, const char *s, bool paste)
{
	struct desk_state *d = self;
	uint32_t cp;
	size_t n = utf8_next(s, strlen(s), &cp);
	cp = key_fold(cp);
	if (paste || s[n] || cp < '0' || cp > '9')
		return false;
	char digit[2] = {(char)cp, '\0'};
	return field_context.text(app, &d->code, digit, false);
}
static const struct context code_context = {.name = "desk-code", .text = desk_text, .keys_first = true};

static void desk_chain(struct screen *s, struct chain *out)
{
	chain_add(out, &code_context, s->state);
}

static void act_enter(struct app *app, void *self)
{
	struct screen *s = self;
	struct desk_state *d = s->state;
	const char *code = edit_text(&d->code);
	if (*code) {
		const struct screen_type *t = screen_find(code);
		if (!t)
			app_note(app, _("没有编号 %s"), code);
		edit_set(&d->code, "");
		if (t)
			app_push(app, t, NULL, (struct then){0});
	} else if (d->cursor < d->n) {
		app_push(app, d->menu[d->cursor], NULL, (struct then){0});
	}
}

static void move(struct desk_state *d, int by)
{
	edit_set(&d->code, "");
	if (by > 0 ? d->cursor + 1 < d->n : d->cursor > 0)
		d->cursor += by > 0 ? 1 : (size_t)-1;
}

static void act_down(struct app *app, void *self)
{
	(void)app;
	move(((struct screen *)self)->state, 1);
}

static void act_up(struct app *app, void *self)
{
	(void)app;
	move(((struct screen *)self)->state, -1);
}

static void act_clear(struct app *app, void *self)
{
	struct desk_state *d = ((struct screen *)self)->state;
	(void)app;
	edit_backspace(&d->code);
	follow(d);
}

static const struct action actions[] = {
	{.name = "enter", .label = N_("打开"), .flags = ACTION_REQUIRED | ACTION_QUIET, .run = act_enter},
	{.name = "cursor-down", .label = N_("下移"), .flags = ACTION_REQUIRED | ACTION_QUIET, .run = act_down},
	{.name = "cursor-up", .label = N_("上移"), .flags = ACTION_REQUIRED | ACTION_QUIET, .run = act_up},
	{.name = "clear-option", .label = N_("退一位"), .flags = ACTION_QUIET, .run = act_clear},
	{0},
};

const struct screen_type desk_screen = {
	.name = "desk", .code = "1", .title = N_("关务公开"), .actions = actions, .size = sizeof(struct desk_state),
	.open = desk_open, .close = desk_close, .paint = desk_paint, .chain = desk_chain,
};
