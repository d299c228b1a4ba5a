#include "tests/store/shim.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct shim shim;
struct shim_memory shim_memory;

struct shim_file {
	sqlite3_file base;
	int file;           /* -1: not one of ours */
	sqlite3_file *real;
};

static sqlite3_vfs *real_vfs;
static sqlite3_vfs vfs;

static sqlite3_file *real(sqlite3_file *f)
{
	return ((struct shim_file *)f)->real;
}

/* One more operation: SQLITE_OK or the code it fails with. */
static int tick(int natural)
{
	shim.ops++;
	if (shim.kill_at && shim.ops == shim.kill_at)
		raise(SIGKILL);
	if (!shim.fail_at || shim.ops < shim.fail_at || (shim.ops > shim.fail_at && !shim.sticky))
		return SQLITE_OK;
	shim.hit = true;
	return shim.rc ? shim.rc : natural;
}

static void note(enum shim_op op, int file, int64_t at, int64_t n, const void *data)
{
	if (!shim.log || (file < 0 && op != SHIM_MARK))
		return;
	if (shim.n == shim.cap) {
		shim.cap = shim.cap ? shim.cap * 2 : 256;
		shim.entries = realloc(shim.entries, shim.cap * sizeof *shim.entries);
	}
	struct shim_entry *e = &shim.entries[shim.n++];
	*e = (struct shim_entry){.op = op, .file = file, .at = at, .n = n};
	if (data) {
		e->data = malloc((size_t)n);
		memcpy(e->data, data, (size_t)n);
	}
}

void shim_mark(int64_t value)
{
	note(SHIM_MARK, -1, 0, value, NULL);
}

void shim_forget(void)
{
	for (size_t i = 0; i < shim.n; i++)
		free(shim.entries[i].data);
	free(shim.entries);
	shim = (struct shim){0};
}

static int file_index(const char *name)
{
	for (int i = 0; i < SHIM_FILES; i++) {
		if (!strcmp(shim.names[i], name))
			return i;
		if (!shim.names[i][0]) {
			snprintf(shim.names[i], sizeof shim.names[i], "%s", name);
			return i;
		}
	}
	return -1;
}

static int x_close(sqlite3_file *f)
{
	int rc = real(f)->pMethods->xClose(real(f));
	free(real(f));
	return rc;
}

static int x_read(sqlite3_file *f, void *buf, int n, sqlite3_int64 at)
{
	int rc = tick(SQLITE_IOERR_READ);
	return rc ? rc : real(f)->pMethods->xRead(real(f), buf, n, at);
}

static int x_write(sqlite3_file *f, const void *buf, int n, sqlite3_int64 at)
{
	int rc = tick(SQLITE_IOERR_WRITE);
	if (rc)
		return rc;
	note(SHIM_WRITE, ((struct shim_file *)f)->file, at, n, buf);
	return real(f)->pMethods->xWrite(real(f), buf, n, at);
}

static int x_truncate(sqlite3_file *f, sqlite3_int64 size)
{
	int rc = tick(SQLITE_IOERR_TRUNCATE);
	if (rc)
		return rc;
	note(SHIM_TRUNCATE, ((struct shim_file *)f)->file, size, 0, NULL);
	return real(f)->pMethods->xTruncate(real(f), size);
}

static int x_sync(sqlite3_file *f, int flags)
{
	int rc = tick(SQLITE_IOERR_FSYNC);
	if (rc)
		return rc;
	note(SHIM_SYNC, ((struct shim_file *)f)->file, 0, 0, NULL);
	return shim.lazy ? SQLITE_OK : real(f)->pMethods->xSync(real(f), flags);
}

static int x_size(sqlite3_file *f, sqlite3_int64 *size)
{
	int rc = tick(SQLITE_IOERR_FSTAT);
	return rc ? rc : real(f)->pMethods->xFileSize(real(f), size);
}

static int x_lock(sqlite3_file *f, int level) { return real(f)->pMethods->xLock(real(f), level); }
static int x_unlock(sqlite3_file *f, int level) { return real(f)->pMethods->xUnlock(real(f), level); }
static int x_reserved(sqlite3_file *f, int *out) { return real(f)->pMethods->xCheckReservedLock(real(f), out); }
static int x_control(sqlite3_file *f, int op, void *arg) { return real(f)->pMethods->xFileControl(real(f), op, arg); }
static int x_sector(sqlite3_file *f) { return real(f)->pMethods->xSectorSize(real(f)); }
static int x_device(sqlite3_file *f) { return real(f)->pMethods->xDeviceCharacteristics(real(f)); }
static int x_shm_map(sqlite3_file *f, int page, int size, int extend, void volatile **out)
{
	return real(f)->pMethods->xShmMap(real(f), page, size, extend, out);
}
static int x_shm_lock(sqlite3_file *f, int at, int n, int flags) { return real(f)->pMethods->xShmLock(real(f), at, n, flags); }
static void x_shm_barrier(sqlite3_file *f) { real(f)->pMethods->xShmBarrier(real(f)); }
static int x_shm_unmap(sqlite3_file *f, int del) { return real(f)->pMethods->xShmUnmap(real(f), del); }

