/* Random histories of a case against a slow oracle that knows the rules only day by day. */
#include "tests/test.h"
#include "base/str.h"
#include "law/badge.h"
#include "law/ledger.h"
#include "tests/law/dice.h"
#include "tests/law/naive.h"

#include <string.h>

enum { HISTORIES = 120000, EVENTS = 16 };

struct history {
	struct ruleset r;
	struct clock_event ev[EVENTS];
	size_t n;
	daynum today;
};

/* --- dice ------------------------------------------------------------------------------------------------------------------------ */

/* Whether an event makes sense where it stands is left to chance; the engine must pass over what does not. */
static struct clock_event throw_event(struct dice *dice, daynum day)
{
	static const enum clock_event_kind kinds[] = {
		EV_CLARIFY_SENT, EV_CLARIFIED, EV_CLARIFIED, EV_LAPSED, EV_CONSULT_SENT, EV_CONSULT_SENT, EV_CONSULT_REACHED, EV_CONSULT_REACHED,
		EV_CONSULT_ANSWERED, EV_CONSULT_ANSWERED, EV_COAGENCY_SENT, EV_COAGENCY_REACHED, EV_COAGENCY_ANSWERED, EV_EXTENDED, EV_REASONS_ASKED,
		EV_DELAYED, EV_FEE_NOTIFIED, EV_FEE_PAID, EV_FEE_PAID, EV_TASK_GIVEN, EV_TASK_DONE, EV_ANSWERED, EV_CLOSED, EV_REOPENED,
	};
	struct clock_event e = CLOCK_NO_EVENT;
	e.kind = kinds[dice_roll(dice, sizeof kinds / sizeof *kinds)];
	e.day = day;
	e.span = dice_roll(dice, 3);
	if (dice_roll(dice, 3) == 0)
		e.until = day + dice_roll(dice, 40);
	if (e.kind == EV_EXTENDED || (e.kind == EV_REOPENED && dice_roll(dice, 2)))
		e.days = 1 + dice_roll(dice, 20);
	return e;
}

static struct history throw_history(struct dice *dice, const struct law *l)
{
	struct history h = {.r = l->rulesets[dice_roll(dice, 2)], .n = 1};
	h.r.boundary = (enum exclusion_boundary)dice_roll(dice, 3);
	h.r.clarify_restarts = dice_roll(dice, 5) > 0;
	h.r.fee_restarts = dice_roll(dice, 5) > 0;
	daynum day = day_make(2008, 5, 1) + dice_roll(dice, 6400);
	h.ev[0] = CLOCK_NO_EVENT;
	h.ev[0].kind = dice_roll(dice, 9) ? EV_RECEIVED : EV_CORRECTION;
	h.ev[0].day = day;
	int more = dice_roll(dice, EVENTS);
	while (more-- > 0) {
		day += dice_roll(dice, 9);
		h.ev[h.n++] = throw_event(dice, day);
	}
	h.today = day + dice_roll(dice, 50);
	return h;
}

/* --- the oracle -------------------------------------------------------------------------------------------------------------------- */

struct oracle {
	const struct naive *o;
	const struct history *h;
	const char *state; /* "running" "stopped" "done" */
	daynum start, delayed, done, stopped, counter_due;
	int limit, left;
	bool for_clarification;
};

/* First later event of a kind, by looking at all of them. */
static daynum answer_to(const struct history *h, size_t sent, enum clock_event_kind kind)
{
	daynum found = DAY_NONE;
	for (size_t i = h->n; i-- > sent + 1;)
		if (h->ev[i].kind == kind && h->ev[i].span == h->ev[sent].span)
			found = h->ev[i].day;
	return found;
}

