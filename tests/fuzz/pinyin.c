/* Any query in any text: a rank, the same twice, and never a match of what is not there. */
#include <string.h>
#include "base/embed.h"
#include "base/pinyin.h"
#include "base/text.h"
#include "tests/fuzz/fuzz.h"

const struct fuzz_seed fuzz_seeds[] = {
	SEED("zfcg\n政府采购"), SEED("zhengfucaigou\n政府采购信息"), SEED("单zy\n单志远 0532-82955002"), SEED("12360\n12360海关热线"),
	SEED("ＸＺＣＦ\n行政处罚（依据）"), SEED("lv\n绿色通道"), {0},
};

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
	static struct arena table_arena;
	static const struct pinyin *p;
	struct arena a = {0};
	struct pinyin_query q;
	if (!p)
		p = pinyin_load(embedded_find(gen_seed, "pinyin.txt")->text, &table_arena);
	char *both = arena_strndup(&a, (const char *)data, n), *text = strchr(both, '\n');
	if (text)
		*text++ = '\0';
	else
		text = both;
	enum pinyin_rank r = pinyin_match(p, both, text);
	FUZZ_CHECK(r <= PINYIN_WHOLE);
	FUZZ_CHECK(r == pinyin_match(p, both, text));
	if (pinyin_prepare(both, &q)) {
		FUZZ_CHECK(pinyin_rank(p, &q, both) == PINYIN_WHOLE); /* everything finds itself */
		FUZZ_CHECK(pinyin_rank(p, &q, arena_printf(&a, "%s %s", both, both)) >= PINYIN_START);
		FUZZ_CHECK(r <= PINYIN_SCATTERED || pinyin_rank(p, &q, arena_printf(&a, "，%s", text)) >= PINYIN_INSIDE);
	} else {
		FUZZ_CHECK(r == PINYIN_NONE);
	}
	arena_free(&a);
	return 0;
}
