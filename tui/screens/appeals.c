/* 复议 and 诉讼, newest first; F4 chooses which. Enter opens one, F6 registers, F11 counts the limit for our evidence. */
#include <string.h>

#include "law/badge.h"
#include "tui/badge.h"
#include "tui/listviews.h"
#include "tui/screens/appeal.h"

static const struct choice view_names[] = {{"all", N_("全部")}, {"pending", N_("尚未审结")}, {0}};

static void fill_row(struct app *app, const struct appeal *x, struct arena *a, struct list_row *row)
{
	char iso[DAY_ISO];
	row->id = x->id;
	row->cells[0] = x->number;
	row->cells[1] = tr(choice_label(appeal_kinds, x->kind));
	row->cells[2] = x->case_number_of;
	row->cells[3] = x->body;
	row->cells[4] = arena_strdup(a, day_iso(x->evidence_due, iso));
	if (x->voided_on != DAY_NONE)
		row->cells[5] = "";
	else if (x->answered_on != DAY_NONE)
		row->cells[5] = _("已答复");
	else if (strcmp(x->result, "pending") == 0 && x->evidence_due != DAY_NONE) {
		struct badge b = badge_day(app_calendar(app), x->evidence_due, false, app_today(app), BADGE_STEPS);
		row->cells[5] = arena_strdup(a, b.text);
		row->roles[5] = badge_role(b.level);
	}
	row->cells[6] = x->voided_on != DAY_NONE ? _("作废") : tr(choice_label(appeal_results, x->result));
}

/* They are few: all are read, and paged in memory. */
static bool page(struct screen *s, const struct list_query *q, struct list_page *out, struct err *e)
{
	struct appeal *found;
	size_t n;
	if (!appeal_list(s->app->office, !strcmp(viewed_code(s), "pending"), q->arena, &found, &n, e))
		return false;
	struct list_row *rows = arena_array(q->arena, struct list_row, n + 1);
	for (size_t i = 0; i < n; i++)
		fill_row(s->app, &found[i], q->arena, &rows[i]);
	return list_page_of(s, rows, n, q, out);
}

static void enter(struct screen *s, int64_t id)
{
	appeal_page_open(s->app, id);
}

static const struct list_column columns[] = {
	{.label = N_("编号"), .sort = true, .width = 10}, {.label = N_("类别"), .width = 10}, {.label = N_("办件"), .sort = true, .width = 10, .spare = 2}, {.label = N_("受理机关")},
	{.label = N_("举证期限"), .sort = true, .width = 10, .spare = 1}, {.label = N_("倒数"), .width = 8}, {.label = N_("结果"), .sort = true, .width = 8}, {0},
};
static const struct list_source source = {
	.columns = columns, .empty = N_("没有复议诉讼；F6 登记，F4 换一类"), .page = page, .enter = enter,
};

static const struct list_views views = {.views = view_names, .source = &source, .title = N_("复议诉讼：%s")};

static bool appeals_open(struct screen *s, const struct screen_arg *arg, struct err *e)
{
	(void)e;
	viewed_open(s, &views, arg->text);
	return true;
}

static void act_new(struct app *app, void *self)
{
	(void)self;
	appeal_form_open(app, INT_NONE);
}

static void act_why(struct app *app, void *self)
{
	appeal_why(app, list_screen_subject(self));
}

static void act_change(struct app *app, void *self)
{
	appeal_change_open(app, list_screen_subject(self));
}

static const struct action actions[] = {
	{.name = "new", .label = N_("登记"), .flags = ACTION_BAR, .run = act_new},
	VIEWED_ACTION,
	{.name = "why", .label = N_("期限"), .flags = ACTION_BAR, .run = act_why},
	APPEAL_VERBS,
	{0},
};

const struct screen_type appeals_screen = {
	.name = "appeals", .code = "24", .title = N_("复议诉讼"), .actions = actions, .size = sizeof(struct viewed), .menu = true,
	.needs_office = true, .noun = "appeal", .open = appeals_open, .close = list_screen_close, .paint = list_screen_paint, .chain = list_screen_chain,
	.event = list_screen_event, .refresh = list_screen_refresh, .subject = list_screen_subject,
};
