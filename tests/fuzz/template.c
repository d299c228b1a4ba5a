/* Any bytes as a template: faults or a template that can be filled, and a filled one survives being frozen. */
#include <string.h>
#include "paper/serial.h"
#include "paper/template.h"
#include "tests/fuzz/fuzz.h"

const struct fuzz_seed fuzz_seeds[] = {
	SEED("种类: a\n名称: 甲\n规则: 2019\n启用: 2019-05-15\n救济: 无\n字段: name 申请人 文字10 必填\n字段: way 方式 选项 x=甲 y=乙 缺省=x\n----\n版头: {{机关}}\n"
	     "标题: 回执\n称谓: {{申请人}}：\n[方式=x] 甲　[方式=乙] 乙\n【方式=x】! 正文{{申请人|空=8}}。\n落款: {{机关}}\n日期: {{出具日期}}\n"),
	SEED("种类: b\r\n名称：表\r\n启用: 2008-05-01\r\n----\r\n标题: 表\r\n表格: 20 30 50\r\n>3 | 甲 | {{机关|空=2}} | < |\r\n| ^ | 一／／二 | [机关] 丙 |\r\n换页:\r\n"),
	SEED("\xEF\xBB\xBF% x\n救济: 复议前置\n----\n救济:\n｜［ ｛｛"), {0},
};

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
	struct arena a = {0};
	struct err e = {0};
	struct template *t;
	struct template_fault *f;
	const char *s = arena_strndup(&a, (const char *)data, n);
	size_t faults = template_check(s, s, &a, &f);
	bool good = template_parse(s, &a, &t, &e);
	FUZZ_CHECK(good == (faults == 0) && good == (e.code == ERR_NONE));
	for (int mode = FILL_ISSUE; good && mode <= FILL_BLANK; mode++) {
		struct doc *d, *back;
		struct err why = {0};
		size_t len, at = 0;
		if (!template_fill(t, template_sample, NULL, (enum fill_mode)mode, &a, &d, &why)) {
			FUZZ_CHECK(why.code == ERR_INPUT && mode == FILL_ISSUE);
			continue;
		}
		char *frozen = doc_serial(d, &a, &len);
		FUZZ_CHECK(doc_parse(frozen, len, &at, &a, &back, &why) && at == len);
		FUZZ_CHECK(!strcmp(doc_serial(back, &a, NULL), frozen));
	}
	arena_free(&a);
	return 0;
}
