/* The verbs that change who handles what. */
#include <string.h>

#include "gen/q_handover.h"
#include "office/handover.h"

#define AT(m) FIELD_AT(handover_args, m)
#define DAY_AND_REASON(type) \
	{"on", N_("移交日期"), FIELD_DATE, FIELD_AT(type, on), FIELD_PAST, .help = N_("空则为今天")}, \
	{"reason", N_("移交原因"), FIELD_TEXT, FIELD_AT(type, reason), .help = N_("休假、调动、离任等"), .width = 40}

static const struct field operator_fields[] = {
	{"from", N_("移交人"), FIELD_TEXT, AT(from), FIELD_REQUIRED, .help = N_("操作员的登录名；已停用的也可以"), .width = 20},
	{"to", N_("接手人"), FIELD_TEXT, AT(to), FIELD_REQUIRED, .source = "operator", .width = 20},
	{"items", N_("连同事项"), FIELD_FLAG, AT(items), .help = N_("他在目录里负责的事项（责任人、副职）一并移交")},
	DAY_AND_REASON(handover_args),
	{0},
};
static const struct field person_fields[] = {
	{"from", N_("移交人"), FIELD_TEXT, AT(from), FIELD_REQUIRED, .help = N_("人员姓名；已离任的也可以"), .width = 20},
	{"to", N_("接手人"), FIELD_TEXT, AT(to), FIELD_REQUIRED, .source = "person", .width = 20},
	{"cases", N_("连同办件"), FIELD_FLAG, AT(cases), .help = N_("他作为操作员承办的未办结的申请、更正、信息；空则连同")},
	DAY_AND_REASON(handover_args),
	{0},
};
static const struct field handler_fields[] = {
	{"to", N_("接手人"), FIELD_TEXT, FIELD_AT(handler_args, to), FIELD_REQUIRED, .source = "operator", .width = 20},
	DAY_AND_REASON(handler_args),
	{0},
};
const struct record_type operator_handover_type = {"operator_handover", N_("移交工作"), sizeof(struct handover_args), operator_fields};
const struct record_type person_handover_type = {"person_handover", N_("移交工作"), sizeof(struct handover_args), person_fields};
const struct record_type handler_type = {"handler", N_("换承办人"), sizeof(struct handler_args), handler_fields};

static bool day_of(struct office *o, daynum typed, daynum *on, struct err *e)
{
	char iso[DAY_ISO];
	*on = typed == DAY_NONE ? desk_today(o->desk) : typed;
	return *on <= desk_today(o->desk) || err_field(e, "on", _("日期 %s 在今天之后"), day_iso(*on, iso));
}

static bool put(struct office *o, const struct handover_plan *p, daynum on, const char *reason, struct err *e)
{
	struct q *q = q_open(o->store, &Q_handover_insert);
	q_int(q, "from_id", p->from_operator);
	q_int(q, "to_id", p->to_operator);
	q_int(q, "from_person_id", p->from_person);
	q_int(q, "to_person_id", p->to_person);
	q_day(q, "handed_on", on);
	q_text(q, "reason", reason);
	bool done = q_run(q, e);
	q_end(q);
	return done;
}

static bool set_handler(struct office *o, const struct query *query, int64_t row, int64_t version, int64_t to, struct err *e)
{
	struct q *q = q_open(o->store, query);
	q_int(q, "id", row);
	q_int(q, "version", version);
	q_int(q, "handler", to);
	bool done = q_run_one(q, e);
	q_end(q);
	return done;
}

static bool move(struct office *o, const struct handover_row *r, const struct handover_plan *p, struct err *e)
{
	if (r->kind == HANDOVER_TASK) /* hangs on its case */
		return true;
	if (r->kind != HANDOVER_ITEM)
		return set_handler(o, r->kind == HANDOVER_INFO ? &Q_handover_info_set : &Q_handover_matter_set, r->row, r->version, p->to_operator, e);
	struct q *q = q_open(o->store, &Q_handover_item_set);
	q_int(q, "id", r->row);
	q_int(q, "version", r->version);
	q_int(q, "person_id", r->person_id);
	q_int(q, "deputy_id", r->deputy_id);
	bool done = q_run_one(q, e);
	q_end(q);
	return done;
}

