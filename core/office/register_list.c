/* Which registers there are and what stands in them. A field with a width stands on screens too. */
#include "gen/q_register.h"
#include "office/appeal.h"
#include "office/correction.h"
#include "office/info.h"
#include "office/register_private.h"
#include "office/request.h"
#include "office/steps.h"

#define AT(m) FIELD_AT(register_row, m)
#define ROW_FIELDS                                                                                                      \
	{"row", "", FIELD_ID, AT(row), FIELD_HIDDEN}, {"matter_id", "", FIELD_ID, AT(matter_id), FIELD_HIDDEN},          \
	{"info_id", "", FIELD_ID, AT(info_id), FIELD_HIDDEN}, {0}
#define UNIT_PERSON                                                                                                     \
	{"unit", N_("承办部门"), FIELD_TEXT, AT(unit)}, {"person", N_("经办人"), FIELD_TEXT, AT(person)}
#define TYPE(of, label) const struct record_type register_##of##_type = {"register_" #of, label, sizeof(struct register_row), of##_fields}

static const struct choice clarification_results[] = {
	{"clarified", N_("已补正")}, {"lapsed", N_("逾期未补正")}, {"closed", N_("已办结")}, {0},
};
static const struct choice extension_kinds[] = {{"extended", N_("延长答复期限")}, {"delayed", N_("合理期限答复")}, {0}};
static const struct choice fee_states[] = {{"waiting", N_("待缴")}, {"paid", N_("已缴")}, {"lapsed", N_("逾期未缴")}, {"waived", N_("免收")}, {"void", N_("作废")}, {0}};
static const struct choice letter_states[] = {{"issued", N_("已出具")}, {"revoked", N_("已撤销")}, {0}};
static const struct choice duty_kinds[] = {{"initial", N_("首次公开")}, {"revise", N_("更新公开")}, {0}};
static const struct choice matter_kinds[] = {{"request", N_("依申请公开")}, {"correction", N_("更正")}, {0}};

