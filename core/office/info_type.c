/* The information's records, described once. */
#include "office/catalogue.h"
#include "office/info.h"

const struct choice info_origins[] = {
	{"own", N_("本关制作"), N_("条例10")},
	{"superior", N_("上级制作"), N_("条例10")},
	{"other_body", N_("其他机关制作"), N_("条例10")},
	{"from_public", N_("从相对人获取"), N_("条例10：由保存机关公开")},
	{"joint", N_("与其他机关共同制作"), N_("条例10：由牵头机关公开")},
	{0},
};
const struct choice info_dispositions[] = {
	{"open", N_("主动公开"), N_("条例19、20")},
	{"on_request", N_("依申请公开"), N_("条例27")},
	{"withheld", N_("不予公开"), N_("条例14—16")},
	{0},
};
const struct choice info_states[] = {
	{"draft", N_("待审查"), NULL},
	{"reviewing", N_("审查中"), NULL},
	{"refused", N_("审查未通过"), NULL},
	{"ready", N_("待公开"), NULL},
	{"published", N_("已公开"), NULL},
	{"withdrawn", N_("已撤回"), NULL},
	{"void", N_("已作废"), NULL},
	{0},
};
const struct choice review_steps[] = {
	{"unit", N_("制作部门"), N_("条例17")},
	{"office", N_("办公室"), N_("条例17")},
	{"superior", N_("主管部门"), N_("条例17：不能确定的报有关主管部门")},
	{0},
};
const struct choice review_results[] = {
	{"pass", N_("同意公开"), NULL},
	{"partial", N_("部分公开"), N_("条例37")},
	{"refuse", N_("不予公开"), N_("条例14—16")},
	{"escalate", N_("报请确定"), N_("条例17")},
	{0},
};
static const struct choice duty_kinds[] = {{"initial", N_("形成"), NULL}, {"revise", N_("变更"), NULL}, {0}};
static const struct choice review_origins[] = {{"desk", N_("本系统"), NULL}, {"before_adoption", N_("启用前"), NULL}, {0}};
static const struct choice sources[] = {{"desk", N_("登记"), NULL}, {"import", N_("导入"), NULL}, {0}};

/* The typed fields, at `base` of the struct they stand in; `need` marks those a registration cannot do without. */
#define AT(base, member) ((base) + offsetof(struct info_fields, member))
#define INFO_FIELDS(base, need, reason_name)                                                                                       \
	{.name = "item", .label = N_("事项"), .type = FIELD_INT, .offset = AT(base, item), .flags = need, .source = "item",               \
		.help = N_("标准目录的事项序号")},                                                                                           \
	{.name = "element", .label = N_("内容要素"), .type = FIELD_INT, .offset = AT(base, element), .source = "element",                 \
		.help = N_("期限随要素而定；只有一个要素时不必填")},                                                                          \
	{.name = "title", .label = N_("标题"), .type = FIELD_TEXT, .offset = AT(base, title), .flags = need},                              \
	{.name = "formed", .label = N_("形成日期"), .type = FIELD_DATE, .offset = AT(base, formed), .flags = (need) | FIELD_PAST,          \
		.help = N_("公文为签发（成文）日期；20个工作日自次日起算（条例26）")},                                                        \
	{.name = "changed", .label = N_("变更日期"), .type = FIELD_DATE, .offset = AT(base, changed), .flags = FIELD_PAST,                 \
		.help = N_("登记前已变更过的填；公开后的变更用“变更”办理")},                                                                  \
	{.name = "origin", .label = N_("来源"), .type = FIELD_CODE, .offset = AT(base, origin), .choices = info_origins,                   \
		.help = N_("谁制作、谁公开（条例10）")},                                                                                      \
	{.name = "made_by", .label = N_("制作机关"), .type = FIELD_TEXT, .offset = AT(base, made_by),                                      \
		.when = {"origin", "superior|other_body|joint"}},                                                                          \
	{.name = "unit", .label = N_("制作部门"), .type = FIELD_TEXT, .offset = AT(base, unit), .source = "unit"},                         \
	{.name = "disposition", .label = N_("公开属性"), .type = FIELD_CODE, .offset = AT(base, disposition), .choices = info_dispositions}, \
	{.name = "ground", .label = N_("不予公开依据"), .type = FIELD_CODE, .offset = AT(base, ground), .source = "ground",                \
		.when = {"disposition", "withheld"}, .help = N_("条例14—16，如 16-5 过程稿")},                                               \
	{.name = reason_name, .label = N_("属性理由"), .type = FIELD_LINES, .offset = AT(base, reason),                                    \
		.when = {"disposition", "withheld|on_request"}},                                                                           \
	{.name = "document_number", .label = N_("文号"), .type = FIELD_TEXT, .offset = AT(base, document_number)},                         \
	{.name = "summary", .label = N_("内容概述"), .type = FIELD_LINES, .offset = AT(base, summary)},                                    \
	{.name = "event_date", .label = N_("活动日期"), .type = FIELD_DATE, .offset = AT(base, event_date), .flags = FIELD_FUTURE,         \
		.help = N_("须在活动前公开的事项填，如拍卖日")},                                                                              \
	{.name = "due_typed", .label = N_("另定期限"), .type = FIELD_DATE, .offset = AT(base, due_typed), .flags = FIELD_FUTURE,           \
		.help = N_("期限由其他规定确定的事项填，须写明依据")},                                                                        \
	{.name = "due_basis", .label = N_("期限依据"), .type = FIELD_TEXT, .offset = AT(base, due_basis)},                                 \
	{.name = "confirm_with", .label = N_("须经确认的机关"), .type = FIELD_TEXT, .offset = AT(base, confirm_with),                      \
		.help = N_("涉及其他机关的信息，确认前不得公开（条例11）")},                                                                   \
	{.name = "index_number", .label = N_("索引号"), .type = FIELD_TEXT, .offset = AT(base, index_number), .flags = FIELD_IMMUTABLE,    \
		.help = N_("不填则自动编排，此后不变")}

