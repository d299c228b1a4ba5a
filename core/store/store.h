/* store.h — the office file: SQLite, its turnstile and its statements.
 *
 * One office is one SQLite file; each process opens it. What was measured and why is in docs/decisions/0002-store.md. In short: WAL and
 * synchronous=FULL; every write transaction and every checkpoint runs inside the flock turnstile (`FILE-lock`); no statement
 * or transaction stays open across a key press. sqlite3.h is included in this folder only.
 *
 * Reading: q_open() takes a prepared statement of db/query (cached by its query), bind by name, step, read by column name.
 * Writing happens only inside a verb (office/verb.h), which is the only caller of store_begin()/store_commit(): outside a
 * transaction opened by store_begin() the store refuses every writing statement. */
#ifndef STORE_STORE_H
#define STORE_STORE_H

#include "base/embed.h"
#include "base/hash.h"
#include "base/record.h"

struct store;
struct q;

enum store_open_flags { STORE_READ_ONLY = 1 };

/* ERR_MISSING no such file; ERR_SYSTEM not ours, damaged, newer schema, on a network file system; ERR_BUSY. */
bool store_open(const char *path, unsigned flags, struct store **out, struct err *e) CHECKED;
/* Makes a new file (mode 0600, O_EXCL) with the newest schema; refuses an existing one. */
bool store_create(const char *path, struct store **out, struct err *e) CHECKED;
void store_close(struct store *s); /* NULL is allowed */
const char *store_path(const struct store *s); /* absolute, links resolved */
/* For tests and the emergency kit: how long a write waits (10 s) and how much disk must be free for one (64 MB). */
void store_limits(struct store *s, int busy_ms, int64_t min_free);
/* While a file is filled that nobody has been told of: a commit need not outlive a power cut; a checkpoint and the close still do. */
void store_unsynced(struct store *s, bool unsynced);
/* May an office file be made here? Makes missing folders (0700). ERR_RULE: something is there; ERR_SYSTEM: network file system. */
bool store_place(const char *path, struct err *e) CHECKED;
/* The file alone is the office from here on, without a log beside it: before it is closed and given its name. The connection may
 * only be closed afterwards. */
bool store_settle(struct store *s, struct err *e) CHECKED;
/* Gives a settled, closed file its name, durably, without replacing anything. */
bool store_publish(const char *from, const char *to, struct err *e) CHECKED;
/* Asks `stop` every few milliseconds of a long read (a key waits); true ends the read with ERR_BUSY. Writes are never stopped. NULL: off. */
void store_stop_when(struct store *s, bool (*stop)(void *ctx), void *ctx);
/* Steps SQLite's machine has made for the queries of this connection: what a list costs, counted instead of timed. */
int64_t store_steps(struct store *s);
/* Removes an office file that was never put to use, with its companions. */
void store_remove(const char *path);
void store_remove_companions(const char *path); /* only -wal, -shm, -journal, -lock */

/* --- statements ------------------------------------------------------------------------------------------------------ */

/* The statement, reset and with all parameters NULL. Never fails: what cannot be prepared (a damaged file, no memory; a test
 * prepares every query) is reported by the first q_row() or q_run(). It stays the caller's until q_end(); the same query may be
 * opened twice. A writing statement stepped outside store_begin() is a BUG(). */
struct q *q_open(struct store *s, const struct query *query);
/* Names without colon. Binding a name the statement lacks is a BUG(). */
void q_int(struct q *q, const char *name, int64_t v);      /* INT_NONE binds NULL */
void q_text(struct q *q, const char *name, const char *v); /* NULL binds NULL; the text must live until q_end */
void q_day(struct q *q, const char *name, daynum d);       /* DAY_NONE binds NULL */
void q_blob(struct q *q, const char *name, const void *v, size_t n);
/* Binds every stored field of the record whose name the statement has as a parameter; nested records by their fields' names. */
void q_bind_record(struct q *q, const struct record_type *t, const void *rec);

