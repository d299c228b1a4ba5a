#include "office/request_import.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "base/str.h"
#include "base/text.h"
#include "gen/q_request.h"
#include "office/sequence.h"
#include "office/steps.h"
#include "office/table.h"

struct ledger_row {
	const char *id, *outcome, *ground, *reasons;
	daynum registered_on, received, decided_on, answered_on;
};
#define AT(m) FIELD_AT(ledger_row, m)
static const struct field ledger_fields[] = {
	{"id", N_("编号"), FIELD_TEXT, AT(id), FIELD_REQUIRED},
	{"registered_on", N_("登记日期"), FIELD_DATE, AT(registered_on)},
	{"received", N_("收到日期"), FIELD_DATE, AT(received)},
	{"outcome", N_("结果"), FIELD_TEXT, AT(outcome)},
	{"ground", N_("不公开依据"), FIELD_TEXT, AT(ground)},
	{"reasons", N_("理由"), FIELD_TEXT, AT(reasons)},
	{"decided_on", N_("决定日期"), FIELD_DATE, AT(decided_on)},
	{"answered_on", N_("答复日期"), FIELD_DATE, AT(answered_on)},
	{0},
};
static const struct record_type ledger_type = {"ledger_row", N_("台账"), sizeof(struct ledger_row), ledger_fields};

static const struct field import_fields[] = {
	{"text", N_("文件"), FIELD_LINES, FIELD_AT(request_import, text), FIELD_REQUIRED | FIELD_HIDDEN},
	{0},
};
const struct record_type request_import_type = {"request_import", N_("导入台账"), sizeof(struct request_import), import_fields};

struct import_row {
	struct request request;
	struct ledger_row ledger;
	int year;
	int64_t serial;
};

/* 2025-0017, 2025-17: the old number, written as ours are. */
static bool number_read(struct import_row *r, struct arena *a, struct err *e)
{
	const char *s = text_trim(a, text_fold(a, r->ledger.id ? r->ledger.id : ""));
	char *end;
	long year = strtol(s, &end, 10);
	if (end != s + 4 || *end != '-' || !isdigit((unsigned char)end[1]) || year < 2000 || year > 2999)
		return err_field(e, "id", _("编号应为 年-流水号，如 2025-0017：“%s”"), r->ledger.id ? r->ledger.id : "");
	r->serial = strtol(end + 1, &end, 10);
	if (*end || r->serial < 1 || r->serial > 999999)
		return err_field(e, "id", _("编号应为 年-流水号，如 2025-0017：“%s”"), r->ledger.id);
	r->year = (int)year;
	r->ledger.id = arena_printf(a, "%04ld-%04d", year, (int)r->serial);
	return true;
}

/* An old ledger often knows only the day of receipt: it stands for the dates it followed from. */
static void dates_fill(struct import_row *r)
{
	struct request *q = &r->request;
	if (r->ledger.received == DAY_NONE)
		return;
	if (q->arrived == DAY_NONE)
		q->arrived = r->ledger.received;
	if (q->signed_on == DAY_NONE)
		q->signed_on = r->ledger.received;
	if (q->confirmed == DAY_NONE)
		q->confirmed = r->ledger.received;
}

static bool row_read(struct office *o, const struct table *t, const struct csv_row *cells, struct arena *a, struct import_row *r, struct err *e)
{
	struct input in = office_input(o);
	record_clear(&request_type, &r->request);
	record_clear(&ledger_type, &r->ledger);
	for (size_t i = 0; i < t->columns; i++) {
		void *rec = t->type[i] == &ledger_type ? (void *)&r->ledger : (void *)&r->request;
		if (t->field[i] && !record_set(t->type[i], rec, t->field[i], cells->cells[i], &in, a, e))
			return false;
	}
	if (!number_read(r, a, e) || !record_check(&request_type, &r->request, e))
		return false;
	dates_fill(r);
	daynum *on = &r->ledger.registered_on;
	if (*on == DAY_NONE)
		*on = r->ledger.received != DAY_NONE ? r->ledger.received : r->request.arrived;
	if (*on == DAY_NONE)
		return err_field(e, "registered_on", _("须有登记日期或者收到日期"));
	if (*on > desk_today(o->desk))
		return err_field(e, "registered_on", _("登记日期在今天之后"));
	if (r->ledger.answered_on != DAY_NONE && text_is_blank(r->ledger.outcome))
		return err_field(e, "outcome", _("已答复的须有结果"));
	return true;
}

