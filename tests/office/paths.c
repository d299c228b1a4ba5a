/* All ways through the procedure by the real verbs, up to four deep, from a case just registered: what is offered is done, what is not is
 * refused with its reason, and after every step the case has what the law wants it to have. A step may also be the days that pass, the
 * letter of the decision, or a review that orders a new one. GWGK_SOAK=1 walks every path; otherwise paths are walked on from cases that
 * look new to the procedure (state, facts and clocks), which is every kind of case. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "office/audit_list.h"
#include "office/backup.h"
#include "office/correction.h"
#include "office/request.h"
#include "office/steps.h"
#include "tests/office/teller.h"
#include "tests/office_fixture.h"
#include "tests/store/shim.h"
#include "tests/test.h"

enum { DEEP = 4, STEPS = 48, SEEN = 1 << 14 };

struct path {
	int n, step[DEEP];
};

struct walk {
	struct teller t;
	daynum day;
	const struct verb *steps[STEPS]; /* NULL: one of the other steps below */
	size_t nsteps, ndone, nrefused;
	bool done[STEPS];                /* at least once */
	uint64_t seen[SEEN];
	size_t nseen;
	int wide;                        /* paths up to this long are all walked */
};

/* --- what must hold ------------------------------------------------------------------------------------------------------------------- */

static int64_t count(struct walk *w, const char *outcome)
{
	struct audit_filter f = {.subject = w->t.noun, .subject_id = w->t.id, .before = INT_NONE, .limit = 1000};
	struct audit_entries lines;
	int64_t found = 0;
	struct err e = {0};
	assert_done(audit_list(w->t.o, &f, false, t_arena, &lines, &e));
	for (size_t i = 0; i < lines.n; i++)
		found += !strcmp(lines.rows[i].outcome, outcome);
	return found;
}

static const char *told(const struct walk *w, const struct path *p)
{
	const char *s = "";
	static const char *const others[] = {"（到期以后）", "（答复书）", "（责令重作）"};
	for (int i = 0; i < p->n; i++) {
		int step = p->step[i];
		s = arena_printf(t_arena, "%s %s", s, step < TELL_OTHERS ? others[step] : teller_short(w->steps[step]));
	}
	return s;
}

#define MUST(holds, ...) do { if (!(holds)) fail_msg("%s %s: %s", w->t.noun, told(w, p), arena_printf(t_arena, __VA_ARGS__)); } while (0)

static bool is(const struct matter_case *c, const char *states)
{
	const char *at = strstr(states, c->matter.state);
	return at != NULL;
}

static void holds(struct walk *w, const struct path *p)
{
	struct matter_case c = teller_load(&w->t);
	const struct clock *k = &c.clock;
	int extended = 0, asked = 0;
	MUST(k->state != CLOCK_RUNNING || k->due != DAY_NONE, "it runs without a date");
	MUST(k->state != CLOCK_STOPPED || k->counter_due != DAY_NONE, "it stopped and nobody is waited for");
	MUST(!is(&c, "open") || k->state == CLOCK_RUNNING, "it is open and no clock runs");
	MUST(!is(&c, "clarifying fee_pending") || k->state == CLOCK_STOPPED, "%s and its clock is %d", c.matter.state, (int)k->state);
	MUST(!is(&c, "decided delivered archived") || c.matter.outcome, "%s without an outcome", c.matter.state);
	MUST(!is(&c, "open") || !c.matter.outcome, "open with the outcome %s", c.matter.outcome);
	MUST((is(&c, "archived void") != 0) == (c.matter.closed_on != DAY_NONE), "%s and closed_on disagree", c.matter.state);
	for (size_t i = 0; i < c.nevents; i++) {
		struct clock before;
		extended += c.events[i].kind == EV_EXTENDED;
		asked += c.events[i].kind == EV_CLARIFY_SENT;
		if (c.events[i].kind != EV_EXTENDED)
			continue;
		clock_run_on(w->t.o->calendar, c.rules, c.events, i, c.events[i].day, &before);
		MUST(before.due != DAY_NONE && c.events[i].day <= before.due, "the extension was told after the answer date");
	}
	MUST(extended <= 1, "extended %d times", extended);
	/* 条例30 一次性 is said of requests; of corrections nothing is. */
	MUST(!c.rules || strcmp(c.rules->code, "2019") != 0 || strcmp(w->t.noun, "correction") == 0 || asked <= 1, "clarification asked %d times", asked);
}

/* Was the like met before? */
static bool met(struct walk *w, const char *s)
{
	uint64_t h = 1469598103934665603u;
	for (; *s; s++)
		h = (h ^ (unsigned char)*s) * 1099511628211u;
	size_t at = (size_t)(h % SEEN);
	for (; w->seen[at]; at = (at + 1) % SEEN)
		if (w->seen[at] == h)
			return true;
	w->seen[at] = h;
	w->nseen++;
	assert_true(w->nseen < SEEN / 2);
	return false;
}

