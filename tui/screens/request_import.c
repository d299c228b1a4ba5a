/* An old ledger comes in, of requests or of corrections: every row of the file as new, same, different or refused, with the reason; the rows to take
 * are marked one by one or all at once, F2 takes them. What is there already is shown with every difference and never written over by an import;
 * option 6 opens the case's own change with what the row says. */
#include <string.h>

#include "base/encoding.h"
#include "base/file.h"
#include "base/text.h"
#include "office/correction_import.h"
#include "office/place.h"
#include "office/request_import.h"
#include "tui/ask.h"
#include "tui/list.h"
#include "tui/screens/correction.h"
#include "tui/screens/request.h"
#include "tui/verb_form.h"

struct import {
	struct list list;
	struct arena file; /* the text as it was read, and what would come of it */
	const char *path, *text;
	const struct ledger_kind *kind; /* as the file's head says; NULL: no file yet */
	struct import_plan plan;
};

/* Only a ledger of corrections has a column of what should be corrected. */
static const struct ledger_kind *kind_of(const char *text)
{
	size_t head = strcspn(text, "\r\n");
	return memmem(text, head, "claim", 5) || memmem(text, head, _("更正请求"), strlen(_("更正请求"))) ? &correction_ledger : &request_ledger;
}

static const struct {
	const char *action, *label;
	enum role role;
} actions_of[] = {
	{"add", N_("新"), ROLE_TEXT}, {"same", N_("相同"), ROLE_DIM}, {"differs", N_("不同"), ROLE_SOON}, {"refused", N_("不收"), ROLE_ERROR},
};
enum { ACTIONS = sizeof actions_of / sizeof *actions_of };

static bool is_new(const struct import_line *r)
{
	return !strcmp(r->action, "add");
}

static bool page(struct screen *s, const struct list_query *q, struct list_page *out, struct err *e)
{
	const struct import *st = s->state;
	struct list_row *rows = arena_array(q->arena, struct list_row, st->plan.n + 1);
	(void)e;
	for (size_t i = 0; i < st->plan.n; i++) {
		const struct import_line *r = &st->plan.rows[i];
		rows[i] = (struct list_row){.id = r->line, .fixed = !is_new(r),
			.cells = {arena_printf(q->arena, "%d", r->line), r->id, NULL, r->name,
				is_new(r) || !strcmp(r->action, "same") ? r->content : r->detail}};
		for (size_t k = 0; k < ACTIONS; k++)
			if (!strcmp(actions_of[k].action, r->action)) {
				rows[i].cells[2] = tr(actions_of[k].label);
				rows[i].roles[2] = actions_of[k].role;
			}
	}
	return list_page_of(s, rows, st->plan.n, q, out);
}

static bool count(struct screen *s, const char *filter, int64_t *out, struct err *e)
{
	struct import *st = s->state;
	struct list_query q = {.filter = filter, .n = st->plan.n + 1, .arena = &s->app->event_arena};
	struct list_page p = {0};
	if (!page(s, &q, &p, e))
		return false;
	*out = (int64_t)p.n;
	return true;
}

static const struct import_line *line_of(const struct import *st, int64_t line)
{
	for (size_t i = 0; i < st->plan.n; i++)
		if (st->plan.rows[i].line == line)
			return &st->plan.rows[i];
	return NULL;
}

/* Field by field: what is there, what the file says. */
static void enter(struct screen *s, int64_t id)
{
	const struct import_line *r = line_of(s->state, id);
	struct str text = str_new(&s->app->event_arena);
	if (!r)
		return;
	if (is_new(r))
		str_printf(&text, _("新：%s  %s\n%s"), r->id, r->name, r->content ? r->content : "");
	else if (!r->ndiffs)
		str_add(&text, !strcmp(r->action, "same") ? _("已有，内容相同，不再收。") : r->detail);
	else
		str_printf(&text, _("已有 %s，%zu 处不同，导入不改它；登记的内容可以按 6 照台账更改。\n"), r->id, r->ndiffs);
	for (size_t i = 0; i < r->ndiffs; i++)
		str_printf(&text, _("\n%s\n  原：%s\n  新：%s"), r->diffs[i].label, *r->diffs[i].was ? r->diffs[i].was : _("（空）"), r->diffs[i].is);
	show_text(s->app, arena_printf(&s->app->event_arena, _("第 %d 行"), r->line), text.s);
}

