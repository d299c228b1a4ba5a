/* One review or suit: what it is against, the limit for our evidence, what was decided on the case, how it ended, and what may be done. */
#include "tui/screens/appeal.h"

#include <string.h>

#include "law/ledger.h"
#include "office/casework.h"
#include "tui/badge.h"
#include "tui/pane.h"
#include "tui/screens/casefile.h"
#include "tui/screens/jump.h"
#include "tui/screens/ledger.h"
#include "tui/screens/matter.h"
#include "tui/verb_form.h"

struct page {
	struct pane pane;
	int64_t id;
	const char *kind, *number; /* of the case; NULL */
	struct casefile_export export;
};

void appeal_explain(struct app *app, const struct appeal *x, const char *called)
{
	struct arena *a = &app->event_arena;
	struct clock_ledger book;
	struct appeal_period p = appeal_period(app->office, x);
	if (p.due == DAY_NONE) {
		app_note(app, "%s", _("先填类别、程序和收到日期：举证期限从收到的次日起算"));
		return;
	}
	if (x->evidence_due != DAY_NONE && p.due != x->evidence_due) {
		app_note(app, _("%s 的举证期限是受理机关定的，不是按日数算的"), called);
		return;
	}
	clock_explain_period(app_calendar(app), x->received, p.days, p.calendar_days, p.calendar_days, a, &book);
	book.note = arena_printf(a, _("%d %s，%s"), p.days, p.calendar_days ? _("日") : _("个工作日"), p.article);
	ledger_show(app, arena_printf(a, _("%s 的举证期限"), called), &book);
}

void appeal_why(struct app *app, int64_t id)
{
	struct appeal x;
	struct err e = {0};
	if (id == INT_NONE)
		return;
	if (appeal_load(app->office, id, &app->event_arena, &x, &e))
		appeal_explain(app, &x, x.number);
	else
		app_refuse(app, &e);
}

static void show_limit(struct pane *p, struct app *app, const struct appeal *x, struct arena *a)
{
	char iso[DAY_ISO];
	pane_add(p, ROLE_HEAD, "%s", _("举证期限"));
	if (x->evidence_due == DAY_NONE)
		return;
	const char *due = arena_printf(a, "%s %s", day_iso(x->evidence_due, iso), app_day_text(app, x->evidence_due, a));
	if (x->answered_on != DAY_NONE) {
		bool late = x->answered_on > x->evidence_due;
		pane_add(p, late ? ROLE_LATE : ROLE_DONE, late ? _("  %s  %s 提交，逾期") : _("  %s  %s 已提交答复和证据"), due,
			day_iso(x->answered_on, iso));
		return;
	}
	struct badge b = badge_day(app_calendar(app), x->evidence_due,
		calendar_provisional(app_calendar(app), x->received, x->evidence_due), app_today(app), BADGE_STEPS);
	bool open = strcmp(x->result, "pending") == 0 && x->voided_on == DAY_NONE;
	pane_add(p, open ? badge_role(b.level) : ROLE_DIM, "  %s  %s", due, open ? b.text : x->voided_on == DAY_NONE ? _("已审结") : _("已作废"));
}

/* What the first answer was is counted in table 3; what an order brought about is not. */
static const char *counted(const struct matter_case *c, const struct work *decision, struct arena *a)
{
	daynum reopened = DAY_NONE;
	for (size_t i = 0; i < c->nevents && reopened == DAY_NONE; i++)
		if (c->events[i].kind == EV_REOPENED)
			reopened = c->events[i].day;
	if (!decision->kind || decision->ended != reopened)
		return reopened != DAY_NONE && decision->on >= reopened ? _("（重新答复，表3不再计）") : decision->ended != DAY_NONE ? _("（已被取代）") : "";
	return arena_printf(a, _("（年报表3计 %s）"), decision->kind);
}

static bool show_case(struct page *st, struct app *app, const struct appeal *x, struct arena *a, struct err *e)
{
	struct matter_case c;
	struct work *rows;
	size_t n;
	char iso[DAY_ISO];
	pane_add(&st->pane, ROLE_HEAD, "%s", _("办件"));
	if (x->matter_id == INT_NONE) {
		pane_add(&st->pane, ROLE_DIM, "%s", _("  （不涉及本关登记的办件）"));
		return true;
	}
	if (!matter_load(app->office, x->matter_id, a, &c, e) || !work_load(app->office, WORK_DECISIONS, x->matter_id, a, &rows, &n, e))
		return false;
	pane_add(&st->pane, ROLE_TEXT, _("  %s  %s（Enter 打开）"), c.matter.number, tr(choice_label(matter_states, c.matter.state)));
	for (size_t i = 0; i < n; i++)
		pane_add(&st->pane, rows[i].ended == DAY_NONE ? ROLE_TEXT : ROLE_DIM, _("  %s 决定：%s%s"), day_iso(rows[i].on, iso),
			matter_outcome(app, &c.matter, rows[i].what), counted(&c, &rows[i], a));
	st->kind = strcmp(c.matter.kind, "correction") ? "request" : "correction";
	st->number = c.matter.number;
	if (!strcmp(x->result, "corrected"))
		pane_add(&st->pane, ROLE_NOTE, "%s", _("  结果已纠正，可以在办件上“重新办理”：原结果在年报表3照计，重新答复不再计"));
	return true;
}

