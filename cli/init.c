/* gwgk init: makes the office file. */
#include "cli/nouns.h"
#include "office/demo.h"
#include "office/init.h"

static bool init_json(struct cli *c, const char *path, struct err *e)
{
	if (!cli_office(c, e))
		return false;
	struct json j = json_new(&c->out);
	json_open(&j, NULL, '{');
	json_text(&j, "db", path);
	json_text(&j, "uuid", c->office->uuid);
	json_text(&j, "office", c->office->name);
	json_text(&j, "purpose", c->office->purpose);
	json_text(&j, "operator", c->office->login);
	json_close(&j);
	str_char(&c->out, '\n');
	return true;
}

static bool run(struct cli *c, int argc, char **argv, struct err *e)
{
	struct cli_args args;
	struct office_setup setup;
	record_clear(&OFFICE_SETUP, &setup);
	if (!cli_parse(c, argc, argv, "demo", &args, e))
		return false;
	if (!cli_record(c, &args, &OFFICE_SETUP, &setup, e))
		return false;
	if (c->as)
		setup.login = c->as;
	bool demo = cli_opt(&args, "demo");
	if (!cli_all_used(c, &args, 0))
		return false;
	const char *path = cli_db(c);
	bool done = demo ? demo_init(path, &setup, &c->desk, e) : office_init(path, &setup, &c->desk, e);
	if (!done)
		return false;
	if (c->format == CLI_JSON)
		return init_json(c, path, e);
	str_printf(&c->out, _("已建立办公文件 %s，首个操作员 %s（全部角色）\n"), path, setup.login ? setup.login : office_os_login(&c->arena));
	if (!demo)
		str_add(&c->out, _("下一步：gwgk setting list 看还缺哪些设置，文书要用\n"));
	return true;
}

const struct cli_noun cli_init = {.name = "init", .label = N_("建立办公文件"),
	.usage = N_("init [--office 名称] [--superior 直属海关] [--court 法院] [--prefix 机关代字] [--demo]"), .run = run};
