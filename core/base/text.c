#include "base/text.h"

#include <stdlib.h>
#include <string.h>
#include <uninorm.h>
#include "base/radical_table.h"
#include "base/str.h"

enum { REPLACEMENT = 0xFFFD };

static bool is_continuation(char c)
{
	return ((unsigned char)c & 0xC0) == 0x80;
}

size_t utf8_next(const char *s, size_t n, uint32_t *cp)
{
	unsigned char c = (unsigned char)s[0];
	if (c < 0x80) {
		*cp = c;
		return 1;
	}
	static const uint32_t smallest[] = {0, 0, 0x80, 0x800, 0x10000};
	size_t len = c >= 0xF0 && c < 0xF8 ? 4 : c >= 0xE0 && c < 0xF0 ? 3 : c >= 0xC0 && c < 0xE0 ? 2 : 0;
	*cp = REPLACEMENT;
	if (!len || len > n)
		return 1;
	uint32_t v = c & (0x7Fu >> len);
	for (size_t i = 1; i < len; i++) {
		if (!is_continuation(s[i]))
			return 1;
		v = v << 6 | ((unsigned char)s[i] & 0x3Fu);
	}
	if (v < smallest[len] || v > 0x10FFFF || (v >= 0xD800 && v < 0xE000))
		return 1;
	*cp = v;
	return len;
}

size_t utf8_put(char out[4], uint32_t cp)
{
	if (cp > 0x10FFFF || (cp >= 0xD800 && cp < 0xE000))
		cp = REPLACEMENT;
	if (cp < 0x80) {
		out[0] = (char)cp;
		return 1;
	}
	size_t len = cp < 0x800 ? 2 : cp < 0x10000 ? 3 : 4;
	for (size_t i = len - 1; i > 0; i--) {
		out[i] = (char)(0x80 | (cp & 0x3F));
		cp >>= 6;
	}
	out[0] = (char)((0xF00u >> len & 0xFFu) | cp);
	return len;
}

size_t utf8_back(const char *s, size_t at)
{
	for (size_t len = 1; len <= 4 && len <= at; len++) {
		uint32_t cp;
		if (!is_continuation(s[at - len]))
			return utf8_next(s + at - len, len, &cp) == len ? len : 1;
	}
	return at > 0;
}

bool utf8_valid(const char *s, size_t n)
{
	uint32_t cp;
	for (size_t i = 0, used; i < n; i += used) {
		used = utf8_next(s + i, n - i, &cp);
		if (used == 1 && cp == REPLACEMENT)
			return false;
	}
	return true;
}

static bool is_control(uint32_t cp)
{
	return cp < 0x20 || (cp >= 0x7F && cp < 0xA0);
}

bool text_valid(const char *s, size_t n)
{
	uint32_t cp;
	for (size_t i = 0, used; i < n; i += used) {
		used = utf8_next(s + i, n - i, &cp);
		if (used == 1 && cp == REPLACEMENT)
			return false;
		if (is_control(cp) && cp != '\n' && cp != '\t' && cp != '\r')
			return false;
	}
	return true;
}

/* Characters nobody sees: they reorder a line or make two equal names differ. Variation selectors stay, they choose the
 * form of a Hanzi in a name. */
static bool is_invisible(uint32_t cp)
{
	return cp == 0xAD || cp == 0x061C || cp == 0x180E || (cp >= 0x200B && cp <= 0x200F) || (cp >= 0x202A && cp <= 0x202E) ||
		(cp >= 0x2060 && cp <= 0x206F) || cp == 0xFEFF || (cp >= 0xFFF9 && cp <= 0xFFFB) ||
		(cp >= 0xE0000 && cp <= 0xE007F);
}

static int by_range(const void *key, const void *row)
{
	uint32_t cp = *(const uint32_t *)key;
	const struct radical *r = row;
	return (cp > r->last) - (cp < r->first);
}

static uint32_t unradical(uint32_t cp)
{
	if (cp < 0x2E80 || cp > 0x2FDF)
		return cp;
	const struct radical *r = bsearch(&cp, radicals, sizeof radicals / sizeof *radicals, sizeof *radicals, by_range);
	return r ? r->hanzi : cp;
}

