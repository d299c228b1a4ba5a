/* What would move from whom to whom. */
#include "office/handover.h"

#include <string.h>

#include "base/text.h"
#include "gen/q_handover.h"
#include "office/directory.h"
#include "office/info.h"
#include "office/matter.h"

const struct choice handover_kinds[] = {
	{"request", N_("申请")}, {"correction", N_("更正")}, {"info", N_("信息")}, {"task", N_("交办")}, {"item", N_("事项")}, {0},
};

/* Somebody named as an operator or as a person, and the other one he is. */
struct who {
	int64_t operator_id, person_id;
	const char *name, *gone; /* gone: why he cannot take anything; NULL */
};

static bool find_operator(struct office *o, const char *field, const char *typed, struct arena *a, struct who *out, struct err *e)
{
	struct err end = {0};
	size_t n = 0;
	bool exact = false;
	struct q *q = q_open(o->store, &Q_handover_operator);
	q_text(q, "typed", typed);
	while (!exact && q_row(q, &end)) {
		bool disabled = q_get_day(q, "disabled_on") != DAY_NONE;
		exact = !n && !strcmp(q_get_text(q, "login", a), typed);
		if (n++ && disabled)
			continue; /* a name given again after its first bearer left */
		if (n > 1 && !exact) {
			q_end(q);
			return err_field(e, field, _("有几个操作员叫“%s”，请填登录名"), typed);
		}
		out->operator_id = q_get_int(q, "id");
		out->name = q_get_text(q, "name", a);
		out->gone = disabled ? _("已停用") : NULL;
	}
	q_end(q);
	if (end.code != ERR_NONE)
		return err_set(e, end.code, "%s", end.text);
	return n || err_field(e, field, _("没有操作员 %s"), typed);
}

/* The operator's person, or the person's operator; only where there is exactly one. */
static bool find_other(struct office *o, const struct query *query, int64_t id, int64_t *other, const char **gone, struct err *e)
{
	struct err end = {0};
	size_t n = 0;
	struct q *q = q_open(o->store, query);
	q_int(q, "id", id);
	while (q_row(q, &end)) {
		*other = n++ ? INT_NONE : q_get_int(q, "id");
		*gone = q_get_day(q, "gone") == DAY_NONE ? NULL : _("已离任或停用");
	}
	q_end(q);
	return end.code == ERR_NONE || err_set(e, end.code, "%s", end.text);
}

static bool find_person(struct office *o, const char *field, const char *typed, struct arena *a, struct who *out, struct err *e)
{
	struct directory_head *row;
	if (!directory_pick(o, &directory_person, field, typed, a, &out->person_id, e) ||
		!directory_get(o, &directory_person, out->person_id, a, &row, e))
		return false;
	out->name = row->name;
	out->gone = row->closed_on != DAY_NONE && row->closed_on <= desk_today(o->desk) ? _("已离任") : NULL;
	return true;
}

static bool find_who(struct office *o, const char *noun, const char *field, const char *typed, struct arena *a, struct who *out,
	const char **other_gone, struct err *e)
{
	*out = (struct who){.operator_id = INT_NONE, .person_id = INT_NONE};
	*other_gone = NULL;
	if (!strcmp(noun, "operator"))
		return find_operator(o, field, typed, a, out, e) &&
			find_other(o, &Q_handover_person_of, out->operator_id, &out->person_id, other_gone, e);
	return find_person(o, field, typed, a, out, e) &&
		find_other(o, &Q_handover_operator_of, out->person_id, &out->operator_id, other_gone, e);
}

/* --- the rows --------------------------------------------------------------------------------------------------------------- */

struct rows {
	struct handover_plan *plan;
	struct arena *a;
	size_t cap;
};

static struct handover_row *add(struct rows *r, enum handover_kind kind)
{
	struct handover_plan *p = r->plan;
	p->rows = arena_grow(r->a, p->rows, p->n, &r->cap, sizeof *p->rows);
	struct handover_row *row = &p->rows[p->n++];
	*row = (struct handover_row){.kind = kind, .due = DAY_NONE, .row = INT_NONE, .person_id = INT_NONE, .deputy_id = INT_NONE};
	p->count[kind]++;
	return row;
}

