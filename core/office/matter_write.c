/* Writing matters: receipt, number, state, events, the index of deadlines. Everything here runs inside a verb. */
#include <string.h>

#include "gen/q_deadline.h"
#include "gen/q_event.h"
#include "gen/q_matter.h"
#include "office/matter.h"
#include "office/sequence.h"
#include "office/setting.h"

const struct event_row EVENT_ROW = {.day = DAY_NONE, .until = DAY_NONE, .party_id = INT_NONE, .letter_id = INT_NONE, .approved_on = DAY_NONE};

bool matter_receive(struct office *o, struct matter *m, struct arena *a, const char **why, struct err *e)
{
	struct receipt r;
	struct receipt_dates dates = {m->arrived, m->signed_on, m->confirmed};
	if (!receipt_derive(o->law, o->calendar, m->channel, &dates, a, &r, e))
		return false;
	if (why)
		*why = r.why;
	m->received = r.received;
	if (r.received == DAY_NONE) {
		m->ruleset = m->exclusion = NULL;
		m->state = proc_state_name(STATE_UNCONFIRMED);
		return true;
	}
	m->ruleset = r.rules->code;
	m->exclusion = setting_get(o, "exclusion_boundary", r.received, a);
	enum exclusion_boundary b;
	if (!m->exclusion || !boundary_parse(m->exclusion, &b))
		m->exclusion = boundary_name(r.rules->boundary);
	if (!m->state || strcmp(m->state, proc_state_name(STATE_UNCONFIRMED)) == 0)
		m->state = proc_state_name(STATE_OPEN);
	return true;
}

static bool insert(struct office *o, struct matter *m, int year, int64_t serial, struct arena *a, struct err *e)
{
	m->number = arena_printf(a, "%s%04d-%04d", strcmp(m->kind, "correction") == 0 ? "C" : "", year, (int)serial);
	struct q *q = q_open(o->store, &Q_matter_insert);
	q_bind_record(q, &matter_type, m);
	q_text(q, "number", m->number);
	q_int(q, "year", year);
	q_text(q, "source", m->source ? m->source : "desk");
	bool done = q_run(q, e);
	q_end(q);
	if (done)
		m->row = store_last_id(o->store);
	m->version = 1;
	return done;
}

bool matter_insert(struct office *o, struct matter *m, struct arena *a, struct err *e)
{
	int64_t serial;
	int year = day_year(m->registered_on);
	return sequence_next(o, m->kind, year, &serial, e) && insert(o, m, year, serial, a, e);
}

bool matter_insert_numbered(struct office *o, struct matter *m, int year, int64_t serial, struct arena *a, struct err *e)
{
	return sequence_raise(o, m->kind, year, serial, e) && insert(o, m, year, serial, a, e);
}

bool matter_set_receipt(struct office *o, struct matter *m, struct err *e)
{
	struct q *q = q_open(o->store, &Q_matter_set_receipt);
	q_bind_record(q, &matter_type, m);
	q_int(q, "id", m->row);
	bool done = q_run_one(q, e);
	q_end(q);
	m->version++;
	return done;
}

bool matter_set_state(struct office *o, struct matter *m, const char *state, struct err *e)
{
	struct q *q = q_open(o->store, &Q_matter_set_state);
	m->state = state;
	q_bind_record(q, &matter_type, m);
	q_int(q, "id", m->row);
	bool done = q_run_one(q, e);
	q_end(q);
	m->version++;
	return done;
}

bool matter_day(const struct office *o, const struct matter *m, const char *field, daynum *day, struct err *e)
{
	char iso[DAY_ISO];
	daynum today = desk_today(o->desk);
	if (*day == DAY_NONE)
		*day = today;
	if (*day > today)
		return err_field(e, field, _("日期 %s 在今天之后"), day_iso(*day, iso));
	if (m->received != DAY_NONE && *day < m->received)
		return err_field(e, field, _("日期 %s 早于收到之日"), day_iso(*day, iso));
	return true;
}

