#include "base/err.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include "base/text.h"

static void (*bug_hook)(void);

/* Cuts `s`, which vsnprintf truncated, back to whole UTF-8 characters. */
static void cut_partial_character(char *s)
{
	size_t n = strlen(s), back = 0;
	while (back < 4 && back < n && ((unsigned char)s[n - 1 - back] & 0xC0) == 0x80)
		back++;
	if (back < n && (unsigned char)s[n - 1 - back] >= 0xC0)
		s[n - 1 - back] = '\0';
}

/* A message is one line of text whatever was quoted in it: bytes that are no text become ?, controls a space. */
static void one_line(char *s)
{
	size_t n = strlen(s);
	for (size_t used; n; s += used, n -= used) {
		uint32_t cp;
		used = utf8_next(s, n, &cp);
		if (used == 1 && cp == 0xFFFD)
			*s = '?';
		else if (cp < 0x20 || cp == 0x7F)
			*s = ' ';
		else if (cp >= 0x80 && cp < 0xA0)
			memcpy(s, "  ", 2);
	}
}

static bool err_vset(struct err *e, enum err_code code, const char *field, const char *fmt, va_list ap)
{
	if (!e || e->code != ERR_NONE)
		return false;
	e->code = code;
	snprintf(e->field, sizeof e->field, "%s", field);
	int n = vsnprintf(e->text, sizeof e->text, fmt, ap);
	if (n >= (int)sizeof e->text)
		cut_partial_character(e->text);
	one_line(e->text);
	return false;
}

bool err_set(struct err *e, enum err_code code, const char *fmt, ...)
{
	va_list ap;
	va_start(ap, fmt);
	err_vset(e, code, "", fmt, ap);
	va_end(ap);
	return false;
}

bool err_field(struct err *e, const char *field, const char *fmt, ...)
{
	va_list ap;
	va_start(ap, fmt);
	err_vset(e, ERR_INPUT, field, fmt, ap);
	va_end(ap);
	return false;
}

void err_clear(struct err *e)
{
	if (!e)
		return;
	e->code = ERR_NONE;
	e->field[0] = e->text[0] = '\0';
}

const char *err_code_name(enum err_code code)
{
	static const char *const names[] = {"NONE", "INPUT", "RULE", "DENIED", "MISSING", "CONFLICT", "BUSY", "SYSTEM"};
	return names[code];
}

void bug_hook_set(void (*restore)(void))
{
	bug_hook = restore;
}

void bug_at(const char *file, int line, const char *fmt, ...)
{
	void (*hook)(void) = bug_hook;
	bug_hook = NULL;
	if (hook)
		hook();
	fprintf(stderr, "gwgk: BUG %s:%d: ", file, line);
	va_list ap;
	va_start(ap, fmt);
	vfprintf(stderr, fmt, ap);
	va_end(ap);
	fputc('\n', stderr);
	abort();
}

const char *tr(const char *zh)
{
	return zh;
}
