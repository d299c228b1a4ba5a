/* db.h — the inside of the store; included by core/store only. */
#ifndef STORE_DB_H
#define STORE_DB_H

#define SQLITE_ENABLE_PREUPDATE_HOOK 1
#include <sqlite3.h>

#include "store/store.h"
#include "store/tape.h"
#include "store/turnstile.h"

enum {
	APPLICATION_ID = 0x67776767,
	ROW_MAX = 32 << 20,          /* bytes of one value or row */
	WAL_PAGES = 1000,            /* checkpoint after a commit that leaves more */
	BUSY_MS = 10000
};

/* Where the fields of a record stand among a statement's columns, -1 for those that do not: looked up once, not row by row. */
struct q_map {
	const struct record_type *type;
	struct q_map *next;
	int16_t at[];
};

struct q {
	const struct query *query;
	struct q_map *maps;
	sqlite3_stmt *stmt; /* NULL: it could not be prepared, rc says why */
	int rc;
	bool busy;
	int near; /* where the next column is looked for first: a record's fields stand about in the order of its query */
	struct store *store;
	struct q *next;
};

struct store {
	sqlite3 *db;
	char *path; /* absolute, links resolved */
	unsigned flags;
	const struct embedded *steps; /* migrations */
	int schema;      /* user_version this connection was opened with */
	struct turnstile gate;
	bool in_write;
	bool migrating;  /* the authorizer lets the schema be changed */
	int wal_pages;
	bool (*stop)(void *ctx); /* asked now and then during a read; NULL = never */
	void *stop_ctx;
	int64_t min_free;
	int busy_ms;
	struct q *queries;
	struct tape tape;
	sqlite3_stmt *begin, *commit, *rollback, *version;
};

/* Turns a result code of SQLite into the clerk's line. Returns false. */
bool db_error(struct store *s, int rc, struct err *e);
void q_maps_free(struct q *q);
/* PRAGMA name → one integer. */
int db_pragma(sqlite3 *db, const char *sql, int64_t *out);
/* Settings of a connection that are not kept in the file. */
int db_configure(struct store *s);
/* Brings an older file to the newest schema, a step a transaction; the caller has made the connection and the gate. */
bool migrate_run(struct store *s, int from, struct err *e) CHECKED;
/* Is the path on a disk of this host? Otherwise ERR_SYSTEM. */
bool store_local(const char *path, struct err *e) CHECKED;
/* The steps after `from`, without turnstile or copy. A result code of SQLite. */
int migrate_steps(struct store *s, int from);
int migrate_newest(const struct store *s);
/* As store_open() and store_create() with other steps than those of db/migrate, for the tests. */
bool store_open_steps(const char *path, unsigned flags, const struct embedded *steps, struct store **out, struct err *e) CHECKED;

#endif
