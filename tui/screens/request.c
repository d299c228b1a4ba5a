/* One request: its clocks, the applicant, the applicant's words, what is missing, what happened, its letters, what may be done now. */
#include "tui/screens/request.h"

#include <string.h>

#include "base/text.h"
#include "law/ledger.h"
#include "office/letter_view.h"
#include "office/step.h"
#include "tui/badge.h"
#include "tui/pane.h"
#include "tui/screens/ledger.h"
#include "tui/screens/letter.h"
#include "tui/verb_form.h"

struct page {
	struct pane pane;
	int64_t id;
	bool compare;         /* similar cases are still to be looked for, in an idle moment */
	const char **similar; /* in the screen's arena */
	size_t nsimilar;
};

void request_why(struct app *app, int64_t id)
{
	struct arena *a = &app->event_arena;
	struct matter_case c;
	struct clock_ledger book;
	struct err e = {0};
	if (id == INT_NONE)
		return;
	if (!matter_load(app->office, id, a, &c, &e)) {
		app_refuse(app, &e);
		return;
	}
	if (!c.rules) {
		app_note(app, _("%s 的收到之日未定，期限还没有起算；先登记确认"), c.matter.number);
		return;
	}
	clock_explain(app_calendar(app), c.rules, c.events, c.nevents, app_today(app), a, &book);
	ledger_show(app, arena_printf(a, _("%s 的答复期限"), c.matter.number), &book);
}

/* --- what is shown ------------------------------------------------------------------------------------------------------ */

static const char *day_words(struct app *app, daynum d, struct arena *a)
{
	char iso[DAY_ISO];
	return arena_printf(a, "%s %s", day_iso(d, iso), app_day_text(app, d, a));
}

static void show_answer_clock(struct pane *p, struct app *app, const struct matter_case *c, struct arena *a)
{
	const struct clock *k = &c->clock;
	enum role role = badge_role(c->badge.level);
	char iso[DAY_ISO];
	if (k->state == CLOCK_IDLE)
		pane_add(p, ROLE_PROVISIONAL, "%s", _("  收到之日未定，期限还没有起算：登记“确认收到”"));
	else if (k->state == CLOCK_STOPPED)
		pane_add(p, role, _("  %s  %s  停计自 %s，%s 前未%s可结案"), clock_key_label(k->key), c->badge.text, day_iso(k->stopped, iso),
			arena_strdup(a, day_iso(k->counter_due, iso)), k->counter == CLOCK_FEE_PAYMENT ? _("缴费") : _("补正"));
	else
		pane_add(p, role, _("  %s  %s%s  %s%s"), clock_key_label(k->key), c->due == DAY_NONE ? _("未定") : day_words(app, c->due, a),
			c->provisional ? "*" : "", c->badge.text, c->moving ? _("（征求意见中，随答复推后）") : "");
}

static void show_clocks(struct pane *p, struct app *app, const struct matter_case *c, struct arena *a)
{
	pane_add(p, ROLE_HEAD, "%s", _("期限"));
	show_answer_clock(p, app, c, a);
	for (size_t i = 0; i < c->nsubs; i++) {
		const struct clock_sub *s = &c->subs[i];
		if (s->key == c->clock.key)
			continue;
		const char *due = s->due == DAY_NONE ? _("未定") : day_words(app, s->due, a);
		struct badge b = badge_day(app_calendar(app), s->due, s->provisional, app_today(app), BADGE_STEPS);
		bool counts = s->running && s->due != DAY_NONE;
		pane_add(p, counts ? badge_role(b.level) : ROLE_DIM, "  %s  %s  %s  %s", clock_key_label(s->key), due,
			counts ? b.text : s->running ? _("在计") : _("已结"), s->name ? s->name : "");
	}
}

static void show_missing(struct pane *p, const struct request_view *v, struct arena *a)
{
	struct str s = str_new(a);
	for (size_t i = 0; i < v->nmissing; i++)
		str_printf(&s, i ? _("、%s") : "%s", tr(record_field(&request_type, v->missing[i])->label));
	if (v->nmissing)
		pane_add(p, ROLE_SOON, _("  缺：%s"), s.s);
}

/* The applicant's words line by line. */
static void show_content(struct pane *p, const struct request_view *v, struct arena *a)
{
	char *copy = arena_strdup(a, v->request.content ? v->request.content : ""), *line;
	pane_add(p, ROLE_HEAD, "%s", _("所需信息"));
	while ((line = strsep(&copy, "\n")))
		pane_add(p, ROLE_TEXT, "  %s", line);
	show_missing(p, v, a);
}

