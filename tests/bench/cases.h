/* cases.h — benches of work by the verbs: a thousand cases registered and decided, and a case with a long history opened. */
#ifndef TESTS_BENCH_CASES_H
#define TESTS_BENCH_CASES_H

#include <stdbool.h>

/* On the small office, which it fills; `path` is its file. */
bool bench_cases(const char *path);

#endif
