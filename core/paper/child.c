/* Spawning gwgk-paper and feeding it. Standard input is a socket pair: a child that dies early gives an error, not a SIGPIPE. */
#include "paper/child.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { HIGH_FD = 10, OUTPUT_MAX = 512 << 20 };

static int64_t now_ms(void)
{
	struct timespec t;
	clock_gettime(CLOCK_MONOTONIC, &t);
	return (int64_t)t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

static const char *own_folder(struct arena *a)
{
	char exe[4096];
	ssize_t n = readlink("/proc/self/exe", exe, sizeof exe - 1);
	if (n <= 0)
		return ".";
	exe[n] = '\0';
	char *slash = strrchr(exe, '/');
	return slash ? arena_strndup(a, exe, (size_t)(slash - exe)) : ".";
}

static const char *find_program(const struct paper *p, struct arena *a)
{
	if (p->program)
		return p->program;
	const char *folder = own_folder(a);
	const char *beside = arena_printf(a, "%s/gwgk-paper", folder);
	return access(beside, X_OK) == 0 ? beside : arena_printf(a, "%s/../libexec/gwgk/gwgk-paper", folder);
}

static const char *cache_folder(const struct paper *p, struct arena *a)
{
	const char *base = getenv("XDG_CACHE_HOME"), *home = getenv("HOME");
	const char *path = p->cache_dir;
	if (!path && base && *base == '/')
		path = arena_printf(a, "%s/gwgk", base);
	if (!path && home && *home == '/') {
		mkdir(arena_printf(a, "%s/.cache", home), 0700);
		path = arena_printf(a, "%s/.cache/gwgk", home);
	}
	if (path)
		mkdir(path, 0700);
	return path && access(path, W_OK) == 0 ? path : NULL;
}

/* Where an office drops the fonts it has bought. */
static const char *font_folder(const struct paper *p, struct arena *a)
{
	const char *base = getenv("XDG_DATA_HOME"), *home = getenv("HOME");
	if (p->font_dir)
		return p->font_dir;
	if (base && *base == '/')
		return arena_printf(a, "%s/gwgk/fonts", base);
	return home && *home == '/' ? arena_printf(a, "%s/.local/share/gwgk/fonts", home) : "";
}

void child_common(const struct paper *p, struct arena *a, const char **args, size_t *n)
{
	const char *cache = cache_folder(p, a);
	const char *fonts = font_folder(p, a);
	if (*fonts && access(fonts, R_OK | X_OK) == 0) {
		args[(*n)++] = "--fonts";
		args[(*n)++] = fonts;
	}
	if (cache) {
		args[(*n)++] = "--cache";
		args[(*n)++] = cache;
	}
	args[*n] = NULL;
}

/* Only what libraries of the child read: the home of its settings and the print server. */
static char **environment(const struct paper *p, struct arena *a)
{
	static const char *const kept[] = {"HOME", "USER", "LOGNAME", "TMPDIR", "CUPS_SERVER"};
	char **env = arena_array(a, char *, 8);
	size_t n = 0;
	env[n++] = arena_strdup(a, "LC_ALL=C.UTF-8");
	for (size_t i = 0; i < sizeof kept / sizeof *kept; i++) {
		const char *v = getenv(kept[i]);
		if (!strcmp(kept[i], "CUPS_SERVER") && p->cups_server)
			v = p->cups_server;
		if (v)
			env[n++] = arena_printf(a, "%s=%s", kept[i], v);
	}
	return env;
}

/* --- descriptors -------------------------------------------------------------------------------------------------------- */

struct ends {
	int in, out, status;    /* ours; -1 = closed */
	int child[3];           /* the child's, out of the way of 0 to 3 */
};

static int high(int fd)
{
	int moved = fcntl(fd, F_DUPFD_CLOEXEC, HIGH_FD);
	close(fd);
	return moved;
}

static void close_one(int *fd)
{
	if (*fd >= 0)
		close(*fd);
	*fd = -1;
}

static void close_ends(struct ends *s)
{
	close_one(&s->in);
	close_one(&s->out);
	close_one(&s->status);
	for (int i = 0; i < 3; i++)
		close_one(&s->child[i]);
}

static bool open_ends(struct ends *s)
{
	int in[2] = {-1, -1}, out[2] = {-1, -1}, status[2] = {-1, -1};
	if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, in) || pipe2(out, O_CLOEXEC) || pipe2(status, O_CLOEXEC)) {
		int all[] = {in[0], in[1], out[0], out[1], status[0], status[1]};
		for (size_t i = 0; i < 6; i++)
			close_one(&all[i]);
		return false;
	}
	*s = (struct ends){.in = high(in[0]), .out = high(out[0]), .status = high(status[0]),
		.child = {high(in[1]), high(out[1]), high(status[1])}};
	fcntl(s->in, F_SETFL, O_NONBLOCK);
	return s->in >= 0 && s->out >= 0 && s->status >= 0 && s->child[0] >= 0 && s->child[1] >= 0 && s->child[2] >= 0;
}

