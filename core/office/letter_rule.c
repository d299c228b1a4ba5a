/* Which letter may be issued for which case. */
#include <string.h>

#include "gen/q_letter.h"
#include "gen/q_letter_facts.h"
#include "law/disclosure.h"
#include "office/decision.h"
#include "office/letter_remedy.h"
#include "office/letter_values.h"
#include "office/letter_view.h"

bool letter_has_remedy(const struct template *t)
{
	return t->remedy != TEMPLATE_REMEDY_NONE;
}

const char *letter_template_name(const struct template *t, struct arena *a)
{
	char iso[DAY_ISO];
	return arena_printf(a, "%s-%d@%s", t->kind, t->family, day_iso(t->valid_from, iso));
}

static const char *typed(const struct letter_values *v, const char *slot)
{
	for (size_t i = 0; i < v->nslots; i++)
		if (strcmp(v->slots[i].name, slot) == 0)
			return v->slots[i].value;
	return NULL;
}

/* Kinds that tell an outcome of the case. */
static bool decision_kind(const char *kind)
{
	static const char *const kinds = " granted already_public partial refused query_law not_held not_existing needs_making unclear petition "
		"repeat published_matter excessive reconfirm stop_clarify stop_fee withdraw not_gov_info other exempt transferred correction_result correction_no_power ";
	const char *at = strstr(kinds, kind);
	size_t n = strlen(kind);
	return at && at > kinds && at[-1] == ' ' && at[n] == ' ';
}

bool letter_case_load(struct letter_values *v, int64_t matter_id, struct err *e)
{
	const struct letter_whom whom = {.kind = v->kind, .third_party = typed(v, "third_party"), .agency = typed(v, "body"), .revoked = typed(v, "revoked_number"),
		.answer = v->kind && decision_kind(v->kind)};
	struct correction_view view;
	if (!matter_load(v->office, matter_id, v->arena, &v->view.c, e) ||
		!letter_facts_load(v->office, &v->view.c, &whom, v->arena, &v->facts, e))
		return false;
	v->is_correction = strcmp(v->view.c.matter.kind, "correction") == 0;
	if (v->is_correction) {
		if (!correction_load(v->office, matter_id, v->arena, &view, e))
			return false;
		v->correction = view.correction;
		record_clear(&request_type, &v->view.request);
		return true;
	}
	if (!request_load(v->office, matter_id, v->arena, &v->view, e))
		return false;
	v->ground = v->facts.ground;
	const char *route = typed(v, "route") ? typed(v, "route") : v->view.request.route;
	v->internet = route && (strstr(route, "email") || strstr(route, _("电子邮件")));
	return true;
}

bool letter_is_decision(const struct letter_values *v)
{
	const char *kind = letter_of_outcome(v->office, &v->view.c.matter);
	return kind && strcmp(kind, v->kind) == 0 && strcmp(v->view.c.matter.outcome, "withdrawn") != 0;
}

static bool happened(const struct letter_values *v, enum clock_event_kind kind)
{
	for (size_t i = 0; i < v->view.c.nevents; i++)
		if (v->view.c.events[i].kind == kind)
			return true;
	return false;
}

/* Letters that report a step: the step comes first. */
static const struct {
	const char *kind;
	enum clock_event_kind event;
} steps[] = {
	{"receipt", EV_RECEIVED}, {"correction_receipt", EV_CORRECTION}, {"correction_clarify", EV_CLARIFY_SENT}, {"clarify", EV_CLARIFY_SENT}, {"extend", EV_EXTENDED}, {"delay", EV_DELAYED},
	{"ask_reasons", EV_REASONS_ASKED}, {"consult", EV_CONSULT_SENT}, {"consult_slip", EV_CONSULT_SENT},
	{"consult_notice", EV_CONSULT_SENT}, {"third_party_notice", EV_CONSULT_SENT}, {"coagency", EV_COAGENCY_SENT},
	{"task", EV_TASK_GIVEN}, {"fee", EV_FEE_NOTIFIED},
};

daynum letter_step_day(const struct letter_values *v, const char **step)
{
	daynum first = DAY_NONE;
	for (size_t i = 0; i < sizeof steps / sizeof *steps; i++)
		for (size_t k = 0; strcmp(steps[i].kind, v->kind) == 0 && k < v->view.c.nevents; k++) {
			const struct clock_event *ev = &v->view.c.events[k];
			if (ev->kind != steps[i].event || (first != DAY_NONE && ev->day >= first))
				continue;
			first = ev->day;
			*step = clock_event_label(ev->kind);
		}
	return first;
}

