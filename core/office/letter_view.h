/* letter_view.h — what screens need of letters beyond the letter itself: pages of a list, the names of the kinds, and everything that
 * stands in the way of issuing one. Reads only. */
#ifndef OFFICE_LETTER_VIEW_H
#define OFFICE_LETTER_VIEW_H

#include "office/letter.h"

struct letter_row {
	int64_t id, matter_id;
	const char *ref, *number, *kind, *name, *case_number, *status; /* name: of its template, as issued */
	daynum date;
};
extern const struct record_type letter_row_type;

/* Newest first; `from` is the row to begin with, itself included (backward: the rows newer than it, nearest first); INT_NONE: from the
 * end. With a matter: all of it, `from` and `word` are not looked at. */
struct letter_filter {
	int64_t matter_id, from, limit;
	bool backward;
	const char *word; /* found in the letter's or the case's number; NULL */
};
bool letter_page(struct office *o, const struct letter_filter *f, struct arena *a, struct letter_row **out, size_t *n, struct err *e) CHECKED;

/* The template that letter_preview() and letter.issue take. */
bool letter_template_of(struct office *o, int64_t matter_id, const struct letter_issue *what, struct arena *a, const struct template **out,
	struct err *e) CHECKED;

/* What the case says already for the slots a clerk may type: the reasons of its decision. Codes for choices. */
bool letter_known(struct office *o, int64_t matter_id, const struct letter_issue *what, struct arena *a, struct letter_slot **out, size_t *n,
	struct err *e) CHECKED;

struct letter_defect {
	const char *slot; /* its name; NULL: not a slot's */
	bool typed;       /* the clerk types it */
	const char *text;
};
struct letter_defects {
	size_t n;
	struct letter_defect *rows;
};
/* All that letter.issue would refuse one after another; none when it would go through. False: no such letter for this case. */
bool letter_defects(struct office *o, int64_t matter_id, const struct letter_issue *what, struct arena *a, struct letter_defects *out,
	struct err *e) CHECKED;

/* One row a kind that today's law has for this case: may it be issued now, and why not. */
struct letter_offer {
	const char *kind, *name, *why; /* why NULL: its turn has come */
};
bool letter_offers(struct office *o, int64_t matter_id, struct arena *a, struct letter_offer **out, size_t *n, struct err *e) CHECKED;

/* The letter that this case owes: of the steps done and the decision taken, the first that has no standing letter; before receipt is settled
 * the record of confirmation. ERR_RULE: none is owed. */
bool letter_due(struct office *o, int64_t matter_id, struct arena *a, const char **kind, struct err *e) CHECKED;

#endif
