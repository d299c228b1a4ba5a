#include "office/request_import.h"

#include <string.h>

#include "base/text.h"
#include "gen/q_steps.h"
#include "office/letter.h"
#include "office/request_ledger.h"
#include "office/sequence.h"
#include "office/steps.h"

/* Its number in the old books, who signed it; ours go on after the highest. */
static bool told(struct step *s, const struct ledger_row *l, struct err *e)
{
	const struct letter_written w = letter_written(l->letter ? l->letter : "", s->arena);
	struct q *q = q_open(s->office->store, &Q_decision_ledger);
	q_int(q, "id", store_last_id(s->office->store));
	q_text(q, "number", l->letter);
	q_text(q, "approved_by", l->approved_by);
	q_day(q, "approved_on", l->approved_on);
	bool done = q_run_one(q, e);
	q_end(q);
	return done && (w.in_year == INT_NONE || sequence_raise(s->office, "number", (int)w.in_year, w.in_serial, e));
}

/* The answer of an old case: its decision, and the day it went out. */
static bool answer(struct verb_call *call, int64_t id, const struct import_row *r, struct err *e)
{
	struct step s = {.call = call, .office = call->office, .arena = call->arena};
	struct step_args args = {.on = r->ledger.decided_on != DAY_NONE ? r->ledger.decided_on : r->ledger.answered_on,
		.ground = r->ledger.ground, .reasons = r->ledger.reasons, .approved_on = DAY_NONE};
	if (!matter_load(call->office, id, call->arena, &s.c, e))
		return false;
	if (!step_outcome_known(&s, r->ledger.outcome))
		return err_field(e, "outcome", _("没有结果“%s”"), r->ledger.outcome);
	if (args.on == DAY_NONE)
		args.on = s.c.matter.received;
	if (!step_outcome(&s, &args, r->ledger.outcome, e) || !told(&s, &r->ledger, e))
		return false;
	if (r->ledger.answered_on == DAY_NONE)
		return matter_set_state(call->office, &s.c.matter, proc_state_name(STATE_DECIDED), e);
	if (s.c.matter.received != DAY_NONE && r->ledger.answered_on < s.c.matter.received)
		return err_field(e, "answered_on", _("答复日期早于收到日期"));
	struct event_row ev = EVENT_ROW;
	ev.kind = EV_ANSWERED;
	ev.day = r->ledger.answered_on;
	s.c.matter.closed_on = ev.day;
	const struct step_args shelf = {.on = ev.day, .archive_number = r->ledger.archive, .retention = r->ledger.retention, .approved_on = DAY_NONE};
	bool shelved = !text_is_blank(shelf.archive_number) || !text_is_blank(shelf.retention);
	return matter_event_add(call->office, id, &ev, e) && (!shelved || step_put_away(&s, &shelf, e)) &&
		matter_set_state(call->office, &s.c.matter, proc_state_name(STATE_ARCHIVED), e);
}

static bool add(struct verb_call *call, const void *row, struct err *e)
{
	const struct import_row *r = row;
	struct office *o = call->office;
	struct matter m;
	const struct request *q = &r->request;
	if (!ledger_row_matter(o, r, call->arena, &m, e) || !matter_insert_numbered(o, &m, r->year, r->serial, call->arena, e) ||
		!request_row_insert(o, m.row, q, call->arena, e) || !party_put(o, m.row, "applicant", &q->applicant, call->arena, NULL, e))
		return false;
	if (!text_is_blank(r->ledger.outcome) && !answer(call, m.row, r, e))
		return false;
	bool gaps;
	return matter_gaps(o, &m, call->arena, &gaps, e) && matter_deadlines(o, m.row, gaps, call->arena, e);
}

static bool read(struct office *o, const struct table *t, const struct csv_row *cells, struct arena *a, void *row, struct err *e)
{
	return ledger_row_read(o, t, cells, a, row, e);
}

static void brief(const void *row, struct import_line *line)
{
	const struct import_row *r = row;
	line->id = r->ledger.id;
	line->name = r->request.applicant.name;
	line->content = r->request.content;
}

static bool compare(struct office *o, int64_t matter_id, const void *row, struct arena *a, struct import_line *line, struct err *e)
{
	return ledger_row_compare(o, matter_id, row, a, line, e);
}

static bool overlay(struct office *o, int64_t matter_id, const void *row, const char *reason, struct arena *a, void *change, struct err *e)
{
	struct request_change *c = change;
	struct request_view v;
	if (!request_load(o, matter_id, a, &v, e))
		return false;
	c->now = v.request;
	c->version = v.c.matter.version;
	c->reason = reason;
	return ledger_row_overlay(row, &v, &c->now);
}

static const struct record_type *const columns[] = {&ledger_type, &request_type, NULL};
const struct ledger_kind request_ledger = {
	.noun = "request", .change = "request.change", .types = columns, .row_size = sizeof(struct import_row), .read = read, .brief = brief,
	.compare = compare, .add = add, .overlay = overlay,
};

static bool run_import(struct verb_call *call, struct err *e)
{
	return ledger_import_run(call, &request_ledger, e);
}

const struct verb request_import_verb = {"request.import", N_("导入申请台账"), "request", &ledger_import_type, .run = run_import};
