/* ledger_import.h — an old ledger of cases comes in, requests or corrections alike: what a file would bring is shown row by row, rows that are not
 * there are taken with their numbers, a row that is there and says the same is passed over, and one that says something else is never written over
 * by an import: its registration facts may be taken into the case by the case's own changing verb, one row and one audit line at a time.
 * What was decided, answered or passed on follows from what was done and is no ledger's to change. */
#ifndef OFFICE_LEDGER_IMPORT_H
#define OFFICE_LEDGER_IMPORT_H

#include "office/table.h"
#include "office/verb.h"

/* Arguments of request.import and correction.import. */
struct ledger_import {
	const char *text;  /* the file, UTF-8 */
	const char *lines; /* "2,5,9": only these lines of it; NULL: all */
};
extern const struct record_type ledger_import_type;

struct import_diff {
	const char *label, *was, *is;
};
struct import_line {
	int line;           /* of the file */
	const char *id, *action, *detail; /* action: add same differs refused; id NULL where it could not be read */
	const char *name, *content;
	int64_t matter_id;  /* the case that is there; INT_NONE */
	struct import_diff *diffs;
	size_t ndiffs;
};
struct import_plan {
	size_t n, added, same, differs, refused;
	struct import_line *rows;
};
/* One more difference; beyond sixty-four they are not told. */
void import_differ(struct import_line *line, struct arena *a, const char *label, const char *was, const char *is);

/* The days of an answer, as far as a row tells them: none before receipt, none after today, decided before it was answered. */
bool ledger_order(const struct office *o, daynum received, daynum decided, daynum approved, daynum answered, struct err *e) CHECKED;
/* What the row says otherwise; nothing where it says nothing. */
void import_differ_day(struct import_line *line, struct arena *a, const char *label, daynum was, daynum is);
void import_differ_text(struct import_line *line, struct arena *a, const char *label, const char *was, const char *is);

/* What kind of case the ledger is of. A row is a struct of its own; `read` checks it and names the field that is wrong. */
struct ledger_kind {
	const char *noun, *change;              /* request; request.change */
	const struct record_type *const *types; /* of its columns; ends with NULL */
	size_t row_size;
	bool (*read)(struct office *o, const struct table *t, const struct csv_row *cells, struct arena *a, void *row, struct err *e);
	void (*brief)(const void *row, struct import_line *line); /* id, name, content, as far as they were read */
	bool (*compare)(struct office *o, int64_t matter_id, const void *row, struct arena *a, struct import_line *line, struct err *e);
	bool (*add)(struct verb_call *call, const void *row, struct err *e);
	/* The case as it stands with the row's registration facts, as a record of the changing verb; false without an error: nothing of them differs. */
	bool (*overlay)(struct office *o, int64_t matter_id, const void *row, const char *reason, struct arena *a, void *change, struct err *e);
};

/* What an import would do. ERR_INPUT names line and column; `patient`: a row that is wrong is a row with its reason, and the others are still
 * looked at. */
bool ledger_plan(struct office *o, const struct ledger_kind *k, const struct ledger_import *in, bool patient, struct arena *a, struct import_plan *out,
	struct err *e) CHECKED;
/* run of the importing verb: call->args is a struct ledger_import. */
bool ledger_import_run(struct verb_call *call, const struct ledger_kind *k, struct err *e) CHECKED;

/* The arguments with which the changing verb takes what one line says otherwise. ERR_RULE where it differs in nothing that was registered. */
bool ledger_take(struct office *o, const struct ledger_kind *k, const char *text, int line, struct arena *a, int64_t *matter_id, void **change,
	struct err *e) CHECKED;

#endif
