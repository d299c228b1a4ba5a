/* The list of corrections, newest first; F4 chooses which. Enter opens one, F6 registers, F8 its receipt. */
#include <string.h>

#include "base/text.h"
#include "tui/badge.h"
#include "tui/screens/correction.h"
#include "tui/screens/matter.h"
#include "tui/screens/matters.h"

/* The views, and beside each what it asks for. */
static const struct choice view_names[] = {
	{"all", N_("全部")}, {"current", N_("未办结")}, {"open", N_("在办")}, {"unconfirmed", N_("待确认")}, {"applicant", N_("等申请人补正")},
	{"decided", N_("已决定待送达")}, {"delivered", N_("已送达待归档")}, {"archived", N_("已归档")}, {"void", N_("作废")}, {0},
};
static const char *const view_states[] = {NULL, NULL, "open", "unconfirmed", "clarifying", "decided", "delivered", "archived", "void"};

static void fill_row(const struct correction_row *r, struct arena *a, struct list_row *row)
{
	char iso[DAY_ISO];
	row->id = r->id;
	row->cells[0] = r->number;
	row->cells[1] = r->name;
	row->cells[2] = text_trim(a, text_clean(a, r->claim ? r->claim : "", false));
	row->cells[3] = r->due == DAY_NONE ? "" : arena_strdup(a, day_iso(r->due, iso));
	row->cells[4] = r->badge;
	row->roles[4] = badge_role(r->level);
	row->cells[5] = tr(choice_label(matter_states, r->state));
	row->cells[6] = correction_outcome_label(r->outcome);
}

/* They are few: all are read, and paged in memory. */
static bool page(struct screen *s, const struct list_query *q, struct list_page *out, struct err *e)
{
	struct correction_filter f;
	struct correction_row *found;
	size_t n;
	record_clear(&correction_filter_type, &f);
	f.state = view_states[viewed_at(s)];
	f.open = strcmp(viewed_code(s), "current") ? FLAG_NONE : 1;
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
	{.label = N_("编号"), .sort = true, .width = 10}, {.label = N_("申请人"), .sort = true, .width = 10}, {.label = N_("更正请求")}, {.label = N_("期限"), .sort = true, .width = 10, .spare = 2},
	{.label = N_("倒数"), .width = 8}, {.label = N_("状态"), .sort = true, .width = 6}, {.label = N_("结果"), .width = 8, .spare = 1}, {0},
};
static void open_change(struct screen *s, int64_t id)
{
	correction_change_open(s->app, id);
}

static const struct list_option options[] = {
	{'2', N_("更改"), .open = open_change},
	{'3', N_("换承办人"), .verb = "correction.handover", .form = true},
	{'4', N_("交办"), .verb = "correction.assign", .form = true},
	{'5', N_("打开"), .open = enter},
	{'6', N_("出文书"), .verb = "letter.issue", .prepare = matters_due_letter},
	{'8', N_("归档"), .verb = "correction.archive"},
	{'9', N_("打印"), .all = matters_print},
	{0},
};
static const struct list_source source = {
	.columns = columns, .options = options, .kept = true, .turn = matters_turn, .empty = N_("没有更正申请；F6 登记，F4 换一类"), .page = page, .enter = enter,
};

static const struct list_views views = {.views = view_names, .source = &source, .title = N_("更正：%s")};

static bool corrections_open(struct screen *s, const struct screen_arg *arg, struct err *e)
{
	(void)e;
	viewed_open(s, &views, arg->text);
	return true;
}

static void act_new(struct app *app, void *self)
{
	(void)self;
	correction_form_open(app);
}

static void act_change(struct app *app, void *self)
{
	correction_change_open(app, list_screen_subject(self));
}

static const struct action actions[] = {
	{.name = "new", .label = N_("登记"), .flags = ACTION_BAR, .run = act_new},
	VIEWED_ACTION,
	MATTERS_ACTIONS,
	{.name = "change", .label = N_("更改录入"), .run = act_change},
	CORRECTION_VERBS,
	{0},
};

const struct screen_type corrections_screen = {
	.name = "corrections", .code = "18", .title = N_("更正"), .actions = actions, .size = sizeof(struct matters), .menu = true,
	.needs_office = true, .noun = "correction", .open = corrections_open, .close = matters_close, .paint = list_screen_paint, .chain = list_screen_chain,
	.event = matters_event, .refresh = list_screen_refresh, .subject = list_screen_subject,
};
