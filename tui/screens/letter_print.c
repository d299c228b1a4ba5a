#include "tui/screens/letter_print.h"

#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "office/letter.h"
#include "office/setting.h"
#include "store/store.h"
#include "tui/ask.h"

/* print the first time on paper, reprint from then on: each page says 副本. */
static void start(struct letter_printing *p, const char *const *more)
{
	struct app *app = p->screen->app;
	const char *args[12] = {"letter", p->again ? "reprint" : "print", p->ref};
	struct err e = {0};
	for (size_t n = 3; *more && n < 11; n++)
		args[n] = *more++;
	if (!job_start(&p->job, app, args, &e))
		app_refuse(app, &e);
	else
		app_note(app, _("正在排版 %s，请稍候；可以先做别的"), p->ref);
}

void letter_printing_event(struct letter_printing *p, const struct event *ev)
{
	struct err e = {0};
	if (!job_event(&p->job, ev))
		return;
	app_changed(p->screen->app);
	if (p->job.failed) {
		err_set(&e, ERR_SYSTEM, "%s", p->job.text);
		app_refuse(p->screen->app, &e);
	} else {
		app_note(p->screen->app, "%s", p->job.text);
	}
}

void letter_printing_close(struct letter_printing *p)
{
	job_close(&p->job);
}

/* --- to a printer --------------------------------------------------------------------------------------------------------- */

static void print_confirmed(struct screen *s, void *ctx, const struct result *r)
{
	struct letter_printing *p = ctx;
	(void)s;
	if (r->done)
		start(p, (const char *[]){"--printer", p->queue, NULL});
}

static void to_printer(struct letter_printing *p, const char *queue)
{
	struct app *app = p->screen->app;
	p->queue = arena_strdup(&p->screen->arena, queue);
	ask_confirm(app, arena_printf(&app->event_arena, _("打印 %s"), p->ref),
		arena_printf(&app->event_arena, _("将打印 1 份到%s%s，送出后不能撤回。\n%s"), *queue ? " " : "", *queue ? queue : _("系统默认的打印机"),
			p->again ? _("以前打印过：这次每页标明“副本”。") : _("第一次打印：不标副本。")),
		(struct then){.call = print_confirmed, .ctx = p});
}

static void queue_named(struct screen *s, void *ctx, const struct result *r)
{
	(void)s;
	if (r->done && *r->text)
		to_printer(ctx, r->text);
}

/* --- to a file ------------------------------------------------------------------------------------------------------------ */

/* Who comes over the network has no business in the account's other folders: there a name only, in FILE-out beside the office file. */
static const char *place_of(struct letter_printing *p, const char *typed, struct err *e)
{
	struct app *app = p->screen->app;
	struct arena *a = &app->event_arena;
	const char *path = typed;
	if (app->office->over_ssh) {
		const char *folder = arena_printf(a, "%s-out", store_path(app->office->store));
		if (strchr(typed, '/') || typed[0] == '.') {
			err_set(e, ERR_DENIED, _("远程登录只能写文件名，文件放在 %s"), folder);
			return NULL;
		}
		mkdir(folder, 0700);
		path = arena_printf(a, "%s/%s", folder, typed);
	}
	if (access(path, F_OK) == 0) {
		err_set(e, ERR_RULE, _("已有文件 %s，换一个名字"), path);
		return NULL;
	}
	return path;
}

static void file_named(struct screen *s, void *ctx, const struct result *r)
{
	struct letter_printing *p = ctx;
	struct err e = {0};
	(void)s;
	if (!r->done || !*r->text)
		return;
	const char *path = place_of(p, r->text, &e);
	if (path)
		start(p, (const char *[]){"--to", p->target, "--out", path, NULL});
	else
		app_refuse(p->screen->app, &e);
}

static void to_file(struct letter_printing *p, const char *target)
{
	struct app *app = p->screen->app;
	p->target = arena_strdup(&p->screen->arena, target);
	ask_line(app, _("写成文件"), _("文件名"), arena_printf(&app->event_arena, "%s.%s", p->ref, strcmp(target, "pdf") ? "txt" : "pdf"),
		(struct then){.call = file_named, .ctx = p});
}

/* --- where to ------------------------------------------------------------------------------------------------------------- */

static void chosen(struct screen *s, void *ctx, const struct result *r)
{
	struct letter_printing *p = ctx;
	if (!r->done)
		return;
	if (!strcmp(r->text, "other"))
		ask_line(s->app, _("其他打印机"), _("队列名，或 tcp:主机:9100"), "", (struct then){.call = queue_named, .ctx = p});
	else if (!strncmp(r->text, "printer:", 8))
		to_printer(p, r->text + 8);
	else
		to_file(p, r->text);
}

void letter_print_choose(struct letter_printing *p, struct screen *s, int64_t letter_id)
{
	struct app *app = s->app;
	struct arena *a = &app->event_arena;
	struct letter l;
	struct err e = {0};
	if (!letter_load(app->office, letter_id, a, &l, &e) || !letter_printed(app->office, letter_id, &p->again, &e) ||
		(!strcmp(l.state, "revoked") && !err_set(&e, ERR_RULE, _("%s 已撤销，不能打印"), l.number))) {
		app_refuse(app, &e);
		return;
	}
	p->screen = s;
	p->letter_id = letter_id;
	p->ref = arena_strdup(&s->arena, l.ref);
	const char *queue = setting_get(app->office, "printer", DAY_NONE, a);
	struct pick_row rows[] = {
		{.code = arena_printf(a, "printer:%s", queue ? queue : ""), .label = queue ? arena_printf(a, _("打印机 %s"), queue) : _("系统默认的打印机"),
			.note = p->again ? _("标明副本") : ""},
		{.code = "other", .label = _("其他打印机…")},
		{.code = "pdf", .label = _("PDF 文件…")},
		{.code = "text", .label = _("文本文件（UTF-8）…")},
		{.code = "gb18030", .label = _("文本文件（GB18030，针式打印机）…")},
	};
	ask_pick(app, arena_printf(a, _("%s 送到哪里"), l.ref), rows, sizeof rows / sizeof *rows, NULL, (struct then){.call = chosen, .ctx = p});
}
