#include "store/db.h"

#include <stdlib.h>
#include <string.h>

/* Every table of records with its columns. The parameterless PRAGMA functions are allowed by the authorizer (open.c). */
static const char tables_sql[] =
	"SELECT l.name, x.name, x.pk=1 AND upper(x.type)='INTEGER' AND (SELECT max(pk) FROM pragma_table_xinfo(l.name))=1 "
	"FROM pragma_table_list AS l, pragma_table_xinfo(l.name) AS x "
	"WHERE l.schema='main' AND l.type='table' AND NOT l.wr AND l.name NOT LIKE 'sqlite!_%' ESCAPE '!' "
	"AND l.name NOT IN('audit','schema_migration') AND x.hidden=0 ORDER BY l.name, x.cid";

static void table_free(struct tape_table *t)
{
	for (size_t i = 0; i < t->ncolumns; i++)
		sqlite3_free(t->columns[i]);
	free(t->columns);
	free(t->order);
	sqlite3_finalize(t->by_id);
	sqlite3_finalize(t->all);
	sqlite3_free(t->name);
	sqlite3_free(t->key);
}

static int table_add(struct tape *t, const char *name)
{
	struct tape_table *more = realloc(t->tables, (t->ntables + 1) * sizeof *more);
	if (!more)
		return SQLITE_NOMEM;
	t->tables = more;
	more[t->ntables] = (struct tape_table){.name = sqlite3_mprintf("%s", name)};
	return more[t->ntables++].name ? SQLITE_OK : SQLITE_NOMEM;
}

static int column_add(struct tape_table *t, const char *name, bool key)
{
	char **more = realloc(t->columns, (t->ncolumns + 1) * sizeof *more);
	if (!more)
		return SQLITE_NOMEM;
	t->columns = more;
	if (!(more[t->ncolumns] = sqlite3_mprintf("%s", name)))
		return SQLITE_NOMEM;
	t->ncolumns++;
	if (key && !(t->key = sqlite3_mprintf("%s", name)))
		return SQLITE_NOMEM;
	return SQLITE_OK;
}

/* Column numbers sorted by name, so that the digest does not depend on the order of a schema. */
static int columns_sort(struct tape_table *t)
{
	t->order = malloc(t->ncolumns * sizeof *t->order);
	if (!t->order)
		return SQLITE_NOMEM;
	for (size_t i = 0; i < t->ncolumns; i++) {
		size_t k = i;
		for (; k && strcmp(t->columns[t->order[k - 1]], t->columns[i]) > 0; k--)
			t->order[k] = t->order[k - 1];
		t->order[k] = i;
	}
	return SQLITE_OK;
}

/* The only SQL that is not in db/: it names each table of the file in turn. */
static int table_prepare(sqlite3 *db, const struct tape_table *t, const char *format, sqlite3_stmt **out)
{
	char *sql = sqlite3_mprintf(format, t->name, t->key);
	if (!sql)
		return SQLITE_NOMEM;
	int rc = sqlite3_prepare_v3(db, sql, -1, SQLITE_PREPARE_PERSISTENT, out, NULL);
	sqlite3_free(sql);
	return rc;
}

int tape_statement_by_id(sqlite3 *db, struct tape_table *t, sqlite3_stmt **out)
{
	int rc = SQLITE_OK;
	if (!t->by_id)
		rc = table_prepare(db, t, "SELECT * FROM \"%w\" WHERE \"%w\"=?1", &t->by_id);
	*out = t->by_id;
	return rc;
}

int tape_statement_all(sqlite3 *db, struct tape_table *t, sqlite3_stmt **out)
{
	int rc = SQLITE_OK;
	if (!t->all)
		rc = table_prepare(db, t, "SELECT * FROM \"%w\" ORDER BY \"%w\"", &t->all);
	*out = t->all;
	return rc;
}

/* Drops tables without a row id key and sorts the columns of the others. */
static int tables_settle(struct tape *t)
{
	size_t kept = 0;
	for (size_t i = 0; i < t->ntables; i++) {
		if (!t->tables[i].key) {
			table_free(&t->tables[i]);
			continue;
		}
		t->tables[kept] = t->tables[i];
		if (columns_sort(&t->tables[kept++]) != SQLITE_OK) {
			for (size_t k = i + 1; k < t->ntables; k++)
				table_free(&t->tables[k]);
			t->ntables = kept;
			return SQLITE_NOMEM;
		}
	}
	t->ntables = kept;
	return SQLITE_OK;
}

static void tables_free(struct tape *t)
{
	for (size_t i = 0; i < t->ntables; i++)
		table_free(&t->tables[i]);
	free(t->tables);
	t->tables = NULL;
	t->ntables = 0;
}

