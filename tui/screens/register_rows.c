/* The rows of one register, newest first: those of a period, under a filter over every column. Right and Left turn the columns: the first
 * face has the chosen ones, the others the rest in their order, as many as fit. Enter opens the case. */
#include <string.h>

#include "base/text.h"
#include "tui/app.h"
#include "tui/ask.h"
#include "tui/screens/appeal.h"
#include "tui/screens/correction.h"
#include "tui/screens/info.h"
#include "tui/screens/letter.h"
#include "tui/screens/matter.h"
#include "tui/screens/register.h"
#include "tui/screens/request.h"
#include "tui/verb_form.h"

enum { GUTTER = 3, LEAST = 4, MOST = 24, PERSON = 18 }; /* cells; an identity number whole */

struct rows_state {
	struct list list; /* first: list_screen_* */
	struct list_source source;
	struct list_column columns[LIST_COLUMNS + 1];
	const struct field *fields[LIST_COLUMNS];
	size_t ncolumns;
	int face, cols;   /* which columns; the width they were chosen for */
	const struct register_kind *kind;
	struct register_filter filter;
	struct arena load; /* of rows */
	struct register_rows rows;
	const char **keys; /* of rows; NULL until something is filtered */
	bool loaded;
	struct register_out out;
};

/* --- columns ------------------------------------------------------------------------------------------------------------------ */

/* Long texts give way: one of them gets what is left over. */
static int cells_of(const struct field *f, bool chosen)
{
	int label = text_cells(tr(f->label)), n = f->width ? f->width : f->type == FIELD_DATE ? 10 : f->type == FIELD_FLAG ? 4 : f->flags & FIELD_PERSONAL ? PERSON : 12;
	if (f->type == FIELD_LINES)
		n = chosen ? 12 : MOST;
	else if (n > MOST)
		n = chosen ? 8 : MOST;
	return n > label ? n : label;
}

static void take(struct rows_state *st, const struct field *f, int width)
{
	st->fields[st->ncolumns] = f;
	st->columns[st->ncolumns] = (struct list_column){.label = f->label, .width = width, .min = LEAST,
		.right = f->type == FIELD_INT || f->type == FIELD_MONEY};
	st->columns[++st->ncolumns] = (struct list_column){0};
}

/* The widest text takes what is left over. */
static void stretch(struct rows_state *st)
{
	size_t widest = st->ncolumns;
	for (size_t i = 0; i < st->ncolumns; i++)
		if ((st->fields[i]->type == FIELD_TEXT || st->fields[i]->type == FIELD_LINES) &&
			(widest == st->ncolumns || st->fields[i]->width > st->fields[widest]->width))
			widest = i;
	if (widest < st->ncolumns)
		st->columns[widest].width = 0;
}

static bool stands(const struct rows_state *st, const struct field *f, bool chosen)
{
	return !(f->flags & FIELD_HIDDEN) && (chosen ? f->width > 0 : f != st->fields[0]);
}

/* Columns of a face in this width; false when there is no such face. */
static bool columns_of(struct rows_state *st, int face, int cols)
{
	const struct field *f = st->kind->type->fields;
	int left = cols - GUTTER, at = 0;
	st->ncolumns = 0;
	for (; face == 0 && f->name && st->ncolumns < LIST_COLUMNS; f++) {
		if (!stands(st, f, true) || (st->ncolumns && cells_of(f, true) + 1 > left))
			continue;
		left -= cells_of(f, true) + 1;
		take(st, f, cells_of(f, true));
	}
	if (face > 0) {
		const struct field *first = f++;
		take(st, first, cells_of(first, true));
		left -= cells_of(first, true) + 1;
		for (int page = 1, room = left; f->name; f++) {
			if (!stands(st, f, false))
				continue;
			at++;
			if (cells_of(f, false) + 1 > room || st->ncolumns == LIST_COLUMNS) {
				if (page++ == face)
					break;
				room = left;
			}
			room -= cells_of(f, false) + 1;
			if (page == face)
				take(st, f, cells_of(f, false));
		}
	}
	stretch(st);
	return face == 0 || st->ncolumns > 1;
}

static void set_columns(struct screen *s, int face, int cols)
{
	struct rows_state *st = s->state;
	if (!columns_of(st, face, cols)) {
		app_note(s->app, "%s", _("后面没有别的栏目了"));
		columns_of(st, st->face, cols);
		return;
	}
	st->face = face;
	st->cols = cols;
	list_reload(&st->list);
}

/* --- rows ---------------------------------------------------------------------------------------------------------------------- */

static bool load(struct screen *s, struct err *e)
{
	struct rows_state *st = s->state;
	if (st->loaded)
		return true;
	arena_reset(&st->load);
	st->rows = (struct register_rows){0};
	st->keys = NULL;
	st->loaded = register_load(s->app->office, st->kind, &st->filter, &st->load, &st->rows, e);
	return st->loaded;
}

