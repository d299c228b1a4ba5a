/* Any table handed in as a catalogue: refused in one line, or read, and then what is written reads back as the same catalogue. */
#include <string.h>
#include "base/encoding.h"
#include "base/text.h"
#include "office/catalogue.h"
#include "tests/fuzz/fuzz.h"

const struct fuzz_seed fuzz_seeds[] = {
	SEED("number,group,name,publishers,text,deadline\n8,行政执法信息,行政许可,隶属海关,办理结果,自信息形成或者变更之日起7个工作日内\n"),
	SEED("序号\t一级事项\t二级事项\t公开主体\t推荐渠道\t内容要素\t公开时限\t期限规则\n9\t甲\t乙\t直属海关、隶属海关\tsite,board\t丙\t每年1月31日前\tFIX(01-31)\n9\t\t\t\t\t丁\t及时更新\tASAP-U\n"),
	SEED("number,name,group,publishers,note,text,deadline\n1,\"a \"\"b\"\"\",g,p,\"=1+1\",\"x,y\",'20日\n2,b,g,p,,z,无\n"), 
	SEED("序号,二级事项,公开内容,公开时限\n8,甲,1. 乙 2. 丙,1. 20日 2. 每年1月31日前\n"), SEED("number,note\n8,x\n9,\n"), {0},
};

/* A table of single columns says nothing of the others, and would be written without them. */
static bool whole(const struct catalogue *c)
{
	struct err ignored = {0};
	for (size_t i = 0; i < c->n; i++)
		if (!c->items[i].nelements || !record_check(&item_type, &c->items[i], &ignored))
			return false;
	return true;
}

static void round_trip(const struct catalogue *c, char separator, struct arena *a)
{
	struct catalogue again;
	struct err e = {0};
	char *text = catalogue_write(c, separator, a);
	FUZZ_CHECK(catalogue_read(text, a, &again, &e));
	FUZZ_CHECK(catalogue_diff(c, &again, a).n == 0);
	FUZZ_CHECK(!strcmp(catalogue_write(&again, separator, a), text));
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
	struct arena a = {0};
	struct err e = {0};
	struct catalogue c;
	char *text;
	if (encoding_read((const char *)data, n, &a, &text, NULL, &e)) {
		if (catalogue_read(text, &a, &c, &e)) {
			if (whole(&c)) {
				round_trip(&c, ',', &a);
				round_trip(&c, '\t', &a);
			}
		} else {
			FUZZ_CHECK(e.code == ERR_INPUT && *e.text && !strchr(e.text, '\n') && text_valid(e.text, strlen(e.text)));
		}
	}
	arena_free(&a);
	return 0;
}
