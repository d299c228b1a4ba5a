#include "tests/test.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "office/request.h"

static char *unescape(char *s)
{
	for (char *p; (p = strstr(s, "\\n"));) {
		*p = '\n';
		memmove(p + 1, p + 2, strlen(p + 2) + 1);
	}
	return s;
}

/* tests/fixtures/similar.tsv: thirty pairs with white space, width and punctuation variants, and near misses. */
TEST(thirty_pairs_of_requests_are_told_apart)
{
	FILE *f = fopen(t_fixture("similar.tsv"), "r");
	assert_non_null(f);
	char line[2048];
	int pairs = 0, wrong = 0;
	while (fgets(line, sizeof line, f)) {
		if (*line == '#')
			continue;
		char *save = NULL, *one = strtok_r(line, "\t", &save), *two = strtok_r(NULL, "\t", &save);
		const char *want = strtok_r(NULL, "\t", &save);
		assert_non_null(want);
		int share = text_similar(text_key(t_arena, unescape(one)), text_key(t_arena, unescape(two)));
		int back = text_similar(text_key(t_arena, two), text_key(t_arena, one));
		assert_int_equal(share, back);
		if ((share >= SIMILAR_SHARE) != (strcmp(want, "yes") == 0)) {
			print_error("%s | %s: %d, wanted %s\n", one, two, share, want);
			wrong++;
		}
		pairs++;
	}
	fclose(f);
	assert_int_equal(pairs, 30);
	assert_int_equal(wrong, 0);
}
