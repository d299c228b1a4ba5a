#include "tests/test.h"
#include "law/outcome.h"
#include "law/procedure.h"

#include <string.h>

static const enum proc_family families[] = {PROC_REQUEST_2008, PROC_REQUEST_2019, PROC_CORRECTION};
enum { FAMILIES = 3, STATES = 9, ALL_STATES = (1 << STATES) - 1 };

/* States one step away from any of `from`, whatever the facts. */
static unsigned onward(enum proc_family f, unsigned from)
{
	unsigned to = 0;
	for (const struct proc_step *s = proc_steps; s->verb; s++)
		if ((s->families & f) && (s->from & from))
			to |= s->to;
	return to;
}

static unsigned closure(enum proc_family f, unsigned states)
{
	for (unsigned more; (more = states | onward(f, states)) != states;)
		states = more;
	return states;
}

TEST(every_state_of_the_procedure_is_reached_and_none_is_a_dead_end)
{
	for (int i = 0; i < FAMILIES; i++) {
		unsigned reached = closure(families[i], STATE_NEW), all = ALL_STATES;
		if (families[i] != PROC_REQUEST_2019)
			all &= ~(unsigned)STATE_FEE_PENDING; /* only the 2019 fee stops a case */
		assert_int_equal(reached, all);
		for (unsigned s = 1; s <= STATE_DELIVERED; s <<= 1)
			if ((all & s) && !(closure(families[i], s) & STATE_ARCHIVED))
				fail_msg("from %s no case can be archived", proc_state_name((enum proc_state)s));
		for (unsigned s = STATE_UNCONFIRMED; s <= STATE_DECIDED; s <<= 1)
			if ((all & s) && !(onward(families[i], s) & ~s))
				fail_msg("%s leads nowhere", proc_state_name((enum proc_state)s));
	}
}

TEST(every_row_names_known_verbs_facts_letters_and_articles)
{
	for (const struct proc_step *s = proc_steps; s->verb; s++) {
		assert_string_not_equal(proc_verb_label(s->verb), s->verb);
		assert_true(s->families && !(s->families & ~(unsigned)PROC_ANY) && s->from && !(s->from & ~(unsigned)ALL_STATES));
		assert_true((s->needs & s->refuses) == 0 && (s->needs | s->refuses) < 1u << PROC_FACTS);
		assert_true((s->to & (s->to - 1)) == 0 && s->event < EV_KINDS && s->letters && s->article);
	}
	for (const struct proc_words *v = proc_verbs; v->name; v++) {
		bool used = false;
		for (const struct proc_step *s = proc_steps; s->verb; s++)
			used |= !strcmp(s->verb, v->name);
		if (!used)
			fail_msg("no row for %s", v->name);
	}
}

/* Breadth-first over state and clock flags, with the facts a case would really have: at most one extension and one clarification under 2019,
 * none after its notice would be late, nothing decided after the archive. */
TEST(no_path_extends_or_asks_twice_and_nothing_is_decided_after_the_archive)
{
	enum { NODES = 1 << (STATES + 4) };
	static unsigned char seen[NODES];
	static unsigned queue[NODES];
	memset(seen, 0, sizeof seen);
	size_t head = 0, tail = 0;
	queue[tail++] = STATE_NEW;
	while (head < tail) {
		unsigned node = queue[head++], at = node & ALL_STATES, flags = node >> STATES;
		unsigned clarified = flags & 1, extended = flags & 2, reasons = flags & 4, fee = flags & 8;
		unsigned facts = FACT_RECEIVED | FACT_LIMIT_PASSED | FACT_FEE_ALLOWED | FACT_OUTCOME_NEEDS_LETTER | FACT_LETTER_ISSUED |
			FACT_CLOSE_OUT_CLEAN | (clarified ? FACT_CLARIFIED_BEFORE : 0) | (extended ? FACT_EXTENDED : 0) |
			(reasons ? FACT_REASONS_ASKED : 0) | (fee ? FACT_FEE_USED : 0);
		for (const struct proc_words *v = proc_verbs; v->name; v++) {
			struct err e = {0};
			const struct proc_step *s = proc_find(PROC_REQUEST_2019, (enum proc_state)at, v->name, facts, &e);
			assert_true(s || (e.code == ERR_RULE && *e.text));
			if (!s)
				continue;
			bool late = strcmp(v->name, "decide") == 0 && at >= STATE_DECIDED;
			if (late || (s->event == EV_EXTENDED && extended) || (s->event == EV_CLARIFY_SENT && clarified))
				fail_msg("%s in %s", v->name, proc_state_name((enum proc_state)at));
			if (s->event == EV_EXTENDED && proc_find(PROC_REQUEST_2019, (enum proc_state)at, v->name, facts | FACT_PAST_DUE, NULL))
				fail_msg("extended after the due date");
			unsigned next = (s->to ? (unsigned)s->to : at) | (flags | (s->event == EV_CLARIFY_SENT ? 1 : 0) | (s->event == EV_EXTENDED ? 2 : 0) |
				(s->event == EV_REASONS_ASKED ? 4 : 0) | (s->event == EV_FEE_NOTIFIED ? 8 : 0)) << STATES;
			if (!seen[next]) {
				seen[next] = 1;
				queue[tail++] = next;
			}
		}
	}
	assert_true(tail > 30);
}

