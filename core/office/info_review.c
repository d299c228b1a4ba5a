/* info.review, info.confirmed: 先审查、后公开 (条例 17; 保密法 35: item by item). The turns and what a result leads to: law/publish.h. */
#include <string.h>
#include "base/text.h"
#include "gen/q_info.h"
#include "law/publish.h"
#include "office/info_private.h"
#include "office/setting.h"

/* The last review of the newest duty, and its unit step. */
struct round {
	struct info_review last, unit;
	bool any, has_unit;
};

static bool load_round(struct office *o, const struct info *i, struct arena *a, struct round *out, struct err *e)
{
	struct err fault = {0};
	struct q *q = q_open(o->store, &Q_info_reviews_of_duty);
	q_int(q, "duty", info_open_duty(i)->row);
	q_int(q, "id", i->row);
	*out = (struct round){0};
	while (q_row(q, &fault)) {
		record_clear(&info_review_type, &out->last);
		q_read_record(q, &info_review_type, &out->last, a);
		out->any = true;
		if (!strcmp(out->last.step, "unit")) {
			out->unit = out->last;
			out->has_unit = true;
		}
	}
	q_end(q);
	return fault.code == ERR_NONE || err_set(e, fault.code, "%s", fault.text);
}

/* Is it this step's turn? */
static bool check_turn(const struct round *r, const char *step, struct err *e)
{
	struct review_round so_far = {.unit_reviewed = r->has_unit};
	if (r->any) {
		so_far.last_step = r->last.step;
		so_far.last_result = r->last.result;
	}
	const char *why = review_refused(&so_far, step);
	if (!why)
		return true;
	return r->has_unit ? err_set(e, ERR_RULE, _("%s（制作部门审查人：%s）"), why, r->unit.reviewer) : err_set(e, ERR_RULE, "%s", why);
}

static bool check_people(struct office *o, const struct round *r, const struct info_review_args *args, struct err *e)
{
	if (!strcmp(args->step, "unit") || !setting_flag(o, "two_person", DAY_NONE))
		return true;
	if (!strcmp(r->unit.reviewer, args->reviewer))
		return err_set(e, ERR_RULE, _("双人制：%s 已在制作部门审查，不能再作%s审查"), args->reviewer,
			choice_label(review_steps, args->step));
	return true;
}

bool info_review_insert(struct office *o, const struct info *i, const struct info_review_args *r, const char *origin, struct err *e)
{
	struct q *q = q_open(o->store, &Q_review_insert);
	q_bind_record(q, &info_review_args_type, r);
	q_int(q, "info_id", i->row);
	q_int(q, "duty_id", info_open_duty(i)->row);
	q_text(q, "origin", origin);
	bool done = q_run(q, e);
	q_end(q);
	return done;
}

static bool review_run(struct verb_call *call, struct err *e)
{
	struct office *o = call->office;
	struct info_review_args *args = call->args;
	struct info i;
	struct round round;
	if (args->on == DAY_NONE)
		args->on = desk_today(o->desk);
	if (!info_load(o, call->subject_id, call->arena, &i, e) || !info_may(&i, STEP_REVIEW, e) ||
		!load_round(o, &i, call->arena, &round, e) || !check_turn(&round, args->step, e) || !check_people(o, &round, args, e))
		return false;
	const char *state = review_leads_to(args->step, args->result);
	if (!state)
		return err_field(e, "result", _("意见：主管部门是最后一步，不能再报请确定"));
	if (strcmp(args->result, "pass") != 0 && text_is_blank(args->reason))
		return err_field(e, "reason", _("理由：“%s”须写明理由"), choice_label(review_results, args->result));
	if (!info_past_day(o, &i, args->on, _("审查日期"), ERR_RULE, e))
		return false;
	if (round.any && args->on < round.last.on)
		return err_set(e, ERR_RULE, _("审查日期早于上一步审查"));
	if (!info_review_insert(o, &i, args, "desk", e) || !info_set_state(o, &i, state, e))
		return false;
	call->result = arena_printf(call->arena, _("%s %s审查：%s，现在%s"), i.id, choice_label(review_steps, args->step),
		choice_label(review_results, args->result), choice_label(info_states, state));
	return true;
}

static bool confirmed_run(struct verb_call *call, struct err *e)
{
	struct office *o = call->office;
	struct info_confirmed_args *args = call->args;
	struct info i;
	if (args->on == DAY_NONE)
		args->on = desk_today(o->desk);
	if (!info_load(o, call->subject_id, call->arena, &i, e) || !info_may(&i, STEP_CONFIRMED, e))
		return false;
	if (!i.f.confirm_with)
		return err_set(e, ERR_RULE, _("%s 没有登记须经哪个机关确认"), i.id);
	if (!info_past_day(o, &i, args->on, _("确认日期"), ERR_RULE, e))
		return false;
	struct q *q = q_open(o->store, &Q_info_confirmed);
	q_day(q, "on", args->on);
	q_text(q, "ref", args->ref);
	q_int(q, "row", i.row);
	q_int(q, "version", i.version);
	bool done = q_run_one(q, e);
	q_end(q);
	call->result = arena_printf(call->arena, _("%s 已由%s确认"), i.id, i.f.confirm_with);
	return done;
}

/* A unit's reviewer may sign for his own unit only; the later steps need a grant for the whole office. */
static int64_t review_unit(const struct verb_call *call)
{
	const struct info_review_args *args = call->args;
	struct arena a = {0};
	struct info i;
	struct err ignored = {0};
	int64_t unit = INT_NONE;
	if ((!args || !args->step || !strcmp(args->step, "unit")) && info_load(call->office, call->subject_id, &a, &i, &ignored))
		unit = i.unit_id;
	arena_free(&a);
	return unit;
}

static bool review_can(struct office *o, int64_t row, struct err *why)
{
	return info_can(o, row, STEP_REVIEW, why);
}

static bool confirmed_can(struct office *o, int64_t row, struct err *why)
{
	return info_can(o, row, STEP_CONFIRMED, why);
}

const struct verb info_review = {.name = "info.review", .label = N_("审查"), .subject = "info", .args = &info_review_args_type,
	.unit = review_unit, .can = review_can, .run = review_run};
const struct verb info_confirmed = {.name = "info.confirmed", .label = N_("外单位已确认"), .subject = "info",
	.args = &info_confirmed_type, .can = confirmed_can, .run = confirmed_run};