/* One of a kind, unless several people get one: a second receipt would be a second promise. */
static bool once(const struct letter_values *v, struct err *e)
{
	static const char *const several = " confirmation revoke consult consult_slip third_party_notice coagency task delivery_record approval_sheet application_form correction_form ";
	static const char *const asked[] = {"consult", "third_party_notice", "coagency"};
	const char *at = strstr(several, v->kind), *to = NULL;
	int64_t id;
	struct letter l;
	struct err none = {0};
	for (size_t i = 0; i < sizeof asked / sizeof *asked; i++)
		if (strcmp(asked[i], v->kind) == 0)
			to = i == 2 ? v->facts.agency : v->facts.third_party;
	if (!to && at && at[-1] == ' ' && at[strlen(v->kind)] == ' ')
		return true;
	struct q *q = q_open(v->office->store, to ? &Q_letter_standing_to : &Q_letter_standing);
	if (to)
		q_text(q, "addressee", to);
	q_int(q, "matter_id", v->view.c.matter.row);
	q_text(q, "kind", v->kind);
	if (!q_one_int(q, &id, &none))
		return none.code == ERR_NONE || err_set(e, none.code, "%s", none.text);
	return letter_load(v->office, id, v->arena, &l, e) && err_set(e, ERR_RULE, _("已出具 %s，须先撤销才能重新出具"), l.number);
}

/* 条例16: 可以不予公开 is confirmed by the approver before it goes out. */
static bool confirmed(const struct letter_values *v, struct err *e)
{
	const struct matter *m = &v->view.c.matter;
	struct decision d;
	bool found;
	if (v->is_correction || !grounds_discretionary(v->office->law, m->ruleset, v->facts.grounds))
		return true;
	if (!decision_load(v->office, m->row, v->arena, &d, &found, e))
		return false;
	return !found || d.confirmed_by ||
		err_set(e, ERR_RULE, _("%s 以“可以不予公开”的理由（条例16）不公开，须由批准人再次确认（confirm_ground）才能出具"), m->number);
}

static bool any_letter(const struct letter_values *v, struct err *e)
{
	struct letter *all;
	size_t n;
	return letter_list(v->office, v->view.c.matter.row, v->arena, &all, &n, e) &&
	       (n || err_set(e, ERR_RULE, _("%s 还没有出具文书，没有可以撤销或者更正的"), v->view.c.matter.number));
}

bool letter_corrects(const struct letter_values *v)
{
	const char *action = typed(v, "action");
	return action && (strcmp(action, "correct") == 0 || strcmp(action, _("更正")) == 0);
}

/* Nobody is told twice that a letter is revoked. A correction of it, while it stood, is another thing. */
static bool told_once(const struct letter_values *v, const struct letter *revoked, struct err *e)
{
	struct err none = {0};
	struct letter l;
	int64_t id;
	struct q *q = q_open(v->office->store, &Q_letter_revoked_by);
	q_int(q, "id", revoked->id);
	if (!q_one_int(q, &id, &none))
		return none.code == ERR_NONE || err_set(e, none.code, "%s", none.text);
	return letter_load(v->office, id, v->arena, &l, e) &&
	       err_set(e, ERR_RULE, _("%s 的撤销已用 %s 告知，须先撤销 %s 才能重新出具"), revoked->number, l.number, l.number);
}

/* 撤销（更正）文书决定书 names a letter of this case; what it annuls was revoked first, what it corrects still stands. */
static bool names_a_letter(const struct letter_values *v, struct err *e)
{
	const char *named = typed(v, "revoked_number");
	int64_t id;
	struct letter l;
	if (named && !v->facts.revoked_number)
		return err_field(e, "revoked_number", _("%s 没有文号为“%s”的文书"), v->view.c.matter.number, named);
	if (!v->facts.revoked_number) /* one that stands may be corrected: the empty slot asks for it */
		return any_letter(v, e);
	if (!letter_find(v->office, v->facts.revoked_number, &id, e) || !letter_load(v->office, id, v->arena, &l, e))
		return false;
	bool revoked = strcmp(l.state, "revoked") == 0;
	if (letter_corrects(v) && revoked)
		return err_set(e, ERR_RULE, _("%s 已经撤销，不能再更正"), l.number);
	if (revoked && !told_once(v, &l, e))
		return false;
	return revoked || letter_corrects(v) || err_set(e, ERR_RULE, _("%s 还没有撤销，先撤销（letter revoke）再出具决定书"), l.number);
}

/* What was decided and which letter tells it, in the clerk's words. */
static bool wrong_kind(const struct letter_values *v, const char *want, struct err *e)
{
	const struct matter *m = &v->view.c.matter;
	const struct outcome *o = v->is_correction || !m->ruleset ? NULL : outcome_find(v->office->law, m->ruleset, m->outcome);
	const char *decided = v->is_correction ? correction_outcome_label(m->outcome) : o ? tr(o->label) : m->outcome;
	if (!want)
		return err_set(e, ERR_RULE, _("%s 的决定是“%s”，没有要出具的答复"), m->number, decided);
	return err_set(e, ERR_RULE, _("%s 的决定是“%s”，要出具的是 %s，不能出具 %s"), m->number, decided, want, v->kind);
}

