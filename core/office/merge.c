#include "office/merge.h"

#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "gen/q_audit.h"

enum { FIELDS_MAX = 128 };

/* What the log knows of one field since the version the clerk saw. */
struct trace {
	const struct field *f;
	bool vague; /* the value before cannot be told: erased, or kept as a row id */
	const char *who, *at;
};

struct tracing {
	const struct record_type *type;
	struct trace traces[FIELDS_MAX];
	size_t n;
	void *was; /* the record as it was at that version */
};

static struct trace *trace_of(struct tracing *t, const struct field *f, bool add)
{
	for (size_t i = 0; i < t->n; i++)
		if (t->traces[i].f == f)
			return &t->traces[i];
	if (!add || t->n == FIELDS_MAX)
		return NULL;
	t->traces[t->n] = (struct trace){.f = f};
	return &t->traces[t->n++];
}

/* A column's text into its field, byte for byte: nothing is tidied on the way. */
static void set_raw(const struct field *f, void *part, const char *raw)
{
	char *p = (char *)part + f->offset;
	record_unset(f, part);
	if (!raw)
		return;
	daynum d;
	int64_t n = strtoll(raw, NULL, 10);
	int8_t flag = (int8_t)n;
	switch (f->type) {
	case FIELD_TEXT:
	case FIELD_LINES:
	case FIELD_CODE: memcpy(p, &raw, sizeof raw); break;
	case FIELD_INT:
	case FIELD_MONEY:
	case FIELD_ID: memcpy(p, &n, sizeof n); break;
	case FIELD_FLAG: memcpy(p, &flag, sizeof flag); break;
	case FIELD_DATE:
		if (day_parse(raw, &d))
			memcpy(p, &d, sizeof d);
		break;
	case FIELD_RECORD:
	case FIELD_LIST: break;
	}
}

/* The field a column belongs to; `id` where the column holds a row id and the field the name. */
static const struct field *field_of(const struct record_type *t, const struct merge_ask *ask, const char *column, bool *id, struct arena *a)
{
	size_t n = strlen(column);
	*id = n > 3 && strcmp(column + n - 3, "_id") == 0;
	if (ask->column && strcmp(ask->column, column) == 0)
		return record_field(t, ask->field);
	const struct field *f = record_field(t, column);
	return f || !*id ? f : record_field(t, arena_strndup(a, column, n - 3));
}

/* One old value: the first for its field says what it was, the last who changed it. */
static void trace_value(struct tracing *t, const struct merge_ask *ask, struct q *q, struct arena *a)
{
	bool id;
	const struct field *f = field_of(t->type, ask, q_get_text(q, "field", a), &id, a);
	if (!f || f->flags & (FIELD_DERIVED | FIELD_HIDDEN))
		return;
	bool known = trace_of(t, f, false) != NULL;
	struct trace *trace = trace_of(t, f, true);
	int64_t at;
	char local[INSTANT_LEN];
	if (!trace)
		return;
	if (!known) {
		const char *old = q_get_text(q, "old", a);
		trace->vague = (id && old) || q_get_int(q, "erased_by") != INT_NONE;
		set_raw(f, record_part(t->type, t->was, f), old);
	}
	trace->who = q_get_text(q, "who", a);
	/* 2026-03-09 10:32:03 */
	trace->at = instant_parse(q_get_text(q, "at", a), &at) ? arena_strndup(a, instant_local(at, local) + 5, 11) : "";
}

static bool since_seq(struct office *o, const struct merge_ask *ask, int64_t *seq, struct err *e)
{
	struct err end = {0};
	struct q *q = q_open(o->store, &Q_audit_version);
	q_text(q, "tbl", ask->sources[0].table);
	q_int(q, "row_id", ask->sources[0].row);
	q_int(q, "version", ask->since);
	*seq = q_row(q, &end) ? q_get_int(q, "seq") : INT_NONE;
	q_end(q);
	if (end.code != ERR_NONE)
		return err_set(e, end.code, "%s", end.text);
	if (*seq == INT_NONE || ask->since > ask->version)
		return err_field(e, "version", _("没有第 %lld 版，现在是第 %lld 版"), (long long)ask->since, (long long)ask->version);
	return true;
}

static bool trace_since(struct office *o, const struct merge_ask *ask, struct tracing *t, struct arena *a, struct err *e)
{
	int64_t seq;
	struct err end = {0};
	if (!since_seq(o, ask, &seq, e))
		return false;
	for (size_t i = 0; i < ask->nsources; i++) {
		struct q *q = q_open(o->store, &Q_audit_values_since);
		q_text(q, "tbl", ask->sources[i].table);
		q_int(q, "row_id", ask->sources[i].row);
		q_int(q, "after", seq);
		while (q_row(q, &end))
			trace_value(t, ask, q, a);
		q_end(q);
		if (end.code != ERR_NONE)
			return err_set(e, end.code, "%s", end.text);
	}
	return true;
}