static const struct field requests_fields[] = {
	{"id", N_("编号"), FIELD_TEXT, AT(id), .width = 9},
	{"channel", N_("收到渠道"), FIELD_CODE, AT(channel), .choices = matter_channels},
	{"arrived", N_("到达日"), FIELD_DATE, AT(arrived)},
	{"signed", N_("签收日"), FIELD_DATE, AT(signed_on)},
	{"confirmed", N_("确认日"), FIELD_DATE, AT(confirmed)},
	{"received", N_("收到之日"), FIELD_DATE, AT(received), .width = 10},
	{"applicant_kind", N_("申请人类别"), FIELD_CODE, AT(applicant_kind), .choices = applicant_kinds},
	{"name", N_("申请人"), FIELD_TEXT, AT(name), .width = 10},
	{"id_kind", N_("证件"), FIELD_CODE, AT(id_kind), .choices = id_kinds},
	{"id_number", N_("证件号码"), FIELD_TEXT, AT(id_number), FIELD_PERSONAL},
	{"phone", N_("联系电话"), FIELD_TEXT, AT(phone), FIELD_PERSONAL},
	{"email", N_("电子邮箱"), FIELD_TEXT, AT(email), FIELD_PERSONAL},
	{"address", N_("通信地址"), FIELD_TEXT, AT(address), FIELD_PERSONAL},
	{"content", N_("内容摘要"), FIELD_LINES, AT(content), .width = 14},
	UNIT_PERSON,
	{"assigned_on", N_("转办日"), FIELD_DATE, AT(assigned_on)},
	{"due", N_("到期日"), FIELD_DATE, AT(due), FIELD_DERIVED, .width = 10},
	{"provisional", N_("待定"), FIELD_FLAG, AT(provisional), FIELD_DERIVED},
	{"left", N_("剩余"), FIELD_INT, AT(left), FIELD_DERIVED},
	{"used", N_("已用工作日"), FIELD_INT, AT(used), FIELD_DERIVED},
	{"overdue", N_("逾期"), FIELD_FLAG, AT(overdue), FIELD_DERIVED, .width = 4},
	{"state", N_("状态"), FIELD_CODE, AT(state), .choices = matter_states, .width = 8},
	{"clarify_sent", N_("补正发出"), FIELD_DATE, AT(clarify_sent)},
	{"clarified", N_("补正收到"), FIELD_DATE, AT(clarified)},
	{"consult_sent", N_("征求意见发出"), FIELD_DATE, AT(consult_sent)},
	{"consult_answered", N_("征求意见收到"), FIELD_DATE, AT(consult_answered)},
	{"days", N_("延期工作日"), FIELD_INT, AT(days)},
	{"extension_by", N_("延期批准人"), FIELD_TEXT, AT(extension_by)},
	{"extended_on", N_("延期批准日"), FIELD_DATE, AT(extended_on)},
	{"outcome", N_("结果代码"), FIELD_TEXT, AT(outcome)},
	{"outcome_name", N_("结果"), FIELD_TEXT, AT(outcome_name), FIELD_DERIVED, .width = 12},
	{"ground", N_("条款"), FIELD_TEXT, AT(ground)},
	{"decided_on", N_("决定日"), FIELD_DATE, AT(decided_on)},
	{"letter", N_("答复文号"), FIELD_TEXT, AT(letter)},
	{"approved_by", N_("签发人"), FIELD_TEXT, AT(approved_by)},
	{"approved_on", N_("签发日"), FIELD_DATE, AT(approved_on)},
	{"quantity", N_("检索次数"), FIELD_INT, AT(quantity)},
	{"amount", N_("收费（元）"), FIELD_MONEY, AT(amount)},
	{"method", N_("送达方式"), FIELD_CODE, AT(method), .choices = delivery_methods},
	{"delivered_on", N_("送达发出日"), FIELD_DATE, AT(delivered_on)},
	{"served_on", N_("送达日"), FIELD_DATE, AT(served_on)},
	{"waybill", N_("凭证号"), FIELD_TEXT, AT(waybill)},
	{"filed_on", N_("报备日"), FIELD_DATE, AT(filed_on)},
	{"archive", N_("归档号"), FIELD_TEXT, AT(archive)},
	{"retention", N_("保管期限"), FIELD_TEXT, AT(retention)},
	{"appeals", N_("复议诉讼"), FIELD_TEXT, AT(appeals)},
	{"reopened_on", N_("重新办理日"), FIELD_DATE, AT(reopened_on)},
	{"redecided", N_("重新答复结果代码"), FIELD_TEXT, AT(redecided)},
	{"redecided_name", N_("重新答复结果"), FIELD_TEXT, AT(redecided_name), FIELD_DERIVED},
	{"redecided_on", N_("重新答复日"), FIELD_DATE, AT(redecided_on)},
	{"redecided_letter", N_("重新答复文号"), FIELD_TEXT, AT(redecided_letter)},
	{"ruleset", N_("规则"), FIELD_TEXT, AT(ruleset)},
	{"registered_on", N_("登记日"), FIELD_DATE, AT(registered_on)},
	{"void_reason", N_("作废原因"), FIELD_TEXT, AT(void_reason)},
	ROW_FIELDS,
};
static const struct field corrections_fields[] = {
	{"id", N_("编号"), FIELD_TEXT, AT(id), .width = 10},
	{"channel", N_("收到渠道"), FIELD_CODE, AT(channel), .choices = matter_channels},
	{"arrived", N_("到达日"), FIELD_DATE, AT(arrived)},
	{"received", N_("收到之日"), FIELD_DATE, AT(received), .width = 10},
	{"applicant_kind", N_("申请人类别"), FIELD_CODE, AT(applicant_kind), .choices = applicant_kinds},
	{"name", N_("申请人"), FIELD_TEXT, AT(name), .width = 10},
	{"id_kind", N_("证件"), FIELD_CODE, AT(id_kind), .choices = id_kinds},
	{"id_number", N_("证件号码"), FIELD_TEXT, AT(id_number), FIELD_PERSONAL},
	{"phone", N_("联系电话"), FIELD_TEXT, AT(phone), FIELD_PERSONAL},
	{"title", N_("信息记录"), FIELD_TEXT, AT(title)},
	{"content", N_("更正请求"), FIELD_LINES, AT(content), .width = 12},
	{"reasons", N_("证据"), FIELD_LINES, AT(reasons)},
	UNIT_PERSON,
	{"due", N_("到期日"), FIELD_DATE, AT(due), FIELD_DERIVED, .width = 10},
	{"used", N_("已用工作日"), FIELD_INT, AT(used), FIELD_DERIVED},
	{"overdue", N_("逾期"), FIELD_FLAG, AT(overdue), FIELD_DERIVED, .width = 4},
	{"state", N_("状态"), FIELD_CODE, AT(state), .choices = matter_states, .width = 8},
	{"clarify_sent", N_("补正发出"), FIELD_DATE, AT(clarify_sent)},
	{"clarified", N_("补正收到"), FIELD_DATE, AT(clarified)},
	{"outcome", N_("结果"), FIELD_CODE, AT(outcome), .choices = correction_outcomes, .width = 10},
	{"decided_on", N_("决定日"), FIELD_DATE, AT(decided_on)},
	{"body", N_("转送机关"), FIELD_TEXT, AT(body)},
	{"on", N_("核验身份日"), FIELD_DATE, AT(on)},
	{"letter", N_("答复文号"), FIELD_TEXT, AT(letter)},
	{"approved_by", N_("签发人"), FIELD_TEXT, AT(approved_by)},
	{"method", N_("送达方式"), FIELD_CODE, AT(method), .choices = delivery_methods},
	{"delivered_on", N_("送达发出日"), FIELD_DATE, AT(delivered_on)},
	{"waybill", N_("凭证号"), FIELD_TEXT, AT(waybill)},
	{"appeals", N_("复议诉讼"), FIELD_TEXT, AT(appeals)},
	{"reopened_on", N_("重新办理日"), FIELD_DATE, AT(reopened_on)},
	{"redecided", N_("重新答复结果"), FIELD_CODE, AT(redecided), .choices = correction_outcomes},
	{"redecided_on", N_("重新答复日"), FIELD_DATE, AT(redecided_on)},
	{"redecided_letter", N_("重新答复文号"), FIELD_TEXT, AT(redecided_letter)},
	{"void_reason", N_("作废原因"), FIELD_TEXT, AT(void_reason)},
	ROW_FIELDS,
};
static const struct field clarification_fields[] = {
	{"id", N_("编号"), FIELD_TEXT, AT(id), .width = 10},
	{"name", N_("申请人"), FIELD_TEXT, AT(name), .width = 12},
	{"content", N_("内容摘要"), FIELD_LINES, AT(content)},
	{"note", N_("补正内容"), FIELD_TEXT, AT(note), .width = 18},
	{"clarify_sent", N_("发出"), FIELD_DATE, AT(clarify_sent), .width = 10},
	{"due", N_("补正期限"), FIELD_DATE, AT(due), .width = 10},
	{"clarified", N_("收到"), FIELD_DATE, AT(clarified), .width = 10},
	{"result", N_("结果"), FIELD_CODE, AT(result), .choices = clarification_results, .width = 10},
	{"overdue", N_("逾期"), FIELD_FLAG, AT(overdue), FIELD_DERIVED},
	{"state", N_("状态"), FIELD_CODE, AT(state), .choices = matter_states},
	UNIT_PERSON, ROW_FIELDS,
};
static const struct choice consultation_kinds[] = {
	{"third_party", N_("第三方")}, {"co_maker", N_("共同制作机关")}, {"other", N_("其他机关")}, {0},
};
static const struct field consultation_fields[] = {
	{"id", N_("编号"), FIELD_TEXT, AT(id), .width = 10},
	{"kind", N_("对象类别"), FIELD_CODE, AT(kind), .choices = consultation_kinds, .width = 12},
	{"body", N_("被征求意见方"), FIELD_TEXT, AT(body), .width = 16},
	{"phone", N_("联系电话"), FIELD_TEXT, AT(phone), FIELD_PERSONAL},
	{"address", N_("通信地址"), FIELD_TEXT, AT(address), FIELD_PERSONAL},
	{"consult_sent", N_("发出"), FIELD_DATE, AT(consult_sent), .width = 10},
	{"consult_reached", N_("送达"), FIELD_DATE, AT(consult_reached)},
	{"consult_answered", N_("收到意见"), FIELD_DATE, AT(consult_answered), .width = 10},
	{"answer", N_("意见"), FIELD_CODE, AT(answer), .choices = opinion_answers, .width = 8},
	{"reasons", N_("理由"), FIELD_LINES, AT(reasons)},
	{"voided_on", N_("作废日"), FIELD_DATE, AT(voided_on)},
	UNIT_PERSON, ROW_FIELDS,
};
static const struct field extension_fields[] = {
	{"id", N_("编号"), FIELD_TEXT, AT(id), .width = 10},
	{"name", N_("申请人"), FIELD_TEXT, AT(name), .width = 12},
	{"kind", N_("类别"), FIELD_CODE, AT(kind), .choices = extension_kinds},
	{"on", N_("告知日"), FIELD_DATE, AT(on), .width = 10},
	{"days", N_("工作日"), FIELD_INT, AT(days), .width = 6},
	{"until", N_("延至"), FIELD_DATE, AT(until)},
	{"reasons", N_("理由"), FIELD_TEXT, AT(reasons), .width = 18},
	{"approved_by", N_("批准人"), FIELD_TEXT, AT(approved_by), .width = 8},
	{"approved_on", N_("批准日"), FIELD_DATE, AT(approved_on), .width = 10},
	{"approval_ref", N_("批件编号"), FIELD_TEXT, AT(approval_ref)},
	{"letter", N_("文号"), FIELD_TEXT, AT(letter)},
	UNIT_PERSON, ROW_FIELDS,
};
static const struct field fees_fields[] = {
	{"id", N_("编号"), FIELD_TEXT, AT(id), .width = 10},
	{"name", N_("申请人"), FIELD_TEXT, AT(name), .width = 12},
	{"kind", N_("计收方式"), FIELD_CODE, AT(kind), .choices = fee_bases, .width = 8},
	{"quantity", N_("件页数"), FIELD_INT, AT(quantity), .width = 6},
	{"amount", N_("金额（元）"), FIELD_MONEY, AT(amount), .width = 10},
	{"waived", N_("减免（元）"), FIELD_MONEY, AT(waived)},
	{"on", N_("通知日"), FIELD_DATE, AT(on), .width = 10},
	{"reached", N_("送达"), FIELD_DATE, AT(reached)},
	{"due", N_("缴费期限"), FIELD_DATE, AT(due)},
	{"paid_on", N_("缴费日"), FIELD_DATE, AT(paid_on), .width = 10},
	{"status", N_("状态"), FIELD_CODE, AT(status), .choices = fee_states, .width = 8},
	{"voided_on", N_("作废日"), FIELD_DATE, AT(voided_on)},
	UNIT_PERSON, ROW_FIELDS,
};
static const struct field tasks_fields[] = {
	{"id", N_("编号"), FIELD_TEXT, AT(id), .width = 10},
	{"unit", N_("承办部门"), FIELD_TEXT, AT(unit), .width = 10},
	{"content", N_("要求"), FIELD_LINES, AT(content), .width = 18},
	{"assigned_on", N_("转办日"), FIELD_DATE, AT(assigned_on), .width = 10},
	{"due", N_("回复期限"), FIELD_DATE, AT(due), .width = 10},
	{"replied_on", N_("回复日"), FIELD_DATE, AT(replied_on), .width = 10},
	{"overdue", N_("逾期"), FIELD_FLAG, AT(overdue), FIELD_DERIVED, .width = 4},
	{"answer", N_("回复"), FIELD_LINES, AT(answer)},
	{"voided_on", N_("作废日"), FIELD_DATE, AT(voided_on)},
	{"person", N_("经办人"), FIELD_TEXT, AT(person)},
	ROW_FIELDS,
};
static const struct field letters_fields[] = {
	{"id", N_("编号"), FIELD_TEXT, AT(id), .width = 10},
	{"letter", N_("文号"), FIELD_TEXT, AT(letter), .width = 22},
	{"kind", N_("文书"), FIELD_TEXT, AT(kind)},
	{"kind_name", N_("文书名称"), FIELD_TEXT, AT(kind_name), .width = 16},
	{"on", N_("日期"), FIELD_DATE, AT(on), .width = 10},
	{"case", N_("办件"), FIELD_TEXT, AT(case_number), .width = 10},
	{"name", N_("主送"), FIELD_TEXT, AT(name)},
	{"seal", N_("印章"), FIELD_TEXT, AT(seal)},
	{"sealed_on", N_("用印日"), FIELD_DATE, AT(sealed_on)},
	{"sealed_by", N_("用印人"), FIELD_TEXT, AT(sealed_by)},
	{"approved_by", N_("用印批准人"), FIELD_TEXT, AT(approved_by)},
	{"sealed", N_("用印份数"), FIELD_INT, AT(sealed)},
	{"copies", N_("印出份数"), FIELD_INT, AT(copies)},
	{"spoilt", N_("废页次数"), FIELD_INT, AT(spoilt)},
	{"status", N_("状态"), FIELD_CODE, AT(status), .choices = letter_states, .width = 6},
	{"voided_on", N_("撤销日"), FIELD_DATE, AT(voided_on)},
	{"void_reason", N_("撤销原因"), FIELD_TEXT, AT(void_reason)},
	{"replaces", N_("替代文号"), FIELD_TEXT, AT(replaces)},
	{"note", N_("缺号说明"), FIELD_TEXT, AT(note), FIELD_DERIVED},
	UNIT_PERSON,
	{"serial", "", FIELD_INT, AT(serial), FIELD_HIDDEN},
	{"before", "", FIELD_INT, AT(before), FIELD_HIDDEN},
	ROW_FIELDS,
};
static const struct field deliveries_fields[] = {
	{"id", N_("编号"), FIELD_TEXT, AT(id), .width = 10},
	{"name", N_("受送达人"), FIELD_TEXT, AT(name), .width = 12},
	{"address", N_("通信地址"), FIELD_TEXT, AT(address), FIELD_PERSONAL},
	{"letter", N_("文号"), FIELD_TEXT, AT(letter)},
	{"kind", N_("文书"), FIELD_TEXT, AT(kind)},
	{"kind_name", N_("文书名称"), FIELD_TEXT, AT(kind_name)},
	{"method", N_("送达方式"), FIELD_CODE, AT(method), .choices = delivery_methods, .width = 8},
	{"delivered_on", N_("发出"), FIELD_DATE, AT(delivered_on), .width = 10},
	{"carrier", N_("承运"), FIELD_CODE, AT(carrier), .choices = delivery_carriers},
	{"waybill", N_("凭证号"), FIELD_TEXT, AT(waybill), .width = 14},
	{"signer", N_("签收人"), FIELD_TEXT, AT(signer), .width = 8},
	{"server", N_("送达人"), FIELD_TEXT, AT(server)},
	{"served_on", N_("送达日"), FIELD_DATE, AT(served_on), .width = 10},
	{"quantity", N_("送达凭证份数"), FIELD_INT, AT(quantity)},
	{"reasons", N_("再次送达的原因"), FIELD_TEXT, AT(reasons)},
	{"voided_on", N_("作废日"), FIELD_DATE, AT(voided_on)},
	{"void_reason", N_("作废原因"), FIELD_TEXT, AT(void_reason)},
	UNIT_PERSON, ROW_FIELDS,
};
static const struct field appeals_fields[] = {
	{"id", N_("编号"), FIELD_TEXT, AT(id), .width = 10},
	{"kind", N_("类别"), FIELD_CODE, AT(kind), .choices = appeal_kinds, .width = 10},
	{"case", N_("办件"), FIELD_TEXT, AT(case_number), .width = 10},
	{"name", N_("申请人"), FIELD_TEXT, AT(name), .width = 10},
	{"body", N_("受理机关"), FIELD_TEXT, AT(body), .width = 14},
	{"file_number", N_("案号"), FIELD_TEXT, AT(file_number)},
	{"procedure", N_("程序"), FIELD_CODE, AT(procedure), .choices = appeal_procedures},
	{"received", N_("收到"), FIELD_DATE, AT(received), .width = 10},
	{"due", N_("举证期限"), FIELD_DATE, AT(due)},
	{"replied_on", N_("提交答复"), FIELD_DATE, AT(replied_on)},
	{"overdue", N_("逾期"), FIELD_FLAG, AT(overdue), FIELD_DERIVED},
	{"result", N_("结果"), FIELD_CODE, AT(result), .choices = appeal_results, .width = 8},
	{"result_on", N_("结果日"), FIELD_DATE, AT(result_on)},
	{"note", N_("备注"), FIELD_TEXT, AT(note)},
	{"voided_on", N_("作废日"), FIELD_DATE, AT(voided_on)},
	{"void_reason", N_("作废原因"), FIELD_TEXT, AT(void_reason)},
	UNIT_PERSON, ROW_FIELDS,
};
static const struct field publications_fields[] = {
	{"id", N_("编号"), FIELD_TEXT, AT(id), .width = 10},
	{"index_number", N_("索引号"), FIELD_TEXT, AT(index_number)},
	{"item", N_("事项"), FIELD_INT, AT(item), .width = 4},
	{"title", N_("标题"), FIELD_TEXT, AT(title), .width = 26},
	{"document_number", N_("文号"), FIELD_TEXT, AT(document_number)},
	{"formed", N_("形成日"), FIELD_DATE, AT(formed)},
	{"kind", N_("类别"), FIELD_CODE, AT(kind), .choices = duty_kinds},
	{"channel", N_("渠道"), FIELD_TEXT, AT(channel), .width = 9},
	{"on", N_("公开日"), FIELD_DATE, AT(on), .width = 10},
	{"place", N_("位置"), FIELD_TEXT, AT(place)},
	{"evidence", N_("凭据"), FIELD_TEXT, AT(evidence)},
	{"unit", N_("部门"), FIELD_TEXT, AT(unit), .width = 8},
	{"voided_on", N_("撤回日"), FIELD_DATE, AT(voided_on)},
	{"void_reason", N_("撤回原因"), FIELD_TEXT, AT(void_reason)},
	ROW_FIELDS,
};
static const struct field reviews_fields[] = {
	{"id", N_("编号"), FIELD_TEXT, AT(id), .width = 10},
	{"title", N_("标题"), FIELD_TEXT, AT(title), .width = 24},
	{"disposition", N_("公开属性"), FIELD_CODE, AT(disposition), .choices = info_dispositions},
	{"ground", N_("条款"), FIELD_TEXT, AT(ground)},
	{"unit", N_("部门"), FIELD_TEXT, AT(unit)},
	{"step", N_("审查环节"), FIELD_CODE, AT(step), .choices = review_steps, .width = 10},
	{"result", N_("结论"), FIELD_CODE, AT(result), .choices = review_results, .width = 8},
	{"person", N_("审查人"), FIELD_TEXT, AT(person), .width = 8},
	{"on", N_("审查日"), FIELD_DATE, AT(on), .width = 10},
	{"reasons", N_("理由"), FIELD_TEXT, AT(reasons)},
	{"approval_ref", N_("审批单号"), FIELD_TEXT, AT(approval_ref)},
	{"origin", N_("来源"), FIELD_TEXT, AT(origin)},
	ROW_FIELDS,
};
static const struct field withheld_fields[] = {
	{"id", N_("编号"), FIELD_TEXT, AT(id), .width = 10},
	{"index_number", N_("索引号"), FIELD_TEXT, AT(index_number)},
	{"item", N_("事项"), FIELD_INT, AT(item), .width = 4},
	{"title", N_("标题"), FIELD_TEXT, AT(title), .width = 20},
	{"document_number", N_("文号"), FIELD_TEXT, AT(document_number)},
	{"formed", N_("形成日"), FIELD_DATE, AT(formed)},
	{"ground", N_("条款"), FIELD_TEXT, AT(ground), .width = 6},
	{"reasons", N_("理由"), FIELD_TEXT, AT(reasons)},
	{"state", N_("状态"), FIELD_CODE, AT(state), .choices = info_states},
	{"person", N_("审查人"), FIELD_TEXT, AT(person)},
	{"on", N_("上次评估"), FIELD_DATE, AT(on), .width = 10},
	{"due", N_("下次评估"), FIELD_DATE, AT(due), FIELD_DERIVED, .width = 10},
	{"overdue", N_("逾期"), FIELD_FLAG, AT(overdue), FIELD_DERIVED, .width = 4},
	{"unit", N_("部门"), FIELD_TEXT, AT(unit)},
	ROW_FIELDS,
};
static const struct field archive_fields[] = {
	{"id", N_("编号"), FIELD_TEXT, AT(id), .width = 10},
	{"kind", N_("类别"), FIELD_CODE, AT(kind), .choices = matter_kinds},
	{"name", N_("申请人"), FIELD_TEXT, AT(name), .width = 12},
	{"content", N_("题名"), FIELD_LINES, AT(content), .width = 20},
	{"outcome", N_("结果代码"), FIELD_TEXT, AT(outcome)},
	{"outcome_name", N_("结果"), FIELD_TEXT, AT(outcome_name), FIELD_DERIVED, .width = 10},
	{"received", N_("收到之日"), FIELD_DATE, AT(received)},
	{"closed_on", N_("办结日"), FIELD_DATE, AT(closed_on), .width = 10},
	{"quantity", N_("件数"), FIELD_INT, AT(quantity), .width = 4},
	{"pages", N_("页数"), FIELD_INT, AT(pages), .width = 4},
	{"archive", N_("归档号"), FIELD_TEXT, AT(archive), .width = 12},
	{"retention", N_("保管期限"), FIELD_TEXT, AT(retention), .width = 6},
	{"place", N_("存放位置"), FIELD_TEXT, AT(place)},
	{"ruleset", "", FIELD_TEXT, AT(ruleset), FIELD_HIDDEN},
	UNIT_PERSON, ROW_FIELDS,
};

