#include "tui/screens/casefile.h"

#include <string.h>

#include "base/text.h"
#include "office/casefile.h"
#include "tui/ask.h"
#include "tui/screens/output.h"

enum { NOTE_CELLS = 78 };

static void start(struct casefile_export *x, const char *reason)
{
	struct app *app = x->screen->app;
	const char *args[] = {x->noun, "export", x->number, "--out", x->path, "--reason", reason, x->incomplete ? "--incomplete" : NULL, NULL};
	(void)!job_run(&x->job, app, args, arena_printf(&app->event_arena, _("导出 %s 的案卷"), x->number));
}

void casefile_export_event(struct casefile_export *x, const struct event *ev)
{
	if (!job_event(&x->job, ev))
		return;
	struct app *app = x->screen->app;
	app_changed(app);
	job_tell(&x->job);
	const char *last = strrchr(x->job.text, '\n');
	if (!x->job.failed)
		app_note(app, "%s", last ? last + 1 : x->job.text);
	/* What is not in it, or is damaged, takes more than a line: unless the clerk is elsewhere by now. */
	if (app->top != x->screen || (!last && text_cells(x->job.text) <= NOTE_CELLS))
		return;
	app->outcome.unread = false;
	show_text(app, _("导出案卷"), x->job.text);
}

void casefile_export_close(struct casefile_export *x)
{
	job_close(&x->job);
	arena_free(&x->arena);
}

static void reason_given(struct screen *s, void *ctx, const struct result *r)
{
	struct err e = {0};
	if (!r->done)
		return;
	if (text_is_blank(r->text) && !err_field(&e, "reason", _("导出案卷含个人信息，要写明理由")))
		app_refuse(s->app, &e);
	else
		start(ctx, r->text);
}

static void named(struct screen *s, void *ctx, const struct result *r)
{
	struct casefile_export *x = ctx;
	struct err e = {0};
	if (!r->done || !*r->text)
		return;
	const char *typed = r->text;
	size_t n = strlen(typed);
	if (x->pdf && (n < 5 || strcmp(typed + n - 4, ".pdf") != 0))
		typed = arena_printf(&s->app->event_arena, "%s.pdf", typed);
	const char *path = output_place(s->app, typed, &e);
	if (!path) {
		app_refuse(s->app, &e);
		return;
	}
	x->path = arena_strdup(&x->arena, path);
	ask_line(s->app, _("导出案卷含个人信息，记入日志"), _("理由（哪件复议、诉讼，谁要）"), x->reason, (struct then){.call = reason_given, .ctx = x});
}

static void form_chosen(struct screen *s, void *ctx, const struct result *r)
{
	struct casefile_export *x = ctx;
	if (!r->done)
		return;
	x->pdf = !strcmp(r->text, "pdf");
	x->incomplete = !strcmp(r->text, "incomplete");
	ask_line(s->app, _("导出案卷"), x->pdf ? _("文件名") : _("文件夹名"),
		arena_printf(&s->app->event_arena, _("案卷%s%s"), x->number, x->pdf ? ".pdf" : ""), (struct then){.call = named, .ctx = x});
}

void casefile_export_ask(struct casefile_export *x, struct screen *s, int64_t matter_id, const char *reason)
{
	static const struct pick_row rows[] = {
		{.code = "folder", .label = N_("文件夹：逐件编号，带目录和指纹")},
		{.code = "pdf", .label = N_("一份 PDF：带目录和全册页号")},
		{.code = "incomplete", .label = N_("文件夹，缺失或者被改动的材料在目录里注明")},
	};
	struct matter_case c;
	struct err e = {0};
	if (x->job.running && !err_set(&e, ERR_BUSY, _("上一次还没有导出完，请稍候"))) {
		app_refuse(s->app, &e);
		return;
	}
	arena_reset(&x->arena);
	x->screen = s;
	x->reason = arena_strdup(&x->arena, reason);
	if (!matter_load(s->app->office, matter_id, &x->arena, &c, &e)) {
		app_refuse(s->app, &e);
		return;
	}
	x->noun = c.matter.kind;
	x->number = c.matter.number;
	const struct verb *v = verb_find(arena_printf(&x->arena, "%s.export", x->noun));
	if (!verb_can(s->app->office, v, matter_id, &e)) {
		app_refuse(s->app, &e);
		return;
	}
	ask_pick(s->app, arena_printf(&x->arena, _("导出 %s 的案卷"), x->number), rows, sizeof rows / sizeof *rows, NULL,
		(struct then){.call = form_chosen, .ctx = x});
}
