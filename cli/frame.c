/* Opening the office and running a verb for one command. */
#include "cli/cli.h"
#include "office/merge.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

/* $XDG_DATA_HOME/gwgk/office.gwgk, its folder made 0700. */
static const char *default_db(struct cli *c)
{
	const char *data = getenv("XDG_DATA_HOME"), *home = getenv("HOME");
	char *dir;
	if (data && *data == '/')
		dir = arena_strdup(&c->arena, data);
	else
		dir = arena_printf(&c->arena, "%s/.local/share", home && *home == '/' ? home : "");
	return arena_printf(&c->arena, "%s/gwgk/office.gwgk", dir);
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

void cli_warn(struct cli *c, const char *text)
{
	if (c->format != CLI_JSON) {
		fprintf(stderr, _("提示：%s\n"), text);
		return;
	}
	struct str s = str_new(&c->arena);
	struct json j = json_new(&s);
	json_open(&j, NULL, '{');
	json_open(&j, "warning", '{');
	json_text(&j, "text", text);
	json_close(&j);
	json_close(&j);
	for (const char *p = s.s; *p; p++)
		if (*p != '\n')
			fputc(*p, stderr);
	fputc('\n', stderr);
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
	if (!c->cmd)
		cmd_id_new(&c->desk, cmd);
	else if (!read_cmd(c->cmd, cmd, e))
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
