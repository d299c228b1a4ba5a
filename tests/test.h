/* test.h — one test is TEST(a_sentence_in_words) { … }; it registers itself. All tests are one binary: build/test-unit.
 * `build/test-unit PART` runs those whose file or name holds PART. Each test gets a fresh arena `t_arena` and an empty
 * folder `t_dir` (removed afterwards). */
#ifndef TESTS_TEST_H
#define TESTS_TEST_H

#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include "base/arena.h"

struct test {
	const char *file, *name;
	void (*run)(void **);
	struct test *next;
};

void test_register(struct test *t);
extern struct arena *t_arena;
extern const char *t_dir;
/* A walk of many turns: after t_turn(true) memory comes from an arena of its own that each further t_turn(true) empties; t_turn(false) ends it.
 * A test keeps all it ever allocated otherwise. */
void t_turn(bool more);
/* Path of a file under t_dir. */
const char *t_path(const char *leaf);
/* Root of the source tree (tests run there), to find tests/fixtures. */
const char *t_fixture(const char *leaf);

#define TEST(fn)                                                                                                       \
	static void fn(void **state);                                                                                  \
	__attribute__((constructor)) static void fn##_register(void)                                                   \
	{                                                                                                              \
		static struct test t = {__FILE__, #fn, fn, NULL};                                                      \
		test_register(&t);                                                                                     \
	}                                                                                                              \
	static void fn(void **state __attribute__((unused)))

/* The call must succeed; otherwise its message is printed. */
#define assert_done(call)                                                                                              \
	do {                                                                                                           \
		if (!(call))                                                                                           \
			fail_msg("%s: %s %s", #call, err_code_name(e.code), e.text);                                   \
	} while (0)

#endif
