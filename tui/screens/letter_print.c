#include "tui/screens/letter_print.h"

#include <string.h>

#include "office/letter_send.h"
#include "office/letter_view.h"
#include "tui/ask.h"

/* print the first time on paper, reprint from then on: each page says 副本. */
static void start(struct letter_printing *p, const char *const *more)
{
	const char **args = arena_array(&p->arena, const char *, p->n + 12);
	size_t n = 0;
	args[n++] = "letter";
	args[n++] = p->verb;
	for (size_t i = 0; i < p->n; i++)
		args[n++] = p->refs[i];
	while (*more)
		args[n++] = *more++;
	(void)!job_run(&p->job, p->screen->app, args, arena_printf(&p->arena, _("排版 %s"), p->what));
}

void letter_printing_event(struct letter_printing *p, const struct event *ev)
{
	if (!job_event(&p->job, ev))
		return;
	for (size_t i = 0; p->list && i < p->n; i++)
		list_settle(p->list, p->rows[i], p->job.failed ? p->job.text : NULL);
	job_tell(&p->job);
	app_changed(p->screen->app);
}

void letter_printing_close(struct letter_printing *p)
{
	job_close(&p->job);
	arena_free(&p->arena);
}

/* Nothing of the last choice is wanted any more; false while its job runs. */
static bool begin(struct letter_printing *p, struct screen *s, size_t most)
{
	struct err e = {0};
	if (p->job.running) {
		err_set(&e, ERR_BUSY, _("上一批还没有打印完，请稍候"));
		app_refuse(s->app, &e);
		return false;
	}
	arena_reset(&p->arena);
	p->screen = s;
	p->list = NULL;
	p->n = 0;
	p->verb = "print";
	p->refs = arena_array(&p->arena, const char *, most + 1);
	p->rows = arena_array(&p->arena, int64_t, most + 1);
	return true;
}

static void add(struct letter_printing *p, const char *ref, int64_t row)
{
	p->rows[p->n] = row;
	p->refs[p->n++] = arena_strdup(&p->arena, ref);
}

static bool again(const struct letter_printing *p)
{
	return !strcmp(p->verb, "reprint");
}

static void go(void *ctx, const char *const *more)
{
	start(ctx, more);
}

/* How many of each are printed when nobody says otherwise: what the kinds of these letters want; of a copy, one. */
static int usual_copies(struct letter_printing *p)
{
	struct office *o = p->screen->app->office;
	struct letter l;
	struct err none = {0};
	int most = 1;
	for (size_t i = 0; i < p->n && !again(p); i++) {
		int64_t id;
		if (!letter_find(o, p->refs[i], &id, &none) || !letter_load(o, id, &p->arena, &l, &none))
			break;
		int n = letter_copies(o, l.kind, &p->arena);
		most = n > most ? n : most;
	}
	return most;
}

static void choose(struct letter_printing *p)
{
	p->out = (struct output){.screen = p->screen, .arena = &p->arena, .what = p->what, .n = p->n, .copies = usual_copies(p), .go = go, .ctx = p,
		.name = p->n > 1 ? arena_printf(&p->arena, _("%s等%zu份"), p->refs[0], p->n) : p->refs[0],
		.note = again(p) ? _("标明副本") : NULL,
		.warning = again(p) ? _("以前打印过：这次每页标明“副本”。") : _("第一次打印：不标副本。")};
	output_ask(&p->out);
}

void letter_print_choose(struct letter_printing *p, struct screen *s, int64_t letter_id)
{
	struct app *app = s->app;
	struct letter l;
	bool printed;
	struct err e = {0};
	if (!begin(p, s, 1))
		return;
	if (!letter_load(app->office, letter_id, &p->arena, &l, &e) || !letter_printed(app->office, letter_id, &printed, &e) ||
		(!strcmp(l.state, "revoked") && !err_set(&e, ERR_RULE, _("%s 已撤销，不能打印"), l.number))) {
		app_refuse(app, &e);
		return;
	}
	add(p, l.ref, letter_id);
	p->what = p->refs[0];
	p->verb = printed ? "reprint" : "print";
	choose(p);
}

/* --- several ------------------------------------------------------------------------------------------------------------------ */

struct candidate {
	int64_t row, id;
	const char *ref, *number;
	bool printed;
};

/* What a case has issued and not yet had on paper, the oldest first. */
static bool of_case(struct app *app, int64_t matter_id, struct arena *a, struct candidate *out, size_t *n, size_t max, struct err *e)
{
	struct letter_filter f = {.matter_id = matter_id, .limit = 100};
	struct letter_row *rows;
	size_t found, before = *n;
	if (!letter_page(app->office, &f, a, &rows, &found, e))
		return false;
	for (size_t i = found; i-- > 0 && *n < max;) {
		bool printed;
		if (!letter_printed(app->office, rows[i].id, &printed, e))
			return false;
		if (!printed && strcmp(rows[i].status, "revoked") != 0)
			out[(*n)++] = (struct candidate){matter_id, rows[i].id, rows[i].ref, rows[i].number, false};
	}
	return *n > before || err_set(e, ERR_RULE, _("没有已出具而还没打印的文书"));
}

