/* draft.h — what a clerk had typed and not yet saved, kept over a cut line, a kill, a power cut.
 *
 * One small file a draft in the folder `FILE-drafts` (own.h). Losing the folder loses nothing but unsaved typing. */
#ifndef OFFICE_DRAFT_H
#define OFFICE_DRAFT_H

#include "office/own.h"

bool draft_save(struct office *o, const char *key, const char *text, struct err *e) CHECKED;
/* False with ERR_NONE where there is none. */
bool draft_load(struct office *o, const char *key, struct arena *a, struct own_file *out, struct err *e) CHECKED;
void draft_drop(struct office *o, const char *key);
/* The operator's drafts, newest first. Unreadable files are passed over. */
size_t draft_list(struct office *o, struct arena *a, struct own_file **out);

#endif
