/* similar.h — what is known when a request comes in: cases like it, information that is public already, how often this applicant has
 * asked. All of it is found by indexes, costs the same at a hundred thousand requests as at ten, and is asked outside a verb's
 * transaction. Nothing is refused for it: the clerk is told and decides (条例 35, 36). */
#ifndef OFFICE_SIMILAR_H
#define OFFICE_SIMILAR_H

#include "office/request.h"

/* A case like this one and why: 内容相似 92%，同一证件. Those with like words first, then by identity, telephone and name, then newest. Requests
 * that share identity or telephone, or the name where neither says otherwise, or whose words overlap to four fifths (text_similar). */
enum { SIMILAR_MAX = 20, SIMILAR_SHARE = 800 };
bool request_similar(struct office *o, const struct request *r, int64_t except, struct arena *a, const struct similar **out,
	size_t *n, struct err *e) CHECKED;

/* Published information that may be what is asked for: by index number, document number, a title in 《》 or the words themselves. */
struct public_info {
	int64_t id;
	const char *number, *title, *item_name, *place, *channel; /* place: address or room */
	int64_t item;
	daynum on;
	const char *why; /* 索引号相同 … */
	int share;
};
enum { PUBLIC_MAX = 5, PUBLIC_SHARE = 600 };
bool request_public(struct office *o, const struct request *r, struct arena *a, const struct public_info **out, size_t *n,
	struct err *e) CHECKED;
/* "第8项行政许可 I2026-0012《…》 2026-03-01 公开，网址" */
const char *public_line(const struct public_info *p, struct arena *a);

/* Requests of this applicant in the calendar month and year of `day`, void ones left out; this one included when it is registered. */
struct repeat { int64_t month, year; };
enum { REPEAT_TELL = 5 }; /* from this many in a month it is said aloud */
bool request_repeat(struct office *o, const struct party *p, daynum day, struct arena *a, struct repeat *out, struct err *e) CHECKED;

/* Inside a verb: makes a text findable. The salts of the two tables. */
enum { MARK_REQUEST = 1000, MARK_INFO = 2000 };
bool text_mark_put(struct office *o, uint64_t salt, int64_t row, const char *key, struct err *e) CHECKED;
/* Texts of requests and titles of information that lack one of their marks, *missing of them; `put` (inside a verb) gives them theirs. */
bool text_marks_walk(struct office *o, bool put, size_t *missing, struct err *e) CHECKED;
/* Rows whose marks the key shares, newest first, each once; at most `max` (a row in many marks is no more than a row). */
bool text_marked(struct office *o, uint64_t salt, const char *key, int64_t except, int64_t *rows, size_t max, size_t *n, struct err *e) CHECKED;

#endif
