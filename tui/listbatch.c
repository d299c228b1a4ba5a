/* Enter on a list with digits in its option column: the arguments of each option asked once, all of it confirmed once with the numbers, then
 * row by row; last the rows that are only to be looked at, one after the other. Left at any question, nothing is done and every digit stays. */
#include <stdlib.h>
#include <string.h>

#include "tui/app.h"
#include "tui/ask.h"
#include "tui/list_private.h"
#include "tui/verb_form.h"

bool list_option_offered(const struct list_option *o)
{
	return !o->verb || verb_find(o->verb);
}

const struct list_option *list_option_of(const struct list *l, char digit)
{
	for (const struct list_option *o = l->source->options; o && o->digit; o++)
		if (o->digit == digit && list_option_offered(o))
			return o;
	return NULL;
}

void list_settle(struct list *l, int64_t id, const char *why)
{
	if (why) {
		pick_refuse(l->picks, id, why);
		return;
	}
	pick_done(l->picks, id);
	(void)!pick_mark(l->picks, id, false);
}

void list_bring_back(struct list *l)
{
	struct app *app = l->screen->app;
	size_t n = picks_bring_back(l->picks, app);
	for (size_t i = l->picks->n; n && i-- > 0;)
		if (!list_option_of(l, l->picks->rows[i].digit))
			pick_done(l->picks, l->picks->rows[i].id);
	if (n && l->picks->digits)
		app_note(app, _("上次填了还没有办的选项取回 %zu 行：Enter 办理，^D 全部取消"), l->picks->digits);
}

void list_say_why(struct list *l)
{
	struct app *app = l->screen->app;
	const struct pick *p = l->picks && l->page.n ? pick_find(l->picks, l->cursor_id) : NULL;
	if (p && p->why && !app->note[0]) {
		app_note(app, "%s", p->why);
		app->note_error = true;
	}
}

static size_t rows_of(const struct list *l, char digit)
{
	size_t n = 0;
	for (size_t i = 0; i < l->picks->n; i++)
		n += l->picks->rows[i].digit == digit;
	return n;
}

struct turn {
	int64_t turn, id;
};

static int by_turn(const void *x, const void *y)
{
	const struct turn *a = x, *b = y;
	return a->turn != b->turn ? (a->turn > b->turn) - (a->turn < b->turn) : (a->id > b->id) - (a->id < b->id);
}

/* The rows of a digit (0: of any), whose turn it is first; in the event's memory. */
static int64_t *in_turn(const struct list *l, char digit, size_t *n)
{
	struct arena *a = &l->screen->app->event_arena;
	struct turn *t = arena_array(a, struct turn, l->picks->n + 1);
	int64_t *ids = arena_array(a, int64_t, l->picks->n + 1);
	*n = 0;
	for (size_t i = 0; i < l->picks->n; i++) {
		const struct pick *p = &l->picks->rows[i];
		if (digit ? p->digit == digit : p->digit)
			t[(*n)++] = (struct turn){l->source->turn ? l->source->turn(l->screen, p->id) : p->id, p->id};
	}
	qsort(t, *n, sizeof *t, by_turn);
	for (size_t i = 0; i < *n; i++)
		ids[i] = t[i].id;
	return ids;
}

static size_t rows_of_verbs(const struct list *l)
{
	size_t n = 0;
	for (const struct list_option *o = l->source->options; o->digit; o++)
		n += o->verb ? rows_of(l, o->digit) : 0;
	return n;
}

/* --- looked at one after the other -------------------------------------------------------------------------------------------- */

static void open_next(struct list *l);

static bool step_open(void *self)
{
	struct list *l = self;
	if (l->screen->app->top == l->screen)
		open_next(l);
	return false;
}

/* F3 closes the list as well: then nothing more is opened. */
static void left(struct screen *s, void *ctx, const struct result *r)
{
	(void)r;
	app_work(s->app, step_open, NULL, ctx);
}

