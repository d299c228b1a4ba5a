#include "tests/test.h"

#include <string.h>
#include <unictype.h>
#include <uniwidth.h>
#include "base/str.h"
#include "base/text.h"
#include "base/width_table.h"

TEST(every_unicode_scalar_survives_utf8)
{
	for (uint32_t cp = 0; cp <= 0x10FFFF; cp++) {
		if (cp >= 0xD800 && cp < 0xE000)
			continue;
		char c[4];
		uint32_t back = 0;
		size_t n = utf8_put(c, cp);
		assert_int_equal(utf8_next(c, n, &back), n);
		assert_int_equal(back, cp);
		assert_int_equal(utf8_back(c, n), n);
		if (n > 1) {
			assert_int_equal(utf8_next(c, n - 1, &back), 1);
			assert_int_equal(back, 0xFFFD);
		}
	}
}

TEST(bytes_that_are_not_utf8_are_seen)
{
	static const char *const bad[] = {"\x80", "\xC0\x80", "\xE0\x80\x80", "\xED\xA0\x80", "\xF4\x90\x80\x80", "\xF8\x88\x80\x80\x80",
		"\xC2", "a\xE6\xB5", "\xFF", "\xE6\xB5g"};
	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
		assert_false(utf8_valid(bad[i], strlen(bad[i])));
		assert_false(text_valid(bad[i], strlen(bad[i])));
		const char *clean = text_clean(t_arena, bad[i], false);
		assert_true(text_valid(clean, strlen(clean)));
	}
	assert_true(text_valid("行\t1\r\n", 7));
	assert_false(text_valid("a\0b", 3));
	assert_false(text_valid("a\033[2J", 5));
	assert_false(text_valid("\xC2\x9B", 2));
}

TEST(cleaning_makes_text_canonical)
{
	assert_string_equal(text_clean(t_arena, "a\r\n\033[1mb\x7F", true), "a\n[1mb");
	assert_string_equal(text_clean(t_arena, "a\nb\tc", false), "a b\tc");
	assert_string_equal(text_clean(t_arena, "青岛\r\n海关\nA1 \n2\n", false), "青岛海关 A1 2");
	assert_string_equal(text_clean(t_arena, "e\xCC\x81", false), "é");
	assert_string_equal(text_clean(t_arena, "\xEF\xBB\xBF海\xE2\x80\x8B关\xE2\x80\xAE", false), "海关");
	assert_string_equal(text_clean(t_arena, "⾏政⻉⻋⼯", false), "行政贝车工");
	assert_string_equal(text_clean(t_arena, "⺌⺍", false), "小小");
	assert_string_equal(text_clean(t_arena, NULL, false), "");
	assert_string_equal(text_trim(t_arena, " \t　王 祥　\n"), "王 祥");
	assert_string_equal(text_trim(t_arena, "　 "), "");
	assert_string_equal(text_trim(t_arena, " \xE7\x8E\x8B\x80 \xE3\x80"), "\xE7\x8E\x8B\x80 \xE3\x80");
	assert_string_equal(text_trim(t_arena, "\x80　"), "\x80");
	assert_true(text_is_blank(NULL) && text_is_blank("　\n ") && !text_is_blank(" 〇"));
}

TEST(cells_are_counted_as_terminals_do)
{
	assert_int_equal(text_cells("abc海关。"), 9);
	assert_int_equal(text_cells("e\xCC\x81"), 1);
	assert_int_equal(text_cells("☑〔2026〕17号"), 1 + 2 + 4 + 2 + 2 + 2);
	assert_int_equal(cell_width(0x20BB7), 2);
	assert_int_equal(cell_width(0xFF9E), 1);
	assert_int_equal(cell_width(0x1F600), 2);
	assert_int_equal(cell_width(0x1160), 0);
	assert_int_equal(cell_width(0x200B), 0);
	assert_int_equal(cell_width(0xAD), 1);
	assert_int_equal(cell_width('\n'), 1);
	static const char *const narrow[] = {"①", "□", "√", "“", "”", "—", "…", "·", "×", "℃", "№", "─", "●", "Ⅳ"};
	for (size_t i = 0; i < sizeof narrow / sizeof *narrow; i++) {
		assert_int_equal(text_cells(narrow[i]), 1);
		width_set_ambiguous(2);
		assert_int_equal(text_cells(narrow[i]), 2);
		width_set_ambiguous(1);
	}
	width_set_ambiguous(2);
	assert_int_equal(text_cells("☑x\xCC\x81"), 2);
	width_set_ambiguous(1);
}

