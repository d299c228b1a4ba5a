#include "store/db.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { MIN_FREE = 64 << 20, PROGRESS_STEPS = 20000 };

/* After opening, a statement may read and write rows and nothing else: no schema change, no other file, no setting. */
static int authorize(void *ctx, int action, const char *a, const char *b, const char *schema, const char *trigger)
{
	const struct store *s = ctx;
	static const char *const pragmas[] = {"table_xinfo", "table_list", "user_version", "integrity_check", "quick_check",
		"foreign_key_check", "application_id", NULL};
	(void)schema, (void)trigger;
	if (s->migrating)
		return SQLITE_OK;
	switch (action) {
	case SQLITE_SELECT: case SQLITE_READ: case SQLITE_FUNCTION: case SQLITE_RECURSIVE:
	case SQLITE_INSERT: case SQLITE_UPDATE: case SQLITE_DELETE:
		return SQLITE_OK;
	case SQLITE_PRAGMA:
		for (size_t i = 0; pragmas[i]; i++)
			if (!strcmp(pragmas[i], a) && (!b || !strncmp(a, "table_", 6) || strstr(a, "_check")))
				return SQLITE_OK;
		return SQLITE_DENY;
	default:
		return SQLITE_DENY;
	}
}

static int on_wal(void *ctx, sqlite3 *db, const char *name, int pages)
{
	struct store *s = ctx;
	(void)db, (void)name;
	s->wal_pages = pages;
	return SQLITE_OK;
}

int db_pragma(sqlite3 *db, const char *sql, int64_t *out)
{
	sqlite3_stmt *st;
	int rc = sqlite3_prepare_v2(db, sql, -1, &st, NULL);
	if (rc != SQLITE_OK)
		return rc;
	rc = sqlite3_step(st);
	if (rc == SQLITE_ROW) {
		*out = sqlite3_column_int64(st, 0);
		rc = SQLITE_OK;
	} else if (rc == SQLITE_DONE) {
		rc = SQLITE_OK;
	}
	int end = sqlite3_finalize(st);
	return rc == SQLITE_OK ? end : rc;
}

int db_configure(struct store *s)
{
	static const struct { int option, value; } config[] = {
		{SQLITE_DBCONFIG_ENABLE_FKEY, 1},
		{SQLITE_DBCONFIG_DEFENSIVE, 1},
		{SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0},
		{SQLITE_DBCONFIG_DQS_DML, 0},
		{SQLITE_DBCONFIG_DQS_DDL, 0},
		{SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0},
	};
	static const char *const pragmas[] = {"PRAGMA recursive_triggers=ON", "PRAGMA synchronous=FULL", "PRAGMA cell_size_check=ON",
		"PRAGMA wal_autocheckpoint=0", "PRAGMA mmap_size=0", "PRAGMA temp_store=MEMORY"};
	sqlite3_extended_result_codes(s->db, 1);
	sqlite3_busy_timeout(s->db, BUSY_MS);
	for (size_t i = 0; i < sizeof config / sizeof *config; i++) {
		int rc = sqlite3_db_config(s->db, config[i].option, config[i].value, NULL);
		if (rc != SQLITE_OK)
			return rc;
	}
	sqlite3_limit(s->db, SQLITE_LIMIT_LENGTH, ROW_MAX);
	sqlite3_limit(s->db, SQLITE_LIMIT_ATTACHED, 0);
	for (size_t i = 0; i < sizeof pragmas / sizeof *pragmas; i++) {
		int64_t ignored;
		int rc = db_pragma(s->db, pragmas[i], &ignored);
		if (rc != SQLITE_OK)
			return rc;
	}
	sqlite3_wal_hook(s->db, on_wal, s);
	return SQLITE_OK;
}

/* Whose file is it? Reads the header through SQLite: the live file is never opened by other means. */
static bool check_identity(struct store *s, int64_t *version, struct err *e)
{
	int64_t id = 0;
	int rc = db_pragma(s->db, "PRAGMA application_id", &id);
	if (rc == SQLITE_OK)
		rc = db_pragma(s->db, "PRAGMA user_version", version);
	if (rc != SQLITE_OK)
		return db_error(s, rc, e);
	if (id != APPLICATION_ID)
		return err_set(e, ERR_SYSTEM, _("%s 不是关务公开的办公文件（是另一个程序的数据库）"), s->path);
	if (*version > migrate_newest(s))
		return err_set(e, ERR_SYSTEM, _("%s 由更新版本的程序写成（结构第 %d 版，本程序只到第 %d 版），请先升级程序"), s->path,
			(int)*version, migrate_newest(s));
	if (*version < 1)
		return err_set(e, ERR_SYSTEM, _("%s 没有建好（初始化中断），请删除后重新运行 gwgk init"), s->path);
	return true;
}

