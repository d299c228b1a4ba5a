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
#include "base/record.h"

struct store;
struct q;

enum store_open_flags { STORE_READ_ONLY = 1 };

/* ERR_MISSING no such file; ERR_SYSTEM not ours, damaged, newer schema, on a network file system; ERR_BUSY. */
bool store_open(const char *path, unsigned flags, struct store **out, struct err *e) CHECKED;
/* Makes a new file (mode 0600, O_EXCL) with the newest schema; refuses an existing one. */
bool store_create(const char *path, struct store **out, struct err *e) CHECKED;
void store_close(struct store *s); /* NULL is allowed */
const char *store_path(const struct store *s);

/* --- statements ------------------------------------------------------------------------------------------------------ */

/* The statement, reset and with all parameters NULL. Never fails: a query that does not compile is a BUG() (a test prepares
 * all of them). It stays the caller's until q_end(); the same query may be opened twice. */
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
/* Reads every field of t that the row has a column for. */
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

#endif
