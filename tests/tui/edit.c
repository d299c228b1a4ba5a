#include "tests/test.h"

#include <string.h>

#include "base/text.h"
#include "tests/tui/dice.h"
#include "tui/edit.h"

/* A slow model: an array of characters and a caret among them. */
struct model {
	const char *chars[4000];
	int n, at;
};

static void insert(struct model *m, const char *c)
{
	memmove(m->chars + m->at + 1, m->chars + m->at, (size_t)(m->n - m->at) * sizeof *m->chars);
	m->chars[m->at++] = c;
	m->n++;
}

static void erase(struct model *m, int from, int to)
{
	memmove(m->chars + from, m->chars + to, (size_t)(m->n - to) * sizeof *m->chars);
	m->n -= to - from;
	m->at = from;
}

static int line_start(const struct model *m)
{
	int at = m->at;
	while (at && strcmp(m->chars[at - 1], "\n"))
		at--;
	return at;
}

static int line_end(const struct model *m)
{
	int at = m->at;
	while (at < m->n && strcmp(m->chars[at], "\n"))
		at++;
	return at;
}

static void assert_same(const struct edit *e, const struct model *m)
{
	struct str s = str_new(t_arena);
	size_t caret = 0;
	for (int i = 0; i < m->n; i++) {
		if (i == m->at)
			caret = s.len;
		str_add(&s, m->chars[i]);
	}
	if (m->at == m->n)
		caret = s.len;
	assert_string_equal(edit_text(e), s.s);
	assert_int_equal(e->caret, caret);
}

static void step(struct edit *e, struct model *m, uint64_t *seed)
{
	static const char *const words[] = {"政", "a", "①", "x\xcc\x81", "𠀀", " ", "\n", "，"};
	const char *w = words[dice(seed, e->lines ? 8 : 6)];
	switch (dice(seed, 12)) {
	case 0: case 1: case 2: case 3: assert_true(edit_insert(e, w)); insert(m, w); break;
	case 4: edit_left(e); m->at -= m->at > 0; break;
	case 5: edit_right(e); m->at += m->at < m->n; break;
	case 6: edit_home(e); m->at = line_start(m); break;
	case 7: edit_end(e); m->at = line_end(m); break;
	case 8: edit_backspace(e); if (m->at) erase(m, m->at - 1, m->at); break;
	case 9: edit_delete(e); if (m->at < m->n) erase(m, m->at, m->at + 1); break;
	case 10: if (!dice(seed, 8)) { edit_clear(e); erase(m, line_start(m), m->at); } break;
	case 11: if (!dice(seed, 8)) { edit_cut(e); int at = m->at; erase(m, at, line_end(m)); } break;
	}
}

TEST(random_editing_equals_a_list_of_characters)
{
	uint64_t seed = 11;
	struct canvas c = {0};
	canvas_resize(&c, 6, 15);
	for (int round = 0; round < 60; round++) {
		struct edit e = {.lines = round % 2};
		struct model m = {0};
		for (int i = 0; i < 300; i++) {
			step(&e, &m, &seed);
			assert_same(&e, &m);
			canvas_clear(&c);
			if (e.lines)
				edit_paint_lines(&e, &c, canvas_area(&c), true);
			else
				edit_paint(&e, &c, 2, 3, 9, true);
			assert_true(c.caret_on);
			if (!e.lines)
				assert_true(c.caret_x >= 3 && c.caret_x < 12);
			arena_reset(t_arena);
		}
		edit_free(&e);
	}
	canvas_free(&c);
}

TEST(the_caret_stands_where_the_next_character_will_appear)
{
	struct edit e = {0};
	struct canvas c = {0};
	canvas_resize(&c, 1, 20);
	edit_set(&e, "公开ab");
	edit_left(&e);
	edit_left(&e);
	edit_paint(&e, &c, 0, 0, 20, true);
	assert_int_equal(c.caret_x, 4);
	edit_left(&e);
	edit_paint(&e, &c, 0, 0, 20, true);
	assert_int_equal(c.caret_x, 2);
	edit_free(&e);
	canvas_free(&c);
}

TEST(moving_up_and_down_keeps_to_wrapped_rows)
{
	struct edit e = {.lines = true};
	edit_set(&e, "甲乙丙丁戊己\nab\n末行");
	assert_false(edit_down(&e, 4));
	assert_true(edit_up(&e, 4)); /* ab */
	assert_int_equal(e.caret, strlen("甲乙丙丁戊己\nab"));
	assert_true(edit_up(&e, 4)); /* 戊己 */
	assert_true(edit_up(&e, 4)); /* 丙丁 */
	assert_true(edit_up(&e, 4)); /* 甲乙 */
	assert_false(edit_up(&e, 4));
	assert_true(e.caret < strlen("甲乙"));
	edit_free(&e);
}

/* Rows joined are the text again, whole characters each; marks without a width, more than a row is looked at for, included. */
TEST(wrapped_rows_are_the_text_cut_between_characters)
{
	static const char *const words[] = {"政", "a", "①", "𠮷", "\xcc\x81", " ", "\n"};
	uint64_t seed = 23;
	for (int round = 0; round < 200; round++) {
		struct str all = str_new(t_arena);
		for (int i = (int)dice(&seed, 120); i > 0; i--)
			for (int k = dice(&seed, 30) ? 1 : 200; k > 0; k--)
				str_add(&all, words[k > 1 ? 4 : dice(&seed, 7)]);
		size_t at = 0, len, next, seen = 0;
		do {
			next = wrap_next(all.s, at, 7, &len);
			seen += len + (all.s[at + len] == '\n' && next == at + len + 1);
			assert_true(utf8_valid(all.s + at, len));
			assert_true(text_cells(arena_strndup(t_arena, all.s + at, len)) <= 7);
			assert_true(!next || next >= at + len);
			at = next;
		} while (next);
		assert_int_equal(seen, all.len);
		arena_reset(t_arena);
	}
}

TEST(a_long_text_begins_at_its_first_row_once_it_is_left)
{
	struct edit e = {.lines = true};
	struct canvas c = {0};
	canvas_resize(&c, 2, 20);
	edit_set(&e, "甲\n乙\n丙");
	edit_paint_lines(&e, &c, canvas_area(&c), true);
	assert_true(canvas_shows(&c, "丙", t_arena));
	edit_paint_lines(&e, &c, canvas_area(&c), false);
	assert_true(canvas_shows(&c, "甲", t_arena));
	edit_free(&e);
	canvas_free(&c);
}

TEST(what_does_not_fit_is_not_taken_at_all)
{
	struct edit e = {.limit = 6};
	assert_true(edit_insert(&e, "公开"));
	assert_false(edit_insert(&e, "a"));
	assert_string_equal(edit_text(&e), "公开");
	edit_free(&e);
}

TEST(a_paste_into_one_line_becomes_one_line)
{
	struct edit e = {0};
	assert_true(edit_insert(&e, "甲\n乙\t丙\033[2J"));
	assert_string_equal(edit_text(&e), "甲 乙 丙[2J");
	edit_free(&e);
}
