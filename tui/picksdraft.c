/* The draft of a list's digits: `@office UUID EPOCH` of the file whose rows are meant, then a line for each, `DIGIT ID COMMAND`. */
#include <stdio.h>
#include <string.h>

#include "office/office.h"
#include "tui/app.h"
#include "tui/picks.h"

static const char prefix[] = "list.";

static const char *key_of(const struct picks *p, struct arena *a)
{
	return arena_printf(a, "%s%s", prefix, p->name);
}

const char *picks_draft_of(const char *key)
{
	size_t n = sizeof prefix - 1;
	return strncmp(key, prefix, n) ? NULL : key + n;
}

/* After a restore a row's id may be another case's. */
static const char *head(const struct office *o, struct arena *a)
{
	return o ? arena_printf(a, "@office %s %lld\n", o->uuid, (long long)o->epoch) : "@office\n";
}

void picks_save(struct picks *p, struct app *app)
{
	struct arena *a = &app->event_arena;
	struct str out = str_new(a);
	struct err ignored = {0};
	if (!p->unsaved)
		return;
	str_add(&out, head(app->office, a));
	for (size_t i = 0; i < p->n; i++) {
		const struct pick *r = &p->rows[i];
		if (!r->digit)
			continue;
		str_printf(&out, "%c %lld ", r->digit, (long long)r->id);
		for (size_t k = 0; k < sizeof r->cmd; k++)
			str_printf(&out, "%02x", r->cmd[k]);
		str_char(&out, '\n');
	}
	p->unsaved = !app->host.draft_save(app->host.ctx, key_of(p, a), p->digits ? out.s : NULL, &ignored); /* tried again at the next tick */
}

static bool take(struct picks *p, struct app *app, const char *line)
{
	unsigned char cmd[PICK_CMD];
	unsigned v;
	char digit;
	long long id;
	int at;
	if (sscanf(line, "%c %lld %n", &digit, &id, &at) != 2 || digit < '1' || digit > '9' || id < 1 || strlen(line + at) != 2 * sizeof cmd)
		return false;
	for (size_t i = 0; i < sizeof cmd; i++) {
		if (sscanf(line + at + 2 * i, "%2x", &v) != 1)
			return false;
		cmd[i] = (unsigned char)v;
	}
	return pick_digit_again(p, app, id, digit, cmd);
}

size_t picks_bring_back(struct picks *p, struct app *app)
{
	struct arena *a = &app->event_arena;
	size_t n = 0;
	if (p->kept || !app->host.draft_save || !app->host.draft_load)
		return 0;
	p->kept = true;
	const char *text = app->host.draft_load(app->host.ctx, key_of(p, a), a), *first = head(app->office, a);
	if (!text || strncmp(text, first, strlen(first)) != 0)
		return 0;
	char *rest = arena_strdup(a, text + strlen(first)), *line;
	while ((line = strsep(&rest, "\n")))
		n += take(p, app, line);
	p->unsaved = false;
	return n;
}

void picks_forget(struct app *app, const char *name)
{
	for (struct picks *p = app->picks; p; p = p->next)
		if (!strcmp(p->name, name)) {
			picks_clear_digits(p);
			p->unsaved = false;
		}
}
