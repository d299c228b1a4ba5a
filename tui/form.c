#include "tui/form.h"

#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "tui/app.h"
#include "tui/form_private.h"

static bool is_input(const struct field *f)
{
	return !(f->flags & (FIELD_DERIVED | FIELD_HIDDEN)) && f->type != FIELD_LIST && f->type != FIELD_RECORD;
}

/* Lays out the fields of one record and, in place, of those nested in it. Nesting is as deep as the tables, not the data. */
static void add_items(struct form *f, const struct record_type *t, void *rec, struct form_item *items, size_t max)
{
	for (const struct field *field = t->fields; field->name; field++) {
		if (field->type == FIELD_RECORD && !(field->flags & (FIELD_DERIVED | FIELD_HIDDEN)))
			add_items(f, field->nested, (char *)rec + field->offset, items, max);
		else if (is_input(field) && f->n < max)
			items[f->n++] = (struct form_item){.form = f, .f = field, .type = t, .rec = rec};
	}
}

static void item_changed(void *owner)
{
	struct form_item *item = owner;
	item->stale = true;
	item->error[0] = '\0';
	item->form->abandon = false;
}

/* What the field shows for the record's value. */
static void show_value(struct form *f, struct form_item *item)
{
	struct arena *a = &f->screen->app->event_arena;
	const char *text = record_shown(item->f, item->rec, a);
	if (item->f->source && record_known(item->f, item->rec)) {
		const char *label = form_label(f, item, record_stored(item->f, item->rec, a), a);
		text = label ? label : text;
	}
	edit_set(&item->edit, text);
	item->edit.caret = item->edit.len;
	item->stale = false;
	item->error[0] = '\0';
}

/* A date, a number or a code is replaced by typing; a text is added to. */
static void enter_field(struct form *f, size_t i)
{
	const struct form_item *item = &f->items[i];
	bool text = item->f->type == FIELD_TEXT || item->f->type == FIELD_LINES || (item->f->flags & FIELD_MULTI);
	f->focus = i;
	f->items[i].edit.fresh = !text && !item->error[0];
}

void form_open(struct form *f, struct screen *s, const struct form_type *type, void *rec, int64_t subject)
{
	enum { MAX_ITEMS = 96 };
	*f = (struct form){.type = type, .screen = s, .rec = rec, .arena = &s->arena};
	f->items = arena_array(f->arena, struct form_item, MAX_ITEMS);
	add_items(f, type->record, rec, f->items, MAX_ITEMS);
	for (size_t i = 0; i < f->n; i++) {
		struct form_item *item = &f->items[i];
		item->edit.changed = item_changed;
		item->edit.owner = item;
		item->edit.lines = item->f->type == FIELD_LINES;
		item->edit.limit = item->edit.lines ? 1 << 20 : 8192;
		show_value(f, item);
		item->start = arena_strdup(f->arena, edit_text(&item->edit));
	}
	desk_random(s->app->desk, f->cmd, sizeof f->cmd);
	if (type->draft)
		f->draft_key = subject > 0 ? arena_printf(f->arena, "%s:%lld", type->draft, (long long)subject) : type->draft;
	f->restored = form_draft_load(f);
	while (f->focus < f->n && !form_visible(f, f->focus))
		f->focus++;
	if (f->focus < f->n)
		enter_field(f, f->focus);
	if (f->restored)
		app_note(s->app, "%s", _("已取回上次没有保存的内容；F2 保存"));
}

void form_close(struct form *f)
{
	for (size_t i = 0; i < f->n; i++)
		edit_free(&f->items[i].edit);
}

bool form_visible(const struct form *f, size_t i)
{
	const struct form_item *item = &f->items[i];
	return record_active(item->type, item->f, item->rec);
}

struct form_item *form_focused(struct form *f)
{
	return f->focus < f->n ? &f->items[f->focus] : NULL;
}

