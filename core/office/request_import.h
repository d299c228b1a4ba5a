/* request_import.h — last year's ledger of requests comes in: cases and results keep their old numbers, the sequence goes on after the
 * highest. A row that is there already and says the same is passed over; one that says something else is shown and never overwritten, so
 * importing twice changes nothing. Its columns: request_ledger.h. */
#ifndef OFFICE_REQUEST_IMPORT_H
#define OFFICE_REQUEST_IMPORT_H

#include "office/request.h"

struct request_import {
	const char *text;  /* the file, UTF-8 */
	const char *lines; /* "2,5,9": only these lines of it; NULL: all */
};
extern const struct record_type request_import_type;

struct request_import_diff {
	const char *label, *was, *is;
};
struct request_import_line {
	int line;           /* of the file */
	const char *id, *action, *detail; /* action: add same differs refused; id NULL where it could not be read */
	const char *name, *content;
	int64_t matter_id;  /* the case that is there; INT_NONE */
	struct request_import_diff *diffs;
	size_t ndiffs;
};
struct request_plan {
	size_t n, added, same, differs, refused;
	struct request_import_line *rows;
};
/* What an import would do with those lines (NULL: all). ERR_INPUT names line and column. */
bool request_import_plan(struct office *o, const char *text, const char *lines, struct arena *a, struct request_plan *out, struct err *e) CHECKED;
/* The same, but a row that is wrong is a row with its reason, and the others are still looked at: for a screen. */
bool request_import_review(struct office *o, const char *text, struct arena *a, struct request_plan *out, struct err *e) CHECKED;

extern const struct verb request_import_verb;

#endif
