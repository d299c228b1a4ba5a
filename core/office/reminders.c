#include "office/reminders.h"

#include "office/setting.h"

/* The setting was checked when it was set; one that an older program left and this one cannot read reminds of nothing. */
struct reminders reminders_of(struct office *o)
{
	struct arena a = {0};
	struct reminders r;
	struct err ignored = {0};
	if (!reminders_parse(setting_get(o, "reminders", DAY_NONE, &a), &r, &ignored))
		r = (struct reminders){0};
	arena_free(&a);
	return r;
}
