/* request_import.h — last year's ledger of requests comes in: cases and results keep their old numbers, the sequence goes on after the
 * highest. A row that is there already and says the same is passed over; one that says something else is shown and never overwritten, so
 * importing twice changes nothing.
 *
 * Columns (names or labels): id registered_on received outcome ground decided_on answered_on, and the fields of a request. */
#ifndef OFFICE_REQUEST_IMPORT_H
#define OFFICE_REQUEST_IMPORT_H

#include "office/request.h"

struct request_import {
	const char *text; /* the file, UTF-8 */
};
extern const struct record_type request_import_type;

struct request_import_line {
	int line;           /* of the file */
	const char *id, *action, *detail; /* action: add same differs */
};
struct request_plan {
	size_t n, added, same, differs;
	struct request_import_line *rows;
};
/* What an import would do. ERR_INPUT names line and column. */
bool request_import_plan(struct office *o, const char *text, struct arena *a, struct request_plan *out, struct err *e) CHECKED;

extern const struct verb request_import_verb;

#endif
