#include "office/ledger_import.h"

#include <stdlib.h>
#include <string.h>

#include "base/str.h"
#include "base/text.h"
#include "office/matter.h"

static const struct field import_fields[] = {
	{"text", N_("文件"), FIELD_LINES, FIELD_AT(ledger_import, text), FIELD_REQUIRED | FIELD_HIDDEN},
	{"lines", N_("只收这几行"), FIELD_TEXT, FIELD_AT(ledger_import, lines), FIELD_HIDDEN},
	{0},
};
const struct record_type ledger_import_type = {"ledger_import", N_("导入台账"), sizeof(struct ledger_import), import_fields};

void import_differ(struct import_line *line, struct arena *a, const char *label, const char *was, const char *is)
{
	enum { MOST = 64 };
	if (!line->diffs)
		line->diffs = arena_array(a, struct import_diff, MOST);
	if (line->ndiffs < MOST)
		line->diffs[line->ndiffs++] = (struct import_diff){label, was, is};
}

void import_differ_day(struct import_line *line, struct arena *a, const char *label, daynum was, daynum is)
{
	char iso[DAY_ISO];
	if (is != DAY_NONE && was != is)
		import_differ(line, a, label, was == DAY_NONE ? "" : arena_strdup(a, day_iso(was, iso)), arena_strdup(a, day_iso(is, iso)));
}

void import_differ_text(struct import_line *line, struct arena *a, const char *label, const char *was, const char *is)
{
	if (!text_is_blank(is) && (!was || strcmp(was, is) != 0))
		import_differ(line, a, label, was ? was : "", is);
}

bool ledger_order(const struct office *o, daynum received, daynum decided, daynum approved, daynum answered, struct err *e)
{
	const struct {
		const char *field, *before, *after;
		daynum day;
	} days[] = {{"decided_on", N_("决定日期早于收到日期"), N_("决定日期在今天之后"), decided},
		{"approved_on", N_("签发日早于收到日期"), N_("签发日在今天之后"), approved},
		{"answered_on", N_("答复日期早于收到日期"), N_("答复日期在今天之后"), answered}};
	for (size_t i = 0; i < sizeof days / sizeof *days; i++) {
		if (days[i].day == DAY_NONE)
			continue;
		if (days[i].day < received)
			return err_field(e, days[i].field, "%s", tr(days[i].before));
		if (days[i].day > desk_today(o->desk))
			return err_field(e, days[i].field, "%s", tr(days[i].after));
	}
	return answered == DAY_NONE || decided == DAY_NONE || decided <= answered || err_field(e, "decided_on", _("决定日期晚于答复日期"));
}

struct walk {
	struct office *o;
	const struct ledger_kind *kind;
	struct verb_call *call; /* NULL: only looked at */
	bool patient;
	const bool *taken;      /* by line of the file; NULL: every row */
	size_t lines;
};

static bool same_number_before(const struct import_plan *p, const char *id, struct err *e)
{
	for (size_t i = 0; i < p->n; i++)
		if (p->rows[i].id && !strcmp(p->rows[i].id, id) && strcmp(p->rows[i].action, "refused") != 0)
			return !err_field(e, "id", _("与第 %d 行编号相同：%s"), p->rows[i].line, id);
	return false;
}

/* One row: read, and what would come of it. */
static bool look(const struct walk *w, const struct table *t, const struct csv_row *cells, const struct import_plan *p, struct arena *a,
	void *row, struct import_line *line, struct err *e)
{
	struct err none = {0};
	int64_t id = INT_NONE;
	*line = (struct import_line){.line = cells->line, .matter_id = INT_NONE};
	bool right = w->kind->read(w->o, t, cells, a, row, e);
	w->kind->brief(row, line);
	if (!right || same_number_before(p, line->id, e))
		return false;
	line->action = "add";
	line->detail = line->name;
	if (!matter_find(w->o, w->kind->noun, line->id, &id, &none))
		return none.code == ERR_MISSING || err_set(e, none.code, "%s", none.text);
	line->matter_id = id;
	if (!w->kind->compare(w->o, id, row, a, line, e))
		return false;
	line->action = line->ndiffs ? "differs" : "same";
	struct str s = str_new(a);
	for (size_t i = 0; i < line->ndiffs; i++)
		str_printf(&s, _("%s%s：原“%s” 新“%s”"), i ? _("；") : "", line->diffs[i].label, line->diffs[i].was, line->diffs[i].is);
	if (line->ndiffs)
		line->detail = s.s;
	return true;
}

