/* naive.h — the slow oracle: one flag a day, made from the text of the holiday table by other means than the calendar's. */
#ifndef TESTS_LAW_NAIVE_H
#define TESTS_LAW_NAIVE_H

#include "base/day.h"

enum { NAIVE_DAYS = 10500 }; /* from 2004-01-01 */

struct naive {
	bool worked[NAIVE_DAYS];
};

struct naive *naive_new(void);
bool naive_worked(const struct naive *o, daynum d);
/* The n-th working day after `from`, by walking. */
daynum naive_add(const struct naive *o, daynum from, int n);

#endif
