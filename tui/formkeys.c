#include <string.h>

#include "base/text.h"
#include "tui/app.h"
#include "tui/ask.h"
#include "tui/form_private.h"

static void act_next(struct app *app, void *self)
{
	(void)app;
	form_move(self, 1);
}

static void act_previous(struct app *app, void *self)
{
	(void)app;
	form_move(self, -1);
}

static void act_confirm(struct app *app, void *self)
{
	(void)app;
	form_save(self);
}

static void value_picked(struct screen *below, void *ctx, const struct result *r)
{
	struct form *f = ctx;
	struct form_item *item = form_focused(f);
	(void)below;
	if (!r->done || !item)
		return;
	if ((item->f->flags & FIELD_MULTI) && item->edit.len) {
		edit_set(&item->edit, arena_printf(f->arena, "%s,%s", edit_text(&item->edit), r->text));
	} else {
		edit_set(&item->edit, r->text);
	}
	item->stale = true;
	form_left(f);
	if (!(item->f->flags & FIELD_MULTI))
		form_move(f, 1);
}

static void text_written(struct screen *below, void *ctx, const struct result *r)
{
	struct form *f = ctx;
	struct form_item *item = form_focused(f);
	(void)below;
	if (!r->done || !item)
		return;
	edit_set(&item->edit, r->text);
	item->stale = true;
	form_move(f, 1);
}

/* F4: a list of values, or a full screen for a long text. */
static void act_values(struct app *app, void *self)
{
	struct form *f = self;
	struct form_item *item = form_focused(f);
	struct form_values v;
	struct err e = {0};
	if (!item)
		return;
	if (item->f->type == FIELD_LINES) {
		ask_lines(app, tr(item->f->label), edit_text(&item->edit), (struct then){.call = text_written, .ctx = f});
		return;
	}
	if (!form_values_of(f, item, &app->event_arena, &v, &e)) {
		app_refuse(app, &e);
		return;
	}
	struct pick_row *rows = arena_array(&app->event_arena, struct pick_row, v.n + 1);
	for (size_t i = 0; i < v.n; i++)
		rows[i] = (struct pick_row){.code = v.rows[i].code, .label = v.rows[i].label, .note = v.rows[i].note};
	const char *now = record_stored(item->f, item->rec, &app->event_arena);
	ask_pick(app, tr(item->f->label), rows, v.n, now, (struct then){.call = value_picked, .ctx = f});
}

static void act_help(struct app *app, void *self)
{
	struct form_item *item = form_focused(self);
	if (item && item->f->help)
		app_note(app, _("%s：%s"), tr(item->f->label), tr(item->f->help));
	else
		app_note(app, "%s", _("这一栏没有说明；F9 列出全部动作，其中有“按键一览”"));
}

static void act_first(struct app *app, void *self)
{
	struct form *f = self;
	(void)app;
	form_left(f);
	f->focus = 0;
	if (f->n && !form_visible(f, 0))
		form_move(f, 1);
}

static void act_last(struct app *app, void *self)
{
	struct form *f = self;
	(void)app;
	form_left(f);
	for (size_t i = 0; i < f->n; i++)
		if (form_visible(f, i))
			f->focus = i;
}

static bool has_typed(struct app *app, void *self, struct err *why)
{
	struct form *f = self;
	const struct form_item *item = form_focused(f);
	(void)app;
	return f->dirty || (item && item->stale) || err_set(why, ERR_RULE, _("还没有填什么"));
}

static void discard_confirmed(struct screen *s, void *ctx, const struct result *r)
{
	if (!r->done)
		return;
	form_discard(ctx);
	act_first(s->app, ctx);
	app_changed(s->app);
	app_note(s->app, "%s", _("草稿已丢弃，从头填写"));
}

static void act_discard(struct app *app, void *self)
{
	ask_confirm(app, _("丢弃草稿"), _("这张表里填过、没有保存的内容全部丢弃，不能找回。"), (struct then){.call = discard_confirmed, .ctx = self});
}

static const struct action form_actions[] = {
	{.name = "help", .label = N_("说明"), .flags = ACTION_BAR, .run = act_help},
	{.name = "confirm", .label = N_("保存"), .flags = ACTION_BAR, .run = act_confirm},
	{.name = "values", .label = N_("值表"), .flags = ACTION_BAR, .run = act_values},
	{.name = "discard", .label = N_("丢弃草稿，从头填写"), .run = act_discard, .can = has_typed},
	{.name = "next-field", .label = N_("下一栏"), .flags = ACTION_REQUIRED | ACTION_QUIET, .run = act_next},
	{.name = "previous-field", .label = N_("上一栏"), .flags = ACTION_REQUIRED | ACTION_QUIET, .run = act_previous},
	{.name = "first-field", .label = N_("第一栏"), .flags = ACTION_QUIET, .run = act_first},
	{.name = "last-field", .label = N_("最后一栏"), .flags = ACTION_QUIET, .run = act_last},
	{0},
};
const struct context form_context = {.name = "form", .label = N_("表单"), .actions = form_actions};

void form_chain(struct form *f, struct chain *out)
{
	struct form_item *item = form_focused(f);
	if (item)
		chain_add(out, &field_context, &item->edit);
	chain_add(out, &form_context, f);
}
