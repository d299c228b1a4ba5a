/* Requests in the order of their numbers, page by page, against all rows sorted: a number given later may be smaller. */
#include <stdlib.h>
#include <string.h>

#include "office/request.h"
#include "tests/office_fixture.h"
#include "tests/test.h"

enum { ROWS = 14 };

static int by_text(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* Two years' cases, the older year's registered last. */
static const char **make_requests(struct office *o)
{
	const char **all = arena_array(t_arena, const char *, ROWS);
	struct request_filter f;
	struct request_row *rows;
	size_t n;
	struct err e = {0};
	for (int i = 0; i < ROWS; i++) {
		o->desk->today = (i < ROWS / 2 ? 20521 : 20200) + i;
		assert_true(t_request(o, NULL, NULL, t_arena, &e));
	}
	record_clear(&request_filter_type, &f);
	assert_done(request_list(o, &f, t_arena, &rows, &n, &e));
	assert_int_equal(n, ROWS);
	for (int i = 0; i < ROWS; i++)
		all[i] = rows[i].number;
	assert_true(strcmp(all[0], all[ROWS - 1]) < 0); /* newest first is not the greatest first */
	qsort(all, ROWS, sizeof *all, by_text);
	return all;
}

static const char *at(const char **all, bool falling, int i)
{
	return all[falling ? ROWS - 1 - i : i];
}

TEST(pages_by_number_are_the_sorted_list_cut_up)
{
	struct office *o = t_office("2026-03-09");
	const char **all = make_requests(o);
	struct err e = {0};
	for (int size = 1; size <= ROWS + 1; size++)
		for (int k = 0; k < 4 * (ROWS + 1); k++) {
			bool falling = k % 2, backward = k / 2 % 2;
			int from = k / 4; /* ROWS: from the first or the last on */
			struct request_filter f;
			struct request_row *rows;
			size_t n;
			record_clear(&request_filter_type, &f);
			f.by_number = 1;
			f.falling = falling;
			f.backward = backward;
			f.number = from < ROWS ? at(all, falling, from) : NULL;
			f.limit = size;
			f.state = k % 3 ? NULL : "open";
			assert_done(request_list(o, &f, t_arena, &rows, &n, &e));
			int first = backward ? (from < ROWS ? from : ROWS) - 1 : from < ROWS ? from : 0, left = backward ? first + 1 : ROWS - first;
			assert_int_equal(n, left < size ? left : size);
			for (size_t i = 0; i < n; i++)
				assert_string_equal(rows[i].number, at(all, falling, backward ? first - (int)i : first + (int)i));
		}
}
