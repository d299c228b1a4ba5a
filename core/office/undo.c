#include "office/undo.h"

#include <string.h>

#include "gen/q_step.h"
#include "gen/q_undo.h"
#include "office/steps.h"

/* Steps that can be taken back: they only recorded something. A registration is voided and a letter revoked instead; a delivery has
 * happened. */
static bool undoable(const char *verb)
{
	static const char *const verbs[] = {"confirm", "clarify", "clarified", "lapse", "consult", "opinion", "coagency", "coagency_reply",
		"assign", "reply", "search", "extend", "ask_reasons", "delay", "fee", "paid", "waive", "decide", "confirm_ground", "withdraw", "transfer", "merge", "void",
		"reopen", "joint_review", "material", "file_copy", "identity", "archive", "archive_override", "shelve"};
	const char *dot = strchr(verb, '.');
	for (size_t i = 0; dot && i < sizeof verbs / sizeof *verbs; i++)
		if (strcmp(dot + 1, verbs[i]) == 0)
			return true;
	return false;
}

struct last_step {
	int64_t seq, operator_id; /* seq 0: nothing was done */
	const char *verb;
};

static bool last_step(struct office *o, const struct matter *m, struct arena *a, struct last_step *out, struct err *e)
{
	struct err end = {0};
	struct q *q = q_open(o->store, &Q_step_last);
	*out = (struct last_step){0};
	q_text(q, "kind", m->kind);
	q_int(q, "id", m->row);
	if (q_row(q, &end))
		*out = (struct last_step){.seq = q_get_int(q, "seq"), .operator_id = q_get_int(q, "operator_id"), .verb = q_get_text(q, "verb", a)};
	q_end(q);
	return end.code == ERR_NONE || err_set(e, end.code, "%s", end.text);
}

bool undo_own(struct office *o, const struct matter *m, bool *own, struct err *e)
{
	struct arena a = {0};
	struct last_step last;
	bool ok = last_step(o, m, &a, &last, e);
	*own = ok && last.seq && last.operator_id == o->operator_id && undoable(last.verb);
	arena_free(&a);
	return ok;
}

static const struct {
	const char *table;
	const struct query *inserted, *filled;
} undone[] = {
	{"matter", NULL, &Q_undo_matter_filled},
	{"correction", NULL, &Q_undo_correction_filled},
	{"request", NULL, &Q_undo_request_filled},
	{"joint_review", &Q_undo_joint_review, NULL},
	{"event", &Q_undo_event, NULL},
	{"consultation", &Q_undo_consultation, &Q_undo_consultation_filled},
	{"task", &Q_undo_task, &Q_undo_task_filled},
	{"fee", &Q_undo_fee, &Q_undo_fee_filled},
	{"decision", &Q_undo_decision, &Q_undo_decision_filled},
	{"material", &Q_undo_material, NULL},
	{"search_log", &Q_undo_search_log, NULL},
	{"file_copy", &Q_undo_file_copy, NULL},
};

struct undo_row {
	const char *table;
	int64_t id, version;
};

static bool undo_row(struct step *s, const struct undo_row *row, int64_t seq, struct err *e)
{
	for (size_t k = 0; k < sizeof undone / sizeof *undone; k++) {
		const struct query *query = row->version == 1 ? undone[k].inserted : undone[k].filled;
		if (strcmp(row->table, undone[k].table) != 0 || !query)
			continue;
		struct q *q = q_open(s->office->store, query);
		q_int(q, "id", row->id);
		if (row->version == 1)
			q_day(q, "on", desk_today(s->office->desk));
		else
			q_int(q, "seq", seq);
		bool done = q_run(q, e);
		q_end(q);
		return done;
	}
	return true;
}

static bool undo_rows(struct step *s, int64_t seq, struct err *e)
{
	enum { MOST = 64 };
	struct undo_row rows[MOST];
	size_t n = 0;
	struct err end = {0};
	struct q *q = q_open(s->office->store, &Q_undo_rows);
	q_int(q, "seq", seq);
	while (n < MOST && q_row(q, &end))
		rows[n++] = (struct undo_row){q_get_text(q, "tbl", s->arena), q_get_int(q, "row_id"), q_get_int(q, "version")};
	q_end(q);
	if (end.code != ERR_NONE)
		return err_set(e, end.code, "%s", end.text);
	for (size_t i = 0; i < n; i++)
		if (!undo_row(s, &rows[i], seq, e))
			return false;
	return true;
}

bool step_undo(struct verb_call *call, struct err *e)
{
	struct step s;
	struct last_step last;
	if (!step_begin(call, &s, e) || !last_step(s.office, &s.c.matter, s.arena, &last, e))
		return false;
	if (!last.seq)
		return err_set(e, ERR_RULE, _("没有可以撤销的一步"));
	if (!undo_rows(&s, last.seq, e) || !matter_load(s.office, s.c.matter.row, s.arena, &s.c, e) || !step_end(&s, NULL, DAY_NONE, e))
		return false;
	const struct verb *v = verb_find(last.verb);
	call->result = step_result(&s, arena_printf(s.arena, _("已撤销“%s”"), v ? tr(v->label) : last.verb));
	return true;
}

const char *step_undo_asks(struct office *o, int64_t id, struct arena *a)
{
	struct matter_case c;
	struct last_step last;
	struct err ignored = {0};
	if (!matter_load(o, id, a, &c, &ignored) || !last_step(o, &c.matter, a, &last, &ignored) || !last.seq)
		return NULL;
	const struct verb *v = verb_find(last.verb);
	return arena_printf(a, _("将撤销 %s 的“%s”，期限重新计算；撤销也记入日志。"), c.matter.number, v ? tr(v->label) : last.verb);
}
