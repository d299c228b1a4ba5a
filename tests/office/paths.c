/* All ways through the procedure by the real verbs, up to four deep, from a case just registered: what is offered is done, what is not is
 * refused with its reason, and after every step the case has what the law wants it to have. A step may also be the days that pass, the
 * letter of the decision, or a review that orders a new one. GWGK_SOAK=1 walks every path; otherwise paths are walked on from cases that
 * look new to the procedure (state, facts and clocks), which is every kind of case. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "office/appeal.h"
#include "office/audit_list.h"
#include "office/backup.h"
#include "office/correction.h"
#include "office/letter.h"
#include "office/letter_remedy.h"
#include "office/request.h"
#include "office/setting.h"
#include "office/steps.h"
#include "tests/office_fixture.h"
#include "tests/store/shim.h"
#include "tests/test.h"

enum { DEEP = 4, STEPS = 48, SEEN = 1 << 14 };

struct path {
	int n, step[DEEP];
};

struct walk {
	struct office *o;
	const char *noun;
	daynum day;
	const struct verb *steps[STEPS]; /* NULL: one of the other steps below */
	size_t nsteps, ncases, ndone, nrefused;
	int64_t first;                   /* a case of the same applicant, to be merged into */
	uint64_t seen[SEEN];
	size_t nseen;
	int64_t id;
	int wide;                        /* paths up to this long are all walked */
};

/* Steps that are no verb of the case. */
enum { WAIT, ANSWER_LETTER, ORDER, OTHERS };

/* What a clerk types for a verb; "." is today, +N working days from it. */
static const struct { const char *verb, *words; } typed[] = {
	{"confirm", "on=. with=电话 by=甲"}, {"void", "reason=登记错误"}, {"clarify", "items=所需信息的名称"}, {"consult", "party=甲公司 reached=."},
	{"opinion", "answer=object reasons=商业秘密"}, {"coagency", "body=某局 kind=co_maker"}, {"coagency_reply", "answer=consent"},
	{"assign", "unit=监管科 until=+3"}, {"search", "where=系统 words=拍卖 result=无"}, {"extend", "days=5 reason=复杂 approved_by=主任"},
	{"delay", "until=++90 reason=数量大"}, {"fee", "basis=pages quantity=300"}, {"decide", "outcome=granted"}, {"deliver", "method=direct signer=申请人"},
	{"transfer", "body=信访办"}, {"merge", "into=FIRST"}, {"material", "kind=other title=附件"}, {"archive_override", "override=另案处理"},
	{"identity", "by=甲"},
};

static const char *short_name(const struct verb *v)
{
	return strchr(v->name, '.') + 1;
}

static void put(struct walk *w, const struct verb *v, void *args, const char *name, const char *value)
{
	struct input in = office_input(w->o);
	struct err e = {0};
	struct matter_case c;
	if (!strcmp(value, "FIRST")) {
		assert_done(matter_load(w->o, w->first, t_arena, &c, &e));
		value = c.matter.number;
	}
	if (!record_set(v->args, args, record_field(v->args, name), value, &in, t_arena, &e))
		fail_msg("%s %s=%s: %s", v->name, name, value, e.text);
}

static void *args_of(struct walk *w, const struct verb *v)
{
	if (!v->args)
		return NULL;
	void *args = arena_alloc(t_arena, v->args->size);
	const char *verb = short_name(v), *words = "";
	struct err e = {0};
	record_clear(v->args, args);
	if (v->suggest)
		v->suggest(w->o, w->id, args, t_arena);
	if (v->args == &request_change_type) {
		struct request_change *change = args;
		assert_done(request_typed(w->o, w->id, t_arena, &change->now, NULL, &e));
		change->reason = "补录";
		change->version = INT_NONE;
	}
	if (v->args == &correction_change_type) {
		struct correction_change *change = args;
		struct correction_view view;
		assert_done(correction_load(w->o, w->id, t_arena, &view, &e));
		change->now = view.correction;
		change->reason = "补录";
		change->version = INT_NONE;
	}
	for (size_t i = 0; i < sizeof typed / sizeof *typed; i++)
		if (!strcmp(typed[i].verb, verb))
			words = typed[i].words;
	if (!strcmp(verb, "decide") && !strcmp(w->noun, "correction"))
		words = "outcome=corrected";
	if (!strcmp(verb, "opinion") || !strcmp(verb, "coagency_reply") || !strcmp(verb, "reply")) {
		const struct step_args *a = args; /* several are waited for: the first asked */
		const char *field = !strcmp(verb, "opinion") ? "party" : !strcmp(verb, "reply") ? "unit" : "body";
		if (!a->party && !a->body && !a->unit)
			put(w, v, args, field, !strcmp(verb, "opinion") ? "甲公司" : !strcmp(verb, "reply") ? "监管科" : "某局");
	}
	char *copy = arena_strdup(t_arena, words), *word;
	while ((word = strsep(&copy, " "))) {
		char *eq = strchr(word, '=');
		if (!eq)
			continue;
		*eq = '\0';
		put(w, v, args, word, eq + 1);
	}
	return args;
}

