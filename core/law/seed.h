/* seed.h — reads the program's own tables (db/seed/NAME.tsv): tab-separated, a header line, `#` lines are remarks. */
#ifndef LAW_SEED_H
#define LAW_SEED_H

#include "base/arena.h"

enum { SEED_COLUMNS = 24 };

struct seed {
	char *rest;  /* text not read yet */
	int line;    /* of the row read last */
	size_t n;    /* columns */
	const char *names[SEED_COLUMNS], *values[SEED_COLUMNS]; /* an empty cell is "" */
};

/* A seed that is missing or has a wrong row is a BUG(): it is part of the program. */
struct seed seed_open(const char *name, struct arena *a);
bool seed_next(struct seed *s);
const char *seed_value(const struct seed *s, const char *column);

#endif