static bool check_path(const char *path, char resolved[PATH_MAX], struct err *e)
{
	struct stat st;
	if (!realpath(path, resolved) || stat(resolved, &st) != 0) {
		if (errno == ENOENT || errno == ENOTDIR)
			return err_set(e, ERR_MISSING, _("没有办公文件 %s，请先运行 gwgk init"), path);
		return err_set(e, ERR_SYSTEM, _("打不开 %s：%s"), path, strerror(errno));
	}
	if (!S_ISREG(st.st_mode))
		return err_set(e, ERR_SYSTEM, _("%s 不是普通文件"), path);
	if (st.st_size == 0)
		return err_set(e, ERR_SYSTEM, _("%s 是空文件，不是办公文件"), path);
	return store_local(resolved, e);
}

static bool gate_open(struct store *s, struct err *e)
{
	char name[PATH_MAX + 8];
	snprintf(name, sizeof name, "%s-lock", s->path);
	int rc = turnstile_open(&s->gate, name);
	if (rc)
		return err_set(e, ERR_SYSTEM, _("打不开锁文件 %s：%s"), name, strerror(rc));
	/* What root makes beside another's file must be that other's, or it locks the owner out. */
	struct stat st;
	if (geteuid() == 0 && stat(s->path, &st) == 0 && fchown(s->gate.fd, st.st_uid, st.st_gid) != 0)
		return err_set(e, ERR_SYSTEM, _("打不开锁文件 %s：%s"), name, strerror(errno));
	return true;
}

static bool store_connect(struct store *s, struct err *e)
{
	int mode = s->flags & STORE_READ_ONLY ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE;
	int rc = sqlite3_open_v2(s->path, &s->db, mode | SQLITE_OPEN_NOFOLLOW | SQLITE_OPEN_NOMUTEX, NULL);
	if (rc == SQLITE_OK) {
		s->migrating = true; /* the settings are PRAGMAs */
		rc = db_configure(s);
		s->migrating = false;
	}
	if (rc != SQLITE_OK)
		return db_error(s, rc, e);
	return true;
}

static int prepare_own(struct store *s)
{
	const struct { const char *sql; sqlite3_stmt **out; } own[] = {
		{"BEGIN IMMEDIATE", &s->begin},
		{"COMMIT", &s->commit},
		{"ROLLBACK", &s->rollback},
		{"PRAGMA user_version", &s->version},
	};
	int rc = sqlite3_set_authorizer(s->db, authorize, s); /* first: setting it expires what was prepared before */
	s->migrating = true;
	for (size_t i = 0; i < sizeof own / sizeof *own && rc == SQLITE_OK; i++)
		rc = sqlite3_prepare_v3(s->db, own[i].sql, -1, SQLITE_PREPARE_PERSISTENT, own[i].out, NULL);
	s->migrating = false;
	return rc;
}

static struct store *store_new(const char *path, unsigned flags)
{
	struct store *s = calloc(1, sizeof *s);
	char *copy = s ? strdup(path) : NULL;
	if (!copy)
		BUG("out of memory");
	s->path = copy;
	s->flags = flags;
	s->steps = gen_migrate;
	s->gate.fd = -1;
	s->min_free = MIN_FREE;
	s->busy_ms = BUSY_MS;
	return s;
}

/* SQLITE_DONE: the file is in WAL mode now. */
static int set_wal(sqlite3 *db, const char *sql)
{
	sqlite3_stmt *st;
	int rc = sqlite3_prepare_v2(db, sql, -1, &st, NULL);
	if (rc != SQLITE_OK)
		return rc;
	bool wal = false;
	if ((rc = sqlite3_step(st)) == SQLITE_ROW) {
		const char *mode = (const char *)sqlite3_column_text(st, 0);
		wal = mode && !strcmp(mode, "wal");
		rc = SQLITE_OK;
	}
	int end = sqlite3_finalize(st);
	return wal ? SQLITE_DONE : rc == SQLITE_OK ? end : rc;
}

/* A file that was settled (new, restored) is in rollback mode. To leave it the file must be ours alone for a moment, and SQLite does not
 * wait for that by itself. */
static bool enter_wal(struct store *s, struct err *e)
{
	int rc = set_wal(s->db, "PRAGMA journal_mode");
	for (int waited = 0; rc != SQLITE_DONE && waited <= s->busy_ms; waited += 5) {
		if (rc != SQLITE_OK && (rc & 0xff) != SQLITE_BUSY)
			return db_error(s, rc, e);
		if (turnstile_enter(&s->gate, s->busy_ms) != 0)
			break;
		rc = set_wal(s->db, "PRAGMA journal_mode=WAL");
		turnstile_leave(&s->gate);
		if (rc != SQLITE_DONE)
			sqlite3_sleep(5);
	}
	return rc == SQLITE_DONE || db_error(s, rc == SQLITE_OK ? SQLITE_BUSY : rc, e);
}

