/* An older file is brought to the newest schema: whole, or not at all, with a copy beside it that was checked. */
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "store/db.h"
#include "tests/office_fixture.h"
#include "tests/store/shim.h"
#include "tests/test.h"

#define STEP(name, sql) {name, sql, sizeof sql - 1}

static const struct embedded good[] = {
	STEP("0002_add.sql", "ALTER TABLE unit ADD COLUMN motto TEXT; CREATE TABLE pet(id INTEGER PRIMARY KEY, name TEXT) STRICT;"),
	STEP("0003_fill.sql", "CREATE TABLE n(id INTEGER PRIMARY KEY, v TEXT) STRICT;"
		"INSERT INTO n(v) WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x+1 FROM c WHERE x<20000) SELECT hex(randomblob(40)) FROM c;"),
	{0},
};
static const struct embedded bad[] = {
	STEP("0002_add.sql", "CREATE TABLE pet(id INTEGER PRIMARY KEY, name TEXT) STRICT;"),
	STEP("0003_bad.sql", "CREATE TABLE other(id INTEGER PRIMARY KEY); CREATE TABLE other(id INTEGER PRIMARY KEY);"),
	{0},
};
static const struct embedded orphan[] = {
	STEP("0002_orphan.sql", "CREATE TABLE child(id INTEGER PRIMARY KEY, unit_id INTEGER REFERENCES unit DEFERRABLE INITIALLY DEFERRED) STRICT;"
		"INSERT INTO child(unit_id) VALUES(4711);"),
	{0},
};

static int64_t ask(const char *path, const char *sql)
{
	sqlite3 *db;
	sqlite3_stmt *st;
	int64_t v = -1;
	assert_int_equal(sqlite3_open(path, &db), SQLITE_OK);
	if (sqlite3_prepare_v2(db, sql, -1, &st, NULL) == SQLITE_OK && sqlite3_step(st) == SQLITE_ROW)
		v = sqlite3_column_int64(st, 0);
	sqlite3_finalize(st);
	sqlite3_close(db);
	return v;
}

TEST(an_older_file_is_brought_up_and_a_checked_copy_stays_beside_it)
{
	const char *path = t_office_file("m.db");
	struct store *s;
	struct err e = {0};
	assert_done(store_open_steps(path, 0, good, &s, &e));
	store_close(s);
	assert_int_equal(ask(path, "PRAGMA user_version"), 3);
	assert_int_equal(ask(path, "SELECT count(*) FROM n"), 20000);
	assert_int_equal(ask(path, "SELECT count(*) FROM schema_migration WHERE length(sha256)=64"), 3);
	assert_int_equal(ask(path, "SELECT count(*) FROM sqlite_schema WHERE name='pet_no_delete'"), 1);
	assert_int_equal(ask(t_path("m.db.before-3-1"), "PRAGMA user_version"), 1);
	assert_false(store_open(path, 0, &s, &e)); /* the program that knows only step 1 */
	assert_non_null(strstr(e.text, "升级程序"));
}

TEST(a_step_that_fails_leaves_the_one_before_it_and_its_file_as_they_were)
{
	const char *path = t_office_file("m.db");
	struct store *s;
	struct err e = {0};
	assert_false(store_open_steps(path, 0, bad, &s, &e));
	assert_int_equal(e.code, ERR_SYSTEM);
	assert_int_equal(ask(path, "PRAGMA user_version"), 2);
	assert_int_equal(ask(path, "SELECT count(*) FROM sqlite_schema WHERE name='other'"), 0);
	err_clear(&e);
	path = t_office_file("o.db");
	assert_false(store_open_steps(path, 0, orphan, &s, &e));
	assert_int_equal(e.code, ERR_SYSTEM);
	assert_int_equal(ask(path, "PRAGMA user_version"), 1);
}

TEST(an_old_file_opened_for_reading_only_is_not_touched)
{
	const char *path = t_office_file("m.db");
	struct store *s;
	struct err e = {0};
	assert_false(store_open_steps(path, STORE_READ_ONLY, good, &s, &e));
	assert_int_equal(ask(path, "PRAGMA user_version"), 1);
}

TEST(a_migration_killed_at_any_moment_is_old_or_new_and_finishes_later)
{
	int kills = getenv("GWGK_SOAK") ? 300 : 12, seen_old = 0;
	for (int i = 0; i < kills; i++) {
		const char *path = t_office_file("k.db");
		struct store *s;
		struct err e = {0};
		struct timespec wait = {0, (long)(1 + i * 40 / kills) * 1000000};
		int status;
		pid_t pid = fork();
		if (!pid)
			_exit(store_open_steps(path, 0, good, &s, &e) ? 0 : 1);
		nanosleep(&wait, NULL);
		kill(pid, SIGKILL);
		assert_int_equal(waitpid(pid, &status, 0), pid);
		assert_true(WIFSIGNALED(status) || WEXITSTATUS(status) == 0);
		int64_t version = ask(path, "PRAGMA user_version");
		assert_in_range(version, 1, 3);
		assert_int_equal(ask(path, "SELECT count(*) FROM sqlite_schema WHERE name='pet'"), version > 1);
		seen_old += version < 3;
		assert_done(store_open_steps(path, 0, good, &s, &e));
		store_close(s);
		assert_int_equal(ask(path, "SELECT count(*) FROM n"), 20000);
		store_remove(path);
		unlink(t_path("k.db.before-3-1"));
		unlink(t_path("k.db.before-3-2"));
		arena_reset(t_arena);
	}
	assert_true(seen_old > 0);
}
