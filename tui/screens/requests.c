/* The list of requests, newest first; F4 chooses which. Enter opens one, F6 registers, F8 its receipt. */
#include <string.h>

#include "base/text.h"
#include "office/request_views.h"
#include "tui/ask.h"
#include "tui/badge.h"
#include "tui/screens/matter.h"
#include "tui/screens/matters.h"
#include "tui/screens/request.h"

static const char *one_line(const char *s, struct arena *a)
{
	return text_trim(a, text_clean(a, s, false));
}

static void fill_row(const struct request_row *r, struct arena *a, struct list_row *row)
{
	char iso[DAY_ISO];
	row->id = r->id;
	row->key = r->number;
	row->cells[0] = r->number;
	row->cells[1] = r->name;
	row->cells[2] = one_line(r->content ? r->content : "", a);
	row->cells[3] = r->unit;
	row->cells[4] = r->due == DAY_NONE ? "" : arena_printf(a, "%s%s", day_iso(r->due, iso), r->provisional == 1 ? "*" : "");
	row->cells[5] = r->badge;
	row->roles[5] = badge_role(r->level);
	row->cells[6] = tr(choice_label(matter_states, r->state));
}

static bool fill(const struct request_row *rows, size_t n, struct arena *a, struct list_row **out)
{
	*out = arena_array(a, struct list_row, n + 1);
	for (size_t i = 0; i < n; i++)
		fill_row(&rows[i], a, &(*out)[i]);
	return true;
}

/* A short list: all of it is read and put into order in memory. */
static bool page_short(struct screen *s, const struct list_query *q, const struct request_row *found, size_t n, struct list_page *out)
{
	struct list_row *rows;
	return fill(found, n, q->arena, &rows) && list_page_of(s, rows, n, q, out);
}

static bool page_queue(struct screen *s, enum request_queue queue, const struct list_query *q, struct list_page *out, struct err *e)
{
	struct request_row *found;
	size_t n;
	return request_queue(s->app->office, queue, q->arena, &found, &n, e) && page_short(s, q, found, n, out);
}

/* The filter has been at work already. */
static bool page_sorted(struct screen *s, struct request_filter *f, const struct list_query *q, struct list_page *out, struct err *e)
{
	struct list_query all = *q;
	struct request_row *found;
	size_t n;
	all.filter = "";
	f->limit = LIST_SORT_MAX + 1;
	if (!request_list(s->app->office, f, q->arena, &found, &n, e))
		return false;
	return n > LIST_SORT_MAX ? list_too_long(s, q, e) : page_short(s, &all, found, n, out);
}

/* What is not closed, and what waits for the next step. */
static bool is_narrow(const char *code)
{
	struct request_view_of is;
	return request_view_find(code, &is) && is.kind != REQUEST_VIEW_ALL && (is.kind != REQUEST_VIEW_STATE || strcmp(is.state, "archived") != 0);
}

static bool page(struct screen *s, const struct list_query *q, struct list_page *out, struct err *e)
{
	struct request_view_of is;
	struct request_filter f;
	struct request_row *found;
	BUG_ON(!request_view_find(viewed_code(s), &is));
	if (is.kind == REQUEST_VIEW_QUEUE)
		return page_queue(s, is.queue, q, out, e);
	record_clear(&request_filter_type, &f);
	f.state = is.state;
	f.open = is.kind == REQUEST_VIEW_OPEN;
	f.mine = is.mine;
	f.words = q->filter;
	if (q->sort >= 0 && is_narrow(viewed_code(s)))
		return page_sorted(s, &f, q, out, e);
	f.backward = q->backward;
	f.by_number = q->sort >= 0; /* of a long list the only order */
	f.falling = q->descending;
	f.number = q->from ? q->from->key : NULL;
	f.before_id = q->from ? q->from->id : INT_NONE;
	f.after_id = q->from ? q->from->id + 1 : INT_NONE;
	f.limit = (int64_t)q->n;
	return request_list(s->app->office, &f, q->arena, &found, &out->n, e) && fill(found, out->n, q->arena, &out->rows);
}

static void enter(struct screen *s, int64_t id)
{
	request_page_open(s->app, id);
}

static const struct list_column columns[] = {
	{.label = N_("编号"), .width = 9, .sort = true},
	{.label = N_("申请人"), .width = 10},
	{.label = N_("内容")},
	{.label = N_("承办"), .width = 6, .spare = 1},
	{.label = N_("期限"), .width = 11, .spare = 2},
	{.label = N_("倒数"), .width = 8},
	{.label = N_("状态"), .width = 6},
	{0},
};
static const struct list_column narrow_columns[] = {
	{.label = N_("编号"), .width = 9, .sort = true},
	{.label = N_("申请人"), .width = 10, .sort = true},
	{.label = N_("内容")},
	{.label = N_("承办"), .width = 6, .spare = 1, .sort = true},
	{.label = N_("期限"), .width = 11, .spare = 2, .sort = true},
	{.label = N_("倒数"), .width = 8},
	{.label = N_("状态"), .width = 6, .sort = true},
	{0},
};
static void open_change(struct screen *s, int64_t id)
{
	request_change_open(s->app, id);
}

static const struct list_option options[] = {
	{'2', N_("更改"), .open = open_change},
	{'3', N_("换承办人"), .verb = "request.handover", .form = true},
	{'4', N_("交办"), .verb = "request.assign", .form = true},
	{'5', N_("打开"), .open = enter},
	{'6', N_("出文书"), .verb = "letter.issue", .prepare = matters_due_letter},
	{'7', N_("报备"), .verb = "request.file_copy"},
	{'8', N_("归档"), .verb = "request.archive"},
	{'9', N_("打印"), .all = matters_print},
	{0},
};
#define SOURCE(of)                                                                                                     \
	{.columns = of, .options = options, .kept = true, .turn = matters_turn, .empty = N_("没有申请；F6 登记，F4 换一类"), .page = page, .enter = enter}
static const struct list_source source = SOURCE(columns), narrow = SOURCE(narrow_columns);

static const struct list_views views = {
	.views = request_views, .source = &source, .narrow = &narrow, .is_narrow = is_narrow, .title = N_("申请：%s"),
};

static bool requests_open(struct screen *s, const struct screen_arg *arg, struct err *e)
{
	(void)e;
	viewed_open(s, &views, arg->text);
	return true;
}

static void act_new(struct app *app, void *self)
{
	(void)self;
	request_form_open(app);
}

static void act_change(struct app *app, void *self)
{
	request_change_open(app, list_screen_subject(self));
}

static void act_import(struct app *app, void *self)
{
	(void)self;
	app_push(app, screen_find("request-import"), NULL, (struct then){0});
}

static const struct action actions[] = {
	{.name = "new", .label = N_("登记"), .flags = ACTION_BAR, .run = act_new},
	VIEWED_ACTION,
	MATTERS_ACTIONS,
	{.name = "change", .label = N_("更改录入"), .run = act_change},
	{.name = "import", .label = N_("导入台账"), .run = act_import},
	REQUEST_VERBS,
	{0},
};

const struct screen_type requests_screen = {
	.name = "requests", .code = "12", .title = N_("申请"), .actions = actions, .size = sizeof(struct matters), .menu = true,
	.needs_office = true, .noun = "request", .open = requests_open, .close = matters_close, .paint = list_screen_paint, .chain = list_screen_chain,
	.event = matters_event, .refresh = list_screen_refresh, .subject = list_screen_subject,
};