/* --- the other steps ---------------------------------------------------------------------------------------------------------------- */

static struct matter_case load(struct walk *w)
{
	struct matter_case c;
	struct err e = {0};
	assert_done(matter_load(w->o, w->id, t_arena, &c, &e));
	return c;
}

static bool letter(struct walk *w)
{
	struct matter_case c = load(w);
	bool correction = !strcmp(w->noun, "correction");
	struct letter_slot slot = {correction ? "corrected" : "given", "材料"};
	struct letter_issue what = {.kind = letter_of_outcome(w->o, &c.matter), .on = DAY_NONE, .slots = {1, &slot}};
	struct err e = {0};
	if (!what.kind || (strcmp(what.kind, "granted") != 0 && strcmp(what.kind, "correction_result") != 0))
		return false;
	return t_do(w->o, verb_find("letter.issue"), w->id, &what, NULL, &e);
}

static bool order(struct walk *w)
{
	struct matter_case c = load(w);
	struct appeal a;
	struct appeal_result result = {.result = "corrected", .on = DAY_NONE};
	struct verb_call call;
	struct err e = {0};
	if (c.matter.received == DAY_NONE)
		return false;
	record_clear(&appeal_type, &a);
	a.kind = "review";
	a.case_number_of = c.matter.number;
	a.received = desk_today(w->o->desk);
	assert_done(t_do(w->o, verb_find("appeal.add"), INT_NONE, &a, &call, &e));
	assert_done(t_do(w->o, verb_find("appeal.result"), call.subject_id, &result, NULL, &e));
	return true;
}

/* Past whatever runs now: the answer date, the limit of the applicant, of the third party. */
static bool wait_over(struct walk *w)
{
	struct matter_case c = load(w);
	daynum to = c.clock.state == CLOCK_STOPPED ? c.clock.counter_due : c.due;
	for (size_t i = 0; i < c.nsubs; i++)
		if (c.subs[i].running && c.subs[i].key != CLOCK_TASK && c.subs[i].due > to)
			to = c.subs[i].due;
	if (to == DAY_NONE || to < desk_today(w->o->desk))
		return false;
	w->o->desk->today = calendar_add(w->o->calendar, to, 1);
	return true;
}

static bool other(struct walk *w, int which)
{
	return which == WAIT ? wait_over(w) : which == ANSWER_LETTER ? letter(w) : order(w);
}

/* --- what must hold ------------------------------------------------------------------------------------------------------------------- */

static int64_t count(struct walk *w, const char *outcome)
{
	struct audit_filter f = {.subject = w->noun, .subject_id = w->id, .before = INT_NONE, .limit = 1000};
	struct audit_entries lines;
	int64_t found = 0;
	struct err e = {0};
	assert_done(audit_list(w->o, &f, false, t_arena, &lines, &e));
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
		s = arena_printf(t_arena, "%s %s", s, step < OTHERS ? others[step] : short_name(w->steps[step]));
	}
	return s;
}

#define MUST(holds, ...) do { if (!(holds)) fail_msg("%s %s: %s", w->noun, told(w, p), arena_printf(t_arena, __VA_ARGS__)); } while (0)

static bool is(const struct matter_case *c, const char *states)
{
	const char *at = strstr(states, c->matter.state);
	return at != NULL;
}

static void holds(struct walk *w, const struct path *p)
{
	struct matter_case c = load(w);
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
		clock_run_on(w->o->calendar, c.rules, c.events, i, c.events[i].day, &before);
		MUST(before.due != DAY_NONE && c.events[i].day <= before.due, "the extension was told after the answer date");
	}
	MUST(extended <= 1, "extended %d times", extended);
	MUST(!c.rules || strcmp(c.rules->code, "2019") != 0 || asked <= 1, "clarification asked %d times", asked);
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
	struct matter_case c = load(w);
	unsigned facts;
	struct err e = {0};
	assert_done(step_facts(w->o, &c, DAY_NONE, t_arena, &facts, &e));
	return !met(w, arena_printf(t_arena, "%s %x %d %d %d %s", c.matter.state, facts, (int)c.clock.state, c.moving,
		c.due != DAY_NONE && c.due < desk_today(w->o->desk), c.matter.outcome ? c.matter.outcome : ""));
}

