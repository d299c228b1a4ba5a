#include "tests/test.h"

#include <stdlib.h>
#include <string.h>

#include "base/str.h"
#include "tests/tui/dice.h"
#include "tui/term/decode.h"
#include "tui/term/probe.h"

static struct decode *decoder(void)
{
	struct decode *d = calloc(1, sizeof *d);
	assert_non_null(d);
	return d;
}

static void drop(struct decode *d)
{
	decode_free(d);
	free(d);
}

/* What came out, as one line: text as it is, keys as <number>, pastes in brackets. */
static const char *story(struct decode *d)
{
	struct str s = str_new(t_arena);
	struct event ev;
	while (decode_next(d, &ev))
		if (ev.kind == EVENT_TEXT)
			str_add(&s, ev.text);
		else if (ev.kind == EVENT_PASTE)
			str_printf(&s, "[%s]", ev.text);
		else
			str_printf(&s, "<%d>", ev.key > K_BASE ? ev.key - K_BASE : ev.key);
	return s.s;
}

static void feed(struct decode *d, const char *bytes, size_t n)
{
	for (size_t i = 0; i < n; i++)
		decode_byte(d, (unsigned char)bytes[i]);
}

static const char *decode(const char *bytes)
{
	struct decode *d = decoder();
	feed(d, bytes, strlen(bytes));
	decode_idle(d);
	const char *s = story(d);
	drop(d);
	return s;
}

static const char *keyed(int key)
{
	return arena_printf(t_arena, "<%d>", key - K_BASE);
}

TEST(a_character_in_pieces_arrives_whole)
{
	struct decode *d = decoder();
	const char *zh = "政𠀀a";
	for (const char *p = zh; *p; p++) {
		decode_byte(d, (unsigned char)*p);
		decode_idle(d);
	}
	assert_string_equal(story(d), zh);
	drop(d);
}

TEST(the_keys_of_putty_xterm_and_linux_are_known_without_terminfo)
{
	static const struct {
		const char *bytes;
		int key;
	} keys[] = {
		{"\033[11~", K_F1}, {"\033[14~", K_F4}, {"\033OP", K_F1}, {"\033OS", K_F4}, {"\033[[A", K_F1}, {"\033[[E", K_F5},
		{"\033[15~", K_F5}, {"\033[24~", K_F12}, {"\033[1~", K_HOME}, {"\033[4~", K_END}, {"\033[H", K_HOME}, {"\033OF", K_END},
		{"\033[A", K_UP}, {"\033OB", K_DOWN}, {"\033[5~", K_PGUP}, {"\033[3~", K_DELETE}, {"\033[Z", K_BACKTAB}, {"\033OM", K_ENTER},
		{"\033[1;5D", K_LEFT}, {"\033[1;2A", K_UP}, {"\r", K_ENTER}, {"\n", K_ENTER}, {"\177", K_BACKSPACE}, {"\b", K_BACKSPACE},
		{"\033", K_ESC},
	};
	for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
		assert_string_equal(decode(keys[i].bytes), keyed(keys[i].key));
}

TEST(unknown_sequences_and_late_reports_are_swallowed)
{
	assert_string_equal(decode("a\033[1;2Pb"), "ab");
	assert_string_equal(decode("a\033[24;80Rb"), "ab");
	assert_string_equal(decode("a\033[?62;22cb"), "ab");
	assert_string_equal(decode("a\033[<0;10;20Mb"), "ab");
	assert_string_equal(decode("\033[99~x"), "x");
}

TEST(esc_and_a_digit_stay_two_events)
{
	assert_string_equal(decode("\0331"), arena_printf(t_arena, "%s1", keyed(K_ESC)));
	assert_string_equal(decode("\033\033"), arena_printf(t_arena, "%s%s", keyed(K_ESC), keyed(K_ESC)));
}

TEST(a_paste_is_one_event_with_its_lines)
{
	assert_string_equal(decode("\033[200~甲\r\n乙\r丙\n\t\001\003丁\033[201~x"), "[甲\n乙\n丙\n\t丁]x");
	assert_string_equal(decode("\033[200~a\033[A\033OPb\033[201~"), "[ab]");
}

TEST(a_paste_whose_end_never_comes_is_given_up)
{
	struct decode *d = decoder();
	const char *bytes = "\033[200~甲乙";
	feed(d, bytes, strlen(bytes));
	decode_idle(d);
	assert_string_equal(story(d), "");
	decode_give_up(d);
	assert_string_equal(story(d), "[甲乙]");
	drop(d);
}

TEST(bytes_that_are_no_text_become_the_replacement_sign)
{
	assert_string_equal(decode("a\xff" "b"), "a\xef\xbf\xbd" "b");
	assert_string_equal(decode("\xe6\x94" "x"), "\xef\xbf\xbd" "x");
	assert_string_equal(decode("\xc2\x9b" "31m"), "\xef\xbf\xbd" "31m");
	assert_string_equal(decode("\xed\xa0\x80"), "\xef\xbf\xbd"); /* a surrogate */
}

TEST(long_input_survives_in_any_pieces)
{
	uint64_t seed = 21;
	struct str all = str_new(t_arena), got = str_new(t_arena);
	for (int i = 0; i < 5000; i++)
		str_add(&all, i % 5 ? "政" : "b");
	struct decode *d = decoder();
	for (size_t at = 0; at < all.len;) {
		size_t n = (size_t)dice(&seed, 700) + 1;
		n = n < all.len - at ? n : all.len - at;
		feed(d, all.s + at, n);
		at += n;
		decode_idle(d);
		str_add(&got, story(d));
	}
	assert_string_equal(got.s, all.s);
	drop(d);
}

TEST(random_bytes_give_only_valid_events)
{
	uint64_t seed = 5;
	struct decode *d = decoder();
	for (int i = 0; i < 100000; i++) {
		static const unsigned char often[] = {27, '[', 'O', ';', '2', '0', '~', 0xe6, 0x94, 0xbf};
		decode_byte(d, dice(&seed, 3) ? (unsigned char)dice(&seed, 256) : often[dice(&seed, 10)]);
		if (dice(&seed, 20) == 0)
			decode_idle(d);
		struct event ev;
		while (decode_next(d, &ev))
			if (ev.kind != EVENT_KEY)
				for (const char *p = ev.text; *p; p++)
					assert_true((unsigned char)*p >= 0x20 || (ev.kind == EVENT_PASTE && (*p == '\n' || *p == '\t')));
	}
	drop(d);
}

static enum probe_verdict ask(const char *answer, const char **typed)
{
	struct probe p = {0};
	struct probe_reader r = {0};
	for (; *answer && !probe_byte(&r, &p, *answer); answer++)
		;
	*typed = arena_strndup(t_arena, p.typed, p.ntyped);
	return probe_verdict(&p);
}

TEST(the_probe_tells_narrow_wide_and_not_utf8_apart)
{
	const char *typed;
	assert_int_equal(ask("\033[5;3R\033[5;2R", &typed), PROBE_NARROW);
	assert_int_equal(ask("\033[5;3R\033[5;3R", &typed), PROBE_WIDE);
	assert_int_equal(ask("\033[1;4R\033[1;4R", &typed), PROBE_NOT_UTF8); /* GB18030 */
	assert_int_equal(ask("\033[1;4R\033[1;2R", &typed), PROBE_NOT_UTF8); /* Latin-1 */
	assert_int_equal(ask("", &typed), PROBE_SILENT);
	assert_int_equal(ask("71\033[5;3R\r\033[A\033[5;2R", &typed), PROBE_NARROW);
	assert_string_equal(typed, "71\r\033[A");
}