static void open_case(struct screen *s, int64_t line)
{
	const struct import_line *r = line_of(s->state, line);
	const struct import *st = s->state;
	if (!r || r->matter_id == INT_NONE)
		app_note(s->app, "%s", _("还没有这一件"));
	else if (st->kind == &correction_ledger)
		correction_page_open(s->app, r->matter_id);
	else
		request_page_open(s->app, r->matter_id);
}

/* What the row says otherwise, in the form of the case's own change: looked at and saved there, one audit line. */
static void take_over(struct screen *s, int64_t line)
{
	const struct import *st = s->state;
	const struct import_line *r = line_of(st, line);
	struct err e = {0};
	void *change;
	int64_t id;
	if (!r || !r->ndiffs)
		app_note(s->app, "%s", r && r->matter_id != INT_NONE ? _("这一行与办件没有不同") : _("还没有这一件"));
	else if (!ledger_take(s->app->office, st->kind, st->text, r->line, &s->app->event_arena, &id, &change, &e))
		app_refuse(s->app, &e);
	else
		verb_form_open(s->app, verb_find(st->kind->change), id, change);
}

static const struct list_column columns[] = {
	{.label = N_("行"), .width = 5, .right = true}, {.label = N_("编号"), .width = 10}, {.label = N_("处理"), .width = 4},
	{.label = N_("申请人"), .width = 12}, {.label = N_("内容、不同之处、不收的原因")}, {0},
};
static const struct list_option options[] = {
	{'5', N_("打开已有的办件"), .open = open_case}, {'6', N_("照台账更改"), .open = take_over}, {0},
};
static const struct list_source source = {
	.columns = columns, .options = options, .empty = N_("F6 选台账文件（CSV）"), .page = page, .count = count, .enter = enter,
};

/* --- the file --------------------------------------------------------------------------------------------------------------------- */

static void show_title(struct screen *s)
{
	const struct import *st = s->state;
	s->title = arena_printf(&s->arena, st->kind == &correction_ledger ? _("导入更正台账：新 %zu  相同 %zu  不同 %zu  不收 %zu") :
		_("导入台账：新 %zu  相同 %zu  不同 %zu  不收 %zu"), st->plan.added, st->plan.same, st->plan.differs, st->plan.refused);
}

/* The rows as they now are; the cursor stays where it is. */
static void show_plan(struct screen *s)
{
	struct import *st = s->state;
	picks_unmark(st->list.picks);
	picks_clear_digits(st->list.picks);
	show_title(s);
	list_reload(&st->list);
}

static bool plan_again(struct app *app, struct import *st, struct arena *a, struct err *e)
{
	return ledger_plan(app->office, st->kind, &(struct ledger_import){.text = st->text}, true, a, &st->plan, e);
}

static bool read_plan(struct screen *s, const char *path, struct arena *a, struct import *now, struct err *e)
{
	enum { LEDGER_MAX = 64 << 20 };
	char *raw, *text;
	size_t len;
	if (!(now->path = place_in(s->app->office, path, a, e)) || !file_read(now->path, LEDGER_MAX, a, &raw, &len, e) ||
		!encoding_read(raw, len, a, &text, NULL, e))
		return false;
	now->text = text;
	now->kind = kind_of(text);
	return plan_again(s->app, now, a, e);
}

static void take_plan(struct import *st, struct arena a, const struct import *now)
{
	arena_free(&st->file);
	st->file = a;
	st->path = now->path;
	st->text = now->text;
	st->kind = now->kind;
	st->plan = now->plan;
}

static void file_named(struct screen *s, void *ctx, const struct result *r)
{
	struct import now = {0};
	struct arena a = {0};
	struct err e = {0};
	(void)ctx;
	if (!r->done || text_is_blank(r->text))
		return;
	if (!read_plan(s, text_trim(&s->app->event_arena, r->text), &a, &now, &e)) {
		app_refuse(s->app, &e);
		arena_free(&a);
		return;
	}
	struct import *st = s->state;
	list_close(&st->list); /* shows what is freed now */
	take_plan(st, a, &now);
	list_open(&st->list, s, &source);
	show_plan(s);
	app_note(s->app, _("Ctrl-A 全收新的，空格一行一行地收，F2 导入"));
}

