#include "law/calendar_private.h"

#include <stdlib.h>
#include <string.h>

/* The days the holiday regulation itself fixes, for years whose notice is missing. */
static const struct {
	int month, day;
	const char *name;
} fixed_days[] = {
	{1, 1, N_("元旦")}, {5, 1, N_("劳动节")}, {5, 2, N_("劳动节")},
	{10, 1, N_("国庆节")}, {10, 2, N_("国庆节")}, {10, 3, N_("国庆节")},
};
enum { FIXED_DAYS = sizeof fixed_days / sizeof *fixed_days, WORD = 64 };

daynum calendar_first(void)
{
	return 12418; /* 2004-01-01 */
}

daynum calendar_last(void)
{
	return 376199; /* 2999-12-31 */
}

static bool in_range(daynum d)
{
	return d >= calendar_first() && d <= calendar_last();
}

static size_t at(daynum d)
{
	return (size_t)(d - calendar_first());
}

/* --- building ------------------------------------------------------------------------------------------------------------- */

struct numbered {
	struct calendar_row row;
	size_t order;
};

static int by_date(const void *a, const void *b)
{
	const struct numbered *x = a, *y = b;
	if (x->row.date != y->row.date)
		return x->row.date < y->row.date ? -1 : 1;
	return x->order < y->order ? -1 : 1;
}

/* Rows in force: by date, the last of each date, the superseded left out. */
static void keep_rows(struct calendar *c, const struct calendar_row *rows, size_t n, struct arena *a)
{
	struct numbered *sorted = arena_array(a, struct numbered, n + 1);
	size_t k = 0;
	for (size_t i = 0; i < n; i++)
		if (!rows[i].superseded)
			sorted[k++] = (struct numbered){.row = rows[i], .order = i};
	qsort(sorted, k, sizeof *sorted, by_date);
	struct calendar_row *kept = arena_array(a, struct calendar_row, k + 1);
	for (size_t i = 0; i < k; i++)
		if (i + 1 == k || sorted[i + 1].row.date != sorted[i].row.date)
			kept[c->nrows++] = sorted[i].row;
	c->rows = kept;
}

static bool check_rows(const struct calendar_row *rows, size_t n, struct err *e)
{
	for (size_t i = 0; i < n; i++) {
		char iso[DAY_ISO];
		if (!in_range(rows[i].date))
			return err_set(e, ERR_INPUT, _("日历只能从 2004-01-01 到 2999-12-31：%s"), day_iso(rows[i].date, iso));
		if (rows[i].workday && !rows[i].superseded && day_weekday(rows[i].date) < 6)
			return err_set(e, ERR_INPUT, _("调休上班日必须是周六或周日：%s"), day_iso(rows[i].date, iso));
	}
	return true;
}

static void put(struct calendar *c, daynum d, bool worked)
{
	uint64_t bit = (uint64_t)1 << at(d) % WORD;
	if (worked)
		c->bits[at(d) / WORD] |= bit;
	else
		c->bits[at(d) / WORD] &= ~bit;
}

/* Monday to Friday everywhere, word by word: seven patterns, one for each weekday a word can start with. */
static void fill_weeks(struct calendar *c)
{
	uint64_t pattern[8] = {0};
	for (int first = 1; first <= 7; first++)
		for (int i = 0; i < WORD; i++)
			if ((first - 1 + i) % 7 < 5)
				pattern[first] |= (uint64_t)1 << i;
	for (size_t w = 0; w < c->words; w++)
		c->bits[w] = pattern[day_weekday(calendar_first() + (daynum)(w * WORD))];
	size_t days = at(calendar_last()) + 1;
	if (days % WORD)
		c->bits[c->words - 1] &= ((uint64_t)1 << days % WORD) - 1;
}

static void fill_counts(struct calendar *c)
{
	for (size_t w = 0; w < c->words; w++) {
		c->before[w] = c->total;
		c->total += __builtin_popcountll(c->bits[w]);
	}
}

bool calendar_build(const struct calendar_row *rows, size_t n, struct arena *a, struct calendar **out, struct err *e)
{
	if (!check_rows(rows, n, e))
		return false;
	struct calendar *c = arena_new(a, struct calendar);
	c->words = at(calendar_last()) / WORD + 1;
	c->bits = arena_array(a, uint64_t, c->words);
	c->before = arena_array(a, int32_t, c->words);
	keep_rows(c, rows, n, a);
	fill_weeks(c);
	for (int year = CALENDAR_YEAR_MIN; year <= CALENDAR_YEAR_MAX; year++) {
		if (calendar_row_find(c, day_make(year, 1, 1))) {
			c->loaded[year - CALENDAR_YEAR_MIN] = true;
			c->last_loaded = year;
			continue;
		}
		for (size_t i = 0; i < FIXED_DAYS; i++)
			put(c, day_make(year, fixed_days[i].month, fixed_days[i].day), false);
	}
	for (size_t i = 0; i < c->nrows; i++)
		put(c, c->rows[i].date, c->rows[i].workday);
	fill_counts(c);
	*out = c;
	return true;
}

