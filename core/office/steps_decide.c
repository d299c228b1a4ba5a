/* The answer: deciding, answering at once, and the ends without an answer. */
#include <string.h>

#include "base/text.h"
#include "gen/q_correction.h"
#include "gen/q_step.h"
#include "gen/q_steps.h"
#include "law/correction_rule.h"
#include "law/disclosure.h"
#include "office/choice.h"
#include "office/correction.h"
#include "office/letter.h"
#include "office/letter_remedy.h"
#include "office/request.h"
#include "office/setting.h"
#include "office/steps_ground.h"

static bool is_correction(const struct step *s)
{
	return strcmp(s->c.matter.kind, "correction") == 0;
}

/* The first of several grounds decides row and remedy. */
static const char *first_ground(const struct step *s, const char *grounds)
{
	return grounds ? arena_strndup(s->arena, grounds, strcspn(grounds, ",")) : NULL;
}

static bool supersede(struct step *s, daynum on, struct err *e)
{
	struct q *q = q_open(s->office->store, &Q_decision_supersede);
	q_int(q, "matter_id", s->c.matter.row);
	q_day(q, "on", on);
	bool done = q_run(q, e);
	q_end(q);
	return done;
}

bool step_outcome(struct step *s, const struct step_args *a, const char *outcome, struct err *e)
{
	struct matter *m = &s->c.matter;
	const char *ruleset = ruleset_or_newest(s->office->law, m->ruleset), *ground = first_ground(s, a->ground);
	if (!supersede(s, a->on, e))
		return false;
	struct q *q = q_open(s->office->store, &Q_decision_insert);
	q_int(q, "matter_id", m->row);
	q_text(q, "outcome", outcome);
	q_text(q, "ground", a->ground);
	q_text(q, "reasons", a->reasons ? a->reasons : a->reason);
	q_text(q, "body", a->body);
	q_day(q, "on", a->on);
	q_text(q, "approved_by", a->approved_by);
	/* a step that nobody signs has no such field: nothing was typed into it */
	q_day(q, "approved_on", record_field(s->call->verb->args, "approved_on") ? a->approved_on : DAY_NONE);
	q_text(q, "approval_ref", a->approval_ref);
	q_text(q, "disclose_basis", a->disclose_basis);
	q_text(q, "disclose_reasons", a->disclose_reasons);
	q_text(q, "confirmed_by", a->confirmed == 1 ? a->approved_by : NULL);
	q_day(q, "confirmed_on", a->confirmed == 1 ? a->on : DAY_NONE);
	if (!is_correction(s)) {
		q_text(q, "report_row", outcome_row(s->office->law, ruleset, outcome, ground));
		q_text(q, "remedy", remedy_class_name(outcome_remedy(s->office->law, ruleset, outcome, ground, a->on)));
	}
	bool done = q_run(q, e);
	q_end(q);
	m->outcome = outcome;
	return done;
}

bool step_outcome_known(const struct step *s, const char *outcome)
{
	return s->c.matter.ruleset && outcome_find(s->office->law, s->c.matter.ruleset, outcome);
}

static bool searched(struct step *s, struct err *e)
{
	int64_t n;
	struct q *q = q_open(s->office->store, &Q_search_log_count);
	q_int(q, "matter_id", s->c.matter.row);
	if (!q_one_int(q, &n, e))
		return false;
	return n > 0 || err_set(e, ERR_RULE, _("答复信息不存在前须登记检索（何处、何词、何人、何时、结果）"));
}

/* 条例41: a correction that is not made is told with its reasons; without the power, who has it. */
static bool check_correction(const struct step *s, struct step_args *a, struct err *e)
{
	const struct choice *c = choice_find(correction_outcomes, a->outcome);
	if (!c)
		return err_field(e, "outcome", _("更正没有结果“%s”"), a->outcome);
	a->outcome = c->code;
	const struct correction_rule *r = correction_rule_find(s->c.matter.ruleset, c->code);
	if (r->refusal)
		return err_set(e, ERR_RULE, "%s", tr(r->refusal));
	if (r->needs_reasons && text_is_blank(a->reasons))
		return err_field(e, "reasons", _("“%s”须说明理由"), tr(c->label));
	if (r->needs_body && text_is_blank(a->body))
		return err_field(e, "body", _("须写明有权更正的机关"));
	return true;
}

