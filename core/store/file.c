#include "store/db.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/vfs.h>
#include <unistd.h>

/* File systems on which neither flock() nor SQLite's locks can be trusted between hosts. */
static const struct { unsigned long type; const char *name; } remote[] = {
	{0x6969, "NFS"}, {0x517B, "SMB"}, {0xFF534D42, "CIFS"}, {0xFE534D42, "SMB2"}, {0x5346414F, "AFS"}, {0x00C36400, "Ceph"},
	{0x0BD00BD0, "Lustre"}, {0x01161970, "GFS2"}, {0x7461636F, "OCFS2"}, {0x73757245, "Coda"}, {0x564C, "NCP"},
};
/* FUSE says nothing by itself (containers use it for local files); these kinds of it are remote. */
static const char *const remote_fuse[] = {"fuse.sshfs", "fuse.rclone", "fuse.s3fs", "fuse.glusterfs", "fuse.davfs", "fuse.curlftpfs",
	"fuse.gvfsd-fuse", "fuse.ceph", NULL};

/* The type that mountinfo gives for a device: "36 35 98:0 / /mnt rw - fuse.sshfs …". */
static bool fuse_is_remote(dev_t dev)
{
	char line[4096], want[32];
	bool found = false;
	FILE *f = fopen("/proc/self/mountinfo", "re");
	snprintf(want, sizeof want, " %u:%u ", (unsigned)(dev >> 8 & 0xfff), (unsigned)((dev & 0xff) | (dev >> 12 & 0xfff00)));
	while (f && !found && fgets(line, sizeof line, f)) {
		const char *type = strstr(line, " - ");
		if (!type || !strstr(line, want))
			continue;
		for (size_t i = 0; remote_fuse[i]; i++)
			found = found || !strncmp(type + 3, remote_fuse[i], strlen(remote_fuse[i]));
	}
	if (f)
		fclose(f);
	return found;
}

bool store_local(const char *folder, struct err *e)
{
	struct statfs v;
	struct stat st;
	if (statfs(folder, &v) != 0 || stat(folder, &st) != 0)
		return err_set(e, ERR_SYSTEM, _("打不开 %s：%s"), folder, strerror(errno));
	const char *kind = NULL;
	for (size_t i = 0; i < sizeof remote / sizeof *remote; i++)
		if ((unsigned long)v.f_type == remote[i].type)
			kind = remote[i].name;
	if (!kind && (unsigned long)v.f_type == 0x65735546 && fuse_is_remote(st.st_dev))
		kind = "FUSE";
	if (kind)
		return err_set(e, ERR_SYSTEM, _("%s 在网络文件系统（%s）上，办公文件只能放在本机磁盘"), folder, kind);
	return true;
}

/* Makes the missing folders of a path, mode 0700. */
static bool make_folders(char *folder, struct err *e)
{
	for (char *p = folder + 1;; p++) {
		char c = *p;
		if (c != '/' && c != '\0')
			continue;
		*p = '\0';
		if (mkdir(folder, 0700) != 0 && errno != EEXIST)
			return err_set(e, ERR_SYSTEM, _("不能建立文件夹 %s：%s"), folder, strerror(errno));
		*p = c;
		if (!c)
			return true;
	}
}

static bool folder_of(const char *path, char out[PATH_MAX], struct err *e)
{
	const char *slash = strrchr(path, '/');
	size_t n = slash ? (size_t)(slash - path) : 0;
	if (strlen(path) > PATH_MAX - 32 || !*path || (slash && !slash[1]))
		return err_set(e, ERR_INPUT, _("文件名不对：%.200s"), path);
	if (!slash)
		snprintf(out, PATH_MAX, ".");
	else if (!n)
		snprintf(out, PATH_MAX, "/");
	else
		snprintf(out, PATH_MAX, "%.*s", (int)n, path);
	return true;
}

bool store_place(const char *path, struct err *e)
{
	char folder[PATH_MAX];
	struct stat st;
	if (!folder_of(path, folder, e))
		return false;
	if (lstat(path, &st) == 0)
		return err_set(e, ERR_RULE, _("%s 已经存在，不会覆盖"), path);
	return make_folders(folder, e) && store_local(folder, e);
}

static int sync_path(const char *path, int flags)
{
	int fd = open(path, flags | O_RDONLY | O_CLOEXEC);
	if (fd < 0)
		return errno;
	int rc = fsync(fd) == 0 ? 0 : errno;
	close(fd);
	return rc;
}

bool store_publish(const char *from, const char *to, struct err *e)
{
	char folder[PATH_MAX], lock[PATH_MAX + 8];
	if (!folder_of(to, folder, e))
		return false;
	int rc = sync_path(from, 0); /* nobody has it open any more */
	if (!rc && renameat2(AT_FDCWD, from, AT_FDCWD, to, RENAME_NOREPLACE) != 0) {
		rc = errno;
		if (rc == EINVAL || rc == ENOSYS) /* a file system without it */
			rc = link(from, to) == 0 ? (unlink(from), 0) : errno;
	}
	if (rc == EEXIST)
		return err_set(e, ERR_RULE, _("%s 已经存在，不会覆盖"), to);
	if (rc)
		return err_set(e, ERR_SYSTEM, _("不能建立 %s：%s"), to, strerror(rc));
	snprintf(lock, sizeof lock, "%s-lock", from);
	unlink(lock);
	rc = sync_path(folder, O_DIRECTORY);
	return rc == 0 || err_set(e, ERR_SYSTEM, _("不能保存文件夹 %s：%s"), folder, strerror(rc));
}
