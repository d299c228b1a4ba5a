#include "store/db.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* The whole file in one step: a backup in small steps starts over at every commit of another process and may never end. */
static int copy_all(sqlite3 *to, sqlite3 *from)
{
	sqlite3_backup *b = sqlite3_backup_init(to, "main", from, "main");
	if (!b)
		return sqlite3_extended_errcode(to);
	int rc = sqlite3_backup_step(b, -1);
	int end = sqlite3_backup_finish(b);
	return rc == SQLITE_DONE ? end : rc;
}

/* A new file, mode 0600, as a connection of its own. */
static bool open_new(const char *path, sqlite3 **db, struct err *e)
{
	char resolved[PATH_MAX];
	int fd = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0600);
	if (fd < 0 && errno == EEXIST)
		return err_set(e, ERR_RULE, _("%s 已经存在，不会覆盖"), path);
	if (fd < 0 || !realpath(path, resolved)) {
		err_set(e, ERR_SYSTEM, _("不能建立 %s：%s"), path, strerror(errno));
		if (fd >= 0)
			close(fd);
		return false;
	}
	close(fd);
	int rc = sqlite3_open_v2(resolved, db, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOFOLLOW, NULL);
	if (rc == SQLITE_OK)
		return true;
	sqlite3_close(*db);
	return db_error(NULL, rc, e);
}

bool store_backup(struct store *s, const char *to, struct err *e)
{
	sqlite3 *db;
	int64_t ignored;
	if (!open_new(to, &db, e))
		return false;
	int rc = copy_all(db, s->db);
	if (rc == SQLITE_OK) /* a copy needs no companions beside it: it must open read-only too */
		rc = db_pragma(db, "PRAGMA journal_mode=DELETE", &ignored);
	int end = sqlite3_close(db);
	if (rc == SQLITE_OK)
		rc = end;
	if (rc == SQLITE_OK)
		return true;
	store_remove(to);
	return db_error(s, rc, e);
}

/* Leaving WAL is the one operation that reports whether all of the log got into the file; a close does not. */
bool store_settle(struct store *s, struct err *e)
{
	BUG_ON(s->in_write);
	sqlite3_stmt *st;
	bool alone = false;
	s->migrating = true;
	int rc = sqlite3_prepare_v2(s->db, "PRAGMA journal_mode=DELETE", -1, &st, NULL);
	s->migrating = false;
	if (rc == SQLITE_OK && (rc = sqlite3_step(st)) == SQLITE_ROW) {
		const char *mode = (const char *)sqlite3_column_text(st, 0);
		alone = mode && !strcmp(mode, "delete");
		rc = SQLITE_OK;
	}
	int end = sqlite3_finalize(st);
	if (rc == SQLITE_OK)
		rc = end;
	if (rc != SQLITE_OK || !alone)
		return db_error(s, rc == SQLITE_OK ? SQLITE_BUSY : rc, e);
	return true;
}

bool store_replace(struct store *s, struct store *with, struct err *e)
{
	BUG_ON(s->in_write);
	int rc = turnstile_enter(&s->gate, s->busy_ms);
	if (rc)
		return err_set(e, ERR_BUSY, _("数据库正忙，请稍后再试"));
	rc = copy_all(s->db, with->db);
	turnstile_leave(&s->gate);
	return rc == SQLITE_OK || db_error(s, rc, e);
}

/* Collects the first column of a check's rows, up to max lines; the text of more is dropped but counted. */
static bool collect(struct store *s, const char *sql, const char *fine, struct arena *a, struct store_findings *out, struct err *e)
{
	sqlite3_stmt *st;
	int rc = sqlite3_prepare_v2(s->db, sql, -1, &st, NULL);
	while (rc == SQLITE_OK && (rc = sqlite3_step(st)) == SQLITE_ROW) {
		const char *line = (const char *)sqlite3_column_text(st, 0);
		if (line && (!fine || strcmp(line, fine) != 0)) {
			if (out->n < STORE_FINDINGS)
				out->lines[out->n] = arena_strdup(a, line);
			out->n++;
		}
		rc = SQLITE_OK;
	}
	sqlite3_finalize(st);
	if (rc == SQLITE_DONE)
		return true;
	if ((rc & 0xff) != SQLITE_CORRUPT)
		return db_error(s, rc, e);
	if (out->n < STORE_FINDINGS)
		out->lines[out->n] = arena_strdup(a, sqlite3_errstr(rc));
	out->n++;
	return true;
}

bool store_check(struct store *s, struct arena *a, struct store_findings *out, struct err *e)
{
	*out = (struct store_findings){0};
	return collect(s, "PRAGMA integrity_check(20)", "ok", a, out, e) &&
		collect(s, "SELECT 'foreign key: '||\"table\"||' '||coalesce(rowid,'')||' -> '||parent FROM pragma_foreign_key_check", NULL, a, out, e);
}

/* The WAL-reset bug: 3.7.0 to 3.51.2 without the corrections in 3.44.6 and 3.50.7. */
bool store_library_affected(int version)
{
	return version >= 3007000 && version < 3051003 && !(version >= 3044006 && version < 3045000) &&
		!(version >= 3050007 && version < 3051000);
}

const char *store_library(bool *affected)
{
	*affected = store_library_affected(sqlite3_libversion_number());
	return sqlite3_libversion();
}
