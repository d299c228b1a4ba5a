/* The list of corrections, newest first; F4 chooses which. Enter opens one, F6 registers, F8 its receipt. */
#include <string.h>

#include "base/text.h"
#include "tui/ask.h"
#include "tui/badge.h"
#include "tui/list.h"
#include "tui/screens/correction.h"
#include "tui/screens/letter.h"
#include "tui/screens/matter.h"

static const struct view {
	const char *code, *label, *state;
	bool open;
} views[] = {
	{"all", N_("全部"), NULL, false},
	{"current", N_("未办结"), NULL, true},
	{"open", N_("在办"), "open", false},
	{"unconfirmed", N_("待确认"), "unconfirmed", false},
	{"applicant", N_("等申请人补正"), "clarifying", false},
	{"decided", N_("已决定待送达"), "decided", false},
	{"delivered", N_("已送达待归档"), "delivered", false},
	{"archived", N_("已归档"), "archived", false},
	{"void", N_("作废"), "void", false},
};
enum { VIEWS = sizeof views / sizeof *views };

struct corrections {
	struct list list;
	const struct view *view;
};

static void fill_row(const struct correction_row *r, struct arena *a, struct list_row *row)
{
	char iso[DAY_ISO];
	row->id = r->id;
	row->cells[0] = r->number;
	row->cells[1] = r->applicant_kind && !strcmp(r->applicant_kind, "natural") ? text_mask(r->name, a) : r->name;
	row->cells[2] = text_trim(a, text_clean(a, r->claim ? r->claim : "", false));
	row->cells[3] = r->due == DAY_NONE ? "" : arena_strdup(a, day_iso(r->due, iso));
	row->cells[4] = r->badge;
	row->roles[4] = badge_role(r->level);
	row->cells[5] = tr(choice_label(matter_states, r->state));
	row->cells[6] = r->outcome ? tr(choice_label(correction_outcomes, r->outcome)) : "";
}

/* They are few: all are read, and paged in memory. */
static bool page(struct screen *s, const struct list_query *q, struct list_page *out, struct err *e)
{
	const struct corrections *st = s->state;
	struct correction_filter f;
	struct correction_row *found;
	size_t n;
	record_clear(&correction_filter_type, &f);
	f.state = st->view->state;
	f.open = st->view->open ? 1 : FLAG_NONE;
	if (!correction_list(s->app->office, &f, q->arena, &found, &n, e))
		return false;
	struct list_row *rows = arena_array(q->arena, struct list_row, n + 1);
	for (size_t i = 0; i < n; i++)
		fill_row(&found[i], q->arena, &rows[i]);
	return list_page_of(s, rows, n, q, out);
}

static void enter(struct screen *s, int64_t id)
{
	correction_page_open(s->app, id);
}

static const struct list_column columns[] = {
	{.label = N_("编号"), .width = 10}, {.label = N_("申请人"), .width = 10}, {.label = N_("更正请求")}, {.label = N_("期限"), .width = 10},
	{.label = N_("倒数"), .width = 8}, {.label = N_("状态"), .width = 6}, {.label = N_("结果"), .width = 8}, {0},
};
static const struct list_source source = {
	.columns = columns, .empty = N_("没有更正申请；F6 登记，F4 换一类"), .page = page, .enter = enter,
};

static void show_view(struct screen *s, const struct view *v)
{
	((struct corrections *)s->state)->view = v;
	s->title = arena_printf(&s->arena, _("更正：%s"), tr(v->label));
}

static bool corrections_open(struct screen *s, const struct screen_arg *arg, struct err *e)
{
	(void)e;
	show_view(s, &views[0]);
	for (size_t i = 0; arg->text && i < VIEWS; i++)
		if (!strcmp(views[i].code, arg->text))
			show_view(s, &views[i]);
	list_open(&((struct corrections *)s->state)->list, s, &source);
	return true;
}

static void act_new(struct app *app, void *self)
{
	(void)self;
	correction_form_open(app);
}

static void view_picked(struct screen *s, void *ctx, const struct result *r)
{
	struct corrections *st = s->state;
	(void)ctx;
	if (!r->done || r->id < 0 || r->id >= VIEWS)
		return;
	show_view(s, &views[r->id]);
	list_close(&st->list);
	list_open(&st->list, s, &source);
}

static void act_view(struct app *app, void *self)
{
	struct screen *s = self;
	struct pick_row rows[VIEWS];
	for (size_t i = 0; i < VIEWS; i++)
		rows[i] = (struct pick_row){.code = views[i].code, .label = tr(views[i].label)};
	ask_pick(app, _("看哪一类"), rows, VIEWS, ((struct corrections *)s->state)->view->code, (struct then){.call = view_picked});
}

static void act_why(struct app *app, void *self)
{
	matter_why(app, list_screen_subject(self));
}

static void act_print(struct app *app, void *self)
{
	int64_t id = list_screen_subject(self);
	if (id != INT_NONE)
		letter_receipt(app, id);
}

static void act_change(struct app *app, void *self)
{
	correction_change_open(app, list_screen_subject(self));
}

static const struct action actions[] = {
	{.name = "new", .label = N_("登记"), .flags = ACTION_BAR, .run = act_new},
	{.name = "values", .label = N_("分类"), .flags = ACTION_BAR, .run = act_view},
	{.name = "print", .label = N_("回执"), .flags = ACTION_BAR, .run = act_print},
	{.name = "why", .label = N_("期限"), .flags = ACTION_BAR, .run = act_why},
	{.name = "change", .label = N_("更改录入"), .run = act_change},
	CORRECTION_VERBS,
	{0},
};

const struct screen_type corrections_screen = {
	.name = "corrections", .code = "18", .title = N_("更正"), .actions = actions, .size = sizeof(struct corrections), .menu = true,
	.needs_office = true, .open = corrections_open, .close = list_screen_close, .paint = list_screen_paint, .chain = list_screen_chain,
	.event = list_screen_event, .refresh = list_screen_refresh, .subject = list_screen_subject,
};