static void compare(const struct merge_ask *ask, struct tracing *t, const struct record_type *part, const void *mine, const void *now,
	const void *was, struct arena *a, struct merge *out)
{
	for (const struct field *f = part->fields; f->name; f++) {
		if (f->type == FIELD_RECORD) /* as deep as the table nests */
			compare(ask, t, f->nested, (const char *)mine + f->offset, (const char *)now + f->offset, (const char *)was + f->offset, a, out);
		bool input = !(f->flags & (FIELD_DERIVED | FIELD_HIDDEN)) && f->type != FIELD_RECORD && f->type != FIELD_LIST;
		bool typed = !ask->sparse || record_known(f, mine);
		if (!input || out->n == FIELDS_MAX)
			continue;
		const struct trace *trace = trace_of(t, f, false);
		bool vague = trace && trace->vague;
		bool theirs = trace && (vague || !record_same(f, was, now)), own = typed && (vague || !record_same(f, was, mine));
		if (!(theirs || own) || (typed && record_same(f, mine, now)))
			continue;
		struct merge_field *m = &out->fields[out->n++];
		*m = (struct merge_field){.f = f, .side = theirs && own ? MERGE_BOTH : own ? MERGE_MINE : MERGE_THEIRS,
			.was = vague ? _("（无从得知）") : record_shown(f, was, a), .theirs = record_shown(f, now, a),
			.mine = record_shown(f, typed ? mine : now, a), .who = theirs ? trace->who : NULL, .at = theirs ? trace->at : NULL};
		out->nboth += m->side == MERGE_BOTH;
	}
}

static void both_first(struct merge *m, struct arena *a)
{
	struct merge_field *sorted = arena_array(a, struct merge_field, m->n + 1);
	size_t n = 0;
	for (int side = MERGE_BOTH; side >= MERGE_MINE; side--)
		for (size_t i = 0; i < m->n; i++)
			if (m->fields[i].side == (enum merge_side)side)
				sorted[n++] = m->fields[i];
	m->fields = sorted;
}

bool merge_find(struct office *o, const struct merge_ask *ask, struct arena *a, struct merge *out, struct err *e)
{
	struct tracing *t = arena_new(a, struct tracing);
	*out = (struct merge){.type = ask->type, .version = ask->version, .now = arena_alloc(a, ask->type->size),
		.fields = arena_array(a, struct merge_field, FIELDS_MAX)};
	record_copy(ask->type, out->now, ask->now, a);
	t->type = ask->type;
	t->was = arena_alloc(a, ask->type->size);
	record_copy(ask->type, t->was, ask->now, a);
	if (!trace_since(o, ask, t, a, e))
		return false;
	compare(ask, t, ask->type, ask->mine, out->now, t->was, a, out);
	both_first(out, a);
	return true;
}

void merge_take(const struct merge *m, const struct merge_field *f, void *rec)
{
	record_take(f->f, record_part(m->type, rec, f->f), record_part(m->type, m->now, f->f));
}

void merge_theirs(const struct merge *m, void *rec)
{
	for (size_t i = 0; i < m->n; i++)
		if (m->fields[i].side == MERGE_THEIRS)
			merge_take(m, &m->fields[i], rec);
}

bool merge_refuse(const struct merge *m, const char *id, struct err *e)
{
	struct arena a = {0};
	struct str s = str_new(&a);
	for (size_t i = 0; i < m->nboth; i++) {
		const struct merge_field *f = &m->fields[i];
		str_printf(&s, _("%s%s（原“%s”，%s %s 改为“%s”，这里填“%s”）"), i ? _("；") : "", tr(f->f->label), f->was, f->who ? f->who : "",
			f->at, f->theirs, f->mine);
	}
	err_set(e, ERR_CONFLICT, _("%s 有 %zu 栏别人先改了：%s"), id, m->nboth, s.s);
	if (e && e->code == ERR_CONFLICT && m->nboth)
		utf8_copy(e->field, sizeof e->field, m->fields[0].f->name);
	arena_free(&a);
	return false;
}

const char *merge_said(const struct merge *m, struct arena *a)
{
	struct str s = str_new(a);
	const char *who = NULL;
	bool one = true;
	for (size_t i = 0; i < m->n; i++) {
		const struct merge_field *f = &m->fields[i];
		if (f->side != MERGE_THEIRS)
			continue;
		one = one && (!who || (f->who && !strcmp(who, f->who)));
		who = f->who ? f->who : "";
		str_printf(&s, s.len ? _("、%s") : "%s", tr(f->f->label));
	}
	if (!s.len)
		return NULL;
	return one ? arena_printf(a, _("已并入%s改的：%s"), who, s.s) : arena_printf(a, _("已并入别人改的：%s"), s.s);
}