/* The first field in which the stored case and a row of the ledger disagree. */
static bool compare(struct office *o, int64_t id, const struct import_row *r, struct arena *a, const char **detail, struct err *e)
{
	struct request_view v;
	*detail = NULL;
	if (!request_load(o, id, a, &v, e))
		return false;
	for (const struct field *f = request_type.fields; f->name; f++)
		if (f->type != FIELD_DATE && record_known(f, &r->request) && !record_same(f, &r->request, &v.request)) {
			*detail = arena_printf(a, _("%s：原“%s” 新“%s”"), tr(f->label), record_shown(f, &v.request, a), record_shown(f, &r->request, a));
			return true;
		}
	const char *outcome = v.c.matter.outcome ? v.c.matter.outcome : "", *now = r->ledger.outcome ? r->ledger.outcome : "";
	if (*now && strcmp(outcome, now) != 0)
		*detail = arena_printf(a, _("结果：原“%s” 新“%s”"), outcome, now);
	return true;
}

typedef bool (*row_act)(struct verb_call *call, const struct import_row *r, struct err *e);

/* Reads the file row by row; `act` (NULL for a plan) adds the new ones. */
static bool walk(struct office *o, const char *text, struct verb_call *call, row_act act, struct arena *a, struct request_plan *out, struct err *e)
{
	static const struct record_type *const types[] = {&ledger_type, &request_type, NULL};
	struct table t;
	if (!table_read(text, types, a, &t, e))
		return false;
	*out = (struct request_plan){.rows = arena_array(a, struct request_import_line, t.csv.n + 1)};
	for (size_t i = 1; i < t.csv.n; i++) {
		const struct csv_row *cells = &t.csv.rows[i];
		struct import_row r;
		struct err none = {0};
		int64_t id;
		const char *detail = NULL;
		if (!row_read(o, &t, cells, a, &r, e))
			return table_error(&t, cells, e);
		bool there = matter_find(o, "request", r.ledger.id, &id, &none);
		if (there && !compare(o, id, &r, a, &detail, e))
			return false;
		if (!there && act && !act(call, &r, e))
			return table_error(&t, cells, e);
		out->added += !there;
		out->same += there && !detail;
		out->differs += there && detail;
		out->rows[out->n++] = (struct request_import_line){cells->line, r.ledger.id, !there ? "add" : detail ? "differs" : "same",
			detail ? detail : r.request.applicant.name};
	}
	return true;
}

bool request_import_plan(struct office *o, const char *text, struct arena *a, struct request_plan *out, struct err *e)
{
	return walk(o, text, NULL, NULL, a, out, e);
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
	if (!step_outcome(&s, &args, r->ledger.outcome, e))
		return false;
	if (r->ledger.answered_on == DAY_NONE)
		return matter_set_state(call->office, &s.c.matter, proc_state_name(STATE_DECIDED), e);
	if (s.c.matter.received != DAY_NONE && r->ledger.answered_on < s.c.matter.received)
		return err_field(e, "answered_on", _("答复日期早于收到日期"));
	struct event_row ev = EVENT_ROW;
	ev.kind = EV_ANSWERED;
	ev.day = r->ledger.answered_on;
	s.c.matter.closed_on = ev.day;
	return matter_event_add(call->office, id, &ev, e) &&
		matter_set_state(call->office, &s.c.matter, proc_state_name(STATE_ARCHIVED), e);
}

static bool add(struct verb_call *call, const struct import_row *r, struct err *e)
{
	struct office *o = call->office;
	struct matter m;
	const struct request *q = &r->request;
	record_clear(&matter_type, &m);
	m.channel = q->channel;
	m.arrived = q->arrived;
	m.signed_on = q->signed_on;
	m.confirmed = q->confirmed;
	m.confirmed_with = q->confirmed_with;
	m.kind = "request";
	m.number = r->ledger.id;
	m.source = "import";
	m.registered_on = r->ledger.registered_on;
	if (!matter_receive(o, &m, call->arena, NULL, e) || !matter_insert_numbered(o, &m, r->year, r->serial, call->arena, e) ||
		!request_row_insert(o, m.row, q, call->arena, e) || !party_put(o, m.row, "applicant", &q->applicant, call->arena, NULL, e))
		return false;
	if (!text_is_blank(r->ledger.outcome) && m.received == DAY_NONE)
		return err_field(e, "received", _("有结果的须有收到日期"));
	if (!text_is_blank(r->ledger.outcome) && !answer(call, m.row, r, e))
		return false;
	bool gaps;
	return matter_gaps(o, &m, call->arena, &gaps, e) && matter_deadlines(o, m.row, gaps, call->arena, e);
}

static bool run_import(struct verb_call *call, struct err *e)
{
	const struct request_import *args = call->args;
	struct request_plan p;
	if (!walk(call->office, args->text, call, add, call->arena, &p, e))
		return false;
	call->result = arena_printf(call->arena, _("已导入 %zu 件，相同 %zu 件，不同 %zu 件（未改动）"), p.added, p.same, p.differs);
	return true;
}

const struct verb request_import_verb = {"request.import", N_("导入申请台账"), "request", &request_import_type, .run = run_import};
