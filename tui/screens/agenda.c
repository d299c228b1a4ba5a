/* One section of today (逾期, 今日到期 …): its rows, most urgent first; Enter opens the record. */
#include <string.h>
#include "office/agenda.h"
#include "tui/app.h"
#include "tui/badge.h"
#include "tui/list.h"
#include "tui/screens/jump.h"
#include "tui/screens/output.h"

struct section {
	struct list list;
	char key[24];
	struct output_job job;
};

/* The section of this screen, freshly computed. */
static bool load(struct screen *s, struct arena *a, const struct agenda_section **out, struct err *e)
{
	const struct section *st = s->state;
	struct agenda *all = arena_new(a, struct agenda);
	if (!agenda_load(s->app->office, a, all, e))
		return false;
	for (size_t i = 0; i < AGENDA_SECTIONS; i++)
		if (!strcmp(all->sections[i].key, st->key)) {
			*out = &all->sections[i];
			return true;
		}
	return err_set(e, ERR_MISSING, _("从工作台里打开"));
}

static bool page(struct screen *s, const struct list_query *q, struct list_page *out, struct err *e)
{
	const struct agenda_section *sec;
	if (!load(s, q->arena, &sec, e))
		return false;
	struct list_row *rows = arena_array(q->arena, struct list_row, sec->n + 1);
	for (size_t i = 0; i < sec->n; i++) {
		const struct agenda_row *r = &sec->rows[i];
		char iso[DAY_ISO];
		rows[i].id = (int64_t)i + 1;
		rows[i].cells[0] = jump_label(r->kind, r->id);
		rows[i].cells[1] = r->id;
		rows[i].cells[2] = r->title;
		rows[i].cells[3] = arena_printf(q->arena, "%s%s", day_iso(r->due, iso), r->provisional ? "*" : "");
		/* which step of the office's reminders it is on: 剩 4 提5 */
		rows[i].cells[4] = r->step > 0 ? arena_printf(q->arena, _("%s 提%d"), r->badge.text, r->step) : r->badge.text;
		rows[i].roles[4] = badge_role(r->badge.level);
	}
	return list_page_of(s, rows, sec->n, q, out);
}

static void enter(struct screen *s, int64_t id)
{
	const struct agenda_section *sec;
	struct err e = {0};
	if (!load(s, &s->app->event_arena, &sec, &e))
		app_refuse(s->app, &e);
	else if ((size_t)id <= sec->n && !strcmp(sec->rows[id - 1].state, "draft") && !strcmp(sec->key, "drafts"))
		app_push(s->app, screen_find("drafts"), NULL, (struct then){0});
	else if ((size_t)id <= sec->n)
		jump_to(s->app, sec->rows[id - 1].kind, sec->rows[id - 1].id);
}

static void act_why(struct app *app, void *self)
{
	struct screen *s = self;
	const struct agenda_section *sec;
	int64_t at = list_screen_subject(s);
	struct err e = {0};
	if (at == INT_NONE)
		return;
	if (!load(s, &app->event_arena, &sec, &e))
		app_refuse(app, &e);
	else if ((size_t)at <= sec->n)
		jump_why(app, sec->rows[at - 1].kind, sec->rows[at - 1].id);
}

static const struct list_column columns[] = {
	{.label = N_("类别"), .width = 8, .spare = 1},
	{.label = N_("编号"), .sort = true, .width = 12},
	{.label = N_("内容")},
	{.label = N_("期限"), .sort = true, .width = 11, .spare = 2},
	{.label = N_("倒数"), .width = 10},
	{0},
};
static const struct list_source source = {.columns = columns, .empty = N_("没有"), .page = page, .enter = enter};

static bool agenda_open(struct screen *s, const struct screen_arg *arg, struct err *e)
{
	struct section *st = s->state;
	const struct agenda_section *sec;
	const char *key = arg->text ? arg->text : "overdue";
	memcpy(st->key, key, strnlen(key, sizeof st->key - 1));
	if (!load(s, &s->app->event_arena, &sec, e))
		return false;
	s->title = arena_printf(&s->arena, _("今日：%s"), sec->title);
	list_open(&st->list, s, &source);
	return true;
}

static void agenda_close(struct screen *s)
{
	struct section *st = s->state;
	output_job_close(&st->job);
	list_close(&st->list);
}

static void agenda_event(struct screen *s, const struct event *ev)
{
	struct section *st = s->state;
	list_event(&st->list, ev);
	output_job_event(&st->job, ev);
}

/* All of today, not this section alone: the sheet that lies on the table. */
static void act_print(struct app *app, void *self)
{
	struct screen *s = self;
	(void)app;
	output_today(&((struct section *)s->state)->job, s);
}

static const struct action actions[] = {
	{.name = "print", .label = N_("打印清单"), .flags = ACTION_BAR, .run = act_print},
	{.name = "why", .label = N_("期限"), .flags = ACTION_BAR, .run = act_why},
	{0},
};

const struct screen_type agenda_screen = {
	.name = "agenda", .code = "10", .title = N_("今日"), .size = sizeof(struct section), .needs_office = true, .open = agenda_open,
	.close = agenda_close, .paint = list_screen_paint, .chain = list_screen_chain, .refresh = list_screen_refresh, .event = agenda_event,
	.actions = actions,
};
