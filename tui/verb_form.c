#include "tui/verb_form.h"

#include <string.h>

#include "tui/app.h"
#include "tui/ask.h"
#include "tui/conflict.h"
#include "tui/form_private.h"
#include "tui/values.h"

struct verb_state {
	struct form form;
	struct form_type type;
	const struct verb *verb;
	int64_t subject;
	void *args;
	void *into; /* handed over instead of done */
	struct arena *into_arena;
	struct conflict conflict; /* the last save met another clerk's change */
};

struct verb_arg {
	const struct verb *verb;
	int64_t subject;
	const void *prefill;
	bool chosen; /* what stands in prefill was chosen just now: it goes before what was suggested, and before an old draft */
	const char *title;
	void *into;
	struct arena *into_arena;
};

static bool run_verb(struct app *app, const struct verb *v, int64_t *subject, void *args, const unsigned char *cmd, struct err *e)
{
	struct verb_call call = {
		.office = app->office, .verb = v, .subject_id = *subject, .args = args, .arena = &app->event_arena,
	};
	if (!verb_do(&call, cmd, e))
		return false;
	*subject = call.subject_id;
	const char *line = call.result ? call.result : tr(v->label);
	if (call.warning)
		app_note(app, _("%s；%s"), line, call.warning);
	else
		app_note(app, "%s", line);
	return true;
}

bool verb_form_run(struct form *f, const struct verb *v, int64_t *subject, void *args, struct err *e)
{
	return run_verb(f->screen->app, v, subject, args, f->cmd, e);
}

bool verb_form_register(struct form *f, const char *verb, void *args, void (*open)(struct app *app, int64_t id), const char *more, bool *leave,
	struct err *e)
{
	struct app *app = f->screen->app;
	int64_t made = INT_NONE;
	if (!verb_form_run(f, verb_find(verb), &made, args, e))
		return false;
	const char *said = arena_strdup(&app->event_arena, app->note);
	*leave = false;
	form_done(f);
	screen_leave(f->screen, (struct result){.done = true, .id = made});
	app_changed(app);
	open(app, made);
	app_note(app, "%s%s", said, more);
	return true;
}

/* Every field is chosen: they go into the form as of what is stored now, and it is saved again. */
static void merged(struct screen *s, void *ctx, const struct result *r)
{
	struct verb_state *st = s->state;
	const struct field *version = record_field(st->verb->args, "version");
	(void)ctx;
	if (!r->done)
		return;
	conflict_apply(&st->conflict, st->args);
	memcpy((char *)record_part(st->verb->args, st->args, version) + version->offset, &st->conflict.merge.version, sizeof(int64_t));
	form_sync(&st->form);
	(void)form_draft_save(&st->form);
	form_save(&st->form);
}

/* Somebody changed the same fields first: they are shown side by side. What is typed stays in the form and in its draft. */
static void show_conflict(struct screen *s, const void *rec)
{
	struct verb_state *st = s->state;
	struct err e = {0};
	if (!st->verb->merge)
		return;
	if (!st->verb->merge(s->app->office, st->subject, rec, &s->arena, &st->conflict.merge, &e))
		app_refuse(s->app, &e);
	else if (st->conflict.merge.n)
		conflict_open(s->app, &st->conflict, tr(st->verb->label), (struct then){.call = merged});
}

static bool save(struct screen *s, void *rec, bool *leave, struct err *e)
{
	struct verb_state *st = s->state;
	struct app *app = s->app;
	if (st->into) {
		record_copy(st->verb->args, st->into, rec, st->into_arena);
		*leave = false;
		form_done(&st->form);
		screen_leave(s, (struct result){.done = true, .id = INT_NONE});
		return true;
	}
	if (!verb_form_run(&st->form, st->verb, &st->subject, rec, e)) {
		if (e->code == ERR_CONFLICT)
			show_conflict(s, rec);
		return false;
	}
	*leave = false;
	form_done(&st->form);
	screen_leave(s, (struct result){.done = true, .id = st->subject});
	app_changed(app);
	return true;
}

