/* The catalogue as it stands today: per item its deadline, who answers, last publication, what is due or missing; and one item whole. */
#include <string.h>
#include "base/text.h"
#include "law/badge.h"
#include "law/rule.h"
#include "office/catalogue.h"
#include "tui/app.h"
#include "tui/badge.h"
#include "tui/list.h"
#include "tui/pane.h"
#include "tui/screens/info.h"
#include "tui/verb_form.h"

/* --- the list --------------------------------------------------------------------------------------------------------- */

struct items {
	struct list list;
};

/* Short enough for a column. */
static const char *short_rule(const struct rule *r, struct arena *a)
{
	if (r->kind == RULE_WD)
		return arena_printf(a, _("%d个工作日"), r->n);
	if (r->kind == RULE_CD)
		return arena_printf(a, _("%d日"), r->n);
	return rule_text(r, a);
}

static const char *deadlines(const struct item *i, struct arena *a)
{
	struct str s = str_new(a);
	for (size_t k = 0; k < i->nelements; k++) {
		struct rule r;
		struct err e = {0};
		if (k && !strcmp(i->elements[k].rule, i->elements[k - 1].rule))
			continue;
		if (!rule_parse(i->elements[k].rule, &r, &e))
			continue;
		str_printf(&s, "%s%s", s.len ? _("；") : "", r.kind == RULE_EXT ? i->elements[k].deadline : short_rule(&r, a));
	}
	return s.s;
}

static void item_row(struct app *app, const struct item *i, const struct item_check *k, struct arena *a, struct list_row *row)
{
	char iso[DAY_ISO];
	row->id = i->number;
	row->cells[0] = arena_printf(a, "%lld", (long long)i->number);
	row->cells[1] = i->name;
	row->cells[2] = deadlines(i, a);
	row->cells[3] = i->person ? i->person : i->unit;
	row->cells[4] = arena_strdup(a, k ? day_iso(k->last, iso) : "");
	if (!k)
		return;
	if (!k->ours) {
		row->cells[5] = _("不由本关公开");
		row->roles[5] = ROLE_DIM;
	} else if (k->overdue) {
		row->cells[5] = arena_printf(a, _("逾期 %lld 条"), (long long)k->overdue);
		row->roles[5] = ROLE_LATE;
	} else if (k->gap || k->stale) {
		row->cells[5] = k->gap ? _("没有公开过") : _("久未更新");
		row->roles[5] = ROLE_SOON;
	} else if (k->due != DAY_NONE) {
		struct badge b = badge_day(app_calendar(app), k->due, k->provisional, app_today(app), BADGE_STEPS);
		row->cells[5] = arena_strdup(a, b.text);
		row->roles[5] = badge_role(b.level);
	}
}

static bool page(struct screen *s, const struct list_query *q, struct list_page *out, struct err *e)
{
	struct office *o = s->app->office;
	struct catalogue c;
	struct item_check *check;
	size_t n;
	if (!catalogue_load(o, app_today(s->app), q->arena, &c, e) || !catalogue_check(o, q->arena, &check, &n, e))
		return false;
	struct list_row *rows = arena_array(q->arena, struct list_row, c.n + 1);
	for (size_t i = 0; i < c.n; i++) {
		const struct item_check *mine = NULL;
		for (size_t k = 0; k < n; k++)
			if (check[k].number == c.items[i].number)
				mine = &check[k];
		item_row(s->app, &c.items[i], mine, q->arena, &rows[i]);
	}
	return list_page_of(s, rows, c.n, q, out);
}

extern const struct screen_type item_screen;

static void enter(struct screen *s, int64_t id)
{
	struct screen_arg arg = {.id = id};
	app_push(s->app, &item_screen, &arg, (struct then){0});
}

static const struct list_column columns[] = {
	{.label = N_("号"), .width = 3, .right = true},
	{.label = N_("事项"), .width = 18},
	{.label = N_("公开时限")},
	{.label = N_("责任"), .width = 8, .spare = 1},
	{.label = N_("最近公开"), .width = 10, .spare = 2},
	{.label = N_("检查"), .width = 12},
	{0},
};
static const struct list_source source = {.columns = columns, .empty = N_("目录是空的"), .page = page, .enter = enter};

static bool catalogue_open(struct screen *s, const struct screen_arg *arg, struct err *e)
{
	(void)arg;
	(void)e;
	list_open(&((struct items *)s->state)->list, s, &source);
	return true;
}

static void act_register(struct app *app, void *self)
{
	info_form_open(app, list_screen_subject(self));
}

static const struct action list_actions[] = {
	{.name = "new", .label = N_("登记信息"), .flags = ACTION_BAR, .run = act_register},
	{.name = "catalogue.add"},
	{.name = "catalogue.change"},
	{.name = "catalogue.retire"},
	{0},
};

