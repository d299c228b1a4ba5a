/* Old ledgers: shown before they come in, taken whole or by lines; what a line says otherwise is taken by the case's own changing verb. */
#include "cli/ledger.h"

#include <stdlib.h>
#include <string.h>

#include "cli/file.h"

/* A row a line of the file. */
static void show_plan(struct cli *c, const struct import_plan *p)
{
	if (c->format == CLI_JSON) {
		struct json j = json_new(&c->out);
		j.mask = true;
		json_open(&j, NULL, '[');
		for (size_t i = 0; i < p->n; i++) {
			json_open(&j, NULL, '{');
			json_int(&j, "line", p->rows[i].line);
			json_text(&j, "id", p->rows[i].id);
			json_text(&j, "action", p->rows[i].action);
			json_text(&j, "detail", p->rows[i].detail);
			json_open(&j, "differences", '[');
			for (size_t k = 0; k < p->rows[i].ndiffs; k++) {
				json_open(&j, NULL, '{');
				json_text(&j, "label", p->rows[i].diffs[k].label);
				json_text(&j, "old", p->rows[i].diffs[k].was);
				json_text(&j, "new", p->rows[i].diffs[k].is);
				json_close(&j);
			}
			json_close(&j);
			json_close(&j);
		}
		json_close(&j);
		str_char(&c->out, '\n');
		return;
	}
	struct cli_table t = cli_table_new(c, _("line=行 id=编号 action=处理 detail=说明"));
	for (size_t i = 0; i < p->n; i++)
		cli_row(&t, arena_printf(&c->arena, "%d", p->rows[i].line), p->rows[i].id, p->rows[i].action, p->rows[i].detail);
	cli_table_print(&t);
}

/* One verb and one audit line for each line; none of them before all can be. */
static bool take(struct cli *c, const struct ledger_kind *k, const char *text, const char *lines, bool run, struct err *e)
{
	for (const char *s = lines; *s;) {
		char *end;
		long line = strtol(s, &end, 10);
		int64_t id;
		void *change;
		struct verb_call call;
		if (end == s || line < 1 || line > 1000000 || (*end && *end != ','))
			return err_field(e, "take", _("行号应为用逗号分开的数字：“%s”"), lines);
		if (!ledger_take(c->office, k, text, (int)line, &c->arena, &id, &change, e) ||
			(run && !cli_verb(c, verb_find(k->change), id, change, &call, e)))
			return false;
		if (run && c->format == CLI_TEXT)
			str_printf(&c->out, "%s\n", call.result);
		s = end + (*end == ',');
	}
	return true;
}

bool cli_ledger_import(struct cli *c, struct cli_args *args, const struct ledger_kind *k, const struct verb *import, struct err *e)
{
	struct ledger_import in = {0};
	struct import_plan plan;
	struct verb_call call;
	char *text;
	bool dry = cli_opt(args, "dry-run") != NULL;
	const char *taken = cli_opt(args, "take");
	in.lines = cli_opt(args, "lines");
	if (args->npos != 2 || !cli_all_used(c, args, 2))
		return false;
	if (taken && (dry || in.lines))
		return err_field(e, "take", _("--take 单独用：只更改这几行已有的办件"));
	if (!cli_file_text(c, args->pos[1], &text, e))
		return false;
	in.text = text;
	if (taken && (!take(c, k, text, taken, false, e) || !take(c, k, text, taken, true, e)))
		return false;
	if (taken && c->format == CLI_TEXT)
		return true;
	if (!ledger_plan(c->office, k, &in, dry || taken, &c->arena, &plan, e))
		return false;
	if (!dry && !taken && plan.added && !cli_verb(c, import, INT_NONE, &in, &call, e))
		return false;
	show_plan(c, &plan);
	if (dry && plan.refused)
		cli_warn(c, arena_printf(&c->arena, _("%zu 行不收：改好了才能导入，或者用 --lines 只收别的行"), plan.refused));
	return true;
}
