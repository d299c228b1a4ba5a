/* demo.h — a believable office for showing and testing: purpose demo, the same on every machine for the same day. */
#ifndef OFFICE_DEMO_H
#define OFFICE_DEMO_H

#include "office/init.h"

/* As office_init(), then fills two years of work up to the desk's day through the verbs, each on its own day. What the setup leaves open
 * gets the demo office's values. A failure leaves no file. */
bool demo_init(const char *path, struct office_setup *setup, struct desk *desk, struct err *e) CHECKED;

/* What fills the demo office, in order. A filler may move o->desk->today back and forth between two years before `today` and `today`.
 * Each noun's owner adds one line to demo.c. */
struct demo_filler {
	const char *name;
	bool (*run)(struct office *o, daynum today, struct err *e);
};
extern const struct demo_filler demo_fillers[]; /* ends with a NULL name */

/* One verb with a fresh command id; *subject_id is in and out. */
bool demo_do(struct office *o, const char *verb, int64_t *subject_id, void *args, struct err *e) CHECKED;

/* Units, persons, other bodies and who answers for which item (db/seed/demo_*.tsv). */
bool demo_directory(struct office *o, daynum today, struct err *e) CHECKED;

#endif