static enum role role_of(const struct field *f, const struct register_row *r)
{
	if (!strcmp(f->name, "overdue") || !strcmp(f->name, "due"))
		return r->overdue == 1 ? ROLE_LATE : ROLE_TEXT;
	return !strcmp(f->name, "state") && r->state && !strcmp(r->state, "void") ? ROLE_DIM : ROLE_TEXT;
}

static bool matches(struct rows_state *st, size_t i, const char *filter)
{
	if (!*filter)
		return true;
	if (!st->keys) {
		st->keys = arena_array(&st->load, const char *, st->rows.n + 1);
		for (size_t k = 0; k < st->rows.n; k++)
			st->keys[k] = register_key(st->kind, &st->rows.rows[k], &st->load);
	}
	return register_holds(st->keys[i], filter);
}

static void fill(const struct rows_state *st, const struct register_row *r, bool bare, struct arena *a, struct list_row *out)
{
	*out = (struct list_row){.id = r->row};
	for (size_t k = 0; k < st->ncolumns; k++) {
		out->cells[k] = bare ? record_shown(st->fields[k], r, a) : record_masked(st->fields[k], r, true, a);
		out->roles[k] = role_of(st->fields[k], r);
	}
}

/* Newest first: from the end of what was loaded. */
static bool page(struct screen *s, const struct list_query *q, struct list_page *out, struct err *e)
{
	struct rows_state *st = s->state;
	if (!load(s, e))
		return false;
	size_t n = st->rows.n, at = q->backward ? n : 0;
	for (size_t i = 0; q->from && i < n; i++)
		if (st->rows.rows[n - 1 - i].row == q->from->id)
			at = i;
	out->rows = arena_array(q->arena, struct list_row, q->n + 1);
	while (out->n < q->n && (q->backward ? at > 0 : at < n)) {
		size_t i = n - 1 - (q->backward ? --at : at++);
		if (matches(st, i, q->filter))
			fill(st, &st->rows.rows[i], q->bare, q->arena, &out->rows[out->n++]);
	}
	return true;
}

static bool count(struct screen *s, const char *filter, int64_t *out, struct err *e)
{
	struct rows_state *st = s->state;
	if (!load(s, e))
		return false;
	*out = 0;
	for (size_t i = 0; i < st->rows.n; i++)
		*out += matches(st, i, filter);
	return true;
}

static const struct register_row *current(struct screen *s)
{
	struct rows_state *st = s->state;
	int64_t id = list_current(&st->list);
	for (size_t i = 0; i < st->rows.n; i++)
		if (st->rows.rows[i].row == id)
			return &st->rows.rows[i];
	return NULL;
}

/* Every field of the row that says something; an entry of one's own is whole. */
static void show_row(struct screen *s, const struct register_row *r)
{
	struct rows_state *st = s->state;
	struct arena *a = &s->app->event_arena;
	struct str text = str_new(a);
	for (const struct field *f = st->kind->type->fields; f->name; f++)
		if (!(f->flags & FIELD_HIDDEN) && record_known(f, r))
			str_printf(&text, _("%s：%s\n"), tr(f->label), st->kind->own ? record_shown(f, r, a) : record_masked(f, r, true, a));
	show_text(s->app, r->id ? r->id : tr(st->kind->label), text.s);
}

static void enter(struct screen *s, int64_t id)
{
	struct rows_state *st = s->state;
	const struct register_row *r = current(s);
	struct screen_arg arg = {.id = id};
	(void)id;
	if (!r)
		return;
	if (!strcmp(st->kind->name, "appeals"))
		app_push(s->app, &appeal_screen, &arg, (struct then){0});
	else if (!strcmp(st->kind->name, "letters"))
		app_push(s->app, &letter_screen, &arg, (struct then){0});
	else if (st->kind->own || (r->matter_id == INT_NONE && r->info_id == INT_NONE))
		show_row(s, r);
	else {
		arg.id = r->info_id != INT_NONE ? r->info_id : r->matter_id;
		app_push(s->app, r->info_id != INT_NONE ? &info_screen : r->id && *r->id == 'C' ? &correction_screen : &request_screen, &arg, (struct then){0});
	}
}

/* --- period ---------------------------------------------------------------------------------------------------------------------- */

static void set_period(struct screen *s, daynum from, daynum to)
{
	struct rows_state *st = s->state;
	char a[DAY_ISO], b[DAY_ISO];
	st->filter.from = from;
	st->filter.to = to;
	st->loaded = false;
	s->title = from == DAY_NONE && to == DAY_NONE ? arena_printf(&s->arena, _("%s：全部"), tr(st->kind->label)) :
		arena_printf(&s->arena, _("%s：%s至%s"), tr(st->kind->label), day_iso(from, a), day_iso(to, b));
}

