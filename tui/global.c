/* What works on every screen: help, leave, back, palette, menu; and the names whose meaning is the same wherever a screen has them. */
#include <string.h>

#include "tui/app.h"
#include "tui/ask.h"
#include "tui/screen.h"

static bool may_leave(struct app *app, struct screen *s)
{
	struct err why = {0};
	if (!s->type->leave || s->type->leave(s, &why))
		return true;
	app_refuse(app, &why);
	return false;
}

static void act_back(struct app *app, void *self)
{
	struct screen *s = self;
	if (!s->below)
		app_note(app, "%s", _("这里是第一屏；F3 离开"));
	else if (may_leave(app, s))
		screen_leave(s, (struct result){.id = INT_NONE});
}

static void act_leave(struct app *app, void *self)
{
	struct screen *s = self;
	if (s->below)
		app_home(app);
	else if (may_leave(app, s))
		screen_leave(s, (struct result){.id = INT_NONE});
}

static void act_redraw(struct app *app, void *self)
{
	(void)self;
	app->redraw = true;
}

static void act_refresh(struct app *app, void *self)
{
	struct screen *s = self;
	if (s->type->refresh)
		s->type->refresh(s);
	if (app->host.changes)
		app->changes_seen = app->changes_now = app->host.changes(app->host.ctx);
}

static void open_named(struct app *app, const char *name)
{
	const struct screen_type *t = screen_find(name);
	if (t)
		app_push(app, t, NULL, (struct then){0});
}

static void act_search(struct app *app, void *self)
{
	(void)self;
	if (screen_find("search"))
		open_named(app, "search");
	else
		app_note(app, "%s", _("还没有可查的内容"));
}

/* One's own last step in the case that the screen is about. */
static void act_undo(struct app *app, void *self)
{
	struct screen *s = self;
	const char *verb = s->type->noun ? arena_printf(&app->event_arena, "%s.undo", s->type->noun) : NULL;
	int64_t id = s->type->subject ? s->type->subject(s) : INT_NONE;
	if (!verb || id == INT_NONE || !app->host.verb_label || !app->host.verb_label(app->host.ctx, verb))
		app_note(app, "%s", _("这里没有可以撤销的一步"));
	else
		app->host.verb_start(app->host.ctx, app, verb, id);
}

static bool has_outcome(struct app *app, void *self, struct err *why)
{
	(void)self;
	return app->outcome.text || err_set(why, ERR_RULE, _("还没有打印、导出过什么"));
}

static void act_outcome(struct app *app, void *self)
{
	(void)self;
	app->outcome.unread = false;
	show_text(app, _("打印结果"), app->outcome.text);
}

/* --- help: every key of this place, from the live map ---------------------------------------------------------------- */

static void add_keys(struct app *app, const struct chain *chain, struct str *out)
{
	for (int i = 0; i < chain->n; i++) {
		const struct context *c = &chain->layers[i].context;
		bool first = true;
		for (const struct action *act = c->actions; act && act->name; act++) {
			const char *key = keymap_key_of(&app->keys, chain, act->name, &app->event_arena);
			const char *label = act->label ? tr(act->label)
				: app->host.verb_label ? app->host.verb_label(app->host.ctx, act->name) : act->name;
			if (!key || !label || (!act->run && !strchr(act->name, '.')))
				continue;
			if (first)
				str_printf(out, "%s%s\n", out->len ? "\n" : "", tr(c->label));
			first = false;
			str_printf(out, "  %-10s %s\n", key, label);
		}
	}
}

static void act_keys(struct app *app, void *self)
{
	struct chain chain;
	(void)self;
	app_chain(app, &chain);
	struct str out = str_new(&app->event_arena), list = str_new(&app->event_arena);
	if (app->keys_fault)
		str_printf(&out, "%s\n\n", app->keys_fault);
	add_keys(app, &chain, &list);
	str_add(&out, list.s);
	str_printf(&out, "\n%s\n%s\n%s%s\n", _("Esc 再按数字 1-9 等于 F1-F9，Esc 0 是 F10，Esc - 是 F11，Esc = 是 F12"),
		_("全角数字、字母和中文标点作键时与半角相同"), _("键位表："), app->keys.name);
	show_text(app, _("按键一览"), out.s);
}

/* --- palette and menu ------------------------------------------------------------------------------------------------ */

enum { MAX_ROWS = 400 };

struct offer {
	struct pick_row *rows;
	size_t n;
};

