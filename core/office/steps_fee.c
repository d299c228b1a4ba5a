/* Fees: 信息处理费 by request or by page (国办函〔2020〕109号), the cost fees of 条例(2008)27 and their waiver (28). */
#include <string.h>

#include "base/text.h"
#include "gen/q_steps.h"
#include "law/fee.h"
#include "office/request.h"
#include "office/steps.h"

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

/* The pages of what is provided, as its papers say. */
static bool pages_provided(struct step *s, int64_t *n, struct err *e)
{
	struct q *q = q_open(s->office->store, &Q_fee_pages);
	q_int(q, "id", s->c.matter.row);
	if (!q_one_int(q, n, e))
		return false;
	if (*n <= 0)
		*n = INT_NONE;
	return true;
}

/* By the page only what is handed out: paper, e-mail, copied data; reading at the desk has no pages. */
static bool check_pages(struct step *s, struct step_args *a, struct err *e)
{
	struct request r;
	if (!request_typed(s->office, s->c.matter.row, s->arena, &r, NULL, e))
		return false;
	if (r.route && strcmp(r.route, "onsite") == 0)
		return err_field(e, "basis", _("当场阅读、抄录的不按量计收（国办函〔2020〕109号）"));
	return a->quantity != INT_NONE || pages_provided(s, &a->quantity, e);
}

static bool processing_fee(struct step *s, struct step_args *a, int64_t *out, struct err *e)
{
	bool pages = strcmp(a->basis, "pages") == 0;
	int64_t counted = INT_NONE;
	if (pages ? !check_pages(s, a, e) : !nth_of_month(s, &counted, e))
		return false;
	if (!pages && a->quantity == INT_NONE)
		a->quantity = counted;
	else if (!pages && a->quantity != counted) /* one form may hold several requests; an applicant may go by two names */
		s->call->warning = arena_printf(s->arena, _("本关登记为该申请人当月第%lld件"), (long long)counted);
	if (a->quantity == INT_NONE || a->quantity < 1 || a->quantity > 1000000)
		return err_field(e, "quantity", pages ? _("请填页数，或者先登记要提供的信息的页数") : _("请填当月第几件"));
	*out = pages ? fee_of_pages(s->office->law, s->c.matter.received, (int)a->quantity) :
		fee_of_nth(s->office->law, s->c.matter.received, (int)a->quantity);
	if (*out <= 0)
		return err_set(e, ERR_RULE, pages ? _("%lld页以内不收取信息处理费") : _("当月第%lld件不收取信息处理费"), (long long)a->quantity);
	return true;
}

/* What was really spent on searching, copying and posting; the local tariff is the office's. */
static bool cost_fee(struct step_args *a, int64_t *out, struct err *e)
{
	const struct { const char *field; int64_t *money; } costs[] = {
		{"search_fee", &a->search_fee}, {"copy_fee", &a->copy_fee}, {"post_fee", &a->post_fee},
	};
	*out = 0;
	for (size_t i = 0; i < sizeof costs / sizeof *costs; i++) {
		int64_t money = *costs[i].money;
		if (money != INT_NONE && (money < 0 || money > FEE_COST_MAX))
			return err_field(e, costs[i].field, _("金额应为0至%lld元"), (long long)FEE_COST_MAX / 100);
		*out += money == INT_NONE ? 0 : money;
	}
	if (a->quantity != INT_NONE)
		return err_field(e, "quantity", _("成本费按实际发生的检索、复制、邮寄费用填金额，不填数量"));
	return *out > 0 || err_field(e, "search_fee", _("请填实际发生的检索费、复制费、邮寄费"));
}

/* The fee of the law of the day of receipt, and no other. */
static bool amount(struct step *s, struct step_args *a, int64_t *out, struct err *e)
{
	bool cost = strcmp(a->basis, "cost") == 0;
	if (cost != (s->c.rules->fee == FEE_COST))
		return err_field(e, "basis", cost ? _("2019年规则只收信息处理费，不收检索、复制、邮寄成本费（条例42）") :
			_("2008年规则只收检索、复制、邮寄成本费（条例(2008)27）"));
	if (cost)
		return cost_fee(a, out, e);
	if (a->search_fee > 0 || a->copy_fee > 0 || a->post_fee > 0)
		return err_field(e, "basis", _("信息处理费按件或者按量计收，不填成本费"));
	return processing_fee(s, a, out, e);
}

static const char *yuan(struct arena *a, int64_t money)
{
	return arena_printf(a, "%lld.%02lld", (long long)money / 100, (long long)money % 100);
}