/* Is the day inside a consultation, seen from as_of? */
static bool out_of_count(const struct oracle *k, daynum d, daynum as_of)
{
	const struct history *h = k->h;
	for (size_t i = 0; i < h->n; i++) {
		bool third = h->ev[i].kind == EV_CONSULT_SENT;
		if (!third && h->ev[i].kind != EV_COAGENCY_SENT)
			continue;
		if (third ? !h->r.exclude_third_party : !h->r.exclude_coagency)
			continue;
		daynum sent = h->ev[i].day, limit = DAY_NONE;
		daynum reached = answer_to(h, i, third ? EV_CONSULT_REACHED : EV_COAGENCY_REACHED);
		daynum end = answer_to(h, i, third ? EV_CONSULT_ANSWERED : EV_COAGENCY_ANSWERED);
		if (third && h->r.third_party_wd == 0)
			limit = h->ev[i].until;
		else if (reached != DAY_NONE)
			limit = naive_add(k->o, reached, third ? h->r.third_party_wd : h->r.coagency_wd);
		else if (!third)
			limit = naive_add(k->o, sent, h->r.coagency_wd);
		if (end == DAY_NONE)
			end = as_of;
		if (limit != DAY_NONE && limit < end)
			end = limit;
		if (end < sent)
			end = sent;
		daynum first = h->r.boundary == EXCLUDE_BOTH ? sent : sent + 1;
		daynum last = h->r.boundary == EXCLUDE_BETWEEN ? end - 1 : end;
		if (d >= first && d <= last)
			return true;
	}
	return false;
}

static int counted(const struct oracle *k, daynum from, daynum to, daynum as_of)
{
	int n = 0;
	for (daynum d = from + 1; d <= to; d++)
		n += naive_worked(k->o, d) && !out_of_count(k, d, as_of);
	return n;
}

static daynum due_of(const struct oracle *k, daynum as_of)
{
	if (k->delayed != DAY_NONE)
		return k->delayed;
	daynum d = k->start;
	for (int n = 0; n < k->limit;) {
		d++;
		n += naive_worked(k->o, d) && !out_of_count(k, d, as_of);
	}
	return d;
}

static int full(const struct history *h)
{
	return h->ev[0].kind == EV_CORRECTION ? h->r.correction_wd : h->r.answer_wd;
}

static void stop(struct oracle *k, const struct clock_event *e, bool clarification, int wd)
{
	int used = counted(k, k->start, e->day, e->day);
	k->state = "stopped";
	k->stopped = e->day;
	k->left = k->limit > used ? k->limit - used : 0;
	k->for_clarification = clarification;
	k->counter_due = e->until != DAY_NONE ? e->until : naive_add(k->o, e->day, wd);
}

static void start(struct oracle *k, daynum day, int limit)
{
	k->state = "running";
	k->start = day;
	k->limit = limit;
	k->delayed = DAY_NONE;
}

/* Reads the history once, in its order. */
static void tell(struct oracle *k, const struct clock_event *e)
{
	const struct ruleset *r = &k->h->r;
	bool runs = !strcmp(k->state, "running"), stopped = !strcmp(k->state, "stopped"), done = !strcmp(k->state, "done");
	if (e->kind == EV_CLARIFY_SENT && runs)
		stop(k, e, true, r->clarify_reply_wd);
	else if (e->kind == EV_FEE_NOTIFIED && runs && r->fee == FEE_PROCESSING)
		stop(k, e, false, r->fee_payment_wd);
	else if (e->kind == EV_CLARIFIED && stopped && k->for_clarification)
		start(k, e->day, r->clarify_restarts ? full(k->h) : k->left);
	else if (e->kind == EV_FEE_PAID && stopped && !k->for_clarification)
		start(k, e->day, r->fee_restarts ? full(k->h) : k->left);
	else if (e->kind == EV_EXTENDED && runs)
		k->limit += e->days;
	else if (e->kind == EV_DELAYED && runs && e->until != DAY_NONE)
		k->delayed = e->until;
	else if ((e->kind == EV_ANSWERED || e->kind == EV_CLOSED) && !done) {
		k->state = "done";
		k->done = e->day;
		k->stopped = stopped ? k->stopped : DAY_NONE;
	} else if (e->kind == EV_LAPSED && stopped) {
		k->state = "done";
		k->done = e->day;
	} else if (e->kind == EV_REOPENED) {
		start(k, e->day, e->days ? e->days : full(k->h));
		k->delayed = e->until;
		k->stopped = DAY_NONE;
	}
	if (!strcmp(k->state, "running"))
		k->stopped = DAY_NONE;
}

