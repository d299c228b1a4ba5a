/* The letters issued, newest first; and the choice of a letter for a case. */
#include <string.h>

#include "base/text.h"
#include "office/letter_view.h"
#include "office/matter.h"
#include "tui/ask.h"
#include "tui/screens/letter.h"
#include "tui/screens/matters.h"
#include "tui/screens/request.h"

static bool page(struct screen *s, const struct list_query *q, struct list_page *out, struct err *e)
{
	/* By number is by id: rising, the page before a row is the page after it, and the row itself belongs to the other one. */
	bool rising = q->sort >= 0 && !q->descending;
	struct letter_filter f = {.matter_id = INT_NONE, .from = q->from ? q->from->id - rising : INT_NONE, .backward = q->backward != rising,
		.word = q->filter, .limit = (int64_t)q->n};
	struct letter_row *found;
	char iso[DAY_ISO];
	if (!letter_page(s->app->office, &f, q->arena, &found, &out->n, e))
		return false;
	out->rows = arena_array(q->arena, struct list_row, out->n + 1);
	for (size_t i = 0; i < out->n; i++) {
		struct list_row *row = &out->rows[i];
		bool gone = strcmp(found[i].status, "revoked") == 0;
		row->id = found[i].id;
		row->cells[0] = found[i].ref;
		row->cells[1] = found[i].name;
		row->cells[2] = found[i].number;
		row->cells[3] = found[i].case_number;
		row->cells[4] = arena_strdup(q->arena, day_iso(found[i].date, iso));
		row->cells[5] = gone ? _("已撤销") : _("已出具");
		row->roles[5] = gone ? ROLE_DIM : ROLE_TEXT;
	}
	return true;
}

static void enter(struct screen *s, int64_t id)
{
	struct screen_arg arg = {.id = id};
	app_push(s->app, &letter_screen, &arg, (struct then){0});
}

static const struct list_column columns[] = {
	{.label = N_("编号"), .width = 10, .sort = true},
	{.label = N_("文书")},
	{.label = N_("文号"), .width = 20},
	{.label = N_("办件"), .width = 10, .spare = 2},
	{.label = N_("日期"), .width = 10, .spare = 1},
	{.label = N_("状态"), .width = 6},
	{0},
};
static void print_rows(struct screen *s, const int64_t *ids, size_t n)
{
	struct matters *st = s->state;
	letter_print_rows(&st->printing, &st->viewed.list, ids, n, false);
}

static const struct list_option options[] = {
	{'5', N_("打开"), .open = enter}, {'7', N_("印坏"), .verb = "letter.jam", .form = true}, {'8', N_("用印"), .verb = "letter.seal", .form = true}, {'9', N_("打印"), .all = print_rows}, {0},
};
static const struct list_source source = {
	.columns = columns, .options = options, .kept = true, .empty = N_("还没有出具文书；在申请里按 F8"), .page = page, .enter = enter,
};

static const struct choice one_view[] = {{"all", N_("全部文书")}, {0}};
static const struct list_views views = {.views = one_view, .source = &source};

static bool letters_open(struct screen *s, const struct screen_arg *arg, struct err *e)
{
	(void)e;
	viewed_open(s, &views, arg->text);
	return true;
}

static void act_print(struct app *app, void *self)
{
	struct screen *s = self;
	(void)app;
	if (list_screen_subject(s) != INT_NONE)
		letter_print_choose(&((struct matters *)s->state)->printing, s, list_screen_subject(s));
}

static void act_resume(struct app *app, void *self)
{
	struct screen *s = self;
	(void)app;
	if (list_screen_subject(s) != INT_NONE)
		letter_resume_choose(&((struct matters *)s->state)->printing, s, list_screen_subject(s));
}

static const struct action actions[] = {
	{.name = "values", .label = N_("筛选"), .flags = ACTION_BAR, .run = viewed_act},
	{.name = "print", .label = N_("打印"), .flags = ACTION_BAR, .run = act_print},
	{.name = "resume", .label = N_("卡纸续打"), .run = act_resume},
	{.name = "letter.seal"},
	{.name = "letter.unseal"},
	{.name = "letter.jam"},
	{.name = "letter.revoke"},
	{0},
};

