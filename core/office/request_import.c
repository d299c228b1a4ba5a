#include "office/request_import.h"

#include <stdlib.h>
#include <string.h>

#include "base/str.h"
#include "base/text.h"
#include "office/request_ledger.h"
#include "office/steps.h"

static const struct field import_fields[] = {
	{"text", N_("文件"), FIELD_LINES, FIELD_AT(request_import, text), FIELD_REQUIRED | FIELD_HIDDEN},
	{"lines", N_("只收这几行"), FIELD_TEXT, FIELD_AT(request_import, lines), FIELD_HIDDEN},
	{0},
};
const struct record_type request_import_type = {"request_import", N_("导入台账"), sizeof(struct request_import), import_fields};

typedef bool (*row_act)(struct verb_call *call, const struct import_row *r, struct err *e);

struct walk {
	struct office *o;
	struct verb_call *call; /* NULL: only looked at */
	row_act act;
	bool patient;           /* a wrong row is a line like any other */
	const bool *taken;      /* by line of the file; NULL: every row */
	size_t lines;
};

static bool same_number_before(const struct request_plan *p, const char *id, struct err *e)
{
	for (size_t i = 0; i < p->n; i++)
		if (p->rows[i].id && !strcmp(p->rows[i].id, id) && strcmp(p->rows[i].action, "refused") != 0)
			return !err_field(e, "id", _("与第 %d 行编号相同：%s"), p->rows[i].line, id);
	return false;
}

/* One row: read, and what would come of it. */
static bool look(const struct walk *w, const struct table *t, const struct csv_row *cells, const struct request_plan *p, struct arena *a,
	struct import_row *r, struct request_import_line *line, struct err *e)
{
	struct err none = {0};
	int64_t id = INT_NONE;
	*line = (struct request_import_line){.line = cells->line, .matter_id = INT_NONE};
	bool right = ledger_row_read(w->o, t, cells, a, r, e);
	line->id = r->ledger.id;
	line->name = r->request.applicant.name;
	line->content = r->request.content;
	if (!right || same_number_before(p, r->ledger.id, e))
		return false;
	line->action = "add";
	line->detail = line->name;
	if (!matter_find(w->o, "request", r->ledger.id, &id, &none))
		return none.code == ERR_MISSING || err_set(e, none.code, "%s", none.text);
	line->matter_id = id;
	if (!ledger_row_compare(w->o, id, r, a, line, e))
		return false;
	line->action = line->ndiffs ? "differs" : "same";
	struct str s = str_new(a);
	for (size_t i = 0; i < line->ndiffs; i++)
		str_printf(&s, _("%s%s：原“%s” 新“%s”"), i ? _("；") : "", line->diffs[i].label, line->diffs[i].was, line->diffs[i].is);
	if (line->ndiffs)
		line->detail = s.s;
	return true;
}

static bool refused(struct request_plan *out, struct request_import_line *line, const struct err *why, struct arena *a)
{
	line->action = "refused";
	line->detail = arena_strdup(a, why->text);
	out->refused++;
	out->rows[out->n++] = *line;
	return true;
}

static bool take_row(const struct walk *w, const struct table *t, const struct csv_row *cells, struct arena *a, struct request_plan *out, struct err *e)
{
	struct import_row r;
	struct request_import_line line;
	struct err why = {0};
	if (w->taken && ((size_t)cells->line >= w->lines || !w->taken[cells->line]))
		return true;
	if (!look(w, t, cells, out, a, &r, &line, &why)) {
		bool of_row = why.code != ERR_SYSTEM && why.code != ERR_BUSY;
		if (w->patient && of_row)
			return refused(out, &line, &why, a);
		*e = why;
		return of_row ? table_error(t, cells, e) : false;
	}
	bool new = !strcmp(line.action, "add");
	if (new && w->act && !w->act(w->call, &r, e))
		return table_error(t, cells, e);
	out->added += new;
	out->same += !strcmp(line.action, "same");
	out->differs += !strcmp(line.action, "differs");
	out->rows[out->n++] = line;
	return true;
}

static bool walk(const struct walk *w, const char *text, struct arena *a, struct request_plan *out, struct err *e)
{
	static const struct record_type *const types[] = {&ledger_type, &request_type, NULL};
	struct table t;
	if (!table_read(text, types, a, &t, e))
		return false;
	*out = (struct request_plan){.rows = arena_array(a, struct request_import_line, t.csv.n + 1)};
	for (size_t i = 1; i < t.csv.n; i++)
		if (!take_row(w, &t, &t.csv.rows[i], a, out, e))
			return false;
	return true;
}

bool request_import_review(struct office *o, const char *text, struct arena *a, struct request_plan *out, struct err *e)
{
	return walk(&(struct walk){.o = o, .patient = true}, text, a, out, e);
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
	if (!ledger_row_matter(o, r, call->arena, &m, e) || !matter_insert_numbered(o, &m, r->year, r->serial, call->arena, e) ||
		!request_row_insert(o, m.row, q, call->arena, e) || !party_put(o, m.row, "applicant", &q->applicant, call->arena, NULL, e))
		return false;
	if (!text_is_blank(r->ledger.outcome) && !answer(call, m.row, r, e))
		return false;
	bool gaps;
	return matter_gaps(o, &m, call->arena, &gaps, e) && matter_deadlines(o, m.row, gaps, call->arena, e);
}

/* "2,5,9": lines of the file. */
static bool lines_read(const char *typed, struct arena *a, struct walk *w, struct err *e)
{
	enum { LINE_MAX_NO = 1000000 };
	if (text_is_blank(typed))
		return true;
	w->lines = LINE_MAX_NO;
	bool *taken = arena_array(a, bool, LINE_MAX_NO);
	for (const char *s = typed; *s;) {
		char *end;
		long n = strtol(s, &end, 10);
		if (end == s || n < 1 || n >= LINE_MAX_NO || (*end && *end != ','))
			return err_field(e, "lines", _("行号应为用逗号分开的数字：“%s”"), typed);
		taken[n] = true;
		s = end + (*end == ',');
	}
	w->taken = taken;
	return true;
}

bool request_import_plan(struct office *o, const char *text, const char *lines, struct arena *a, struct request_plan *out, struct err *e)
{
	struct walk w = {.o = o};
	return lines_read(lines, a, &w, e) && walk(&w, text, a, out, e);
}

static bool run_import(struct verb_call *call, struct err *e)
{
	const struct request_import *args = call->args;
	struct walk w = {.o = call->office, .call = call, .act = add};
	struct request_plan p;
	if (!lines_read(args->lines, call->arena, &w, e) || !walk(&w, args->text, call->arena, &p, e))
		return false;
	call->result = arena_printf(call->arena, _("已导入 %zu 件，相同 %zu 件，不同 %zu 件（未改动）"), p.added, p.same, p.differs);
	return true;
}

const struct verb request_import_verb = {"request.import", N_("导入申请台账"), "request", &request_import_type, .run = run_import};
