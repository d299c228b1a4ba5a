#include "tui/picks.h"

#include <stdlib.h>
#include <string.h>

#include "tui/app.h"

struct picks *picks_of(struct app *app, const char *name)
{
	for (struct picks *p = app->picks; p; p = p->next)
		if (!strcmp(p->name, name))
			return p;
	struct picks *p = calloc(1, sizeof *p);
	if (!p)
		BUG("out of memory");
	p->name = name;
	p->next = app->picks;
	return app->picks = p;
}

void picks_free(struct picks *all)
{
	while (all) {
		struct picks *p = all;
		all = p->next;
		for (size_t i = 0; i < p->n; i++)
			free(p->rows[i].why);
		free(p->rows);
		free(p);
	}
}

static struct pick *find(const struct picks *p, int64_t id)
{
	for (size_t i = 0; i < p->n; i++)
		if (p->rows[i].id == id)
			return &p->rows[i];
	return NULL;
}

const struct pick *pick_find(const struct picks *p, int64_t id)
{
	return find(p, id);
}

static struct pick *find_or_add(struct picks *p, int64_t id)
{
	struct pick *r = find(p, id);
	if (r || p->n == PICKS_MAX)
		return r;
	if (p->n == p->cap) {
		p->cap = p->cap ? 2 * p->cap : 32;
		p->rows = realloc(p->rows, p->cap * sizeof *p->rows);
		if (!p->rows)
			BUG("out of memory");
	}
	p->rows[p->n] = (struct pick){.id = id};
	return &p->rows[p->n++];
}

/* A row with neither mark nor digit is forgotten; the others keep their order. */
static void forget(struct picks *p, struct pick *r)
{
	if (r->mark || r->digit)
		return;
	free(r->why);
	size_t at = (size_t)(r - p->rows);
	memmove(r, r + 1, (--p->n - at) * sizeof *r);
}

bool pick_mark(struct picks *p, int64_t id, bool on)
{
	struct pick *r = on ? find_or_add(p, id) : find(p, id);
	if (!r)
		return !on;
	p->marks = p->marks + on - r->mark;
	r->mark = on;
	forget(p, r);
	return true;
}

bool pick_digit(struct picks *p, struct app *app, int64_t id, char digit)
{
	struct pick *r = find_or_add(p, id);
	if (!r)
		return false;
	p->digits += !r->digit;
	r->digit = digit;
	free(r->why);
	r->why = NULL;
	desk_random(app->desk, r->cmd, sizeof r->cmd);
	app->idle_wanted |= p->unsaved = p->kept;
	return true;
}

bool pick_digit_again(struct picks *p, struct app *app, int64_t id, char digit, const unsigned char cmd[PICK_CMD])
{
	if (!pick_digit(p, app, id, digit))
		return false;
	memcpy(find(p, id)->cmd, cmd, PICK_CMD);
	return true;
}

static void drop(struct picks *p, struct pick *r)
{
	p->digits -= r->digit != 0;
	p->unsaved |= p->kept && r->digit;
	r->digit = 0;
	free(r->why);
	r->why = NULL;
	forget(p, r);
}

void pick_done(struct picks *p, int64_t id)
{
	struct pick *r = find(p, id);
	if (r)
		drop(p, r);
}

void pick_refuse(struct picks *p, int64_t id, const char *why)
{
	struct pick *r = find(p, id);
	if (!r || !r->digit)
		return;
	free(r->why);
	r->why = why ? strdup(why) : NULL;
}

void picks_unmark(struct picks *p)
{
	for (size_t i = p->n; i-- > 0;)
		pick_mark(p, p->rows[i].id, false);
}

void picks_clear_digits(struct picks *p)
{
	for (size_t i = p->n; i-- > 0;)
		drop(p, &p->rows[i]);
}
