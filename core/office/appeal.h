/* appeal.h — 复议 and 诉讼 against what the desk did: the register from which table 4 of the annual report is counted, the limit for our
 * evidence, and the order that lets a closed case be opened again (request.reopen).
 *
 * Evidence: in a review 5 working days (简易程序, 行政复议法 54) or 10 (普通程序, 48), in court 15 days (行政诉讼法 67). */
#ifndef OFFICE_APPEAL_H
#define OFFICE_APPEAL_H

#include "office/verb.h"

struct appeal {
	int64_t id, version, matter_id;
	const char *number, *kind, *case_number_of; /* A2026-0001; code; the request or correction, NULL = none of ours */
	const char *body, *file_number, *procedure; /* who decides, its file number, simple | ordinary */
	daynum received, evidence_due, answered_on, result_on;
	const char *result, *note;
	daynum voided_on; /* registered by mistake: counts nowhere, and its number stays used */
	const char *void_reason;
	bool evidence_late; /* not filed and past its limit, as of the office's day */
};
extern const struct record_type appeal_type;
extern const struct choice appeal_kinds[], appeal_results[], appeal_procedures[];

struct appeal_change {
	struct appeal now; /* first: the fields' offsets are appeal_type's */
	const char *reason;
};
extern const struct record_type appeal_change_type;
struct appeal_result {
	const char *result, *note;
	daynum on;
};
extern const struct record_type appeal_result_type;
struct appeal_void {
	const char *reason;
};
extern const struct record_type appeal_void_type;

/* The limit for our evidence as the law has it for kind and procedure: so many days from the day after receipt. */
struct appeal_period {
	int days;
	bool calendar_days;  /* rolls to a working day */
	daynum due;
	const char *article;
};
struct appeal_period appeal_period(struct office *o, const struct appeal *a);

/* Inside the verb that changed the calendar, with the new one in the office: limits that the law gave by the old calendar are counted anew; one that
 * was typed stays. Those that moved, with the limit they had as result_on. */
bool appeal_redate(struct office *o, const struct calendar *before, struct arena *a, struct appeal **moved, size_t *n, struct err *e) CHECKED;

/* "A2026-0001". ERR_MISSING. */
bool appeal_find(struct office *o, const char *number, int64_t *id, struct err *e) CHECKED;
bool appeal_load(struct office *o, int64_t id, struct arena *a, struct appeal *out, struct err *e) CHECKED;
/* Newest first; `pending` only those without a result. */
bool appeal_list(struct office *o, bool pending, struct arena *a, struct appeal **out, size_t *n, struct err *e) CHECKED;

extern const struct verb *const appeal_verbs[];

#endif
