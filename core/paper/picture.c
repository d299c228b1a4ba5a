#include "paper/picture.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/str.h"
#include "base/text.h"

static const char magic[] = "gwpicture 1\t";

struct bytes {
	const unsigned char *at;
	size_t n;
};

/* A number of `size` bytes at `i`; 0 past the end. */
static unsigned number(const struct bytes *b, size_t i, size_t size, bool little)
{
	unsigned v = 0;
	if (i > b->n || size > b->n - i)
		return 0;
	for (size_t k = 0; k < size; k++)
		v |= (unsigned)b->at[i + k] << 8 * (little ? k : size - 1 - k);
	return v;
}

static bool fits(struct picture *p, unsigned width, unsigned height)
{
	if (width < 1 || height < 1 || width > PICTURE_SIDE_MAX || height > PICTURE_SIDE_MAX || (size_t)width * height > PICTURE_DOTS_MAX)
		return false;
	p->width = (int)width;
	p->height = (int)height;
	return true;
}

/* Which way a camera was held (TIFF tag 274 in APP1). Mirrored ones are left as they are. */
static int turn_of(const struct bytes *app1)
{
	if (app1->n < 14 || memcmp(app1->at, "Exif\0\0", 6) != 0)
		return 0;
	const struct bytes tiff = {app1->at + 6, app1->n - 6};
	bool little = tiff.at[0] == 'I';
	size_t first = number(&tiff, 4, 4, little), entries = number(&tiff, first, 2, little);
	for (size_t i = 0; i < entries; i++) {
		size_t at = first + 2 + 12 * i;
		if (number(&tiff, at, 2, little) != 274)
			continue;
		unsigned way = number(&tiff, at + 8, 2, little);
		return way == 6 ? 1 : way == 3 ? 2 : way == 8 ? 3 : 0;
	}
	return 0;
}

static bool is_frame(unsigned marker)
{
	return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
}

/* Walks the segments to the frame header; behind the dots there must be an end. */
static bool read_jpeg(const struct bytes *b, struct picture *p)
{
	bool ends = false;
	for (size_t i = b->n > 64 ? b->n - 64 : 0; i + 1 < b->n; i++)
		ends |= b->at[i] == 0xFF && b->at[i + 1] == 0xD9;
	for (size_t i = 2; ends && i + 4 <= b->n;) {
		if (b->at[i] != 0xFF)
			return false;
		unsigned marker = b->at[i + 1];
		if (marker == 0xFF) { /* fill */
			i++;
			continue;
		}
		size_t len = number(b, i + 2, 2, false);
		if (len < 2 || len > b->n - i - 2)
			return false;
		const struct bytes in = {b->at + i + 4, len - 2};
		if (marker == 0xE1 && !p->turn)
			p->turn = turn_of(&in);
		if (is_frame(marker)) {
			unsigned depth = number(&in, 0, 1, false), inks = number(&in, 5, 1, false);
			return marker <= 0xC2 && depth == 8 && (inks == 1 || inks == 3) && fits(p, number(&in, 3, 2, false), number(&in, 1, 2, false));
		}
		i += 2 + len;
	}
	return false;
}

bool picture_read(const char *bytes, size_t n, struct picture *out)
{
	const struct bytes b = {(const unsigned char *)bytes, n};
	*out = (struct picture){.caption = out->caption, .bytes = bytes, .n = n};
	if (n > 32 && !memcmp(bytes, "\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 16))
		return fits(out, number(&b, 16, 4, false), number(&b, 20, 4, false));
	out->jpeg = n > 4 && b.at[0] == 0xFF && b.at[1] == 0xD8;
	return out->jpeg && read_jpeg(&b, out);
}

char *picture_serial(const char *bytes, size_t n, const char *caption, struct arena *a, size_t *len)
{
	struct str s = str_new(a);
	str_printf(&s, "%s%zu\t", magic, n);
	for (const char *c = caption; *c; c++)
		str_char(&s, (unsigned char)*c < ' ' ? ' ' : *c);
	str_char(&s, '\n');
	str_addn(&s, bytes, n);
	*len = s.len;
	return s.s;
}

bool picture_next(const char *data, size_t n, size_t *at, struct arena *a, struct picture *out)
{
	const char *s = data + *at, *nl = n - *at > sizeof magic ? memchr(s, '\n', n - *at) : NULL;
	if (!nl || memcmp(s, magic, sizeof magic - 1) != 0)
		return false;
	char *line = arena_strndup(a, s + sizeof magic - 1, (size_t)(nl - s) - sizeof magic + 1), *tab;
	unsigned long len = strtoul(line, &tab, 10);
	size_t left = n - (size_t)(nl + 1 - data);
	if (tab == line || *tab != '\t' || len > left || !text_valid(tab + 1, strlen(tab + 1)))
		return false;
	*out = (struct picture){.caption = tab + 1};
	if (!picture_read(nl + 1, len, out))
		return false;
	*at = (size_t)(nl + 1 - data) + len;
	return true;
}