/* --- the comparison --------------------------------------------------------------------------------------------------------------------- */

static const char *describe(const struct history *h)
{
	struct str s = str_new(t_arena);
	char iso[DAY_ISO];
	str_printf(&s, "%s %s\n", h->r.code, boundary_name(h->r.boundary));
	for (size_t i = 0; i < h->n; i++) {
		str_printf(&s, "%s %s days=%d span=%d", day_iso(h->ev[i].day, iso), clock_event_name(h->ev[i].kind), h->ev[i].days, h->ev[i].span);
		str_printf(&s, " until=%s\n", day_iso(h->ev[i].until, iso));
	}
	str_printf(&s, "today %s", day_iso(h->today, iso));
	return s.s;
}

#define SAME(h, what, is, wanted)                                                                                      \
	do {                                                                                                           \
		if ((is) != (wanted))                                                                                  \
			fail_msg("%s is %d, not %d\n%s", what, (int)(is), (int)(wanted), describe(h));                 \
	} while (0)

static void compare(const struct calendar *c, const struct oracle *k, const struct clock *out)
{
	const struct history *h = k->h;
	if (!strcmp(k->state, "running")) {
		SAME(h, "state", out->state, CLOCK_RUNNING);
		SAME(h, "due", out->due, due_of(k, h->today));
		SAME(h, "provisional", out->provisional, k->delayed == DAY_NONE && calendar_provisional(c, k->start, out->due));
	} else if (!strcmp(k->state, "stopped")) {
		SAME(h, "state", out->state, CLOCK_STOPPED);
		SAME(h, "left", out->left, k->left);
		SAME(h, "counter", out->counter_due, k->counter_due);
		SAME(h, "due of a stopped clock", out->due, DAY_NONE);
		bool restarts = k->for_clarification ? h->r.clarify_restarts : h->r.fee_restarts;
		SAME(h, "projected", out->projected, naive_add(k->o, k->counter_due, restarts ? full(h) : k->left));
	} else {
		SAME(h, "state", out->state, CLOCK_DONE);
		SAME(h, "done", out->done, k->done);
		SAME(h, "due", out->due, k->stopped != DAY_NONE ? DAY_NONE : due_of(k, k->done));
		SAME(h, "late", out->late, out->answered && out->due != DAY_NONE && k->done > out->due);
	}
}

/* The ledger is without gaps, numbers its days 1, 2, 3 … in every period, and ends on the due date. */
static void check_ledger(const struct calendar *c, const struct history *h, const struct clock *k, struct arena *a)
{
	struct clock_ledger l;
	clock_explain(c, &h->r, h->ev, h->n, h->today, a, &l);
	SAME(h, "due of the ledger", l.due, k->due);
	assert_true(l.n > 0 && l.lines[0].kind == LINE_START);
	int count = 0;
	daynum last = DAY_NONE;
	for (size_t i = 0; i < l.n; i++) {
		const struct clock_line *line = &l.lines[i];
		if (i)
			SAME(h, "day of the ledger", line->date, line->kind == LINE_START && line->date == l.lines[i - 1].date ? line->date : l.lines[i - 1].date + 1);
		if (line->kind == LINE_START)
			count = 0;
		if (!line->counted)
			continue;
		SAME(h, "count", line->counted, ++count);
		SAME(h, "worked", calendar_is_working(c, line->date), true);
		last = line->date;
	}
	if (k->state != CLOCK_RUNNING || k->delayed != DAY_NONE)
		return;
	SAME(h, "days counted", count, k->limit);
	if (count)
		SAME(h, "last counted", last, k->due);
}

