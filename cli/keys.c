/* gwgk keys: checks a clerk's key map, lists the one in force. */
#include <string.h>

#include "cli/file.h"
#include "cli/nouns.h"
#include "tui/keys.h"
#include "tui/main.h"

static void json_faults(struct cli *c, const char *file, const struct key_faults *faults)
{
	struct json j = json_new(&c->out);
	json_open(&j, NULL, '[');
	for (size_t i = 0; i < faults->n; i++) {
		json_open(&j, NULL, '{');
		json_text(&j, "file", file);
		json_int(&j, "line", faults->list[i].line);
		json_text(&j, "text", faults->list[i].text);
		json_close(&j);
	}
	json_close(&j);
	str_char(&c->out, '\n');
}

static bool check(struct cli *c, const char *file, struct err *e)
{
	struct keymap m;
	struct key_faults faults;
	char *text;
	if (!cli_file_text(c, file, &text, e))
		return false;
	keymap_parse(file, text, &c->arena, &m, &faults);
	if (c->format == CLI_TEXT) {
		for (size_t i = 0; i < faults.n; i++)
			str_printf(&c->out, "%s:%d: %s\n", file, faults.list[i].line, faults.list[i].text);
		if (!faults.n)
			str_printf(&c->out, _("%s：%zu 条绑定，没有错\n"), file, m.n);
	} else if (c->format == CLI_JSON) {
		json_faults(c, file, &faults);
	} else {
		struct cli_table t = cli_table_new(c, _("file=文件 line=行 text=错误"));
		for (size_t i = 0; i < faults.n; i++)
			cli_row(&t, file, arena_printf(&c->arena, "%d", faults.list[i].line), faults.list[i].text);
		cli_table_print(&t);
	}
	if (faults.n)
		cli_faulty_file(c, file, faults.list[0].line, faults.list[0].text, faults.n);
	return true;
}

static const char *sequence(struct cli *c, const struct binding *b)
{
	const char *s = "";
	for (int i = 0; i < b->n; i++)
		s = arena_printf(&c->arena, "%s%s%s", s, i ? " " : "", key_name(b->keys[i], &c->arena));
	return s;
}

static const char *label_of(const struct binding *b)
{
	struct context ctx, other;
	if (!context_find(b->context, &ctx))
		return "";
	const struct action *act = action_find(ctx.actions, b->action);
	if (!act)
		act = action_find(global_context.actions, b->action);
	for (size_t i = 0; !act && context_at(i, &other); i++)
		act = action_find(other.actions, b->action);
	return act && act->label ? tr(act->label) : "";
}

static void json_bindings(struct cli *c, const struct keymap *m)
{
	struct json j = json_new(&c->out);
	json_open(&j, NULL, '[');
	for (size_t i = 0; i < m->n; i++) {
		json_open(&j, NULL, '{');
		json_text(&j, "context", m->bindings[i].context);
		json_text(&j, "key", sequence(c, &m->bindings[i]));
		json_text(&j, "action", m->bindings[i].action);
		json_text(&j, "label", label_of(&m->bindings[i]));
		json_close(&j);
	}
	json_close(&j);
	str_char(&c->out, '\n');
}

static bool list(struct cli *c, const char *file, struct err *e)
{
	struct keymap m;
	const char *fault = tui_keymap(file, &c->arena, &m);
	if (fault)
		return err_set(e, ERR_INPUT, "%.*s", (int)strcspn(fault, "\n"), fault);
	if (c->format == CLI_JSON) {
		json_bindings(c, &m);
		return true;
	}
	struct cli_table t = cli_table_new(c, _("context=场合 key=键 action=动作 label=说明"));
	for (size_t i = 0; i < m.n; i++)
		cli_row(&t, m.bindings[i].context, sequence(c, &m.bindings[i]), m.bindings[i].action, label_of(&m.bindings[i]));
	cli_table_print(&t);
	return true;
}

static bool run(struct cli *c, int argc, char **argv, struct err *e)
{
	struct cli_args args;
	if (!cli_parse(c, argc, argv, "", &args, e) || !args.npos || !cli_all_used(c, &args, 2))
		return false;
	if (!strcmp(args.pos[0], "check") && args.npos == 2)
		return check(c, args.pos[1], e);
	if (!strcmp(args.pos[0], "list"))
		return list(c, args.npos == 2 ? args.pos[1] : NULL, e);
	return false;
}

const struct cli_noun cli_keys = {
	.name = "keys", .label = N_("键位"), .run = run,
	.usage = N_("keys check FILE\nkeys list [vi|emacs|FILE]"),
};
