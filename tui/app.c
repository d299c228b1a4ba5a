#include "tui/app.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/embed.h"
#include "base/pinyin.h"
#include "base/text.h"
#include "law/calendar.h"
#include "office/office.h"
#include "store/store.h"
#include "tui/app_private.h"
#include "tui/job.h"
#include "tui/picks.h"

void app_open(struct app *app, int rows, int cols, const struct keymap *keys, const char *first)
{
	canvas_resize(&app->canvas, rows, cols);
	app->keys = keys ? *keys : keymap_builtin("default.keys", &app->arena);
	app->changes_seen = app->host.changes ? app->host.changes(app->host.ctx) : 0;
	const struct screen_type *t = screen_find(first ? first : "desk");
	BUG_ON(!t);
	if (!app_push(app, t, NULL, (struct then){0}))
		app->quit = true;
	if (!app->note_error)
		app->note[0] = '\0';
}

static void free_screen(struct screen *s)
{
	if (s->type->close)
		s->type->close(s);
	struct arena a = s->arena; /* holds the screen itself */
	arena_free(&a);
}

void app_close(struct app *app)
{
	while (app->top) {
		struct screen *s = app->top;
		app->top = s->below;
		free_screen(s);
	}
	if (app->host.busy_mark)
		app->host.busy_mark(app->host.ctx, NULL, INT_NONE);
	jobs_free(app);
	free(app->outcome.text);
	app->outcome = (struct told){0};
	picks_free(app->picks);
	app->picks = NULL;
	canvas_free(&app->canvas);
	arena_free(&app->event_arena);
	arena_free(&app->arena);
}

bool app_push(struct app *app, const struct screen_type *type, const struct screen_arg *arg, struct then then)
{
	static const struct screen_arg nothing;
	struct err e = {0};
	if (type->needs_office && !app->office) {
		err_set(&e, ERR_MISSING, _("没有打开办公室文件，“%s”不可用"), type->title);
		app_refuse(app, &e);
		return false;
	}
	struct arena a = {0};
	struct screen *s = arena_new(&a, struct screen);
	s->type = type;
	s->app = app;
	s->below = app->top;
	s->then = then;
	s->state = arena_alloc(&a, type->size ? type->size : 1);
	s->arena = a;
	if (type->open && !type->open(s, arg ? arg : &nothing, &e)) {
		app_refuse(app, &e);
		free_screen(s);
		return false;
	}
	app->top = s;
	app->npending = 0;
	if (app->canvas.rows) /* keys typed ahead find a list that knows its rows; the event goes on and keeps its memory */
		frame_paint(app);
	return true;
}

void screen_leave(struct screen *s, struct result r)
{
	struct app *app = s->app;
	BUG_ON(app->top != s);
	struct screen *below = s->below;
	struct then then = s->then;
	/* The result may point into the leaving screen's memory. */
	if (r.text)
		r.text = arena_strdup(&app->event_arena, r.text);
	app->top = below;
	app->npending = 0;
	free_screen(s);
	if (!below)
		app->quit = true;
	else if (then.call)
		then.call(below, then.ctx, &r);
}

bool app_home(struct app *app)
{
	while (app->top && app->top->below) {
		struct screen *s = app->top;
		struct err why = {0};
		if (s->type->leave && !s->type->leave(s, &why)) {
			app_refuse(app, &why);
			return false;
		}
		screen_leave(s, (struct result){.id = INT_NONE});
		if (app->top == s)
			return false;
	}
	return true;
}

void app_note(struct app *app, const char *fmt, ...)
{
	va_list ap;
	va_start(ap, fmt);
	vsnprintf(app->note, sizeof app->note, fmt, ap);
	va_end(ap);
	app->note_error = false;
}

void app_refuse(struct app *app, const struct err *e)
{
	app_note(app, "%s", e->text);
	app->note_error = true;
}

void app_outcome(struct app *app, const char *text, bool failed, bool read)
{
	free(app->outcome.text);
	app->outcome = (struct told){.text = strdup(text), .failed = failed};
	app->outcome.unread = read || failed || strchr(text, '\n') || text_cells(text) >= app->canvas.cols;
	app_note(app, "%s", text);
	app->note_error = failed;
}

void app_changed(struct app *app)
{
	for (struct screen *s = app->top; s; s = s->below)
		if (s->type->refresh)
			s->type->refresh(s);
	if (app->host.changes)
		app->changes_seen = app->changes_now = app->host.changes(app->host.ctx);
}

