#include "law/badge.h"

#include <stdio.h>

const struct badge_steps BADGE_STEPS = {.soon = 3, .near = 5};

static struct badge put(enum badge_level level, int left, const char *format)
{
	struct badge b = {.level = level, .left = left};
	snprintf(b.text, sizeof b.text, format, left < 0 ? -left : left);
	return b;
}

struct badge badge_day(const struct calendar *c, daynum due, bool provisional, daynum today, struct badge_steps steps)
{
	if (due == DAY_NONE)
		return put(BADGE_NONE, 0, "");
	int late = calendar_count(c, due, today), left = calendar_count(c, today, due);
	if (provisional && today <= due + PROVISIONAL_GRACE)
		return put(BADGE_PENDING, today > due ? -late : left, _("待定*"));
	if (today > due)
		return put(BADGE_LATE, late ? -late : -1, _("逾 %d"));
	if (today == due)
		return put(BADGE_TODAY, 0, _("今日"));
	enum badge_level level = left <= steps.soon ? BADGE_SOON : left <= steps.near ? BADGE_NEAR : BADGE_NORMAL;
	return put(level, left, _("剩 %d"));
}

struct badge clock_badge(const struct calendar *c, const struct clock *k, daynum today, struct badge_steps steps)
{
	switch (k->state) {
	case CLOCK_DONE:
		return put(BADGE_DONE, 0, _("毕"));
	case CLOCK_STOPPED:
		return put(BADGE_STOPPED, k->left, _("停 剩 %d"));
	case CLOCK_RUNNING:
		return badge_day(c, k->due, k->provisional, today, steps);
	default:
		return put(BADGE_NONE, 0, "");
	}
}
