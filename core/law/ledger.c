#include "law/clock_private.h"
#include "law/ledger.h"

#include <string.h>

/* A case of hundreds of working days is explained whole; a date typed centuries away is not. */
enum { LEDGER_MAX = 4000 };

const char *line_kind_name(enum line_kind kind)
{
	static const char *const names[] = {
		[LINE_START] = "start", [LINE_WORK] = "work", [LINE_MAKEUP] = "makeup", [LINE_WEEKEND] = "weekend", [LINE_HOLIDAY] = "holiday",
		[LINE_EXCLUDED] = "excluded", [LINE_WAITING] = "waiting",
	};
	return names[kind];
}

const char *line_kind_label(enum line_kind kind)
{
	static const char *const labels[] = {
		[LINE_START] = N_("起算日"), [LINE_WORK] = N_("工作日"), [LINE_MAKEUP] = N_("调休上班"), [LINE_WEEKEND] = N_("周末"),
		[LINE_HOLIDAY] = N_("节假日"), [LINE_EXCLUDED] = N_("不计入"), [LINE_WAITING] = N_("等待"),
	};
	return tr(labels[kind]);
}

/* A stretch of the case that counts from `start`; days after `stopped` wait for the applicant. */
struct period {
	daynum start, stopped;
	const char *why, *because, *waits, *waits_because;
	int limit;
	daynum delayed;
};

struct writer {
	struct run m;
	struct arena *a;
	struct clock_ledger *out;
	struct period *periods;
	size_t nperiods, cap;
	int counted;
	bool excluded; /* a working day was taken out */
};

/* --- one day -------------------------------------------------------------------------------------------------------------------- */

static void put(struct writer *w, struct clock_line line)
{
	struct clock_ledger *out = w->out;
	if (out->n == w->cap) {
		w->cap = w->cap ? w->cap * 2 : 64;
		struct clock_line *more = arena_array(w->a, struct clock_line, w->cap);
		if (out->n)
			memcpy(more, out->lines, out->n * sizeof *more);
		out->lines = more;
	}
	line.provisional = calendar_provisional(w->m.c, line.date - 1, line.date);
	out->lines[out->n++] = line;
}

/* What the calendar says of a day. */
static struct clock_line calendar_line(const struct calendar *c, daynum d)
{
	static const enum line_kind kinds[] = {
		[DAY_WORK] = LINE_WORK, [DAY_MAKEUP] = LINE_MAKEUP, [DAY_WEEKEND] = LINE_WEEKEND, [DAY_HOLIDAY] = LINE_HOLIDAY,
	};
	return (struct clock_line){.date = d, .kind = kinds[calendar_kind(c, d)], .name = calendar_name(c, d)};
}

/* Whose consultation takes the day out; false when it counts. */
static bool is_excluded(const struct writer *w, daynum d, struct clock_line *line)
{
	for (size_t i = 0; i < w->m.n; i++) {
		struct span s;
		if (!span_excluded(&w->m, i, w->m.as_of, &s) || d <= s.from || d > s.to)
			continue;
		line->name = clock_event_label(w->m.ev[i].kind);
		if (s.name)
			line->name = arena_printf(w->a, _("%s：%s"), line->name, s.name);
		line->because = clock_event_article(w->m.r, w->m.ev[i].kind);
		return true;
	}
	return false;
}

/* A working day: counted, taken out, waiting, or past the limit. */
static void put_working(struct writer *w, const struct period *p, struct clock_line line)
{
	if (p->stopped != DAY_NONE && line.date > p->stopped) {
		line.kind = LINE_WAITING;
		line.name = p->waits;
		line.because = p->waits_because;
	} else if (w->counted >= p->limit) {
		if (p->delayed != DAY_NONE && line.date <= p->delayed) {
			line.kind = LINE_WAITING;
			line.name = _("合理延迟期限");
			line.because = clock_event_article(w->m.r, EV_DELAYED);
		}
	} else if (is_excluded(w, line.date, &line)) {
		line.kind = LINE_EXCLUDED;
		w->excluded = true;
	} else {
		line.counted = ++w->counted;
		line.limit = p->limit;
	}
	put(w, line);
}

/* Days from p->start to `last`, without those of the next period. */
static void put_period(struct writer *w, const struct period *p, daynum last)
{
	w->counted = 0;
	put(w, (struct clock_line){.date = p->start, .kind = LINE_START, .name = p->why, .because = p->because});
	for (daynum d = p->start + 1; d <= last && w->out->n < LEDGER_MAX; d++) {
		if (calendar_is_working(w->m.c, d))
			put_working(w, p, calendar_line(w->m.c, d));
		else
			put(w, calendar_line(w->m.c, d));
	}
}

/* --- the case --------------------------------------------------------------------------------------------------------------------- */

/* What a start gives: the whole period, from the next day, and by which article. */
static const char *gives(const struct writer *w, const struct clock_event *e)
{
	const struct clock *k = w->m.k;
	const char *article = clock_event_article(w->m.r, e->kind);
	if (k->delayed != DAY_NONE)
		return article;
	return arena_printf(w->a, article ? _("次日起%d个工作日，%s") : _("次日起%d个工作日"), k->limit, article ? article : "");
}

