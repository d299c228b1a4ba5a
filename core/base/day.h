/* day.h — calendar dates as day numbers.
 *
 * A date is a whole day in China, counted from 1970-01-01; it has no time zone and none is ever applied to it. Instants
 * (audit, prints) are UTC seconds and are shown in UTC+8, a constant. Valid years are 1900 to 2999. */
#ifndef BASE_DAY_H
#define BASE_DAY_H

#include <stdint.h>
#include "base/err.h"

typedef int32_t daynum;

#define DAY_NONE INT32_MIN /* unknown, not yet */
enum { DAY_ISO = 11, DAY_ZH = 32 };

/* DAY_NONE where there is no such day (2026-02-29) or the year is out of range. */
daynum day_make(int year, int month, int day);
void day_split(daynum d, int *year, int *month, int *day);
int day_year(daynum d);
/* 1 Monday … 7 Sunday. */
int day_weekday(daynum d);
/* Strict YYYY-MM-DD and nothing else, not NULL either; false and DAY_NONE otherwise. */
bool day_parse(const char *iso, daynum *out);
/* "2026-03-09"; "" for DAY_NONE. Returns buf. */
char *day_iso(daynum d, char buf[DAY_ISO]);
/* "2026年3月9日", no leading zeros (GB/T 9704-2012 7.3.5.4); "" for DAY_NONE. Returns buf. */
char *day_zh(daynum d, char buf[DAY_ZH]);
/* "周一" … "周日". */
const char *day_weekday_zh(daynum d);
/* Same day number n months later, else the month's last day (民法典 202); DAY_NONE out of range. */
daynum day_add_months(daynum d, int months);
int day_month_length(int year, int month);

#endif
