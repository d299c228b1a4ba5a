/* tape.h — what a transaction changed, caught by SQLite's pre-update hook: no table has to say that it is audited.
 *
 * A table is audited when it has an INTEGER PRIMARY KEY, apart from the audit log itself and schema_migration. The tape
 * keeps the values a row had before its first change; at the end they are compared with the row as it then stands. */
#ifndef STORE_TAPE_H
#define STORE_TAPE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct sqlite3;
struct sqlite3_stmt;
struct sqlite3_value;

struct tape_table {
	char *name, *key;              /* key: the column that is the row id */
	size_t ncolumns, *order;       /* order: column numbers by name, the order of the digest */
	char **columns;
	struct sqlite3_stmt *by_id, *all;
};

struct tape_entry {
	size_t table;
	int64_t row_id;
	bool created;
	struct sqlite3_value **before; /* of each column; NULL when created */
};

struct tape {
	struct tape_table *tables;
	size_t ntables;
	struct tape_entry *entries;
	size_t n, cap;
	size_t *slots, nslots;         /* hash of (table, row_id) → entry + 1 */
	int rc;                        /* first failure inside the hook */
	bool recording;
};

/* Reads which tables are audited. A result code of SQLite. */
int tape_load(struct tape *t, struct sqlite3 *db);
/* One row by its id; all rows in the order of ids. Kept by the tape; the caller resets. */
int tape_statement_by_id(struct sqlite3 *db, struct tape_table *t, struct sqlite3_stmt **out);
int tape_statement_all(struct sqlite3 *db, struct tape_table *t, struct sqlite3_stmt **out);
void tape_start(struct tape *t, struct sqlite3 *db);
void tape_stop(struct tape *t); /* forgets the entries */
void tape_free(struct tape *t);

#endif
