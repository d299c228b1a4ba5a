/* identity_check.h — 关务公开规定 20: who asks for a record about itself shows who it is: at once when it comes in person, else when the
 * information is handed over. Who looked, and when, stands on the request or the correction. */
#ifndef OFFICE_IDENTITY_CHECK_H
#define OFFICE_IDENTITY_CHECK_H

#include "office/verb.h"

struct identity_check {
	daynum on;      /* DAY_NONE: nobody has looked */
	const char *by;
};
bool identity_check_load(struct office *o, int64_t matter_id, struct arena *a, struct identity_check *out, struct err *e) CHECKED;
/* verb.run of request.identity and correction.identity. */
bool identity_check_run(struct verb_call *call, struct err *e) CHECKED;

#endif
