#include "office/step.h"

#include <string.h>

#include "gen/q_letter.h"
#include "gen/q_step.h"
#include "law/disclosure.h"
#include "law/fee.h"
#include "office/closeout.h"
#include "office/letter_remedy.h"
#include "office/request.h"
#include "office/undo.h"

static bool has_event(const struct matter_case *c, enum clock_event_kind kind)
{
	for (size_t i = 0; i < c->nevents; i++)
		if (c->events[i].kind == kind)
			return true;
	return false;
}

/* Facts that the events and clocks tell. A step is judged by its own day, not by the day it is typed in; while that day is not known
 * a date that is over forbids nothing: what happened before it may still be recorded. */
static unsigned clock_facts(struct office *o, const struct matter_case *c, daynum day, struct arena *a)
{
	unsigned f = 0;
	daynum on = day == DAY_NONE ? desk_today(o->desk) : day;
	struct clock k;
	if (!c->rules)
		return 0;
	clock_run_on(o->calendar, c->rules, c->events, c->nevents, on, &k);
	f |= FACT_RECEIVED;
	if (c->rules->clarify_max && k.clarifications >= c->rules->clarify_max)
		f |= FACT_CLARIFIED_BEFORE;
	if (k.extensions >= c->rules->extend_max)
		f |= FACT_EXTENDED;
	if (day != DAY_NONE && k.state == CLOCK_RUNNING && k.due != DAY_NONE && k.due < day)
		f |= FACT_PAST_DUE;
	if (k.state == CLOCK_STOPPED && k.counter_due != DAY_NONE && k.counter_due < on)
		f |= FACT_LIMIT_PASSED;
	struct clock_sub *subs = arena_array(a, struct clock_sub, c->nevents + 2);
	size_t n = clock_subs(o->calendar, c->rules, c->events, c->nevents, on, subs, c->nevents + 2);
	for (size_t i = 0; i < n; i++)
		if (subs[i].running)
			f |= subs[i].key == CLOCK_THIRD_PARTY ? FACT_CONSULT_OPEN : subs[i].key == CLOCK_COAGENCY ? FACT_COAGENCY_OPEN : 0u;
	if (fee_allowed(o->law, c->matter.received))
		f |= FACT_FEE_ALLOWED;
	if (has_event(c, EV_REASONS_ASKED))
		f |= FACT_REASONS_ASKED;
	/* While the day is not known: is there one before the delay? */
	for (size_t i = 0; i < c->nevents && k.delayed != DAY_NONE; i++)
		if (c->events[i].kind == EV_DELAYED && c->events[i].day <= (day == DAY_NONE ? k.start : day))
			f |= FACT_DELAYED;
	return f;
}

static bool letter_issued(struct office *o, int64_t id, const char *kind, bool *issued, struct err *e)
{
	int64_t row;
	struct err end = {0};
	struct q *q = q_open(o->store, &Q_letter_standing);
	q_int(q, "matter_id", id);
	q_text(q, "kind", kind);
	*issued = q_one_int(q, &row, &end);
	return end.code == ERR_NONE || err_set(e, end.code, "%s", end.text);
}

