/* gwgk appeal …: 复议 and 诉讼. */
#include <string.h>

#include "cli/casefile.h"
#include "cli/nouns.h"
#include "office/appeal.h"

static void json_appeal(struct cli *c, struct json *j, const struct appeal *a)
{
	json_open(j, NULL, '{');
	json_record_fields(j, &appeal_type, a, false);
	json_text(j, "state", a->voided_on != DAY_NONE ? "void" : strcmp(a->result, "pending") == 0 ? "open" : "closed");
	json_bool(j, "evidence_late", a->evidence_late);
	json_bool(j, "provisional", calendar_provisional(c->office->calendar, a->received, a->evidence_due));
	json_int(j, "version", a->version);
	json_close(j);
}

static bool show(struct cli *c, int64_t id, struct err *e)
{
	struct appeal a;
	if (!appeal_load(c->office, id, &c->arena, &a, e))
		return false;
	if (c->format != CLI_JSON) {
		cli_show(c, &appeal_type, &a);
		return true;
	}
	struct json j = json_new(&c->out);
	json_appeal(c, &j, &a);
	str_char(&c->out, '\n');
	return true;
}

static bool list(struct cli *c, struct cli_args *args, struct err *e)
{
	struct appeal *rows;
	size_t n;
	bool pending = cli_opt(args, "pending") != NULL;
	if (!cli_all_used(c, args, 1) || !appeal_list(c->office, pending, &c->arena, &rows, &n, e))
		return false;
	if (c->format == CLI_JSON) {
		struct json j = json_new(&c->out);
		j.mask = true;
		json_open(&j, NULL, '[');
		for (size_t i = 0; i < n; i++)
			json_appeal(c, &j, &rows[i]);
		json_close(&j);
		str_char(&c->out, '\n');
		return true;
	}
	struct cli_table t = cli_table_new(c, _("id=编号 kind=类别 case=办件 received=收到 evidence_due=举证期限 answered_on=已答复 result=结果 result_on=结果日期"));
	for (size_t i = 0; i < n; i++) {
		char day[4][DAY_ISO];
		bool csv = c->format == CLI_CSV;
		cli_row(&t, rows[i].number, csv ? rows[i].kind : tr(choice_label(appeal_kinds, rows[i].kind)), rows[i].case_number_of,
			arena_strdup(&c->arena, day_iso(rows[i].received, day[0])), arena_strdup(&c->arena, day_iso(rows[i].evidence_due, day[1])),
			arena_strdup(&c->arena, day_iso(rows[i].answered_on, day[2])), csv ? rows[i].result :
			rows[i].voided_on != DAY_NONE ? _("作废") : tr(choice_label(appeal_results, rows[i].result)), arena_strdup(&c->arena, day_iso(rows[i].result_on, day[3])));
	}
	cli_table_print(&t);
	return true;
}

static bool do_verb(struct cli *c, struct cli_args *args, const struct verb *v, struct err *e)
{
	void *rec = arena_alloc(&c->arena, v->args->size);
	struct verb_call call;
	int64_t id = INT_NONE;
	if (args->npos != (v->creates ? 1 : 2))
		return false;
	record_clear(v->args, rec);
	if (!v->creates && !appeal_find(c->office, args->pos[1], &id, e))
		return false;
	if (v->args == &appeal_change_type && !appeal_load(c->office, id, &c->arena, &((struct appeal_change *)rec)->now, e))
		return false;
	if (!cli_record(c, args, v->args, rec, e) || (!v->creates && !cli_version(args, v->args, rec, e)) || !cli_all_used(c, args, 2) || !cli_verb(c, v, id, rec, &call, e))
		return false;
	if (c->format != CLI_TEXT)
		return show(c, call.subject_id, e);
	str_printf(&c->out, "%s\n", call.result);
	return true;
}

/* The evidence is that of the case it is about. */
static bool export_case(struct cli *c, struct cli_args *args, int64_t id, struct err *e)
{
	struct appeal a;
	if (!appeal_load(c->office, id, &c->arena, &a, e))
		return false;
	if (a.matter_id == INT_NONE)
		return err_set(e, ERR_RULE, _("%s 没有写明是对哪一件办件的，不能导出案卷"), a.number);
	return casefile_command(c, args, a.matter_id, e);
}

static bool run(struct cli *c, int argc, char **argv, struct err *e)
{
	struct cli_args args;
	int64_t id;
	if (!cli_parse(c, argc, argv, "pending incomplete", &args, e) || args.npos == 0 || !cli_office(c, e))
		return false;
	if (strcmp(args.pos[0], "list") == 0)
		return list(c, &args, e);
	if (strcmp(args.pos[0], "show") == 0)
		return args.npos == 2 && cli_all_used(c, &args, 2) && appeal_find(c->office, args.pos[1], &id, e) && show(c, id, e);
	if (strcmp(args.pos[0], "export") == 0)
		return args.npos == 2 && appeal_find(c->office, args.pos[1], &id, e) && export_case(c, &args, id, e);
	const struct verb *v = verb_find(arena_printf(&c->arena, "appeal.%s", args.pos[0]));
	return v && do_verb(c, &args, v, e);
}

const struct cli_noun cli_appeal = {
	"appeal", N_("复议诉讼"),
	"appeal add --kind review|suit_direct|suit_after_review --received D [--case ID] [--body …] [--file_number …] [--procedure ordinary|simple] [--evidence_due D] [--note …]\n"
	"appeal change ID --reason … [--version N] [--answered_on D] [--FIELD VALUE…]\n"
	"appeal result ID --result upheld|corrected|other|pending [--on D] [--note …]\n"
	"appeal void ID --reason …\n"
	"appeal list [--pending]\n"
	"appeal show ID\n"
	"appeal export ID --out DIR|FILE.pdf --reason … [--incomplete]",
	run,
};