bool form_values_of(struct form *f, const struct form_item *item, struct arena *a, struct form_values *out, struct err *e)
{
	static const struct choice flags[] = {{"yes", N_("是"), NULL}, {"no", N_("否"), NULL}, {0}};
	*out = (struct form_values){0};
	const struct choice *c = item->f->type == FIELD_FLAG ? flags : item->f->choices;
	if (c) {
		size_t n = 0;
		while (c[n].code)
			n++;
		out->rows = arena_array(a, struct form_value, n + 1);
		for (; out->n < n; out->n++)
			out->rows[out->n] = (struct form_value){.code = c[out->n].code, .label = tr(c[out->n].label), .note = c[out->n].article};
		return true;
	}
	if (item->f->source && f->type->values)
		return f->type->values(f->screen, item->type, item->f, item->rec, a, out, e);
	return err_set(e, ERR_MISSING, _("这一栏没有值表，请直接填写"));
}

const char *form_label(struct form *f, const struct form_item *item, const char *code, struct arena *a)
{
	struct form_values v;
	struct err e = {0};
	if (!code || !form_values_of(f, item, a, &v, &e))
		return NULL;
	for (size_t i = 0; i < v.n; i++)
		if (!strcmp(v.rows[i].code, code))
			return v.rows[i].label;
	return NULL;
}

/* The one value meant by what was typed: code, label, place in the list, or the one that matches best: yj is 邮寄 before 电子邮件. */
static const struct form_value *resolve(struct app *app, const struct form_values *v, const char *typed)
{
	const char *folded = text_fold(&app->event_arena, typed);
	for (size_t i = 0; i < v->n; i++)
		if (!strcasecmp(v->rows[i].code, folded) || !strcmp(v->rows[i].label, typed))
			return &v->rows[i];
	char *end;
	unsigned long place = strtoul(folded, &end, 10);
	if (*folded && !*end)
		return place >= 1 && place <= v->n ? &v->rows[place - 1] : NULL;
	const struct form_value *best = NULL;
	enum pinyin_rank most = PINYIN_NONE;
	for (size_t i = 0; i < v->n; i++) {
		enum pinyin_rank fits = app_rank(app, v->rows[i].label, folded);
		if (fits && fits >= most)
			best = fits > most ? &v->rows[i] : NULL;
		most = fits > most ? fits : most;
	}
	return best;
}

/* Typed words to stored codes, comma-separated for MULTI. NULL with e when one is not a value. */
static const char *to_codes(struct form *f, struct form_item *item, const char *typed, struct err *e)
{
	struct app *app = f->screen->app;
	struct arena *a = &app->event_arena;
	struct form_values v;
	struct err ignored = {0};
	if (!form_values_of(f, item, a, &v, &ignored) || !v.n)
		return typed;
	struct str out = str_new(a);
	bool multi = item->f->flags & FIELD_MULTI;
	const char *words = multi ? text_fold(a, typed) : typed;
	while (*words) {
		size_t n = multi ? strcspn(words, ",;\\") : strlen(words);
		const char *word = text_trim(a, arena_strndup(a, words, n));
		words += n + (words[n] != '\0');
		if (!*word)
			continue;
		const struct form_value *hit = resolve(app, &v, word);
		if (!hit) {
			err_field(e, item->f->name, _("%s：“%s”不在值表里；F4 看可选的"), tr(item->f->label), word);
			return NULL;
		}
		str_printf(&out, "%s%s", out.len ? "," : "", hit->code);
	}
	return out.s;
}

bool form_take(struct form *f, struct form_item *item)
{
	struct app *app = f->screen->app;
	struct arena *a = &app->event_arena;
	struct err e = {0};
	if (!item->stale)
		return !item->error[0];
	const char *text = edit_text(&item->edit);
	if (item->f->type != FIELD_LINES)
		text = text_trim(a, text);
	if (*text && (item->f->choices || item->f->source || item->f->type == FIELD_FLAG))
		text = to_codes(f, item, text, &e);
	struct input in = app_input(app);
	if (text && record_set(item->type, item->rec, item->f, text, &in, f->arena, &e)) {
		if (item->f->type != FIELD_LINES)
			show_value(f, item);
		item->stale = false;
		item->error[0] = '\0';
		return true;
	}
	utf8_copy(item->error, sizeof item->error, e.text);
	/* What was there before must not go on counting as what is typed now. */
	struct err ignored = {0};
	if (!record_set(item->type, item->rec, item->f, "", &in, f->arena, &ignored))
		err_clear(&ignored);
	return false;
}