daynum app_today(const struct app *app)
{
	return desk_today(app->desk);
}

const struct calendar *app_calendar(const struct app *app)
{
	return app->host.calendar ? app->host.calendar(app->host.ctx) : NULL;
}

static bool working_days(const void *ctx, daynum from, int n, daynum *out)
{
	*out = calendar_add(ctx, from, n);
	return *out != DAY_NONE;
}

struct input app_input(const struct app *app)
{
	const struct calendar *c = app_calendar(app);
	return (struct input){.today = app_today(app), .working_days = c ? working_days : NULL, .ctx = c};
}

const char *app_day_text(const struct app *app, daynum d, struct arena *a)
{
	const struct calendar *c = app_calendar(app);
	return c ? calendar_day_text(c, d, a) : day_weekday_zh(d);
}

enum pinyin_rank app_rank(struct app *app, const char *text, const char *word)
{
	if (!app->pinyin)
		app->pinyin = pinyin_load(embedded_find(gen_seed, "pinyin.txt")->text, &app->arena);
	enum pinyin_rank rank = pinyin_match(app->pinyin, word, text);
	if (rank <= PINYIN_SCATTERED)
		rank = strcasestr(text, word) ? PINYIN_INSIDE : PINYIN_NONE;
	return rank;
}

/* One word of a filter; a leading - excludes. */
static bool word_matches(struct app *app, const char *text, const char *word)
{
	bool not = word[0] == '-' && word[1];
	return (app_rank(app, text, word + not) != PINYIN_NONE) != not;
}

bool app_match(struct app *app, const char *text, const char *typed)
{
	char word[128];
	while (*typed) {
		size_t n = strcspn(typed, " ");
		if (n >= sizeof word)
			return false;
		memcpy(word, typed, n);
		word[n] = '\0';
		if (n && !word_matches(app, text, word))
			return false;
		typed += n + (typed[n] == ' ');
	}
	return true;
}

void app_give_way(struct app *app, bool on)
{
	if (app->office)
		store_stop_when(app->office->store, on ? app->key_waits : NULL, app->key_ctx);
}

bool app_watch(struct app *app, int fd)
{
	if (app->nwatched == sizeof app->watched / sizeof *app->watched)
		return false;
	app->watched[app->nwatched++] = fd;
	return true;
}

void app_unwatch(struct app *app, int fd)
{
	for (size_t i = 0; i < app->nwatched; i++)
		if (app->watched[i] == fd)
			app->watched[i--] = app->watched[--app->nwatched];
}

int app_wait(const struct app *app)
{
	if (app->idle_wanted)
		return 0;
	if (app->esc) {
		int64_t left = app->esc_at + ESC_MS - app->now;
		return left < 0 ? 0 : (int)left;
	}
	return app->host.changes ? TICK_MS : -1;
}

void app_work(struct app *app, bool (*step)(void *self), void (*stop)(void *self), void *self)
{
	app->work = (struct chore){.step = step, .stop = stop, .self = self};
	app->idle_wanted = true;
}

void app_work_drop(struct app *app, const void *self)
{
	if (app->work.self == self)
		app->work = (struct chore){0};
}

/* The last step may begin other work. */
static void work_on(struct app *app)
{
	struct chore w = app->work;
	app->work = (struct chore){0};
	if (w.step(w.self) && !app->work.step)
		app->work = w;
	app->idle_wanted |= app->work.step != NULL;
}

/* A key comes while there is work: Esc stops it and is used up, before any other key it is done to its end. */
static bool work_stopped(struct app *app, const struct event *ev)
{
	bool esc = ev->kind == EVENT_KEY && ev->key == K_ESC && app->work.stop;
	struct chore w = app->work;
	if (esc) {
		app->work = (struct chore){0};
		w.stop(w.self);
	}
	while (!esc && app->work.step)
		work_on(app);
	return esc;
}

/* A digit, `-` or `=` after Esc is a function key; anything else was two things. */
static int esc_pair(uint32_t cp)
{
	cp = key_fold(cp);
	if (cp >= '1' && cp <= '9')
		return K_F1 + (int)(cp - '1');
	return cp == '0' ? K_F10 : cp == '-' || cp == '_' ? K_F11 : cp == '=' || cp == '+' ? K_F12 : K_NONE;
}

/* Requests and corrections are rows of one table: who has a letter open knows only that. */
static const char *busy_noun(const char *noun)
{
	return !strcmp(noun, "request") || !strcmp(noun, "correction") ? "matter" : noun;
}

