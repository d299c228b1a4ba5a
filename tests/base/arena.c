#include "base/arena.h"

#include <stdint.h>

#include "tests/test.h"

/* Rows keep what they hold however they grow, one at a time and mixed with other allocations. */
TEST(an_array_that_grows_in_an_arena_keeps_its_rows)
{
	int *more = NULL, *grown = NULL;
	size_t cap = 0;
	for (int i = 0; i < 1000; i++) {
		more = arena_more(t_arena, more, (size_t)i, sizeof *more);
		more[i] = i;
		grown = arena_grow(t_arena, grown, (size_t)i, &cap, sizeof *grown);
		grown[i] = -i;
		assert_true((size_t)i < cap);
		*arena_new(t_arena, int) = 7;
	}
	for (int i = 0; i < 1000; i++) {
		assert_int_equal(more[i], i);
		assert_int_equal(grown[i], -i);
	}
}

/* Room is made at 0, 16, 32, 64 … only, so that adding stays linear. */
TEST(an_array_without_a_capacity_moves_only_when_it_doubles)
{
	int *rows = NULL, moves = 0;
	for (size_t i = 0; i < 1000; i++) {
		int *was = rows;
		rows = arena_more(t_arena, rows, i, sizeof *rows);
		moves += rows != was;
		rows[i] = 1;
	}
	assert_int_equal(moves, 7);
}