static int x_fetch(sqlite3_file *f, sqlite3_int64 at, int n, void **out)
{
	(void)f, (void)at, (void)n;
	*out = NULL;
	return SQLITE_OK;
}

/* A checkpoint calls this with nothing to give back, between two of its looks at the log. */
static int x_unfetch(sqlite3_file *f, sqlite3_int64 at, void *p)
{
	(void)f, (void)at;
	void (*call)(void) = shim.before_backfill;
	if (!p && call) {
		shim.before_backfill = NULL;
		call();
	}
	return SQLITE_OK;
}

static const sqlite3_io_methods methods = {
	.iVersion = 3, .xClose = x_close, .xRead = x_read, .xWrite = x_write, .xTruncate = x_truncate, .xSync = x_sync, .xFileSize = x_size,
	.xLock = x_lock, .xUnlock = x_unlock, .xCheckReservedLock = x_reserved, .xFileControl = x_control, .xSectorSize = x_sector,
	.xDeviceCharacteristics = x_device, .xShmMap = x_shm_map, .xShmLock = x_shm_lock, .xShmBarrier = x_shm_barrier,
	.xShmUnmap = x_shm_unmap, .xFetch = x_fetch, .xUnfetch = x_unfetch,
};

static int x_open(sqlite3_vfs *v, const char *name, sqlite3_file *f, int flags, int *out)
{
	struct shim_file *s = (struct shim_file *)f;
	int there = 1;
	(void)v;
	memset(s, 0, sizeof *s);
	int rc = tick(SQLITE_CANTOPEN);
	if (rc)
		return rc;
	s->file = name ? file_index(name) : -1;
	if (name)
		real_vfs->xAccess(real_vfs, name, SQLITE_ACCESS_EXISTS, &there);
	s->real = calloc(1, (size_t)real_vfs->szOsFile);
	rc = real_vfs->xOpen(real_vfs, name, s->real, flags, out);
	if (rc != SQLITE_OK) {
		free(s->real);
		return rc;
	}
	s->base.pMethods = &methods;
	if (!there)
		note(SHIM_CREATE, s->file, 0, 0, NULL);
	return SQLITE_OK;
}

static int x_delete(sqlite3_vfs *v, const char *name, int sync_folder)
{
	(void)v;
	int rc = tick(SQLITE_IOERR_DELETE);
	if (rc)
		return rc;
	note(SHIM_DELETE, file_index(name), sync_folder, 0, NULL);
	return real_vfs->xDelete(real_vfs, name, sync_folder);
}

static int x_access(sqlite3_vfs *v, const char *name, int flags, int *out)
{
	(void)v;
	int rc = tick(SQLITE_IOERR_ACCESS);
	return rc ? rc : real_vfs->xAccess(real_vfs, name, flags, out);
}

static int x_full_path(sqlite3_vfs *v, const char *name, int n, char *out)
{
	(void)v;
	return real_vfs->xFullPathname(real_vfs, name, n, out);
}

void shim_on(void)
{
	if (!real_vfs) {
		real_vfs = sqlite3_vfs_find(NULL);
		vfs = *real_vfs;
		vfs.zName = "shim";
		vfs.szOsFile = (int)sizeof(struct shim_file);
		vfs.xOpen = x_open;
		vfs.xDelete = x_delete;
		vfs.xAccess = x_access;
		vfs.xFullPathname = x_full_path;
	}
	sqlite3_vfs_register(&vfs, 1);
}

void shim_off(void)
{
	if (real_vfs)
		sqlite3_vfs_register(real_vfs, 1);
	sqlite3_vfs_unregister(&vfs);
}

/* --- memory ---------------------------------------------------------------------------------------------------------------- */

static sqlite3_mem_methods real_memory, memory;

static bool memory_fails(void)
{
	shim_memory.count++;
	if (!shim_memory.fail_at || shim_memory.count < shim_memory.fail_at ||
		(shim_memory.count > shim_memory.fail_at && !shim_memory.sticky))
		return false;
	shim_memory.hit = true;
	return true;
}

static void *m_malloc(int n)
{
	return memory_fails() ? NULL : real_memory.xMalloc(n);
}

static void *m_realloc(void *p, int n)
{
	return memory_fails() ? NULL : real_memory.xRealloc(p, n);
}

__attribute__((constructor)) static void memory_install(void)
{
	sqlite3_config(SQLITE_CONFIG_GETMALLOC, &real_memory);
	memory = real_memory;
	memory.xMalloc = m_malloc;
	memory.xRealloc = m_realloc;
	sqlite3_config(SQLITE_CONFIG_MALLOC, &memory);
}
