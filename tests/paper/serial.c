/* gwdoc 1: there and back, and never a crash on damaged bytes. */
#include "tests/test.h"

#include <string.h>

#include "base/embed.h"
#include "paper/grid.h"
#include "paper/serial.h"
#include "paper/template.h"

static struct doc *sample(void)
{
	static const int width[] = {20, 30, 50};
	struct doc *d = doc_new(t_arena, "receipt");
	doc_add(d, BLOCK_TITLE, "登记回执");
	doc_add(d, BLOCK_PARA, "反斜杠\\和\t制表")->level = PARA_HEI;
	struct block *t = doc_add_table(d, width, 3);
	doc_add_row(d, t, (struct doc_cell[]){{.text = "甲", .span = 1, .centre = true}, {.text = "一\n二", .span = 2}}, 2, 3);
	doc_add_row(d, t, (struct doc_cell[]){{.text = "", .span = 1, .above = true}, {.text = "", .span = 1}, {.text = "丙", .span = 1}}, 3, 1);
	doc_add(d, BLOCK_PAGE, "");
	doc_add(d, BLOCK_DATE, "2026年3月9日");
	return d;
}

TEST(a_document_comes_back_as_the_same_bytes)
{
	struct err e = {0};
	size_t n, at = 0;
	struct doc *back;
	char *s = doc_serial(sample(), t_arena, &n);
	assert_string_equal(s, "gwdoc 1\treceipt\ntitle\t\t登记回执\npara\t1\t反斜杠\\\\和 制表\ntable\t20 30 50\t\nrow\t3\t\ncell\t1c\t甲\n"
			       "cell\t2\t一\\n二\nrow\t1\t\ncell\t1^\t\ncell\t1\t\ncell\t1\t丙\npage\t\t\ndate\t\t2026年3月9日\nend\n");
	assert_done(doc_parse(s, n, &at, t_arena, &back, &e));
	assert_int_equal(at, n);
	assert_string_equal(doc_serial(back, t_arena, NULL), s);
}

TEST(every_shipped_letter_survives_the_round_trip)
{
	struct template **all;
	size_t count;
	template_load(gen_letters, t_arena, &all, &count);
	for (size_t i = 0; i < count; i++) {
		struct err e = {0};
		struct doc *d, *back;
		size_t n, at = 0;
		assert_done(template_fill(all[i], template_sample, NULL, FILL_PREVIEW, t_arena, &d, &e));
		char *s = doc_serial(d, t_arena, &n);
		assert_done(doc_parse(s, n, &at, t_arena, &back, &e));
		assert_string_equal(doc_serial(back, t_arena, NULL), s);
		assert_string_equal(doc_text(back, t_arena), doc_text(d, t_arena));
	}
	assert_true(count >= 4);
}

TEST(characters_without_ink_never_enter_a_document)
{
	struct doc *d = doc_new(t_arena, "x\xE2\x80\xA8y");
	doc_add(d, BLOCK_PARA, "甲\xE2\x80\xA8乙\xC2\x85丙\xE2\x80\xAE丁\xE2\x80\x8B戊\xEF\xBB\xBF己\x7F庚\xE2\x80\xA9");
	assert_string_equal(d->blocks[0].text, "甲 乙 丙丁戊己 庚 ");
	struct err e = {0};
	size_t at = 0;
	struct doc *back;
	const char *s = "gwdoc 1\t\npara\t\t甲\xE2\x80\xAE乙\nend\n";
	assert_false(doc_parse(s, strlen(s), &at, t_arena, &back, &e));
	assert_string_equal(e.text, "文书数据第2行有误：含有控制字符");
}

TEST(documents_may_follow_one_another)
{
	struct err e = {0};
	size_t at = 0, count = 0;
	struct doc *d;
	char *one = doc_serial(sample(), t_arena, NULL), *two = arena_printf(t_arena, "%s%s", one, one);
	while (at < strlen(two)) {
		assert_done(doc_parse(two, strlen(two), &at, t_arena, &d, &e));
		count++;
	}
	assert_int_equal(count, 2);
}

TEST(what_doc_serial_cannot_have_written_is_refused)
{
	static const char *const bad[] = {
		"", "gwdoc 2\t\nend\n", "gwdoc 1\t\n", "gwdoc 1\t\nend", "gwdoc 1\t\ntitle\t\tx\\q\nend\n", "gwdoc 1\t\nblob\t\tx\nend\n",
		"gwdoc 1\t\ntitle\t1\tx\nend\n", "gwdoc 1\t\npara\t9\tx\nend\n", "gwdoc 1\t\npara\t\ta\tb\nend\n", "gwdoc 1\t\ntable\t50 40\t\nend\n",
		"gwdoc 1\t\nrow\t1\t\nend\n", "gwdoc 1\t\ntable\t100\t\nrow\t1\t\nend\n", "gwdoc 1\t\ntable\t100\t\nrow\t1\t\ncell\t2\tx\nend\n",
		"gwdoc 1\t\ntable\t100\t\ncell\t1\tx\nend\n", "gwdoc 1\t\ntable\t100\t\nrow\t01\t\ncell\t1\tx\nend\n", "gwdoc 1\t\npage\t\tx\nend\n",
		"gwdoc 1\t\ntitle\t\t\xff\nend\n", "gwdoc 1\t\ntitle\t\ta\\nb\nend\n",
	};
	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
		struct err e = {0};
		struct doc *d;
		size_t at = 0;
		assert_false(doc_parse(bad[i], strlen(bad[i]), &at, t_arena, &d, &e));
		assert_int_equal(e.code, ERR_SYSTEM);
		assert_int_equal(at, 0);
	}
}

TEST(damaged_bytes_never_crash_and_what_is_read_is_canonical)
{
	uint32_t seed = 7;
	size_t n, read = 0;
	const char *s = doc_serial(sample(), t_arena, &n);
	for (int round = 0; round < 20000; round++) {
		struct arena a = {0};
		struct err e = {0};
		struct doc *d;
		char *m = arena_memdup(&a, s, n);
		for (int k = 0; k < 1 + round % 3; k++) {
			seed = seed * 1664525u + 1013904223u;
			m[(seed >> 8) % n] = "\n\t\\01 ^cx"[(seed >> 3) % 9];
		}
		size_t at = 0;
		if (doc_parse(m, n, &at, &a, &d, &e)) {
			size_t again;
			char *back = doc_serial(d, &a, &again);
			assert_int_equal(again, at);
			assert_memory_equal(back, m, at);
			layout_doc(d, &a);
			read++;
		}
		arena_free(&a);
	}
	assert_true(read > 100);
}
