/* Forms and papers of the office: blank ones to write on by hand, or filled from its data. F8 prints. */
#include <string.h>

#include "base/text.h"
#include "office/letter_send.h"
#include "office/sheet.h"
#include "tui/ask.h"
#include "tui/list.h"
#include "tui/screens/output.h"

struct sheets {
	struct list list;
	struct sheet_kind *kinds;
	size_t n;
	const struct sheet_kind *chosen;
	struct output_job job;
};

static bool page(struct screen *s, const struct list_query *q, struct list_page *out, struct err *e)
{
	const struct sheets *st = s->state;
	struct list_row *rows = arena_array(q->arena, struct list_row, st->n + 1);
	for (size_t i = 0; i < st->n; i++) {
		rows[i].id = (int64_t)i + 1;
		rows[i].cells[0] = st->kinds[i].name;
		rows[i].cells[1] = st->kinds[i].of_case ? _("按办件填写，或者空白") : st->kinds[i].of_office ? _("按本关数据填写，或者空白") : _("空白");
		rows[i].cells[2] = st->kinds[i].kind;
	}
	(void)e;
	return list_page_of(s, rows, st->n, q, out);
}

static void print(struct screen *s, const char *const *args, size_t n, const char *name)
{
	struct sheets *st = s->state;
	struct arena *a = &s->app->event_arena;
	output_job_ask(&st->job, s, args, n, st->chosen->name, name, letter_copies(s->app->office, st->chosen->kind, a));
}

static void print_blank(struct screen *s)
{
	struct sheets *st = s->state;
	const char *const args[] = {"sheet", "print", st->chosen->kind, "--blank"};
	print(s, args, sizeof args / sizeof *args, arena_printf(&s->app->event_arena, _("空白%s"), st->chosen->name));
}

/* 2026-0017 C2026-0003、2026-0019: one paper each, in one job. */
static void cases_named(struct screen *s, void *ctx, const struct result *r)
{
	enum { CASES = 60 };
	struct sheets *st = s->state;
	const char *args[CASES + 3] = {"sheet", "print", st->chosen->kind};
	size_t n = 3;
	(void)ctx;
	if (!r->done || text_is_blank(r->text))
		return;
	char *words = text_fold(&s->app->event_arena, r->text), *save = NULL;
	for (char *w; (w = strstr(words, _("、")));)
		memset(w, ' ', strlen(_("、")));
	for (char *w = strtok_r(words, " ,;\t", &save); w && n < CASES + 3; w = strtok_r(NULL, " ,;\t", &save))
		args[n++] = w;
	print(s, args, n, arena_printf(&s->app->event_arena, "%s%s", st->chosen->name, args[3]));
}

static void way_chosen(struct screen *s, void *ctx, const struct result *r)
{
	struct sheets *st = s->state;
	(void)ctx;
	if (!r->done)
		return;
	if (!strcmp(r->text, "blank"))
		print_blank(s);
	else if (!strcmp(r->text, "office"))
		print(s, (const char *const[]){"sheet", "print", st->chosen->kind}, 3, st->chosen->name);
	else
		ask_line(s->app, st->chosen->name, _("办件编号（几件用空格分开）"), "", (struct then){.call = cases_named});
}

static void print_row(struct screen *s, int64_t id)
{
	struct sheets *st = s->state;
	if (id < 1 || (size_t)id > st->n)
		return;
	st->chosen = &st->kinds[id - 1];
	const struct pick_row of_case = {.code = "case", .label = _("按办件填写…")}, of_office = {.code = "office", .label = _("按本关数据填写")},
		blank = {.code = "blank", .label = _("空白")};
	struct pick_row rows[2] = {st->chosen->of_office ? of_office : of_case, blank};
	bool form = strstr(st->chosen->kind, "_form") != NULL;
	if (st->chosen->of_case || st->chosen->of_office)
		ask_pick(s->app, st->chosen->name, rows, 2, form ? "blank" : NULL, (struct then){.call = way_chosen});
	else
		print_blank(s);
}

static void enter(struct screen *s, int64_t id)
{
	print_row(s, id);
}

static const struct list_column columns[] = {
	{.label = N_("用纸")},
	{.label = N_("怎样印"), .width = 24},
	{.label = N_("代码"), .width = 20, .spare = 1},
	{0},
};
static const struct list_source source = {.columns = columns, .empty = N_("没有"), .page = page, .enter = enter};

static bool sheets_open(struct screen *s, const struct screen_arg *arg, struct err *e)
{
	struct sheets *st = s->state;
	(void)arg;
	if (!sheet_kinds(s->app->office, &s->arena, &st->kinds, &st->n, e))
		return false;
	list_open(&st->list, s, &source);
	return true;
}

static void sheets_close(struct screen *s)
{
	struct sheets *st = s->state;
	output_job_close(&st->job);
	list_close(&st->list);
}

static void sheets_event(struct screen *s, const struct event *ev)
{
	struct sheets *st = s->state;
	list_event(&st->list, ev);
	output_job_event(&st->job, ev);
}

static void act_print(struct app *app, void *self)
{
	struct screen *s = self;
	(void)app;
	print_row(s, list_current(&((struct sheets *)s->state)->list));
}

static const struct action actions[] = {
	{.name = "print", .label = N_("打印"), .flags = ACTION_BAR, .run = act_print},
	{0},
};

const struct screen_type sheets_screen = {
	.name = "sheets", .code = "94", .title = N_("表格和用纸"), .actions = actions, .size = sizeof(struct sheets), .menu = true, .needs_office = true,
	.open = sheets_open, .close = sheets_close, .paint = list_screen_paint, .chain = list_screen_chain, .event = sheets_event,
	.refresh = list_screen_refresh,
};
