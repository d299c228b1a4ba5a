/* Registering a correction: the day of receipt, the rule that makes it and the office's own target stand beside the fields. */
#include "tui/form.h"
#include "tui/screens/correction.h"
#include "tui/screens/side.h"
#include "tui/values.h"
#include "tui/verb_form.h"

struct entry {
	struct form form;
	struct correction r;
};

static void entry_side(struct screen *s, const void *rec, struct arena *a, struct form_side *side)
{
	const struct correction *r = rec;
	const struct ruleset *rules = NULL;
	if (!r->channel) {
		form_side_add(side, ROLE_DIM, _("先填收到渠道：收到之日因渠道而定（条例31）"));
		return;
	}
	side_receipt(s, EV_CORRECTION, r->channel, (struct receipt_dates){r->arrived, r->signed_on, r->confirmed}, a, side, &rules);
	if (r->claim && !r->evidence)
		form_side_add(side, ROLE_SOON, _("尚缺：证据材料（照样登记，再要求补正）"));
	if (r->applicant.name && !r->applicant.id_number)
		form_side_add(side, ROLE_SOON, _("没有证件号码：交付前须核对身份（关务公开规定20）"));
}

/* A number that looks wrong is a warning, never a wall. */
static bool entry_left(struct screen *s, const struct field *f, void *rec, struct err *warning)
{
	struct correction *r = rec;
	side_id_kind(f->name, &r->applicant);
	const char *doubt = side_doubt(s, f->name, &r->applicant);
	return !doubt || err_field(warning, f->name, "%s", doubt);
}

static bool entry_save(struct screen *s, void *rec, bool *leave, struct err *e)
{
	return verb_form_register(s->state, "correction.register", rec, correction_page_open, _("。F8 回执"), leave, e);
}

static const struct form_type entry_form = {
	.record = &correction_type, .draft = "correction.register", .values = values_of, .left = entry_left, .side = entry_side, .save = entry_save,
};

static bool entry_open(struct screen *s, const struct screen_arg *arg, struct err *e)
{
	struct entry *st = s->state;
	(void)arg;
	(void)e;
	record_clear(&correction_type, &st->r);
	form_open(&st->form, s, &entry_form, &st->r, INT_NONE);
	return true;
}

static void act_why(struct app *app, void *self)
{
	struct entry *st = ((struct screen *)self)->state;
	struct err doubt = {0};
	(void)app;
	(void)!form_commit(&st->form, &doubt); /* what cannot be taken yet does not count */
	side_why(self, EV_CORRECTION, st->r.channel, (struct receipt_dates){st->r.arrived, st->r.signed_on, st->r.confirmed});
}

static const struct action actions[] = {
	{.name = "why", .label = N_("期限"), .flags = ACTION_BAR, .run = act_why},
	{0},
};

const struct screen_type correction_entry_screen = {
	.name = "correction-entry", .code = "19", .title = N_("登记更正"), .actions = actions, .size = sizeof(struct entry), .needs_office = true,
	.open = entry_open, .close = form_screen_close, .paint = form_screen_paint, .chain = form_screen_chain, .event = form_screen_event, .leave = form_screen_leave,
};

void correction_form_open(struct app *app)
{
	app_push(app, &correction_entry_screen, NULL, (struct then){0});
}