static bool add_cases(struct office *o, struct rows *r, enum handover_kind kind, const struct query *query, const struct choice *states, struct err *e)
{
	struct err end = {0};
	struct q *q = q_open(o->store, query);
	q_int(q, "operator", r->plan->from_operator);
	if (query == &Q_handover_matters)
		q_text(q, "kind", handover_kinds[kind].code);
	while (q_row(q, &end)) {
		struct handover_row *row = add(r, kind);
		const char *title = q_get_text(q, query == &Q_handover_matters ? "content" : "title", r->a);
		row->row = q_get_int(q, "row");
		row->version = q_get_int(q, "version");
		row->id = q_get_text(q, "id", r->a);
		row->title = text_trim(r->a, text_clean(r->a, title ? title : "", false));
		row->state = tr(choice_label(states, q_get_text(q, "state", r->a)));
		row->due = q_get_day(q, "due");
	}
	q_end(q);
	return end.code == ERR_NONE || err_set(e, end.code, "%s", end.text);
}

static bool add_tasks(struct office *o, struct rows *r, struct err *e)
{
	struct err end = {0};
	struct q *q = q_open(o->store, &Q_handover_tasks);
	q_int(q, "operator", r->plan->from_operator);
	while (q_row(q, &end)) {
		struct handover_row *row = add(r, HANDOVER_TASK);
		const char *ask = q_get_text(q, "ask", r->a), *unit = q_get_text(q, "unit", r->a);
		row->id = q_get_text(q, "id", r->a);
		row->title = ask ? arena_printf(r->a, _("%s：%s"), unit, ask) : unit;
		row->state = _("随办件");
		row->due = q_get_day(q, "due");
	}
	q_end(q);
	return end.code == ERR_NONE || err_set(e, end.code, "%s", end.text);
}

/* Whoever takes over as person in charge is no longer the deputy of the same item. */
static bool add_items(struct office *o, struct rows *r, struct err *e)
{
	struct err end = {0};
	const struct handover_plan *p = r->plan;
	struct q *q = q_open(o->store, &Q_handover_items);
	q_int(q, "person", p->from_person);
	while (q_row(q, &end)) {
		struct handover_row *row = add(r, HANDOVER_ITEM);
		int64_t person = q_get_int(q, "person_id"), deputy = q_get_int(q, "deputy_id");
		row->row = q_get_int(q, "row");
		row->version = q_get_int(q, "version");
		row->id = arena_printf(r->a, "%lld", (long long)q_get_int(q, "number"));
		row->title = q_get_text(q, "name", r->a);
		row->state = person != p->from_person ? _("副职") : deputy == p->from_person ? _("责任人、副职") : _("责任人");
		row->person_id = person == p->from_person ? p->to_person : person;
		row->deputy_id = deputy == p->from_person ? p->to_person : deputy;
		if (row->deputy_id == row->person_id)
			row->deputy_id = INT_NONE;
	}
	q_end(q);
	return end.code == ERR_NONE || err_set(e, end.code, "%s", end.text);
}

static bool collect(struct office *o, bool cases, bool items, struct arena *a, struct handover_plan *out, struct err *e)
{
	struct rows r = {.plan = out, .a = a};
	if (cases && out->from_operator != INT_NONE &&
		(!add_cases(o, &r, HANDOVER_REQUEST, &Q_handover_matters, matter_states, e) ||
		!add_cases(o, &r, HANDOVER_CORRECTION, &Q_handover_matters, matter_states, e) ||
		!add_cases(o, &r, HANDOVER_INFO, &Q_handover_infos, info_states, e) || !add_tasks(o, &r, e)))
		return false;
	return !items || out->from_person == INT_NONE || add_items(o, &r, e);
}

