/* The terminal program, and `gwgk run FILE`: the same program without a terminal, fed by a story. */
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/text.h"
#include "cli/file.h"
#include "cli/nouns.h"
#include "tui/app.h"
#include "tui/host.h"
#include "tui/main.h"

/* The office at the place asked for; none is no fault unless one was named. */
static bool open_office(struct cli *c, struct err *e)
{
	if (!c->db && access(cli_db(c), F_OK))
		return true;
	return cli_office(c, e);
}

bool cli_terminal(struct cli *c, int *status, struct err *e)
{
	if (!open_office(c, e))
		return false;
	struct host host = host_make(c->office, &c->arena);
	struct tui_options o = {.desk = &c->desk, .office = c->office, .host = &host};
	*status = tui_main(&o);
	return true;
}

/* --- stories ----------------------------------------------------------------------------------------------------------- */

/* One clerk's desk; the first is the one who runs the story. */
struct seat {
	const char *login; /* "" for the first */
	struct desk desk;
	struct office *office;
	struct app app;
};

enum { SEATS = 4 };

struct story {
	struct cli *c;
	struct app *app; /* of the clerk whose turn it is */
	struct seat seats[SEATS];
	size_t nseats;
	struct keymap keys;
	const char *keys_fault;
	const char *file;
	int line;
	int64_t now;
};

static bool wrong(struct story *st, struct err *e, const char *what)
{
	return err_set(e, ERR_INPUT, _("%s 第 %d 行：%s"), st->file, st->line, what);
}

static void feed(struct story *st, struct event ev)
{
	ev.now = st->now;
	app_feed(st->app, &ev);
}

/* "F7", "Esc 1", "^S", "j": as in a key file, the brackets left out at will. No time passes between the keys of a line. */
static bool do_key(struct story *st, char *words, struct err *e)
{
	enum { TIMES_MAX = 10000 };
	struct arena *a = &st->c->arena;
	for (char *w; (w = strsep(&words, " "));) {
		const char *why;
		if (!*w)
			continue;
		int times = 1;
		char *star = strchr(w + 1, '*');
		if (star && star[1]) {
			char *end;
			long n = strtol(star + 1, &end, 10);
			if (*end || n < 1 || n > TIMES_MAX)
				return wrong(st, e, arena_printf(a, _("%s：次数应在 1 至 %d 之间"), w, TIMES_MAX));
			*star = '\0';
			times = (int)n;
		}
		int key = key_parse(w, &why);
		if (!key)
			key = key_parse(arena_printf(a, "<%s>", w), &why);
		if (!key)
			return wrong(st, e, arena_printf(a, _("%s：%s"), w, why));
		for (int i = 0; i < times; i++) {
			char utf8[5] = "";
			if (key >= ' ' && key < K_BASE) {
				utf8_put(utf8, (uint32_t)key);
				feed(st, (struct event){.kind = EVENT_TEXT, .text = utf8});
			} else {
				feed(st, (struct event){.kind = EVENT_KEY, .key = key});
			}
		}
	}
	return true;
}

/* \n and \t in what is pasted. */
static char *unescape(struct arena *a, const char *s)
{
	struct str out = str_new(a);
	for (; *s; s++)
		if (*s == '\\' && s[1]) {
			s++;
			str_char(&out, *s == 'n' ? '\n' : *s == 't' ? '\t' : *s);
		} else {
			str_char(&out, *s);
		}
	return out.s;
}

static bool read_size(const char *text, struct event *out)
{
	char *end;
	long cols = strtol(text, &end, 10), rows = *end == 'x' ? strtol(end + 1, &end, 10) : 0;
	*out = (struct event){.kind = EVENT_RESIZE, .rows = (int)rows, .cols = (int)cols};
	return !*end && cols > 0 && rows > 0 && cols <= CANVAS_MAX && rows <= CANVAS_MAX;
}

static bool do_resize(struct story *st, const char *arg, struct err *e)
{
	struct event ev;
	if (!read_size(arg, &ev))
		return wrong(st, e, _("大小应写作 80x24"));
	feed(st, ev);
	return true;
}

