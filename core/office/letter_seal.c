/* 用印: which seal was pressed on how many sheets of a letter, by whom, and who allowed it (the letter register's line). */
#include <string.h>

#include "base/text.h"
#include "gen/q_letter.h"
#include "office/letter.h"

static const struct field seal_fields[] = {
	{"on", N_("用印日期"), FIELD_DATE, FIELD_AT(letter_seal, on), FIELD_PAST, .help = N_("空则为今天")},
	{"seal", N_("印章"), FIELD_TEXT, FIELD_AT(letter_seal, seal), .help = N_("空则为机关印章；政府信息公开专用章等请写明")},
	{"copies", N_("用印份数"), FIELD_INT, FIELD_AT(letter_seal, copies), .help = N_("空则为1")},
	{"by", N_("用印人"), FIELD_TEXT, FIELD_AT(letter_seal, by), .help = N_("空则为登录人")},
	{"approved_by", N_("用印批准人"), FIELD_TEXT, FIELD_AT(letter_seal, approved_by)},
	{0},
};
const struct record_type letter_seal_type = {"letter_seal", N_("登记用印"), sizeof(struct letter_seal), seal_fields};

static const struct field unseal_fields[] = {
	{"reason", N_("作废原因"), FIELD_TEXT, FIELD_AT(letter_revoke, reason), FIELD_REQUIRED, .width = 40},
	{0},
};
static const struct record_type unseal_type = {"letter_unseal", N_("作废用印登记"), sizeof(struct letter_revoke), unseal_fields};

static bool run_seal(struct verb_call *call, struct err *e)
{
	struct office *o = call->office;
	struct letter_seal *a = call->args;
	struct letter l;
	char iso[DAY_ISO];
	if (!letter_load(o, call->subject_id, call->arena, &l, e))
		return false;
	if (strcmp(l.state, "revoked") == 0)
		return err_set(e, ERR_RULE, _("%s 已经撤销，不能用印"), l.number);
	if (a->on == DAY_NONE)
		a->on = desk_today(o->desk);
	if (a->on < l.date)
		return err_field(e, "on", _("用印日期早于文书日期 %s"), day_iso(l.date, iso));
	if (a->copies == INT_NONE)
		a->copies = 1;
	if (a->copies < 1 || a->copies > 1000)
		return err_field(e, "copies", _("用印份数应为1至1000"));
	if (text_is_blank(a->seal))
		a->seal = _("机关印章");
	if (text_is_blank(a->by))
		a->by = o->operator_name;
	struct q *q = q_open(o->store, &Q_seal_insert);
	q_bind_record(q, &letter_seal_type, a);
	q_int(q, "letter_id", l.id);
	bool done = q_run(q, e);
	q_end(q);
	call->result = arena_printf(call->arena, _("%s 已登记用印：%s，%lld份"), l.number, a->seal, (long long)a->copies);
	return done;
}

static bool run_unseal(struct verb_call *call, struct err *e)
{
	const struct letter_revoke *args = call->args;
	struct letter l;
	struct err none = {0};
	int64_t id;
	if (!letter_load(call->office, call->subject_id, call->arena, &l, e))
		return false;
	struct q *q = q_open(call->office->store, &Q_seal_newest);
	q_int(q, "letter_id", l.id);
	if (!q_one_int(q, &id, &none))
		return none.code ? err_set(e, none.code, "%s", none.text) : err_set(e, ERR_RULE, _("%s 没有用印登记"), l.number);
	q = q_open(call->office->store, &Q_seal_void);
	q_int(q, "id", id);
	q_day(q, "voided_on", desk_today(call->office->desk));
	q_text(q, "reason", args->reason);
	bool done = q_run_one(q, e);
	q_end(q);
	call->result = arena_printf(call->arena, _("%s 最后一次用印登记已作废：%s"), l.number, args->reason);
	return done;
}

bool letter_seals(struct office *o, int64_t id, struct arena *a, struct letter_seal **out, size_t *n, struct err *e)
{
	struct err end = {0};
	size_t cap = 0;
	*out = NULL;
	*n = 0;
	struct q *q = q_open(o->store, &Q_seal_of_letter);
	q_int(q, "letter_id", id);
	while (q_row(q, &end)) {
		*out = arena_grow(a, *out, *n, &cap, sizeof **out);
		struct letter_seal *row = &(*out)[(*n)++];
		record_clear(&letter_seal_type, row);
		q_read_record(q, &letter_seal_type, row, a);
	}
	q_end(q);
	return end.code == ERR_NONE || err_set(e, end.code, "%s", end.text);
}

static const struct verb verb_seal = {"letter.seal", N_("登记用印"), "letter", &letter_seal_type, .run = run_seal};
static const struct verb verb_unseal = {"letter.unseal", N_("作废用印登记"), "letter", &unseal_type, .run = run_unseal};
const struct verb *const letter_seal_verbs[] = {&verb_seal, &verb_unseal, NULL};
