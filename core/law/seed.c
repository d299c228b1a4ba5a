#include "law/seed.h"

#include "base/embed.h"

#include <string.h>

/* Cuts one line off the rest; NULL at the end. */
static char *seed_line(struct seed *s)
{
	if (!*s->rest)
		return NULL;
	char *line = s->rest;
	char *end = strchr(line, '\n');
	s->rest = end ? end + 1 : line + strlen(line);
	if (end)
		*end = '\0';
	s->line++;
	return line;
}

static size_t seed_split(char *line, const char **cells)
{
	size_t n = 0;
	for (char *p = line; p; n++) {
		BUG_ON(n == SEED_COLUMNS);
		cells[n] = p;
		p = strchr(p, '\t');
		if (p)
			*p++ = '\0';
	}
	return n;
}

struct seed seed_open(const char *name, struct arena *a)
{
	const struct embedded *file = embedded_find(gen_seed, name);
	if (!file)
		BUG("no seed %s", name);
	struct seed s = {.rest = arena_strndup(a, file->text, file->len)};
	char *header = seed_line(&s);
	BUG_ON(!header);
	s.n = seed_split(header, s.names);
	return s;
}

bool seed_next(struct seed *s)
{
	char *line = seed_line(s);
	while (line && (!*line || *line == '#'))
		line = seed_line(s);
	if (!line)
		return false;
	size_t n = seed_split(line, s->values);
	if (n != s->n)
		BUG("seed line %d has %zu cells instead of %zu", s->line, n, s->n);
	return true;
}

const char *seed_value(const struct seed *s, const char *column)
{
	for (size_t i = 0; i < s->n; i++)
		if (!strcmp(s->names[i], column))
			return s->values[i];
	BUG("seed without column %s", column);
}
