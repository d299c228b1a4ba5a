#include "store/db.h"

#include <errno.h>
#include <string.h>
#include <sys/statvfs.h>

static int step_reset(sqlite3_stmt *st)
{
	int rc = sqlite3_step(st);
	sqlite3_reset(st);
	return rc == SQLITE_DONE || rc == SQLITE_ROW ? SQLITE_OK : rc;
}

/* A full disk is refused before anything is typed into it; nobody loses half a transaction to it either way. */
static bool check_space(const struct store *s, struct err *e)
{
	struct statvfs v;
	if (statvfs(s->path, &v) != 0)
		return true;
	if ((int64_t)v.f_bavail * (int64_t)v.f_frsize >= s->min_free)
		return true;
	return err_set(e, ERR_SYSTEM, _("磁盘剩余空间不足 %d MB，请先清理再办理"), (int)(s->min_free >> 20));
}

static bool check_schema(struct store *s, struct err *e)
{
	int rc = sqlite3_step(s->version);
	int found = rc == SQLITE_ROW ? sqlite3_column_int(s->version, 0) : 0;
	sqlite3_reset(s->version);
	if (rc != SQLITE_ROW)
		return db_error(s, rc, e);
	if (found != s->schema)
		return err_set(e, ERR_SYSTEM, _("办公文件已被新版本的程序升级，请重新登录"));
	return true;
}

bool store_begin(struct store *s, struct err *e)
{
	BUG_ON(s->in_write);
	if (s->flags & STORE_READ_ONLY || sqlite3_db_readonly(s->db, "main") == 1)
		return err_set(e, ERR_SYSTEM, _("办公文件 %s 是只读的，不能办理"), s->path);
	if (!check_space(s, e))
		return false;
	int rc = turnstile_enter(&s->gate, s->busy_ms);
	if (rc == ETIMEDOUT)
		return err_set(e, ERR_BUSY, _("数据库正忙，请稍后再试"));
	if (rc)
		return err_set(e, ERR_SYSTEM, _("锁文件出错：%s"), strerror(rc));
	rc = tape_load(&s->tape, s->db);
	if (rc == SQLITE_OK)
		rc = step_reset(s->begin);
	if (rc != SQLITE_OK) {
		db_error(s, rc, e);
		turnstile_leave(&s->gate);
		return false;
	}
	s->in_write = true;
	if (!check_schema(s, e)) {
		store_rollback(s);
		return false;
	}
	tape_start(&s->tape, s->db);
	return true;
}

static int checkpoint(struct store *s, int mode)
{
	int rc = sqlite3_wal_checkpoint_v2(s->db, NULL, mode, NULL, NULL);
	if (rc == SQLITE_OK)
		s->wal_pages = 0;
	return rc;
}

bool store_checkpoint(struct store *s, struct err *e)
{
	BUG_ON(s->in_write);
	int rc = turnstile_enter(&s->gate, s->busy_ms);
	if (rc)
		return err_set(e, ERR_BUSY, _("数据库正忙，请稍后再试"));
	rc = checkpoint(s, SQLITE_CHECKPOINT_TRUNCATE); /* a reader at work makes it BUSY: then it does what it can */
	turnstile_leave(&s->gate);
	return rc == SQLITE_OK || (rc & 0xff) == SQLITE_BUSY || db_error(s, rc, e);
}

bool store_commit(struct store *s, struct err *e)
{
	BUG_ON(!s->in_write);
	int rc = s->tape.rc;
	if (rc == SQLITE_OK)
		rc = step_reset(s->commit);
	if (rc != SQLITE_OK) {
		db_error(s, rc, e);
		store_rollback(s);
		return false;
	}
	tape_stop(&s->tape);
	s->in_write = false;
	if (s->wal_pages > WAL_PAGES)
		checkpoint(s, SQLITE_CHECKPOINT_PASSIVE); /* best effort: a failure leaves the log longer, nothing else */
	turnstile_leave(&s->gate);
	return true;
}

void store_rollback(struct store *s)
{
	if (!s->in_write)
		return;
	if (!sqlite3_get_autocommit(s->db))
		step_reset(s->rollback);
	tape_stop(&s->tape);
	s->in_write = false;
	turnstile_leave(&s->gate);
}

bool store_in_write(const struct store *s)
{
	return s->in_write;
}

void store_limits(struct store *s, int busy_ms, int64_t min_free)
{
	s->busy_ms = busy_ms;
	s->min_free = min_free;
	sqlite3_busy_timeout(s->db, busy_ms);
}

void store_unsynced(struct store *s, bool unsynced)
{
	int64_t ignored;
	s->migrating = true; /* a PRAGMA */
	db_pragma(s->db, unsynced ? "PRAGMA synchronous=NORMAL" : "PRAGMA synchronous=FULL", &ignored);
	s->migrating = false;
}
