/* draft.h — what a clerk had typed and not yet saved, kept over a cut line, a kill, a power cut.
 *
 * One small file a draft in the folder `FILE-drafts` beside the office file (0700, files 0600), written atomically: leaving a field
 * neither takes the turnstile nor looks like a change of the office. Losing the folder loses nothing but unsaved typing.
 * Drafts belong to the operator; nobody else's are seen. */
#ifndef OFFICE_DRAFT_H
#define OFFICE_DRAFT_H

#include "office/office.h"

struct draft {
	const char *key;      /* "request.register", "info.review:12" */
	const char *saved;    /* 2026-03-09 09:02:03, local */
	const char *terminal; /* where it was typed; "" unknown */
	const char *text;
};

bool draft_save(struct office *o, const char *key, const char *text, struct err *e) CHECKED;
/* False with ERR_NONE where there is none. */
bool draft_load(struct office *o, const char *key, struct arena *a, struct draft *out, struct err *e) CHECKED;
void draft_drop(struct office *o, const char *key);
/* The operator's drafts, newest first. Unreadable files are passed over. */
size_t draft_list(struct office *o, struct arena *a, struct draft **out);

#endif
