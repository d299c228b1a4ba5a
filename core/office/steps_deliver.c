/* Handing over the answer: the first time, once more when it came back, and mending what was recorded. */
#include <string.h>

#include "gen/q_letter.h"
#include "gen/q_step.h"
#include "gen/q_steps.h"
#include "law/delivery.h"
#include "office/identity_check.h"
#include "office/letter.h"
#include "office/letter_remedy.h"
#include "office/steps.h"

struct delivered {
	int64_t row;
	daynum on;
	const char *again; /* why it was sent once more; NULL: it is the answer */
};

/* The letter of the answer that stands; INT_NONE. */
static int64_t letter_served(struct step *s)
{
	int64_t letter;
	const char *kind = letter_of_outcome(s->office, &s->c.matter);
	struct err none = {0};
	if (!kind)
		return INT_NONE;
	struct q *q = q_open(s->office->store, &Q_letter_standing);
	q_int(q, "matter_id", s->c.matter.row);
	q_text(q, "kind", kind);
	return q_one_int(q, &letter, &none) ? letter : INT_NONE;
}

bool step_delivery_put(struct step *s, const struct step_args *a, const char *method, daynum served, struct err *e)
{
	struct q *q = q_open(s->office->store, &Q_delivery_insert);
	q_int(q, "matter_id", s->c.matter.row);
	q_int(q, "letter_id", letter_served(s));
	q_text(q, "method", method);
	q_day(q, "on", a->on);
	q_text(q, "carrier", a->carrier);
	q_text(q, "waybill", a->waybill);
	q_text(q, "signer", a->signer);
	q_text(q, "server", a->server);
	q_day(q, "served_on", served);
	q_text(q, "again", a->again);
	bool done = q_run(q, e);
	q_end(q);
	return done;
}

/* 关务公开规定20: a record about oneself is handed over to who has shown who it is. */
static bool identity_shown(const struct step *s)
{
	struct identity_check seen;
	struct err none = {0};
	return identity_check_load(s->office, s->c.matter.row, s->arena, &seen, &none) && seen.on != DAY_NONE;
}

/* What a reader of the delivered letter would object to: dated after it was served; by e-mail, without the internet channel for a review
 * (行政复议法22). */
static const char *delivery_doubt(struct step *s, const struct step_args *a)
{
	const char *kind = letter_of_outcome(s->office, &s->c.matter);
	struct err none = {0};
	struct letter l;
	int64_t id;
	char iso[DAY_ISO];
	if (!kind || !letter_newest(s->office, s->c.matter.row, kind, &id, &none) || !letter_load(s->office, id, s->arena, &l, &none))
		return NULL;
	if (l.date > a->on)
		return arena_printf(s->arena, _("送达日期早于答复书的日期 %s"), day_iso(l.date, iso));
	const struct remedy *r = remedy_on(s->office->law, REMEDY_ALT, l.date);
	if (strcmp(a->method, "email") == 0 && r && r->internet && strstr(l.doc, _("申请行政复议")) && !strstr(l.doc, _("互联网渠道")))
		return _("以电子邮件送达，答复书没有写明网上申请复议的渠道（行政复议法22）：出具时写 --slot route=email");
	return NULL;
}

/* Not before the decision, nor before `least`; by a way the law knows. */
static bool put_checked(struct step *s, struct step_args *a, daynum least, struct err *e)
{
	struct q *q = q_open(s->office->store, &Q_decision_current);
	struct err none = {0};
	q_int(q, "matter_id", s->c.matter.row);
	if (q_row(q, &none) && (least == DAY_NONE || q_get_day(q, "decided_on") > least))
		least = q_get_day(q, "decided_on");
	q_end(q);
	return step_day(s, "on", &a->on, least, e) &&
		delivery_check(&(struct delivery_record){a->method, a->carrier, a->waybill, a->signer, a->on}, e) &&
		step_delivery_put(s, a, a->method, a->on, e);
}

