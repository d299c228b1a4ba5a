#include "tui/job.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/text.h"
#include "office/office.h"
#include "store/store.h"

extern char **environ;

enum { GLOBAL_ARGS = 8, JOB_OUTPUT_MAX = 1 << 20 };

static char *program(struct arena *a)
{
	char exe[4096];
	ssize_t n = readlink("/proc/self/exe", exe, sizeof exe - 1);
	exe[n > 0 ? n : 0] = '\0';
	char *slash = strrchr(exe, '/');
	return arena_printf(a, "%.*s/gwgk", slash ? (int)(slash - exe) : 0, exe);
}

/* The same office, operator and day as ours. An operator other than the one at the keyboard was named by --as, which the file's owner
 * alone may do, and may do again. */
static size_t global_args(struct job *j, char **argv)
{
	const struct office *o = j->app->office;
	struct arena *a = &j->arena;
	size_t n = 0;
	char iso[DAY_ISO];
	argv[n++] = program(a);
	argv[n++] = arena_strdup(a, "--progress");
	if (o) {
		argv[n++] = arena_strdup(a, "--db");
		argv[n++] = arena_strdup(a, store_path(o->store));
	}
	if (o && o->login && *o->login && strcmp(o->login, office_os_login(a)) != 0) {
		argv[n++] = arena_strdup(a, "--as");
		argv[n++] = arena_strdup(a, o->login);
	}
	if (j->app->desk->today_fixed) {
		argv[n++] = arena_strdup(a, "--today");
		argv[n++] = arena_strdup(a, day_iso(j->app->desk->today, iso));
	}
	return n;
}

static int spawn(char **argv, int out, pid_t *pid)
{
	posix_spawn_file_actions_t fa;
	posix_spawnattr_t attr;
	sigset_t none, all;
	sigemptyset(&none);
	sigfillset(&all);
	posix_spawn_file_actions_init(&fa);
	posix_spawn_file_actions_addopen(&fa, 0, "/dev/null", O_RDONLY, 0);
	posix_spawn_file_actions_adddup2(&fa, out, 1);
	posix_spawn_file_actions_adddup2(&fa, out, 2);
	posix_spawn_file_actions_addclosefrom_np(&fa, 3);
	posix_spawnattr_init(&attr);
	posix_spawnattr_setsigmask(&attr, &none);
	posix_spawnattr_setsigdefault(&attr, &all);
	posix_spawnattr_setpgroup(&attr, 0);
	posix_spawnattr_setflags(&attr, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETPGROUP);
	int rc = posix_spawn(pid, argv[0], &fa, &attr, argv, environ);
	posix_spawnattr_destroy(&attr);
	posix_spawn_file_actions_destroy(&fa);
	return rc;
}

bool job_start(struct job *j, struct app *app, const char *const *args, struct err *e)
{
	int ends[2];
	pid_t pid;
	if (j->running)
		return err_set(e, ERR_BUSY, _("上一件还没有做完，请稍候"));
	arena_free(&j->arena);
	*j = (struct job){.app = app, .fd = -1};
	size_t more = 0;
	while (args[more])
		more++;
	char **argv = arena_array(&j->arena, char *, GLOBAL_ARGS + more + 1);
	size_t n = global_args(j, argv);
	for (; *args; args++)
		argv[n++] = arena_strdup(&j->arena, *args);
	argv[n] = NULL;
	if (pipe2(ends, O_CLOEXEC))
		return err_set(e, ERR_SYSTEM, _("打开的文件太多"));
	int rc = spawn(argv, ends[1], &pid);
	close(ends[1]);
	if (rc || !app_watch(app, ends[0])) {
		close(ends[0]);
		return err_set(e, ERR_SYSTEM, _("程序不能运行：%s"), strerror(rc ? rc : EMFILE));
	}
	j->fd = ends[0];
	j->pid = (int)pid;
	j->out = str_new(&j->arena);
	j->running = true;
	return true;
}

