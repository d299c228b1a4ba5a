/* The WAL-reset bug of SQLite 3.7.0 to 3.51.2 (docs/decisions/0002-store.md): a commit that lands between a checkpointer's two looks at the
 * log is lost. Reproduced without chance; with the turnstile the commit has to wait. The control must corrupt, or the test
 * proves nothing. */
#include "store/store.h"
#include "store/turnstile.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "tests/store/shim.h"
#include "tests/test.h"

static sqlite3 *a, *b, *c;
static struct turnstile gate_b, gate_c;
static bool with_turnstile, held_back;

static void sql(sqlite3 *db, const char *text)
{
	char *message = NULL;
	if (sqlite3_exec(db, text, NULL, NULL, &message) != SQLITE_OK)
		fail_msg("%s: %s", text, message);
}

static void write_row(sqlite3 *db)
{
	sql(db, "BEGIN IMMEDIATE; INSERT INTO t(v) VALUES(randomblob(3000)); COMMIT");
}

static void intrude(void)
{
	if (!with_turnstile) {
		write_row(c);
		return;
	}
	held_back = turnstile_enter(&gate_c, 20) == ETIMEDOUT;
	if (!held_back)
		turnstile_leave(&gate_c);
}

static sqlite3 *connect(const char *path)
{
	sqlite3 *db;
	assert_int_equal(sqlite3_open(path, &db), SQLITE_OK);
	sql(db, "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA wal_autocheckpoint=0");
	return db;
}

static void checkpoint_b(void)
{
	if (with_turnstile)
		assert_int_equal(turnstile_enter(&gate_b, 1000), 0);
	sql(b, "PRAGMA wal_checkpoint(PASSIVE)");
	turnstile_leave(&gate_b);
}

/* Is the file whole after the race? */
static bool race(const char *path, bool turnstile)
{
	bool whole = false;
	with_turnstile = turnstile;
	held_back = false;
	assert_int_equal(turnstile_open(&gate_b, t_path("gate")), 0);
	assert_int_equal(turnstile_open(&gate_c, t_path("gate")), 0);
	shim_on();
	a = connect(path), b = connect(path), c = connect(path);
	sql(a, "CREATE TABLE t(id INTEGER PRIMARY KEY, v BLOB)");
	sql(b, "SELECT count(*) FROM t"); /* so that b finds a changed header later, which is where it can be held */
	sql(c, "SELECT count(*) FROM t");
	for (int i = 0; i < 30; i++)
		write_row(a);
	sql(a, "PRAGMA wal_checkpoint(PASSIVE)");
	shim.before_backfill = intrude;
	checkpoint_b();
	if (turnstile)
		write_row(c); /* now it is c's turn */
	for (int i = 0; i < 20; i++)
		write_row(c);
	sql(a, "PRAGMA wal_checkpoint(PASSIVE)");
	sqlite3_close(a), sqlite3_close(b), sqlite3_close(c);
	shim_off();
	shim_forget();
	turnstile_close(&gate_b);
	turnstile_close(&gate_c);
	sqlite3_stmt *st;
	assert_int_equal(sqlite3_open(path, &a), SQLITE_OK);
	if (sqlite3_prepare_v2(a, "SELECT (SELECT integrity_check FROM pragma_integrity_check)='ok' AND count(*)=51 FROM t", -1, &st, NULL) == SQLITE_OK &&
		sqlite3_step(st) == SQLITE_ROW)
		whole = sqlite3_column_int(st, 0);
	sqlite3_finalize(st);
	sqlite3_close(a);
	return whole;
}

TEST(a_checkpoint_beside_a_commit_loses_rows_where_the_library_has_the_bug)
{
	bool affected;
	store_library(&affected);
	assert_int_equal(race(t_path("control.db"), false), !affected);
}

TEST(the_turnstile_keeps_the_checkpoint_and_the_commit_apart)
{
	assert_true(race(t_path("gated.db"), true));
	assert_true(held_back);
}

TEST(affected_versions_are_known)
{
	assert_true(store_library_affected(3040001));
	assert_true(store_library_affected(3046001));
	assert_true(store_library_affected(3051002));
	assert_false(store_library_affected(3051003));
	assert_false(store_library_affected(3053002));
	assert_false(store_library_affected(3044006));
	assert_true(store_library_affected(3044005));
	assert_false(store_library_affected(3050007));
	assert_true(store_library_affected(3050006));
	assert_false(store_library_affected(3006023));
}
