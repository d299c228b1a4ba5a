/* A job that broke off in the middle: which letters it held, and the rest of it once more. */
#include <string.h>

#include "gen/q_letter.h"
#include "office/letter_send.h"

enum { RUN_MAX = 5000 };

/* The last attempt that was a job. */
static bool last_job(struct office *o, int64_t letter_id, struct arena *a, struct letter_run *out, struct err *e)
{
	struct err fault = {0};
	struct q *q = q_open(o->store, &Q_print_last_job);
	q_int(q, "letter_id", letter_id);
	bool found = q_row(q, &fault);
	if (found) {
		const char *mark = q_get_text(q, "mark", a), *renderer = q_get_text(q, "renderer", a), *target = q_get_text(q, "target", a);
		out->job = q_get_text(q, "job", a);
		out->queue = target && !strncmp(target, "printer:", 8) ? target + 8 : "";
		out->copy = mark && *mark;
		out->target = !renderer || strncmp(renderer, "gwgk text", 9) ? LETTER_PDF : strstr(renderer, "gb18030") ? LETTER_GB18030 : LETTER_TEXT;
	}
	q_end(q);
	return found || (fault.code ? err_set(e, fault.code, "%s", fault.text) : err_set(e, ERR_RULE, _("这份文书还没有作为一个任务打印过")));
}

bool letter_run_of(struct office *o, int64_t letter_id, struct arena *a, struct letter_run *out, struct err *e)
{
	*out = (struct letter_run){.ids = arena_array(a, int64_t, RUN_MAX)};
	if (!last_job(o, letter_id, a, out, e))
		return false;
	struct err fault = {0};
	struct q *q = q_open(o->store, &Q_print_of_job);
	q_text(q, "job", out->job);
	while (out->n < RUN_MAX && q_row(q, &fault)) {
		int64_t id = q_get_int(q, "letter_id");
		if (id == letter_id)
			out->at = out->n;
		out->ids[out->n++] = id;
	}
	q_end(q);
	return !fault.code || err_set(e, fault.code, "%s", fault.text);
}

/* Since then printed in another job, or revoked: not a part of what is still to come. */
static bool belongs(struct office *o, const struct letter_run *run, int64_t id, struct arena *a, bool *does, struct err *e)
{
	struct letter_run last = {0};
	struct letter l;
	if (!last_job(o, id, a, &last, e) || !letter_load(o, id, a, &l, e))
		return false;
	*does = !strcmp(last.job, run->job) && strcmp(l.state, "revoked") != 0;
	return true;
}

static bool spoilt(struct office *o, int64_t id, const char *reason, struct arena *a, struct err *e)
{
	struct letter_revoke why = {.reason = reason};
	struct verb_call call = {.office = o, .verb = verb_find("letter.jam"), .subject_id = id, .args = &why, .arena = a};
	unsigned char cmd[CMD_ID_LEN];
	bool printed;
	if (!letter_printed(o, id, &printed, e))
		return false;
	cmd_id_new(o->desk, cmd);
	return !printed || verb_do(&call, cmd, e); /* written down already, when the last attempt to go on was cut off */
}

bool letter_resume(struct office *o, int64_t letter_id, const char *reason, const struct letter_sending *how, struct arena *a, struct print_job *job,
	size_t *sent, struct err *e)
{
	struct letter_run run;
	if (!letter_run_of(o, letter_id, a, &run, e))
		return false;
	struct letter_sending again = *how;
	again.copy = run.copy;
	if (!again.queue || !*again.queue)
		again.queue = run.queue;
	if (again.target == LETTER_PDF)
		again.target = run.target;
	int64_t *ids = arena_array(a, int64_t, run.n + 1);
	*sent = 0;
	for (size_t i = run.at; i < run.n; i++) {
		bool does;
		if (!belongs(o, &run, run.ids[i], a, &does, e))
			return false;
		if (does)
			ids[(*sent)++] = run.ids[i];
	}
	if (!*sent)
		return err_set(e, ERR_RULE, _("这个任务余下的文书都已另行打印或者撤销"));
	for (size_t i = 0; i < *sent; i++) {
		const char *why = ids[i] == letter_id ? arena_printf(a, _("第%d份%s"), (int)run.at + 1, reason) :
			arena_printf(a, _("第%d份%s，其后没有印好"), (int)run.at + 1, reason);
		if (!spoilt(o, ids[i], why, a, e))
			return false;
	}
	return letter_send(o, ids, *sent, &again, a, job, e);
}
