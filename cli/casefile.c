#include "cli/casefile.h"

#include <string.h>

#include "cli/file.h"
#include "office/casefile.h"

static void out_text(struct cli *c, const struct casefile *f, const char *result)
{
	if (c->format != CLI_JSON) {
		str_printf(&c->out, "%s\n", result);
		return;
	}
	struct json j = json_new(&c->out);
	json_open(&j, NULL, '{');
	json_text(&j, "case", f->c.matter.number);
	json_text(&j, "out", f->record.to);
	json_text(&j, "sha256", f->record.sha256);
	json_int(&j, "parts", f->record.parts);
	json_int(&j, "pages", f->record.pages);
	json_int(&j, "missing", f->record.missing);
	json_text(&j, "head", f->head);
	json_close(&j);
	str_char(&c->out, '\n');
}

/* Who may not is refused before anything is gathered, and the refusal written down as that of any verb. */
static bool may(struct cli *c, int64_t matter_id, struct casefile_record *rec, struct err *e)
{
	struct matter_case m;
	struct verb_call call;
	struct err why = {0};
	if (!matter_load(c->office, matter_id, &c->arena, &m, e))
		return false;
	const struct verb *v = verb_find(strcmp(m.matter.kind, "correction") ? "request.export" : "correction.export");
	return verb_can(c->office, v, matter_id, &why) || cli_verb(c, v, matter_id, rec, &call, e);
}

bool casefile_command(struct cli *c, struct cli_args *args, int64_t matter_id, struct err *e)
{
	const char *incomplete = cli_opt(args, "incomplete");
	struct casefile_wish wish = {.path = cli_opt(args, "out"), .reason = cli_opt(args, "reason"),
		.incomplete = incomplete && strcmp(incomplete, "no") != 0};
	struct casefile_record tried = {.to = wish.path, .reason = wish.reason, .parts = INT_NONE, .pages = INT_NONE, .missing = INT_NONE};
	struct casefile f;
	struct verb_call call;
	if (!cli_all_used(c, args, 2))
		return false;
	if (!wish.path)
		return err_field(e, "out", _("用 --out 写明文件夹，或者以 .pdf 结尾的文件"));
	if (!cli_out_place(c, &wish.path, e))
		return false;
	if (!may(c, matter_id, &tried, e) || !casefile_make(c->office, matter_id, &wish, &c->arena, &f, e))
		return false;
	if (!cli_verb(c, casefile_verb(&f), matter_id, &f.record, &call, e)) {
		casefile_discard(&f);
		return false;
	}
	if (!casefile_publish(&f, e))
		return false;
	if (f.warning && !call.warning)
		cli_warn(c, f.warning);
	out_text(c, &f, call.result);
	return true;
}
