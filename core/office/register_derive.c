/* What a register adds to a row that its query has read: clocks, limits, words. */
#include <string.h>

#include "law/outcome.h"
#include "office/correction.h"
#include "office/matter.h"
#include "office/register_private.h"

const struct register_row REGISTER_ROW_NONE = {
	.row = INT_NONE, .matter_id = INT_NONE, .info_id = INT_NONE, .version = INT_NONE, .days = INT_NONE, .used = INT_NONE,
	.left = INT_NONE, .quantity = INT_NONE, .amount = INT_NONE, .waived = INT_NONE, .copies = INT_NONE, .spoilt = INT_NONE, .pages = INT_NONE,
	.item = INT_NONE, .serial = INT_NONE, .before = INT_NONE,
	.registered_on = DAY_NONE, .arrived = DAY_NONE, .signed_on = DAY_NONE, .confirmed = DAY_NONE, .received = DAY_NONE,
	.on = DAY_NONE, .due = DAY_NONE, .until = DAY_NONE, .assigned_on = DAY_NONE, .replied_on = DAY_NONE, .formed = DAY_NONE,
	.clarify_sent = DAY_NONE, .clarified = DAY_NONE, .consult_sent = DAY_NONE, .consult_reached = DAY_NONE,
	.consult_answered = DAY_NONE, .extended_on = DAY_NONE, .approved_on = DAY_NONE, .decided_on = DAY_NONE, .reopened_on = DAY_NONE, .redecided_on = DAY_NONE,
	.delivered_on = DAY_NONE, .served_on = DAY_NONE, .filed_on = DAY_NONE, .closed_on = DAY_NONE, .paid_on = DAY_NONE,
	.reached = DAY_NONE, .evidence_due = DAY_NONE, .result_on = DAY_NONE, .voided_on = DAY_NONE, .handed_on = DAY_NONE,
	.overdue = FLAG_NONE, .provisional = FLAG_NONE, .count = INT_NONE, .done = INT_NONE, .late = INT_NONE, .extended = INT_NONE,
	.clarifications = INT_NONE, .consulted = INT_NONE, .charged = INT_NONE,
};

static const char *outcome_label(const struct register_read *r, const struct register_row *row, const char *code)
{
	const struct outcome *found = code ? outcome_find(r->office->law, ruleset_or_newest(r->office->law, row->ruleset), code) : NULL;
	if (row->kind && strcmp(row->kind, "correction") == 0)
		return code ? tr(choice_label(correction_outcomes, code)) : NULL;
	return found ? tr(found->label) : code;
}

bool register_derive_outcome(struct register_read *r, struct register_row *row, struct err *e)
{
	(void)e;
	row->outcome_name = outcome_label(r, row, row->outcome);
	row->redecided_name = outcome_label(r, row, row->redecided);
	return true;
}

static void clocks(struct register_read *r, struct register_row *row, const struct matter_case *c)
{
	const struct clock *k = &c->clock;
	row->due = c->due;
	row->provisional = c->due != DAY_NONE ? c->provisional : FLAG_NONE;
	if (!c->rules || k->state == CLOCK_IDLE)
		return;
	bool done = k->state == CLOCK_DONE;
	row->overdue = done ? k->late : c->badge.level == BADGE_LATE;
	row->left = done ? INT_NONE : c->badge.left;
	row->used = clock_used(r->office->calendar, c->rules, c->events, c->nevents, desk_today(r->office->desk));
	row->badge = arena_strdup(r->arena, c->badge.text);
}

bool register_derive_case(struct register_read *r, struct register_row *row, struct err *e)
{
	struct matter_case c;
	struct arena own = {0};
	bool loaded = matter_load(r->office, row->matter_id, &own, &c, e) && register_derive_outcome(r, row, e);
	if (loaded)
		clocks(r, row, &c);
	arena_free(&own);
	return loaded;
}

/* The day it was settled, whichever of the days of settling this register knows. */
bool register_derive_late(struct register_read *r, struct register_row *row, struct err *e)
{
	daynum done = row->clarified != DAY_NONE ? row->clarified : row->replied_on, today = desk_today(r->office->desk);
	(void)e;
	row->overdue = row->voided_on != DAY_NONE || row->due == DAY_NONE ? FLAG_NONE : (done != DAY_NONE ? done : today) > row->due;
	return true;
}

bool register_derive_letter(struct register_read *r, struct register_row *row, struct err *e)
{
	int64_t before = row->before == INT_NONE ? 0 : row->before;
	(void)e;
	if (row->serial > before + 1)
		row->note = arena_printf(r->arena, _("其前第%lld至%lld号未启用"), (long long)before + 1, (long long)row->serial - 1);
	return true;
}

bool register_derive_yearly(struct register_read *r, struct register_row *row, struct err *e)
{
	(void)e;
	row->due = row->on == DAY_NONE ? DAY_NONE : day_add_months(row->on, 12);
	row->overdue = row->due == DAY_NONE ? FLAG_NONE : row->due < desk_today(r->office->desk);
	return true;
}
