#include "law/clock_private.h"

/* --- consultations -------------------------------------------------------------------------------------------------------------- */

static daynum min_known(daynum a, daynum b)
{
	if (a == DAY_NONE || b == DAY_NONE)
		return a == DAY_NONE ? b : a;
	return a < b ? a : b;
}

/* The day of the first later event of that kind and span. */
static daynum later(const struct run *m, size_t i, enum clock_event_kind kind)
{
	for (size_t j = i + 1; j < m->n; j++)
		if (m->ev[j].kind == kind && m->ev[j].span == m->ev[i].span)
			return m->ev[j].day;
	return DAY_NONE;
}

/* Third parties have the statutory days from their receipt, or the day the old law's letter names; other bodies from dispatch if their
 * receipt is not known. */
static daynum consult_limit(const struct run *m, const struct clock_event *e, const struct span *s)
{
	bool third = e->kind == EV_CONSULT_SENT;
	int wd = third ? m->r->third_party_wd : m->r->coagency_wd;
	if (wd <= 0)
		return e->until;
	if (s->reached != DAY_NONE)
		return calendar_add(m->c, s->reached, wd);
	return third ? DAY_NONE : calendar_add(m->c, e->day, wd);
}

bool span_read(const struct run *m, size_t i, daynum as_of, struct span *out)
{
	const struct clock_event *e = &m->ev[i];
	bool third = e->kind == EV_CONSULT_SENT;
	if (!third && e->kind != EV_COAGENCY_SENT)
		return false;
	*out = (struct span){.name = e->name};
	out->reached = later(m, i, third ? EV_CONSULT_REACHED : EV_COAGENCY_REACHED);
	out->answered = later(m, i, third ? EV_CONSULT_ANSWERED : EV_COAGENCY_ANSWERED);
	out->limit = consult_limit(m, e, out);
	daynum end = min_known(out->answered, out->limit);
	if (out->answered == DAY_NONE) {
		out->open = as_of == DAY_NONE || out->limit == DAY_NONE || as_of < out->limit;
		end = as_of == DAY_NONE ? e->day : min_known(as_of, out->limit);
	}
	if (end < e->day)
		end = e->day;
	out->from = m->r->boundary == EXCLUDE_BOTH ? e->day - 1 : e->day;
	out->to = m->r->boundary == EXCLUDE_BETWEEN ? end - 1 : end;
	return true;
}

bool span_excluded(const struct run *m, size_t i, daynum as_of, struct span *out)
{
	bool wanted = m->ev[i].kind == EV_CONSULT_SENT ? m->r->exclude_third_party : m->r->exclude_coagency;
	return wanted && span_read(m, i, as_of, out);
}

/* Working days of (from, to] that a consultation takes out; overlapping ones count once. */
static int excluded_days(const struct run *m, daynum from, daynum to, daynum as_of)
{
	int days = 0;
	daynum done = from;
	for (size_t i = 0; i < m->n; i++) {
		struct span s;
		if (!span_excluded(m, i, as_of, &s))
			continue;
		daynum a = s.from > done ? s.from : done, b = s.to < to ? s.to : to;
		if (b <= a)
			continue;
		days += calendar_count(m->c, a, b);
		done = b;
	}
	return days;
}

/* The day on which the last of k->limit days is counted, consultations left out. */
static daynum due_day(const struct run *m, daynum as_of)
{
	struct clock *k = m->k;
	daynum at = k->start;
	int left = k->limit;
	k->excluded = 0;
	for (size_t i = 0; i < m->n; i++) {
		struct span s;
		if (!span_excluded(m, i, as_of, &s) || (s.to <= at && !s.open))
			continue;
		daynum from = s.from > at ? s.from : at;
		int counted = calendar_count(m->c, at, from);
		if (counted >= left)
			break;
		k->moving |= s.open;
		if (s.to <= from)
			continue;
		left -= counted;
		k->excluded += calendar_count(m->c, from, s.to);
		at = s.to;
	}
	return calendar_add(m->c, at, left);
}

/* --- counter-clocks --------------------------------------------------------------------------------------------------------------- */

static daynum limit_or(const struct run *m, const struct clock_event *e, int wd)
{
	return e->until != DAY_NONE ? e->until : calendar_add(m->c, e->day, wd > 0 ? wd : m->r->answer_wd);
}

daynum clarify_limit(const struct run *m, const struct clock_event *e)
{
	return limit_or(m, e, m->r->clarify_reply_wd);
}

daynum fee_limit(const struct run *m, const struct clock_event *e)
{
	return limit_or(m, e, m->r->fee_payment_wd);
}

/* --- events ------------------------------------------------------------------------------------------------------------------------- */

static int full_limit(const struct run *m)
{
	return m->k->key == CLOCK_CORRECTION ? m->r->correction_wd : m->r->answer_wd;
}

static void begin(struct run *m, daynum day, int limit)
{
	m->k->state = CLOCK_RUNNING;
	m->k->start = day;
	m->k->limit = limit;
	m->k->extended = 0;
	m->k->due = m->k->stopped = m->k->counter_due = m->k->delayed = DAY_NONE;
	m->k->left = 0;
}

