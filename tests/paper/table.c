/* Tables over several pages: on paper, on the screen and on a dot-matrix printer. */
#include "tests/test.h"

#include <string.h>

#include "base/str.h"
#include "paper/grid.h"
#include "paper/render.h"
#include "paper/serial.h"
#include "tests/paper/probe.h"

enum { ROWS = 90 };

/* Row i has 1 to 5 lines; `tall` has that many. */
static struct doc *list(int tall, int tall_lines)
{
	static const int width[] = {12, 58, 30};
	struct doc *d = doc_new(t_arena, "file_index");
	doc_add(d, BLOCK_TITLE, "卷内文件目录");
	struct block *t = doc_add_table(d, width, 3);
	doc_add_row(d, t, (struct doc_cell[]){{.text = "序号", .span = 1, .centre = true}, {.text = "题名", .span = 1, .centre = true},
		{.text = "备注", .span = 1, .centre = true}}, 3, 1);
	for (int i = 1; i <= ROWS; i++) {
		struct str s = str_new(t_arena);
		int lines = i == tall ? tall_lines : 1 + i * 7 % 5;
		for (int k = 0; k < lines; k++)
			str_printf(&s, "%s第%d件第%d行", k ? "\n" : "", i, k + 1);
		doc_add_row(d, t, (struct doc_cell[]){{.text = arena_printf(t_arena, "%d", i), .span = 1}, {.text = s.s, .span = 1}, {.text = "", .span = 1}},
			3, 1);
	}
	doc_add(d, BLOCK_SIGN, "样例海关");
	doc_add(d, BLOCK_DATE, "2026年3月9日");
	return d;
}

static const char *text_of(const struct placed *l)
{
	struct str s = str_new(t_arena);
	for (size_t i = 0; i < l->text.n; i++)
		str_addn(&s, l->text.atoms[i].s, l->text.atoms[i].len);
	return s.s;
}

/* Pages on which a line that begins with `text` stands. */
static size_t pages_with(const struct layout *l, const char *text, size_t *first)
{
	size_t pages = 0;
	for (size_t i = l->n; i-- > 0;) {
		bool here = false;
		for (size_t k = 0; k < l->pages[i].nlines; k++)
			here |= !strncmp(text_of(&l->pages[i].lines[k]), text, strlen(text));
		if (here)
			*first = i;
		pages += here;
	}
	return pages;
}

static void assert_heading(const struct page *pg)
{
	size_t from = pg->number == 1 ? 1 : 0; /* after the title */
	assert_string_equal(text_of(&pg->lines[from]), "序号");
	assert_string_equal(text_of(&pg->lines[from + 1]), "题名");
	assert_string_equal(text_of(&pg->lines[from + 2]), "备注");
	if (from == 0)
		assert_int_equal(pg->boxes[0].y, 0);
	assert_true(pg->boxes[0].top);
	for (size_t i = 1; i < pg->nboxes; i++)
		assert_int_equal(pg->boxes[i].y, pg->boxes[i - 1].y + pg->boxes[i - 1].height);
	assert_true(pg->boxes[pg->nboxes - 1].bottom);
	assert_true(pg->boxes[pg->nboxes - 1].y + pg->boxes[pg->nboxes - 1].height <= PAGE_ROWS * LINE_UNITS);
}

TEST(a_table_over_pages_repeats_its_heading_and_parts_no_row)
{
	size_t at;
	const struct layout *l = layout_doc(list(0, 0), t_arena);
	assert_true(l->n >= 4);
	for (size_t i = 0; i < l->n; i++)
		assert_heading(&l->pages[i]);
	for (int i = 1; i <= ROWS; i++)
		assert_int_equal(pages_with(l, arena_printf(t_arena, "第%d件", i), &at), 1);
}

TEST(a_row_longer_than_a_page_is_parted_on_all_of_them)
{
	size_t at, before;
	const struct layout *l = layout_doc(list(40, 70), t_arena);
	for (size_t i = 0; i < l->n; i++)
		assert_heading(&l->pages[i]);
	for (int i = 1; i <= ROWS; i++)
		assert_int_equal(pages_with(l, arena_printf(t_arena, "第%d件第", i), &at), i == 40 ? 3 : 1);
	for (int k = 1; k <= 70; k++)
		assert_int_equal(pages_with(l, arena_printf(t_arena, "第40件第%d行", k), &before), 1);
}

