/* gwgk calendar: the holiday notices, shown, given out and taken in. */
#include "cli/calendar.h"

#include "cli/nouns.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

bool cli_calendar_of(struct cli *c, const struct calendar **out, struct err *e)
{
	const char *env = getenv("GWGK_DB");
	bool named = c->db || (env && *env);
	struct err why = {0};
	if (access(cli_db(c), F_OK) == 0) {
		if (cli_office(c, &why)) {
			*out = c->office->calendar;
			return true;
		}
		if (named)
			return err_set(e, why.code, "%s", why.text);
	}
	*out = calendar_embedded(&c->arena);
	return true;
}

static const char *kind_of(const struct calendar_row *row)
{
	return row->workday ? "workday" : "holiday";
}

static void json_rows(struct json *j, const char *key, const struct calendar_rows *rows)
{
	json_open(j, key, '[');
	for (size_t i = 0; i < rows->n; i++) {
		const struct calendar_row *row = &rows->rows[i];
		json_open(j, NULL, '{');
		json_day(j, "date", row->date);
		json_int(j, "weekday", day_weekday(row->date));
		json_text(j, "kind", kind_of(row));
		json_text(j, "name", row->name);
		json_text(j, "source", row->notice);
		json_close(j);
	}
	json_close(j);
}

static void print_rows(struct cli *c, const struct calendar_rows *rows)
{
	struct cli_table t = cli_table_new(c, c->format == CLI_TEXT ? _("date=日期 weekday=星期 kind=种类 name=名称 source=文号") :
		_("date=日期 kind=种类 name=名称 source=文号"));
	for (size_t i = 0; i < rows->n; i++) {
		const struct calendar_row *row = &rows->rows[i];
		char iso[DAY_ISO];
		day_iso(row->date, iso);
		if (c->format == CLI_TEXT)
			cli_row(&t, iso, day_weekday_zh(row->date), row->workday ? _("上班") : _("休息"), row->name, row->notice);
		else
			cli_row(&t, iso, kind_of(row), row->name, row->notice);
	}
	cli_table_print(&t);
}

static bool read_year(const char *text, int *out, struct err *e)
{
	char *end;
	long v = strtol(text, &end, 10);
	if (!*text || *end || v < day_year(calendar_first()) || v > day_year(calendar_last()))
		return err_field(e, "year", _("年份“%s”无效，应为 2004 到 2999"), text);
	*out = (int)v;
	return true;
}

static bool run_show(struct cli *c, struct cli_args *args, struct err *e)
{
	const struct calendar *cal;
	int year = 0;
	if (!cli_all_used(c, args, 2) || args->npos != 2)
		return false;
	if (!read_year(args->pos[1], &year, e) || !cli_calendar_of(c, &cal, e))
		return false;
	struct calendar_rows rows = calendar_rows_of(cal, year, &c->arena);
	daynum last = day_make(year, 12, 31);
	int days = calendar_count(cal, day_make(year, 1, 1), last) + calendar_is_working(cal, day_make(year, 1, 1));
	if (c->format == CLI_JSON) {
		struct json j = json_new(&c->out);
		json_open(&j, NULL, '{');
		json_int(&j, "year", year);
		json_bool(&j, "loaded", calendar_loaded(cal, year));
		json_int(&j, "working_days", days);
		json_rows(&j, "days", &rows);
		json_close(&j);
		return true;
	}
	if (c->format == CLI_TEXT) {
		str_printf(&c->out, _("%d 年 %d 个工作日"), year, days);
		str_printf(&c->out, "%s\n", calendar_loaded(cal, year) ? "" : _("（待定：放假安排尚未载入）"));
	}
	print_rows(c, &rows);
	return true;
}

/* The very file that `import` takes: tab-separated, or what --csv and --json ask for. */
static bool run_export(struct cli *c, struct cli_args *args, struct err *e)
{
	const struct calendar *cal;
	if (!cli_all_used(c, args, 1) || args->npos != 1)
		return false;
	if (!cli_calendar_of(c, &cal, e))
		return false;
	struct calendar_rows rows = calendar_rows_of(cal, 0, &c->arena);
	struct json j = json_new(&c->out);
	if (c->format == CLI_JSON) {
		json_rows(&j, NULL, &rows);
		return true;
	}
	if (c->format == CLI_CSV) {
		print_rows(c, &rows);
		return true;
	}
	str_add(&c->out, "date\tkind\tname\tsource\n");
	for (size_t i = 0; i < rows.n; i++) {
		char iso[DAY_ISO];
		str_printf(&c->out, "%s\t%s\t%s\t%s\n", day_iso(rows.rows[i].date, iso), kind_of(&rows.rows[i]), rows.rows[i].name,
			rows.rows[i].notice);
	}
	return true;
}

static bool run(struct cli *c, int argc, char **argv, struct err *e)
{
	static const struct {
		const char *verb;
		bool (*run)(struct cli *c, struct cli_args *args, struct err *e);
	} verbs[] = {{"show", run_show}, {"export", run_export}, {"import", cli_calendar_import}};
	struct cli_args args;
	if (!cli_parse(c, argc, argv, "dry-run", &args, e))
		return false;
	for (size_t i = 0; args.npos && i < sizeof verbs / sizeof *verbs; i++)
		if (!strcmp(verbs[i].verb, args.pos[0]))
			return verbs[i].run(c, &args, e);
	return false;
}

const struct cli_noun cli_calendar = {
	.name = "calendar",
	.label = N_("工作日历"),
	.usage = N_("calendar show 年份\n"
		    "calendar import 文件 [--dry-run]\n"
		    "calendar export"),
	.run = run,
};
