/* Random walks through the procedure by the real verbs, on both rule sets: whatever a clerk does in whatever order, each step is done or
 * refused, and afterwards the case still has what the law wants it to have. */
#include <string.h>

#include "office/audit.h"
#include "office/backup.h"
#include "office/request.h"
#include "office/steps.h"
#include "tests/office_fixture.h"
#include "tests/test.h"

struct walk {
	struct office *o;
	uint32_t seed;
	int64_t id;
	int parties;
};

static uint32_t dice(struct walk *w, uint32_t n)
{
	w->seed = w->seed * 1664525u + 1013904223u;
	return (w->seed >> 8) % n;
}

static const char *pick(struct walk *w, const char *const *list, uint32_t n)
{
	return list[dice(w, n)];
}

/* Plausible and implausible values for every argument; days around today. */
static struct step_args args(struct walk *w)
{
	static const char *const answers[] = {"consent", "object", "none"}, *const kinds[] = {"co_maker", "other"};
	static const char *const outcomes[] = {"granted", "partial", "refused", "not_existing", "unclear", "exempt", "withdrawn"};
	static const char *const grounds[] = {"15-1", "16-4", "08-2", "99", NULL}, *const methods[] = {"direct", "post", "email", "fax"};
	static const char *const carriers[] = {"ems", "courier", NULL}, *const bases[] = {"count", "pages"};
	daynum today = desk_today(w->o->desk);
	struct step_args a;
	memset(&a, 0, sizeof a);
	a.on = dice(w, 3) ? DAY_NONE : today - (daynum)dice(w, 5);
	a.sent = a.reached = a.notified = a.approved_on = DAY_NONE;
	if (dice(w, 2))
		a.reached = today - (daynum)dice(w, 3);
	a.until = dice(w, 2) ? DAY_NONE : today + (daynum)dice(w, 40);
	a.days = 1 + dice(w, 22);
	a.quantity = dice(w, 60);
	a.pages = INT_NONE;
	a.size = INT_NONE;
	a.original = FLAG_NONE;
	a.items = a.reason = a.ask = a.reply = a.result = a.where = a.words = a.title = "随机";
	a.reasons = dice(w, 4) ? "本案的具体理由" : NULL;
	a.party = dice(w, 2) ? "甲公司" : "乙公司";
	a.body = dice(w, 2) ? "某局" : "某委";
	a.approved_by = "批准人";
	a.signer = dice(w, 4) ? "签收人" : NULL;
	a.waybill = dice(w, 4) ? "EX1" : NULL;
	a.unit = "没有这个部门";
	a.answer = pick(w, answers, 3);
	a.kind = pick(w, kinds, 2);
	a.outcome = pick(w, outcomes, 7);
	a.ground = pick(w, grounds, 5);
	a.method = pick(w, methods, 4);
	a.carrier = pick(w, carriers, 3);
	a.basis = pick(w, bases, 2);
	return a;
}

static void check(struct walk *w, const char *did)
{
	struct matter_case c;
	struct err e = {0};
	assert_done(matter_load(w->o, w->id, t_arena, &c, &e));
	const char *state = c.matter.state;
	bool stopped = c.clock.state == CLOCK_STOPPED, running = c.clock.state == CLOCK_RUNNING;
	if (running && c.clock.due == DAY_NONE)
		fail_msg("%s: running without a due date", did);
	if (stopped && c.clock.counter_due == DAY_NONE)
		fail_msg("%s: stopped without a counter-clock", did);
	/* A case passed on while the applicant was asked is decided with its clock stopped. */
	bool waits = strcmp(state, "clarifying") == 0 || strcmp(state, "fee_pending") == 0;
	if ((waits && !stopped) || (stopped && !waits && strcmp(state, "decided") != 0))
		fail_msg("%s: state %s and clock %d disagree", did, state, (int)c.clock.state);
	if (strcmp(state, "open") == 0 && !running)
		fail_msg("%s: open and no clock runs", did);
	if (c.clock.extensions > 1)
		fail_msg("%s: extended %d times", did, c.clock.extensions);
	if (c.rules && strcmp(c.rules->code, "2019") == 0 && c.clock.clarifications > 1)
		fail_msg("%s: clarified %d times", did, c.clock.clarifications);
	bool answered = strcmp(state, "decided") == 0 || strcmp(state, "delivered") == 0 || strcmp(state, "archived") == 0;
	if (answered && !c.matter.outcome)
		fail_msg("%s: %s without an outcome", did, state);
	if (strcmp(state, "open") == 0 && c.matter.outcome)
		fail_msg("%s: open with the outcome %s", did, c.matter.outcome);
	if ((strcmp(state, "archived") == 0 || strcmp(state, "void") == 0) != (c.matter.closed_on != DAY_NONE))
		fail_msg("%s: %s and closed_on disagree", did, state);
}

