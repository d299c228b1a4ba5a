/* The list of requests, newest first; F4 chooses which. Enter opens one, F6 registers, F8 its receipt. */
#include <string.h>

#include "base/text.h"
#include "office/letter_view.h"
#include "tui/ask.h"
#include "tui/badge.h"
#include "tui/list.h"
#include "tui/screens/letter.h"
#include "tui/screens/matter.h"
#include "tui/screens/request.h"

enum view_kind { VIEW_ALL, VIEW_OPEN, VIEW_STATE, VIEW_QUEUE };

static const struct view {
	const char *code, *label;
	enum view_kind kind;
	const char *state;
	enum request_queue queue;
} views[] = {
	{"all", N_("全部"), VIEW_ALL, NULL, 0},
	{"current", N_("未办结"), VIEW_OPEN, NULL, 0},
	{"open", N_("在办"), VIEW_STATE, "open", 0},
	{"unconfirmed", N_("待确认"), VIEW_STATE, "unconfirmed", 0},
	{"late", N_("逾期"), VIEW_QUEUE, NULL, REQUEST_LATE},
	{"today", N_("今日到期"), VIEW_QUEUE, NULL, REQUEST_TODAY},
	{"soon", N_("三日内到期"), VIEW_QUEUE, NULL, REQUEST_SOON},
	{"applicant", N_("等申请人（补正、缴费）"), VIEW_QUEUE, NULL, REQUEST_AT_APPLICANT},
	{"others", N_("等第三方、其他机关"), VIEW_QUEUE, NULL, REQUEST_AT_OTHERS},
	{"decided", N_("已决定待送达"), VIEW_STATE, "decided", 0},
	{"delivered", N_("已送达待归档"), VIEW_STATE, "delivered", 0},
	{"archived", N_("已归档"), VIEW_STATE, "archived", 0},
	{"void", N_("作废"), VIEW_STATE, "void", 0},
};
enum { VIEWS = sizeof views / sizeof *views };

struct requests {
	struct list list;
	const struct view *view;
};

static const char *one_line(const char *s, struct arena *a)
{
	return text_trim(a, text_clean(a, s, false));
}

static void fill_row(const struct request_row *r, struct arena *a, struct list_row *row)
{
	char iso[DAY_ISO];
	row->id = r->id;
	row->cells[0] = r->number;
	row->cells[1] = r->applicant_kind && !strcmp(r->applicant_kind, "natural") ? text_mask(r->name, a) : r->name;
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

static bool page_queue(struct screen *s, const struct list_query *q, struct list_page *out, struct err *e)
{
	const struct requests *st = s->state;
	struct request_row *found;
	struct list_row *rows;
	size_t n;
	return request_queue(s->app->office, st->view->queue, q->arena, &found, &n, e) && fill(found, n, q->arena, &rows) &&
		list_page_of(s, rows, n, q, out);
}

static bool page(struct screen *s, const struct list_query *q, struct list_page *out, struct err *e)
{
	const struct requests *st = s->state;
	struct request_filter f;
	struct request_row *found;
	if (st->view->kind == VIEW_QUEUE)
		return page_queue(s, q, out, e);
	record_clear(&request_filter_type, &f);
	f.state = st->view->state;
	f.open = st->view->kind == VIEW_OPEN;
	f.words = q->filter;
	f.backward = q->backward;
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
	{.label = N_("编号"), .width = 9},
	{.label = N_("申请人"), .width = 10},
	{.label = N_("内容")},
	{.label = N_("承办"), .width = 6},
	{.label = N_("期限"), .width = 11},
	{.label = N_("倒数"), .width = 8},
	{.label = N_("状态"), .width = 6},
	{0},
};
static void open_change(struct screen *s, int64_t id)
{
	request_change_open(s->app, id);
}

static bool due_letter(struct office *o, int64_t id, void *args, struct arena *a, struct err *e)
{
	return letter_due(o, id, a, &((struct letter_issue *)args)->kind, e);
}

static const struct list_option options[] = {
	{'2', N_("更改"), .open = open_change},
	{'3', N_("移交"), .verb = "request.handover", .form = true},
	{'4', N_("交办"), .verb = "request.assign", .form = true},
	{'5', N_("打开"), .open = enter},
	{'6', N_("出文书"), .verb = "letter.issue", .prepare = due_letter},
	{'7', N_("报备"), .verb = "request.file_copy"},
	{'8', N_("归档"), .verb = "request.archive"},
	{0},
};
static const struct list_source source = {
	.columns = columns, .options = options, .empty = N_("没有申请；F6 登记，F4 换一类"), .page = page, .enter = enter,
};

static void show_view(struct screen *s, const struct view *v)
{
	struct requests *st = s->state;
	st->view = v;
	s->title = arena_printf(&s->arena, _("申请：%s"), tr(v->label));
}

static bool requests_open(struct screen *s, const struct screen_arg *arg, struct err *e)
{
	(void)e;
	show_view(s, &views[0]);
	for (size_t i = 0; arg->text && i < VIEWS; i++)
		if (!strcmp(views[i].code, arg->text))
			show_view(s, &views[i]);
	list_open(&((struct requests *)s->state)->list, s, &source);
	return true;
}

static void requests_close(struct screen *s)
{
	list_close(&((struct requests *)s->state)->list);
}

static void requests_paint(struct screen *s, struct canvas *c, struct area body)
{
	list_paint(&((struct requests *)s->state)->list, c, body);
}

static void requests_chain(struct screen *s, struct chain *out)
{
	list_chain(&((struct requests *)s->state)->list, out);
}

static void requests_event(struct screen *s, const struct event *ev)
{
	list_event(&((struct requests *)s->state)->list, ev);
}

static void requests_refresh(struct screen *s)
{
	list_reload(&((struct requests *)s->state)->list);
}

static int64_t requests_subject(struct screen *s)
{
	return list_current(&((struct requests *)s->state)->list);
}

static void act_new(struct app *app, void *self)
{
	(void)self;
	request_form_open(app);
}

static void view_picked(struct screen *s, void *ctx, const struct result *r)
{
	struct requests *st = s->state;
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
	ask_pick(app, _("看哪一类"), rows, VIEWS, ((struct requests *)s->state)->view->code, (struct then){.call = view_picked});
}

static void act_why(struct app *app, void *self)
{
	matter_why(app, requests_subject(self));
}

static void act_print(struct app *app, void *self)
{
	int64_t id = requests_subject(self);
	if (id != INT_NONE)
		letter_receipt(app, id);
}

static void act_change(struct app *app, void *self)
{
	request_change_open(app, requests_subject(self));
}

static const struct action actions[] = {
	{.name = "new", .label = N_("登记"), .flags = ACTION_BAR, .run = act_new},
	{.name = "values", .label = N_("分类"), .flags = ACTION_BAR, .run = act_view},
	{.name = "print", .label = N_("回执"), .flags = ACTION_BAR, .run = act_print},
	{.name = "why", .label = N_("期限"), .flags = ACTION_BAR, .run = act_why},
	{.name = "change", .label = N_("更改录入"), .run = act_change},
	REQUEST_VERBS,
	{0},
};

const struct screen_type requests_screen = {
	.name = "requests", .code = "12", .title = N_("申请"), .actions = actions, .size = sizeof(struct requests), .menu = true,
	.needs_office = true, .noun = "request", .open = requests_open, .close = requests_close, .paint = requests_paint, .chain = requests_chain,
	.event = requests_event, .refresh = requests_refresh, .subject = requests_subject,
};
