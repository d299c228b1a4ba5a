/* sequence.h — numbers that are never reused: UNIQUE(series, year, serial), allotted inside the transaction of the verb.
 *
 * Series: request correction info letter… The printed form is the noun's own. A rolled back verb gives its number back to nobody,
 * because nobody saw it; a void record keeps its number. */
#ifndef OFFICE_SEQUENCE_H
#define OFFICE_SEQUENCE_H

#include "office/office.h"

/* The next serial, from 1. Only inside a verb. */
bool sequence_next(struct office *o, const char *series, int year, int64_t *serial, struct err *e) CHECKED;
/* What sequence_next() would give now; reads only. */
bool sequence_peek(struct office *o, const char *series, int year, int64_t *serial, struct err *e) CHECKED;
/* An import used `serial`: the next one is higher. */
bool sequence_raise(struct office *o, const char *series, int year, int64_t serial, struct err *e) CHECKED;
/* Where a page by number begins: rows rising from it on (>=) or falling before it (<). In a falling list the row `number` belongs to its own page
 * and not to the one that rises behind it: the least text above it is the bound then. NULL: no bound. */
const char *number_bound(const char *number, bool falling, struct arena *a);

/* How a number that was typed stands in the file: "c2026-3", "Ｃ２０２６－３" or "2026-3" → "C2026-0003". `letter` '\0': a request, which has
 * none, though people write R2026-3. What is no such number comes back as it was typed. */
const char *sequence_number(const char *typed, char letter, struct arena *a);

#endif
