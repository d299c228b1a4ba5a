#include "law/clock_private.h"

/* Where the list of clocks is written, and what every one of them needs. */
struct subs {
	struct run m;
	daynum today;
	struct clock_sub *out;
	size_t max, n;
};

static void add(struct subs *s, struct clock_sub sub)
{
	sub.running = sub.ended == DAY_NONE;
	sub.provisional = sub.due != DAY_NONE && calendar_provisional(s->m.c, sub.start, sub.due);
	if (s->n < s->max)
		s->out[s->n] = sub;
	s->n++;
}

/* The first event after i that ends what i began: one of `kinds`, of the same span where spans matter, or the end of the case. */
static daynum end_of(const struct subs *s, size_t i, unsigned kinds, bool same_span)
{
	const struct clock_event *ev = s->m.ev;
	for (size_t j = i + 1; j < s->m.n; j++)
		if ((kinds >> ev[j].kind & 1) && (!same_span || ev[j].span == ev[i].span))
			return ev[j].day;
	return DAY_NONE;
}

static daynum earlier(daynum a, daynum b)
{
	if (a == DAY_NONE || b == DAY_NONE)
		return a == DAY_NONE ? b : a;
	return a < b ? a : b;
}

/* A limit that ends by itself: nothing can be kept or missed after its last day. */
static daynum run_out(const struct subs *s, daynum due)
{
	return due != DAY_NONE && s->today != DAY_NONE && s->today > due ? due : DAY_NONE;
}

enum { CASE_ENDS = 1 << EV_ANSWERED | 1 << EV_CLOSED };

static void add_answer(struct subs *s)
{
	const struct clock *k = s->m.k;
	add(s, (struct clock_sub){
		.key = k->key, .start = k->start, .due = k->due,
		.ended = k->state == CLOCK_DONE ? k->done : k->state == CLOCK_STOPPED ? k->stopped : DAY_NONE,
	});
	if (s->n <= s->max)
		s->out[s->n - 1].provisional = k->provisional;
}

static void add_clarify_notice(struct subs *s, size_t i)
{
	const struct run *m = &s->m;
	if (m->r->clarify_notice_wd <= 0)
		return;
	daynum due = calendar_add(m->c, m->ev[i].day, m->r->clarify_notice_wd);
	daynum ended = end_of(s, i, 1 << EV_CLARIFY_SENT | CASE_ENDS, false);
	add(s, (struct clock_sub){.key = CLOCK_CLARIFY_NOTICE, .start = m->ev[i].day, .due = due, .ended = earlier(ended, run_out(s, due))});
}

static void add_counter(struct subs *s, size_t i, enum clock_key key, daynum due, enum clock_event_kind kept)
{
	const struct clock_event *e = &s->m.ev[i];
	daynum ended = end_of(s, i, 1u << kept | 1 << EV_LAPSED | 1 << EV_REOPENED | CASE_ENDS, false);
	add(s, (struct clock_sub){.key = key, .start = e->day, .due = due, .ended = ended});
}

static void add_consultation(struct subs *s, size_t i)
{
	const struct clock_event *e = &s->m.ev[i];
	bool third = e->kind == EV_CONSULT_SENT;
	struct span span;
	span_read(&s->m, i, s->today, &span);
	daynum ended = earlier(span.answered, end_of(s, i, CASE_ENDS, false));
	add(s, (struct clock_sub){
		.key = third ? CLOCK_THIRD_PARTY : CLOCK_COAGENCY, .span = e->span, .name = e->name,
		.start = span.reached != DAY_NONE ? span.reached : e->day, .due = span.limit, .ended = earlier(ended, run_out(s, span.limit)),
	});
}

static void add_task(struct subs *s, size_t i)
{
	const struct clock_event *e = &s->m.ev[i];
	daynum ended = earlier(end_of(s, i, 1 << EV_TASK_DONE, true), end_of(s, i, CASE_ENDS, false));
	add(s, (struct clock_sub){.key = CLOCK_TASK, .span = e->span, .name = e->name, .start = e->day, .due = e->until, .ended = ended});
}

/* Of a review or a suit, which come after the case is answered. */
static void add_evidence(struct subs *s, size_t i)
{
	const struct clock_event *e = &s->m.ev[i];
	daynum due = e->until;
	if (due == DAY_NONE)
		due = e->calendar_days ? calendar_roll(s->m.c, e->day + e->days) : calendar_add(s->m.c, e->day, e->days);
	daynum ended = end_of(s, i, 1 << EV_EVIDENCE_FILED, true);
	add(s, (struct clock_sub){.key = CLOCK_EVIDENCE, .span = e->span, .name = e->name, .start = e->day, .due = due, .ended = ended});
}

/* `changed`: the event moved the answer clock. */
static void add_of_event(struct subs *s, size_t i, bool changed)
{
	const struct clock_event *e = &s->m.ev[i];
	switch (e->kind) {
	case EV_RECEIVED:
		if (changed)
			add_clarify_notice(s, i);
		break;
	case EV_CLARIFY_SENT:
		if (changed)
			add_counter(s, i, CLOCK_CLARIFY_REPLY, clarify_limit(&s->m, e), EV_CLARIFIED);
		break;
	case EV_FEE_NOTIFIED:
		if (changed)
			add_counter(s, i, CLOCK_FEE_PAYMENT, fee_limit(&s->m, e), EV_FEE_PAID);
		break;
	case EV_CONSULT_SENT:
	case EV_COAGENCY_SENT:
		add_consultation(s, i);
		break;
	case EV_TASK_GIVEN:
		add_task(s, i);
		break;
	case EV_EVIDENCE_ASKED:
		add_evidence(s, i);
		break;
	default:
		break;
	}
}

size_t clock_subs(const struct calendar *c, const struct ruleset *r, const struct clock_event *ev, size_t n, daynum today,
	struct clock_sub *out, size_t max)
{
	struct clock k, scratch;
	clock_run_on(c, r, ev, n, today, &k);
	struct subs s = {.m = run_new(c, r, ev, n, today, &scratch), .today = today, .out = out, .max = max};
	s.m.k = &k;
	if (k.state != CLOCK_IDLE)
		add_answer(&s);
	struct run again = run_new(c, r, ev, n, today, &scratch);
	for (size_t i = 0; i < n; i++)
		add_of_event(&s, i, run_step(&again, i));
	return s.n;
}
