#include <string.h>

#include "base/text.h"
#include "tui/app_private.h"
#include "tui/edit.h"
#include "tui/job.h"

static void paint_title(struct app *app, const struct screen *s)
{
	struct canvas *c = &app->canvas;
	struct arena *a = &app->event_arena;
	char iso[DAY_ISO];
	daynum today = app_today(app);
	const char *day = arena_printf(a, "%s %s ", day_iso(today, iso), app_day_text(app, today, a));
	const char *who = app->host.operator_line ? app->host.operator_line(app->host.ctx, a) : "";
	const char *title = s->title ? s->title : s->type->title;
	const char *left = arena_printf(a, " %s%s%s", s->type->code ? s->type->code : "", s->type->code ? " " : "", title);
	int right = text_cells(day);
	canvas_fit(c, 0, 0, c->cols, ROLE_TITLE, left);
	int used = text_cells(left);
	if (*who && used + text_cells(who) + right + 6 <= c->cols)
		canvas_fit(c, 0, used + 2, text_cells(who), ROLE_TITLE, who);
	if (used + right + 1 <= c->cols)
		canvas_text(c, 0, c->cols - right, right, ROLE_TITLE, day);
	else if (c->cols > used + DAY_ISO)
		canvas_text(c, 0, c->cols - DAY_ISO, DAY_ISO, ROLE_TITLE, day);
}

/* Who else works on what the top screen is about; a prompt over it does not hide it. */
static const char *busy_words(struct app *app, struct arena *a)
{
	struct screen *s = app->top;
	while (s->type->popup && s->below)
		s = s->below;
	const char *noun = s->works_noun ? s->works_noun : s->type->noun;
	int64_t id = s->works_noun ? s->works_on : s->type->subject ? s->type->subject(s) : INT_NONE;
	return app_busy(app, noun, id, a);
}

/* What others do: how much they changed, who is at this very row. */
static const char *others_words(struct app *app, struct arena *a)
{
	const char *busy = busy_words(app, a);
	int n = (int)(app->changes_now - app->changes_seen);
	if (n > 0)
		return busy ? arena_printf(a, _("有 %d 条更新 F5 · %s"), n, busy) : arena_printf(a, _("有 %d 条更新 F5"), n);
	return busy;
}

/* The end of it is cut, the hint how to read it whole is not. */
static void paint_outcome(struct app *app, int y)
{
	struct canvas *c = &app->canvas;
	const char *text = app->outcome.text, *hint = _("  F9“打印结果”看全文");
	int room = c->cols - text_cells(hint);
	enum role role = app->outcome.failed ? ROLE_ERROR : ROLE_NOTE;
	text = arena_printf(&app->event_arena, " %.*s", (int)strcspn(text, "\n"), text);
	canvas_fit(c, y, 0, room, role, text);
	canvas_text(c, y, text_cells(text) < room ? text_cells(text) : room, text_cells(hint), ROLE_DIM, hint);
}

static const char *working_words(const struct app *app, struct arena *a)
{
	size_t n = 0;
	for (const struct job *j = app->jobs; j; j = j->next)
		n++;
	const struct job *j = app->jobs;
	const char *doing = *j->at ? arena_printf(a, _("%s，%s"), j->doing, j->at) : j->doing;
	return n > 1 ? arena_printf(a, _("正在%s；共 %zu 项"), doing, n) : arena_printf(a, _("正在%s；可以先做别的"), doing);
}

static bool is_mark(const char *s)
{
	static const char *const marks[] = {N_("，"), N_("；"), N_("。"), N_("："), N_("）")};
	for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
		if (!strncmp(s, marks[i], strlen(marks[i])))
			return true;
	return false;
}

/* Bytes of the first row: to the last punctuation after which the rest fits, so that no date is cut in two. */
static size_t first_row(const char *text, int cells)
{
	const size_t mark = strlen(_("，"));
	size_t len, best = 0;
	(void)wrap_next(text, 0, cells, &len);
	for (size_t at = 0; at + mark <= len; at++)
		if (is_mark(text + at) && !is_mark(text + at + mark) && text_cells(text + at + mark) <= cells)
			best = at + mark;
	return best ? best : len;
}

/* What is too long for the line takes the one above as well, until the next key. */
static void paint_said(struct app *app, int y)
{
	struct canvas *c = &app->canvas;
	const char *text = app->note;
	enum role role = app->note_error ? ROLE_ERROR : ROLE_NOTE;
	if (text_cells(text) >= c->cols) {
		size_t len = first_row(text, c->cols - 2);
		canvas_printf(c, y - 1, 0, c->cols, role, " %.*s", (int)len, text);
		text += len;
	}
	canvas_printf(c, y, 0, c->cols, role, " %s", text);
}

static void paint_note(struct app *app)
{
	const char *others = others_words(app, &app->event_arena);
	struct canvas *c = &app->canvas;
	int y = c->rows - 2;
	struct arena *a = &app->event_arena;
	if (app->npending) {
		const char *s = "";
		for (int i = 0; i < app->npending; i++)
			s = arena_printf(a, "%s%s ", s, key_name(app->pending[i], a));
		canvas_printf(c, y, 0, c->cols, ROLE_NOTE, " %s..", s);
	} else if (app->note[0]) {
		paint_said(app, y);
	} else if (app->outcome.unread) {
		paint_outcome(app, y);
	} else if (app->jobs) {
		canvas_printf(c, y, 0, c->cols, ROLE_NOTE, " %s", working_words(app, a));
	} else if (others) {
		canvas_printf(c, y, 0, c->cols, ROLE_NOTE, " %s", others);
	} else if (app->host.strip) {
		const char *s = app->host.strip(app->host.ctx, app_today(app), a);
		canvas_printf(c, y, 0, c->cols, ROLE_DIM, " %s", s ? s : "");
	}
}

