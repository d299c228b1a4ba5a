/* Opening the office and running a verb for one command. */
#include "base/hash.h"
#include "cli/cli.h"
#include "office/merge.h"

#include <pwd.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* $XDG_DATA_HOME/gwgk/office.gwgk, else under $HOME, else (cron, su) under the home of the account. */
static const char *default_db(struct cli *c)
{
	const char *data = getenv("XDG_DATA_HOME"), *home = getenv("HOME");
	if (data && *data == '/')
		return arena_printf(&c->arena, "%s/gwgk/office.gwgk", data);
	const struct passwd *account = home && *home == '/' ? NULL : getpwuid(getuid());
	return arena_printf(&c->arena, "%s/.local/share/gwgk/office.gwgk", account ? account->pw_dir : home && *home == '/' ? home : "");
}

const char *cli_db(struct cli *c)
{
	if (!c->db) {
		const char *env = getenv("GWGK_DB");
		c->db = env && *env ? env : default_db(c);
	}
	return c->db;
}

bool cli_office(struct cli *c, struct err *e)
{
	if (c->office)
		return true;
	if (!office_open(cli_db(c), c->as, &c->desk, &c->office, e))
		return false;
	c->office->over_ssh = c->over_ssh;
	return true;
}

static bool read_cmd(const char *hex, unsigned char cmd[CMD_ID_LEN], struct err *e)
{
	size_t i = 0;
	for (; i < CMD_ID_LEN && hex[2 * i] && hex[2 * i + 1]; i++) {
		char two[3] = {hex[2 * i], hex[2 * i + 1], '\0'}, *end;
		cmd[i] = (unsigned char)strtoul(two, &end, 16);
		if (*end || two[0] == '-' || two[0] == '+' || two[0] == ' ')
			break;
	}
	if (i < CMD_ID_LEN || hex[2 * CMD_ID_LEN])
		return err_field(e, "cmd", _("--cmd：命令编号应为 32 位十六进制数"));
	return true;
}

/* A command of several verbs, done again under its id, finds those it has done and goes on with the rest. */
static bool next_cmd(struct cli *c, unsigned char cmd[CMD_ID_LEN], struct err *e)
{
	unsigned char digest[HASH_LEN];
	struct hash h;
	int64_t nth = c->verbs++;
	if (!c->cmd) {
		cmd_id_new(&c->desk, cmd);
		return true;
	}
	if (!read_cmd(c->cmd, cmd, e))
		return false;
	if (nth) {
		hash_start(&h);
		hash_field_bytes(&h, "cmd", cmd, CMD_ID_LEN);
		hash_field_int(&h, "nth", nth);
		hash_end(&h, digest);
		memcpy(cmd, digest, CMD_ID_LEN);
	}
	return true;
}

bool cli_cmd(struct cli *c, const unsigned char **cmd, struct err *e)
{
	unsigned char *own = arena_alloc(&c->arena, CMD_ID_LEN);
	*cmd = c->cmd ? own : NULL;
	return !c->cmd || next_cmd(c, own, e);
}

/* The fields that two changed, with what each put there. */
static void conflict_json(struct json *j, const struct merge *m)
{
	if (!m)
		return;
	json_int(j, "version", m->version);
	json_open(j, "fields", '[');
	for (size_t i = 0; i < m->nboth; i++) {
		const struct merge_field *f = &m->fields[i];
		json_open(j, NULL, '{');
		json_text(j, "field", f->f->name);
		json_text(j, "was", f->was);
		json_text(j, "theirs", f->theirs);
		json_text(j, "mine", f->mine);
		json_text(j, "by", f->who);
		json_text(j, "at", f->at);
		json_close(j);
	}
	json_close(j);
}

void cli_say(struct cli *c, const char *what, const char *code, const char *field, const char *text)
{
	struct str s = str_new(&c->arena);
	struct json j = json_new(&s);
	json_open(&j, NULL, '{');
	json_open(&j, what, '{');
	if (code) {
		json_text(&j, "code", code);
		json_text(&j, "field", field);
	}
	json_text(&j, "text", text);
	if (code)
		conflict_json(&j, c->conflict);
	json_close(&j);
	json_close(&j);
	for (const char *p = s.s; *p; p++) /* one line: a line break inside a text is written \n */
		if (*p != '\n')
			fputc(*p, stderr);
	fputc('\n', stderr);
}

void cli_warn(struct cli *c, const char *text)
{
	if (c->format == CLI_JSON)
		cli_say(c, "warning", NULL, NULL, text);
	else
		fprintf(stderr, _("提示：%s\n"), text);
}

void cli_faulty(struct cli *c, const char *text)
{
	c->status = 1;
	if (c->format == CLI_JSON)
		cli_say(c, "error", err_code_name(ERR_SYSTEM), NULL, text);
	else
		fprintf(stderr, "gwgk: %s\n", text);
}

/* What both changed, read again for the message: the refusal itself left nothing. */
static void find_conflict(struct cli *c, const struct verb *v, int64_t subject_id, const void *rec)
{
	struct merge *m = arena_new(&c->arena, struct merge);
	struct err ignored = {0};
	if (v->merge && rec && v->merge(c->office, subject_id, rec, &c->arena, m, &ignored))
		c->conflict = m;
}

bool cli_verb(struct cli *c, const struct verb *v, int64_t subject_id, void *rec, struct verb_call *call_out, struct err *e)
{
	struct verb_call local, *call = call_out ? call_out : &local;
	*call = (struct verb_call){
		.office = c->office, .verb = v, .subject_id = subject_id, .args = rec, .arena = &c->arena};
	unsigned char cmd[CMD_ID_LEN];
	if (!next_cmd(c, cmd, e))
		return false;
	if (!verb_do(call, cmd, e)) {
		if (e->code == ERR_CONFLICT)
			find_conflict(c, v, subject_id, rec);
		return false;
	}
	c->changed = true;
	if (c->format == CLI_TEXT && call->result && !call_out)
		str_printf(&c->out, "%s\n", call->result);
	if (call->warning)
		cli_warn(c, call->warning);
	return true;
}
