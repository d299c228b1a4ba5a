/* encoding.h — other people's bytes to our UTF-8 and back. Strict: nothing is guessed, replaced or dropped in silence. */
#ifndef BASE_ENCODING_H
#define BASE_ENCODING_H

#include <stddef.h>
#include <stdint.h>
#include "base/arena.h"

enum charset { CHARSET_UTF8, CHARSET_GB18030, CHARSET_GBK, CHARSET_GB2312 };

bool charset_parse(const char *name, enum charset *out); /* "utf-8" "utf8" "gb18030" "gbk" "gb2312" */

/* UTF-8 (a BOM is dropped) if it decodes strictly, else GB18030 if that decodes strictly, else ERR_INPUT naming the line of
 * the first bad byte. A NUL byte is refused. *out is NUL-terminated; *which may be NULL. */
bool encoding_read(const char *data, size_t n, struct arena *a, char **out, enum charset *which, struct err *e) CHECKED;

struct unmappable {
	int line;        /* 1-based */
	uint32_t cp;
	const char *context; /* some characters around it */
};
/* Encodes; a few marks have a table of their own (☑ → √, ☐ → □, ¥ → ￥, NBSP → space); any other character the target
 * cannot carry becomes 〓 and is listed. The caller decides whether to refuse. */
void encoding_write(const char *utf8, enum charset to, struct arena *a, char **out, size_t *len, struct unmappable **bad,
	size_t *nbad);

/* As encoding_write(), for a file: ERR_SYSTEM names the first line with a character that the target cannot carry. */
bool encoding_export(const char *utf8, enum charset to, struct arena *a, char **out, size_t *len, struct err *e) CHECKED;

#endif
