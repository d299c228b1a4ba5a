#include "store/db.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct q *q_open(struct store *s, const struct query *query)
{
	struct q *q = s->queries;
	while (q && (q->query != query || q->busy))
		q = q->next;
	if (!q) {
		q = calloc(1, sizeof *q);
		if (!q)
			BUG("out of memory");
		q->query = query;
		q->store = s;
		q->next = s->queries;
		s->queries = q;
	}
	if (!q->stmt)
		q->rc = sqlite3_prepare_v3(s->db, query->sql, -1, SQLITE_PREPARE_PERSISTENT, &q->stmt, NULL);
	else
		q->rc = SQLITE_OK;
	q->busy = true;
	return q;
}

/* 0: there is nothing to bind to because the statement could not be prepared. */
static int parameter(struct q *q, const char *name)
{
	char colon[80];
	if (!q->stmt)
		return 0;
	snprintf(colon, sizeof colon, ":%s", name);
	return sqlite3_bind_parameter_index(q->stmt, colon);
}

static int parameter_must(struct q *q, const char *name)
{
	int at = parameter(q, name);
	if (!at && q->stmt)
		BUG("query %s has no parameter :%s", q->query->name, name);
	return at;
}

static void bound(struct q *q, int rc)
{
	if (q->rc == SQLITE_OK)
		q->rc = rc;
}

static void bind_int(struct q *q, int at, int64_t v)
{
	if (at)
		bound(q, v == INT_NONE ? sqlite3_bind_null(q->stmt, at) : sqlite3_bind_int64(q->stmt, at, v));
}

static void bind_text(struct q *q, int at, const char *v)
{
	if (at)
		bound(q, sqlite3_bind_text(q->stmt, at, v, -1, SQLITE_STATIC)); /* NULL binds NULL */
}

static void bind_day(struct q *q, int at, daynum d)
{
	char iso[DAY_ISO];
	if (!at)
		return;
	if (d == DAY_NONE)
		bound(q, sqlite3_bind_null(q->stmt, at));
	else
		bound(q, sqlite3_bind_text(q->stmt, at, day_iso(d, iso), -1, SQLITE_TRANSIENT));
}

void q_int(struct q *q, const char *name, int64_t v)
{
	bind_int(q, parameter_must(q, name), v);
}

void q_text(struct q *q, const char *name, const char *v)
{
	bind_text(q, parameter_must(q, name), v);
}

void q_day(struct q *q, const char *name, daynum d)
{
	bind_day(q, parameter_must(q, name), d);
}

void q_blob(struct q *q, const char *name, const void *v, size_t n)
{
	int at = parameter_must(q, name);
	if (at)
		bound(q, sqlite3_bind_blob64(q->stmt, at, v, n, SQLITE_STATIC));
}

void q_bind_record(struct q *q, const struct record_type *t, const void *rec)
{
	for (const struct field *f = t->fields; f->name; f++) {
		const char *at = (const char *)rec + f->offset;
		if (f->type == FIELD_RECORD) {
			q_bind_record(q, f->nested, at); /* as deep as the type tables nest, not the input */
			continue;
		}
		int p = f->flags & FIELD_DERIVED ? 0 : parameter(q, f->name);
		if (!p)
			continue;
		switch (f->type) {
		case FIELD_TEXT: case FIELD_LINES: case FIELD_CODE:
			bind_text(q, p, *(const char *const *)(const void *)at);
			break;
		case FIELD_INT: case FIELD_MONEY: case FIELD_ID:
			bind_int(q, p, *(const int64_t *)(const void *)at);
			break;
		case FIELD_DATE:
			bind_day(q, p, *(const daynum *)(const void *)at);
			break;
		case FIELD_FLAG:
			bind_int(q, p, *(const int8_t *)(const void *)at == FLAG_NONE ? INT_NONE : *(const int8_t *)(const void *)at);
			break;
		case FIELD_RECORD: case FIELD_LIST:
			break;
		}
	}
}

static int step(struct q *q)
{
	if (q->rc != SQLITE_OK)
		return q->rc;
	if (!sqlite3_stmt_readonly(q->stmt) && !q->store->in_write)
		BUG("query %s writes outside a verb", q->query->name);
	return sqlite3_step(q->stmt);
}

bool q_row(struct q *q, struct err *e)
{
	int rc = step(q);
	if (rc == SQLITE_ROW)
		return true;
	if (rc != SQLITE_DONE)
		db_error(q->store, rc, e);
	if (q->stmt)
		sqlite3_reset(q->stmt); /* ends the read; the bindings stay */
	return false;
}

bool q_run(struct q *q, struct err *e)
{
	int rc;
	do
		rc = step(q);
	while (rc == SQLITE_ROW);
	if (rc != SQLITE_DONE)
		db_error(q->store, rc, e);
	if (q->stmt)
		sqlite3_reset(q->stmt);
	return rc == SQLITE_DONE;
}

