/* The breaker's promises, on texts made of everything that is hard to break. */
#include "tests/test.h"

#include <string.h>

#include "base/str.h"
#include "base/text.h"
#include "paper/layout.h"

static uint32_t next(uint32_t *seed)
{
	*seed = *seed * 1664525u + 1013904223u;
	return *seed >> 8;
}

static const char *const bits[] = {
	"海", "关", "政府信息公开", "，", "。", "“", "”", "（", "）", "《中华人民共和国", "》", "、", "；", "：", "2026年", "3月", "9日", "〔2026〕17号",
	"A", "abc@customs.gov.cn", " ", "  ", "——", "……", "①", "□", "☑", "𠮷", "䶮", "㐂", "1,234.50元", "%", "·", "http://a.b/c?d=e", "！", "？", "　",
	"100", "GB18030", "e\xCC\x81",
};

static char *random_text(uint32_t *seed, size_t pieces)
{
	struct str s = str_new(t_arena);
	for (size_t i = 0; i < pieces; i++)
		str_add(&s, bits[next(seed) % (sizeof bits / sizeof *bits)]);
	return s.s;
}

/* Nowhere in the line may it be broken by the rules: then it may stand anyhow. */
static bool breakable(const struct text_line *t)
{
	for (size_t i = 1; i < t->n; i++) {
		size_t p = i;
		while (p > 0 && t->atoms[p - 1].space)
			p--;
		if (p > 0 && !t->atoms[i].space && !paper_not_start(t->atoms[i].first) && !paper_not_end(t->atoms[p - 1].last))
			return true;
	}
	return false;
}

static bool starts_with_box(const struct text_line *t)
{
	return t->n && (t->atoms[0].first == 0x25A1 || t->atoms[0].first == 0x2611);
}

static void check_lines(const char *text, const struct text_line *lines, size_t n, int first, int rest, bool squeeze)
{
	struct str all = str_new(t_arena);
	for (size_t i = 0; i < n; i++) {
		const struct text_line *t = &lines[i];
		int limit = i ? rest : first, natural = 0;
		size_t end = t->n;
		for (size_t k = 0; k < t->n; k++)
			str_addn(&all, t->atoms[k].s, t->atoms[k].len);
		while (end && t->atoms[end - 1].space)
			end--;
		for (size_t k = 0; k < end; k++)
			natural += t->atoms[k].columns;
		assert_int_equal(natural, t->columns);
		if (end > 1) {
			assert_true(t->columns - t->squeeze <= limit);
			assert_true(t->columns <= limit + (squeeze ? 2 : 0));
		}
		assert_int_equal(t->last, i + 1 == n || starts_with_box(&lines[i + 1]));
		/* Before this line there was a place to break that this line's start does not spoil. */
		if (i > 0 && breakable(&lines[i - 1]) && t->n && !t->atoms[0].space) {
			size_t p = lines[i - 1].n;
			while (p && lines[i - 1].atoms[p - 1].space)
				p--;
			assert_false(paper_not_start(t->atoms[0].first));
			assert_false(p && paper_not_end(lines[i - 1].atoms[p - 1].last));
		}
	}
	assert_string_equal(all.s, text);
}

TEST(lines_keep_the_text_the_width_and_the_rules_of_marks)
{
	uint32_t seed = 20260309;
	for (int round = 0; round < 4000; round++) {
		struct text_line *lines;
		size_t n;
		char *text = random_text(&seed, 1 + next(&seed) % 120);
		int rest = 8 + (int)(next(&seed) % 60), first = rest - (int)(next(&seed) % 5);
		bool squeeze = next(&seed) % 2;
		text_break(text, first, rest, squeeze, t_arena, &lines, &n);
		check_lines(text, lines, n, first, rest, squeeze);
		if (round % 100 == 0)
			arena_reset(t_arena);
	}
}

static const char *line_text(const struct text_line *t)
{
	struct str s = str_new(t_arena);
	for (size_t i = 0; i < t->n; i++)
		str_addn(&s, t->atoms[i].s, t->atoms[i].len);
	return s.s;
}

static struct text_line *broken(const char *text, int columns, size_t *n)
{
	struct text_line *lines;
	text_break(text, columns, columns, true, t_arena, &lines, n);
	return lines;
}

TEST(a_closing_mark_is_taken_in_by_squeezing)
{
	size_t n;
	struct text_line *l = broken("根据《中华人民共和国政府信息公开条例》第二十条的规定，请", 52, &n);
	assert_int_equal(n, 2);
	assert_string_equal(line_text(&l[0]), "根据《中华人民共和国政府信息公开条例》第二十条的规定，");
	assert_int_equal(l[0].columns, 54);
	assert_int_equal(l[0].squeeze, 2);
}

