/* search.h — one line of text, everywhere: requests, corrections, information, catalogue, persons, units, letters. Hanzi, pinyin
 * (initials, full, mixed), numbers and telephone numbers. */
#ifndef OFFICE_SEARCH_H
#define OFFICE_SEARCH_H

#include "office/office.h"

struct search_hit {
	const char *kind;  /* request correction info item person unit letter */
	const char *id, *title, *state;
	const char *why;   /* what matched: 编号 电话 证件 申请人 内容 … */
	int rank;          /* larger is better */
};
extern const struct record_type search_hit_type;
enum { SEARCH_MAX = 200 };

/* Best first: exact number, then beginning, then inside; open before closed; newest first. ERR_INPUT for a text with nothing to look for. */
bool search_find(struct office *o, const char *text, struct arena *a, struct search_hit **out, size_t *n, struct err *e) CHECKED;

#endif
