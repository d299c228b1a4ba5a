/* One correction: its clocks, whose record it is and what is said to be wrong, the evidence, who was seen to ask, to whom it was passed on,
 * what was done, what happened, its letters, what may be done now. */
#include "tui/screens/correction.h"

#include <string.h>

#include "base/text.h"
#include "tui/screens/appeal.h"
#include "tui/screens/casefile.h"
#include "tui/screens/letter.h"
#include "tui/screens/matter.h"
#include "tui/verb_form.h"

struct page {
	struct pane pane;
	int64_t id;
	struct casefile_export export;
};

/* --- what is shown ------------------------------------------------------------------------------------------------------ */

/* A line a piece: pieces stand on lines of their own or between semicolons. */
static void show_evidence(struct pane *p, const char *evidence, struct arena *a)
{
	static const char wide[] = "\xef\xbc\x9b"; /* the semicolon of Chinese text */
	char *copy = arena_strdup(a, evidence ? evidence : ""), *piece;
	int n = 0;
	pane_add(p, ROLE_HEAD, "%s", _("证据材料"));
	for (char *at; (at = strstr(copy, wide));) {
		*at = '\n';
		memmove(at + 1, at + strlen(wide), strlen(at + strlen(wide)) + 1);
	}
	while ((piece = strsep(&copy, "\n;")))
		if (!text_is_blank(piece))
			pane_add(p, ROLE_TEXT, "  %d. %s", ++n, text_trim(a, piece));
	if (!n)
		pane_add(p, ROLE_SOON, "%s", _("  没有证据材料：可以要求补正（条例41、关务公开规定21）"));
}

/* 关务公开规定 20, 21: who was seen to be who, and to whom it went. */
static bool show_handling(struct pane *p, struct app *app, const struct correction_view *v, struct arena *a, struct err *e)
{
	char iso[DAY_ISO];
	pane_add(p, ROLE_HEAD, "%s", _("核对和转送"));
	if (!matter_show_identity(p, app, v->c.matter.row, true, a, e))
		return false;
	if (v->transferred_on != DAY_NONE)
		pane_add(p, ROLE_TEXT, _("  已转送 %s：%s"), v->transferred_to ? v->transferred_to : "", day_iso(v->transferred_on, iso));
	return true;
}

static bool load(struct screen *s, struct err *e)
{
	struct page *st = s->state;
	struct arena *a = &s->app->event_arena;
	struct correction_view v;
	if (!correction_load(s->app->office, st->id, a, &v, e))
		return false;
	s->title = arena_printf(&s->arena, _("%s 更正 %s"), v.c.matter.number, tr(choice_label(matter_states, v.c.matter.state)));
	struct pane *p = &st->pane;
	int top = p->top;
	pane_clear(p);
	pane_add(p, ROLE_TITLE, "%s  %s", v.correction.applicant.name ? v.correction.applicant.name : "",
		tr(choice_label(applicant_kinds, v.correction.applicant.applicant_kind)));
	matter_show_clocks(p, s->app, &v.c, a);
	if (!matter_show_closeout(p, s->app, &v.c, a, e))
		return false;
	matter_show_words(p, _("信息记录"), v.correction.record, a);
	matter_show_words(p, _("更正请求"), v.correction.claim, a);
	matter_show_words(p, _("理由"), v.correction.reasons, a);
	show_evidence(p, v.correction.evidence, a);
	if (!show_handling(p, s->app, &v, a, e) || !matter_show_work(p, s->app, &v.c, a, e))
		return false;
	matter_show_events(p, &v.c, a);
	if (!matter_show_letters(p, s->app, st->id, a, e) || !matter_show_offers(p, s->app, &v.c, a, e))
		return false;
	matter_show_fields(p, &correction_type, &v.correction, &v.c.matter, a);
	p->top = top;
	return matter_show_handler(p, s->app, &v.c.matter, a, e);
}

/* --- the screen --------------------------------------------------------------------------------------------------------- */

static bool correction_open(struct screen *s, const struct screen_arg *arg, struct err *e)
{
	struct page *st = s->state;
	st->id = arg->id;
	if (!arg->id && !arg->text)
		return err_set(e, ERR_MISSING, _("从更正清单里打开"));
	if (!arg->id && !matter_find(s->app->office, "correction", arg->text, &st->id, e))
		return false;
	pane_open(&st->pane, &s->arena);
	return load(s, e);
}

static void correction_paint(struct screen *s, struct canvas *c, struct area body)
{
	pane_paint(&((struct page *)s->state)->pane, c, body);
}

static void correction_chain(struct screen *s, struct chain *out)
{
	pane_chain(&((struct page *)s->state)->pane, out);
}

static int64_t correction_subject(struct screen *s)
{
	return ((struct page *)s->state)->id;
}

static void correction_refresh(struct screen *s)
{
	struct err e = {0};
	if (!load(s, &e))
		app_refuse(s->app, &e);
}

static void act_why(struct app *app, void *self)
{
	matter_why(app, correction_subject(self));
}

static void act_print(struct app *app, void *self)
{
	letter_choose(app, correction_subject(self));
}

static void act_new(struct app *app, void *self)
{
	(void)self;
	correction_form_open(app);
}

void correction_change_open(struct app *app, int64_t id)
{
	struct arena *a = &app->event_arena;
	struct correction_change *now = arena_new(a, struct correction_change);
	struct correction_view v;
	struct err e = {0};
	if (id == INT_NONE)
		return;
	record_clear(&correction_change_type, now);
	if (!correction_load(app->office, id, a, &v, &e)) {
		app_refuse(app, &e);
		return;
	}
	now->now = v.correction;
	now->version = v.c.matter.version;
	verb_form_open(app, verb_find("correction.change"), id, now);
}

static void act_change(struct app *app, void *self)
{
	correction_change_open(app, correction_subject(self));
}

static void act_appeal(struct app *app, void *self)
{
	appeal_form_open(app, correction_subject(self));
}

static void correction_event(struct screen *s, const struct event *ev)
{
	casefile_export_event(&((struct page *)s->state)->export, ev);
}

static void correction_close(struct screen *s)
{
	casefile_export_close(&((struct page *)s->state)->export);
}

static void act_export(struct app *app, void *self)
{
	struct page *st = ((struct screen *)self)->state;
	(void)app;
	casefile_export_ask(&st->export, self, st->id, "");
}

static const struct action actions[] = {
	{.name = "print", .label = N_("文书"), .flags = ACTION_BAR, .run = act_print},
	{.name = "why", .label = N_("期限"), .flags = ACTION_BAR, .run = act_why},
	{.name = "new", .label = N_("登记"), .flags = ACTION_BAR, .run = act_new},
	{.name = "change", .label = N_("更改录入"), .run = act_change},
	CORRECTION_VERBS,
	{.name = "appeal.add", .run = act_appeal},
	{.name = "export", .label = N_("导出案卷"), .run = act_export},
	{0},
};

const struct screen_type correction_screen = {
	.name = "correction", .code = "181", .title = N_("更正"), .actions = actions, .size = sizeof(struct page), .needs_office = true, .noun = "correction",
	.open = correction_open, .paint = correction_paint, .chain = correction_chain, .subject = correction_subject,
	.refresh = correction_refresh, .event = correction_event, .close = correction_close,
};

void correction_page_open(struct app *app, int64_t id)
{
	struct screen_arg arg = {.id = id};
	app_push(app, &correction_screen, &arg, (struct then){0});
}
