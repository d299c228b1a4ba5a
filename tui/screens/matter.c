/* What the pages of requests and corrections show alike. */
#include "tui/screens/matter.h"

#include <string.h>

#include "base/text.h"
#include "law/ledger.h"
#include "office/closeout.h"
#include "office/handover.h"
#include "office/identity_check.h"
#include "office/letter_remedy.h"
#include "office/letter_view.h"
#include "office/step.h"
#include "tui/badge.h"
#include "tui/screens/ledger.h"

enum { FIELD_LABEL = 16 }; /* cells of what a field is called on a page */

/* What a stopped clock waits for, and where it would end at the latest. */
static const char *stopped_words(const struct clock *k, struct arena *a)
{
	char stopped[DAY_ISO], due[DAY_ISO], projected[DAY_ISO];
	const char *what = k->counter == CLOCK_FEE_PAYMENT ? _("缴费") : _("补正");
	return arena_printf(a, _("停计自 %s，等待%s至 %s；最后一天%s则到期 %s"), day_iso(k->stopped, stopped), what, day_iso(k->counter_due, due), what,
		day_iso(k->projected, projected));
}

static bool in_calendar_days(const struct matter_case *c, const struct clock_sub *s)
{
	for (size_t i = 0; i < c->nevents; i++)
		if (c->events[i].kind == EV_EVIDENCE_ASKED && c->events[i].span == s->span && s->key == CLOCK_EVIDENCE)
			return c->events[i].calendar_days;
	return false;
}

/* The clocks of others that run beside the case's own: third parties, the applicant, the notice of what is missing. */
static size_t other_books(struct app *app, const struct matter_case *c, struct arena *a, struct ledger_part *out)
{
	size_t n = 0;
	for (size_t i = 0; i < c->nsubs; i++) {
		const struct clock_sub *s = &c->subs[i];
		if (s->key == c->clock.key || !s->running ||
			!ledger_between(app_calendar(app), s->start, s->due, in_calendar_days(c, s), a, &out[n].book))
			continue;
		out[n++].title = s->name ? arena_printf(a, _("%s  %s"), clock_key_label(s->key), s->name) : clock_key_label(s->key);
	}
	return n;
}

void matter_why(struct app *app, int64_t id)
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
	char iso[DAY_ISO];
	if (c.clock.state == CLOCK_STOPPED)
		book.note = stopped_words(&c.clock, a);
	else if (c.clock.state == CLOCK_DONE)
		book.note = arena_printf(a, _("已于 %s %s%s%s"), day_iso(c.clock.done, iso), c.clock.answered ? _("答复") : _("办结"),
			c.clock.late ? _("，晚于期限") : "", book.note ? arena_printf(a, _("；%s"), book.note) : "");
	struct ledger_part *parts = arena_array(a, struct ledger_part, c.nsubs + 1);
	parts[0] = (struct ledger_part){arena_printf(a, _("%s 的%s"), c.matter.number, clock_key_label(c.clock.key)), book};
	ledger_show_parts(app, parts, 1 + other_books(app, &c, a, parts + 1));
}

static const char *day_words(struct app *app, daynum d, struct arena *a)
{
	char iso[DAY_ISO];
	return arena_printf(a, "%s %s", day_iso(d, iso), app_day_text(app, d, a));
}

static void show_answer_clock(struct pane *p, struct app *app, const struct matter_case *c, struct arena *a)
{
	const struct clock *k = &c->clock;
	enum role role = badge_role(c->badge.level);
	char iso[DAY_ISO], until[DAY_ISO];
	if (k->state == CLOCK_IDLE)
		pane_add(p, ROLE_PROVISIONAL, "%s", _("  收到之日未定，期限还没有起算：登记“确认收到”"));
	else if (k->state == CLOCK_STOPPED)
		pane_add(p, role, k->key == CLOCK_CORRECTION ? _("  %s  %s  停计自 %s，%s 后按现有材料办理") :
			k->counter == CLOCK_FEE_PAYMENT ? _("  %s  %s  停计自 %s，%s 前未缴费可结案") : _("  %s  %s  停计自 %s，%s 前未补正可结案"),
			clock_key_label(k->key), c->badge.text, day_iso(k->stopped, iso), day_iso(k->counter_due, until));
	else
		pane_add(p, role, _("  %s  %s%s  %s%s"), clock_key_label(k->key), c->due == DAY_NONE ? _("未定") : day_words(app, c->due, a),
			c->provisional ? "*" : "", c->badge.text, c->moving ? _("（征求意见中，随答复推后）") : "");
}

