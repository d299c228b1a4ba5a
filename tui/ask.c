/* Prompts: a line, a long text, a confirmation, a text to read. */
#include "tui/ask.h"

#include <string.h>

#include "base/text.h"
#include "tui/app.h"
#include "tui/edit.h"
#include "tui/pane.h"
#include "tui/prompt.h"

struct ask_arg {
	const char *title, *label, *text;
};

struct ask {
	const char *label;
	struct edit edit;
	struct pane pane;
};

static bool ask_open(struct screen *s, const struct screen_arg *arg, struct err *e)
{
	const struct ask_arg *from = arg->data;
	struct ask *k = s->state;
	(void)e;
	s->title = arena_strdup(&s->arena, from->title);
	k->label = arena_strdup(&s->arena, from->label ? from->label : "");
	k->edit.limit = 8192;
	if (from->text)
		edit_set(&k->edit, from->text);
	return true;
}

static void ask_close(struct screen *s)
{
	edit_free(&((struct ask *)s->state)->edit);
}

/* --- a line ---------------------------------------------------------------------------------------------------------- */

static void line_paint(struct screen *s, struct canvas *c, struct area body)
{
	struct ask *k = s->state;
	struct area a = {.y = body.y + 2, .x = 4, .rows = 4, .cols = body.cols - 8};
	int label = text_cells(k->label) + 1;
	canvas_printf(c, a.y, a.x, a.cols, ROLE_TITLE, " %s", s->title);
	canvas_text(c, a.y + 1, a.x, a.cols, ROLE_TEXT, "");
	canvas_printf(c, a.y + 2, a.x, a.cols, ROLE_LABEL, " %s", k->label);
	edit_paint(&k->edit, c, a.y + 2, a.x + label + 2, a.cols - label - 4, true);
	canvas_text(c, a.y + 3, a.x, a.cols, ROLE_TITLE, _(" Enter 确定  Esc 不做"));
}

static void line_chain(struct screen *s, struct chain *out)
{
	struct ask *k = s->state;
	chain_add(out, &field_context, &k->edit);
	chain_add(out, &line_context, s);
}

static void take_answer(struct app *app, void *self)
{
	struct screen *s = self;
	struct ask *k = s->state;
	(void)app;
	screen_leave(s, (struct result){.done = true, .id = INT_NONE, .text = edit_text(&k->edit)});
}

static const struct action line_actions[] = {
	{.name = "enter", .label = N_("确定"), .flags = ACTION_REQUIRED | ACTION_QUIET, .run = take_answer},
	{.name = "confirm", .label = N_("确定"), .flags = ACTION_BAR, .run = take_answer},
	{0},
};
const struct context line_context = {.name = "line", .label = N_("问答"), .actions = line_actions};

static const struct screen_type line_type = {
	.name = "line-screen", .title = N_("问答"), .size = sizeof(struct ask), .popup = true, .open = ask_open, .close = ask_close,
	.paint = line_paint, .chain = line_chain,
};

void ask_line(struct app *app, const char *title, const char *label, const char *value, struct then then)
{
	struct ask_arg data = {.title = title, .label = label, .text = value};
	struct screen_arg arg = {.data = &data};
	app_push(app, &line_type, &arg, then);
}

/* --- a long text ----------------------------------------------------------------------------------------------------- */

static bool lines_open(struct screen *s, const struct screen_arg *arg, struct err *e)
{
	struct ask *k = s->state;
	k->edit.lines = true;
	bool ok = ask_open(s, arg, e);
	k->edit.limit = 1 << 20;
	return ok;
}

static void lines_paint(struct screen *s, struct canvas *c, struct area body)
{
	struct ask *k = s->state;
	canvas_fit(c, body.y, body.x, body.cols, ROLE_DIM, _(" F2 写好  Esc 回到表单，写下的字不丢"));
	edit_paint_lines(&k->edit, c, (struct area){.y = body.y + 1, .x = body.x, .rows = body.rows - 1, .cols = body.cols}, true);
}

static void lines_chain(struct screen *s, struct chain *out)
{
	struct ask *k = s->state;
	chain_add(out, &field_context, &k->edit);
	chain_add(out, &lines_context, &k->edit);
	chain_add(out, &text_context, s);
}

