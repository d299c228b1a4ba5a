#include "base/file.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include "base/str.h"
#include "base/text.h"

bool file_error(struct err *e, const char *path, int reason)
{
	struct arena a = {0};
	const char *name = text_clean(&a, path, false);
	if (reason == ENOENT || reason == ENOTDIR)
		err_set(e, ERR_MISSING, _("没有这个文件：%s"), name);
	else if (reason == EACCES || reason == EPERM)
		err_set(e, ERR_SYSTEM, _("没有权限读写文件：%s"), name);
	else if (reason == EISDIR)
		err_set(e, ERR_SYSTEM, _("这是文件夹，不是文件：%s"), name);
	else if (reason == EEXIST || reason == ENOTEMPTY)
		err_set(e, ERR_RULE, _("已经有了，不覆盖，换一个名字：%s"), name);
	else if (reason == EFBIG)
		err_set(e, ERR_SYSTEM, _("超过系统允许的文件大小，文件没有写成：%s"), name);
	else if (reason == ENOSPC || reason == EDQUOT)
		err_set(e, ERR_SYSTEM, _("磁盘已满，文件没有写成：%s"), name);
	else
		err_set(e, ERR_SYSTEM, _("文件读写出错（%s）：%s"), strerror(reason), name);
	arena_free(&a);
	return false;
}

bool file_read(const char *path, size_t limit, struct arena *a, char **out, size_t *len, struct err *e)
{
	int fd = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY);
	if (fd < 0)
		return file_error(e, path, errno);
	struct str b = str_new(a);
	char chunk[16384];
	ssize_t got;
	while (((got = read(fd, chunk, sizeof chunk)) > 0 || (got < 0 && errno == EINTR)) && b.len <= limit)
		if (got > 0)
			str_addn(&b, chunk, (size_t)got);
	int reason = errno;
	close(fd);
	if (got < 0)
		return file_error(e, path, reason);
	if (b.len > limit)
		return err_set(e, ERR_SYSTEM, _("文件太大，最多 %zu 字节：%s"), limit, text_clean(a, path, false));
	*out = b.s;
	*len = b.len;
	return true;
}

bool file_write_all(int fd, const void *data, size_t n)
{
	const char *p = data;
	while (n) {
		ssize_t k = write(fd, p, n);
		if (k < 0 && errno == EINTR)
			continue;
		if (k <= 0)
			return false;
		p += k;
		n -= (size_t)k;
	}
	return true;
}

bool file_sync_folder(const char *path)
{
	int fd = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	if (fd < 0)
		return false;
	bool done = !fsync(fd) || errno == EINVAL; /* some file systems cannot */
	int reason = errno;
	close(fd);
	errno = reason;
	return done;
}

bool file_sync_parent(const char *path)
{
	const char *slash = strrchr(path, '/');
	struct arena a = {0};
	bool done = file_sync_folder(!slash ? "." : slash == path ? "/" : arena_strndup(&a, path, (size_t)(slash - path)));
	arena_free(&a);
	return done;
}

/* A device or a pipe takes the bytes; it must not become a file of that name. */
static int write_through(const char *path, const void *data, size_t len)
{
	int fd = open(path, O_WRONLY | O_CLOEXEC | O_NOCTTY), reason = 0;
	if (fd < 0)
		return errno;
	if (!file_write_all(fd, data, len))
		reason = errno;
	if (close(fd) && !reason)
		reason = errno;
	return reason;
}

/* Beside it, synced, renamed; 0 or errno. */
static int replace(struct arena *a, const char *path, const void *data, size_t len)
{
	char *tmp = arena_printf(a, "%s.XXXXXX", path);
	int fd = mkostemp(tmp, O_CLOEXEC), reason = 0; /* mode 0600 */
	if (fd < 0)
		return errno;
	if (!file_write_all(fd, data, len) || fsync(fd))
		reason = errno;
	if (close(fd) && !reason)
		reason = errno;
	if (!reason && rename(tmp, path))
		reason = errno;
	if (reason)
		unlink(tmp);
	else if (!file_sync_parent(path))
		reason = errno;
	return reason;
}

/* A database, or what stands beside one: known by the names alone, as opening the file would drop the locks this process has on it. */
static bool is_database(struct arena *a, const char *path)
{
	static const char *const beside[] = {"-lock", "-wal", "-shm", "-journal"};
	size_t n = strlen(path);
	for (size_t i = 0; i < sizeof beside / sizeof *beside; i++) {
		size_t k = strlen(beside[i]);
		if (!access(arena_printf(a, "%s%s", path, beside[i]), F_OK))
			return true;
		if (n > k && !strcmp(path + n - k, beside[i]) && !access(arena_strndup(a, path, n - k), F_OK))
			return true;
	}
	return false;
}

bool file_write(const char *path, const void *data, size_t len, struct err *e)
{
	struct arena a = {0};
	struct stat st;
	if (is_database(&a, path)) {
		err_set(e, ERR_RULE, _("%s 是办公文件，不能覆盖，换一个名字"), text_clean(&a, path, false));
		arena_free(&a);
		return false;
	}
	bool there = !stat(path, &st);
	int reason = there && S_ISDIR(st.st_mode) ? EISDIR :
		there && !S_ISREG(st.st_mode) ? write_through(path, data, len) : replace(&a, path, data, len);
	bool nowhere = reason == ENOENT || reason == ENOTDIR;
	if (nowhere)
		err_set(e, ERR_MISSING, _("所在的文件夹不存在，文件没有写成：%s"), text_clean(&a, path, false));
	arena_free(&a);
	return !reason || (!nowhere && file_error(e, path, reason));
}