static void choose(struct verb_state *st, struct app *app, const void *chosen)
{
	const struct record_type *t = st->verb->args;
	struct input in = app_input(app);
	for (const struct field *f = t->fields; f->name; f++) {
		struct err e = {0};
		if (!record_known(f, chosen))
			continue;
		if (!record_set(t, st->args, f, record_stored(f, chosen, &app->event_arena), &in, st->form.arena, &e))
			app_refuse(app, &e);
	}
	form_sync(&st->form);
}

static bool verb_open(struct screen *s, const struct screen_arg *arg, struct err *e)
{
	const struct verb_arg *from = arg->data;
	struct verb_state *st = s->state;
	(void)e;
	st->verb = from->verb;
	st->subject = from->subject;
	st->into = from->into;
	st->into_arena = from->into_arena;
	st->type = (struct form_type){.record = st->verb->args, .draft = st->verb->name, .values = values_of, .save = save};
	st->args = arena_alloc(&s->arena, st->verb->args->size);
	record_clear(st->verb->args, st->args);
	if (st->verb->suggest && st->subject != INT_NONE)
		st->verb->suggest(s->app->office, st->subject, st->args, &s->arena);
	if (from->prefill && !from->chosen)
		record_copy(st->verb->args, st->args, from->prefill, &s->arena);
	if (from->into)
		record_copy(st->verb->args, st->args, from->into, &s->arena);
	s->works_noun = st->subject > 0 ? st->verb->subject : NULL;
	s->works_on = st->subject;
	s->title = from->title ? arena_strdup(&s->arena, from->title) : tr(st->verb->label);
	form_open(&st->form, s, &st->type, st->args, st->subject);
	if (from->chosen)
		choose(st, s->app, from->prefill);
	return true;
}

static const struct screen_type verb_screen = {
	.name = "verb", .title = N_("办理"), .size = sizeof(struct verb_state), .open = verb_open, .close = form_screen_close, .paint = form_screen_paint,
	.chain = form_screen_chain, .event = form_screen_event, .leave = form_screen_leave,
};

void verb_form_ask(struct app *app, const struct verb *v, const char *title, void *into, struct arena *a, struct then then)
{
	struct verb_arg data = {.verb = v, .subject = INT_NONE, .title = title, .into = into, .into_arena = a};
	struct screen_arg arg = {.data = &data};
	app_push(app, &verb_screen, &arg, then);
}

/* --- a verb without arguments: confirmed, then done -------------------------------------------------------------------- */

static void confirmed(struct screen *below, void *ctx, const struct result *r)
{
	struct verb_arg *arg = ctx;
	struct app *app = below->app;
	struct err e = {0};
	unsigned char cmd[CMD_ID_LEN];
	if (!r->done)
		return;
	cmd_id_new(app->desk, cmd);
	if (run_verb(app, arg->verb, &arg->subject, NULL, cmd, &e))
		app_changed(app);
	else
		app_refuse(app, &e);
}

static void open_form(struct app *app, struct verb_arg data, struct then then)
{
	const struct verb *v = data.verb;
	struct screen_arg arg = {.data = &data};
	struct err why = {0};
	if (v->creates)
		data.subject = INT_NONE;
	if (!app->office || !verb_can(app->office, v, data.subject, &why)) {
		err_set(&why, ERR_MISSING, _("没有打开办公室文件"));
		app_refuse(app, &why);
		return;
	}
	if (v->args) {
		app_push(app, &verb_screen, &arg, then);
		return;
	}
	struct verb_arg *kept = arena_memdup(&app->top->arena, &data, sizeof data);
	const char *asked = v->asks ? v->asks(app->office, data.subject, &app->event_arena) : NULL;
	const char *line = asked ? asked : v->leaves_office ? _("办理后送出机关，不能撤销。") : _("办理后记入日志。");
	ask_confirm(app, tr(v->label), line, (struct then){.call = confirmed, .ctx = kept});
}

void verb_form_open(struct app *app, const struct verb *v, int64_t subject, const void *prefill)
{
	open_form(app, (struct verb_arg){.verb = v, .subject = subject, .prefill = prefill}, (struct then){0});
}

void verb_form_chosen(struct app *app, const struct verb *v, int64_t subject, const void *chosen, struct then then)
{
	open_form(app, (struct verb_arg){.verb = v, .subject = subject, .prefill = chosen, .chosen = true}, then);
}