/* Those that are over stand in one line. */
static void show_ended(struct pane *p, const struct matter_case *c, struct arena *a)
{
	struct str s = str_new(a);
	char iso[DAY_ISO];
	for (size_t i = 0; i < c->nsubs; i++) {
		const struct clock_sub *k = &c->subs[i];
		if (k->key == c->clock.key || k->running)
			continue;
		str_printf(&s, s.len ? _("、%s%s %s") : "%s%s %s", k->name ? k->name : "", clock_key_label(k->key),
			k->due == DAY_NONE ? _("未定") : day_iso(k->due, iso));
	}
	if (s.len)
		pane_add(p, ROLE_DIM, _("  已结：%s"), s.s);
}

/* The applicant's own periods: a review or a suit may still come. */
static void show_remedies(struct pane *p, struct app *app, const struct matter_case *c, struct arena *a)
{
	struct remedy_period periods[REMEDY_PERIODS];
	struct err e = {0};
	size_t n;
	if (!letter_remedy_periods(app->office, &c->matter, a, periods, &n, &e))
		pane_add(p, ROLE_ERROR, "  %s", e.text);
	for (size_t i = 0; i < n; i++)
		pane_add(p, ROLE_DIM, _("  %s  至 %s%s%s"), remedy_period_label(periods[i].key), day_words(app, periods[i].until, a),
			periods[i].provisional ? "*" : "", periods[i].until < app_today(app) ? _("  已过") : "");
}

void matter_show_clocks(struct pane *p, struct app *app, const struct matter_case *c, struct arena *a)
{
	pane_add(p, ROLE_HEAD, "%s", _("期限"));
	show_answer_clock(p, app, c, a);
	for (size_t i = 0; i < c->nsubs; i++) {
		const struct clock_sub *s = &c->subs[i];
		if (s->key == c->clock.key || !s->running)
			continue;
		const char *due = s->due == DAY_NONE ? _("未定") : day_words(app, s->due, a);
		struct badge b = badge_day(app_calendar(app), s->due, s->provisional, app_today(app), BADGE_STEPS);
		pane_add(p, s->due == DAY_NONE ? ROLE_DIM : badge_role(b.level), "  %s  %s  %s  %s", clock_key_label(s->key), due,
			s->due == DAY_NONE ? _("在计") : b.text, s->name ? s->name : "");
	}
	show_ended(p, c, a);
	show_remedies(p, app, c, a);
}

