/* A job after it was handed over: its fate, and starting again where it jammed. */
#include <string.h>

#include "gen/q_letter.h"
#include "office/letter_again.h"

struct sheet {
	int64_t letter_id, place;
	const char *state, *job, *target, *mark, *renderer;
	bool revoked;
};

static struct sheet read_sheet(struct q *q, struct arena *a)
{
	const char *status = q_get_text(q, "status", a);
	return (struct sheet){.letter_id = q_get_int(q, "letter_id"), .place = q_get_int(q, "place"), .state = q_get_text(q, "state", a),
		.job = q_get_text(q, "job", a), .target = q_get_text(q, "target", a), .mark = q_get_text(q, "mark", a),
		.renderer = q_get_text(q, "renderer", a), .revoked = status && !strcmp(status, "revoked")};
}

static bool ended(struct q *q, struct err *end, struct err *e)
{
	q_end(q);
	return end->code == ERR_NONE || err_set(e, end->code, "%s", end->text);
}

/* The job that the letter's newest sheet belongs to. */
static bool batch_of(struct office *o, int64_t id, struct arena *a, const char **batch, bool *unmarked, struct err *e)
{
	struct err end = {0};
	struct letter l;
	struct q *q = q_open(o->store, &Q_print_newest);
	q_int(q, "letter_id", id);
	*batch = q_row(q, &end) ? q_get_text(q, "batch", a) : NULL;
	*unmarked = *batch && !q_get_text(q, "mark", a);
	if (!ended(q, &end, e))
		return false;
	if (*batch)
		return true;
	return letter_load(o, id, a, &l, e) && err_set(e, ERR_RULE, _("%s 还没有在打印机上印过"), l.number);
}

static bool sheets_of(struct office *o, int64_t id, struct arena *a, struct sheet **out, size_t *n, struct err *e)
{
	struct err end = {0};
	const char *batch;
	bool unmarked;
	size_t cap = 0;
	*out = NULL;
	*n = 0;
	if (!batch_of(o, id, a, &batch, &unmarked, e))
		return false;
	struct q *q = q_open(o->store, &Q_print_of_run);
	q_int(q, "letter_id", id);
	q_text(q, "batch", batch);
	q_int(q, "unmarked", unmarked);
	while (q_row(q, &end)) {
		*out = arena_grow(a, *out, *n, &cap, sizeof **out);
		(*out)[(*n)++] = read_sheet(q, a);
	}
	return ended(q, &end, e);
}

static const char *queue_of_target(const char *target)
{
	return strncmp(target, "printer:", 8) == 0 ? target + 8 : target;
}

static bool over(enum job_state s)
{
	return s == JOB_UNKNOWN || s == JOB_CANCELLED || s == JOB_ABORTED || s == JOB_DONE;
}

/* What the server says of a job; JOB_UNKNOWN where it has none of that name. */
static bool job_of(const struct paper *paper, const char *uuid, struct arena *a, struct print_job *out, struct err *e)
{
	struct print_job *jobs;
	size_t n;
	*out = (struct print_job){.uuid = uuid, .queue = "", .title = "", .user = "", .message = "", .reasons = ""};
	if (!paper_jobs(paper, NULL, a, &jobs, &n, e))
		return false;
	for (size_t i = 0; i < n; i++)
		if (!strcmp(jobs[i].uuid, uuid))
			*out = jobs[i];
	return true;
}

/* Else the printer, once the jam is cleared, would print the same sheets again. */
static bool cancel_rest(const struct sheet *s, struct arena *a, struct err *e)
{
	struct paper paper = {0};
	struct print_job job;
	if (!s->job)
		return true;
	if (!job_of(&paper, s->job, a, &job, e))
		return false;
	return over(job.state) || paper_cancel(&paper, &job, e);
}

/* cmd NULL: under an id of its own. */
static bool jam(struct office *o, int64_t id, const char *reason, const unsigned char *cmd, struct arena *a, struct err *e)
{
	unsigned char fresh[CMD_ID_LEN];
	struct letter_revoke args = {.reason = reason};
	struct verb_call call = {.office = o, .verb = verb_find("letter.jam"), .subject_id = id, .args = &args, .arena = a};
	cmd_id_new(o->desk, fresh);
	return verb_do(&call, cmd ? cmd : fresh, e);
}

static bool settle_before(struct office *o, const struct sheet *s, size_t n, struct arena *a, struct letter_resumed *out, struct err *e)
{
	struct letter_fate printed = {.state = "done", .note = _("从后面一份重打时记为已印出")};
	for (size_t i = 0; i < n; i++) {
		if (!strcmp(s[i].state, "void"))
			continue;
		out->before++;
		if (strcmp(s[i].state, "done") && !letter_fate_write(o, &s[i].letter_id, 1, &printed, a, e))
			return false;
	}
	return true;
}

static bool void_rest(struct office *o, const struct sheet *s, size_t n, const char *reason, const unsigned char *cmd, struct arena *a, struct err *e)
{
	const char *why = arena_printf(a, _("第%d份%s"), (int)s->place, reason), *after = arena_printf(a, _("%s，其后没有印好"), why);
	for (size_t i = 0; i < n; i++)
		if (strcmp(s[i].state, "void") && !jam(o, s[i].letter_id, i ? after : why, i ? NULL : cmd, a, e))
			return false;
	return true;
}