bool step_fee(struct verb_call *call, struct err *e)
{
	struct step_args *a = call->args;
	struct step s;
	struct event_row ev = EVENT_ROW;
	int64_t money = 0;
	if (!step_begin(call, &s, e) || !step_day(&s, "notified", &a->notified, step_event_day(&s, EV_EXTENDED), e) || !amount(&s, a, &money, e))
		return false;
	struct q *q = q_open(s.office->store, &Q_fee_insert);
	q_int(q, "matter_id", s.c.matter.row);
	q_text(q, "basis", a->basis);
	q_int(q, "quantity", a->quantity);
	q_int(q, "amount", money);
	q_int(q, "search_fee", a->search_fee);
	q_int(q, "copy_fee", a->copy_fee);
	q_int(q, "post_fee", a->post_fee);
	q_day(q, "notified", a->notified);
	bool done = q_run(q, e);
	q_end(q);
	ev.day = a->notified;
	if (!done || !step_end(&s, &ev, DAY_NONE, e))
		return false;
	call->result = step_result(&s, arena_printf(s.arena, _("已发收费通知 %s 元"), yuan(s.arena, money)));
	return true;
}

struct open_fee {
	int64_t row, amount, waived;
	daynum notified;
};

/* The fee that is neither paid nor waived in full. */
static bool open_fee(struct step *s, struct open_fee *out, struct err *e)
{
	struct err end = {0};
	struct q *q = q_open(s->office->store, &Q_fee_open);
	q_int(q, "matter_id", s->c.matter.row);
	bool found = q_row(q, &end);
	if (found)
		*out = (struct open_fee){q_get_int(q, "id"), q_get_int(q, "amount"), q_get_int(q, "waived"), q_get_day(q, "notified")};
	q_end(q);
	if (found)
		return true;
	return end.code ? err_set(e, end.code, "%s", end.text) : err_set(e, ERR_RULE, _("没有未缴的费用"));
}

bool step_paid(struct verb_call *call, struct err *e)
{
	struct step_args *a = call->args;
	struct step s;
	struct open_fee fee;
	struct event_row ev = EVENT_ROW;
	if (!step_begin(call, &s, e) || !open_fee(&s, &fee, e) || !step_day(&s, "on", &a->on, fee.notified, e))
		return false;
	struct q *q = q_open(s.office->store, &Q_fee_paid);
	q_int(q, "id", fee.row);
	q_day(q, "on", a->on);
	bool done = q_run_one(q, e);
	q_end(q);
	ev.day = a->on;
	if (!done || !step_end(&s, &ev, DAY_NONE, e))
		return false;
	call->result = step_result(&s, _("已登记缴费"));
	return true;
}

/* 条例(2008)28, 关务公开规定24: a citizen in real hardship asks for it, the head of the disclosure office agrees. */
static bool check_waiver(struct step *s, struct step_args *a, const struct open_fee *fee, struct err *e)
{
	struct request r;
	const struct choice *c = choice_find(fee_hardships, a->hardship);
	if (!request_typed(s->office, s->c.matter.row, s->arena, &r, NULL, e))
		return false;
	if (!fee_waiver_for(s->c.matter.ruleset, r.applicant.applicant_kind))
		return err_set(e, ERR_RULE, _("%s 的申请人不是公民，不能减免费用（条例(2008)28）"), s->c.matter.number);
	if (a->amount == INT_NONE)
		a->amount = fee->amount - fee->waived;
	if (a->amount < 1 || a->amount > fee->amount - fee->waived)
		return err_field(e, "amount", _("减免金额应为0.01至%s元"), yuan(s->arena, fee->amount - fee->waived));
	if (c && fee_hardship_exempt(c->code) && a->amount != fee->amount - fee->waived)
		return err_field(e, "amount", _("%s应当免收全部费用"), tr(c->label));
	if (a->applied_on != DAY_NONE && a->applied_on > a->on)
		return err_field(e, "applied_on", _("本人申请的日期晚于减免的日期"));
	return step_approval(s, a, a->on, e);
}

bool step_waive(struct verb_call *call, struct err *e)
{
	struct step_args *a = call->args;
	struct step s;
	struct open_fee fee;
	if (!step_begin(call, &s, e) || !open_fee(&s, &fee, e) || !step_day(&s, "on", &a->on, fee.notified, e) || !check_waiver(&s, a, &fee, e))
		return false;
	struct q *q = q_open(s.office->store, &Q_fee_waived);
	q_int(q, "id", fee.row);
	q_int(q, "waived", fee.waived + a->amount);
	q_text(q, "hardship", a->hardship);
	q_text(q, "reason", a->reason);
	q_day(q, "applied_on", a->applied_on);
	q_text(q, "approved_by", a->approved_by);
	q_day(q, "approved_on", a->approved_on);
	q_text(q, "approval_ref", a->approval_ref);
	q_day(q, "on", a->on);
	bool done = q_run_one(q, e);
	q_end(q);
	if (!done || !step_end(&s, NULL, DAY_NONE, e))
		return false;
	int64_t rest = fee.amount - fee.waived - a->amount;
	call->result = rest ? arena_printf(s.arena, _("%s 减免 %s 元，还应缴 %s 元"), s.c.matter.number, yuan(s.arena, a->amount), yuan(s.arena, rest)) :
		arena_printf(s.arena, _("%s 免收费用 %s 元"), s.c.matter.number, yuan(s.arena, a->amount));
	return true;
}
