/* Corrections: reading, registering, changing. */
#include "office/correction.h"

#include <string.h>

#include "base/text.h"
#include "gen/q_correction.h"
#include "gen/q_matter.h"
#include "office/correction_import.h"
#include "office/correction_private.h"
#include "office/entry.h"
#include "office/identity_check.h"
#include "office/merge.h"
#include "office/steps.h"

static bool typed(struct office *o, int64_t id, struct arena *a, struct correction_view *out, struct err *e)
{
	struct err end = {0};
	struct q *q = q_open(o->store, &Q_correction_typed);
	q_int(q, "id", id);
	bool found = q_row(q, &end);
	if (found) {
		q_read_record(q, &correction_type, &out->correction, a);
		out->applicant_id = q_get_int(q, "party_id");
		out->identity_checked_on = q_get_day(q, "identity_checked_on");
		out->identity_checked_by = q_get_text(q, "identity_checked_by", a);
		out->transferred_on = q_get_day(q, "transferred_on");
		out->transferred_to = q_get_text(q, "transferred_to", a);
	}
	q_end(q);
	if (found)
		return true;
	return end.code ? err_set(e, end.code, "%s", end.text) : err_set(e, ERR_MISSING, _("没有这个更正申请"));
}

bool correction_load(struct office *o, int64_t id, struct arena *a, struct correction_view *out, struct err *e)
{
	*out = (struct correction_view){.identity_checked_on = DAY_NONE, .transferred_on = DAY_NONE};
	record_clear(&correction_type, &out->correction);
	return matter_load(o, id, a, &out->c, e) && typed(o, id, a, out, e);
}

static bool holds(const char *text, const char *wanted, struct arena *a)
{
	return text_is_blank(wanted) || (text && strstr(text_key(a, text), text_key(a, wanted)));
}

/* They are few: words are compared here. */
static bool passes(const struct correction_filter *f, const struct correction_row *r, struct arena *a)
{
	return holds(r->name, f->name, a) && (holds(r->claim, f->text, a) || holds(r->record, f->text, a));
}

bool correction_list(struct office *o, const struct correction_filter *f, struct arena *a, struct correction_row **out, size_t *n,
	struct err *e)
{
	size_t cap = 0;
	struct correction_row *rows = NULL;
	struct err end = {0};
	struct q *q = q_open(o->store, &Q_correction_list);
	q_text(q, "state", f->state);
	q_text(q, "channel", f->channel);
	q_int(q, "year", f->year);
	q_int(q, "open", f->open == 1 ? 1 : INT_NONE);
	*n = 0;
	bool ok = true;
	while (ok && (f->limit == INT_NONE || (int64_t)*n < f->limit) && q_row(q, &end)) {
		rows = arena_grow(a, rows, *n, &cap, sizeof *rows);
		struct correction_row *row = &rows[*n];
		struct matter_case c;
		record_clear(&correction_row_type, row);
		q_read_record(q, &correction_row_type, row, a);
		if (!passes(f, row, a))
			continue;
		++*n;
		ok = matter_load(o, row->id, a, &c, e);
		row->due = c.due;
		row->badge = ok ? arena_strdup(a, c.badge.text) : "";
		row->level = ok ? c.badge.level : BADGE_NONE;
		row->left = row->level == BADGE_NONE || row->level == BADGE_DONE || row->due == DAY_NONE ? INT_NONE : c.badge.left;
	}
	q_end(q);
	*out = rows;
	return ok && (end.code == ERR_NONE || err_set(e, end.code, "%s", end.text));
}

void correction_matter(const struct correction *r, struct matter *m)
{
	m->channel = r->channel;
	m->arrived = r->arrived;
	m->signed_on = r->signed_on;
	m->confirmed = r->confirmed;
	m->confirmed_with = r->confirmed_with;
}

static bool row_put(struct office *o, const struct query *query, int64_t id, const struct correction *r, struct err *e)
{
	struct q *q = q_open(o->store, query);
	q_bind_record(q, &correction_type, r);
	q_int(q, "matter_id", id);
	bool done = q_run(q, e);
	q_end(q);
	return done;
}

bool correction_row_insert(struct office *o, int64_t matter_id, const struct correction *r, struct err *e)
{
	return row_put(o, &Q_correction_insert, matter_id, r, e);
}

