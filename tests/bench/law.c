/* One deadline against one addition in an array of working days. */
#include "tests/bench/law.h"

#include <stdlib.h>
#include "law/calendar.h"
#include "tests/bench/bench.h"

enum { TIMES = 100000, DAYS = 4000 };

struct counting {
	struct calendar *calendar;
	daynum first, *worked; /* worked[i]: the i-th working day after first */
	volatile int64_t sum;  /* so that nothing is optimised away */
};

static bool by_calendar(void *ctx)
{
	struct counting *k = ctx;
	for (int i = 0; i < TIMES; i++)
		k->sum += calendar_add(k->calendar, k->first + i % 3000, 20);
	return true;
}

static bool by_array(void *ctx)
{
	struct counting *k = ctx;
	for (int i = 0; i < TIMES; i++)
		k->sum += k->worked[i % 3000 + 20];
	return true;
}

bool bench_law(void)
{
	struct arena a = {0};
	struct counting k = {.calendar = calendar_embedded(&a), .first = day_make(2012, 1, 1)};
	k.worked = arena_array(&a, daynum, DAYS);
	for (int i = 0; i < DAYS; i++)
		k.worked[i] = calendar_add(k.calendar, k.first, i);
	bool ok = bench_run(&(struct bench){.what = "100,000 times 20 working days", .floor_what = "100,000 reads of an array", .ours = by_calendar,
		.floor = by_array, .ctx = &k, .rounds = 21});
	arena_free(&a);
	return ok;
}
