/* The fields of every step (cli.md: verbs and options). */
#include "office/correction.h"
#include "office/steps.h"

const struct choice opinion_answers[] = {{"consent", N_("同意公开")}, {"object", N_("不同意公开")}, {"none", N_("未答复")}, {0}};
const struct choice agency_kinds[] = {{"co_maker", N_("共同制作机关"), N_("条例34")}, {"other", N_("其他机关"), N_("条例33(三)")}, {0}};
const struct choice fee_bases[] = {{"count", N_("按件")}, {"pages", N_("按量")}, {"cost", N_("成本费"), N_("条例(2008)27")}, {0}};
const struct choice fee_hardships[] = {
	{"wubao", N_("五保供养对象")}, {"dibao", N_("最低生活保障对象")}, {"youfu", N_("优抚对象")}, {"other", N_("其他经济困难")}, {0},
};
const struct choice delivery_methods[] = {
	{"direct", N_("直接送达")}, {"entrusted", N_("委托送达")}, {"post", N_("邮寄送达")}, {"email", N_("电子邮件")}, {"fax", N_("传真")},
	{"onsite", N_("当场阅读、抄录")}, {0},
};
const struct choice delivery_carriers[] = {{"ems", N_("邮政EMS")}, {"postal", N_("邮政挂号")}, {"courier", N_("快递企业")}, {0}};
const struct choice material_kinds[] = {
	{"application", N_("申请表")}, {"id_copy", N_("身份证明复印件")}, {"envelope", N_("信封")}, {"confirmation", N_("确认记录")},
	{"approval", N_("审批单")}, {"search", N_("检索记录")}, {"provided", N_("提供的信息")}, {"proof", N_("送达凭证")}, {"other", N_("其他")}, {0},
};

#define TYPE(id, text, ...)                                                                                            \
	static const struct field id##_fields[] = {__VA_ARGS__, {0}};                                                  \
	const struct record_type id##_type = {#id, text, sizeof(struct step_args), id##_fields}
#define ON {"on", N_("日期"), FIELD_DATE, STEP(on), FIELD_PAST}
#define APPROVAL                                                                                                       \
	{"approved_by", N_("批准人"), FIELD_TEXT, STEP(approved_by)},                                                   \
	{"approved_on", N_("批准日期"), FIELD_DATE, STEP(approved_on), FIELD_PAST},                                      \
	{"approval_ref", N_("审批单号"), FIELD_TEXT, STEP(approval_ref)}

#define SHELF                                                                                                          \
	{"archive_number", N_("归档号"), FIELD_TEXT, STEP(archive_number), .help = N_("档案室编的号，一卷一号")},                 \
	{"retention", N_("保管期限"), FIELD_TEXT, STEP(retention), .help = N_("永久、30年、10年等；空则照设置")}

