/* Who answers for it? A line to type in and the answers under it, best first: three keys from anywhere to the phone number. */
#include <string.h>
#include "base/text.h"
#include "office/who.h"
#include "tui/app.h"
#include "tui/ask.h"
#include "tui/list.h"

struct who_state {
	struct list list;
	char first[256]; /* what the screen was opened with */
};

static const char *dash(const char *s)
{
	return s ? s : "-";
}

static bool page(struct screen *s, const struct list_query *q, struct list_page *out, struct err *e)
{
	const struct who_state *st = s->state;
	struct who *found;
	size_t n = 0;
	const char *text = *q->filter ? q->filter : st->first;
	if (*text && !who_find(s->app->office, text, q->arena, &found, &n, e))
		return false;
	struct list_row *rows = arena_array(q->arena, struct list_row, n + 1);
	for (size_t i = 0; i < n; i++) {
		const struct who *w = &found[i];
		rows[i].id = (int64_t)i + 1;
		rows[i].cells[0] = w->item == INT_NONE ? "" : arena_printf(q->arena, "%lld", (long long)w->item);
		rows[i].cells[1] = w->name;
		rows[i].cells[2] = w->elsewhere ? w->elsewhere : w->unit;
		rows[i].roles[2] = w->elsewhere ? ROLE_SOON : ROLE_TEXT;
		rows[i].cells[3] = w->person;
		rows[i].cells[4] = w->phone;
		rows[i].cells[5] = w->room;
	}
	struct list_query all = *q;
	all.filter = ""; /* who_find has chosen already, by reading as well as by writing */
	return list_page_of(s, rows, n, &all, out);
}

static void enter(struct screen *s, int64_t id)
{
	const struct who_state *st = s->state;
	struct arena *a = &s->app->event_arena;
	const char *text = edit_text(&st->list.filter);
	struct who *found;
	size_t n;
	struct err e = {0};
	if (!who_find(s->app->office, *text ? text : st->first, a, &found, &n, &e)) {
		app_refuse(s->app, &e);
		return;
	}
	if ((size_t)id > n)
		return;
	const struct who *w = &found[id - 1];
	show_text(s->app, w->name, arena_printf(a, _("%s%s\n部门：%s\n责任人：%s\n替补：%s\n电话：%s\n房间：%s"),
		w->elsewhere ? _("由其他机关负责：") : "", dash(w->elsewhere ? w->elsewhere : w->name), dash(w->unit), dash(w->person),
		dash(w->deputy), dash(w->phone), dash(w->room)));
}

static const struct list_column columns[] = {
	{.label = N_("号"), .width = 3, .right = true},
	{.label = N_("事项或名称")},
	{.label = N_("部门或机关"), .width = 16},
	{.label = N_("责任人"), .width = 10},
	{.label = N_("电话"), .width = 14},
	{.label = N_("房间"), .width = 8},
	{0},
};
static const struct list_source source = {
	.whole = true, .columns = columns, .empty = N_("输入事项、部门、姓名、电话或拼音首字母，如 zfcg"), .page = page, .enter = enter,
};

static bool who_open(struct screen *s, const struct screen_arg *arg, struct err *e)
{
	struct who_state *st = s->state;
	(void)e;
	if (arg->text)
		memcpy(st->first, arg->text, text_clip(arg->text, (int)sizeof st->first / 4, NULL));
	list_open(&st->list, s, &source);
	st->list.filtering = true;
	return true;
}

const struct screen_type who_screen = {
	.name = "who", .code = "41", .title = N_("谁负责"), .size = sizeof(struct who_state), .menu = true, .needs_office = true,
	.open = who_open, .close = list_screen_close, .paint = list_screen_paint, .chain = list_screen_chain, .event = list_screen_event, .refresh = list_screen_refresh,
};
