/* pinyin.h — finds Chinese text by what a clerk types on a Latin keyboard.
 *
 * 政府采购 is found by zfcg (initials), zhengfucaigou (full), zhengfcg or 政fcg (mixed) and by its Hanzi; a character with
 * several readings answers to each (单: d s c; 行: x h), which covers surnames. The table is db/seed/pinyin.txt, made
 * by tools/pinyin-table.sh; the caller keeps the loaded table, there is none of our own. */
#ifndef BASE_PINYIN_H
#define BASE_PINYIN_H

#include <stddef.h>
#include <stdint.h>
#include "base/arena.h"

struct pinyin;

/* `text` is the table file. Lines that are not `syllable characters` are skipped. The text must outlive the table. */
struct pinyin *pinyin_load(const char *text, struct arena *a);

/* How well a query fits, best last. Between two texts of the same rank the shorter fits better. */
enum pinyin_rank {
	PINYIN_NONE,
	PINYIN_SCATTERED, /* in this order, with characters between: zfgk → 政府信息公开 */
	PINYIN_INSIDE,
	PINYIN_WORD,      /* begins after a space, a bracket or other punctuation */
	PINYIN_START,
	PINYIN_WHOLE
};
enum { PINYIN_QUERY_MAX = 60 };

/* A query made ready: folded, lower case, spaces and punctuation dropped. */
struct pinyin_query {
	size_t n;
	uint32_t cp[PINYIN_QUERY_MAX];
	bool hanzi; /* holds at least one Hanzi */
	bool latin; /* holds at least one letter */
};

/* False where nothing searchable is left or it is longer than PINYIN_QUERY_MAX. */
bool pinyin_prepare(const char *text, struct pinyin_query *out);
enum pinyin_rank pinyin_rank(const struct pinyin *p, const struct pinyin_query *q, const char *text);
/* Both steps at once, for a single text. */
enum pinyin_rank pinyin_match(const struct pinyin *p, const char *query, const char *text);
/* i-th reading of a character, NULL past the last; not NUL-terminated, *len its letters. */
const char *pinyin_reading(const struct pinyin *p, uint32_t cp, size_t i, size_t *len);

#endif
