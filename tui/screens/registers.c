/* All registers, with how much stands in each and why it is kept. */
#include "tui/app.h"
#include "tui/screens/register.h"

static bool page(struct screen *s, const struct list_query *q, struct list_page *out, struct err *e)
{
	int64_t counts[REGISTERS_MAX];
	struct list_row *rows = arena_array(q->arena, struct list_row, REGISTERS_MAX);
	size_t n = 0;
	if (!register_counts(s->app->office, counts, e))
		return false;
	for (const struct register_kind *k = register_kinds; k->name; k++, n++) {
		rows[n].id = (int64_t)n + 1;
		rows[n].cells[0] = tr(k->label);
		rows[n].cells[1] = counts[n] == INT_NONE ? "" : arena_printf(q->arena, "%lld", (long long)counts[n]);
		rows[n].cells[2] = k->own ? _("手工登记") : _("自动生成");
		rows[n].cells[3] = tr(k->article);
		rows[n].roles[1] = counts[n] ? ROLE_TEXT : ROLE_DIM;
	}
	return list_page_of(s, rows, n, q, out);
}

static void enter(struct screen *s, int64_t id)
{
	struct screen_arg arg = {.text = register_kinds[id - 1].name};
	app_push(s->app, &register_screen, &arg, (struct then){0});
}

static const struct list_column columns[] = {
	{.label = N_("台账"), .width = 22}, {.label = N_("件数"), .width = 6, .right = true}, {.label = N_("来源"), .width = 10}, {.label = N_("依据")}, {0},
};
static const struct list_source source = {.columns = columns, .page = page, .enter = enter};

static bool registers_open(struct screen *s, const struct screen_arg *arg, struct err *e)
{
	(void)arg;
	(void)e;
	list_open(s->state, s, &source);
	return true;
}

const struct screen_type registers_screen = {
	.name = "registers", .code = "51", .title = N_("台账"), .size = sizeof(struct list), .menu = true, .needs_office = true,
	.open = registers_open, .close = list_screen_close, .paint = list_screen_paint, .chain = list_screen_chain, .event = list_screen_event,
	.refresh = list_screen_refresh,
};
