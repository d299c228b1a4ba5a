#include "tests/test.h"

#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include "base/encoding.h"
#include "base/file.h"
#include "base/str.h"
#include "base/text.h"

static bool is_private(uint32_t cp)
{
	return cp >= 0xE000 && cp <= 0xF8FF;
}

/* Every assigned plane, 4,000 characters at a time. */
TEST(gb18030_carries_every_scalar_there_and_back)
{
	int lost = 0;
	for (uint32_t from = 0x80; from <= 0x10FFFF; from += 4000) {
		struct arena a = {0};
		struct str text = str_new(&a);
		for (uint32_t cp = from; cp < from + 4000 && cp <= 0x10FFFF; cp++) {
			char c[4];
			if (cp < 0xD800 || cp >= 0xE000)
				str_addn(&text, c, utf8_put(c, cp));
		}
		char *gb, *back;
		size_t n, nbad;
		struct unmappable *bad;
		encoding_write(text.s, CHARSET_GB18030, &a, &gb, &n, &bad, &nbad);
		for (size_t i = 0; i < nbad; i++)
			assert_true(is_private(bad[i].cp));
		lost += (int)nbad;
		struct err e = {0};
		enum charset which;
		assert_done(encoding_read(gb, n, &a, &back, &which, &e));
		assert_int_equal(which, CHARSET_GB18030);
		if (!nbad)
			assert_string_equal(back, text.s);
		arena_free(&a);
	}
	assert_true(lost <= 24);
}

TEST(a_file_is_utf8_or_gb18030_or_refused_by_line)
{
	struct err e = {0};
	char *out;
	enum charset which;
	assert_done(encoding_read("\xEF\xBB\xBF海关", 9, t_arena, &out, &which, &e));
	assert_string_equal(out, "海关");
	assert_int_equal(which, CHARSET_UTF8);
	assert_done(encoding_read("\xBA\xA3\xB9\xD8", 4, t_arena, &out, &which, &e));
	assert_string_equal(out, "海关");
	assert_int_equal(which, CHARSET_GB18030);
	assert_done(encoding_read("", 0, t_arena, &out, &which, &e));
	assert_string_equal(out, "");

	assert_false(encoding_read("a\nb\nc\xFFz", 7, t_arena, &out, &which, &e));
	assert_int_equal(e.code, ERR_INPUT);
	assert_string_equal(e.text, "第 3 行：不是有效的 UTF-8，也不是有效的 GB18030");
	err_clear(&e);
	assert_false(encoding_read("a\nb\0c", 5, t_arena, &out, &which, &e));
	assert_non_null(strstr(e.text, "第 2 行"));
	err_clear(&e);
	/* Damaged UTF-8 would decode as GB18030, to rubbish. */
	const char *damaged = "政府信息\n公开\xE6\xB5 \n";
	assert_false(encoding_read(damaged, strlen(damaged), t_arena, &out, &which, &e));
	assert_non_null(strstr(e.text, "第 2 行：不是有效的 UTF-8"));
	err_clear(&e);
	assert_false(encoding_read("\xFF\xFEh\0", 4, t_arena, &out, &which, &e));
	assert_non_null(strstr(e.text, "UTF-16"));
}

TEST(what_a_printer_lacks_is_listed_never_dropped)
{
	char *out;
	size_t n, nbad;
	struct unmappable *bad;
	encoding_write("☑同意\n王𠮷祥 ¥5\xC2\xA0元", CHARSET_GBK, t_arena, &out, &n, &bad, &nbad);
	assert_int_equal(nbad, 1);
	assert_int_equal(bad[0].line, 2);
	assert_int_equal(bad[0].cp, 0x20BB7);
	assert_string_equal(bad[0].context, "王𠮷祥 ¥5");
	assert_memory_equal(out, "\xA1\xCC\xCD\xAC\xD2\xE2\n\xCD\xF5\xA1\xFE\xCF\xE9 \xA3\xA4" "5 \xD4\xAA", 20);
	assert_int_equal(n, 20);

	encoding_write("—·镕①Ⅳ㈠ⅰ€", CHARSET_GB2312, t_arena, &out, &n, &bad, &nbad);
	assert_int_equal(nbad, 3);
	assert_int_equal(bad[0].cp, 0x9555);
	assert_int_equal(bad[1].cp, 0x2170);
	assert_int_equal(bad[2].cp, 0x20AC);
	encoding_write("海\xFF关", CHARSET_UTF8, t_arena, &out, &n, NULL, NULL);
	assert_string_equal(out, "海\xEF\xBF\xBD关");
}

TEST(charsets_have_their_usual_names)
{
	enum charset c;
	assert_true(charset_parse("UTF-8", &c) && c == CHARSET_UTF8);
	assert_true(charset_parse("gb18030", &c) && c == CHARSET_GB18030);
	assert_false(charset_parse("latin1", &c));
	assert_false(charset_parse(NULL, &c));
}

TEST(a_device_takes_the_bytes_and_stays_a_device)
{
	struct err e = {0};
	struct stat st;
	const char *pipe = t_path("pipe");
	char got[8] = {0};
	assert_false(file_write("/dev/full", "x", 1, &e));
	assert_int_equal(e.code, ERR_SYSTEM);
	err_clear(&e);
	assert_done(file_write("/dev/null", "x", 1, &e));
	assert_true(!stat("/dev/full", &st) && S_ISCHR(st.st_mode) && !stat("/dev/null", &st) && S_ISCHR(st.st_mode));
	assert_int_equal(mkfifo(pipe, 0600), 0);
	int fd = open(pipe, O_RDONLY | O_NONBLOCK);
	assert_done(file_write(pipe, "海关", 6, &e));
	assert_int_equal(read(fd, got, sizeof got), 6);
	assert_string_equal(got, "海关");
	close(fd);
	assert_true(!stat(pipe, &st) && S_ISFIFO(st.st_mode));
}

TEST(a_file_is_written_whole_and_private)
{
	struct err e = {0};
	const char *path = t_path("a.txt");
	assert_done(file_write(path, "old", 3, &e));
	assert_done(file_write(path, "海关\0x", 8, &e));
	struct stat st;
	assert_int_equal(stat(path, &st), 0);
	assert_int_equal(st.st_mode & 0777, 0600);
	char *out;
	size_t n;
	assert_done(file_read(path, 8, t_arena, &out, &n, &e));
	assert_int_equal(n, 8);
	assert_memory_equal(out, "海关\0x", 9);

	assert_false(file_read(path, 7, t_arena, &out, &n, &e));
	assert_int_equal(e.code, ERR_SYSTEM);
	err_clear(&e);
	assert_false(file_read(t_path("none"), 9, t_arena, &out, &n, &e));
	assert_int_equal(e.code, ERR_MISSING);
	err_clear(&e);
	assert_false(file_read(t_dir, 9, t_arena, &out, &n, &e));
	assert_int_equal(e.code, ERR_SYSTEM);
	err_clear(&e);
	assert_false(file_write(t_path("no/where"), "x", 1, &e));
	assert_int_equal(e.code, ERR_MISSING);
	err_clear(&e);
	assert_false(file_write(t_dir, "x", 1, &e));
	assert_int_equal(e.code, ERR_SYSTEM);
}