static void show_event(struct pane *p, const struct clock_event *ev, const char *note, struct arena *a)
{
	char iso[DAY_ISO], until[DAY_ISO];
	struct str s = str_new(a);
	str_printf(&s, "  %s  %s", day_iso(ev->day, iso), clock_event_label(ev->kind));
	if (ev->name)
		str_printf(&s, _("：%s"), ev->name);
	if (ev->until != DAY_NONE)
		str_printf(&s, _("，至 %s"), day_iso(ev->until, until));
	if (ev->days)
		str_printf(&s, _("，%d 个%s"), ev->days, ev->calendar_days ? _("自然日") : _("工作日"));
	if (note)
		str_printf(&s, _("（%s）"), note);
	pane_add(p, ROLE_TEXT, "%s", s.s);
}

/* The office's own registration stands among the events by its day. */
static void show_events(struct pane *p, const struct matter_case *c, struct arena *a)
{
	char iso[DAY_ISO];
	size_t i = 0;
	pane_add(p, ROLE_HEAD, "%s", _("经过"));
	for (; i < c->nevents && c->events[i].day < c->matter.registered_on; i++)
		show_event(p, &c->events[i], c->rows[i].note, a);
	pane_add(p, ROLE_TEXT, _("  %s  登记，%s"), day_iso(c->matter.registered_on, iso), tr(choice_label(matter_channels, c->matter.channel)));
	for (; i < c->nevents; i++)
		show_event(p, &c->events[i], c->rows[i].note, a);
}

static bool show_letters(struct pane *p, struct app *app, int64_t id, struct arena *a, struct err *e)
{
	struct letter_row *rows;
	struct choice *names;
	size_t n;
	char iso[DAY_ISO];
	struct letter_filter f = {.matter_id = id, .limit = 100};
	if (!letter_page(app->office, &f, a, &rows, &n, e) || (n && !letter_names(app->office, a, &names, e)))
		return false;
	pane_add(p, ROLE_HEAD, "%s", _("文书"));
	if (!n)
		pane_add(p, ROLE_DIM, "%s", _("  （无）F8 出具"));
	for (size_t i = 0; i < n; i++) {
		bool gone = strcmp(rows[i].status, "revoked") == 0;
		pane_add(p, gone ? ROLE_DIM : ROLE_TEXT, "  %s  %s  %s  %s%s", day_iso(rows[i].date, iso), rows[i].ref,
			choice_label(names, rows[i].kind), rows[i].number, gone ? _("  已撤销") : "");
	}
	return true;
}

static bool show_offers(struct pane *p, struct app *app, const struct matter_case *c, struct arena *a, struct err *e)
{
	struct proc_offer *offers;
	enum proc_state state;
	unsigned facts;
	struct str s = str_new(a);
	if (!step_facts(app->office, c, DAY_NONE, a, &facts, e) || !proc_state_parse(c->matter.state, &state))
		return e->code == ERR_NONE;
	size_t n = proc_offers(proc_family_of(c->matter.kind, c->matter.ruleset), state, facts, a, &offers);
	for (size_t i = 0; i < n; i++)
		if (offers[i].step && strcmp(offers[i].verb, "register") != 0)
			str_printf(&s, "%s  ", proc_verb_label(offers[i].verb));
	pane_add(p, ROLE_NOTE, _("现在可办（F10）：%s"), s.len ? s.s : _("（无）"));
	return true;
}

static void show_fields(struct pane *p, const struct request_view *v, struct arena *a)
{
	pane_add(p, ROLE_HEAD, "%s", _("登记内容"));
	for (const struct field *f = request_type.fields; f->name; f++)
		if (f->type != FIELD_LINES && record_known(f, &v->request) && record_active(&request_type, f, &v->request))
			pane_add(p, ROLE_TEXT, "  %s%s", text_fit(a, arena_printf(a, _("%s："), tr(f->label)), 16), record_shown(f, &v->request, a));
	if (v->c.matter.confirmed_by)
		pane_add(p, ROLE_TEXT, "  %s%s", text_fit(a, _("确认人："), 16), v->c.matter.confirmed_by);
	if (v->c.matter.void_reason)
		pane_add(p, ROLE_TEXT, "  %s%s", text_fit(a, _("作废原因："), 16), v->c.matter.void_reason);
}

static void show_similar(struct pane *p, const struct page *st)
{
	for (size_t i = 0; i < st->nsimilar; i++)
		pane_add(p, ROLE_SOON, _("  相似：%s"), st->similar[i]);
}

static bool load(struct screen *s, struct err *e)
{
	struct page *st = s->state;
	struct arena *a = &s->app->event_arena;
	struct request_view v;
	if (!request_load(s->app->office, st->id, a, &v, e))
		return false;
	s->title = arena_printf(&s->arena, "%s %s", v.c.matter.number, tr(choice_label(matter_states, v.c.matter.state)));
	int top = st->pane.top;
	pane_clear(&st->pane);
	pane_add(&st->pane, ROLE_TITLE, "%s  %s", v.request.applicant.name ? v.request.applicant.name : "",
		tr(choice_label(applicant_kinds, v.request.applicant.applicant_kind)));
	show_clocks(&st->pane, s->app, &v.c, a);
	show_content(&st->pane, &v, a);
	show_similar(&st->pane, st);
	show_events(&st->pane, &v.c, a);
	if (!show_letters(&st->pane, s->app, st->id, a, e) || !show_offers(&st->pane, s->app, &v.c, a, e))
		return false;
	show_fields(&st->pane, &v, a);
	st->pane.top = top;
	return true;
}

