/* Steps that wait for somebody: the applicant (clarify), third parties and other agencies (consult), the office's own units. */
#include <string.h>

#include "base/text.h"
#include "gen/q_steps.h"
#include "law/disclosure.h"
#include "office/directory.h"
#include "office/party.h"
#include "office/steps.h"

bool step_day(const struct step *s, const char *field, daynum *day, daynum least, struct err *e)
{
	char iso[DAY_ISO];
	const struct field *f = s->call && s->call->verb->args ? record_field(s->call->verb->args, field) : NULL;
	const char *label = f && *f->label ? tr(f->label) : _("日期");
	daynum today = desk_today(s->office->desk), received = s->c.matter.received;
	char day_text[DAY_ISO];
	if (*day == DAY_NONE)
		*day = today;
	if (*day > today)
		return err_field(e, field, _("%s %s 在今天之后"), label, day_iso(*day, iso));
	if (received != DAY_NONE && *day < received)
		return err_field(e, field, _("%s %s 早于收到之日 %s"), label, day_iso(*day, day_text), day_iso(received, iso));
	if (least != DAY_NONE && *day < least)
		return err_field(e, field, _("%s %s 早于 %s"), label, day_iso(*day, day_text), day_iso(least, iso));
	return true;
}

daynum step_event_day(const struct step *s, enum clock_event_kind kind)
{
	daynum last = DAY_NONE;
	for (size_t i = 0; i < s->c.nevents; i++)
		if (s->c.events[i].kind == kind && s->c.events[i].day > last)
			last = s->c.events[i].day;
	return last;
}

static bool after(const char *field, daynum until, daynum on, struct err *e)
{
	char iso[DAY_ISO];
	return until == DAY_NONE || until > on || err_field(e, field, _("期限应在 %s 之后"), day_iso(on, iso));
}

bool step_clarify(struct verb_call *call, struct err *e)
{
	struct step_args *a = call->args;
	struct step s;
	struct event_row ev = EVENT_ROW;
	if (!step_begin(call, &s, e) || !step_day(&s, "on", &a->on, step_event_day(&s, EV_EXTENDED), e) || !after("until", a->until, a->on, e))
		return false;
	for (size_t i = 0; i < s.c.nsubs; i++)
		if (s.c.subs[i].key == CLOCK_CLARIFY_NOTICE && s.c.subs[i].due != DAY_NONE && a->on > s.c.subs[i].due)
			call->warning = _("补正告知晚于收到申请之日起7个工作日（条例30）");
	ev.day = a->on;
	ev.until = a->until;
	ev.note = a->items;
	if (!step_end(&s, &ev, DAY_NONE, e))
		return false;
	call->result = step_result(&s, _("已要求补正"));
	return true;
}

bool step_clarified(struct verb_call *call, struct err *e)
{
	struct step_args *a = call->args;
	struct step s;
	struct event_row ev = EVENT_ROW;
	if (!step_begin(call, &s, e) || !step_day(&s, "on", &a->on, step_event_day(&s, EV_CLARIFY_SENT), e))
		return false;
	ev.day = a->on;
	if (!step_end(&s, &ev, DAY_NONE, e))
		return false;
	call->result = step_result(&s, _("已收到补正"));
	return true;
}

bool step_lapse(struct verb_call *call, struct err *e)
{
	struct step_args *a = call->args;
	struct step s;
	struct event_row ev = EVENT_ROW;
	char iso[DAY_ISO];
	if (!step_begin(call, &s, e) || !step_day(&s, "on", &a->on, DAY_NONE, e))
		return false;
	if (a->on <= s.c.clock.counter_due)
		return err_field(e, "on", _("期限到 %s 才届满"), day_iso(s.c.clock.counter_due, iso));
	ev.day = a->on;
	const char *outcome = outcome_of_lapse(s.c.clock.counter);
	if (!step_outcome(&s, a, outcome, e) || !step_end(&s, &ev, DAY_NONE, e))
		return false;
	call->result = step_result(&s, _("已按逾期不再处理"));
	return true;
}

struct consultation {
	int64_t id, party_id;
	daynum sent, reached;
	bool found;
};

static bool find_open(struct step *s, const char *name, bool third, struct consultation *out, struct err *e)
{
	struct err end = {0};
	*out = (struct consultation){0};
	struct q *q = q_open(s->office->store, &Q_consultation_open);
	q_int(q, "matter_id", s->c.matter.row);
	q_text(q, "name_key", text_key(s->arena, name));
	q_int(q, "third", third);
	out->found = q_row(q, &end);
	if (out->found)
		*out = (struct consultation){q_get_int(q, "id"), q_get_int(q, "party_id"), q_get_day(q, "sent"), q_get_day(q, "reached"), true};
	q_end(q);
	return end.code == ERR_NONE || err_set(e, end.code, "%s", end.text);
}

static bool span_event(struct step *s, enum clock_event_kind kind, daynum day, daynum until, const struct consultation *c, struct err *e)
{
	struct event_row ev = EVENT_ROW;
	ev.kind = kind;
	ev.day = day;
	ev.until = until;
	ev.span = (int)c->id;
	ev.party_id = c->party_id;
	return matter_event_add(s->office, s->c.matter.row, &ev, e);
}

static bool reached(struct step *s, struct consultation *c, daynum day, bool third, struct err *e)
{
	struct q *q = q_open(s->office->store, &Q_consultation_reached);
	q_int(q, "id", c->id);
	q_day(q, "reached", day);
	bool done = q_run_one(q, e);
	q_end(q);
	return done && span_event(s, third ? EV_CONSULT_REACHED : EV_COAGENCY_REACHED, day, DAY_NONE, c, e);
}

