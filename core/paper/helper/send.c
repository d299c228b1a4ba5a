/* Past CUPS: a dot-matrix printer on TCP 9100 or on a device file. */
#include "paper/helper/program.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/sockios.h>
#include <netdb.h>
#include <poll.h>
#include <stdio.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

/* A printer that is not there says so soon; one that prints takes nothing for a while: a dot-matrix printer has room for a page or two and
 * prints them before it takes more. */
enum { RAW_PORT = 9100, CONNECT_MS = 3000, STALLS = 40, EMPTY_POLL_US = 20000 };

static int patience(const struct options *o)
{
	return o->patience_ms > 0 ? o->patience_ms : CONNECT_MS;
}

/* Connects without waiting longer; -1 with errno. */
static int connect_within(const struct addrinfo *to, int ms)
{
	int fd = socket(to->ai_family, to->ai_socktype | SOCK_NONBLOCK | SOCK_CLOEXEC, to->ai_protocol), failed = 0;
	socklen_t len = sizeof failed;
	if (fd < 0)
		return -1;
	if (connect(fd, to->ai_addr, to->ai_addrlen) < 0 && errno != EINPROGRESS)
		failed = errno;
	struct pollfd p = {.fd = fd, .events = POLLOUT};
	if (!failed && poll(&p, 1, ms) != 1)
		failed = ETIMEDOUT;
	if (!failed && getsockopt(fd, SOL_SOCKET, SO_ERROR, &failed, &len) < 0)
		failed = errno;
	if (!failed)
		return fd;
	close(fd);
	errno = failed;
	return -1;
}

static int open_tcp(const char *address, int ms)
{
	char host[256];
	const char *colon = strrchr(address, ':');
	size_t n = colon ? (size_t)(colon - address) : strlen(address);
	if (n == 0 || n >= sizeof host) {
		errno = EINVAL;
		return -1;
	}
	memcpy(host, address, n);
	host[n] = '\0';
	int port = colon ? number_of(colon + 1) : RAW_PORT;
	if (port < 1 || port > 65535) {
		errno = EINVAL;
		return -1;
	}
	struct addrinfo hints = {.ai_socktype = SOCK_STREAM}, *list;
	char text[8];
	snprintf(text, sizeof text, "%d", port);
	if (getaddrinfo(host, text, &hints, &list)) {
		errno = EHOSTUNREACH;
		return -1;
	}
	int fd = -1;
	for (struct addrinfo *to = list; to && fd < 0; to = to->ai_next)
		fd = connect_within(to, ms);
	int why = errno;
	freeaddrinfo(list);
	errno = why;
	return fd;
}

/* Writes as fast as the printer takes it. One that takes nothing at all is off line; one that stops in the middle is given time. */
static bool write_within(int fd, const char *data, size_t n, int ms)
{
	for (int wait = ms; n; wait = ms * STALLS) {
		struct pollfd p = {.fd = fd, .events = POLLOUT};
		if (poll(&p, 1, wait) != 1) {
			errno = ETIMEDOUT;
			return false;
		}
		ssize_t k = write(fd, data, n);
		if (k < 0 && (errno == EINTR || errno == EAGAIN))
			continue;
		if (k <= 0)
			return false;
		data += k;
		n -= (size_t)k;
	}
	return true;
}

/* What the system still holds back for a printer over the network must have gone before the work is done. */
static bool drained(int fd, int ms)
{
	int left, before = -1;
	for (int idle = 0; ioctl(fd, SIOCOUTQ, &left) == 0 && left > 0; idle = left == before ? idle + EMPTY_POLL_US / 1000 : 0) {
		int failed = 0;
		socklen_t len = sizeof failed;
		if (getsockopt(fd, SOL_SOCKET, SO_ERROR, &failed, &len) < 0 || failed || idle > ms * STALLS) {
			errno = failed ? failed : ETIMEDOUT;
			return false;
		}
		before = left;
		usleep(EMPTY_POLL_US);
	}
	return true;
}

static const char *reason_zh(int why)
{
	switch (why) {
	case ECONNREFUSED: return _("对方拒绝，打印机可能没有开");
	case ETIMEDOUT: return _("没有回应");
	case EHOSTUNREACH:
	case ENETUNREACH: return _("网络上找不到它");
	case ENOENT:
	case ENXIO:
	case ENODEV: return _("没有这个设备");
	case EACCES:
	case EROFS:
	case EPERM: return _("没有权限");
	case ENOSPC:
	case EDQUOT: return _("写不下了，磁盘已满");
	case EISDIR: return _("那是文件夹，不是设备");
	case EPIPE:
	case ECONNRESET: return _("打印中途断开，可能没有印全");
	case EBUSY: return _("正在被别的程序使用");
	case EIO: return _("设备出错，请检查打印机和连线");
	case EEXIST: return _("那里存着数据，不是打印机");
	case EINVAL: return _("要写成 tcp:主机:9100 或 file:/dev/usb/lp0");
	default: return strerror(why);
	}
}

/* A file may stand for a printer, but not the office file itself, named by mistake: it would be lost. */
static bool is_database(const char *path)
{
	char head[16] = "";
	int fd = open(path, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
	ssize_t n = fd < 0 ? 0 : read(fd, head, sizeof head);
	if (fd >= 0)
		close(fd);
	return n == sizeof head && !memcmp(head, "SQLite format 3", sizeof head);
}

static int open_device(const char *path)
{
	struct stat st;
	if (stat(path, &st) || (!S_ISBLK(st.st_mode) && !(S_ISREG(st.st_mode) && is_database(path))))
		return open(path, O_WRONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
	errno = EEXIST;
	return -1;
}

int mode_send(const struct options *o)
{
	const char *to = o->words[0];
	char *data, text[300];
	size_t n;
	int fd = -1;
	errno = EINVAL;
	if (!read_input(o->arena, &data, &n))
		return refuse("SYSTEM", _("没有要打印的内容"));
	bool net = !strncmp(to, "tcp:", 4);
	if (net)
		fd = open_tcp(to + 4, patience(o));
	else if (!strncmp(to, "file:/", 6))
		fd = open_device(to + 5);
	bool sent = fd >= 0 && write_within(fd, data, n, patience(o)) && (!net || drained(fd, patience(o)));
	int why = errno;
	if (fd >= 0 && close(fd) < 0 && sent) {
		why = errno;
		sent = false;
	}
	if (sent) {
		STATUS("done");
		return 0;
	}
	snprintf(text, sizeof text, _("打印机“%.120s”连不上或不收数据：%s"), to, reason_zh(why));
	return refuse("PRINT", text);
}
