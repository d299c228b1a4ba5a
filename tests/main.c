#include "tests/office_fixture.h"
#include "tests/test.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static struct test *tests;
static struct arena arena, turn;
struct arena *t_arena = &arena;
const char *t_dir;
static char dir_name[4096];

void test_register(struct test *t)
{
	t->next = tests;
	tests = t;
}

void t_turn(bool more)
{
	arena_reset(&turn);
	t_arena = more ? &turn : &arena;
}

const char *t_path(const char *leaf)
{
	return arena_printf(t_arena, "%s/%s", t_dir, leaf);
}

const char *t_fixture(const char *leaf)
{
	return arena_printf(t_arena, "tests/fixtures/%s", leaf);
}

static void remove_tree(const char *path)
{
	DIR *d = opendir(path);
	if (d) {
		for (struct dirent *f; (f = readdir(d));) {
			if (!strcmp(f->d_name, ".") || !strcmp(f->d_name, ".."))
				continue;
			char sub[8192];
			snprintf(sub, sizeof sub, "%s/%s", path, f->d_name);
			remove_tree(sub);
		}
		closedir(d);
	}
	remove(path);
}

static int setup(void **state)
{
	(void)state;
	const char *tmp = getenv("TMPDIR");
	t_arena = &arena; /* a test that failed may have left its own */
	snprintf(dir_name, sizeof dir_name, "%s/gwgk-test-XXXXXX", tmp ? tmp : "/tmp");
	t_dir = mkdtemp(dir_name);
	return t_dir ? 0 : -1;
}

static int teardown(void **state)
{
	(void)state;
	t_office_end();
	remove_tree(t_dir);
	arena_free(&arena);
	arena_free(&turn);
	return 0;
}

static int by_place(const void *a, const void *b)
{
	const struct CMUnitTest *x = a, *y = b;
	return strcmp(x->name, y->name);
}

int main(int argc, char **argv)
{
	const char *part = argc > 1 ? argv[1] : "";
	size_t n = 0, turn_of = 1, hands = 1; /* dealt out like cards: the long ones stand side by side */
	if (argc > 2 && (sscanf(argv[2], "%zu/%zu", &turn_of, &hands) != 2 || turn_of < 1 || turn_of > hands)) {
		fprintf(stderr, "which of how many? 1/1, not %s\n", argv[2]);
		return 2;
	}
	for (struct test *t = tests; t; t = t->next)
		n++;
	struct CMUnitTest *run = calloc(n + 1, sizeof *run);
	size_t k = 0;
	for (struct test *t = tests; t; t = t->next) {
		char name[512];
		snprintf(name, sizeof name, "%s: %s", t->file, t->name);
		if (strstr(name, part))
			run[k++] = (struct CMUnitTest){strdup(name), t->run, setup, teardown, NULL};
	}
	qsort(run, k, sizeof *run, by_place);
	if (!k) {
		fprintf(stderr, "no test named %s\n", part);
		return 2;
	}
	size_t dealt = 0;
	for (size_t i = 0; i < k; i++) {
		if (i % hands == turn_of - 1)
			run[dealt++] = run[i];
		else
			free((char *)(uintptr_t)run[i].name);
	}
	k = dealt;
	int failed = _cmocka_run_group_tests("unit", run, k, NULL, NULL);
	for (size_t i = 0; i < k; i++)
		free((char *)(uintptr_t)run[i].name);
	free(run);
	return failed ? 1 : 0;
}