bool q_run_one(struct q *q, struct err *e)
{
	if (!q_run(q, e))
		return false;
	if (sqlite3_changes64(q->store->db) != 1)
		return err_set(e, ERR_CONFLICT, _("这条记录已被他人修改，请刷新后再办"));
	return true;
}

static int column(struct q *q, const char *name)
{
	int n = sqlite3_column_count(q->stmt);
	for (int k = 0; k < n; k++) {
		int i = (q->near + k) % n;
		if (strcmp(sqlite3_column_name(q->stmt, i), name))
			continue;
		q->near = i + 1;
		return i;
	}
	return -1;
}

static int column_must(struct q *q, const char *name)
{
	int i = column(q, name);
	if (i < 0)
		BUG("query %s has no column %s", q->query->name, name);
	return i;
}

static int64_t get_int(struct q *q, int i)
{
	return sqlite3_column_type(q->stmt, i) == SQLITE_NULL ? INT_NONE : sqlite3_column_int64(q->stmt, i);
}

static const char *get_text(struct q *q, int i, struct arena *a)
{
	const char *s = (const char *)sqlite3_column_text(q->stmt, i);
	return s ? arena_strdup(a, s) : NULL;
}

static daynum get_day(struct q *q, int i)
{
	daynum d = DAY_NONE;
	const char *s = (const char *)sqlite3_column_text(q->stmt, i);
	if (!s || !day_parse(s, &d))
		return DAY_NONE;
	return d;
}

int64_t q_get_int(struct q *q, const char *name)
{
	return get_int(q, column_must(q, name));
}

const char *q_get_text(struct q *q, const char *name, struct arena *a)
{
	return get_text(q, column_must(q, name), a);
}

daynum q_get_day(struct q *q, const char *name)
{
	return get_day(q, column_must(q, name));
}

const void *q_get_blob(struct q *q, const char *name, size_t *n, struct arena *a)
{
	int i = column_must(q, name);
	const void *b = sqlite3_column_blob(q->stmt, i);
	*n = (size_t)sqlite3_column_bytes(q->stmt, i);
	return b ? arena_memdup(a, b, *n) : NULL;
}

static const int16_t *columns_of(struct q *q, const struct record_type *t)
{
	size_t n = 0;
	for (const struct q_map *m = q->maps; m; m = m->next)
		if (m->type == t)
			return m->at;
	while (t->fields[n].name)
		n++;
	struct q_map *m = malloc(sizeof *m + n * sizeof *m->at);
	if (!m)
		BUG("out of memory");
	m->type = t;
	m->next = q->maps;
	for (size_t i = 0; i < n; i++)
		m->at[i] = (int16_t)(t->fields[i].type == FIELD_RECORD ? -1 : column(q, t->fields[i].name));
	q->maps = m;
	return m->at;
}

void q_maps_free(struct q *q)
{
	for (struct q_map *m; (m = q->maps); free(m))
		q->maps = m->next;
}

void q_read_record(struct q *q, const struct record_type *t, void *rec, struct arena *a)
{
	const int16_t *columns = columns_of(q, t);
	for (const struct field *f = t->fields; f->name; f++) {
		char *at = (char *)rec + f->offset;
		if (f->type == FIELD_RECORD) {
			q_read_record(q, f->nested, at, a);
			continue;
		}
		int i = columns[f - t->fields];
		if (i < 0)
			continue;
		switch (f->type) {
		case FIELD_TEXT: case FIELD_LINES: case FIELD_CODE:
			*(const char **)(void *)at = get_text(q, i, a);
			break;
		case FIELD_INT: case FIELD_MONEY: case FIELD_ID:
			*(int64_t *)(void *)at = get_int(q, i);
			break;
		case FIELD_DATE:
			*(daynum *)(void *)at = get_day(q, i);
			break;
		case FIELD_FLAG: {
			int64_t v = get_int(q, i);
			*(int8_t *)(void *)at = v == INT_NONE ? FLAG_NONE : v != 0;
			break;
		}
		case FIELD_RECORD: case FIELD_LIST:
			break;
		}
	}
}

void q_end(struct q *q)
{
	if (!q)
		return;
	if (q->stmt) {
		sqlite3_reset(q->stmt);
		sqlite3_clear_bindings(q->stmt);
	}
	q->busy = false;
}

int64_t store_last_id(struct store *s)
{
	return sqlite3_last_insert_rowid(s->db);
}

int64_t store_steps(struct store *s)
{
	int64_t steps = 0;
	for (const struct q *q = s->queries; q; q = q->next)
		if (q->stmt)
			steps += sqlite3_stmt_status(q->stmt, SQLITE_STMTSTATUS_VM_STEP, 0);
	return steps;
}

bool q_one_int(struct q *q, int64_t *out, struct err *e)
{
	bool found = q_row(q, e);
	if (found)
		*out = get_int(q, 0);
	q_end(q);
	return found;
}