static void act_file(struct app *app, void *self)
{
	const struct import *st = ((struct screen *)self)->state;
	ask_line(app, _("导入申请、更正台账"), _("文件"), st->path && !app->office->over_ssh ? st->path : "", (struct then){.call = file_named});
}

/* --- done ------------------------------------------------------------------------------------------------------------------------- */

static const char *lines_marked(const struct import *st, struct arena *a, size_t *n)
{
	struct str s = str_new(a);
	*n = 0;
	for (size_t i = 0; i < st->plan.n; i++)
		if (is_new(&st->plan.rows[i]) && list_marked(&st->list, st->plan.rows[i].line))
			str_printf(&s, (*n)++ ? ",%d" : "%d", st->plan.rows[i].line);
	return s.s;
}

static void confirmed(struct screen *s, void *ctx, const struct result *r)
{
	struct import *st = s->state;
	struct app *app = s->app;
	struct err e = {0};
	unsigned char cmd[CMD_ID_LEN];
	size_t n;
	(void)ctx;
	if (!r->done)
		return;
	struct ledger_import args = {.text = st->text, .lines = lines_marked(st, &app->event_arena, &n)};
	struct verb_call call = {.office = app->office, .verb = st->kind == &correction_ledger ? &correction_import_verb : &request_import_verb, .subject_id = INT_NONE, .args = &args, .arena = &app->event_arena};
	cmd_id_new(app->desk, cmd);
	if (!verb_do(&call, cmd, &e)) {
		app_refuse(app, &e);
		return;
	}
	if (!plan_again(app, st, &st->file, &e))
		app_refuse(app, &e);
	show_plan(s);
	app_note(app, "%s", call.result);
	app_changed(app);
}

static void act_run(struct app *app, void *self)
{
	struct screen *s = self;
	const struct import *st = s->state;
	size_t n;
	struct err e = {0};
	if (!st->text || !*lines_marked(st, &app->event_arena, &n)) {
		err_set(&e, ERR_RULE, st->text ? _("还没有标记要收的：Ctrl-A 全收，空格一行一行地收") : _("先按 F6 选台账文件"));
		app_refuse(app, &e);
		return;
	}
	const struct import_plan *p = &st->plan;
	ask_confirm(app, _("导入台账"), arena_printf(&app->event_arena,
		_("将登记已标的 %zu 件，用原来的编号；一起办成，有一件不成就都不收。\n没有标的新件 %zu 件、相同 %zu 件、不同 %zu 件、不收 %zu 行，都不动。"), n,
		p->added - n, p->same, p->differs, p->refused), (struct then){.call = confirmed});
}

static bool import_open(struct screen *s, const struct screen_arg *arg, struct err *e)
{
	struct import *st = s->state;
	(void)arg;
	(void)e;
	list_open(&st->list, s, &source);
	picks_unmark(st->list.picks); /* of a file that is no longer here */
	picks_clear_digits(st->list.picks);
	return true;
}

/* A row that was taken over is the same now. */
static void import_refresh(struct screen *s)
{
	struct import *st = s->state;
	struct err e = {0};
	if (st->kind && !plan_again(s->app, st, &st->file, &e))
		app_refuse(s->app, &e);
	else if (st->kind)
		show_title(s);
	list_screen_refresh(s);
}

static void import_close(struct screen *s)
{
	struct import *st = s->state;
	list_close(&st->list);
	arena_free(&st->file);
}

static const struct action actions[] = {
	{.name = "new", .label = N_("选文件"), .flags = ACTION_BAR, .run = act_file},
	{.name = "confirm", .label = N_("导入"), .flags = ACTION_BAR, .run = act_run},
	{0},
};

const struct screen_type request_import_screen = {
	.name = "request-import", .code = "17", .title = N_("导入台账"), .actions = actions, .size = sizeof(struct import), .menu = true,
	.needs_office = true, .open = import_open, .close = import_close, .paint = list_screen_paint, .chain = list_screen_chain,
	.event = list_screen_event, .refresh = import_refresh,
};
