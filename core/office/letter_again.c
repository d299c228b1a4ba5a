#include "office/letter_again.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "gen/q_audit.h"
#include "gen/q_letter.h"

/* The last job of a command, from its sheets. */
struct sent {
	size_t n, failed, sending;
	int64_t *ids;
	const char *batch, *queue, *uuid, *state, *note;
};

static const char *hex(const unsigned char cmd[CMD_ID_LEN], struct arena *a)
{
	char *s = arena_alloc(a, 2 * CMD_ID_LEN + 1);
	for (size_t i = 0; i < CMD_ID_LEN; i++)
		snprintf(s + 2 * i, 3, "%02x", cmd[i]);
	return s;
}

static bool sent_load(struct office *o, const char *command, struct arena *a, struct sent *out, struct err *e)
{
	size_t cap = 0;
	struct err end = {0};
	*out = (struct sent){0};
	struct q *q = q_open(o->store, &Q_print_of_command);
	q_text(q, "command", command);
	while (q_row(q, &end)) {
		const char *state = q_get_text(q, "state", a), *target = q_get_text(q, "target", a);
		out->ids = arena_grow(a, out->ids, out->n, &cap, sizeof *out->ids);
		out->ids[out->n++] = q_get_int(q, "letter_id");
		out->failed += strcmp(state, "failed") == 0;
		out->sending += strcmp(state, "sending") == 0;
		out->batch = q_get_text(q, "batch", a);
		out->queue = strncmp(target, "printer:", 8) == 0 ? target + 8 : target;
		out->uuid = q_get_text(q, "job", a);
		out->note = q_get_text(q, "note", a);
		out->state = state;
	}
	q_end(q);
	return end.code == ERR_NONE || err_set(e, end.code, "%s", end.text);
}

static bool other_thing(struct err *e)
{
	return err_set(e, ERR_CONFLICT, _("这个命令编号已用于另一件事"));
}

/* Was the id used? Then for this verb on this letter. */
static bool used_for(struct office *o, const unsigned char *cmd, const char *verb, int64_t id, struct arena *a, bool *used, struct err *e)
{
	struct err end = {0};
	bool same = false;
	struct q *q = q_open(o->store, &Q_audit_by_cmd);
	q_blob(q, "cmd", cmd, CMD_ID_LEN);
	*used = q_row(q, &end);
	if (*used)
		same = strcmp(q_get_text(q, "verb", a), verb) == 0 && q_get_int(q, "subject_id") == id;
	q_end(q);
	if (end.code != ERR_NONE)
		return err_set(e, end.code, "%s", end.text);
	return !*used || same || other_thing(e);
}

/* Nothing was handed over while a sheet was not yet written down, or all of it was refused. */
static bool never_left(const struct sent *s, size_t n)
{
	return s->failed == s->n || (n && s->n < n && s->failed + s->sending == s->n);
}

/* abc, abc-2, abc-3. */
static const char *next_name(const char *batch, const char *command, struct arena *a)
{
	size_t n = strlen(command);
	long nth = batch[n] == '-' ? strtol(batch + n + 1, NULL, 10) : 1;
	return arena_printf(a, "%s-%ld", command, nth + 1);
}

static bool tell(struct office *o, const struct sent *s, const char *command, int64_t first, struct letter_again *out, struct err *e)
{
	struct err end = {0};
	out->letters = s->n;
	out->job = (struct print_job){.uuid = s->uuid ? s->uuid : "", .queue = s->queue, .title = "", .user = "", .message = "",
		.reasons = s->note ? s->note : "", .state = strcmp(s->state, "queued") == 0 ? JOB_WAITING : JOB_DONE};
	struct q *q = q_open(o->store, &Q_print_resumed);
	q_int(q, "letter_id", first);
	q_text(q, "command", command);
	if (q_row(q, &end)) {
		out->place = (size_t)q_get_int(q, "place");
		out->before = (size_t)q_get_int(q, "before");
	}
	q_end(q);
	return end.code == ERR_NONE || err_set(e, end.code, "%s", end.text);
}

bool letter_again(struct office *o, const unsigned char *cmd, const char *verb, const int64_t *ids, size_t n, struct arena *a,
	struct letter_again *out, struct err *e)
{
	unsigned char fresh[CMD_ID_LEN];
	struct sent s;
	bool used;
	*out = (struct letter_again){0};
	if (!cmd) {
		cmd_id_new(o->desk, fresh);
		out->batch = hex(fresh, a);
		return true;
	}
	const char *command = hex(cmd, a);
	if (!used_for(o, cmd, verb, ids[0], a, &used, e) || !sent_load(o, command, a, &s, e))
		return false;
	out->first = !used;
	out->batch = command;
	if (!s.n)
		return true;
	if (n && (s.n > n || memcmp(ids, s.ids, s.n * sizeof *ids) != 0))
		return other_thing(e);
	if (never_left(&s, n)) {
		struct letter_fate none = {.state = "failed", .note = _("没有送到打印机")};
		out->batch = next_name(s.batch, command, a);
		return s.failed == s.n || letter_fate_write(o, s.ids, s.n, &none, a, e);
	}
	if (n && s.n != n)
		return other_thing(e);
	out->batch = NULL;
	if (s.sending)
		return err_set(e, ERR_SYSTEM, _("上次送到 %s 时断了；不知道印出没有，请看纸，印出了就记下（letter printed 编号），没有就作废（letter jam 编号 --reason 原因）"), s.queue);
	return tell(o, &s, command, ids[0], out, e);
}