static const struct field register_fields[] = {
	INFO_FIELDS((size_t)0, FIELD_REQUIRED, "reason"),
	{0},
};
const struct record_type info_register_type = {"info_register", N_("登记信息"), sizeof(struct info_fields), register_fields};

static const struct field change_fields[] = {
	INFO_FIELDS((size_t)0, 0, "disposition_reason"),
	{.name = "reason", .label = N_("更正理由"), .type = FIELD_TEXT, .offset = FIELD_AT(info_change_args, why), .flags = FIELD_REQUIRED},
	{.name = "version", .label = N_("版本"), .type = FIELD_INT, .offset = FIELD_AT(info_change_args, version), .flags = FIELD_HIDDEN},
	{0},
};
const struct record_type info_change_type = {"info_change", N_("更正信息登记"), sizeof(struct info_change_args), change_fields};

static const struct field duty_fields[] = {
	{.name = "kind", .label = N_("起因"), .type = FIELD_CODE, .offset = FIELD_AT(info_duty, kind), .choices = duty_kinds},
	{.name = "start", .label = N_("起算"), .type = FIELD_DATE, .offset = FIELD_AT(info_duty, start)},
	{.name = "rule", .label = N_("规则"), .type = FIELD_TEXT, .offset = FIELD_AT(info_duty, rule)},
	{.name = "due", .label = N_("期限"), .type = FIELD_DATE, .offset = FIELD_AT(info_duty, due), .flags = FIELD_DERIVED},
	{.name = "provisional", .label = N_("待定"), .type = FIELD_FLAG, .offset = FIELD_AT(info_duty, provisional), .flags = FIELD_DERIVED},
	{.name = "met", .label = N_("公开"), .type = FIELD_DATE, .offset = FIELD_AT(info_duty, met), .flags = FIELD_DERIVED},
	{.name = "overdue", .label = N_("逾期"), .type = FIELD_FLAG, .offset = FIELD_AT(info_duty, overdue), .flags = FIELD_DERIVED},
	{.name = "why", .label = N_("说明"), .type = FIELD_TEXT, .offset = FIELD_AT(info_duty, why), .flags = FIELD_DERIVED},
	{.name = "row", .label = "", .type = FIELD_ID, .offset = FIELD_AT(info_duty, row), .flags = FIELD_HIDDEN},
	{0},
};
const struct record_type info_duty_type = {"duty", N_("公开义务"), sizeof(struct info_duty), duty_fields};

