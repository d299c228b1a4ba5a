/* The procedure of 条例(2008), 条例(2019) and of corrections, one row a step. (lint: pure table) */
#include "law/procedure.h"

enum {
	LIVE = STATE_OPEN | STATE_CLARIFYING | STATE_FEE_PENDING,
	BEFORE_DECISION = STATE_UNCONFIRMED | LIVE,
	DECIDED_ON = STATE_DECIDED | STATE_DELIVERED,
	REGISTERED = BEFORE_DECISION | DECIDED_ON | STATE_ARCHIVED,
	R08 = PROC_REQUEST_2008, R19 = PROC_REQUEST_2019, REQ = PROC_REQUEST, COR = PROC_CORRECTION, ANY = PROC_ANY
};

/* Where several rows allow a verb, the first whose facts hold is taken; the reason of a refusal is that of the first. */
const struct proc_step proc_steps[] = {
	/* arrival */
	{.families = ANY, .from = STATE_NEW, .verb = "register", .to = STATE_OPEN, .needs = FACT_RECEIVED, .letters = "receipt correction_receipt", .article = N_("条例45"), .article_2008 = N_("关务公开规定16")},
	{.families = ANY, .from = STATE_NEW, .verb = "register", .to = STATE_UNCONFIRMED, .refuses = FACT_RECEIVED, .letters = "confirmation", .article = N_("条例31"), .article_2008 = N_("国办公开办函〔2015〕207号")},
	{.families = ANY, .from = STATE_UNCONFIRMED, .verb = "confirm", .to = STATE_OPEN, .letters = "confirmation receipt correction_receipt", .article = N_("条例31"), .article_2008 = N_("国办公开办函〔2015〕207号")},
	{.families = ANY, .from = BEFORE_DECISION, .verb = "change", .letters = "", .article = ""},
	{.families = ANY, .from = REGISTERED, .verb = "issue", .letters = "", .article = N_("条例45"), .article_2008 = ""},
	/* on the spot */
	{.families = REQ, .from = STATE_OPEN, .verb = "answer_now", .to = STATE_DELIVERED, .event = EV_ANSWERED,
		.refuses = FACT_CONSULT_OPEN | FACT_COAGENCY_OPEN, .letters = "granted already_public", .article = N_("条例33(一)"), .article_2008 = N_("条例(2008)24")},
	/* clarification */
	{.families = R19, .from = STATE_OPEN, .verb = "clarify", .to = STATE_CLARIFYING, .event = EV_CLARIFY_SENT, .refuses = FACT_CLARIFIED_BEFORE,
		.letters = "clarify", .article = N_("条例30")},
	{.families = R08, .from = STATE_OPEN, .verb = "clarify", .to = STATE_CLARIFYING, .event = EV_CLARIFY_SENT, .letters = "clarify", .article = N_("条例(2008)21(四)")},
	{.families = COR, .from = STATE_OPEN, .verb = "clarify", .to = STATE_CLARIFYING, .event = EV_CLARIFY_SENT, .letters = "correction_clarify",
		.article = N_("关务公开规定21")},
	{.families = ANY, .from = STATE_CLARIFYING, .verb = "clarified", .to = STATE_OPEN, .event = EV_CLARIFIED, .letters = "", .article = N_("条例30"), .article_2008 = N_("条例(2008)21(四)")},
	{.families = REQ, .from = STATE_CLARIFYING, .verb = "lapse", .to = STATE_DECIDED, .event = EV_LAPSED, .needs = FACT_LIMIT_PASSED,
		.letters = "stop_clarify", .article = N_("条例30"), .article_2008 = N_("条例(2008)21(四)")},
	{.families = R19, .from = STATE_FEE_PENDING, .verb = "lapse", .to = STATE_DECIDED, .event = EV_LAPSED, .needs = FACT_LIMIT_PASSED,
		.letters = "stop_fee", .article = N_("国办函〔2020〕109号")},
	/* third parties and other bodies: beside the state; what they and the units say is still written down when the case went on without it */
	{.families = REQ, .from = STATE_OPEN, .verb = "consult", .event = EV_CONSULT_SENT, .letters = "consult consult_slip consult_notice",
		.article = N_("条例32"), .article_2008 = N_("条例(2008)23")},
	{.families = REQ, .from = LIVE | DECIDED_ON, .verb = "opinion", .event = EV_CONSULT_ANSWERED, .needs = FACT_OPINION_WANTED, .letters = "third_party_notice", .article = N_("条例32"), .article_2008 = N_("条例(2008)23")},
	{.families = REQ, .from = STATE_OPEN, .verb = "coagency", .event = EV_COAGENCY_SENT, .letters = "coagency", .article = N_("条例33(三)、34"), .article_2008 = ""},
	{.families = REQ, .from = LIVE | DECIDED_ON, .verb = "coagency_reply", .event = EV_COAGENCY_ANSWERED, .needs = FACT_AGENCY_WANTED, .letters = "", .article = N_("条例34"), .article_2008 = ""},
	/* inside the office */
	{.families = ANY, .from = BEFORE_DECISION, .verb = "assign", .event = EV_TASK_GIVEN, .letters = "task", .article = N_("条例45"), .article_2008 = ""},
	{.families = ANY, .from = BEFORE_DECISION | DECIDED_ON, .verb = "reply", .event = EV_TASK_DONE, .needs = FACT_TASK_OPEN, .letters = "",
		.article = N_("条例45"), .article_2008 = ""},
	{.families = ANY, .from = BEFORE_DECISION, .verb = "search", .letters = "", .article = N_("条例36(四)"), .article_2008 = N_("条例(2008)21(三)")},
	{.families = REQ, .from = BEFORE_DECISION | STATE_DECIDED, .verb = "joint_review", .letters = "", .article = N_("署办发〔2021〕23号(十)")},
	/* time */
	{.families = REQ, .from = STATE_OPEN, .verb = "extend", .event = EV_EXTENDED, .refuses = FACT_EXTENDED | FACT_PAST_DUE | FACT_DELAYED, .letters = "extend",
		.article = N_("条例33(二)"), .article_2008 = N_("条例(2008)24")},
	{.families = R19, .from = STATE_OPEN, .verb = "ask_reasons", .event = EV_REASONS_ASKED, .refuses = FACT_REASONS_ASKED, .letters = "ask_reasons",
		.article = N_("条例35")},
	{.families = R19, .from = STATE_OPEN, .verb = "delay", .event = EV_DELAYED, .needs = FACT_REASONS_ASKED, .refuses = FACT_PAST_DUE, .letters = "delay",
		.article = N_("条例35")},
	/* fees */
	{.families = R19, .from = STATE_OPEN, .verb = "fee", .to = STATE_FEE_PENDING, .event = EV_FEE_NOTIFIED, .needs = FACT_FEE_ALLOWED,
		.refuses = FACT_FEE_USED | FACT_PAST_DUE, .letters = "fee", .article = N_("国办函〔2020〕109号")},
	{.families = R08, .from = STATE_OPEN | STATE_DECIDED, .verb = "fee", .event = EV_FEE_NOTIFIED, .refuses = FACT_FEE_USED, .letters = "fee", .article = N_("条例(2008)27")},
	{.families = R19, .from = STATE_FEE_PENDING, .verb = "paid", .to = STATE_OPEN, .event = EV_FEE_PAID, .letters = "", .article = N_("国办函〔2020〕109号")},
	{.families = R08, .from = STATE_OPEN | DECIDED_ON, .verb = "paid", .event = EV_FEE_PAID, .needs = FACT_FEE_OPEN, .letters = "", .article = N_("条例(2008)27")},
	{.families = R08, .from = STATE_OPEN | DECIDED_ON, .verb = "waive", .needs = FACT_FEE_OPEN, .letters = "fee", .article = N_("条例(2008)28")},
	/* the answer */
	{.families = R19, .from = STATE_OPEN, .verb = "decide", .to = STATE_DECIDED, .needs = FACT_RECEIVED,
		.refuses = FACT_CONSULT_OPEN | FACT_COAGENCY_OPEN, /* the law waits for a third party until its limit is over (条例32) */
		.letters = "granted already_public partial refused query_law not_held not_existing needs_making unclear petition repeat published_matter "
			"excessive reconfirm not_gov_info other", .article = N_("条例36")},
	/* the old law's time runs on while another body is asked: nothing waits for it */
	{.families = R08, .from = STATE_OPEN, .verb = "decide", .to = STATE_DECIDED, .needs = FACT_RECEIVED, .refuses = FACT_CONSULT_OPEN,
		.letters = "granted already_public partial refused not_held not_existing needs_making unclear petition repeat published_matter "
			"not_gov_info other exempt transferred", .article = N_("条例(2008)21")},
	/* found wrong before it was served, its letter revoked: the earlier decision stays on record as superseded */
	{.families = REQ, .from = STATE_DECIDED, .verb = "decide", .to = STATE_DECIDED, .needs = FACT_RECEIVED | FACT_LETTER_REVOKED,
		.refuses = FACT_LETTER_ISSUED, .letters = "", .article = N_("条例36"), .article_2008 = N_("条例(2008)21")},
	{.families = R19, .from = STATE_DECIDED, .verb = "confirm_ground", .needs = FACT_DISCRETIONARY, .refuses = FACT_GROUND_CONFIRMED, .letters = "",
		.article = N_("条例16")},
	{.families = COR, .from = STATE_OPEN, .verb = "decide", .to = STATE_DECIDED, .needs = FACT_RECEIVED, .letters = "correction_result correction_no_power",
		.article = N_("条例41")},
	/* no law lets a correction lapse: what was not clarified in time is decided on the evidence there is */
	{.families = COR, .from = STATE_CLARIFYING, .verb = "decide", .to = STATE_DECIDED, .needs = FACT_RECEIVED | FACT_LIMIT_PASSED,
		.letters = "correction_result correction_no_power", .article = N_("条例41")},
	{.families = COR, .from = STATE_DECIDED, .verb = "decide", .to = STATE_DECIDED, .needs = FACT_RECEIVED | FACT_LETTER_REVOKED,
		.refuses = FACT_LETTER_ISSUED, .letters = "", .article = N_("条例41")},
	{.families = ANY, .from = STATE_DECIDED, .verb = "deliver", .to = STATE_DELIVERED, .event = EV_ANSWERED, .needs = FACT_LETTER_ISSUED,
		.letters = "delivery_record", .article = N_("国办公开办函〔2016〕235号")},
	{.families = ANY, .from = STATE_DECIDED, .verb = "deliver", .to = STATE_DELIVERED, .event = EV_ANSWERED, .refuses = FACT_OUTCOME_NEEDS_LETTER,
		.letters = "delivery_record", .article = N_("国办公开办函〔2016〕235号")},
	/* came back or was refused: sent once more, the day of the answer stays; or recorded wrong: struck out and recorded anew */
	{.families = ANY, .from = STATE_DELIVERED | STATE_ARCHIVED, .verb = "deliver_again", .needs = FACT_DELIVERED, .letters = "delivery_record", .article = N_("国办公开办函〔2016〕235号")},
	{.families = ANY, .from = STATE_DELIVERED, .verb = "deliver_fix", .event = EV_ANSWERED, .needs = FACT_DELIVERED, .letters = "delivery_record", .article = ""},
	/* other ends */
	{.families = ANY, .from = BEFORE_DECISION, .verb = "withdraw", .to = STATE_DECIDED, .event = EV_CLOSED, .letters = "withdraw", .article = ""},
	{.families = ANY, .from = STATE_UNCONFIRMED | STATE_OPEN, .verb = "transfer", .to = STATE_DECIDED, .letters = "petition transferred correction_no_power",
		.article = N_("条例39(一)、41"), .article_2008 = N_("条例(2008)21(三)")},
	/* nobody waits any longer for what the applicant was asked */
	{.families = ANY, .from = STATE_CLARIFYING | STATE_FEE_PENDING, .verb = "transfer", .to = STATE_DECIDED, .event = EV_CLOSED, .letters = "petition transferred correction_no_power",
		.article = N_("条例39(一)、41"), .article_2008 = N_("条例(2008)21(三)")},
	{.families = ANY, .from = STATE_UNCONFIRMED | STATE_OPEN, .verb = "merge", .to = STATE_VOID, .event = EV_CLOSED, .refuses = FACT_LETTER_ISSUED,
		.letters = "", .article = ""},
	{.families = ANY, .from = DECIDED_ON | STATE_ARCHIVED, .verb = "reopen", .to = STATE_OPEN, .event = EV_REOPENED, .needs = FACT_ORDERED, .letters = "",
		.article = N_("行政复议法64、行政诉讼法70")},
	/* the file */
	{.families = ANY, .from = REGISTERED, .verb = "material", .letters = "", .article = N_("条例45"), .article_2008 = ""},
	{.families = ANY, .from = DECIDED_ON | STATE_ARCHIVED, .verb = "file_copy", .letters = "", .article = ""},
	{.families = ANY, .from = STATE_DELIVERED, .verb = "archive", .to = STATE_ARCHIVED, .needs = FACT_CLOSE_OUT_CLEAN, .letters = "", .article = N_("条例45"), .article_2008 = ""},
	{.families = ANY, .from = STATE_DECIDED, .verb = "archive", .to = STATE_ARCHIVED, .needs = FACT_CLOSE_OUT_CLEAN, .refuses = FACT_OUTCOME_NEEDS_LETTER,
		.letters = "", .article = N_("条例45"), .article_2008 = ""},
	{.families = ANY, .from = STATE_ARCHIVED, .verb = "shelve", .letters = "", .article = N_("条例45"), .article_2008 = ""},
	{.families = ANY, .from = BEFORE_DECISION | STATE_DECIDED, .verb = "void", .to = STATE_VOID, .event = EV_CLOSED, .refuses = FACT_LETTER_ISSUED, .letters = "",
		.article = ""},
	{.families = ANY, .from = REGISTERED | STATE_VOID, .verb = "undo", .needs = FACT_LAST_STEP_OWN, .refuses = FACT_LEFT_OFFICE, .letters = "", .article = ""},
	{0},
};

