/* A letter: as it would be issued, page by page in the grid of the paper, with all that stands in the way; or as it was issued, frozen. */
#include "tui/screens/letter.h"

#include <string.h>

#include "office/letter_view.h"
#include "office/matter.h"
#include "office/sequence.h"
#include "paper/grid.h"
#include "paper/serial.h"
#include "tui/ask.h"
#include "tui/pane.h"
#include "tui/screens/letter_print.h"
#include "tui/screens/letter_slots.h"

struct sheet {
	struct pane pane;
	int64_t matter_id, letter_id; /* letter_id INT_NONE: not issued yet */
	const char *kind;
	struct letter_slots slots;
	size_t ndefects;
	unsigned char cmd[CMD_ID_LEN]; /* of issuing: twice the same command is one letter */
	struct letter_printing printing;
};

/* --- what is shown ------------------------------------------------------------------------------------------------------- */

/* Page by page, each line where the paper has it. */
static void show_doc(struct pane *p, const struct doc *doc, struct arena *a)
{
	struct grid *g = grid_doc(layout_doc(doc, a), GRID_TERMINAL, a);
	for (size_t i = 0; i < g->n; i++) {
		pane_add(p, ROLE_HEAD, _("---- 第 %zu 页，共 %zu 页 ----"), i + 1, g->n);
		for (size_t k = 0; k < g->pages[i].n; k++)
			pane_add(p, ROLE_TEXT, "%s", g->pages[i].lines[k]);
	}
}

static struct letter_issue wanted(const struct sheet *st, struct arena *a)
{
	return (struct letter_issue){.kind = st->kind, .on = st->slots.values.on, .slots = letter_slots_typed(&st->slots, a), .letter_id = INT_NONE};
}

static void show_defects(struct sheet *st, const struct letter_defects *d)
{
	bool typed = false;
	st->ndefects = d->n;
	if (!d->n) {
		pane_add(&st->pane, ROLE_NOTE, "%s", _("还没有出具；可以出具：F2"));
		return;
	}
	pane_add(&st->pane, ROLE_ERROR, _("还不能出具，有 %zu 处："), d->n);
	for (size_t i = 0; i < d->n; i++) {
		pane_add(&st->pane, ROLE_ERROR, "  %zu. %s", i + 1, d->rows[i].text);
		typed |= d->rows[i].slot && d->rows[i].typed;
	}
	if (typed)
		pane_add(&st->pane, ROLE_NOTE, "%s", _("F4 填写栏目"));
}

static bool load_draft(struct screen *s, struct err *e)
{
	struct sheet *st = s->state;
	struct arena *a = &s->app->event_arena;
	struct letter_issue what = wanted(st, a);
	struct letter_defects d;
	struct doc *doc;
	if (!letter_defects(s->app->office, st->matter_id, &what, a, &d, e) ||
		!letter_preview(s->app->office, st->matter_id, &what, false, a, &doc, e))
		return false;
	pane_clear(&st->pane);
	show_defects(st, &d);
	show_doc(&st->pane, doc, a);
	return true;
}

static void show_print(struct sheet *st, const struct print_row *p)
{
	char at[INSTANT_LEN];
	int64_t t;
	instant_local(instant_parse(p->at, &t) ? t : 0, at);
	pane_add(&st->pane, ROLE_DIM, _("  %.10s  %s%s%s  %lld 页  %s%s%s"), at, p->target, p->mark ? " " : "", p->mark ? p->mark : "",
		(long long)(p->pages == INT_NONE ? 0 : p->pages), print_state_zh(p->state), p->note ? _("：") : "", p->note ? p->note : "");
}

static void show_head(struct sheet *st, const struct letter *l, const struct print_row *prints, size_t n)
{
	char iso[DAY_ISO];
	pane_add(&st->pane, ROLE_NOTE, _("%s  %s  %s  办件 %s"), l->ref, l->number, day_iso(l->date, iso), l->case_number ? l->case_number : "");
	if (!strcmp(l->state, "revoked"))
		pane_add(&st->pane, ROLE_ERROR, _("已于 %s 撤销：%s"), day_iso(l->revoked_on, iso), l->revoke_reason ? l->revoke_reason : "");
	for (size_t i = 0; i < n; i++)
		show_print(st, &prints[i]);
	if (!n)
		pane_add(&st->pane, ROLE_DIM, "%s", strcmp(l->state, "revoked") ? _("  还没有打印；F8 打印") : _("  没有打印过"));
}

