#include "office/matter.h"

#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "gen/q_event.h"
#include "gen/q_matter.h"
#include "office/reminders.h"
#include "office/sequence.h"
#include "office/setting.h"

const struct choice matter_channels[] = {
	{"in_person", N_("当面"), N_("条例31(一)")}, {"post_signed", N_("挂号信、EMS"), N_("条例31(二)")},
	{"post_plain", N_("平信"), N_("条例31(二)")}, {"fax", N_("传真"), N_("条例31(三)")},
	{"email", N_("电子邮件"), N_("条例31(三)")}, {"web", N_("网页"), N_("条例31(三)")},
	{"oral", N_("口头"), N_("条例29")}, {"telegram", N_("电报")}, {"other", N_("其他")}, {0},
};
const struct choice matter_states[] = {
	{"unconfirmed", N_("待确认")}, {"open", N_("在办")}, {"clarifying", N_("待补正")}, {"fee_pending", N_("待缴费")},
	{"decided", N_("已决定")}, {"delivered", N_("已送达")}, {"archived", N_("已归档")}, {"void", N_("作废")}, {0},
};

static const struct field matter_fields[] = {
	{"row", "", FIELD_ID, FIELD_AT(matter, row), FIELD_HIDDEN},
	{"id", N_("编号"), FIELD_TEXT, FIELD_AT(matter, number), FIELD_IMMUTABLE},
	{"kind", "", FIELD_TEXT, FIELD_AT(matter, kind), FIELD_HIDDEN},
	{"state", N_("状态"), FIELD_CODE, FIELD_AT(matter, state), .choices = matter_states},
	{"ruleset", N_("规则"), FIELD_TEXT, FIELD_AT(matter, ruleset)},
	{"received", N_("收到日期"), FIELD_DATE, FIELD_AT(matter, received)},
	{"registered_on", N_("登记日期"), FIELD_DATE, FIELD_AT(matter, registered_on)},
	{"channel", N_("收到渠道"), FIELD_CODE, FIELD_AT(matter, channel), .choices = matter_channels},
	{"arrived", N_("到达日期"), FIELD_DATE, FIELD_AT(matter, arrived)},
	{"signed", N_("签收日期"), FIELD_DATE, FIELD_AT(matter, signed_on)},
	{"confirmed", N_("确认日期"), FIELD_DATE, FIELD_AT(matter, confirmed)},
	{"confirmed_with", N_("确认方式"), FIELD_TEXT, FIELD_AT(matter, confirmed_with)},
	{"confirmed_by", N_("确认人"), FIELD_TEXT, FIELD_AT(matter, confirmed_by)},
	{"exclusion", N_("除外边界"), FIELD_TEXT, FIELD_AT(matter, exclusion), FIELD_HIDDEN},
	{"outcome", N_("结果"), FIELD_TEXT, FIELD_AT(matter, outcome)},
	{"closed_on", N_("办结日期"), FIELD_DATE, FIELD_AT(matter, closed_on)},
	{"void_reason", N_("作废原因"), FIELD_TEXT, FIELD_AT(matter, void_reason)},
	{"archive_number", N_("归档号"), FIELD_TEXT, FIELD_AT(matter, archive_number)},
	{"retention", N_("保管期限"), FIELD_TEXT, FIELD_AT(matter, retention)},
	{"before_void", "", FIELD_TEXT, FIELD_AT(matter, before_void), FIELD_HIDDEN},
	{"source", "", FIELD_TEXT, FIELD_AT(matter, source), FIELD_HIDDEN},
	{"unit_id", "", FIELD_ID, FIELD_AT(matter, unit_id), FIELD_HIDDEN},
	{"handler_id", "", FIELD_ID, FIELD_AT(matter, handler_id), FIELD_HIDDEN},
	{"parent_id", "", FIELD_ID, FIELD_AT(matter, parent_id), FIELD_HIDDEN},
	{"version", "", FIELD_INT, FIELD_AT(matter, version), FIELD_HIDDEN},
	{0},
};
const struct record_type matter_type = {"matter", N_("办件"), sizeof(struct matter), matter_fields};

static bool matter_row(struct office *o, int64_t id, struct arena *a, struct matter *m, struct err *e)
{
	record_clear(&matter_type, m);
	struct q *q = q_open(o->store, &Q_matter_by_id);
	struct err end = {0};
	q_int(q, "id", id);
	bool found = q_row(q, &end);
	if (found)
		q_read_record(q, &matter_type, m, a);
	q_end(q);
	if (found)
		return true;
	return end.code ? err_set(e, end.code, "%s", end.text) : err_set(e, ERR_MISSING, _("没有这个办件"));
}

const char *matter_ruleset(struct office *o, int64_t id, struct arena *a)
{
	struct matter m;
	struct err none = {0};
	return matter_row(o, id, a, &m, &none) ? m.ruleset : NULL;
}

/* The rule set frozen on the case, with the boundary frozen beside it; whether an extension is spent is the office's reading on the
 * day of receipt. */