const struct screen_type letters_screen = {
	.name = "letters", .code = "15", .title = N_("文书"), .actions = actions, .size = sizeof(struct matters), .menu = true,
	.needs_office = true, .open = letters_open, .close = matters_close, .paint = list_screen_paint, .chain = list_screen_chain,
	.event = matters_event, .refresh = list_screen_refresh, .subject = list_screen_subject,
};

/* --- which letter for a case ------------------------------------------------------------------------------------------------ */

struct choosing {
	int64_t matter_id;
};

static void chosen(struct screen *s, void *ctx, const struct result *r)
{
	const struct choosing *c = ctx;
	struct screen_arg arg = {.text = r->text};
	if (!r->done)
		return;
	if (r->text[0] == 'L')
		app_push(s->app, &letter_screen, &arg, (struct then){0});
	else
		letter_draft_open(s->app, c->matter_id, r->text);
}

/* Issued ones first, then those whose turn has come, then the others with the reason why not. */
static size_t offer_rows(struct app *app, const struct letter_row *issued, size_t nissued, const struct letter_offer *offers, size_t n,
	struct pick_row *rows)
{
	struct arena *a = &app->event_arena;
	size_t k = 0;
	for (size_t i = 0; i < nissued; i++) {
		const char *name = issued[i].kind;
		for (size_t j = 0; j < n; j++)
			if (!strcmp(offers[j].kind, issued[i].kind))
				name = offers[j].name;
		rows[k++] = (struct pick_row){.code = issued[i].ref, .label = arena_printf(a, "%s %s", issued[i].number, name),
			.note = strcmp(issued[i].status, "revoked") ? _("已出具") : _("已撤销")};
	}
	for (int dim = 0; dim < 2; dim++)
		for (size_t i = 0; i < n; i++)
			if ((offers[i].why != NULL) == (dim == 1))
				rows[k++] = (struct pick_row){.code = offers[i].kind, .label = offers[i].name, .note = offers[i].why, .dim = dim};
	return k;
}

/* Where the cursor stands: the receipt while it is still to be given, else what comes first. */
static const char *likely(const struct letter_offer *offers, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (!strcmp(offers[i].kind, "receipt") && !offers[i].why)
			return offers[i].kind;
	return NULL;
}

void letter_choose(struct app *app, int64_t matter_id)
{
	struct arena *a = &app->event_arena;
	struct letter_filter f = {.matter_id = matter_id, .limit = 100};
	struct letter_row *issued;
	struct letter_offer *offers;
	size_t nissued, n;
	struct err e = {0};
	if (!letter_page(app->office, &f, a, &issued, &nissued, &e) || !letter_offers(app->office, matter_id, a, &offers, &n, &e)) {
		app_refuse(app, &e);
		return;
	}
	struct pick_row *rows = arena_array(a, struct pick_row, nissued + n + 1);
	struct choosing *ctx = arena_new(&app->top->arena, struct choosing);
	ctx->matter_id = matter_id;
	ask_pick(app, _("哪一种文书"), rows, offer_rows(app, issued, nissued, offers, n, rows), likely(offers, n),
		(struct then){.call = chosen, .ctx = ctx});
}

void letter_receipt(struct app *app, int64_t matter_id)
{
	struct arena *a = &app->event_arena;
	struct letter_filter f = {.matter_id = matter_id, .limit = 100};
	struct letter_row *rows;
	struct matter_case c;
	size_t n;
	struct err e = {0};
	if (!matter_load(app->office, matter_id, a, &c, &e) || !letter_page(app->office, &f, a, &rows, &n, &e)) {
		app_refuse(app, &e);
		return;
	}
	const char *kind = c.matter.received == DAY_NONE ? "confirmation" : strcmp(c.matter.kind, "correction") ? "receipt" : "correction_receipt";
	for (size_t i = 0; i < n; i++)
		if (!strcmp(rows[i].kind, kind) && strcmp(rows[i].status, "revoked") != 0) {
			struct screen_arg arg = {.id = rows[i].id};
			app_push(app, &letter_screen, &arg, (struct then){0});
			return;
		}
	letter_draft_open(app, matter_id, kind);
}
