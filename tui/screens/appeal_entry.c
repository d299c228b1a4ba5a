/* Registering a review or a suit: the limit for our evidence and its article stand beside the fields. */
#include "tui/form.h"
#include "tui/screens/appeal.h"
#include "tui/screens/side.h"
#include "office/matter.h"
#include "tui/values.h"
#include "tui/verb_form.h"

struct entry {
	struct form form;
	struct appeal a;
	int64_t subject;
};

static void entry_side(struct screen *s, const void *rec, struct arena *a, struct form_side *side)
{
	const struct appeal *x = rec;
	struct appeal_period p = appeal_period(s->app->office, x);
	char zh[DAY_ZH];
	if (p.due == DAY_NONE) {
		form_side_add(side, ROLE_DIM, _("举证期限：复议普通10个、简易5个工作日，诉讼15日"));
		return;
	}
	daynum due = x->evidence_due != DAY_NONE ? x->evidence_due : p.due;
	form_side_add(side, due < app_today(s->app) ? ROLE_LATE : ROLE_HEAD, arena_printf(a, _("举证期限：%s %s"), day_zh(due, zh), day_weekday_zh(due)));
	form_side_add(side, ROLE_DIM, due == p.due ? arena_printf(a, _("%d %s，%s"), p.days, p.calendar_days ? _("日") : _("个工作日"), p.article) :
		_("受理机关所定"));
}

static bool entry_save(struct screen *s, void *rec, bool *leave, struct err *e)
{
	struct entry *st = s->state;
	struct app *app = s->app;
	if (!verb_form_run(&st->form, verb_find("appeal.add"), &st->subject, rec, e))
		return false;
	int64_t made = st->subject;
	*leave = false;
	form_done(&st->form);
	const char *said = arena_strdup(&app->event_arena, app->note);
	screen_leave(s, (struct result){.done = true, .id = made});
	app_changed(app);
	appeal_page_open(app, made);
	app_note(app, "%s", said);
	return true;
}

static const struct form_type entry_form = {
	.record = &appeal_type, .draft = "appeal.add", .values = values_of, .side = entry_side, .save = entry_save,
};

static bool entry_open(struct screen *s, const struct screen_arg *arg, struct err *e)
{
	struct entry *st = s->state;
	struct matter_case c;
	record_clear(&appeal_type, &st->a);
	if (arg->id && !matter_load(s->app->office, arg->id, &s->arena, &c, e))
		return false;
	if (arg->id)
		st->a.case_number_of = c.matter.number;
	st->subject = INT_NONE;
	form_open(&st->form, s, &entry_form, &st->a, INT_NONE);
	return true;
}

static void entry_close(struct screen *s)
{
	form_close(&((struct entry *)s->state)->form);
}

static void entry_paint(struct screen *s, struct canvas *c, struct area body)
{
	form_paint(&((struct entry *)s->state)->form, c, body);
}

static void entry_chain(struct screen *s, struct chain *out)
{
	form_chain(&((struct entry *)s->state)->form, out);
}

static void entry_event(struct screen *s, const struct event *ev)
{
	form_event(&((struct entry *)s->state)->form, ev);
}

static bool entry_leave(struct screen *s, struct err *why)
{
	return form_leave(&((struct entry *)s->state)->form, why);
}

const struct screen_type appeal_entry_screen = {
	.name = "appeal-entry", .code = "242", .title = N_("登记复议诉讼"), .size = sizeof(struct entry), .needs_office = true,
	.open = entry_open, .close = entry_close, .paint = entry_paint, .chain = entry_chain, .event = entry_event, .leave = entry_leave,
};

void appeal_form_open(struct app *app, int64_t matter_id)
{
	struct screen_arg arg = {.id = matter_id == INT_NONE ? 0 : matter_id};
	app_push(app, &appeal_entry_screen, &arg, (struct then){0});
}
