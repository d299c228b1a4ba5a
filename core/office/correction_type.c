/* What a correction is made of (form 13 of the customs rules). */
#include "law/correction_rule.h"
#include "office/correction.h"
#include "office/intake_fields.h"

const struct choice correction_outcomes[] = {
	{"corrected", N_("予以更正")}, {"partly", N_("部分更正")}, {"refused", N_("不予更正")}, {"no_power", N_("无更正权限")}, {0},
};

#define AT(m) FIELD_AT(correction, m)
#define CORRECTION_FIELDS                                                                                              \
	INTAKE_FIELDS(correction), \
	{"record", N_("信息记录"), FIELD_LINES, AT(record), FIELD_REQUIRED, .help = N_("与申请人自身相关的哪一条记录（条例41）"), .width = 50}, \
	{"claim", N_("更正请求"), FIELD_LINES, AT(claim), FIELD_REQUIRED, .width = 50},                                 \
	{"reasons", N_("理由"), FIELD_LINES, AT(reasons), .width = 50},                                                \
	{"evidence", N_("证据材料"), FIELD_LINES, AT(evidence), .help = N_("证明记录不准确的证据（条例41）"), .width = 50}

static const struct field correction_fields[] = {CORRECTION_FIELDS, {0}};
const struct record_type correction_type = {"correction", N_("更正申请"), sizeof(struct correction), correction_fields};

static const struct field change_fields[] = {
	CORRECTION_FIELDS,
	{"reason", N_("更改原因"), FIELD_TEXT, FIELD_AT(correction_change, reason), FIELD_REQUIRED, .width = 40},
	{"version", N_("版本"), FIELD_INT, FIELD_AT(correction_change, version), FIELD_HIDDEN},
	{0},
};
const struct record_type correction_change_type = {"correction_change", N_("更改录入"), sizeof(struct correction_change), change_fields};

static const struct field row_fields[] = {
	{"id", N_("编号"), FIELD_TEXT, FIELD_AT(correction_row, number), .width = 10},
	{"state", N_("状态"), FIELD_CODE, FIELD_AT(correction_row, state), .choices = matter_states, .width = 8},
	{"received", N_("收到"), FIELD_DATE, FIELD_AT(correction_row, received), .width = 10},
	{"due", N_("期限"), FIELD_DATE, FIELD_AT(correction_row, due), FIELD_DERIVED, .width = 10},
	{"left", N_("剩余"), FIELD_INT, FIELD_AT(correction_row, left), FIELD_DERIVED},
	{"badge", N_("剩余"), FIELD_TEXT, FIELD_AT(correction_row, badge), FIELD_DERIVED, .width = 9},
	{"name", N_("申请人"), FIELD_TEXT, FIELD_AT(correction_row, name), .width = 12},
	{"applicant_kind", N_("类别"), FIELD_CODE, FIELD_AT(correction_row, applicant_kind), .choices = applicant_kinds},
	{"record", N_("信息记录"), FIELD_LINES, FIELD_AT(correction_row, record), .width = 24},
	{"claim", N_("更正请求"), FIELD_LINES, FIELD_AT(correction_row, claim), .width = 24},
	{"outcome", N_("结果"), FIELD_CODE, FIELD_AT(correction_row, outcome), .choices = correction_outcomes, .width = 10},
	{"row", N_("行号"), FIELD_ID, FIELD_AT(correction_row, id), FIELD_HIDDEN},
	{0},
};
const struct record_type correction_row_type = {"correction_row", N_("更正申请"), sizeof(struct correction_row), row_fields};

static const struct field filter_fields[] = {
	{"state", N_("状态"), FIELD_CODE, FIELD_AT(correction_filter, state), .choices = matter_states},
	{"channel", N_("渠道"), FIELD_CODE, FIELD_AT(correction_filter, channel), .choices = matter_channels},
	{"name", N_("申请人"), FIELD_TEXT, FIELD_AT(correction_filter, name)},
	{"text", N_("记录或者请求"), FIELD_TEXT, FIELD_AT(correction_filter, text)},
	{"year", N_("年份"), FIELD_INT, FIELD_AT(correction_filter, year)},
	{"open", N_("未办结"), FIELD_FLAG, FIELD_AT(correction_filter, open)},
	{"limit", N_("最多"), FIELD_INT, FIELD_AT(correction_filter, limit), FIELD_HIDDEN},
	{0},
};
const struct record_type correction_filter_type = {"correction_filter", N_("筛选"), sizeof(struct correction_filter), filter_fields};

const char *correction_outcome_label(const char *outcome)
{
	static const struct choice others[] = {{"withdrawn", N_("申请人撤回")}, {0}};
	const struct choice *c = outcome ? choice_find(correction_outcomes, outcome) : NULL;
	return c ? tr(c->label) : tr(choice_label(others, outcome));
}

const char *correction_letter(const char *outcome)
{
	const struct correction_rule *r = correction_rule_find(NULL, outcome);
	return r ? r->letter : NULL;
}
