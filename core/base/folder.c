#include "base/folder.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"

/* Is anything there, a dangling link included? */
static bool taken(const char *path)
{
	struct stat st;
	return lstat(path, &st) == 0;
}

/* Gives the made thing its name, unless somebody has taken it meanwhile. */
static int rename_new(const char *from, const char *to)
{
	if (!renameat2(AT_FDCWD, from, AT_FDCWD, to, RENAME_NOREPLACE))
		return 0;
	if (errno != EINVAL && errno != ENOSYS)
		return errno;
	if (taken(to)) /* a file system without it */
		return EEXIST;
	return rename(from, to) ? errno : 0;
}

bool folder_begin(const char *path, struct arena *a, struct folder *out, struct err *e)
{
	size_t n = strlen(path);
	while (n > 1 && path[n - 1] == '/')
		n--;
	*out = (struct folder){.path = arena_strndup(a, path, n), .arena = a};
	if (taken(out->path))
		return file_error(e, out->path, EEXIST);
	char *tmp = arena_printf(a, "%s.XXXXXX", out->path);
	if (!mkdtemp(tmp)) /* 0700 */
		return file_error(e, out->path, errno);
	out->tmp = tmp;
	return true;
}

/* A new file in the folder, written down for folder_discard(). */
static int create(struct folder *f, const char *name, const char **path)
{
	BUG_ON(strchr(name, '/') != NULL);
	*path = arena_printf(f->arena, "%s/%s", f->tmp, name);
	int fd = open(*path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
	if (fd >= 0) {
		f->files = arena_grow(f->arena, f->files, f->n, &f->cap, sizeof *f->files);
		f->files[f->n++] = *path;
	}
	return fd;
}

static bool close_synced(int fd, bool written)
{
	int reason = written && !fsync(fd) ? 0 : errno;
	if (close(fd) && !reason)
		reason = errno;
	errno = reason;
	return reason == 0;
}

bool folder_write(struct folder *f, const char *name, const void *bytes, size_t n, struct err *e)
{
	const char *path;
	int fd = create(f, name, &path);
	if (fd < 0)
		return file_error(e, path, errno);
	return close_synced(fd, file_write_all(fd, bytes, n)) || file_error(e, path, errno);
}

/* Reads `from` to its end; each piece is hashed and, with fd ≥ 0, written. */
static bool pump(int in, int fd, unsigned char hash[HASH_LEN], int64_t *size, bool *reading)
{
	struct hash h;
	char chunk[1 << 16];
	hash_start(&h);
	*size = 0;
	for (;;) {
		ssize_t got = read(in, chunk, sizeof chunk);
		if (got < 0 && errno == EINTR)
			continue;
		*reading = got < 0;
		if (got < 0)
			return false;
		if (got == 0)
			break;
		hash_add(&h, chunk, (size_t)got);
		*size += got;
		if (fd >= 0 && !file_write_all(fd, chunk, (size_t)got))
			return false;
	}
	hash_end(&h, hash);
	return true;
}

static int open_regular(const char *path, struct err *e)
{
	struct stat st;
	int fd = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK);
	int reason = fd < 0 ? errno : fstat(fd, &st) ? errno : S_ISDIR(st.st_mode) ? EISDIR : S_ISREG(st.st_mode) ? 0 : EINVAL;
	if (!reason)
		return fd;
	if (fd >= 0)
		close(fd);
	file_error(e, path, reason);
	return -1;
}

bool folder_copy(struct folder *f, const char *name, const char *from, unsigned char hash[HASH_LEN], int64_t *size, struct err *e)
{
	const char *path;
	bool reading = false;
	int in = open_regular(from, e);
	if (in < 0)
		return false;
	int fd = create(f, name, &path);
	if (fd < 0) {
		int reason = errno;
		close(in);
		return file_error(e, path, reason);
	}
	bool copied = pump(in, fd, hash, size, &reading);
	int reason = errno;
	close(in);
	errno = reason;
	return close_synced(fd, copied) || file_error(e, reading ? from : path, errno);
}

bool file_hash(const char *path, unsigned char hash[HASH_LEN], int64_t *size, struct err *e)
{
	bool reading = false;
	int in = open_regular(path, e);
	if (in < 0)
		return false;
	bool read_all = pump(in, -1, hash, size, &reading);
	int reason = errno;
	close(in);
	return read_all || file_error(e, path, reason);
}

bool folder_publish(struct folder *f, struct err *e)
{
	if (!file_sync_folder(f->tmp))
		return file_error(e, f->path, errno);
	int reason = rename_new(f->tmp, f->path);
	if (reason)
		return file_error(e, f->path, reason);
	f->tmp = NULL;
	return file_sync_parent(f->path) || file_error(e, f->path, errno);
}

void folder_discard(struct folder *f)
{
	if (!f->tmp)
		return;
	for (size_t i = 0; i < f->n; i++)
		unlink(f->files[i]);
	rmdir(f->tmp);
	f->tmp = NULL;
}

bool file_stage(const char *path, const void *bytes, size_t n, struct arena *a, const char **tmp, struct err *e)
{
	char *name = arena_printf(a, "%s.XXXXXX", path);
	*tmp = NULL;
	if (taken(path))
		return file_error(e, path, EEXIST);
	int fd = mkostemp(name, O_CLOEXEC); /* 0600 */
	if (fd < 0)
		return file_error(e, path, errno);
	if (!close_synced(fd, file_write_all(fd, bytes, n))) {
		int reason = errno;
		unlink(name);
		return file_error(e, path, reason);
	}
	*tmp = name;
	return true;
}

bool file_publish(const char *tmp, const char *path, struct err *e)
{
	int reason = rename_new(tmp, path);
	if (reason)
		return file_error(e, path, reason);
	return file_sync_parent(path) || file_error(e, path, errno);
}

void file_discard(const char *tmp)
{
	if (tmp)
		unlink(tmp);
}