/* By all that the procedure can tell cases apart by. */
static bool first_of_its_look(struct walk *w)
{
	struct matter_case c = teller_load(&w->t);
	unsigned facts;
	struct err e = {0};
	assert_done(step_facts(w->t.o, &c, DAY_NONE, t_arena, &facts, &e));
	return !met(w, arena_printf(t_arena, "%s %x %d %d %d %s", c.matter.state, facts, (int)c.clock.state, c.moving,
		c.due != DAY_NONE && c.due < desk_today(w->t.o->desk), c.matter.outcome ? c.matter.outcome : ""));
}

/* --- walking ---------------------------------------------------------------------------------------------------------------------------- */

static bool merges(const struct walk *w, const struct path *p)
{
	for (int i = 0; i < p->n; i++)
		if (p->step[i] >= TELL_OTHERS && !strcmp(teller_short(w->steps[p->step[i]]), "merge"))
			return true;
	return false;
}

/* What came too late today may have been done in time and is only written down now: on the first day of the period. */
static bool earlier(struct walk *w, const struct verb *v, struct err *e)
{
	static const char *const days[] = {"notified", "on", "sent"};
	struct matter_case c = teller_load(&w->t);
	void *args = teller_args(&w->t, v);
	char iso[DAY_ISO];
	for (size_t i = 0; i < sizeof days / sizeof *days; i++)
		if (v->args && c.clock.start != DAY_NONE && record_field(v->args, days[i])) {
			struct input in = office_input(w->t.o);
			daynum day = c.clock.start; /* what stops the clock comes after what moved it */
			for (size_t k = 0; k < c.nevents; k++)
				if (c.events[k].kind == (strcmp(teller_short(v), "delay") ? EV_EXTENDED : EV_REASONS_ASKED) && c.events[k].day > day)
					day = c.events[k].day;
			assert_true(record_set(v->args, args, record_field(v->args, days[i]), day_iso(day, iso), &in, t_arena, e));
			return t_do(w->t.o, v, w->t.id, args, NULL, e);
		}
	return false;
}

static bool one_step(struct walk *w, int step, struct err *e)
{
	struct err first = {0};
	if (step < TELL_OTHERS)
		return teller_other(&w->t, (enum teller_other)step);
	const struct verb *v = w->steps[step];
	if (t_do(w->t.o, v, w->t.id, teller_args(&w->t, v), NULL, &first) || (first.code == ERR_RULE && earlier(w, v, e)))
		return true;
	*e = first;
	return false;
}

/* A fresh case, led to where the path ends, on its way to `to`. */
static bool replay(struct walk *w, const struct path *p, const struct path *to, bool confirmed)
{
	w->t.o->desk->today = w->day;
	w->t.ncases++;
	/* Only who merges is the applicant of the first case: many cases of one person are slow to compare. */
	w->t.id = teller_register(&w->t, confirmed, merges(w, to) ? "张三" : arena_printf(t_arena, "申请人%zu", w->t.ncases));
	for (int i = 0; i < p->n; i++) {
		struct err e = {0};
		if (!one_step(w, p->step[i], &e))
			return false;
		w->t.o->desk->today++;
	}
	return true;
}

/* What is not offered is refused in the same words, with one line and nothing else. */
static void refused(struct walk *w, const struct path *p, const struct verb *v, const struct err *why)
{
	struct matter_case before = teller_load(&w->t), after;
	struct err e = {0};
	int64_t lines = count(w, "refused"), done = count(w, "done");
	MUST(why->code == ERR_RULE && *why->text, "%s is not offered and nobody says why", v->name);
	MUST(!t_do(w->t.o, v, w->t.id, teller_args(&w->t, v), NULL, &e), "%s is done though it was not offered: %s", v->name, why->text);
	MUST(e.code == ERR_RULE && !strcmp(e.text, why->text), "%s: offered “%s”, refused “%s”", v->name, why->text, e.text);
	after = teller_load(&w->t);
	MUST(before.matter.version == after.matter.version && before.nevents == after.nevents, "%s was refused and changed the case", v->name);
	MUST(count(w, "refused") == lines + 1 && count(w, "done") == done, "%s was refused without its line", v->name);
	w->nrefused++;
}

/* The close-out check names what is open when it is asked, not in a menu. */
static bool excepted(const struct verb *v)
{
	return !strcmp(teller_short(v), "archive");
}

/* Which steps the case at the end of the path is offered; the others are tried all the same. */
static void offers(struct walk *w, const struct path *from, bool confirmed, bool *offered)
{
	if (!replay(w, from, from, confirmed))
		fail_msg("%s %s: it went once and goes no more", w->t.noun, told(w, from));
	for (size_t i = 0; i < w->nsteps; i++) {
		struct path next = *from, *p = &next;
		struct err why = {0};
		p->step[p->n++] = (int)i;
		offered[i] = i < TELL_OTHERS || verb_can(w->t.o, w->steps[i], w->t.id, &why);
		if (!offered[i] && (w->wide == DEEP || !met(w, arena_printf(t_arena, "%s: %s", w->steps[i]->name, why.text))))
			refused(w, p, w->steps[i], &why);
	}
}

