/* Envelopes: a sheet of their own size with the postcode upper left, the name in the middle, the sender lower right; both sides of a sheet. */
#include "tests/test.h"

#include <string.h>

#include "base/str.h"
#include "paper/layout.h"
#include "paper/render.h"
#include "paper/serial.h"
#include "tests/paper/probe.h"

static struct doc *envelope(const char *size, const char *postcode, const char *address, const char *name)
{
	struct doc *d = doc_new(t_arena, "envelope");
	doc_add(d, BLOCK_PAPER, size);
	doc_add(d, BLOCK_NUMBER, postcode);
	doc_add(d, BLOCK_PARA, address)->level = PARA_FLUSH;
	doc_add(d, BLOCK_TITLE, name);
	doc_add(d, BLOCK_SIGN, "青岛市市南区香港西路70号");
	doc_add(d, BLOCK_SIGN, "青岛海关");
	doc_add(d, BLOCK_SIGN, "邮政编码：266071");
	return d;
}

static const char *const sizes[] = {"b6", "dl", "zl", "c5", "c4"};
enum { SIZES = sizeof sizes / sizeof *sizes };

TEST(every_envelope_is_printed_on_its_own_size)
{
	struct paper p = {0};
	struct err e = {0};
	const struct pdf_options opt = {.created = 1767225600};
	for (size_t i = 0; i < SIZES; i++) {
		struct doc *d = envelope(sizes[i], "266001", "青岛市市南区中山路9号1201室", "王𠮷祥　收");
		const struct paper_size *s = paper_size_find(sizes[i]);
		const struct layout *l = layout_doc(d, t_arena);
		const char *frozen = doc_serial(d, t_arena, NULL), *path = t_path(arena_printf(t_arena, "%s.pdf", sizes[i]));
		struct raster r;
		assert_int_equal(l->n, 1);
		assert_ptr_equal(l->size, s);
		assert_in_range(l->rows, s->rows, s->rows_max);
		assert_done(paper_pdf(&p, &frozen, 1, &opt, path, t_arena, NULL, &e));
		assert_string_equal(probe_text(path, 1, 1), probe_squeezed(doc_text(d, t_arena)));
		probe_pages(path, 1, 1, &r);
		assert_in_range(r.width, probe_mm(s->width) - 1, probe_mm(s->width) + 1);
		assert_in_range(r.height, probe_mm(s->height) - 1, probe_mm(s->height) + 1);
		for (int k = 0; k < 6; k++) {
			int x = probe_mm(12 + 10 * k), y1 = probe_mm(10), y2 = probe_mm(18);
			assert_true(probe_ink(&r, x, x + probe_mm(8), y1, y2));
			assert_false(probe_ink(&r, x + probe_mm(8), x + probe_mm(10), y1, y2));
		}
		/* The sender is in the lower right corner, and nothing else is as low. */
		assert_true(probe_ink(&r, r.width / 2, r.width, r.height * 3 / 4, r.height));
		assert_false(probe_ink(&r, 0, r.width / 4, r.height * 3 / 4, r.height));
		/* No ink near the edges of the sheet. */
		assert_false(probe_ink(&r, 0, r.width, 0, probe_mm(5)) || probe_ink(&r, 0, r.width, r.height - probe_mm(5), r.height));
		assert_false(probe_ink(&r, 0, probe_mm(5), 0, r.height) || probe_ink(&r, r.width - probe_mm(5), r.width, 0, r.height));
		arena_reset(t_arena);
	}
}

