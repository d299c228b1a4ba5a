#include "tui/screens/output.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "office/letter_send.h"
#include "office/place.h"
#include "office/setting.h"
#include "tui/ask.h"

/* --- to a printer --------------------------------------------------------------------------------------------------------- */

static void confirmed(struct screen *s, void *ctx, const struct result *r)
{
	struct output *o = ctx;
	if (r->done)
		o->go(o->ctx, (const char *[]){"--printer", o->queue, "--copies", arena_printf(&s->app->event_arena, "%d", o->copies), NULL});
}

static void to_printer(struct output *o, const char *queue)
{
	struct app *app = o->screen->app;
	struct arena *a = &app->event_arena;
	o->queue = arena_strdup(o->arena, queue);
	ask_confirm(app, arena_printf(a, _("打印 %s"), o->what),
		arena_printf(a, _("将打印 %zu 份到%s%s，%s送出后不能撤回。\n每份印 %d 套。%s"), o->n, *queue ? " " : "", *queue ? queue : _("系统默认的打印机"),
			o->n > 1 ? _("作为一个任务，") : "", o->copies, o->warning ? o->warning : ""),
		(struct then){.call = confirmed, .ctx = o});
}

static void queue_named(struct screen *s, void *ctx, const struct result *r)
{
	(void)s;
	if (r->done && *r->text)
		to_printer(ctx, r->text);
}

static void copies_named(struct screen *s, void *ctx, const struct result *r)
{
	struct output *o = ctx;
	char *end;
	struct err e = {0};
	long n = r->done ? strtol(r->text, &end, 10) : 0;
	if (r->done && n > 0 && n < 100 && !*end)
		o->copies = (int)n;
	else if (r->done && !err_field(&e, "copies", _("套数应在1至99之间")))
		app_refuse(s->app, &e);
	output_ask(o);
}

/* --- to a file ------------------------------------------------------------------------------------------------------------ */

const char *output_place(struct app *app, const char *typed, struct err *e)
{
	struct arena *a = &app->event_arena;
	struct stat st;
	const char *path = place_out(app->office, typed, a, e);
	if (path && lstat(path, &st) == 0) {
		err_set(e, ERR_RULE, _("已有文件 %s，换一个名字"), path);
		return NULL;
	}
	return path;
}

static void file_named(struct screen *s, void *ctx, const struct result *r)
{
	struct output *o = ctx;
	struct err e = {0};
	if (!r->done || !*r->text)
		return;
	const char *path = output_place(s->app, r->text, &e);
	if (path)
		o->go(o->ctx, (const char *[]){"--to", o->target, "--out", path, NULL});
	else
		app_refuse(s->app, &e);
}

static void to_file(struct output *o, const char *target)
{
	struct app *app = o->screen->app;
	o->target = arena_strdup(o->arena, target);
	ask_line(app, _("写成文件"), _("文件名"), arena_printf(&app->event_arena, "%s.%s", o->name, strcmp(target, "pdf") ? "txt" : "pdf"),
		(struct then){.call = file_named, .ctx = o});
}

/* --- where to ------------------------------------------------------------------------------------------------------------- */

static void chosen(struct screen *s, void *ctx, const struct result *r)
{
	struct output *o = ctx;
	if (!r->done)
		return;
	if (!strcmp(r->text, "other"))
		ask_line(s->app, _("其他打印机"), _("队列名，或 tcp:主机:9100"), "", (struct then){.call = queue_named, .ctx = o});
	else if (!strcmp(r->text, "copies"))
		ask_line(s->app, _("每份印几套"), _("套数"), arena_printf(&s->app->event_arena, "%d", o->copies), (struct then){.call = copies_named, .ctx = o});
	else if (!strncmp(r->text, "printer:", 8))
		to_printer(o, r->text + 8);
	else
		to_file(o, r->text);
}

void output_ask(struct output *o)
{
	struct app *app = o->screen->app;
	struct arena *a = &app->event_arena;
	const char *queue = setting_get(app->office, "printer", DAY_NONE, a);
	struct pick_row rows[] = {
		{.code = arena_printf(a, "printer:%s", queue ? queue : ""), .label = queue ? arena_printf(a, _("打印机 %s"), queue) : _("系统默认的打印机"),
			.note = o->note ? o->note : ""},
		{.code = "other", .label = _("其他打印机…")},
		{.code = "copies", .label = _("每份印几套…"), .note = arena_printf(a, _("%d 套"), o->copies)},
		{.code = "pdf", .label = _("PDF 文件…")},
		{.code = "text", .label = _("文本文件（UTF-8）…")},
		{.code = "gb18030", .label = _("文本文件（GB18030，针式打印机）…")},
	};
	ask_pick(app, arena_printf(a, _("%s 送到哪里"), o->what), rows, sizeof rows / sizeof *rows, NULL, (struct then){.call = chosen, .ctx = o});
}

/* --- a command that prints ------------------------------------------------------------------------------------------------------ */

static void start(void *ctx, const char *const *more)
{
	struct output_job *j = ctx;
	const char **args = arena_array(&j->arena, const char *, j->nargs + 8);
	size_t n = 0;
	for (; n < j->nargs; n++)
		args[n] = j->args[n];
	while (*more)
		args[n++] = arena_strdup(&j->arena, *more++);
	(void)!job_run(&j->job, j->out.screen->app, args, arena_printf(&j->arena, _("排版 %s"), j->out.what));
}

void output_job_ask(struct output_job *j, struct screen *s, const char *const *args, size_t nargs, const char *what, const char *name, int copies)
{
	struct err e = {0};
	if (j->job.running) {
		err_set(&e, ERR_BUSY, _("上一份还没有排好，请稍候"));
		app_refuse(s->app, &e);
		return;
	}
	arena_reset(&j->arena);
	j->args = arena_array(&j->arena, const char *, nargs);
	j->nargs = nargs;
	for (size_t i = 0; i < nargs; i++)
		j->args[i] = arena_strdup(&j->arena, args[i]);
	j->out = (struct output){.screen = s, .arena = &j->arena, .what = arena_strdup(&j->arena, what), .name = arena_strdup(&j->arena, name),
		.n = 1, .copies = copies < 1 ? 1 : copies, .go = start, .ctx = j};
	output_ask(&j->out);
}

void output_today(struct output_job *j, struct screen *s)
{
	char iso[DAY_ISO];
	output_job_ask(j, s, (const char *const[]){"today"}, 1, _("今日办件清单"), arena_printf(&s->app->event_arena, _("今日办件清单%s"),
		day_iso(app_today(s->app), iso)), letter_copies(s->app->office, "due_list", &s->app->event_arena));
}

void output_job_event(struct output_job *j, const struct event *ev)
{
	if (!job_event(&j->job, ev))
		return;
	job_tell(&j->job);
	app_changed(j->out.screen->app);
}

void output_job_close(struct output_job *j)
{
	job_close(&j->job);
	arena_free(&j->arena);
}