static bool do_today(struct story *st, const char *arg, struct err *e)
{
	daynum d;
	if (!day_parse(arg, &d))
		return wrong(st, e, _("日期应写作 2026-03-02"));
	for (size_t i = 0; i < st->nseats; i++) {
		st->seats[i].desk.today = d;
		st->seats[i].desk.today_fixed = true;
	}
	return true;
}

static bool do_expect(struct story *st, const char *arg, bool wanted, struct err *e)
{
	struct arena *a = &st->c->arena;
	app_paint(st->app);
	if (canvas_shows(&st->app->canvas, arg, a) == wanted)
		return true;
	struct str screen = str_new(a);
	canvas_dump_text(&st->app->canvas, &screen);
	str_add(&st->c->out, screen.s);
	return wrong(st, e, arena_printf(a, wanted ? _("屏幕上没有“%s”") : _("屏幕上不该有“%s”"), arg));
}

static bool do_action(struct story *st, const char *arg, struct err *e)
{
	if (app_action(st->app, arg))
		return true;
	return wrong(st, e, arena_printf(&st->c->arena, _("此处没有动作 %s"), arg));
}

static bool do_open(struct story *st, const char *arg, struct err *e)
{
	const struct screen_type *t = screen_find(arg);
	if (!t)
		return wrong(st, e, arena_printf(&st->c->arena, _("没有画面 %s"), arg));
	app_push(st->app, t, NULL, (struct then){0});
	return true;
}

/* Time for Esc to be Esc, for counts, for another clerk's changes. */
static void settle(struct story *st)
{
	st->now += TICK_MS;
	do
		feed(st, (struct event){.kind = EVENT_TICK});
	while (st->app->idle_wanted && !st->app->quit);
}

/* Until the programs that the desk started have said all they had to say. */
static bool do_wait(struct story *st, struct err *e)
{
	enum { PATIENCE_MS = 30000 };
	while (st->app->nwatched && !st->app->quit) {
		struct pollfd ready[sizeof st->app->watched / sizeof *st->app->watched];
		size_t n = st->app->nwatched;
		for (size_t i = 0; i < n; i++)
			ready[i] = (struct pollfd){.fd = st->app->watched[i], .events = POLLIN};
		if (poll(ready, n, PATIENCE_MS) <= 0)
			return wrong(st, e, _("等不到另一个程序"));
		for (size_t i = 0; i < n; i++)
			if (ready[i].revents)
				feed(st, (struct event){.kind = EVENT_CHILD, .fd = ready[i].fd});
	}
	return true;
}

static void take_seat(struct story *st, const char *login, struct office *office)
{
	struct seat *seat = &st->seats[st->nseats++];
	seat->login = arena_strdup(&st->c->arena, login);
	seat->desk = st->c->desk;
	seat->office = office;
	if (office)
		office->desk = &seat->desk;
	st->app = &seat->app;
	st->app->desk = &seat->desk;
	st->app->office = office;
	st->app->host = host_make(office, &st->c->arena);
	st->app->keys_fault = st->keys_fault;
	app_open(st->app, 24, 80, &st->keys, NULL);
	if (st->keys_fault)
		app_note(st->app, _("%.*s 按 F1 看"), (int)strcspn(st->keys_fault, "\n"), st->keys_fault);
}

/* Another clerk's turn; at the first call he sits down. Without a name: the first one's. Two seats are two sessions over one file. */
static bool do_clerk(struct story *st, const char *login, struct err *e)
{
	struct office *office;
	for (size_t i = 0; i < st->nseats; i++)
		if (!strcmp(st->seats[i].login, login)) {
			st->app = &st->seats[i].app;
			return true;
		}
	if (st->nseats == SEATS)
		return wrong(st, e, _("坐不下了"));
	if (!office_open(cli_db(st->c), login, &st->c->desk, &office, e))
		return false;
	take_seat(st, login, office);
	return true;
}

static void leave_seats(struct story *st)
{
	for (size_t i = 0; i < st->nseats; i++) {
		app_close(&st->seats[i].app);
		if (i)
			office_close(st->seats[i].office);
		else if (st->seats[i].office)
			st->seats[i].office->desk = &st->c->desk;
	}
}

