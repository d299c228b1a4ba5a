/* The procedure as verbs of requests. */
#include "office/material.h"
#include "office/request.h"
#include "office/steps.h"

#define CAN(name)                                                                                                      \
	static bool can_##name(struct office *o, int64_t id, struct err *why)                                          \
	{                                                                                                              \
		return step_can(o, id, #name, why);                                                                    \
	}
#define STEP_VERB(word, text, type) static const struct verb verb_##word = {"request." #word, text, "request", type, .can = can_##word, .run = step_##word}
/* One whose form begins with what is known: whom the case waits for. */
#define STEP_WAITED(word, text, type, begin)                                                                           \
	static const struct verb verb_##word = {"request." #word, text, "request", type, .can = can_##word, .run = step_##word, .suggest = begin}

CAN(clarify) CAN(clarified) CAN(lapse) CAN(consult) CAN(opinion) CAN(coagency) CAN(coagency_reply) CAN(assign) CAN(reply) CAN(search)
CAN(extend) CAN(ask_reasons) CAN(delay) CAN(fee) CAN(paid) CAN(decide) CAN(answer_now) CAN(deliver) CAN(withdraw) CAN(transfer)
CAN(confirm_ground) CAN(waive) CAN(joint_review) CAN(confirm) CAN(void) CAN(merge) CAN(reopen) CAN(material) CAN(file_copy) CAN(undo)
CAN(deliver_again) CAN(deliver_fix) CAN(shelve)

/* What is open is named when it runs; here only whether the state allows it. */
static bool can_archive(struct office *o, int64_t id, struct err *why)
{
	return step_can_with(o, id, "archive", FACT_CLOSE_OUT_CLEAN, why);
}

STEP_VERB(clarify, N_("要求补正"), &clarify_type);
STEP_VERB(clarified, N_("登记补正材料"), &on_type);
STEP_VERB(lapse, N_("按逾期不再处理"), &on_type);
STEP_WAITED(consult, N_("征求第三方意见"), &consult_type, suggest_consult);
STEP_WAITED(opinion, N_("登记第三方意见"), &opinion_type, suggest_opinion);
STEP_VERB(coagency, N_("征求其他机关意见"), &coagency_type);
STEP_WAITED(coagency_reply, N_("登记其他机关意见"), &agency_reply_type, suggest_agency_reply);
STEP_VERB(assign, N_("交办"), &assign_type);
STEP_WAITED(reply, N_("登记承办回复"), &task_reply_type, suggest_reply);
STEP_VERB(search, N_("登记检索"), &search_log_type);
STEP_VERB(extend, N_("延期答复"), &extend_type);
STEP_VERB(ask_reasons, N_("要求说明理由"), &reasons_type);
STEP_VERB(delay, N_("确定合理延迟期限"), &delay_type);
STEP_VERB(fee, N_("发收费通知"), &fee_type);
STEP_VERB(paid, N_("登记缴费"), &on_type);
STEP_VERB(decide, N_("作出决定"), &decide_type);
STEP_VERB(joint_review, N_("多部门共商"), &joint_review_type);
STEP_VERB(waive, N_("减免费用"), &waive_type);
STEP_VERB(confirm_ground, N_("再次确认不公开理由"), &confirm_ground_type);
STEP_WAITED(answer_now, N_("当场答复"), &answer_now_type, suggest_answer_now);
static const struct verb verb_deliver = {"request.deliver", N_("登记送达"), "request", &deliver_type, .can = can_deliver, .run = step_deliver,
	.leaves_office = true};
static const struct verb verb_deliver_again = {"request.deliver_again", N_("再次送达"), "request", &deliver_again_type, .can = can_deliver_again,
	.run = step_deliver_again, .leaves_office = true};
static const struct verb verb_deliver_fix = {"request.deliver_fix", N_("更正送达登记"), "request", &deliver_fix_type, .can = can_deliver_fix,
	.run = step_deliver_fix, .suggest = suggest_deliver_fix, .leaves_office = true};
STEP_VERB(withdraw, N_("登记撤回"), &withdraw_type);
STEP_VERB(transfer, N_("转其他途径"), &transfer_type);
STEP_VERB(merge, N_("并入另一件"), &merge_type);
STEP_VERB(reopen, N_("重新办理"), &reopen_type);
static const struct verb verb_material = {"request.material", N_("登记材料"), "request", &material_type, .before = material_measure,
	.can = can_material, .run = step_material};
STEP_VERB(file_copy, N_("报送备案"), &on_type);
STEP_VERB(archive, N_("归档"), &archive_type);
static const struct verb verb_shelve = {"request.shelve", N_("登记归档号"), "request", &shelve_type, .can = can_shelve, .run = step_shelve,
	.suggest = suggest_shelve};
static const struct verb verb_archive_override = {"request.archive_override", N_("仍有未办事项而归档"), "request", &archive_override_type,
	.can = can_archive, .run = step_archive};
static const struct verb verb_undo = {"request.undo", N_("撤销上一步"), "request", NULL, .can = can_undo, .run = step_undo, .asks = step_undo_asks};

const struct verb *const step_verbs[] = {
	&verb_clarify, &verb_clarified, &verb_lapse, &verb_consult, &verb_opinion, &verb_coagency, &verb_coagency_reply, &verb_assign,
	&verb_reply, &verb_search, &verb_extend, &verb_ask_reasons, &verb_delay, &verb_fee, &verb_paid, &verb_waive, &verb_decide, &verb_confirm_ground, &verb_answer_now,
	&verb_deliver, &verb_deliver_again, &verb_deliver_fix, &verb_withdraw, &verb_transfer, &verb_merge, &verb_reopen, &verb_material, &verb_file_copy, &verb_joint_review, &verb_archive, &verb_archive_override, &verb_shelve, &verb_undo,
	NULL,
};

#define COR_VERB(word, text, type) static const struct verb correct_##word = {"correction." #word, text, "correction", type, .can = can_##word, .run = step_##word}
static const struct verb correct_confirm = {"correction.confirm", N_("确认收到"), "correction", &request_confirm_type, .can = can_confirm,
	.run = matter_confirm};
static const struct verb correct_void = {"correction.void", N_("作废"), "correction", &request_void_type, .can = can_void, .run = matter_run_void};
COR_VERB(clarify, N_("要求补正"), &clarify_type);
COR_VERB(clarified, N_("登记补正材料"), &on_type);
COR_VERB(assign, N_("交办"), &assign_type);
static const struct verb correct_reply = {"correction.reply", N_("登记承办回复"), "correction", &task_reply_type, .can = can_reply,
	.run = step_reply, .suggest = suggest_reply};
COR_VERB(search, N_("登记核实"), &search_log_type);
COR_VERB(decide, N_("作出决定"), &correction_decide_type);
static const struct verb correct_deliver = {"correction.deliver", N_("登记送达"), "correction", &deliver_type, .can = can_deliver,
	.run = step_deliver, .leaves_office = true};
static const struct verb correct_deliver_again = {"correction.deliver_again", N_("再次送达"), "correction", &deliver_again_type, .can = can_deliver_again,
	.run = step_deliver_again, .leaves_office = true};
static const struct verb correct_deliver_fix = {"correction.deliver_fix", N_("更正送达登记"), "correction", &deliver_fix_type, .can = can_deliver_fix,
	.run = step_deliver_fix, .suggest = suggest_deliver_fix, .leaves_office = true};
COR_VERB(withdraw, N_("登记撤回"), &withdraw_type);
COR_VERB(transfer, N_("转送有权机关"), &transfer_type);
COR_VERB(merge, N_("并入另一件"), &merge_type);
COR_VERB(reopen, N_("重新办理"), &reopen_type);
static const struct verb correct_material = {"correction.material", N_("登记材料"), "correction", &material_type, .before = material_measure,
	.can = can_material, .run = step_material};
COR_VERB(file_copy, N_("报送备案"), &on_type);
COR_VERB(archive, N_("归档"), &archive_type);
static const struct verb correct_shelve = {"correction.shelve", N_("登记归档号"), "correction", &shelve_type, .can = can_shelve, .run = step_shelve,
	.suggest = suggest_shelve};
static const struct verb correct_archive_override = {"correction.archive_override", N_("仍有未办事项而归档"), "correction",
	&archive_override_type, .can = can_archive, .run = step_archive};
static const struct verb correct_undo = {"correction.undo", N_("撤销上一步"), "correction", NULL, .can = can_undo, .run = step_undo, .asks = step_undo_asks};

const struct verb *const correction_step_verbs[] = {
	&correct_confirm, &correct_void, &correct_clarify, &correct_clarified, &correct_assign, &correct_reply, &correct_search,
	&correct_decide, &correct_deliver, &correct_deliver_again, &correct_deliver_fix, &correct_withdraw, &correct_transfer, &correct_merge, &correct_reopen, &correct_material,
	&correct_file_copy, &correct_archive, &correct_archive_override, &correct_shelve, &correct_undo, NULL,
};
