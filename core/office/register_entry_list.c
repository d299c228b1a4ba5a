/* What stands in the registers written by hand: one list of fields each, for showing, typing and the verb that adds. */
#include "office/matter.h"
#include "office/register_entry.h"
#include "office/register_private.h"

#define AT(m) FIELD_AT(register_row, m)
#define ID {"id", N_("编号"), FIELD_TEXT, AT(id), FIELD_DERIVED, .width = 10}
#define STATE {"state", N_("状态"), FIELD_CODE, AT(state), FIELD_DERIVED, .choices = register_entry_states, .width = 4}
#define UNIT(label, cells) {"unit", label, FIELD_TEXT, AT(unit), .source = "unit", .width = cells}
#define CASE {"case", N_("关联办件"), FIELD_TEXT, AT(case_number), .help = N_("申请、更正的编号；没有则空")}
#define NOTE {"note", N_("备注"), FIELD_TEXT, AT(note)}
#define PHONE {"phone", N_("联系电话"), FIELD_TEXT, AT(phone), FIELD_PERSONAL}
#define TAIL                                                                                                            \
	STATE, {"closed_on", N_("办结日"), FIELD_DATE, AT(closed_on), FIELD_DERIVED},                                     \
	{"voided_on", N_("作废日"), FIELD_DATE, AT(voided_on), FIELD_DERIVED},                                            \
	{"void_reason", N_("作废原因"), FIELD_TEXT, AT(void_reason), FIELD_DERIVED},                                      \
	{"registered_on", N_("登记日"), FIELD_DATE, AT(registered_on), FIELD_DERIVED},                                    \
	{"row", "", FIELD_ID, AT(row), FIELD_HIDDEN}, {"matter_id", "", FIELD_ID, AT(matter_id), FIELD_HIDDEN},          \
	{"version", "", FIELD_INT, AT(version), FIELD_HIDDEN}
#define REASON {"reason", N_("更改原因"), FIELD_TEXT, FIELD_AT(register_change, reason), FIELD_REQUIRED, .width = 40}
#define HANDLING(label, flags) {"handling", label, FIELD_LINES, AT(handling), flags}
#define REPLIED(label) {"replied_on", label, FIELD_DATE, AT(replied_on), FIELD_PAST}
#define CLOSED {"on", N_("办结日"), FIELD_DATE, AT(closed_on), FIELD_PAST, .help = N_("空则为今天")}

const struct choice register_entry_states[] = {{"open", N_("在办")}, {"closed", N_("办结")}, {"void", N_("作废")}, {0}};
const struct choice register_entry_registers[] = {
	{"complaints", N_("投诉举报")}, {"calls", N_("咨询")}, {"exchanges", N_("公众交流")}, {"opinions", N_("舆情回应")}, {"mail", N_("收件")}, {0},
};
static const struct choice contact_channels[] = {
	{"letter", N_("来信")}, {"visit", N_("来访")}, {"phone", N_("来电")}, {"web", N_("网站、信箱")}, {"hotline", N_("12360热线")},
	{"superior", N_("上级转办")}, {"media", N_("新闻媒体")}, {"social", N_("社交媒体")}, {"other", N_("其他")}, {0},
};
static const struct choice complaint_kinds[] = {
	{"complaint", N_("投诉"), N_("条例51")}, {"report", N_("举报"), N_("条例47")}, {"suggestion", N_("意见建议")}, {0},
};
const struct choice register_entry_results[] = {
	{"founded", N_("属实")}, {"partly", N_("部分属实")}, {"unfounded", N_("不属实")}, {"transferred", N_("转其他机关")}, {"other", N_("其他")}, {0},
};
static const struct choice exchange_kinds[] = {
	{"open_day", N_("政府开放日")}, {"briefing", N_("政策宣讲")}, {"symposium", N_("座谈会")}, {"interview", N_("在线访谈")},
	{"survey", N_("民意征集")}, {"other", N_("其他")}, {0},
};
static const struct choice mail_kinds[] = {
	{"request", N_("公开申请")}, {"correction", N_("更正申请")}, {"clarification", N_("补正材料")}, {"opinion", N_("第三方意见")},
	{"complaint", N_("投诉举报")}, {"appeal", N_("复议诉讼文书")}, {"receipt", N_("送达回执、退件")}, {"other", N_("其他")}, {0},
};
const struct choice register_entry_kinds[] = {
	{"complaint", N_("投诉")}, {"report", N_("举报")}, {"suggestion", N_("意见建议")}, {"request", N_("公开申请")}, {"correction", N_("更正申请")},
	{"clarification", N_("补正材料")}, {"opinion", N_("第三方意见")}, {"appeal", N_("复议诉讼文书")}, {"receipt", N_("送达回执、退件")},
	{"other", N_("其他")}, {0},
};

