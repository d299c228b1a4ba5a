/* What a request is made of: the fields of the application form (law: 条例 29; layout of the form in law.md §7.5). */
#include "office/intake_fields.h"
#include "office/request.h"

const struct choice request_forms[] = {
	{"paper", N_("纸质")}, {"email", N_("电子邮件")}, {"disc", N_("光盘")}, {"disk", N_("磁盘")}, {0},
};
const struct choice request_routes[] = {
	{"post", N_("邮寄")}, {"email", N_("电子邮件")}, {"fax", N_("传真")}, {"pickup", N_("自行领取")},
	{"onsite", N_("当场阅读、抄录")}, {0},
};
const struct choice request_purposes[] = {
	{"production", N_("生产")}, {"living", N_("生活")}, {"research", N_("科研")}, {"own", N_("查验自身信息")}, {0},
};
const struct choice applicant_kinds[] = {
	{"natural", N_("自然人")}, {"enterprise", N_("商业企业")}, {"research", N_("科研机构")},
	{"welfare", N_("社会公益组织")}, {"legal_service", N_("法律服务机构")}, {"other_org", N_("其他组织")}, {0},
};
const struct choice id_kinds[] = {
	{"id_card", N_("居民身份证")}, {"passport", N_("护照")}, {"hk_macao", N_("港澳居民来往内地通行证")},
	{"taiwan", N_("台湾居民来往大陆通行证")}, {"uscc", N_("统一社会信用代码")}, {"other", N_("其他证件")}, {0},
};

#define AT(m) FIELD_AT(request, m)
#define REQUEST_FIELDS                                                                                                 \
	INTAKE_FIELDS(request), \
	{"content", N_("所需信息"), FIELD_LINES, AT(content), FIELD_REQUIRED,                                           \
		.help = N_("名称、文号或者便于查询的其他特征性描述（条例第二十九条第二款第二项），照原文录入"), .width = 60},   \
	{"document_number", N_("文号"), FIELD_TEXT, AT(document_number), .width = 30},                                 \
	{"index_number", N_("索引号"), FIELD_TEXT, AT(index_number)},                                                 \
	{"purpose", N_("用途"), FIELD_TEXT, AT(purpose), .help = N_("2019年起不得以用途为由限制申请")},                   \
	{"co_applicants", N_("其他申请人"), FIELD_TEXT, AT(co_applicants),                                              \
		.help = N_("几人共填一张申请表的，仍是一件，按第一人的类别统计；姓名用顿号隔开"), .width = 40},                  \
	{"anti_smuggling", N_("涉及缉私"), FIELD_FLAG, AT(anti_smuggling),                                              \
		.help = N_("缉私部门先适用警务公开的规定（关务公开规定27）")},                                              \
	{"form", N_("提供载体"), FIELD_CODE, AT(form), FIELD_MULTI, .choices = request_forms},                         \
	{"route", N_("获取途径"), FIELD_CODE, AT(route), FIELD_MULTI, .choices = request_routes},                      \
	{"accept_other", N_("可接受其他方式"), FIELD_FLAG, AT(accept_other)},                                           \
	{"assistance", N_("协助需要"), FIELD_TEXT, AT(assistance), .help = N_("阅读或者视听障碍（条例第四十三条）")},       \
	{"applied_on", N_("申请日期"), FIELD_DATE, AT(applied_on), FIELD_PAST},                                         \
	{"waybill", N_("来件单号"), FIELD_TEXT, AT(waybill)}

static const struct field request_fields[] = {REQUEST_FIELDS, {0}};
const struct record_type request_type = {"request", N_("申请"), sizeof(struct request), request_fields};

static const struct field change_fields[] = {
	REQUEST_FIELDS,
	{"reason", N_("更改原因"), FIELD_TEXT, FIELD_AT(request_change, reason), FIELD_REQUIRED, .width = 40},
	{"version", N_("版本"), FIELD_INT, FIELD_AT(request_change, version), FIELD_HIDDEN},
	{0},
};
const struct record_type request_change_type = {"request_change", N_("更改录入"), sizeof(struct request_change), change_fields};

static const struct field confirm_fields[] = {
	{"on", N_("确认日期"), FIELD_DATE, FIELD_AT(request_confirm, on), FIELD_REQUIRED | FIELD_PAST},
	{"with", N_("确认方式"), FIELD_TEXT, FIELD_AT(request_confirm, with), FIELD_REQUIRED,
		.help = N_("与谁、以何号码、何时确认"), .width = 40},
	{"by", N_("确认人"), FIELD_TEXT, FIELD_AT(request_confirm, by), .help = N_("本关经办人，空则为登录人")},
	{0},
};
const struct record_type request_confirm_type = {"request_confirm", N_("确认收到"), sizeof(struct request_confirm), confirm_fields};

