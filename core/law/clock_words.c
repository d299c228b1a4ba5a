#include "law/clock.h"

#include <string.h>

const struct clock_event CLOCK_NO_EVENT = {.kind = EV_NONE, .day = DAY_NONE, .until = DAY_NONE};

/* `param`: the number of the rule set whose article gives the event its effect. */
static const struct {
	const char *name, *label, *param;
} events[EV_KINDS] = {
	[EV_NONE] = {"none", N_("无")},
	[EV_RECEIVED] = {"received", N_("收到申请"), "answer_wd"},
	[EV_CORRECTION] = {"correction", N_("收到更正申请"), "correction_wd"},
	[EV_CLARIFY_SENT] = {"clarify_sent", N_("发出补正告知书"), "clarify_restarts"},
	[EV_CLARIFIED] = {"clarified", N_("收到补正材料"), "clarify_restarts"},
	[EV_LAPSED] = {"lapsed", N_("逾期不再处理")},
	[EV_CONSULT_SENT] = {"consult_sent", N_("征求第三方意见"), "exclude_third_party"},
	[EV_CONSULT_REACHED] = {"consult_reached", N_("第三方收到征求意见书")},
	[EV_CONSULT_ANSWERED] = {"consult_answered", N_("第三方答复")},
	[EV_COAGENCY_SENT] = {"coagency_sent", N_("征求其他机关意见"), "exclude_coagency"},
	[EV_COAGENCY_REACHED] = {"coagency_reached", N_("其他机关收到征求意见函")},
	[EV_COAGENCY_ANSWERED] = {"coagency_answered", N_("其他机关答复")},
	[EV_EXTENDED] = {"extended", N_("延期答复"), "extend_wd"},
	[EV_REASONS_ASKED] = {"reasons_asked", N_("要求说明理由")},
	[EV_DELAYED] = {"delayed", N_("确定合理延迟期限")},
	[EV_FEE_NOTIFIED] = {"fee_notified", N_("收费通知送达"), "fee_payment_wd"},
	[EV_FEE_PAID] = {"fee_paid", N_("缴清费用"), "fee_restarts"},
	[EV_TASK_GIVEN] = {"task_given", N_("交办")},
	[EV_TASK_DONE] = {"task_done", N_("承办部门回复")},
	[EV_EVIDENCE_ASKED] = {"evidence_asked", N_("收到举证通知")},
	[EV_EVIDENCE_FILED] = {"evidence_filed", N_("提交答辩和证据")},
	[EV_ANSWERED] = {"answered", N_("答复")},
	[EV_CLOSED] = {"closed", N_("办结")},
	[EV_REOPENED] = {"reopened", N_("责令重新答复")},
};

static const struct {
	const char *name, *label, *param;
} keys[CLOCK_KEYS] = {
	[CLOCK_ANSWER] = {"answer", N_("答复期限"), "answer_wd"},
	[CLOCK_CLARIFY_NOTICE] = {"clarify_notice", N_("发出补正告知期限"), "clarify_notice_wd"},
	[CLOCK_CLARIFY_REPLY] = {"clarify_reply", N_("补正期限"), "clarify_reply_wd"},
	[CLOCK_THIRD_PARTY] = {"third_party", N_("第三方答复期限"), "third_party_wd"},
	[CLOCK_COAGENCY] = {"coagency", N_("其他机关答复期限"), "coagency_wd"},
	[CLOCK_FEE_PAYMENT] = {"fee_payment", N_("缴费期限"), "fee_payment_wd"},
	[CLOCK_TASK] = {"task", N_("交办期限")},
	[CLOCK_CORRECTION] = {"correction", N_("更正办理目标"), "correction_wd"},
	[CLOCK_EVIDENCE] = {"evidence", N_("举证期限")},
};

const char *clock_event_name(enum clock_event_kind kind)
{
	return events[kind].name;
}

const char *clock_event_label(enum clock_event_kind kind)
{
	return tr(events[kind].label);
}

const char *clock_event_article(const struct ruleset *r, enum clock_event_kind kind)
{
	if (kind == EV_REASONS_ASKED || kind == EV_DELAYED)
		return _("条例35");
	return rule_article(r, events[kind].param);
}

bool clock_event_parse(const char *name, enum clock_event_kind *out)
{
	for (int i = EV_NONE + 1; i < EV_KINDS; i++)
		if (!strcmp(events[i].name, name)) {
			*out = (enum clock_event_kind)i;
			return true;
		}
	return false;
}

const char *clock_key_name(enum clock_key key)
{
	return keys[key].name;
}

const char *clock_key_label(enum clock_key key)
{
	return tr(keys[key].label);
}

const char *clock_key_article(const struct ruleset *r, enum clock_key key)
{
	return rule_article(r, keys[key].param);
}