#define COMPLAINT_FIELDS                                                                                                \
	ID,                                                                                                              \
	{"received", N_("收到日期"), FIELD_DATE, AT(on), FIELD_REQUIRED | FIELD_PAST, .width = 10},                        \
	{"channel", N_("来源"), FIELD_CODE, AT(channel), FIELD_REQUIRED, .choices = contact_channels, .width = 8},        \
	{"kind", N_("类别"), FIELD_CODE, AT(kind), FIELD_REQUIRED, .choices = complaint_kinds, .width = 8},               \
	{"name", N_("投诉人"), FIELD_TEXT, AT(name), .help = N_("匿名则空"), .width = 30}, PHONE,                           \
	{"address", N_("通信地址"), FIELD_TEXT, AT(address), FIELD_PERSONAL},                                             \
	CASE, {"content", N_("内容"), FIELD_LINES, AT(content), FIELD_REQUIRED, .width = 60},                              \
	UNIT(N_("承办部门"), 0), {"person", N_("经办人"), FIELD_TEXT, AT(person)},                                          \
	HANDLING(N_("处理情况"), 0),                                                                                      \
	{"result", N_("结论"), FIELD_CODE, AT(result), .choices = register_entry_results, .width = 8}, REPLIED(N_("答复日")), NOTE, TAIL
#define CALL_FIELDS                                                                                                     \
	ID, {"on", N_("日期"), FIELD_DATE, AT(on), FIELD_REQUIRED | FIELD_PAST, .width = 10},                              \
	{"time", N_("时间"), FIELD_TEXT, AT(time), .width = 6},                                                           \
	{"channel", N_("方式"), FIELD_CODE, AT(channel), .choices = contact_channels},                                    \
	{"name", N_("来电人"), FIELD_TEXT, AT(name), .width = 30}, PHONE,                                                 \
	{"person", N_("首问责任人"), FIELD_TEXT, AT(person), .help = N_("空则为登录人"), .width = 10},                       \
	{"content", N_("咨询事项"), FIELD_LINES, AT(content), FIELD_REQUIRED, .width = 60},                                \
	HANDLING(N_("答复"), 0), UNIT(N_("转办部门"), 8), REPLIED(N_("答复日")), CASE, NOTE, TAIL
#define EXCHANGE_FIELDS                                                                                                 \
	ID, {"on", N_("日期"), FIELD_DATE, AT(on), FIELD_REQUIRED | FIELD_PAST, .width = 10},                              \
	{"kind", N_("形式"), FIELD_CODE, AT(kind), FIELD_REQUIRED, .choices = exchange_kinds, .width = 10},               \
	{"title", N_("主题"), FIELD_TEXT, AT(title), FIELD_REQUIRED, .width = 44},                                        \
	{"place", N_("地点"), FIELD_TEXT, AT(place)}, UNIT(N_("主办部门"), 8),                                             \
	{"person", N_("负责人"), FIELD_TEXT, AT(person)},                                                                 \
	{"quantity", N_("参加人数"), FIELD_INT, AT(quantity), .width = 8},                                                \
	{"content", N_("公众意见"), FIELD_LINES, AT(content)}, HANDLING(N_("采纳反馈"), 0), NOTE, TAIL
#define OPINION_FIELDS                                                                                                  \
	ID, {"on", N_("发现日期"), FIELD_DATE, AT(on), FIELD_REQUIRED | FIELD_PAST, .width = 10},                          \
	{"time", N_("时间"), FIELD_TEXT, AT(time)},                                                                      \
	{"channel", N_("来源"), FIELD_CODE, AT(channel), FIELD_REQUIRED, .choices = contact_channels, .width = 8},        \
	{"title", N_("主题"), FIELD_TEXT, AT(title), FIELD_REQUIRED, .width = 44},                                        \
	{"place", N_("网址位置"), FIELD_TEXT, AT(place)}, {"content", N_("内容"), FIELD_LINES, AT(content)},                \
	UNIT(N_("承办部门"), 8), {"person", N_("经办人"), FIELD_TEXT, AT(person)},                                          \
	HANDLING(N_("回应口径"), 0), {"approved_by", N_("批准人"), FIELD_TEXT, AT(approved_by)},                            \
	{"replied_on", N_("回应日"), FIELD_DATE, AT(replied_on), FIELD_PAST, .width = 10},                                \
	{"result", N_("效果"), FIELD_TEXT, AT(result)}, NOTE, TAIL
