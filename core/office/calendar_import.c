#include "office/calendar_import.h"

#include <string.h>

#include "gen/q_calendar.h"
#include "law/clock.h"
#include "office/appeal.h"
#include "office/office_tables.h"

static const struct field fields[] = {
	{.name = "file", .label = N_("文件"), .type = FIELD_TEXT, .offset = FIELD_AT(calendar_import, file)},
	{.name = "text", .label = N_("内容"), .type = FIELD_LINES, .offset = FIELD_AT(calendar_import, text), .flags = FIELD_REQUIRED},
	{0},
};
const struct record_type CALENDAR_IMPORT = {"calendar_import", N_("放假安排"), sizeof(struct calendar_import), fields};

static bool read_rows(struct office *o, const struct calendar_import *in, struct arena *a, struct calendar_rows *rows, struct err *e)
{
	return calendar_parse(in->text, a, rows, e) && calendar_check_import(o->calendar, rows, e);
}

static void find_changes(const struct office *o, const struct calendar *is, const struct calendar_rows *rows, struct arena *a, struct calendar_import *in)
{
	daynum from = DAY_NONE, to = DAY_NONE;
	for (size_t i = 0; i < rows->n; i++) {
		int year = day_year(rows->rows[i].date);
		daynum first = day_make(year, 1, 1), last = day_make(year, 12, 31);
		from = from == DAY_NONE || first < from ? first : from;
		to = to == DAY_NONE || last > to ? last : to;
	}
	in->nchanges = rows->n ? calendar_diff(o->calendar, is, from, to, a, &in->changes) : 0;
}

static bool put_row(struct office *o, const struct calendar_row *r, struct err *e)
{
	struct q *q = q_open(o->store, &Q_calendar_notice_add);
	q_text(q, "number", r->notice);
	bool ok = q_run(q, e);
	q_end(q);
	q = q_open(o->store, &Q_calendar_day_supersede);
	q_day(q, "date", r->date);
	q_text(q, "notice", r->notice);
	ok = ok && q_run(q, e);
	q_end(q);
	q = q_open(o->store, &Q_calendar_day_put);
	q_day(q, "date", r->date);
	q_text(q, "kind", r->workday ? "workday" : "holiday");
	q_text(q, "name", r->name);
	q_text(q, "notice", r->notice);
	ok = ok && q_run(q, e);
	q_end(q);
	return ok;
}

static bool take_back(struct office *o, const struct calendar_rows *fresh, struct arena *a, struct err *e)
{
	struct calendar_rows have = calendar_rows_of(o->calendar, 0, a);
	bool ok = true;
	for (size_t i = 0; ok && i < have.n; i++) {
		const char *notice = calendar_taken_back(fresh, have.rows[i].date);
		if (!notice)
			continue;
		struct q *q = q_open(o->store, &Q_calendar_day_take_back);
		q_day(q, "date", have.rows[i].date);
		q_text(q, "notice", notice);
		ok = q_run(q, e);
		q_end(q);
	}
	return ok;
}

/* Limits for our evidence are kept with the appeal; its case, if it is one of ours, is named. */
static bool move_evidence(struct verb_call *call, struct calendar *before, struct err *e)
{
	struct deadline_moves *moves = &((struct calendar_import *)call->args)->moves;
	struct appeal *moved;
	size_t n;
	if (!appeal_redate(call->office, before, call->arena, &moved, &n, e) || !deadlines_redate(call->office, before, call->arena, moves, e))
		return false;
	struct deadline_move *rows = arena_array(call->arena, struct deadline_move, moves->n + n + 1);
	if (moves->n)
		memcpy(rows, moves->rows, moves->n * sizeof *rows);
	for (size_t i = 0; i < n; i++) {
		const struct appeal *x = &moved[i];
		const char *of = x->case_number_of;
		rows[moves->n++] = (struct deadline_move){.kind = !of ? "appeal" : *of == 'C' ? "correction" : "request", .id = of ? of : x->number,
			.name = of ? x->number : NULL, .clock = clock_key_name(CLOCK_EVIDENCE), .was = x->result_on, .is = x->evidence_due,
			.was_provisional = calendar_provisional(before, x->received, x->result_on),
			.provisional = calendar_provisional(call->office->calendar, x->received, x->evidence_due)};
	}
	moves->rows = rows;
	return true;
}

/* The engine must count with the new days already; the office keeps its own calendar until it is refreshed after the commit. */
static bool move_deadlines(struct verb_call *call, const struct calendar_rows *rows, struct err *e)
{
	struct office *o = call->office;
	struct calendar_import *in = call->args;
	struct calendar *before = o->calendar, *is;
	if (!office_calendar_load(o->store, call->arena, &is, e))
		return false;
	find_changes(o, is, rows, call->arena, in);
	o->calendar = is;
	bool ok = move_evidence(call, before, e);
	o->calendar = before;
	return ok;
}

static bool import_run(struct verb_call *call, struct err *e)
{
	struct calendar_import *in = call->args;
	struct calendar_rows rows;
	if (!read_rows(call->office, in, call->arena, &rows, e))
		return false;
	for (size_t i = 0; i < rows.n; i++)
		if (!put_row(call->office, &rows.rows[i], e))
			return false;
	if (!take_back(call->office, &rows, call->arena, e) || !move_deadlines(call, &rows, e))
		return false;
	call->warning = in->doubt = calendar_doubts(&rows, call->arena);
	call->result = arena_printf(call->arena, _("已载入放假安排 %zu 行，变动 %zu 天，期限变动 %zu 处"), rows.n, in->nchanges, in->moves.n);
	return true;
}

const struct verb calendar_import = {
	.name = "calendar.import", .label = N_("载入放假安排"), .args = &CALENDAR_IMPORT, .run = import_run,
};
/* The very import, taken back: what it would move cannot differ from what it moves. */
bool calendar_import_preview(struct office *o, struct calendar_import *in, struct arena *a, struct err *e)
{
	struct verb_call call = {.office = o, .verb = &calendar_import, .subject_id = INT_NONE, .args = in, .arena = a};
	if (!store_begin(o->store, e))
		return false;
	bool ok = import_run(&call, e);
	store_rollback(o->store);
	return ok;
}

const struct verb *const calendar_verbs[] = {&calendar_import, NULL};
