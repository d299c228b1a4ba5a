/* turnstile.h — one process at a time on the write path.
 *
 * A lock file beside the office file, held with flock() around every write transaction and every checkpoint. It queues
 * (SQLite's own busy handler starves), and it keeps checkpoints apart from commits, which SQLite before 3.51.3 needs: see
 * docs/decisions/0002-store.md. While it is held, Ctrl-Z, hang-up and termination wait for the commit. */
#ifndef STORE_TURNSTILE_H
#define STORE_TURNSTILE_H

#include <signal.h>
#include <stdbool.h>

struct turnstile {
	int fd; /* -1: closed */
	bool held;
	sigset_t saved;
};

/* 0 or an errno. The file is made with mode 0600; its descriptor does not survive an exec. */
int turnstile_open(struct turnstile *t, const char *path);
/* 0 = held, ETIMEDOUT, or another errno. timeout_ms 0 does not wait. */
int turnstile_enter(struct turnstile *t, int timeout_ms);
void turnstile_leave(struct turnstile *t);
void turnstile_close(struct turnstile *t);

#endif
