/* init.h — makes an office: schema, seeds and the first operator, in one verb; and the purpose of the file. */
#ifndef OFFICE_INIT_H
#define OFFICE_INIT_H

#include "office/verb.h"

struct office_setup {
	const char *office, *superior, *court, *prefix; /* NULL = to be filled in later with `gwgk setting set` */
	const char *purpose;                            /* live demo test; NULL = live */
	const char *login;                              /* first operator, with every role; NULL = the OS user */
	const char *uuid;                               /* NULL = fresh */
};
extern const struct record_type OFFICE_SETUP;

/* Makes the file at `path` (mode 0600; a missing folder with mode 0700). It is built beside and given its name at the end, so a failure
 * leaves nothing. ERR_RULE where the path exists; ERR_SYSTEM on a network file system. */
bool office_init(const char *path, struct office_setup *setup, struct desk *desk, struct err *e) CHECKED;

#endif