static const struct field review_fields[] = {
	{.name = "step", .label = N_("环节"), .type = FIELD_CODE, .offset = FIELD_AT(info_review, step), .choices = review_steps},
	{.name = "result", .label = N_("意见"), .type = FIELD_CODE, .offset = FIELD_AT(info_review, result), .choices = review_results},
	{.name = "reviewer", .label = N_("审查人"), .type = FIELD_TEXT, .offset = FIELD_AT(info_review, reviewer)},
	{.name = "on", .label = N_("日期"), .type = FIELD_DATE, .offset = FIELD_AT(info_review, on)},
	{.name = "reason", .label = N_("理由"), .type = FIELD_LINES, .offset = FIELD_AT(info_review, reason)},
	{.name = "approval_ref", .label = N_("审批单号"), .type = FIELD_TEXT, .offset = FIELD_AT(info_review, approval_ref)},
	{.name = "origin", .label = N_("来源"), .type = FIELD_CODE, .offset = FIELD_AT(info_review, origin), .choices = review_origins},
	{0},
};
const struct record_type info_review_type = {"review", N_("审查"), sizeof(struct info_review), review_fields};

static const struct field publication_fields[] = {
	{.name = "channel", .label = N_("渠道"), .type = FIELD_CODE, .offset = FIELD_AT(info_publication, channel), .choices = channel_list},
	{.name = "on", .label = N_("日期"), .type = FIELD_DATE, .offset = FIELD_AT(info_publication, on)},
	{.name = "place", .label = N_("地址"), .type = FIELD_TEXT, .offset = FIELD_AT(info_publication, place)},
	{.name = "evidence", .label = N_("凭证"), .type = FIELD_TEXT, .offset = FIELD_AT(info_publication, evidence)},
	{.name = "withdrawn_on", .label = N_("撤回"), .type = FIELD_DATE, .offset = FIELD_AT(info_publication, withdrawn_on)},
	{.name = "withdrawn_reason", .label = N_("撤回理由"), .type = FIELD_TEXT, .offset = FIELD_AT(info_publication, withdrawn_reason)},
	{.name = "duty", .label = "", .type = FIELD_ID, .offset = FIELD_AT(info_publication, duty), .flags = FIELD_HIDDEN},
	{0},
};
const struct record_type info_publication_type = {
	"publication", N_("公开"), sizeof(struct info_publication), publication_fields};

#define DERIVED(n, l, ...) {.name = #n, .label = l, .offset = FIELD_AT(info, n), .flags = FIELD_DERIVED, .type = __VA_ARGS__}
static const struct field info_record_fields[] = {
	{.name = "id", .label = N_("编号"), .type = FIELD_TEXT, .offset = FIELD_AT(info, id)},
	INFO_FIELDS(offsetof(struct info, f), 0, "reason"),
	DERIVED(item_name, N_("事项名称"), FIELD_TEXT),
	DERIVED(element_text, N_("要素"), FIELD_TEXT),
	DERIVED(state, N_("状态"), FIELD_CODE, .choices = info_states),
	DERIVED(ours, N_("由本关公开"), FIELD_FLAG),
	DERIVED(registered_on, N_("登记日期"), FIELD_DATE),
	DERIVED(confirmed_on, N_("确认日期"), FIELD_DATE),
	DERIVED(confirmed_ref, N_("确认文书"), FIELD_TEXT),
	DERIVED(due, N_("期限"), FIELD_DATE),
	DERIVED(provisional, N_("期限待定"), FIELD_FLAG),
	DERIVED(overdue, N_("逾期"), FIELD_FLAG),
	DERIVED(left, N_("剩余工作日"), FIELD_INT),
	DERIVED(first_published, N_("首次公开"), FIELD_DATE),
	DERIVED(void_reason, N_("作废理由"), FIELD_TEXT),
	DERIVED(source, N_("录入方式"), FIELD_CODE, .choices = sources),
	{.name = "version", .label = N_("版本"), .type = FIELD_INT, .offset = FIELD_AT(info, version)},
	DERIVED(duties, N_("公开义务"), FIELD_LIST, .nested = &info_duty_type),
	DERIVED(reviews, N_("审查"), FIELD_LIST, .nested = &info_review_type),
	DERIVED(publications, N_("公开"), FIELD_LIST, .nested = &info_publication_type),
	{.name = "row", .label = "", .type = FIELD_ID, .offset = FIELD_AT(info, row), .flags = FIELD_HIDDEN},
	{.name = "element_id", .label = "", .type = FIELD_ID, .offset = FIELD_AT(info, element_id), .flags = FIELD_HIDDEN},
	{.name = "unit_id", .label = "", .type = FIELD_ID, .offset = FIELD_AT(info, unit_id), .flags = FIELD_HIDDEN},
	{.name = "publishers", .label = "", .type = FIELD_TEXT, .offset = FIELD_AT(info, publishers), .flags = FIELD_HIDDEN},
	{0},
};
const struct record_type info_type = {"info", N_("信息"), sizeof(struct info), info_record_fields};