TEST(a_number_stays_with_what_it_counts)
{
	size_t n;
	struct text_line *l = broken("前次答复的文号为样关公开〔2025〕88号，日期为2026年3月9日。", 51, &n);
	assert_string_equal(line_text(&l[0]), "前次答复的文号为样关公开〔2025〕88号，日期为2026年");
	l = broken("一二三四五国务院令第492号）第二十四条", 19, &n);
	assert_string_equal(line_text(&l[0]), "一二三四五国务院令");
	assert_string_equal(line_text(&l[1]), "第492号）第二十四条");
	/* Unless there is no other place. */
	l = broken("第492号", 4, &n);
	assert_string_equal(line_text(&l[0]), "第");
}

/* line_text() of all lines, with | between them. */
static const char *lines_of(const char *text, int columns)
{
	struct str s = str_new(t_arena);
	size_t n;
	struct text_line *l = broken(text, columns, &n);
	for (size_t i = 0; i < n; i++)
		str_printf(&s, i ? "|%s" : "%s", line_text(&l[i]));
	return s.s;
}

TEST(a_long_address_is_parted_behind_its_marks)
{
	assert_string_equal(lines_of("网址https://example.com/very/long/path/that/never/ends/report_final.pdf），经审查", 56),
		"网址https://example.com/very/long/path/that/never/ends/|report_final.pdf），经审查");
	assert_string_equal(lines_of("决定（E-mail: records.office@qingjiang-customs.example.gov.cn），附", 56),
		"决定（E-mail: records.office@qingjiang-customs.example.|gov.cn），附");
	assert_string_equal(lines_of("very.long.address@subdomain.example.com.cn", 16), "very.long.|address@|subdomain.|example.com.cn");
	assert_string_equal(lines_of("000014399/2025-00049", 12), "000014399/|2025-00049");
	/* Neither too short to stand alone nor torn from its protocol. */
	assert_string_equal(lines_of("a/b/c/d/e/f", 6), "a/b/c/|d/e/f");
	assert_string_equal(lines_of("http://abcdef", 8), "http://|abcdef");
	/* What is short goes to the next line whole; what has no marks is cut. */
	assert_string_equal(lines_of("归类编码为8703.23.4110、8471.30.0000项下", 30), "归类编码为8703.23.4110、|8471.30.0000项下");
	assert_string_equal(lines_of("abcdefghijklmnop", 6), "abcdef|ghijkl|mnop");
}

TEST(an_ordinal_stays_with_what_it_numbers)
{
	assert_string_equal(lines_of("详见附件一。6.该信息", 15), "详见附件一。|6.该信息");
	assert_string_equal(lines_of("详见附件。版本3.14该信息", 18), "详见附件。版本3.14|该信息");
}

TEST(a_box_takes_its_words_along)
{
	size_t n;
	struct text_line *l = broken("□ 邮寄　☑ 电子邮件　□ 传真　□ 自行领取　□ 当场阅读、抄录", 52, &n);
	assert_int_equal(n, 2);
	assert_string_equal(line_text(&l[1]), "□ 当场阅读、抄录");
	assert_true(l[0].last);
	/* Words longer than a line begin where they are. */
	l = broken("甲乙丙丁□ 一二三四五六七八九十一二三四五六七八九十", 20, &n);
	assert_int_equal(strncmp(line_text(&l[0]), "甲乙丙丁□", strlen("甲乙丙丁□")), 0);
}

TEST(lines_of_a_label_are_nearly_equal)
{
	size_t n;
	struct text_line *l;
	text_even("收到申请之日", 10, t_arena, &l, &n);
	assert_int_equal(n, 2);
	assert_string_equal(line_text(&l[0]), "收到申请");
	assert_string_equal(line_text(&l[1]), "之日");
	text_even("姓名或名称*", 10, t_arena, &l, &n);
	assert_string_equal(line_text(&l[1]), "名称*");
}

TEST(a_closing_mark_takes_a_character_along_when_nothing_can_be_squeezed)
{
	size_t n;
	struct text_line *l = broken("一二三四五六七八九十，十一", 20, &n);
	assert_string_equal(line_text(&l[0]), "一二三四五六七八九");
	assert_string_equal(line_text(&l[1]), "十，十一");
}

