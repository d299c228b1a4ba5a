/* 七步法: seven questions, each with its article; the last answer opens the step's form with the outcome filled in. */
#include <string.h>
#include "law/wizard.h"
#include "office/matter.h"
#include "tui/app.h"
#include "tui/edit.h"
#include "tui/list.h"
#include "tui/verb_form.h"

enum { DEPTH = 16, HELP_ROWS = 2 };

struct wizard {
	struct list list;
	int64_t request;
	const struct wizard_question *all; /* of the case's law */
	const struct wizard_question *path[DEPTH]; /* the questions answered so far; the last is the one asked */
	int n;
};

static const struct wizard_question *asked(const struct screen *s)
{
	const struct wizard *w = s->state;
	return w->path[w->n - 1];
}

static bool page(struct screen *s, const struct list_query *q, struct list_page *out, struct err *e)
{
	size_t n = 0;
	(void)e;
	while (asked(s)->answers[n].label)
		n++;
	struct list_row *rows = arena_array(q->arena, struct list_row, n + 1);
	n = 0;
	for (const struct wizard_answer *a = asked(s)->answers; a->label; a++, n++) {
		rows[n].id = (int64_t)n + 1;
		rows[n].cells[0] = tr(a->label);
		rows[n].cells[1] = a->next ? ">" : "";
		rows[n].cells[2] = tr(a->help);
		rows[n].roles[2] = ROLE_DIM;
	}
	return list_page_of(s, rows, n, q, out);
}

static const struct list_source source;

static void ask(struct screen *s)
{
	const struct wizard_question *q = asked(s);
	s->title = arena_printf(&s->arena, _("%d/7 %s：%s"), wizard_step(((struct wizard *)s->state)->all, q), tr(q->step), tr(q->text));
	list_close(&((struct wizard *)s->state)->list);
	list_open(&((struct wizard *)s->state)->list, s, &source); /* from its first answer */
}

/* Done: back to the request. Left without: the question stays. */
static void step_left(struct screen *s, void *ctx, const struct result *r)
{
	(void)ctx;
	if (r->done)
		screen_leave(s, (struct result){.done = true, .id = r->id});
}

/* The step's form; the outcome is typed in as the clerk would. */
static void open_step(struct screen *s, const struct wizard_answer *a)
{
	const struct wizard *w = s->state;
	const struct verb *v = verb_find(a->verb);
	struct app *app = s->app;
	void *rec = v && v->args ? arena_alloc(&app->event_arena, v->args->size) : NULL;
	struct input in = app_input(app);
	struct err e = {0};
	BUG_ON(!v);
	if (rec)
		record_clear(v->args, rec);
	const char *const filled[][2] = {{"outcome", a->outcome}, {"disclose_basis", a->basis}};
	for (size_t i = 0; i < sizeof filled / sizeof *filled; i++) {
		const struct field *f = rec && filled[i][1] ? record_field(v->args, filled[i][0]) : NULL;
		if (f && !record_set(v->args, record_part(v->args, rec, f), f, filled[i][1], &in, &app->event_arena, &e)) {
			app_refuse(app, &e);
			return;
		}
	}
	verb_form_chosen(app, v, w->request, rec, (struct then){.call = step_left});
}

static void enter(struct screen *s, int64_t id)
{
	struct wizard *w = s->state;
	const struct wizard_answer *a = &asked(s)->answers[id - 1];
	if (!a->next) {
		open_step(s, a);
		return;
	}
	if (w->n == DEPTH)
		BUG("wizard deeper than %d", DEPTH);
	w->path[w->n++] = wizard_question(w->all, a->next);
	ask(s);
}

static const struct list_column columns[] = {
	{.label = N_("情形"), .width = 36},
	{.label = N_(" "), .width = 2},
	{.label = N_("依据和后果")},
	{0},
};
static const struct list_source source = {.columns = columns, .empty = "", .page = page, .enter = enter};

static bool wizard_open(struct screen *s, const struct screen_arg *arg, struct err *e)
{
	struct wizard *w = s->state;
	if (arg->id <= 0)
		return err_set(e, ERR_MISSING, _("从申请的画面里打开"));
	struct matter_case c;
	if (!matter_load(s->app->office, arg->id, &s->app->event_arena, &c, e))
		return false;
	w->all = wizard_questions(proc_family_of(c.matter.kind, c.matter.ruleset));
	w->request = s->works_on = arg->id;
	s->works_noun = "request";
	w->path[w->n++] = w->all;
	list_open(&w->list, s, &source);
	ask(s);
	return true;
}

static void wizard_close(struct screen *s)
{
	list_close(&((struct wizard *)s->state)->list);
}

/* The answer's article and what follows from it, in full below the list: a column of 80 cuts it. */
static void wizard_paint(struct screen *s, struct canvas *c, struct area body)
{
	struct wizard *w = s->state;
	int64_t id = list_current(&w->list);
	const char *help = id > 0 ? tr(asked(s)->answers[id - 1].help) : "";
	struct area list = body;
	list.rows -= HELP_ROWS;
	for (int i = 0; i < HELP_ROWS; i++) {
		size_t len, next = wrap_next(help, 0, body.cols - 4, &len);
		canvas_text(c, body.y + list.rows + i, body.x + 2, body.cols - 4, ROLE_TEXT, arena_strndup(&s->app->event_arena, help, len));
		help += next ? next : len;
	}
	list_paint(&w->list, c, list);
}

static void wizard_chain(struct screen *s, struct chain *out)
{
	list_chain(&((struct wizard *)s->state)->list, out);
}

static int64_t wizard_subject(struct screen *s)
{
	return ((struct wizard *)s->state)->request;
}

/* Back is the question before; from the first one, the screen below. */
static void act_back(struct app *app, void *self)
{
	struct screen *s = self;
	struct wizard *w = s->state;
	(void)app;
	if (w->n > 1) {
		w->n--;
		ask(s);
	} else {
		screen_leave(s, (struct result){.id = INT_NONE});
	}
}

static const struct action actions[] = {
	{.name = "back", .label = N_("上一问"), .flags = ACTION_BAR, .run = act_back},
	{0},
};

const struct screen_type wizard_screen = {
	.name = "wizard", .code = "16", .title = N_("七步法"), .actions = actions, .size = sizeof(struct wizard), .needs_office = true,
	.open = wizard_open, .close = wizard_close, .paint = wizard_paint, .chain = wizard_chain, .subject = wizard_subject,
};
