/* office_tables.h — loading the law's tables of an office, for office.c and the calendar's import. */
#ifndef OFFICE_OFFICE_TABLES_H
#define OFFICE_OFFICE_TABLES_H

#include "office/office.h"

/* From the rows as they stand, inside a transaction too. */
bool office_calendar_load(struct store *s, struct arena *a, struct calendar **out, struct err *e) CHECKED;

#endif