/* Lines of the page that begin with `text`. */
static int lines_with(const struct page *pg, const char *text)
{
	int n = 0;
	for (size_t k = 0; k < pg->nlines; k++)
		n += !strncmp(text_of(&pg->lines[k]), text, strlen(text));
	return n;
}

static int used(const struct page *pg)
{
	return pg->boxes[pg->nboxes - 1].y + pg->boxes[pg->nboxes - 1].height;
}

TEST(a_long_row_is_parted_only_where_a_quarter_of_the_page_would_stay_empty)
{
	int whole = 0, parted = 0, room = PAGE_ROWS * LINE_UNITS;
	for (int tall = 2; tall < 60; tall++) {
		const struct layout *l = layout_doc(list(tall, 25), t_arena);
		const char *text = arena_printf(t_arena, "第%d件第", tall);
		size_t at = 0, before = 0, pages = pages_with(l, text, &at);
		int left = room - (at ? used(&l->pages[at - 1]) : 0);
		pages_with(l, arena_printf(t_arena, "第%d件第", tall - 1), &before);
		assert_true(pages == 1 || pages == 2);
		if (pages == 2) {
			assert_true(lines_with(&l->pages[at], text) >= 4 && lines_with(&l->pages[at + 1], text) >= 4);
			assert_true(room - used(&l->pages[at]) < 4 * CELL_LINE_UNITS + CELL_PAD_UNITS);
			const struct row_box *end = &l->pages[at].boxes[l->pages[at].nboxes - 1], *on = &l->pages[at + 1].boxes[1];
			assert_true(end->height - end->lines * CELL_LINE_UNITS - end->pad == CELL_PAD_UNITS / 2);
			assert_true(on->pad == CELL_PAD_UNITS / 2 && on->y == l->pages[at + 1].boxes[0].height);
			parted++;
		} else if (before != at) {
			assert_true(left <= room / 4);
			whole++;
		}
		arena_reset(t_arena);
	}
	assert_true(whole > 5 && parted > 5);
}

static size_t count(const char *text, const char *what)
{
	size_t n = 0;
	for (const char *s = text; (s = strstr(s, what)); s += strlen(what))
		n++;
	return n;
}

TEST(the_heading_is_repeated_on_screen_in_text_and_in_the_pdf)
{
	struct err e = {0};
	struct paper p = {0};
	struct pdf_result r;
	struct pdf_options opt = {.created = 1767225600};
	struct doc *d = list(0, 0);
	const struct layout *l = layout_doc(d, t_arena);
	struct text_profile plain = text_profile_plain();
	const char *frozen = doc_serial(d, t_arena, NULL);
	assert_int_equal(count(grid_text(grid_doc(l, GRID_TERMINAL, t_arena), t_arena), "题名"), l->n);
	const char *text = text_doc(l, &plain, t_arena);
	assert_int_equal(count(text, "题名"), l->n);
	assert_int_equal(count(text, "\f"), l->n);
	assert_int_equal(count(text, "第77件第1行"), 1);
	assert_done(paper_pdf(&p, &frozen, 1, &opt, t_path("list.pdf"), t_arena, &r, &e));
	assert_int_equal(r.pages, (int)l->n);
	for (int i = 1; i <= r.pages; i++)
		assert_int_equal(count(probe_text(t_path("list.pdf"), i, i), "序号题名备注"), 1);
}

/* A form's first row of labels and values is no heading; neither is a table of labels alone. */
TEST(only_leading_rows_of_labels_are_a_heading)
{
	static const int width[] = {50, 50};
	struct doc *d = doc_new(t_arena, "form");
	struct block *t = doc_add_table(d, width, 2);
	for (int i = 0; i < 60; i++)
		doc_add_row(d, t, (struct doc_cell[]){{.text = "标签", .span = 1, .centre = true}, {.text = i < 30 ? "值" : "", .span = 1}}, 2, 1);
	const struct layout *l = layout_doc(d, t_arena);
	size_t lines = 0;
	for (size_t i = 0; i < l->n; i++)
		lines += l->pages[i].nboxes;
	assert_int_equal(lines, 60);
	d = doc_new(t_arena, "form");
	t = doc_add_table(d, width, 2);
	for (int i = 0; i < 60; i++)
		doc_add_row(d, t, (struct doc_cell[]){{.text = "甲", .span = 1, .centre = true}, {.text = "乙", .span = 1, .centre = true}}, 2, 1);
	l = layout_doc(d, t_arena);
	lines = 0;
	for (size_t i = 0; i < l->n; i++)
		lines += l->pages[i].nboxes;
	assert_int_equal(lines, 60);
}
