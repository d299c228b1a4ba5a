/* bench BUILD LARGE SMALL: the measurements of `make bench` on two offices (see run.sh). Exit 1 when one of them could not be done. */
#include <stdio.h>
#include "office/office.h"
#include "tests/bench/bench.h"
#include "tests/bench/cases.h"
#include "tests/bench/law.h"
#include "tests/bench/paper.h"
#include "tests/bench/queries.h"
#include "tests/bench/screen.h"

int main(int argc, char **argv)
{
	struct desk desk = {0};
	struct err e = {0};
	struct office *o;
	if (argc != 4)
		return 2;
	const char *build = argv[1], *large = argv[2], *small = argv[3];
	bool ok = bench_law(); /* each is tried, whatever became of the others */
	ok = bench_opening(large) && ok;
	ok = bench_start(build, "first desk, small office", small) && ok;
	ok = bench_start(build, "first desk, large office (must equal small)", large) && ok;
	if (!office_open(large, NULL, &desk, &o, &e)) {
		fprintf(stderr, "bench: %s\n", e.text);
		return 1;
	}
	ok = bench_queries(o, large) && ok;
	ok = bench_keys(o) && ok;
	ok = bench_paper(o) && ok;
	office_close(o);
	ok = bench_cases(small) && ok; /* last: it fills the small office */
	return ok ? 0 : 1;
}
