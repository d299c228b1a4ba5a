/* info.register, info.change, info.revise, info.void: the record itself. */
#include <string.h>
#include "base/text.h"
#include "gen/q_info.h"
#include "law/outcome.h"
#include "office/catalogue.h"
#include "office/directory.h"
#include "office/info_private.h"
#include "office/merge.h"
#include "office/sequence.h"
#include "office/setting.h"
#include "office/similar.h"

bool info_may(const struct info *i, enum info_step step, struct err *e)
{
	static const struct {
		const char *states; /* in which it may be done */
		const char *why;    /* else, with the state's label */
	} steps[] = {
		[STEP_CHANGE] = {"draft,reviewing,refused,ready,published,withdrawn", N_("%s的信息不能更正")},
		[STEP_REVIEW] = {"draft,reviewing,refused", N_("%s的信息不再审查；内容变了先办“变更”")},
		[STEP_CONFIRMED] = {"draft,reviewing,refused,ready", N_("%s的信息不需要确认")},
		[STEP_PUBLISH] = {"ready,published", N_("%s的信息不能公开：先审查、后公开（条例17）")},
		[STEP_WITHDRAW] = {"published,ready,draft,reviewing,refused", N_("%s的信息没有可撤回的公开")},
		[STEP_REVISE] = {"published,withdrawn", N_("%s的信息没有公开过，直接更正即可")},
		[STEP_VOID] = {"draft,reviewing,refused,ready", N_("%s的信息不能作废，公开过的请撤回")},
	};
	if (list_has(steps[step].states, i->state))
		return true;
	return err_set(e, ERR_RULE, tr(steps[step].why), choice_label(info_states, i->state));
}

bool info_past_day(struct office *o, const struct info *i, daynum on, const char *what, enum err_code code, struct err *e)
{
	daynum start = info_open_duty(i)->start;
	char iso[DAY_ISO];
	if (on > desk_today(o->desk))
		return err_set(e, code, _("%s %s 在今天之后"), what, day_iso(on, iso));
	if (on < start) {
		char from[DAY_ISO];
		return err_set(e, code, _("%s %s 早于信息%s日期 %s"), what, day_iso(on, iso), start == i->f.formed ? _("形成") : _("变更"),
			day_iso(start, from));
	}
	return true;
}

/* The element: the one named, else the first of the item as it stood when the information was formed, if all have one deadline. */
static bool find_element(struct office *o, struct info *i, struct arena *a, struct err *e)
{
	struct err fault = {0};
	struct q *q = q_open(o->store, &Q_info_element);
	q_int(q, "item", i->f.item);
	q_int(q, "element", i->f.element);
	q_day(q, "on", i->f.changed != DAY_NONE ? i->f.changed : i->f.formed);
	size_t n = 0;
	bool differ = false;
	const char *rule = NULL;
	while (q_row(q, &fault)) {
		if (n++) {
			differ = differ || strcmp(rule, q_get_text(q, "rule", a)) != 0;
			continue;
		}
		rule = q_get_text(q, "rule", a);
		i->element_id = q_get_int(q, "id");
		i->f.element = q_get_int(q, "k");
		i->item_name = q_get_text(q, "name", a);
		i->publishers = q_get_text(q, "publishers", a);
	}
	q_end(q);
	if (fault.code != ERR_NONE)
		return err_set(e, fault.code, "%s", fault.text);
	if (n && !differ)
		return true;
	if (n)
		return err_field(e, "element", _("内容要素：“%s”的 %zu 个要素期限不同，请写明是哪一个（1–%zu）"), i->item_name, n, n);
	if (i->f.element != INT_NONE)
		return err_field(e, "element", _("内容要素：事项 %lld 没有第 %lld 个要素"), (long long)i->f.item, (long long)i->f.element);
	return err_field(e, "item", _("事项：目录里没有第 %lld 项"), (long long)i->f.item);
}

static bool check_disposition(struct office *o, const struct info_fields *f, struct err *e)
{
	bool withheld = !strcmp(f->disposition, "withheld");
	if (withheld && !f->ground)
		return err_field(e, "ground", _("不予公开依据：请选择条例14—16的一项"));
	if (!withheld && f->ground)
		return err_field(e, "ground", _("不予公开依据：只有“不予公开”才填"));
	if (withheld && !ground_find(o->law, ruleset_or_newest(o->law, NULL), f->ground))
		return err_field(e, "ground", _("不予公开依据：没有“%s”这一项（14-1 至 16-8）"), f->ground);
	if (withheld && text_is_blank(f->reason))
		return err_field(e, "reason", _("属性理由：不予公开的须写明理由"));
	return true;
}