#define MAIL_FIELDS                                                                                                     \
	ID, {"received", N_("到达日期"), FIELD_DATE, AT(on), FIELD_REQUIRED | FIELD_PAST, .width = 10,                      \
		.help = N_("到达本关任何部门之日；收到之日从此起算，不因内部转送推迟")},                                         \
	{"time", N_("时间"), FIELD_TEXT, AT(time)},                                                                      \
	{"channel", N_("方式"), FIELD_CODE, AT(channel), FIELD_REQUIRED, .choices = matter_channels, .width = 10},        \
	{"waybill", N_("邮件单号"), FIELD_TEXT, AT(waybill), .width = 13},                                                \
	{"name", N_("寄件人"), FIELD_TEXT, AT(name), .width = 30}, PHONE,                                                 \
	{"address", N_("寄件地址"), FIELD_TEXT, AT(address), FIELD_PERSONAL},                                             \
	{"kind", N_("内容类别"), FIELD_CODE, AT(kind), FIELD_REQUIRED, .choices = mail_kinds},                            \
	{"content", N_("内容"), FIELD_TEXT, AT(content)}, UNIT(N_("首收部门"), 8),                                         \
	{"person", N_("签收人"), FIELD_TEXT, AT(person)},                                                                 \
	{"handed_on", N_("转交日"), FIELD_DATE, AT(handed_on), FIELD_PAST, .width = 10}, CASE, NOTE, TAIL

static const struct field complaints_fields[] = {COMPLAINT_FIELDS, {0}}, complaints_change_fields[] = {COMPLAINT_FIELDS, REASON, {0}};
static const struct field calls_fields[] = {CALL_FIELDS, {0}}, calls_change_fields[] = {CALL_FIELDS, REASON, {0}};
static const struct field exchanges_fields[] = {EXCHANGE_FIELDS, {0}}, exchanges_change_fields[] = {EXCHANGE_FIELDS, REASON, {0}};
static const struct field opinions_fields[] = {OPINION_FIELDS, {0}}, opinions_change_fields[] = {OPINION_FIELDS, REASON, {0}};
static const struct field mail_fields[] = {MAIL_FIELDS, {0}}, mail_change_fields[] = {MAIL_FIELDS, REASON, {0}};

static const struct field complaints_close_fields[] = {
	CLOSED, {"result", N_("结论"), FIELD_CODE, AT(result), FIELD_REQUIRED, .choices = register_entry_results},
	HANDLING(N_("处理情况"), FIELD_REQUIRED), REPLIED(N_("答复日")), {0},
};
static const struct field calls_close_fields[] = {CLOSED, HANDLING(N_("答复"), FIELD_REQUIRED), REPLIED(N_("答复日")), {0}};
static const struct field exchanges_close_fields[] = {CLOSED, HANDLING(N_("采纳反馈"), 0), {0}};
static const struct field opinions_close_fields[] = {
	CLOSED, HANDLING(N_("回应口径"), FIELD_REQUIRED), {"result", N_("效果"), FIELD_TEXT, AT(result)}, REPLIED(N_("回应日")), {0},
};
static const struct field mail_close_fields[] = {CLOSED, {0}};

#define TYPES(of, label)                                                                                                \
	const struct record_type register_##of##_type = {"register_" #of, label, sizeof(struct register_row), of##_fields}; \
	static const struct record_type of##_change_type = {"register_" #of "_change", label, sizeof(struct register_change), of##_change_fields}; \
	static const struct record_type of##_close_type = {"register_" #of "_close", label, sizeof(struct register_row), of##_close_fields}
TYPES(complaints, N_("投诉举报"));
TYPES(calls, N_("咨询登记"));
TYPES(exchanges, N_("公众交流"));
TYPES(opinions, N_("舆情回应"));
TYPES(mail, N_("收件登记"));

#define VERBS(of, name, adds, changes, closes)                                                                                          \
	static const struct verb of##_add = {name ".add", adds, "register_entry", &register_##of##_type, "register.add", \
		.run = register_run_add, .creates = true};                                                               \
	static const struct verb of##_change = {name ".change", changes, "register_entry", &of##_change_type, "register.change", \
		.can = register_can_change, .run = register_run_change};                                                 \
	static const struct verb of##_close = {name ".close", closes, "register_entry", &of##_close_type, "register.close", \
		.can = register_can_change, .run = register_run_close}
VERBS(complaints, "complaint", N_("登记投诉举报"), N_("更改投诉举报"), N_("办结投诉举报"));
VERBS(calls, "call", N_("登记咨询"), N_("更改咨询"), N_("办结咨询"));
VERBS(exchanges, "exchange", N_("登记公众交流活动"), N_("更改公众交流活动"), N_("办结公众交流活动"));
VERBS(opinions, "opinion", N_("登记舆情回应"), N_("更改舆情回应"), N_("办结舆情回应"));
VERBS(mail, "mail", N_("登记收件"), N_("更改收件"), N_("办结收件"));

#define BOOK(of, letter) {#of, letter, &of##_add, &of##_change, &of##_close}
const struct register_book register_books[] = {
	BOOK(complaints, 'T'), BOOK(calls, 'D'), BOOK(exchanges, 'J'), BOOK(opinions, 'Y'), BOOK(mail, 'S'), {0},
};

const struct verb *const register_entry_verbs[] = {
	&complaints_add, &complaints_change, &complaints_close, &calls_add, &calls_change, &calls_close, &exchanges_add, &exchanges_change,
	&exchanges_close, &opinions_add, &opinions_change, &opinions_close, &mail_add, &mail_change, &mail_close, &register_void, &register_reopen, NULL,
};