/* What the outcome wants under the case's rule set: grounds, reasons, a search, whom to ask instead. */
static bool check_outcome(struct step *s, struct step_args *a, struct withheld_parts *parts, struct err *e)
{
	*parts = (struct withheld_parts){0};
	if (is_correction(s))
		return check_correction(s, a, e);
	const struct outcome *o = outcome_named(s->office->law, s->c.matter.ruleset, a->outcome);
	if (!o)
		return choice_unknown(s->office, record_field(s->call->verb->args, "outcome"), s->c.matter.ruleset, a->outcome, s->arena, e);
	a->outcome = o->code;
	const char *step = outcome_step(o->code);
	if (step)
		return err_field(e, "outcome", _("“%s”由“%s”（%s）办理"), o->label, proc_verb_label(step), step);
	if (o->needs_ground && text_is_blank(a->ground))
		return err_field(e, "ground", _("“%s”须选不公开依据"), o->label);
	if (!parts_read(s, a, o, parts, e))
		return false;
	if (o->needs_ground && text_is_blank(a->reasons))
		return err_field(e, "reasons", _("“%s”须说明理由（%s）"), o->label, o->article);
	return !o->needs_search || searched(s, e);
}

/* What is allowed, but should be known; NULL for nothing. */
static const char *decide_warning(const struct step *s, const struct step_args *a, const struct withheld_parts *parts)
{
	const struct law *law = s->office->law;
	const struct matter *m = &s->c.matter;
	const char *late = s->facts & FACT_PAST_DUE ? _("已过答复期限") : NULL;
	if (is_correction(s))
		return late;
	const struct outcome *o = outcome_find(law, m->ruleset, a->outcome);
	const char *const said[] = {
		late, parts->unused,
		a->confirmed != 1 && grounds_discretionary(law, m->ruleset, a->ground) ?
			_("以“可以不予公开”的理由（条例16）不公开，批准人再次确认后才能出具答复") : NULL,
		a->disclose_basis ? _("须书面告知第三方公开的内容和理由（第三方告知书）") : NULL,
		o->needs_body && text_is_blank(a->body) ? _("没有写明负责机关或者渠道：能够确定的，应当告知名称和联系方式") : NULL,
		outcome_doubt(proc_family_of(m->kind, m->ruleset), a->outcome, s->facts),
	};
	struct str all = str_new(s->arena);
	for (size_t i = 0; i < sizeof said / sizeof *said; i++)
		if (said[i])
			str_printf(&all, "%s%s", all.len ? _("；") : "", said[i]);
	return all.len ? all.s : NULL;
}

bool step_decide(struct verb_call *call, struct err *e)
{
	struct step_args *a = call->args;
	struct step s;
	struct withheld_parts parts;
	if (!step_begin(call, &s, e) || !step_day(&s, "on", &a->on, s.c.clock.start, e) || !check_outcome(&s, a, &parts, e) ||
		!step_approval(&s, a, a->on, e))
		return false;
	if (!is_correction(&s) && (!ground_objections(&s, a, e) || !ground_confirmed(&s, a, e)))
		return false;
	call->warning = decide_warning(&s, a, &parts);
	if (!step_outcome(&s, a, a->outcome, e) || !parts_put(s.office, store_last_id(s.office->store), &parts, e) || !step_end(&s, NULL, DAY_NONE, e))
		return false;
	const struct outcome *o = outcome_find(s.office->law, s.c.matter.ruleset, a->outcome);
	call->result = arena_printf(s.arena, _("%s 决定：%s"), s.c.matter.number, is_correction(&s) ? choice_label(correction_outcomes, a->outcome) :
		o->label);
	return true;
}

/* What refuses, sends elsewhere or withholds is told by a letter with its remedies, which is then served: only what the step may itself
 * write is answered across the counter. */