static bool on_received(struct run *m, const struct clock_event *e)
{
	if (m->k->state != CLOCK_IDLE)
		return false;
	m->k->key = e->kind == EV_CORRECTION ? CLOCK_CORRECTION : CLOCK_ANSWER;
	m->k->received = e->day;
	begin(m, e->day, full_limit(m));
	return true;
}

static bool stop(struct run *m, const struct clock_event *e, enum clock_key counter, daynum counter_due)
{
	struct clock *k = m->k;
	if (k->state != CLOCK_RUNNING)
		return false;
	int used = calendar_count(m->c, k->start, e->day) - excluded_days(m, k->start, e->day, e->day);
	k->state = CLOCK_STOPPED;
	k->stopped = e->day;
	k->left = used < k->limit ? k->limit - used : 0;
	k->counter = counter;
	k->counter_due = counter_due;
	return true;
}

/* The whole period anew, or what was left of it. */
static bool resume(struct run *m, daynum day, enum clock_key counter, bool restarts)
{
	struct clock *k = m->k;
	if (k->state != CLOCK_STOPPED || k->counter != counter)
		return false;
	if (!m->r->extension_spent)
		k->extensions = 0;
	begin(m, day, restarts ? full_limit(m) : k->left);
	return true;
}

static bool on_clarify_sent(struct run *m, const struct clock_event *e)
{
	if (!stop(m, e, CLOCK_CLARIFY_REPLY, clarify_limit(m, e)))
		return false;
	m->k->clarifications++;
	return true;
}

static bool on_clarified(struct run *m, const struct clock_event *e)
{
	return resume(m, e->day, CLOCK_CLARIFY_REPLY, m->r->clarify_restarts);
}

static bool on_fee_notified(struct run *m, const struct clock_event *e)
{
	/* The cost fees of the old law do not touch the clock. */
	return m->r->fee == FEE_PROCESSING && stop(m, e, CLOCK_FEE_PAYMENT, fee_limit(m, e));
}

static bool on_fee_paid(struct run *m, const struct clock_event *e)
{
	return resume(m, e->day, CLOCK_FEE_PAYMENT, m->r->fee_restarts);
}

static bool on_extended(struct run *m, const struct clock_event *e)
{
	if (m->k->state != CLOCK_RUNNING || e->days <= 0)
		return false;
	m->k->limit += e->days;
	m->k->extended += e->days;
	m->k->extensions++;
	return true;
}

static bool on_delayed(struct run *m, const struct clock_event *e)
{
	if (m->k->state != CLOCK_RUNNING || e->until == DAY_NONE || e->until < e->day)
		return false;
	m->k->delayed = e->until;
	return true;
}

/* The due date is settled before the state says that nothing runs any more. */
static bool finish(struct run *m, const struct clock_event *e, bool answered)
{
	struct clock *k = m->k;
	if (k->state != CLOCK_RUNNING && k->state != CLOCK_STOPPED)
		return false;
	bool ran = k->state == CLOCK_RUNNING;
	k->due = !ran ? DAY_NONE : k->delayed != DAY_NONE ? k->delayed : due_day(m, e->day);
	k->moving = false;
	k->state = CLOCK_DONE;
	k->done = e->day;
	k->answered = answered;
	k->late = answered && ran && e->day > k->due;
	k->stopped = k->counter_due = DAY_NONE;
	k->left = 0;
	return true;
}

static bool on_answered(struct run *m, const struct clock_event *e)
{
	return finish(m, e, true);
}

static bool on_closed(struct run *m, const struct clock_event *e)
{
	return finish(m, e, false);
}

static bool on_lapsed(struct run *m, const struct clock_event *e)
{
	return m->k->state == CLOCK_STOPPED && finish(m, e, false);
}

/* A case passed on while it waited was decided and never answered: the order begins a period all the same. */
static bool on_reopened(struct run *m, const struct clock_event *e)
{
	struct clock *k = m->k;
	if (k->state == CLOCK_IDLE)
		return false;
	begin(m, e->day, e->days > 0 ? e->days : full_limit(m));
	k->delayed = e->until;
	k->done = DAY_NONE;
	k->answered = k->late = false;
	return true;
}

bool run_step(struct run *m, size_t i)
{
	static bool (*const on[EV_KINDS])(struct run *, const struct clock_event *) = {
		[EV_RECEIVED] = on_received, [EV_CORRECTION] = on_received, [EV_CLARIFY_SENT] = on_clarify_sent, [EV_CLARIFIED] = on_clarified,
		[EV_LAPSED] = on_lapsed, [EV_EXTENDED] = on_extended, [EV_DELAYED] = on_delayed, [EV_FEE_NOTIFIED] = on_fee_notified,
		[EV_FEE_PAID] = on_fee_paid, [EV_ANSWERED] = on_answered, [EV_CLOSED] = on_closed, [EV_REOPENED] = on_reopened,
	};
	const struct clock_event *e = &m->ev[i];
	BUG_ON(e->kind >= EV_KINDS || e->day == DAY_NONE);
	return on[e->kind] && on[e->kind](m, e);
}

