/* Steps inside the office: tasks of units, the search log, papers of the case. */
#include <string.h>

#include "base/hash.h"
#include "base/text.h"
#include "gen/q_matter.h"
#include "gen/q_steps.h"
#include "office/directory.h"
#include "office/steps.h"

static bool task_event(struct step *s, enum clock_event_kind kind, daynum day, daynum until, int64_t task, struct err *e)
{
	struct event_row ev = EVENT_ROW;
	ev.kind = kind;
	ev.day = day;
	ev.until = until;
	ev.span = (int)task;
	return matter_event_add(s->office, s->c.matter.row, &ev, e);
}

static bool set_unit(struct step *s, int64_t unit_id, struct err *e)
{
	struct q *q = q_open(s->office->store, &Q_matter_set_unit);
	q_int(q, "id", s->c.matter.row);
	q_int(q, "version", s->c.matter.version);
	q_int(q, "unit_id", unit_id);
	bool done = q_run_one(q, e);
	q_end(q);
	s->c.matter.version++;
	return done;
}

bool step_assign(struct verb_call *call, struct err *e)
{
	struct step_args *a = call->args;
	struct step s;
	int64_t unit;
	if (!step_begin(call, &s, e) || !step_day(&s, "on", &a->on, DAY_NONE, e) ||
		!directory_pick(s.office, &directory_unit, "unit", a->unit, s.arena, &unit, e))
		return false;
	if (a->until < a->on)
		return err_field(e, "until", _("内部期限早于交办日期"));
	if (s.c.due != DAY_NONE && a->until > s.c.due)
		call->warning = _("内部期限晚于答复期限");
	struct q *q = q_open(s.office->store, &Q_task_insert);
	q_int(q, "matter_id", s.c.matter.row);
	q_int(q, "unit_id", unit);
	q_text(q, "ask", a->ask);
	q_day(q, "on", a->on);
	q_day(q, "until", a->until);
	bool done = q_run(q, e);
	q_end(q);
	int64_t task = store_last_id(s.office->store);
	if (!done || !task_event(&s, EV_TASK_GIVEN, a->on, a->until, task, e) || !set_unit(&s, unit, e) || !step_end(&s, NULL, DAY_NONE, e))
		return false;
	call->result = step_result(&s, arena_printf(s.arena, _("已交 %s 承办"), a->unit));
	return true;
}

bool step_reply(struct verb_call *call, struct err *e)
{
	struct step_args *a = call->args;
	struct step s;
	int64_t unit;
	struct err end = {0};
	if (!step_begin(call, &s, e) || !directory_pick(s.office, &directory_unit, "unit", a->unit, s.arena, &unit, e))
		return false;
	struct q *q = q_open(s.office->store, &Q_task_of_unit);
	q_int(q, "matter_id", s.c.matter.row);
	q_int(q, "unit_id", unit);
	bool found = q_row(q, &end);
	int64_t task = found ? q_get_int(q, "id") : 0;
	daynum given = found ? q_get_day(q, "assigned_on") : DAY_NONE;
	q_end(q);
	if (!found)
		return end.code ? err_set(e, end.code, "%s", end.text) : err_field(e, "unit", _("“%s”没有未回复的交办"), a->unit);
	if (!step_day(&s, "on", &a->on, given, e))
		return false;
	q = q_open(s.office->store, &Q_task_replied);
	q_int(q, "id", task);
	q_day(q, "on", a->on);
	q_text(q, "reply", a->reply);
	bool done = q_run_one(q, e);
	q_end(q);
	if (!done || !task_event(&s, EV_TASK_DONE, a->on, DAY_NONE, task, e) || !step_end(&s, NULL, DAY_NONE, e))
		return false;
	call->result = step_result(&s, _("已登记承办回复"));
	return true;
}

