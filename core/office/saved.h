/* saved.h — a view of a list kept under a name: which rows, what was typed into the filter, the order. An operator's own, in one office.
 *
 * One small file each in the folder `FILE-saved` beside the office file (own.h). A damaged file is passed over and named; losing the folder
 * loses the names and nothing else. `list` is the screen's name ("requests"), `view` a code of that screen's views. */
#ifndef OFFICE_SAVED_H
#define OFFICE_SAVED_H

#include "office/office.h"

enum { SAVED_NAME = 40, SAVED_MAX = 100 }; /* cells of a name; views a list may have */

struct saved {
	const char *name, *view, *filter;
	int sort; /* column, -1 = the list's own order */
	bool descending;
};

/* ERR_INPUT (field "name"): empty, too long, with a line break; ERR_RULE: SAVED_MAX are there. An old one of that name is replaced. */
bool saved_put(struct office *o, const char *list, const struct saved *s, struct err *e) CHECKED;
/* By name; ERR_MISSING names those there are. */
bool saved_get(struct office *o, const char *list, const char *name, struct arena *a, struct saved *out, struct err *e) CHECKED;
/* By name, in the order of names. *damaged: one line about a file that was passed over; NULL. */
size_t saved_list(struct office *o, const char *list, struct arena *a, struct saved **out, const char **damaged);
/* ERR_RULE where the new name is taken. */
bool saved_rename(struct office *o, const char *list, const char *name, const char *to, struct err *e) CHECKED;
void saved_drop(struct office *o, const char *list, const char *name);

#endif
