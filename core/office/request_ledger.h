/* request_ledger.h — one row of an old ledger of requests: read, checked, compared with the case that has its number. For request_import.c.
 *
 * Columns (names or labels): id registered_on received outcome ground reasons decided_on approved_by approved_on letter answered_on archive
 * retention, and the fields of a request. */
#ifndef OFFICE_REQUEST_LEDGER_H
#define OFFICE_REQUEST_LEDGER_H

#include "office/ledger_import.h"
#include "office/request.h"

struct ledger_row {
	const char *id, *outcome, *ground, *reasons, *letter, *approved_by, *archive, *retention; /* letter: number of the answer */
	daynum registered_on, received, decided_on, approved_on, answered_on;
};
extern const struct record_type ledger_type;

struct import_row {
	struct request request;
	struct ledger_row ledger;
	int year;
	int64_t serial;
	bool registered_given; /* the ledger itself says when it was registered */
};

/* ERR_INPUT names the field; the line is for the caller to add (table_error). Writes nothing. */
bool ledger_row_read(struct office *o, const struct table *t, const struct csv_row *cells, struct arena *a, struct import_row *r, struct err *e) CHECKED;
/* What the case and the row say differently, field by field: only what the row says at all. */
bool ledger_row_compare(struct office *o, int64_t matter_id, const struct import_row *r, struct arena *a, struct import_line *out,
	struct err *e) CHECKED;
/* Puts what the row says of the registration otherwise into `now`; false where it says nothing otherwise. */
bool ledger_row_overlay(const struct import_row *r, const struct request_view *v, struct request *now);
/* The matter as the row would make it; nothing is written. */
bool ledger_row_matter(struct office *o, const struct import_row *r, struct arena *a, struct matter *m, struct err *e) CHECKED;

#endif