static bool show_seals(struct sheet *st, struct office *o, struct arena *a, struct err *e)
{
	struct letter_seal *rows;
	size_t n;
	char iso[DAY_ISO];
	if (!letter_seals(o, st->letter_id, a, &rows, &n, e))
		return false;
	for (size_t i = 0; i < n; i++)
		pane_add(&st->pane, ROLE_DIM, _("  %s  用印 %s %lld份  %s"), day_iso(rows[i].on, iso), rows[i].seal, (long long)rows[i].copies, rows[i].by);
	return true;
}

static bool load_issued(struct screen *s, struct err *e)
{
	struct sheet *st = s->state;
	struct arena *a = &s->app->event_arena;
	struct letter l;
	struct print_row *prints;
	size_t n, at = 0;
	struct doc *doc;
	if (!letter_load(s->app->office, st->letter_id, a, &l, e) || !letter_prints(s->app->office, st->letter_id, a, &prints, &n, e) ||
		!doc_parse(l.doc, strlen(l.doc), &at, a, &doc, e))
		return false;
	st->matter_id = l.matter_id;
	s->title = arena_printf(&s->arena, "%s %s", l.ref, strcmp(l.state, "revoked") ? _("已出具") : _("已撤销"));
	pane_clear(&st->pane);
	show_head(st, &l, prints, n);
	if (!show_seals(st, s->app->office, a, e))
		return false;
	show_doc(&st->pane, doc, a);
	return true;
}

static bool load(struct screen *s, struct err *e)
{
	const struct sheet *st = s->state;
	return st->letter_id == INT_NONE ? load_draft(s, e) : load_issued(s, e);
}

static void reload(struct screen *s)
{
	struct sheet *st = s->state;
	int top = st->pane.top;
	struct err e = {0};
	if (!load(s, &e))
		app_refuse(s->app, &e);
	st->pane.top = top;
}

/* --- the screen ---------------------------------------------------------------------------------------------------------- */

static bool draft_start(struct screen *s, const struct letter_draft *from, struct err *e)
{
	struct sheet *st = s->state;
	struct arena *a = &s->arena;
	struct letter_defects d;
	const struct template *t;
	st->matter_id = s->works_on = from->matter_id;
	s->works_noun = "matter";
	st->kind = arena_strdup(a, from->kind);
	struct letter_issue what = {.kind = st->kind, .on = DAY_NONE};
	if (!letter_template_of(s->app->office, st->matter_id, &what, &s->app->event_arena, &t, e) ||
		!letter_defects(s->app->office, st->matter_id, &what, &s->app->event_arena, &d, e))
		return false;
	letter_slots_make(&st->slots, t, &d, a);
	struct letter_slot *known;
	size_t nknown;
	struct input in = office_input(s->app->office);
	if (!letter_known(s->app->office, st->matter_id, &what, &s->app->event_arena, &known, &nknown, e))
		return false;
	letter_slots_begin(&st->slots, known, nknown, &in);
	st->slots.title = arena_strdup(a, t->name);
	st->slots.values.on = app_today(s->app);
	s->title = arena_printf(a, _("%s（预览）"), t->name);
	cmd_id_new(s->app->desk, st->cmd);
	return true;
}

static bool letter_open(struct screen *s, const struct screen_arg *arg, struct err *e)
{
	struct sheet *st = s->state;
	pane_open(&st->pane, &s->arena);
	st->letter_id = arg->id > 0 ? arg->id : INT_NONE;
	if (arg->data && !draft_start(s, arg->data, e))
		return false;
	if (!arg->data && !arg->id && !arg->text)
		return err_set(e, ERR_MISSING, _("从申请或文书清单里打开"));
	if (!arg->data && !arg->id && !letter_find(s->app->office, arg->text, &st->letter_id, e))
		return false;
	return load(s, e);
}

static void letter_close(struct screen *s)
{
	letter_printing_close(&((struct sheet *)s->state)->printing);
}

static void letter_paint(struct screen *s, struct canvas *c, struct area body)
{
	pane_paint(&((struct sheet *)s->state)->pane, c, body);
}

static void letter_chain(struct screen *s, struct chain *out)
{
	pane_chain(&((struct sheet *)s->state)->pane, out);
}

static int64_t letter_subject(struct screen *s)
{
	return ((struct sheet *)s->state)->letter_id;
}

