#include "tests/paper/probe.h"

#include <fcntl.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>

#include "base/file.h"
#include "base/str.h"
#include "base/text.h"
#include "tests/test.h"

extern char **environ;

char *probe_output(const char *const *argv, size_t *n)
{
	char *text;
	size_t len;
	pid_t pid;
	int state;
	struct err e = {0};
	const char *path = t_path("output");
	posix_spawn_file_actions_t fa;
	posix_spawn_file_actions_init(&fa);
	posix_spawn_file_actions_addopen(&fa, 1, path, O_WRONLY | O_CREAT | O_TRUNC, 0600);
	assert_int_equal(posix_spawnp(&pid, argv[0], &fa, NULL, (char *const *)(uintptr_t)argv, environ), 0);
	posix_spawn_file_actions_destroy(&fa);
	assert_int_equal(waitpid(pid, &state, 0), pid);
	assert_int_equal(state, 0);
	assert_done(file_read(path, 1 << 28, t_arena, &text, n ? n : &len, &e));
	return text;
}

char *probe_squeezed(const char *s)
{
	struct str out = str_new(t_arena);
	for (size_t i = 0, n = strlen(s); i < n;) {
		uint32_t cp;
		size_t len = utf8_next(s + i, n - i, &cp);
		if (cp > ' ' && cp != 0x3000)
			str_addn(&out, s + i, len);
		i += len;
	}
	return out.s;
}

static int by_byte(const void *a, const void *b)
{
	return memcmp(a, b, 4);
}

char *probe_sorted(const char *s)
{
	size_t n = strlen(s), k = 0;
	char(*cps)[4] = arena_alloc(t_arena, (n + 1) * 4);
	memset(cps, 0, (n + 1) * 4);
	for (size_t i = 0; i < n;) {
		uint32_t cp;
		size_t len = utf8_next(s + i, n - i, &cp);
		memcpy(cps[k++], s + i, len);
		i += len;
	}
	qsort(cps, k, 4, by_byte);
	struct str out = str_new(t_arena);
	for (size_t i = 0; i < k; i++)
		str_addn(&out, cps[i], strnlen(cps[i], 4));
	return out.s;
}

char *probe_text(const char *pdf, int first, int last)
{
	const char *f = arena_printf(t_arena, "%d", first), *l = arena_printf(t_arena, "%d", last);
	return probe_squeezed(probe_output((const char *const[]){"pdftotext", "-raw", "-f", f, "-l", l, pdf, "-", NULL}, NULL));
}

void probe_pages(const char *pdf, int first, int last, struct raster *out)
{
	const char *f = arena_printf(t_arena, "%d", first), *l = arena_printf(t_arena, "%d", last), *dpi = arena_printf(t_arena, "%d", PROBE_DPI);
	size_t n, at = 0;
	const char *all = probe_output((const char *const[]){"pdftoppm", "-gray", "-r", dpi, "-f", f, "-l", l, pdf, NULL}, &n);
	for (int i = 0; i <= last - first; i++) {
		int used = 0;
		assert_int_equal(sscanf(all + at, "P5 %d %d 255%n", &out[i].width, &out[i].height, &used), 2);
		at += (size_t)used + 1;
		out[i].grey = (const unsigned char *)all + at;
		at += (size_t)(out[i].width * out[i].height);
		assert_true(at <= n);
	}
	assert_int_equal(at, n);
}

int probe_mm(double mm)
{
	return (int)(mm * PROBE_DPI / 25.4);
}

bool probe_ink(const struct raster *r, int x1, int x2, int y1, int y2)
{
	for (int y = y1 < 0 ? 0 : y1; y < y2 && y < r->height; y++) {
		for (int x = x1 < 0 ? 0 : x1; x < x2 && x < r->width; x++) {
			if (r->grey[y * r->width + x] < 200)
				return true;
		}
	}
	return false;
}

size_t probe_fonts(const char *pdf)
{
	size_t fonts = 0;
	char *list = probe_output((const char *const[]){"pdffonts", pdf, NULL}, NULL);
	for (char *line = strchr(strchr(list, '\n') + 1, '\n') + 1; *line; fonts++) {
		char *end = strchr(line, '\n');
		*end = '\0';
		if (!strstr(line, " yes yes yes ") || strstr(line, "Type 3"))
			fail_msg("%s", line);
		line = end + 1;
	}
	return fonts;
}
