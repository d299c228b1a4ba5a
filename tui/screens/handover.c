#include "tui/screens/handover.h"

#include <string.h>

#include "office/handover.h"
#include "tui/form.h"
#include "tui/list.h"
#include "tui/screens/jump.h"
#include "tui/values.h"
#include "tui/verb_form.h"

/* --- what would move -------------------------------------------------------------------------------------------------------- */

struct preview {
	struct list list;
	struct handover_plan plan;
};

static bool page(struct screen *s, const struct list_query *q, struct list_page *out, struct err *e)
{
	const struct handover_plan *p = &((const struct preview *)s->state)->plan;
	struct list_row *rows = arena_array(q->arena, struct list_row, p->n + 1);
	char iso[DAY_ISO];
	(void)e;
	for (size_t i = 0; i < p->n; i++) {
		const struct handover_row *r = &p->rows[i];
		rows[i].id = (int64_t)i + 1;
		rows[i].cells[0] = tr(handover_kinds[r->kind].label);
		rows[i].cells[1] = r->id;
		rows[i].cells[2] = r->title;
		rows[i].cells[3] = r->due == DAY_NONE ? "" : arena_strdup(q->arena, day_iso(r->due, iso));
		rows[i].cells[4] = r->state;
	}
	return list_page_of(s, rows, p->n, q, out);
}

static const struct list_column columns[] = {
	{.label = N_("类别"), .width = 4},  {.label = N_("编号"), .width = 10}, {.label = N_("内容")}, {.label = N_("期限"), .width = 10},
	{.label = N_("状态"), .width = 12}, {0},
};
static const struct list_source source = {.columns = columns, .empty = N_("没有可移交的"), .page = page};

static bool preview_open(struct screen *s, const struct screen_arg *arg, struct err *e)
{
	struct preview *st = s->state;
	const struct handover_args *args = arg->data;
	if (!handover_plan(s->app->office, arg->text, args, &s->arena, &st->plan, e))
		return false;
	s->title = arena_printf(&s->arena, _("移交 %s → %s：%s"), st->plan.from, st->plan.to, handover_words(&st->plan, &s->app->event_arena));
	list_open(&st->list, s, &source);
	return true;
}

static void act_why(struct app *app, void *self)
{
	const struct handover_plan *p = &((const struct preview *)((struct screen *)self)->state)->plan;
	int64_t at = list_screen_subject(self);
	if (at >= 1 && (size_t)at <= p->n)
		jump_why(app, handover_kinds[p->rows[at - 1].kind].code, p->rows[at - 1].id);
}

static void act_confirm(struct app *app, void *self)
{
	(void)app;
	screen_leave(self, (struct result){.done = true, .id = INT_NONE});
}

static const struct action preview_actions[] = {
	{.name = "confirm", .label = N_("移交"), .flags = ACTION_BAR, .run = act_confirm},
	{.name = "why", .label = N_("期限"), .flags = ACTION_BAR, .run = act_why},
	{0},
};

static const struct screen_type preview_screen = {
	.name = "handover-list", .title = N_("移交清单"), .actions = preview_actions, .size = sizeof(struct preview), .open = preview_open,
	.close = list_screen_close, .paint = list_screen_paint, .chain = list_screen_chain, .event = list_screen_event,
};

/* --- the form --------------------------------------------------------------------------------------------------------------- */

struct handing {
	struct form form;
	struct form_type type;
	const char *noun;
	const struct verb *verb;
	struct handover_args args;
};

static void confirmed(struct screen *s, void *ctx, const struct result *r)
{
	struct handing *st = s->state;
	struct app *app = s->app;
	int64_t subject = INT_NONE;
	struct err e = {0};
	(void)ctx;
	if (!r->done)
		return;
	if (!verb_form_run(&st->form, st->verb, &subject, &st->args, &e)) {
		app_refuse(app, &e);
		return;
	}
	form_done(&st->form);
	screen_leave(s, (struct result){.done = true, .id = subject});
	app_changed(app);
}

/* F2 shows what would move; there F2 moves it. */
static bool save(struct screen *s, void *rec, bool *leave, struct err *e)
{
	const struct handing *st = s->state;
	struct handover_plan plan;
	struct screen_arg arg = {.text = st->noun, .data = rec};
	*leave = false;
	if (!handover_plan(s->app->office, st->noun, rec, &s->app->event_arena, &plan, e))
		return false;
	app_push(s->app, &preview_screen, &arg, (struct then){.call = confirmed});
	app_note(s->app, "%s", _("以下将移交；F2 移交，F12 返回"));
	return true;
}

static bool handing_open(struct screen *s, const struct screen_arg *arg, struct err *e)
{
	struct handing *st = s->state;
	const char *from = arg->data;
	st->noun = arena_strdup(&s->arena, arg->text);
	st->verb = verb_find(arena_printf(&s->arena, "%s.handover", st->noun));
	if (!verb_can(s->app->office, st->verb, INT_NONE, e))
		return false;
	record_clear(st->verb->args, &st->args);
	st->args.items = 0; /* what is meant when nothing is said, shown */
	st->args.cases = 1;
	st->args.from = from ? arena_strdup(&s->arena, from) : NULL;
	st->type = (struct form_type){.record = st->verb->args, .values = values_of, .save = save};
	form_open(&st->form, s, &st->type, &st->args, INT_NONE);
	if (from)
		form_focus(&st->form, "to");
	return true;
}

static const struct screen_type handing_screen = {
	.name = "handover", .title = N_("移交工作"), .size = sizeof(struct handing), .needs_office = true, .open = handing_open,
	.close = form_screen_close, .paint = form_screen_paint, .chain = form_screen_chain, .event = form_screen_event, .leave = form_screen_leave,
};

void handover_open(struct app *app, const char *noun, const char *from)
{
	struct screen_arg arg = {.text = noun, .data = from};
	app_push(app, &handing_screen, &arg, (struct then){0});
}
