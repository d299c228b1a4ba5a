/* paper.h — benches of letters inside the desk: as text for a printer, as a preview on the screen. */
#ifndef TESTS_BENCH_PAPER_H
#define TESTS_BENCH_PAPER_H

#include <stdbool.h>

struct office;
bool bench_paper(struct office *o);

#endif
