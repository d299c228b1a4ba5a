#include "tests/bench/bench.h"

#include <stdio.h>
#include <stdlib.h>
#include <time.h>

double bench_now(void)
{
	struct timespec t;
	clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static int by_value(const void *a, const void *b)
{
	double x = *(const double *)a, y = *(const double *)b;
	return (x > y) - (x < y);
}

static const char *human(double s, char buf[32])
{
	if (s < 1e-6)
		snprintf(buf, 32, "%.0f ns", s * 1e9);
	else if (s < 1e-3)
		snprintf(buf, 32, "%.1f us", s * 1e6);
	else if (s < 1)
		snprintf(buf, 32, "%.2f ms", s * 1e3);
	else
		snprintf(buf, 32, "%.2f s", s);
	return buf;
}

/* The two take turns, so that a disturbance falls on both. */
bool bench_run(const struct bench *b)
{
	double *ours = calloc((size_t)b->rounds, sizeof *ours), *base = calloc((size_t)b->rounds, sizeof *base);
	bool ok = ours && base;
	for (int i = 0; ok && i < b->rounds; i++) {
		double t = bench_now();
		ok = b->ours(b->ctx);
		ours[i] = bench_now() - t;
		t = bench_now();
		ok = ok && b->floor(b->ctx);
		base[i] = bench_now() - t;
	}
	if (ok) {
		char x[32], y[32];
		qsort(ours, (size_t)b->rounds, sizeof *ours, by_value);
		qsort(base, (size_t)b->rounds, sizeof *base, by_value);
		double m = ours[b->rounds / 2], f = base[b->rounds / 2];
		printf("%-44s %10s   %-44s %10s   x %.1f\n", b->what, human(m, x), b->floor_what, human(f, y), m / (f > 0 ? f : 1e-9));
		fflush(stdout);
	} else {
		printf("%-44s FAILED\n", b->what);
	}
	free(ours);
	free(base);
	return ok;
}
