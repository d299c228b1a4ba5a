/* gwgk register …: 台账. */
#include <string.h>

#include "base/text.h"
#include "cli/nouns.h"
#include "cli/privacy.h"
#include "office/directory.h"
#include "office/register.h"

static const char *number(struct cli *c, int64_t n)
{
	return arena_printf(&c->arena, "%lld", (long long)n);
}

static bool list(struct cli *c, struct cli_args *args, struct err *e)
{
	int64_t counts[REGISTERS_MAX];
	if (!cli_all_used(c, args, 1) || !register_counts(c->office, counts, e))
		return false;
	if (c->format == CLI_JSON) {
		struct json j = json_new(&c->out);
		json_open(&j, NULL, '[');
		for (size_t i = 0; register_kinds[i].name; i++) {
			json_open(&j, NULL, '{');
			json_text(&j, "name", register_kinds[i].name);
			json_text(&j, "title", tr(register_kinds[i].label));
			json_int(&j, "count", counts[i]);
			json_text(&j, "article", tr(register_kinds[i].article));
			json_bool(&j, "own", register_kinds[i].own);
			json_close(&j);
		}
		json_close(&j);
		str_char(&c->out, '\n');
		return true;
	}
	struct cli_table t = cli_table_new(c, _("name=名称 title=台账 count=件数 article=依据 period=起止按"));
	for (size_t i = 0; register_kinds[i].name; i++)
		cli_row(&t, register_kinds[i].name, tr(register_kinds[i].label), number(c, counts[i]), tr(register_kinds[i].article),
			tr(register_kinds[i].period));
	cli_table_print(&t);
	return true;
}

/* --from --to --unit --person --text */
static bool read_filter(struct cli *c, struct cli_args *args, struct register_filter *f, struct err *e)
{
	const char *from = cli_opt(args, "from"), *to = cli_opt(args, "to"), *unit = cli_opt(args, "unit");
	*f = REGISTER_ALL;
	f->person = cli_opt(args, "person");
	f->text = cli_opt(args, "text");
	if ((from && !cli_day(c, "from", from, &f->from, e)) || (to && !cli_day(c, "to", to, &f->to, e)))
		return false;
	if (from && to && f->from > f->to)
		return err_field(e, "to", _("结束日期早于开始日期"));
	return !unit || directory_pick(c->office, &directory_unit, "unit", unit, &c->arena, &f->unit_id, e);
}

static void out_json(struct cli *c, const struct register_kind *k, const struct register_rows *rows, bool masked)
{
	struct json j = json_new(&c->out);
	json_open(&j, NULL, '[');
	for (size_t i = 0; i < rows->n; i++)
		json_record(&j, NULL, k->type, &rows->rows[i], masked);
	json_close(&j);
	str_char(&c->out, '\n');
}

static void out_csv(struct cli *c, const struct register_kind *k, const struct register_rows *rows, bool masked)
{
	for (size_t r = 0; r <= rows->n; r++) {
		bool first = true;
		for (const struct field *f = k->type->fields; f->name; f++) {
			if (f->flags & FIELD_HIDDEN)
				continue;
			const struct register_row *row = r ? &rows->rows[r - 1] : NULL;
			const char *cell = !row ? f->name : masked ? record_masked(f, row, false, &c->arena) : record_stored(f, row, &c->arena);
			csv_cell(&c->out, cell ? cell : "", first, r > 0);
			first = false;
		}
		csv_end(&c->out);
	}
}

/* The columns that have a width, aligned. */
static void out_text(struct cli *c, const struct register_kind *k, const struct register_rows *rows, bool masked)
{
	for (size_t r = 0; r <= rows->n; r++) {
		bool first = true;
		for (const struct field *f = k->type->fields; f->name; f++) {
			if (f->flags & FIELD_HIDDEN || !f->width)
				continue;
			const struct register_row *row = r ? &rows->rows[r - 1] : NULL;
			const char *cell = !row ? tr(f->label) : masked ? record_masked(f, row, true, &c->arena) : record_shown(f, row, &c->arena);
			char *line = text_clean(&c->arena, cell, false);
			str_printf(&c->out, "%s%s", first ? "" : "  ", text_fit(&c->arena, line, f->width > text_cells(tr(f->label)) ? f->width : text_cells(tr(f->label))));
			first = false;
		}
		while (c->out.len && c->out.s[c->out.len - 1] == ' ')
			str_cut(&c->out, c->out.len - 1);
		str_char(&c->out, '\n');
	}
}

static bool show(struct cli *c, struct cli_args *args, struct err *e)
{
	struct register_filter f;
	struct register_rows rows;
	struct cli_privacy privacy;
	const char *path = cli_opt(args, "out");
	if (args->npos != 2)
		return false;
	const struct register_kind *k = register_find(args->pos[1], e);
	if (!k || !read_filter(c, args, &f, e) || !cli_privacy(c, args, &privacy, e) || !cli_all_used(c, args, 2) ||
		!register_load(c->office, k, &f, &c->arena, &rows, e) || !cli_disclose(c, &privacy, tr(k->label), rows.n, e))
		return false;
	if (path) {
		if (!register_file(k, &rows, privacy.unmasked, path, e))
			return false;
		str_printf(&c->out, c->format == CLI_JSON ? "{\"rows\":%zu}\n" : _("已写出 %zu 行\n"), rows.n);
		return true;
	}
	if (c->format == CLI_JSON)
		out_json(c, k, &rows, !privacy.unmasked);
	else
		(c->format == CLI_CSV ? out_csv : out_text)(c, k, &rows, !privacy.unmasked);
	return true;
}

static bool run(struct cli *c, int argc, char **argv, struct err *e)
{
	struct cli_args args;
	if (!cli_parse(c, argc, argv, "unmasked", &args, e) || args.npos == 0 || !cli_office(c, e))
		return false;
	if (strcmp(args.pos[0], "list") == 0)
		return list(c, &args, e);
	if (strcmp(args.pos[0], "show") == 0)
		return show(c, &args, e);
	return false;
}

const struct cli_noun cli_register = {
	"register", N_("台账"),
	"register list\n"
	"register show NAME [--from D] [--to D] [--unit …] [--person …] [--text …] [--out FILE.xlsx|FILE.csv] [--unmasked --reason …]",
	run,
};