static bool load(struct screen *s, struct err *e)
{
	struct page *st = s->state;
	struct arena *a = &s->app->event_arena;
	struct appeal x;
	if (!appeal_load(s->app->office, st->id, a, &x, e))
		return false;
	s->title = arena_printf(&s->arena, "%s %s", x.number, x.voided_on != DAY_NONE ? _("作废") : tr(choice_label(appeal_results, x.result)));
	int top = st->pane.top;
	pane_clear(&st->pane);
	pane_add(&st->pane, ROLE_TITLE, "%s  %s", tr(choice_label(appeal_kinds, x.kind)), x.body ? x.body : "");
	show_limit(&st->pane, s->app, &x, a);
	if (!show_case(st, s->app, &x, a, e))
		return false;
	if (st->number)
		st->number = arena_strdup(&s->arena, st->number);
	pane_add(&st->pane, ROLE_HEAD, "%s", _("登记内容"));
	pane_record(&st->pane, &appeal_type, &x);
	st->pane.top = top;
	return true;
}

static bool appeal_open(struct screen *s, const struct screen_arg *arg, struct err *e)
{
	struct page *st = s->state;
	st->id = arg->id;
	if (!arg->id && !arg->text)
		return err_set(e, ERR_MISSING, _("从复议诉讼清单里打开"));
	if (!arg->id && !appeal_find(s->app->office, arg->text, &st->id, e))
		return false;
	pane_open(&st->pane, &s->arena);
	return load(s, e);
}

static void appeal_paint(struct screen *s, struct canvas *c, struct area body)
{
	pane_paint(&((struct page *)s->state)->pane, c, body);
}

static void appeal_chain(struct screen *s, struct chain *out)
{
	pane_chain(&((struct page *)s->state)->pane, out);
}

static int64_t appeal_subject(struct screen *s)
{
	return ((struct page *)s->state)->id;
}

static void appeal_refresh(struct screen *s)
{
	struct err e = {0};
	if (!load(s, &e))
		app_refuse(s->app, &e);
}

static void act_enter(struct app *app, void *self)
{
	const struct page *st = ((struct screen *)self)->state;
	if (st->number)
		jump_to(app, st->kind, st->number);
	else
		app_note(app, "%s", _("没有登记办件"));
}

static void act_why(struct app *app, void *self)
{
	appeal_why(app, appeal_subject(self));
}

void appeal_change_open(struct app *app, int64_t id)
{
	struct arena *a = &app->event_arena;
	struct appeal_change *now = arena_new(a, struct appeal_change);
	struct err e = {0};
	if (id == INT_NONE)
		return;
	record_clear(&appeal_change_type, now);
	if (!appeal_load(app->office, id, a, &now->now, &e))
		app_refuse(app, &e);
	else
		verb_form_open(app, verb_find("appeal.change"), id, now);
}

static void act_change(struct app *app, void *self)
{
	appeal_change_open(app, appeal_subject(self));
}

static void appeal_event(struct screen *s, const struct event *ev)
{
	casefile_export_event(&((struct page *)s->state)->export, ev);
}

static void appeal_close(struct screen *s)
{
	casefile_export_close(&((struct page *)s->state)->export);
}

/* The evidence is that of the case; the reason is this appeal. */
static void act_export(struct app *app, void *self)
{
	struct page *st = ((struct screen *)self)->state;
	struct arena *a = &app->event_arena;
	struct appeal x;
	struct err e = {0};
	if (!appeal_load(app->office, st->id, a, &x, &e) ||
		(x.matter_id == INT_NONE && !err_set(&e, ERR_RULE, _("%s 没有写明是对哪一件办件的，不能导出案卷"), x.number)))
		app_refuse(app, &e);
	else
		casefile_export_ask(&st->export, self, x.matter_id,
			arena_printf(a, _("%s%s%s 举证"), x.number, x.file_number ? " " : "", x.file_number ? x.file_number : ""));
}

static const struct action actions[] = {
	{.name = "enter", .label = N_("办件"), .flags = ACTION_BAR, .run = act_enter},
	{.name = "why", .label = N_("期限"), .flags = ACTION_BAR, .run = act_why},
	APPEAL_VERBS,
	{.name = "export", .label = N_("导出案卷"), .run = act_export},
	{0},
};

const struct screen_type appeal_screen = {
	.name = "appeal", .code = "241", .title = N_("复议诉讼"), .actions = actions, .size = sizeof(struct page), .needs_office = true, .noun = "appeal",
	.open = appeal_open, .paint = appeal_paint, .chain = appeal_chain, .subject = appeal_subject, .refresh = appeal_refresh,
	.event = appeal_event, .close = appeal_close,
};

void appeal_page_open(struct app *app, int64_t id)
{
	struct screen_arg arg = {.id = id};
	app_push(app, &appeal_screen, &arg, (struct then){0});
}
