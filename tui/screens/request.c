/* One request: its clocks, the applicant, the applicant's words, what is missing, what happened, its letters, what may be done now. */
#include "tui/screens/request.h"

#include <string.h>

#include "base/text.h"
#include "office/similar.h"
#include "tui/screens/appeal.h"
#include "tui/screens/casefile.h"
#include "tui/screens/letter.h"
#include "tui/screens/matter.h"
#include "tui/verb_form.h"

struct page {
	struct pane pane;
	int64_t id;
	bool compare;         /* similar cases are still to be looked for, in an idle moment */
	const char **similar; /* lines about cases alike, what is public, how often; in the screen's arena */
	size_t nsimilar;
	struct casefile_export export;
};

/* --- what is shown ------------------------------------------------------------------------------------------------------ */

static void show_missing(struct pane *p, const struct request_view *v, struct arena *a)
{
	struct str s = str_new(a);
	for (size_t i = 0; i < v->nmissing; i++)
		str_printf(&s, i ? _("、%s") : "%s", tr(record_field(&request_type, v->missing[i])->label));
	if (v->nmissing)
		pane_add(p, ROLE_SOON, _("  缺：%s"), s.s);
}

static void show_similar(struct pane *p, const struct page *st)
{
	for (size_t i = 0; i < st->nsimilar; i++)
		pane_add(p, ROLE_SOON, "  %s", st->similar[i]);
}

static bool load(struct screen *s, struct err *e)
{
	struct page *st = s->state;
	struct arena *a = &s->app->event_arena;
	struct request_view v;
	if (!request_load(s->app->office, st->id, a, &v, e))
		return false;
	s->title = arena_printf(&s->arena, "%s %s", v.c.matter.number, tr(choice_label(matter_states, v.c.matter.state)));
	int top = st->pane.top;
	pane_clear(&st->pane);
	pane_add(&st->pane, ROLE_TITLE, "%s  %s", v.request.applicant.name ? v.request.applicant.name : "",
		tr(choice_label(applicant_kinds, v.request.applicant.applicant_kind)));
	matter_show_clocks(&st->pane, s->app, &v.c, a);
	if (!matter_show_closeout(&st->pane, s->app, &v.c, a, e))
		return false;
	matter_show_words(&st->pane, _("所需信息"), v.request.content, a);
	show_missing(&st->pane, &v, a);
	show_similar(&st->pane, st);
	if (!matter_show_identity(&st->pane, s->app, st->id, false, a, e) || !matter_show_work(&st->pane, s->app, &v.c, a, e))
		return false;
	matter_show_events(&st->pane, &v.c, a);
	if (!matter_show_letters(&st->pane, s->app, st->id, a, e) || !matter_show_offers(&st->pane, s->app, &v.c, a, e))
		return false;
	matter_show_fields(&st->pane, &request_type, &v.request, &v.c.matter, a);
	if (!matter_show_handler(&st->pane, s->app, &v.c.matter, a, e))
		return false;
	st->pane.top = top;
	return true;
}

/* The lines, in the screen's arena. */
static bool look_around(struct screen *s, struct err *e)
{
	struct page *st = s->state;
	struct office *o = s->app->office;
	struct arena *a = &s->app->event_arena;
	struct request r;
	struct matter_case c;
	const struct similar *rows;
	const struct public_info *public;
	struct repeat times;
	size_t n, m;
	if (!request_typed(o, st->id, a, &r, NULL, e) || !request_similar(o, &r, st->id, a, &rows, &n, e) ||
		!request_public(o, &r, a, &public, &m, e) || !matter_load(o, st->id, a, &c, e) ||
		!request_repeat(o, &r.applicant, c.matter.received, a, &times, e))
		return false;
	st->nsimilar = 0;
	st->similar = arena_array(&s->arena, const char *, n + m + 1);
	for (size_t i = 0; i < m; i++)
		st->similar[st->nsimilar++] = arena_printf(&s->arena, _("可能已公开：%s"), public_line(&public[i], a));
	if (times.year > 1)
		st->similar[st->nsimilar++] = arena_printf(&s->arena, _("同一申请人本月%lld件、本年%lld件"), (long long)times.month, (long long)times.year);
	for (size_t i = 0; i < n; i++)
		st->similar[st->nsimilar++] = arena_printf(&s->arena, _("相似：%s  %s"), rows[i].number, rows[i].why);
	return true;
}