static int spawn(const char *program, char **argv, char **env, const struct ends *s, pid_t *pid)
{
	posix_spawn_file_actions_t fa;
	posix_spawnattr_t attr;
	sigset_t none, all;
	sigemptyset(&none);
	sigfillset(&all);
	posix_spawn_file_actions_init(&fa);
	posix_spawn_file_actions_adddup2(&fa, s->child[0], 0);
	posix_spawn_file_actions_adddup2(&fa, s->child[1], 1);
	posix_spawn_file_actions_addopen(&fa, 2, "/dev/null", O_WRONLY, 0);
	posix_spawn_file_actions_adddup2(&fa, s->child[2], 3);
	posix_spawn_file_actions_addclosefrom_np(&fa, 4);
	posix_spawnattr_init(&attr);
	posix_spawnattr_setsigmask(&attr, &none);
	posix_spawnattr_setsigdefault(&attr, &all);
	posix_spawnattr_setpgroup(&attr, 0);
	posix_spawnattr_setflags(&attr, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETPGROUP);
	int rc = posix_spawn(pid, program, &fa, &attr, argv, env);
	posix_spawnattr_destroy(&attr);
	posix_spawn_file_actions_destroy(&fa);
	return rc;
}

/* --- the conversation ----------------------------------------------------------------------------------------------------- */

struct feed {
	size_t piece, at;
};

/* Writes what the child takes now; closes the input after the last piece or when the child no longer listens. */
static void feed_some(struct child *c, struct ends *s, struct feed *f)
{
	while (f->piece < c->nin) {
		size_t left = c->inlen[f->piece] - f->at;
		ssize_t k = left ? send(s->in, c->in[f->piece] + f->at, left, MSG_NOSIGNAL) : 0;
		if (k < 0 && errno == EINTR)
			continue;
		if (k < 0 && errno == EAGAIN)
			return;
		if (k < 0)
			break;
		f->at += (size_t)k;
		if (f->at == c->inlen[f->piece]) {
			f->piece++;
			f->at = 0;
		}
	}
	close_one(&s->in);
}

static void take_some(int *fd, struct str *into)
{
	char buf[1 << 16];
	ssize_t k = read(*fd, buf, sizeof buf);
	if (k < 0 && (errno == EINTR || errno == EAGAIN))
		return;
	if (k <= 0 || into->len > OUTPUT_MAX)
		close_one(fd);
	else
		str_addn(into, buf, (size_t)k);
}

struct pages {
	size_t at, seen; /* in c->status; of c->docs */
};

static void tell_pages(const struct paper *p, const struct child *c, struct pages *t)
{
	size_t before = t->seen;
	for (const char *nl; (nl = strchr(c->status.s + t->at, '\n')); t->at = (size_t)(nl - c->status.s) + 1)
		t->seen += !strncmp(c->status.s + t->at, "page\t", 5);
	if (t->seen > before && p->progress && c->docs > 1)
		p->progress(_("已排版"), t->seen, c->docs);
}

/* Until the child closed both outputs, or the time is up. */
static bool converse(const struct paper *paper, struct child *c, struct ends *s, int64_t until)
{
	struct feed f = {0};
	struct pages t = {0};
	while (s->out >= 0 || s->status >= 0) {
		int64_t left = until - now_ms();
		struct pollfd p[3] = {{.fd = s->in, .events = POLLOUT}, {.fd = s->out, .events = POLLIN}, {.fd = s->status, .events = POLLIN}};
		if (left <= 0)
			return false;
		if (poll(p, 3, (int)left) < 0 && errno != EINTR)
			return false;
		if (s->in >= 0 && p[0].revents)
			feed_some(c, s, &f);
		if (s->out >= 0 && p[1].revents)
			take_some(&s->out, &c->out);
		if (s->status >= 0 && p[2].revents)
			take_some(&s->status, &c->status);
		tell_pages(paper, c, &t);
	}
	return true;
}