/* --- walking ---------------------------------------------------------------------------------------------------------------------------- */

static bool merges(const struct walk *w, const struct path *p)
{
	for (int i = 0; i < p->n; i++)
		if (p->step[i] >= OTHERS && !strcmp(short_name(w->steps[p->step[i]]), "merge"))
			return true;
	return false;
}

static int64_t registered(struct walk *w, bool confirmed, const char *name)
{
	struct verb_call call;
	struct err e = {0};
	const struct verb *v = verb_find(arena_printf(t_arena, "%s.register", w->noun));
	void *args = arena_alloc(t_arena, v->args->size);
	record_clear(v->args, args);
	put(w, v, args, "channel", confirmed ? "in_person" : "post_plain");
	put(w, v, args, "arrived", ".");
	put(w, v, args, "applicant_kind", "natural");
	put(w, v, args, "name", name);
	if (!strcmp(w->noun, "request")) {
		put(w, v, args, "content", arena_printf(t_arena, "第%zu件", w->ncases));
	} else {
		put(w, v, args, "record", "企业信用信息");
		put(w, v, args, "claim", arena_printf(t_arena, "第%zu件", w->ncases));
	}
	assert_done(t_do(w->o, v, INT_NONE, args, &call, &e));
	return call.subject_id;
}

/* What came too late today may have been done in time and is only written down now: on the first day of the period. */
static bool earlier(struct walk *w, const struct verb *v, struct err *e)
{
	static const char *const days[] = {"notified", "on", "sent"};
	struct matter_case c = load(w);
	void *args = args_of(w, v);
	char iso[DAY_ISO];
	for (size_t i = 0; i < sizeof days / sizeof *days; i++)
		if (v->args && c.clock.start != DAY_NONE && record_field(v->args, days[i])) {
			put(w, v, args, days[i], day_iso(c.clock.start, iso));
			return t_do(w->o, v, w->id, args, NULL, e);
		}
	return false;
}

static bool one_step(struct walk *w, int step, struct err *e)
{
	struct err first = {0};
	if (step < OTHERS)
		return other(w, step);
	const struct verb *v = w->steps[step];
	if (t_do(w->o, v, w->id, args_of(w, v), NULL, &first) || (first.code == ERR_RULE && earlier(w, v, e)))
		return true;
	*e = first;
	return false;
}

/* A fresh case, led to where the path ends, on its way to `to`. */
static bool replay(struct walk *w, const struct path *p, const struct path *to, bool confirmed)
{
	w->o->desk->today = w->day;
	w->ncases++;
	/* Only who merges is the applicant of the first case: many cases of one person are slow to compare. */
	w->id = registered(w, confirmed, merges(w, to) ? "张三" : arena_printf(t_arena, "申请人%zu", w->ncases));
	for (int i = 0; i < p->n; i++) {
		struct err e = {0};
		if (!one_step(w, p->step[i], &e))
			return false;
		w->o->desk->today++;
	}
	return true;
}

/* What is not offered is refused in the same words, with one line and nothing else. */
static void refused(struct walk *w, const struct path *p, const struct verb *v, const struct err *why)
{
	struct matter_case before = load(w), after;
	struct err e = {0};
	int64_t lines = count(w, "refused"), done = count(w, "done");
	MUST(why->code == ERR_RULE && *why->text, "%s is not offered and nobody says why", v->name);
	MUST(!t_do(w->o, v, w->id, args_of(w, v), NULL, &e), "%s is done though it was not offered: %s", v->name, why->text);
	MUST(e.code == ERR_RULE && !strcmp(e.text, why->text), "%s: offered “%s”, refused “%s”", v->name, why->text, e.text);
	after = load(w);
	MUST(before.matter.version == after.matter.version && before.nevents == after.nevents, "%s was refused and changed the case", v->name);
	MUST(count(w, "refused") == lines + 1 && count(w, "done") == done, "%s was refused without its line", v->name);
	w->nrefused++;
}

/* The close-out check names what is open when it is asked, not in a menu; the cost fees of the old law have no tariff to go by. */
static bool excepted(const struct walk *w, const struct verb *v)
{
	return !strcmp(short_name(v), "archive") || (!strcmp(short_name(v), "fee") && w->day < day_make(2019, 5, 15));
}

/* Which steps the case at the end of the path is offered; the others are tried all the same. */
static void offers(struct walk *w, const struct path *from, bool confirmed, bool *offered)
{
	if (!replay(w, from, from, confirmed))
		fail_msg("%s %s: it went once and goes no more", w->noun, told(w, from));
	for (size_t i = 0; i < w->nsteps; i++) {
		struct path next = *from, *p = &next;
		struct err why = {0};
		p->step[p->n++] = (int)i;
		offered[i] = i < OTHERS || verb_can(w->o, w->steps[i], w->id, &why);
		if (!offered[i] && (w->wide == DEEP || !met(w, arena_printf(t_arena, "%s: %s", w->steps[i]->name, why.text))))
			refused(w, p, w->steps[i], &why);
	}
}

