/* The catalogue that ships against the document it came from (tests/fixtures/seed-001.txt): every cell of every row, and the
 * list of known damage (db/seed/catalogue_errata.tsv) in both directions: an undeclared difference and an unused erratum fail. */
#include "tests/test.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include "base/embed.h"
#include "base/str.h"

enum { ITEMS = 25, CELLS = 13 };
static const char *const columns[CELLS] = {"number", "group", "name", "content", "basis", "deadline", "publishers", "channels",
	"public", "special", "active", "on_request", "note"};

struct cells {
	const char *c[16];
	size_t n;
};

static size_t split_line(const char *line, size_t len, char by, struct cells *out)
{
	out->n = 0;
	for (const char *end = line + len;; line++) {
		const char *stop = memchr(line, by, (size_t)(end - line));
		out->c[out->n++] = arena_strndup(t_arena, line, (size_t)((stop ? stop : end) - line));
		if (!stop || out->n == 16)
			return out->n;
		line = stop;
	}
}

static const char *next_line(const char **text, size_t *len)
{
	const char *line = *text;
	if (!*line)
		return NULL;
	*len = strcspn(line, "\n");
	*text = line + *len + (line[*len] == '\n');
	return line;
}

static const char *read_fixture(const char *leaf)
{
	FILE *f = fopen(t_fixture(leaf), "rb");
	assert_non_null(f);
	char *text = arena_alloc(t_arena, 1 << 18);
	size_t n = fread(text, 1, (1 << 18) - 1, f);
	fclose(f);
	assert_in_range(n, 1000, (1 << 18) - 2);
	return text;
}

/* 0 for what is no number. */
static int number_of(const char *s)
{
	char *end;
	long n = strtol(s, &end, 10);
	return *s && !*end && n > 0 && n < 1000 ? (int)n : 0;
}

static const char *trimmed(const char *s)
{
	while (*s == ' ')
		s++;
	size_t n = strlen(s);
	while (n && s[n - 1] == ' ')
		n--;
	return arena_strndup(t_arena, s, n);
}

/* "1. 甲 2. 乙" → 甲|乙; the numbering is the document's, the list is ours. */
static const char *numbered(const char *s)
{
	struct str out = str_new(t_arena);
	for (const char *p = s; *p;) {
		bool at_mark = (p == s || p[-1] == ' ') && *p >= '1' && *p <= '9' && p[1] == '.' && p[2] == ' ';
		if (at_mark) {
			if (out.len && out.s[out.len - 1] == ' ')
				str_cut(&out, out.len - 1);
			if (out.len)
				str_char(&out, '|');
			p += 3;
		} else {
			str_char(&out, *p++);
		}
	}
	return out.s;
}

/* The boxes of a cell as "site* board …", in the order of the list, each ticked one with a star. */
static const char *boxes(const char *cell)
{
	static const char *const channel[][2] = {{"site", "直属海关网站"}, {"social", "两微一端"}, {"board", "现场公示栏"},
		{"screen", "现场电子屏"}, {"terminal", "查询机、公用电脑"}, {"handbook", "服务手册"}, {"push", "入户/上门/网络精准推送"},
		{"other", "其他"}};
	struct str out = str_new(t_arena);
	for (size_t k = 0; k < 8; k++) {
		size_t found = 0;
		for (const char *p = cell; (p = strstr(p, "<input "));) {
			const char *stop = strchr(p, '>');
			assert_non_null(stop);
			const char *label = stop + 2;
			bool ticked = !strncmp(p, "<input checked", 14);
			if (!strncmp(label, channel[k][1], strlen(channel[k][1]))) {
				found++;
				str_printf(&out, "%s%s%s", out.len ? " " : "", channel[k][0], ticked ? "*" : "");
				if (k == 7) /* what 其他 says is part of the cell */
					str_printf(&out, "=%s", trimmed(arena_strndup(t_arena, label, strcspn(label, "<"))));
			}
			p = stop;
		}
		assert_in_range(found, 0, 1);
	}
	return out.s;
}

/* --- what ships, turned back into the document's thirteen cells --------------------------------------------------------- */
static struct cells shipped[ITEMS + 1];

static const char *shipped_boxes(const char *ticked, const char *other)
{
	static const char *const code[] = {"site", "social", "board", "screen", "terminal", "handbook", "push", "other"};
	struct str out = str_new(t_arena);
	for (size_t k = 0; k < 8; k++) {
		const char *list = arena_printf(t_arena, ",%s,", ticked), *key = arena_printf(t_arena, ",%s,", code[k]);
		str_printf(&out, "%s%s%s", k ? " " : "", code[k], strstr(list, key) ? "*" : "");
		if (k == 7)
			str_printf(&out, "=%s", other);
	}
	return out.s;
}

static const char *bars(const char *commas)
{
	char *s = arena_strdup(t_arena, commas);
	for (char *p = s; *p; p++)
		*p = *p == ',' ? '|' : *p;
	return s;
}

