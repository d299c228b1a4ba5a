/* gwgk date: what falls due when, counted day by day. Works without an office file, on the calendar the program carries. */
#include "cli/calendar.h"
#include "cli/file.h"
#include "cli/nouns.h"
#include "law/ledger.h"
#include "law/rule.h"

#include <stdlib.h>
#include <string.h>

struct period {
	daynum start, due;
	int n;
	enum rule_unit unit;
	bool roll, provisional;
};

static bool working_days(const void *calendar, daynum from, int n, daynum *out)
{
	*out = calendar_add(calendar, from, n);
	return *out != DAY_NONE;
}

bool cli_calendar_day(struct cli *c, const struct calendar *cal, const char *field, const char *text, daynum *out, struct err *e)
{
	struct input in = {.today = desk_today(&c->desk), .working_days = working_days, .ctx = cal};
	struct err why = {0};
	char iso[DAY_ISO];
	if (!date_input(text, &in, 0, out, &why))
		return err_field(e, field, "%s", why.text);
	if (*out < calendar_first() || *out > calendar_last())
		return err_field(e, field, _("%s 不在日历范围内，只能从 2004-01-01 到 2999-12-31"), day_iso(*out, iso));
	return true;
}

static bool read_count(const char *text, int *out, struct err *e)
{
	char *end;
	long v = strtol(text, &end, 10);
	if (!*text || *end || v < 0 || v > CALENDAR_N_MAX)
		return err_field(e, "n", _("天数“%s”无效，应为 0 到 %d 的整数"), text, CALENDAR_N_MAX);
	*out = (int)v;
	return true;
}

static bool settle(const struct calendar *cal, struct period *p, struct err *e)
{
	p->due = rule_period(cal, p->start, p->n, p->unit, p->roll);
	if (p->due == DAY_NONE)
		return err_field(e, "n", _("期限超出日历范围（2999 年）"));
	/* Calendar days that do not roll are plain arithmetic: no notice can move them. */
	p->provisional = (p->unit == UNIT_WORKING || p->roll) && calendar_provisional(cal, p->start, p->due);
	return true;
}

/* The notices that a span hangs on, as "missing":["2027 年放假安排"]. */
static void json_missing(struct json *j, struct cli *c, const struct calendar *cal, daynum from, daynum to, bool provisional)
{
	int years[8];
	int n = provisional ? calendar_missing(cal, from, to, years, 8) : 0;
	json_bool(j, "provisional", provisional);
	json_open(j, "missing", '[');
	for (int i = 0; i < n && i < 8; i++)
		json_text(j, NULL, calendar_notice_name(years[i], &c->arena));
	json_close(j);
}

static const char *missing_text(struct cli *c, const struct calendar *cal, daynum from, daynum to)
{
	int years[8];
	int n = calendar_missing(cal, from, to, years, 8);
	struct str s = str_new(&c->arena);
	for (int i = 0; i < n && i < 8; i++) {
		if (i)
			str_add(&s, _("、"));
		str_add(&s, calendar_notice_name(years[i], &c->arena));
	}
	return s.s;
}

/* --- due -------------------------------------------------------------------------------------------------------------------------- */

void cli_json_ledger(struct json *j, const struct clock_ledger *l, bool of_case)
{
	json_open(j, "ledger", '[');
	for (size_t i = 0; i < l->n; i++) {
		const struct clock_line *line = &l->lines[i];
		json_open(j, NULL, '{');
		json_day(j, "date", line->date);
		json_int(j, "weekday", day_weekday(line->date));
		json_text(j, "kind", line_kind_name(line->kind));
		json_text(j, "name", line->name);
		if (of_case) {
			json_text(j, "because", line->because);
			json_text(j, "event", line->event);
		}
		if (line->counted)
			json_int(j, "counted", line->counted);
		else
			json_null(j, "counted");
		json_close(j);
	}
	json_close(j);
}

static void due_json(struct cli *c, const struct calendar *cal, const struct period *p, const struct clock_ledger *l)
{
	struct json j = json_new(&c->out);
	json_open(&j, NULL, '{');
	json_day(&j, "start", p->start);
	json_int(&j, "n", p->n);
	json_text(&j, "unit", p->unit == UNIT_WORKING ? "working" : "calendar");
	json_day(&j, "due", p->due);
	json_missing(&j, c, cal, p->start, p->due, p->provisional);
	cli_json_ledger(&j, l, false);
	json_close(&j);
}

