#include "tests/test.h"
#include "law/calendar.h"

#include <string.h>

static const char next_year[] =
	"date\tkind\tname\tsource\n"
	"2026-12-31\tholiday\t元旦\t国办发明电〔2026〕9号\n"
	"2027-01-01\tholiday\t元旦\t国办发明电〔2026〕9号\n"
	"2027-01-09\tworkday\t元旦\t国办发明电〔2026〕9号\n";

/* Parses and checks against the calendar of the program; e says what is wrong. */
static bool take(const char *text, struct calendar_rows *rows, struct err *e)
{
	return calendar_parse(text, t_arena, rows, e) && calendar_check_import(calendar_embedded(t_arena), rows, e);
}

TEST(a_new_years_file_is_taken_and_moves_what_it_touches)
{
	struct err e = {0};
	struct calendar_rows rows;
	assert_done(take(next_year, &rows, &e));
	assert_int_equal((int)rows.n, 3);
	struct calendar *was = calendar_embedded(t_arena), *is;
	struct calendar_rows all = calendar_rows_of(was, 0, t_arena);
	struct calendar_row *both = arena_array(t_arena, struct calendar_row, all.n + rows.n);
	memcpy(both, all.rows, all.n * sizeof *both);
	memcpy(both + all.n, rows.rows, rows.n * sizeof *both);
	assert_done(calendar_build(both, all.n + rows.n, t_arena, &is, &e));
	assert_true(calendar_loaded(is, 2027));
	assert_false(calendar_provisional(is, day_make(2026, 12, 20), day_make(2027, 1, 18)));
	struct calendar_change *changes;
	assert_int_equal((int)calendar_diff(was, is, day_make(2026, 12, 1), day_make(2027, 2, 1), t_arena, &changes), 2);
	assert_int_equal(changes[0].is, DAY_HOLIDAY);
	assert_int_equal(changes[1].is, DAY_MAKEUP);
	assert_int_equal(calendar_add(is, day_make(2026, 12, 20), 20), day_make(2027, 1, 18)); /* one off, one worked */
	assert_int_equal(calendar_add(is, day_make(2026, 12, 20), 9), day_make(2027, 1, 4));
}

TEST(a_notice_may_change_a_year_that_is_there)
{
	struct err e = {0};
	struct calendar_rows rows;
	assert_done(take("date,kind,name,source\r\n2026-09-03,holiday,纪念日,国发明电〔2026〕1号\r\n2026-09-06,workday,纪念日,国发明电〔2026〕1号\r\n", &rows, &e));
	assert_int_equal((int)rows.n, 2);
	assert_string_equal(rows.rows[1].name, "纪念日");
}

TEST(a_wrong_calendar_file_is_refused_with_its_line)
{
	static const struct {
		const char *rows, *says;
	} bad[] = {
		{"2027-01-01\tholiday\t元旦\t9号\n2027-02-29\tholiday\t春节\t9号\n", "第 3 行"},
		{"2027-01-01\tholiday\t元旦\t9号\n2027-01-05\tworkday\t元旦\t9号\n", "周二"},
		{"2027-01-01\tholiday\t元旦\t9号\n2027-01-02\tholiday\t元旦\t9号\n2027-01-01\tholiday\t元旦\t9号\n", "第 2 行"},
		{"2027-01-01\trest\t元旦\t9号\n", "rest"},
		{"2027-01-01\tholiday\t\t9号\n", "节日名称"},
		{"2027-01-01\tholiday\t元旦\t\n", "文号"},
		{"2027-01-01\tholiday\t元旦\n", "文号"},
		{"2003-10-01\tholiday\t国庆节\t9号\n", "2004"},
		{"2027-05-01\tholiday\t劳动节\t9号\n", "2027 年没有 1 月 1 日"},
		{"2028-12-30\tholiday\t元旦\t9号\n", "2028 年没有 1 月 1 日"},
		{"2028-01-01\tworkday\t元旦\t9号\n", "元旦，不能是上班日"},
		{"", "没有日期"},
	};
	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
		struct err e = {0};
		struct calendar_rows rows;
		const char *text = arena_printf(t_arena, "date\tkind\tname\tsource\n%s", bad[i].rows);
		if (take(text, &rows, &e) || e.code != ERR_INPUT || !strstr(e.text, bad[i].says))
			fail_msg("row %zu: %s", i, e.text);
	}
	struct err e = {0};
	struct calendar_rows rows;
	assert_false(take("date\tname\tsource\n2027-01-01\t元旦\t9号\n", &rows, &e));
	assert_non_null(strstr(e.text, "kind"));
}

TEST(a_whole_year_takes_back_what_it_does_not_name_and_part_of_one_does_not)
{
	struct err e = {0};
	struct calendar_rows rows;
	assert_done(take(next_year, &rows, &e));
	assert_non_null(calendar_taken_back(&rows, day_make(2027, 10, 1)));
	assert_non_null(calendar_taken_back(&rows, day_make(2026, 12, 30)));
	assert_null(calendar_taken_back(&rows, day_make(2026, 12, 31)));
	assert_null(calendar_taken_back(&rows, day_make(2027, 12, 31)));
	assert_null(calendar_taken_back(&rows, day_make(2026, 10, 1)));
	assert_non_null(strstr(calendar_doubts(&rows, t_arena), "5 月 1 日"));
	rows = calendar_rows_of(calendar_embedded(t_arena), 0, t_arena);
	assert_null(calendar_doubts(&rows, t_arena));
}

TEST(a_file_in_a_clerks_words_is_the_same_as_one_with_codes)
{
	static const char *const files[] = {
		"日期,星期,种类,名称,文号\r\n2026/12/31,周四,放假,元旦,国办发明电〔2026〕9号\r\n2027年1月1日,周五,休息,元旦,国办发明电〔2026〕9号\r\n"
		"2027-1-9 0:00,周六,上班,元旦,国办发明电〔2026〕9号\r\n",
		"发文字号\t节日\t性质\t日期\n国办发明电〔2026〕9号\t元旦\t节假日\t2026.12.31\n国办发明电〔2026〕9号\t元旦\t休\t20270101\n"
		"国办发明电〔2026〕9号\t元旦\t 调休上班 \t2027-01-09\n",
	};
	struct err e = {0};
	struct calendar_rows want, rows;
	assert_done(take(next_year, &want, &e));
	for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
		if (!take(files[i], &rows, &e))
			fail_msg("file %zu: %s", i, e.text);
		assert_int_equal((int)rows.n, (int)want.n);
		for (size_t k = 0; k < rows.n; k++) {
			assert_int_equal(rows.rows[k].date, want.rows[k].date);
			assert_int_equal(rows.rows[k].workday, want.rows[k].workday);
			assert_string_equal(rows.rows[k].name, want.rows[k].name);
			assert_string_equal(rows.rows[k].notice, want.rows[k].notice);
		}
	}
	assert_false(take("日期,种类,名称\n2027-01-01,放假,元旦\n", &rows, &e));
	assert_non_null(strstr(e.text, "文号"));
	e = (struct err){0};
	assert_false(take("日期,种类,名称,文号,依据\n2027-01-01,放假,元旦,9号,条例\n", &rows, &e));
	assert_non_null(strstr(e.text, "几列"));
	assert_false(take("日期,种类,名称,文号\n1月1日,放假,元旦,9号\n", &rows, &e));
	assert_false(take("日期,种类,名称,文号\n今天,放假,元旦,9号\n", &rows, &e));
}
