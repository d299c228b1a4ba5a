/* The first steps of a request: register, change, confirm. */
#include <string.h>

#include "base/text.h"
#include "gen/q_matter.h"
#include "gen/q_request.h"
#include "office/entry.h"
#include "office/identity_check.h"
#include "office/merge.h"
#include "office/request.h"
#include "office/request_import.h"
#include "office/similar.h"
#include "office/steps.h"

static bool check(struct office *o, const struct record_type *t, struct request *r, struct err *e)
{
	daynum today = desk_today(o->desk);
	if (!record_check(t, r, e) || !entry_check(t, r, today, e))
		return false;
	if (text_is_blank(r->content))
		return err_field(e, "content", _("请填所需信息"));
	if (!text_valid(r->content, strlen(r->content)))
		return err_field(e, "content", _("所需信息含有不能存储的字符"));
	entry_here(o, r->channel, &r->arrived);
	return entry_dates(r->arrived, r->signed_on, r->confirmed, e);
}

static void matter_from(const struct request *r, struct matter *m)
{
	m->channel = r->channel;
	m->arrived = r->arrived;
	m->signed_on = r->signed_on;
	m->confirmed = r->confirmed;
	m->confirmed_with = r->confirmed_with;
}

static bool request_row_put(struct office *o, const struct query *query, int64_t id, const struct request *r, struct arena *a, struct err *e)
{
	struct q *q = q_open(o->store, query);
	q_bind_record(q, &request_type, r);
	q_int(q, "matter_id", id);
	const char *key = text_key(a, r->content);
	q_text(q, "content_key", key);
	bool done = q_run(q, e);
	q_end(q);
	return done && text_mark_put(o, MARK_REQUEST, id, key, e);
}

bool request_row_insert(struct office *o, int64_t id, const struct request *r, struct arena *a, struct err *e)
{
	return request_row_put(o, &Q_request_insert, id, r, a, e);
}

static const char *join(struct arena *a, const char *one, const char *two)
{
	return one && two ? arena_printf(a, _("%s；%s"), one, two) : one ? one : two;
}

/* After the commit, what the clerk should hear though it is done: cases alike, what is public already, how often this applicant asks. A
 * look that fails is silent: the request is registered. */
static void look_around(struct verb_call *call, const struct request *r)
{
	struct office *o = call->office;
	struct arena *a = call->arena;
	const struct similar *s;
	const struct public_info *p;
	struct repeat times;
	struct matter_case c;
	size_t n;
	struct err e = {0};
	if (r->anti_smuggling == 1)
		call->warning = join(a, call->warning, _("涉及缉私：先适用警务公开的规定（关务公开规定27）"));
	if (!request_similar(o, r, call->subject_id, a, &s, &n, &e))
		return;
	for (size_t i = 0; i < n && i < 3 && s[i].weight > 1; i++) /* a name alone is shown, not said */
		call->warning = join(a, call->warning, arena_printf(a, _("与 %s %s"), s[i].number, s[i].why));
	if (!request_public(o, r, a, &p, &n, &e))
		return;
	if (n)
		call->warning = join(a, call->warning, arena_printf(a, _("可能已主动公开：%s"), public_line(p, a)));
	if (!matter_load(o, call->subject_id, a, &c, &e) || !request_repeat(o, &r->applicant, c.matter.received, a, &times, &e))
		return;
	if (times.month >= REPEAT_TELL)
		call->warning = join(a, call->warning, arena_printf(a, _("同一申请人本月第%lld件、本年第%lld件"), (long long)times.month,
			(long long)times.year));
}

static void after_register(struct verb_call *call)
{
	look_around(call, call->args);
}

static void after_change(struct verb_call *call)
{
	const struct request_change *args = call->args;
	look_around(call, &args->now);
}

static const char *registered(struct matter_case *c, const char *why, struct arena *a)
{
	char due[DAY_ISO];
	if (c->matter.received == DAY_NONE)
		return arena_printf(a, _("已登记，编号 %s，收到之日未定：%s"), c->matter.number, why);
	if (c->due == DAY_NONE)
		return arena_printf(a, _("已登记，编号 %s"), c->matter.number);
	return arena_printf(a, _("已登记，编号 %s，答复期限 %s%s"), c->matter.number, day_iso(c->due, due), c->provisional ? "*" : "");
}