void cli_table_ledger(struct cli *c, const struct clock_ledger *l)
{
	struct cli_table t = cli_table_new(c, _("date=日期 weekday=星期 kind=种类 name=名称 counted=计数"));
	bool text = c->format == CLI_TEXT;
	for (size_t i = 0; i < l->n; i++) {
		const struct clock_line *line = &l->lines[i];
		char iso[DAY_ISO];
		const char *weekday = text ? day_weekday_zh(line->date) : arena_printf(&c->arena, "%d", day_weekday(line->date));
		cli_row(&t, day_iso(line->date, iso), weekday, text ? line_kind_label(line->kind) : line_kind_name(line->kind), line->name,
			line->counted ? arena_printf(&c->arena, "%d", line->counted) : NULL);
	}
	cli_table_print(&t);
}

static void due_text(struct cli *c, const struct calendar *cal, const struct period *p, const struct clock_ledger *l)
{
	char due[DAY_ISO], start[DAY_ISO];
	if (c->format == CLI_TEXT) {
		str_printf(&c->out, p->unit == UNIT_WORKING ? _("%s %s（自 %s 起 %d 个工作日）\n") : _("%s %s（自 %s 起 %d 日）\n"),
			day_iso(p->due, due), day_weekday_zh(p->due), day_iso(p->start, start), p->n);
		if (p->provisional)
			str_printf(&c->out, _("待定：%s尚未载入，日期可能变动\n"), missing_text(c, cal, p->start, p->due));
	}
	cli_table_ledger(c, l);
}

static bool due_one(struct cli *c, const struct calendar *cal, const struct cli_args *args, struct period *p, struct err *e)
{
	struct clock_ledger l;
	if (!cli_calendar_day(c, cal, "start", args->pos[1], &p->start, e) || !read_count(args->pos[2], &p->n, e) || !settle(cal, p, e))
		return false;
	clock_explain_period(cal, p->start, p->n, p->unit == UNIT_CALENDAR, p->roll, &c->arena, &l);
	if (c->format == CLI_JSON)
		due_json(c, cal, p, &l);
	else
		due_text(c, cal, p, &l);
	return true;
}

/* --- due --batch -------------------------------------------------------------------------------------------------------------------- */

/* "2026-03-02⇥20", or with a comma or spaces between; more columns ignored; cut in place. */
static bool batch_line(struct cli *c, const struct calendar *cal, char *line, struct period *p, struct err *e)
{
	static const char gap[] = "\t, ";
	line += strspn(line, " ");
	char *n = line + strcspn(line, gap);
	if (!*n || !n[strspn(n, "\t, \r")])
		return err_field(e, "n", _("应为“日期 制表符 天数”"));
	*n++ = '\0';
	n += strspn(n, gap);
	n[strcspn(n, "\t, \r")] = '\0';
	if ((!day_parse(line, &p->start) || p->start < calendar_first() || p->start > calendar_last()) &&
		!cli_calendar_day(c, cal, "start", line, &p->start, e))
		return false;
	return read_count(n, &p->n, e) && settle(cal, p, e);
}

static void batch_row(struct cli *c, struct json *j, const struct period *p)
{
	char start[DAY_ISO], due[DAY_ISO];
	day_iso(p->start, start);
	day_iso(p->due, due);
	const char *mark = p->provisional ? "P" : "";
	if (c->format == CLI_TEXT) {
		str_printf(&c->out, "%s\t%d\t%s\t%s\n", start, p->n, due, mark);
	} else if (c->format == CLI_CSV) {
		str_printf(&c->out, "%s,%d,%s,%s", start, p->n, due, mark);
		csv_end(&c->out);
	} else {
		json_open(j, NULL, '{');
		json_text(j, "start", start);
		json_int(j, "n", p->n);
		json_text(j, "due", due);
		json_bool(j, "provisional", p->provisional);
		json_close(j);
	}
}

static bool due_batch(struct cli *c, const struct calendar *cal, const char *path, struct period *p, struct err *e)
{
	char *text;
	if (!cli_file_text(c, path, &text, e))
		return false;
	struct json j = json_new(&c->out);
	if (c->format == CLI_JSON)
		json_open(&j, NULL, '[');
	else if (c->format == CLI_CSV)
		str_add(&c->out, "start,n,due,provisional\r\n");
	int number = 0;
	for (char *line = text, *next; line && *line; line = next) {
		next = strchr(line, '\n');
		if (next)
			*next++ = '\0';
		number++;
		if (!line[strspn(line, " \t\r")] || (number == 1 && !strncmp(line, "start", 5)))
			continue;
		struct err why = {0};
		if (!batch_line(c, cal, line, p, &why))
			return err_field(e, why.field, _("第 %d 行：%s"), number, why.text);
		batch_row(c, &j, p);
	}
	if (c->format == CLI_JSON)
		json_close(&j);
	return true;
}

static const struct choice units[] = {{"working", N_("工作日"), NULL}, {"calendar", N_("自然日"), NULL}, {0}};