void matter_show_words(struct pane *p, const char *head, const char *words, struct arena *a)
{
	char *copy = arena_strdup(a, words ? words : ""), *line;
	if (text_is_blank(copy))
		return;
	pane_add(p, ROLE_HEAD, "%s", head);
	while ((line = strsep(&copy, "\n")))
		pane_add(p, ROLE_TEXT, "  %s", line);
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
void matter_show_events(struct pane *p, const struct matter_case *c, struct arena *a)
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

bool matter_show_letters(struct pane *p, struct app *app, int64_t id, struct arena *a, struct err *e)
{
	struct letter_row *rows;
	size_t n;
	char iso[DAY_ISO];
	struct letter_filter f = {.matter_id = id, .limit = 100};
	if (!letter_page(app->office, &f, a, &rows, &n, e))
		return false;
	pane_add(p, ROLE_HEAD, "%s", _("文书"));
	if (!n)
		pane_add(p, ROLE_DIM, "%s", _("  （无）F8 出具"));
	for (size_t i = 0; i < n; i++) {
		bool gone = strcmp(rows[i].status, "revoked") == 0;
		pane_add(p, gone ? ROLE_DIM : ROLE_TEXT, "  %s  %s  %s  %s%s", day_iso(rows[i].date, iso), rows[i].ref,
			rows[i].name, rows[i].number, gone ? _("  已撤销") : "");
	}
	return true;
}

bool matter_show_identity(struct pane *p, struct app *app, int64_t id, bool wanted, struct arena *a, struct err *e)
{
	struct identity_check seen;
	char iso[DAY_ISO];
	if (!identity_check_load(app->office, id, a, &seen, e))
		return false;
	if (seen.on != DAY_NONE)
		pane_add(p, ROLE_TEXT, _("  身份已核对：%s  %s"), day_iso(seen.on, iso), seen.by ? seen.by : "");
	else if (wanted)
		pane_add(p, ROLE_SOON, "%s", _("  身份未核对：交付前核对（关务公开规定20）"));
	return true;
}

/* As the menu calls it: a correction is passed on to whom it concerns, a request to another channel. */
static const char *offer_label(const struct matter_case *c, const char *word, struct arena *a)
{
	const struct verb *v = verb_find(arena_printf(a, "%s.%s", c->matter.kind, word));
	return v ? tr(v->label) : proc_verb_label(word);
}

bool matter_show_offers(struct pane *p, struct app *app, const struct matter_case *c, struct arena *a, struct err *e)
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
			str_printf(&s, "%s  ", offer_label(c, offers[i].verb, a));
	pane_add(p, ROLE_HEAD, "%s", _("现在可办（F10）"));
	pane_add(p, ROLE_NOTE, "  %s", s.len ? s.s : _("（无）"));
	return true;
}

bool matter_show_closeout(struct pane *p, struct app *app, const struct matter_case *c, struct arena *a, struct err *e)
{
	struct closeout *open;
	struct err why = {0};
	size_t n;
	const char *archive = arena_printf(a, "%s.archive", c->matter.kind);
	if (!verb_can(app->office, verb_find(archive), c->matter.row, &why))
		return true;
	if (!closeout_check(app->office, c, a, &open, &n, e))
		return false;
	if (n)
		pane_add(p, ROLE_HEAD, "%s", _("归档以前还要办（F9）"));
	for (size_t i = 0; i < n; i++)
		pane_add(p, ROLE_SOON, _("  %s：F9 %s"), open[i].text,
			strcmp(open[i].verb, "issue") ? offer_label(c, open[i].verb, a) : tr(verb_find("letter.issue")->label));
	return true;
}

static void show_field(struct pane *p, const char *label, const char *value, struct arena *a)
{
	pane_add(p, ROLE_TEXT, "  %s%s", text_fit(a, arena_printf(a, _("%s："), label), FIELD_LABEL), value);
	pane_hang(p, 2 + FIELD_LABEL);
}

void matter_show_fields(struct pane *p, const struct record_type *t, const void *rec, const struct matter *m, struct arena *a)
{
	pane_add(p, ROLE_HEAD, "%s", _("登记内容"));
	for (const struct field *f = t->fields; f->name; f++)
		if (f->type != FIELD_LINES && record_known(f, rec) && record_active(t, f, rec))
			show_field(p, tr(f->label), record_shown(f, rec, a), a);
	if (m->confirmed_by)
		show_field(p, _("确认人"), m->confirmed_by, a);
	if (m->void_reason)
		show_field(p, _("作废原因"), m->void_reason, a);
}

bool matter_show_handler(struct pane *p, struct app *app, const struct matter *m, struct arena *a, struct err *e)
{
	struct handover_step *steps;
	size_t n;
	char iso[DAY_ISO];
	const char *name = handler_name(app->office, m->handler_id, a);
	if (!handover_history(app->office, "matter", m->row, a, &steps, &n, e))
		return false;
	if (name)
		show_field(p, _("承办人"), name, a);
	for (size_t i = 0; i < n; i++)
		pane_add(p, ROLE_TEXT, _("  %s%s 移交：%s → %s%s"), text_fit(a, "", FIELD_LABEL), day_iso(steps[i].on, iso), steps[i].from ? steps[i].from : _("（无）"),
			steps[i].to, steps[i].reason ? arena_printf(a, _("（%s）"), steps[i].reason) : "");
	return true;
}
