/* law.h — benches of the clock. */
#ifndef TESTS_BENCH_LAW_H
#define TESTS_BENCH_LAW_H

#include <stdbool.h>

bool bench_law(void);

#endif
