#include "tui/conflict.h"

#include <string.h>

#include "base/text.h"
#include "tui/app.h"
#include "tui/list.h"
#include "tui/pane.h"

enum { DETAIL_ROWS = 8 };

struct conflict_screen {
	struct list list;
	struct conflict *c;
};

static struct conflict *conflict_of(const struct screen *s)
{
	return ((const struct conflict_screen *)s->state)->c;
}

static const char *pick_words(const struct merge_field *f, enum conflict_pick pick)
{
	if (pick == PICK_NONE)
		return _("？待选");
	if (f->side == MERGE_THEIRS)
		return pick == PICK_THEIRS ? _("并入") : _("不并入");
	return pick == PICK_MINE ? _("用我的") : _("用对方的");
}

static const char *one_line(const char *s, struct arena *a)
{
	return text_clean(a, s, false);
}

static bool page(struct screen *s, const struct list_query *q, struct list_page *out, struct err *e)
{
	const struct conflict *c = conflict_of(s);
	struct list_row *rows = arena_array(q->arena, struct list_row, c->merge.n + 1);
	(void)e;
	for (size_t i = 0; i < c->merge.n; i++) {
		const struct merge_field *f = &c->merge.fields[i];
		rows[i].id = (int64_t)i + 1;
		rows[i].cells[0] = tr(f->f->label);
		rows[i].cells[1] = one_line(f->was, q->arena);
		rows[i].cells[2] = f->side == MERGE_MINE ? "" : one_line(f->theirs, q->arena);
		rows[i].cells[3] = f->side == MERGE_THEIRS ? "" : one_line(f->mine, q->arena);
		rows[i].cells[4] = pick_words(f, c->picks[i]);
		rows[i].roles[4] = c->picks[i] == PICK_NONE ? ROLE_SOON : ROLE_MARK;
	}
	return list_page_of(s, rows, c->merge.n, q, out);
}

static void enter(struct screen *s, int64_t id)
{
	enum conflict_pick *pick = &conflict_of(s)->picks[id - 1];
	*pick = *pick == PICK_MINE ? PICK_THEIRS : PICK_MINE;
	list_reload(s->state);
}

static const struct list_column columns[] = {
	{.label = N_("栏"), .width = 14}, {.label = N_("原值")}, {.label = N_("对方改为")}, {.label = N_("我填的")}, {.label = N_("取"), .width = 8}, {0},
};
static const struct list_source source = {.whole = true, .columns = columns, .empty = N_("没有不同"), .page = page, .enter = enter};

static bool conflict_start(struct screen *s, const struct screen_arg *arg, struct err *e)
{
	struct conflict_screen *st = s->state;
	union { const void *data; struct conflict *c; } from = {.data = arg->data};
	(void)e;
	st->c = from.c;
	s->title = arena_printf(&s->arena, _("%s：两人改了同一栏"), arg->text);
	list_open(&st->list, s, &source);
	return true;
}

/* Where long texts first differ, less a few words before; 0 for short ones. On a character's first byte. */
static size_t first_difference(const struct merge_field *f)
{
	enum { SHORT = 90, BEFORE = 30 };
	size_t n = 0;
	while (f->was[n] && f->was[n] == f->theirs[n] && f->was[n] == f->mine[n])
		n++;
	if (n < SHORT)
		return 0;
	for (n -= BEFORE; n && (f->was[n] & 0xc0) == 0x80;)
		n--;
	return n;
}

static void add_value(struct pane *p, bool picked, const char *label, const char *value, size_t from)
{
	pane_add(p, picked ? ROLE_MARK : ROLE_TEXT, from ? _("  %s…%s") : "  %s%s", label, one_line(value + from, p->arena));
}

/* The row under the cursor at length, since columns are narrow. */
static void paint_detail(struct screen *s, struct canvas *c, struct area a)
{
	const struct conflict *k = conflict_of(s);
	struct arena *mem = &s->app->event_arena;
	struct pane p;
	int64_t id = list_current(s->state);
	canvas_fill(c, a, ROLE_TEXT);
	if (id == INT_NONE)
		return;
	const struct merge_field *f = &k->merge.fields[id - 1];
	size_t from = first_difference(f);
	pane_open(&p, mem);
	pane_add(&p, ROLE_HEAD, "%s", tr(f->f->label));
	add_value(&p, false, _("原值："), f->was, from);
	if (f->side != MERGE_MINE)
		add_value(&p, k->picks[id - 1] == PICK_THEIRS, arena_printf(mem, _("%s %s 改为："), f->who ? f->who : _("对方"), f->at ? f->at : ""),
			f->theirs, from);
	if (f->side != MERGE_THEIRS)
		add_value(&p, k->picks[id - 1] == PICK_MINE, _("我填的："), f->mine, from);
	pane_paint(&p, c, a);
}

static void conflict_paint(struct screen *s, struct canvas *c, struct area body)
{
	struct conflict_screen *st = s->state;
	struct area low = {.y = body.y + body.rows - DETAIL_ROWS, .x = body.x, .rows = DETAIL_ROWS, .cols = body.cols};
	paint_detail(s, c, low);
	c->caret_on = false;
	list_paint(&st->list, c, (struct area){.y = body.y, .x = body.x, .rows = body.rows - DETAIL_ROWS, .cols = body.cols});
}

static void act_confirm(struct app *app, void *self)
{
	struct screen *s = self;
	const struct conflict *c = conflict_of(s);
	struct err e = {0};
	for (size_t i = 0; i < c->merge.n; i++)
		if (c->picks[i] == PICK_NONE) {
			list_goto(s->state, (int64_t)i + 1, NULL);
			err_set(&e, ERR_INPUT, _("“%s”还没有选定：回车选用我的，再按一次用对方的"), tr(c->merge.fields[i].f->label));
			app_refuse(app, &e);
			return;
		}
	screen_leave(s, (struct result){.done = true, .id = INT_NONE});
}

static const struct action actions[] = {
	{.name = "confirm", .label = N_("合并保存"), .flags = ACTION_BAR, .run = act_confirm},
	{0},
};

static const struct screen_type conflict_screen = {
	.name = "conflict", .title = N_("逐栏比对"), .actions = actions, .size = sizeof(struct conflict_screen), .open = conflict_start,
	.close = list_screen_close, .paint = conflict_paint, .chain = list_screen_chain, .event = list_screen_event,
};

void conflict_open(struct app *app, struct conflict *c, const char *title, struct then then)
{
	struct screen_arg arg = {.text = title, .data = c};
	c->picks = arena_array(&app->top->arena, enum conflict_pick, c->merge.n + 1);
	for (size_t i = 0; i < c->merge.n; i++)
		c->picks[i] = c->merge.fields[i].side == MERGE_BOTH ? PICK_NONE : c->merge.fields[i].side == MERGE_MINE ? PICK_MINE : PICK_THEIRS;
	app_push(app, &conflict_screen, &arg, then);
}

void conflict_apply(const struct conflict *c, void *rec)
{
	for (size_t i = 0; i < c->merge.n; i++)
		if (c->picks[i] == PICK_THEIRS)
			merge_take(&c->merge, &c->merge.fields[i], rec);
}
