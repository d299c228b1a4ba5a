/* bench LARGE SMALL: the measurements of `make bench` on two offices (see run.sh). Exit 1 when one of them could not be done. */
#include <stdio.h>
#include "office/office.h"
#include "tests/bench/bench.h"
#include "tests/bench/law.h"
#include "tests/bench/queries.h"

int main(int argc, char **argv)
{
	struct desk desk = {0};
	struct err e = {0};
	struct office *o;
	if (argc != 3)
		return 2;
	bool ok = bench_law() & bench_opening(argv[2]) & bench_opening(argv[1]);
	if (!office_open(argv[1], NULL, &desk, &o, &e)) {
		fprintf(stderr, "bench: %s\n", e.text);
		return 1;
	}
	ok &= bench_queries(o, argv[1]);
	office_close(o);
	return ok ? 0 : 1;
}
