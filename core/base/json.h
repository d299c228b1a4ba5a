/* json.h — writes one JSON value: UTF-8, keys in the order given, unknown = null, control characters escaped.
 *
 * Inside an object pass the key, inside an array NULL. Nesting is checked: a mistake is a BUG(). */
#ifndef BASE_JSON_H
#define BASE_JSON_H

#include <stdint.h>
#include "base/day.h"
#include "base/str.h"

enum { JSON_DEPTH = 16 };

struct json {
	struct str *out;
	int depth;
	char kind[JSON_DEPTH]; /* '{' or '[' */
	bool first[JSON_DEPTH];
	bool mask; /* set for a list or an export: texts go through text_mask_inside() */
};

struct json json_new(struct str *out);
void json_open(struct json *j, const char *key, char kind); /* '{' or '[' */
void json_close(struct json *j);
void json_text(struct json *j, const char *key, const char *s); /* NULL → null */
void json_int(struct json *j, const char *key, int64_t v);
void json_bool(struct json *j, const char *key, bool v);
void json_null(struct json *j, const char *key);
void json_day(struct json *j, const char *key, daynum d); /* DAY_NONE → null */

#endif
