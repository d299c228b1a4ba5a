/* gwgk register …: 台账. */
#include <string.h>

#include "base/text.h"
#include "cli/file.h"
#include "cli/nouns.h"
#include "cli/privacy.h"
#include "cli/sheet_out.h"
#include "office/directory.h"
#include "office/register_entry.h"

static const char *number(struct cli *c, int64_t n)
{
	return n == INT_NONE ? "" : arena_printf(&c->arena, "%lld", (long long)n);
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
			if (counts[i] == INT_NONE)
				json_null(&j, "count");
			else
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

/* --from --to (or --until) --unit --person --text */
static bool read_filter(struct cli *c, struct cli_args *args, bool period_to, struct register_filter *f, struct err *e)
{
	const char *from = cli_opt(args, "from"), *until = cli_opt(args, "until"), *to = until ? until : period_to ? cli_opt(args, "to") : NULL, *unit = cli_opt(args, "unit");
	*f = REGISTER_ALL;
	f->person = cli_opt(args, "person");
	f->text = cli_opt(args, "text");
	const char *period = cli_opt(args, "period");
	if (period && !register_period(period, desk_today(c->office->desk), &f->from, &f->to))
		return err_field(e, "period", _("--period：year 今年、last_year 去年、month 本月、last_month 上月、all 全部"));
	if ((from && !cli_day(c, "from", from, &f->from, e)) || (to && !cli_day(c, "to", to, &f->to, e)))
		return false;
	if (f->from != DAY_NONE && f->to != DAY_NONE && f->from > f->to)
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

static int text_cells_of(const struct field *f)
{
	enum { MOST = 24 };
	int label = text_cells(tr(f->label)), width = f->width < MOST ? f->width : MOST;
	return width > label ? width : label;
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
			str_printf(&c->out, "%s%s", first ? "" : "  ", text_fit(&c->arena, line, text_cells_of(f)));
			first = false;
		}
		while (c->out.len && c->out.s[c->out.len - 1] == ' ')
			str_cut(&c->out, c->out.len - 1);
		str_char(&c->out, '\n');
	}
}

static bool show_one(struct cli *c, int64_t id, struct err *e)
{
	struct register_row r;
	const struct register_book *book;
	if (!register_entry_load(c->office, id, &c->arena, &r, &book, e))
		return false;
	if (c->format != CLI_JSON) {
		cli_show(c, book->add->args, &r);
		return true;
	}
	struct json j = json_new(&c->out);
	json_open(&j, NULL, '{');
	json_text(&j, "register", book->name);
	json_record_fields(&j, book->add->args, &r, false);
	json_int(&j, "version", r.version);
	json_close(&j);
	str_char(&c->out, '\n');
	return true;
}

/* T2026-0001 rather than the name of a register. */
static bool is_number(const char *word)
{
	return strlen(word) > 5 && strspn(word + 1, "0123456789") == 4 && word[5] == '-';
}

/* --by: of a register in groups (statistics, selfcheck) only this one. */
static bool only_group(const struct register_kind *k, const char *by, struct register_rows *rows, struct err *e)
{
	const struct field *f = record_field(k->type, "kind");
	const struct choice *group = by && f && k->load ? choice_find(f->choices, by) : NULL;
	size_t n = 0;
	if (!by)
		return true;
	if (!group)
		return err_field(e, "by", _("%s没有“%s”这个分组"), tr(k->label), by);
	for (size_t i = 0; i < rows->n; i++)
		if (!strcmp(rows->rows[i].kind, group->code))
			rows->rows[n++] = rows->rows[i];
	rows->n = n;
	return true;
}

static bool recode(struct cli *c, enum charset to, struct err *e)
{
	char *bytes;
	size_t len;
	if (!encoding_export(arena_strdup(&c->arena, c->out.s), to, &c->arena, &bytes, &len, e))
		return false;
	str_cut(&c->out, 0);
	str_addn(&c->out, bytes, len);
	return true;
}

static bool show(struct cli *c, struct cli_args *args, struct err *e)
{
	int64_t id;
	struct register_filter f;
	struct register_rows rows;
	struct cli_privacy privacy;
	const char *path = cli_opt(args, "out"), *by = cli_opt(args, "by"), *charset = cli_opt(args, "encoding");
	enum charset to = CHARSET_UTF8;
	if (args->npos != 2)
		return false;
	if (is_number(args->pos[1]))
		return cli_all_used(c, args, 2) && register_entry_find(c->office, args->pos[1], &id, e) && show_one(c, id, e);
	if (charset && (!charset_parse(charset, &to) || (!path && c->format != CLI_CSV)))
		return err_field(e, "encoding", _("--encoding 用于 CSV，编码只有 utf-8、gb18030、gbk、gb2312"));
	const struct register_kind *k = register_find(args->pos[1], e);
	if (!k || !cli_out_place(c, &path, e) || !read_filter(c, args, true, &f, e) || !cli_privacy(c, args, &privacy, e) || !cli_all_used(c, args, 2) ||
		!register_load(c->office, k, &f, &c->arena, &rows, e) || !only_group(k, by, &rows, e) || !cli_disclose(c, &privacy, tr(k->label), rows.n, e))
		return false;
	if (path) {
		if (!register_file(k, &rows, privacy.unmasked, to, path, e))
			return false;
		cli_written(c, path, (int64_t)rows.n, arena_printf(&c->arena, _("已写出 %zu 行"), rows.n));
		return true;
	}
	if (c->format == CLI_JSON)
		out_json(c, k, &rows, !privacy.unmasked);
	else
		(c->format == CLI_CSV ? out_csv : out_text)(c, k, &rows, !privacy.unmasked);
	return to == CHARSET_UTF8 || recode(c, to, e);
}

