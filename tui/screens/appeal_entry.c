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
	return verb_form_register(s->state, "appeal.add", rec, appeal_page_open, "", leave, e);
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
	form_open(&st->form, s, &entry_form, &st->a, INT_NONE);
	return true;
}

static void act_why(struct app *app, void *self)
{
	struct entry *st = ((struct screen *)self)->state;
	struct err doubt = {0};
	(void)!form_commit(&st->form, &doubt); /* what cannot be taken yet does not count */
	appeal_explain(app, &st->a, _("这一件"));
}

static const struct action actions[] = {
	{.name = "why", .label = N_("期限"), .flags = ACTION_BAR, .run = act_why},
	{0},
};

const struct screen_type appeal_entry_screen = {
	.name = "appeal-entry", .code = "242", .title = N_("登记复议诉讼"), .actions = actions, .size = sizeof(struct entry), .needs_office = true,
	.open = entry_open, .close = form_screen_close, .paint = form_screen_paint, .chain = form_screen_chain, .event = form_screen_event, .leave = form_screen_leave,
};

void appeal_form_open(struct app *app, int64_t matter_id)
{
	struct screen_arg arg = {.id = matter_id == INT_NONE ? 0 : matter_id};
	app_push(app, &appeal_entry_screen, &arg, (struct then){0});
}
