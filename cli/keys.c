/* gwgk keys: checks a clerk's key map, lists the one in force. */
#include <string.h>

#include "base/encoding.h"
#include "cli/nouns.h"
#include "tui/keys.h"
#include "tui/main.h"

static bool check(struct cli *c, const char *file, struct err *e)
{
	enum { KEYS_FILE_MAX = 256 * 1024 };
	struct keymap m;
	struct key_faults faults;
	char *raw, *text;
	size_t len;
	if (!file_read(file, KEYS_FILE_MAX, &c->arena, &raw, &len, e) || !encoding_read(raw, len, &c->arena, &text, NULL, e))
		return false;
	keymap_parse(file, text, &c->arena, &m, &faults);
	if (c->format == CLI_TEXT) {
		for (size_t i = 0; i < faults.n; i++)
			str_printf(&c->out, "%s:%d: %s\n", file, faults.list[i].line, faults.list[i].text);
		if (!faults.n)
			str_printf(&c->out, _("%s：%zu 条绑定，没有错\n"), file, m.n);
	} else {
		struct cli_table t = cli_table_new(c, _("file=文件 line=行 text=错误"));
		for (size_t i = 0; i < faults.n; i++)
			cli_row(&t, file, arena_printf(&c->arena, "%d", faults.list[i].line), faults.list[i].text);
		cli_table_print(&t);
	}
	c->status = faults.n ? 1 : 0;
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

static bool list(struct cli *c, const char *file)
{
	struct keymap m;
	const char *fault = tui_keymap(file, &c->arena, &m);
	struct cli_table t = cli_table_new(c, _("context=场合 key=键 action=动作 label=说明"));
	for (size_t i = 0; i < m.n; i++)
		cli_row(&t, m.bindings[i].context, sequence(c, &m.bindings[i]), m.bindings[i].action, label_of(&m.bindings[i]));
	cli_table_print(&t);
	if (fault)
		str_printf(&c->out, "%s\n", fault);
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
		return list(c, args.npos == 2 ? args.pos[1] : NULL);
	return false;
}

const struct cli_noun cli_keys = {
	.name = "keys", .label = N_("键位"), .run = run,
	.usage = N_("keys check FILE\nkeys list [vi|emacs|FILE]"),
};
