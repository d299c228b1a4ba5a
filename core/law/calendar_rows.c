#include "law/calendar_private.h"
#include "law/seed.h"

#include <string.h>

bool calendar_row_read(const char *date, const char *kind, const char *name, const char *notice, struct calendar_row *out,
	struct err *e)
{
	*out = (struct calendar_row){.name = name, .notice = notice, .workday = !strcmp(kind, "workday")};
	if (!day_parse(date, &out->date))
		return err_field(e, "date", _("“%s”不是日期，应写作 2026-01-01"), date);
	if (out->date < calendar_first() || out->date > calendar_last())
		return err_field(e, "date", _("%s 早于 2004 年，不在日历范围内"), date);
	if (!out->workday && strcmp(kind, "holiday"))
		return err_field(e, "kind", _("“%s”不是日子的种类，应为 holiday 或 workday"), kind);
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