#define ARG(s, n, l, ...) {.name = #n, .label = l, .offset = FIELD_AT(s, n), .type = __VA_ARGS__}
static const struct field review_args_fields[] = {
	ARG(info_review_args, step, N_("环节"), FIELD_CODE, .flags = FIELD_REQUIRED, .choices = review_steps),
	ARG(info_review_args, result, N_("意见"), FIELD_CODE, .flags = FIELD_REQUIRED, .choices = review_results),
	ARG(info_review_args, reviewer, N_("审查人"), FIELD_TEXT, .flags = FIELD_REQUIRED, .help = N_("在审查单上签字的人")),
	ARG(info_review_args, on, N_("日期"), FIELD_DATE, .flags = FIELD_PAST, .help = N_("不填为今天")),
	ARG(info_review_args, reason, N_("理由"), FIELD_LINES, .when = {"result", "partial|refuse|escalate"}),
	ARG(info_review_args, approval_ref, N_("审批单号"), FIELD_TEXT),
	{0},
};
const struct record_type info_review_args_type = {"info_review", N_("审查"), sizeof(struct info_review_args), review_args_fields};

static const struct field publish_fields[] = {
	ARG(info_publish_args, channel, N_("渠道"), FIELD_CODE, .flags = FIELD_REQUIRED, .choices = channel_list,
		.help = N_("至少一种渠道（目录备注3）")),
	ARG(info_publish_args, on, N_("公开日期"), FIELD_DATE, .flags = FIELD_PAST, .help = N_("不填为今天")),
	ARG(info_publish_args, place, N_("网址或地点"), FIELD_TEXT, .help = N_("其他渠道须写明具体形式")),
	ARG(info_publish_args, evidence, N_("凭证"), FIELD_TEXT),
	{0},
};
const struct record_type info_publish_type = {"info_publish", N_("公开"), sizeof(struct info_publish_args), publish_fields};

static const struct field withdraw_fields[] = {
	ARG(info_withdraw_args, on, N_("撤回日期"), FIELD_DATE, .flags = FIELD_PAST, .help = N_("不填为今天")),
	ARG(info_withdraw_args, reason, N_("撤回理由"), FIELD_LINES, .flags = FIELD_REQUIRED,
		.help = N_("行政处罚决定被变更、撤销、确认违法或者无效的，3日内撤回并公开说明理由（处罚法48）")),
	ARG(info_withdraw_args, channel, N_("渠道"), FIELD_CODE, .choices = channel_list, .help = N_("不填为全部渠道")),
	{0},
};
const struct record_type info_withdraw_type = {"info_withdraw", N_("撤回"), sizeof(struct info_withdraw_args), withdraw_fields};

static const struct field revise_fields[] = {
	ARG(info_revise_args, changed, N_("变更日期"), FIELD_DATE, .flags = FIELD_REQUIRED | FIELD_PAST),
	ARG(info_revise_args, title, N_("新标题"), FIELD_TEXT, .help = N_("不填为原标题")),
	ARG(info_revise_args, summary, N_("新概述"), FIELD_LINES),
	ARG(info_revise_args, reason, N_("变更内容"), FIELD_LINES),
	{0},
};
const struct record_type info_revise_type = {"info_revise", N_("变更"), sizeof(struct info_revise_args), revise_fields};

static const struct field confirmed_fields[] = {
	ARG(info_confirmed_args, on, N_("确认日期"), FIELD_DATE, .flags = FIELD_PAST, .help = N_("不填为今天")),
	ARG(info_confirmed_args, ref, N_("确认文书"), FIELD_TEXT, .flags = FIELD_REQUIRED, .help = N_("对方机关的复函文号或记录")),
	{0},
};
const struct record_type info_confirmed_type = {
	"info_confirmed", N_("外单位已确认"), sizeof(struct info_confirmed_args), confirmed_fields};

static const struct field void_fields[] = {
	ARG(info_void_args, reason, N_("作废理由"), FIELD_TEXT, .flags = FIELD_REQUIRED),
	{0},
};
const struct record_type info_void_type = {"info_void", N_("作废"), sizeof(struct info_void_args), void_fields};

static const struct field import_fields[] = {
	ARG(info_import_args, text, N_("文件内容"), FIELD_LINES, .flags = FIELD_REQUIRED | FIELD_HIDDEN),
	{0},
};
const struct record_type info_import_type = {"info_import", N_("导入信息"), sizeof(struct info_import_args), import_fields};
