#include "base/str.h"

#include <stdio.h>
#include <string.h>

struct str str_new(struct arena *a)
{
	struct str b = {.arena = a, .s = arena_alloc(a, 32), .len = 0, .cap = 32};
	return b;
}

static void str_room(struct str *b, size_t more)
{
	if (b->len + more + 1 <= b->cap)
		return;
	size_t cap = b->cap * 2;
	while (cap < b->len + more + 1)
		cap *= 2;
	char *s = arena_alloc(b->arena, cap);
	memcpy(s, b->s, b->len + 1);
	b->s = s;
	b->cap = cap;
}

void str_addn(struct str *b, const char *s, size_t n)
{
	if (!n)
		return;
	str_room(b, n);
	memcpy(b->s + b->len, s, n);
	b->len += n;
	b->s[b->len] = '\0';
}

void str_add(struct str *b, const char *s)
{
	str_addn(b, s, strlen(s));
}

void str_char(struct str *b, char c)
{
	str_addn(b, &c, 1);
}

void str_repeat(struct str *b, char c, int times)
{
	while (times-- > 0)
		str_char(b, c);
}

void str_printf(struct str *b, const char *fmt, ...)
{
	va_list ap, again;
	va_start(ap, fmt);
	va_copy(again, ap);
	int n = vsnprintf(NULL, 0, fmt, again);
	va_end(again);
	if (n < 0)
		BUG("bad format %s", fmt);
	str_room(b, (size_t)n);
	vsnprintf(b->s + b->len, (size_t)n + 1, fmt, ap);
	b->len += (size_t)n;
	va_end(ap);
}

void str_cut(struct str *b, size_t len)
{
	if (len < b->len)
		b->len = len;
	b->s[b->len] = '\0';
}
