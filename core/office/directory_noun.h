/* directory_noun.h — what distinguishes units, persons and bodies; inside the directory only. */
#ifndef OFFICE_DIRECTORY_NOUN_H
#define OFFICE_DIRECTORY_NOUN_H

#include "base/embed.h"
#include "office/directory.h"

struct directory_noun {
	const char *name;
	const struct record_type *type;
	const struct query *list, *insert, *update, *of_id;
};

bool directory_import_run(struct verb_call *call, struct err *e) CHECKED;
bool directory_insert(struct office *o, const struct directory_noun *noun, struct directory_head *row, struct arena *a, int64_t *id,
	struct err *e) CHECKED;
bool directory_update(struct office *o, const struct directory_noun *noun, struct directory_head *row, struct arena *a,
	struct err *e) CHECKED;
/* Checks names and finds the parent. */
bool directory_settle(struct office *o, const struct directory_noun *noun, struct directory_head *row, struct arena *a,
	struct err *e) CHECKED;

#endif