static enum letter_target target_of(const struct sheet *s)
{
	bool text = s->renderer && !strncmp(s->renderer, "gwgk text", 9);
	return !text ? LETTER_PDF : strstr(s->renderer, "gb18030") ? LETTER_GB18030 : LETTER_TEXT;
}

/* The sheets of the letter's last job, with what earlier ones still owe, and its place among them. */
static bool run_of(struct office *o, int64_t id, struct arena *a, struct sheet **s, size_t *n, size_t *at, struct err *e)
{
	if (!sheets_of(o, id, a, s, n, e))
		return false;
	*at = 0;
	while (*at < *n && (*s)[*at].letter_id != id)
		++*at;
	BUG_ON(*at == *n);
	return true;
}

bool letter_run_of(struct office *o, int64_t letter_id, struct arena *a, struct letter_run *out, struct err *e)
{
	struct sheet *s;
	*out = (struct letter_run){0};
	if (!run_of(o, letter_id, a, &s, &out->n, &out->at, e))
		return false;
	out->job = s[out->at].job;
	out->queue = queue_of_target(s[out->at].target);
	out->copy = s[out->at].mark != NULL;
	out->target = target_of(&s[out->at]);
	out->ids = arena_array(a, int64_t, out->n);
	for (size_t i = 0; i < out->n; i++)
		out->ids[i] = s[i].letter_id;
	return true;
}

bool letter_resume(struct office *o, int64_t id, const char *reason, const struct letter_sending *how, struct arena *a, struct letter_resumed *out,
	struct err *e)
{
	struct sheet *s;
	struct letter_again before;
	size_t n, at, again = 0;
	*out = (struct letter_resumed){0};
	if (!reason || !*reason)
		return err_field(e, "reason", _("请写明从这一份重打的原因，例如卡纸"));
	if (!letter_again(o, how->cmd, "letter.jam", &id, 0, a, &before, e))
		return false;
	if (!before.batch) {
		*out = (struct letter_resumed){before.place, before.letters, before.before, before.job};
		return true;
	}
	if (!verb_can(o, verb_find("letter.jam"), id, e) || !run_of(o, id, a, &s, &n, &at, e))
		return false;
	struct letter_sending anew = *how;
	anew.copy = s[at].mark != NULL;
	anew.queue = how->queue && *how->queue ? how->queue : queue_of_target(s[at].target);
	anew.target = how->target == LETTER_PDF ? target_of(&s[at]) : how->target;
	out->place = (size_t)s[at].place;
	if (!cancel_rest(&s[at], a, e) || !settle_before(o, s, at, a, out, e) || !void_rest(o, s + at, n - at, reason, before.first ? how->cmd : NULL, a, e))
		return false;
	int64_t *ids = arena_array(a, int64_t, n);
	for (size_t i = at; i < n; i++)
		if (!s[i].revoked || anew.copy)
			ids[again++] = s[i].letter_id;
	if (!again)
		return err_set(e, ERR_RULE, _("剩下的文书都已撤销，没有要重打的"));
	out->letters = again;
	return letter_send_as(o, ids, again, &anew, before.batch, NULL, a, &out->job, e);
}

/* --- what became of the rest --------------------------------------------------------------------------------------------------- */

static bool settle_one(struct office *o, const struct sheet *s, const struct print_job *jobs, size_t n, struct arena *a, struct letter_followed *out,
	struct err *e)
{
	const struct print_job *job = NULL;
	for (size_t i = 0; s->job && i < n; i++)
		if (!strcmp(jobs[i].uuid, s->job))
			job = &jobs[i];
	out->asked++;
	if (!job) {
		out->unknown++;
		return true;
	}
	if (!over(job->state)) {
		out->waiting++;
		return true;
	}
	bool done = job->state == JOB_DONE;
	struct letter_fate fate = {.state = done ? "done" : "failed", .note = done || !*job->message ? NULL : job->message};
	if (done)
		out->done++;
	else
		out->failed++;
	return letter_fate_write(o, &s->letter_id, 1, &fate, a, e);
}

bool letter_follow(struct office *o, struct arena *a, struct letter_followed *out, struct err *e)
{
	enum { MOST = 2000 };
	struct paper paper = {0};
	struct print_job *jobs;
	struct err end = {0};
	size_t n, open = 0;
	struct sheet *s = arena_array(a, struct sheet, MOST);
	*out = (struct letter_followed){0};
	struct q *q = q_open(o->store, &Q_print_unsettled);
	while (open < MOST && q_row(q, &end))
		s[open++] = (struct sheet){.letter_id = q_get_int(q, "letter_id"), .job = q_get_text(q, "job", a), .state = q_get_text(q, "state", a)};
	if (!ended(q, &end, e))
		return false;
	if (!open)
		return true;
	if (!paper_jobs(&paper, NULL, a, &jobs, &n, e))
		return false;
	for (size_t i = 0; i < open; i++)
		if (!settle_one(o, &s[i], jobs, n, a, out, e))
			return false;
	return true;
}
