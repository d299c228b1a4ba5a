#include <stdio.h>

#include "tests/test.h"
#include "base/file.h"

TEST(no_result_is_written_over_a_database_or_what_stands_beside_it)
{
	struct err e = {0};
	const char *db = t_path("office.gwgk"), *lock = t_path("office.gwgk-lock"), *wal = t_path("office.gwgk-wal"), *list = t_path("list.csv");
	assert_true(file_write(db, "db", 2, &e)); /* nothing beside it yet */
	assert_true(file_write(list, "a", 1, &e));
	FILE *f = fopen(lock, "w");
	assert_non_null(f);
	fclose(f);
	assert_false(file_write(db, "list", 4, &e));
	assert_int_equal(e.code, ERR_RULE);
	assert_false(file_write(lock, "list", 4, &e));
	assert_false(file_write(wal, "list", 4, &e));
	assert_true(file_write(list, "b", 1, &e)); /* a list again is what a nightly job wants */
}
