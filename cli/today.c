/* gwgk today: the desk. */
#include "base/text.h"
#include "cli/nouns.h"
#include "cli/sheet_out.h"
#include "office/agenda.h"
#include "office/sheet.h"

static void json_row(struct json *j, const struct agenda_row *r)
{
	json_open(j, NULL, '{');
	json_text(j, "kind", r->kind);
	json_text(j, "id", r->id);
	json_text(j, "title", r->title);
	json_day(j, "due", r->due);
	if (r->badge.level == BADGE_NONE || r->badge.level == BADGE_DONE)
		json_null(j, "left");
	else
		json_int(j, "left", r->badge.left);
	json_text(j, "state", r->state);
	json_bool(j, "provisional", r->provisional);
	json_close(j);
}

static void json_agenda(struct cli *c, const struct agenda *g)
{
	struct json j = json_new(&c->out);
	j.mask = true;
	json_open(&j, NULL, '{');
	json_day(&j, "date", g->date);
	json_int(&j, "weekday", day_weekday(g->date));
	json_bool(&j, "working_day", g->working);
	json_text(&j, "reason", g->reason);
	json_open(&j, "sections", '[');
	for (size_t i = 0; i < AGENDA_SECTIONS; i++) {
		const struct agenda_section *s = &g->sections[i];
		json_open(&j, NULL, '{');
		json_text(&j, "key", s->key);
		json_text(&j, "title", s->title);
		json_int(&j, "count", (int64_t)s->n);
		json_open(&j, "rows", '[');
		for (size_t k = 0; k < s->n; k++)
			json_row(&j, &s->rows[k]);
		json_close(&j);
		json_close(&j);
	}
	json_close(&j);
	json_close(&j);
	str_char(&c->out, '\n');
}

static const char *title_of(struct cli *c, const struct agenda_row *r)
{
	const char *line = text_mask_inside(text_clean(&c->arena, r->title ? r->title : "", false), &c->arena); /* before it is cut */
	return c->format == CLI_CSV || text_cells(line) <= 44 ? line : text_fit(&c->arena, line, 44);
}

static void csv_agenda(struct cli *c, const struct agenda *g)
{
	struct cli_table t = cli_table_new(c, _("section=分组 kind=类别 id=编号 title=内容 due=期限 left=剩余 state=状态"));
	for (size_t i = 0; i < AGENDA_SECTIONS; i++)
		for (size_t k = 0; k < g->sections[i].n; k++) {
			const struct agenda_row *r = &g->sections[i].rows[k];
			char iso[DAY_ISO];
			cli_row(&t, g->sections[i].key, r->kind, r->id, title_of(c, r), arena_strdup(&c->arena, day_iso(r->due, iso)), r->badge.text,
				r->state);
		}
	cli_table_print(&t);
}

static void text_agenda(struct cli *c, const struct agenda *g)
{
	char iso[DAY_ISO];
	str_printf(&c->out, "%s %s %s\n", day_iso(g->date, iso), day_weekday_zh(g->date), g->reason);
	for (size_t i = 0; i < AGENDA_SECTIONS; i++) {
		const struct agenda_section *s = &g->sections[i];
		if (!s->n)
			continue;
		str_printf(&c->out, "\n%s %zu\n", s->title, s->n);
		for (size_t k = 0; k < s->n; k++)
			str_printf(&c->out, "  %s %s %s %s\n", text_fit(&c->arena, s->rows[k].id, 12), text_fit(&c->arena, title_of(c, &s->rows[k]), 44),
				text_fit(&c->arena, day_iso(s->rows[k].due, iso), 10), s->rows[k].badge.text);
	}
}

/* The same sections on paper: for a morning's cron. */
static bool print_agenda(struct cli *c, const struct sheet_target *to, struct err *e)
{
	struct doc *doc;
	return sheet_today(c->office, &c->arena, &doc, e) && sheet_put(c, &doc, 1, _("今日办件清单"), 1, to, e);
}

static bool run(struct cli *c, int argc, char **argv, struct err *e)
{
	struct cli_args args;
	struct agenda g;
	struct sheet_target to;
	if (!cli_parse(c, argc, argv, "", &args, e) || !sheet_target_read(&args, &to, e) || !cli_all_used(c, &args, 0) || !cli_office(c, e))
		return false;
	if (to.out || to.queue)
		return print_agenda(c, &to, e);
	if (!agenda_load(c->office, &c->arena, &g, e))
		return false;
	if (c->format == CLI_JSON)
		json_agenda(c, &g);
	else if (c->format == CLI_CSV)
		csv_agenda(c, &g);
	else
		text_agenda(c, &g);
	return true;
}

const struct cli_noun cli_today = {
	"today", N_("今日"),
	"today\n"
	"today --out FILE | --printer Q [--copies N] [--to pdf|text|gb18030]",
	run,
};