int tape_load(struct tape *t, sqlite3 *db)
{
	if (t->tables)
		return SQLITE_OK;
	sqlite3_stmt *st;
	int rc = sqlite3_prepare_v2(db, tables_sql, -1, &st, NULL);
	if (rc != SQLITE_OK)
		return rc;
	while ((rc = sqlite3_step(st)) == SQLITE_ROW) {
		const char *table = (const char *)sqlite3_column_text(st, 0), *column = (const char *)sqlite3_column_text(st, 1);
		rc = table && column ? SQLITE_OK : SQLITE_NOMEM;
		if (rc == SQLITE_OK && (!t->ntables || strcmp(t->tables[t->ntables - 1].name, table) != 0))
			rc = table_add(t, table);
		if (rc == SQLITE_OK)
			rc = column_add(&t->tables[t->ntables - 1], column, sqlite3_column_int(st, 2));
		if (rc != SQLITE_OK)
			break;
	}
	int end = sqlite3_finalize(st);
	if (rc == SQLITE_DONE)
		rc = end;
	if (rc == SQLITE_OK)
		rc = tables_settle(t);
	if (rc != SQLITE_OK)
		tables_free(t);
	return rc;
}

/* --- entries ----------------------------------------------------------------------------------------------------------- */

static size_t slot_of(const struct tape *t, size_t table, int64_t row_id)
{
	uint64_t h = ((uint64_t)row_id * 64 + table) * UINT64_C(0x9E3779B97F4A7C15);
	size_t at = (size_t)(h >> 20) & (t->nslots - 1);
	while (t->slots[at]) {
		const struct tape_entry *e = &t->entries[t->slots[at] - 1];
		if (e->table == table && e->row_id == row_id)
			break;
		at = (at + 1) & (t->nslots - 1);
	}
	return at;
}

static int slots_grow(struct tape *t)
{
	size_t want = t->nslots ? t->nslots * 2 : 64;
	size_t *slots = calloc(want, sizeof *slots);
	if (!slots)
		return SQLITE_NOMEM;
	free(t->slots);
	t->slots = slots;
	t->nslots = want;
	for (size_t i = 0; i < t->n; i++)
		slots[slot_of(t, t->entries[i].table, t->entries[i].row_id)] = i + 1;
	return SQLITE_OK;
}

/* The entry of a row, made on its first change; *fresh says so. NULL: out of memory. */
static struct tape_entry *entry_of(struct tape *t, size_t table, int64_t row_id, bool *fresh)
{
	*fresh = false;
	if (t->n * 2 >= t->nslots && slots_grow(t) != SQLITE_OK)
		return NULL;
	size_t at = slot_of(t, table, row_id);
	if (t->slots[at])
		return &t->entries[t->slots[at] - 1];
	if (t->n == t->cap) {
		size_t cap = t->cap ? t->cap * 2 : 32;
		struct tape_entry *more = realloc(t->entries, cap * sizeof *more);
		if (!more)
			return NULL;
		t->entries = more;
		t->cap = cap;
	}
	struct tape_entry *e = &t->entries[t->n++];
	*e = (struct tape_entry){.table = table, .row_id = row_id};
	t->slots[at] = t->n;
	*fresh = true;
	return e;
}

static int copy_before(sqlite3 *db, const struct tape_table *table, struct tape_entry *e)
{
	e->before = calloc(table->ncolumns, sizeof(sqlite3_value *));
	if (!e->before)
		return SQLITE_NOMEM;
	for (size_t i = 0; i < table->ncolumns; i++) {
		sqlite3_value *v;
		int rc = sqlite3_preupdate_old(db, (int)i, &v);
		if (rc != SQLITE_OK)
			return rc;
		if (!(e->before[i] = sqlite3_value_dup(v)))
			return SQLITE_NOMEM;
	}
	return SQLITE_OK;
}

/* The pre-update hook. */
static void on_change(void *ctx, sqlite3 *db, int op, const char *schema, const char *name, sqlite3_int64 key, sqlite3_int64 new_key)
{
	struct tape *t = ctx;
	if (!t->recording || t->rc != SQLITE_OK || strcmp(schema, "main") != 0)
		return;
	size_t table = 0;
	while (table < t->ntables && strcmp(t->tables[table].name, name) != 0)
		table++;
	if (table == t->ntables)
		return;
	if (op == SQLITE_UPDATE && key != new_key)
		t->rc = SQLITE_CONSTRAINT_ROWID; /* a record never changes its id */
	bool fresh;
	struct tape_entry *e = entry_of(t, table, op == SQLITE_INSERT ? new_key : key, &fresh);
	if (!e)
		t->rc = SQLITE_NOMEM;
	else if (fresh && op == SQLITE_INSERT)
		e->created = true;
	else if (fresh)
		t->rc = copy_before(db, &t->tables[table], e);
}

void tape_start(struct tape *t, sqlite3 *db)
{
	tape_stop(t);
	t->rc = SQLITE_OK;
	t->recording = true;
	sqlite3_preupdate_hook(db, on_change, t);
}

void tape_stop(struct tape *t)
{
	t->recording = false;
	for (size_t i = 0; i < t->n; i++) {
		for (size_t k = 0; t->entries[i].before && k < t->tables[t->entries[i].table].ncolumns; k++)
			sqlite3_value_free(t->entries[i].before[k]);
		free(t->entries[i].before);
	}
	t->n = 0;
	if (t->nslots)
		memset(t->slots, 0, t->nslots * sizeof *t->slots);
}

void tape_free(struct tape *t)
{
	tape_stop(t);
	tables_free(t);
	free(t->entries);
	free(t->slots);
	*t = (struct tape){0};
}
