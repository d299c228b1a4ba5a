#include "law/calendar_private.h"

#include <stdio.h>

const char *calendar_notice_name(int year, struct arena *a)
{
	return arena_printf(a, _("%d 年放假安排"), year);
}

const char *day_kind_name(enum day_kind kind)
{
	static const char *const names[] = {
		[DAY_WORK] = "work", [DAY_MAKEUP] = "makeup", [DAY_WEEKEND] = "weekend", [DAY_HOLIDAY] = "holiday",
	};
	return names[kind];
}

const char *day_kind_label(enum day_kind kind)
{
	static const char *const labels[] = {
		[DAY_WORK] = N_("工作日"), [DAY_MAKEUP] = N_("调休上班"), [DAY_WEEKEND] = N_("周末"), [DAY_HOLIDAY] = N_("节假日"),
	};
	return tr(labels[kind]);
}

static const char *reason(const struct calendar *c, daynum d, struct arena *a)
{
	const char *name = calendar_name(c, d);
	switch (calendar_kind(c, d)) {
	case DAY_MAKEUP:
		return arena_printf(a, _("上班·%s调休"), name);
	case DAY_HOLIDAY:
		return arena_printf(a, _("休息·%s"), name);
	case DAY_WEEKEND:
		return _("休息");
	default:
		return _("工作日");
	}
}

const char *calendar_reason(const struct calendar *c, daynum d, struct arena *a)
{
	if (d < calendar_first() || d > calendar_last())
		return _("不在日历范围内");
	int year;
	if (!calendar_missing(c, d - 1, d, &year, 1))
		return reason(c, d, a);
	return arena_printf(a, _("%s（%s尚未载入）"), reason(c, d, a), calendar_notice_name(year, a));
}

const char *calendar_day_text(const struct calendar *c, daynum d, struct arena *a)
{
	return arena_printf(a, "%s %s", day_weekday_zh(d), calendar_reason(c, d, a));
}
