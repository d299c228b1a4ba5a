#include "office/correction_import.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "gen/q_correction.h"
#include "office/correction_private.h"
#include "office/decision.h"
#include "office/steps.h"

struct ledger {
	const char *id, *outcome, *decision_reasons, *transferred_to;
	daynum registered_on, received, decided_on, answered_on, transferred_on;
};
struct row {
	struct ledger ledger;
	struct correction correction;
	int year;
	int64_t serial;
	bool registered_given;
};

#define AT(m) FIELD_AT(ledger, m)
static const struct field ledger_fields[] = {
	{"id", N_("编号"), FIELD_TEXT, AT(id), FIELD_REQUIRED}, {"registered_on", N_("登记日期"), FIELD_DATE, AT(registered_on)},
	{"received", N_("收到日期"), FIELD_DATE, AT(received)}, {"outcome", N_("结果"), FIELD_TEXT, AT(outcome)},
	{"decision_reasons", N_("办理理由"), FIELD_TEXT, AT(decision_reasons)}, {"decided_on", N_("决定日期"), FIELD_DATE, AT(decided_on)},
	{"answered_on", N_("答复日期"), FIELD_DATE, AT(answered_on)}, {"transferred_to", N_("转送机关"), FIELD_TEXT, AT(transferred_to)},
	{"transferred_on", N_("转送日期"), FIELD_DATE, AT(transferred_on)}, {0},
};
static const struct record_type ledger_type = {"correction_ledger", N_("更正台账"), sizeof(struct ledger), ledger_fields};
/* --- a row ---------------------------------------------------------------------------------------------------------------------- */

/* C2025-0003, 2025-3: the old number, written as ours are. */
static bool number_read(struct row *r, struct arena *a, struct err *e)
{
	const char *s = text_trim(a, text_fold(a, r->ledger.id ? r->ledger.id : ""));
	char *end;
	if (*s == 'C' || *s == 'c')
		s++;
	long year = strtol(s, &end, 10);
	bool right = end == s + 4 && *end == '-' && isdigit((unsigned char)end[1]) && year >= 2000 && year <= 2999;
	r->serial = right ? strtol(end + 1, &end, 10) : 0;
	if (!right || *end || r->serial < 1 || r->serial > 999999)
		return err_field(e, "id", _("编号应为 C年-流水号，如 C2025-0003：“%s”"), r->ledger.id ? r->ledger.id : "");
	r->year = (int)year;
	r->ledger.id = arena_printf(a, "C%04ld-%04d", year, (int)r->serial);
	return true;
}

/* An old ledger often knows only the day of receipt: it stands for the dates it followed from. */
static void dates_fill(struct row *r)
{
	daynum *const from[] = {&r->correction.arrived, &r->correction.signed_on, &r->correction.confirmed};
	for (size_t i = 0; i < 3 && r->ledger.received != DAY_NONE; i++)
		if (*from[i] == DAY_NONE)
			*from[i] = r->ledger.received;
	r->registered_given = r->ledger.registered_on != DAY_NONE;
	if (!r->registered_given)
		r->ledger.registered_on = r->ledger.received != DAY_NONE ? r->ledger.received : r->correction.arrived;
}

static bool matter_of(struct office *o, const struct row *r, struct arena *a, struct matter *m, struct err *e)
{
	record_clear(&matter_type, m);
	correction_matter(&r->correction, m);
	m->kind = "correction";
	m->number = r->ledger.id;
	m->source = "import";
	m->registered_on = r->ledger.registered_on;
	return matter_receive(o, m, a, NULL, e);
}

/* A result needs a day of receipt; what was passed on has body and day. */
static bool row_check(struct office *o, struct row *r, struct arena *a, struct err *e)
{
	struct ledger *l = &r->ledger;
	struct matter m;
	const struct choice *c = l->outcome ? choice_find(correction_outcomes, l->outcome) : NULL;
	if (l->registered_on == DAY_NONE)
		return err_field(e, "registered_on", _("须有登记日期或者收到日期"));
	if (l->registered_on > desk_today(o->desk))
		return err_field(e, "registered_on", _("登记日期在今天之后"));
	if (!matter_of(o, r, a, &m, e))
		return false;
	if (l->received != DAY_NONE && m.received != l->received)
		return err_field(e, "received", _("收到日期与这种渠道的到达、签收、确认日期不符"));
	if (m.received != DAY_NONE && m.received > desk_today(o->desk))
		return err_field(e, "received", _("收到日期在今天之后"));
	if (!l->outcome)
		return (l->answered_on == DAY_NONE && l->decided_on == DAY_NONE) || err_field(e, "outcome", _("已答复的须有结果"));
	if (!c && strcmp(l->outcome, "withdrawn") != 0)
		return err_field(e, "outcome", _("更正没有结果“%s”"), l->outcome);
	if (c)
		l->outcome = c->code;
	if (m.received == DAY_NONE)
		return err_field(e, "received", _("有结果的须有收到日期"));
	if ((l->transferred_to == NULL) != (l->transferred_on == DAY_NONE))
		return err_field(e, "transferred_on", _("转送须写明机关和日期"));
	return ledger_order(o, m.received, l->decided_on, DAY_NONE, l->answered_on, e);
}

static bool row_read(struct office *o, const struct table *t, const struct csv_row *cells, struct arena *a, void *row, struct err *e)
{
	struct row *r = row;
	struct input in = office_input(o);
	record_clear(&correction_type, &r->correction);
	record_clear(&ledger_type, &r->ledger);
	for (size_t i = 0; i < t->columns; i++) {
		void *rec = t->type[i] == &ledger_type ? (void *)&r->ledger : (void *)&r->correction;
		if (t->field[i] && !record_set(t->type[i], rec, t->field[i], cells->cells[i], &in, a, e))
			return false;
	}
	if (!number_read(r, a, e) || !record_check(&correction_type, &r->correction, e))
		return false;
	dates_fill(r);
	return row_check(o, r, a, e);
}

