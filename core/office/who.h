/* who.h — who answers for it? Items, units, persons, telephone numbers, and what other bodies hold, by Hanzi, pinyin or number. */
#ifndef OFFICE_WHO_H
#define OFFICE_WHO_H

#include "office/office.h"

struct who {
	int64_t item;      /* INT_NONE for a unit, a person or a body by itself */
	const char *name;  /* of the item, else of what was found */
	const char *unit, *person, *deputy, *phone, *room;
	const char *elsewhere; /* another office answers: its name (and the telephone is its own) */
	int score;
};
extern const struct record_type who_type;

/* Best first; an item this office does not publish (S1: 3, 10, 18) is answered with the body that does, else the superior. */
bool who_find(struct office *o, const char *query, struct arena *a, struct who **out, size_t *n, struct err *e) CHECKED;

#endif