/* In an idle moment, not while a key waits. */
static void compare(struct screen *s)
{
	struct page *st = s->state;
	struct err e = {0};
	st->compare = false;
	app_give_way(s->app, true);
	bool found = look_around(s, &e);
	app_give_way(s->app, false);
	st->compare = e.code == ERR_BUSY; /* a key came between: once more when it is quiet */
	if (found && st->nsimilar && !load(s, &e))
		app_refuse(s->app, &e);
}

/* --- the screen --------------------------------------------------------------------------------------------------------- */

static bool request_open(struct screen *s, const struct screen_arg *arg, struct err *e)
{
	struct page *st = s->state;
	st->id = arg->id;
	if (!arg->id && !arg->text)
		return err_set(e, ERR_MISSING, _("从申请清单里打开"));
	if (!arg->id && !matter_find(s->app->office, "request", arg->text, &st->id, e))
		return false;
	pane_open(&st->pane, &s->arena);
	st->compare = s->app->idle_wanted = true;
	return load(s, e);
}

static void request_paint(struct screen *s, struct canvas *c, struct area body)
{
	pane_paint(&((struct page *)s->state)->pane, c, body);
}

static void request_chain(struct screen *s, struct chain *out)
{
	pane_chain(&((struct page *)s->state)->pane, out);
}

static int64_t request_subject(struct screen *s)
{
	return ((struct page *)s->state)->id;
}

static void request_refresh(struct screen *s)
{
	struct err e = {0};
	if (!load(s, &e))
		app_refuse(s->app, &e);
}

static void request_event(struct screen *s, const struct event *ev)
{
	struct page *st = s->state;
	if (ev->kind == EVENT_TICK && st->compare)
		compare(s);
	casefile_export_event(&st->export, ev);
}

static void request_close(struct screen *s)
{
	casefile_export_close(&((struct page *)s->state)->export);
}

static void act_export(struct app *app, void *self)
{
	struct page *st = ((struct screen *)self)->state;
	(void)app;
	casefile_export_ask(&st->export, self, st->id, "");
}

static void act_why(struct app *app, void *self)
{
	matter_why(app, request_subject(self));
}

static void act_print(struct app *app, void *self)
{
	letter_choose(app, request_subject(self));
}

static void act_new(struct app *app, void *self)
{
	(void)self;
	request_form_open(app);
}

void request_change_open(struct app *app, int64_t id)
{
	struct arena *a = &app->event_arena;
	struct request_change *now = arena_new(a, struct request_change);
	struct matter_case c;
	struct err e = {0};
	if (id == INT_NONE)
		return;
	record_clear(&request_change_type, now);
	if (!request_typed(app->office, id, a, &now->now, NULL, &e) || !matter_load(app->office, id, a, &c, &e)) {
		app_refuse(app, &e);
		return;
	}
	now->reason = NULL;
	now->version = c.matter.version;
	verb_form_open(app, verb_find("request.change"), id, now);
}

static void act_change(struct app *app, void *self)
{
	request_change_open(app, request_subject(self));
}

static void act_appeal(struct app *app, void *self)
{
	appeal_form_open(app, request_subject(self));
}

static void act_wizard(struct app *app, void *self)
{
	struct screen_arg arg = {.id = request_subject(self)};
	app_push(app, screen_find("wizard"), &arg, (struct then){0});
}

static const struct action actions[] = {
	{.name = "print", .label = N_("文书"), .flags = ACTION_BAR, .run = act_print},
	{.name = "values", .label = N_("七步法"), .flags = ACTION_BAR, .run = act_wizard},
	{.name = "why", .label = N_("期限"), .flags = ACTION_BAR, .run = act_why},
	{.name = "new", .label = N_("登记"), .run = act_new},
	{.name = "change", .label = N_("更改录入"), .run = act_change},
	REQUEST_VERBS,
	{.name = "appeal.add", .run = act_appeal},
	{.name = "export", .label = N_("导出案卷"), .run = act_export},
	{0},
};

const struct screen_type request_screen = {
	.name = "request", .code = "13", .title = N_("申请"), .actions = actions, .size = sizeof(struct page), .needs_office = true, .noun = "request",
	.open = request_open, .close = request_close, .paint = request_paint, .chain = request_chain, .subject = request_subject, .refresh = request_refresh,
	.event = request_event,
};

void request_page_open(struct app *app, int64_t id)
{
	struct screen_arg arg = {.id = id};
	app_push(app, &request_screen, &arg, (struct then){0});
}