bool step_search(struct verb_call *call, struct err *e)
{
	struct step_args *a = call->args;
	struct step s;
	if (!step_begin(call, &s, e) || !step_day(&s, "on", &a->on, DAY_NONE, e))
		return false;
	struct q *q = q_open(s.office->store, &Q_search_log_insert);
	q_int(q, "matter_id", s.c.matter.row);
	q_text(q, "where", a->where);
	q_text(q, "words", a->words);
	q_text(q, "by", a->by ? a->by : s.office->operator_name);
	q_day(q, "on", a->on);
	q_text(q, "result", a->result);
	bool done = q_run(q, e);
	q_end(q);
	if (!done || !step_end(&s, NULL, DAY_NONE, e))
		return false;
	call->result = step_result(&s, _("已登记检索"));
	return true;
}

bool step_material(struct verb_call *call, struct err *e)
{
	struct step_args *a = call->args;
	struct step s;
	unsigned char hash[HASH_LEN];
	if (!step_begin(call, &s, e))
		return false;
	if (a->pages != INT_NONE && (a->pages < 1 || a->pages > 100000))
		return err_field(e, "pages", _("页数应为1至100000"));
	struct q *q = q_open(s.office->store, &Q_material_insert);
	q_int(q, "matter_id", s.c.matter.row);
	q_text(q, "kind", a->kind);
	q_text(q, "title", a->title);
	q_int(q, "pages", a->pages);
	q_int(q, "original", a->original == FLAG_NONE ? INT_NONE : a->original);
	q_text(q, "place", a->place);
	q_text(q, "file", a->file);
	if (a->sha256 && hash_parse(a->sha256, hash))
		q_blob(q, "hash", hash, HASH_LEN);
	q_int(q, "size", a->size);
	q_day(q, "on", desk_today(s.office->desk));
	bool done = q_run(q, e);
	q_end(q);
	if (!done || !step_end(&s, NULL, DAY_NONE, e))
		return false;
	call->result = step_result(&s, _("已登记材料"));
	return true;
}

bool step_file_copy(struct verb_call *call, struct err *e)
{
	struct step_args *a = call->args;
	struct step s;
	if (!step_begin(call, &s, e) || !step_day(&s, "on", &a->on, DAY_NONE, e))
		return false;
	struct q *q = q_open(s.office->store, &Q_file_copy_insert);
	q_int(q, "matter_id", s.c.matter.row);
	q_day(q, "on", a->on);
	bool done = q_run(q, e);
	q_end(q);
	if (!done || !step_end(&s, NULL, DAY_NONE, e))
		return false;
	call->result = step_result(&s, _("已报送备案"));
	return true;
}

/* 署办发〔2021〕23号(十): hard, complex and sensitive requests are talked over by several units and reported upward in time. */
bool step_joint_review(struct verb_call *call, struct err *e)
{
	struct step_args *a = call->args;
	struct step s;
	if (!step_begin(call, &s, e) || !step_day(&s, "on", &a->on, DAY_NONE, e))
		return false;
	if (a->reported_on != DAY_NONE && text_is_blank(a->body))
		return err_field(e, "body", _("须写明报告哪个机关"));
	if (!text_is_blank(a->body) && !step_day(&s, "reported_on", &a->reported_on, a->on, e))
		return false;
	struct q *q = q_open(s.office->store, &Q_joint_review_insert);
	q_int(q, "matter_id", s.c.matter.row);
	q_day(q, "on", a->on);
	q_text(q, "units", a->unit);
	q_text(q, "opinion", a->result);
	q_text(q, "reported_to", a->body);
	q_day(q, "reported_on", a->reported_on);
	q_text(q, "report_ref", a->approval_ref);
	bool done = q_run(q, e);
	q_end(q);
	if (!done || !step_end(&s, NULL, DAY_NONE, e))
		return false;
	call->result = step_result(&s, a->body ? arena_printf(s.arena, _("已登记共商意见，并报告%s"), a->body) : _("已登记共商意见"));
	return true;
}