static bool has_gaps(const struct request *r, const struct matter *m, struct arena *a)
{
	const char *const *names;
	return request_missing(r, m->ruleset, a, &names) > 0;
}

static bool run_register(struct verb_call *call, struct err *e)
{
	struct office *o = call->office;
	struct request *r = call->args;
	struct matter m;
	struct matter_case c;
	const char *why = NULL;
	if (!check(o, &request_type, r, e))
		return false;
	record_clear(&matter_type, &m);
	matter_from(r, &m);
	m.kind = "request";
	m.registered_on = desk_today(o->desk);
	m.handler_id = o->operator_id;
	if (!matter_receive(o, &m, call->arena, &why, e) || !matter_insert(o, &m, call->arena, e))
		return false;
	call->subject_id = m.row;
	if (!request_row_put(o, &Q_request_insert, m.row, r, call->arena, e) ||
		!party_put(o, m.row, "applicant", &r->applicant, call->arena, NULL, e) ||
		!matter_deadlines(o, m.row, has_gaps(r, &m, call->arena), call->arena, e) ||
		!matter_load(o, m.row, call->arena, &c, e))
		return false;
	call->warning = party_doubts(&r->applicant, m.registered_on, call->arena);
	call->result = registered(&c, why, call->arena);
	return true;
}

bool matter_confirm(struct verb_call *call, struct err *e)
{
	struct office *o = call->office;
	struct request_confirm *args = call->args;
	struct matter_case v;
	const char *why = NULL;
	bool gaps;
	char iso[DAY_ISO];
	if (!record_check(&request_confirm_type, args, e) || !matter_load(o, call->subject_id, call->arena, &v, e))
		return false;
	struct matter *m = &v.matter;
	if (!matter_day(o, m, "on", &args->on, e))
		return false;
	if (m->arrived != DAY_NONE && args->on < m->arrived)
		return err_field(e, "on", _("确认日期早于到达日期 %s"), day_iso(m->arrived, iso));
	m->confirmed = args->on;
	m->confirmed_with = args->with;
	m->confirmed_by = args->by ? args->by : o->operator_name;
	if (!matter_receive(o, m, call->arena, &why, e))
		return false;
	if (m->received == DAY_NONE)
		return err_set(e, ERR_RULE, _("此渠道不以确认之日为收到之日：%s"), why);
	if (!matter_set_receipt(o, m, e) || !matter_gaps(o, m, call->arena, &gaps, e) || !matter_deadlines(o, m->row, gaps, call->arena, e))
		return false;
	struct matter_case c;
	if (!matter_load(o, m->row, call->arena, &c, e))
		return false;
	if (m->arrived != DAY_NONE && calendar_count(o->calendar, m->arrived, args->on) > 0)
		call->warning = _("条例31要求当日与申请人确认，本件确认晚于到达日期");
	call->result = arena_printf(call->arena, _("已确认：%s，答复期限 %s%s"), why, day_iso(c.due, iso), c.provisional ? "*" : "");
	return true;
}

static bool same_typed(const struct request *x, const struct request *y)
{
	for (const struct field *f = request_type.fields; f->name; f++)
		if (!record_same(f, x, y))
			return false;
	return true;
}

/* What was typed against what is stored, as of the version the clerk saw. */
static bool merge_change(struct office *o, int64_t id, const void *rec, struct arena *a, struct merge *out, struct err *e)
{
	const struct request_change *args = rec;
	struct request_change now = *args; /* the reason is the clerk's own */
	struct matter_case c;
	int64_t applicant;
	if (!request_typed(o, id, a, &now.now, &applicant, e) || !matter_load(o, id, a, &c, e))
		return false;
	now.version = c.matter.version;
	const struct merge_source rows[] = {{"matter", id}, {"request", id}, {"party", applicant}};
	struct merge_ask ask = {.type = &request_change_type, .mine = args, .now = &now, .version = now.version, .sources = rows, .nsources = 3,
		.since = args->version == INT_NONE ? now.version : args->version};
	return merge_find(o, &ask, a, out, e);
}

