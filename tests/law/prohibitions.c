/* What must hold before each step, and what forbids it: written down from the regulations a second time, against the table of the procedure. Each
 * row is a case in which the step is allowed; without one of the facts it needs, or with one that forbids it, it is not. */
#include "tests/test.h"
#include "law/procedure.h"

#include <string.h>

enum { R08 = PROC_REQUEST_2008, R19 = PROC_REQUEST_2019, REQ = R08 | R19, COR = PROC_CORRECTION, ANY = REQ | COR };
enum { OPEN = STATE_OPEN, ASKED = STATE_CLARIFYING, FEE = STATE_FEE_PENDING, TOLD = STATE_DECIDED, SENT = STATE_DELIVERED, SHELF = STATE_ARCHIVED };

static const struct {
	unsigned families;
	const char *verb;
	unsigned from;    /* in all of these states, */
	unsigned needs;   /* with all of these facts, */
	unsigned forbids; /* and none of these */
} rules[] = {
	{REQ, "answer_now", OPEN, 0, FACT_CONSULT_OPEN | FACT_COAGENCY_OPEN},               /* 条例32、34: they are heard first */
	{R19, "clarify", OPEN, 0, FACT_CLARIFIED_BEFORE},                                   /* 条例30: once */
	{R08 | COR, "clarify", OPEN, 0, 0},
	{ANY, "clarified", ASKED, 0, 0},
	{REQ, "lapse", ASKED, FACT_LIMIT_PASSED, 0},                                        /* 条例30 */
	{R19, "lapse", FEE, FACT_LIMIT_PASSED, 0},                                          /* 国办函〔2020〕109号 */
	{REQ, "consult", OPEN, 0, 0},
	{REQ, "opinion", OPEN | ASKED | TOLD | SENT, FACT_OPINION_WANTED, 0},
	{REQ, "coagency_reply", OPEN | ASKED | TOLD | SENT, FACT_AGENCY_WANTED, 0},
	{ANY, "reply", STATE_UNCONFIRMED | OPEN | ASKED | TOLD | SENT, FACT_TASK_OPEN, 0},
	{REQ, "extend", OPEN, 0, FACT_EXTENDED | FACT_PAST_DUE | FACT_DELAYED},             /* 条例33: once, told before the date */
	{R19, "ask_reasons", OPEN, 0, FACT_REASONS_ASKED},                                  /* 条例35 */
	{R19, "delay", OPEN, FACT_REASONS_ASKED, FACT_PAST_DUE},
	{R19, "fee", OPEN, FACT_FEE_ALLOWED, FACT_FEE_USED | FACT_PAST_DUE},                /* 国办函〔2020〕109号: before the date, one notice */
	{R08, "fee", OPEN | TOLD, 0, FACT_FEE_USED},                                        /* 条例(2008)27 */
	{R19, "paid", FEE, 0, 0},
	{R08, "paid", OPEN | TOLD | SENT, FACT_FEE_OPEN, 0},
	{R08, "waive", OPEN | TOLD | SENT, FACT_FEE_OPEN, 0},                               /* 条例(2008)28 */
	{R19, "decide", OPEN, FACT_RECEIVED, FACT_CONSULT_OPEN | FACT_COAGENCY_OPEN},
	{R08, "decide", OPEN, FACT_RECEIVED, FACT_CONSULT_OPEN},
	{R08, "decide", OPEN, FACT_RECEIVED | FACT_COAGENCY_OPEN, FACT_CONSULT_OPEN},       /* nothing waited for another body then */
	{COR, "decide", OPEN, FACT_RECEIVED, 0},
	{COR, "decide", ASKED, FACT_RECEIVED | FACT_LIMIT_PASSED, 0},
	{ANY, "decide", TOLD, FACT_RECEIVED | FACT_LETTER_REVOKED, FACT_LETTER_ISSUED},     /* a wrong one, before anything is served */
	{R19, "confirm_ground", TOLD, FACT_DISCRETIONARY, FACT_GROUND_CONFIRMED},           /* 条例16 */
	{ANY, "deliver", TOLD, FACT_OUTCOME_NEEDS_LETTER | FACT_LETTER_ISSUED, 0},          /* what needs a letter goes out with one */
	{ANY, "deliver", TOLD, 0, FACT_OUTCOME_NEEDS_LETTER},
	{ANY, "deliver_again", SENT | SHELF, FACT_DELIVERED, 0},                            /* what came back was once sent */
	{ANY, "deliver_fix", SENT, FACT_DELIVERED, 0},
	{ANY, "withdraw", STATE_UNCONFIRMED | OPEN | ASKED, 0, 0},
	{ANY, "transfer", STATE_UNCONFIRMED | OPEN | ASKED, 0, 0},
	{ANY, "merge", STATE_UNCONFIRMED | OPEN, 0, FACT_LETTER_ISSUED},                    /* an answer that is out is not merged away */
	{ANY, "void", STATE_UNCONFIRMED | OPEN | ASKED | TOLD, 0, FACT_LETTER_ISSUED},
	{ANY, "reopen", TOLD | SENT | SHELF, FACT_ORDERED, 0},
	{ANY, "archive", SENT, FACT_CLOSE_OUT_CLEAN, 0},
	{ANY, "archive", TOLD, FACT_CLOSE_OUT_CLEAN, FACT_OUTCOME_NEEDS_LETTER},
	{ANY, "shelve", SHELF, 0, 0},
	{ANY, "undo", OPEN | TOLD | SENT | SHELF | STATE_VOID, FACT_LAST_STEP_OWN, FACT_LEFT_OFFICE},
};

