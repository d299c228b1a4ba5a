/* calendar_import.h — taking in a year's holiday notice: new days, days taken back by a later notice, and every deadline that moves. */
#ifndef OFFICE_CALENDAR_IMPORT_H
#define OFFICE_CALENDAR_IMPORT_H

#include "office/deadlines.h"

struct calendar_import {
	const char *file, *text; /* name for the record; the rows as text (calendar_parse) */
	/* Set by the verb. */
	size_t nchanges;
	struct calendar_change *changes; /* days that are different now */
	struct deadline_moves moves;
	const char *doubt; /* why the file may not be the whole year; NULL for none */
};
extern const struct record_type CALENDAR_IMPORT;
extern const struct verb calendar_import;

/* What the rows would change and move, without changing anything: the verb's own work in a transaction that is rolled back. */
bool calendar_import_preview(struct office *o, struct calendar_import *in, struct arena *a, struct err *e) CHECKED;

#endif