const struct screen_type catalogue_screen = {
	.name = "catalogue", .code = "31", .title = N_("标准目录"), .actions = list_actions, .size = sizeof(struct items), .menu = true,
	.needs_office = true, .open = catalogue_open, .close = list_screen_close, .paint = list_screen_paint, .chain = list_screen_chain,
	.event = list_screen_event, .refresh = list_screen_refresh, .subject = list_screen_subject,
};

/* --- one item ------------------------------------------------------------------------------------------------------------ */

struct item_page {
	struct pane pane;
	int64_t number;
};

static void show_channels(struct pane *p, const struct item *i, struct arena *a)
{
	struct str s = str_new(a);
	for (size_t k = 0; k < CHANNELS_OFFERED; k++)
		str_printf(&s, "  [%s] %s", item_recommends(i, channel_list[k].code) ? "x" : " ", item_channel_name(i, channel_list[k].code));
	pane_add(p, ROLE_HEAD, _("公开渠道和载体（x 为推荐，至少选一种）"));
	pane_add(p, ROLE_TEXT, "%s", s.s);
}

static void show_pair(struct pane *p, const char *label, const char *text)
{
	if (!text_is_blank(text))
		pane_add(p, ROLE_TEXT, _("%s：%s"), label, text);
}

static bool item_load(struct screen *s, struct err *e)
{
	struct item_page *st = s->state;
	struct arena *a = &s->app->event_arena;
	struct item i;
	if (!catalogue_item(s->app->office, st->number, app_today(s->app), a, &i, e))
		return false;
	s->title = arena_printf(&s->arena, "%lld %s", (long long)i.number, i.name);
	pane_clear(&st->pane);
	pane_add(&st->pane, ROLE_TITLE, "%s · %s%s", i.group, i.name, item_ours(&i) ? "" : _("（不由本关公开）"));
	pane_add(&st->pane, ROLE_HEAD, _("公开内容（要素）与时限"));
	for (size_t k = 0; k < i.nelements; k++)
		pane_add(&st->pane, ROLE_TEXT, _("  %lld. %s  【%s  %s】"), (long long)i.elements[k].k, i.elements[k].text,
			i.elements[k].deadline, i.elements[k].rule);
	show_pair(&st->pane, _("公开主体"), i.publishers);
	show_pair(&st->pane, _("公开依据"), i.basis);
	show_channels(&st->pane, &i, a);
	show_pair(&st->pane, _("公开对象"), i.audience);
	show_pair(&st->pane, _("公开方式"), i.mode);
	show_pair(&st->pane, _("有关说明"), i.note);
	pane_add(&st->pane, ROLE_HEAD, _("谁负责"));
	pane_add(&st->pane, ROLE_TEXT, _("  部门 %s  责任人 %s  替补 %s  电话 %s"), i.unit ? i.unit : "-", i.person ? i.person : "-",
		i.deputy ? i.deputy : "-", i.phone ? i.phone : i.unit_phone ? i.unit_phone : "-");
	char from[DAY_ISO], to[DAY_ISO];
	pane_add(&st->pane, ROLE_DIM, _("版本 %s 起%s%s · 来源 %s"), day_iso(i.valid_from, from), i.valid_to == DAY_NONE ? "" : _("，至 "),
		day_iso(i.valid_to, to), i.source);
	return true;
}

static bool item_open(struct screen *s, const struct screen_arg *arg, struct err *e)
{
	struct item_page *st = s->state;
	st->number = arg->id;
	if (!arg->id && (!arg->text || !catalogue_pick(s->app->office, "item", arg->text, &s->arena, &st->number, e)))
		return err_set(e, ERR_MISSING, _("从目录清单里打开"));
	pane_open(&st->pane, &s->arena);
	return item_load(s, e);
}

static void item_paint(struct screen *s, struct canvas *c, struct area body)
{
	pane_paint(&((struct item_page *)s->state)->pane, c, body);
}

static void item_chain(struct screen *s, struct chain *out)
{
	pane_chain(&((struct item_page *)s->state)->pane, out);
}

static int64_t item_subject(struct screen *s)
{
	return ((struct item_page *)s->state)->number;
}

static void item_refresh(struct screen *s)
{
	struct err e = {0};
	if (!item_load(s, &e))
		app_refuse(s->app, &e);
}

static void act_register_here(struct app *app, void *self)
{
	info_form_open(app, item_subject(self));
}

static const struct action item_actions[] = {
	{.name = "new", .label = N_("登记信息"), .flags = ACTION_BAR, .run = act_register_here},
	{.name = "catalogue.change", .flags = ACTION_BAR},
	{.name = "catalogue.retire"},
	{0},
};

const struct screen_type item_screen = {
	.name = "item", .code = "32", .title = N_("目录事项"), .actions = item_actions, .size = sizeof(struct item_page), .needs_office = true,
	.open = item_open, .paint = item_paint, .chain = item_chain, .subject = item_subject, .refresh = item_refresh,
};