static TYPE(requests, N_("申请"));
static TYPE(corrections, N_("更正"));
static TYPE(clarification, N_("补正"));
static TYPE(consultation, N_("征求意见"));
static TYPE(extension, N_("延期"));
static TYPE(fees, N_("收费"));
static TYPE(tasks, N_("转办"));
static TYPE(letters, N_("发文"));
static TYPE(deliveries, N_("送达"));
static TYPE(appeals, N_("复议诉讼"));
static TYPE(publications, N_("公开"));
static TYPE(reviews, N_("审查"));
static TYPE(withheld, N_("不予公开"));
static TYPE(archive, N_("归档"));

static const struct choice statistics_groups[] = {
	{"total", N_("合计")}, {"channel", N_("按渠道")}, {"applicant", N_("按申请人类别")}, {"unit", N_("按部门")}, {"outcome", N_("按结果")},
	{"repeat", N_("同月重复申请"), N_("国办函〔2020〕109号")}, {"same", N_("多人申请同一信息"), N_("条例44")}, {"published", N_("公开渠道")},
	{"item", N_("目录事项")}, {0},
};
static const struct field statistics_fields[] = {
	{"kind", N_("分组"), FIELD_CODE, AT(kind), .choices = statistics_groups, .width = 12},
	{"id", N_("代码"), FIELD_TEXT, AT(id)},
	{"title", N_("名称"), FIELD_TEXT, AT(title), .width = 16},
	{"count", N_("件数"), FIELD_INT, AT(count), .width = 6},
	{"done", N_("办结"), FIELD_INT, AT(done), .width = 6},
	{"used_average", N_("平均工作日"), FIELD_TEXT, AT(used_average), .width = 10},
	{"used_most", N_("最长工作日"), FIELD_INT, AT(used), .width = 10},
	{"late", N_("逾期"), FIELD_INT, AT(late), .width = 6},
	{"extended", N_("延期"), FIELD_INT, AT(extended), .width = 4},
	{"extended_share", N_("延期率"), FIELD_TEXT, AT(extended_share)},
	{"clarified", N_("补正"), FIELD_INT, AT(clarifications), .width = 4},
	{"clarified_share", N_("补正率"), FIELD_TEXT, AT(clarified_share)},
	{"consulted", N_("征求意见"), FIELD_INT, AT(consulted)},
	{"charged", N_("收费件"), FIELD_INT, AT(charged)},
	{"amount", N_("收费（元）"), FIELD_MONEY, AT(amount)},
	{"on", N_("最近日期"), FIELD_DATE, AT(on)},
	ROW_FIELDS,
};
static const struct choice selfcheck_kinds[] = {
	{"late", N_("逾期未答复"), N_("条例33")}, {"answered_late", N_("逾期答复"), N_("条例33")}, {"proof", N_("缺送达凭证")}, {"search", N_("不存在而无检索记录"), N_("条例36(四)")},
	{"file_copy", N_("未报备案")}, {"task", N_("转办逾期未回复")}, {"evidence", N_("举证逾期")}, {"withheld", N_("不予公开未按年评估"), N_("条例18")},
	{"publish", N_("逾期未公开"), N_("条例26")}, {"place", N_("公开后无网址或位置")}, {"gap", N_("事项从未公开")}, {"stale", N_("事项久未更新")},
	{"number", N_("文号缺号")}, {"complaint", N_("投诉举报未办结"), N_("条例51")}, {0},
};
static const struct field selfcheck_fields[] = {
	{"kind", N_("问题"), FIELD_CODE, AT(kind), .choices = selfcheck_kinds, .width = 18},
	{"id", N_("编号"), FIELD_TEXT, AT(id), .width = 10},
	{"title", N_("内容"), FIELD_TEXT, AT(title), .width = 24},
	{"unit", N_("部门"), FIELD_TEXT, AT(unit), .width = 10},
	{"due", N_("期限"), FIELD_DATE, AT(due), .width = 10},
	{"note", N_("说明"), FIELD_TEXT, AT(note)},
	ROW_FIELDS,
};
static TYPE(statistics, N_("统计"));
static TYPE(selfcheck, N_("自查"));