/* "2026-01-01 2026-06-30", in any form that a date may have. */
static void period_typed(struct screen *s, void *ctx, const struct result *r)
{
	struct input in = app_input(s->app);
	struct err e = {0};
	daynum from, to;
	(void)ctx;
	if (!r->done || text_is_blank(r->text))
		return;
	char *first = text_trim(&s->app->event_arena, r->text), *second = first + strcspn(first, " ");
	if (*second)
		*second++ = '\0';
	if (!date_input(first, &in, 0, &from, &e) || !date_input(*second ? text_trim(&s->app->event_arena, second) : ".", &in, 0, &to, &e) ||
		(from > to && !err_set(&e, ERR_INPUT, _("结束日期早于开始日期")))) {
		app_refuse(s->app, &e);
		return;
	}
	set_period(s, from, to);
	list_reload(s->state);
}

static void period_picked(struct screen *s, void *ctx, const struct result *r)
{
	daynum from, to;
	(void)ctx;
	if (!r->done)
		return;
	if (!register_period(r->text, app_today(s->app), &from, &to)) {
		ask_line(s->app, _("起止日期"), _("开始 结束"), "", (struct then){.call = period_typed});
		return;
	}
	set_period(s, from, to);
	list_reload(s->state);
}

static void act_period(struct app *app, void *self)
{
	static const struct pick_row rows[] = {
		{.code = "year", .label = N_("今年")}, {.code = "last_year", .label = N_("去年")}, {.code = "month", .label = N_("本月")},
		{.code = "last_month", .label = N_("上月")}, {.code = "all", .label = N_("全部")}, {.code = "own", .label = N_("自定起止…")},
	};
	const struct rows_state *st = ((struct screen *)self)->state;
	ask_pick(app, arena_printf(&app->event_arena, _("起止（按%s）"), tr(st->kind->period)), rows, sizeof rows / sizeof *rows, NULL,
		(struct then){.call = period_picked});
}

/* --- acts ------------------------------------------------------------------------------------------------------------------------ */

static const struct register_book *book(struct screen *s)
{
	return register_book(((struct rows_state *)s->state)->kind->name);
}

static bool can_write(struct app *app, void *self, struct err *why)
{
	(void)app;
	return book(self) || err_set(why, ERR_RULE, _("这本台账由办件自动生成，不能手工登记"));
}

static void act_new(struct app *app, void *self)
{
	const struct register_book *b = book(self);
	struct register_row *r = arena_new(&app->event_arena, struct register_row);
	record_clear(b->add->args, r);
	r->on = app_today(app);
	verb_form_open(app, b->add, INT_NONE, r);
}

/* The entry under the cursor, read again. */
static bool entry(struct screen *s, struct register_row *out)
{
	const struct register_book *b;
	struct err e = {0};
	if (list_current(s->state) == INT_NONE || register_entry_load(s->app->office, list_current(s->state), &s->app->event_arena, out, &b, &e))
		return list_current(s->state) != INT_NONE;
	app_refuse(s->app, &e);
	return false;
}

static void act_change(struct app *app, void *self)
{
	struct register_change *args = arena_new(&app->event_arena, struct register_change);
	record_clear(book(self)->change->args, args);
	if (entry(self, &args->now))
		verb_form_open(app, book(self)->change, args->now.row, args);
}

static void act_close(struct app *app, void *self)
{
	struct register_row *args = arena_new(&app->event_arena, struct register_row);
	if (!entry(self, args))
		return;
	args->closed_on = app_today(app);
	verb_form_open(app, book(self)->close, args->row, args);
}

static void act_void(struct app *app, void *self)
{
	if (list_current(((struct screen *)self)->state) != INT_NONE)
		verb_form_open(app, &register_void, list_current(((struct screen *)self)->state), NULL);
}

static void act_reopen(struct app *app, void *self)
{
	if (list_current(((struct screen *)self)->state) != INT_NONE)
		verb_form_open(app, &register_reopen, list_current(((struct screen *)self)->state), NULL);
}

static void act_right(struct app *app, void *self)
{
	struct rows_state *st = ((struct screen *)self)->state;
	(void)app;
	set_columns(self, st->face + 1, st->cols);
}

static void act_left(struct app *app, void *self)
{
	struct rows_state *st = ((struct screen *)self)->state;
	if (st->face > 0)
		set_columns(self, st->face - 1, st->cols);
	else
		app_note(app, "%s", _("已是最左边的栏目"));
}