static bool check(struct office *o, const struct record_type *t, struct correction *r, struct err *e)
{
	if (!record_check(t, r, e) || !entry_check(t, r, desk_today(o->desk), e))
		return false;
	entry_here(o, r->channel, &r->arrived);
	return entry_dates(r->arrived, r->signed_on, r->confirmed, e);
}

static bool run_register(struct verb_call *call, struct err *e)
{
	struct office *o = call->office;
	struct correction *r = call->args;
	struct matter m;
	const char *why = NULL;
	if (!check(o, &correction_type, r, e))
		return false;
	record_clear(&matter_type, &m);
	correction_matter(r, &m);
	m.kind = "correction";
	m.registered_on = desk_today(o->desk);
	m.handler_id = o->operator_id;
	if (!matter_receive(o, &m, call->arena, &why, e) || !matter_insert(o, &m, call->arena, e))
		return false;
	call->subject_id = m.row;
	if (!correction_row_insert(o, m.row, r, e) || !party_put(o, m.row, "applicant", &r->applicant, call->arena, NULL, e) ||
		!matter_deadlines(o, m.row, false, call->arena, e))
		return false;
	call->warning = party_doubts(&r->applicant, m.registered_on, call->arena);
	call->result = arena_printf(call->arena, _("已登记，编号 %s：%s"), m.number, why);
	return true;
}

static bool same(const struct correction *x, const struct correction *y)
{
	for (const struct field *f = correction_type.fields; f->name; f++)
		if (!record_same(f, x, y))
			return false;
	return true;
}

static bool merge_change(struct office *o, int64_t id, const void *rec, struct arena *a, struct merge *out, struct err *e)
{
	const struct correction_change *args = rec;
	struct correction_change now = *args; /* the reason is the clerk's own */
	struct correction_view v;
	if (!correction_load(o, id, a, &v, e))
		return false;
	now.now = v.correction;
	now.version = v.c.matter.version;
	const struct merge_source rows[] = {{"matter", id}, {"correction", id}, {"party", v.applicant_id}};
	struct merge_ask ask = {.type = &correction_change_type, .mine = args, .now = &now, .version = now.version, .sources = rows, .nsources = 3,
		.since = args->version == INT_NONE ? now.version : args->version};
	return merge_find(o, &ask, a, out, e);
}

static bool run_change(struct verb_call *call, struct err *e)
{
	struct office *o = call->office;
	struct correction_change args = *(const struct correction_change *)call->args;
	struct correction_view was;
	struct merge both;
	if (!correction_load(o, call->subject_id, call->arena, &was, e) || !merge_change(o, call->subject_id, &args, call->arena, &both, e))
		return false;
	struct matter m = was.c.matter;
	if (both.nboth)
		return merge_refuse(&both, m.number, e);
	merge_theirs(&both, &args);
	if (!check(o, &correction_change_type, &args.now, e))
		return false;
	if (same(&args.now, &was.correction))
		return err_set(e, ERR_INPUT, _("没有改动"));
	correction_matter(&args.now, &m);
	if (!matter_receive(o, &m, call->arena, NULL, e) || !entry_moved(&was.c, &m, e) || !matter_set_receipt(o, &m, e) ||
		!row_put(o, &Q_correction_update, m.row, &args.now, e) ||
		!party_change(o, was.applicant_id, &args.now.applicant, call->arena, e) || !matter_deadlines(o, m.row, false, call->arena, e))
		return false;
	call->warning = merge_said(&both, call->arena);
	call->result = arena_printf(call->arena, _("%s 已更改：%s"), m.number, args.reason);
	return true;
}

static bool can_change(struct office *o, int64_t id, struct err *why)
{
	return step_can(o, id, "change", why);
}

static const struct verb verb_register = {"correction.register", N_("登记更正申请"), "correction", &correction_type, .run = run_register,
	.creates = true};
static const struct verb verb_change = {"correction.change", N_("更改录入"), "correction", &correction_change_type, .can = can_change,
	.run = run_change, .merge = merge_change};
static const struct verb verb_identity = {"correction.identity", N_("核对身份"), "correction", &identity_type, .run = identity_check_run};

const struct verb *const correction_verbs[] = {&verb_register, &verb_change, &verb_identity, &correction_import_verb, NULL};
