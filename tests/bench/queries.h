/* queries.h — benches of the store and of opening an office. */
#ifndef TESTS_BENCH_QUERIES_H
#define TESTS_BENCH_QUERIES_H

#include <stdbool.h>

struct office;
bool bench_opening(const char *path);
bool bench_queries(struct office *o, const char *path);

#endif