/* What is true of every history, whatever the rules say. */
static void check_invariants(const struct calendar *c, const struct history *h, const struct clock *k)
{
	struct clock base, next;
	if (k->state == CLOCK_RUNNING)
		assert_true(k->due != DAY_NONE);
	if (k->state == CLOCK_STOPPED)
		assert_true(k->counter_due != DAY_NONE && k->left >= 0);
	clock_run(c, &h->r, h->ev, h->n, &base);
	clock_run_on(c, &h->r, h->ev, h->n, h->today + 1, &next);
	SAME(h, "state without a day", base.state, k->state);
	if (k->state == CLOCK_RUNNING) {
		if (base.due > k->due || k->due > next.due)
			fail_msg("the due date moves back\n%s", describe(h));
		if (!k->moving && next.due != k->due)
			fail_msg("it moves and does not say so\n%s", describe(h));
	}
	struct clock_sub subs[EVENTS + 2];
	size_t n = clock_subs(c, &h->r, h->ev, h->n, h->today, subs, EVENTS + 2);
	assert_true(n <= h->n + 2);
	bool counter = false;
	for (size_t i = 0; i < n; i++) {
		assert_true(subs[i].running == (subs[i].ended == DAY_NONE));
		counter |= subs[i].running && subs[i].key == k->counter;
	}
	if (k->state == CLOCK_STOPPED && !counter)
		fail_msg("it stopped and nothing runs instead\n%s", describe(h));
	struct badge b = clock_badge(c, k, h->today, BADGE_STEPS);
	assert_true((b.level == BADGE_DONE) == (k->state == CLOCK_DONE) && *b.text);
}

TEST(random_histories_agree_with_a_day_by_day_oracle)
{
	struct calendar *c = calendar_embedded(t_arena);
	struct law *l = law_embedded(t_arena);
	struct naive *naive = naive_new();
	struct dice dice = {20190515};
	int running = 0, stopped = 0;
	for (int i = 0; i < HISTORIES; i++) {
		struct history h = throw_history(&dice, l);
		struct oracle k = {.o = naive, .h = &h, .state = "running", .start = h.ev[0].day, .delayed = DAY_NONE, .stopped = DAY_NONE};
		k.limit = full(&h);
		for (size_t j = 1; j < h.n; j++)
			tell(&k, &h.ev[j]);
		struct clock out;
		clock_run_on(c, &h.r, h.ev, h.n, h.today, &out);
		compare(c, &k, &out);
		check_invariants(c, &h, &out);
		running += out.state == CLOCK_RUNNING;
		stopped += out.state == CLOCK_STOPPED;
	}
	assert_true(running > HISTORIES / 5 && stopped > HISTORIES / 20);
}

TEST(random_histories_are_explained_without_a_gap)
{
	struct calendar *c = calendar_embedded(t_arena);
	struct law *l = law_embedded(t_arena);
	struct dice dice = {711};
	struct arena scratch = {0};
	for (int i = 0; i < 20000; i++) {
		struct history h = throw_history(&dice, l);
		struct clock out;
		clock_run_on(c, &h.r, h.ev, h.n, h.today, &out);
		check_ledger(c, &h, &out, &scratch);
		arena_reset(&scratch);
	}
	arena_free(&scratch);
}

/* As the case stood on the day of the telling, with nothing known of what came after. */
static bool told_late(const struct calendar *c, const struct history *h)
{
	for (size_t i = 0; i < h->n; i++) {
		struct clock then;
		clock_run_on(c, &h->r, h->ev, i, h->ev[i].day, &then);
		if (h->ev[i].kind == EV_EXTENDED && then.state == CLOCK_RUNNING && then.due < h->ev[i].day)
			return true;
	}
	return false;
}

TEST(an_extension_is_late_when_the_date_was_over_on_the_day_it_was_told)
{
	struct calendar *c = calendar_embedded(t_arena);
	struct law *l = law_embedded(t_arena);
	struct dice dice = {33};
	int late = 0;
	for (int i = 0; i < 20000; i++) {
		struct history h = throw_history(&dice, l);
		daynum told, due;
		bool found = clock_extension_late(c, &h.r, h.ev, h.n, &told, &due);
		if (found != told_late(c, &h))
			fail_msg("history %d: %s late", i, found ? "found" : "not found");
		assert_true(!found || due < told);
		late += found;
	}
	assert_true(late > 100);
}
