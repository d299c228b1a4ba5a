#include "base/json.h"

#include <inttypes.h>
#include <string.h>
#include "base/record.h"
#include "base/text.h"

struct json json_new(struct str *out)
{
	struct json j = {.out = out};
	return j;
}

static void json_quote(struct str *out, const char *s)
{
	str_char(out, '"');
	size_t n = strlen(s);
	for (size_t used; n; s += used, n -= used) {
		unsigned char c = (unsigned char)*s;
		uint32_t cp;
		char valid[4];
		used = utf8_next(s, n, &cp);
		if (c == '"' || c == '\\')
			str_printf(out, "\\%c", c);
		else if (c == '\n')
			str_add(out, "\\n");
		else if (c == '\t')
			str_add(out, "\\t");
		else if (c < 0x20 || c == 0x7F)
			str_printf(out, "\\u%04x", c);
		else
			str_addn(out, valid, utf8_put(valid, cp)); /* U+FFFD for a byte that is not UTF-8 */
	}
	str_char(out, '"');
}

/* Comma, line break and key before a value. */
static void json_lead(struct json *j, const char *key)
{
	if (!j->depth) {
		BUG_ON(key != NULL);
		return;
	}
	char kind = j->kind[j->depth - 1];
	BUG_ON((kind == '{') != (key != NULL));
	if (!j->first[j->depth - 1])
		str_char(j->out, ',');
	j->first[j->depth - 1] = false;
	if (j->depth == 1 || (j->depth == 2 && j->kind[0] == '['))
		str_char(j->out, '\n');
	if (key) {
		json_quote(j->out, key);
		str_char(j->out, ':');
	}
}

void json_open(struct json *j, const char *key, char kind)
{
	BUG_ON(j->depth == JSON_DEPTH || (kind != '{' && kind != '['));
	json_lead(j, key);
	str_char(j->out, kind);
	j->kind[j->depth] = kind;
	j->first[j->depth] = true;
	j->depth++;
}

void json_close(struct json *j)
{
	BUG_ON(!j->depth);
	j->depth--;
	str_char(j->out, j->kind[j->depth] == '{' ? '}' : ']');
	if (!j->depth)
		str_char(j->out, '\n');
}

void json_text(struct json *j, const char *key, const char *s)
{
	if (!s) {
		json_null(j, key);
		return;
	}
	json_lead(j, key);
	struct arena a = {0};
	json_quote(j->out, j->mask ? text_mask_inside(s, &a) : s);
	arena_free(&a);
}

void json_int(struct json *j, const char *key, int64_t v)
{
	json_lead(j, key);
	str_printf(j->out, "%" PRId64, v);
}

void json_bool(struct json *j, const char *key, bool v)
{
	json_lead(j, key);
	str_add(j->out, v ? "true" : "false");
}

void json_null(struct json *j, const char *key)
{
	json_lead(j, key);
	str_add(j->out, "null");
}

void json_day(struct json *j, const char *key, daynum d)
{
	char buf[DAY_ISO];
	json_text(j, key, d == DAY_NONE ? NULL : day_iso(d, buf));
}