bool matter_event_add(struct office *o, int64_t matter_id, const struct event_row *ev, struct err *e)
{
	struct q *q = q_open(o->store, &Q_event_insert);
	q_int(q, "matter_id", matter_id);
	q_text(q, "kind", clock_event_name(ev->kind));
	q_day(q, "day", ev->day);
	q_day(q, "until", ev->until);
	q_int(q, "days", ev->days ? ev->days : INT_NONE);
	q_int(q, "span", ev->span ? ev->span : INT_NONE);
	q_int(q, "party_id", ev->party_id);
	q_int(q, "letter_id", ev->letter_id);
	q_text(q, "note", ev->note);
	q_text(q, "approved_by", ev->approved_by);
	q_day(q, "approved_on", ev->approved_on);
	q_text(q, "approval_ref", ev->approval_ref);
	bool done = q_run(q, e);
	q_end(q);
	return done;
}

struct index_row {
	const char *clock, *state;
	daynum due;
	bool provisional;
	int left;
};

static bool deadline_put(struct office *o, const struct matter *m, const struct index_row *r, struct err *e)
{
	struct q *q = q_open(o->store, &Q_deadline_put);
	q_text(q, "owner", m->kind);
	q_int(q, "owner_id", m->row);
	q_text(q, "clock", r->clock);
	q_day(q, "due", r->due);
	q_int(q, "provisional", r->provisional);
	q_text(q, "state", r->state);
	q_int(q, "left_days", r->left);
	bool done = q_run(q, e);
	q_end(q);
	return done;
}

static struct index_row answer_row(const struct clock *k)
{
	static const char *const states[] = {"stopped", "running", "stopped", "done"};
	struct index_row r = {clock_key_name(k->key), states[k->state], k->due, k->provisional, k->left};
	if (k->state == CLOCK_RUNNING && k->moving)
		r.state = "moving";
	return r;
}

/* Of several running clocks of one kind (three third parties) the earliest date is indexed. */
static bool sub_earlier(const struct matter_case *c, size_t i)
{
	for (size_t j = 0; j < c->nsubs; j++)
		if (j != i && c->subs[j].key == c->subs[i].key && c->subs[j].running && c->subs[j].due != DAY_NONE &&
			(c->subs[i].due == DAY_NONE || c->subs[j].due < c->subs[i].due || (c->subs[j].due == c->subs[i].due && j < i)))
			return false;
	return true;
}

bool matter_deadlines(struct office *o, int64_t id, bool gaps, struct arena *a, struct err *e)
{
	struct matter_case c;
	struct clock undated;
	if (!matter_load(o, id, a, &c, e))
		return false;
	struct q *q = q_open(o->store, &Q_deadline_clear);
	q_text(q, "owner", c.matter.kind);
	q_int(q, "owner_id", id);
	bool done = q_run(q, e);
	q_end(q);
	if (!done || c.clock.state == CLOCK_IDLE)
		return done;
	/* The index knows no today: an open exclusion stands at its earliest date, and nothing has run out by itself. */
	clock_run(o->calendar, c.rules, c.events, c.nevents, &undated);
	c.nsubs = clock_subs(o->calendar, c.rules, c.events, c.nevents, c.matter.received, c.subs, c.nevents + 2);
	struct index_row row = answer_row(&undated);
	if (!deadline_put(o, &c.matter, &row, e))
		return false;
	bool notice = gaps && strcmp(c.matter.state, proc_state_name(STATE_OPEN)) == 0 && undated.clarifications == 0;
	for (size_t i = 0; i < c.nsubs; i++) {
		const struct clock_sub *s = &c.subs[i];
		if (!s->running || s->key == c.clock.key || !sub_earlier(&c, i) || (s->key == CLOCK_CLARIFY_NOTICE && !notice))
			continue;
		row = (struct index_row){clock_key_name(s->key), "running", s->due, s->provisional, 0};
		if (!deadline_put(o, &c.matter, &row, e))
			return false;
	}
	return true;
}