static bool of_letter(struct app *app, int64_t id, struct arena *a, struct candidate *out, size_t *n, struct err *e)
{
	struct letter l;
	bool printed;
	if (!letter_load(app->office, id, a, &l, e) || !letter_printed(app->office, id, &printed, e))
		return false;
	if (!strcmp(l.state, "revoked"))
		return err_set(e, ERR_RULE, _("%s 已撤销，不能打印"), l.number);
	out[(*n)++] = (struct candidate){id, id, l.ref, l.number, printed};
	return true;
}

/* Originals and copies do not go out in one job: while there are originals, the others wait. */
static void add_all(struct letter_printing *p, struct list *l, const struct candidate *c, size_t n)
{
	size_t originals = 0;
	for (size_t i = 0; i < n; i++)
		originals += !c[i].printed;
	p->verb = originals ? "print" : "reprint";
	for (size_t i = 0; i < n; i++)
		if (originals && c[i].printed)
			list_settle(l, c[i].row, arena_printf(&p->arena, _("%s 已打印过：重印另作一批，每页标明“副本”"), c[i].number));
		else
			add(p, c[i].ref, c[i].row);
}

void letter_print_rows(struct letter_printing *p, struct list *l, const int64_t *rows, size_t n, bool cases)
{
	enum { PER_CASE = 20 };
	struct app *app = l->screen->app;
	size_t most = n * (cases ? PER_CASE : 1), found = 0;
	if (!begin(p, l->screen, most))
		return;
	struct candidate *c = arena_array(&p->arena, struct candidate, most + 1);
	for (size_t i = 0; i < n; i++) {
		struct err e = {0};
		if (cases ? !of_case(app, rows[i], &p->arena, c, &found, most, &e) : !of_letter(app, rows[i], &p->arena, c, &found, &e))
			list_settle(l, rows[i], e.text);
	}
	add_all(p, l, c, found);
	p->list = l;
	if (!p->n) {
		app_note(app, "%s", _("没有可以打印的：原因在各行"));
		app->note_error = true;
		return;
	}
	p->what = arena_printf(&p->arena, _("%zu 份文书"), p->n);
	choose(p);
}

/* --- on after a jam ------------------------------------------------------------------------------------------------------------ */

static void resume_confirmed(struct screen *s, void *ctx, const struct result *r)
{
	(void)s;
	if (r->done)
		start(ctx, (const char *[]){NULL});
}

/* The letters of the job stand in refs; the chosen one alone is named to the program, which finds the rest. */
static void resume_from(struct screen *s, void *ctx, const struct result *r)
{
	struct letter_printing *p = ctx;
	struct arena *a = &s->app->event_arena;
	if (!r->done || r->id < 0 || (size_t)r->id >= p->n)
		return;
	size_t at = (size_t)r->id, rest = p->n - at;
	const char *lines = arena_printf(a, _("从第 %zu 份（%s）起，%zu 份的纸记为卡纸作废，重新打印到 %s；\n前 %zu 份算已印出。其中另行打印过的、已撤销的不再打印。"), at + 1,
		p->refs[at], rest, *p->queue ? p->queue : _("系统默认的打印机"), at);
	p->refs[0] = p->refs[at];
	p->n = 1;
	p->verb = "resume";
	p->what = arena_printf(&p->arena, _("余下的 %zu 份"), rest);
	ask_confirm(s->app, _("卡纸续打"), lines, (struct then){.call = resume_confirmed, .ctx = p});
}

void letter_resume_choose(struct letter_printing *p, struct screen *s, int64_t letter_id)
{
	struct app *app = s->app;
	struct letter_run run;
	struct err e = {0};
	struct arena *a = &app->event_arena;
	if (!letter_run_of(app->office, letter_id, a, &run, &e)) {
		app_refuse(app, &e);
		return;
	}
	if (!begin(p, s, run.n))
		return;
	struct pick_row *rows = arena_array(a, struct pick_row, run.n + 1);
	for (size_t i = 0; i < run.n; i++) {
		struct letter l;
		if (!letter_load(app->office, run.ids[i], a, &l, &e)) {
			app_refuse(app, &e);
			return;
		}
		add(p, l.ref, run.ids[i]);
		rows[i] = (struct pick_row){.code = arena_printf(a, "%zu", i + 1), .label = arena_printf(a, _("第%zu份  %s"), i + 1, l.number), .note = l.ref};
	}
	p->queue = arena_strdup(&p->arena, run.queue);
	ask_pick(app, _("从哪一份起重新打印"), rows, run.n, rows[run.at].code, (struct then){.call = resume_from, .ctx = p});
}
