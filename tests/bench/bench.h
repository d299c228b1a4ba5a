/* bench.h — one measurement and its floor: the least that could do the same work, in the same run on the same machine. Only the ratio
 * means anything. */
#ifndef TESTS_BENCH_BENCH_H
#define TESTS_BENCH_BENCH_H

#include <stdbool.h>
#include <stddef.h>

struct bench {
	const char *what, *floor_what;
	/* Each does the work once; false ends the bench as failed. ctx is the bench's own. */
	bool (*ours)(void *ctx);
	bool (*floor)(void *ctx);
	void *ctx;
	int rounds; /* times each is done; the median counts */
};

/* Seconds on the monotonic clock. */
double bench_now(void);
/* Prints one line: what, median, floor, ratio. */
bool bench_run(const struct bench *b);

#endif
