#include "tests/test.h"

#include <string.h>

#include "base/text.h"
#include "tests/tui/dice.h"
#include "tui/canvas.h"

static const char *row(const struct canvas *c, int y)
{
	struct str s = str_new(t_arena);
	for (int x = 0; x < c->cols; x++)
		str_add(&s, canvas_at(c, y, x)->text);
	return s.s;
}

/* Every row is made of whole characters whose widths fill it exactly. */
static void assert_whole(const struct canvas *c)
{
	for (int y = 0; y < c->rows; y++)
		for (int x = 0; x < c->cols; x++) {
			const struct cell *cell = canvas_at(c, y, x);
			if (cell->width == 0)
				assert_true(x > 0 && canvas_at(c, y, x - 1)->width == 2);
			if (cell->width == 2)
				assert_true(x + 1 < c->cols && canvas_at(c, y, x + 1)->width == 0);
			assert_int_equal(text_cells(cell->text), cell->width);
		}
}

TEST(a_wide_character_that_does_not_fit_becomes_a_space)
{
	struct canvas c = {0};
	canvas_resize(&c, 2, 10);
	assert_int_equal(canvas_text(&c, 0, 5, 5, ROLE_TEXT, "甲乙丙丁"), 4);
	assert_string_equal(row(&c, 0), "     甲乙 ");
	assert_string_equal(row(&c, 1), "          ");
	assert_int_equal(canvas_text(&c, 1, 8, 99, ROLE_TEXT, "甲乙"), 2);
	assert_string_equal(row(&c, 1), "        甲");
	canvas_free(&c);
}

TEST(writing_over_half_a_wide_character_clears_the_other_half)
{
	struct canvas c = {0};
	canvas_resize(&c, 1, 8);
	canvas_text(&c, 0, 0, 8, ROLE_TEXT, "甲乙丙丁");
	canvas_text(&c, 0, 3, 2, ROLE_TEXT, "ab");
	assert_string_equal(row(&c, 0), "甲 ab 丁");
	assert_whole(&c);
	canvas_free(&c);
}

TEST(control_and_invisible_characters_do_not_reach_the_grid)
{
	struct canvas c = {0};
	canvas_resize(&c, 1, 20);
	canvas_text(&c, 0, 0, 20, ROLE_TEXT, "a\033[31m\001\x7f\xc2\x9b\xe2\x80\xae\xe2\x80\x8b\xef\xbb\xbf\xff" "b\n\tc");
	assert_string_equal(row(&c, 0), "a?[31m????b  c      ");
	canvas_clear(&c);
	canvas_text(&c, 0, 0, 20, ROLE_TEXT, "制表\r"); /* a line that ended as other systems end it */
	assert_string_equal(row(&c, 0), "制表                ");
	canvas_free(&c);
}

TEST(combining_marks_stay_with_their_character)
{
	struct canvas c = {0};
	canvas_resize(&c, 1, 4);
	canvas_text(&c, 0, 0, 4, ROLE_TEXT, "e\xcc\x81x");
	assert_string_equal(canvas_at(&c, 0, 0)->text, "e\xcc\x81");
	assert_string_equal(canvas_at(&c, 0, 1)->text, "x");
	struct str many = str_new(t_arena);
	str_char(&many, 'e');
	for (int i = 0; i < 100; i++)
		str_add(&many, "\xcc\x81");
	canvas_text(&c, 0, 0, 4, ROLE_TEXT, many.s);
	assert_true(strlen(canvas_at(&c, 0, 0)->text) < CELL_TEXT);
	canvas_free(&c);
}

TEST(cut_text_ends_in_two_dots)
{
	struct canvas c = {0};
	canvas_resize(&c, 3, 9);
	canvas_fit(&c, 0, 0, 9, ROLE_TEXT, "政府信息公开");
	canvas_fit(&c, 1, 0, 9, ROLE_TEXT, "政府信息");
	canvas_right(&c, 2, 0, 9, ROLE_TEXT, "政府a");
	assert_string_equal(row(&c, 0), "政府信.. ");
	assert_string_equal(row(&c, 1), "政府信息 ");
	assert_string_equal(row(&c, 2), "    政府a");
	canvas_free(&c);
}

TEST(a_dump_has_text_style_and_cursor)
{
	struct canvas c = {0};
	struct str out = str_new(t_arena);
	canvas_resize(&c, 2, 6);
	canvas_text(&c, 0, 0, 6, ROLE_TITLE, "公开");
	canvas_text(&c, 1, 1, 3, ROLE_LATE, "逾2");
	canvas_caret(&c, 1, 4);
	canvas_dump(&c, &out);
	assert_string_equal(out.s, "=== 6x2\n公开\n 逾2\n--- style\nTTTTTT\n.!!!\n--- cursor 1,4\n");
	canvas_free(&c);
}

TEST(random_painting_always_leaves_whole_characters)
{
	static const char *const words[] = {"政", "a", "公开", "①“—", "x\xcc\x81y", "丰a丰", "", "\033[2J", "𠀀字", "ＡＢ", "…"};
	struct canvas c = {0};
	uint64_t seed = 7;
	canvas_resize(&c, 5, 17);
	for (int i = 0; i < 20000; i++) {
		struct str s = str_new(t_arena);
		for (int k = dice(&seed, 6); k > 0; k--)
			str_add(&s, words[dice(&seed, (int)(sizeof words / sizeof *words))]);
		int y = dice(&seed, 7) - 1, x = dice(&seed, 20) - 1, cells = dice(&seed, 22);
		enum role role = (enum role)dice(&seed, ROLES);
		switch (dice(&seed, 4)) {
		case 0: canvas_text(&c, y, x, cells, role, s.s); break;
		case 1: canvas_fit(&c, y, x, cells, role, s.s); break;
		case 2: canvas_right(&c, y, x, cells, role, s.s); break;
		case 3: canvas_role(&c, y, x, cells, role); break;
		}
		assert_whole(&c);
		if (i % 100 == 0)
			arena_reset(t_arena);
	}
	canvas_free(&c);
}
