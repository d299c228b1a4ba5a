#include "law/calendar_private.h"

#include "base/csv.h"
#include "base/text.h"

#include <stdlib.h>
#include <string.h>

/* What a heading may be called: as `calendar export` writes it, else in a clerk's words. */
enum { COL_DATE, COL_KIND, COL_NAME, COL_SOURCE, COLS };
static const char *const headings[COLS][6] = {
	[COL_DATE] = {"date", N_("日期")},
	[COL_KIND] = {"kind", N_("种类"), N_("类型"), N_("性质"), N_("安排")},
	[COL_NAME] = {"name", N_("名称"), N_("节日"), N_("节日名称"), N_("节假日")},
	[COL_SOURCE] = {"source", N_("文号"), N_("发文字号"), N_("通知文号"), N_("通知"), N_("依据")},
};

static bool is_heading(int column, const char *text)
{
	for (size_t i = 0; i < sizeof headings[0] / sizeof *headings[0] && headings[column][i]; i++)
		if (!strcmp(headings[column][i], text))
			return true;
	return false;
}

/* Other columns, as the weekday, are the clerk's own. */
static bool find_columns(const struct csv_row *header, struct arena *a, size_t col[COLS], struct err *e)
{
	for (int k = 0; k < COLS; k++) {
		size_t found = 0;
		for (size_t i = 0; i < header->n; i++)
			if (is_heading(k, text_trim(a, header->cells[i])) && !found++)
				col[k] = i;
		if (found != 1)
			return err_field(e, headings[k][0], found ? _("日历文件第 %d 行有几列“%s”（%s）") : _("日历文件第 %d 行缺少“%s”（%s）一列，应有日期、种类、名称、文号（date kind name source）"),
				header->line, tr(headings[k][1]), headings[k][0]);
	}
	return true;
}

static const char *cell(const struct csv_row *row, size_t i)
{
	return i < row->n && row->cells[i] ? row->cells[i] : "";
}

/* Date and the line it stands on, to find the same date twice. */
struct seen {
	daynum date;
	int line;
};

static int by_date(const void *a, const void *b)
{
	const struct seen *x = a, *y = b;
	if (x->date != y->date)
		return x->date < y->date ? -1 : 1;
	return x->line < y->line ? -1 : 1;
}

static bool no_date_twice(struct seen *seen, size_t n, struct err *e)
{
	qsort(seen, n, sizeof *seen, by_date);
	char iso[DAY_ISO];
	for (size_t i = 1; i < n; i++)
		if (seen[i].date == seen[i - 1].date)
			return err_field(e, "date", _("第 %d 行：%s 已在第 %d 行出现过"), seen[i].line, day_iso(seen[i].date, iso),
				seen[i - 1].line);
	return true;
}

bool calendar_parse(const char *text, struct arena *a, struct calendar_rows *out, struct err *e)
{
	struct csv_table t;
	size_t col[COLS] = {0};
	if (!csv_read(text, a, &t, e))
		return false;
	if (t.n < 2)
		return err_set(e, ERR_INPUT, _("日历文件里没有日期"));
	if (!find_columns(&t.rows[0], a, col, e))
		return false;
	struct seen *seen = arena_array(a, struct seen, t.n);
	out->n = t.n - 1;
	out->rows = arena_array(a, struct calendar_row, out->n);
	for (size_t i = 0; i < out->n; i++) {
		const struct csv_row *row = &t.rows[i + 1];
		struct err why = {0};
		if (!calendar_row_read(text_trim(a, cell(row, col[COL_DATE])), text_trim(a, cell(row, col[COL_KIND])), text_trim(a, cell(row, col[COL_NAME])),
			    text_trim(a, cell(row, col[COL_SOURCE])), &out->rows[i], &why))
			return err_field(e, why.field, _("第 %d 行：%s"), row->line, why.text);
		seen[i] = (struct seen){out->rows[i].date, row->line};
	}
	return no_date_twice(seen, out->n, e);
}

static const struct calendar_row *row_of(const struct calendar_rows *rows, daynum d)
{
	for (size_t i = 0; i < rows->n; i++)
		if (rows->rows[i].date == d && !rows->rows[i].superseded)
			return &rows->rows[i];
	return NULL;
}

/* Does the year come with the file, or was it there before? */
static bool year_known(const struct calendar *have, const struct calendar_rows *rows, int year)
{
	return row_of(rows, day_make(year, 1, 1)) || (have && calendar_loaded(have, year));
}

bool calendar_check_import(const struct calendar *have, const struct calendar_rows *rows, struct err *e)
{
	for (size_t i = 0; i < rows->n; i++) {
		int year, month, day;
		char iso[DAY_ISO];
		day_split(rows->rows[i].date, &year, &month, &day);
		if (month == 1 && day == 1 && rows->rows[i].workday)
			return err_field(e, "date", _("%s 是元旦，不能是上班日"), day_iso(rows->rows[i].date, iso));
		if (year_known(have, rows, year) || (month == 12 && day >= 29 && year_known(have, rows, year + 1)))
			continue;
		return err_field(e, "date", _("%s：%d 年没有 1 月 1 日的一行，不是完整的一年"), day_iso(rows->rows[i].date, iso), year);
	}
	return true;
}

const char *calendar_taken_back(const struct calendar_rows *file, daynum d)
{
	int year, month, day;
	day_split(d, &year, &month, &day);
	const struct calendar_row *first = row_of(file, day_make(month == 12 && day >= 29 ? year + 1 : year, 1, 1));
	return first && !row_of(file, d) ? first->notice : NULL;
}

const char *calendar_doubts(const struct calendar_rows *file, struct arena *a)
{
	static const struct {
		int month, day;
	} fixed[] = {{5, 1}, {10, 1}, {10, 2}, {10, 3}};
	for (size_t i = 0; i < file->n; i++) {
		int year = day_year(file->rows[i].date);
		if (file->rows[i].date != day_make(year, 1, 1))
			continue;
		for (size_t k = 0; k < sizeof fixed / sizeof *fixed; k++)
			if (!row_of(file, day_make(year, fixed[k].month, fixed[k].day)))
				return arena_printf(a, _("%d 年的安排里没有 %d 月 %d 日，请核对文件是否完整"), year, fixed[k].month, fixed[k].day);
	}
	return NULL;
}
