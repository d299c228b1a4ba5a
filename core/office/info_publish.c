/* info.publish, info.withdraw: what went out, where and when. */
#include <string.h>
#include "base/text.h"
#include "gen/q_info.h"
#include "office/catalogue.h"
#include "office/info_private.h"

/* The day of the review that let the newest version out; DAY_NONE when it was reviewed before this program came. */
static bool passed_on(struct office *o, const struct info *i, daynum *out, struct err *e)
{
	struct err fault = {0};
	struct arena a = {0};
	struct q *q = q_open(o->store, &Q_info_reviews_of_duty);
	q_int(q, "duty", info_open_duty(i)->row);
	q_int(q, "id", i->row);
	*out = DAY_NONE;
	while (q_row(q, &fault))
		if (strcmp(q_get_text(q, "step", &a), "unit") != 0)
			*out = q_get_day(q, "on");
	q_end(q);
	arena_free(&a);
	return fault.code == ERR_NONE || err_set(e, fault.code, "%s", fault.text);
}

/* Everything the law asks before something goes out; each reason in its own words. */
static bool check_publish(struct office *o, const struct info *i, const struct info_publish_args *args, struct err *e)
{
	if (strcmp(i->f.disposition, "open") != 0)
		return err_set(e, ERR_RULE, _("公开属性是“%s”，不能主动公开"), choice_label(info_dispositions, i->f.disposition));
	if (!info_may(i, STEP_PUBLISH, e) || !info_past_day(o, i, args->on, _("公开日期"), ERR_RULE, e) || !info_may_be_published(i, e))
		return false;
	if (i->f.confirm_with && i->confirmed_on == DAY_NONE)
		return err_set(e, ERR_RULE, _("涉及%s的信息尚未经其确认，不能公开（条例11）"), i->f.confirm_with);
	if (!strcmp(args->channel, "other") && text_is_blank(args->place))
		return err_set(e, ERR_RULE, _("“其他”渠道须写明具体形式（网址或地点）"));
	daynum passed;
	if (!passed_on(o, i, &passed, e))
		return false;
	char iso[DAY_ISO];
	if (passed != DAY_NONE && args->on < passed)
		return err_set(e, ERR_RULE, _("公开日期早于审查通过的 %s：先审查、后公开"), day_iso(passed, iso));
	struct q *q = q_open(o->store, &Q_info_item_in_force);
	q_int(q, "item", i->f.item);
	q_day(q, "on", args->on);
	int64_t in_force;
	if (!q_one_int(q, &in_force, e))
		return false;
	return in_force || err_set(e, ERR_RULE, _("事项 %lld “%s”在 %s 已停用，不能公开"), (long long)i->f.item, i->item_name,
		day_iso(args->on, iso));
}

bool info_publication_insert(struct office *o, const struct info *i, const struct info_publish_args *p, struct err *e)
{
	struct q *q = q_open(o->store, &Q_publication_insert);
	q_bind_record(q, &info_publish_type, p);
	q_int(q, "info_id", i->row);
	q_int(q, "duty_id", info_open_duty(i)->row);
	bool done = q_run(q, e);
	q_end(q);
	return done;
}

static bool publish_run(struct verb_call *call, struct err *e)
{
	struct office *o = call->office;
	struct info_publish_args *args = call->args;
	struct info i;
	if (args->on == DAY_NONE)
		args->on = desk_today(o->desk);
	if (!info_load(o, call->subject_id, call->arena, &i, e) || !check_publish(o, &i, args, e))
		return false;
	struct q *q = q_open(o->store, &Q_publication_twin);
	q_int(q, "info_id", i.row);
	q_text(q, "channel", args->channel);
	q_day(q, "on", args->on);
	int64_t twin;
	if (!q_one_int(q, &twin, e))
		return false;
	if (twin)
		return err_set(e, ERR_RULE, _("这一天在“%s”的公开已登记过"), choice_label(channel_list, args->channel));
	if (!info_publication_insert(o, &i, args, e) || !info_set_state(o, &i, "published", e) ||
		!info_deadline_put(o, i.row, call->arena, e) || !info_load(o, i.row, call->arena, &i, e))
		return false;
	call->result = arena_printf(call->arena, _("%s 已公开：%s"), i.id, choice_label(channel_list, args->channel));
	char iso[DAY_ISO];
	if (i.overdue)
		call->warning = arena_printf(call->arena, _("首次公开晚于期限 %s"), day_iso(i.due, iso));
	return true;
}

/* Publications still out, in one channel or all (NULL), and the newest of their days. */
static bool still_out(struct office *o, int64_t row, const char *channel, int64_t *n, daynum *last, struct err *e)
{
	struct q *q = q_open(o->store, &Q_publication_active);
	q_int(q, "info_id", row);
	q_text(q, "channel", channel);
	if (!q_one_int(q, n, e))
		return false;
	struct err fault = {0};
	q = q_open(o->store, &Q_publication_last_day);
	q_int(q, "info_id", row);
	q_text(q, "channel", channel);
	*last = q_row(q, &fault) ? q_get_day(q, "on") : DAY_NONE;
	q_end(q);
	return fault.code == ERR_NONE || err_set(e, fault.code, "%s", fault.text);
}

static bool withdraw_run(struct verb_call *call, struct err *e)
{
	struct office *o = call->office;
	struct info_withdraw_args *args = call->args;
	struct info i;
	int64_t out;
	daynum last;
	if (args->on == DAY_NONE)
		args->on = desk_today(o->desk);
	if (!info_load(o, call->subject_id, call->arena, &i, e) || !info_may(&i, STEP_WITHDRAW, e) ||
		!still_out(o, i.row, args->channel, &out, &last, e))
		return false;
	if (!out)
		return err_set(e, ERR_RULE, _("%s 没有可撤回的公开"), i.id);
	char iso[DAY_ISO];
	if (args->on > desk_today(o->desk))
		return err_set(e, ERR_RULE, _("撤回日期在今天之后"));
	if (args->on < last)
		return err_set(e, ERR_RULE, _("撤回日期早于公开日期 %s"), day_iso(last, iso));
	struct q *q = q_open(o->store, &Q_publication_withdraw);
	q_bind_record(q, &info_withdraw_type, args);
	q_int(q, "info_id", i.row);
	bool done = q_run(q, e);
	q_end(q);
	if (!done || !still_out(o, i.row, NULL, &out, &last, e))
		return false;
	if (!out && !strcmp(i.state, "published") && !info_set_state(o, &i, "withdrawn", e))
		return false;
	call->result = arena_printf(call->arena, _("%s 已撤回"), i.id);
	return info_deadline_put(o, i.row, call->arena, e);
}

static bool publish_can(struct office *o, int64_t row, struct err *why)
{
	return info_can(o, row, STEP_PUBLISH, why);
}

static bool withdraw_can(struct office *o, int64_t row, struct err *why)
{
	return info_can(o, row, STEP_WITHDRAW, why);
}

const struct verb info_publish = {.name = "info.publish", .label = N_("公开"), .subject = "info", .args = &info_publish_type,
	.can = publish_can, .run = publish_run, .leaves_office = true};
const struct verb info_withdraw = {.name = "info.withdraw", .label = N_("撤回"), .subject = "info", .args = &info_withdraw_type,
	.can = withdraw_can, .run = withdraw_run, .leaves_office = true};