/* --- asking ---------------------------------------------------------------------------------------------------------------- */

const struct calendar_row *calendar_row_find(const struct calendar *c, daynum d)
{
	size_t lo = 0, hi = c->nrows;
	while (lo < hi) {
		size_t mid = lo + (hi - lo) / 2;
		if (c->rows[mid].date < d)
			lo = mid + 1;
		else
			hi = mid;
	}
	return lo < c->nrows && c->rows[lo].date == d ? &c->rows[lo] : NULL;
}

bool calendar_is_working(const struct calendar *c, daynum d)
{
	return in_range(d) && (c->bits[at(d) / WORD] >> at(d) % WORD & 1);
}

/* The fixed holiday of a year that is not loaded; NULL for other days. */
static const char *fixed_name(const struct calendar *c, daynum d)
{
	int year, month, day;
	day_split(d, &year, &month, &day);
	if (!calendar_loaded(c, year))
		for (size_t i = 0; i < FIXED_DAYS; i++)
			if (fixed_days[i].month == month && fixed_days[i].day == day)
				return tr(fixed_days[i].name);
	return NULL;
}

enum day_kind calendar_kind(const struct calendar *c, daynum d)
{
	if (!in_range(d))
		return DAY_WEEKEND;
	const struct calendar_row *row = calendar_row_find(c, d);
	if (row)
		return row->workday ? DAY_MAKEUP : DAY_HOLIDAY;
	if (fixed_name(c, d))
		return DAY_HOLIDAY;
	return day_weekday(d) < 6 ? DAY_WORK : DAY_WEEKEND;
}

const char *calendar_name(const struct calendar *c, daynum d)
{
	if (!in_range(d))
		return NULL;
	const struct calendar_row *row = calendar_row_find(c, d);
	return row ? row->name : fixed_name(c, d);
}

/* Working days from the first day of all to `d`, included. */
static int32_t rank_of(const struct calendar *c, daynum d)
{
	size_t i = at(d);
	uint64_t upto = c->bits[i / WORD] << (WORD - 1 - i % WORD);
	return c->before[i / WORD] + __builtin_popcountll(upto);
}

/* The day with that rank; DAY_NONE when there is none. */
static daynum day_of_rank(const struct calendar *c, int32_t rank)
{
	if (rank < 1 || rank > c->total)
		return DAY_NONE;
	size_t lo = 0, hi = c->words; /* the last word with fewer working days before it than `rank` */
	while (hi - lo > 1) {
		size_t mid = lo + (hi - lo) / 2;
		if (c->before[mid] < rank)
			lo = mid;
		else
			hi = mid;
	}
	uint64_t word = c->bits[lo];
	for (int32_t skip = rank - c->before[lo] - 1; skip > 0; skip--)
		word &= word - 1;
	return calendar_first() + (daynum)(lo * WORD) + __builtin_ctzll(word);
}

int calendar_count(const struct calendar *c, daynum from, daynum to)
{
	if (!in_range(from) || !in_range(to) || to <= from)
		return 0;
	return rank_of(c, to) - rank_of(c, from);
}

daynum calendar_add(const struct calendar *c, daynum from, int n)
{
	if (!in_range(from))
		return DAY_NONE;
	if (n == 0)
		return from;
	int32_t rank = rank_of(c, from);
	if (n > 0)
		return day_of_rank(c, rank + n);
	return day_of_rank(c, rank - calendar_is_working(c, from) + n + 1);
}

daynum calendar_roll(const struct calendar *c, daynum d)
{
	return calendar_is_working(c, d) ? d : calendar_add(c, d, 1);
}

daynum calendar_roll_back(const struct calendar *c, daynum d)
{
	return calendar_is_working(c, d) ? d : calendar_add(c, d, -1);
}

/* --- what is known ----------------------------------------------------------------------------------------------------------- */

bool calendar_loaded(const struct calendar *c, int year)
{
	return year >= CALENDAR_YEAR_MIN && year <= CALENDAR_YEAR_MAX && c->loaded[year - CALENDAR_YEAR_MIN];
}

int calendar_last_loaded(const struct calendar *c)
{
	return c->last_loaded;
}

int calendar_missing(const struct calendar *c, daynum from, daynum to, int *years, int max)
{
	int n = 0, last = 0;
	if (from == DAY_NONE || to == DAY_NONE || to <= from)
		return 0;
	for (int year = day_year(from + 1); year <= day_year(to); year++) {
		int missing = 0;
		if (!calendar_loaded(c, year))
			missing = year;
		else if (!calendar_loaded(c, year + 1) && to >= day_make(year, 12, 29) && from + 1 <= day_make(year, 12, 31))
			missing = year + 1;
		if (!missing || missing == last)
			continue;
		if (n < max)
			years[n] = missing;
		last = missing;
		n++;
	}
	return n;
}

bool calendar_provisional(const struct calendar *c, daynum from, daynum to)
{
	return calendar_missing(c, from, to, NULL, 0) > 0;
}
