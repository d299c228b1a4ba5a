#include "tui/screens/side.h"

#include <string.h>

#include "office/identity.h"
#include "tui/screens/ledger.h"

static void side_due(struct screen *s, enum clock_event_kind event, const struct receipt *got, struct arena *a, struct form_side *side)
{
	struct clock_event ev = CLOCK_NO_EVENT;
	struct clock k;
	char zh[DAY_ZH];
	ev.kind = event;
	ev.day = got->received;
	clock_run(app_calendar(s->app), got->rules, &ev, 1, &k);
	const struct rule_param *target = event == EV_CORRECTION ? rule_param_find(s->app->office->law, got->rules->code, "correction_wd") : NULL;
	const char *basis = target ? target->article : got->rules->basis;
	form_side_add(side, k.provisional ? ROLE_PROVISIONAL : ROLE_HEAD, arena_printf(a, _("%s：%s %s%s"), clock_key_label(k.key), day_zh(k.due, zh),
		day_weekday_zh(k.due), k.provisional ? _("（待定*）") : ""));
	form_side_add(side, ROLE_DIM, k.provisional ? arena_printf(a, _("%d 个工作日，%s；%d 年放假通知还没有"), k.limit, basis, k.missing) :
		arena_printf(a, _("%d 个工作日，%s"), k.limit, basis));
	if (got->late_wd > 0)
		form_side_add(side, ROLE_SOON, arena_printf(a, _("到达后 %d 个工作日才确认：条例31要求当日确认"), got->late_wd));
}

static bool derive(struct screen *s, const char *channel, struct receipt_dates dates, struct arena *a, struct receipt *got, struct err *e)
{
	/* Somebody at the counter is there today unless the clerk says otherwise, as the verb has it. */
	if (dates.arrived == DAY_NONE && (!strcmp(channel, "in_person") || !strcmp(channel, "oral")))
		dates.arrived = app_today(s->app);
	return receipt_derive(s->app->office->law, app_calendar(s->app), channel, &dates, a, got, e);
}

void side_receipt(struct screen *s, enum clock_event_kind event, const char *channel, struct receipt_dates dates, struct arena *a,
	struct form_side *side, const struct ruleset **rules)
{
	struct receipt got;
	struct err e = {0};
	if (!derive(s, channel, dates, a, &got, &e)) {
		form_side_add(side, ROLE_ERROR, arena_strdup(a, e.text));
		return;
	}
	*rules = got.rules;
	if (got.received == DAY_NONE) {
		form_side_add(side, ROLE_PROVISIONAL, arena_printf(a, _("收到之日未定：%s"), got.why));
		form_side_add(side, ROLE_DIM, _("先登记为待确认，确认后才起算期限"));
		return;
	}
	form_side_add(side, ROLE_TEXT, arena_printf(a, _("收到：%s"), got.why));
	side_due(s, event, &got, a, side);
}

void side_why(struct screen *s, enum clock_event_kind event, const char *channel, struct receipt_dates dates)
{
	struct app *app = s->app;
	struct arena *a = &app->event_arena;
	struct clock_event ev = CLOCK_NO_EVENT;
	struct clock_ledger book;
	struct receipt got;
	struct clock k;
	struct err e = {0};
	if (channel ? !derive(s, channel, dates, a, &got, &e) : !err_set(&e, ERR_INPUT, _("先填收到渠道：收到之日因渠道而定（条例31）"))) {
		app_refuse(app, &e);
		return;
	}
	if (got.received == DAY_NONE) {
		app_note(app, _("收到之日未定：%s"), got.why);
		return;
	}
	ev.kind = event;
	ev.day = got.received;
	clock_run(app_calendar(app), got.rules, &ev, 1, &k);
	clock_explain(app_calendar(app), got.rules, &ev, 1, app_today(app), a, &book);
	ledger_show(app, arena_printf(a, _("登记后的%s"), clock_key_label(k.key)), &book);
}

const char *side_doubt(struct screen *s, const char *field, const struct party *p)
{
	struct arena *a = &s->app->event_arena;
	if (!strcmp(field, "phone") && p->phone)
		return phone_doubt(p->phone, a);
	if ((!strcmp(field, "id_number") || !strcmp(field, "id_kind")) && p->id_number)
		return identity_doubt(p->id_kind, p->id_number, app_today(s->app), a);
	return NULL;
}

void side_id_kind(const char *field, struct party *p)
{
	if (!strcmp(field, "applicant_kind") && p->applicant_kind && !p->id_kind)
		p->id_kind = strcmp(p->applicant_kind, "natural") ? "uscc" : "id_card";
}
