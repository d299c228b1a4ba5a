/* Any bytes as frozen documents: what is read is canonical, and can be laid out and drawn as text. */
#include <string.h>
#include "paper/grid.h"
#include "paper/serial.h"
#include "tests/fuzz/fuzz.h"

const struct fuzz_seed fuzz_seeds[] = {
	SEED("gwdoc 1\treceipt\nhead\t\t样例海关\nnumber\t\t〔2026〕17号\ntitle\t\t登记回执\npara\t1\t一、“甲”，乙。\nsign\t\t样例海关\n"
	     "date\t\t2026年3月9日\nend\n"),
	SEED("gwdoc 1\t\ntable\t20 30 50\t\nrow\t3\t\ncell\t1c\t甲\ncell\t2\t一\\n二\nrow\t1\t\ncell\t1^\t\ncell\t1\t\ncell\t1\t丙\npage\t\t\nnote\t\t（附）\nend\n"),
	SEED("gwdoc 1\t\nattach\t\t附件：1.甲\nchoice\t\t☑ 甲　□ 乙\nremedy\t\t可以\\\\申请\nend\ngwdoc 1\t\nend\n"),
	{0},
};

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
	struct arena a = {0};
	struct err e = {0};
	const char *s = (const char *)data;
	for (size_t at = 0; at < n;) {
		size_t from = at, len;
		struct doc *d;
		if (!doc_parse(s, n, &at, &a, &d, &e)) {
			FUZZ_CHECK(e.code == ERR_SYSTEM && at == from);
			break;
		}
		char *back = doc_serial(d, &a, &len);
		FUZZ_CHECK(len == at - from && !memcmp(back, s + from, len));
		const struct layout *l = layout_doc(d, &a);
		FUZZ_CHECK(l->n >= 1 && l->rows >= PAGE_ROWS && l->rows <= PAGE_ROWS_MAX);
		grid_text(grid_doc(l, GRID_TERMINAL, &a), &a);
		struct text_profile p = text_profile_plain();
		text_doc(l, &p, &a);
	}
	arena_free(&a);
	return 0;
}
