/* Registering a request. What follows from the fields stands beside them as they are filled in: the day of receipt and the rule that
 * makes it, the answer date, what the law wants and the application lacks, cases like this one. */
#include <string.h>

#include "base/text.h"
#include "office/similar.h"
#include "tui/form.h"
#include "tui/screens/request.h"
#include "tui/screens/side.h"
#include "tui/values.h"
#include "tui/verb_form.h"

struct entry {
	struct form form;
	struct request r;
	bool answer;        /* who stands at the counter gets the answer at once: its form follows the registration */
	bool compare;       /* cases alike are to be looked for in an idle moment: that reads every text */
	struct arena alike; /* what was found */
	const struct similar *similar;
	size_t nsimilar;
	const struct public_info *public; /* what may be public already, and how often this applicant has asked, the one being typed included */
	size_t npublic;
	struct repeat repeat;
};

/* --- beside the fields ---------------------------------------------------------------------------------------------------- */

static void side_missing(const struct request *r, const struct ruleset *rules, struct arena *a, struct form_side *side)
{
	const char *const *names;
	size_t n = request_missing(r, rules ? rules->code : NULL, a, &names);
	struct str out = str_new(a);
	for (size_t i = 0; i < n; i++)
		str_printf(&out, i ? _("、%s") : "%s", tr(record_field(&request_type, names[i])->label));
	if (n)
		form_side_add(side, ROLE_SOON, arena_printf(a, _("尚缺：%s（照样登记，再要求补正）"), out.s));
}

/* What is public already, how often this applicant has asked, cases alike. */
static void side_around(const struct entry *st, struct arena *a, struct form_side *side)
{
	const char *often = st->repeat.year ? arena_printf(a, _("同一申请人本月第%lld件、本年第%lld件"), (long long)st->repeat.month + 1,
		(long long)st->repeat.year + 1) : "";
	if (st->npublic)
		form_side_add(side, ROLE_SOON, arena_printf(a, _("可能已公开：%s"), public_line(st->public, a)));
	if (*often && !st->nsimilar)
		form_side_add(side, ROLE_DIM, often);
	for (size_t i = 0; i < st->nsimilar && i < 3; i++)
		form_side_add(side, ROLE_SOON, arena_printf(a, _("相似：%s %s%s%s"), st->similar[i].number, st->similar[i].why, *often && !i ? _("；") : "",
			i ? "" : often));
	if (st->nsimilar > 3)
		form_side_add(side, ROLE_SOON, arena_printf(a, _("相似的共 %zu 件"), st->nsimilar));
}

static void entry_side(struct screen *s, const void *rec, struct arena *a, struct form_side *side)
{
	const struct entry *st = s->state;
	const struct request *r = rec;
	const struct ruleset *rules = NULL;
	if (!r->channel) {
		form_side_add(side, ROLE_DIM, _("先填收到渠道：收到之日因渠道而定（条例31）"));
		return;
	}
	side_receipt(s, EV_RECEIVED, r->channel, (struct receipt_dates){r->arrived, r->signed_on, r->confirmed}, a, side, &rules);
	side_missing(r, rules, a, side);
	side_around(st, a, side);
}

static void compare(struct screen *s)
{
	struct entry *st = s->state;
	struct err e = {0};
	st->compare = false;
	arena_reset(&st->alike);
	app_give_way(s->app, true);
	if (!request_similar(s->app->office, &st->r, INT_NONE, &st->alike, &st->similar, &st->nsimilar, &e))
		st->nsimilar = 0;
	if (e.code || !request_public(s->app->office, &st->r, &st->alike, &st->public, &st->npublic, &e))
		st->npublic = 0;
	if (e.code || !request_repeat(s->app->office, &st->r.applicant, app_today(s->app), &st->alike, &st->repeat, &e))
		st->repeat = (struct repeat){0};
	app_give_way(s->app, false);
	st->compare = e.code == ERR_BUSY; /* a key came between: once more when it is quiet */
}

static bool is_one_of(const char *name, const char *const *list)
{
	while (*list && strcmp(*list, name))
		list++;
	return *list != NULL;
}

/* A number that looks wrong is a warning, never a wall. */
static bool entry_left(struct screen *s, const struct field *f, void *rec, struct err *warning)
{
	static const char *const comparing[] = {"id_number", "phone", "content", NULL};
	struct entry *st = s->state;
	struct request *r = rec;
	side_id_kind(f->name, &r->applicant);
	if (is_one_of(f->name, comparing))
		st->compare = s->app->idle_wanted = true;
	const char *doubt = side_doubt(s, f->name, &r->applicant);
	return !doubt || err_field(warning, f->name, "%s", doubt);
}

static bool entry_save(struct screen *s, void *rec, bool *leave, struct err *e)
{
	struct entry *st = s->state;
	struct app *app = s->app;
	bool answer = st->answer;
	st->answer = false;
	if (!verb_form_register(&st->form, "request.register", rec, request_page_open, answer ? "" : _("。F8 回执"), leave, e))
		return false;
	if (answer) /* on the page of the new request */
		verb_form_open(app, verb_find("request.answer_now"), app->top->type->subject(app->top), NULL);
	return true;
}

static const struct form_type entry_form = {
	.record = &request_type, .draft = "request.register", .values = values_of, .left = entry_left, .side = entry_side, .save = entry_save,
};

/* --- the screen ----------------------------------------------------------------------------------------------------------- */

static bool entry_open(struct screen *s, const struct screen_arg *arg, struct err *e)
{
	struct entry *st = s->state;
	(void)arg;
	(void)e;
	record_clear(&request_type, &st->r);
	form_open(&st->form, s, &entry_form, &st->r, INT_NONE);
	if (st->form.restored)
		st->compare = s->app->idle_wanted = true;
	return true;
}

static void entry_close(struct screen *s)
{
	struct entry *st = s->state;
	form_close(&st->form);
	arena_free(&st->alike);
}

static void entry_event(struct screen *s, const struct event *ev)
{
	struct entry *st = s->state;
	form_event(&st->form, ev);
	if (ev->kind == EVENT_TICK && st->compare)
		compare(s);
}

static void act_why(struct app *app, void *self)
{
	struct entry *st = ((struct screen *)self)->state;
	struct err doubt = {0};
	(void)app;
	(void)!form_commit(&st->form, &doubt); /* what cannot be taken yet does not count */
	side_why(self, EV_RECEIVED, st->r.channel, (struct receipt_dates){st->r.arrived, st->r.signed_on, st->r.confirmed});
}

/* 条例33(一): what can be answered at once is answered at once. */
static void act_answer(struct app *app, void *self)
{
	struct entry *st = ((struct screen *)self)->state;
	(void)app;
	st->answer = true;
	if (!form_save(&st->form))
		st->answer = false;
}

static const struct action actions[] = {
	{.name = "answer", .label = N_("当场答复"), .flags = ACTION_BAR, .run = act_answer},
	{.name = "why", .label = N_("期限"), .flags = ACTION_BAR, .run = act_why},
	{0},
};

const struct screen_type request_entry_screen = {
	.name = "request-entry", .code = "11", .title = N_("登记申请"), .actions = actions, .size = sizeof(struct entry), .menu = true, .needs_office = true,
	.open = entry_open, .close = entry_close, .paint = form_screen_paint, .chain = form_screen_chain, .event = entry_event, .leave = form_screen_leave,
};

void request_form_open(struct app *app)
{
	app_push(app, &request_entry_screen, NULL, (struct then){0});
}