/* The exit status; a child that outlives its time is killed. */
static int reap(pid_t pid, int64_t until, bool *timed_out)
{
	int state;
	const struct timespec nap = {.tv_nsec = 1000000};
	for (;;) {
		pid_t got = waitpid(pid, &state, WNOHANG);
		if (got == pid)
			return WIFEXITED(state) ? WEXITSTATUS(state) : -1;
		if (got < 0 && errno != EINTR)
			return -1;
		if (!*timed_out && now_ms() >= until) {
			*timed_out = true;
			kill(pid, SIGKILL);
		}
		nanosleep(&nap, NULL);
	}
}

bool child_run(const struct paper *p, struct child *c, struct err *e)
{
	struct ends s;
	pid_t pid;
	size_t n = 0;
	const char *program = find_program(p, c->arena);
	while (c->args[n])
		n++;
	char **argv = arena_array(c->arena, char *, n + 2);
	argv[0] = arena_strdup(c->arena, program);
	for (size_t i = 0; i < n; i++)
		argv[i + 1] = arena_strdup(c->arena, c->args[i]);
	c->out = str_new(c->arena);
	c->status = str_new(c->arena);
	c->timed_out = false;
	if (!open_ends(&s))
		return err_set(e, ERR_SYSTEM, _("打开的文件太多，不能排版打印"));
	int rc = spawn(program, argv, environment(p, c->arena), &s, &pid);
	for (int i = 0; i < 3; i++)
		close_one(&s.child[i]);
	if (rc) {
		close_ends(&s);
		return rc == ENOENT ? err_set(e, ERR_SYSTEM, _("找不到排版打印程序gwgk-paper，请重新安装")) :
			err_set(e, ERR_SYSTEM, _("排版打印程序gwgk-paper不能运行：%s"), strerror(rc));
	}
	int64_t until = now_ms() + c->timeout_ms;
	if (!converse(p, c, &s, until)) {
		c->timed_out = true;
		kill(pid, SIGKILL);
	}
	close_ends(&s);
	c->exit = reap(pid, until, &c->timed_out);
	return true;
}

/* --- what it said ---------------------------------------------------------------------------------------------------------- */

int status_int(const struct status_line *l, size_t i)
{
	char *end;
	long v = strtol(l->word[i], &end, 10);
	return *end || end == l->word[i] || v < INT_MIN || v > INT_MAX ? 0 : (int)v;
}

bool status_next(const struct child *c, size_t *at, struct status_line *out)
{
	for (size_t i = 0; i < STATUS_WORDS; i++)
		out->word[i] = "";
	const char *s = c->status.s + *at, *nl = strchr(s, '\n');
	if (!nl)
		return false;
	*at += (size_t)(nl - s) + 1;
	for (size_t i = 0; i < STATUS_WORDS && s < nl; i++) {
		const char *tab = memchr(s, '\t', (size_t)(nl - s));
		const char *end = tab ? tab : nl;
		out->word[i] = arena_strndup(c->arena, s, (size_t)(end - s));
		s = end + 1;
	}
	return true;
}

static const struct {
	const char *word;
	enum err_code code;
	const char *field;
} error_codes[] = {
	{.word = "INPUT", .code = ERR_INPUT},
	{.word = "NO_PRINTER", .code = ERR_INPUT, .field = "printer"},
	{.word = "NO_DEFAULT", .code = ERR_INPUT, .field = "printer"},
};

bool child_check(const struct child *c, const char *what, struct err *e)
{
	struct status_line l, missing = {0};
	bool lacks = false;
	if (c->timed_out)
		return err_set(e, ERR_SYSTEM, _("%s超过%d秒没有完成，已停下"), what, (c->timeout_ms + 999) / 1000);
	for (size_t at = 0; status_next(c, &at, &l);) {
		if (!strcmp(l.word[0], "missing") && !lacks) {
			missing = l;
			lacks = true;
		}
		if (strcmp(l.word[0], "error"))
			continue;
		if (lacks)
			return err_set(e, ERR_INPUT, _("第%s份文书的“%s”（%s）没有字体能印出，请把含这个字的字体放进字体文件夹"), missing.word[1],
				missing.word[3], missing.word[2]);
		for (size_t i = 0; i < sizeof error_codes / sizeof *error_codes; i++) {
			if (!strcmp(l.word[1], error_codes[i].word))
				return err_field(e, error_codes[i].field ? error_codes[i].field : "", "%s", l.word[2]);
		}
		return err_set(e, ERR_SYSTEM, "%s", l.word[2]);
	}
	if (c->exit == 0)
		return true;
	return err_set(e, ERR_SYSTEM, _("%s没有完成：排版打印程序意外退出（%d）"), what, c->exit);
}