/* Longer words bring the lines closer together; too long ones do not fit, and that is seen by the second page. */
TEST(an_envelope_takes_what_fits_it)
{
	struct arena own = {0};
	struct str name = str_new(&own), address = str_new(&own);
	int fitted[SIZES] = {0};
	for (int n = 1; n <= 120; n++) {
		str_add(&name, "关");
		str_add(&address, "路");
		for (size_t i = 0; i < SIZES; i++) {
			const struct layout *l = layout_doc(envelope(sizes[i], "266001", address.s, name.s), t_arena);
			if (l->n > 1)
				continue;
			fitted[i] = n;
			const struct placed *last = &l->pages[0].lines[l->pages[0].nlines - 1];
			assert_string_equal(last->kind == BLOCK_SIGN ? "sign" : "", "sign");
			assert_int_equal(last->y + last->height, l->rows * LINE_UNITS);
			for (size_t k = 1; k < l->pages[0].nlines; k++)
				assert_true(l->pages[0].lines[k].y >= l->pages[0].lines[k - 1].y + l->pages[0].lines[k - 1].height);
		}
		arena_reset(t_arena);
	}
	arena_free(&own);
	assert_true(fitted[0] >= 40 && fitted[1] >= 30 && fitted[3] >= 80 && fitted[4] == 120);
}

TEST(a_postcode_that_is_not_six_digits_is_written_out)
{
	struct paper p = {0};
	struct err e = {0};
	const struct pdf_options opt = {.created = 1767225600};
	const char *frozen = doc_serial(envelope("c5", "SW1A 1AA", "10 Downing Street, London", "The Office"), t_arena, NULL), *path = t_path("london.pdf");
	assert_done(paper_pdf(&p, &frozen, 1, &opt, path, t_arena, NULL, &e));
	assert_non_null(strstr(probe_text(path, 1, 1), "SW1A1AA"));
}

TEST(a_sheet_that_does_not_exist_is_refused)
{
	static const char *const bad[] = {"gwdoc 1\tx\npaper\t\ta9\nend\n", "gwdoc 1\tx\npaper\t\t\nend\n", "gwdoc 1\tx\npara\t\tx\npaper\t\tc5\nend\n",
		"gwdoc 1\tx\npaper\t1\tc5\nend\n"};
	struct err e = {0};
	struct doc *d;
	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
		size_t at = 0;
		assert_false(doc_parse(bad[i], strlen(bad[i]), &at, t_arena, &d, &e));
		err_clear(&e);
	}
	size_t at = 0;
	const char *good = doc_serial(envelope("C5", "266001", "路", "人"), t_arena, NULL);
	assert_done(doc_parse(good, strlen(good), &at, t_arena, &d, &e));
	assert_string_equal(doc_serial(d, t_arena, NULL), good);
}

static const char *pages(int n)
{
	struct doc *d = doc_new(t_arena, "");
	for (int i = 0; i < n; i++) {
		if (i)
			doc_add(d, BLOCK_PAGE, "");
		doc_add(d, BLOCK_PARA, arena_printf(t_arena, "共%d页的第%d页", n, i + 1));
	}
	return doc_serial(d, t_arena, NULL);
}

TEST(on_both_sides_each_document_begins_on_a_front)
{
	struct paper p = {0};
	struct err e = {0};
	struct pdf_result r;
	struct pdf_options opt = {.created = 1767225600};
	const char *const docs[] = {pages(1), pages(2), pages(3), pages(1)};
	static const int one_side[][2] = {{1, 1}, {2, 3}, {4, 6}, {7, 7}}, both[][2] = {{1, 1}, {3, 4}, {5, 7}, {9, 9}};
	for (int duplex = 0; duplex < 2; duplex++) {
		opt.duplex = duplex;
		assert_done(paper_pdf(&p, docs, 4, &opt, t_path("both.pdf"), t_arena, &r, &e));
		assert_int_equal(r.ndocs, 4);
		for (size_t i = 0; i < 4; i++) {
			assert_int_equal(r.docs[i].first, duplex ? both[i][0] : one_side[i][0]);
			assert_int_equal(r.docs[i].last, duplex ? both[i][1] : one_side[i][1]);
			assert_non_null(strstr(probe_text(t_path("both.pdf"), r.docs[i].first, r.docs[i].first), "的第1页"));
		}
	}
	assert_string_equal(probe_text(t_path("both.pdf"), 2, 2), "");
	assert_string_equal(probe_text(t_path("both.pdf"), 8, 8), "");
}
