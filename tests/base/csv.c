#include "tests/test.h"

#include <string.h>
#include "base/csv.h"

TEST(a_spreadsheet_is_read_with_line_numbers)
{
	struct err e = {0};
	struct csv_table t;
	assert_done(csv_read("名称,说明\r\n\r\n甲,\"一\n二, \"\"三\"\"\"\n , \n乙,\n丙", t_arena, &t, &e));
	assert_int_equal(t.n, 4);
	assert_int_equal(t.rows[1].line, 3);
	assert_string_equal(t.rows[1].cells[1], "一\n二, \"三\"");
	assert_int_equal(t.rows[2].line, 6);
	assert_int_equal(t.rows[2].n, 2);
	assert_string_equal(t.rows[2].cells[1], "");
	assert_int_equal(t.rows[3].line, 7);
	assert_done(csv_read("a\tb,c\n1\t2", t_arena, &t, &e));
	assert_string_equal(t.rows[0].cells[1], "b,c");
	assert_done(csv_read("\"a\tb\",c\n", t_arena, &t, &e));
	assert_string_equal(t.rows[0].cells[0], "a\tb");
	assert_done(csv_read("", t_arena, &t, &e));
	assert_int_equal(t.n, 0);
}

TEST(a_wrong_quote_names_its_line)
{
	struct err e = {0};
	struct csv_table t;
	assert_false(csv_read("a,b\nc,\"d\ne\n", t_arena, &t, &e));
	assert_string_equal(e.text, "第 2 行：引号没有收尾");
	err_clear(&e);
	assert_false(csv_read("a,b\nc,d\"e\n", t_arena, &t, &e));
	assert_non_null(strstr(e.text, "第 2 行"));
	assert_int_equal(e.code, ERR_INPUT);
}

/* Random cells out of nasty pieces come back as they were, guarded or not. */
TEST(what_is_written_is_read_back)
{
	static const char *const pieces[] = {"海", ",", "\"", "\n", "\r\n", " ", "=", "-", "1", "'", "@SUM(A1)", "\t", ";", "+", "．"};
	uint32_t seed = 11;
	for (int round = 0; round < 3000; round++) {
		struct arena a = {0};
		struct str out = str_new(&a);
		const char *cells[6];
		csv_cell(&out, "头", true, true);
		csv_end(&out);
		for (int i = 0; i < 6; i++) {
			struct str cell = str_new(&a);
			for (int k = 0; k < 5; k++) {
				seed = seed * 1664525u + 1013904223u;
				if (seed >> 31)
					str_add(&cell, pieces[(seed >> 8) % (sizeof pieces / sizeof *pieces)]);
			}
			if (i == 5)
				str_add(&cell, "x"); /* no wholly empty row */
			cells[i] = cell.s;
			csv_cell(&out, cell.s, i == 0, true);
		}
		csv_end(&out);
		struct err e = {0};
		struct csv_table t;
		assert_done(csv_read(out.s, &a, &t, &e));
		assert_int_equal(t.n, 2);
		assert_int_equal(t.rows[1].n, 6);
		for (int i = 0; i < 6; i++)
			assert_string_equal(t.rows[1].cells[i], cells[i]);
		arena_free(&a);
	}
}

static const char *written(const char *cell)
{
	struct str out = str_new(t_arena);
	csv_cell(&out, cell, true, true);
	return out.s;
}

TEST(a_formula_is_disarmed)
{
	assert_string_equal(written("=1+1"), "'=1+1");
	assert_string_equal(written(" @x"), "\"' @x\"");
	assert_string_equal(written("\t=x"), "\"'\t=x\"");
	assert_string_equal(written("-5.20"), "-5.20");
	assert_string_equal(written("+86 532"), "'+86 532");
	assert_string_equal(written("-"), "-");
	assert_string_equal(written("＝1"), "'＝1");
	assert_string_equal(written(NULL), "");
	assert_string_equal(written("2026-03-02"), "2026-03-02");
}
