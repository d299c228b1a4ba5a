/* From exec to the first whole screen, on a pseudo-terminal; and from a key to the repainted canvas, in the process. */
#include "tests/bench/screen.h"

#include <poll.h>
#include <pty.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>
#include "office/office.h"
#include "tests/bench/bench.h"
#include "tui/app.h"
#include "tui/host.h"

/* --- start ------------------------------------------------------------------------------------------------------------------ */

struct start {
	const char *gwgk, *empty, *file;
};

/* Runs it until "F12", the end of the key bar, has been painted; then lets it go. */
static bool until_painted(char *const argv[])
{
	static char seen[1 << 16];
	struct winsize size = {.ws_row = 24, .ws_col = 80};
	int fd;
	size_t n = 0;
	pid_t pid = forkpty(&fd, NULL, NULL, &size);
	if (pid < 0)
		return false;
	if (pid == 0) {
		setenv("TERM", "xterm", 1);
		setenv("GWGK_AMBIGUOUS", "1", 1);
		setenv("LC_ALL", "C.UTF-8", 1);
		execv(argv[0], argv);
		_exit(127);
	}
	bool painted = false;
	struct pollfd p = {.fd = fd, .events = POLLIN};
	while (!painted && n < sizeof seen - 1 && poll(&p, 1, 5000) > 0) {
		ssize_t k = read(fd, seen + n, sizeof seen - 1 - n);
		if (k <= 0)
			break;
		n += (size_t)k;
		seen[n] = '\0';
		painted = strstr(seen, "F12") != NULL;
	}
	close(fd);
	kill(pid, SIGKILL);
	waitpid(pid, NULL, 0);
	return painted;
}

static bool start_gwgk(void *ctx)
{
	struct start *s = ctx;
	return until_painted((char *[]){(char *)s->gwgk, "--db", (char *)s->file, NULL});
}

static bool start_empty(void *ctx)
{
	struct start *s = ctx;
	return until_painted((char *[]){(char *)s->empty, NULL});
}

bool bench_start(const char *build, const char *what, const char *file)
{
	char gwgk[4096], empty[4096];
	snprintf(gwgk, sizeof gwgk, "%s/gwgk", build);
	snprintf(empty, sizeof empty, "%s/floor-screen", build);
	struct start s = {.gwgk = gwgk, .empty = empty, .file = file};
	return bench_run(&(struct bench){.what = what, .floor_what = "an empty ncurses program", .ours = start_gwgk, .floor = start_empty,
		.ctx = &s, .rounds = 21});
}

/* --- keys ------------------------------------------------------------------------------------------------------------------- */

struct keys {
	struct app *app;
	struct cell *copy;
	size_t n;
	int key;
};

static bool press(void *ctx)
{
	struct keys *k = ctx;
	app_feed(k->app, &(struct event){.kind = EVENT_KEY, .key = k->key});
	app_paint(k->app);
	return k->app->top != NULL;
}

static bool copy_cells(void *ctx)
{
	struct keys *k = ctx;
	memcpy(k->copy, k->app->canvas.cells, k->n * sizeof *k->copy);
	return true;
}

static bool on_screen(struct office *o, const char *name, int key, const char *what)
{
	struct arena a = {0};
	struct app app = {.desk = o->desk, .office = o};
	app.host = host_make(o, &a);
	if (!screen_find(name)) {
		printf("%-44s there is no screen %s yet\n", what, name);
		arena_free(&a);
		return true;
	}
	app_open(&app, 24, 80, NULL, name);
	app_paint(&app);
	struct keys k = {.app = &app, .key = key, .n = (size_t)app.canvas.rows * (size_t)app.canvas.cols};
	k.copy = arena_array(&a, struct cell, k.n);
	bool ok = bench_run(&(struct bench){.what = what, .floor_what = "memcpy of the cells", .ours = press, .floor = copy_cells, .ctx = &k,
		.rounds = 401});
	app_close(&app);
	arena_free(&a);
	return ok;
}

bool bench_keys(struct office *o)
{
	static const struct {
		const char *screen;
		int key;
		const char *what;
	} walks[] = {
		{"requests", K_DOWN, "requests: a step down, repainted"},
		{"requests", K_PGDN, "requests: a page down, repainted"},
		{"infos", K_DOWN, "infos: a step down, repainted"},
		{"infos", K_PGDN, "infos: a page down, repainted"},
		{"desk", K_DOWN, "the desk: a step down"},
		{"calendar", K_PGDN, "the calendar: a month on"},
	};
	bool ok = true;
	for (size_t i = 0; i < sizeof walks / sizeof *walks; i++)
		ok = on_screen(o, walks[i].screen, walks[i].key, walks[i].what) && ok;
	return ok;
}