const char *app_busy(struct app *app, const char *noun, int64_t id, struct arena *a)
{
	return noun && id != INT_NONE && app->host.busy_by ? app->host.busy_by(app->host.ctx, busy_noun(noun), id, a) : NULL;
}

/* The others are told of the highest form on the stack. */
static void mark_work(struct app *app)
{
	struct screen *s = app->top;
	while (s && !s->works_noun)
		s = s->below;
	if (app->host.busy_mark)
		app->host.busy_mark(app->host.ctx, s ? busy_noun(s->works_noun) : NULL, s ? s->works_on : INT_NONE);
}

static void feed_tick(struct app *app, const struct event *ev)
{
	app->idle_wanted = false;
	if (app->work.step)
		work_on(app);
	if (app->host.changes && app->now - app->tick_at >= TICK_MS) {
		app->tick_at = app->now;
		app->changes_now = app->host.changes(app->host.ctx);
		if (app->host.busy_look)
			app->host.busy_look(app->host.ctx);
	}
	for (struct screen *s = app->top; s; s = s->below)
		if (s->type->event)
			s->type->event(s, ev);
}

static void feed_hangup(struct app *app, const struct event *ev)
{
	for (struct screen *s = app->top; s; s = s->below)
		if (s->type->event)
			s->type->event(s, ev);
	app->quit = app->hangup = true;
}

/* The decoder marks bytes that were no UTF-8 with U+FFFD: said once, and never typed into a field. */
static const char *without_bad(struct app *app, const char *s)
{
	static const char bad[] = "\xef\xbf\xbd";
	if (!strstr(s, bad))
		return s;
	struct str out = str_new(&app->event_arena);
	for (const char *hit; (hit = strstr(s, bad)); s = hit + 3)
		str_addn(&out, s, (size_t)(hit - s));
	str_add(&out, s);
	app_note(app, "%s", _("终端送来的有不是 UTF-8 的字节，没有采用；请把终端字符集设为 UTF-8"));
	return out.s;
}

static void feed_text(struct app *app, const char *s)
{
	s = without_bad(app, s);
	if (app->esc && *s) {
		uint32_t cp;
		size_t n = utf8_next(s, strlen(s), &cp);
		int key = esc_pair(cp);
		app->esc = false;
		dispatch_key(app, key ? key : K_ESC);
		s += key ? n : 0;
	}
	dispatch_text(app, s, false);
}

static void feed_key(struct app *app, int key)
{
	if (key == K_ESC && !app->esc) {
		app->esc = true;
		app->esc_at = app->now;
		return;
	}
	bool esc = app->esc;
	app->esc = false;
	if (esc)
		dispatch_key(app, K_ESC);
	if (key != K_ESC && !app->quit)
		dispatch_key(app, key);
}

void app_feed(struct app *app, const struct event *ev)
{
	arena_reset(&app->event_arena);
	if (ev->now > app->now)
		app->now = ev->now;
	if (app->quit)
		return;
	if (app->esc && app->now - app->esc_at >= ESC_MS) {
		app->esc = false;
		app->note[0] = '\0';
		dispatch_key(app, K_ESC);
	}
	bool typed = ev->kind == EVENT_KEY || ev->kind == EVENT_TEXT || ev->kind == EVENT_PASTE;
	if (typed && app->work.step && work_stopped(app, ev))
		return;
	if (typed && !(ev->kind == EVENT_KEY && ev->key == K_ESC && !app->esc))
		app->note[0] = '\0';
	if (app->quit)
		return;
	switch (ev->kind) {
	case EVENT_KEY: feed_key(app, ev->key); break;
	case EVENT_TEXT: feed_text(app, ev->text); break;
	case EVENT_PASTE:
		if (app->esc)
			feed_key(app, K_ESC);
		dispatch_text(app, without_bad(app, ev->text), true);
		break;
	case EVENT_RESIZE: canvas_resize(&app->canvas, ev->rows, ev->cols); break;
	case EVENT_CHILD:
		for (struct screen *s = app->top; s; s = s->below)
			if (s->type->event)
				s->type->event(s, ev);
		jobs_left_event(app, ev);
		break;
	case EVENT_TICK: feed_tick(app, ev); return;
	case EVENT_HANGUP: feed_hangup(app, ev); break;
	}
	mark_work(app);
}

void app_paint(struct app *app)
{
	arena_reset(&app->event_arena);
	frame_paint(app);
}