static void start(struct walk *w, const char *day)
{
	struct request r;
	struct err e = {0};
	struct verb_call call = {0};
	assert_true(day_parse(day, &w->o->desk->today));
	record_clear(&request_type, &r);
	r.channel = "in_person";
	r.applicant.applicant_kind = "natural";
	r.applicant.name = "随机";
	r.content = arena_printf(t_arena, "第%u件", w->seed);
	assert_done(t_do(w->o, verb_find("request.register"), INT_NONE, &r, &call, &e));
	w->id = call.subject_id;
}

static void walk(struct walk *w, const char *day)
{
	size_t verbs = 0;
	while (step_verbs[verbs])
		verbs++;
	start(w, day);
	for (int i = 0; i < 14; i++) {
		struct step_args a = args(w);
		const struct verb *v = step_verbs[dice(w, (uint32_t)verbs)];
		struct err e = {0}, why = {0};
		bool can = verb_can(w->o, v, w->id, &why);
		bool done = t_do(w->o, v, w->id, v->args ? &a : NULL, NULL, &e);
		if (done && !can)
			fail_msg("%s was done although it could not be: %s", v->name, why.text);
		if (!done && e.code != ERR_RULE && e.code != ERR_INPUT && e.code != ERR_MISSING)
			fail_msg("%s: %s %s", v->name, err_code_name(e.code), e.text);
		if (!done && !e.text[0])
			fail_msg("%s is refused without a word", v->name);
		check(w, v->name);
		w->o->desk->today += (daynum)dice(w, 6);
	}
}

static void walks(const char *day, uint32_t n)
{
	struct office *o = t_office(day);
	struct check_report report;
	struct err e = {0};
	for (uint32_t seed = 1; seed <= n; seed++) {
		struct walk w = {.o = o, .seed = seed * 7919u};
		walk(&w, day);
	}
	t_verify(o);
	assert_done(office_check(o, t_arena, &report, &e));
	for (size_t i = 0; i < report.n; i++)
		if (!report.lines[i].ok && !report.lines[i].warning)
			fail_msg("%s: %s", report.lines[i].name, report.lines[i].text);
}

TEST(random_walks_through_the_procedure_of_2019_keep_what_the_law_wants)
{
	walks("2026-01-05", 40);
}

TEST(random_walks_through_the_procedure_of_2008_keep_what_the_law_wants)
{
	walks("2016-03-01", 40);
}

/* Undoing puts state and dates back as they were, by computing anew. */
TEST(every_step_that_can_be_undone_leaves_the_case_as_it_was)
{
	struct office *o = t_office("2026-03-02");
	int undone = 0;
	for (uint32_t seed = 1; seed <= 60; seed++) {
		struct walk w = {.o = o, .seed = seed * 104729u};
		start(&w, "2026-03-02");
		for (int i = 0; i < 5; i++) {
			struct matter_case before, after;
			struct err e = {0}, none = {0};
			struct step_args a = args(&w);
			size_t verbs = 0;
			while (step_verbs[verbs])
				verbs++;
			const struct verb *v = step_verbs[dice(&w, (uint32_t)verbs)];
			assert_done(matter_load(o, w.id, t_arena, &before, &e));
			if (strcmp(v->name, "request.undo") == 0 || !t_do(o, v, w.id, &a, NULL, &none))
				continue;
			if (!t_do(o, verb_find("request.undo"), w.id, NULL, NULL, &none))
				continue;
			assert_done(matter_load(o, w.id, t_arena, &after, &e));
			if (strcmp(before.matter.state, after.matter.state) != 0 || before.due != after.due || before.moving != after.moving)
				fail_msg("%s undone: %s/%d became %s/%d", v->name, before.matter.state, (int)before.due, after.matter.state, (int)after.due);
			undone++;
		}
	}
	assert_true(undone > 20);
	t_verify(o);
}
