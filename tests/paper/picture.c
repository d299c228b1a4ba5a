/* Scanned papers: their heads are read, never trusted; on their pages they stand upright and whole. */
#include "paper/picture.h"

#include <string.h>

#include "base/str.h"
#include "paper/render.h"
#include "tests/paper/probe.h"
#include "tests/test.h"

static const unsigned char png_head[] = {0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 0, 0, 0, 13, 'I', 'H', 'D', 'R', 0, 0, 1, 0x40, 0, 0, 0, 0xF0, 8, 2, 0,
	0, 0, 1, 2, 3, 4};

/* 640 × 480 in three inks; held as `way` says. */
static size_t jpeg(unsigned char out[128], unsigned char way, bool little)
{
	static const unsigned char big_exif[] = {0xFF, 0xE1, 0, 34, 'E', 'x', 'i', 'f', 0, 0, 'M', 'M', 0, 42, 0, 0, 0, 8, 0, 1, 1, 18, 0, 3, 0, 0, 0, 1, 0, 9, 0, 0,
		0, 0, 0, 0};
	static const unsigned char little_exif[] = {0xFF, 0xE1, 0, 34, 'E', 'x', 'i', 'f', 0, 0, 'I', 'I', 42, 0, 8, 0, 0, 0, 1, 0, 18, 1, 3, 0, 1, 0, 0, 0, 9, 0, 0,
		0, 0, 0, 0, 0};
	static const unsigned char frame[] = {0xFF, 0xC0, 0, 17, 8, 1, 0xE0, 2, 0x80, 3, 1, 0x11, 0, 2, 0x11, 0, 3, 0x11, 0}, end[] = {0xFF, 0xDA, 0, 2, 7, 7, 0xFF, 0xD9};
	size_t n = 2;
	out[0] = 0xFF;
	out[1] = 0xD8;
	memcpy(out + n, little ? little_exif : big_exif, sizeof big_exif);
	out[n + (little ? 28 : 29)] = way;
	n += sizeof big_exif;
	memcpy(out + n, frame, sizeof frame);
	n += sizeof frame;
	memcpy(out + n, end, sizeof end);
	return n + sizeof end;
}

TEST(the_head_of_a_picture_tells_its_size_and_how_it_was_held)
{
	static const int turns[] = {0, 0, 0, 2, 0, 0, 1, 0, 3, 0};
	unsigned char bytes[128];
	struct picture p = {0};
	assert_true(picture_read((const char *)png_head, sizeof png_head, &p));
	assert_true(!p.jpeg && p.width == 320 && p.height == 240 && p.turn == 0);
	for (unsigned char way = 1; way < 10; way++) {
		for (int little = 0; little < 2; little++) {
			size_t n = jpeg(bytes, way, little);
			assert_true(picture_read((const char *)bytes, n, &p));
			assert_true(p.jpeg && p.width == 640 && p.height == 480);
			assert_int_equal(p.turn, turns[way]);
			/* Cut off anywhere it is none. */
			for (size_t cut = 0; cut < n; cut++)
				assert_false(picture_read(arena_memdup(t_arena, bytes, cut + 1), cut, &p));
		}
	}
	assert_false(picture_read("%PDF-1.4", 8, &p));
}

TEST(a_damaged_head_is_survived)
{
	unsigned char bytes[128];
	uint32_t seed = 20260309;
	for (int round = 0; round < 200000; round++) {
		size_t n = jpeg(bytes, 6, round % 2);
		struct picture p = {0};
		for (int k = 0; k < 3; k++) {
			seed = seed * 1664525u + 1013904223u;
			bytes[2 + (seed >> 8) % (n - 4)] = (unsigned char)(seed >> 24);
		}
		if (picture_read((const char *)bytes, n, &p))
			assert_true(p.width > 0 && p.height > 0 && p.width <= PICTURE_SIDE_MAX && p.height <= PICTURE_SIDE_MAX && p.turn >= 0 && p.turn < 4);
	}
}

TEST(a_picture_goes_between_documents_and_back)
{
	struct picture p;
	size_t len, at = 0;
	char *one = picture_serial((const char *)png_head, sizeof png_head, "材料：\t信封", t_arena, &len);
	char *two = arena_alloc(t_arena, len + 9);
	memcpy(two, one, len);
	memcpy(two + len, "gwdoc 1\tx", 9);
	assert_true(picture_next(two, len + 9, &at, t_arena, &p));
	assert_int_equal(at, len);
	assert_string_equal(p.caption, "材料： 信封");
	assert_memory_equal(p.bytes, png_head, sizeof png_head);
	assert_false(picture_next(two, len + 9, &at, t_arena, &p));
	for (size_t cut = 0; cut < len; cut++) {
		at = 0;
		assert_false(picture_next(arena_memdup(t_arena, one, cut + 1), cut, &at, t_arena, &p));
	}
}

TEST(a_photograph_stands_upright_on_its_page)
{
	struct paper paper = {0};
	struct err e = {0};
	struct raster r;
	size_t n, len;
	struct pdf_result made;
	/* A page with ink at the top only, photographed with the camera turned. */
	const struct pdf_options plain = {.created = 1767225600};
	const char *const doc = "gwdoc 1\tx\npara\t\t一二三四五六七八九十\nend\n";
	assert_done(paper_pdf(&paper, &doc, 1, &plain, t_path("page.pdf"), t_arena, NULL, &e));
	const char *const shoot[] = {"pdftoppm", "-r", "100", "-jpeg", "-singlefile", t_path("page.pdf"), NULL};
	char *flat = probe_output(shoot, &n);
	static const unsigned char held[] = {0xFF, 0xE1, 0, 34, 'E', 'x', 'i', 'f', 0, 0, 'M', 'M', 0, 42, 0, 0, 0, 8, 0, 1, 1, 18, 0, 3, 0, 0, 0, 1, 0, 3, 0, 0, 0, 0, 0, 0};
	char *turned = arena_alloc(t_arena, n + sizeof held);
	memcpy(turned, flat, 2);
	memcpy(turned + 2, held, sizeof held);
	memcpy(turned + 2 + sizeof held, flat + 2, n - 2);
	const char *serial = picture_serial(turned, n + sizeof held, "材料：照片", t_arena, &len);
	const struct pdf_options opt = {.created = 1767225600, .lengths = &len, .folio = true};
	assert_done(paper_pdf(&paper, &serial, 1, &opt, t_path("photo.pdf"), t_arena, &made, &e));
	assert_int_equal(made.pages, 1);
	assert_string_equal(probe_text(t_path("photo.pdf"), 1, 1), "材料：照片第1页");
	probe_pages(t_path("photo.pdf"), 1, 1, &r);
	/* Turned by half: the line is at the foot, on the right. */
	assert_false(probe_ink(&r, 0, r.width, probe_mm(30), probe_mm(200)));
	assert_true(probe_ink(&r, r.width / 2, r.width, probe_mm(220), probe_mm(270)));
}
