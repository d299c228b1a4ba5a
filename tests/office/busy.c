/* Marks of who works on what: seen by the others, gone with their maker however it went, never in the way. */
#include <fcntl.h>
#include <signal.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <dirent.h>
#include <unistd.h>

#include "base/file.h"
#include "base/record.h"
#include "office/busy.h"
#include "tests/office_fixture.h"
#include "tests/test.h"

struct two {
	struct desk desks[2];
	struct office *o[2];
	struct busy *b[2];
};

static struct two *sit_down(void)
{
	struct two *t = arena_new(t_arena, struct two);
	const char *path = t_office_file("two.db");
	for (int i = 0; i < 2; i++) {
		t->desks[i] = (struct desk){.today_fixed = true, .now_fixed = true, .seed = 7};
		assert_true(day_parse("2026-03-09", &t->desks[i].today));
		t->o[i] = t_office_open(path, "tester", &t->desks[i]);
		t->b[i] = busy_new(t->o[i], t_arena);
	}
	return t;
}

static void stand_up(struct two *t)
{
	for (int i = 0; i < 2; i++) {
		busy_mark(t->b[i], NULL, INT_NONE);
		office_close(t->o[i]);
	}
}

static const char *seen(struct two *t, int who, const char *noun, int64_t id)
{
	busy_look(t->b[who]);
	return busy_by(t->b[who], noun, id, t_arena);
}

static size_t files(const struct two *t)
{
	DIR *d = opendir(arena_printf(t_arena, "%s-busy", store_path(t->o[0]->store)));
	size_t n = 0;
	for (struct dirent *f; d && (f = readdir(d));)
		n += strcmp(f->d_name, ".") && strcmp(f->d_name, "..");
	if (d)
		closedir(d);
	return n;
}

TEST(a_clerk_sees_who_has_the_case_open_and_since_when)
{
	struct two *t = sit_down();
	assert_null(seen(t, 1, "matter", 3));
	busy_mark(t->b[0], "matter", 3);
	assert_string_equal(seen(t, 1, "matter", 3), arena_printf(t_arena, "%s 09:00 起在办", t->o[0]->operator_name));
	assert_null(seen(t, 1, "matter", 4));
	assert_null(seen(t, 1, "info", 3));
	assert_null(seen(t, 0, "matter", 3)); /* never of oneself */
	stand_up(t);
}

TEST(a_mark_moves_with_its_clerk_and_goes_when_the_form_closes)
{
	struct two *t = sit_down();
	busy_mark(t->b[0], "matter", 3);
	busy_mark(t->b[0], "matter", 4);
	assert_null(seen(t, 1, "matter", 3));
	assert_non_null(seen(t, 1, "matter", 4));
	assert_int_equal(files(t), 1);
	busy_mark(t->b[0], NULL, INT_NONE);
	assert_null(seen(t, 1, "matter", 4));
	assert_int_equal(files(t), 0);
	stand_up(t);
}

TEST(two_sessions_with_the_same_dice_do_not_take_each_others_mark)
{
	struct two *t = sit_down();
	busy_mark(t->b[0], "matter", 3);
	busy_mark(t->b[1], "matter", 3);
	assert_int_equal(files(t), 2);
	assert_non_null(seen(t, 0, "matter", 3));
	assert_non_null(seen(t, 1, "matter", 3));
	stand_up(t);
}

TEST(a_mark_of_a_process_that_was_killed_is_not_shown_and_is_cleared_away)
{
	struct two *t = sit_down();
	int ready[2];
	char c;
	assert_int_equal(pipe(ready), 0);
	pid_t pid = fork();
	assert_true(pid >= 0);
	if (!pid) {
		struct desk desk = t->desks[0];
		struct office o = *t->o[0];
		desk.seed = 99;
		o.desk = &desk;
		busy_mark(busy_new(&o, t_arena), "matter", 3);
		(void)!write(ready[1], "x", 1);
		for (;;)
			pause();
	}
	assert_int_equal(read(ready[0], &c, 1), 1);
	assert_non_null(seen(t, 1, "matter", 3));
	kill(pid, SIGKILL);
	assert_int_equal(waitpid(pid, NULL, 0), pid);
	t->desks[1].ticks += BUSY_SWEEP;
	assert_null(seen(t, 1, "matter", 3));
	assert_int_equal(files(t), 0);
	close(ready[0]);
	close(ready[1]);
	stand_up(t);
}

/* A machine that fell and came up again: files without anybody who holds them, whole ones and half ones. */
TEST(marks_of_an_earlier_boot_and_rubbish_block_nothing)
{
	struct two *t = sit_down();
	struct err e = {0};
	const char *folder = arena_printf(t_arena, "%s-busy", store_path(t->o[0]->store));
	assert_int_equal(mkdir(folder, 0700), 0);
	static const char *const names[] = {"0123456789abcdef", ".0123456789abcdef", "fedcba9876543210"};
	static const char *const texts[] = {"matter\n3\n1\n旧人\n", "mat", "\xff\xfe"};
	for (int i = 0; i < 3; i++)
		assert_done(file_write(arena_printf(t_arena, "%s/%s", folder, names[i]), texts[i], strlen(texts[i]), &e));
	assert_null(seen(t, 1, "matter", 3));
	assert_int_equal(files(t), 0);
	stand_up(t);
}

TEST(a_mark_whose_clerk_went_home_fades_and_comes_back_with_a_key)
{
	struct two *t = sit_down();
	busy_mark(t->b[0], "matter", 3);
	assert_non_null(seen(t, 1, "matter", 3));
	t->desks[1].ticks += BUSY_LIMIT + 5;
	assert_null(seen(t, 1, "matter", 3));
	t->desks[0].ticks = t->desks[1].ticks;
	busy_mark(t->b[0], "matter", 3);
	t->desks[1].ticks += BUSY_SWEEP;
	assert_string_equal(seen(t, 1, "matter", 3), arena_printf(t_arena, "%s 09:00 起在办", t->o[0]->operator_name));
	stand_up(t);
}

/* A folder that cannot be written costs the mark and nothing else. */
TEST(without_a_place_for_marks_the_clerk_goes_on)
{
	struct two *t = sit_down();
	struct err e = {0};
	assert_done(file_write(arena_printf(t_arena, "%s-busy", store_path(t->o[0]->store)), "", 0, &e));
	busy_mark(t->b[0], "matter", 3);
	assert_null(seen(t, 1, "matter", 3));
	stand_up(t);
}
