#include "office/appeal.h"

#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "gen/q_appeal.h"
#include "law/appeal_limit.h"
#include "law/rule.h"
#include "office/entry.h"
#include "office/merge.h"
#include "office/sequence.h"
#include "office/step.h"

const struct choice appeal_kinds[] = {
	{"review", N_("行政复议")}, {"suit_direct", N_("直接起诉")}, {"suit_after_review", N_("复议后起诉")}, {0},
};
const struct choice appeal_results[] = {
	{"upheld", N_("结果维持")}, {"corrected", N_("结果纠正")}, {"other", N_("其他结果")}, {"pending", N_("尚未审结")}, {0},
};
const struct choice appeal_procedures[] = {{"ordinary", N_("普通程序")}, {"simple", N_("简易程序")}, {0}};

#define AT(m) FIELD_AT(appeal, m)
#define APPEAL_FIELDS                                                                                                  \
	{"id", N_("编号"), FIELD_TEXT, AT(number), FIELD_DERIVED, .width = 10},                                         \
	{"kind", N_("类别"), FIELD_CODE, AT(kind), FIELD_REQUIRED, .choices = appeal_kinds, .width = 10},               \
	{"case", N_("办件"), FIELD_TEXT, AT(case_number_of), .width = 10},                                              \
	{"body", N_("受理机关"), FIELD_TEXT, AT(body), .width = 20},                                                    \
	{"file_number", N_("案号"), FIELD_TEXT, AT(file_number), .width = 20},                                          \
	{"procedure", N_("程序"), FIELD_CODE, AT(procedure), .choices = appeal_procedures},                             \
	{"received", N_("收到日期"), FIELD_DATE, AT(received), FIELD_REQUIRED | FIELD_PAST, .width = 10},                 \
	{"evidence_due", N_("举证期限"), FIELD_DATE, AT(evidence_due), FIELD_FUTURE, .width = 10,                         \
		.help = N_("空则按程序：复议普通10个、简易5个工作日，诉讼15日")},                                               \
	{"answered_on", N_("提交答复日期"), FIELD_DATE, AT(answered_on), FIELD_PAST, .width = 10},                        \
	{"result", N_("结果"), FIELD_CODE, AT(result), FIELD_DERIVED, .choices = appeal_results, .width = 8},            \
	{"result_on", N_("结果日期"), FIELD_DATE, AT(result_on), FIELD_DERIVED, .width = 10},                            \
	{"note", N_("备注"), FIELD_TEXT, AT(note), .width = 40},                                                       \
	{"voided_on", N_("作废日期"), FIELD_DATE, AT(voided_on), FIELD_DERIVED, .width = 10},                            \
	{"void_reason", N_("作废原因"), FIELD_TEXT, AT(void_reason), FIELD_DERIVED, .width = 40},                        \
	{"row", "", FIELD_ID, AT(id), FIELD_HIDDEN}, {"matter_id", "", FIELD_ID, AT(matter_id), FIELD_HIDDEN},           \
	{"version", "", FIELD_INT, AT(version), FIELD_HIDDEN}

static const struct field appeal_fields[] = {APPEAL_FIELDS, {0}};
const struct record_type appeal_type = {"appeal", N_("复议诉讼"), sizeof(struct appeal), appeal_fields};
static const struct field change_fields[] = {
	APPEAL_FIELDS, {"reason", N_("更改原因"), FIELD_TEXT, FIELD_AT(appeal_change, reason), FIELD_REQUIRED, .width = 40}, {0},
};
const struct record_type appeal_change_type = {"appeal_change", N_("更改复议诉讼"), sizeof(struct appeal_change), change_fields};
static const struct field result_fields[] = {
	{"result", N_("结果"), FIELD_CODE, FIELD_AT(appeal_result, result), FIELD_REQUIRED, .choices = appeal_results},
	{"on", N_("结果日期"), FIELD_DATE, FIELD_AT(appeal_result, on), FIELD_PAST},
	{"note", N_("备注"), FIELD_TEXT, FIELD_AT(appeal_result, note), .width = 40}, {0},
};
const struct record_type appeal_result_type = {"appeal_result", N_("登记结果"), sizeof(struct appeal_result), result_fields};

