/* badge.h — what a list shows of a deadline: number, word and a level, computed at display and never stored. */
#ifndef LAW_BADGE_H
#define LAW_BADGE_H

#include "law/clock.h"

enum badge_level { BADGE_LATE, BADGE_TODAY, BADGE_SOON, BADGE_NEAR, BADGE_NORMAL, BADGE_STOPPED, BADGE_PENDING, BADGE_DONE, BADGE_NONE };
struct badge_steps { int soon, near; }; /* working days: 3 and 5 unless the office says otherwise */
extern const struct badge_steps BADGE_STEPS;
/* A provisional date may still move: up to ten days later by what was seen in 2008–2026 (law.md: calendar). */
enum { PROVISIONAL_GRACE = 10 };
struct badge {
	enum badge_level level;
	int left;       /* working days left; negative when late */
	char text[24];  /* 剩 8 · 剩 3 · 今日 · 逾 2 · 停 剩 6 · 待定* · 毕 */
};
/* A date on its own. Most severe first; due today is not late; a provisional date is not late before 10 days after it. */
struct badge badge_day(const struct calendar *c, daynum due, bool provisional, daynum today, struct badge_steps steps);
/* Of a clock_run_on(). */
struct badge clock_badge(const struct calendar *c, const struct clock *k, daynum today, struct badge_steps steps);

#endif
