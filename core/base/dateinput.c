#include "base/record.h"

#include <string.h>
#include "base/text.h"

static bool not_a_date(const char *text, struct err *e)
{
	struct arena a = {0};
	char *shown = text_clean(&a, text, false);
	size_t n = text_clip(shown, 24, NULL);
	err_set(e, ERR_INPUT, _("%.*s%s 不是日期，可以写成 2026-03-02、0302、今天或 +20"), (int)n, shown, shown[n] ? ".." : "");
	arena_free(&a);
	return false;
}

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

/* Reads 1 to `most` digits. */
static bool number(const char **s, int most, int *out)
{
	int n = 0;
	*out = 0;
	for (; n < most && is_digit(**s); n++)
		*out = *out * 10 + *(*s)++ - '0';
	return n && !is_digit(**s);
}

static bool skip(const char **s, const char *mark)
{
	size_t n = strlen(mark);
	if (strncmp(*s, mark, n))
		return false;
	*s += n;
	return true;
}

struct parts {
	int year, month, day; /* year 0: a short date */
};

/* 20260302 and 0302. */
static bool split_digits(const char *s, struct parts *p)
{
	const char *end = s;
	size_t n = strspn(s, "0123456789");
	int v;
	if ((n != 8 && n != 4) || !number(&end, 8, &v) || *end)
		return false;
	*p = (struct parts){v / 10000, v / 100 % 100, v % 100};
	return n == 4 || p->year;
}

/* 2026-3-2 and 3-2, one mark throughout; the mark may be - . or / */
static bool split_marks(const char *s, struct parts *p)
{
	int first;
	const char *at = s;
	*p = (struct parts){0};
	if (!number(&at, 4, &first) || !*at || !strchr("-./", *at))
		return false;
	bool with_year = at - s == 4;
	char mark[2] = {*at++, '\0'};
	p->month = first;
	if (with_year) {
		p->year = first;
		if (!number(&at, 2, &p->month) || !skip(&at, mark))
			return false;
	} else if (at - s > 3) {
		return false;
	}
	return number(&at, 2, &p->day) && !*at && (!with_year || p->year);
}

/* 2026年3月2日 and 3月2号. */
static bool split_words(const char *s, struct parts *p)
{
	const char *at = s;
	*p = (struct parts){0};
	if (strstr(s, N_("年")) && (!number(&at, 4, &p->year) || at - s != 4 || !skip(&at, N_("年")) || !p->year))
		return false;
	return number(&at, 2, &p->month) && skip(&at, N_("月")) && number(&at, 2, &p->day) && (skip(&at, N_("日")) || skip(&at, N_("号"))) &&
		!*at;
}

/* The year of a short date: this one, or the nearest that puts the day on the right side of today. 29 February waits for a
 * leap year, at most eight years away. */
static daynum nearest(const struct parts *p, daynum today, unsigned flags)
{
	int year = day_year(today), step = flags & FIELD_PAST ? -1 : 1;
	if (!(flags & (FIELD_PAST | FIELD_FUTURE)))
		return day_make(year, p->month, p->day);
	for (int i = 0; i <= 8; i++) {
		daynum d = day_make(year + i * step, p->month, p->day);
		if (d != DAY_NONE && (step < 0 ? d <= today : d >= today))
			return d;
	}
	return DAY_NONE;
}

static bool in_range(daynum d)
{
	return d >= day_make(1900, 1, 1) && d <= day_make(2999, 12, 31);
}

/* +20, ++20 and -1. */
static bool relative(const char *s, const struct input *in, daynum *out, struct err *e)
{
	bool back = *s == '-', calendar = back || s[1] == '+';
	const char *at = s + (calendar && !back ? 2 : 1);
	int n;
	if (!number(&at, 4, &n) || *at)
		return not_a_date(s, e);
	if (!calendar) {
		if (!in->working_days)
			return err_set(e, ERR_INPUT, _("这里不能用 +%d 个工作日，请写日期"), n);
		if (!n)
			return err_set(e, ERR_INPUT, _("工作日从 +1 起"));
		daynum d;
		if (!in->working_days(in->ctx, in->today, n, &d) || d == DAY_NONE)
			return err_set(e, ERR_INPUT, _("+%d 个工作日超出日历范围"), n);
		*out = d;
		return true;
	}
	daynum d = in->today + (back ? -n : n);
	if (!in_range(d))
		return err_set(e, ERR_INPUT, _("日期超出 1900 年至 2999 年"));
	*out = d;
	return true;
}

static bool by_name(const char *s, daynum today, daynum *out)
{
	static const struct {
		const char *name;
		int days;
	} names[] = {
		{".", 0}, {N_("今天"), 0}, {N_("今日"), 0}, {N_("昨天"), -1}, {N_("昨日"), -1}, {N_("明天"), 1},
		{N_("明日"), 1}, {N_("前天"), -2}, {N_("后天"), 2},
	};
	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		if (!strcmp(s, names[i].name)) {
			*out = today + names[i].days;
			return true;
		}
	return false;
}

/* Spreadsheets write a date with midnight behind it. */
static void cut_midnight(char *s)
{
	static const char *const tails[] = {" 0:00", " 00:00", " 0:00:00", " 00:00:00"};
	for (size_t i = 0; i < sizeof tails / sizeof *tails; i++) {
		size_t n = strlen(s), k = strlen(tails[i]);
		if (n > k && !strcmp(s + n - k, tails[i])) {
			s[n - k] = '\0';
			return;
		}
	}
}

/* Folded, without the spaces people put between the parts; one between two digits stays, and is refused later. */
static char *tidy(struct arena *a, const char *text)
{
	char *s = text_trim(a, text_fold(a, text_clean(a, text, false))), *to = s;
	cut_midnight(s);
	for (const char *from = s; *from; from++) {
		if ((*from == ' ' || *from == '\t') && !(to > s && is_digit(to[-1]) && is_digit(from[strspn(from, " \t")])))
			continue;
		*to++ = *from;
	}
	*to = '\0';
	return s;
}

static bool parse(const char *s, const char *text, const struct input *in, unsigned flags, daynum *out, struct err *e)
{
	struct parts p;
	bool placed = in && in->today != DAY_NONE;
	if (!*s)
		return err_set(e, ERR_INPUT, _("没有填日期"));
	if (placed && by_name(s, in->today, out))
		return true;
	if (placed && (*s == '+' || *s == '-'))
		return relative(s, in, out, e);
	if (!split_digits(s, &p) && !split_marks(s, &p) && !split_words(s, &p))
		return not_a_date(text, e);
	if (!p.year && !placed)
		return err_set(e, ERR_INPUT, _("%s 没有年份，请写成 2026-03-02"), s);
	daynum d = p.year ? day_make(p.year, p.month, p.day) : nearest(&p, in->today, flags);
	if (d == DAY_NONE && (p.year ? p.year < 1900 || p.year > 2999 : false))
		return err_set(e, ERR_INPUT, _("%s 超出 1900 年至 2999 年"), s);
	if (d == DAY_NONE)
		return err_set(e, ERR_INPUT, _("%s 不是日期"), s);
	*out = d;
	return true;
}

bool date_input(const char *text, const struct input *in, unsigned flags, daynum *out, struct err *e)
{
	*out = DAY_NONE;
	if (!text)
		text = "";
	if (strnlen(text, 256) == 256)
		return err_set(e, ERR_INPUT, _("文字太长，不是日期"));
	struct arena a = {0};
	bool done = parse(tidy(&a, text), text, in, flags, out, e);
	arena_free(&a);
	return done;
}