static const struct field void_fields[] = {
	{"reason", N_("作废原因"), FIELD_TEXT, FIELD_AT(appeal_void, reason), FIELD_REQUIRED, .width = 40}, {0},
};
const struct record_type appeal_void_type = {"appeal_void", N_("作废复议诉讼"), sizeof(struct appeal_void), void_fields};

bool appeal_find(struct office *o, const char *number, int64_t *id, struct err *e)
{
	struct arena a = {0};
	struct err end = {0};
	struct q *q = q_open(o->store, &Q_appeal_by_number);
	q_text(q, "number", sequence_number(number, 'A', &a));
	bool found = q_one_int(q, id, &end);
	arena_free(&a);
	if (found)
		return true;
	return end.code ? err_set(e, end.code, "%s", end.text) : err_set(e, ERR_MISSING, _("没有编号为“%s”的复议诉讼"), number);
}

bool appeal_load(struct office *o, int64_t id, struct arena *a, struct appeal *out, struct err *e)
{
	struct err end = {0};
	record_clear(&appeal_type, out);
	struct q *q = q_open(o->store, &Q_appeal_by_id);
	q_int(q, "id", id);
	bool found = q_row(q, &end);
	if (found)
		q_read_record(q, &appeal_type, out, a);
	q_end(q);
	out->evidence_late = found && out->voided_on == DAY_NONE && out->answered_on == DAY_NONE && out->evidence_due != DAY_NONE && out->evidence_due < desk_today(o->desk);
	if (found)
		return true;
	return end.code ? err_set(e, end.code, "%s", end.text) : err_set(e, ERR_MISSING, _("没有这件复议诉讼"));
}

bool appeal_list(struct office *o, bool pending, struct arena *a, struct appeal **out, size_t *n, struct err *e)
{
	size_t cap = 0;
	struct appeal *rows = NULL;
	struct err end = {0};
	struct q *q = q_open(o->store, &Q_appeal_list);
	q_int(q, "pending", pending ? 1 : INT_NONE);
	bool ok = true;
	for (*n = 0; ok && q_row(q, &end); ++*n) {
		rows = arena_grow(a, rows, *n, &cap, sizeof *rows);
		ok = appeal_load(o, q_get_int(q, "row"), a, &rows[*n], e);
	}
	q_end(q);
	*out = rows;
	return ok && (end.code == ERR_NONE || err_set(e, end.code, "%s", end.text));
}

static daynum period_due(const struct calendar *c, const struct appeal *a)
{
	const struct appeal_limit law = appeal_limit(a->kind, a->procedure);
	return rule_period(c, a->received, law.days, law.calendar_days ? UNIT_CALENDAR : UNIT_WORKING, law.calendar_days);
}

struct appeal_period appeal_period(struct office *o, const struct appeal *a)
{
	const struct appeal_limit law = appeal_limit(a->kind, a->procedure);
	struct appeal_period p = {law.days, law.calendar_days, DAY_NONE, tr(law.article)};
	if (a->kind && a->received != DAY_NONE)
		p.due = period_due(o->calendar, a);
	return p;
}

static bool redate(struct office *o, const struct appeal *x, daynum due, struct err *e)
{
	struct q *q = q_open(o->store, &Q_appeal_redate);
	q_int(q, "id", x->id);
	q_day(q, "due", due);
	bool done = q_run_one(q, e);
	q_end(q);
	return done;
}

