/* One information: what is known of it, its duties, reviews and publications; and the form that registers one. */
#include <string.h>
#include "base/text.h"
#include "law/badge.h"
#include "tui/app.h"
#include "tui/form.h"
#include "tui/pane.h"
#include "tui/screens/info.h"
#include "tui/screens/ledger.h"
#include "tui/values.h"
#include "tui/verb_form.h"

void info_why(struct app *app, int64_t row)
{
	struct arena *a = &app->event_arena;
	struct info i;
	struct clock_ledger book;
	struct err e = {0};
	if (row == INT_NONE)
		return;
	if (!info_load(app->office, row, a, &i, &e) || !info_ledger(app->office, &i, a, &book, &e))
		app_refuse(app, &e);
	else
		ledger_show(app, arena_printf(a, _("%s 的公开期限"), i.id), &book);
}

/* --- one information -------------------------------------------------------------------------------------------------- */

struct page {
	struct pane pane;
	int64_t row;
};

/* `label：value` for each known field of the typed part. */
static void show_fields(struct pane *p, const struct info *i, struct arena *a)
{
	for (const struct field *f = info_type.fields; f->name; f++) {
		if (f->flags & (FIELD_HIDDEN | FIELD_DERIVED) || f->type == FIELD_LIST || !record_known(f, i))
			continue;
		pane_add(p, ROLE_TEXT, _("  %s：%s"), tr(f->label), record_shown(f, i, a));
	}
}

static void show_due(struct pane *p, struct app *app, const struct info *i, struct arena *a)
{
	char iso[DAY_ISO], met[DAY_ISO];
	const struct info_duty *d = i->duties.rows;
	pane_add(p, ROLE_HEAD, _("公开义务"));
	for (size_t k = 0; k < i->duties.n; k++) {
		if (d[k].due == DAY_NONE) {
			pane_add(p, ROLE_DIM, _("  没有期限：%s"), d[k].why ? d[k].why : _("不由本关主动公开"));
			continue;
		}
		struct badge b = badge_day(app_calendar(app), d[k].due, d[k].provisional, app_today(app), BADGE_STEPS);
		enum role role = d[k].met != DAY_NONE ? d[k].overdue ? ROLE_LATE : ROLE_DONE : ROLE_TEXT;
		const char *word = d[k].met == DAY_NONE ? b.text :
			arena_printf(a, _("%s 公开%s"), day_iso(d[k].met, met), d[k].overdue ? _("，逾期") : "");
		pane_add(p, role, _("  期限 %s%s  %s  （%s）"), day_iso(d[k].due, iso), d[k].provisional ? "*" : "", word, d[k].why);
	}
}

static void show_children(struct pane *p, const struct record_list *l, const struct record_type *t, const char *title, struct arena *a)
{
	pane_add(p, ROLE_HEAD, "%s", title);
	if (!l->n)
		pane_add(p, ROLE_DIM, _("  （无）"));
	for (size_t k = 0; k < l->n; k++) {
		const void *rec = (const char *)l->rows + k * t->size;
		struct str line = str_new(a);
		for (const struct field *f = t->fields; f->name; f++)
			if (!(f->flags & FIELD_HIDDEN) && record_known(f, rec))
				str_printf(&line, "  %s", record_shown(f, rec, a));
		pane_add(p, ROLE_TEXT, "%s", line.s);
	}
}

static bool load(struct screen *s, struct err *e)
{
	struct page *st = s->state;
	struct arena *a = &s->app->event_arena;
	struct info i;
	if (!info_load(s->app->office, st->row, a, &i, e))
		return false;
	s->title = arena_printf(&s->arena, _("%s %s"), i.id, choice_label(info_states, i.state));
	pane_clear(&st->pane);
	pane_add(&st->pane, ROLE_TITLE, "%s", i.f.title);
	pane_add(&st->pane, ROLE_TEXT, _("  %lld %s · %s%s"), (long long)i.f.item, i.item_name, i.element_text,
		i.ours ? "" : _("（不由本关公开）"));
	show_due(&st->pane, s->app, &i, a);
	show_children(&st->pane, &i.reviews, &info_review_type, _("审查"), a);
	show_children(&st->pane, &i.publications, &info_publication_type, _("公开"), a);
	pane_add(&st->pane, ROLE_HEAD, _("登记内容"));
	show_fields(&st->pane, &i, a);
	if (i.f.confirm_with)
		pane_add(&st->pane, i.confirmed_on == DAY_NONE ? ROLE_SOON : ROLE_TEXT, _("  外单位确认：%s"),
			i.confirmed_ref ? i.confirmed_ref : _("尚未确认，不能公开"));
	if (i.void_reason)
		pane_add(&st->pane, ROLE_TEXT, _("  作废理由：%s"), i.void_reason);
	return true;
}

static bool info_open(struct screen *s, const struct screen_arg *arg, struct err *e)
{
	struct page *st = s->state;
	st->row = arg->id;
	if (!arg->id && (!arg->text || !info_find(s->app->office, arg->text, &st->row, e)))
		return err_set(e, ERR_MISSING, _("从信息清单里打开"));
	pane_open(&st->pane, &s->arena);
	return load(s, e);
}

static void info_paint(struct screen *s, struct canvas *c, struct area body)
{
	pane_paint(&((struct page *)s->state)->pane, c, body);
}

static void info_chain(struct screen *s, struct chain *out)
{
	pane_chain(&((struct page *)s->state)->pane, out);
}

