#include "base/day.h"

#include <stdio.h>
#include <string.h>

enum { YEAR_MIN = 1900, YEAR_MAX = 2999 };

int day_month_length(int year, int month)
{
	static const int len[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
	if (month == 2 && year % 4 == 0 && (year % 100 != 0 || year % 400 == 0))
		return 29;
	return len[month - 1];
}

/* Days from 1970-01-01, by eras of 400 years that begin on 1 March. */
daynum day_make(int year, int month, int day)
{
	if (year < YEAR_MIN || year > YEAR_MAX || month < 1 || month > 12 || day < 1 || day > day_month_length(year, month))
		return DAY_NONE;
	int y = month > 2 ? year : year - 1;
	int era = y / 400, yoe = y % 400;
	int doy = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1;
	int doe = yoe * 365 + yoe / 4 - yoe / 100 + doy;
	return era * 146097 + doe - 719468;
}

void day_split(daynum d, int *year, int *month, int *day)
{
	int z = d + 719468;
	int era = z / 146097, doe = z % 146097;
	int yoe = (doe - doe / 1460 + doe / 36524 - doe / 146096) / 365;
	int doy = doe - (365 * yoe + yoe / 4 - yoe / 100);
	int mp = (5 * doy + 2) / 153;
	*day = doy - (153 * mp + 2) / 5 + 1;
	*month = mp < 10 ? mp + 3 : mp - 9;
	*year = yoe + era * 400 + (*month <= 2);
}

int day_year(daynum d)
{
	int y, m, day;
	day_split(d, &y, &m, &day);
	return y;
}

int day_weekday(daynum d)
{
	return ((int)d % 7 + 7 + 3) % 7 + 1; /* 1970-01-01 was a Thursday */
}

bool day_parse(const char *s, daynum *out)
{
	*out = DAY_NONE;
	if (!s)
		return false;
	static const char form[] = "dddd-dd-dd";
	for (size_t i = 0; i < sizeof form - 1; i++)
		if (form[i] == 'd' ? s[i] < '0' || s[i] > '9' : s[i] != form[i])
			return false;
	if (s[10])
		return false;
	int y = (s[0] - '0') * 1000 + (s[1] - '0') * 100 + (s[2] - '0') * 10 + (s[3] - '0');
	int m = (s[5] - '0') * 10 + (s[6] - '0');
	*out = day_make(y, m, (s[8] - '0') * 10 + (s[9] - '0'));
	return *out != DAY_NONE;
}

char *day_iso(daynum d, char buf[DAY_ISO])
{
	buf[0] = '\0';
	if (d == DAY_NONE)
		return buf;
	int y, m, day;
	day_split(d, &y, &m, &day);
	snprintf(buf, DAY_ISO, "%04u-%02u-%02u", (unsigned)y % 10000, (unsigned)m % 100, (unsigned)day % 100);
	return buf;
}

char *day_zh(daynum d, char buf[DAY_ZH])
{
	buf[0] = '\0';
	if (d == DAY_NONE)
		return buf;
	int y, m, day;
	day_split(d, &y, &m, &day);
	snprintf(buf, DAY_ZH, _("%d年%d月%d日"), y, m, day);
	return buf;
}

const char *day_weekday_zh(daynum d)
{
	static const char *const names[] = {N_("周一"), N_("周二"), N_("周三"), N_("周四"), N_("周五"), N_("周六"), N_("周日")};
	return tr(names[day_weekday(d) - 1]);
}

daynum day_add_months(daynum d, int months)
{
	int y, m, day;
	if (d == DAY_NONE || months < -YEAR_MAX * 12 || months > YEAR_MAX * 12)
		return DAY_NONE;
	day_split(d, &y, &m, &day);
	int n = y * 12 + m - 1 + months;
	y = n / 12;
	m = n % 12 + 1;
	if (y < YEAR_MIN || y > YEAR_MAX)
		return DAY_NONE;
	int last = day_month_length(y, m);
	return day_make(y, m, day < last ? day : last);
}
