#include "base/encoding.h"

#include <errno.h>
#include <iconv.h>
#include <string.h>
#include <strings.h>
#include "base/str.h"
#include "base/text.h"

bool charset_parse(const char *name, enum charset *out)
{
	static const struct {
		const char *name;
		enum charset charset;
	} names[] = {
		{"utf-8", CHARSET_UTF8}, {"utf8", CHARSET_UTF8}, {"gb18030", CHARSET_GB18030},
		{"gbk", CHARSET_GBK}, {"gb2312", CHARSET_GB2312},
	};
	for (size_t i = 0; name && i < sizeof names / sizeof *names; i++)
		if (!strcasecmp(name, names[i].name)) {
			*out = names[i].charset;
			return true;
		}
	return false;
}

static int line_at(const char *data, size_t at)
{
	int line = 1;
	for (size_t i = 0; i < at; i++)
		line += data[i] == '\n';
	return line;
}

/* Bytes that decode as UTF-8; *hanzi counts the three-byte characters among them. */
static size_t utf8_prefix(const char *data, size_t n, int *hanzi)
{
	size_t i = 0;
	*hanzi = 0;
	while (i < n) {
		uint32_t cp;
		size_t used = utf8_next(data + i, n - i, &cp);
		if (used == 1 && cp == 0xFFFD)
			break;
		*hanzi += used == 3;
		i += used;
	}
	return i;
}

static iconv_t converter(const char *to, const char *from)
{
	iconv_t cd = iconv_open(to, from);
	if (cd == (iconv_t)-1)
		BUG("iconv knows no %s", strcmp(to, "UTF-8") ? to : from);
	return cd;
}

/* Bytes that decode as GB18030; all of them when it returns n. */
static size_t gb18030_decode(const char *data, size_t n, struct arena *a, char **out)
{
	size_t room = n * 2 + 8, left = n;
	char *dest = *out = arena_alloc(a, room + 1), *src = (char *)(uintptr_t)data;
	iconv_t cd = converter("UTF-8", "GB18030");
	size_t done = iconv(cd, &src, &left, &dest, &room);
	if (done == (size_t)-1 && errno == E2BIG)
		BUG("GB18030 text doubled its size");
	iconv_close(cd);
	*dest = '\0';
	return n - left;
}

bool encoding_read(const char *data, size_t n, struct arena *a, char **out, enum charset *which, struct err *e)
{
	if (n >= 2 && (!memcmp(data, "\xFF\xFE", 2) || !memcmp(data, "\xFE\xFF", 2)))
		return err_set(e, ERR_INPUT, _("文件是 UTF-16 编码，请另存为 UTF-8 或 GB18030"));
	const char *nul = n ? memchr(data, '\0', n) : NULL;
	if (nul)
		return err_set(e, ERR_INPUT, _("第 %d 行：含有空字节，不是文本文件"), line_at(data, (size_t)(nul - data)));
	bool bom = n >= 3 && !memcmp(data, "\xEF\xBB\xBF", 3);
	if (bom) {
		data += 3;
		n -= 3;
	}
	int hanzi;
	size_t good = utf8_prefix(data, n, &hanzi);
	if (good == n) {
		if (which)
			*which = CHARSET_UTF8;
		*out = arena_strndup(a, data, n);
		return true;
	}
	/* After a mark or several Hanzi in UTF-8 the file is UTF-8 with a damaged place; as GB18030 it might well decode, to rubbish. */
	if (bom || hanzi >= 4)
		return err_set(e, ERR_INPUT, _("第 %d 行：不是有效的 UTF-8 文字"), line_at(data, good));
	size_t decoded = gb18030_decode(data, n, a, out);
	if (decoded < n)
		return err_set(e, ERR_INPUT, _("第 %d 行：不是有效的 UTF-8，也不是有效的 GB18030"),
			line_at(data, decoded > good ? decoded : good));
	if (which)
		*which = CHARSET_GB18030;
	return true;
}

