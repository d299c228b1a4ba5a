/* dice.h — fixed dice for random tests: the same throws on every run. */
#ifndef TESTS_LAW_DICE_H
#define TESTS_LAW_DICE_H

#include <stdint.h>

struct dice {
	uint64_t state;
};

/* 0 … sides - 1. */
static inline int dice_roll(struct dice *d, int sides)
{
	d->state ^= d->state << 13;
	d->state ^= d->state >> 7;
	d->state ^= d->state << 17;
	return (int)((d->state >> 33) % (uint64_t)sides);
}

#endif
