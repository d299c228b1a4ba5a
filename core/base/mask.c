#include "base/record.h"

#include <string.h>
#include "base/str.h"
#include "base/text.h"

/* Keeps `head` and `tail` bytes of ASCII, stars between. */
static char *stars_between(struct arena *a, const char *s, size_t head, size_t tail)
{
	size_t n = strlen(s);
	char *out = arena_strdup(a, s);
	memset(out + head, '*', n - head - tail);
	return out;
}

/* The first `chars` characters and a few stars, however long the rest was. */
static char *first_chars(struct arena *a, const char *s, int chars, const char *stars)
{
	size_t n = strlen(s), i = 0;
	uint32_t cp;
	while (chars-- > 0 && i < n)
		i += utf8_next(s + i, n - i, &cp);
	return arena_printf(a, "%.*s%s", (int)i, s, stars);
}

static bool is_name(const char *s, int *chars)
{
	bool hanzi = true;
	size_t n = strlen(s);
	*chars = 0;
	for (size_t i = 0; i < n; ++*chars) {
		uint32_t cp;
		i += utf8_next(s + i, n - i, &cp);
		hanzi &= is_hanzi(cp) || cp == 0xB7 || cp == 0x2022 || cp == 0x30FB; /* the dots of 买买提·艾力 */
	}
	return hanzi && *chars <= 12;
}

/* Several applicants on one form: each name by itself, the two signs that stand between names kept. NULL when there is one text only. */
static const char *each_name(const char *s, struct arena *a)
{
	static const char *const between[] = {"\xe3\x80\x81", "\xef\xbc\x8c"}; /* the enumeration comma, the comma of Chinese text */
	struct str out = str_new(a);
	int chars;
	bool several = false;
	for (const char *p = s; *p;) {
		const char *end = p + strlen(p), *sign = "";
		for (size_t i = 0; i < 2; i++) {
			const char *at = strstr(p, between[i]);
			if (at && at < end) {
				end = at;
				sign = between[i];
			}
		}
		const char *name = arena_strndup(a, p, (size_t)(end - p));
		if (!is_name(name, &chars))
			return NULL;
		several = several || *sign;
		str_printf(&out, "%s%s", first_chars(a, name, 1, "**"), sign);
		p = end + strlen(sign);
	}
	return several ? out.s : NULL;
}

const char *text_mask(const char *s, struct arena *a)
{
	if (!s || !*s)
		return s;
	const char *names = each_name(s, a);
	if (names)
		return names;
	const char *plain = text_fold(a, s), *at = strchr(plain, '@');
	size_t n = strlen(plain);
	size_t code = strspn(plain, "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz()-/ ");
	bool digits = strpbrk(plain, "0123456789") != NULL;
	int chars;
	if (at && at > plain)
		return arena_printf(a, "%s%s", first_chars(a, plain, 1, "***"), at);
	if (code == n && digits && n >= 14)
		return stars_between(a, plain, 6, 4);
	if (code == n && digits && n >= 11)
		return stars_between(a, plain, 3, 4);
	if (code == n && digits && n >= 6)
		return stars_between(a, plain, 2, 2);
	if (is_name(s, &chars) || chars <= 6)
		return first_chars(a, s, 1, "**");
	return first_chars(a, s, chars / 3 < 6 ? chars / 3 : 6, "****");
}
