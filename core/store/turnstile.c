#include "store/turnstile.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/file.h>
#include <sys/time.h>
#include <unistd.h>

static void on_alarm(int sig)
{
	(void)sig;
}

int turnstile_open(struct turnstile *t, const char *path)
{
	t->held = false;
	t->fd = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
	return t->fd < 0 ? errno : 0;
}

/* flock() with a time-out: the alarm repeats, so that one arriving just before the call cannot be missed. */
static int wait_for_lock(int fd, int timeout_ms)
{
	struct sigaction sa = {.sa_handler = on_alarm}, old; /* no SA_RESTART: flock returns EINTR */
	struct itimerval off = {{0, 0}, {0, 0}};
	struct itimerval it = {{0, 50000}, {timeout_ms / 1000, (suseconds_t)(timeout_ms % 1000) * 1000}};
	sigset_t alarm_set, before;
	int rc = 0;
	sigemptyset(&sa.sa_mask);
	sigemptyset(&alarm_set);
	sigaddset(&alarm_set, SIGALRM);
	sigaction(SIGALRM, &sa, &old);
	sigprocmask(SIG_UNBLOCK, &alarm_set, &before);
	setitimer(ITIMER_REAL, &it, NULL);
	if (flock(fd, LOCK_EX) != 0)
		rc = errno == EINTR ? ETIMEDOUT : errno;
	setitimer(ITIMER_REAL, &off, NULL);
	sigprocmask(SIG_SETMASK, &before, NULL);
	sigaction(SIGALRM, &old, NULL);
	return rc;
}

int turnstile_enter(struct turnstile *t, int timeout_ms)
{
	if (t->fd < 0)
		return EBADF;
	sigset_t stop;
	sigemptyset(&stop);
	sigaddset(&stop, SIGTSTP);
	sigaddset(&stop, SIGINT);
	sigaddset(&stop, SIGHUP);
	sigaddset(&stop, SIGTERM);
	sigaddset(&stop, SIGWINCH); /* it would end the wait early */
	sigaddset(&stop, SIGCHLD);
	sigprocmask(SIG_BLOCK, &stop, &t->saved);
	int rc = 0;
	if (flock(t->fd, LOCK_EX | LOCK_NB) != 0) {
		rc = errno;
		if (rc == EWOULDBLOCK)
			rc = timeout_ms > 0 ? wait_for_lock(t->fd, timeout_ms) : ETIMEDOUT;
	}
	t->held = rc == 0;
	if (rc)
		sigprocmask(SIG_SETMASK, &t->saved, NULL);
	return rc;
}

void turnstile_leave(struct turnstile *t)
{
	if (!t->held)
		return;
	t->held = false;
	flock(t->fd, LOCK_UN);
	sigprocmask(SIG_SETMASK, &t->saved, NULL);
}

void turnstile_close(struct turnstile *t)
{
	turnstile_leave(t);
	if (t->fd >= 0)
		close(t->fd);
	t->fd = -1;
}
