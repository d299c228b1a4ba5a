/* A draft: `@cmd HEX`, `@version N` of the record it was typed over (so that a change made meanwhile is met as a conflict), then `name=what is typed` for every field, an emptied one too, with \n and \\ escaped. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "tui/app.h"
#include "tui/form_private.h"

static void add_escaped(struct str *out, const char *s)
{
	for (; *s; s++)
		if (*s == '\n')
			str_add(out, "\\n");
		else if (*s == '\\')
			str_add(out, "\\\\");
		else
			str_char(out, *s);
}

static const struct field *version_field(const struct form *f)
{
	const struct field *v = record_field(f->type->record, "version");
	return v && v->type == FIELD_INT && (v->flags & FIELD_HIDDEN) ? v : NULL;
}

static int64_t *version_of(const struct form *f)
{
	const struct field *v = version_field(f);
	return v ? (int64_t *)(void *)((char *)record_part(f->type->record, f->rec, v) + v->offset) : NULL;
}

static void save_version(const struct form *f, struct str *out)
{
	const int64_t *v = version_of(f);
	if (v && *v != INT_NONE)
		str_printf(out, "@version %lld\n", (long long)*v);
}

static void load_version(struct form *f, const char *text)
{
	int64_t *v = version_of(f), n = strtoll(text, NULL, 10);
	if (v && n > 0)
		*v = n;
}

bool form_draft_save(struct form *f)
{
	struct app *app = f->screen->app;
	struct err e = {0};
	if (!f->draft_key || !app->host.draft_save)
		return true;
	struct str out = str_new(&app->event_arena);
	str_add(&out, "@cmd ");
	for (size_t i = 0; i < sizeof f->cmd; i++)
		str_printf(&out, "%02x", f->cmd[i]);
	str_char(&out, '\n');
	save_version(f, &out);
	for (size_t i = 0; i < f->n; i++) {
		str_printf(&out, "%s=", f->items[i].f->name);
		add_escaped(&out, edit_text(&f->items[i].edit));
		str_char(&out, '\n');
	}
	if (app->host.draft_save(app->host.ctx, f->draft_key, out.s, &e))
		return true;
	app_note(app, _("草稿没有存成：%s"), e.text);
	app->note_error = true;
	return false;
}

static void unescape(char *s)
{
	char *to = s;
	for (; *s; s++) {
		if (*s == '\\' && s[1]) {
			s++;
			*to++ = *s == 'n' ? '\n' : *s;
		} else {
			*to++ = *s;
		}
	}
	*to = '\0';
}

static void load_command(struct form *f, const char *hex)
{
	unsigned char cmd[sizeof f->cmd];
	for (size_t i = 0; i < sizeof cmd; i++) {
		unsigned v;
		if (sscanf(hex + 2 * i, "%2x", &v) != 1)
			return;
		cmd[i] = (unsigned char)v;
	}
	memcpy(f->cmd, cmd, sizeof cmd);
}

static void load_line(struct form *f, char *line)
{
	if (!strncmp(line, "@cmd ", 5)) {
		if (strlen(line) == 5 + 2 * sizeof f->cmd)
			load_command(f, line + 5);
		return;
	}
	if (!strncmp(line, "@version ", 9)) {
		load_version(f, line + 9);
		return;
	}
	char *value = strchr(line, '=');
	if (!value)
		return;
	*value++ = '\0';
	unescape(value);
	for (size_t i = 0; i < f->n; i++) {
		struct form_item *item = &f->items[i];
		if (strcmp(item->f->name, line) || !strcmp(edit_text(&item->edit), value))
			continue;
		edit_set(&item->edit, value);
		item->stale = true;
		f->dirty = true;
		return;
	}
}

bool form_draft_load(struct form *f)
{
	struct app *app = f->screen->app;
	const char *text = NULL;
	const int64_t *version = version_of(f);
	f->version = version ? *version : INT_NONE;
	if (f->draft_key && app->host.draft_load)
		text = app->host.draft_load(app->host.ctx, f->draft_key, f->arena);
	if (!text)
		return false;
	char *copy = arena_strdup(f->arena, text), *line;
	while ((line = strsep(&copy, "\n")))
		load_line(f, line);
	/* In the order of the form: a field may be in play only because of one before it. */
	for (size_t i = 0; i < f->n; i++)
		form_take(f, &f->items[i]);
	return f->dirty;
}

void form_discard(struct form *f)
{
	int64_t *version = version_of(f);
	if (version)
		*version = f->version;
	for (size_t i = 0; i < f->n; i++) {
		edit_set(&f->items[i].edit, f->items[i].start);
		f->items[i].stale = true;
		f->items[i].warning[0] = '\0';
	}
	for (size_t i = 0; i < f->n; i++)
		form_take(f, &f->items[i]);
	form_done(f);
	desk_random(f->screen->app->desk, f->cmd, sizeof f->cmd);
	f->restored = false;
}
