/* desk.h — the desk's clock and dice, injectable. Nobody else asks the system for the time or for random bytes.
 *
 * A zeroed struct desk is the real one. A test or `--today` fixes the day; a test also fixes instant and seed. The day is
 * asked per event, never kept: a session lives over midnight. */
#ifndef BASE_DESK_H
#define BASE_DESK_H

#include <stddef.h>
#include "base/day.h"

/* How far a long piece of work is: "已排版", 57 of 108. */
typedef void desk_progress(const char *doing, size_t done, size_t of);

struct desk {
	bool today_fixed; /* --today, $GWGK_TODAY */
	daynum today;
	bool now_fixed;   /* tests: instants are 09:00 Beijing time of `today` plus a step of a second a call */
	int64_t ticks;
	uint64_t seed;    /* 0 = the system's random source, else a deterministic stream */
	desk_progress *progress; /* NULL: nobody wants to know */
};

/* UTC seconds since 1970. With a fixed day but no fixed instant: the real time of day on the real day. */
int64_t desk_now(struct desk *desk);
/* The day in China (UTC+8). */
daynum desk_today(const struct desk *desk);
void desk_random(struct desk *desk, void *buf, size_t n);
/* "2026-03-09T01:02:03Z" for storage, "2026-03-09 09:02:03" (UTC+8) for people. Both return buf. */
enum { INSTANT_LEN = 24 };
char *instant_utc(int64_t t, char buf[INSTANT_LEN]);
char *instant_local(int64_t t, char buf[INSTANT_LEN]);
/* Exactly what instant_utc() writes. */
bool instant_parse(const char *utc, int64_t *out);

#endif
