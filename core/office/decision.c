#include "office/decision.h"

#include "gen/q_steps.h"

static const struct field part_fields[] = {
	{.name = "ordinal", .label = N_("部分"), .type = FIELD_INT, .offset = FIELD_AT(decision_part, ordinal)},
	{.name = "withheld", .label = N_("不公开的部分"), .type = FIELD_LINES, .offset = FIELD_AT(decision_part, withheld)},
	{.name = "ground", .label = N_("不公开依据"), .type = FIELD_TEXT, .offset = FIELD_AT(decision_part, ground)},
	{.name = "reasons", .label = N_("理由"), .type = FIELD_LINES, .offset = FIELD_AT(decision_part, reasons)},
	{0},
};
const struct record_type decision_part_type = {"decision_part", N_("不公开的部分"), sizeof(struct decision_part), part_fields};

static const struct field fields[] = {
	{.name = "row", .label = "", .type = FIELD_ID, .offset = FIELD_AT(decision, row), .flags = FIELD_HIDDEN},
	{.name = "outcome", .label = N_("结果"), .type = FIELD_TEXT, .offset = FIELD_AT(decision, outcome)},
	{.name = "ground", .label = N_("不公开依据"), .type = FIELD_TEXT, .offset = FIELD_AT(decision, ground)},
	{.name = "report_row", .label = N_("年报行"), .type = FIELD_TEXT, .offset = FIELD_AT(decision, report_row)},
	{.name = "remedy", .label = N_("救济"), .type = FIELD_TEXT, .offset = FIELD_AT(decision, remedy)},
	{.name = "reasons", .label = N_("理由"), .type = FIELD_LINES, .offset = FIELD_AT(decision, reasons)},
	{.name = "body", .label = N_("负责机关或者渠道"), .type = FIELD_TEXT, .offset = FIELD_AT(decision, body)},
	{.name = "decided_on", .label = N_("决定日期"), .type = FIELD_DATE, .offset = FIELD_AT(decision, decided_on)},
	{.name = "approved_by", .label = N_("批准人"), .type = FIELD_TEXT, .offset = FIELD_AT(decision, approved_by)},
	{.name = "approved_on", .label = N_("批准日期"), .type = FIELD_DATE, .offset = FIELD_AT(decision, approved_on)},
	{.name = "approval_ref", .label = N_("审批单号"), .type = FIELD_TEXT, .offset = FIELD_AT(decision, approval_ref)},
	{.name = "parts", .label = N_("不公开的部分"), .type = FIELD_LIST, .offset = FIELD_AT(decision, parts), .nested = &decision_part_type},
	{.name = "disclose_basis", .label = N_("公开依据"), .type = FIELD_TEXT, .offset = FIELD_AT(decision, disclose_basis)},
	{.name = "disclose_reasons", .label = N_("公开理由"), .type = FIELD_LINES, .offset = FIELD_AT(decision, disclose_reasons)},
	{.name = "confirmed_by", .label = N_("再次确认"), .type = FIELD_TEXT, .offset = FIELD_AT(decision, confirmed_by)},
	{.name = "confirmed_on", .label = N_("确认日期"), .type = FIELD_DATE, .offset = FIELD_AT(decision, confirmed_on)},
	{.name = "letter", .label = N_("答复文号"), .type = FIELD_TEXT, .offset = FIELD_AT(decision, letter)},
	{0},
};
const struct record_type decision_type = {"decision", N_("决定"), sizeof(struct decision), fields};

static bool load_parts(struct office *o, struct arena *a, struct decision *d, struct err *e)
{
	size_t cap = 0;
	struct decision_part *rows = NULL;
	struct err end = {0};
	struct q *q = q_open(o->store, &Q_decision_parts);
	q_int(q, "id", d->row);
	while (q_row(q, &end)) {
		rows = arena_grow(a, rows, d->parts.n, &cap, sizeof *rows);
		struct decision_part *p = &rows[d->parts.n++];
		record_clear(&decision_part_type, p);
		q_read_record(q, &decision_part_type, p, a);
	}
	q_end(q);
	d->parts.rows = rows;
	return end.code == ERR_NONE || err_set(e, end.code, "%s", end.text);
}

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
	if (end.code != ERR_NONE)
		return err_set(e, end.code, "%s", end.text);
	return !*found || load_parts(o, a, out, e);
}

bool decision_counted(struct office *o, int64_t matter_id, struct arena *a, struct decision_counted *out, struct err *e)
{
	struct err end = {0};
	*out = (struct decision_counted){.decided_on = DAY_NONE};
	struct q *q = q_open(o->store, &Q_decision_counted);
	q_int(q, "matter_id", matter_id);
	if (q_row(q, &end))
		*out = (struct decision_counted){q_get_text(q, "outcome", a), q_get_text(q, "report_row", a), q_get_day(q, "decided_on")};
	q_end(q);
	return end.code == ERR_NONE || err_set(e, end.code, "%s", end.text);
}