const struct proc_words proc_verbs[] = {
	{"register", N_("登记")}, {"confirm", N_("确认收到")}, {"change", N_("更改登记内容")}, {"issue", N_("制发文书")}, {"answer_now", N_("当场答复")},
	{"clarify", N_("要求补正")}, {"clarified", N_("登记补正材料")}, {"lapse", N_("按逾期不再处理")}, {"consult", N_("征求第三方意见")},
	{"opinion", N_("登记第三方意见")}, {"coagency", N_("征求其他机关意见")}, {"coagency_reply", N_("登记其他机关意见")}, {"assign", N_("交办")},
	{"reply", N_("登记承办回复")}, {"search", N_("登记检索")}, {"joint_review", N_("多部门共商")}, {"extend", N_("延期答复")}, {"ask_reasons", N_("要求说明理由")},
	{"delay", N_("确定合理延迟期限")}, {"fee", N_("发收费通知")}, {"paid", N_("登记缴费")}, {"waive", N_("减免费用")}, {"decide", N_("作出决定")}, {"confirm_ground", N_("再次确认不公开理由")}, {"deliver", N_("登记送达")}, {"deliver_again", N_("再次送达")}, {"deliver_fix", N_("更正送达登记")},
	{"withdraw", N_("登记撤回")}, {"transfer", N_("转其他途径")}, {"merge", N_("并入另一件")}, {"reopen", N_("重新办理")}, {"material", N_("登记材料")},
	{"file_copy", N_("报送备案")}, {"archive", N_("归档")}, {"shelve", N_("登记归档号")}, {"void", N_("作废")}, {"undo", N_("撤销上一步")}, {NULL, NULL},
};