static void walk(struct walk *w, const struct path *from, bool confirmed)
{
	static struct arena arenas[DEEP];
	struct arena *outer = t_arena;
	bool offered[STEPS];
	t_arena = &arenas[from->n];
	offers(w, from, confirmed, offered);
	for (int step = 0; step < (int)w->nsteps; step++) {
		const struct verb *v = w->steps[step];
		struct path next = *from, *p = &next;
		struct err e = {0};
		arena_reset(t_arena);
		if (!offered[step])
			continue;
		p->step[p->n++] = step;
		(void)!replay(w, from, p, confirmed);
		int64_t lines = count(w, "done");
		if (one_step(w, step, &e)) {
			MUST(!v || count(w, "done") == lines + 1, "a step without its one line");
			holds(w, p);
			w->ndone++;
			if (p->n < DEEP && (first_of_its_look(w) || p->n < w->wide))
				walk(w, p, confirmed);
		} else if (v) {
			MUST(e.code == ERR_INPUT || e.code == ERR_RULE, "%s: %s %s", v->name, err_code_name(e.code), e.text);
			MUST(e.code == ERR_INPUT || excepted(w, v), "%s is offered and refused: %s", v->name, e.text);
		}
	}
	arena_reset(t_arena);
	t_arena = outer;
}

static void collect(struct walk *w, const struct verb *const *verbs)
{
	for (; *verbs; verbs++)
		if ((*verbs)->subject && !strcmp((*verbs)->subject, w->noun) && !(*verbs)->creates && (*verbs)->can) {
			assert_true(w->nsteps < STEPS);
			w->steps[w->nsteps++] = *verbs;
		}
}

static void furnish(struct office *o)
{
	static const char *const set[][2] = {{"phone", "0532-1"}, {"address", "某路1号"}, {"fee_account", "某银行1"}, {"online_review", "https://fy"}};
	for (size_t i = 0; i < sizeof set / sizeof *set; i++) {
		struct setting_args a = {.key = set[i][0], .value = set[i][1], .valid_from = DAY_NONE};
		struct err e = {0};
		assert_done(t_do(o, &setting_set, INT_NONE, &a, NULL, &e));
	}
	const struct verb *v = verb_find("unit.add");
	void *unit = arena_alloc(t_arena, v->args->size);
	struct input in = office_input(o);
	struct err e = {0};
	record_clear(v->args, unit);
	assert_true(record_set(v->args, unit, record_field(v->args, "name"), "监管科", &in, t_arena, &e));
	assert_done(t_do(o, v, INT_NONE, unit, NULL, &e));
}

static void all_ways(const char *noun, const char *day)
{
	static struct walk w;
	struct err e = {0};
	struct check_report report;
	shim_forget();
	shim.lazy = true;
	shim_on();
	w = (struct walk){.o = t_office(day), .noun = noun, .nsteps = OTHERS, .wide = getenv("GWGK_SOAK") ? DEEP : 1};
	w.day = desk_today(w.o->desk);
	furnish(w.o);
	w.first = w.id = registered(&w, true, "张三");
	collect(&w, !strcmp(noun, "request") ? request_verbs : correction_verbs);
	collect(&w, !strcmp(noun, "request") ? step_verbs : correction_step_verbs);
	for (int confirmed = 0; confirmed < 2; confirmed++)
		walk(&w, &(struct path){0}, confirmed);
	t_verify(w.o);
	assert_done(office_check(w.o, t_arena, &report, &e));
	for (size_t i = 0; i < report.n; i++)
		if (!report.lines[i].ok && !report.lines[i].warning)
			fail_msg("%s: %s", report.lines[i].name, report.lines[i].text);
	shim_off();
	shim_forget();
	print_message("# %zu cases, %zu kinds, %zu steps done, %zu refused\n", w.ncases, w.nseen, w.ndone, w.nrefused);
	assert_true(w.ndone > 300 && w.nrefused > 60 && w.nseen > 100);
}

TEST(every_way_of_four_steps_through_a_request_of_2019_keeps_the_law) { all_ways("request", "2026-01-05"); }
TEST(every_way_of_four_steps_through_a_request_of_2008_keeps_the_law) { all_ways("request", "2016-03-01"); }
TEST(every_way_of_four_steps_through_a_correction_keeps_the_law) { all_ways("correction", "2026-01-05"); }