static char *nfc(struct arena *a, const char *s, size_t n)
{
	size_t len = 0;
	uint8_t *out = u8_normalize(UNINORM_NFC, (const uint8_t *)s, n, NULL, &len);
	if (!out && n)
		BUG("normalization of %zu bytes", n);
	char *copy = arena_strndup(a, out ? (char *)out : "", len);
	free(out);
	return copy;
}

/* Does a line break between words, not between Hanzi, become a space where there are no lines? */
static bool joined(uint32_t last, const char *rest, size_t n)
{
	uint32_t next = 0;
	while (n && (*rest == '\r' || *rest == '\n')) {
		rest++;
		n--;
	}
	if (n)
		utf8_next(rest, n, &next);
	return last > ' ' && next > ' ' && (cell_width(last) == 1 || cell_width(next) == 1);
}

char *text_clean(struct arena *a, const char *s, bool lines)
{
	if (!s)
		s = "";
	struct str b = str_new(a);
	bool plain = true; /* nothing that NFC could change */
	size_t n = strlen(s);
	uint32_t last = 0; /* the character before */
	for (size_t i = 0, used; i < n; i += used) {
		uint32_t cp;
		used = utf8_next(s + i, n - i, &cp);
		if (cp == 0x2028 || cp == 0x2029 || cp == 0x85)
			cp = '\n';
		if (cp == '\n' && !lines && joined(last, s + i + used, n - i - used))
			cp = ' ';
		if (is_invisible(cp) || (is_control(cp) && cp != '\t' && !(cp == '\n' && lines)))
			continue;
		last = cp = unradical(cp);
		plain &= cp < 0x300 || (cp >= 0x4E00 && cp < 0xA000);
		char c[4];
		str_addn(&b, c, utf8_put(c, cp));
	}
	return plain ? b.s : nfc(a, b.s, b.len);
}

bool is_hanzi(uint32_t cp)
{
	return (cp >= 0x4E00 && cp <= 0x9FFF) || (cp >= 0x3400 && cp <= 0x4DBF) || cp == 0x3007 || (cp >= 0xF900 && cp <= 0xFAFF) ||
		(cp >= 0x20000 && cp <= 0x3FFFD);
}

static bool is_blank(uint32_t cp)
{
	return cp == ' ' || (cp >= '\t' && cp <= '\r') || cp == 0x85 || cp == 0xA0 || cp == 0x1680 || (cp >= 0x2000 && cp <= 0x200B) ||
		cp == 0x2028 || cp == 0x2029 || cp == 0x202F || cp == 0x205F || cp == 0x2800 || cp == 0x3000 || cp == 0x3164 ||
		cp == 0xFEFF || cp == 0xFFA0;
}

char *text_trim(struct arena *a, const char *s)
{
	if (!s)
		return arena_strdup(a, "");
	size_t n = strlen(s), start = 0;
	uint32_t cp;
	for (size_t used; start < n; start += used) {
		used = utf8_next(s + start, n - start, &cp);
		if (!is_blank(cp))
			break;
	}
	while (n > start) {
		size_t last = n - 1;
		while (last > start && ((unsigned char)s[last] & 0xC0) == 0x80)
			last--;
		if (last + utf8_next(s + last, n - last, &cp) != n || !is_blank(cp))
			break;
		n = last;
	}
	return arena_strndup(a, s + start, n - start);
}

bool text_is_blank(const char *s)
{
	size_t n = s ? strlen(s) : 0;
	for (size_t i = 0; i < n;) {
		uint32_t cp;
		i += utf8_next(s + i, n - i, &cp);
		if (!is_blank(cp))
			return false;
	}
	return true;
}

void utf8_copy(char *to, size_t size, const char *s)
{
	size_t n = strlen(s);
	if (n >= size)
		for (n = size - 1; n && ((unsigned char)s[n] & 0xC0) == 0x80; n--)
			;
	memmove(to, s, n);
	to[n] = '\0';
}
