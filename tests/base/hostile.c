#include "tests/test.h"

#include <stdlib.h>
#include <string.h>
#include "base/encoding.h"
#include "base/record.h"
#include "base/text.h"

/* Random bytes, half of them drawn from what the parsers look for. The seed is fixed; GWGK_FUZZ=N runs N rounds. */
static uint64_t stream;

static uint32_t dice(uint32_t n)
{
	stream = stream * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
	return (uint32_t)(stream >> 33) % n;
}

static size_t random_bytes(char *buf, size_t room)
{
	static const char *const pieces[] = {"\"", ",", "\n", "\r\n", "\t", "海", "关", "\xBA\xA3", "\x81\x30\x81\x30", "\xE6\xB5", "e\xCC\x81", "=",
		"-", "+", ".", "20260302", "年", "月", "日", "、", "0", "9", "\xEF\xBB\xBF", "\xE2\x80\x8B", "\xF0\xA0\xAE\xB7", "\xFF", "'"};
	size_t n = 0, want = dice((uint32_t)room - 8);
	while (n < want) {
		if (dice(3)) {
			const char *p = pieces[dice(sizeof pieces / sizeof *pieces)];
			size_t k = strlen(p);
			memcpy(buf + n, p, k);
			n += k;
		} else {
			buf[n++] = (char)dice(256);
		}
	}
	buf[n] = '\0';
	return n;
}

static int rounds(int usual)
{
	const char *n = getenv("GWGK_FUZZ");
	return n ? (int)strtol(n, NULL, 10) : usual;
}

/* In a block of its own size, so that a sanitizer sees a read past the end. */
static char *exact(const char *buf, size_t n)
{
	char *s = malloc(n + 1);
	memcpy(s, buf, n + 1);
	return s;
}

static void assert_clean(const char *s)
{
	assert_true(text_valid(s, strlen(s)));
	assert_null(strchr(s, '\r'));
}

TEST(random_bytes_are_read_or_refused)
{
	char buf[200];
	int taken = 0, refused = 0;
	stream = 1;
	for (int i = rounds(20000); i > 0; i--) {
		struct arena a = {0};
		struct err e = {0};
		struct csv_table t;
		size_t n = random_bytes(buf, sizeof buf);
		char *data = exact(buf, n), *text;
		enum charset which;
		if (encoding_read(data, n, &a, &text, &which, &e)) {
			assert_true(utf8_valid(text, strlen(text)));
			taken += csv_read(text, &a, &t, &e);
			char *out;
			size_t len;
			encoding_write(text, which, &a, &out, &len, NULL, NULL);
		} else {
			refused++;
			assert_int_equal(e.code, ERR_INPUT);
			assert_true(utf8_valid(e.text, strlen(e.text)) && e.text[0]);
		}
		free(data);
		arena_free(&a);
	}
	assert_true(taken > 100 && refused > 100);
}

TEST(random_text_keeps_the_promises_of_text)
{
	char buf[120];
	stream = 2;
	for (int i = rounds(20000); i > 0; i--) {
		struct arena a = {0};
		char *s = exact(buf, random_bytes(buf, sizeof buf));
		bool lines = dice(2);
		char *clean = text_clean(&a, s, lines);
		assert_clean(clean);
		assert_true(lines || !strchr(clean, '\n'));
		assert_string_equal(text_clean(&a, clean, lines), clean);
		char *trimmed = text_trim(&a, s);
		assert_string_equal(text_trim(&a, trimmed), trimmed);
		char *key = text_key(&a, s);
		assert_clean(key);
		assert_string_equal(text_key(&a, key), key);
		int cells = (int)dice(40), used;
		size_t n = text_clip(s, cells, &used);
		assert_true(used <= cells && n <= strlen(s));
		assert_int_equal(text_cells(text_fit(&a, s, cells)), cells);
		text_mask(s, &a);
		free(s);
		arena_free(&a);
	}
}

struct typed {
	const char *text, *lines, *code, *codes, *ids;
	int64_t n, money;
	daynum day;
	int8_t flag;
};

static const struct choice choices[] = {{"a", "海", NULL}, {"b", "关、海", NULL}, {"9", "九", NULL}, {0}};
static const struct field fields[] = {
	{.name = "text", .label = "文字", .type = FIELD_TEXT, .offset = FIELD_AT(typed, text)},
	{.name = "lines", .label = "段落", .type = FIELD_LINES, .offset = FIELD_AT(typed, lines)},
	{.name = "code", .label = "代码", .type = FIELD_CODE, .offset = FIELD_AT(typed, code), .choices = choices},
	{.name = "codes", .label = "多选", .type = FIELD_CODE, .offset = FIELD_AT(typed, codes), .choices = choices, .flags = FIELD_MULTI},
	{.name = "ids", .label = "名单", .type = FIELD_CODE, .offset = FIELD_AT(typed, ids), .flags = FIELD_MULTI},
	{.name = "n", .label = "数", .type = FIELD_INT, .offset = FIELD_AT(typed, n)},
	{.name = "money", .label = "钱", .type = FIELD_MONEY, .offset = FIELD_AT(typed, money)},
	{.name = "day", .label = "日", .type = FIELD_DATE, .offset = FIELD_AT(typed, day), .flags = FIELD_PAST},
	{.name = "flag", .label = "是否", .type = FIELD_FLAG, .offset = FIELD_AT(typed, flag)},
	{0},
};
static const struct record_type type = {"typed", "记录", sizeof(struct typed), fields};

/* Whatever a field took is stored clean and taken again as stored and as shown, to the same value. */
TEST(random_input_is_a_value_or_a_message)
{
	char buf[40];
	int taken = 0;
	struct input in = {.today = day_make(2026, 3, 9)};
	stream = 3;
	for (int i = rounds(60000); i > 0; i--) {
		struct arena a = {0};
		struct err e = {0};
		struct typed rec, again;
		const struct field *f = &fields[dice(9)];
		char *s = exact(buf, random_bytes(buf, dice(3) ? 14 : sizeof buf));
		record_clear(&type, &rec);
		record_clear(&type, &again);
		if (!record_set(&type, &rec, f, s, &in, &a, &e)) {
			assert_string_equal(e.field, f->name);
			assert_true(utf8_valid(e.text, strlen(e.text)) && !strchr(e.text, '\n'));
			assert_memory_equal(&rec, &again, sizeof rec);
		} else if (record_known(f, &rec)) {
			taken++;
			const char *stored = record_stored(f, &rec, &a);
			assert_clean(stored);
			assert_done(record_set(&type, &again, f, stored, &in, &a, &e));
			assert_true(record_same(f, &rec, &again));
			assert_done(record_set(&type, &again, f, record_shown(f, &rec, &a), &in, &a, &e));
			assert_true(record_same(f, &rec, &again));
		}
		free(s);
		arena_free(&a);
	}
	assert_true(taken > 1000 || getenv("GWGK_FUZZ"));
}
