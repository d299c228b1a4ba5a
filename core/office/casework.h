/* casework.h — what was done in a case beside its events: whom it asked, who owes an answer, where it was searched, what it cost, how it
 * was decided, how it was delivered, its papers, what came against it. Pages, `request show --json` and the case file read this table.
 *
 * One struct serves every kind: a kind's record_type names the members it reads. */
#ifndef OFFICE_CASEWORK_H
#define OFFICE_CASEWORK_H

#include "base/record.h"
#include "base/str.h"
#include "office/matter.h"

struct work {
	int64_t row;
	const char *who, *kind, *what, *answer, *reasons; /* party, unit, letter or body; code; ask, title or outcome; answer; why */
	const char *place, *words, *file, *sha256, *number; /* sha256: hex, NULL without a file */
	const char *approved_by, *approval_ref, *basis, *why, *confirmed_by; /* basis, why: given out although a third party objected */
	daynum on, until, reached, done, ended, confirmed_on;
	int64_t quantity, amount, pages, size, search_fee, copy_fee, post_fee, waived;
	int8_t original;
};

enum work_kind {
	WORK_CONSULTATIONS, WORK_TASKS, WORK_SEARCHES, WORK_FEES, WORK_DECISIONS, WORK_DELIVERIES, WORK_MATERIALS, WORK_APPEALS,
	WORK_FILE_COPIES, WORK_JOINT_REVIEWS, WORK_ENTRIES, /* complaints, calls and mail that name the case (office/register_entry.h) */
	WORK_KINDS
};
/* The kind's fields; type->name is its key in JSON ("tasks"), type->label its head (承办). */
const struct record_type *work_type(enum work_kind kind);
/* Voided rows are left out; a decision that another replaced is there with the day. */
bool work_load(struct office *o, enum work_kind kind, int64_t matter_id, struct arena *a, struct work **out, size_t *n, struct err *e) CHECKED;

/* Pages of all papers together, and how many papers have none counted. */
struct work_pages {
	int64_t pages, uncounted;
};
struct work_pages work_pages(const struct work *materials, size_t n);

/* Every kind as a member of an open object: "consultations": […] … */
bool work_json(struct office *o, int64_t matter_id, struct json *j, struct arena *a, struct err *e) CHECKED;

/* For people: a line a row, "征求意见        对象 甲公司  发出 2026-03-09"; codes in words. */
bool work_text(struct office *o, const struct matter *m, struct str *out, struct arena *a, struct err *e) CHECKED;

#endif
