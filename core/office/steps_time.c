/* Steps that move the date: extension (条例33), reasons and a reasonable delay (条例35). */
#include <string.h>

#include "base/text.h"
#include "office/setting.h"
#include "office/steps.h"

/* The person at the desk, however the name is written, or the login. */
static bool by_operator(const struct step *s, const char *name)
{
	const struct office *o = s->office;
	const char *key = text_key(s->arena, name);
	return strcmp(key, text_key(s->arena, o->operator_name)) == 0 || strcmp(key, text_key(s->arena, o->login)) == 0;
}

bool step_two_persons(const struct step *s, const char *field, const char *approver, daynum on, struct err *e)
{
	if (setting_flag(s->office, "two_person", on) && (text_is_blank(approver) || by_operator(s, approver)))
		return err_field(e, field, _("双人制：须由经办人以外的人批准"));
	return true;
}

bool step_approval(const struct step *s, const struct step_args *a, daynum on, struct err *e)
{
	char iso[DAY_ISO];
	if (a->approved_on != DAY_NONE && a->approved_on > on)
		return err_field(e, "approved_on", _("批准日期晚于 %s"), day_iso(on, iso));
	if (a->approved_on != DAY_NONE && s->c.matter.received != DAY_NONE && a->approved_on < s->c.matter.received)
		return err_field(e, "approved_on", _("批准日期早于收到之日 %s"), day_iso(s->c.matter.received, iso));
	return step_two_persons(s, "approved_by", a->approved_by, on, e);
}

/* The applicant must have been told before the old date is over (条例33). */
bool step_extend(struct verb_call *call, struct err *e)
{
	struct step_args *a = call->args;
	struct step s;
	char iso[DAY_ISO];
	struct event_row ev = EVENT_ROW;
	if (!step_begin(call, &s, e) || !step_day(&s, "notified", &a->notified, DAY_NONE, e) || !step_approval(&s, a, a->notified, e))
		return false;
	int most = s.c.rules->extend_wd;
	if (a->days < 1 || a->days > most)
		return err_field(e, "days", _("延长的期限为1至%d个工作日"), most);
	if (s.c.due != DAY_NONE && a->notified > s.c.due)
		return err_set(e, ERR_RULE, _("延期应当在答复期限 %s 届满前告知申请人"), day_iso(s.c.due, iso));
	ev.day = a->notified;
	ev.days = (int)a->days;
	ev.note = a->reason;
	ev.approved_by = a->approved_by;
	ev.approved_on = a->approved_on;
	ev.approval_ref = a->approval_ref;
	if (!step_end(&s, &ev, DAY_NONE, e))
		return false;
	call->result = step_result(&s, arena_printf(s.arena, _("已延期%d个工作日"), (int)a->days));
	return true;
}

bool step_ask_reasons(struct verb_call *call, struct err *e)
{
	struct step_args *a = call->args;
	struct step s;
	struct event_row ev = EVENT_ROW;
	if (!step_begin(call, &s, e) || !step_day(&s, "on", &a->on, DAY_NONE, e))
		return false;
	ev.day = a->on;
	ev.until = a->until;
	ev.note = a->reasons;
	if (!step_end(&s, &ev, DAY_NONE, e))
		return false;
	call->result = step_result(&s, _("已要求说明理由"));
	return true;
}

bool step_delay(struct verb_call *call, struct err *e)
{
	struct step_args *a = call->args;
	struct step s;
	struct event_row ev = EVENT_ROW;
	if (!step_begin(call, &s, e) || !step_day(&s, "on", &a->on, step_event_day(&s, EV_REASONS_ASKED), e))
		return false;
	if (a->until <= a->on || (s.c.due != DAY_NONE && a->until <= s.c.due))
		return err_field(e, "until", _("延迟期限应当晚于答复期限"));
	ev.day = a->on;
	ev.until = a->until;
	ev.note = a->reason;
	if (!step_end(&s, &ev, DAY_NONE, e))
		return false;
	call->result = step_result(&s, _("已确定合理延迟期限"));
	return true;
}
