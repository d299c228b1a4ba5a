#include "base/desk.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/random.h>
#include <time.h>

enum { CHINA = 8 * 3600, DAY_SECONDS = 86400 };

int64_t desk_now(struct desk *desk)
{
	if (desk->now_fixed && desk->today_fixed)
		return (int64_t)desk->today * DAY_SECONDS + 3600 + desk->ticks++;
	struct timespec ts;
	clock_gettime(CLOCK_REALTIME, &ts);
	return ts.tv_sec;
}

daynum desk_today(const struct desk *desk)
{
	if (desk->today_fixed)
		return desk->today;
	struct timespec ts;
	clock_gettime(CLOCK_REALTIME, &ts);
	return (daynum)((ts.tv_sec + CHINA) / DAY_SECONDS);
}

/* splitmix64: any seed gives a full, repeatable stream. */
static uint64_t seeded(uint64_t *state)
{
	uint64_t z = *state += UINT64_C(0x9E3779B97F4A7C15);
	z = (z ^ (z >> 30)) * UINT64_C(0xBF58476D1CE4E5B9);
	z = (z ^ (z >> 27)) * UINT64_C(0x94D049BB133111EB);
	return z ^ (z >> 31);
}

void desk_random(struct desk *desk, void *buf, size_t n)
{
	unsigned char *p = buf;
	if (!desk->seed) {
		while (n) {
			ssize_t got = getrandom(p, n, 0);
			if (got < 0 && errno == EINTR)
				continue;
			if (got <= 0)
				BUG("getrandom failed");
			p += got;
			n -= (size_t)got;
		}
		return;
	}
	while (n) {
		uint64_t r = seeded(&desk->seed);
		size_t k = n < sizeof r ? n : sizeof r;
		memcpy(p, &r, k);
		p += k;
		n -= k;
	}
}

static char *instant(int64_t t, const char *fmt, char *buf)
{
	int y, m, d;
	int64_t day = t / DAY_SECONDS, s = t % DAY_SECONDS;
	if (s < 0) {
		s += DAY_SECONDS;
		day--;
	}
	day_split((daynum)day, &y, &m, &d);
	snprintf(buf, INSTANT_LEN, fmt, (unsigned)y % 10000, (unsigned)m % 100, (unsigned)d % 100, (unsigned)(s / 3600) % 100,
		(unsigned)(s / 60 % 60), (unsigned)(s % 60));
	return buf;
}

char *instant_utc(int64_t t, char buf[INSTANT_LEN])
{
	return instant(t, "%04u-%02u-%02uT%02u:%02u:%02uZ", buf);
}

char *instant_local(int64_t t, char buf[INSTANT_LEN])
{
	return instant(t + CHINA, "%04u-%02u-%02u %02u:%02u:%02u", buf);
}

bool instant_parse(const char *utc, int64_t *out)
{
	char iso[DAY_ISO], again[INSTANT_LEN];
	daynum day;
	int h, m, s;
	snprintf(iso, sizeof iso, "%s", utc);
	if (!day_parse(iso, &day) || sscanf(utc + DAY_ISO - 1, "T%2d:%2d:%2dZ", &h, &m, &s) != 3)
		return false;
	*out = (int64_t)day * DAY_SECONDS + h * 3600 + m * 60 + s;
	return !strcmp(instant_utc(*out, again), utc); /* nothing else writes it like this */
}