static const struct field void_fields[] = {
	{"reason", N_("作废原因"), FIELD_TEXT, FIELD_AT(request_void, reason), FIELD_REQUIRED, .width = 40},
	{0},
};
const struct record_type request_void_type = {"request_void", N_("作废"), sizeof(struct request_void), void_fields};

static const struct field row_fields[] = {
	{"id", N_("编号"), FIELD_TEXT, FIELD_AT(request_row, number), .width = 9},
	{"state", N_("状态"), FIELD_CODE, FIELD_AT(request_row, state), .choices = matter_states, .width = 8},
	{"received", N_("收到"), FIELD_DATE, FIELD_AT(request_row, received), .width = 10},
	{"due", N_("期限"), FIELD_DATE, FIELD_AT(request_row, due), FIELD_DERIVED, .width = 10},
	{"left", N_("剩余"), FIELD_INT, FIELD_AT(request_row, left), FIELD_DERIVED | FIELD_HIDDEN, .width = 4},
	{"badge", N_("剩余"), FIELD_TEXT, FIELD_AT(request_row, badge), FIELD_DERIVED, .width = 9},
	{"name", N_("申请人"), FIELD_TEXT, FIELD_AT(request_row, name), .width = 12},
	{"applicant_kind", N_("类别"), FIELD_CODE, FIELD_AT(request_row, applicant_kind), .choices = applicant_kinds, .width = 10},
	{"id_number", N_("证件号码"), FIELD_TEXT, FIELD_AT(request_row, id_number), FIELD_PERSONAL},
	{"phone", N_("联系电话"), FIELD_TEXT, FIELD_AT(request_row, phone), FIELD_PERSONAL},
	{"content", N_("内容"), FIELD_LINES, FIELD_AT(request_row, content), .width = 24},
	{"channel", N_("渠道"), FIELD_CODE, FIELD_AT(request_row, channel), .choices = matter_channels, .width = 10},
	{"outcome", N_("结果"), FIELD_TEXT, FIELD_AT(request_row, outcome), .width = 10},
	{"unit", N_("承办"), FIELD_TEXT, FIELD_AT(request_row, unit), .width = 10},
	{"ruleset", N_("规则"), FIELD_TEXT, FIELD_AT(request_row, ruleset), .width = 4},
	{"registered_on", N_("登记"), FIELD_DATE, FIELD_AT(request_row, registered_on), .width = 10},
	{"provisional", N_("待定"), FIELD_FLAG, FIELD_AT(request_row, provisional), FIELD_DERIVED, .width = 4},
	{"row", N_("行号"), FIELD_ID, FIELD_AT(request_row, id), FIELD_HIDDEN},
	{"version", N_("版本"), FIELD_INT, FIELD_AT(request_row, version), FIELD_HIDDEN},
	{0},
};
const struct record_type request_row_type = {"request_row", N_("申请"), sizeof(struct request_row), row_fields};

static const struct field filter_fields[] = {
	{"state", N_("状态"), FIELD_CODE, FIELD_AT(request_filter, state), .choices = matter_states},
	{"channel", N_("渠道"), FIELD_CODE, FIELD_AT(request_filter, channel), .choices = matter_channels},
	{"year", N_("年度"), FIELD_INT, FIELD_AT(request_filter, year)},
	{"name", N_("申请人"), FIELD_TEXT, FIELD_AT(request_filter, name)},
	{"text", N_("内容含"), FIELD_TEXT, FIELD_AT(request_filter, text)},
	{"open", N_("只看未办结"), FIELD_FLAG, FIELD_AT(request_filter, open)},
	{"handler", N_("承办人"), FIELD_TEXT, FIELD_AT(request_filter, handler)},
	{"mine", N_("只看我承办的"), FIELD_FLAG, FIELD_AT(request_filter, mine)},
	{"limit", N_("最多行数"), FIELD_INT, FIELD_AT(request_filter, limit)},
	{"after_id", N_("起"), FIELD_ID, FIELD_AT(request_filter, after_id), FIELD_HIDDEN},
	{"words", "", FIELD_TEXT, FIELD_AT(request_filter, words), FIELD_HIDDEN},
	{"before_id", "", FIELD_ID, FIELD_AT(request_filter, before_id), FIELD_HIDDEN},
	{"backward", "", FIELD_FLAG, FIELD_AT(request_filter, backward), FIELD_HIDDEN},
	{"by_number", "", FIELD_FLAG, FIELD_AT(request_filter, by_number), FIELD_HIDDEN},
	{"falling", "", FIELD_FLAG, FIELD_AT(request_filter, falling), FIELD_HIDDEN},
	{"number", "", FIELD_TEXT, FIELD_AT(request_filter, number), FIELD_HIDDEN},
	{0},
};
const struct record_type request_filter_type = {"request_filter", N_("筛选"), sizeof(struct request_filter), filter_fields};
