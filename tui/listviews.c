#include "tui/listviews.h"

#include <string.h>

#include "base/text.h"
#include "office/saved.h"
#include "tui/app.h"
#include "tui/ask.h"

/* Codes of the rows that are no view: what begins with these signs is a filter of the clerk's, or an act. */
static const char own[] = "saved:", keep[] = "+keep", change[] = "+change";

static const char *list_name(const struct screen *s)
{
	return s->type->name;
}

static const char *label_of(const struct list_views *v, const char *code)
{
	const char *label = choice_label(v->views, code);
	return label ? tr(label) : NULL;
}

static bool is_view(const struct list_views *v, const char *code)
{
	for (const struct choice *c = v->views; c->code; c++)
		if (!strcmp(c->code, code))
			return true;
	return false;
}

/* "未办结  处罚 -拍卖": what a saved filter shows. */
static const char *told(const struct list_views *v, const struct saved *s, struct arena *a)
{
	const char *view = is_view(v, s->view) ? label_of(v, s->view) : s->view;
	return *s->filter ? arena_printf(a, "%s  %s", view, s->filter) : view;
}

static void take(struct screen *s, const struct list_views *v, const char *name)
{
	struct app *app = s->app;
	struct saved f;
	struct err e = {0};
	if (!saved_get(app->office, list_name(s), name, &app->event_arena, &f, &e)) {
		app_refuse(app, &e);
		return;
	}
	bool known = is_view(v, f.view);
	v->show(s, known ? f.view : v->views[0].code);
	list_show(v->list(s), f.filter, f.sort, f.descending);
	if (known)
		app_note(app, _("筛选“%s”：%s"), f.name, told(v, &f, &app->event_arena));
	else
		app_note(app, _("筛选“%s”的分类“%s”已经没有了，改看%s"), f.name, f.view, label_of(v, v->views[0].code));
}

/* --- kept under a name ------------------------------------------------------------------------------------------------------- */

static void name_given(struct screen *s, void *ctx, const struct result *r)
{
	const struct list_views *v = ctx;
	const struct list *l = v->list(s);
	struct saved f = {.name = r->text, .view = v->current(s), .filter = edit_text(&l->filter), .sort = l->sort, .descending = l->descending};
	struct err e = {0};
	if (!r->done)
		return;
	if (saved_put(s->app->office, list_name(s), &f, &e))
		app_note(s->app, _("已保存筛选“%s”：%s；F4 里选用"), f.name, told(v, &f, &s->app->event_arena));
	else
		app_refuse(s->app, &e);
}

/* --- renamed, removed ----------------------------------------------------------------------------------------------------------- */

struct changing {
	const struct list_views *views;
	const char *name;
};

static void renamed(struct screen *s, void *ctx, const struct result *r)
{
	const struct changing *c = ctx;
	struct err e = {0};
	if (!r->done)
		return;
	if (saved_rename(s->app->office, list_name(s), c->name, r->text, &e))
		app_note(s->app, _("“%s”已改名为“%s”"), c->name, r->text);
	else
		app_refuse(s->app, &e);
}

static void act_chosen(struct screen *s, void *ctx, const struct result *r)
{
	const struct changing *c = ctx;
	if (!r->done)
		return;
	if (!strcmp(r->text, "rename")) {
		ask_line(s->app, _("筛选改名"), _("新名称"), c->name, (struct then){.call = renamed, .ctx = ctx});
		return;
	}
	saved_drop(s->app->office, list_name(s), c->name);
	app_note(s->app, _("已删除筛选“%s”"), c->name);
}

static void change_chosen(struct screen *s, void *ctx, const struct result *r)
{
	struct changing *c = arena_new(&s->arena, struct changing);
	if (!r->done)
		return;
	*c = (struct changing){.views = ctx, .name = arena_strdup(&s->arena, r->text)};
	const struct pick_row rows[] = {{.code = "rename", .label = _("改名")}, {.code = "drop", .label = _("删除")}};
	ask_pick(s->app, c->name, rows, 2, NULL, (struct then){.call = act_chosen, .ctx = c});
}

/* --- F4 --------------------------------------------------------------------------------------------------------------------------- */

static void ask_change(struct screen *s, const struct list_views *v)
{
	struct arena *a = &s->app->event_arena;
	struct saved *all;
	const char *damaged;
	size_t n = saved_list(s->app->office, list_name(s), a, &all, &damaged);
	struct pick_row *rows = arena_array(a, struct pick_row, n + 1);
	for (size_t i = 0; i < n; i++)
		rows[i] = (struct pick_row){.code = all[i].name, .label = all[i].name, .note = told(v, &all[i], a)};
	ask_pick(s->app, _("改名或删除哪一个"), rows, n, NULL, (struct then){.call = change_chosen, .ctx = (void *)(uintptr_t)v});
}

static void picked(struct screen *s, void *ctx, const struct result *r)
{
	const struct list_views *v = ctx;
	if (!r->done)
		return;
	if (!strncmp(r->text, own, sizeof own - 1))
		take(s, v, r->text + sizeof own - 1);
	else if (!strcmp(r->text, keep))
		ask_line(s->app, _("保存现在的筛选"), _("名称"), edit_text(&v->list(s)->filter), (struct then){.call = name_given, .ctx = ctx});
	else if (!strcmp(r->text, change))
		ask_change(s, v);
	else
		v->show(s, r->text);
}

void list_views_ask(struct screen *s, const struct list_views *v)
{
	struct app *app = s->app;
	struct arena *a = &app->event_arena;
	struct saved *all;
	const char *damaged = NULL;
	size_t n = saved_list(app->office, list_name(s), a, &all, &damaged), k = 0, views = 0;
	while (v->views[views].code)
		views++;
	struct pick_row *rows = arena_array(a, struct pick_row, views + n + 2);
	for (size_t i = 0; i < views; i++)
		rows[k++] = (struct pick_row){.code = v->views[i].code, .label = label_of(v, v->views[i].code)};
	for (size_t i = 0; i < n; i++)
		rows[k++] = (struct pick_row){.code = arena_printf(a, "%s%s", own, all[i].name), .label = all[i].name, .note = told(v, &all[i], a)};
	rows[k++] = (struct pick_row){.code = keep, .label = _("保存现在的筛选…")};
	if (n)
		rows[k++] = (struct pick_row){.code = change, .label = _("改名、删除保存的筛选…")};
	ask_pick(app, _("看哪一类"), rows, k, v->current(s), (struct then){.call = picked, .ctx = (void *)(uintptr_t)v});
	if (damaged) {
		app_note(app, "%s", damaged);
		app->note_error = true;
	}
}
