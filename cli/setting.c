/* gwgk setting: what the office says about itself. */
#include <string.h>
#include "cli/nouns.h"
#include "office/setting.h"

static bool hidden(const struct setting_key *k)
{
	return !strcmp(k->key, "seed");
}

static void setting_json(struct cli *c, struct json *j, const char *name, const struct setting_key *k, daynum day)
{
	int64_t version = setting_version(c->office, k->key, day);
	json_open(j, name, '{');
	json_text(j, "key", k->key);
	json_text(j, "label", tr(k->label));
	json_text(j, "value", setting_get(c->office, k->key, day, &c->arena));
	json_text(j, "default", k->fallback);
	json_text(j, "help", k->help ? tr(k->help) : NULL);
	json_text(j, "id", k->key);
	json_text(j, "state", version ? "set" : k->fallback ? "default" : "empty");
	json_int(j, "version", version);
	json_close(j);
}

static bool list(struct cli *c, daynum day)
{
	if (c->format == CLI_JSON) {
		struct json j = json_new(&c->out);
		json_open(&j, NULL, '[');
		for (const struct setting_key *k = setting_keys; k->key; k++)
			if (!hidden(k))
				setting_json(c, &j, NULL, k, day);
		json_close(&j);
		str_char(&c->out, '\n');
		return true;
	}
	struct cli_table t = cli_table_new(c, _("key=设置 label=名称 value=值 help=说明"));
	t.whole = true;
	for (const struct setting_key *k = setting_keys; k->key; k++)
		if (!hidden(k))
			cli_row(&t, k->key, tr(k->label), setting_get(c->office, k->key, day, &c->arena), k->help ? tr(k->help) : NULL);
	cli_table_print(&t);
	return true;
}

static const struct setting_key *known(const char *key, struct err *e)
{
	const struct setting_key *k = setting_key_find(key);
	if (k && !hidden(k))
		return k;
	err_field(e, "key", _("没有设置 %s，gwgk setting list 列出全部"), key);
	return NULL;
}

static bool get(struct cli *c, const char *key, daynum day, struct err *e)
{
	const struct setting_key *k = known(key, e);
	if (!k)
		return false;
	if (c->format == CLI_JSON) {
		struct json j = json_new(&c->out);
		setting_json(c, &j, NULL, k, day);
		str_char(&c->out, '\n');
		return true;
	}
	const char *v = setting_get(c->office, key, day, &c->arena);
	if (c->format == CLI_CSV) {
		struct cli_table t = cli_table_new(c, _("key=设置 value=值"));
		t.whole = true;
		cli_row(&t, key, v);
		cli_table_print(&t);
		return true;
	}
	str_printf(&c->out, "%s\n", v ? v : "");
	return true;
}

static bool set(struct cli *c, const char *key, const char *value, daynum from, struct err *e)
{
	struct setting_args in = {.key = key, .value = value, .valid_from = from};
	struct verb_call call;
	if (!known(key, e) || !cli_verb(c, &setting_set, INT_NONE, &in, &call, e))
		return false;
	if (c->format == CLI_JSON)
		return get(c, key, from, e);
	str_printf(&c->out, "%s\n", call.result);
	return true;
}

static bool run(struct cli *c, int argc, char **argv, struct err *e)
{
	struct cli_args args;
	daynum on = DAY_NONE, from = DAY_NONE;
	if (!cli_parse(c, argc, argv, "", &args, e))
		return false;
	const char *verb = args.npos ? args.pos[0] : "", *on_text = cli_opt(&args, "on"), *from_text = cli_opt(&args, "from");
	if (!from_text)
		from_text = cli_opt(&args, "valid-from");
	size_t words = !strcmp(verb, "list") ? 1 : !strcmp(verb, "get") ? 2 : !strcmp(verb, "set") ? 3 : 0;
	if (!words || args.npos < words || !cli_all_used(c, &args, words) || !cli_office(c, e))
		return false;
	if ((on_text && !cli_day(c, "on", on_text, &on, e)) || (from_text && !cli_day(c, "valid_from", from_text, &from, e)))
		return false;
	return words == 1 ? list(c, on) : words == 2 ? get(c, args.pos[1], on, e) : set(c, args.pos[1], args.pos[2], from, e);
}

const struct cli_noun cli_setting = {.name = "setting", .label = N_("设置"),
	.usage = N_("setting list [--on 日期]\nsetting get 设置 [--on 日期]\nsetting set 设置 值 [--from 起用日期]"), .run = run};
