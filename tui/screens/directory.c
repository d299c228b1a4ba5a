/* Units, persons, other bodies: three lists of one kind. Enter changes a row, F6 adds one. */
#include <string.h>
#include "office/directory.h"
#include "tui/app.h"
#include "tui/list.h"
#include "tui/screens/handover.h"
#include "tui/verb_form.h"

struct rows {
	struct list list;
	const struct directory_noun *noun;
	const char *name; /* "unit" "person" "body" */
};

static bool page(struct screen *s, const struct list_query *q, struct list_page *out, struct err *e)
{
	const struct rows *st = s->state;
	struct directory_list l;
	if (!directory_load(s->app->office, st->noun, true, q->arena, &l, e))
		return false;
	struct list_row *rows = arena_array(q->arena, struct list_row, l.n + 1);
	for (size_t i = 0; i < l.n; i++) {
		const struct directory_head *h = directory_at(&l, i);
		bool closed = h->closed_on != DAY_NONE && h->closed_on <= app_today(s->app);
		rows[i].id = h->id;
		rows[i].cells[0] = h->name;
		rows[i].cells[1] = h->parent;
		if (st->noun == &directory_unit) {
			rows[i].cells[2] = ((const struct unit *)(const void *)h)->phone;
			rows[i].cells[3] = ((const struct unit *)(const void *)h)->room;
		} else if (st->noun == &directory_person) {
			rows[i].cells[2] = ((const struct person *)(const void *)h)->phone;
			rows[i].cells[3] = ((const struct person *)(const void *)h)->title;
		} else {
			rows[i].cells[2] = ((const struct body *)(const void *)h)->phone;
			rows[i].cells[3] = ((const struct body *)(const void *)h)->holds;
		}
		rows[i].cells[4] = closed ? _("停用") : "";
		rows[i].roles[4] = ROLE_DIM;
	}
	return list_page_of(s, rows, l.n, q, out);
}

static void start(struct screen *s, const char *verb, int64_t id)
{
	const struct rows *st = s->state;
	struct directory_head *row = NULL;
	struct err e = {0};
	if (id != INT_NONE && !directory_get(s->app->office, st->noun, id, &s->app->event_arena, &row, &e)) {
		app_refuse(s->app, &e);
		return;
	}
	verb_form_open(s->app, verb_find(arena_printf(&s->app->event_arena, "%s.%s", st->name, verb)), id, row);
}

static void enter(struct screen *s, int64_t id)
{
	start(s, "change", id);
}

static const struct list_column columns[] = {
	{.label = N_("名称"), .sort = true, .width = 20},
	{.label = N_("上级或部门"), .sort = true, .width = 14, .spare = 1},
	{.label = N_("电话"), .width = 14},
	{.label = N_("房间、职务或掌握的信息")},
	{.label = N_(" "), .width = 4},
	{0},
};
static const struct list_source source = {.whole = true, .columns = columns, .empty = N_("还没有；F6 新增"), .page = page, .enter = enter};

static bool directory_open(struct screen *s, const struct screen_arg *arg, struct err *e)
{
	struct rows *st = s->state;
	(void)arg;
	(void)e;
	st->name = !strcmp(s->type->name, "units") ? "unit" : !strcmp(s->type->name, "persons") ? "person" : "body";
	st->noun = directory_noun(st->name);
	list_open(&st->list, s, &source);
	return true;
}

static void act_new(struct app *app, void *self)
{
	(void)app;
	start(self, "add", INT_NONE);
}

/* One person's work to another. */
static void act_handover(struct app *app, void *self)
{
	const struct screen *s = self;
	const struct rows *st = s->state;
	const struct list_row *row = list_current_row(&st->list);
	if (row)
		handover_open(app, "person", row->cells[1] ? arena_printf(&app->event_arena, "%s@%s", row->cells[0], row->cells[1]) : row->cells[0]);
}

#define ACTIONS(noun)                                                                                                              \
	{                                                                                                                          \
		{.name = "new", .label = N_("新增"), .flags = ACTION_BAR, .run = act_new}, {.name = noun ".assign"}, { 0 }         \
	}
static const struct action unit_actions[] = ACTIONS("unit");
static const struct action person_actions[] = {
	{.name = "new", .label = N_("新增"), .flags = ACTION_BAR, .run = act_new},
	{.name = "print", .label = N_("移交"), .flags = ACTION_BAR, .run = act_handover},
	{.name = "person.assign"},
	{0},
};
static const struct action body_actions[] = ACTIONS("body");

#define DIRECTORY(n, c, t, acts)                                                                                                   \
	{                                                                                                                          \
		.name = n, .code = c, .title = t, .actions = acts, .size = sizeof(struct rows), .menu = true, .needs_office = true, \
		.open = directory_open, .close = list_screen_close, .paint = list_screen_paint, .chain = list_screen_chain,              \
		.refresh = list_screen_refresh, .subject = list_screen_subject,                                                        \
	}
const struct screen_type units_screen = DIRECTORY("units", "43", N_("部门"), unit_actions);
const struct screen_type persons_screen = DIRECTORY("persons", "44", N_("人员"), person_actions);
const struct screen_type bodies_screen = DIRECTORY("bodies", "45", N_("外单位"), body_actions);