static bool run_change(struct verb_call *call, struct err *e)
{
	struct office *o = call->office;
	struct request_change args = *(const struct request_change *)call->args;
	struct request_view was;
	struct merge both;
	if (!request_load(o, call->subject_id, call->arena, &was, e) || !merge_change(o, call->subject_id, &args, call->arena, &both, e))
		return false;
	struct matter m = was.c.matter;
	if (both.nboth)
		return merge_refuse(&both, m.number, e);
	merge_theirs(&both, &args);
	if (!check(o, &request_change_type, &args.now, e))
		return false;
	if (same_typed(&args.now, &was.request))
		return err_set(e, ERR_INPUT, _("没有改动"));
	if (was.request.confirmed != DAY_NONE && args.now.confirmed == DAY_NONE)
		return err_field(e, "confirmed", _("已确认的日期不能清空"));
	matter_from(&args.now, &m);
	if (!matter_receive(o, &m, call->arena, NULL, e) || !entry_moved(&was.c, &m, e) || !matter_set_receipt(o, &m, e) ||
		!request_row_put(o, &Q_request_update, m.row, &args.now, call->arena, e) ||
		!party_change(o, was.applicant_id, &args.now.applicant, call->arena, e) ||
		!matter_deadlines(o, m.row, has_gaps(&args.now, &m, call->arena), call->arena, e))
		return false;
	call->warning = join(call->arena, merge_said(&both, call->arena), party_doubts(&args.now.applicant, desk_today(o->desk), call->arena));
	call->result = arena_printf(call->arena, _("%s 已更改：%s"), m.number, args.reason);
	return true;
}

bool matter_run_void(struct verb_call *call, struct err *e)
{
	struct request_void *args = call->args;
	struct step s;
	if (!record_check(&request_void_type, args, e) || !step_begin(call, &s, e))
		return false;
	daynum today = desk_today(call->office->desk);
	struct q *q = q_open(call->office->store, &Q_matter_void);
	q_int(q, "id", s.c.matter.row);
	q_int(q, "version", s.c.matter.version);
	q_text(q, "reason", args->reason);
	bool done = q_run_one(q, e);
	q_end(q);
	s.c.matter.version++;
	struct event_row ev = EVENT_ROW;
	ev.kind = EV_CLOSED;
	ev.day = s.c.matter.received != DAY_NONE && s.c.matter.received > today ? s.c.matter.received : today;
	if (!done || !step_end(&s, &ev, today, e))
		return false;
	call->result = arena_printf(call->arena, _("%s 已作废：%s"), s.c.matter.number, args->reason);
	return true;
}

static bool can_confirm(struct office *o, int64_t id, struct err *why)
{
	return step_can(o, id, "confirm", why);
}

static bool can_void(struct office *o, int64_t id, struct err *why)
{
	return step_can(o, id, "void", why);
}

static bool can_change(struct office *o, int64_t id, struct err *why)
{
	return step_can(o, id, "change", why);
}

static const struct verb verb_register = {"request.register", N_("登记申请"), "request", &request_type, .run = run_register, .creates = true,
	.after = after_register};
static const struct verb verb_change = {"request.change", N_("更改录入"), "request", &request_change_type, .can = can_change, .run = run_change,
	.after = after_change, .merge = merge_change};
static const struct verb verb_confirm = {"request.confirm", N_("确认收到"), "request", &request_confirm_type, .can = can_confirm, .run = matter_confirm};
static const struct verb verb_void = {"request.void", N_("作废"), "request", &request_void_type, .can = can_void, .run = matter_run_void};

static const struct verb verb_identity = {"request.identity", N_("核对身份"), "request", &identity_type, .run = identity_check_run};

const struct verb *const request_verbs[] = {&verb_register, &verb_change, &verb_confirm, &verb_void, &verb_identity, &request_import_verb, NULL};
