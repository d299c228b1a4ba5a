/* Printers and fonts in words, and a test page. The print server is asked by a job: it may take its time. */
#include <string.h>

#include "base/text.h"
#include "office/setting.h"
#include "tui/ask.h"
#include "tui/job.h"
#include "tui/pane.h"

struct printers {
	struct pane pane;
	struct job list, fonts, test;
	const char *listed, *known; /* what the jobs said, in the screen's arena; NULL: still asking */
	bool list_failed, fonts_failed;
};

static void show_lines(struct pane *p, const char *text, enum role role, struct arena *a)
{
	char *copy = arena_strdup(a, text), *line;
	while ((line = strsep(&copy, "\n")))
		pane_add(p, role, "  %s", line);
}

static void show_answer(struct screen *s, const char *title, const char *text, bool failed)
{
	struct printers *st = s->state;
	pane_add(&st->pane, ROLE_HEAD, "%s", title);
	if (!text)
		pane_add(&st->pane, ROLE_DIM, "%s", _("  正在询问…"));
	else
		show_lines(&st->pane, text, failed ? ROLE_ERROR : ROLE_TEXT, &s->app->event_arena);
}

static void show(struct screen *s)
{
	struct printers *st = s->state;
	struct arena *a = &s->app->event_arena;
	const char *queue = setting_get(s->app->office, "printer", DAY_NONE, a), *head = setting_get(s->app->office, "printer_head", DAY_NONE, a);
	pane_clear(&st->pane);
	pane_add(&st->pane, ROLE_HEAD, "%s", _("设置"));
	pane_add(&st->pane, ROLE_TEXT, _("  默认打印机：%s"), queue ? queue : _("没有指定，用系统默认的（91 里可以指定）"));
	pane_add(&st->pane, ROLE_TEXT, _("  文头：%s"), !head || !strcmp(head, "black") ? _("黑色") : !strcmp(head, "red") ? _("红色") : _("预印红头纸，不印文头"));
	show_answer(s, _("打印机"), st->listed, st->list_failed);
	show_answer(s, _("字体（代用的字体版面不变，字形不同）"), st->known, st->fonts_failed);
	pane_add(&st->pane, ROLE_NOTE, "%s", _("F8 打印测试页：文头、行宽、字体、表格、盖章位置都在上面"));
}

static void ask_all(struct screen *s)
{
	struct printers *st = s->state;
	struct err e = {0};
	st->listed = st->known = NULL;
	if (!job_start(&st->list, s->app, (const char *[]){"printer", "list", NULL}, &e) ||
		!job_start(&st->fonts, s->app, (const char *[]){"printer", "fonts", NULL}, &e))
		app_refuse(s->app, &e);
	show(s);
}

static bool printers_open(struct screen *s, const struct screen_arg *arg, struct err *e)
{
	struct printers *st = s->state;
	(void)arg;
	(void)e;
	pane_open(&st->pane, &s->arena);
	ask_all(s);
	return true;
}

static void printers_close(struct screen *s)
{
	struct printers *st = s->state;
	job_close(&st->list);
	job_close(&st->fonts);
	job_close(&st->test);
}

static void printers_paint(struct screen *s, struct canvas *c, struct area body)
{
	pane_paint(&((struct printers *)s->state)->pane, c, body);
}

static void printers_chain(struct screen *s, struct chain *out)
{
	pane_chain(&((struct printers *)s->state)->pane, out);
}

static void printers_refresh(struct screen *s)
{
	const struct printers *st = s->state;
	if (!st->list.running && !st->fonts.running)
		ask_all(s);
}

static void printers_event(struct screen *s, const struct event *ev)
{
	struct printers *st = s->state;
	if (job_event(&st->list, ev)) {
		st->listed = arena_strdup(&s->arena, st->list.text);
		st->list_failed = st->list.failed;
		show(s);
	}
	if (job_event(&st->fonts, ev)) {
		st->known = arena_strdup(&s->arena, st->fonts.text);
		st->fonts_failed = st->fonts.failed;
		show(s);
	}
	if (job_event(&st->test, ev))
		job_tell(&st->test);
}

static void queue_named(struct screen *s, void *ctx, const struct result *r)
{
	struct printers *st = s->state;
	(void)ctx;
	if (!r->done)
		return;
	const char *named[] = {"printer", "test", "--printer", r->text, NULL}, *usual[] = {"printer", "test", NULL};
	(void)!job_run(&st->test, s->app, *r->text ? named : usual, _("送出测试页"));
}

static void act_test(struct app *app, void *self)
{
	struct arena *a = &app->event_arena;
	const char *queue = setting_get(app->office, "printer", DAY_NONE, a);
	(void)self;
	ask_line(app, _("打印测试页"), _("打印机（空为系统默认）"), queue ? queue : "", (struct then){.call = queue_named});
}

static const struct action actions[] = {
	{.name = "print", .label = N_("测试页"), .flags = ACTION_BAR, .run = act_test},
	{0},
};

const struct screen_type printers_screen = {
	.name = "printers", .code = "93", .title = N_("打印机和字体"), .actions = actions, .size = sizeof(struct printers), .menu = true,
	.needs_office = true, .open = printers_open, .close = printers_close, .paint = printers_paint, .chain = printers_chain,
	.refresh = printers_refresh, .event = printers_event,
};