bool step_facts(struct office *o, const struct matter_case *c, daynum day, struct arena *a, unsigned *facts, struct err *e)
{
	unsigned f = clock_facts(o, c, day, a);
	const struct matter *m = &c->matter;
	struct q *q = q_open(o->store, &Q_step_facts);
	q_int(q, "id", m->row);
	q_text(q, "kind", m->kind);
	bool ok = q_row(q, e);
	if (ok) {
		f |= q_get_int(q, "task_open") ? FACT_TASK_OPEN : 0u;
		f |= q_get_int(q, "opinion_wanted") ? FACT_OPINION_WANTED : 0u;
		f |= q_get_int(q, "agency_wanted") ? FACT_AGENCY_WANTED : 0u;
		f |= q_get_int(q, "left_office") ? FACT_LEFT_OFFICE : 0u;
		f |= q_get_int(q, "delivered") ? FACT_DELIVERED : 0u;
		f |= q_get_int(q, "ordered") ? FACT_ORDERED : 0u;
		f |= q_get_int(q, "letter_revoked") && c->clock.state != CLOCK_DONE ? FACT_LETTER_REVOKED : 0u;
		f |= q_get_int(q, "fee_used") ? FACT_FEE_USED : 0u;
		f |= q_get_int(q, "fee_open") ? FACT_FEE_OPEN : 0u;
		f |= grounds_discretionary(o->law, m->ruleset, q_get_text(q, "ground", a)) ? FACT_DISCRETIONARY : 0u;
		f |= q_get_int(q, "confirmed") == 1 ? FACT_GROUND_CONFIRMED : 0u;
	}
	q_end(q);
	if (!ok)
		return false;
	bool issued = false, own = false, clean = false;
	const char *letter = letter_of_outcome(o, m);
	if (letter) {
		f |= FACT_OUTCOME_NEEDS_LETTER;
		if (!letter_issued(o, m->row, letter, &issued, e))
			return false;
	}
	if (!undo_own(o, m, &own, e) || !closeout_clean(o, c, a, &clean, e))
		return false;
	f |= (issued ? FACT_LETTER_ISSUED : 0u) | (own ? FACT_LAST_STEP_OWN : 0u) | (clean ? FACT_CLOSE_OUT_CLEAN : 0u);
	*facts = f;
	return true;
}

static const struct proc_step *find(struct office *o, struct matter_case *c, const char *verb, daynum day, unsigned more, struct arena *a,
	unsigned *facts, struct err *e)
{
	enum proc_state state;
	if (!step_facts(o, c, day, a, facts, e))
		return NULL;
	*facts |= more;
	if (!proc_state_parse(c->matter.state, &state))
		BUG("matter state %s", c->matter.state);
	return proc_find(proc_family_of(c->matter.kind, c->matter.ruleset), state, verb, *facts, e);
}

bool step_can(struct office *o, int64_t matter_id, const char *verb, struct err *why)
{
	return step_can_with(o, matter_id, verb, 0, why);
}

/* Before this day the verb cannot have happened; DAY_NONE: it may have happened at any time of the case. */
static daynum earliest(const struct matter_case *c, const char *verb)
{
	daynum day = DAY_NONE;
	for (size_t i = 0; i < c->nevents && strcmp(verb, "delay") == 0; i++)
		if (c->events[i].kind == EV_REASONS_ASKED)
			day = c->events[i].day;
	return day;
}

bool step_can_with(struct office *o, int64_t matter_id, const char *verb, unsigned more, struct err *why)
{
	struct arena a = {0};
	struct matter_case c;
	unsigned facts;
	bool can = matter_load(o, matter_id, &a, &c, why) && find(o, &c, verb, earliest(&c, verb), more, &a, &facts, why);
	arena_free(&a);
	return can;
}

/* The field that holds the day of what is being recorded: what the verb's record calls notified, on or sent. */
static const struct field *day_field(const struct verb_call *call, daynum *day)
{
	static const char *const names[] = {"notified", "on", "sent"};
	const struct field *first = NULL;
	*day = DAY_NONE;
	for (size_t i = 0; call->args && *day == DAY_NONE && i < sizeof names / sizeof *names; i++) {
		const struct field *f = record_field(call->verb->args, names[i]);
		if (!f || f->type != FIELD_DATE)
			continue;
		first = first ? first : f;
		memcpy(day, (const char *)record_part(call->verb->args, call->args, f) + f->offset, sizeof *day);
	}
	return first;
}

static daynum act_day(const struct verb_call *call)
{
	daynum day;
	day_field(call, &day);
	return day != DAY_NONE ? day : desk_today(call->office->desk);
}

bool step_begin(struct verb_call *call, struct step *s, struct err *e)
{
	const char *dot = strchr(call->verb->name, '.');
	return step_begin_as(call, dot ? dot + 1 : call->verb->name, 0, s, e);
}