/* The rows and cells of GB 2312-1980 inside GBK, by lead and trail byte. */
static bool in_gb2312(const unsigned char *gbk, size_t n)
{
	static const struct {
		unsigned char lead_first, lead_last, first, last;
	} cells[] = {
		{0xA1, 0xA1, 0xA1, 0xFE}, {0xA2, 0xA2, 0xB1, 0xE2}, {0xA2, 0xA2, 0xE5, 0xEE}, {0xA2, 0xA2, 0xF1, 0xFC},
		{0xA3, 0xA3, 0xA1, 0xFE}, {0xA4, 0xA4, 0xA1, 0xF3}, {0xA5, 0xA5, 0xA1, 0xF6}, {0xA6, 0xA6, 0xA1, 0xB8},
		{0xA6, 0xA6, 0xC1, 0xD8}, {0xA7, 0xA7, 0xA1, 0xC1}, {0xA7, 0xA7, 0xD1, 0xF1}, {0xA8, 0xA8, 0xA1, 0xBA},
		{0xA8, 0xA8, 0xC5, 0xE9}, {0xA9, 0xA9, 0xA4, 0xEF}, {0xB0, 0xD6, 0xA1, 0xFE}, {0xD7, 0xD7, 0xA1, 0xF9},
		{0xD8, 0xF7, 0xA1, 0xFE},
	};
	for (size_t i = 0; n == 2 && i < sizeof cells / sizeof *cells; i++)
		if (gbk[0] >= cells[i].lead_first && gbk[0] <= cells[i].lead_last && gbk[1] >= cells[i].first &&
			gbk[1] <= cells[i].last)
			return true;
	return n == 1 && gbk[0] < 0x80;
}

/* One character; 0 when the target has none. */
static size_t encode_one(iconv_t cd, enum charset to, uint32_t cp, char out[8])
{
	char utf8[4], *src = utf8, *dest = out;
	size_t left = utf8_put(utf8, cp), room = 8;
	if (iconv(cd, &src, &left, &dest, &room) != 0) {
		iconv(cd, NULL, NULL, NULL, NULL);
		return 0;
	}
	size_t n = 8 - room;
	return to == CHARSET_GB2312 && !in_gb2312((unsigned char *)out, n) ? 0 : n;
}

static uint32_t stand_in(uint32_t cp)
{
	static const struct {
		uint32_t cp, instead;
	} table[] = {
		{0x2611, 0x221A}, {0x2713, 0x221A}, {0x2714, 0x221A}, {0x2610, 0x25A1}, {0x00A5, 0xFFE5}, {0x00A0, ' '},
	};
	for (size_t i = 0; i < sizeof table / sizeof *table; i++)
		if (table[i].cp == cp)
			return table[i].instead;
	return 0;
}

/* Up to four characters on each side of the one at `at`, within its line. */
static const char *around(struct arena *a, const char *s, size_t at)
{
	size_t from = at, to = at, n = strlen(s);
	uint32_t cp;
	for (int i = 0; i < 4 && from > 0 && s[from - 1] != '\n'; i++)
		from -= utf8_back(s, from);
	for (int i = 0; i < 5 && to < n && s[to] != '\n' && s[to] != '\r'; i++)
		to += utf8_next(s + to, n - to, &cp);
	return text_trim(a, arena_strndup(a, s + from, to - from));
}

struct misses {
	struct unmappable *rows;
	size_t n, cap;
};

static void note_miss(struct misses *m, struct arena *a, int line, uint32_t cp, const char *context)
{
	m->rows = arena_grow(a, m->rows, m->n, &m->cap, sizeof *m->rows);
	m->rows[m->n++] = (struct unmappable){.line = line, .cp = cp, .context = context};
}

void encoding_write(const char *utf8, enum charset to, struct arena *a, char **out, size_t *len, struct unmappable **bad,
	size_t *nbad)
{
	struct str b = str_new(a);
	struct misses m = {0};
	size_t n = strlen(utf8);
	int line = 1;
	iconv_t cd = to == CHARSET_UTF8 ? (iconv_t)-1 : converter(to == CHARSET_GB18030 ? "GB18030" : "GBK", "UTF-8");
	for (size_t i = 0, used; i < n; i += used) {
		uint32_t cp;
		char c[8];
		used = utf8_next(utf8 + i, n - i, &cp);
		line += cp == '\n';
		if (cp < 0x80 || to == CHARSET_UTF8) {
			str_addn(&b, c, utf8_put(c, cp));
			continue;
		}
		size_t k = encode_one(cd, to, cp, c);
		if (!k && stand_in(cp))
			k = encode_one(cd, to, stand_in(cp), c);
		if (!k) {
			k = encode_one(cd, to, 0x3013, c);
			note_miss(&m, a, line, cp, around(a, utf8, i));
		}
		str_addn(&b, c, k);
	}
	if (to != CHARSET_UTF8)
		iconv_close(cd);
	*out = b.s;
	*len = b.len;
	if (bad)
		*bad = m.rows;
	if (nbad)
		*nbad = m.n;
}

bool encoding_export(const char *utf8, enum charset to, struct arena *a, char **out, size_t *len, struct err *e)
{
	struct unmappable *bad;
	size_t nbad;
	encoding_write(utf8, to, a, out, len, &bad, &nbad);
	return !nbad || err_set(e, ERR_SYSTEM, _("第 %d 行有这种编码写不出的字（U+%04X）"), bad[0].line, (unsigned)bad[0].cp);
}
