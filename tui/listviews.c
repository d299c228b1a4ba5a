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

static struct viewed *viewed_of(const struct screen *s)
{
	return s->state;
}

/* Index of a view; the number of views when there is none of that code. */
static size_t view_find(const struct list_views *v, const char *code)
{
	size_t i = 0;
	while (v->views[i].code && (!code || strcmp(v->views[i].code, code) != 0))
		i++;
	return i;
}

static void show(struct screen *s, const char *code)
{
	struct viewed *v = viewed_of(s);
	size_t at = view_find(v->of, code);
	v->at = v->of->views[at].code ? at : 0;
	if (v->of->title)
		s->title = arena_printf(&s->arena, tr(v->of->title), tr(v->of->views[v->at].label));
	bool narrow = v->of->narrow && v->of->is_narrow(v->of->views[v->at].code);
	list_open(&v->list, s, narrow ? v->of->narrow : v->of->source);
}

static void show_again(struct screen *s, const char *code)
{
	list_close(&viewed_of(s)->list);
	show(s, code);
}

void viewed_open(struct screen *s, const struct list_views *of, const char *code)
{
	viewed_of(s)->of = of;
	show(s, code);
}

size_t viewed_at(const struct screen *s)
{
	return viewed_of(s)->at;
}

const char *viewed_code(const struct screen *s)
{
	const struct viewed *v = viewed_of(s);
	return v->of->views[v->at].code;
}

/* "未办结  处罚 -拍卖": what a saved filter shows. */
static const char *told(const struct list_views *v, const struct saved *s, struct arena *a)
{
	const struct choice *c = &v->views[view_find(v, s->view)];
	const char *view = c->code ? tr(c->label) : s->view;
	return *s->filter ? arena_printf(a, "%s  %s", view, s->filter) : view;
}

static void take(struct screen *s, const char *name)
{
	struct app *app = s->app;
	const struct list_views *v = viewed_of(s)->of;
	struct saved f;
	struct err e = {0};
	if (!saved_get(app->office, list_name(s), name, &app->event_arena, &f, &e)) {
		app_refuse(app, &e);
		return;
	}
	bool known = v->views[view_find(v, f.view)].code;
	show_again(s, f.view);
	list_show(&viewed_of(s)->list, f.filter, f.sort, f.descending);
	if (known)
		app_note(app, _("筛选“%s”：%s"), f.name, told(v, &f, &app->event_arena));
	else
		app_note(app, _("筛选“%s”的分类“%s”已经没有了，改看%s"), f.name, f.view, tr(v->views[0].label));
}

/* --- kept under a name ------------------------------------------------------------------------------------------------------- */

static void name_given(struct screen *s, void *ctx, const struct result *r)
{
	const struct list *l = &viewed_of(s)->list;
	struct saved f = {.name = r->text, .view = viewed_code(s), .filter = edit_text(&l->filter), .sort = l->sort, .descending = l->descending};
	struct err e = {0};
	(void)ctx;
	if (!r->done)
		return;
	if (saved_put(s->app->office, list_name(s), &f, &e))
		app_note(s->app, _("已保存筛选“%s”：%s；F4 里选用"), f.name, told(viewed_of(s)->of, &f, &s->app->event_arena));
	else
		app_refuse(s->app, &e);
}

/* --- renamed, removed ----------------------------------------------------------------------------------------------------------- */

static void renamed(struct screen *s, void *ctx, const struct result *r)
{
	const char *name = ctx;
	struct err e = {0};
	if (!r->done)
		return;
	if (saved_rename(s->app->office, list_name(s), name, r->text, &e))
		app_note(s->app, _("“%s”已改名为“%s”"), name, r->text);
	else
		app_refuse(s->app, &e);
}

static void act_chosen(struct screen *s, void *ctx, const struct result *r)
{
	const char *name = ctx;
	if (!r->done)
		return;
	if (!strcmp(r->text, "rename")) {
		ask_line(s->app, _("筛选改名"), _("新名称"), name, (struct then){.call = renamed, .ctx = ctx});
		return;
	}
	saved_drop(s->app->office, list_name(s), name);
	app_note(s->app, _("已删除筛选“%s”"), name);
}

static void change_chosen(struct screen *s, void *ctx, const struct result *r)
{
	(void)ctx;
	if (!r->done)
		return;
	char *name = arena_strdup(&s->arena, r->text);
	const struct pick_row rows[] = {{.code = "rename", .label = _("改名")}, {.code = "drop", .label = _("删除")}};
	ask_pick(s->app, name, rows, 2, NULL, (struct then){.call = act_chosen, .ctx = name});
}

/* --- F4 --------------------------------------------------------------------------------------------------------------------------- */

static void ask_change(struct screen *s)
{
	struct arena *a = &s->app->event_arena;
	struct saved *all;
	const char *damaged;
	size_t n = saved_list(s->app->office, list_name(s), a, &all, &damaged);
	struct pick_row *rows = arena_array(a, struct pick_row, n + 1);
	for (size_t i = 0; i < n; i++)
		rows[i] = (struct pick_row){.code = all[i].name, .label = all[i].name, .note = told(viewed_of(s)->of, &all[i], a)};
	ask_pick(s->app, _("改名或删除哪一个"), rows, n, NULL, (struct then){.call = change_chosen});
}

static void picked(struct screen *s, void *ctx, const struct result *r)
{
	(void)ctx;
	if (!r->done)
		return;
	if (!strncmp(r->text, own, sizeof own - 1))
		take(s, r->text + sizeof own - 1);
	else if (!strcmp(r->text, keep))
		ask_line(s->app, _("保存现在的筛选"), _("名称"), edit_text(&viewed_of(s)->list.filter), (struct then){.call = name_given});
	else if (!strcmp(r->text, change))
		ask_change(s);
	else
		show_again(s, r->text);
}

void viewed_act(struct app *app, void *screen)
{
	struct screen *s = screen;
	const struct list_views *v = viewed_of(s)->of;
	struct arena *a = &app->event_arena;
	struct saved *all;
	const char *damaged = NULL;
	size_t n = saved_list(app->office, list_name(s), a, &all, &damaged), k = 0, views = view_find(v, NULL);
	struct pick_row *rows = arena_array(a, struct pick_row, views + n + 2);
	for (size_t i = 0; i < views; i++)
		rows[k++] = (struct pick_row){.code = v->views[i].code, .label = tr(v->views[i].label)};
	for (size_t i = 0; i < n; i++)
		rows[k++] = (struct pick_row){.code = arena_printf(a, "%s%s", own, all[i].name), .label = all[i].name, .note = told(v, &all[i], a)};
	rows[k++] = (struct pick_row){.code = keep, .label = _("保存现在的筛选…")};
	if (n)
		rows[k++] = (struct pick_row){.code = change, .label = _("改名、删除保存的筛选…")};
	ask_pick(app, _("看哪一类"), rows, k, viewed_code(s), (struct then){.call = picked});
	if (damaged) {
		app_note(app, "%s", damaged);
		app->note_error = true;
	}
}