bool appeal_redate(struct office *o, const struct calendar *before, struct arena *a, struct appeal **moved, size_t *n, struct err *e)
{
	struct appeal *rows;
	size_t all;
	*n = 0;
	if (!appeal_list(o, true, a, &rows, &all, e))
		return false;
	*moved = rows;
	for (size_t i = 0; i < all; i++) {
		struct appeal x = rows[i];
		daynum was = x.evidence_due, due = period_due(o->calendar, &x);
		if (x.answered_on != DAY_NONE || was != period_due(before, &x) || was == due)
			continue;
		if (!redate(o, &x, due, e))
			return false;
		x.evidence_due = due;
		x.result_on = was;
		rows[(*n)++] = x;
	}
	return true;
}

/* The case it is about, the limit for our evidence. */
static bool complete(struct office *o, struct appeal *a, struct err *e)
{
	if (!entry_check(&appeal_type, a, desk_today(o->desk) + 366, e))
		return false;
	if (a->received > desk_today(o->desk))
		return err_field(e, "received", _("收到日期在今天之后"));
	a->matter_id = INT_NONE;
	if (!text_is_blank(a->case_number_of) && !matter_find_any(o, a->case_number_of, &a->matter_id, e))
		return false;
	if (a->answered_on != DAY_NONE && a->answered_on < a->received)
		return err_field(e, "answered_on", _("提交答复早于收到日期"));
	if (a->evidence_due != DAY_NONE)
		return a->evidence_due >= a->received || err_field(e, "evidence_due", _("举证期限早于收到日期"));
	a->evidence_due = appeal_period(o, a).due;
	return true;
}

static bool put(struct office *o, const struct query *query, const struct appeal *a, struct err *e)
{
	struct q *q = q_open(o->store, query);
	q_bind_record(q, &appeal_type, a);
	if (query == &Q_appeal_update)
		q_int(q, "id", a->id);
	else {
		q_text(q, "number", a->number);
		q_int(q, "year", day_year(desk_today(o->desk)));
	}
	bool done = q_run(q, e);
	q_end(q);
	return done;
}

/* One that was voided is as it is. */
static bool load_standing(struct verb_call *call, struct appeal *out, struct err *e)
{
	return appeal_load(call->office, call->subject_id, call->arena, out, e) &&
		(out->voided_on == DAY_NONE || err_set(e, ERR_RULE, _("%s 已作废：%s"), out->number, out->void_reason));
}

/* The clock of our evidence stands in the case's index of deadlines. */
static bool reindex(struct verb_call *call, int64_t matter_id, struct err *e)
{
	struct matter_case c;
	bool gaps;
	if (matter_id == INT_NONE)
		return true;
	return matter_load(call->office, matter_id, call->arena, &c, e) && matter_gaps(call->office, &c.matter, call->arena, &gaps, e) &&
		matter_deadlines(call->office, matter_id, gaps, call->arena, e);
}

static bool run_add(struct verb_call *call, struct err *e)
{
	struct office *o = call->office;
	struct appeal *a = call->args;
	int64_t serial;
	int year = day_year(desk_today(o->desk));
	char iso[DAY_ISO];
	if (!complete(o, a, e) || !sequence_next(o, "appeal", year, &serial, e))
		return false;
	a->number = arena_printf(call->arena, "A%04d-%04d", year, (int)serial);
	if (!put(o, &Q_appeal_insert, a, e))
		return false;
	call->subject_id = store_last_id(o->store);
	if (!reindex(call, a->matter_id, e))
		return false;
	call->result = arena_printf(call->arena, _("已登记 %s，举证期限 %s"), a->number, day_iso(a->evidence_due, iso));
	return true;
}

static bool merge_change(struct office *o, int64_t id, const void *rec, struct arena *a, struct merge *out, struct err *e)
{
	const struct appeal_change *args = rec;
	struct appeal_change now = *args; /* the reason is the clerk's own */
	if (!appeal_load(o, id, a, &now.now, e))
		return false;
	const struct merge_source row = {"appeal", id};
	struct merge_ask ask = {.type = &appeal_change_type, .mine = args, .now = &now, .version = now.now.version, .sources = &row, .nsources = 1,
		.column = "matter_id", .field = "case", .since = args->now.version == INT_NONE ? now.now.version : args->now.version};
	return merge_find(o, &ask, a, out, e);
}

