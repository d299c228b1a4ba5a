/* Registering a correction: the day of receipt, the rule that makes it and the office's own target stand beside the fields. */
#include "tui/form.h"
#include "tui/screens/correction.h"
#include "tui/screens/side.h"
#include "tui/values.h"
#include "tui/verb_form.h"

struct entry {
	struct form form;
	struct correction r;
	int64_t subject;
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
	struct entry *st = s->state;
	struct app *app = s->app;
	if (!verb_form_run(&st->form, verb_find("correction.register"), &st->subject, rec, e))
		return false;
	int64_t made = st->subject;
	*leave = false;
	form_done(&st->form);
	const char *said = arena_strdup(&app->event_arena, app->note);
	screen_leave(s, (struct result){.done = true, .id = made});
	app_changed(app);
	correction_page_open(app, made);
	app_note(app, _("%s。F8 回执"), said);
	return true;
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
	st->subject = INT_NONE;
	form_open(&st->form, s, &entry_form, &st->r, INT_NONE);
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

const struct screen_type correction_entry_screen = {
	.name = "correction-entry", .code = "19", .title = N_("登记更正"), .size = sizeof(struct entry), .needs_office = true,
	.open = entry_open, .close = entry_close, .paint = entry_paint, .chain = entry_chain, .event = entry_event, .leave = entry_leave,
};

void correction_form_open(struct app *app)
{
	app_push(app, &correction_entry_screen, NULL, (struct then){0});
}