static bool run_all(struct verb_call *call, struct err *e)
{
	struct office *o = call->office;
	const struct handover_args *args = call->args;
	struct handover_plan p;
	daynum on;
	if (!day_of(o, args->on, &on, e) || !handover_plan(o, call->verb->subject, args, call->arena, &p, e) || !put(o, &p, on, args->reason, e))
		return false;
	for (size_t i = 0; i < p.n; i++)
		if (!move(o, &p.rows[i], &p, e))
			return false;
	call->subject_id = !strcmp(call->verb->subject, "operator") ? p.from_operator : p.from_person;
	call->result = arena_printf(call->arena, _("%s 的工作已移交 %s：%s"), p.from, p.to, handover_words(&p, call->arena));
	return true;
}

/* One case: its number, version and handler. */
struct one {
	const char *id, *state;
	int64_t version, handler;
};

static bool load_one(struct office *o, bool info, int64_t id, struct arena *a, struct one *out, struct err *e)
{
	struct err end = {0};
	struct q *q = q_open(o->store, info ? &Q_handover_info : &Q_handover_matter);
	q_int(q, "id", id);
	bool found = q_row(q, &end);
	if (found)
		*out = (struct one){.id = q_get_text(q, "id", a), .state = q_get_text(q, "state", a), .version = q_get_int(q, "version"),
			.handler = q_get_int(q, "handler_id")};
	q_end(q);
	return found || err_set(e, end.code ? end.code : ERR_MISSING, "%s", end.code ? end.text : _("没有这一件"));
}

static bool run_one(struct verb_call *call, struct err *e)
{
	struct office *o = call->office;
	struct arena *a = call->arena;
	const struct handler_args *args = call->args;
	bool info = !strcmp(call->verb->subject, "info");
	struct handover_plan p = {.from_person = INT_NONE, .to_person = INT_NONE};
	struct one c;
	daynum on;
	if (!day_of(o, args->on, &on, e) || !load_one(o, info, call->subject_id, a, &c, e) ||
		!handover_taker(o, args->to, a, &p.to_operator, &p.to, e))
		return false;
	p.from_operator = c.handler;
	if (c.handler == p.to_operator)
		return err_field(e, "to", _("%s 的承办人本来就是 %s"), c.id, p.to);
	if (!put(o, &p, on, args->reason, e) ||
		!set_handler(o, info ? &Q_handover_info_set : &Q_handover_matter_set, call->subject_id, c.version, p.to_operator, e))
		return false;
	const char *was = handler_name(o, c.handler, a);
	call->result = was ? arena_printf(a, _("%s 的承办人由 %s 改为 %s"), c.id, was, p.to) : arena_printf(a, _("%s 的承办人是 %s"), c.id, p.to);
	return true;
}

/* What is finished stays with who finished it. */
static bool can_one(struct office *o, int64_t id, bool info, struct err *why)
{
	struct arena a = {0};
	struct one c;
	bool ok = load_one(o, info, id, &a, &c, why);
	if (ok && (!strcmp(c.state, "archived") || !strcmp(c.state, "void")))
		ok = err_set(why, ERR_RULE, _("%s 已办结，不再换承办人"), c.id);
	arena_free(&a);
	return ok;
}

static bool can_matter(struct office *o, int64_t id, struct err *why)
{
	return can_one(o, id, false, why);
}

static bool can_info(struct office *o, int64_t id, struct err *why)
{
	return can_one(o, id, true, why);
}

static const struct verb verbs[] = {
	{.name = "operator.handover", .label = N_("移交工作"), .subject = "operator", .args = &operator_handover_type, .run = run_all},
	{.name = "person.handover", .label = N_("移交工作"), .subject = "person", .args = &person_handover_type, .run = run_all},
	{.name = "request.handover", .label = N_("换承办人"), .subject = "request", .args = &handler_type, .can = can_matter, .run = run_one},
	{.name = "correction.handover", .label = N_("换承办人"), .subject = "correction", .args = &handler_type, .can = can_matter, .run = run_one},
	{.name = "info.handover", .label = N_("换承办人"), .subject = "info", .args = &handler_type, .can = can_info, .run = run_one},
};
const struct verb *const handover_verbs[] = {&verbs[0], &verbs[1], &verbs[2], &verbs[3], &verbs[4], NULL};
