/* A register on paper or in a file: where to is asked, then our own program writes it beside the desk. */
#include <string.h>

#include "office/setting.h"
#include "tui/ask.h"
#include "tui/screens/output.h"
#include "tui/screens/register.h"

static void start(struct register_out *o, const char *verb, const char *option, const char *value)
{
	struct app *app = o->screen->app;
	const char *args[16];
	size_t n = 0;
	args[n++] = "register";
	args[n++] = verb;
	args[n++] = o->name;
	if (*o->from) {
		args[n++] = "--from";
		args[n++] = o->from;
	}
	if (*o->to) {
		args[n++] = "--until";
		args[n++] = o->to;
	}
	if (o->text) {
		args[n++] = "--text";
		args[n++] = o->text;
	}
	args[n++] = option;
	if (value)
		args[n++] = value;
	args[n] = NULL;
	(void)!job_run(&o->job, app, args, arena_printf(&o->arena, _("写出%s"), o->label));
}

void register_out_event(struct register_out *o, const struct event *ev)
{
	if (job_event(&o->job, ev))
		job_tell(&o->job);
}

void register_out_close(struct register_out *o)
{
	job_close(&o->job);
	arena_free(&o->arena);
}

static void file_named(struct screen *s, void *ctx, const struct result *r)
{
	struct register_out *o = ctx;
	struct err e = {0};
	if (!r->done || !*r->text)
		return;
	const char *path = output_place(s->app, r->text, &e);
	if (path)
		start(o, strcmp(o->format, "pdf") ? "show" : "print", "--out", path);
	else
		app_refuse(s->app, &e);
}

static void print_confirmed(struct screen *s, void *ctx, const struct result *r)
{
	struct register_out *o = ctx;
	(void)s;
	if (r->done)
		start(o, "print", "--printer", o->format);
}

static void queue_named(struct screen *s, void *ctx, const struct result *r)
{
	struct register_out *o = ctx;
	if (!r->done)
		return;
	o->format = arena_strdup(&o->arena, r->text);
	ask_confirm(s->app, arena_printf(&s->app->event_arena, _("打印%s"), o->label),
		arena_printf(&s->app->event_arena, _("封面一页，接着是台账；送到%s%s。"), *o->format ? _("打印机 ") : "", *o->format ? o->format : _("系统默认的打印机")),
		(struct then){.call = print_confirmed, .ctx = o});
}

static void chosen(struct screen *s, void *ctx, const struct result *r)
{
	struct register_out *o = ctx;
	struct arena *a = &s->app->event_arena;
	if (!r->done)
		return;
	o->format = arena_strdup(&o->arena, r->text);
	if (!strncmp(r->text, "printer:", 8)) {
		struct result queue = {.done = true, .text = r->text + 8};
		queue_named(s, o, &queue);
	} else if (!strcmp(r->text, "other")) {
		ask_line(s->app, _("其他打印机"), _("队列名，或 tcp:主机:9100"), "", (struct then){.call = queue_named, .ctx = o});
	} else {
		ask_line(s->app, _("写成文件"), _("文件名"), arena_printf(a, "%s.%s", o->label, o->format), (struct then){.call = file_named, .ctx = o});
	}
}

void register_out_choose(struct register_out *o, struct screen *s, const struct register_kind *k, const struct register_filter *f)
{
	struct app *app = s->app;
	struct arena *a = &app->event_arena;
	struct err e = {0};
	if (o->job.running) {
		err_set(&e, ERR_BUSY, _("上一次还没有写完，请稍候"));
		app_refuse(app, &e);
		return;
	}
	arena_reset(&o->arena);
	o->screen = s;
	o->name = k->name;
	o->label = tr(k->label);
	day_iso(f->from, o->from);
	day_iso(f->to, o->to);
	o->text = f->text && *f->text ? arena_strdup(&o->arena, f->text) : NULL;
	const char *queue = setting_get(app->office, "printer", DAY_NONE, a);
	struct pick_row rows[] = {
		{.code = arena_printf(a, "printer:%s", queue ? queue : ""), .label = queue ? arena_printf(a, _("打印机 %s"), queue) : _("系统默认的打印机"),
			.note = _("连封面")},
		{.code = "other", .label = _("其他打印机…"), .note = _("连封面")},
		{.code = "pdf", .label = _("PDF 文件…"), .note = _("连封面")},
		{.code = "xlsx", .label = _("电子表格 xlsx…"), .note = _("全部栏目")},
		{.code = "csv", .label = _("CSV 文件…"), .note = _("全部栏目")},
	};
	ask_pick(app, arena_printf(a, _("%s 送到哪里"), o->label), rows, sizeof rows / sizeof *rows, NULL, (struct then){.call = chosen, .ctx = o});
}
