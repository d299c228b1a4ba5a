#include "tests/test.h"

#include <string.h>
#include "base/embed.h"
#include "base/pinyin.h"
#include "base/text.h"

static struct pinyin *table(void)
{
	return pinyin_load(embedded_find(gen_seed, "pinyin.txt")->text, t_arena);
}

TEST(initials_full_pinyin_and_mixed_input_find_hanzi)
{
	static const struct { const char *query, *text; enum pinyin_rank rank; } cases[] = {
		{"zfcg", "政府采购", PINYIN_WHOLE},
		{"ZFCG", "政府采购", PINYIN_WHOLE},
		{"ｚｆｃｇ", "政府采购", PINYIN_WHOLE},
		{"zhengfucaigou", "政府采购", PINYIN_WHOLE},
		{"zheng fu cai gou", "政府采购", PINYIN_WHOLE},
		{"zhengfuca", "政府采购信息", PINYIN_START},
		{"政fcg", "政府采购", PINYIN_WHOLE},
		{"采购", "政府采购", PINYIN_INSIDE},
		{"cg", "政府采购", PINYIN_INSIDE},
		{"cg", "政府（采购）", PINYIN_WORD},
		{"zfgk", "政府信息公开", PINYIN_SCATTERED},
		{"xingzhengchufa", "行政处罚", PINYIN_WHOLE},
		{"hangzhengchufa", "行政处罚", PINYIN_WHOLE},
		{"12360", "12360海关热线", PINYIN_START},
		{"12360rx", "12360海关热线", PINYIN_SCATTERED},
		{"lvse", "绿色通道", PINYIN_START},
		{"zfcgx", "政府采购", PINYIN_NONE},
		{"gcfz", "政府采购", PINYIN_NONE},
		{"x", "政府", PINYIN_NONE},
		{"  ", "政府", PINYIN_NONE},
		{"zf", "", PINYIN_NONE},
	};
	const struct pinyin *p = table();
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		if (pinyin_match(p, cases[i].query, cases[i].text) != cases[i].rank)
			fail_msg("%s in %s: %d", cases[i].query, cases[i].text, (int)pinyin_match(p, cases[i].query, cases[i].text));
}

TEST(surnames_answer_to_their_own_readings)
{
	static const char *const cases[][2] = {{"shan", "单"}, {"dan", "单"}, {"zha", "查"}, {"cha", "查"}, {"xie", "解"}, {"ou", "区"},
		{"qu", "区"}, {"qiu", "仇"}, {"chou", "仇"}, {"zeng", "曾"}, {"ceng", "曾"}, {"ge", "盖"}, {"gai", "盖"}, {"chong", "重"},
		{"zhang", "长"}, {"ling", "〇"}};
	const struct pinyin *p = table();
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		if (pinyin_match(p, cases[i][0], cases[i][1]) != PINYIN_WHOLE)
			fail_msg("%s is not read %s", cases[i][1], cases[i][0]);
}

TEST(every_hanzi_of_gb2312_has_a_reading)
{
	const struct pinyin *p = table();
	size_t with = 0, len;
	for (uint32_t cp = 0x4E00; cp <= 0x9FA5; cp++)
		with += pinyin_reading(p, cp, 0, &len) != NULL;
	assert_in_range(with, 20800, 20902);
}

/* The slow oracle: every way of spelling a text is written out, then compared. */
static bool spelled(const struct pinyin *p, const uint32_t *text, size_t n, const char *query)
{
	if (!*query)
		return true;
	if (!n)
		return false;
	const char *r;
	size_t len;
	for (size_t i = 0; (r = pinyin_reading(p, *text, i, &len)); i++)
		for (size_t k = 1; k <= len && !strncmp(query, r, k); k++) {
			bool initial = k == 1 || (k == 2 && r[1] == 'h');
			if ((initial || k == len || !query[k]) && spelled(p, text + 1, n - 1, query + k))
				return true;
		}
	return false;
}

TEST(a_prefix_match_agrees_with_spelling_out)
{
	static const char letters[] = "zhengfuacixr";
	static const char *const texts[] = {"政府采购", "重行单查", "长安海关", "喝茶曾盖"};
	const struct pinyin *p = table();
	uint32_t seed = 7;
	for (int round = 0; round < 40000; round++) {
		char query[7] = "";
		size_t n = 1 + (size_t)(round % 6);
		for (size_t i = 0; i < n; i++) {
			seed = seed * 1664525u + 1013904223u;
			query[i] = letters[(seed >> 16) % (sizeof letters - 1)];
		}
		const char *text = texts[round % 4];
		uint32_t cp[8];
		size_t count = 0;
		for (const char *s = text; *s;)
			s += utf8_next(s, strlen(s), &cp[count++]);
		if ((pinyin_match(p, query, text) >= PINYIN_START) != spelled(p, cp, count, query))
			fail_msg("%s in %s", query, text);
	}
}

TEST(hostile_queries_are_refused_or_find_nothing)
{
	const struct pinyin *p = table();
	char *big = arena_alloc(t_arena, 1 << 20);
	memset(big, 'z', (1 << 20) - 1);
	assert_int_equal(pinyin_match(p, big, "政府"), PINYIN_NONE);
	assert_int_equal(pinyin_match(p, "zf", big), PINYIN_NONE);
	assert_int_equal(pinyin_match(p, "\xff\xfe", "政府"), PINYIN_NONE);
	assert_int_equal(pinyin_match(p, "zf", "\xe6\x94"), PINYIN_NONE);
	assert_int_equal(pinyin_match(p, "zf", NULL), PINYIN_NONE);
}
