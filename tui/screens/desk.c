/* The first screen: what the day asks for on the left, the menu in two columns beside it. Digits and Enter open either; arrows move,
 * Left and Right change the column. The counts come in an idle moment, so that the first paint does not wait for them. */
#include <string.h>

#include "base/text.h"
#include "office/agenda.h"
#include "tui/app.h"
#include "tui/edit.h"
#include "tui/keys.h"
#include "tui/screens/output.h"

enum { MAX_MENU = 64, MAX_ENTRIES = MAX_MENU + AGENDA_SECTIONS, MAX_COLUMNS = 3 };

/* A line of the desk: a section of today (key) or a screen of the menu (type). */
struct entry {
	char code[5];
	const char *label;
	const char *key;
	const struct screen_type *type;
	int64_t count; /* -1 unknown */
};

struct desk_state {
	struct edit code;
	size_t cursor;
	struct entry entries[MAX_ENTRIES];
	size_t sections, n; /* entries[0 … sections) are today's */
	size_t ends[MAX_COLUMNS], columns; /* where each column's entries end */
	bool counted;
	struct output_job job;
};

static void follow(void *owner)
{
	struct desk_state *d = owner;
	for (size_t i = 0; i < d->n; i++)
		if (d->code.len && !strncmp(d->entries[i].code, edit_text(&d->code), d->code.len)) {
			d->cursor = i;
			return;
		}
}

static void count(struct screen *s)
{
	struct desk_state *d = s->state;
	struct agenda *a = arena_new(&s->app->event_arena, struct agenda);
	struct err e = {0};
	d->counted = true;
	if (!s->app->office)
		return;
	if (!agenda_load(s->app->office, &s->app->event_arena, a, &e)) {
		app_refuse(s->app, &e);
		return;
	}
	for (size_t i = 0; i < d->sections; i++)
		d->entries[i].count = (int64_t)a->sections[i].n;
}

/* The menu is cut in two where a new group of codes begins. */
static void columns_set(struct desk_state *d)
{
	size_t cut = d->sections + (d->n - d->sections + 1) / 2;
	while (cut < d->n && d->entries[cut].code[0] == d->entries[cut - 1].code[0])
		cut++;
	if (d->sections)
		d->ends[d->columns++] = d->sections;
	d->ends[d->columns++] = cut;
	if (cut < d->n)
		d->ends[d->columns++] = d->n;
}

static size_t column_start(const struct desk_state *d, size_t column)
{
	return column ? d->ends[column - 1] : 0;
}

static size_t column_at(const struct desk_state *d)
{
	size_t column = 0;
	while (column + 1 < d->columns && d->cursor >= d->ends[column])
		column++;
	return column;
}

static bool desk_open(struct screen *s, const struct screen_arg *arg, struct err *e)
{
	struct desk_state *d = s->state;
	(void)arg;
	(void)e;
	for (size_t i = 0; s->app->office && i < AGENDA_SECTIONS; i++) {
		struct entry *x = &d->entries[d->n++];
		*x = (struct entry){.key = agenda_key(i), .label = agenda_title(i), .count = -1};
		/* 01 … 09, 010 …: no screen's code begins with 0. */
		size_t at = 0;
		x->code[at++] = '0';
		if (i + 1 >= 10)
			x->code[at++] = (char)('0' + (i + 1) / 10);
		x->code[at] = (char)('0' + (i + 1) % 10);
	}
	d->sections = d->n;
	for (size_t i = 0; screen_types[i] && d->n < MAX_ENTRIES; i++) {
		if (!screen_types[i]->menu)
			continue;
		struct entry *x = &d->entries[d->n++];
		*x = (struct entry){.type = screen_types[i], .label = screen_types[i]->title, .count = -1};
		if (screen_types[i]->code)
			memcpy(x->code, screen_types[i]->code, strnlen(screen_types[i]->code, sizeof x->code - 1));
	}
	columns_set(d);
	d->code.limit = 4;
	d->code.changed = follow;
	d->code.owner = d;
	d->cursor = d->sections < d->n ? d->sections : 0;
	s->app->idle_wanted = d->sections > 0;
	return true;
}

