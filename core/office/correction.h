/* correction.h — 更正: a person says that a record about itself is wrong (条例 41). A matter like a request: number C2026-0003, receipt by
 * the channel's rule, states, clocks (an internal target, the law names no limit), letters. */
#ifndef OFFICE_CORRECTION_H
#define OFFICE_CORRECTION_H

#include "office/matter.h"
#include "office/party.h"

struct correction {
	const char *channel;
	daynum arrived, signed_on, confirmed;
	const char *confirmed_with;
	struct party applicant;
	const char *record, *claim, *reasons, *evidence; /* 信息记录, 更正请求, 理由, 证据材料 */
};
extern const struct record_type correction_type;
struct correction_change {
	struct correction now; /* first: the fields' offsets are correction_type's */
	const char *reason;
	int64_t version;
};
extern const struct record_type correction_change_type;

struct correction_view {
	struct matter_case c;
	struct correction correction;
	int64_t applicant_id;
	daynum identity_checked_on, transferred_on;
	const char *identity_checked_by, *transferred_to;
};
bool correction_load(struct office *o, int64_t id, struct arena *a, struct correction_view *out, struct err *e) CHECKED;

struct correction_row {
	int64_t id;
	const char *number, *state, *name, *applicant_kind, *record, *claim, *outcome;
	daynum received, due;
	int64_t left; /* working days; INT_NONE where none are counted */
	const char *badge;
	enum badge_level level;
};
extern const struct record_type correction_row_type;
struct correction_filter {
	const char *state, *channel, *name, *text; /* text: inside record or claim */
	int64_t year, limit;                       /* INT_NONE = all */
	int8_t open;                               /* 1: only those not archived nor void */
};
extern const struct record_type correction_filter_type;
/* Newest first; all that pass the filter. */
bool correction_list(struct office *o, const struct correction_filter *f, struct arena *a, struct correction_row **out, size_t *n,
	struct err *e) CHECKED;

/* corrected partly refused no_power: how a correction ends. */
extern const struct choice correction_outcomes[];
/* Also of what ends without one of them: 申请人撤回. "" for NULL. */
const char *correction_outcome_label(const char *outcome);
/* The letter that tells it; NULL where there is none. */
const char *correction_letter(const char *outcome);

extern const struct verb *const correction_verbs[];

#endif
