/* own.h — small files that are an operator's own: what was typed and not saved (draft.h), filters kept under a name (saved.h).
 *
 * One file each in the folder `FILE-FOLDER` beside the office file (0700, files 0600), written atomically: it is there or not, never half.
 * It takes no lock, needs no schema and no migration, and does not look like a change of the office. The file's name is a hash of login and
 * key; nobody else's files are seen. docs/decisions/0011-drafts.md has the reasons. */
#ifndef OFFICE_OWN_H
#define OFFICE_OWN_H

#include "office/office.h"

struct own_file {
	const char *key;      /* "request.register", "info.review:12", "requests/急件" */
	const char *saved;    /* 2026-03-09 09:02:03, local */
	const char *terminal; /* where it was typed; "" unknown */
	const char *text;
};

bool own_save(struct office *o, const char *folder, const char *key, const char *text, struct err *e) CHECKED;
/* False with ERR_NONE where there is none. */
bool own_load(struct office *o, const char *folder, const char *key, struct arena *a, struct own_file *out, struct err *e) CHECKED;
void own_drop(struct office *o, const char *folder, const char *key);
/* The operator's files, newest first. One that cannot be read is passed over; *damaged then says which in one line, else NULL. */
size_t own_list(struct office *o, const char *folder, struct arena *a, struct own_file **out, const char **damaged);

#endif