/* Event i moved the clock: a new period, a stop, or a change of the one that runs. */
static void note(struct writer *w, size_t i, daynum was_start)
{
	const struct clock *k = w->m.k;
	const struct clock_event *e = &w->m.ev[i];
	bool fresh = !w->nperiods || k->start != was_start || e->kind == EV_REOPENED || e->kind == EV_CLARIFIED || e->kind == EV_FEE_PAID;
	if (fresh)
		w->periods[w->nperiods++] = (struct period){.start = k->start, .stopped = DAY_NONE, .why = clock_event_label(e->kind), .because = gives(w, e)};
	struct period *p = &w->periods[w->nperiods - 1];
	p->limit = k->limit;
	p->delayed = k->delayed;
	if (k->state == CLOCK_STOPPED) {
		p->stopped = k->stopped;
		p->waits = k->counter == CLOCK_CLARIFY_REPLY ? _("等待补正") : _("等待缴费");
		p->waits_because = clock_event_article(w->m.r, e->kind);
	}
}

static void read_periods(struct writer *w)
{
	w->periods = arena_array(w->a, struct period, w->m.n + 1);
	for (size_t i = 0; i < w->m.n; i++) {
		daynum was = w->m.k->start;
		if (run_step(&w->m, i))
			note(w, i, was);
	}
	run_finish(&w->m);
}

static daynum later_of(daynum a, daynum b)
{
	return a > b ? a : b; /* DAY_NONE is the smallest number */
}

/* Where the last period ends on paper. */
static daynum last_day(const struct clock *k, daynum today)
{
	switch (k->state) {
	case CLOCK_STOPPED:
		return later_of(k->stopped, today);
	case CLOCK_DONE:
		return later_of(k->due, k->done);
	default:
		return k->due;
	}
}

/* What was done, and what follows from it. Of a consultation the days left out tell it, unless its time counts. */
static const char *event_text(const struct writer *w, const struct clock_event *e)
{
	const char *label = clock_event_label(e->kind), *article = clock_event_article(w->m.r, e->kind);
	bool consulted = e->kind == EV_CONSULT_SENT || e->kind == EV_COAGENCY_SENT;
	if (e->kind == EV_EXTENDED)
		label = arena_printf(w->a, _("%s%d个工作日"), label, e->days);
	if (e->name && *e->name)
		label = arena_printf(w->a, _("%s：%s"), label, e->name);
	if (consulted && !(e->kind == EV_CONSULT_SENT ? w->m.r->exclude_third_party : w->m.r->exclude_coagency))
		return arena_printf(w->a, article ? _("%s（时间照计，%s）") : _("%s（时间照计）"), label, article ? article : "");
	return article && !consulted ? arena_printf(w->a, _("%s（%s）"), label, article) : label;
}

/* Each event is told on its day, but for the one that the day's line begins with. */
static void tell_events(struct writer *w)
{
	for (size_t i = 0; i < w->m.n; i++) {
		const struct clock_event *e = &w->m.ev[i];
		const char *label = clock_event_label(e->kind);
		size_t at = 0;
		while (at < w->out->n && w->out->lines[at].date < e->day)
			at++;
		struct clock_line *line = at < w->out->n && w->out->lines[at].date == e->day ? &w->out->lines[at] : NULL;
		if (!line || (line->kind == LINE_START && line->name && strcmp(line->name, label) == 0))
			continue;
		label = event_text(w, e);
		line->event = line->event ? arena_printf(w->a, _("%s；%s"), line->event, label) : label;
	}
}

const char *clock_line_note(const struct clock_line *line, struct arena *a)
{
	const char *name = line->name && line->because ? arena_printf(a, _("%s（%s）"), line->name, line->because) : line->name;
	if (name && line->event)
		return arena_printf(a, _("%s；%s"), name, line->event);
	return name ? name : line->event;
}

void clock_explain(const struct calendar *c, const struct ruleset *r, const struct clock_event *ev, size_t n, daynum today, struct arena *a,
	struct clock_ledger *out)
{
	struct clock k;
	*out = (struct clock_ledger){.due = DAY_NONE};
	struct writer w = {.m = run_new(c, r, ev, n, today, &k), .a = a, .out = out};
	read_periods(&w);
	if (!w.nperiods)
		return;
	if (k.state == CLOCK_DONE)
		w.m.as_of = k.done;
	for (size_t i = 0; i < w.nperiods; i++)
		put_period(&w, &w.periods[i], i + 1 < w.nperiods ? w.periods[i + 1].start - 1 : last_day(&k, today));
	tell_events(&w);
	out->due = k.due;
	out->limit = k.limit;
	out->moving = k.moving;
	const char *basis = rule_article(r, "boundary");
	if (w.excluded)
		out->note = basis ? arena_printf(a, _("%s（起止%s）"), boundary_text(r->boundary), basis) : boundary_text(r->boundary);
}

void clock_explain_period(const struct calendar *c, daynum start, int n, bool calendar_days, bool roll, struct arena *a,
	struct clock_ledger *out)
{
	*out = (struct clock_ledger){.limit = n};
	struct writer w = {.m = {.c = c}, .a = a, .out = out};
	out->due = calendar_days ? start + n : calendar_add(c, start, n);
	if (calendar_days && roll && n)
		out->due = calendar_roll(c, out->due);
	put(&w, (struct clock_line){.date = start, .kind = LINE_START, .name = calendar_name(c, start)});
	for (daynum d = start + 1; d <= out->due && out->n < LEDGER_MAX; d++) {
		struct clock_line line = calendar_line(c, d);
		if ((calendar_days && d - start <= n) || (!calendar_days && calendar_is_working(c, d)))
			line.counted = calendar_days ? d - start : ++w.counted, line.limit = n;
		put(&w, line);
	}
}
