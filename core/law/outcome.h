/* outcome.h — how a case ends: outcome codes, grounds of refusal, the row of the annual report, the remedies to be told.
 *
 * Rows with validity dates (db/seed/outcome.tsv, ground.tsv, remedy.tsv); the remedy follows the date of the letter, not of receipt. */
#ifndef LAW_OUTCOME_H
#define LAW_OUTCOME_H

#include "law/clock.h"

/* What must be told at the end of a letter. */
enum remedy_class {
	REMEDY_NONE, /* procedural letters */
	REMEDY_ALT,  /* 复议 or 诉讼 */
	REMEDY_PRE   /* 复议 first (行政复议法 23, from 2024-01-01) */
};

struct outcome {
	const char *ruleset, *code, *label;
	const char *article;
	const char *row;      /* of table 3: "A" … "F3"; "" where the ground decides */
	const char *old_class; /* of the report form to 2013: granted partial refused exempt transferred */
	const char *remedy;   /* "alt" "none"; "ground": PRE when withheld under 14–16 */
	const char *letter;   /* kind of its decision letter; "" = none */
	bool needs_ground; /* with reasons, per withheld part */
	bool needs_search; /* a search log: where, words, who, when */
	bool needs_body;   /* whom to ask instead */
	bool gives;        /* information that was not public goes out */
};
struct ground {
	const char *ruleset, *code, *label, *row, *article;
	bool discretionary;  /* 条例16 可以: the approver confirms twice */
	bool pre;            /* 复议 first since 2024 */
	bool third_party;    /* protects a third party: its objection is heeded */
};
struct remedy {
	const char *code;    /* "alt" "pre" */
	daynum from, to;     /* date of the letter */
	int review_days;     /* 60 */
	int suit_months;     /* 6; 3 before 2015-05-01 */
	int suit_after_review_days; /* 15 */
	const char *article;
	bool internet;       /* served over the internet: the letter names an internet channel for review (行政复议法 22) */
};

const struct outcome *outcome_find(const struct law *l, const char *ruleset, const char *code);
const struct ground *ground_find(const struct law *l, const char *ruleset, const char *code);
/* By the code or by the words that people are shown; under the rules of 2008 also by the classes of the old report (同意、免于、转其他 …). */
const struct outcome *outcome_named(const struct law *l, const char *ruleset, const char *text);
const struct ground *ground_named(const struct law *l, const char *ruleset, const char *text);
/* May an old answer stand without its ground? Reports to 2013 count by class, whatever the ground; later ones by the ground, unless the outcome
 * has a row of its own. */
bool outcome_counts_without_ground(const struct outcome *o, daynum received);
/* The verb whose own outcome this is: it is not decided ("lapse" "withdraw"); NULL for the others. */
const char *outcome_step(const char *outcome);
/* What a case ends with that is passed on to petitions, reports or counsel (条例39(一); 条例(2008)21(三)); ruleset NULL: today's. */
const char *outcome_of_transfer(const char *ruleset);
/* … that the applicant let lapse: the clarification, or the fee. */
const char *outcome_of_lapse(enum clock_key counter);
/* Letters with the ordinary remedies whatever the outcome of a request: they tell somebody else, a correction, or that it is stopped. */
bool remedy_of_its_own(const char *letter);
/* Row of the annual report, "A" … "F3"; NULL when the ground is missing or unknown. */
const char *outcome_row(const struct law *l, const char *ruleset, const char *outcome, const char *ground);
/* For a letter of that date. `withheld`: ground of a partial decision, NULL when nothing is withheld under 14–16. */
enum remedy_class outcome_remedy(const struct law *l, const char *ruleset, const char *outcome, const char *ground, daynum letter_date);
/* The terms to print; NULL for REMEDY_NONE. */
const struct remedy *remedy_on(const struct law *l, enum remedy_class class, daynum letter_date);
const char *remedy_class_name(enum remedy_class class); /* "NONE" "ALT" "PRE" */

#endif
