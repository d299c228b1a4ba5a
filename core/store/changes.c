#include "store/db.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* The digest of the row a statement stands on, and its version. */
static void row_digest(const struct tape_table *t, sqlite3_stmt *st, unsigned char out[HASH_LEN], int64_t *version)
{
	struct hash h;
	hash_start(&h);
	*version = 0;
	for (size_t k = 0; k < t->ncolumns; k++) {
		int i = (int)t->order[k];
		if (sqlite3_column_type(st, i) == SQLITE_NULL)
			continue;
		const char *name = t->columns[i];
		if (!strcmp(name, "version"))
			*version = sqlite3_column_int64(st, i);
		const void *v = sqlite3_column_type(st, i) == SQLITE_BLOB ? sqlite3_column_blob(st, i) : sqlite3_column_text(st, i);
		hash_field_bytes(&h, name, v ? v : "", (size_t)sqlite3_column_bytes(st, i));
	}
	hash_end(&h, out);
}

/* A value as text; a blob in hexadecimal. */
static const char *value_text(struct arena *a, sqlite3_value *v)
{
	if (!v || sqlite3_value_type(v) == SQLITE_NULL)
		return NULL;
	if (sqlite3_value_type(v) != SQLITE_BLOB) {
		const char *s = (const char *)sqlite3_value_text(v);
		return arena_strdup(a, s ? s : "");
	}
	const unsigned char *b = sqlite3_value_blob(v);
	size_t n = (size_t)sqlite3_value_bytes(v);
	char *hex = arena_alloc(a, n * 2 + 1);
	for (size_t i = 0; i < n; i++)
		snprintf(hex + 2 * i, 3, "%02x", b[i]);
	return hex;
}

static bool same(const char *a, const char *b)
{
	return a == b || (a && b && !strcmp(a, b));
}

/* Fills the values that differ; the statement stands on the row as it now is. */
static void compare(const struct tape_table *t, const struct tape_entry *entry, sqlite3_stmt *st, struct arena *a, struct store_change *c)
{
	c->values = arena_array(a, struct store_value, t->ncolumns);
	for (size_t k = 0; k < t->ncolumns; k++) {
		size_t i = t->order[k];
		const char *old = value_text(a, entry->before[i]), *now = value_text(a, sqlite3_column_value(st, (int)i));
		if (!same(old, now))
			c->values[c->nvalues++] = (struct store_value){.field = t->columns[i], .old = old, .new = now};
	}
}

static int by_table_and_row(const void *a, const void *b)
{
	const struct tape_entry *x = a, *y = b;
	if (x->table != y->table)
		return x->table < y->table ? -1 : 1;
	return (x->row_id > y->row_id) - (x->row_id < y->row_id);
}

/* SQLITE_ROW: *c is filled. SQLITE_DONE: the row is as it was. */
static int change_of(struct store *s, const struct tape_entry *entry, struct arena *a, struct store_change *c)
{
	struct tape_table *t = &s->tape.tables[entry->table];
	sqlite3_stmt *st;
	int rc = tape_statement_by_id(s->db, t, &st);
	if (rc != SQLITE_OK)
		return rc;
	sqlite3_bind_int64(st, 1, entry->row_id);
	rc = sqlite3_step(st);
	if (rc == SQLITE_ROW) {
		*c = (struct store_change){.table = t->name, .row_id = entry->row_id, .created = entry->created};
		if (!entry->created)
			compare(t, entry, st, a, c);
		if (!entry->created && !c->nvalues)
			rc = SQLITE_DONE;
		else
			row_digest(t, st, c->digest, &c->version);
	} else if (rc == SQLITE_DONE) {
		rc = SQLITE_CONSTRAINT_TRIGGER; /* a record has gone: the guards were taken off */
	}
	sqlite3_reset(st);
	return rc;
}

bool store_changes(struct store *s, struct arena *a, struct store_change **out, size_t *n, struct err *e)
{
	struct tape *t = &s->tape;
	BUG_ON(!s->in_write);
	*n = 0;
	*out = arena_array(a, struct store_change, t->n);
	if (t->rc != SQLITE_OK)
		return db_error(s, t->rc, e);
	t->recording = false; /* what is written from here on is the audit log itself; sorting breaks the slots */
	if (t->n)
		qsort(t->entries, t->n, sizeof *t->entries, by_table_and_row);
	for (size_t i = 0; i < t->n; i++) {
		int rc = change_of(s, &t->entries[i], a, &(*out)[*n]);
		if (rc == SQLITE_ROW)
			++*n;
		else if (rc != SQLITE_DONE)
			return db_error(s, rc, e);
	}
	return true;
}

bool store_tables(struct store *s, size_t *n, struct err *e)
{
	int rc = tape_load(&s->tape, s->db);
	if (rc != SQLITE_OK)
		return db_error(s, rc, e);
	*n = s->tape.ntables;
	return true;
}

struct store_scan store_scan(struct store *s, size_t table)
{
	return (struct store_scan){.store = s, .table = table, .name = s->tape.tables[table].name};
}

bool store_scan_next(struct store_scan *scan, struct err *e)
{
	struct tape_table *t = &scan->store->tape.tables[scan->table];
	sqlite3_stmt *st;
	int rc = tape_statement_all(scan->store->db, t, &st);
	if (rc == SQLITE_OK)
		rc = sqlite3_step(st);
	if (rc == SQLITE_ROW) {
		for (size_t i = 0; i < t->ncolumns; i++)
			if (!strcmp(t->columns[i], t->key))
				scan->row_id = sqlite3_column_int64(st, (int)i);
		row_digest(t, st, scan->digest, &scan->version);
		return true;
	}
	sqlite3_reset(st);
	return rc == SQLITE_DONE ? false : db_error(scan->store, rc, e);
}

void store_scan_end(struct store_scan *scan)
{
	sqlite3_stmt *st;
	if (tape_statement_all(scan->store->db, &scan->store->tape.tables[scan->table], &st) == SQLITE_OK)
		sqlite3_reset(st);
}
