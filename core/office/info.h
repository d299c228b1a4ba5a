/* info.h — information (政府信息) under the catalogue: registered, reviewed, published, withdrawn.
 *
 * 先审查、后公开 (条例 17, 保密法): an information is registered as a draft under a catalogue element, reviewed in two steps (the
 * producing unit, then the office; in doubt the superior), then published through at least one channel. Each formation and each
 * change of published information opens a duty with a due date of its own; an older publication never meets it. Who signed a
 * review, when and on which sheet stands apart from the operator who recorded it.
 *
 * Dates due, overdue, left and met are computed on loading from law/rule.h; `state` is what the newest duty's reviews and
 * publications make of it. Publishing is ours when we made or hold the information (S4 art. 14, 条例 10). */
#ifndef OFFICE_INFO_H
#define OFFICE_INFO_H

#include "law/ledger.h"
#include "law/rule.h"
#include "office/catalogue.h"
#include "office/verb.h"

/* What is typed when an information is registered or changed. */
struct info_fields {
	int64_t item, element; /* number in the catalogue, k of the element (INT_NONE: the only one) */
	const char *title;
	daynum formed, changed;
	const char *origin, *made_by, *unit, *disposition, *ground, *reason, *document_number, *summary;
	daynum event_date, due_typed;
	const char *due_basis, *confirm_with, *index_number;
};

struct info_review {
	const char *step, *result, *reviewer, *reason, *approval_ref, *origin;
	daynum on;
};
struct info_publication {
	int64_t duty; /* row id */
	const char *channel, *place, *evidence, *withdrawn_reason;
	daynum on, withdrawn_on;
};
struct info_duty {
	int64_t row;
	const char *kind, *rule, *why;
	daynum start, due, met; /* met: first publication that counts for it */
	int8_t provisional, overdue;
};

struct info {
	int64_t row, version, element_id, unit_id;
	const char *id, *state; /* id: I2026-0012 */
	struct info_fields f;
	const char *item_name, *element_text, *publishers;
	daynum registered_on, confirmed_on, due, first_published;
	const char *confirmed_ref, *void_reason, *source;
	int8_t ours, provisional, overdue;
	int64_t left; /* working days to due; negative when late; INT_NONE when nothing is open */
	struct record_list duties, reviews, publications; /* oldest first */
};
extern const struct record_type info_type, info_duty_type, info_review_type, info_publication_type;
extern const struct choice info_origins[], info_dispositions[], info_states[], review_steps[], review_results[];

/* The whole record. ERR_MISSING. */
bool info_load(struct office *o, int64_t row, struct arena *a, struct info *out, struct err *e) CHECKED;
/* Row id of I2026-0012, i2026-12 or an index number. ERR_MISSING. */
bool info_find(struct office *o, const char *id, int64_t *row, struct err *e) CHECKED;

/* Day by day, how the due date of the newest duty was counted; ERR_RULE with the reason where nothing is counted. */
bool info_ledger(struct office *o, const struct info *i, struct arena *a, struct clock_ledger *out, struct err *e) CHECKED;

/* What registering these fields would give: the element they name, its rule, and the date. Where this office owes no publication due.due is
 * DAY_NONE and due.why says so. ERR_INPUT: no such item or element. */
struct info_foresight {
	struct item item;
	const struct element *element;
	struct rule rule;
	struct rule_due due;
};
bool info_foresee(struct office *o, const struct info_fields *f, struct arena *a, struct info_foresight *out, struct err *e) CHECKED;
bool info_foresight_ledger(struct office *o, const struct info_foresight *s, struct arena *a, struct clock_ledger *out, struct err *e) CHECKED;

/* A page of a list, newest first; a NULL or INT_NONE member is no condition. */
struct info_filter {
	const char *state, *disposition, *text; /* text: title, index or document number holds it */
	int64_t item, unit_id, from;  /* from: this row and older ones; backward: newer ones than it, nearest first */
	bool backward;
	bool by_number, falling;      /* in the order of numbers, from `number` (NULL: the first) on, itself included; backward: before it */
	const char *number;
	bool overdue;                 /* an unmet duty of ours whose day has passed; oldest due first */
	size_t limit;                 /* 0 = all */
};
struct info_list {
	size_t n;
	struct info *rows; /* without reviews, publications and duties other than the newest */
};
bool info_page(struct office *o, const struct info_filter *f, struct arena *a, struct info_list *out, struct err *e) CHECKED;

/* --- verbs ------------------------------------------------------------------------------------------------------------------ */
struct info_change_args {
	struct info_fields f; /* first: as info_fields; unknown = stays */
	const char *why;
	int64_t version; /* as the clerk saw it; INT_NONE = whatever it is */
};
struct info_review_args {
	const char *step, *result, *reviewer, *reason, *approval_ref;
	daynum on;
};
struct info_publish_args {
	const char *channel, *place, *evidence;
	daynum on;
};
struct info_withdraw_args {
	const char *channel, *reason;
	daynum on;
};
struct info_revise_args {
	const char *title, *summary, *reason;
	daynum changed;
};
struct info_confirmed_args {
	const char *ref;
	daynum on;
};
struct info_void_args {
	const char *reason;
};
struct info_import_args {
	const char *text; /* the file, as UTF-8 */
};
extern const struct record_type info_register_type, info_change_type, info_review_args_type, info_publish_type, info_withdraw_type,
	info_revise_type, info_confirmed_type, info_void_type, info_import_type;
extern const struct verb *const info_verbs[]; /* register change review confirmed publish withdraw revise void import */
extern const struct verb info_register, info_change, info_review, info_confirmed, info_publish, info_withdraw, info_revise, info_void,
	info_import;

/* What an import would do, without doing it. */
struct info_plan {
	size_t added, published, same;
	const char *words; /* one line a difference */
};
bool info_import_plan(struct office *o, const char *text, struct arena *a, struct info_plan *out, struct err *e) CHECKED;
/* Rewrites the cached deadline of every information (after a calendar import or `gwgk check --fix`); inside a verb. */
bool info_deadlines(struct office *o, struct err *e) CHECKED;

#endif
