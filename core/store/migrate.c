#include "store/db.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

/* Steps are named NNNN_what.sql and run in the order of their numbers; the number becomes user_version. */
static int step_number(const struct embedded *f)
{
	return (int)strtol(f->name, NULL, 10);
}

int migrate_newest(const struct store *s)
{
	int newest = 0;
	for (const struct embedded *f = s->steps; f->name; f++)
		if (step_number(f) > newest)
			newest = step_number(f);
	return newest;
}

static int run_sql(sqlite3 *db, const char *sql)
{
	return sqlite3_exec(db, sql, NULL, NULL, NULL);
}

/* Every table of records refuses DELETE, whoever wrote its CREATE TABLE. */
static int guard_tables(struct store *s)
{
	tape_free(&s->tape);
	int rc = tape_load(&s->tape, s->db);
	for (size_t i = 0; rc == SQLITE_OK && i < s->tape.ntables; i++) {
		const char *t = s->tape.tables[i].name;
		char *sql = sqlite3_mprintf("CREATE TRIGGER IF NOT EXISTS \"%w_no_delete\" BEFORE DELETE ON \"%w\" "
			"BEGIN SELECT RAISE(ABORT,'no_delete'); END", t, t);
		rc = sql ? run_sql(s->db, sql) : SQLITE_NOMEM;
		sqlite3_free(sql);
	}
	return rc;
}

static int record_step(sqlite3 *db, const struct embedded *f)
{
	unsigned char digest[HASH_LEN];
	char hex[HASH_HEX], version[64];
	sqlite3_stmt *st;
	hash_bytes(f->text, f->len, digest);
	int rc = sqlite3_prepare_v2(db, "INSERT INTO schema_migration(version,name,sha256,applied_at) "
		"VALUES(?1,?2,?3,strftime('%Y-%m-%dT%H:%M:%SZ','now'))", -1, &st, NULL);
	if (rc != SQLITE_OK)
		return rc;
	sqlite3_bind_int(st, 1, step_number(f));
	sqlite3_bind_text(st, 2, f->name, -1, SQLITE_STATIC);
	sqlite3_bind_text(st, 3, hash_hex(digest, hex), -1, SQLITE_STATIC);
	sqlite3_step(st);
	rc = sqlite3_finalize(st);
	if (rc != SQLITE_OK)
		return rc;
	snprintf(version, sizeof version, "PRAGMA user_version=%d", step_number(f));
	return run_sql(db, version);
}

static int orphans(sqlite3 *db)
{
	int64_t any = 0;
	int rc = db_pragma(db, "SELECT count(*) FROM pragma_foreign_key_check", &any);
	return rc == SQLITE_OK && any ? SQLITE_CONSTRAINT_FOREIGNKEY : rc;
}

/* One step, whole or not at all. Another process may have run it meanwhile: then there is nothing to do. */
static int run_step(struct store *s, const struct embedded *f)
{
	int64_t version = 0;
	int rc = run_sql(s->db, "BEGIN IMMEDIATE");
	if (rc == SQLITE_OK)
		rc = db_pragma(s->db, "PRAGMA user_version", &version);
	if (rc == SQLITE_OK && version < step_number(f)) {
		rc = run_sql(s->db, f->text);
		if (rc == SQLITE_OK)
			rc = guard_tables(s);
		if (rc == SQLITE_OK)
			rc = orphans(s->db);
		if (rc == SQLITE_OK)
			rc = record_step(s->db, f);
	}
	if (rc == SQLITE_OK)
		rc = run_sql(s->db, "COMMIT");
	if (rc != SQLITE_OK && !sqlite3_get_autocommit(s->db))
		run_sql(s->db, "ROLLBACK");
	return rc;
}

/* Before the first step of an old file: a copy beside it, opened and checked. */
static bool backup_first(struct store *s, int from, struct err *e)
{
	struct store copy = {.path = s->path};
	struct arena a = {0};
	struct store_findings found;
	const char *name = arena_printf(&a, "%s.before-%d-%lld", s->path, migrate_newest(s), (long long)from);
	store_remove(name); /* of an upgrade that was interrupted */
	bool ok = store_backup(s, name, e);
	if (ok) {
		int rc = sqlite3_open_v2(name, &copy.db, SQLITE_OPEN_READONLY | SQLITE_OPEN_NOFOLLOW, NULL);
		ok = rc == SQLITE_OK ? store_check(&copy, &a, &found, e) : db_error(&copy, rc, e);
		sqlite3_close(copy.db);
	}
	if (ok && found.n)
		ok = err_set(e, ERR_SYSTEM, _("升级前的备份没有通过检查：%s"), found.lines[0]);
	arena_free(&a);
	return ok;
}

int migrate_steps(struct store *s, int from)
{
	int rc = SQLITE_OK;
	for (const struct embedded *f = s->steps; f->name && rc == SQLITE_OK; f++)
		if (step_number(f) > from)
			rc = run_step(s, f);
	return rc;
}

bool migrate_run(struct store *s, int from, struct err *e)
{
	if (from > 0 && !backup_first(s, from, e))
		return false;
	int rc = turnstile_enter(&s->gate, s->busy_ms);
	if (rc)
		return err_set(e, ERR_BUSY, _("数据库正忙，请稍后再试"));
	s->migrating = true;
	rc = migrate_steps(s, from);
	s->migrating = false;
	turnstile_leave(&s->gate);
	return rc == SQLITE_OK || db_error(s, rc, e);
}
