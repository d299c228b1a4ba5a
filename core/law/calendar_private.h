/* calendar_private.h — the inside of struct calendar, for the files calendar*.c only. */
#ifndef LAW_CALENDAR_PRIVATE_H
#define LAW_CALENDAR_PRIVATE_H

#include "law/calendar.h"

enum { CALENDAR_YEAR_MIN = 2004, CALENDAR_YEAR_MAX = 2999, CALENDAR_YEARS = CALENDAR_YEAR_MAX - CALENDAR_YEAR_MIN + 1 };

struct calendar {
	uint64_t *bits;                  /* bit i%64 of word i/64: is the i-th day since 2004-01-01 worked? */
	int32_t *before;                 /* working days before each word */
	size_t words;
	int32_t total;
	const struct calendar_row *rows; /* in force, by date, one a date */
	size_t nrows;
	bool loaded[CALENDAR_YEARS];
	int last_loaded;
};

/* NULL when the day has none. */
const struct calendar_row *calendar_row_find(const struct calendar *c, daynum d);

/* One row out of its cells. The texts are kept, not copied. */
bool calendar_row_read(const char *date, const char *kind, const char *name, const char *notice, struct calendar_row *out,
	struct err *e) CHECKED;

#endif
