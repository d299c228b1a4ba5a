/* Any file as a clerk's key map: every fault with its line, or a map whose keys have names that parse as themselves. */
#include <string.h>
#include "base/text.h"
#include "tests/fuzz/fuzz.h"
#include "tui/keys.h"

const struct fuzz_seed fuzz_seeds[] = {
	SEED("global <F1> help\nlist g g cursor-first # twice\n"), SEED("list <Down> cursor-down\nlist j cursor-down\n"),
	SEED("list ^M x\nnowhere <F1> help\nglobal <C-Space> help\n"), SEED("global <Hash> help\r\n#\n"), {0},
};

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
	struct arena a = {0};
	struct keymap m = {0};
	struct key_faults faults = {0};
	const char *why;
	keymap_parse("fuzz", arena_strndup(&a, (const char *)data, n), &a, &m, &faults);
	for (size_t i = 0; i < faults.n; i++)
		FUZZ_CHECK(faults.list[i].line >= 0 && *faults.list[i].text && !strchr(faults.list[i].text, '\n'));
	for (size_t i = 0; !faults.n && i < m.n; i++) {
		FUZZ_CHECK(m.bindings[i].n >= 1 && m.bindings[i].n <= KEYS_MAX && m.bindings[i].line > 0);
		for (int k = 0; k < m.bindings[i].n; k++)
			FUZZ_CHECK(*key_name(m.bindings[i].keys[k], &a));
	}
	FUZZ_CHECK(key_parse(arena_strndup(&a, (const char *)data, n < 12 ? n : 12), &why) != K_NONE || why);
	arena_free(&a);
	return 0;
}
