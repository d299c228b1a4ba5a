/* Any bytes as a frozen document: refused with its line, or one that serialises to exactly the bytes read, and lays out. */
#include <string.h>
#include "paper/layout.h"
#include "paper/serial.h"
#include "tests/fuzz/fuzz.h"

const struct fuzz_seed fuzz_seeds[] = {
	SEED("gwdoc 1\treceipt\nhead\t\t青岛海关\ntitle\t\t登记回执\npara\t1\t一、你于2026年3月2日提出的申请已收到。\nend\n"),
	SEED("gwdoc 1\treceipt\ntable\t17 33 17 33\t\nrow\t1\t\ncell\t1c\t受理编号\ncell\t3\t\\\\\nend\n"),
	SEED("gwdoc 1\treceipt\naddressee\t\t张三\nchoice\t\t☑ 纸质 □ 邮件\ntable\t17 33 17 33\t\nrow\t2\t\ncell\t1c\t编号\ncell\t3\t\nsign\t\t样例海关\ndate\t\t2026年3月9日\nend\n"),
	SEED("gwdoc 1\tx\nend\ngwdoc 1\ty\nend\n"),
	SEED("gwdoc 1\tx\ntitle\t\ta\\\0b\nend\n"), {0},
};

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
	struct arena a = {0};
	size_t at = 0;
	for (int i = 0; i < 8 && at < n; i++) {
		struct err e = {0};
		struct doc *doc;
		size_t from = at, len;
		if (!doc_parse((const char *)data, n, &at, &a, &doc, &e)) {
			FUZZ_CHECK(e.code != ERR_NONE && *e.text && !strchr(e.text, '\n'));
			break;
		}
		char *bytes = doc_serial(doc, &a, &len);
		FUZZ_CHECK(len == at - from && !memcmp(bytes, data + from, len));
		layout_doc(doc, &a);
	}
	arena_free(&a);
	return 0;
}