static void offer_action(struct app *app, const struct chain *chain, const struct layer *layer, const struct action *act, struct offer *o)
{
	struct arena *a = &app->event_arena;
	struct err why = {0};
	const char *label = act->label ? tr(act->label) : app->host.verb_label ? app->host.verb_label(app->host.ctx, act->name) : NULL;
	if (!label || o->n == MAX_ROWS)
		return;
	bool can = app_can(app, layer, act, &why);
	const char *key = keymap_key_of(&app->keys, chain, act->name, a);
	o->rows[o->n++] = (struct pick_row){
		.code = arena_printf(a, "action %s", act->name), .label = label, .dim = !can,
		.note = can ? key : arena_strdup(a, why.text),
	};
}

static void offer_layer(struct app *app, const struct chain *chain, int i, struct offer *o)
{
	const struct layer *l = &chain->layers[i];
	for (const struct action *act = l->context.actions; act && act->name; act++)
		if (!(act->flags & ACTION_QUIET) && (act->run || strchr(act->name, '.')))
			offer_action(app, chain, l, act, o);
}

static void offer_screens(struct app *app, struct offer *o)
{
	for (size_t i = 0; screen_types[i] && o->n < MAX_ROWS; i++) {
		const struct screen_type *t = screen_types[i];
		if (!t->menu)
			continue;
		bool can = app->office || !t->needs_office;
		o->rows[o->n++] = (struct pick_row){
			.code = arena_printf(&app->event_arena, "open %s", t->name), .label = tr(t->title), .dim = !can,
			.note = can ? t->code : _("没有打开办公室文件"),
		};
	}
}

static void chosen(struct screen *below, void *ctx, const struct result *r)
{
	struct app *app = below->app;
	(void)ctx;
	if (!r->done)
		return;
	if (!strncmp(r->text, "open ", 5))
		open_named(app, r->text + 5);
	else
		app_action(app, r->text + 7);
}

static void offer(struct app *app, const char *title, bool everything)
{
	struct chain chain;
	struct offer o = {.rows = arena_array(&app->event_arena, struct pick_row, MAX_ROWS)};
	app_chain(app, &chain);
	for (int i = 0; i < chain.n; i++)
		if (everything || i + 1 < chain.n)
			offer_layer(app, &chain, i, &o);
	if (everything)
		offer_screens(app, &o);
	ask_pick(app, title, o.rows, o.n, NULL, (struct then){.call = chosen});
}

static void act_palette(struct app *app, void *self)
{
	(void)self;
	offer(app, _("全部动作和画面"), true);
}

static void act_menu(struct app *app, void *self)
{
	(void)self;
	offer(app, _("这一屏的动作"), false);
}

static const struct action actions[] = {
	{.name = "help", .label = N_("帮助"), .flags = ACTION_BAR | ACTION_REQUIRED, .run = act_keys},
	{.name = "keys", .label = N_("按键一览"), .run = act_keys},
	{.name = "confirm", .label = N_("确认"), .flags = ACTION_REQUIRED},
	{.name = "leave", .label = N_("离开"), .flags = ACTION_BAR | ACTION_REQUIRED, .run = act_leave},
	{.name = "values", .label = N_("值表"), .flags = ACTION_REQUIRED},
	{.name = "refresh", .label = N_("刷新"), .flags = ACTION_BAR, .run = act_refresh},
	{.name = "new", .label = N_("新建")},
	{.name = "search", .label = N_("查找"), .flags = ACTION_BAR | ACTION_REQUIRED, .run = act_search},
	{.name = "print", .label = N_("打印")},
	{.name = "palette", .label = N_("命令"), .flags = ACTION_BAR | ACTION_REQUIRED, .run = act_palette},
	{.name = "menu", .label = N_("菜单"), .flags = ACTION_BAR | ACTION_REQUIRED, .run = act_menu},
	{.name = "why", .label = N_("期限"), .flags = ACTION_REQUIRED},
	{.name = "back", .label = N_("返回"), .flags = ACTION_BAR | ACTION_REQUIRED, .run = act_back},
	{.name = "undo", .label = N_("撤销上一步"), .flags = ACTION_QUIET, .run = act_undo},
	{.name = "outcome", .label = N_("打印结果"), .run = act_outcome, .can = has_outcome},
	{.name = "redraw", .label = N_("重画屏幕"), .flags = ACTION_QUIET, .run = act_redraw},
	{0},
};
const struct context global_context = {.name = "global", .label = N_("到处"), .actions = actions};