bool step_begin_as(struct verb_call *call, const char *verb, unsigned more, struct step *s, struct err *e)
{
	*s = (struct step){.call = call, .office = call->office, .arena = call->arena};
	if (!matter_load(s->office, call->subject_id, s->arena, &s->c, e))
		return false;
	s->row = find(s->office, &s->c, verb, act_day(call), more, s->arena, &s->facts, e);
	return s->row != NULL;
}

static bool extension_late(const struct step *s, daynum *told, daynum *due)
{
	const struct matter_case *c = &s->c;
	return c->rules && clock_extension_late(s->office->calendar, c->rules, c->events, c->nevents, told, due);
}

/* What is written down late, of a day before the extension, must not make it one that was told too late. */
static bool extension_stands(const struct step *s, struct err *e)
{
	daynum told, due;
	char one[DAY_ISO], two[DAY_ISO];
	return !extension_late(s, &told, &due) || err_field(e, "on", _("这样 %s 告知的延期就晚于答复期限 %s：先撤销延期，或者核对日期"),
		day_iso(told, one), day_iso(due, two));
}

/* Written down late, of a day on which the applicant was waited for or the case was over: it would be kept and move nothing. */
static bool event_counts(const struct step *s, const struct event_row *row, struct err *e)
{
	char iso[DAY_ISO];
	daynum day;
	const struct matter_case *c = &s->c;
	if (!row || !c->rules || !clock_event_lost(s->office->calendar, c->rules, c->events, c->nevents, row->kind, row->day))
		return true;
	const struct field *f = day_field(s->call, &day);
	return err_field(e, f ? f->name : "on", _("%s 那天答复期限没有在走（正在等补正、等缴费，或者已经办结），请核对日期"), day_iso(row->day, iso));
}

bool step_end(struct step *s, const struct event_row *ev, daynum closed, struct err *e)
{
	struct matter *m = &s->c.matter;
	daynum told, due;
	bool gaps, was_late = extension_late(s, &told, &due);
	struct event_row row = ev ? *ev : EVENT_ROW;
	if (ev) {
		if (row.kind == EV_NONE)
			row.kind = s->row->event;
		if (row.kind != EV_NONE && !matter_event_add(s->office, m->row, &row, e))
			return false;
	}
	if (closed != DAY_NONE)
		m->closed_on = closed;
	if (!matter_set_state(s->office, m, s->row->to ? proc_state_name(s->row->to) : m->state, e))
		return false;
	return matter_gaps(s->office, m, s->arena, &gaps, e) && matter_deadlines(s->office, m->row, gaps, s->arena, e) &&
		matter_load(s->office, m->row, s->arena, &s->c, e) && (was_late || extension_stands(s, e)) && event_counts(s, ev ? &row : NULL, e);
}

const char *step_result(const struct step *s, const char *done)
{
	const struct clock *k = &s->c.clock;
	const char *number = s->c.matter.number;
	char iso[DAY_ISO];
	if (k->state == CLOCK_STOPPED)
		return arena_printf(s->arena, _("%s %s，计时停止，%s %s"), number, done, clock_key_label(k->counter), day_iso(k->counter_due, iso));
	if (k->state == CLOCK_RUNNING && s->c.due != DAY_NONE)
		return arena_printf(s->arena, _("%s %s，期限 %s%s"), number, done, day_iso(s->c.due, iso), s->c.provisional ? "*" : "");
	return arena_printf(s->arena, "%s %s", number, done);
}

bool matter_gaps(struct office *o, const struct matter *m, struct arena *a, bool *gaps, struct err *e)
{
	*gaps = false;
	if (strcmp(m->kind, "request") != 0)
		return true;
	struct request r;
	const char *const *names;
	if (!request_typed(o, m->row, a, &r, NULL, e))
		return false;
	*gaps = request_missing(&r, m->ruleset, a, &names) > 0;
	return true;
}
