/* Is the catalogue kept? Per item: what was published last, what is due next, what is stale, what is missing. */
#include <string.h>
#include "gen/q_catalogue.h"
#include "office/catalogue.h"
#include "office/setting.h"

#define AT(member) offsetof(struct item_check, member)
const struct record_type item_check_type = {"item_check", N_("目录检查"), sizeof(struct item_check), (const struct field[]){
	{.name = "number", .label = N_("序号"), .type = FIELD_INT, .offset = AT(number)},
	{.name = "name", .label = N_("事项"), .type = FIELD_TEXT, .offset = AT(name)},
	{.name = "group", .label = N_("一级事项"), .type = FIELD_TEXT, .offset = AT(group)},
	{.name = "ours", .label = N_("本关公开"), .type = FIELD_FLAG, .offset = AT(ours)},
	{.name = "shared", .label = N_("谁制作谁公开"), .type = FIELD_FLAG, .offset = AT(shared)},
	{.name = "infos", .label = N_("信息条数"), .type = FIELD_INT, .offset = AT(infos)},
	{.name = "last", .label = N_("最近公开"), .type = FIELD_DATE, .offset = AT(last)},
	{.name = "due", .label = N_("下次期限"), .type = FIELD_DATE, .offset = AT(due)},
	{.name = "provisional", .label = N_("待定"), .type = FIELD_FLAG, .offset = AT(provisional)},
	{.name = "overdue", .label = N_("逾期"), .type = FIELD_INT, .offset = AT(overdue)},
	{.name = "stale", .label = N_("久未更新"), .type = FIELD_FLAG, .offset = AT(stale)},
	{.name = "gap", .label = N_("从未公开"), .type = FIELD_FLAG, .offset = AT(gap)},
	{.name = "why", .label = N_("提示"), .type = FIELD_TEXT, .offset = AT(why)},
	{.name = NULL},
}};
#undef AT

/* Infos and last publication over every version of the item's elements. */
static bool published(struct office *o, const struct catalogue *all, struct item_check *c, struct err *e)
{
	for (size_t i = 0; i < all->n; i++) {
		if (all->items[i].number != c->number)
			continue;
		for (size_t k = 0; k < all->items[i].nelements; k++) {
			struct q *q = q_open(o->store, &Q_element_published);
			q_int(q, "element_id", all->items[i].elements[k].id);
			if (q_row(q, e)) {
				daynum last = q_get_day(q, "last");
				c->infos += q_get_int(q, "infos");
				c->last = last != DAY_NONE && (c->last == DAY_NONE || last > c->last) ? last : c->last;
			}
			q_end(q);
			if (e->code)
				return false;
		}
	}
	return true;
}

static bool open_duties(struct office *o, struct item_check *rows, size_t n, daynum today, struct err *e)
{
	struct q *q = q_open(o->store, &Q_element_due);
	while (q_row(q, e)) {
		int64_t number = q_get_int(q, "number");
		daynum due = q_get_day(q, "due");
		for (size_t i = 0; i < n; i++) {
			if (rows[i].number != number || !rows[i].ours || due == DAY_NONE)
				continue;
			if (rows[i].due == DAY_NONE) {
				rows[i].due = due;
				rows[i].provisional = q_get_int(q, "provisional") == 1;
			}
			rows[i].overdue += due < today;
		}
	}
	q_end(q);
	return !e->code;
}

static void sooner(struct item_check *c, daynum due)
{
	if (c->due == DAY_NONE || due < c->due)
		c->due = due;
}

/* A date of every year: the one that passed must have been served within its year, the next one is coming. */
static void check_fixed(struct item_check *c, const struct item *i, const struct rule *r, daynum today, struct arena *a)
{
	int year = day_year(today);
	daynum next = day_make(year, r->month, r->day);
	if (next < today)
		next = day_make(year + 1, r->month, r->day);
	daynum passed = day_make(day_year(next) - 1, r->month, r->day), before = day_make(day_year(next) - 2, r->month, r->day);
	bool served = c->last != DAY_NONE && c->last > before;
	if (!served && i->valid_from <= passed && c->infos) {
		char zh[DAY_ZH];
		c->overdue++;
		c->why = arena_printf(a, _("%s前应公开的尚未公开"), day_zh(passed, zh));
	}
	sooner(c, next);
}

static void check_item(struct office *o, struct item_check *c, const struct item *i, struct arena *a)
{
	daynum today = desk_today(o->desk);
	int64_t verify = setting_int(o, "verify_days", DAY_NONE);
	if (!c->ours) {
		c->why = arena_printf(a, _("由%s公开，不计本关"), i->publishers);
		return;
	}
	c->gap = c->last == DAY_NONE && !c->shared;
	for (size_t k = 0; k < i->nelements; k++) {
		struct rule r;
		struct err ignored = {0};
		if (!rule_parse(i->elements[k].rule, &r, &ignored))
			continue;
		if (r.kind == RULE_FIX && !c->shared)
			check_fixed(c, i, &r, today, a);
		if ((r.kind == RULE_ASAP_U) && c->last != DAY_NONE && verify > 0) {
			c->stale = today - c->last > verify;
			sooner(c, c->last + (daynum)verify);
		}
	}
	if (c->overdue && !c->why)
		c->why = arena_printf(a, _("%lld 条逾期未公开"), (long long)c->overdue);
	else if (c->gap && !c->why)
		c->why = _("尚无公开记录");
	else if (c->stale && !c->why)
		c->why = arena_printf(a, _("已 %d 天没有更新或复核"), (int)(today - c->last));
	else if (c->shared && !c->infos && !c->why)
		c->why = _("本关制作的才由本关公开（目录备注2）");
}

bool catalogue_check(struct office *o, struct arena *a, struct item_check **out, size_t *n, struct err *e)
{
	daynum today = desk_today(o->desk);
	struct catalogue now, all;
	if (!catalogue_load(o, today, a, &now, e) || !catalogue_history(o, INT_NONE, a, &all, e))
		return false;
	*n = now.n;
	*out = arena_array(a, struct item_check, now.n + 1);
	for (size_t k = 0; k < now.n; k++) {
		const struct item *i = &now.items[k];
		(*out)[k] = (struct item_check){.number = i->number, .name = i->name, .group = i->group, .ours = item_ours(i),
			.shared = item_shared(i), .last = DAY_NONE, .due = DAY_NONE};
		if (!published(o, &all, &(*out)[k], e))
			return false;
	}
	if (!open_duties(o, *out, *n, today, e))
		return false;
	for (size_t k = 0; k < now.n; k++)
		check_item(o, &(*out)[k], &now.items[k], a);
	return true;
}