TEST(a_refused_step_says_why)
{
	static const struct {
		enum proc_family family;
		enum proc_state state;
		const char *verb;
		unsigned facts;
		const char *says; /* NULL: allowed */
	} cases[] = {
		{PROC_REQUEST_2019, STATE_OPEN, "extend", 0, NULL},
		{PROC_REQUEST_2019, STATE_OPEN, "extend", FACT_EXTENDED, "不得再次延期"},
		{PROC_REQUEST_2019, STATE_OPEN, "extend", FACT_EXTENDED, "（条例33(二)）"},
		{PROC_REQUEST_2008, STATE_OPEN, "extend", FACT_EXTENDED, "（条例(2008)24）"},
		{PROC_REQUEST_2008, STATE_DECIDED, "confirm_ground", FACT_DISCRETIONARY, "没有“再次确认不公开理由”这一步"},
		{PROC_REQUEST_2019, STATE_OPEN, "extend", FACT_PAST_DUE, "答复期限已过"},
		{PROC_REQUEST_2019, STATE_ARCHIVED, "decide", FACT_RECEIVED, "办件已归档，不能作出决定"},
		{PROC_REQUEST_2019, STATE_OPEN, "clarify", FACT_CLARIFIED_BEFORE, "一次性告知"},
		{PROC_REQUEST_2008, STATE_OPEN, "clarify", FACT_CLARIFIED_BEFORE, NULL},
		{PROC_REQUEST_2019, STATE_OPEN, "fee", 0, "没有收费依据"},
		{PROC_REQUEST_2019, STATE_OPEN, "fee", FACT_FEE_ALLOWED, NULL},
		{PROC_REQUEST_2019, STATE_CLARIFYING, "lapse", 0, "期限未满"},
		{PROC_REQUEST_2019, STATE_DECIDED, "deliver", FACT_OUTCOME_NEEDS_LETTER, "答复文书尚未制发"},
		{PROC_REQUEST_2019, STATE_DECIDED, "deliver", FACT_OUTCOME_NEEDS_LETTER | FACT_LETTER_ISSUED, NULL},
		{PROC_REQUEST_2019, STATE_DECIDED, "deliver", 0, NULL},
		{PROC_REQUEST_2019, STATE_DELIVERED, "undo", FACT_LAST_STEP_OWN | FACT_LEFT_OFFICE, "离开本关"},
		{PROC_REQUEST_2019, STATE_OPEN, "delay", 0, "说明理由"},
		{PROC_REQUEST_2008, STATE_OPEN, "delay", 0, "没有“确定合理延迟期限”这一步"},
		{PROC_CORRECTION, STATE_OPEN, "extend", 0, "没有“延期答复”这一步"},
		{PROC_REQUEST_2019, STATE_DELIVERED, "reopen", 0, "责令重新答复"},
		{PROC_REQUEST_2019, STATE_UNCONFIRMED, "confirm", 0, NULL},
		{PROC_REQUEST_2019, STATE_OPEN, "issue", 0, NULL},
	};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct err e = {0};
		const struct proc_step *s = proc_find(cases[i].family, cases[i].state, cases[i].verb, cases[i].facts, &e);
		if (cases[i].says ? s || !strstr(e.text, cases[i].says) : !s)
			fail_msg("row %zu: %s", i, e.text);
	}
	assert_string_equal(proc_find(PROC_REQUEST_2019, STATE_NEW, "register", 0, NULL) ? "unconfirmed" : "", "unconfirmed");
	assert_int_equal(proc_find(PROC_REQUEST_2019, STATE_NEW, "register", FACT_RECEIVED, NULL)->to, STATE_OPEN);
}

TEST(every_verb_is_offered_once_or_refused_with_a_reason)
{
	struct proc_offer *offers;
	for (int f = 0; f < FAMILIES; f++)
		for (unsigned s = 1; s <= STATE_VOID; s <<= 1) {
			size_t n = proc_offers(families[f], (enum proc_state)s, 0, t_arena, &offers);
			assert_true(n > 15);
			for (size_t i = 0; i < n; i++) {
				assert_true(!offers[i].step == (offers[i].why != NULL));
				for (size_t k = 0; k < i; k++)
					assert_string_not_equal(offers[i].verb, offers[k].verb);
			}
		}
}

TEST(states_and_families_are_known_by_their_stored_names)
{
	for (unsigned s = 1; s <= STATE_VOID; s <<= 1) {
		enum proc_state back;
		assert_true(proc_state_parse(proc_state_name((enum proc_state)s), &back));
		assert_int_equal(back, s);
		assert_true(*proc_state_label((enum proc_state)s));
	}
	enum proc_state none;
	assert_false(proc_state_parse("closed", &none));
	assert_int_equal(proc_family_of("request", "2008"), PROC_REQUEST_2008);
	assert_int_equal(proc_family_of("request", NULL), PROC_REQUEST_2019);
	assert_int_equal(proc_family_of("correction", "2019"), PROC_CORRECTION);
}

/* 国令第711号 is not what a case of 2008 is told. */
TEST(no_step_of_the_old_law_cites_the_new_one)
{
	for (const struct proc_step *s = proc_steps; s->verb; s++) {
		const char *article = proc_article(s, PROC_REQUEST_2008);
		if ((s->families & PROC_REQUEST_2008) && (s->families & PROC_REQUEST_2019))
			assert_true(strncmp(article, "条例", strlen("条例")) != 0 || !strncmp(article, "条例(2008)", strlen("条例(2008)")));
		assert_string_equal(proc_article(s, PROC_REQUEST_2019), s->article);
	}
}

TEST(a_step_writes_the_letters_of_its_row_and_no_part_of_their_names)
{
	struct err e = {0};
	const struct proc_step *s = proc_find(PROC_REQUEST_2019, STATE_OPEN, "answer_now", 0, &e);
	assert_true(proc_writes(s, "granted") && proc_writes(s, "already_public"));
	assert_false(proc_writes(s, "refused") || proc_writes(s, "public") || proc_writes(s, "grant") || proc_writes(s, ""));
}