/* Opens what is there; `fresh`: a file just made, still without a schema. */
static bool store_start(struct store *s, bool fresh, struct err *e)
{
	int64_t version = 0;
	if (!store_connect(s, e))
		return false;
	if (!fresh && !check_identity(s, &version, e))
		return false;
	if (!(s->flags & STORE_READ_ONLY)) {
		if (!gate_open(s, e))
			return false;
		if (!enter_wal(s, e))
			return false;
		if (version < migrate_newest(s) && !migrate_run(s, (int)version, e))
			return false;
		version = migrate_newest(s);
	} else if (version < migrate_newest(s)) {
		return err_set(e, ERR_SYSTEM, _("%s 由旧版本的程序写成，请先用本程序打开一次以升级"), s->path);
	}
	s->schema = (int)version;
	int rc = prepare_own(s);
	return rc == SQLITE_OK || db_error(s, rc, e);
}

bool store_open(const char *path, unsigned flags, struct store **out, struct err *e)
{
	return store_open_steps(path, flags, gen_migrate, out, e);
}

bool store_open_steps(const char *path, unsigned flags, const struct embedded *steps, struct store **out, struct err *e)
{
	char resolved[PATH_MAX];
	*out = NULL;
	if (!check_path(path, resolved, e))
		return false;
	struct store *s = store_new(resolved, flags);
	s->steps = steps;
	if (!store_start(s, false, e)) {
		store_close(s);
		return false;
	}
	*out = s;
	return true;
}

bool store_create(const char *path, struct store **out, struct err *e)
{
	char resolved[PATH_MAX];
	*out = NULL;
	int fd = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0600);
	if (fd < 0 && errno == EEXIST)
		return err_set(e, ERR_RULE, _("%s 已经存在，不会覆盖"), path);
	if (fd < 0)
		return err_set(e, ERR_SYSTEM, _("不能建立 %s：%s"), path, strerror(errno));
	close(fd); /* before SQLite has it open, so no lock of ours is dropped */
	if (!realpath(path, resolved))
		return err_set(e, ERR_SYSTEM, _("不能建立 %s：%s"), path, strerror(errno));
	struct store *s = store_new(resolved, 0);
	if (!store_start(s, true, e)) {
		store_close(s);
		store_remove(resolved);
		return false;
	}
	*out = s;
	return true;
}

void store_remove(const char *path)
{
	unlink(path);
	store_remove_companions(path);
}

void store_remove_companions(const char *path)
{
	static const char *const ends[] = {"-wal", "-shm", "-journal", "-lock"};
	char name[PATH_MAX + 16];
	for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) {
		snprintf(name, sizeof name, "%s%s", path, ends[i]);
		unlink(name);
	}
}

/* A write is never interrupted: the clerk was told it is being done. */
static int on_progress(void *ctx)
{
	const struct store *s = ctx;
	return !s->gate.held && s->stop(s->stop_ctx);
}

void store_stop_when(struct store *s, bool (*stop)(void *ctx), void *ctx)
{
	s->stop = stop;
	s->stop_ctx = ctx;
	sqlite3_progress_handler(s->db, stop ? PROGRESS_STEPS : 0, stop ? on_progress : NULL, s);
}

const char *store_path(const struct store *s)
{
	return s->path;
}

static void queries_free(struct store *s)
{
	while (s->queries) {
		struct q *next = s->queries->next;
		if (s->queries->busy)
			BUG("query %s was never ended", s->queries->query->name);
		sqlite3_finalize(s->queries->stmt);
		q_maps_free(s->queries);
		free(s->queries);
		s->queries = next;
	}
}

void store_close(struct store *s)
{
	if (!s)
		return;
	store_rollback(s);
	queries_free(s);
	tape_free(&s->tape);
	sqlite3_finalize(s->begin);
	sqlite3_finalize(s->commit);
	sqlite3_finalize(s->rollback);
	sqlite3_finalize(s->version);
	/* The last connection to leave checkpoints. That too belongs inside the turnstile; where it is taken, it is left to the next. */
	if (s->db && !(s->flags & STORE_READ_ONLY) && turnstile_enter(&s->gate, 0) != 0)
		sqlite3_db_config(s->db, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, NULL);
	if (sqlite3_close(s->db) != SQLITE_OK)
		BUG("a statement is still open: %s", sqlite3_errmsg(s->db));
	turnstile_close(&s->gate);
	free(s->path);
	free(s);
}