static bool check_dates(struct office *o, const struct info_fields *f, struct err *e)
{
	daynum today = desk_today(o->desk);
	if (f->formed > today)
		return err_field(e, "formed", _("形成日期：在今天之后"));
	if (f->changed != DAY_NONE && (f->changed > today || f->changed < f->formed))
		return err_field(e, "changed", _("变更日期：应在形成日期与今天之间"));
	if (f->due_typed != DAY_NONE && text_is_blank(f->due_basis))
		return err_field(e, "due_basis", _("期限依据：另定期限的须写明依据"));
	if (f->due_typed != DAY_NONE && f->due_typed < f->formed)
		return err_field(e, "due_typed", _("另定期限：早于形成日期"));
	return true;
}

bool info_settle(struct office *o, struct info *i, struct arena *a, struct err *e)
{
	struct info_fields *f = &i->f;
	if (!f->origin)
		f->origin = "own";
	if (!f->disposition)
		f->disposition = "open";
	bool others = !strcmp(f->origin, "superior") || !strcmp(f->origin, "other_body");
	if (!strcmp(f->origin, "superior") && text_is_blank(f->made_by))
		f->made_by = setting_get(o, "superior", DAY_NONE, a);
	if (others && text_is_blank(f->made_by))
		return err_field(e, "made_by", _("制作机关：请写明是哪个机关制作的"));
	if (!check_disposition(o, f, e) || !check_dates(o, f, e) || !find_element(o, i, a, e))
		return false;
	return !f->unit || i->unit_id != INT_NONE || directory_pick(o, &directory_unit, "unit", f->unit, a, &i->unit_id, e);
}

static bool put_duty(struct office *o, int64_t info, const char *kind, daynum start, int64_t element, const char *reason, struct err *e)
{
	struct q *q = q_open(o->store, &Q_duty_insert);
	q_int(q, "info_id", info);
	q_text(q, "kind", kind);
	q_day(q, "start", start);
	q_int(q, "element_id", element);
	q_text(q, "reason", reason);
	bool done = q_run(q, e);
	q_end(q);
	return done;
}

/* Allots I2026-0012 and, unless one was typed, the index number 机构代码/2026-00012 (目录系统实施指引: never changes). */
static bool number(struct office *o, struct info *i, struct arena *a, struct err *e)
{
	int64_t serial;
	int year = day_year(i->registered_on);
	if (!sequence_next(o, "info", year, &serial, e))
		return false;
	i->id = arena_printf(a, "I%d-%04lld", year, (long long)serial);
	if (i->f.index_number) {
		int64_t other;
		struct err missing = {0};
		if (info_find(o, i->f.index_number, &other, &missing))
			return err_field(e, "index_number", _("索引号：“%s”已经用过"), i->f.index_number);
		return true;
	}
	const char *prefix = setting_get(o, "index_prefix", DAY_NONE, a);
	i->f.index_number = arena_printf(a, "%s%s%d-%05lld", prefix ? prefix : "", prefix ? "/" : "", year, (long long)serial);
	return true;
}

/* Binds what insert and update have in common; `key` lives in the arena. */
static void bind_fields(struct q *q, const struct info *i, struct arena *a)
{
	q_bind_record(q, &info_type, i);
	q_text(q, "title_key", text_key(a, i->f.title));
	q_int(q, "element_id", i->element_id);
	q_int(q, "unit_id", i->unit_id);
}

static bool info_row_update(struct office *o, const struct info *i, struct arena *a, struct err *e)
{
	struct q *q = q_open(o->store, &Q_info_update);
	bind_fields(q, i, a);
	q_text(q, "state", i->state);
	q_int(q, "row", i->row);
	q_int(q, "version", i->version);
	bool done = q_run_one(q, e);
	q_end(q);
	return done && text_mark_put(o, MARK_INFO, i->row, text_key(a, i->f.title), e);
}

bool info_insert(struct office *o, struct info *i, const char *source, struct arena *a, struct err *e)
{
	i->registered_on = desk_today(o->desk);
	if (!info_settle(o, i, a, e) || !number(o, i, a, e))
		return false;
	struct q *q = q_open(o->store, &Q_info_insert);
	bind_fields(q, i, a);
	q_text(q, "id", i->id);
	q_text(q, "source", source);
	q_int(q, "handler_id", o->operator_id);
	q_day(q, "registered_on", i->registered_on);
	bool done = q_run(q, e);
	q_end(q);
	if (!done)
		return false;
	i->row = store_last_id(o->store);
	if (!text_mark_put(o, MARK_INFO, i->row, text_key(a, i->f.title), e))
		return false;
	daynum start = i->f.changed != DAY_NONE ? i->f.changed : i->f.formed;
	return put_duty(o, i->row, "initial", start, i->element_id, NULL, e) && info_deadline_put(o, i->row, a, e);
}

