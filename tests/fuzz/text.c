/* Any bytes as text: what comes out is always valid, measured alike by every function, and stable. */
#include <string.h>
#include "base/text.h"
#include "tests/fuzz/fuzz.h"

const struct fuzz_seed fuzz_seeds[] = {
	SEED("政府信息公开"), SEED("a\tb\r\nc"), SEED("e\xcc\x81\xcc\x81 \xe2\xbc\x80\xe3\x80\x80\xef\xbc\xa1"), SEED("〔2026〕17号"),
	SEED("\xf0\xa0\xae\xb7\xe2\x80\x8b\xe2\x80\x8f①“”"), SEED(""), {0},
};

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
	struct arena a = {0};
	char *s = arena_strndup(&a, (const char *)data, n);
	for (int lines = 0; lines < 2; lines++) {
		char *clean = text_clean(&a, s, lines);
		FUZZ_CHECK(text_valid(clean, strlen(clean)));
		FUZZ_CHECK(lines || !strchr(clean, '\n'));
		FUZZ_CHECK(!strcmp(clean, text_clean(&a, clean, lines)));
	}
	char *clean = text_clean(&a, s, false), *key = text_key(&a, clean);
	FUZZ_CHECK(!strcmp(key, text_key(&a, key)));
	FUZZ_CHECK(text_similar(key, key) == (*key ? 1000 : 0) || !key[1]);
	for (int cells = 0; cells < 12; cells++) {
		int used = -1;
		size_t cut = text_clip(clean, cells, &used);
		FUZZ_CHECK(cut <= strlen(clean) && used >= 0 && used <= cells);
		FUZZ_CHECK(text_cells(arena_strndup(&a, clean, cut)) == used);
		FUZZ_CHECK(text_cells(text_fit(&a, clean, cells)) == cells);
	}
	arena_free(&a);
	return 0;
}