#define WITHHOLDING "partial|refused|exempt"
/* A refusal may stand on several grounds, each with its reasons; only what is given in part has parts. */
#define PART(k, part, of_part, reasons)                                                                                \
	{"withheld_" #k, part, FIELD_LINES, STEP(withheld_##k), .when = {"outcome", "partial"}, .width = 50},           \
	{"ground_" #k, of_part, FIELD_CODE, STEP(ground_##k), .source = "ground", .when = {"outcome", WITHHOLDING}, .width = 40}, \
	{"reasons_" #k, reasons, FIELD_LINES, STEP(reasons_##k), .when = {"outcome", WITHHOLDING}, .width = 50, \
		.help = N_("部分公开的必填；全部不公开的，空则与第一项同一个理由")}

TYPE(on, N_("日期"), ON);
TYPE(clarify, N_("要求补正"), {"on", N_("告知日期"), FIELD_DATE, STEP(on), FIELD_PAST},
	{"items", N_("补正事项"), FIELD_LINES, STEP(items), FIELD_REQUIRED, .help = N_("一次性告知全部事项（条例第三十条）"), .width = 50},
	{"until", N_("补正期限"), FIELD_DATE, STEP(until), FIELD_FUTURE, .help = N_("空则为本关标准")});
TYPE(consult, N_("征求第三方意见"), {"party", N_("第三方"), FIELD_TEXT, STEP(party), FIELD_REQUIRED, .width = 40},
	{"sent", N_("发出日期"), FIELD_DATE, STEP(sent), FIELD_PAST},
	{"reached", N_("第三方收到日期"), FIELD_DATE, STEP(reached), FIELD_PAST, .help = N_("2019年规则：15个工作日自此次日起（条例第三十二条）")},
	{"until", N_("答复期限"), FIELD_DATE, STEP(until), FIELD_FUTURE, .help = N_("2008年规则：以征询函所写日期为准")});
TYPE(opinion, N_("登记第三方意见"), {"party", N_("第三方"), FIELD_TEXT, STEP(party), FIELD_REQUIRED, .width = 40}, ON,
	{"answer", N_("意见"), FIELD_CODE, STEP(answer), FIELD_REQUIRED, .choices = opinion_answers},
	{"reasons", N_("理由"), FIELD_LINES, STEP(reasons), .width = 50});
TYPE(coagency, N_("征求其他机关意见"), {"body", N_("机关"), FIELD_TEXT, STEP(body), FIELD_REQUIRED, .width = 40},
	{"kind", N_("类别"), FIELD_CODE, STEP(kind), FIELD_REQUIRED, .choices = agency_kinds},
	{"sent", N_("发出日期"), FIELD_DATE, STEP(sent), FIELD_PAST}, {"reached", N_("收到日期"), FIELD_DATE, STEP(reached), FIELD_PAST});
TYPE(agency_reply, N_("登记其他机关意见"), {"body", N_("机关"), FIELD_TEXT, STEP(body), FIELD_REQUIRED, .width = 40}, ON,
	{"answer", N_("意见"), FIELD_CODE, STEP(answer), FIELD_REQUIRED, .choices = opinion_answers},
	{"reasons", N_("理由"), FIELD_LINES, STEP(reasons), .width = 50});
TYPE(assign, N_("交办"), {"unit", N_("承办部门"), FIELD_TEXT, STEP(unit), FIELD_REQUIRED, .source = "unit"}, ON,
	{"until", N_("内部期限"), FIELD_DATE, STEP(until), FIELD_REQUIRED | FIELD_FUTURE},
	{"ask", N_("交办事项"), FIELD_LINES, STEP(ask), .width = 50});
TYPE(task_reply, N_("登记承办回复"), {"unit", N_("承办部门"), FIELD_TEXT, STEP(unit), FIELD_REQUIRED, .source = "unit"}, ON,
	{"reply", N_("回复"), FIELD_LINES, STEP(reply), .width = 50});
TYPE(search_log, N_("登记检索"), {"where", N_("检索范围"), FIELD_TEXT, STEP(where), FIELD_REQUIRED, .help = N_("系统、案卷、部门")},
	{"words", N_("检索词"), FIELD_TEXT, STEP(words), FIELD_REQUIRED}, {"by", N_("检索人"), FIELD_TEXT, STEP(by)}, ON,
	{"result", N_("检索结果"), FIELD_LINES, STEP(result), FIELD_REQUIRED, .width = 50});
TYPE(extend, N_("延期答复"), {"days", N_("延长工作日"), FIELD_INT, STEP(days), FIELD_REQUIRED, .help = N_("只有一次：最长20个工作日（条例第三十三条），2008年规则最长15个（条例(2008)第二十四条）")},
	{"reason", N_("延期理由"), FIELD_TEXT, STEP(reason), FIELD_REQUIRED, .width = 50},
	{"approved_by", N_("批准人"), FIELD_TEXT, STEP(approved_by), FIELD_REQUIRED, .help = N_("政府信息公开工作机构负责人同意")},
	{"approved_on", N_("批准日期"), FIELD_DATE, STEP(approved_on), FIELD_PAST},
	{"approval_ref", N_("审批单号"), FIELD_TEXT, STEP(approval_ref)},
	{"notified", N_("告知申请人日期"), FIELD_DATE, STEP(notified), FIELD_PAST});
TYPE(reasons, N_("要求说明理由"), ON, {"reasons", N_("要求说明的事项"), FIELD_LINES, STEP(reasons), .width = 50},
	{"until", N_("说明期限"), FIELD_DATE, STEP(until), FIELD_FUTURE});
TYPE(delay, N_("确定合理延迟期限"), ON, {"until", N_("延迟至"), FIELD_DATE, STEP(until), FIELD_REQUIRED | FIELD_FUTURE},
	{"reason", N_("理由"), FIELD_TEXT, STEP(reason), FIELD_REQUIRED, .width = 50});
TYPE(fee, N_("发收费通知"), {"basis", N_("计费方式"), FIELD_CODE, STEP(basis), FIELD_REQUIRED, .choices = fee_bases},
	{"quantity", N_("数量"), FIELD_INT, STEP(quantity), .when = {"basis", "count|pages"}, .help = N_("按件：当月第几件，空则自动；按量：页数，空则照“提供的信息”的页数")},
	{"search_fee", N_("检索费"), FIELD_MONEY, STEP(search_fee), .when = {"basis", "cost"}, .help = N_("2008年规则：实际发生的费用（条例(2008)27）")},
	{"copy_fee", N_("复制费"), FIELD_MONEY, STEP(copy_fee), .when = {"basis", "cost"}},
	{"post_fee", N_("邮寄费"), FIELD_MONEY, STEP(post_fee), .when = {"basis", "cost"}},
	{"notified", N_("申请人收到通知日期"), FIELD_DATE, STEP(notified), FIELD_PAST});
TYPE(waive, N_("减免费用"), {"hardship", N_("经济困难情形"), FIELD_CODE, STEP(hardship), FIELD_REQUIRED, .choices = fee_hardships},
	{"reason", N_("减免理由"), FIELD_TEXT, STEP(reason), FIELD_REQUIRED, .width = 50},
	{"applied_on", N_("本人申请日期"), FIELD_DATE, STEP(applied_on), FIELD_PAST},
	{"amount", N_("减免金额"), FIELD_MONEY, STEP(amount), .help = N_("空则全部免收")}, ON,
	{"approved_by", N_("批准人"), FIELD_TEXT, STEP(approved_by), FIELD_REQUIRED, .help = N_("关务公开主管部门负责人（关务公开规定24）")},
	{"approved_on", N_("批准日期"), FIELD_DATE, STEP(approved_on), FIELD_PAST}, {"approval_ref", N_("审批单号"), FIELD_TEXT, STEP(approval_ref)});
TYPE(decide, N_("作出决定"), {"outcome", N_("结果"), FIELD_CODE, STEP(outcome), FIELD_REQUIRED, .source = "outcome", .width = 30},
	{"ground", N_("不公开依据"), FIELD_CODE, STEP(ground), .source = "ground", .when = {"outcome", WITHHOLDING}, .width = 40},
	{"reasons", N_("理由"), FIELD_LINES, STEP(reasons), .width = 50},
	{"withheld", N_("不公开的部分"), FIELD_LINES, STEP(withheld), .when = {"outcome", "partial"}, .width = 50},
	PART(2, N_("第二部分"), N_("第二项依据"), N_("第二项理由")), PART(3, N_("第三部分"), N_("第三项依据"), N_("第三项理由")),
	{"disclose_basis", N_("公开依据"), FIELD_CODE, STEP(disclose_basis), .source = "disclose_basis", .when = {"outcome", "granted|partial"},
		.help = N_("第三方不同意而仍公开的（条例第三十二条）"), .width = 40},
	{"disclose_reasons", N_("公开理由"), FIELD_LINES, STEP(disclose_reasons), .when = {"outcome", "granted|partial"},
		.help = N_("书面告知第三方"), .width = 50},
	{"body", N_("负责机关或者渠道"), FIELD_TEXT, STEP(body), .width = 40}, ON, APPROVAL,
	{"confirmed", N_("批准人再次确认"), FIELD_FLAG, STEP(confirmed), .when = {"outcome", WITHHOLDING},
		.help = N_("以“可以不予公开”的理由（条例第十六条）不公开的，批准人再次确认后才能出具")});
TYPE(confirm_ground, N_("再次确认不公开理由"), {"by", N_("批准人"), FIELD_TEXT, STEP(by), .help = N_("空则为决定的批准人")}, ON);
TYPE(answer_now, N_("当场答复"), {"outcome", N_("结果"), FIELD_CODE, STEP(outcome), .source = "outcome", .width = 30,
		.help = N_("予以公开（空着也是）、已主动公开；其他结果须出具答复书后送达")},
	{"reasons", N_("答复内容"), FIELD_LINES, STEP(reasons), .help = N_("提供的信息，或者已公开的信息的名称；写进答复书"), .width = 50},
	{"where", N_("获取的方式和途径"), FIELD_LINES, STEP(where), .when = {"outcome", "already_public"}, .width = 50},
	{"letter", N_("同时出具答复书"), FIELD_FLAG, STEP(letter)},
	{"disclose_basis", N_("公开依据"), FIELD_CODE, STEP(disclose_basis), .source = "disclose_basis", .when = {"outcome", "granted"},
		.help = N_("第三方不同意而仍公开的（条例第三十二条）"), .width = 40},
	{"disclose_reasons", N_("公开理由"), FIELD_LINES, STEP(disclose_reasons), .when = {"outcome", "granted"}, .width = 50}, ON, APPROVAL,
	{"signer", N_("签收人"), FIELD_TEXT, STEP(signer), .help = N_("空则为申请人本人")});
#define DELIVERY(must)                                                                                                       \
	{"method", N_("送达方式"), FIELD_CODE, STEP(method), must, .choices = delivery_methods}, \
	{"on", N_("送达日期"), FIELD_DATE, STEP(on), FIELD_PAST, .help = N_("邮寄：交邮之日；直接：签收之日")}, \
	{"carrier", N_("邮递企业"), FIELD_CODE, STEP(carrier), .choices = delivery_carriers, .when = {"method", "post"}}, \
	{"waybill", N_("邮件号"), FIELD_TEXT, STEP(waybill), .when = {"method", "post"}}, \
	{"signer", N_("签收人"), FIELD_TEXT, STEP(signer)}, \
	{"server", N_("送达人"), FIELD_TEXT, STEP(server), .help = N_("送交或者交邮的本关人员，印在送达回证上")}
TYPE(deliver, N_("登记送达"), DELIVERY(FIELD_REQUIRED));
TYPE(deliver_again, N_("再次送达"), {"reason", N_("再次送达的原因"), FIELD_TEXT, STEP(reason), FIELD_REQUIRED, .width = 40,
	.help = N_("退件、拒收、地址变了；答复之日仍是首次送达之日（国办公开办函〔2016〕235号）")}, DELIVERY(FIELD_REQUIRED));
TYPE(deliver_fix, N_("更正送达登记"), DELIVERY(0), {"reason", N_("更正原因"), FIELD_TEXT, STEP(reason), FIELD_REQUIRED, .width = 40});
TYPE(withdraw, N_("登记撤回"), ON, {"reason", N_("撤回说明"), FIELD_TEXT, STEP(reason)});
TYPE(transfer, N_("转其他途径"), {"body", N_("转往"), FIELD_TEXT, STEP(body), .help = N_("信访、举报、咨询等渠道"), .width = 40}, ON,
	{"reason", N_("理由"), FIELD_TEXT, STEP(reason), .width = 50});
TYPE(merge, N_("并入另一件"), {"into", N_("并入编号"), FIELD_TEXT, STEP(into), FIELD_REQUIRED},
	{"reason", N_("理由"), FIELD_TEXT, STEP(reason), .width = 50});
TYPE(reopen, N_("重新办理"), ON, {"days", N_("重新答复工作日"), FIELD_INT, STEP(days)},
	{"until", N_("重新答复期限"), FIELD_DATE, STEP(until), FIELD_FUTURE, .help = N_("决定或者判决所定；都不填则为答复期限的工作日数")},
	{"reason", N_("复议决定或者判决"), FIELD_TEXT, STEP(reason), .width = 50});
TYPE(material, N_("登记材料"), {"kind", N_("类别"), FIELD_CODE, STEP(kind), FIELD_REQUIRED, .choices = material_kinds},
	{"title", N_("名称"), FIELD_TEXT, STEP(title), FIELD_REQUIRED, .width = 40}, {"pages", N_("页数"), FIELD_INT, STEP(pages)},
	{"original", N_("原件"), FIELD_FLAG, STEP(original)}, {"place", N_("存放位置"), FIELD_TEXT, STEP(place)},
	{"file", N_("文件"), FIELD_TEXT, STEP(file)}, {"sha256", N_("文件指纹"), FIELD_TEXT, STEP(sha256), FIELD_HIDDEN},
	{"size", N_("字节"), FIELD_INT, STEP(size), FIELD_HIDDEN});
TYPE(archive, N_("归档"), ON, SHELF);
TYPE(shelve, N_("登记归档号"), {"archive_number", N_("归档号"), FIELD_TEXT, STEP(archive_number), FIELD_REQUIRED, .help = N_("档案室编的号，一卷一号")},
	{"retention", N_("保管期限"), FIELD_TEXT, STEP(retention), .help = N_("空则照旧")});
TYPE(archive_override, N_("仍有未办事项而归档"), ON, SHELF,
	{"override", N_("仍有未办事项而归档的理由"), FIELD_TEXT, STEP(override), FIELD_REQUIRED, .width = 50});
TYPE(joint_review, N_("多部门共商"), {"on", N_("共商日期"), FIELD_DATE, STEP(on), FIELD_PAST},
	{"unit", N_("参加部门"), FIELD_TEXT, STEP(unit), FIELD_REQUIRED, .width = 40},
	{"result", N_("共商意见"), FIELD_LINES, STEP(result), FIELD_REQUIRED, .help = N_("疑难、复杂、敏感的申请（署办发〔2021〕23号（十））"), .width = 50},
	{"body", N_("报告机关"), FIELD_TEXT, STEP(body), .help = N_("及时向直属海关报告"), .width = 40},
	{"reported_on", N_("报告日期"), FIELD_DATE, STEP(reported_on), FIELD_PAST}, {"approval_ref", N_("报告文号"), FIELD_TEXT, STEP(approval_ref)});
TYPE(identity, N_("核对身份"), ON, {"by", N_("核对人"), FIELD_TEXT, STEP(by)});
TYPE(correction_decide, N_("作出决定"), {"outcome", N_("结果"), FIELD_CODE, STEP(outcome), FIELD_REQUIRED, .choices = correction_outcomes},
	{"reasons", N_("理由"), FIELD_LINES, STEP(reasons), .width = 50}, {"body", N_("有权更正的机关"), FIELD_TEXT, STEP(body), .width = 40}, ON,
	APPROVAL);
