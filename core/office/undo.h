/* undo.h — taking back one's own last step, until something left the office. Undoing is recording: the step's rows are voided, its
 * number is not used again, and the dates are computed anew. */
#ifndef OFFICE_UNDO_H
#define OFFICE_UNDO_H

#include "office/matter.h"

/* Is the last thing done to the matter a step of this operator that can be taken back? */
bool undo_own(struct office *o, const struct matter *m, bool *own, struct err *e) CHECKED;

#endif