void form_left(struct form *f)
{
	struct form_item *item = form_focused(f);
	if (!item || !item->stale)
		return;
	f->dirty = true;
	item->warning[0] = '\0';
	if (form_take(f, item) && f->type->left) {
		struct err e = {0};
		if (!f->type->left(f->screen, item->f, f->rec, &e))
			utf8_copy(item->warning, sizeof item->warning, e.text);
		form_sync(f);
	}
	(void)form_draft_save(f);
}

void form_sync(struct form *f)
{
	for (size_t i = 0; i < f->n; i++)
		if (!f->items[i].stale && !f->items[i].error[0])
			show_value(f, &f->items[i]);
}

void form_move(struct form *f, int step)
{
	form_left(f);
	size_t i = f->focus;
	while (step > 0 ? i + 1 < f->n : i > 0) {
		i += step > 0 ? 1 : (size_t)-1;
		if (form_visible(f, i)) {
			enter_field(f, i);
			return;
		}
	}
}

void form_focus(struct form *f, const char *field)
{
	for (size_t i = 0; i < f->n; i++)
		if (!strcmp(f->items[i].f->name, field) && form_visible(f, i))
			f->focus = i;
}

static bool refuse(struct form *f, const struct err *e)
{
	app_refuse(f->screen->app, e);
	if (e->field[0]) {
		form_focus(f, e->field);
		struct form_item *item = form_focused(f);
		if (item && !strcmp(item->f->name, e->field) && e->code == ERR_INPUT)
			utf8_copy(item->error, sizeof item->error, e->text);
	}
	return false;
}

bool form_commit(struct form *f, struct err *e)
{
	form_left(f);
	for (size_t i = 0; i < f->n; i++)
		if (form_visible(f, i) && !form_take(f, &f->items[i]))
			return err_field(e, f->items[i].f->name, "%s", f->items[i].error);
	return true;
}

void form_done(struct form *f)
{
	struct app *app = f->screen->app;
	f->dirty = false;
	struct err ignored = {0};
	if (f->draft_key && app->host.draft_save)
		(void)!app->host.draft_save(app->host.ctx, f->draft_key, NULL, &ignored);
}

bool form_save(struct form *f)
{
	struct screen *s = f->screen;
	struct err e = {0};
	if (!form_commit(f, &e))
		return refuse(f, &e);
	if (!record_check(f->type->record, f->rec, &e))
		return refuse(f, &e);
	bool leave = true;
	struct app *app = s->app;
	if (f->type->save && !f->type->save(s, f->rec, &leave, &e))
		return refuse(f, &e);
	if (!leave || app->top != s) /* save() pushed a screen, or left by itself: f may be gone */
		return true;
	form_done(f);
	screen_leave(s, (struct result){.done = true, .id = INT_NONE});
	return true;
}

bool form_leave(struct form *f, struct err *why)
{
	struct app *app = f->screen->app;
	form_left(f);
	if (!f->dirty)
		return true;
	if (!f->draft_key || !app->host.draft_save || !form_draft_save(f)) {
		bool again = f->abandon;
		f->abandon = true;
		return again || err_set(why, ERR_RULE, f->draft_key && app->host.draft_save ? _("草稿存不下（磁盘满或者不能写），填的内容还没有保存：F2 保存；再按一次就放弃") :
			_("填的内容还没有保存：F2 保存；再按一次就放弃"));
	}
	app_changed(app); /* the desk counts drafts */
	app_note(app, "%s", _("没有保存，已存为草稿；再打开时取回"));
	return true;
}

/* A long answer typed into one field is not lost with the power: the draft is never more than ten seconds behind. */
static void keep_typed(struct form *f)
{
	enum { KEEP_MS = 10000 - TICK_MS };
	struct form_item *item = form_focused(f);
	int64_t now = f->screen->app->now;
	unsigned char typed[HASH_LEN];
	if (!item || !item->stale || (f->kept_at && now - f->kept_at < KEEP_MS))
		return;
	hash_bytes(edit_text(&item->edit), strlen(edit_text(&item->edit)), typed);
	if (!memcmp(typed, f->kept, sizeof typed))
		return;
	memcpy(f->kept, typed, sizeof typed);
	f->kept_at = now;
	(void)form_draft_save(f);
}

void form_event(struct form *f, const struct event *ev)
{
	if (ev->kind == EVENT_TICK)
		keep_typed(f);
	if (ev->kind == EVENT_HANGUP) {
		form_left(f);
		if (f->dirty)
			(void)form_draft_save(f);
	}
}
