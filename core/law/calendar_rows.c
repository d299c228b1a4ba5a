#include "law/calendar_private.h"
#include "base/record.h"
#include "law/seed.h"

#include <string.h>

/* As `calendar export` writes it, else in a clerk's words. */
static bool kind_read(const char *text, bool *workday)
{
	static const struct {
		const char *text;
		bool workday;
	} kinds[] = {
		{"holiday", false}, {"workday", true}, {N_("放假"), false}, {N_("休息"), false}, {N_("休"), false}, {N_("节假日"), false},
		{N_("上班"), true}, {N_("班"), true}, {N_("调休上班"), true}, {N_("补班"), true}, {N_("工作日"), true},
	};
	for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
		if (!strcmp(kinds[i].text, text)) {
			*workday = kinds[i].workday;
			return true;
		}
	return false;
}

bool calendar_row_read(const char *date, const char *kind, const char *name, const char *notice, struct calendar_row *out,
	struct err *e)
{
	*out = (struct calendar_row){.name = name, .notice = notice};
	struct err unused = {0};
	if (!day_parse(date, &out->date) && !date_input(date, NULL, 0, &out->date, &unused))
		return err_field(e, "date", _("“%s”不是日期，应写作 2026-01-01"), date);
	if (out->date < calendar_first() || out->date > calendar_last())
		return err_field(e, "date", _("%s 早于 2004 年，不在日历范围内"), date);
	if (!kind_read(kind, &out->workday))
		return err_field(e, "kind", _("“%s”不是日子的种类，应为放假（holiday）或者上班（workday）"), kind);
	if (!*name)
		return err_field(e, "name", _("%s 没有节日名称"), date);
	if (!*notice)
		return err_field(e, "source", _("%s 没有通知文号"), date);
	if (out->workday && day_weekday(out->date) < 6)
		return err_field(e, "kind", _("%s 是%s，调休上班日必须是周六或周日"), date, day_weekday_zh(out->date));
	return true;
}

struct calendar *calendar_embedded(struct arena *a)
{
	struct seed s = seed_open("cn-workdays.tsv", a);
	size_t n = 0, cap = 1024;
	struct calendar_row *rows = arena_array(a, struct calendar_row, cap);
	struct err e = {0};
	while (seed_next(&s)) {
		if (n == cap) {
			struct calendar_row *more = arena_array(a, struct calendar_row, cap * 2);
			memcpy(more, rows, n * sizeof *rows);
			rows = more;
			cap *= 2;
		}
		if (!calendar_row_read(seed_value(&s, "date"), seed_value(&s, "kind"), seed_value(&s, "name"), seed_value(&s, "source"),
			    &rows[n++], &e))
			BUG("cn-workdays.tsv:%d: %s", s.line, e.text);
	}
	struct calendar *c;
	if (!calendar_build(rows, n, a, &c, &e))
		BUG("cn-workdays.tsv: %s", e.text);
	return c;
}

struct calendar_rows calendar_rows_of(const struct calendar *c, int year, struct arena *a)
{
	struct calendar_rows out = {.rows = arena_array(a, struct calendar_row, c->nrows + 1)};
	for (size_t i = 0; i < c->nrows; i++)
		if (!year || day_year(c->rows[i].date) == year)
			out.rows[out.n++] = c->rows[i];
	return out;
}

static bool same_name(const char *x, const char *y)
{
	return x == y || (x && y && !strcmp(x, y));
}

size_t calendar_diff(const struct calendar *was, const struct calendar *is, daynum from, daynum to, struct arena *a,
	struct calendar_change **out)
{
	size_t n = 0, cap = 64;
	struct calendar_change *list = arena_array(a, struct calendar_change, cap);
	for (daynum d = from; d <= to; d++) {
		struct calendar_change x = {
			.date = d,
			.was = calendar_kind(was, d), .was_name = calendar_name(was, d),
			.is = calendar_kind(is, d), .is_name = calendar_name(is, d),
		};
		if (x.was == x.is && same_name(x.was_name, x.is_name))
			continue;
		if (n == cap) {
			struct calendar_change *more = arena_array(a, struct calendar_change, cap * 2);
			memcpy(more, list, n * sizeof *list);
			list = more;
			cap *= 2;
		}
		list[n++] = x;
	}
	*out = list;
	return n;
}