static const struct ruleset *case_rules(struct office *o, const struct matter *m, struct arena *a)
{
	const struct ruleset *r = m->ruleset ? ruleset_find(o->law, m->ruleset) : NULL;
	if (!r)
		return NULL;
	struct ruleset *own = arena_memdup(a, r, sizeof *r);
	if (m->exclusion && !boundary_parse(m->exclusion, &own->boundary))
		own->boundary = r->boundary;
	own->extension_spent = setting_flag(o, "extension_spent", m->received);
	return own;
}

static void event_read(struct q *q, struct arena *a, struct clock_event *ev, struct matter_event *row)
{
	*ev = CLOCK_NO_EVENT;
	if (!clock_event_parse(q_get_text(q, "kind", a), &ev->kind))
		ev->kind = EV_NONE;
	ev->day = q_get_day(q, "day");
	ev->until = q_get_day(q, "until");
	int64_t days = q_get_int(q, "days"), span = q_get_int(q, "span");
	ev->days = days == INT_NONE ? 0 : (int)days;
	ev->span = span == INT_NONE ? 0 : (int)span;
	ev->calendar_days = q_get_int(q, "calendar_days") == 1;
	ev->name = q_get_text(q, "name", a);
	row->row = q_get_int(q, "id");
	row->party_id = q_get_int(q, "party_id");
	row->letter_id = q_get_int(q, "letter_id");
	row->note = q_get_text(q, "note", a);
}

static bool events_load(struct office *o, struct matter_case *c, struct arena *a, struct err *e)
{
	int64_t count = 0;
	struct q *q = q_open(o->store, &Q_event_count);
	q_int(q, "matter_id", c->matter.row);
	if (!q_one_int(q, &count, e))
		return false;
	c->events = arena_array(a, struct clock_event, count + 1);
	c->rows = arena_array(a, struct matter_event, count + 1);
	if (c->matter.received != DAY_NONE) {
		c->events[0] = CLOCK_NO_EVENT;
		c->events[0].kind = strcmp(c->matter.kind, "correction") == 0 ? EV_CORRECTION : EV_RECEIVED;
		c->events[0].day = c->matter.received;
		c->nevents = 1;
	}
	struct err end = {0};
	q = q_open(o->store, &Q_event_of_matter);
	q_int(q, "matter_id", c->matter.row);
	while (q_row(q, &end)) {
		event_read(q, a, &c->events[c->nevents], &c->rows[c->nevents]);
		c->nevents++;
	}
	q_end(q);
	return end.code == ERR_NONE || err_set(e, end.code, "%s", end.text);
}

bool matter_load(struct office *o, int64_t id, struct arena *a, struct matter_case *out, struct err *e)
{
	*out = (struct matter_case){.due = DAY_NONE};
	if (!matter_row(o, id, a, &out->matter, e) || !events_load(o, out, a, e))
		return false;
	out->clock = (struct clock){.received = DAY_NONE, .due = DAY_NONE, .delayed = DAY_NONE, .stopped = DAY_NONE,
		.projected = DAY_NONE, .counter_due = DAY_NONE, .done = DAY_NONE, .start = DAY_NONE};
	out->badge = (struct badge){BADGE_NONE, 0, ""};
	out->rules = case_rules(o, &out->matter, a);
	if (!out->rules)
		return true;
	daynum today = desk_today(o->desk);
	clock_run_on(o->calendar, out->rules, out->events, out->nevents, today, &out->clock);
	out->due = out->clock.due;
	out->moving = out->clock.moving;
	out->provisional = out->clock.provisional;
	const struct reminders ladder = reminders_of(o);
	out->badge = clock_badge(o->calendar, &out->clock, today, reminder_badge(&ladder, (int)out->clock.key));
	out->subs = arena_array(a, struct clock_sub, out->nevents + 2);
	out->nsubs = clock_subs(o->calendar, out->rules, out->events, out->nevents, today, out->subs, out->nevents + 2);
	return true;
}

bool matter_find(struct office *o, const char *kind, const char *number, int64_t *id, struct err *e)
{
	struct arena a = {0};
	bool correction = strcmp(kind, "correction") == 0;
	struct q *q = q_open(o->store, &Q_matter_by_number);
	q_text(q, "kind", kind);
	q_text(q, "number", sequence_number(number, correction ? 'C' : '\0', &a));
	struct err end = {0};
	bool found = q_one_int(q, id, &end);
	arena_free(&a);
	if (found)
		return true;
	if (end.code)
		return err_set(e, end.code, "%s", end.text);
	return err_set(e, ERR_MISSING, correction ? _("没有编号为“%s”的更正申请") : _("没有编号为“%s”的申请"), number);
}

int64_t matter_turn(struct office *o, int64_t id)
{
	struct err ignored = {0};
	struct q *q = q_open(o->store, &Q_matter_turn);
	q_int(q, "id", id);
	int64_t turn = q_row(q, &ignored) ? q_get_int(q, "turn") : INT64_MAX;
	q_end(q);
	return turn;
}

bool matter_find_any(struct office *o, const char *number, int64_t *id, struct err *e)
{
	struct arena a = {0};
	const char *s = text_trim(&a, text_fold(&a, number));
	bool correction = *s == 'C' || *s == 'c';
	arena_free(&a);
	return matter_find(o, correction ? "correction" : "request", number, id, e);
}