static void desk_close(struct screen *s)
{
	struct desk_state *d = s->state;
	output_job_close(&d->job);
	edit_free(&d->code);
}

static enum role entry_role(const struct screen *s, const struct entry *x)
{
	if (x->type)
		return s->app->office || !x->type->needs_office ? ROLE_TEXT : ROLE_DIM;
	if (x->count <= 0)
		return ROLE_DIM;
	return !strcmp(x->key, "overdue") ? ROLE_LATE : !strcmp(x->key, "due_today") ? ROLE_TODAY : !strcmp(x->key, "due_soon") ? ROLE_SOON : ROLE_TEXT;
}

/* One column of lines; when there are more than rows, those around the cursor. */
static void paint_column(struct screen *s, struct canvas *c, struct area a, size_t from, size_t to)
{
	struct desk_state *d = s->state;
	size_t rows = (size_t)a.rows, first = from;
	if (d->cursor >= from && d->cursor < to && d->cursor - from >= rows)
		first = d->cursor - rows + 1;
	for (size_t i = first; i < to && i < first + rows; i++) {
		const struct entry *x = &d->entries[i];
		int y = a.y + (int)(i - first);
		bool here = i == d->cursor;
		canvas_printf(c, y, a.x, a.cols, here ? ROLE_SELECTED : entry_role(s, x), "%s %3s  %s", here ? ">" : " ", x->code, tr(x->label));
		if (x->key && x->count >= 0)
			canvas_printf(c, y, a.x + 22, a.cols - 22, here ? ROLE_SELECTED : entry_role(s, x), "%4d", (int)x->count);
	}
}

static void desk_paint(struct screen *s, struct canvas *c, struct area body)
{
	struct desk_state *d = s->state;
	static const char *const label = N_(" 选择（编号后按 Enter）：");
	int x = text_cells(tr(label)), today = d->sections ? body.cols * 3 / 8 : 0;
	int width = (body.cols - today) / (int)(d->columns - (d->sections > 0));
	canvas_text(c, body.y, 0, x, ROLE_LABEL, tr(label));
	edit_paint(&d->code, c, body.y, x, 5, true);
	if (d->sections)
		canvas_text(c, body.y + 1, 2, today - 2, ROLE_HEAD, _("今日要办"));
	canvas_text(c, body.y + 1, today + 2, body.cols - today - 2, ROLE_HEAD, _("画面"));
	for (size_t i = 0, left = 0; i < d->columns; i++) {
		int cols = d->sections && !i ? today : width;
		struct area a = {body.y + 2, (int)left, body.rows - 2, cols - 1};
		paint_column(s, c, a, column_start(d, i), d->ends[i]);
		left += (size_t)cols;
	}
}

/* Digits only, in whatever width the input method sends them. */
static bool desk_text(struct app *app, void *self, const char *s, bool paste)
{
	struct desk_state *d = self;
	uint32_t cp;
	size_t n = utf8_next(s, strlen(s), &cp);
	cp = key_fold(cp);
	if (paste || s[n] || cp < '0' || cp > '9')
		return false;
	char digit[2] = {(char)cp, '\0'};
	return field_context.text(app, &d->code, digit, false);
}
static const struct context code_context = {.name = "desk-code", .text = desk_text, .keys_first = true};

static void desk_chain(struct screen *s, struct chain *out)
{
	chain_add(out, &code_context, s->state);
}

static void open_entry(struct app *app, const struct entry *x)
{
	struct screen_arg arg = {.text = x->key};
	if (x->type)
		app_push(app, x->type, NULL, (struct then){0});
	else
		app_push(app, screen_find("agenda"), &arg, (struct then){0});
}

