#include <string.h>

#include "base/text.h"
#include "tui/app.h"
#include "tui/keys.h"
#include "tui/list_private.h"

#define MOVE(fn)                                                                                                       \
	static void act_##fn(struct app *app, void *self)                                                              \
	{                                                                                                              \
		(void)app;                                                                                             \
		list_##fn(self);                                                                                       \
	}
MOVE(down)
MOVE(up)
MOVE(page_down)
MOVE(page_up)
MOVE(first)
MOVE(last)

struct list_pending *list_pending_of(struct list *l, int64_t id)
{
	for (size_t i = 0; i < l->npending; i++)
		if (l->pending[i].id == id)
			return &l->pending[i];
	return NULL;
}

static const struct list_option *option_of(const struct list *l, char digit)
{
	const struct list_option *o = l->source->options;
	for (; o && o->digit; o++)
		if (o->digit == digit)
			return o;
	return NULL;
}

/* Runs the option of every row that has one; each row then shows what came of it. */
static bool run_pending(struct list *l)
{
	struct screen *s = l->screen;
	struct app *app = s->app;
	bool any = false;
	for (size_t i = 0; i < l->npending && app->top == s; i++) {
		struct list_pending *p = &l->pending[i];
		const struct list_option *o = option_of(l, p->digit);
		if (!p->digit || !o)
			continue;
		struct err e = {0};
		any = true;
		p->digit = 0;
		p->refused = !o->run(s, p->id, &e);
		utf8_copy(p->result, sizeof p->result, p->refused ? e.text : _("完成"));
	}
	return any;
}

static void act_enter(struct app *app, void *self)
{
	struct list *l = self;
	const struct list_row *row = list_current_row(l);
	if (run_pending(l) || !row)
		return;
	if (row->dim)
		app_note(app, "%s", _("这一行不能打开"));
	else if (l->source->enter)
		l->source->enter(l->screen, row->id);
}

static void set_option(struct list *l, char digit)
{
	struct list_pending *p = list_pending_of(l, l->cursor_id);
	if (!p) {
		if (l->npending == sizeof l->pending / sizeof *l->pending)
			return;
		p = &l->pending[l->npending++];
	}
	*p = (struct list_pending){.id = l->cursor_id, .digit = digit};
}

static void act_clear_option(struct app *app, void *self)
{
	struct list *l = self;
	struct list_pending *p = list_pending_of(l, l->cursor_id);
	(void)app;
	if (p && p->digit) {
		*p = l->pending[--l->npending];
	} else if (l->filter.len) {
		l->filtering = true;
		edit_backspace(&l->filter);
		list_filter_changed(l);
	}
}

static void act_mark(struct app *app, void *self)
{
	struct list *l = self;
	(void)app;
	if (!l->page.n)
		return;
	for (size_t i = 0; i < l->nmarks; i++)
		if (l->marks[i] == l->cursor_id) {
			l->marks[i] = l->marks[--l->nmarks];
			list_down(l);
			return;
		}
	if (l->nmarks < LIST_MARKS)
		l->marks[l->nmarks++] = l->cursor_id;
	list_down(l);
}

static void act_unmark_all(struct app *app, void *self)
{
	struct list *l = self;
	(void)app;
	l->nmarks = 0;
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
		if (option_of(l, (char)cp) && l->page.n)
			set_option(l, (char)cp);
		else
			app_note(app, _("这里没有选项 %c；按数字筛选请先按 Tab"), (char)cp);
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
	{.name = "cursor-down", .label = N_("下移"), .flags = ACTION_REQUIRED | ACTION_QUIET, .run = act_down},
	{.name = "cursor-up", .label = N_("上移"), .flags = ACTION_REQUIRED | ACTION_QUIET, .run = act_up},
	{.name = "page-down", .label = N_("下翻"), .flags = ACTION_REQUIRED | ACTION_QUIET, .run = act_page_down},
	{.name = "page-up", .label = N_("上翻"), .flags = ACTION_REQUIRED | ACTION_QUIET, .run = act_page_up},
	{.name = "cursor-first", .label = N_("到最前"), .flags = ACTION_QUIET, .run = act_first},
	{.name = "cursor-last", .label = N_("到最后"), .flags = ACTION_QUIET, .run = act_last},
	{.name = "filter", .label = N_("筛选"), .run = act_filter},
	{.name = "filter-clear", .label = N_("清除筛选"), .run = act_filter_clear},
	{.name = "clear-option", .label = N_("取消选项"), .flags = ACTION_QUIET, .run = act_clear_option},
	{.name = "mark", .label = N_("标记"), .run = act_mark},
	{.name = "unmark-all", .label = N_("取消标记"), .run = act_unmark_all},
	{.name = "sort", .label = N_("排序"), .run = act_sort},
	{.name = "sort-reverse", .label = N_("倒序"), .run = act_reverse},
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