static void read_shipped(void)
{
	const char *text = embedded_find(gen_seed, "catalogue.tsv")->text, *line;
	size_t len;
	line = next_line(&text, &len);
	assert_memory_equal(line, "number\tgroup\tname\tcontent\tbasis\tpublishers\tchannels\tother\taudience\tmode\tnote\traw\telement\ttext\tdeadline\trule",
		len);
	memset(shipped, 0, sizeof shipped);
	while ((line = next_line(&text, &len))) {
		struct cells r;
		assert_int_equal(split_line(line, len, '\t', &r), 16);
		int n = number_of(r.c[0]);
		assert_in_range(n, 1, ITEMS);
		struct cells *s = &shipped[n];
		if (!s->n) {
			const char *const cells[CELLS] = {r.c[0], r.c[1], r.c[2], numbered(r.c[3]), r.c[4], r.c[14], bars(r.c[5]),
				shipped_boxes(r.c[6], r.c[7]), strcmp(r.c[8], "全社会") ? "" : "√", "", strstr(r.c[9], "主动") ? "√" : "",
				strstr(r.c[9], "依申请") ? "√" : "", *r.c[10] ? r.c[10] : "/"};
			memcpy(s->c, cells, sizeof cells);
			s->n = CELLS;
			s->c[13] = r.c[13];
		} else {
			assert_string_equal(r.c[1], "");
			s->c[13] = arena_printf(t_arena, "%s|%s", s->c[13], r.c[13]);
			if (strcmp(s->c[5], r.c[14]))
				s->c[5] = arena_printf(t_arena, "%s|%s", s->c[5], r.c[14]);
		}
	}
	for (int n = 1; n <= ITEMS; n++)
		assert_string_equal(shipped[n].c[3], shipped[n].c[13]); /* the elements are the numbered content */
}

struct erratum {
	struct cells r;
	bool used;
};

static struct erratum *erratum_find(struct erratum *list, size_t n, const char *number, const char *column)
{
	for (size_t i = 0; i < n; i++)
		if (!strcmp(list[i].r.c[0], number) && !strcmp(list[i].r.c[1], column))
			return &list[i];
	return NULL;
}

static size_t read_errata(struct erratum *list)
{
	const char *text = embedded_find(gen_seed, "catalogue_errata.tsv")->text, *line;
	size_t len, n = 0;
	next_line(&text, &len);
	while ((line = next_line(&text, &len))) {
		assert_int_equal(split_line(line, len, '\t', &list[n].r), 5);
		assert_true(*list[n].r.c[4]);
		list[n++].used = false;
	}
	return n;
}

static const char *normal(size_t column, const char *cell)
{
	switch (column) {
	case 3:
	case 5:
		return numbered(cell);
	case 6:
		return strstr(cell, ". ") ? numbered(cell) : bars(cell);
	case 7:
		return boxes(cell);
	default:
		return cell;
	}
}

static void compare_row(const struct cells *printed, const struct cells *loaded, struct erratum *errata, size_t count)
{
	for (size_t k = 0; k < CELLS; k++) {
		const char *cell = k < printed->n ? printed->c[k] : "";
		struct erratum *x = erratum_find(errata, count, printed->c[0], columns[k]);
		const char *want = normal(k, cell);
		if (x) {
			assert_string_equal(x->r.c[2], k == 1 ? "" : cell); /* the damage is quoted exactly */
			want = normal(k, x->r.c[3]);
			x->used = true;
		}
		if (k == 6) { /* names in a row, separated by a space in the document */
			char *w = arena_strdup(t_arena, want);
			for (char *p = w; *p; p++)
				*p = *p == ' ' ? '|' : *p;
			want = w;
		}
		if (strcmp(want, loaded->c[k]))
			fail_msg("item %s, %s: the document says [%s], loaded is [%s]", printed->c[0], columns[k], want, loaded->c[k]);
	}
}

TEST(the_catalogue_equals_the_document_cell_by_cell_but_for_the_errata)
{
	read_shipped();
	struct erratum errata[80];
	size_t count = read_errata(errata), rows = 0;
	const char *text = read_fixture("seed-001.txt"), *line, *group = "";
	size_t len;
	while ((line = next_line(&text, &len))) {
		struct cells r;
		if (split_line(line, len, '\t', &r) < 12 || !number_of(r.c[0]))
			continue;
		if (*r.c[1])
			group = r.c[1];
		else
			r.c[1] = group; /* a merged cell */
		assert_int_equal(number_of(r.c[0]), ++rows);
		compare_row(&r, &shipped[rows], errata, count);
	}
	assert_int_equal(rows, ITEMS);
	for (size_t i = 0; i < count; i++)
		if (!errata[i].used)
			fail_msg("erratum %s %s is not in the document", errata[i].r.c[0], errata[i].r.c[1]);
}

TEST(the_eleven_bases_equal_the_note_of_the_document)
{
	const char *notes = strstr(read_fixture("seed-001.txt"), "备注1\t");
	assert_non_null(notes);
	struct str all = str_new(t_arena);
	const char *text = embedded_find(gen_seed, "catalogue_basis.tsv")->text, *line;
	size_t len, n = 0;
	next_line(&text, &len);
	while ((line = next_line(&text, &len))) {
		struct cells r;
		assert_int_equal(split_line(line, len, '\t', &r), 2);
		str_printf(&all, "%s%s%s", n++ ? " " : "", r.c[0], r.c[1]);
	}
	assert_int_equal(n, 11);
	assert_memory_equal(notes + strlen("备注1\t"), all.s, all.len);
	assert_int_equal(notes[strlen("备注1\t") + all.len], '\t');
}

TEST(there_are_seven_groups_in_the_order_of_the_guideline)
{
	static const char *const want[] = {"机构信息", "政策法规", "政务服务", "行政执法信息", "财务信息", "互动交流", "综合管理"};
	read_shipped();
	size_t g = 0;
	for (int n = 1; n <= ITEMS; n++) {
		if (n > 1 && strcmp(shipped[n].c[1], shipped[n - 1].c[1]))
			g++;
		assert_in_range(g, 0, 6);
		assert_string_equal(shipped[n].c[1], want[g]);
	}
	assert_int_equal(g, 6);
}