bool job_run(struct job *j, struct app *app, const char *const *args, const char *doing)
{
	struct err e = {0};
	if (!job_start(j, app, args, &e)) {
		app_refuse(app, &e);
		return false;
	}
	j->doing = arena_strdup(&j->arena, doing);
	j->next = app->jobs;
	app->jobs = j;
	return true;
}

void job_tell(struct job *j)
{
	app_outcome(j->app, j->text, j->failed, j->left);
}

static void unlist(struct job *j)
{
	struct job **at = &j->app->jobs;
	while (*at && *at != j)
		at = &(*at)->next;
	if (*at)
		*at = j->next;
}

/* Errors come as `gwgk: …`. */
static void finish(struct job *j)
{
	static const char name[] = "gwgk: ";
	int state;
	unlist(j);
	app_unwatch(j->app, j->fd);
	close(j->fd);
	while (waitpid(j->pid, &state, 0) < 0 && errno == EINTR)
		;
	j->running = false;
	j->failed = !WIFEXITED(state) || WEXITSTATUS(state) != 0;
	char *text = text_trim(&j->arena, text_clean(&j->arena, j->out.s, true));
	if (!strncmp(text, name, sizeof name - 1))
		text += sizeof name - 1;
	j->text = *text ? text : j->failed ? _("没有做成，程序没有说原因") : "";
}

/* Lines of progress are taken off the front: the last one counts. */
static void take_progress(struct job *j)
{
	for (char *nl; j->out.len && j->out.s[0] == JOB_PROGRESS && (nl = strchr(j->out.s, '\n'));) {
		size_t n = (size_t)(nl - j->out.s) + 1;
		*nl = '\0';
		utf8_copy(j->at, sizeof j->at, j->out.s + 1);
		memmove(j->out.s, j->out.s + n, j->out.len - n + 1);
		j->out.len -= n;
	}
}

bool job_event(struct job *j, const struct event *ev)
{
	char buf[4096];
	if (!j->running || ev->kind != EVENT_CHILD || ev->fd != j->fd)
		return false;
	ssize_t n = read(j->fd, buf, sizeof buf);
	if (n < 0 && (errno == EINTR || errno == EAGAIN))
		return false;
	if (n > 0) {
		if (j->out.len < JOB_OUTPUT_MAX)
			str_addn(&j->out, buf, (size_t)n);
		take_progress(j);
		return false;
	}
	finish(j);
	return true;
}

/* What it said so far moves with it. */
static void leave(struct job *j)
{
	struct job *kept = calloc(1, sizeof *kept);
	if (!kept)
		BUG("out of memory");
	unlist(j);
	*kept = (struct job){.app = j->app, .fd = j->fd, .pid = j->pid, .running = true, .left = true, .next = j->app->jobs};
	kept->doing = arena_strdup(&kept->arena, j->doing);
	kept->out = str_new(&kept->arena);
	str_add(&kept->out, j->out.s);
	memcpy(kept->at, j->at, sizeof kept->at);
	kept->app->jobs = kept;
}

void job_close(struct job *j)
{
	if (j->running && j->doing) {
		leave(j);
	} else if (j->running) {
		app_unwatch(j->app, j->fd);
		close(j->fd);
	}
	j->running = false;
	arena_free(&j->arena);
}

static void drop(struct job *j)
{
	arena_free(&j->arena);
	free(j);
}

void jobs_left_event(struct app *app, const struct event *ev)
{
	struct job *j = app->jobs;
	while (j && !(j->left && j->fd == ev->fd))
		j = j->next;
	if (!j || !job_event(j, ev))
		return;
	job_tell(j);
	drop(j);
	app_changed(app);
}

void jobs_free(struct app *app)
{
	for (struct job *j; (j = app->jobs);) {
		app->jobs = j->next;
		close(j->fd);
		drop(j);
	}
}
