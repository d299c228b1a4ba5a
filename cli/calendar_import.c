/* gwgk calendar import FILE: takes in a notice, lists the days that changed and every deadline that moved. */
#include "cli/calendar.h"

#include "cli/file.h"
#include "office/calendar_import.h"

static void json_result(struct cli *c, const struct calendar_import *in, bool dry)
{
	struct json j = json_new(&c->out);
	json_open(&j, NULL, '{');
	json_bool(&j, "dry_run", dry);
	json_open(&j, "changed", '[');
	for (size_t i = 0; i < in->nchanges; i++) {
		const struct calendar_change *x = &in->changes[i];
		json_open(&j, NULL, '{');
		json_day(&j, "date", x->date);
		json_text(&j, "was", day_kind_name(x->was));
		json_text(&j, "now", day_kind_name(x->is));
		json_text(&j, "name", x->is_name ? x->is_name : x->was_name);
		json_close(&j);
	}
	json_close(&j);
	json_open(&j, "moved", '[');
	for (size_t i = 0; i < in->moves.n; i++) {
		const struct deadline_move *m = &in->moves.rows[i];
		json_open(&j, NULL, '{');
		json_text(&j, "kind", m->kind);
		json_text(&j, "id", m->id);
		json_text(&j, "clock", m->clock);
		json_text(&j, "name", m->name);
		json_day(&j, "old", m->was);
		json_day(&j, "new", m->is);
		json_bool(&j, "was_provisional", m->was_provisional);
		json_bool(&j, "provisional", m->provisional);
		json_close(&j);
	}
	json_close(&j);
	json_close(&j);
}

static const char *with_star(struct cli *c, daynum d, bool provisional)
{
	char iso[DAY_ISO];
	return arena_printf(&c->arena, "%s%s", day_iso(d, iso), provisional ? "*" : "");
}

static void print_result(struct cli *c, const struct calendar_import *in)
{
	char iso[DAY_ISO];
	bool text = c->format == CLI_TEXT;
	const char *(*kind)(enum day_kind) = text ? day_kind_label : day_kind_name;
	struct cli_table days = cli_table_new(c, _("date=日期 was=原来 now=现在 name=名称"));
	for (size_t i = 0; i < in->nchanges; i++) {
		const struct calendar_change *x = &in->changes[i];
		cli_row(&days, day_iso(x->date, iso), kind(x->was), kind(x->is), x->is_name ? x->is_name : x->was_name);
	}
	struct cli_table moved = cli_table_new(c, _("id=编号 clock=期限 name=对象 old=原日期 new=新日期"));
	for (size_t i = 0; i < in->moves.n; i++) {
		const struct deadline_move *m = &in->moves.rows[i];
		cli_row(&moved, m->id, text ? deadline_clock_label(m->clock) : m->clock, m->name, with_star(c, m->was, m->was_provisional), with_star(c, m->is, m->provisional));
	}
	if (in->nchanges)
		cli_table_print(&days);
	if (in->moves.n && text)
		str_char(&c->out, '\n');
	if (in->moves.n)
		cli_table_print(&moved);
}

bool cli_calendar_import(struct cli *c, struct cli_args *args, struct err *e)
{
	struct calendar_import in;
	struct verb_call call;
	char *text;
	bool dry = cli_opt(args, "dry-run") != NULL;
	if (args->npos != 2 || !cli_all_used(c, args, 2))
		return false;
	if (!cli_office(c, e) || !cli_file_text(c, args->pos[1], &text, e))
		return false;
	record_clear(&CALENDAR_IMPORT, &in);
	in = (struct calendar_import){.file = args->pos[1], .text = text};
	if (dry ? !calendar_import_preview(c->office, &in, &c->arena, e) : !cli_verb(c, &calendar_import, INT_NONE, &in, &call, e))
		return false;
	if (dry && in.doubt)
		cli_warn(c, in.doubt);
	if (c->format == CLI_JSON) {
		json_result(c, &in, dry);
		return true;
	}
	if (c->format == CLI_TEXT)
		str_printf(&c->out, "%s\n", dry ? _("（试行，没有改动）") : call.result);
	print_result(c, &in);
	return true;
}