/* --- the run -------------------------------------------------------------------------------------------------------------------------- */

struct run run_new(const struct calendar *c, const struct ruleset *r, const struct clock_event *ev, size_t n, daynum as_of, struct clock *k)
{
	*k = (struct clock){
		.state = CLOCK_IDLE, .received = DAY_NONE, .start = DAY_NONE, .due = DAY_NONE, .delayed = DAY_NONE, .stopped = DAY_NONE,
		.projected = DAY_NONE, .counter_due = DAY_NONE, .done = DAY_NONE,
	};
	return (struct run){.c = c, .r = r, .ev = ev, .n = n, .as_of = as_of, .k = k};
}

void run_finish(struct run *m)
{
	struct clock *k = m->k;
	daynum hangs_on = k->due;
	if (k->state == CLOCK_RUNNING) {
		daynum counted = due_day(m, m->as_of);
		hangs_on = k->due = k->delayed != DAY_NONE ? k->delayed : counted;
		k->moving &= k->delayed == DAY_NONE;
	} else if (k->state == CLOCK_STOPPED) {
		bool restarts = k->counter == CLOCK_CLARIFY_REPLY ? m->r->clarify_restarts : m->r->fee_restarts;
		k->projected = calendar_add(m->c, k->counter_due, restarts ? full_limit(m) : k->left);
		hangs_on = k->counter_due;
	}
	/* A date that was named, not counted, hangs on no notice. */
	if (k->delayed == DAY_NONE && k->start != DAY_NONE && hangs_on != DAY_NONE)
		k->provisional = calendar_missing(m->c, k->start, hangs_on, &k->missing, 1) > 0;
}

void clock_run_on(const struct calendar *c, const struct ruleset *r, const struct clock_event *ev, size_t n, daynum today, struct clock *out)
{
	struct run m = run_new(c, r, ev, n, today, out);
	for (size_t i = 0; i < n; i++)
		run_step(&m, i);
	run_finish(&m);
}

void clock_run(const struct calendar *c, const struct ruleset *r, const struct clock_event *ev, size_t n, struct clock *out)
{
	clock_run_on(c, r, ev, n, DAY_NONE, out);
}

bool clock_extension_late(const struct calendar *c, const struct ruleset *r, const struct clock_event *ev, size_t n, daynum *told, daynum *due)
{
	struct clock k;
	struct run m = run_new(c, r, ev, n, DAY_NONE, &k);
	for (size_t i = 0; i < n; i++) {
		struct clock then = k;
		if (ev[i].kind == EV_EXTENDED && k.state == CLOCK_RUNNING) {
			*told = ev[i].day;
			*due = k.delayed != DAY_NONE ? k.delayed : due_day(&m, ev[i].day);
			k = then;
			if (*due < *told)
				return true;
		}
		run_step(&m, i);
	}
	return false;
}

bool clock_event_lost(const struct calendar *c, const struct ruleset *r, const struct clock_event *ev, size_t n, enum clock_event_kind kind,
	daynum day)
{
	static const bool moves[EV_KINDS] = {[EV_CLARIFY_SENT] = true, [EV_CLARIFIED] = true, [EV_LAPSED] = true, [EV_EXTENDED] = true,
		[EV_DELAYED] = true, [EV_FEE_NOTIFIED] = true, [EV_FEE_PAID] = true, [EV_REOPENED] = true};
	bool lost = false, fee = kind == EV_FEE_NOTIFIED || kind == EV_FEE_PAID;
	struct clock k;
	struct run m = run_new(c, r, ev, n, DAY_NONE, &k);
	if (!moves[kind] || (fee && r->fee != FEE_PROCESSING))
		return false;
	for (size_t i = 0; i < n; i++) {
		bool moved = run_step(&m, i);
		if (ev[i].kind == kind && ev[i].day == day)
			lost = !moved;
	}
	return lost;
}

static int used_until(const struct run *m, const struct clock *k, daynum day)
{
	return calendar_count(m->c, k->start, day) - excluded_days(m, k->start, day, day);
}

int clock_used(const struct calendar *c, const struct ruleset *r, const struct clock_event *ev, size_t n, daynum today)
{
	struct clock k, before;
	struct run m = run_new(c, r, ev, n, today, &k);
	int used = -1;
	for (size_t i = 0; i < n; i++) {
		before = k;
		if (run_step(&m, i) && k.state == CLOCK_DONE)
			used = used_until(&m, &before, before.state == CLOCK_STOPPED ? before.stopped : k.done);
	}
	if (k.state == CLOCK_RUNNING || k.state == CLOCK_STOPPED)
		used = used_until(&m, &k, k.state == CLOCK_STOPPED ? k.stopped : today);
	return used < 0 ? -1 : used;
}
