/* Any file as a table: bytes → text → rows → bytes → the same rows. */
#include <string.h>
#include "base/csv.h"
#include "base/encoding.h"
#include "base/text.h"
#include "tests/fuzz/fuzz.h"

const struct fuzz_seed fuzz_seeds[] = {
	SEED("a,b\n1,2\n"), SEED("a\tb\r\n\"x\ny\"\t\"\"\"\"\r\n"), SEED("\xef\xbb\xbf" "名称,电话\n=1+1,'0532\n"), SEED("\xd5\xfe\xb8\xae,1\n"),
	SEED("\"unclosed\n"), SEED("a,b,c\n\n\n,,\n"), {0},
};

static void same_again(struct arena *a, const struct csv_table *t)
{
	struct str out = str_new(a);
	for (size_t r = 0; r < t->n; r++) {
		for (size_t i = 0; i < t->rows[r].n; i++)
			csv_cell(&out, t->rows[r].cells[i], i == 0, true);
		csv_end(&out);
	}
	struct csv_table again;
	struct err e = {0};
	if (memchr(out.s, '\t', strcspn(out.s, "\n"))) /* a tab in the first row would name another separator */
		return;
	FUZZ_CHECK(csv_read(out.s, a, &again, &e) && again.n == t->n);
	for (size_t r = 0; r < t->n; r++)
		for (size_t i = 0; i < t->rows[r].n && i < again.rows[r].n; i++)
			FUZZ_CHECK(!strcmp(t->rows[r].cells[i], again.rows[r].cells[i]));
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
	struct arena a = {0};
	struct err e = {0};
	char *text;
	struct csv_table t;
	if (!encoding_read((const char *)data, n, &a, &text, NULL, &e))
		FUZZ_CHECK(e.code == ERR_INPUT && *e.text && !strchr(e.text, '\n'));
	else if (!csv_read(text, &a, &t, &e))
		FUZZ_CHECK(e.code == ERR_INPUT && *e.text && !strchr(e.text, '\n'));
	else
		same_again(&a, &t);
	arena_free(&a);
	return 0;
}