static void open_next(struct list *l)
{
	struct app *app = l->screen->app;
	for (size_t i = 0; i < l->picks->n; i++) {
		const struct pick p = l->picks->rows[i];
		const struct list_option *o = p.digit ? list_option_of(l, p.digit) : NULL;
		if (!o || !o->open || p.why)
			continue;
		app->note[0] = '\0';
		o->open(l->screen, p.id);
		if (app->top == l->screen) { /* it does not open, and said why */
			pick_refuse(l->picks, p.id, app->note);
			continue;
		}
		pick_done(l->picks, p.id);
		if (!app->top->then.call)
			app->top->then = (struct then){.call = left, .ctx = l};
		return;
	}
}

/* --- all at once: one such option at a time, it asks for itself ------------------------------------------------------------------ */

static bool run_all(struct list *l)
{
	for (const struct list_option *o = l->source->options; o->digit; o++) {
		size_t n;
		if (!o->all || !rows_of(l, o->digit))
			continue;
		const int64_t *ids = in_turn(l, o->digit, &n);
		o->all(l->screen, ids, n);
		return true;
	}
	return false;
}

static void forget_reasons(struct list *l)
{
	for (size_t i = 0; i < l->picks->n; i++)
		if (l->picks->rows[i].why)
			pick_refuse(l->picks, l->picks->rows[i].id, NULL);
}

static void run_others(struct list *l)
{
	if (!run_all(l))
		open_next(l);
}

/* --- row by row through the verbs ----------------------------------------------------------------------------------------------- */

static void say_end(struct list *l, bool stopped)
{
	struct app *app = l->screen->app;
	const struct batch *b = &l->run.batch;
	size_t left_over = b->n - b->next;
	if (b->fault)
		app_note(app, _("办成 %zu 件，余下 %zu 件没有办：%s"), b->done, left_over, b->fault);
	else if (stopped)
		app_note(app, _("已停下：办成 %zu 件，没有办成 %zu 件，余下 %zu 件没有办，选项都留着"), b->done, b->refused, left_over);
	else if (b->refused)
		app_note(app, _("办成 %zu 件，没有办成 %zu 件：选项还留着，光标移到那一行看原因"), b->done, b->refused);
	else if (b->n == 1)
		app_note(app, "%s", b->rows[0].text);
	else
		app_note(app, _("办成 %zu 件"), b->done);
	app->note_error = b->fault || b->refused;
}

static void end(struct list *l, bool stopped)
{
	struct app *app = l->screen->app;
	say_end(l, stopped);
	batch_close(&l->run.batch);
	memset(l->run.acts, 0, sizeof l->run.acts);
	arena_reset(&l->run.arena);
	app_changed(app);
}

static void stop(void *self)
{
	end(self, true);
}

static bool step(void *self)
{
	struct list *l = self;
	struct batch *b = &l->run.batch;
	size_t at = b->next;
	bool more = batch_step(b);
	if (b->next > at)
		list_settle(l, b->rows[at].id, b->rows[at].state == BATCH_DONE ? NULL : b->rows[at].text);
	if (more) {
		app_note(l->screen->app, _("正在办理 %zu/%zu，Esc 停下"), b->next, b->n);
		return true;
	}
	bool fault = b->fault != NULL;
	end(l, false);
	if (!fault)
		run_others(l);
	return false;
}

static void begin(struct list *l)
{
	struct batch *b = &l->run.batch;
	batch_close(b);
	batch_open(b, l->screen->app->office);
	size_t n;
	const int64_t *ids = in_turn(l, 0, &n);
	for (size_t i = 0; i < n; i++) {
		const struct pick *p = pick_find(l->picks, ids[i]);
		const struct list_option *o = list_option_of(l, p->digit);
		if (o && o->verb)
			batch_add(b, p->id, &l->run.acts[o - l->source->options], p->cmd);
	}
	forget_reasons(l);
	if (b->n)
		app_work(l->screen->app, step, stop, l);
	else
		run_others(l);
}

/* --- asked ---------------------------------------------------------------------------------------------------------------------- */

static void not_done(struct list *l)
{
	app_note(l->screen->app, "%s", _("没有办，选项都留着"));
}