static const char *objection(struct step *s, const struct step_args *a)
{
	if (s->c.clock.late)
		return _("答复晚于期限");
	if (strcmp(s->c.matter.kind, "correction") == 0 && !identity_shown(s))
		return _("没有核对申请人身份的记录（关务公开规定20）");
	return delivery_doubt(s, a);
}

bool step_deliver(struct verb_call *call, struct err *e)
{
	struct step_args *a = call->args;
	struct step s;
	struct event_row ev = EVENT_ROW;
	if (!step_begin(call, &s, e) || !put_checked(&s, a, DAY_NONE, e))
		return false;
	ev.day = a->on;
	if (!step_end(&s, &ev, DAY_NONE, e))
		return false;
	call->warning = objection(&s, a);
	call->result = arena_printf(s.arena, _("%s 已送达"), s.c.matter.number);
	return true;
}

static bool last_delivery(struct step *s, struct delivered *out, struct err *e)
{
	struct q *q = q_open(s->office->store, &Q_delivery_last);
	q_int(q, "matter_id", s->c.matter.row);
	bool found = q_row(q, e);
	if (found)
		*out = (struct delivered){q_get_int(q, "id"), q_get_day(q, "sent_on"), q_get_text(q, "again", s->arena)};
	q_end(q);
	return found;
}

/* Came back, was refused, went to an old address: sent once more. The day of the answer is that of the first time (国办公开办函〔2016〕235号). */
bool step_deliver_again(struct verb_call *call, struct err *e)
{
	struct step_args *a = call->args;
	struct step s;
	struct delivered last;
	a->again = a->reason;
	if (!step_begin(call, &s, e) || !last_delivery(&s, &last, e) || !put_checked(&s, a, last.on, e) || !step_end(&s, NULL, DAY_NONE, e))
		return false;
	call->result = arena_printf(s.arena, _("%s 已再次送达，答复之日仍是首次送达之日"), s.c.matter.number);
	return true;
}

static bool strike(struct step *s, const struct delivered *last, const char *reason, struct err *e)
{
	struct q *q = q_open(s->office->store, &Q_delivery_void);
	q_int(q, "id", last->row);
	q_day(q, "on", desk_today(s->office->desk));
	q_text(q, "reason", reason);
	bool done = q_run_one(q, e);
	q_end(q);
	if (!done || last->again)
		return done;
	q = q_open(s->office->store, &Q_delivery_unanswer);
	q_int(q, "matter_id", s->c.matter.row);
	q_day(q, "on", desk_today(s->office->desk));
	done = q_run_one(q, e);
	q_end(q);
	return done;
}

/* Without a way of delivery only what is named changes. */
static void as_recorded(struct office *o, int64_t id, struct step_args *a, struct arena *arena)
{
	struct step_args was = {.on = DAY_NONE};
	suggest_deliver_fix(o, id, &was, arena);
	a->method = was.method;
	a->on = a->on == DAY_NONE ? was.on : a->on;
	a->carrier = a->carrier ? a->carrier : was.carrier;
	a->waybill = a->waybill ? a->waybill : was.waybill;
	a->signer = a->signer ? a->signer : was.signer;
	a->server = a->server ? a->server : was.server;
}

/* A record that was typed wrong: struck out with its reason, written anew; the clock follows the new day where it was the answer. */
bool step_deliver_fix(struct verb_call *call, struct err *e)
{
	struct step_args *a = call->args;
	struct step s;
	struct delivered last;
	struct event_row ev = EVENT_ROW;
	if (!a->method)
		as_recorded(call->office, call->subject_id, a, call->arena);
	if (!step_begin(call, &s, e) || !last_delivery(&s, &last, e) || !strike(&s, &last, a->reason, e))
		return false;
	a->again = last.again;
	if (!put_checked(&s, a, DAY_NONE, e))
		return false;
	ev.day = a->on;
	if (!step_end(&s, last.again ? NULL : &ev, DAY_NONE, e))
		return false;
	call->warning = objection(&s, a);
	call->result = arena_printf(s.arena, _("%s 已更正送达登记"), s.c.matter.number);
	return true;
}
