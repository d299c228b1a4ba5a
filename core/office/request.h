/* request.h — an application for information (依申请公开) from arrival to archive.
 *
 * A request is a matter (office/matter.h: number, dates of receipt, state, rule set), the applicant's words and an applicant.
 * `struct request` holds what was typed; request_type describes it and is the argument of request.register. What follows
 * from it (received, due, missing, state …) is in `struct request_view`, computed on loading, never stored as truth.
 * An application that lacks identity, contact or form is registered and receipted all the same: its gaps are listed and
 * start the clarification clock (条例 29, 30). The applicant's words are kept byte for byte. */
#ifndef OFFICE_REQUEST_H
#define OFFICE_REQUEST_H

#include "office/matter.h"
#include "office/party.h"
#include "office/verb.h"

struct request {
	const char *channel;
	daynum arrived, signed_on, confirmed; /* 到达、签收、与申请人确认 */
	const char *confirmed_with;
	struct party applicant;
	const char *content, *document_number, *index_number, *purpose, *form, *route;
	int8_t accept_other;
	const char *assistance;
	daynum applied_on;
	const char *waybill;
	const char *co_applicants; /* others on the same form; the request is one, counted in the first one's column */
	int8_t anti_smuggling;     /* 缉私: 警务公开 applies first (关务公开规定27) */
};
extern const struct record_type request_type;
extern const struct choice request_forms[], request_routes[], request_purposes[];

/* request.change: the same fields, typed again, and why. */
struct request_change {
	struct request now; /* first: the fields' offsets are request_type's */
	const char *reason;
	int64_t version; /* of the matter as the clerk saw it; INT_NONE = whatever it is */
};
extern const struct record_type request_change_type;

struct request_confirm {
	daynum on;
	const char *with, *by;
};
extern const struct record_type request_confirm_type;

struct request_void {
	const char *reason;
};
extern const struct record_type request_void_type;

/* A case like this one and why: office/similar.h. */
struct similar {
	int64_t id;
	const char *number, *why;
	int weight;
};

struct request_view {
	struct matter_case c; /* number, state, events, clocks as of today */
	struct request request;
	int64_t applicant_id; /* row of the party */
	size_t nmissing, nsimilar;
	const char *const *missing; /* field names */
	const struct similar *similar; /* filled by request_similar(): not on loading */
};

/* ERR_MISSING when there is none. */
bool request_load(struct office *o, int64_t id, struct arena *a, struct request_view *out, struct err *e) CHECKED;
/* Only what was typed. `applicant_id` may be NULL. */
bool request_typed(struct office *o, int64_t id, struct arena *a, struct request *out, int64_t *applicant_id, struct err *e) CHECKED;
/* Names of the fields the law wants and the application lacks, under that rule set (NULL: today's). */
size_t request_missing(const struct request *r, const char *ruleset, struct arena *a, const char *const **out);

/* Rows of the list: personal data masked by the reader (record flags). */
struct request_row {
	int64_t id;
	const char *number, *state, *name, *applicant_kind, *id_number, *phone, *channel, *content, *outcome, *unit, *ruleset;
	daynum registered_on, received, due;
	int8_t provisional;
	int64_t left;      /* working days; negative when late; INT_NONE without a clock */
	const char *badge; /* 剩 8, 逾 2, 停 剩 6 … */
	enum badge_level level;
	int64_t version;
};
extern const struct record_type request_row_type;
struct request_filter {
	const char *state, *channel, *name, *text;
	int64_t year;              /* INT_NONE = all */
	int8_t open;               /* 1 only open ones */
	const char *handler;       /* login or name of an operator */
	int8_t mine;               /* 1 only those that the operator at the desk handles */
	int64_t after_id, limit;   /* pages: rows with an id below after_id; INT_NONE */
	const char *words;         /* found in number, name or text: two ANDed words and one -word; a screen's filter line */
	int64_t before_id;         /* with `backward`: rows with an id above it, nearest first; INT_NONE = from the oldest */
	int8_t backward;
	int8_t by_number, falling; /* in the order of numbers, from `number` (NULL: the first) on, itself included; backward: before it */
	const char *number;
};
extern const struct record_type request_filter_type;
bool request_list(struct office *o, const struct request_filter *f, struct arena *a, struct request_row **out, size_t *n,
	struct err *e) CHECKED;

/* Inside a verb: the row of what was typed, for an import. */
bool request_row_insert(struct office *o, int64_t id, const struct request *r, struct arena *a, struct err *e) CHECKED;
/* verb.run of request.confirm and correction.confirm, request.void and correction.void. */
bool matter_confirm(struct verb_call *call, struct err *e);
bool matter_run_void(struct verb_call *call, struct err *e);
/* Short lists in the order of their dates, as of the office's day; at most REQUEST_QUEUE_MAX. */
enum request_queue { REQUEST_LATE, REQUEST_TODAY, REQUEST_SOON, REQUEST_AT_APPLICANT, REQUEST_AT_OTHERS };
enum { REQUEST_QUEUE_MAX = 1000 };
bool request_queue(struct office *o, enum request_queue which, struct arena *a, struct request_row **out, size_t *n, struct err *e) CHECKED;

extern const struct verb *const request_verbs[];

#endif
