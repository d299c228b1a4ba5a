#include "office/identity_check.h"

#include <string.h>

#include "gen/q_matter.h"
#include "office/steps.h"

bool identity_check_load(struct office *o, int64_t matter_id, struct arena *a, struct identity_check *out, struct err *e)
{
	struct q *q = q_open(o->store, &Q_matter_identity);
	q_int(q, "id", matter_id);
	*out = (struct identity_check){.on = DAY_NONE};
	bool found = q_row(q, e);
	if (found)
		*out = (struct identity_check){q_get_day(q, "on"), q_get_text(q, "by", a)};
	q_end(q);
	return found;
}

bool identity_check_run(struct verb_call *call, struct err *e)
{
	struct step_args *a = call->args;
	struct step s = {.call = call, .office = call->office, .arena = call->arena};
	if (!matter_load(call->office, call->subject_id, call->arena, &s.c, e) || !step_day(&s, "on", &a->on, DAY_NONE, e))
		return false;
	bool correction = strcmp(s.c.matter.kind, "correction") == 0;
	struct q *q = q_open(call->office->store, correction ? &Q_matter_identity_correction : &Q_matter_identity_request);
	q_int(q, "id", s.c.matter.row);
	q_day(q, "on", a->on);
	q_text(q, "by", a->by ? a->by : call->office->operator_name);
	bool done = q_run_one(q, e);
	q_end(q);
	call->result = arena_printf(call->arena, _("%s 已核对身份"), s.c.matter.number);
	return done;
}
