/* seed.h — the data the program brings: calendar, roles, settings, rule sets, catalogue, letters.
 *
 * A seeder inserts rows that are missing, by their natural key, and never touches a row that is there: the office may have
 * changed it. All seeders run inside the one verb of `gwgk init`, and again as one verb (`office.upgrade`) when a newer
 * program opens an older file (the digest of db/seed is kept in the setting `seed`). Each noun's owner adds one line to
 * seed.c. */
#ifndef OFFICE_SEED_H
#define OFFICE_SEED_H

#include "office/office.h"

struct seeder {
	const char *name;
	bool (*run)(struct office *o, struct err *e);
};
extern const struct seeder seeders[]; /* in order; ends with a NULL name */

/* Inside a verb: runs all of them. */
bool seed_run(struct office *o, struct err *e) CHECKED;
/* Runs the verb office.upgrade if the seeds of this program are not those of the file. */
bool seed_upgrade(struct office *o, struct err *e) CHECKED;
/* Digest of everything in db/seed. */
const char *seed_digest(char hex[HASH_HEX]);

/* The store's own seeders. */
bool seed_roles(struct office *o, struct err *e);
bool seed_calendar(struct office *o, struct err *e);
bool seed_law(struct office *o, struct err *e);
bool seed_settings(struct office *o, struct err *e);

#endif
