/* closeout.h — what is still open in a case before it is archived, each with the step that settles it. */
#ifndef OFFICE_CLOSEOUT_H
#define OFFICE_CLOSEOUT_H

#include "office/matter.h"

struct closeout {
	const char *text; /* 第三方意见未回 */
	const char *verb; /* "opinion" */
};
bool closeout_check(struct office *o, const struct matter_case *c, struct arena *a, struct closeout **out, size_t *n, struct err *e) CHECKED;
bool closeout_clean(struct office *o, const struct matter_case *c, struct arena *a, bool *clean, struct err *e) CHECKED;

#endif