struct bar_entry {
	const char *key, *label, *action;
	int cells;
	int drop; /* first to go when the bar is too long: the highest */
};

/* What each key of the bar does now. Function keys first, in their order, then whatever else is marked for the bar. */
static size_t collect(struct app *app, struct bar_entry *out, size_t max)
{
	static const int droppable[] = {K_F5, K_F10, K_F3, K_F12, K_F8};
	struct chain chain;
	app_chain(app, &chain);
	size_t n = 0;
	for (int key = K_F1; key <= K_F12 && n < max; key++) {
		for (int i = 0; i < chain.n; i++) {
			const char *name;
			struct layer layer;
			const struct action *act;
			if (keymap_find(&app->keys, chain.layers[i].context.name, &key, 1, &name) != KEY_FULL ||
				!dispatch_find(&chain, name, &layer, &act))
				continue;
			const char *label = act->label ? act->label : app->host.verb_label ? app->host.verb_label(app->host.ctx, name) : NULL;
			struct err why = {0};
			if ((act->flags & ACTION_BAR) && label && (!act->can || act->can(app, layer.self, &why)))
				out[n++] = (struct bar_entry){.key = key_name(key, &app->event_arena), .label = label, .action = name};
			break;
		}
		for (size_t d = 0; n && d < sizeof droppable / sizeof *droppable; d++)
			if (droppable[d] == key && !strcmp(out[n - 1].key, key_name(key, &app->event_arena)))
				out[n - 1].drop = 100 - (int)d;
	}
	for (int i = 0; i < chain.n; i++)
		for (const struct action *act = chain.layers[i].context.actions; act && act->name && n < max; act++) {
			struct layer layer;
			const struct action *found;
			if (!(act->flags & ACTION_BAR) || !act->run || !act->label || !dispatch_find(&chain, act->name, &layer, &found) || found != act)
				continue;
			bool shown = false;
			for (size_t k = 0; k < n; k++)
				shown = shown || !strcmp(out[k].action, act->name);
			const char *key = shown ? NULL : keymap_key_of(&app->keys, &chain, act->name, &app->event_arena);
			if (key && !(key[0] == 'F' && key[1] >= '1' && key[1] <= '9'))
				out[n++] = (struct bar_entry){.key = key, .label = act->label, .action = act->name, .drop = 200};
		}
	return n;
}

static void drop_one(struct bar_entry *list, size_t *n)
{
	size_t worst = 0;
	for (size_t i = 0; i < *n; i++)
		if (list[i].drop >= list[worst].drop)
			worst = i;
	memmove(&list[worst], &list[worst + 1], (*n - worst - 1) * sizeof *list);
	--*n;
}

static void paint_bar(struct app *app)
{
	struct canvas *c = &app->canvas;
	struct bar_entry list[32];
	size_t n = collect(app, list, sizeof list / sizeof *list);
	int y = c->rows - 1, total;
	for (;;) {
		total = 1;
		for (size_t i = 0; i < n; i++) {
			list[i].cells = text_cells(list[i].key) + text_cells(list[i].label) + 1;
			total += list[i].cells;
		}
		if (total <= c->cols || !n)
			break;
		drop_one(list, &n);
	}
	canvas_text(c, y, 0, c->cols, ROLE_KEYBAR, "");
	int x = 1;
	for (size_t i = 0; i < n; i++) {
		int key = text_cells(list[i].key);
		canvas_text(c, y, x, key, ROLE_KEY, list[i].key);
		canvas_text(c, y, x + key, list[i].cells - key, ROLE_KEYBAR, list[i].label);
		x += list[i].cells;
	}
}

/* The screens in sight: the highest that is not a popup, then the popups over it. */
static void paint_screens(struct app *app, struct area body)
{
	struct screen *stack[32];
	int n = 0;
	for (struct screen *s = app->top; s && n < 32; s = s->below) {
		stack[n++] = s;
		if (!s->type->popup)
			break;
	}
	paint_title(app, stack[n - 1]);
	while (n--) {
		app->canvas.caret_on = false;
		stack[n]->type->paint(stack[n], &app->canvas, body);
	}
}

void frame_paint(struct app *app)
{
	struct canvas *c = &app->canvas;
	canvas_clear(c);
	if (!app->top)
		return;
	if (c->rows < APP_MIN_ROWS || c->cols < APP_MIN_COLS) {
		canvas_printf(c, 0, 0, c->cols, ROLE_ERROR, _("窗口太小，至少 %d×%d"), APP_MIN_COLS, APP_MIN_ROWS);
		canvas_caret(c, 0, 0);
		return;
	}
	paint_screens(app, (struct area){.y = 1, .x = 0, .rows = c->rows - 3, .cols = c->cols});
	paint_note(app);
	paint_bar(app);
	if (!c->caret_on)
		canvas_caret(c, 1, 0);
}
