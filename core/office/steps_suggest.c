/* What a form of the procedure begins with: whom the case waits for, where that is one only. */
#include "gen/q_steps.h"
#include "office/steps.h"

/* The only name the query gives; NULL when there are none or several. */
static const char *only_name(struct q *q, struct arena *a)
{
	struct err none = {0};
	const char *name = q_row(q, &none) ? q_get_text(q, "name", a) : NULL;
	if (name && q_row(q, &none))
		name = NULL;
	q_end(q);
	return name;
}

static const char *waited_for(struct office *o, int64_t id, bool third, bool unreached, struct arena *a)
{
	struct q *q = q_open(o->store, &Q_steps_waiting);
	q_int(q, "matter_id", id);
	q_int(q, "third", third);
	q_int(q, "unreached", unreached);
	return only_name(q, a);
}

/* Asked already: what is still to be told is when the letter arrived. */
void suggest_consult(struct office *o, int64_t id, void *args, struct arena *a)
{
	((struct step_args *)args)->party = waited_for(o, id, true, true, a);
}

/* Who stands at the counter gets the paper at once. */
void suggest_answer_now(struct office *o, int64_t id, void *args, struct arena *a)
{
	(void)o, (void)id, (void)a;
	((struct step_args *)args)->letter = 1;
}

void suggest_opinion(struct office *o, int64_t id, void *args, struct arena *a)
{
	((struct step_args *)args)->party = waited_for(o, id, true, false, a);
}

void suggest_agency_reply(struct office *o, int64_t id, void *args, struct arena *a)
{
	((struct step_args *)args)->body = waited_for(o, id, false, false, a);
}

void suggest_reply(struct office *o, int64_t id, void *args, struct arena *a)
{
	struct q *q = q_open(o->store, &Q_steps_waiting_unit);
	q_int(q, "matter_id", id);
	((struct step_args *)args)->unit = only_name(q, a);
}

void suggest_shelve(struct office *o, int64_t id, void *args, struct arena *a)
{
	struct step_args *s = args;
	struct matter_case c;
	struct err none = {0};
	if (!matter_load(o, id, a, &c, &none))
		return;
	s->archive_number = c.matter.archive_number;
	s->retention = c.matter.retention;
}

/* What is wrong is one field, seldom all. */
void suggest_deliver_fix(struct office *o, int64_t id, void *args, struct arena *a)
{
	struct step_args *s = args;
	struct err none = {0};
	struct q *q = q_open(o->store, &Q_delivery_last);
	q_int(q, "matter_id", id);
	if (q_row(q, &none)) {
		s->method = q_get_text(q, "method", a);
		s->on = q_get_day(q, "sent_on");
		s->carrier = q_get_text(q, "carrier", a);
		s->waybill = q_get_text(q, "waybill", a);
		s->signer = q_get_text(q, "signer", a);
		s->server = q_get_text(q, "server", a);
	}
	q_end(q);
}