static bool do_line(struct story *st, char *line, struct err *e)
{
	struct arena *a = &st->c->arena;
	char *arg = line + strcspn(line, " ");
	if (*arg)
		*arg++ = '\0';
	if (!strcmp(line, "key"))
		return do_key(st, arg, e);
	if (!strcmp(line, "type"))
		feed(st, (struct event){.kind = EVENT_TEXT, .text = text_clean(a, arg, false)});
	else if (!strcmp(line, "paste"))
		feed(st, (struct event){.kind = EVENT_PASTE, .text = text_clean(a, unescape(a, arg), true)});
	else if (!strcmp(line, "resize"))
		return do_resize(st, arg, e);
	else if (!strcmp(line, "today"))
		return do_today(st, arg, e);
	else if (!strcmp(line, "action"))
		return do_action(st, arg, e);
	else if (!strcmp(line, "open"))
		return do_open(st, arg, e);
	else if (!strcmp(line, "expect"))
		return do_expect(st, arg, true, e);
	else if (!strcmp(line, "wait"))
		return do_wait(st, e);
	else if (!strcmp(line, "refute"))
		return do_expect(st, arg, false, e);
	else if (!strcmp(line, "clerk"))
		return do_clerk(st, arg, e);
	else if (!strcmp(line, "hangup"))
		feed(st, (struct event){.kind = EVENT_HANGUP});
	else if (!strcmp(line, "screen")) {
		app_paint(st->app);
		canvas_dump(&st->app->canvas, &st->c->out);
	} else
		return wrong(st, e, arena_printf(a, _("认不出的指令“%s”"), line));
	return true;
}

static bool play(struct story *st, char *text, struct err *e)
{
	for (char *line; (line = strsep(&text, "\n"));) {
		st->line++;
		line[strcspn(line, "\r")] = '\0';
		line += strspn(line, " \t");
		if (!*line || *line == '#')
			continue;
		if (st->app->quit)
			return strcmp(line, "ended") ? wrong(st, e, _("程序已经结束")) : true;
		if (!strcmp(line, "ended"))
			return wrong(st, e, _("程序还没有结束"));
		bool esc_open = !strncmp(line, "key ", 4);
		if (!do_line(st, line, e))
			return false;
		if (esc_open || st->app->idle_wanted)
			settle(st);
	}
	return true;
}

static bool run_story(struct cli *c, struct cli_args *args, const char *file, char *text, struct err *e)
{
	struct story *st = arena_new(&c->arena, struct story);
	*st = (struct story){.c = c, .file = file, .now = 1000};
	const char *size = cli_opt(args, "size"), *keys_file = cli_opt(args, "keys");
	struct event resize;
	if (size && !read_size(size, &resize))
		return err_field(e, "size", _("--size 应写作 80x24，最多 %dx%d"), CANVAS_MAX, CANVAS_MAX);
	c->desk.now_fixed = c->desk.today_fixed; /* a story tells the same instants every time */
	st->keys_fault = tui_keymap(keys_file ? keys_file : "default", &c->arena, &st->keys);
	take_seat(st, "", c->office);
	if (size)
		feed(st, resize);
	settle(st);
	bool ok = play(st, text, e);
	leave_seats(st);
	return ok;
}

static bool run(struct cli *c, int argc, char **argv, struct err *e)
{
	struct cli_args args;
	char *text;
	if (!cli_parse(c, argc, argv, "", &args, e))
		return false;
	if (args.npos != 1)
		return false;
	(void)cli_opt(&args, "size");
	(void)cli_opt(&args, "keys");
	if (!cli_all_used(c, &args, 1))
		return false;
	if (!open_office(c, e) || !cli_file_text(c, args.pos[0], &text, e))
		return false;
	if (run_story(c, &args, args.pos[0], text, e))
		return true;
	fwrite(c->out.s, 1, c->out.len, stdout); /* what was on the screen when it went wrong */
	return false;
}

const struct cli_noun cli_run = {
	.name = "run", .label = N_("剧本"), .run = run,
	.usage = N_("run FILE [--size 80x24] [--keys vi|emacs|FILE]   把按键和动作送进终端程序，不用终端；screen 行打印画面"),
};