static void assert_sorted(const struct width_range *r, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		assert_true(r[i].first <= r[i].last);
		assert_true(!i || r[i].first > r[i - 1].last + 1);
	}
}

/* Against another implementation, of a neighbouring version of Unicode: a few new or odd marks may differ, Hanzi and signs of
 * Chinese may not. */
TEST(widths_agree_with_libunistring)
{
	assert_sorted(zero_width, sizeof zero_width / sizeof *zero_width);
	assert_sorted(wide, sizeof wide / sizeof *wide);
	assert_sorted(ambiguous, sizeof ambiguous / sizeof *ambiguous);
	int differ = 0;
	for (uint32_t cp = 0xA0; cp < 0x30000; cp++) {
		if (uc_is_general_category_withtable(cp, UC_CATEGORY_MASK_Cn) || cell_width(cp) == uc_width(cp, "UTF-8"))
			continue;
		differ++;
		if (is_hanzi(cp) || (cp >= 0x2000 && cp < 0xA000) || cp >= 0x20000 || (cp & 0xFF00) == 0xFF00)
			fail_msg("U+%04X is %d wide", (unsigned)cp, cell_width(cp));
	}
	assert_in_range(differ, 0, 40);
}

/* Clipping at every width: never more than fits, never a broken character, never a base without its marks, and the longest. */
TEST(clipping_never_splits_a_character)
{
	static const char *const samples[] = {"海关abc总署", "e\xCC\x81\xCC\x82x海", "\xCC\x81y", "", "a\xFF海", "𠮷野家①"};
	for (size_t i = 0; i < sizeof samples / sizeof *samples; i++) {
		const char *s = samples[i];
		for (int cells = 0; cells <= text_cells(s) + 2; cells++) {
			int used = -1;
			size_t n = text_clip(s, cells, &used);
			const char *head = arena_strndup(t_arena, s, n);
			assert_int_equal(text_cells(head), used);
			assert_true(used <= cells);
			if (s[n]) {
				uint32_t cp;
				utf8_next(s + n, strlen(s + n), &cp);
				assert_true(cell_width(cp) > 0 && used + cell_width(cp) > cells);
			} else {
				assert_int_equal(used, text_cells(s));
			}
			assert_int_equal(text_cells(text_fit(t_arena, s, cells)), cells);
		}
	}
	assert_string_equal(text_fit(t_arena, "政府信息公开", 9), "政府信.. ");
	assert_string_equal(text_fit(t_arena, "海关", 6), "海关  ");
	assert_string_equal(text_fit(t_arena, NULL, 2), "  ");
}

TEST(folding_is_for_codes_and_keys_for_comparison)
{
	assert_string_equal(text_fold(t_arena, "２０２６。３，２－（ａ）〔〕：；／　x"), "2026.3,2-(a)[]:;/ x");
	assert_string_equal(text_key(t_arena, " 行政 处罚，《Ａbc》—决定书。"), "行政处罚abc决定书");
	assert_string_equal(text_key(t_arena, "　，。"), "");
	assert_true(is_hanzi(0x4E00) && is_hanzi(0x20BB7) && is_hanzi(0x3007) && !is_hanzi('a') && !is_hanzi(0x3002));
}

static uint32_t step(uint32_t *seed)
{
	return *seed = *seed * 1664525u + 1013904223u;
}

TEST(similarity_is_symmetric_bounded_and_exact_for_itself)
{
	static const char *const letters[] = {"海", "关", "政", "府", "a"};
	uint32_t seed = 7;
	for (int round = 0; round < 2000; round++) {
		struct str x = str_new(t_arena), y = str_new(t_arena);
		for (int i = (int)(step(&seed) >> 28); i > 0; i--)
			str_add(&x, letters[(step(&seed) >> 16) % 5]);
		for (int i = (int)(step(&seed) >> 28); i > 0; i--)
			str_add(&y, letters[(step(&seed) >> 16) % 5]);
		int s = text_similar(x.s, y.s);
		assert_int_equal(s, text_similar(y.s, x.s));
		assert_in_range(s, 0, 1000);
		assert_int_equal(text_similar(x.s, x.s), x.len ? 1000 : 0);
	}
	assert_int_equal(text_similar("海关总署", "海关税收"), 333);
	assert_int_equal(text_similar("海海海", "海海"), 666);
	assert_int_equal(text_similar("", "海关"), 0);
}