bool info_set_state(struct office *o, const struct info *i, const char *state, struct err *e)
{
	struct q *q = q_open(o->store, &Q_info_state);
	q_text(q, "state", state);
	q_int(q, "row", i->row);
	q_int(q, "version", i->version);
	bool done = q_run_one(q, e);
	q_end(q);
	return done;
}

static bool register_run(struct verb_call *call, struct err *e)
{
	struct office *o = call->office;
	struct info i;
	record_clear(&info_type, &i);
	i.f = *(struct info_fields *)call->args;
	struct q *q = q_open(o->store, &Q_info_item_in_force);
	q_int(q, "item", i.f.item);
	q_day(q, "on", desk_today(o->desk));
	int64_t in_force;
	if (!q_one_int(q, &in_force, e))
		return false;
	if (!info_settle(o, &i, call->arena, e))
		return false;
	if (!in_force)
		return err_set(e, ERR_RULE, _("事项 %lld “%s”已停用，不能再登记信息"), (long long)i.f.item, i.item_name);
	if (!info_insert(o, &i, "desk", call->arena, e))
		return false;
	call->subject_id = i.row;
	if (!info_load(o, i.row, call->arena, &i, e))
		return false;
	char iso[DAY_ISO];
	call->result = i.due == DAY_NONE ? arena_printf(call->arena, _("已登记，编号 %s"), i.id) :
		arena_printf(call->arena, _("已登记，编号 %s，公开期限 %s"), i.id, day_iso(i.due, iso));
	return true;
}

/* A field of the change that was given replaces the one there was. */
static void take_given(struct info_fields *now, const struct info_fields *given)
{
	for (const struct field *f = info_register_type.fields; f->name; f++) {
		if (f->flags & FIELD_IMMUTABLE || !record_known(f, given))
			continue;
		size_t size = f->type == FIELD_DATE ? sizeof(daynum) : f->type == FIELD_INT ? sizeof(int64_t) : sizeof(const char *);
		memcpy((char *)now + f->offset, (const char *)given + f->offset, size);
	}
}

/* A changed attribute is a new decision: it is reviewed again; what is out already is withdrawn first. */
static bool change_state(struct info *i, const struct info_fields *was, struct err *e)
{
	bool same_ground = (!was->ground && !i->f.ground) || (was->ground && i->f.ground && !strcmp(was->ground, i->f.ground));
	if (!strcmp(was->disposition, i->f.disposition) && same_ground)
		return true;
	if (!strcmp(i->state, "published"))
		return err_set(e, ERR_RULE, _("已公开的信息改公开属性，请先撤回"));
	if (strcmp(i->state, "withdrawn") != 0)
		i->state = "draft";
	return true;
}

/* What is given stands against what another clerk changed since; what is not given stays as it is. */
static bool change_merge(struct office *o, int64_t row, const void *rec, struct arena *a, struct merge *out, struct err *e)
{
	const struct info_change_args *args = rec;
	struct info_change_args now = *args; /* the reason is the clerk's own */
	struct info i;
	if (!info_load(o, row, a, &i, e))
		return false;
	now.f = i.f;
	now.version = i.version;
	const struct merge_source table = {"info", row};
	struct merge_ask ask = {.type = &info_change_type, .mine = args, .now = &now, .version = i.version, .sources = &table, .nsources = 1,
		.since = args->version == INT_NONE ? i.version : args->version, .sparse = true};
	return merge_find(o, &ask, a, out, e);
}

