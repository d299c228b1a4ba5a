/* correction_private.h — what registering and importing a correction share. Inside a verb. */
#ifndef OFFICE_CORRECTION_PRIVATE_H
#define OFFICE_CORRECTION_PRIVATE_H

#include "office/correction.h"

/* Channel and dates, from which the day of receipt follows. */
void correction_matter(const struct correction *r, struct matter *m);
bool correction_row_insert(struct office *o, int64_t matter_id, const struct correction *r, struct err *e) CHECKED;

#endif