const struct register_kind register_kinds[] = {
	{"requests", N_("依申请公开登记台账"), N_("条例29—41、45"), N_("收到之日，未定的按到达或登记日"), &Q_register_requests, &register_requests_type,
		register_derive_case},
	{"clarification", N_("补正台账"), N_("条例30"), N_("补正告知发出日"), &Q_register_clarification, &register_clarification_type, register_derive_late},
	{"consultation", N_("征求意见台账"), N_("条例32、34"), N_("发出日"), &Q_register_consultation, &register_consultation_type},
	{"extension", N_("延期台账"), N_("条例33、35"), N_("告知日"), &Q_register_extension, &register_extension_type},
	{"fees", N_("收费台账"), N_("条例42；国办函〔2020〕109号"), N_("通知日"), &Q_register_fees, &register_fees_type},
	{"tasks", N_("转办台账"), N_("本关内部转办"), N_("转办日"), &Q_register_tasks, &register_tasks_type, register_derive_late},
	{"letters", N_("文书发文登记"), N_("条例36"), N_("文书日期"), &Q_register_letters, &register_letters_type, register_derive_letter},
	{"deliveries", N_("送达登记"), N_("条例36；国办公开办函〔2016〕235号"), N_("发出日"), &Q_register_deliveries, &register_deliveries_type},
	{"corrections", N_("更正申请台账"), N_("条例41"), N_("收到之日，未定的按到达或登记日"), &Q_register_corrections, &register_corrections_type,
		register_derive_case},
	{"appeals", N_("复议诉讼台账"), N_("条例51；年度报告表四"), N_("收到日"), &Q_register_appeals, &register_appeals_type, register_derive_late},
	{"publications", N_("主动公开发布台账"), N_("条例19—26"), N_("公开日"), &Q_register_publications, &register_publications_type},
	{"reviews", N_("保密审查台账"), N_("条例17"), N_("审查日"), &Q_register_reviews, &register_reviews_type},
	{"withheld", N_("不予公开信息清单"), N_("条例18：每年评估"), N_("形成日"), &Q_register_withheld, &register_withheld_type, register_derive_yearly},
	{"archive", N_("归档目录"), N_("条例45；档案法"), N_("办结日"), &Q_register_archive, &register_archive_type, register_derive_outcome},
	{"statistics", N_("办理情况统计"), N_("条例44、45、49"), N_("收到之日，公开的按公开日"), NULL, &register_statistics_type, .load = register_load_statistics},
	{"selfcheck", N_("自查清单"), N_("条例45—47：每半年自查"), N_("期限或发生日"), NULL, &register_selfcheck_type, .load = register_load_selfcheck},
	{"complaints", N_("投诉举报台账"), N_("条例47、51"), N_("收到日期"), &Q_register_entries, &register_complaints_type, .own = true},
	{"calls", N_("值班电话咨询登记"), N_("首问负责制"), N_("日期"), &Q_register_entries, &register_calls_type, .own = true},
	{"exchanges", N_("公众交流活动登记"), N_("每年至少1—2次"), N_("日期"), &Q_register_entries, &register_exchanges_type, .own = true},
	{"opinions", N_("舆情回应登记"), N_("国办发〔2016〕61号"), N_("发现日期"), &Q_register_entries, &register_opinions_type, .own = true},
	{"mail", N_("收件登记"), N_("条例31"), N_("到达日期"), &Q_register_entries, &register_mail_type, .own = true},
	{0},
};