static bool send(struct step *s, const char *name, const char *kind, daynum sent, daynum until, struct consultation *c, struct err *e)
{
	struct party party = {.name = name};
	bool third = strcmp(kind, "third_party") == 0;
	if (!party_put(s->office, s->c.matter.row, third ? "third_party" : "agency", &party, s->arena, &c->party_id, e))
		return false;
	struct q *q = q_open(s->office->store, &Q_consultation_insert);
	q_int(q, "matter_id", s->c.matter.row);
	q_int(q, "party_id", c->party_id);
	q_text(q, "kind", kind);
	q_day(q, "sent", sent);
	bool done = q_run(q, e);
	q_end(q);
	c->id = store_last_id(s->office->store);
	return done && span_event(s, third ? EV_CONSULT_SENT : EV_COAGENCY_SENT, sent, until, c, e);
}

/* A letter goes out, or an earlier one is now known to have arrived. */
static bool ask_other(struct verb_call *call, const char *name, const char *kind, const char *field, struct err *e)
{
	struct step_args *a = call->args;
	struct step s;
	struct consultation c;
	bool third = strcmp(kind, "third_party") == 0;
	daynum until = third ? a->until : DAY_NONE; /* an agency's limit is the law's */
	if (!step_begin(call, &s, e) || !find_open(&s, name, third, &c, e))
		return false;
	if (c.found && (a->reached == DAY_NONE || c.reached != DAY_NONE))
		return err_field(e, field, _("已在征求“%s”的意见"), name);
	if (!c.found && (!step_day(&s, "sent", &a->sent, DAY_NONE, e) || !after("until", until, a->sent, e)))
		return false;
	if (a->reached != DAY_NONE && !step_day(&s, "reached", &a->reached, c.found ? c.sent : a->sent, e))
		return false;
	if (!c.found && !send(&s, name, kind, a->sent, until, &c, e))
		return false;
	if (a->reached != DAY_NONE && !reached(&s, &c, a->reached, third, e))
		return false;
	if (!step_end(&s, NULL, DAY_NONE, e))
		return false;
	if (third && s.c.rules->third_party_wd == 0 && until == DAY_NONE && !c.found)
		call->warning = _("没有写明答复期限：等到登记意见为止，逾期不答的登记“未答复”");
	call->result = step_result(&s, c.found ? _("已登记收到征求意见书") : _("已征求意见"));
	return true;
}

bool step_consult(struct verb_call *call, struct err *e)
{
	const struct step_args *a = call->args;
	return ask_other(call, a->party, "third_party", "party", e);
}

bool step_coagency(struct verb_call *call, struct err *e)
{
	const struct step_args *a = call->args;
	return ask_other(call, a->body, a->kind, "body", e);
}

/* Silence is told only when the time to speak is over; a letter that never arrived has no such time, nor has a case that is at its end. */
static bool silence(const struct step *s, const struct consultation *c, bool third, daynum on, struct err *e)
{
	char iso[DAY_ISO];
	for (size_t i = 0; i < s->c.nsubs && s->c.clock.state != CLOCK_DONE; i++) {
		const struct clock_sub *k = &s->c.subs[i];
		if (k->key != (third ? CLOCK_THIRD_PARTY : CLOCK_COAGENCY) || k->span != (int)c->id || k->due == DAY_NONE || on > k->due)
			continue;
		return err_field(e, "answer", _("答复期限到 %s 才届满，届满后才能登记未答复"), day_iso(k->due, iso));
	}
	return true;
}

static bool answered(struct verb_call *call, const char *name, bool third, const char *field, struct err *e)
{
	struct step_args *a = call->args;
	struct step s;
	struct consultation c;
	if (!step_begin(call, &s, e) || !find_open(&s, name, third, &c, e))
		return false;
	if (!c.found)
		return err_field(e, field, _("没有向“%s”征求意见，或者已经答复"), name);
	if (!step_day(&s, "on", &a->on, c.reached != DAY_NONE ? c.reached : c.sent, e))
		return false;
	if (strcmp(a->answer, "none") == 0 && !silence(&s, &c, third, a->on, e))
		return false;
	if (third && strcmp(a->answer, "object") == 0 && text_is_blank(a->reasons) && objection_rule(s.c.matter.ruleset)->needs_reasons)
		return err_field(e, "reasons", _("不同意公开应当有理由（条例32）；没有说明的写“未说明理由”，由本机关决定"));
	struct q *q = q_open(s.office->store, &Q_consultation_answered);
	q_int(q, "id", c.id);
	q_day(q, "answered", a->on);
	q_text(q, "answer", a->answer);
	q_text(q, "reasons", a->reasons);
	bool done = q_run_one(q, e);
	q_end(q);
	if (!done || !span_event(&s, third ? EV_CONSULT_ANSWERED : EV_COAGENCY_ANSWERED, a->on, DAY_NONE, &c, e) ||
		!step_end(&s, NULL, DAY_NONE, e))
		return false;
	if (third && strcmp(a->answer, "object") == 0 && strcmp(s.c.matter.state, proc_state_name(STATE_DECIDED)) == 0)
		call->warning = _("决定已经作出，答复还没有送达：第三方不同意公开，请核对决定");
	call->result = step_result(&s, _("已登记意见"));
	return true;
}

bool step_opinion(struct verb_call *call, struct err *e)
{
	return answered(call, ((const struct step_args *)call->args)->party, true, "party", e);
}

bool step_coagency_reply(struct verb_call *call, struct err *e)
{
	return answered(call, ((const struct step_args *)call->args)->body, false, "body", e);
}
