/* handover.h — 承办人: who handles a case, and giving one case, or all of a person's work, to somebody else (休假, 调动, 离任).
 *
 * A request, a correction or an information has a handler, an operator: at first who registered it. A catalogue item has a
 * person answering for it and a deputy. operator.handover moves what an operator handles, and on demand the items of the
 * person he is; person.handover moves a person's items, and unless told otherwise what he handles as an operator. An operator and a
 * person are the same where the operator's row says so, or where their names are equal and nobody else's.
 *
 * One verb, one line in the log with a child row for each record moved; a row of `handover` keeps the day and the reason. Who did
 * what before stays as it was. Sub-tasks of units hang on the case and go with it. */
#ifndef OFFICE_HANDOVER_H
#define OFFICE_HANDOVER_H

#include "office/verb.h"

struct handover_args {
	const char *from, *to; /* operators: login or name; persons: name, 姓名@部门 */
	int8_t items, cases;   /* operator.handover: items, no unless said; person.handover: cases, yes unless said */
	daynum on;             /* not after today; unknown = today */
	const char *reason;
};
extern const struct record_type operator_handover_type, person_handover_type;

enum handover_kind { HANDOVER_REQUEST, HANDOVER_CORRECTION, HANDOVER_INFO, HANDOVER_TASK, HANDOVER_ITEM, HANDOVER_KINDS };
extern const struct choice handover_kinds[]; /* request correction info task item, in that order */

struct handover_row {
	enum handover_kind kind;
	const char *id, *title, *state; /* state in words; for an item what the person is for it: 责任人, 副职 */
	daynum due;
	int64_t row, version, person_id, deputy_id; /* the last two of an item, as they are to become */
};

struct handover_plan {
	const char *from, *to; /* names */
	int64_t from_operator, to_operator, from_person, to_person; /* INT_NONE: none */
	size_t n, count[HANDOVER_KINDS];
	struct handover_row *rows; /* requests, corrections, informations, tasks, items */
};
/* What would move, without moving it. `noun`: "operator" or "person". ERR_RULE where nothing would. */
bool handover_plan(struct office *o, const char *noun, const struct handover_args *args, struct arena *a, struct handover_plan *out,
	struct err *e) CHECKED;
/* "申请 5，更正 1，事项 3". */
const char *handover_words(const struct handover_plan *p, struct arena *a);

/* The name of a case's handler; NULL: none. */
const char *handler_name(struct office *o, int64_t operator_id, struct arena *a);
/* How one case changed hands, oldest first. `table`: matter, info. */
struct handover_step {
	daynum on;
	const char *from, *to, *reason;
};
bool handover_history(struct office *o, const char *table, int64_t row, struct arena *a, struct handover_step **out, size_t *n, struct err *e) CHECKED;

/* An operator who can take a case, by login or name. ERR_INPUT names `to`. */
bool handover_taker(struct office *o, const char *typed, struct arena *a, int64_t *id, const char **name, struct err *e) CHECKED;

/* request.handover, correction.handover, info.handover: one case. */
struct handler_args {
	const char *to;
	daynum on;
	const char *reason;
};
extern const struct record_type handler_type;
extern const struct verb *const handover_verbs[];

#endif
