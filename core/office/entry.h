/* entry.h — what registering a request and a correction have in common: checks of what was typed, beyond the record's own. */
#ifndef OFFICE_ENTRY_H
#define OFFICE_ENTRY_H

#include "office/matter.h"

/* No text is too long, no day lies after today; ERR_INPUT names the field. */
bool entry_check(const struct record_type *t, const void *rec, daynum today, struct err *e) CHECKED;
bool entry_dates(daynum arrived, daynum signed_on, daynum confirmed, struct err *e) CHECKED;
/* Somebody at the counter is there today unless the clerk says otherwise. */
void entry_here(const struct office *o, const char *channel, daynum *arrived);
/* The day of receipt may be typed again until something was built on it; ERR_RULE. */
bool entry_moved(const struct matter_case *was, const struct matter *now, struct err *e) CHECKED;

#endif
