/* place.h — where the files lie that a person names.
 *
 * At the host any name will do. Who comes over SSH has no business in the other folders of the account, whoever he is: a result written
 * into its ~/.ssh would be a way past every check. There a plain name only: results go to FILE-out beside the office file, what is read
 * is taken from FILE-in. */
#ifndef OFFICE_PLACE_H
#define OFFICE_PLACE_H

#include "office/office.h"

/* The path for what was typed, in `a`; NULL with DENIED. */
const char *place_out(struct office *o, const char *typed, struct arena *a, struct err *e);
const char *place_in(struct office *o, const char *typed, struct arena *a, struct err *e);

/* Over SSH a printer is a queue, a host or a device: DENIED for file:PATH where a plain file lies. */
bool place_printer(struct office *o, const char *queue, struct err *e) CHECKED;

#endif
