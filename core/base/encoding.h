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
/* Reads a whole file, at most `limit` bytes; ERR_MISSING or ERR_SYSTEM. *out is NUL-terminated. */
bool file_read(const char *path, size_t limit, struct arena *a, char **out, size_t *len, struct err *e) CHECKED;
/* An errno about a file in the clerk's words; always false. */
bool file_error(struct err *e, const char *path, int reason);
/* tmp + fsync + rename + fsync of the folder, mode 0600: the old file or the new one, never half. What is there and is no file (a device, a pipe)
 * is written to as it is. ERR_RULE for a database or its companions (-wal, -lock): a result never replaces an office file. */
bool file_write(const char *path, const void *data, size_t len, struct err *e) CHECKED;

#endif