static bool run_due(struct cli *c, const struct calendar *cal, struct cli_args *args, struct err *e)
{
	const char *unit = cli_opt(args, "unit"), *batch = cli_opt(args, "batch");
	struct period p = {.unit = UNIT_WORKING, .roll = !cli_opt(args, "no-roll")};
	if (!cli_all_used(c, args, batch ? 1 : 3) || args->npos != (batch ? 1 : 3))
		return false;
	const struct choice *chosen = choice_find(units, unit);
	if (unit && !chosen)
		return err_field(e, "unit", _("--unit 应为 working 或 calendar"));
	if (chosen && !strcmp(chosen->code, "calendar"))
		p.unit = UNIT_CALENDAR;
	return batch ? due_batch(c, cal, batch, &p, e) : due_one(c, cal, args, &p, e);
}

/* --- count, show ----------------------------------------------------------------------------------------------------------------------- */

static bool run_count(struct cli *c, const struct calendar *cal, struct cli_args *args, struct err *e)
{
	daynum from, to;
	char a[DAY_ISO], b[DAY_ISO];
	if (!cli_all_used(c, args, 3) || args->npos != 3)
		return false;
	if (!cli_calendar_day(c, cal, "from", args->pos[1], &from, e) || !cli_calendar_day(c, cal, "to", args->pos[2], &to, e))
		return false;
	int n = calendar_count(cal, from, to);
	bool provisional = calendar_provisional(cal, from, to);
	if (c->format == CLI_JSON) {
		struct json j = json_new(&c->out);
		json_open(&j, NULL, '{');
		json_day(&j, "from", from);
		json_day(&j, "to", to);
		json_int(&j, "count", n);
		json_missing(&j, c, cal, from, to, provisional);
		json_close(&j);
		return true;
	}
	if (c->format == CLI_TEXT) {
		str_printf(&c->out, _("%d 个工作日（%s 次日至 %s）\n"), n, day_iso(from, a), day_iso(to, b));
		if (provisional)
			str_printf(&c->out, _("待定：%s尚未载入\n"), missing_text(c, cal, from, to));
		return true;
	}
	struct cli_table t = cli_table_new(c, _("from=起 to=止 count=工作日 provisional=待定"));
	cli_row(&t, day_iso(from, a), day_iso(to, b), arena_printf(&c->arena, "%d", n), provisional ? "P" : NULL);
	cli_table_print(&t);
	return true;
}

static bool run_show(struct cli *c, const struct calendar *cal, struct cli_args *args, struct err *e)
{
	daynum d;
	char iso[DAY_ISO];
	if (!cli_all_used(c, args, 2) || args->npos != 2)
		return false;
	if (!cli_calendar_day(c, cal, "date", args->pos[1], &d, e))
		return false;
	const char *kind = day_kind_name(calendar_kind(cal, d)), *reason = calendar_reason(cal, d, &c->arena);
	if (c->format == CLI_JSON) {
		struct json j = json_new(&c->out);
		json_open(&j, NULL, '{');
		json_day(&j, "date", d);
		json_int(&j, "weekday", day_weekday(d));
		json_bool(&j, "working_day", calendar_is_working(cal, d));
		json_text(&j, "kind", kind);
		json_text(&j, "name", calendar_name(cal, d));
		json_text(&j, "reason", reason);
		json_missing(&j, c, cal, d - 1, d, calendar_provisional(cal, d - 1, d));
		json_close(&j);
	} else if (c->format == CLI_TEXT) {
		str_printf(&c->out, "%s %s\n", day_iso(d, iso), calendar_day_text(cal, d, &c->arena));
	} else {
		struct cli_table t = cli_table_new(c, _("date=日期 weekday=星期 kind=种类 name=名称 reason=说明"));
		cli_row(&t, day_iso(d, iso), arena_printf(&c->arena, "%d", day_weekday(d)), kind, calendar_name(cal, d), reason);
		cli_table_print(&t);
	}
	return true;
}

static bool run(struct cli *c, int argc, char **argv, struct err *e)
{
	static const struct {
		const char *verb;
		bool (*run)(struct cli *c, const struct calendar *cal, struct cli_args *args, struct err *e);
	} verbs[] = {{"due", run_due}, {"count", run_count}, {"show", run_show}};
	struct cli_args args;
	const struct calendar *cal;
	if (!cli_parse(c, argc, argv, "no-roll", &args, e))
		return false;
	for (size_t i = 0; args.npos && i < sizeof verbs / sizeof *verbs; i++)
		if (!strcmp(verbs[i].verb, args.pos[0]))
			return cli_calendar_of(c, &cal, e) && verbs[i].run(c, cal, &args, e);
	return false;
}

const struct cli_noun cli_date = {
	.name = "date",
	.label = N_("期限计算"),
	.usage = N_("date due 起算日 天数 [--unit working|calendar] [--no-roll]\n"
		    "date due --batch 文件 [--unit working|calendar] [--no-roll]\n"
		    "date count 起 止\n"
		    "date show 日期"),
	.run = run,
};
