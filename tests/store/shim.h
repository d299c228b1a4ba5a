/* shim.h — a VFS between SQLite and the disk: the n-th operation fails, everything is written down, a checkpoint is held open.
 * Only the database, its -wal and -journal are touched; shared memory and locks are passed through. */
#ifndef TESTS_STORE_SHIM_H
#define TESTS_STORE_SHIM_H

#include <sqlite3.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum shim_op { SHIM_WRITE, SHIM_TRUNCATE, SHIM_SYNC, SHIM_CREATE, SHIM_DELETE, SHIM_MARK };
struct shim_entry {
	enum shim_op op;
	int file;           /* index into shim.names */
	int64_t at, n;      /* offset and length; of a mark: its value */
	unsigned char *data;
};

enum { SHIM_FILES = 8 };
struct shim {
	int64_t ops;        /* operations so far */
	int64_t fail_at;    /* the operation that fails; 0 = none */
	int64_t kill_at;    /* the operation before which the process is killed; 0 = none */
	bool sticky;        /* and all after it */
	int rc;             /* 0: its natural code; else this one (SQLITE_FULL) */
	bool hit;
	bool log;
	bool lazy;          /* syncs do nothing: for tests of thousands of steps in which nothing is cut */
	struct shim_entry *entries;
	size_t n, cap;
	char names[SHIM_FILES][512];
	void (*before_backfill)(void); /* runs once, between a checkpointer's reading of the log's header and of its backfill count */
};
extern struct shim shim;

/* Makes the shim the VFS of every connection opened from here on, and the plain one again. */
void shim_on(void);
void shim_off(void);
void shim_mark(int64_t value); /* into the log */
void shim_forget(void);        /* drops the log */

/* The n-th allocation of SQLite fails (once, or all from there on); 0 = none. */
extern struct shim_memory { int64_t count, fail_at; bool sticky, hit; } shim_memory;

#endif
