/* str.h — a growing string in an arena. Always NUL-terminated; `s` may be read at any time and moves when it grows. */
#ifndef BASE_STR_H
#define BASE_STR_H

#include "base/arena.h"

struct str {
	struct arena *arena;
	char *s; /* never NULL after str_new */
	size_t len, cap;
};

struct str str_new(struct arena *a);
void str_add(struct str *b, const char *s);
void str_addn(struct str *b, const char *s, size_t n);
void str_char(struct str *b, char c);
void str_repeat(struct str *b, char c, int times);
void str_printf(struct str *b, const char *fmt, ...) PRINTF(2, 3);
/* Forgets everything from `len` on. */
void str_cut(struct str *b, size_t len);

#endif
