#include "office/decision.h"

#include "gen/q_steps.h"

static const struct field fields[] = {
	{.name = "outcome", .label = N_("结果"), .type = FIELD_TEXT, .offset = FIELD_AT(decision, outcome)},
	{.name = "ground", .label = N_("不公开依据"), .type = FIELD_TEXT, .offset = FIELD_AT(decision, ground)},
	{.name = "report_row", .label = N_("年报行"), .type = FIELD_TEXT, .offset = FIELD_AT(decision, report_row)},
	{.name = "remedy", .label = N_("救济"), .type = FIELD_TEXT, .offset = FIELD_AT(decision, remedy)},
	{.name = "reasons", .label = N_("理由"), .type = FIELD_LINES, .offset = FIELD_AT(decision, reasons)},
	{.name = "body", .label = N_("负责机关或者渠道"), .type = FIELD_TEXT, .offset = FIELD_AT(decision, body)},
	{.name = "decided_on", .label = N_("决定日期"), .type = FIELD_DATE, .offset = FIELD_AT(decision, decided_on)},
	{.name = "approved_by", .label = N_("批准人"), .type = FIELD_TEXT, .offset = FIELD_AT(decision, approved_by)},
	{.name = "approved_on", .label = N_("批准日期"), .type = FIELD_DATE, .offset = FIELD_AT(decision, approved_on)},
	{0},
};
const struct record_type decision_type = {"decision", N_("决定"), sizeof(struct decision), fields};

bool decision_load(struct office *o, int64_t matter_id, struct arena *a, struct decision *out, bool *found, struct err *e)
{
	struct err end = {0};
	struct q *q = q_open(o->store, &Q_decision_current);
	q_int(q, "matter_id", matter_id);
	record_clear(&decision_type, out);
	*found = q_row(q, &end);
	if (*found)
		q_read_record(q, &decision_type, out, a);
	q_end(q);
	return end.code == ERR_NONE || err_set(e, end.code, "%s", end.text);
}