/* Every text of the office is read for this: not while a key waits. */
static void compare(struct screen *s)
{
	struct page *st = s->state;
	struct arena *a = &s->app->event_arena;
	struct request r;
	const struct similar *rows;
	struct err e = {0};
	st->compare = false;
	app_give_way(s->app, true);
	bool found = request_typed(s->app->office, st->id, a, &r, NULL, &e) &&
		request_similar(s->app->office, &r, st->id, a, &rows, &st->nsimilar, &e);
	app_give_way(s->app, false);
	st->compare = e.code == ERR_BUSY; /* a key came between: once more when it is quiet */
	if (!found || !st->nsimilar)
		return;
	st->similar = arena_array(&s->arena, const char *, st->nsimilar);
	for (size_t i = 0; i < st->nsimilar; i++)
		st->similar[i] = arena_printf(&s->arena, "%s  %s", rows[i].number, rows[i].why);
	if (!load(s, &e))
		app_refuse(s->app, &e);
}

/* --- the screen --------------------------------------------------------------------------------------------------------- */

static bool request_open(struct screen *s, const struct screen_arg *arg, struct err *e)
{
	struct page *st = s->state;
	st->id = arg->id;
	if (!arg->id && !arg->text)
		return err_set(e, ERR_MISSING, _("从申请清单里打开"));
	if (!arg->id && !matter_find(s->app->office, "request", arg->text, &st->id, e))
		return false;
	pane_open(&st->pane, &s->arena);
	st->compare = s->app->idle_wanted = true;
	return load(s, e);
}

static void request_paint(struct screen *s, struct canvas *c, struct area body)
{
	pane_paint(&((struct page *)s->state)->pane, c, body);
}

static void request_chain(struct screen *s, struct chain *out)
{
	pane_chain(&((struct page *)s->state)->pane, out);
}

static int64_t request_subject(struct screen *s)
{
	return ((struct page *)s->state)->id;
}

static void request_refresh(struct screen *s)
{
	struct err e = {0};
	if (!load(s, &e))
		app_refuse(s->app, &e);
}

static void request_event(struct screen *s, const struct event *ev)
{
	if (ev->kind == EVENT_TICK && ((struct page *)s->state)->compare)
		compare(s);
}

static void act_why(struct app *app, void *self)
{
	request_why(app, request_subject(self));
}

static void act_print(struct app *app, void *self)
{
	letter_choose(app, request_subject(self));
}

static void act_new(struct app *app, void *self)
{
	(void)self;
	request_form_open(app);
}

void request_change_open(struct app *app, int64_t id)
{
	struct arena *a = &app->event_arena;
	struct request_change *now = arena_new(a, struct request_change);
	struct matter_case c;
	struct err e = {0};
	if (id == INT_NONE)
		return;
	record_clear(&request_change_type, now);
	if (!request_typed(app->office, id, a, &now->now, NULL, &e) || !matter_load(app->office, id, a, &c, &e)) {
		app_refuse(app, &e);
		return;
	}
	now->reason = NULL;
	now->version = c.matter.version;
	verb_form_open(app, verb_find("request.change"), id, now);
}

static void act_change(struct app *app, void *self)
{
	request_change_open(app, request_subject(self));
}

static void act_wizard(struct app *app, void *self)
{
	struct screen_arg arg = {.id = request_subject(self)};
	app_push(app, screen_find("wizard"), &arg, (struct then){0});
}

static const struct action actions[] = {
	{.name = "print", .label = N_("文书"), .flags = ACTION_BAR, .run = act_print},
	{.name = "values", .label = N_("七步法"), .flags = ACTION_BAR, .run = act_wizard},
	{.name = "why", .label = N_("期限"), .flags = ACTION_BAR, .run = act_why},
	{.name = "new", .label = N_("登记"), .run = act_new},
	{.name = "change", .label = N_("更改录入"), .run = act_change},
	REQUEST_VERBS,
	{0},
};

const struct screen_type request_screen = {
	.name = "request", .code = "13", .title = N_("申请"), .actions = actions, .size = sizeof(struct page), .needs_office = true,
	.open = request_open, .paint = request_paint, .chain = request_chain, .subject = request_subject, .refresh = request_refresh,
	.event = request_event,
};

void request_page_open(struct app *app, int64_t id)
{
	struct screen_arg arg = {.id = id};
	app_push(app, &request_screen, &arg, (struct then){0});
}