static bool change_run(struct verb_call *call, struct err *e)
{
	struct office *o = call->office;
	const struct info_change_args *args = call->args;
	struct info i;
	if (!info_load(o, call->subject_id, call->arena, &i, e) || !info_may(&i, STEP_CHANGE, e))
		return false;
	struct merge both;
	if (!change_merge(o, call->subject_id, args, call->arena, &both, e))
		return false;
	if (both.nboth)
		return merge_refuse(&both, i.id, e);
	const struct info_fields was = i.f;
	take_given(&i.f, &args->f);
	if (args->f.unit)
		i.unit_id = INT_NONE; /* to be looked up */
	if (args->f.disposition && strcmp(i.f.disposition, "withheld") != 0)
		i.f.ground = NULL;
	if (args->f.item != INT_NONE && args->f.element == INT_NONE)
		i.f.element = INT_NONE;
	daynum first = ((struct info_duty *)i.duties.rows)[0].start;
	daynum start = args->f.changed != DAY_NONE ? args->f.changed : args->f.formed != DAY_NONE && was.changed == DAY_NONE ? i.f.formed : first;
	if (args->f.changed != DAY_NONE && i.duties.n > 1)
		return err_field(e, "changed", _("变更日期：公开后的变更已另行登记，不能在这里改"));
	if (!change_state(&i, &was, e) || !info_settle(o, &i, call->arena, e))
		return false;
	if (!info_row_update(o, &i, call->arena, e))
		return false;
	struct q *q = q_open(o->store, &Q_duty_move);
	q_int(q, "id", ((struct info_duty *)i.duties.rows)[0].row);
	q_day(q, "start", start);
	q_int(q, "element_id", i.element_id);
	bool done = q_run_one(q, e);
	q_end(q);
	call->result = arena_printf(call->arena, _("已更正 %s"), i.id);
	return done && info_deadline_put(o, i.row, call->arena, e);
}

static bool revise_run(struct verb_call *call, struct err *e)
{
	struct office *o = call->office;
	const struct info_revise_args *args = call->args;
	struct info i;
	if (!info_load(o, call->subject_id, call->arena, &i, e) || !info_may(&i, STEP_REVISE, e) ||
		!info_past_day(o, &i, args->changed, _("变更日期"), ERR_RULE, e))
		return false;
	if (args->title)
		i.f.title = args->title;
	if (args->summary)
		i.f.summary = args->summary;
	i.f.changed = args->changed;
	i.state = "draft"; /* what changed is reviewed again before it goes out */
	if (!info_settle(o, &i, call->arena, e))
		return false;
	if (!info_row_update(o, &i, call->arena, e) || !put_duty(o, i.row, "revise", args->changed, i.element_id, args->reason, e) ||
		!info_deadline_put(o, i.row, call->arena, e) || !info_load(o, i.row, call->arena, &i, e))
		return false;
	char iso[DAY_ISO];
	call->result = arena_printf(call->arena, _("已登记变更，%s 须重新审查、公开，期限 %s"), i.id, day_iso(i.due, iso));
	return true;
}

static bool void_run(struct verb_call *call, struct err *e)
{
	const struct info_void_args *args = call->args;
	struct info i;
	if (!info_load(call->office, call->subject_id, call->arena, &i, e) || !info_may(&i, STEP_VOID, e))
		return false;
	if (i.publications.n)
		return err_set(e, ERR_RULE, _("%s 已经公开过，不能作废；请撤回"), i.id);
	struct q *q = q_open(call->office->store, &Q_info_void);
	q_text(q, "reason", args->reason);
	q_int(q, "row", i.row);
	q_int(q, "version", i.version);
	bool done = q_run_one(q, e);
	q_end(q);
	call->result = arena_printf(call->arena, _("已作废 %s，编号不再使用"), i.id);
	return done && info_deadline_put(call->office, i.row, call->arena, e);
}

bool info_can(struct office *o, int64_t row, enum info_step step, struct err *why)
{
	struct arena a = {0};
	struct info i;
	bool yes = info_load(o, row, &a, &i, why) && info_may(&i, step, why);
	arena_free(&a);
	return yes;
}

static bool change_can(struct office *o, int64_t row, struct err *why)
{
	return info_can(o, row, STEP_CHANGE, why);
}

static bool revise_can(struct office *o, int64_t row, struct err *why)
{
	return info_can(o, row, STEP_REVISE, why);
}

static bool void_can(struct office *o, int64_t row, struct err *why)
{
	return info_can(o, row, STEP_VOID, why);
}

const struct verb info_register = {
	.name = "info.register", .label = N_("登记信息"), .subject = "info", .args = &info_register_type, .run = register_run, .creates = true};
const struct verb info_change = {.name = "info.change", .label = N_("更正登记"), .subject = "info", .args = &info_change_type,
	.can = change_can, .run = change_run, .merge = change_merge};
const struct verb info_revise = {
	.name = "info.revise", .label = N_("变更"), .subject = "info", .args = &info_revise_type, .can = revise_can, .run = revise_run};
const struct verb info_void = {
	.name = "info.void", .label = N_("作废"), .subject = "info", .args = &info_void_type, .can = void_can, .run = void_run};
