/* correction_import.h — an old ledger of corrections comes in: cases, results and transfers keep their numbers and days, the sequence goes on
 * after the highest. What is there already is compared and never overwritten: importing twice changes nothing.
 *
 * Columns (names or labels): id (C2025-0003) registered_on received outcome decision_reasons decided_on answered_on transferred_to
 * transferred_on, and the fields of a correction. */
#ifndef OFFICE_CORRECTION_IMPORT_H
#define OFFICE_CORRECTION_IMPORT_H

#include "office/correction.h"
#include "office/request_import.h"

struct correction_import {
	const char *text; /* the file, UTF-8 */
};
extern const struct record_type correction_import_type;

/* What an import would do. ERR_INPUT names line and column. */
bool correction_import_plan(struct office *o, const char *text, struct arena *a, struct request_plan *out, struct err *e) CHECKED;

extern const struct verb correction_import_verb;

#endif
