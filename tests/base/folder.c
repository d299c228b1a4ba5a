/* A folder or a file that appears whole, under a free name, or not at all. */
#include "base/folder.h"

#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"
#include "tests/test.h"

static mode_t mode_of(const char *path)
{
	struct stat st;
	return lstat(path, &st) ? 0 : st.st_mode & 0777;
}

TEST(a_folder_is_seen_when_it_is_published_and_not_before)
{
	struct folder f;
	struct err e = {0};
	const char *path = t_path("evidence");
	char *text;
	size_t n;
	assert_done(folder_begin(arena_printf(t_arena, "%s//", path), t_arena, &f, &e));
	assert_string_equal(f.path, path);
	assert_done(folder_write(&f, "one.txt", "甲\0乙", strlen("甲") + 1 + strlen("乙"), &e));
	assert_int_equal(mode_of(path), 0);
	assert_done(folder_publish(&f, &e));
	assert_int_equal(mode_of(path), 0700);
	assert_int_equal(mode_of(arena_printf(t_arena, "%s/one.txt", path)), 0600);
	assert_done(file_read(arena_printf(t_arena, "%s/one.txt", path), 100, t_arena, &text, &n, &e));
	assert_int_equal(n, 7);
	folder_discard(&f); /* published: nothing to take away */
	assert_int_equal(mode_of(path), 0700);
}

TEST(a_discarded_folder_leaves_nothing)
{
	struct folder f;
	struct err e = {0};
	assert_done(folder_begin(t_path("gone"), t_arena, &f, &e));
	const char *tmp = f.tmp;
	assert_done(folder_write(&f, "one.txt", "1", 1, &e));
	assert_done(folder_write(&f, "two.txt", "2", 1, &e));
	folder_discard(&f);
	assert_int_equal(mode_of(tmp), 0);
	assert_int_equal(mode_of(t_path("gone")), 0);
}

TEST(a_name_that_is_taken_is_never_written_over)
{
	struct folder f;
	struct err e = {0};
	const char *path = t_path("taken"), *tmp;
	assert_done(folder_begin(path, t_arena, &f, &e));
	assert_int_equal(mkdir(path, 0755), 0); /* somebody was faster */
	assert_false(folder_publish(&f, &e));
	assert_int_equal(e.code, ERR_RULE);
	folder_discard(&f);
	err_clear(&e);
	assert_false(folder_begin(path, t_arena, &f, &e));
	err_clear(&e);
	assert_int_equal(symlink("nowhere", t_path("link")), 0);
	assert_false(file_stage(t_path("link"), "1", 1, t_arena, &tmp, &e)); /* a dangling link is a name too */
	assert_int_equal(e.code, ERR_RULE);
	err_clear(&e);
	assert_done(file_stage(t_path("file"), "neu", 3, t_arena, &tmp, &e));
	assert_done(file_write(t_path("file"), "alt", 3, &e));
	assert_false(file_publish(tmp, t_path("file"), &e));
	file_discard(tmp);
	assert_int_equal(mode_of(tmp), 0);
	char *text;
	size_t n;
	struct err none = {0};
	assert_true(file_read(t_path("file"), 9, t_arena, &text, &n, &none));
	assert_string_equal(text, "alt");
}

TEST(a_copy_says_what_was_copied)
{
	struct folder f;
	struct err e = {0};
	unsigned char copied[HASH_LEN], whole[HASH_LEN], read_again[HASH_LEN];
	int64_t size;
	char *big = arena_alloc(t_arena, 200001);
	memset(big, 'x', 200000);
	hash_bytes(big, 200000, whole);
	assert_done(file_write(t_path("big"), big, 200000, &e));
	assert_done(folder_begin(t_path("copies"), t_arena, &f, &e));
	assert_done(folder_copy(&f, "big.bin", t_path("big"), copied, &size, &e));
	assert_int_equal(size, 200000);
	assert_memory_equal(copied, whole, HASH_LEN);
	assert_done(file_hash(t_path("big"), read_again, &size, &e));
	assert_memory_equal(read_again, whole, HASH_LEN);
	assert_false(folder_copy(&f, "none.bin", t_path("none"), copied, &size, &e));
	assert_int_equal(e.code, ERR_MISSING);
	err_clear(&e);
	assert_false(file_hash("/dev/null", copied, &size, &e)); /* not a file with bytes of its own */
	assert_int_equal(e.code, ERR_SYSTEM);
	folder_discard(&f);
}
