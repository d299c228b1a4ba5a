/* gwgk operator: who may sit at the desk. */
#include <stdio.h>
#include <string.h>
#include <unistd.h>
#include "cli/handover.h"
#include "cli/nouns.h"
#include "office/operator.h"

static void operator_json(struct json *j, const struct operator *p)
{
	json_open(j, NULL, '{');
	json_int(j, "id", p->id);
	json_text(j, "login", p->login);
	json_text(j, "name", p->name);
	json_text(j, "unit", p->unit);
	json_open(j, "roles", '[');
	for (const char *s = p->roles; s && *s;) {
		char code[64];
		size_t n = strcspn(s, ",");
		snprintf(code, sizeof code, "%.*s", (int)n, s);
		json_text(j, NULL, code);
		s += n + (s[n] == ',');
	}
	json_close(j);
	json_text(j, "ssh_key", p->ssh_key);
	json_day(j, "disabled_on", p->disabled_on);
	json_text(j, "state", p->disabled_on == DAY_NONE ? "active" : "disabled");
	json_int(j, "version", p->version);
	json_close(j);
}

static bool list(struct cli *c, struct err *e)
{
	struct operator_list all;
	char day[DAY_ISO];
	if (!operator_list(c->office, &c->arena, &all, e))
		return false;
	if (c->format == CLI_JSON) {
		struct json j = json_new(&c->out);
		json_open(&j, NULL, '[');
		for (size_t i = 0; i < all.n; i++)
			operator_json(&j, &all.rows[i]);
		json_close(&j);
		str_char(&c->out, '\n');
		return true;
	}
	struct cli_table t = cli_table_new(c, _("login=登录名 name=姓名 unit=部门 roles=角色 disabled_on=停用日期"));
	t.whole = true;
	for (size_t i = 0; i < all.n; i++)
		cli_row(&t, all.rows[i].login, all.rows[i].name, all.rows[i].unit, all.rows[i].roles, day_iso(all.rows[i].disabled_on, day));
	cli_table_print(&t);
	return true;
}

/* The lines of authorized_keys: each key may open the desk as its operator, and nothing else. */
static bool keys(struct cli *c, struct err *e)
{
	struct operator_list all;
	char program[4096];
	ssize_t n = readlink("/proc/self/exe", program, sizeof program - 1);
	if (n <= 0)
		return err_set(e, ERR_SYSTEM, _("找不到本程序的路径"));
	program[n] = '\0';
	if (!operator_list(c->office, &c->arena, &all, e))
		return false;
	struct json j = json_new(&c->out);
	if (c->format == CLI_JSON)
		json_open(&j, NULL, '[');
	for (size_t i = 0; i < all.n; i++) {
		const struct operator *p = &all.rows[i];
		if (!p->ssh_key || p->disabled_on != DAY_NONE)
			continue;
		const char *line = operator_key_line(p, program, store_path(c->office->store), &c->arena);
		if (c->format == CLI_JSON)
			json_text(&j, NULL, line);
		else
			str_printf(&c->out, "%s\n", line);
	}
	if (c->format == CLI_JSON) {
		json_close(&j);
		str_char(&c->out, '\n');
	}
	return true;
}

static bool change(struct cli *c, const struct verb *v, struct cli_args *args, struct err *e)
{
	struct operator_args in;
	struct operator p;
	struct verb_call call;
	record_clear(v->args, &in);
	in = (struct operator_args){.on = DAY_NONE};
	const char *role = cli_opt(args, "role"), *key = cli_opt(args, "key");
	if (!cli_record(c, args, v->args, &in, e))
		return false;
	if (args->npos > 1)
		in.login = args->pos[1];
	if (args->npos > 2 && v == &operator_role)
		in.roles = args->pos[2];
	if (role)
		in.roles = role;
	if (key)
		in.ssh_key = key;
	if (!cli_all_used(c, args, v == &operator_role ? 3 : 2) || !cli_verb(c, v, INT_NONE, &in, &call, e))
		return false;
	if (c->format != CLI_JSON) {
		str_printf(&c->out, "%s\n", call.result);
		return true;
	}
	if (!operator_load(c->office, in.login, &c->arena, &p, e))
		return false;
	struct json j = json_new(&c->out);
	operator_json(&j, &p);
	str_char(&c->out, '\n');
	return true;
}

static bool run(struct cli *c, int argc, char **argv, struct err *e)
{
	static const struct { const char *word; const struct verb *verb; } verbs[] = {
		{"add", &operator_add}, {"change", &operator_change}, {"role", &operator_role}, {"disable", &operator_disable},
	};
	struct cli_args args;
	if (!cli_parse(c, argc, argv, "dry-run", &args, e) || !args.npos)
		return false;
	if (!strcmp(args.pos[0], "handover"))
		return cli_office(c, e) && cli_handover(c, "operator", &args, e);
	bool is_list = !strcmp(args.pos[0], "list"), is_keys = !strcmp(args.pos[0], "keys");
	if (is_list || is_keys)
		return cli_all_used(c, &args, 1) && cli_office(c, e) && (is_list ? list(c, e) : keys(c, e));
	for (size_t i = 0; i < sizeof verbs / sizeof *verbs; i++)
		if (!strcmp(args.pos[0], verbs[i].word))
			return cli_office(c, e) && change(c, verbs[i].verb, &args, e);
	return false;
}

const struct cli_noun cli_operator = {.name = "operator", .label = N_("操作员"),
	.usage = N_("operator list\noperator add 登录名 [--name 姓名] [--unit 部门] [--roles 角色,角色] [--ssh_key 公钥]\n"
		"operator change 登录名 [--name 姓名] [--unit 部门] [--ssh_key 公钥]\noperator role 登录名 角色,角色\noperator disable 登录名 [--on 日期]\n"
		"operator handover 移交人 --to 接手人 [--items yes] [--on 日期] [--reason 原因] [--dry-run]\n"
		"operator keys"), .run = run};
