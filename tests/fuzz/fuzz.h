/* fuzz.h — a fuzz target is a file with fuzz_seeds and LLVMFuzzerTestOneInput(); what must always hold it says with FUZZ_CHECK.
 *
 * The suite runs each with driver.c (deterministic mutations of the seeds, any compiler); tests/soak/fuzz.sh runs them under
 * libFuzzer with the seeds as corpus. */
#ifndef TESTS_FUZZ_FUZZ_H
#define TESTS_FUZZ_FUZZ_H

#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

struct fuzz_seed {
	const char *data;
	size_t n;
};
#define SEED(s) {s, sizeof(s) - 1}
extern const struct fuzz_seed fuzz_seeds[]; /* ends with a NULL data */

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n);

#define FUZZ_CHECK(c)                                                                                                  \
	do {                                                                                                           \
		if (!(c)) {                                                                                            \
			fprintf(stderr, "%s:%d: %s\n", __FILE__, __LINE__, #c);                                        \
			abort();                                                                                       \
		}                                                                                                      \
	} while (0)

#endif