static void confirmed(struct screen *s, void *ctx, const struct result *r)
{
	(void)s;
	if (r->done)
		begin(ctx);
	else
		not_done(ctx);
}

/* "4 交办  12 件：承办部门 稽查处，内部期限 2026-03-20" */
static void add_act(struct str *out, const struct list *l, const struct list_option *o, struct arena *a)
{
	const struct batch_act *act = &l->run.acts[o - l->source->options];
	size_t n = rows_of(l, o->digit);
	const char *sep = _("：");
	if (!n)
		return;
	str_printf(out, _("\n%c %s  %zu 件"), o->digit, tr(act->verb->label), n);
	for (const struct field *f = act->args ? act->verb->args->fields : NULL; f && f->name; f++)
		if (!(f->flags & FIELD_HIDDEN) && record_known(f, act->args)) {
			str_printf(out, "%s%s %s", sep, tr(f->label), record_shown(f, act->args, a));
			sep = _("，");
		}
	if (act->verb->leaves_office)
		str_add(out, _("\n  送出机关，不能撤销"));
}

/* A mark of another clerk warns and never locks: it is said before, and the clerk decides. */
static void add_busy(struct str *out, const struct list *l, struct arena *a)
{
	const char *first = NULL;
	size_t n = 0;
	for (size_t i = 0; i < l->picks->n; i++) {
		const struct pick *p = &l->picks->rows[i];
		const struct list_option *o = p->digit ? list_option_of(l, p->digit) : NULL;
		const char *who = o && o->verb ? app_busy(l->screen->app, l->screen->type->noun, p->id, a) : NULL;
		n += who != NULL;
		first = first ? first : who;
	}
	if (n)
		str_printf(out, _("\n其中 %zu 件别人正开着：%s"), n, first);
}

static void ask_all(struct list *l)
{
	struct app *app = l->screen->app;
	struct str s = str_new(&app->event_arena);
	size_t n = rows_of_verbs(l);
	if (!n) {
		begin(l);
		return;
	}
	str_printf(&s, _("将对 %zu 件逐件办理，各记一条日志："), n);
	for (const struct list_option *o = l->source->options; o->digit; o++)
		if (o->verb && list_option_offered(o))
			add_act(&s, l, o, &app->event_arena);
	add_busy(&s, l, &app->event_arena);
	str_add(&s, _("\n办不成的留在原处，写明原因。"));
	ask_confirm(app, arena_printf(&app->event_arena, _("办理 %zu 件"), n), s.s, (struct then){.call = confirmed, .ctx = l});
}

static void ask_next(struct list *l);

static void form_filled(struct screen *s, void *ctx, const struct result *r)
{
	struct list *l = ctx;
	(void)s;
	if (!r->done) {
		not_done(l);
		return;
	}
	l->run.asked++;
	ask_next(l);
}

static void ask_next(struct list *l)
{
	struct list_run *run = &l->run;
	for (; l->source->options[run->asked].digit; run->asked++) {
		const struct list_option *o = &l->source->options[run->asked];
		struct batch_act *act = &run->acts[run->asked];
		size_t n = o->verb && list_option_offered(o) ? rows_of(l, o->digit) : 0;
		if (!n)
			continue;
		void *args = act->args ? (void *)(uintptr_t)act->args : NULL; /* filled in before a question that was left */
		*act = (struct batch_act){.verb = verb_find(o->verb), .args = args, .prepare = o->prepare};
		if (!o->form)
			continue;
		if (!args) {
			args = arena_alloc(&run->arena, act->verb->args->size);
			record_clear(act->verb->args, args);
			act->args = args;
		}
		verb_form_ask(l->screen->app, act->verb, arena_printf(&run->arena, _("%s：%zu 件同一内容"), tr(act->verb->label), n), args, &run->arena,
			(struct then){.call = form_filled, .ctx = l});
		return;
	}
	ask_all(l);
}

bool list_run(struct list *l)
{
	if (!l->picks || !l->picks->digits)
		return false;
	l->run.asked = 0;
	ask_next(l);
	return true;
}
