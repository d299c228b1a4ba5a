/* The list of information, newest first; F4 chooses which. Enter opens one, F6 registers. */
#include <string.h>
#include "base/text.h"
#include "law/badge.h"
#include "office/info.h"
#include "tui/app.h"
#include "tui/badge.h"
#include "tui/listviews.h"
#include "tui/screens/info.h"
#include "tui/screens/ledger.h"
#include "tui/verb_form.h"

/* The views, and beside each the state it asks for. */
static const struct choice view_names[] = {
	{"all", N_("全部信息")}, {"overdue", N_("逾期未公开")}, {"draft", N_("待审查")}, {"reviewing", N_("审查中")}, {"ready", N_("待公开")},
	{"published", N_("已公开")}, {"refused", N_("审查未通过")}, {"withdrawn", N_("已撤回")}, {0},
};
static const char *const view_states[] = {NULL, NULL, "draft", "reviewing", "ready", "published", "refused", "withdrawn"};
enum { LATE_MAX = 500 };

void info_row(struct app *app, const struct info *i, struct arena *a, struct list_row *row)
{
	struct badge b = {.level = BADGE_NONE};
	char iso[DAY_ISO];
	row->id = i->row;
	row->key = i->id;
	row->cells[0] = i->id;
	row->cells[1] = i->f.title;
	row->cells[2] = i->f.unit;
	row->cells[3] = arena_printf(a, "%s%s", day_iso(i->due, iso), i->provisional ? "*" : "");
	if (i->left != INT_NONE)
		b = badge_day(app_calendar(app), i->due, i->provisional, app_today(app), BADGE_STEPS);
	row->cells[4] = i->left != INT_NONE ? arena_strdup(a, b.text) : i->overdue ? _("逾期公开") : i->first_published != DAY_NONE ? _("毕") : "";
	row->roles[4] = i->left != INT_NONE ? badge_role(b.level) : ROLE_DONE;
	row->cells[5] = choice_label(info_states, i->state);
}

/* A short list: all of it is read and put into order in memory. */
static bool page_short(struct screen *s, struct info_filter *f, const struct list_query *q, const char *words, struct list_page *out, struct err *e)
{
	struct list_query here = *q;
	struct info_list l;
	here.filter = words;
	if (!info_page(s->app->office, f, q->arena, &l, e))
		return false;
	if (l.n > LIST_SORT_MAX)
		return list_too_long(s, q, e);
	struct list_row *rows = arena_array(q->arena, struct list_row, l.n + 1);
	for (size_t i = 0; i < l.n; i++)
		info_row(s->app, &l.rows[i], q->arena, &rows[i]);
	return list_page_of(s, rows, l.n, &here, out);
}

/* What waits for the next step, or went another way. */
static bool is_narrow(const char *code)
{
	return strcmp(code, "all") != 0 && strcmp(code, "published") != 0;
}

static bool page(struct screen *s, const struct list_query *q, struct list_page *out, struct err *e)
{
	struct info_filter f = {.item = INT_NONE, .unit_id = INT_NONE, .from = INT_NONE};
	struct info_list l;
	if (!strcmp(viewed_code(s), "overdue")) {
		f.overdue = true;
		f.limit = LATE_MAX;
		return page_short(s, &f, q, q->filter, out, e);
	}
	f.state = view_states[viewed_at(s)];
	f.text = *q->filter ? q->filter : NULL;
	if (q->sort >= 0 && is_narrow(viewed_code(s))) { /* the filter has been at work already */
		f.limit = LIST_SORT_MAX + 1;
		return page_short(s, &f, q, "", out, e);
	}
	f.by_number = q->sort >= 0; /* of a long list the only order */
	f.falling = q->descending;
	f.number = q->from ? q->from->key : NULL;
	f.from = q->from ? q->from->id : q->backward ? 0 : INT_NONE;
	f.backward = q->backward;
	f.limit = q->n;
	if (!info_page(s->app->office, &f, q->arena, &l, e))
		return false;
	out->rows = arena_array(q->arena, struct list_row, l.n + 1);
	for (out->n = 0; out->n < l.n; out->n++)
		info_row(s->app, &l.rows[out->n], q->arena, &out->rows[out->n]);
	return true;
}

static void enter(struct screen *s, int64_t id)
{
	struct screen_arg arg = {.id = id};
	app_push(s->app, &info_screen, &arg, (struct then){0});
}

static const struct list_column columns[] = {
	{.label = N_("编号"), .width = 11, .sort = true},
	{.label = N_("标题")},
	{.label = N_("部门"), .width = 8, .spare = 1},
	{.label = N_("期限"), .width = 11, .spare = 2},
	{.label = N_("倒数"), .width = 10},
	{.label = N_("状态"), .width = 10},
	{0},
};
static const struct list_column narrow_columns[] = {
	{.label = N_("编号"), .width = 11, .sort = true},
	{.label = N_("标题"), .sort = true},
	{.label = N_("部门"), .width = 8, .spare = 1, .sort = true},
	{.label = N_("期限"), .width = 11, .spare = 2, .sort = true},
	{.label = N_("倒数"), .width = 10},
	{.label = N_("状态"), .width = 10},
	{0},
};
static const struct list_option options[] = {
	{'3', N_("换承办人"), .verb = "info.handover", .form = true},
	{'4', N_("审查"), .verb = "info.review", .form = true}, {'5', N_("打开"), .open = enter}, {'6', N_("公开"), .verb = "info.publish", .form = true}, {0},
};
#define SOURCE(of) {.columns = of, .options = options, .kept = true, .empty = N_("没有信息；F6 登记，F4 换一类"), .page = page, .enter = enter}
static const struct list_source source = SOURCE(columns), narrow = SOURCE(narrow_columns);

static const struct list_views views = {
	.views = view_names, .source = &source, .narrow = &narrow, .is_narrow = is_narrow, .title = N_("信息：%s"),
};

static bool infos_open(struct screen *s, const struct screen_arg *arg, struct err *e)
{
	(void)e;
	viewed_open(s, &views, arg->text);
	return true;
}

static void act_new(struct app *app, void *self)
{
	(void)self;
	info_form_open(app, INT_NONE);
}

static void act_why(struct app *app, void *self)
{
	info_why(app, list_screen_subject(self));
}

static const struct action actions[] = {
	{.name = "new", .label = N_("登记"), .flags = ACTION_BAR, .run = act_new},
	VIEWED_ACTION,
	{.name = "why", .label = N_("期限"), .flags = ACTION_BAR, .run = act_why},
	{.name = "info.review"},
	{.name = "info.publish"},
	{.name = "info.confirmed"},
	{.name = "info.withdraw"},
	{.name = "info.revise"},
	{.name = "info.change"},
	{.name = "info.void"},
	{0},
};

const struct screen_type infos_screen = {
	.name = "infos", .code = "21", .title = N_("信息"), .actions = actions, .size = sizeof(struct viewed), .menu = true,
	.needs_office = true, .noun = "info", .open = infos_open, .close = list_screen_close, .paint = list_screen_paint, .chain = list_screen_chain, .event = list_screen_event,
	.refresh = list_screen_refresh, .subject = list_screen_subject,
};