const struct proc_words proc_states[] = {
	{"new", N_("未登记")}, {"unconfirmed", N_("待确认")}, {"open", N_("在办")}, {"clarifying", N_("待补正")}, {"fee_pending", N_("待缴费")},
	{"decided", N_("已作决定")}, {"delivered", N_("已送达")}, {"archived", N_("已归档")}, {"void", N_("已作废")}, {NULL, NULL},
};

/* In the order of the bits of enum proc_fact. */
const struct proc_reason proc_reasons[PROC_FACTS] = {
	{"received", N_("收到申请之日尚未确定"), N_("收到申请之日已经确定")},
	{"clarified_before", N_("没有要求过补正"), N_("补正须一次性告知，已经告知过（条例30）")},
	{"extended", N_("没有延期"), N_("已经延期一次，不得再次延期"), .cites = true},
	{"past_due", N_("答复期限未到"), N_("答复期限已过，应在期限届满前办理")},
	{"limit_passed", N_("补正或者缴费期限未满"), N_("补正或者缴费期限已过")},
	{"consult_open", N_("没有正在征求意见的第三方"), N_("第三方尚未答复，征求意见期限未满")},
	{"coagency_open", N_("没有正在征求意见的其他机关"), N_("其他机关尚未答复，征求意见期限未满")},
	{"task_open", N_("没有未回复的交办"), N_("还有交办未回复")},
	{"fee_allowed", N_("收到申请之日没有收费依据"), N_("收到申请之日有收费依据")},
	{"fee_used", N_("没有发过收费通知"), N_("已经发过收费通知")},
	{"reasons_asked", N_("须先要求申请人说明理由（条例35）"), N_("已经要求申请人说明理由")},
	{"outcome_needs_letter", N_("办理结果无须书面告知"), N_("办理结果须书面告知申请人，尚未送达")},
	{"letter_issued", N_("答复文书尚未制发"), N_("答复文书已经制发")},
	{"left_office", N_("没有文书离开本关"), N_("已有文书或者信息离开本关，不能撤销")},
	{"delivered", N_("尚未送达"), N_("已经送达")},
	{"ordered", N_("没有责令重新答复的复议决定或者判决"), N_("已被责令重新答复")},
	{"last_step_own", N_("只能撤销本人刚办、未送出的一步"), N_("上一步是自己办理的")},
	{"close_out_clean", N_("结案检查还有未办事项"), N_("结案检查没有未办事项")},
	{"opinion_wanted", N_("没有尚未答复的第三方"), N_("还有第三方没有答复")},
	{"agency_wanted", N_("没有尚未答复的其他机关"), N_("还有其他机关没有答复")},
	{"discretionary", N_("没有以“可以不予公开”的理由不公开（条例16）"), N_("以“可以不予公开”的理由不公开（条例16）")},
	{"ground_confirmed", N_("批准人尚未再次确认不公开的理由（条例16）"), N_("批准人已经再次确认")},
	{"fee_open", N_("没有未缴的费用"), N_("还有费用未缴")},
	{"delayed", N_("没有确定合理延迟期限"), N_("已经确定合理延迟期限（条例35），延期不起作用")},
	{"letter_revoked", N_("办件已作决定：撤销上一步，或者先撤销已出具的答复文书"), N_("答复文书已经撤销")},
};