/* 提供日期告知书 (2008) follows the letter that grants, and cites it. */
static bool follows_notice(const struct letter_values *v, struct err *e)
{
	const char *want = letter_of_outcome(v->office, &v->view.c.matter);
	if (!want || (strcmp(want, "granted") != 0 && strcmp(want, "partial") != 0))
		return err_set(e, ERR_RULE, _("%s 没有决定公开或者部分公开，不能出具提供日期告知书"), v->view.c.matter.number);
	return v->facts.notice_number || err_set(e, ERR_RULE, _("%s 先出具公开告知书，再出具提供日期告知书"), v->view.c.matter.number);
}

bool letter_may_issue(const struct letter_values *v, struct err *e)
{
	const struct matter *m = &v->view.c.matter;
	for (size_t i = 0; i < sizeof steps / sizeof *steps; i++) {
		if (strcmp(steps[i].kind, v->kind) != 0 || happened(v, steps[i].event))
			continue;
		if (strcmp(v->kind, "consult_notice") == 0 && happened(v, EV_COAGENCY_SENT))
			continue;
		if (steps[i].event == EV_RECEIVED && v->is_correction)
			return err_set(e, ERR_RULE, _("%s 是更正申请，请用更正申请登记回执"), m->number);
		if (steps[i].event == EV_RECEIVED || steps[i].event == EV_CORRECTION)
			return err_set(e, ERR_RULE, _("%s 收到之日未定，先与申请人确认再出具回执"), m->number);
		return err_set(e, ERR_RULE, _("%s 还没有“%s”这一步，不能出具这种文书"), m->number, clock_event_label(steps[i].event));
	}
	if (!once(v, e) || (strcmp(v->kind, "revoke") == 0 && !names_a_letter(v, e)))
		return false;
	if (strcmp(v->kind, "supply_date") == 0)
		return follows_notice(v, e);
	if (!decision_kind(v->kind))
		return true;
	const char *want = letter_of_outcome(v->office, m);
	if (!m->outcome)
		return err_set(e, ERR_RULE, _("%s 还没有作出决定，不能出具答复"), m->number);
	if (!want || strcmp(want, v->kind) != 0)
		return wrong_kind(v, want, e);
	return confirmed(v, e);
}

static bool standing(const struct letter_values *v, bool *is, struct err *e)
{
	int64_t id;
	struct err none = {0};
	struct q *q = q_open(v->office->store, &Q_letter_standing);
	q_int(q, "matter_id", v->view.c.matter.row);
	q_text(q, "kind", v->kind);
	*is = q_one_int(q, &id, &none);
	return none.code == ERR_NONE || none.code == ERR_MISSING || err_set(e, none.code, "%s", none.text);
}

/* Is this kind owed: may it be issued, and has none been? */
static bool owed(struct letter_values *v, const char *kind, bool *is, struct err *e)
{
	struct err why = {0};
	v->kind = kind;
	*is = false;
	bool of_corrections = kind && strncmp(kind, "correction_", 11) == 0;
	if (!kind || of_corrections != v->is_correction || !letter_may_issue(v, &why))
		return true;
	bool there;
	if (!standing(v, &there, e))
		return false;
	*is = !there;
	return true;
}

bool letter_due(struct office *o, int64_t matter_id, struct arena *a, const char **kind, struct err *e)
{
	struct letter_values v = {.office = o, .arena = a, .kind = "", .on = desk_today(o->desk), .serial = INT_NONE};
	bool is = false;
	*kind = NULL;
	if (!letter_case_load(&v, matter_id, e))
		return false;
	const struct matter *m = &v.view.c.matter;
	if (m->closed_on != DAY_NONE) /* void, archived, from an old ledger */
		return err_set(e, ERR_RULE, _("%s 没有到期要出的文书"), m->number);
	if (m->received == DAY_NONE && !v.is_correction && !owed(&v, "confirmation", &is, e))
		return false;
	for (size_t i = 0; !is && i < sizeof steps / sizeof *steps; i++)
		if (happened(&v, steps[i].event) && (steps[i].event != EV_RECEIVED || v.view.c.due != DAY_NONE) && /* a receipt states the date */
			!owed(&v, steps[i].kind, &is, e))
			return false;
	if (!is && m->outcome && !owed(&v, letter_of_outcome(o, m), &is, e))
		return false;
	*kind = v.kind;
	return is || err_set(e, ERR_RULE, _("%s 没有到期要出的文书"), m->number);
}