TEST(numbers_codes_and_double_dashes_stay_whole)
{
	size_t n;
	struct text_line *l = broken("电子邮箱abc@customs.gov.cn收", 24, &n);
	assert_string_equal(line_text(&l[0]), "电子邮箱");
	assert_string_equal(line_text(&l[1]), "abc@customs.gov.cn收");
	l = broken("一二三四五六七八九——十", 20, &n);
	assert_string_equal(line_text(&l[0]), "一二三四五六七八");
	assert_string_equal(line_text(&l[1]), "九——十");
}

TEST(an_address_longer_than_a_line_is_cut)
{
	size_t n;
	char url[301] = "http://";
	memset(url + 7, 'x', 293);
	struct text_line *l = broken(url, 56, &n);
	assert_int_equal(n, 6);
	for (size_t i = 0; i < n; i++)
		assert_true(l[i].columns <= 56);
}

TEST(a_box_never_stands_at_the_end_of_a_line)
{
	size_t n;
	struct text_line *l = broken("□ 纸质　□ 电子邮件　□ 光盘", 13, &n);
	for (size_t i = 0; i < n; i++)
		assert_int_equal(strncmp(line_text(&l[i]), "□ ", strlen("□ ")), 0);
}

TEST(an_empty_text_is_one_empty_line)
{
	size_t n;
	struct text_line *l = broken("", 56, &n);
	assert_int_equal(n, 1);
	assert_int_equal(l[0].columns, 0);
	assert_true(l[0].last);
}

TEST(combining_marks_and_variation_selectors_stay_with_their_character)
{
	size_t n;
	struct text_line *l = broken("葛\xF3\xA0\x84\x80城", 2, &n);
	assert_int_equal(n, 2);
	assert_string_equal(line_text(&l[0]), "葛\xF3\xA0\x84\x80");
	assert_int_equal(l[0].columns, 2);
}

static void two_lines(const char *title, const char *first, const char *second)
{
	struct text_line *lines;
	size_t n;
	title_break(title, t_arena, &lines, &n);
	assert_int_equal(n, 2);
	assert_string_equal(line_text(&lines[0]), first);
	assert_string_equal(line_text(&lines[1]), second);
	assert_true(lines[1].last);
}

TEST(title_lines_are_nearly_equal_and_keep_words_whole)
{
	struct text_line *lines;
	size_t n;
	two_lines("信访投诉举报类申请不作为政府信息公开申请处理告知书", "信访投诉举报类申请不作为", "政府信息公开申请处理告知书");
	two_lines("关于青岛海关政府信息公开第三方意见征询函的回复意见", "关于青岛海关政府信息公开", "第三方意见征询函的回复意见");
	title_break("登记回执", t_arena, &lines, &n);
	assert_int_equal(n, 1);
	title_break("一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二", t_arena, &lines, &n);
	assert_int_equal(n, 3);
	for (size_t i = 0; i < n; i++)
		assert_true(lines[i].columns <= TITLE_COLUMNS);
}

/* 7.3.1: of any length, the first line and the last are the shorter ones, nothing is lost, and a number or a mark stands where it may. */
TEST(a_long_title_is_a_rhombus)
{
	static const char *const words = "关于青岛某某国际物流有限公司及其关联企业2025年度进口冻品“检验检疫”查验记录和原产地证书等有关政府信息公开申请延期答复事项的补充情况告知"
		"并征求第三方意见的函件通知书稿本（第12号修改件）以及今后办理同类事项时应当注意的若干问题的说明";
	for (size_t len = 1, all = strlen(words); len <= all; len++) {
		struct arena a = {0};
		struct text_line *lines;
		size_t n;
		if (((unsigned char)words[len] & 0xC0) == 0x80)
			continue;
		const char *title = arena_strndup(&a, words, len);
		struct str back = str_new(&a);
		title_break(title, &a, &lines, &n);
		for (size_t i = 0; i < n; i++) {
			const struct atom *first = &lines[i].atoms[0], *last = &lines[i].atoms[lines[i].n - 1];
			str_add(&back, line_text(&lines[i]));
			assert_true(lines[i].columns <= TITLE_COLUMNS);
			assert_true(i == 0 || !paper_not_start(first->first));
			assert_true(i + 1 == n || !paper_not_end(last->last));
		}
		assert_string_equal(back.s, title);
		if (n > 2 && (lines[0].columns > lines[1].columns || lines[n - 1].columns > lines[n - 2].columns))
			fail_msg("%s: %d %d … %d %d", title, lines[0].columns, lines[1].columns, lines[n - 2].columns, lines[n - 1].columns);
		arena_free(&a);
	}
}