/* Leaving never drops what was written: both ways take it. */
static const struct action text_actions[] = {
	{.name = "confirm", .label = N_("写好"), .flags = ACTION_BAR | ACTION_REQUIRED, .run = take_answer},
	{.name = "back", .label = N_("返回"), .flags = ACTION_BAR, .run = take_answer},
	{.name = "leave", .label = N_("返回"), .run = take_answer},
	{0},
};
const struct context text_context = {.name = "text", .label = N_("长文"), .actions = text_actions};

static const struct screen_type lines_type = {
	.name = "lines-screen", .title = N_("长文"), .size = sizeof(struct ask), .open = lines_open, .close = ask_close,
	.paint = lines_paint, .chain = lines_chain,
};

void ask_lines(struct app *app, const char *title, const char *value, struct then then)
{
	struct ask_arg data = {.title = title, .text = value};
	struct screen_arg arg = {.data = &data};
	app_push(app, &lines_type, &arg, then);
}

/* --- a text to read, and an act to confirm --------------------------------------------------------------------------- */

static bool text_open(struct screen *s, const struct screen_arg *arg, struct err *e)
{
	const struct ask_arg *from = arg->data;
	struct ask *k = s->state;
	(void)e;
	s->title = arena_strdup(&s->arena, from->title);
	pane_open(&k->pane, &s->arena);
	char *copy = arena_strdup(&s->arena, from->text), *line;
	while ((line = strsep(&copy, "\n")))
		pane_add(&k->pane, ROLE_TEXT, "%s", line);
	return true;
}

static void text_paint(struct screen *s, struct canvas *c, struct area body)
{
	struct ask *k = s->state;
	body.y++;
	body.rows--;
	pane_paint(&k->pane, c, body);
}

static void text_chain(struct screen *s, struct chain *out)
{
	struct ask *k = s->state;
	pane_chain(&k->pane, out);
}

static const struct screen_type text_type = {
	.name = "text-screen", .title = N_("文字"), .size = sizeof(struct ask), .open = text_open, .paint = text_paint, .chain = text_chain,
};

void show_text(struct app *app, const char *title, const char *text)
{
	struct ask_arg data = {.title = title, .text = text};
	struct screen_arg arg = {.data = &data};
	app_push(app, &text_type, &arg, (struct then){0});
}

static void confirm_paint(struct screen *s, struct canvas *c, struct area body)
{
	struct ask *k = s->state;
	int rows = (int)k->pane.n + 2 < body.rows - 5 ? (int)k->pane.n + 2 : body.rows - 5;
	struct area a = {.y = body.y + 2, .x = 4, .rows = rows, .cols = body.cols - 8};
	canvas_printf(c, a.y, a.x, a.cols, ROLE_TITLE, " %s", s->title);
	canvas_fill(c, (struct area){.y = a.y + 1, .x = a.x, .rows = rows, .cols = a.cols}, ROLE_TEXT);
	pane_paint(&k->pane, c, (struct area){.y = a.y + 1, .x = a.x, .rows = rows, .cols = a.cols});
	canvas_text(c, a.y + 1 + rows, a.x, a.cols, ROLE_TITLE, _(" F2 确认  Esc 不做"));
}

static void confirm_chain(struct screen *s, struct chain *out)
{
	text_chain(s, out);
	chain_add(out, &confirm_context, s);
}

static void act_confirm(struct app *app, void *self)
{
	(void)app;
	screen_leave(self, (struct result){.done = true, .id = INT_NONE});
}

static const struct action confirm_actions[] = {
	{.name = "confirm", .label = N_("确认"), .flags = ACTION_BAR | ACTION_REQUIRED, .run = act_confirm},
	{0},
};
const struct context confirm_context = {.name = "confirm", .label = N_("确认"), .actions = confirm_actions};

static const struct screen_type confirm_type = {
	.name = "confirm-screen", .title = N_("确认"), .size = sizeof(struct ask), .popup = true, .open = text_open, .paint = confirm_paint,
	.chain = confirm_chain,
};

void ask_confirm(struct app *app, const char *title, const char *lines, struct then then)
{
	struct ask_arg data = {.title = title, .text = lines};
	struct screen_arg arg = {.data = &data};
	app_push(app, &confirm_type, &arg, then);
}