/* Papers and notes lead nowhere: in the short run each is tried once a state. */
static bool tried(struct walk *w, const char *state, const struct verb *v)
{
	static const char *const notes[] = {"change", "material", "search", "file_copy", "assign", "reply", "identity"};
	for (size_t i = 0; v && w->wide < DEEP && i < sizeof notes / sizeof *notes; i++)
		if (!strcmp(teller_short(v), notes[i]))
			return met(w, arena_printf(t_arena, "%s in %s", notes[i], state));
	return false;
}

static void walk(struct walk *w, const struct path *from, bool confirmed)
{
	static struct arena arenas[DEEP];
	struct arena *outer = t_arena;
	bool offered[STEPS];
	t_arena = &arenas[from->n];
	offers(w, from, confirmed, offered);
	char state[32];
	snprintf(state, sizeof state, "%s", teller_load(&w->t).matter.state);
	for (int step = 0; step < (int)w->nsteps; step++) {
		const struct verb *v = w->steps[step];
		struct path next = *from, *p = &next;
		struct err e = {0};
		arena_reset(t_arena);
		if (!offered[step] || tried(w, state, v))
			continue;
		p->step[p->n++] = step;
		(void)!replay(w, from, p, confirmed);
		int64_t lines = count(w, "done");
		if (one_step(w, step, &e)) {
			MUST(!v || count(w, "done") == lines + 1, "a step without its one line");
			holds(w, p);
			w->ndone++;
			w->done[step] = true;
			if (p->n < DEEP && (first_of_its_look(w) || p->n < w->wide))
				walk(w, p, confirmed);
		} else if (v) {
			MUST(e.code == ERR_INPUT || e.code == ERR_RULE, "%s: %s %s", v->name, err_code_name(e.code), e.text);
			MUST(e.code == ERR_INPUT || excepted(v), "%s is offered and refused: %s", v->name, e.text);
		}
	}
	arena_reset(t_arena);
	t_arena = outer;
}

static void collect(struct walk *w, const struct verb *const *verbs)
{
	for (; *verbs; verbs++)
		if ((*verbs)->subject && !strcmp((*verbs)->subject, w->t.noun) && !(*verbs)->creates && (*verbs)->can) {
			assert_true(w->nsteps < STEPS);
			w->steps[w->nsteps++] = *verbs;
		}
}

/* never_done: steps that no way of this length can do, as the old law has no limit for a clarification. */
static void all_ways(const char *noun, const char *day, const char *never_done)
{
	static struct walk w;
	struct err e = {0};
	struct check_report report;
	shim_forget();
	shim.lazy = true;
	shim_on();
	w = (struct walk){.t = {.o = t_office(day), .noun = noun}, .nsteps = TELL_OTHERS, .wide = getenv("GWGK_SOAK") ? DEEP : 1};
	w.day = desk_today(w.t.o->desk);
	teller_furnish(w.t.o);
	w.t.first = w.t.id = teller_register(&w.t, true, "张三");
	collect(&w, !strcmp(noun, "request") ? request_verbs : correction_verbs);
	collect(&w, !strcmp(noun, "request") ? step_verbs : correction_step_verbs);
	for (int confirmed = 0; confirmed < 2; confirmed++)
		walk(&w, &(struct path){0}, confirmed);
	const char *never = "";
	for (size_t i = TELL_OTHERS; i < w.nsteps; i++)
		if (!w.done[i])
			never = arena_printf(t_arena, "%s %s", never, teller_short(w.steps[i]));
	assert_string_equal(never, never_done);
	t_verify(w.t.o);
	assert_done(office_check(w.t.o, t_arena, &report, &e));
	for (size_t i = 0; i < report.n; i++)
		if (!report.lines[i].ok && !report.lines[i].warning)
			fail_msg("%s: %s", report.lines[i].name, report.lines[i].text);
	shim_off();
	shim_forget();
	print_message("# %zu cases, %zu kinds, %zu steps done, %zu refused\n", w.t.ncases, w.nseen, w.ndone, w.nrefused);
	assert_true(w.ndone > 200 && w.nrefused > 60 && w.nseen > 100);
}

TEST(every_way_of_four_steps_through_a_request_of_2019_keeps_the_law) { all_ways("request", "2026-01-05", " waive confirm_ground"); }
TEST(every_way_of_four_steps_through_a_request_of_2008_keeps_the_law) { all_ways("request", "2016-03-01", " lapse ask_reasons delay confirm_ground"); }
TEST(every_way_of_four_steps_through_a_correction_keeps_the_law) { all_ways("correction", "2026-01-05", ""); }
