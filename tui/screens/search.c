/* F7: one line of text, everywhere. Hanzi, pinyin, numbers, telephone numbers; each row says what matched. */
#include <string.h>
#include "base/text.h"
#include "office/appeal.h"
#include "office/info.h"
#include "office/matter.h"
#include "office/register_entry.h"
#include "office/search.h"
#include "tui/app.h"
#include "tui/list.h"
#include "tui/screens/jump.h"

struct search_state {
	struct list list;
};

/* States are stored as codes; a clerk reads words. */
static const char *state_label(const struct search_hit *h)
{
	if (!strcmp(h->kind, "info"))
		return choice_label(info_states, h->state);
	if (!strcmp(h->kind, "request") || !strcmp(h->kind, "correction"))
		return choice_label(matter_states, h->state);
	if (!strcmp(h->kind, "appeal"))
		return choice_label(strcmp(h->state, "void") ? appeal_results : matter_states, h->state);
	if (!strcmp(h->kind, "register"))
		return choice_label(register_entry_states, h->state);
	return "";
}

static bool page(struct screen *s, const struct list_query *q, struct list_page *out, struct err *e)
{
	struct search_hit *hit;
	size_t n = 0;
	struct err nothing = {0};
	if (*q->filter && !search_find(s->app->office, q->filter, q->arena, &hit, &n, &nothing)) {
		if (nothing.code != ERR_INPUT)
			return err_set(e, nothing.code, "%s", nothing.text);
		n = 0;
	}
	struct list_row *rows = arena_array(q->arena, struct list_row, n + 1);
	for (size_t i = 0; i < n; i++) {
		rows[i].id = (int64_t)i + 1;
		rows[i].cells[0] = jump_label(hit[i].kind, hit[i].id);
		rows[i].cells[1] = hit[i].id;
		rows[i].cells[2] = hit[i].title;
		rows[i].cells[3] = state_label(&hit[i]);
		rows[i].cells[4] = hit[i].why;
		rows[i].roles[4] = ROLE_DIM;
	}
	struct list_query all = *q;
	all.filter = ""; /* found by reading too: nothing more to leave out */
	return list_page_of(s, rows, n, &all, out);
}

static void enter(struct screen *s, int64_t id)
{
	struct search_state *st = s->state;
	struct search_hit *hit;
	size_t n;
	struct err e = {0};
	if (!search_find(s->app->office, edit_text(&st->list.filter), &s->app->event_arena, &hit, &n, &e))
		app_refuse(s->app, &e);
	else if ((size_t)id <= n)
		jump_to(s->app, hit[id - 1].kind, strcmp(hit[id - 1].kind, "person") && strcmp(hit[id - 1].kind, "unit") ? hit[id - 1].id :
			hit[id - 1].title);
}

static const struct list_column columns[] = {
	{.label = N_("类别"), .width = 8},
	{.label = N_("编号"), .width = 12},
	{.label = N_("内容")},
	{.label = N_("状态"), .width = 10},
	{.label = N_("相符"), .width = 10, .spare = 1},
	{0},
};
static const struct list_source source = {
	.whole = true, .columns = columns, .empty = N_("输入文字、编号、电话或拼音首字母"), .page = page, .enter = enter,
};

static bool search_open(struct screen *s, const struct screen_arg *arg, struct err *e)
{
	struct search_state *st = s->state;
	(void)arg;
	(void)e;
	list_open(&st->list, s, &source);
	st->list.filtering = true;
	return true;
}

const struct screen_type search_screen = {
	.name = "search", .code = "42", .title = N_("查找"), .size = sizeof(struct search_state), .menu = true, .needs_office = true,
	.open = search_open, .close = list_screen_close, .paint = list_screen_paint, .chain = list_screen_chain, .refresh = list_screen_refresh,
};
