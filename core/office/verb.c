#include "office/verb.h"

#include <stdlib.h>
#include <string.h>

#include "gen/q_audit.h"
#include "gen/q_office.h"
#include "office/audit.h"
#include "office/verb_args.h"

void cmd_id_new(struct desk *desk, unsigned char cmd[CMD_ID_LEN])
{
	desk_random(desk, cmd, CMD_ID_LEN);
}

static bool permitted(const struct verb_call *call, struct err *e)
{
	const struct verb *v = call->verb;
	const char *capability = v->capability ? v->capability : v->name;
	if (!*capability)
		return true;
	return office_may(call->office, capability, v->unit ? v->unit(call) : INT_NONE, e);
}

/* Under a fixed day the line says so, and a live office does not take it over the network. */
static bool check_day(const struct verb_call *call, struct err *e)
{
	const struct office *o = call->office;
	if (o->desk->today_fixed && o->over_ssh && !strcmp(o->purpose, "live"))
		return err_set(e, ERR_DENIED, _("正式使用的办公文件不接受远程指定的日期（--today）"));
	return true;
}

/* The operator may have been disabled since the desk was opened. */
static bool check_operator(const struct verb_call *call, struct err *e)
{
	const struct office *o = call->office;
	struct arena a = {0};
	if (o->operator_id == INT_NONE)
		return true;
	struct q *q = q_open(o->store, &Q_office_operator_by_id);
	q_int(q, "id", o->operator_id);
	bool found = q_row(q, e);
	bool enabled = found && !q_get_text(q, "disabled_on", &a);
	q_end(q);
	arena_free(&a);
	if (enabled)
		return true;
	return err_set(e, ERR_DENIED, _("操作员 %s 已停用"), o->login);
}

/* Was this command done before? */
static bool replay(struct verb_call *call, const unsigned char *cmd, const unsigned char *args, bool *done, struct err *e)
{
	struct q *q = q_open(call->office->store, &Q_audit_by_cmd);
	struct err fault = {0};
	q_blob(q, "cmd", cmd, CMD_ID_LEN);
	*done = q_row(q, &fault);
	bool same = false;
	if (*done) {
		size_t n;
		const char *verb = q_get_text(q, "verb", call->arena);
		const void *hash = q_get_blob(q, "args_hash", &n, call->arena);
		same = hash && n == HASH_LEN && !memcmp(hash, args, HASH_LEN) && verb && !strcmp(verb, call->verb->name);
		if (same) {
			call->subject_id = q_get_int(q, "subject_id");
			call->result = q_get_text(q, "result", call->arena);
			call->replayed = true;
		}
	}
	q_end(q);
	if (fault.code != ERR_NONE)
		return err_set(e, fault.code, "%s", fault.text);
	if (*done && !same)
		return err_set(e, ERR_CONFLICT, _("这个命令编号已用于另一件事"));
	return true;
}

static bool append(struct verb_call *call, const unsigned char *cmd, const unsigned char *args, const char *outcome, const char *result,
	struct err *e)
{
	struct office *o = call->office;
	char at[INSTANT_LEN], as_of[DAY_ISO];
	struct audit_line line = {.operator_id = o->operator_id, .os_uid = o->os_uid, .subject_id = call->subject_id,
		.verb = call->verb->name, .subject = call->verb->subject, .outcome = outcome, .result = result, .cmd = cmd, .args_hash = args};
	line.at = instant_utc(desk_now(o->desk), at);
	line.as_of = o->desk->today_fixed ? day_iso(desk_today(o->desk), as_of) : NULL;
	return audit_append(o, &line, call->erased, call->arena, e);
}

/* Inside the transaction: everything between BEGIN and COMMIT. */
static bool perform(struct verb_call *call, const unsigned char *cmd, const unsigned char *args, struct err *e)
{
	const struct verb *v = call->verb;
	bool done;
	if (!replay(call, cmd, args, &done, e))
		return false;
	if (done)
		return true;
	if (!check_day(call, e) || !check_operator(call, e) || !permitted(call, e))
		return false;
	if (v->can && !v->can(call->office, call->subject_id, e))
		return false;
	if (!v->run(call, e))
		return false;
	if (!call->result)
		BUG("verb %s left no result", v->name);
	return append(call, cmd, args, "done", call->result, e);
}

/* A refusal by rule or for want of power leaves its line, under an id of its own: the command may still be done. */
static void refuse(struct verb_call *call, int64_t subject_id, const unsigned char *args, const struct err *why)
{
	unsigned char cmd[CMD_ID_LEN];
	struct store *s = call->office->store;
	struct err ignored = {0};
	if (why->code != ERR_RULE && why->code != ERR_DENIED)
		return;
	cmd_id_new(call->office->desk, cmd);
	call->subject_id = subject_id;
	call->erased = NULL;
	if (!store_begin(s, &ignored))
		return; /* the clerk is refused all the same */
	if (append(call, cmd, args, "refused", why->text, &ignored))
		(void)!store_commit(s, &ignored);
	else
		store_rollback(s);
}

/* COMMIT said no, or nothing certain: the file knows whether it was done. */
static bool landed(struct verb_call *call, const unsigned char *cmd, const unsigned char *args)
{
	bool done = false;
	struct err ignored = {0};
	return replay(call, cmd, args, &done, &ignored) && done;
}

bool verb_do(struct verb_call *call, const unsigned char cmd[CMD_ID_LEN], struct err *e)
{
	const struct verb *v = call->verb;
	struct store *s = call->office->store;
	const int64_t subject_id = call->subject_id;
	unsigned char args[HASH_LEN];
	struct err own = {0};
	if (store_in_write(s))
		BUG("verb %s inside a verb", v->name);
	if (!e)
		e = &own;
	if (v->args && call->args && !record_check(v->args, call->args, e))
		return false;
	if (v->before && !v->before(call, e))
		return false;
	verb_args_hash(v, subject_id, call->args, args);
	if (!store_begin(s, e))
		return false;
	if (!perform(call, cmd, args, e)) {
		BUG_ON(e->code == ERR_NONE);
		store_rollback(s);
		refuse(call, subject_id, args, e);
		return false;
	}
	if (call->replayed) {
		store_rollback(s);
		return true;
	}
	if (store_commit(s, e)) {
		if (v->after)
			v->after(call);
		return true;
	}
	if (landed(call, cmd, args)) {
		err_clear(e);
		return true;
	}
	return false;
}

bool verb_can(struct office *o, const struct verb *v, int64_t subject_id, struct err *why)
{
	struct verb_call call = {.office = o, .verb = v, .subject_id = subject_id};
	return permitted(&call, why) && (!v->can || v->can(o, subject_id, why));
}

const struct verb *verb_find(const char *name)
{
	for (const struct verb *const *const *table = verb_tables; *table; table++)
		for (const struct verb *const *v = *table; *v; v++)
			if (!strcmp((*v)->name, name))
				return *v;
	return NULL;
}
