/* calendar.h — the working days of the People's Republic of China.
 *
 * A calendar is built once from rows: every exceptional day of the State Council's yearly notices (db/seed/cn-workdays.tsv, or
 * the office's table calendar_day). A date is a working day exactly when its row says workday, or it has no row and is a
 * Monday to Friday. A period starts to count on the day after its start and ends on its n-th working day.
 *
 * Range: 2004-01-01 to 2999-12-31. Asking is O(1), adding n working days O(log): one bit a day and a running count every 64.
 *
 * A year is loaded if and only if it has a row for its 1 January. In a year that is not loaded only the days that 《全国年节及
 * 纪念日放假办法》 itself fixes are left out (1 January, 1–2 May, 1–3 October), and every date that touches it is provisional; so
 * is one that touches 29–31 December of the last loaded year, which the next notice may still change.
 *
 * A calendar lives in the arena given and never changes; another one is built when rows come or go. */
#ifndef LAW_CALENDAR_H
#define LAW_CALENDAR_H

#include "base/arena.h"
#include "base/day.h"

enum day_kind {
	DAY_WORK,    /* an ordinary Monday to Friday */
	DAY_MAKEUP,  /* 调休上班: a Saturday or Sunday that is worked */
	DAY_WEEKEND,
	DAY_HOLIDAY  /* a day of a public holiday period, weekend days included */
};

struct calendar_row {
	daynum date;
	bool workday;       /* kind: 调休上班, else 放假 */
	const char *name;   /* 春节 … */
	const char *notice; /* 发文字号 */
	bool superseded;    /* a later notice took the day back: the row is history and does not count */
};

struct calendar_rows {
	size_t n;
	struct calendar_row *rows;
};

struct calendar;

enum { CALENDAR_N_MAX = 1000 }; /* longest period in working days, either way */

/* Rows in the order of their notices: of two rows for one date the later in the list wins. Strings are kept, not copied. ERR_INPUT for a
 * date out of range or a workday row that is not a Saturday or Sunday. */
bool calendar_build(const struct calendar_row *rows, size_t n, struct arena *a, struct calendar **out, struct err *e) CHECKED;
/* The one the program carries. */
struct calendar *calendar_embedded(struct arena *a);

/* First and last day that can be asked. */
daynum calendar_first(void);
daynum calendar_last(void);

/* --- asking. A day out of range is no working day, and counts nothing. ---------------------------------------------------- */
bool calendar_is_working(const struct calendar *c, daynum d);
enum day_kind calendar_kind(const struct calendar *c, daynum d);
/* The holiday the day belongs to or makes up for; NULL for ordinary days. */
const char *calendar_name(const struct calendar *c, daynum d);
/* Working days in (from, to]; 0 when to <= from. */
int calendar_count(const struct calendar *c, daynum from, daynum to);
/* The n-th working day after `from`; for n < 0 the -n-th before it; for 0 `from` itself. DAY_NONE where `from` or the result is
 * out of range. */
daynum calendar_add(const struct calendar *c, daynum from, int n);
/* `d` itself when it is a working day, else the next / the last before. */
daynum calendar_roll(const struct calendar *c, daynum d);
daynum calendar_roll_back(const struct calendar *c, daynum d);

/* --- what is known ---------------------------------------------------------------------------------------------------------- */
bool calendar_loaded(const struct calendar *c, int year);
/* Last loaded year; 0 without any. */
int calendar_last_loaded(const struct calendar *c);
/* Years whose notice is missing for the days in (from, to]: writes up to `max` of them and returns how many there are.
 * 0 = the span is final. */
int calendar_missing(const struct calendar *c, daynum from, daynum to, int *years, int max);
bool calendar_provisional(const struct calendar *c, daynum from, daynum to);
/* "2027 年放假安排" */
const char *calendar_notice_name(int year, struct arena *a);

/* --- words ------------------------------------------------------------------------------------------------------------------ */
/* Why a day is worked or not: "工作日" "上班·国庆节调休" "休息·春节" "休息"; a provisional day says so. */
const char *calendar_reason(const struct calendar *c, daynum d, struct arena *a);
/* With the weekday before it, for row 1 of every screen: "周六 上班·国庆节调休". */
const char *calendar_day_text(const struct calendar *c, daynum d, struct arena *a);
/* Code of a day kind as JSON and CSV print it: work makeup weekend holiday. */
const char *day_kind_name(enum day_kind kind);
const char *day_kind_label(enum day_kind kind); /* 工作日 调休上班 周末 节假日 */

/* --- rows as text, rows against rows ------------------------------------------------------------------------------------------ */
/* A file of rows (columns date kind name source or 日期 种类 名称 文号, kinds holiday workday or 放假 上班, TSV or CSV, UTF-8), checked: real dates, known kinds, workday rows on a Saturday or
 * Sunday, no date twice, name and notice given, in range. ERR_INPUT names the line. */
bool calendar_parse(const char *text, struct arena *a, struct calendar_rows *out, struct err *e) CHECKED;
/* May these rows be added to what `have` holds (NULL: nothing)? Every year they touch must be loaded or come with its 1 January as a
 * holiday; only 29–31 December may belong to the notice of a year that follows. ERR_INPUT. */
bool calendar_check_import(const struct calendar *have, const struct calendar_rows *rows, struct err *e) CHECKED;

/* A file that holds a year's 1 January is that whole year: the notice that takes day `d` back because the file does not name it; NULL
 * when the day stays as it is. 29–31 December belong to the year after. */
const char *calendar_taken_back(const struct calendar_rows *file, daynum d);
/* What makes one doubt that a year in the file is whole: a day that the regulation itself fixes is not in it. NULL for none. */
const char *calendar_doubts(const struct calendar_rows *file, struct arena *a);

struct calendar_change {
	daynum date;
	enum day_kind was, is;
	const char *was_name, *is_name; /* NULL for none */
};
/* Every day of [from, to] whose kind or name differs; returns how many. */
size_t calendar_diff(const struct calendar *was, const struct calendar *is, daynum from, daynum to, struct arena *a,
	struct calendar_change **out);
/* All rows in force, by date, of one year (0 = all). */
struct calendar_rows calendar_rows_of(const struct calendar *c, int year, struct arena *a);

#endif
