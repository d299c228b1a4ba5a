#include <string.h>

#include "base/text.h"
#include "tui/app.h"
#include "tui/ask.h"
#include "tui/keys.h"
#include "tui/list_private.h"

/* With options the focus goes to the rows, so that the next digit is an option; a letter goes on with the filter. */
#define MOVE(fn)                                                                                                       \
	static void act_##fn(struct app *app, void *self)                                                              \
	{                                                                                                              \
		struct list *l = self;                                                                                 \
		(void)app;                                                                                             \
		if (l->picks)                                                                                          \
			l->filtering = false;                                                                          \
		list_##fn(l);                                                                                          \
	}
MOVE(down)
MOVE(up)
MOVE(page_down)
MOVE(page_up)
MOVE(first)
MOVE(last)

static void open_row(struct list *l)
{
	struct app *app = l->screen->app;
	const struct list_row *row = list_current_row(l);
	if (row && row->dim)
		app_note(app, "%s", _("这一行不能打开"));
	else if (row && l->source->enter)
		l->source->enter(l->screen, row->id);
}

static void act_enter(struct app *app, void *self)
{
	(void)app;
	if (!list_run(self))
		open_row(self);
}

static void act_open(struct app *app, void *self)
{
	(void)app;
	open_row(self);
}

static void full(struct app *app)
{
	app_note(app, _("一次最多选 %d 行；先筛选，分几次办"), PICKS_MAX);
}

static void act_clear_option(struct app *app, void *self)
{
	struct list *l = self;
	const struct pick *p = l->picks ? pick_find(l->picks, l->cursor_id) : NULL;
	(void)app;
	if (p && p->digit) {
		pick_done(l->picks, l->cursor_id);
	} else if (l->filter.len) {
		l->filtering = true;
		edit_backspace(&l->filter);
		list_filter_changed(l);
	}
}

static bool has_options(struct app *app, void *self, struct err *why)
{
	const struct list *l = self;
	(void)app;
	return l->picks || err_set(why, ERR_RULE, _("这个清单没有可以成批办的事"));
}

static bool has_marks(struct app *app, void *self, struct err *why)
{
	const struct list *l = self;
	return has_options(app, self, why) && (l->picks->marks || err_set(why, ERR_RULE, _("先用空格标记几行")));
}

static bool has_digits(struct app *app, void *self, struct err *why)
{
	const struct list *l = self;
	return has_options(app, self, why) && (l->picks->digits || err_set(why, ERR_RULE, _("没有填选项")));
}

static void act_mark(struct app *app, void *self)
{
	struct list *l = self;
	const struct list_row *row = list_current_row(l);
	if (row && (row->dim || row->fixed)) {
		app_note(app, "%s", _("这一行不能标记"));
		return;
	}
	if (row && !pick_mark(l->picks, row->id, !list_marked(l, row->id)))
		full(app);
	list_down(l);
}

static bool mark_row(struct list *l, const struct list_row *row)
{
	bool room = pick_mark(l->picks, row->id, true);
	if (!room)
		full(l->screen->app);
	return room;
}

static bool invert_row(struct list *l, const struct list_row *row)
{
	bool room = pick_mark(l->picks, row->id, !list_marked(l, row->id));
	if (!room)
		full(l->screen->app);
	return room;
}

static void act_mark_all(struct app *app, void *self)
{
	(void)app;
	list_each(self, mark_row);
}

static void act_mark_invert(struct app *app, void *self)
{
	(void)app;
	list_each(self, invert_row);
}

static void act_unmark_all(struct app *app, void *self)
{
	(void)app;
	picks_unmark(((struct list *)self)->picks);
}

static void act_clear_options(struct app *app, void *self)
{
	(void)app;
	picks_clear_digits(((struct list *)self)->picks);
}

static void fill_marked(struct screen *s, void *ctx, const struct result *r)
{
	struct list *l = ctx;
	for (size_t i = 0; r->done && i < l->picks->n; i++)
		if (l->picks->rows[i].mark)
			(void)!pick_digit(l->picks, s->app, l->picks->rows[i].id, r->text[0]);
}

/* The marked rows get their digit at once; Enter then runs them like any other. */
static void act_option_marked(struct app *app, void *self)
{
	struct list *l = self;
	struct pick_row rows[LIST_OPTIONS];
	size_t n = 0;
	for (const struct list_option *o = l->source->options; o->digit; o++)
		if (list_option_offered(o)) {
			const char *code = arena_printf(&app->event_arena, "%c", o->digit);
			rows[n++] = (struct pick_row){.code = code, .label = arena_printf(&app->event_arena, "%s %s", code, tr(o->label))};
		}
	ask_pick(app, arena_printf(&app->event_arena, _("给已标的 %zu 行填"), l->picks->marks), rows, n, NULL,
		(struct then){.call = fill_marked, .ctx = l});
}