/* Next row: true; at the end false with e->code == ERR_NONE. On an error false with e set. */
bool q_row(struct q *q, struct err *e) CHECKED;
/* Runs a statement without result rows to its end. */
bool q_run(struct q *q, struct err *e) CHECKED;
/* As q_run, and refuses with ERR_CONFLICT unless exactly one row changed (UPDATE … WHERE id=:id AND version=:version). */
bool q_run_one(struct q *q, struct err *e) CHECKED;
int64_t q_get_int(struct q *q, const char *column);  /* INT_NONE for NULL */
const char *q_get_text(struct q *q, const char *column, struct arena *a); /* NULL for NULL; copied */
daynum q_get_day(struct q *q, const char *column);
const void *q_get_blob(struct q *q, const char *column, size_t *n, struct arena *a);
/* Reads every field of t that the row has a column for; nested records too. The other fields stay as they are. */
void q_read_record(struct q *q, const struct record_type *t, void *rec, struct arena *a);
/* Gives the statement back. NULL is allowed. */
void q_end(struct q *q);
int64_t store_last_id(struct store *s);

/* One-row helpers: the first column of the first row; false with ERR_NONE where there is none. */
bool q_one_int(struct q *q, int64_t *out, struct err *e) CHECKED; /* ends q */

/* --- the write path, for office/verb.c and store/migrate.c only ------------------------------------------------------- */

/* Turnstile + BEGIN IMMEDIATE; re-reads user_version and refuses with 请重新登录 when it moved. ERR_BUSY after the time-out. */
bool store_begin(struct store *s, struct err *e) CHECKED;
bool store_commit(struct store *s, struct err *e) CHECKED; /* on failure the transaction is rolled back */
void store_rollback(struct store *s);
bool store_in_write(const struct store *s);
/* Moves the write-ahead log into the file and empties it, inside the turnstile: for a quiet hour. Commits do it by themselves when the
 * log grows past 1000 pages. */
bool store_checkpoint(struct store *s, struct err *e) CHECKED;

/* --- what this transaction changed, for the audit log (office/audit.c) ----------------------------------------------------- */

struct store_value {
	const char *field;
	const char *old, *new; /* as text, blobs in hexadecimal; NULL = NULL */
};
/* A record that differs from what it was at store_begin(). The digest is SHA-256 over `name=length:value;` of every column that
 * is not NULL, sorted by name (base/hash.h). */
struct store_change {
	const char *table;
	int64_t row_id, version; /* version 0: the table has none */
	bool created;
	unsigned char digest[HASH_LEN];
	size_t nvalues;
	struct store_value *values; /* the fields that changed, sorted; none for a created record */
};
/* Sorted by table and row id. Read from the file once more, so that what is digested is what will be stored. */
bool store_changes(struct store *s, struct arena *a, struct store_change **out, size_t *n, struct err *e) CHECKED;

/* Every record of every audited table with its digest as it stands, for verification: tables by name, rows by id. */
struct store_scan {
	struct store *store;
	size_t table;
	const char *name; /* of the table */
	int64_t row_id, version;
	unsigned char digest[HASH_LEN];
};
bool store_tables(struct store *s, size_t *n, struct err *e) CHECKED;
struct store_scan store_scan(struct store *s, size_t table);
/* False at the end with ERR_NONE, or with e set. */
bool store_scan_next(struct store_scan *scan, struct err *e) CHECKED;
void store_scan_end(struct store_scan *scan);

/* --- copies and checks ----------------------------------------------------------------------------------------------------- */

/* A consistent copy into a new file (mode 0600), taken in one step while others write. Not yet verified, synced or named:
 * office/backup.h does that. */
bool store_backup(struct store *s, const char *to, struct err *e) CHECKED;
/* Makes this file's content that of another one, as one transaction of the live file: other processes go on with the new content. */
bool store_replace(struct store *s, struct store *with, struct err *e) CHECKED;

enum { STORE_FINDINGS = 20 };
struct store_findings {
	size_t n; /* how many there are; the first STORE_FINDINGS are kept */
	const char *lines[STORE_FINDINGS];
};
/* SQLite's own integrity check and the foreign keys. True when it ran. */
bool store_check(struct store *s, struct arena *a, struct store_findings *out, struct err *e) CHECKED;
/* Tables, indexes and triggers against those this program makes: "- …" is missing, "+ …" too many, "~ …" different. True when it ran. */
bool store_check_schema(struct store *s, struct arena *a, struct store_findings *out, struct err *e) CHECKED;
/* Version of the SQLite library; `affected`: it has the WAL-reset bug, which the turnstile holds off. */
const char *store_library(bool *affected);
bool store_library_affected(int version);

#endif
