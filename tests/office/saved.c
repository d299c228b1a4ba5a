/* Filters kept under a name: come back as they were, belong to their operator and list, and a spoilt file spoils nothing else. */
#include "office/saved.h"

#include <dirent.h>
#include <stdio.h>
#include <string.h>

#include "base/file.h"
#include "office/request_views.h"
#include "tests/office_fixture.h"
#include "tests/test.h"

static struct saved named(const char *name)
{
	return (struct saved){.name = name, .view = "current", .filter = "处罚 -拍卖", .sort = 3, .descending = true};
}

static size_t count(struct office *o, const char *list, const char **damaged)
{
	struct saved *all;
	return saved_list(o, list, t_arena, &all, damaged);
}

TEST(a_saved_filter_comes_back_as_it_was_on_its_own_list_only)
{
	struct office *o = t_office("2026-03-09");
	struct saved s = named(" 急件\n"), back;
	struct err e = {0};
	const char *damaged;
	assert_done(saved_put(o, "requests", &s, &e));
	assert_done(saved_get(o, "requests", "急件", t_arena, &back, &e));
	assert_string_equal(back.view, "current");
	assert_string_equal(back.filter, "处罚 -拍卖");
	assert_int_equal(back.sort, 3);
	assert_true(back.descending);
	assert_false(saved_get(o, "infos", "急件", t_arena, &back, &e));
	assert_int_equal(e.code, ERR_MISSING);
	s.filter = "";
	s.name = "急件";
	assert_done(saved_put(o, "requests", &s, &e)); /* again: replaced */
	assert_int_equal(count(o, "requests", &damaged), 1);
	assert_null(damaged);
}

TEST(names_are_checked_taken_once_and_given_back)
{
	struct office *o = t_office("2026-03-09");
	struct saved a = named("甲"), b = named("乙"), none = named("  "), long_one = named("这个名字实在是太长太长太长太长太长太长太长太长太长太长了");
	struct err e = {0};
	const char *damaged;
	assert_false(saved_put(o, "requests", &none, &e));
	assert_string_equal(e.field, "name");
	assert_false(saved_put(o, "requests", &long_one, &e));
	e = (struct err){0};
	assert_done(saved_put(o, "requests", &a, &e));
	assert_done(saved_put(o, "requests", &b, &e));
	assert_false(saved_rename(o, "requests", "甲", "乙", &e));
	assert_int_equal(e.code, ERR_RULE);
	e = (struct err){0};
	assert_done(saved_rename(o, "requests", "甲", "丙", &e));
	assert_false(saved_get(o, "requests", "甲", t_arena, &a, &e));
	assert_non_null(strstr(e.text, "丙、乙"));
	saved_drop(o, "requests", "丙");
	assert_int_equal(count(o, "requests", &damaged), 1);
}

/* Each way in which a file may be spoilt: cut anywhere, a byte turned, emptied. It is named or unchanged, never half taken. */
TEST(a_spoilt_file_is_passed_over_and_named)
{
	struct office *o = t_office("2026-03-09");
	struct saved good = named("好的"), bad = named("坏的"), back;
	struct err e = {0};
	const char *damaged;
	assert_done(saved_put(o, "requests", &bad, &e));
	const char *dir = t_path("office.db-saved");
	DIR *d = opendir(dir);
	assert_non_null(d);
	const char *path = NULL;
	for (struct dirent *f; (f = readdir(d));)
		if (f->d_name[0] != '.')
			path = arena_printf(t_arena, "%s/%s", dir, f->d_name);
	closedir(d);
	assert_done(saved_put(o, "requests", &good, &e));
	char *text;
	size_t len, named_files = 0;
	assert_done(file_read(path, 1 << 16, t_arena, &text, &len, &e));
	for (size_t cut = 0; cut < len; cut++) {
		assert_done(file_write(path, text, cut, &e));
		assert_true(saved_get(o, "requests", "好的", t_arena, &back, &e));
		assert_int_equal(count(o, "requests", &damaged), 1);
		named_files += damaged != NULL;
	}
	assert_true(named_files > len / 2); /* a cut inside the login makes it another's */
	assert_done(file_write(path, "", 0, &e));
	assert_int_equal(count(o, "requests", &damaged), 1);
	assert_non_null(strstr(damaged, "没有采用"));
	text[len / 2] = '\xff';
	assert_done(file_write(path, text, len, &e));
	assert_int_equal(count(o, "requests", &damaged), 1);
	assert_non_null(damaged);
}

/* Every view the list offers shows something of its own kind; a filter of words holds in queues as it does in the file. */
TEST(every_view_can_be_listed_and_words_hold_in_each)
{
	struct office *o = t_office("2026-03-09");
	struct err e = {0};
	struct request_row *rows;
	size_t n;
	for (int i = 0; i < 3; i++)
		assert_done(t_request(o, NULL, NULL, t_arena, &e));
	o->desk->today += 60;
	for (const struct choice *c = request_views; c->code; c++) {
		struct request_view_of v;
		assert_true(request_view_find(c->code, &v));
		assert_done(request_view_list(o, c->code, "政府采购", INT_NONE, t_arena, &rows, &n, &e));
		bool all = !strcmp(c->code, "all") || !strcmp(c->code, "current") || !strcmp(c->code, "open") || !strcmp(c->code, "late") ||
			!strcmp(c->code, "mine");
		if (n != (all ? 3 : 0))
			fail_msg("%s: %zu rows", c->code, n);
		assert_done(request_view_list(o, c->code, "-政府采购", INT_NONE, t_arena, &rows, &n, &e));
		assert_int_equal(n, 0);
		assert_done(request_view_list(o, c->code, "", 2, t_arena, &rows, &n, &e));
		assert_int_equal(n, all ? 2 : 0);
	}
	struct request_view_of v;
	assert_false(request_view_find("nothing", &v));
}