/* register print NAME: cover and table. --to is the form of the output here, as of any sheet. */
static bool print(struct cli *c, struct cli_args *args, struct err *e)
{
	struct register_filter f;
	struct register_rows rows;
	struct sheet_target to;
	struct doc *docs[2];
	if (args->npos != 2)
		return false;
	const struct register_kind *k = register_find(args->pos[1], e);
	return k && read_filter(c, args, false, &f, e) && sheet_target_read(args, &to, e) && cli_all_used(c, args, 2) &&
		register_load(c->office, k, &f, &c->arena, &rows, e) && register_paper(c->office, k, &f, &rows, &c->arena, docs, e) &&
		sheet_put(c, docs, 2, tr(k->label), 1, &to, e);
}

static bool finish(struct cli *c, const struct verb *v, int64_t id, void *rec, struct err *e)
{
	struct verb_call call;
	if (!cli_verb(c, v, id, rec, &call, e))
		return false;
	if (c->format != CLI_TEXT)
		return show_one(c, call.subject_id, e);
	str_printf(&c->out, "%s\n", call.result);
	return true;
}

/* register add NAME --field … */
static bool add(struct cli *c, struct cli_args *args, struct err *e)
{
	if (args->npos != 2)
		return false;
	const struct register_kind *k = register_find(args->pos[1], e);
	const struct register_book *book = k ? register_book(k->name) : NULL;
	if (!k)
		return false;
	if (!book)
		return err_set(e, ERR_RULE, _("%s由办件自动生成，不能手工登记"), tr(k->label));
	struct register_row *r = arena_new(&c->arena, struct register_row);
	record_clear(book->add->args, r);
	return cli_record(c, args, book->add->args, r, e) && cli_all_used(c, args, 2) && finish(c, book->add, INT_NONE, r, e);
}

/* register change|close|void|reopen ID … */
static bool act(struct cli *c, struct cli_args *args, struct err *e)
{
	const char *word = args->pos[0];
	const struct register_book *book;
	struct register_row now;
	int64_t id;
	if (args->npos != 2)
		return false;
	if (!register_entry_find(c->office, args->pos[1], &id, e) || !register_entry_load(c->office, id, &c->arena, &now, &book, e))
		return false;
	const struct verb *v = !strcmp(word, "change") ? book->change : !strcmp(word, "close") ? book->close : !strcmp(word, "void") ?
		&register_void : &register_reopen;
	void *rec = arena_alloc(&c->arena, v->args->size);
	record_clear(v->args, rec);
	if (v == book->change)
		((struct register_change *)rec)->now = now;
	return cli_record(c, args, v->args, rec, e) && cli_all_used(c, args, 2) && finish(c, v, id, rec, e);
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
	if (strcmp(args.pos[0], "print") == 0)
		return print(c, &args, e);
	if (strcmp(args.pos[0], "add") == 0)
		return add(c, &args, e);
	static const char *const acts[] = {"change", "close", "void", "reopen"};
	for (size_t i = 0; i < sizeof acts / sizeof *acts; i++)
		if (strcmp(args.pos[0], acts[i]) == 0)
			return act(c, &args, e);
	return false;
}

const struct cli_noun cli_register = {
	"register", N_("台账"),
	"register list\n"
	"register show NAME [--from D] [--to D] [--period year|last_year|month|last_month] [--unit …] [--person …] [--text …] [--out FILE.xlsx|FILE.csv] [--encoding utf-8|gb18030] [--unmasked --reason …]\n"
	"register show statistics [--by total|channel|applicant|unit|outcome|repeat|same|published|item] [--from D] [--to D]\n"
	"register print NAME [--from D] [--until D] [--unit …] [--person …] [--text …] [--out FILE | --printer Q] [--to pdf|text|gb18030]\n"
	"register show ID\n"
	"register add complaints --received D --channel … --kind complaint|report|suggestion --content … [--name …] [--phone …] [--case ID] [--unit …]\n"
	"register add calls --on D --content … [--time 09:30] [--name …] [--phone …] [--person …] [--handling …] [--unit …]\n"
	"register add exchanges --on D --kind … --title … [--place …] [--unit …] [--quantity N] [--handling …]\n"
	"register add opinions --on D --channel … --title … [--place …] [--content …] [--handling …] [--replied_on D]\n"
	"register add mail --received D --channel … --kind … [--waybill …] [--name …] [--unit …] [--handed_on D] [--case ID]\n"
	"register change ID --reason … [--FIELD VALUE…]\n"
	"register close ID [--on D] [--result …] [--handling …] [--replied_on D]\n"
	"register void|reopen ID --reason …",
	run,
};