/* What moves needs somebody to move to, under the same name. */
static bool check_taker(const struct handover_plan *p, const char *other_gone, bool by_operator, struct err *e)
{
	bool cases = p->n > p->count[HANDOVER_ITEM], items = p->count[HANDOVER_ITEM] > 0;
	if (!p->n)
		return err_set(e, ERR_RULE, _("%s 没有可移交的"), p->from);
	if (cases && p->to_operator == INT_NONE)
		return err_field(e, "to", _("%s 不是操作员（或者同名的不止一个），接不了办件；可以不连同办件移交"), p->to);
	if (items && p->to_person == INT_NONE)
		return err_field(e, "to", _("人员名单里没有 %s（或者同名的不止一个），接不了事项"), p->to);
	if (other_gone && (by_operator ? items : cases))
		return err_field(e, "to", _("%s %s，不能接"), p->to, other_gone);
	return true;
}

bool handover_plan(struct office *o, const char *noun, const struct handover_args *args, struct arena *a, struct handover_plan *out,
	struct err *e)
{
	struct who from, to;
	const char *gone;
	bool by_operator = !strcmp(noun, "operator");
	*out = (struct handover_plan){0};
	if (!args->from || !args->to)
		return err_field(e, args->from ? "to" : "from", _("请填移交人和接手人"));
	if (!find_who(o, noun, "from", args->from, a, &from, &gone, e) || !find_who(o, noun, "to", args->to, a, &to, &gone, e))
		return false;
	if (by_operator ? from.operator_id == to.operator_id : from.person_id == to.person_id)
		return err_field(e, "to", _("移交人和接手人是同一个人"));
	if (to.gone)
		return err_field(e, "to", _("%s %s，不能接"), to.name, to.gone);
	*out = (struct handover_plan){.from = from.name, .to = to.name, .from_operator = from.operator_id, .to_operator = to.operator_id,
		.from_person = from.person_id, .to_person = to.person_id};
	bool cases = by_operator || args->cases != 0, items = by_operator ? args->items == 1 : true;
	if (by_operator && items && from.person_id == INT_NONE)
		return err_field(e, "items", _("人员名单里没有 %s（或者同名的不止一个），不知道他负责哪些事项"), from.name);
	return collect(o, cases, items, a, out, e) && check_taker(out, gone, by_operator, e);
}

bool handover_taker(struct office *o, const char *typed, struct arena *a, int64_t *id, const char **name, struct err *e)
{
	struct who w = {0};
	if (!find_operator(o, "to", typed, a, &w, e))
		return false;
	if (w.gone)
		return err_field(e, "to", _("%s %s，不能接"), w.name, w.gone);
	*id = w.operator_id;
	*name = w.name;
	return true;
}

const char *handover_words(const struct handover_plan *p, struct arena *a)
{
	struct str s = str_new(a);
	for (int k = 0; k < HANDOVER_KINDS; k++)
		if (p->count[k])
			str_printf(&s, "%s%s %zu", s.len ? _("，") : "", tr(handover_kinds[k].label), p->count[k]);
	return s.s;
}

const char *handler_name(struct office *o, int64_t operator_id, struct arena *a)
{
	struct err ignored = {0};
	if (operator_id == INT_NONE)
		return NULL;
	struct q *q = q_open(o->store, &Q_handover_name);
	q_int(q, "id", operator_id);
	const char *name = q_row(q, &ignored) ? q_get_text(q, "name", a) : NULL;
	q_end(q);
	return name;
}

bool handover_history(struct office *o, const char *table, int64_t row, struct arena *a, struct handover_step **out, size_t *n, struct err *e)
{
	struct err end = {0};
	struct handover_step *steps = NULL;
	size_t cap = 0;
	struct q *q = q_open(o->store, &Q_handover_history);
	q_text(q, "tbl", table);
	q_int(q, "row_id", row);
	for (*n = 0; q_row(q, &end);) {
		steps = arena_grow(a, steps, *n, &cap, sizeof *steps);
		steps[(*n)++] = (struct handover_step){.on = q_get_day(q, "day"), .from = q_get_text(q, "source", a), .to = q_get_text(q, "target", a),
			.reason = q_get_text(q, "reason", a)};
	}
	q_end(q);
	*out = steps;
	return end.code == ERR_NONE || err_set(e, end.code, "%s", end.text);
}