static bool at_once(const struct step *s, const struct step_args *a, struct err *e)
{
	const struct outcome *o = outcome_named(s->office->law, s->c.matter.ruleset, a->outcome);
	return !o || proc_writes(s->row, o->letter) ||
		err_field(e, "outcome", _("“%s”须出具答复书告知救济途径，不能当场答复：用“作出决定”（decide）"), o->label);
}

/* The letter of the answer that is handed over with it. */
static bool answer_letter(struct step *s, const struct step_args *a, const char **number, struct err *e)
{
	struct letter_slot slots[] = {{"given", a->reasons}, {"where", a->where}};
	struct letter_issue what = {.kind = letter_of_outcome(s->office, &s->c.matter), .on = a->on};
	what.slots = (struct record_list){.rows = slots, .n = a->where ? 2 : a->reasons ? 1 : 0};
	return a->letter != 1 || letter_issue_in(s->office, s->c.matter.row, &what, s->arena, number, e);
}

/* 条例33(一): what can be answered at once is: decided, written and signed for in one step. */
bool step_answer_now(struct verb_call *call, struct err *e)
{
	struct step_args *a = call->args;
	struct step s;
	struct event_row ev = EVENT_ROW;
	struct request r;
	struct withheld_parts none;
	const char *number = NULL;
	if (!a->outcome)
		a->outcome = "granted";
	if (!request_typed(call->office, call->subject_id, call->arena, &r, NULL, e))
		return false;
	if (!a->signer)
		a->signer = r.applicant.name;
	if (!step_begin(call, &s, e) || !step_day(&s, "on", &a->on, DAY_NONE, e) || !at_once(&s, a, e) || !check_outcome(&s, a, &none, e) ||
		!ground_objections(&s, a, e) || !step_approval(&s, a, a->on, e) || !step_outcome(&s, a, a->outcome, e))
		return false;
	ev.day = a->on;
	if (!step_end(&s, &ev, DAY_NONE, e) || !answer_letter(&s, a, &number, e) || !step_delivery_put(&s, a, "direct", a->on, e))
		return false;
	if (s.c.clock.late)
		call->warning = _("答复晚于期限");
	call->result = number ? arena_printf(s.arena, _("%s 已当场答复，答复书 %s"), s.c.matter.number, number) :
		arena_printf(s.arena, _("%s 已当场答复"), s.c.matter.number);
	return true;
}

bool step_withdraw(struct verb_call *call, struct err *e)
{
	struct step_args *a = call->args;
	struct step s;
	struct event_row ev = EVENT_ROW;
	if (!step_begin(call, &s, e) || !step_day(&s, "on", &a->on, DAY_NONE, e) || !step_outcome(&s, a, "withdrawn", e))
		return false;
	ev.day = a->on;
	if (!step_end(&s, &ev, DAY_NONE, e))
		return false;
	call->result = arena_printf(s.arena, _("%s 申请人已撤回"), s.c.matter.number);
	return true;
}

/* 条例41: what this office may not correct is passed on, and to whom is recorded. */
static bool transferred(struct step *s, const struct step_args *a, struct err *e)
{
	struct q *q = q_open(s->office->store, &Q_correction_transferred);
	q_int(q, "id", s->c.matter.row);
	q_text(q, "body", a->body);
	q_day(q, "on", a->on);
	bool done = q_run_one(q, e);
	q_end(q);
	return done;
}

bool step_transfer(struct verb_call *call, struct err *e)
{
	struct step_args *a = call->args;
	struct step s;
	struct event_row ev = EVENT_ROW;
	if (!step_begin(call, &s, e) || !step_day(&s, "on", &a->on, s.c.clock.stopped, e))
		return false;
	ev.day = a->on;
	if (is_correction(&s) && text_is_blank(a->body))
		return err_field(e, "body", _("须写明有权更正的机关"));
	const char *outcome = is_correction(&s) ? "no_power" : outcome_of_transfer(s.c.matter.ruleset);
	if (!step_outcome(&s, a, outcome, e) || (is_correction(&s) && !transferred(&s, a, e)) || !step_end(&s, &ev, DAY_NONE, e))
		return false;
	call->result = arena_printf(s.arena, _("%s 已转 %s"), s.c.matter.number, a->body ? a->body : _("其他途径"));
	return true;
}