static bool run_change(struct verb_call *call, struct err *e)
{
	struct appeal_change *args = call->args;
	struct appeal before;
	struct merge both;
	args->now.id = call->subject_id;
	if (!load_standing(call, &before, e) ||
		!merge_change(call->office, call->subject_id, args, call->arena, &both, e))
		return false;
	if (both.nboth)
		return merge_refuse(&both, before.number, e);
	merge_theirs(&both, args);
	/* A limit that the law gave moves with what it was counted from; one that was typed stays. */
	if (args->now.evidence_due == before.evidence_due && before.evidence_due == appeal_period(call->office, &before).due)
		args->now.evidence_due = DAY_NONE;
	args->now.number = before.number;
	if (!complete(call->office, &args->now, e) || !put(call->office, &Q_appeal_update, &args->now, e) ||
		!reindex(call, args->now.matter_id, e))
		return false;
	if (before.matter_id != args->now.matter_id && !reindex(call, before.matter_id, e))
		return false;
	call->warning = merge_said(&both, call->arena);
	call->result = arena_printf(call->arena, _("%s 已更改：%s"), args->now.number, args->reason);
	return true;
}

static bool run_result(struct verb_call *call, struct err *e)
{
	struct appeal_result *args = call->args;
	struct appeal a;
	if (!load_standing(call, &a, e))
		return false;
	if (args->on == DAY_NONE)
		args->on = desk_today(call->office->desk);
	if (args->on > desk_today(call->office->desk) || args->on < a.received)
		return err_field(e, "on", _("结果日期应在收到日期和今天之间"));
	struct q *q = q_open(call->office->store, &Q_appeal_set_result);
	q_int(q, "id", a.id);
	q_text(q, "result", args->result);
	q_day(q, "on", strcmp(args->result, "pending") == 0 ? DAY_NONE : args->on);
	q_text(q, "note", args->note);
	bool done = q_run_one(q, e);
	q_end(q);
	call->result = arena_printf(call->arena, _("%s：%s"), a.number, tr(choice_label(appeal_results, args->result)));
	return done && reindex(call, a.matter_id, e);
}

/* Registered by mistake. An order on which the case was opened again stands. */
static bool run_void(struct verb_call *call, struct err *e)
{
	const struct appeal_void *args = call->args;
	struct store *store = call->office->store;
	struct appeal a;
	int64_t acted_on = 0;
	if (!load_standing(call, &a, e))
		return false;
	struct q *q = q_open(store, &Q_appeal_acted_on);
	q_int(q, "id", a.id);
	if (!q_one_int(q, &acted_on, e))
		return false;
	if (acted_on)
		return err_set(e, ERR_RULE, _("%s 已经凭 %s 的结果重新办理，不能作废"), a.case_number_of, a.number);
	q = q_open(store, &Q_appeal_void);
	q_int(q, "id", a.id);
	q_day(q, "on", desk_today(call->office->desk));
	q_text(q, "reason", args->reason);
	bool done = q_run_one(q, e);
	q_end(q);
	call->result = arena_printf(call->arena, _("%s 已作废：%s"), a.number, args->reason);
	return done && reindex(call, a.matter_id, e);
}

static const struct verb verb_add = {"appeal.add", N_("登记复议诉讼"), "appeal", &appeal_type, .run = run_add, .creates = true};
static const struct verb verb_change = {"appeal.change", N_("更改复议诉讼"), "appeal", &appeal_change_type, .run = run_change, .merge = merge_change};
static const struct verb verb_result = {"appeal.result", N_("登记复议诉讼结果"), "appeal", &appeal_result_type, .run = run_result};
static const struct verb verb_void = {"appeal.void", N_("作废复议诉讼"), "appeal", &appeal_void_type, .run = run_void};

const struct verb *const appeal_verbs[] = {&verb_add, &verb_change, &verb_result, &verb_void, NULL};
