/* Steps that move the date: extension (条例33), reasons and a reasonable delay (条例35), fees (国办函〔2020〕109号). */
#include <string.h>

#include "base/text.h"
#include "gen/q_steps.h"
#include "law/fee.h"
#include "office/setting.h"
#include "office/steps.h"

static bool approval(const struct step *s, struct step_args *a, daynum on, struct err *e)
{
	char iso[DAY_ISO];
	if (a->approved_on != DAY_NONE && a->approved_on > on)
		return err_field(e, "approved_on", _("批准日期晚于 %s"), day_iso(on, iso));
	if (a->approved_by && setting_flag(s->office, "two_person", on) && strcmp(a->approved_by, s->office->operator_name) == 0)
		return err_field(e, "approved_by", _("双人制：批准人不能是经办人本人"));
	return true;
}

/* The applicant must have been told before the old date is over (条例33). */
bool step_extend(struct verb_call *call, struct err *e)
{
	struct step_args *a = call->args;
	struct step s;
	char iso[DAY_ISO];
	struct event_row ev = EVENT_ROW;
	if (!step_begin(call, &s, e) || !step_day(&s, "notified", &a->notified, DAY_NONE, e) || !approval(&s, a, a->notified, e))
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

/* Which request of this applicant in the calendar month of its receipt. */
static bool nth_of_month(struct step *s, int64_t *n, struct err *e)
{
	int year, month, day;
	const struct matter *m = &s->c.matter;
	const char *name = NULL, *identity = NULL;
	struct q *q = q_open(s->office->store, &Q_matter_applicant);
	q_int(q, "matter_id", m->row);
	if (q_row(q, e)) {
		name = q_get_text(q, "name_key", s->arena);
		identity = q_get_text(q, "identity_key", s->arena);
	}
	q_end(q);
	if (!name)
		return false;
	day_split(m->received, &year, &month, &day);
	q = q_open(s->office->store, &Q_fee_nth);
	q_day(q, "first", day_make(year, month, 1));
	q_day(q, "last", day_make(year, month, day_month_length(year, month)));
	q_day(q, "received", m->received);
	q_int(q, "id", m->row);
	q_text(q, "identity", identity);
	q_text(q, "name_key", name);
	return q_one_int(q, n, e);
}

/* What is to be given, as far as its papers are counted. */
static bool pages_provided(struct step *s, int64_t *n, struct err *e)
{
	struct q *q = q_open(s->office->store, &Q_fee_pages);
	q_int(q, "id", s->c.matter.row);
	return q_one_int(q, n, e);
}

static bool amount(struct step *s, struct step_args *a, int64_t *out, struct err *e)
{
	bool pages = strcmp(a->basis, "pages") == 0;
	if (s->c.rules->fee == FEE_COST)
		return err_set(e, ERR_RULE, _("2008年规则的检索、复制、邮寄费按当地标准收取，没有统一的计费表"));
	if (a->quantity == INT_NONE && !(pages ? pages_provided(s, &a->quantity, e) : nth_of_month(s, &a->quantity, e)))
		return false;
	if (a->quantity == INT_NONE || a->quantity < 1 || a->quantity > 1000000)
		return err_field(e, "quantity", pages ? _("请填页数，或者先登记要提供的信息的页数") : _("请填当月第几件"));
	*out = pages ? fee_of_pages(s->office->law, s->c.matter.received, (int)a->quantity) :
		fee_of_nth(s->office->law, s->c.matter.received, (int)a->quantity);
	if (*out <= 0)
		return err_set(e, ERR_RULE, pages ? _("%lld页以内不收取信息处理费") : _("当月第%lld件不收取信息处理费"), (long long)a->quantity);
	return true;
}

bool step_fee(struct verb_call *call, struct err *e)
{
	struct step_args *a = call->args;
	struct step s;
	struct event_row ev = EVENT_ROW;
	int64_t money = 0;
	if (!step_begin(call, &s, e) || !step_day(&s, "notified", &a->notified, DAY_NONE, e) || !amount(&s, a, &money, e))
		return false;
	struct q *q = q_open(s.office->store, &Q_fee_insert);
	q_int(q, "matter_id", s.c.matter.row);
	q_text(q, "basis", a->basis);
	q_int(q, "quantity", a->quantity);
	q_int(q, "amount", money);
	q_day(q, "notified", a->notified);
	bool done = q_run(q, e);
	q_end(q);
	ev.day = a->notified;
	if (!done || !step_end(&s, &ev, DAY_NONE, e))
		return false;
	call->result = step_result(&s, arena_printf(s.arena, _("已发收费通知 %lld.%02lld 元"), (long long)money / 100, (long long)money % 100));
	return true;
}

bool step_paid(struct verb_call *call, struct err *e)
{
	struct step_args *a = call->args;
	struct step s;
	struct event_row ev = EVENT_ROW;
	int64_t fee;
	struct err end = {0};
	if (!step_begin(call, &s, e) || !step_day(&s, "on", &a->on, step_event_day(&s, EV_FEE_NOTIFIED), e))
		return false;
	struct q *q = q_open(s.office->store, &Q_fee_open);
	q_int(q, "matter_id", s.c.matter.row);
	if (!q_one_int(q, &fee, &end))
		return end.code ? err_set(e, end.code, "%s", end.text) : err_set(e, ERR_RULE, _("没有未缴的费用"));
	q = q_open(s.office->store, &Q_fee_paid);
	q_int(q, "id", fee);
	q_day(q, "on", a->on);
	bool done = q_run_one(q, e);
	q_end(q);
	ev.day = a->on;
	if (!done || !step_end(&s, &ev, DAY_NONE, e))
		return false;
	call->result = step_result(&s, _("已登记缴费"));
	return true;
}
