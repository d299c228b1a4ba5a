/* letter_remedy.h — what a decision must tell about review and suit. */
#ifndef OFFICE_LETTER_REMEDY_H
#define OFFICE_LETTER_REMEDY_H

#include "law/remedy_period.h"
#include "office/matter.h"

struct remedy_case {
	const char *ruleset, *outcome, *ground;
	daynum on;        /* the letter's date */
	bool internet;    /* it is served over the internet */
	const char *kind; /* of the letter, when there is no outcome: third_party_notice, correction_result … */
	/* 撤销（更正）文书决定书: of what kind is the letter it names, did that one tell a remedy, and does it stand, corrected? */
	const char *revoked;
	bool revoked_told, corrects;
	bool fill;        /* an empty setting stands as 【直属海关】 instead of refusing (previews) */
};
/* The paragraph by 行政复议法 and 行政诉讼法; *text NULL where the law wants none. ERR_RULE naming an empty setting. */
bool letter_remedy(struct office *o, const struct remedy_case *c, struct arena *a, const char **text, struct err *e) CHECKED;

/* Until when the applicant may go to review or to court against what was served last; none while the case is open again. */
bool letter_remedy_periods(struct office *o, const struct matter *m, struct arena *a, struct remedy_period out[REMEDY_PERIODS], size_t *n,
	struct err *e) CHECKED;

/* The labels of comma-separated grounds; NULL for none. */
const char *letter_ground_text(struct office *o, const struct matter *m, const char *grounds, struct arena *a);
/* The kind of letter that tells this outcome; NULL when it has none. */
const char *letter_of_outcome(struct office *o, const struct matter *m);

#endif