static void letter_event(struct screen *s, const struct event *ev)
{
	letter_printing_event(&((struct sheet *)s->state)->printing, ev);
}

static bool only_draft(struct app *app, void *self, struct err *why)
{
	(void)app;
	return letter_subject(self) == INT_NONE || err_set(why, ERR_RULE, _("已经出具，内容冻结；要改先撤销"));
}

static bool only_issued(struct app *app, void *self, struct err *why)
{
	(void)app;
	return letter_subject(self) != INT_NONE || err_set(why, ERR_RULE, _("先按 F2 出具，再打印"));
}

static void filled(struct screen *s, void *ctx, const struct result *r)
{
	(void)ctx;
	if (r->done)
		reload(s);
}

static void act_fill(struct app *app, void *self)
{
	struct screen *s = self;
	struct sheet *st = s->state;
	letter_slots_open(app, &st->slots, st->kind, st->matter_id, (struct then){.call = filled});
}

/* Issued, and straight on to where it shall go. */
static void issue_confirmed(struct screen *s, void *ctx, const struct result *r)
{
	struct sheet *st = s->state;
	struct app *app = s->app;
	struct letter_issue what = wanted(st, &app->event_arena);
	struct verb_call call = {.office = app->office, .verb = verb_find("letter.issue"), .subject_id = st->matter_id, .args = &what,
		.arena = &app->event_arena};
	struct err e = {0};
	(void)ctx;
	if (!r->done)
		return;
	if (!verb_do(&call, st->cmd, &e) || (call.replayed && !letter_newest(app->office, st->matter_id, st->kind, &what.letter_id, &e))) {
		app_refuse(app, &e);
		return;
	}
	st->letter_id = what.letter_id;
	s->works_noun = NULL;
	app_changed(app);
	st->pane.top = 0;
	letter_print_choose(&st->printing, s, st->letter_id);
	app_note(app, "%s", call.result);
}

static void act_issue(struct app *app, void *self)
{
	struct screen *s = self;
	struct sheet *st = s->state;
	struct matter_case c;
	struct err e = {0};
	int64_t serial;
	char zh[DAY_ZH];
	if (st->ndefects) {
		err_set(&e, ERR_RULE, _("还有 %zu 处没有办好，见上面；F4 填写栏目"), st->ndefects);
		app_refuse(app, &e);
		return;
	}
	daynum on = st->slots.values.on;
	if (!sequence_peek(app->office, "letter", day_year(on), &serial, &e) ||
		!matter_load(app->office, st->matter_id, &app->event_arena, &c, &e)) {
		app_refuse(app, &e);
		return;
	}
	ask_confirm(app, arena_printf(&app->event_arena, _("出具 %s"), st->slots.title),
		arena_printf(&app->event_arena, _("办件 %s，日期 %s，用 %d 年第 %lld 号。\n出具后内容冻结、文号占用，不能再改；\n出错只能撤销，另用新号重新出具。"),
			c.matter.number, day_zh(on, zh), day_year(on), (long long)serial), (struct then){.call = issue_confirmed});
}

static void act_print(struct app *app, void *self)
{
	struct screen *s = self;
	struct sheet *st = s->state;
	(void)app;
	letter_print_choose(&st->printing, s, st->letter_id);
}

static const struct action actions[] = {
	{.name = "confirm", .label = N_("出具"), .flags = ACTION_BAR, .run = act_issue, .can = only_draft},
	{.name = "values", .label = N_("填写"), .flags = ACTION_BAR, .run = act_fill, .can = only_draft},
	{.name = "print", .label = N_("打印"), .flags = ACTION_BAR, .run = act_print, .can = only_issued},
	{.name = "letter.seal", .can = only_issued},
	{.name = "letter.unseal", .can = only_issued},
	{.name = "letter.jam", .can = only_issued},
	{.name = "letter.revoke", .can = only_issued},
	{0},
};

const struct screen_type letter_screen = {
	.name = "letter", .code = "14", .title = N_("文书"), .actions = actions, .size = sizeof(struct sheet), .needs_office = true,
	.open = letter_open, .close = letter_close, .paint = letter_paint, .chain = letter_chain, .subject = letter_subject,
	.refresh = reload, .event = letter_event,
};

void letter_draft_open(struct app *app, int64_t matter_id, const char *kind)
{
	struct letter_draft from = {matter_id, kind};
	struct screen_arg arg = {.data = &from};
	app_push(app, &letter_screen, &arg, (struct then){0});
}