static bool can_sort(struct app *app, void *self, struct err *why)
{
	const struct list *l = self;
	(void)app;
	for (const struct list_column *c = l->source->columns; c->label; c++)
		if (c->sort)
			return true;
	return err_set(why, ERR_RULE, _("这个清单有自己的次序，不能改排；F4 换一类，或者打字筛选"));
}

static void act_sort(struct app *app, void *self)
{
	(void)app;
	list_sort(self, false);
}

static void act_reverse(struct app *app, void *self)
{
	(void)app;
	list_sort(self, true);
}

static void act_filter(struct app *app, void *self)
{
	struct list *l = self;
	(void)app;
	l->filtering = true;
}

static void act_filter_done(struct app *app, void *self)
{
	struct list *l = self;
	(void)app;
	l->filtering = false;
}

static void act_filter_clear(struct app *app, void *self)
{
	struct list *l = self;
	(void)app;
	edit_set(&l->filter, "");
	list_filter_changed(l);
}

/* A digit with an option fills the row's option; anything else begins the filter. */
static bool list_text(struct app *app, void *self, const char *s, bool paste)
{
	struct list *l = self;
	uint32_t cp;
	size_t n = utf8_next(s, strlen(s), &cp);
	cp = key_fold(cp);
	if (!paste && !s[n] && cp >= '0' && cp <= '9' && l->source->options) {
		const struct list_row *row = list_current_row(l);
		if (list_option_of(l, (char)cp) && row && !row->dim) {
			if (!pick_digit(l->picks, app, row->id, (char)cp))
				full(app);
		} else {
			app_note(app, _("这里没有选项 %c；按数字筛选请先按 Tab"), (char)cp);
		}
		return true;
	}
	l->filtering = true;
	return field_context.text(app, &l->filter, s, paste);
}

void list_chain(struct list *l, struct chain *out)
{
	if (l->filtering) {
		chain_add(out, &field_context, &l->filter);
		chain_add(out, &filter_context, l);
	}
	chain_add(out, &list_context, l);
}

static const struct action list_actions[] = {
	{.name = "enter", .label = N_("打开"), .flags = ACTION_REQUIRED | ACTION_QUIET, .run = act_enter},
	{.name = "open", .label = N_("打开这一行"), .flags = ACTION_QUIET, .run = act_open},
	{.name = "cursor-down", .label = N_("下移"), .flags = ACTION_REQUIRED | ACTION_QUIET, .run = act_down},
	{.name = "cursor-up", .label = N_("上移"), .flags = ACTION_REQUIRED | ACTION_QUIET, .run = act_up},
	{.name = "page-down", .label = N_("下翻"), .flags = ACTION_REQUIRED | ACTION_QUIET, .run = act_page_down},
	{.name = "page-up", .label = N_("上翻"), .flags = ACTION_REQUIRED | ACTION_QUIET, .run = act_page_up},
	{.name = "cursor-first", .label = N_("到最前"), .flags = ACTION_QUIET, .run = act_first},
	{.name = "cursor-last", .label = N_("到最后"), .flags = ACTION_QUIET, .run = act_last},
	{.name = "filter", .label = N_("筛选"), .run = act_filter},
	{.name = "filter-clear", .label = N_("清除筛选"), .run = act_filter_clear},
	{.name = "clear-option", .label = N_("取消选项"), .flags = ACTION_QUIET, .run = act_clear_option},
	{.name = "mark", .label = N_("标记"), .run = act_mark, .can = has_options},
	{.name = "mark-all", .label = N_("全部标记（筛选出来的）"), .run = act_mark_all, .can = has_options},
	{.name = "mark-invert", .label = N_("反选标记"), .run = act_mark_invert, .can = has_options},
	{.name = "unmark-all", .label = N_("取消标记"), .run = act_unmark_all, .can = has_marks},
	{.name = "option-marked", .label = N_("给已标的填选项"), .run = act_option_marked, .can = has_marks},
	{.name = "clear-options", .label = N_("取消全部选项"), .run = act_clear_options, .can = has_digits},
	{.name = "unmask", .label = N_("显示个人信息"), .run = list_ask_bare, .can = list_may_bare},
	{.name = "sort", .label = N_("排序"), .run = act_sort, .can = can_sort},
	{.name = "sort-reverse", .label = N_("倒序"), .run = act_reverse, .can = can_sort},
	{0},
};
const struct context list_context = {
	.name = "list", .label = N_("清单"), .actions = list_actions, .text = list_text, .keys_first = true,
};

static const struct action filter_actions[] = {
	{.name = "filter-done", .label = N_("回到清单"), .flags = ACTION_REQUIRED | ACTION_QUIET, .run = act_filter_done},
	{0},
};
const struct context filter_context = {.name = "filter", .label = N_("筛选"), .actions = filter_actions};