/* How the date of the case was counted; where there is no case, everything the row says. */
static void act_why(struct app *app, void *self)
{
	const struct register_row *r = current(self);
	if (r && r->matter_id != INT_NONE && !book(self))
		matter_why(app, r->matter_id);
	else if (r)
		show_row(self, r);
}

static void act_row(struct app *app, void *self)
{
	const struct register_row *r = current(self);
	(void)app;
	if (r)
		show_row(self, r);
}

static void act_print(struct app *app, void *self)
{
	struct screen *s = self;
	struct rows_state *st = s->state;
	struct register_filter f = st->filter;
	f.text = text_trim(&app->event_arena, edit_text(&st->list.filter));
	register_out_choose(&st->out, s, st->kind, &f);
}

/* --- screen ------------------------------------------------------------------------------------------------------------------------ */

/* "T2026-0001" opens the register the entry stands in, on it. */
static bool kind_of(struct screen *s, const char *text, int64_t *id, const struct register_book **book_out, struct err *e)
{
	struct register_row r;
	if (strlen(text) < 6 || text[5] != '-')
		return true;
	return register_entry_find(s->app->office, text, id, e) && register_entry_load(s->app->office, *id, &s->app->event_arena, &r, book_out, e);
}

static bool rows_open(struct screen *s, const struct screen_arg *arg, struct err *e)
{
	struct rows_state *st = s->state;
	daynum from, to;
	int64_t entry = INT_NONE;
	const struct register_book *b = NULL;
	if (arg->text && !kind_of(s, arg->text, &entry, &b, e))
		return false;
	st->kind = register_find(b ? b->name : arg->text ? arg->text : "requests", e);
	if (!st->kind)
		return false;
	st->filter = REGISTER_ALL;
	st->cols = s->app->canvas.cols;
	columns_of(st, 0, st->cols);
	st->source = (struct list_source){.columns = st->columns, .page = page, .count = count, .enter = enter, .masks = true,
		.empty = st->kind->own ? N_("这段时间没有；F6 登记，F4 换起止") : N_("这段时间没有；F4 换起止")};
	register_period(b ? "all" : "year", app_today(s->app), &from, &to);
	set_period(s, from, to);
	list_open(&st->list, s, &st->source);
	if (b)
		list_goto(&st->list, entry, NULL);
	return true;
}

static void rows_close(struct screen *s)
{
	struct rows_state *st = s->state;
	list_close(&st->list);
	register_out_close(&st->out);
	arena_free(&st->load);
}

static void rows_paint(struct screen *s, struct canvas *c, struct area body)
{
	struct rows_state *st = s->state;
	if (body.cols != st->cols)
		set_columns(s, st->face, body.cols);
	list_paint(&st->list, c, body);
}

static void rows_event(struct screen *s, const struct event *ev)
{
	struct rows_state *st = s->state;
	list_event(&st->list, ev);
	register_out_event(&st->out, ev);
}

static void rows_refresh(struct screen *s)
{
	((struct rows_state *)s->state)->loaded = false;
	list_reload(s->state);
}

static const struct action columns_actions[] = {
	{.name = "column-right", .label = N_("右边的栏目"), .run = act_right},
	{.name = "column-left", .label = N_("左边的栏目"), .run = act_left},
	{0},
};
const struct context columns_context = {.name = "columns", .label = N_("台账栏目"), .actions = columns_actions};

static void rows_chain(struct screen *s, struct chain *out)
{
	struct rows_state *st = s->state;
	if (!st->list.filtering)
		chain_add(out, &columns_context, s);
	list_chain(&st->list, out);
}

static const struct action actions[] = {
	{.name = "new", .label = N_("登记"), .flags = ACTION_BAR, .run = act_new, .can = can_write},
	{.name = "values", .label = N_("起止"), .flags = ACTION_BAR, .run = act_period},
	{.name = "print", .label = N_("打印、导出"), .flags = ACTION_BAR, .run = act_print},
	{.name = "why", .label = N_("期限"), .flags = ACTION_BAR, .run = act_why},
	{.name = "register-row", .label = N_("看这一行的全部栏目"), .run = act_row},
	{.name = "register-change", .label = N_("更改"), .run = act_change, .can = can_write},
	{.name = "register-close", .label = N_("办结"), .run = act_close, .can = can_write},
	{.name = "register-reopen", .label = N_("重新打开"), .run = act_reopen, .can = can_write},
	{.name = "register-void", .label = N_("作废"), .run = act_void, .can = can_write},
	{0},
};

const struct screen_type register_screen = {
	.name = "register", .code = "52", .title = N_("台账"), .actions = actions, .size = sizeof(struct rows_state), .needs_office = true,
	.open = rows_open, .close = rows_close, .paint = rows_paint, .chain = rows_chain, .event = rows_event, .refresh = rows_refresh,
	.subject = list_screen_subject,
};