static bool refused(struct import_plan *out, struct import_line *line, const struct err *why, struct arena *a)
{
	line->action = "refused";
	line->detail = arena_strdup(a, why->text);
	out->refused++;
	out->rows[out->n++] = *line;
	return true;
}

static bool take_row(const struct walk *w, const struct table *t, const struct csv_row *cells, struct arena *a, struct import_plan *out, struct err *e)
{
	void *row = arena_alloc(a, w->kind->row_size);
	struct import_line line;
	struct err why = {0};
	if (w->taken && ((size_t)cells->line >= w->lines || !w->taken[cells->line]))
		return true;
	if (!look(w, t, cells, out, a, row, &line, &why)) {
		bool of_row = why.code != ERR_SYSTEM && why.code != ERR_BUSY;
		if (w->patient && of_row)
			return refused(out, &line, &why, a);
		*e = why;
		return of_row ? table_error(t, cells, e) : false;
	}
	bool new = !strcmp(line.action, "add");
	if (new && w->call && !w->kind->add(w->call, row, e))
		return table_error(t, cells, e);
	out->added += new;
	out->same += !strcmp(line.action, "same");
	out->differs += !strcmp(line.action, "differs");
	out->rows[out->n++] = line;
	return true;
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

static bool walk(struct walk w, const struct ledger_import *in, struct arena *a, struct import_plan *out, struct err *e)
{
	struct table t;
	if (!lines_read(in->lines, a, &w, e) || !table_read(in->text, w.kind->types, a, &t, e))
		return false;
	*out = (struct import_plan){.rows = arena_array(a, struct import_line, t.csv.n + 1)};
	for (size_t i = 1; i < t.csv.n; i++)
		if (!take_row(&w, &t, &t.csv.rows[i], a, out, e))
			return false;
	return true;
}

bool ledger_plan(struct office *o, const struct ledger_kind *k, const struct ledger_import *in, bool patient, struct arena *a, struct import_plan *out,
	struct err *e)
{
	return walk((struct walk){.o = o, .kind = k, .patient = patient}, in, a, out, e);
}

bool ledger_import_run(struct verb_call *call, const struct ledger_kind *k, struct err *e)
{
	struct import_plan p;
	if (!walk((struct walk){.o = call->office, .kind = k, .call = call}, call->args, call->arena, &p, e))
		return false;
	call->result = arena_printf(call->arena, _("已导入 %zu 件，相同 %zu 件，不同 %zu 件（未改动）"), p.added, p.same, p.differs);
	return true;
}

bool ledger_take(struct office *o, const struct ledger_kind *k, const char *text, int line, struct arena *a, int64_t *matter_id, void **change,
	struct err *e)
{
	struct table t;
	struct import_line brief = {.line = line};
	void *row = arena_alloc(a, k->row_size);
	const struct verb *v = verb_find(k->change);
	size_t i = 1;
	if (!table_read(text, k->types, a, &t, e))
		return false;
	while (i < t.csv.n && t.csv.rows[i].line != line)
		i++;
	if (i == t.csv.n)
		return err_field(e, "lines", _("文件没有第 %d 行"), line);
	if (!k->read(o, &t, &t.csv.rows[i], a, row, e))
		return table_error(&t, &t.csv.rows[i], e);
	k->brief(row, &brief);
	if (!matter_find(o, k->noun, brief.id, matter_id, e) || !verb_can(o, v, *matter_id, e))
		return false;
	*change = arena_alloc(a, v->args->size);
	record_clear(v->args, *change);
	struct err none = {0};
	if (k->overlay(o, *matter_id, row, arena_printf(a, _("照原台账第 %d 行更改"), line), a, *change, &none))
		return true;
	return err_set(e, none.code == ERR_NONE ? ERR_RULE : none.code, "%s", none.code != ERR_NONE ? none.text :
		_("登记的内容没有不同；结果、答复日期、转送由办理而来，不能照台账更改"));
}