static void act_enter(struct app *app, void *self)
{
	struct screen *s = self;
	struct desk_state *d = s->state;
	char code[16] = "";
	if (!d->code.len) {
		open_entry(app, &d->entries[d->cursor]);
		return;
	}
	memcpy(code, edit_text(&d->code), strnlen(edit_text(&d->code), sizeof code - 1));
	edit_set(&d->code, "");
	for (size_t i = 0; i < d->n; i++)
		if (!strcmp(d->entries[i].code, code)) {
			open_entry(app, &d->entries[i]);
			return;
		}
	const struct screen_type *t = screen_find(code);
	if (t)
		app_push(app, t, NULL, (struct then){0});
	else
		app_note(app, _("没有编号 %s"), code);
}

static void move(struct screen *s, int by)
{
	struct desk_state *d = s->state;
	size_t column = column_at(d), from = column_start(d, column), to = d->ends[column];
	edit_set(&d->code, "");
	if (by > 0 ? d->cursor + 1 < to : d->cursor > from)
		d->cursor += by > 0 ? 1 : (size_t)-1;
}

static void act_down(struct app *app, void *self)
{
	(void)app;
	move(self, 1);
}

static void act_up(struct app *app, void *self)
{
	(void)app;
	move(self, -1);
}

/* To the next column, about the same height. */
static void cross(struct screen *s, bool left)
{
	struct desk_state *d = s->state;
	size_t column = column_at(d), at = d->cursor - column_start(d, column);
	edit_set(&d->code, "");
	if (left ? !column : column + 1 == d->columns)
		return;
	column = left ? column - 1 : column + 1;
	size_t n = d->ends[column] - column_start(d, column);
	d->cursor = column_start(d, column) + (at < n ? at : n - 1);
}

static void act_left(struct app *app, void *self)
{
	(void)app;
	cross(self, true);
}

static void act_right(struct app *app, void *self)
{
	(void)app;
	cross(self, false);
}

static void act_clear(struct app *app, void *self)
{
	struct desk_state *d = ((struct screen *)self)->state;
	(void)app;
	edit_backspace(&d->code);
	follow(d);
}

static void desk_event(struct screen *s, const struct event *ev)
{
	struct desk_state *d = s->state;
	if (ev->kind == EVENT_TICK && !d->counted)
		count(s);
	output_job_event(&d->job, ev);
}

static void desk_refresh(struct screen *s)
{
	count(s);
}

static void act_print(struct app *app, void *self)
{
	struct screen *s = self;
	struct err e = {0};
	if (!app->office) {
		err_set(&e, ERR_MISSING, _("没有打开办公文件"));
		app_refuse(app, &e);
		return;
	}
	output_today(&((struct desk_state *)s->state)->job, s);
}

static const struct action actions[] = {
	{.name = "enter", .label = N_("打开"), .flags = ACTION_REQUIRED | ACTION_QUIET, .run = act_enter},
	{.name = "cursor-down", .label = N_("下移"), .flags = ACTION_REQUIRED | ACTION_QUIET, .run = act_down},
	{.name = "cursor-up", .label = N_("上移"), .flags = ACTION_REQUIRED | ACTION_QUIET, .run = act_up},
	{.name = "column-left", .label = N_("左栏"), .flags = ACTION_QUIET, .run = act_left},
	{.name = "column-right", .label = N_("右栏"), .flags = ACTION_QUIET, .run = act_right},
	{.name = "print", .label = N_("打印清单"), .flags = ACTION_BAR, .run = act_print},
	{.name = "clear-option", .label = N_("退一位"), .flags = ACTION_QUIET, .run = act_clear},
	{0},
};

const struct screen_type desk_screen = {
	.name = "desk", .code = "1", .title = N_("关务公开"), .actions = actions, .size = sizeof(struct desk_state),
	.open = desk_open, .close = desk_close, .paint = desk_paint, .chain = desk_chain, .event = desk_event, .refresh = desk_refresh,
};
