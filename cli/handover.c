#include "cli/handover.h"

#include "office/handover.h"

static void plan_json(struct cli *c, const struct handover_plan *p, bool dry)
{
	struct json j = json_new(&c->out);
	json_open(&j, NULL, '{');
	json_text(&j, "from", p->from);
	json_text(&j, "to", p->to);
	json_bool(&j, "dry_run", dry);
	json_open(&j, "rows", '[');
	for (size_t i = 0; i < p->n; i++) {
		const struct handover_row *r = &p->rows[i];
		json_open(&j, NULL, '{');
		json_text(&j, "kind", handover_kinds[r->kind].code);
		json_text(&j, "id", r->id);
		json_text(&j, "title", r->title);
		json_text(&j, "state", r->state);
		json_day(&j, "due", r->due);
		json_close(&j);
	}
	json_close(&j);
	json_close(&j);
	str_char(&c->out, '\n');
}

static void plan_out(struct cli *c, const struct handover_plan *p, bool dry)
{
	char iso[DAY_ISO];
	if (c->format == CLI_JSON) {
		plan_json(c, p, dry);
		return;
	}
	struct cli_table t = cli_table_new(c, _("kind=类别 id=编号 title=内容 state=状态 due=期限"));
	for (size_t i = 0; i < p->n; i++) {
		const struct handover_row *r = &p->rows[i];
		cli_row(&t, c->format == CLI_CSV ? handover_kinds[r->kind].code : tr(handover_kinds[r->kind].label), r->id, r->title, r->state,
			day_iso(r->due, iso));
	}
	cli_table_print(&t);
}

bool cli_handover(struct cli *c, const char *noun, struct cli_args *args, struct err *e)
{
	const struct verb *v = verb_find(arena_printf(&c->arena, "%s.handover", noun));
	struct handover_args rec;
	struct handover_plan plan;
	struct verb_call call;
	bool dry = cli_opt(args, "dry-run") != NULL;
	record_clear(v->args, &rec);
	rec.items = rec.cases = FLAG_NONE;
	if (!cli_record(c, args, v->args, &rec, e))
		return false;
	if (args->npos > 1)
		rec.from = args->pos[1];
	if (!cli_all_used(c, args, 2) || !record_check(v->args, &rec, e) || !handover_plan(c->office, noun, &rec, &c->arena, &plan, e))
		return false;
	if (!dry && !cli_verb(c, v, INT_NONE, &rec, &call, e))
		return false;
	plan_out(c, &plan, dry);
	if (c->format == CLI_TEXT)
		str_printf(&c->out, "%s\n", dry ? arena_printf(&c->arena, _("（只是预览）%s"), handover_words(&plan, &c->arena)) : call.result);
	return true;
}
