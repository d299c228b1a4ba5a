#include "tests/cli/reader.h"

#include <string.h>

#include "tests/test.h"

static const char *space(const char *p)
{
	return p + strspn(p, " \t\n");
}

static const char *after_text(const char *p)
{
	for (p++; *p && *p != '"'; p++)
		p += *p == '\\' && p[1];
	return *p ? p + 1 : p;
}

/* Behind a value, whatever it holds. */
static const char *after(const char *p)
{
	int depth = 0;
	do {
		p = space(p);
		if (*p == '"') {
			p = after_text(p);
			continue;
		}
		depth += *p == '{' || *p == '[' ? 1 : *p == '}' || *p == ']' ? -1 : 0;
		p += *p && strchr("{}[],:", *p) ? 1 : strcspn(p, "{}[],:\" \n");
	} while (*p && depth > 0);
	return p;
}

const char *json_field(const char *object, const char *key)
{
	size_t n = strlen(key);
	if (!object || *object != '{')
		return NULL;
	for (const char *p = space(object + 1); *p == '"'; p = space(p + (*p == ','))) {
		const char *name = p + 1, *end = after_text(p), *value = space(space(end) + 1);
		if ((size_t)(end - 1 - name) == n && strncmp(name, key, n) == 0)
			return value;
		p = space(after(value));
	}
	return NULL;
}

const char *json_item(const char *array, size_t i)
{
	if (!array || *array != '[')
		return NULL;
	for (const char *p = space(array + 1); *p && *p != ']'; p = space(p + (*p == ','))) {
		if (i-- == 0)
			return p;
		p = space(after(p));
	}
	return NULL;
}

const char *json_word(const char *object, const char *key)
{
	const char *v = json_field(object, key);
	if (!v || strncmp(v, "null", 4) == 0)
		return NULL;
	return *v == '"' ? arena_strndup(t_arena, v + 1, (size_t)(after_text(v) - v - 2)) : arena_strndup(t_arena, v, strcspn(v, ",}] \n"));
}

bool json_yes(const char *object, const char *key)
{
	const char *v = json_field(object, key);
	return v && strncmp(v, "true", 4) == 0;
}
