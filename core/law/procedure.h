/* procedure.h — the legal procedure as a table: in which state may which verb be done, what does it need, where does it lead.
 *
 * Capability is the verb's business; here is only the law. The table covers requests under both rule sets and corrections. Offered
 * actions, refusals with their reason, help, `gwgk doc states` and the reachability test read it. */
#ifndef LAW_PROCEDURE_H
#define LAW_PROCEDURE_H

#include "law/clock.h"

enum proc_family { PROC_REQUEST_2008 = 1, PROC_REQUEST_2019 = 2, PROC_CORRECTION = 4, PROC_REQUEST = 3, PROC_ANY = 7 };

enum proc_state {
	STATE_NEW = 1,         /* before `register` */
	STATE_UNCONFIRMED = 2, /* no day of receipt yet */
	STATE_OPEN = 4,
	STATE_CLARIFYING = 8,
	STATE_FEE_PENDING = 16,
	STATE_DECIDED = 32,
	STATE_DELIVERED = 64,
	STATE_ARCHIVED = 128,
	STATE_VOID = 256
};
const char *proc_state_name(enum proc_state s);  /* as stored: "open" … */
const char *proc_state_label(enum proc_state s); /* 在办 … */
bool proc_state_parse(const char *name, enum proc_state *out);

/* What the office found out about the case; a precondition asks that a fact holds or does not. */
enum proc_fact {
	FACT_RECEIVED = 1 << 0,         /* the day of receipt is known */
	FACT_CLARIFIED_BEFORE = 1 << 1, /* the one clarification is used up (2019) */
	FACT_EXTENDED = 1 << 2,         /* the one extension is used up */
	FACT_PAST_DUE = 1 << 3,         /* the step's own day is after the answer date */
	FACT_LIMIT_PASSED = 1 << 4,     /* the counter-clock (补正、缴费) has run out */
	FACT_CONSULT_OPEN = 1 << 5,     /* a third party has not answered and its limit is not over */
	FACT_COAGENCY_OPEN = 1 << 6,
	FACT_TASK_OPEN = 1 << 7,
	FACT_FEE_ALLOWED = 1 << 8,      /* the law of the day of receipt knows a fee */
	FACT_FEE_USED = 1 << 9,         /* a notice was given already */
	FACT_REASONS_ASKED = 1 << 10,
	FACT_OUTCOME_NEEDS_LETTER = 1 << 11, /* its outcome is told to the applicant by a letter */
	FACT_LETTER_ISSUED = 1 << 12,   /* … and that letter is out */
	FACT_LEFT_OFFICE = 1 << 13,     /* something of this case was printed, sent or published */
	FACT_DELIVERED = 1 << 14,
	FACT_ORDERED = 1 << 15,         /* a review or court decision orders a new answer */
	FACT_LAST_STEP_OWN = 1 << 16,   /* the last step was this operator's, and can be undone */
	FACT_CLOSE_OUT_CLEAN = 1 << 17, /* the close-out check found nothing, or was overridden */
	FACT_OPINION_WANTED = 1 << 18,  /* a third party was asked and has not answered, in its time or late */
	FACT_AGENCY_WANTED = 1 << 19,   /* another body likewise */
	FACT_DISCRETIONARY = 1 << 20,   /* withheld on a ground of 条例16, where it may be withheld */
	FACT_GROUND_CONFIRMED = 1 << 21, /* … and the approver confirmed that */
	FACT_FEE_OPEN = 1 << 22,        /* a fee is neither paid nor waived */
	FACT_DELAYED = 1 << 23,         /* a reasonable delay is in force on the step's own day (条例35) */
	FACT_LETTER_REVOKED = 1 << 24   /* a letter of the decision in force was revoked: it may be decided anew */
};
enum { PROC_FACTS = 25 };

struct proc_step {
	unsigned families, from;  /* sets */
	const char *verb;
	enum proc_state to;       /* 0 = stays */
	enum clock_event_kind event;
	unsigned needs, refuses;  /* facts */
	const char *letters;      /* kinds this step may issue, space-separated; "" none */
	const char *article, *article_2008; /* the second for requests under the old law; NULL: the first serves both */
};
extern const struct proc_step proc_steps[]; /* ends with a NULL verb */

struct proc_words { const char *name, *label; };
/* Why a step is refused when a fact does not hold, or does; `cites`: the article of the step follows. */
struct proc_reason { const char *name, *lacking, *holding; bool cites; };
extern const struct proc_words proc_verbs[], proc_states[];   /* end with NULL; states in the order of their bits */
extern const struct proc_reason proc_reasons[PROC_FACTS];
const char *proc_verb_label(const char *verb); /* the verb itself when unknown */

bool proc_writes(const struct proc_step *s, const char *letter); /* may the step issue that kind? */
const char *proc_article(const struct proc_step *s, enum proc_family family); /* "" where no law speaks of it */

enum proc_family proc_family_of(const char *matter_kind, const char *ruleset); /* ruleset NULL: not received, today's */

/* The row that lets the verb happen now; else NULL and ERR_RULE with the reason. */
const struct proc_step *proc_find(enum proc_family family, enum proc_state state, const char *verb, unsigned facts, struct err *why);

/* What the outcome presupposes and the case does not show: said to the clerk, not refused, for it may have happened before the desk was
 * kept here. NULL when nothing is missing. */
const char *outcome_doubt(enum proc_family family, const char *outcome, unsigned facts);

struct proc_offer {
	const char *verb;
	const struct proc_step *step; /* NULL: refused */
	const char *why;              /* the reason, NULL when offered */
};
/* Every verb of the family once, in the order of the table; offered and refused. Returns how many. */
size_t proc_offers(enum proc_family family, enum proc_state state, unsigned facts, struct arena *a, struct proc_offer **out);

#endif
