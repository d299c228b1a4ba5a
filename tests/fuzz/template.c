/* Any file as a letter's template: its faults with their lines, or a template whose preview serialises, parses and lays out. */
#include <string.h>
#include "base/text.h"
#include "paper/layout.h"
#include "paper/serial.h"
#include "paper/template.h"
#include "tests/fuzz/fuzz.h"

const struct fuzz_seed fuzz_seeds[] = {
	SEED("种类: receipt\n名称: 登记回执\n规则: 2019\n启用: 2019-05-15\n依据: 条例29\n救济: 无\n字段: applicant 申请人 文字60 必填\n字段: due 期限 日期\n"
	     "字段: form 方式 选项 paper=纸质 email=邮件\n----\n标题: 回执\n称谓: {{申请人}}\n你于{{期限}}提出申请。\n[方式=paper] 纸质 [方式=email] 邮件\n"
	     "【方式=paper】只印一次\n! 依据条例\n表格: 17 33 17 33\n| 编号 | {{申请人}} | 备注 < | < |\n落款: {{机关}}\n日期: {{出具日期}}\n"),
	SEED("种类: x\n----\n"), SEED("\xef\xbb\xbf种类：x\r\n名称：y\r\n——\r\n"), {0},
};

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
	struct arena a = {0};
	struct err e = {0};
	struct template *t;
	struct template_fault *faults;
	struct doc *doc, *again;
	char *text = arena_strndup(&a, (const char *)data, n);
	size_t nfaults = template_check(text, NULL, &a, &faults);
	for (size_t i = 0; i < nfaults; i++)
		FUZZ_CHECK(*faults[i].text && !strchr(faults[i].text, '\n'));
	if (!template_parse(text, &a, &t, &e)) {
		FUZZ_CHECK(e.code == ERR_INPUT && *e.text && !strchr(e.text, '\n'));
	} else if (template_fill(t, template_sample, NULL, FILL_PREVIEW, &a, &doc, &e)) {
		size_t len, at = 0;
		char *bytes = doc_serial(doc, &a, &len);
		FUZZ_CHECK(text_valid(bytes, len));
		FUZZ_CHECK(doc_parse(bytes, len, &at, &a, &again, &e) && at == len);
		FUZZ_CHECK(!strcmp(bytes, doc_serial(again, &a, NULL)));
		layout_doc(doc, &a);
	}
	arena_free(&a);
	return 0;
}
