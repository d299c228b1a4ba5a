/* reminder.h — the ladder of reminders before a deadline, in working days: 5,3,1,0. A line is a ladder; `key=` before it makes it that of
 * one clock (answer third_party fee_payment …, publish for information), a line without a key is for all others.
 *
 *	10,5,3,1,0
 *	third_party=3,1,0
 *
 * Nothing is sent and nothing is remembered: which step is reached follows from the date as it stands today, so a case that was
 * extended, stopped or answered reminds of nothing any more. */
#ifndef LAW_REMINDER_H
#define LAW_REMINDER_H

#include "law/badge.h"

enum { REMIND_PUBLISH = CLOCK_KEYS, REMIND_KEYS, REMIND_MAX = 12, REMIND_FAR = 250 };

struct reminder_ladder {
	int n;
	int step[REMIND_MAX]; /* falling */
};
struct reminders {
	struct reminder_ladder of[REMIND_KEYS];
};

/* ERR_INPUT says which line is wrong and why. */
bool reminders_parse(const char *text, struct reminders *out, struct err *e) CHECKED;
/* The step that is reached: the least one not below the working days left. -1 when the first is not reached yet, the date is over or
 * there is none. */
int reminder_step(const struct calendar *c, const struct reminders *r, int key, daynum due, daynum today);
/* The last day whose reminders may be due today. */
daynum reminder_horizon(const struct calendar *c, const struct reminders *r, int key, daynum today);
/* What a list colours: the first step is near, the second soon. */
struct badge_steps reminder_badge(const struct reminders *r, int key);

#endif
