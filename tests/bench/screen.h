/* screen.h — benches of the terminal program: its start on a terminal of our own, and a key in the process. */
#ifndef TESTS_BENCH_SCREEN_H
#define TESTS_BENCH_SCREEN_H

#include <stdbool.h>

struct office;
/* `build`: the folder of gwgk and of floor-screen. */
bool bench_start(const char *build, const char *what, const char *file);
bool bench_keys(struct office *o);

#endif