static int64_t info_subject(struct screen *s)
{
	return ((struct page *)s->state)->row;
}

static void info_refresh(struct screen *s)
{
	struct err e = {0};
	if (!load(s, &e))
		app_refuse(s->app, &e);
}

static void act_why(struct app *app, void *self)
{
	info_why(app, info_subject(self));
}

/* An empty form over the version on the screen: what is filled in is changed, and another clerk's change is met as a conflict. */
static void act_change(struct app *app, void *self)
{
	struct info i;
	struct info_change_args args;
	struct err e = {0};
	int64_t row = info_subject(self);
	if (!info_load(app->office, row, &app->event_arena, &i, &e)) {
		app_refuse(app, &e);
		return;
	}
	record_clear(&info_change_type, &args);
	args.version = i.version;
	verb_form_open(app, &info_change, row, &args);
}

static bool can_change(struct app *app, void *self, struct err *why)
{
	return verb_can(app->office, &info_change, info_subject(self), why);
}

static const struct action actions[] = {
	{.name = "why", .label = N_("期限"), .flags = ACTION_BAR, .run = act_why},
	{.name = "info.review", .flags = ACTION_BAR},
	{.name = "info.publish", .flags = ACTION_BAR},
	{.name = "info.confirmed"},
	{.name = "info.withdraw"},
	{.name = "info.revise"},
	{.name = "info.change", .label = N_("更正登记"), .run = act_change, .can = can_change},
	{.name = "info.handover"},
	{.name = "info.void"},
	{0},
};

const struct screen_type info_screen = {
	.name = "info", .code = "22", .title = N_("信息"), .actions = actions, .size = sizeof(struct page), .needs_office = true, .noun = "info",
	.open = info_open, .paint = info_paint, .chain = info_chain, .subject = info_subject, .refresh = info_refresh,
};

/* --- registering -------------------------------------------------------------------------------------------------------- */

struct entry {
	struct form form;
	struct info_fields f;
	int64_t subject;
};

/* The due date as it is typed: which element, which rule, until when. */
static void entry_side(struct screen *s, const void *rec, struct arena *a, struct form_side *side)
{
	const struct info_fields *f = rec;
	struct info_foresight sight;
	struct err e = {0};
	char zh[DAY_ZH];
	if (f->item == INT_NONE)
		return;
	bool known = info_foresee(s->app->office, f, a, &sight, &e);
	if (sight.item.name)
		form_side_add(side, ROLE_HEAD, arena_printf(a, "%lld %s", (long long)sight.item.number, sight.item.name));
	if (!known) {
		form_side_add(side, ROLE_ERROR, arena_strdup(a, e.text));
		return;
	}
	form_side_add(side, ROLE_TEXT, sight.element->deadline);
	const struct rule_due *due = &sight.due;
	if (due->due == DAY_NONE)
		form_side_add(side, ROLE_SOON, due->why);
	else
		form_side_add(side, due->provisional ? ROLE_PROVISIONAL : ROLE_HEAD, arena_printf(a, _("期限：%s%s"), day_zh(due->due, zh),
			due->provisional ? _("（待定*）") : ""));
}

/* F11 beside the fields, before anything is registered. */
static void entry_why(struct app *app, void *self)
{
	struct entry *st = ((struct screen *)self)->state;
	struct arena *a = &app->event_arena;
	struct info_foresight sight;
	struct clock_ledger book;
	struct err doubt = {0}, e = {0};
	(void)!form_commit(&st->form, &doubt); /* what cannot be taken yet does not count */
	if (!info_foresee(app->office, &st->f, a, &sight, &e) || !info_foresight_ledger(app->office, &sight, a, &book, &e))
		app_refuse(app, &e);
	else
		ledger_show(app, _("登记后的公开期限"), &book);
}

static const struct action entry_actions[] = {
	{.name = "why", .label = N_("期限"), .flags = ACTION_BAR, .run = entry_why},
	{0},
};

static bool entry_save(struct screen *s, void *rec, bool *leave, struct err *e)
{
	struct entry *st = s->state;
	struct app *app = s->app;
	if (!verb_form_run(&st->form, &info_register, &st->subject, rec, e))
		return false;
	*leave = false;
	form_done(&st->form);
	screen_leave(s, (struct result){.done = true, .id = st->subject});
	app_changed(app);
	return true;
}

static const struct form_type entry_form = {
	.record = &info_register_type, .draft = "info.register", .values = values_of, .side = entry_side, .save = entry_save,
};

static bool entry_open(struct screen *s, const struct screen_arg *arg, struct err *e)
{
	struct entry *st = s->state;
	(void)e;
	record_clear(&info_register_type, &st->f);
	st->subject = INT_NONE;
	st->f.origin = "own";
	st->f.disposition = "open";
	st->f.formed = app_today(s->app);
	if (arg->id > 0)
		st->f.item = arg->id;
	form_open(&st->form, s, &entry_form, &st->f, INT_NONE);
	return true;
}

const struct screen_type info_entry_screen = {
	.name = "info-entry", .code = "23", .title = N_("登记信息"), .actions = entry_actions, .size = sizeof(struct entry), .menu = true, .needs_office = true,
	.open = entry_open, .close = form_screen_close, .paint = form_screen_paint, .chain = form_screen_chain, .event = form_screen_event, .leave = form_screen_leave,
};

void info_form_open(struct app *app, int64_t item)
{
	struct screen_arg arg = {.id = item == INT_NONE ? 0 : item};
	app_push(app, &info_entry_screen, &arg, (struct then){0});
}
