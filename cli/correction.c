/* gwgk correction …: as request, for records about oneself (条例41). */
#include <string.h>

#include "base/text.h"
#include "cli/ledger.h"
#include "cli/matter_verb.h"
#include "cli/nouns.h"
#include "cli/privacy.h"
#include "cli/request_out.h"
#include "office/handover.h"
#include "office/casework.h"
#include "office/correction.h"
#include "office/correction_import.h"

static bool json_correction(struct cli *c, const struct correction_view *v, struct err *e)
{
	const struct matter *m = &v->c.matter;
	struct json j = json_new(&c->out);
	json_open(&j, NULL, '{');
	matter_json_head(&j, &v->c);
	json_record_fields(&j, &correction_type, &v->correction, false);
	json_text(&j, "confirmed_by", m->confirmed_by);
	json_day(&j, "registered_on", m->registered_on);
	json_text(&j, "handler", handler_name(c->office, m->handler_id, &c->arena));
	json_day(&j, "identity_checked_on", v->identity_checked_on);
	json_text(&j, "identity_checked_by", v->identity_checked_by);
	json_text(&j, "transferred_to", v->transferred_to);
	json_day(&j, "transferred_on", v->transferred_on);
	json_text(&j, "outcome", m->outcome);
	return matter_json_end(c, &j, &v->c, e);
}

static bool show(struct cli *c, int64_t id, struct err *e)
{
	struct correction_view v;
	char iso[DAY_ISO];
	if (!correction_load(c->office, id, &c->arena, &v, e))
		return false;
	if (c->format == CLI_JSON)
		return json_correction(c, &v, e);
	if (c->format == CLI_TEXT)
		str_printf(&c->out, _("%s  %s  期限 %s  %s\n"), v.c.matter.number, tr(choice_label(matter_states, v.c.matter.state)),
			v.c.due == DAY_NONE ? _("未定") : day_iso(v.c.due, iso), v.c.badge.text);
	cli_show(c, &correction_type, &v.correction);
	if (c->format == CLI_TEXT && v.identity_checked_on != DAY_NONE)
		str_printf(&c->out, _("核对身份：%s  %s\n"), day_iso(v.identity_checked_on, iso), v.identity_checked_by ? v.identity_checked_by : "");
	if (c->format == CLI_TEXT && v.transferred_on != DAY_NONE)
		str_printf(&c->out, _("转送：%s  %s\n"), v.transferred_to ? v.transferred_to : "", day_iso(v.transferred_on, iso));
	return c->format != CLI_TEXT || work_text(c->office, &v.c.matter, &c->out, &c->arena, e);
}

static bool list(struct cli *c, struct cli_args *args, struct err *e)
{
	struct correction_row *rows;
	size_t n;
	struct correction_filter f;
	struct cli_privacy privacy;
	record_clear(&correction_filter_type, &f);
	if (!cli_privacy(c, args, &privacy, e) || !cli_count(args, "limit", INT_NONE, &f.limit, e) || !cli_record(c, args, &correction_filter_type, &f, e) || !cli_all_used(c, args, 1) ||
		!correction_list(c->office, &f, &c->arena, &rows, &n, e) || !cli_disclose(c, &privacy, _("更正名单"), n, e))
		return false;
	if (c->format == CLI_JSON) {
		struct json j = json_new(&c->out);
		j.mask = !privacy.unmasked;
		json_open(&j, NULL, '[');
		for (size_t i = 0; i < n; i++)
			json_record(&j, NULL, &correction_row_type, &rows[i], !privacy.unmasked);
		json_close(&j);
		str_char(&c->out, '\n');
		return true;
	}
	struct cli_table t = cli_table_new(c, _("id=编号 state=状态 received=收到 due=期限 left=剩余 name=申请人 claim=更正请求 outcome=结果"));
	t.whole = privacy.unmasked;
	for (size_t i = 0; i < n; i++) {
		char received[DAY_ISO], due[DAY_ISO];
		cli_row(&t, rows[i].number, c->format == CLI_CSV ? rows[i].state : tr(choice_label(matter_states, rows[i].state)),
			arena_strdup(&c->arena, day_iso(rows[i].received, received)), arena_strdup(&c->arena, day_iso(rows[i].due, due)),
			c->format != CLI_CSV ? rows[i].badge : rows[i].left == INT_NONE ? "" : arena_printf(&c->arena, "%lld", (long long)rows[i].left),
			rows[i].name, text_clean(&c->arena, rows[i].claim, false), c->format == CLI_CSV ? rows[i].outcome : correction_outcome_label(rows[i].outcome));
	}
	cli_table_print(&t);
	return true;
}

static bool run(struct cli *c, int argc, char **argv, struct err *e)
{
	struct cli_args args;
	if (!cli_parse(c, argc, argv, "dry-run incomplete unmasked", &args, e) || args.npos == 0 || !cli_office(c, e))
		return false;
	const char *word = args.pos[0];
	if (strcmp(word, "list") == 0)
		return list(c, &args, e);
	if (strcmp(word, "import") == 0)
		return cli_ledger_import(c, &args, &correction_ledger, &correction_import_verb, e);
	return matter_word(c, &args, "correction", show, e);
}

const struct cli_noun cli_correction = {
	"correction", N_("更正"),
	"correction register --channel … --applicant_kind … --name … --record … --claim … [--reasons …] [--evidence …]\n"
	"correction list [--state …] [--channel …] [--year N] [--name …] [--text …] [--open yes] [--limit N] [--unmasked --reason …]\n"
	"correction show|clock ID\n"
	"correction import FILE [--lines N,N…] [--dry-run]\n"
	"correction import FILE --take N,N…\n"
	"correction change ID --reason … [--version N] [--FIELD VALUE…]\n"
	"correction handover ID --to LOGIN [--on D] [--reason …]\n"
	"correction confirm ID --on D --with … [--by …]\n"
	"correction identity ID [--on D] [--by …]\n"
	"correction clarify|clarified|assign|reply|search ID …\n"
	"correction decide ID --outcome corrected|partly|refused|no_power [--reasons …] [--body …] [--on D]\n"
	"correction deliver|deliver_again|deliver_fix|withdraw|transfer|merge|reopen|material|file_copy|archive|shelve|undo|void ID …\n"
	"correction export ID --out DIR|FILE.pdf --reason … [--incomplete]",
	run,
};
