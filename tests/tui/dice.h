/* dice.h — a fixed stream of numbers for tests of random input: the same on every machine and every run. */
#ifndef TESTS_TUI_DICE_H
#define TESTS_TUI_DICE_H

#include <stdint.h>

static inline int dice(uint64_t *state, int sides)
{
	*state ^= *state << 13;
	*state ^= *state >> 7;
	*state ^= *state << 17;
	return (int)(*state % (uint64_t)sides);
}

#endif