/* Of the facts a row needs, those that merely stand beside it: without them the step is allowed all the same. */
static bool beside(const char *verb, unsigned family, unsigned fact)
{
	return (!strcmp(verb, "decide") && fact == FACT_COAGENCY_OPEN && family == R08) ||
		(!strcmp(verb, "deliver") && fact == FACT_OUTCOME_NEEDS_LETTER);
}

static void must(bool allowed, size_t i, unsigned family, unsigned state, unsigned facts)
{
	struct err e = {0};
	const struct proc_step *s = proc_find((enum proc_family)family, (enum proc_state)state, rules[i].verb, facts, &e);
	if (allowed != (s != NULL))
		fail_msg("%s of family %u in %s with facts %x: %s", rules[i].verb, family, proc_state_name((enum proc_state)state), facts,
			s ? "is allowed" : e.text);
}

TEST(each_step_is_forbidden_by_what_the_regulations_say)
{
	for (size_t i = 0; i < sizeof rules / sizeof *rules; i++)
		for (unsigned family = 1; family <= PROC_ANY; family <<= 1)
			for (unsigned at = 1; (family & rules[i].families) && at <= STATE_VOID; at <<= 1) {
				if (!(at & rules[i].from))
					continue;
				must(true, i, family, at, rules[i].needs);
				for (unsigned fact = 1; fact < 1u << PROC_FACTS; fact <<= 1) {
					if (fact & rules[i].forbids)
						must(false, i, family, at, rules[i].needs | fact);
					if ((fact & rules[i].needs) && !beside(rules[i].verb, family, fact))
						must(false, i, family, at, rules[i].needs & ~fact);
				}
			}
}

/* No row of the table stands outside the list above: what is added to the one is thought of in the other. */
TEST(every_fact_that_forbids_a_step_is_in_the_list)
{
	static const char *const elsewhere[] = {"register"}; /* procedure.c */
	for (const struct proc_step *s = proc_steps; s->verb; s++) {
		unsigned known = 0;
		for (size_t i = 0; i < sizeof rules / sizeof *rules; i++)
			if ((rules[i].families & s->families) && (rules[i].from & s->from) && !strcmp(rules[i].verb, s->verb))
				known |= rules[i].needs | rules[i].forbids;
		if (strcmp(s->verb, elsewhere[0]) != 0 && ((s->needs | s->refuses) & ~known))
			fail_msg("%s: facts %x are in no rule", s->verb, (s->needs | s->refuses) & ~known);
	}
}