/* --- compared ------------------------------------------------------------------------------------------------------------------ */

static bool compare(struct office *o, int64_t id, const void *row, struct arena *a, struct import_line *out, struct err *e)
{
	const struct row *r = row;
	struct correction_view v;
	struct decision d;
	bool decided;
	if (!correction_load(o, id, a, &v, e))
		return false;
	for (const struct field *f = correction_type.fields; f->name; f++)
		if (f->type != FIELD_DATE && record_known(f, &r->correction) && !record_same(f, &r->correction, &v.correction))
			import_differ(out, a, tr(f->label), record_shown(f, &v.correction, a), record_shown(f, &r->correction, a));
	const struct matter *m = &v.c.matter;
	const struct ledger *l = &r->ledger;
	if (!decision_load(o, id, a, &d, &decided, e))
		return false;
	if (r->registered_given)
		import_differ_day(out, a, _("登记日期"), m->registered_on, l->registered_on);
	import_differ_day(out, a, _("收到日期"), m->received, l->received);
	import_differ_text(out, a, _("结果"), correction_outcome_label(m->outcome), l->outcome ? correction_outcome_label(l->outcome) : NULL);
	if (decided) {
		import_differ_text(out, a, _("办理理由"), d.reasons, l->decision_reasons);
		import_differ_day(out, a, _("决定日期"), d.decided_on, l->decided_on);
	}
	if (m->source && !strcmp(m->source, "import")) /* of our own cases this is the day of the archive */
		import_differ_day(out, a, _("答复日期"), m->closed_on, l->answered_on);
	import_differ_text(out, a, _("转送机关"), v.transferred_to, l->transferred_to);
	import_differ_day(out, a, _("转送日期"), v.transferred_on, l->transferred_on);
	return true;
}

/* --- taken in ------------------------------------------------------------------------------------------------------------------- */

static bool answer(struct verb_call *call, int64_t id, const struct ledger *l, struct err *e)
{
	struct step s = {.call = call, .office = call->office, .arena = call->arena};
	struct step_args args = {.on = l->decided_on != DAY_NONE ? l->decided_on : l->answered_on, .reasons = l->decision_reasons,
		.body = l->transferred_to, .approved_on = DAY_NONE};
	if (!matter_load(call->office, id, call->arena, &s.c, e))
		return false;
	if (args.on == DAY_NONE)
		args.on = s.c.matter.received;
	if (!step_outcome(&s, &args, l->outcome, e))
		return false;
	if (l->transferred_to) {
		struct q *q = q_open(call->office->store, &Q_correction_transferred);
		q_int(q, "id", id);
		q_text(q, "body", l->transferred_to);
		q_day(q, "on", l->transferred_on);
		bool done = q_run_one(q, e);
		q_end(q);
		if (!done)
			return false;
	}
	if (l->answered_on == DAY_NONE)
		return matter_set_state(call->office, &s.c.matter, proc_state_name(STATE_DECIDED), e);
	struct event_row ev = EVENT_ROW;
	ev.kind = EV_ANSWERED;
	ev.day = s.c.matter.closed_on = l->answered_on;
	return matter_event_add(call->office, id, &ev, e) &&
		matter_set_state(call->office, &s.c.matter, proc_state_name(STATE_ARCHIVED), e);
}

static bool add(struct verb_call *call, const void *row, struct err *e)
{
	const struct row *r = row;
	struct office *o = call->office;
	struct matter m;
	return matter_of(o, r, call->arena, &m, e) && matter_insert_numbered(o, &m, r->year, r->serial, call->arena, e) &&
		correction_row_insert(o, m.row, &r->correction, e) &&
		party_put(o, m.row, "applicant", &r->correction.applicant, call->arena, NULL, e) &&
		(!r->ledger.outcome || answer(call, m.row, &r->ledger, e)) && matter_deadlines(o, m.row, false, call->arena, e);
}

static void brief(const void *row, struct import_line *line)
{
	const struct row *r = row;
	line->id = r->ledger.id;
	line->name = r->correction.applicant.name;
	line->content = r->correction.claim;
}

static bool overlay(struct office *o, int64_t matter_id, const void *row, const char *reason, struct arena *a, void *change, struct err *e)
{
	const struct row *r = row;
	struct correction_change *c = change;
	struct correction_view v;
	bool any = false;
	if (!correction_load(o, matter_id, a, &v, e))
		return false;
	c->now = v.correction;
	c->version = v.c.matter.version;
	c->reason = reason;
	for (const struct field *f = correction_type.fields; f->name; f++) {
		if (f->type == FIELD_DATE || f->flags & FIELD_DERIVED || !record_known(f, &r->correction) || record_same(f, &r->correction, &v.correction))
			continue;
		record_take(f, &c->now, &r->correction);
		any = true;
	}
	return any;
}

static const struct record_type *const columns[] = {&ledger_type, &correction_type, NULL};
const struct ledger_kind correction_ledger = {
	.noun = "correction", .change = "correction.change", .types = columns, .row_size = sizeof(struct row), .read = row_read, .brief = brief,
	.compare = compare, .add = add, .overlay = overlay,
};

static bool run_import(struct verb_call *call, struct err *e)
{
	return ledger_import_run(call, &correction_ledger, e);
}

const struct verb correction_import_verb = {"correction.import", N_("导入更正台账"), "correction", &ledger_import_type, .run = run_import};
