/* gwgk letter …: kinds, preview, issue, show, print, reprint, seal, revoke, check. */
#include <stdlib.h>
#include <string.h>

#include "base/encoding.h"
#include "base/text.h"
#include "cli/file.h"
#include "cli/letter_out.h"
#include "cli/nouns.h"
#include "office/letter_send.h"
#include "office/matter.h"

static bool issue_read(struct cli *c, struct cli_args *args, struct letter_issue *what, struct err *e)
{
	record_clear(&letter_issue_type, what);
	what->kind = NULL;
	if (args->npos > 2 && !(what->kind = letter_kind_code(c, args->pos[args->npos - 1], e)))
		return false;
	what->letter_id = INT_NONE;
	const char *on = cli_opt(args, "on");
	return letter_slots_read(c, args, &what->slots, e) && (!on || cli_day(c, "on", on, &what->on, e));
}

static bool target_read(const char *to, enum letter_target *target, struct err *e)
{
	static const char *const names[] = {"pdf", "text", "gb18030"};
	for (size_t i = 0; i < 3; i++)
		if (strcmp(to, names[i]) == 0) {
			*target = (enum letter_target)i;
			return true;
		}
	return err_field(e, "to", _("--to 只能是 pdf、text 或 gb18030"));
}

/* --to, else by the name of --out, else PDF for paper and text for the terminal. */
static bool target_of(struct cli_args *args, const char *out, enum letter_target *target, struct err *e)
{
	const char *to = cli_opt(args, "to");
	if (to)
		return target_read(to, target, e);
	size_t n = out ? strlen(out) : 0;
	bool text = n > 4 && strcmp(out + n - 4, ".txt") == 0;
	*target = out || cli_opt(args, "printer") ? (text ? LETTER_TEXT : LETTER_PDF) : LETTER_TEXT;
	return true;
}

static bool do_preview(struct cli *c, struct cli_args *args, struct err *e)
{
	struct letter_issue what;
	struct letter_output made;
	struct doc *doc;
	int64_t id = INT_NONE;
	enum letter_target target;
	const char *out = cli_opt(args, "out");
	bool blank = args->npos == 2; /* a form without a case */
	if (args->npos < 2 || args->npos > 3)
		return false;
	if (!blank && !matter_find_any(c->office, args->pos[1], &id, e))
		return false;
	if (!issue_read(c, args, &what, e) || !target_of(args, out, &target, e))
		return false;
	bool to = cli_opt(args, "to") != NULL;
	if (!cli_all_used(c, args, 3) || !cli_out_place(c, &out, e))
		return false;
	if (blank && !(what.kind = letter_kind_code(c, args->pos[1], e)))
		return false;
	if (!letter_preview(c->office, id, &what, blank, &c->arena, &doc, e))
		return false;
	if (!out && !to) {
		letter_out_preview(c, what.kind, doc);
		return true;
	}
	if (!letter_render_doc(c->office, doc, target, &c->arena, &made, e))
		return false;
	return letter_put(c, &made, out, target, e);
}

static bool issue_one(struct cli *c, int64_t id, const struct letter_issue *what, bool many, struct err *e)
{
	struct letter_issue one = *what;
	struct verb_call call;
	if (!cli_verb(c, verb_find("letter.issue"), id, &one, &call, e))
		return false;
	if (c->format == CLI_TEXT) {
		str_printf(&c->out, "%s\n", call.result);
		return true;
	}
	if (call.replayed && !letter_newest(c->office, id, one.kind, &one.letter_id, e))
		return false;
	if (many && c->format == CLI_JSON)
		str_char(&c->out, c->out.len ? ',' : '[');
	return letter_out(c, one.letter_id, false, e);
}

/* The same kind for several cases, numbered in the order in which they are named. One that is refused keeps none of the others back. */
static bool issue_each(struct cli *c, const int64_t *ids, const char *const *names, size_t n, const struct letter_issue *what, struct err *e)
{
	const char *first = NULL;
	size_t refused = 0;
	for (size_t i = 0; i < n; i++) {
		struct err why = {0};
		if (issue_one(c, ids[i], what, n > 1, &why))
			continue;
		if (n == 1 || why.code == ERR_SYSTEM || why.code == ERR_BUSY || why.code == ERR_DENIED) {
			*e = why;
			return false;
		}
		if (!refused++)
			first = arena_printf(&c->arena, _("%s：%s"), names[i], why.text);
	}
	if (n > 1 && c->format == CLI_JSON)
		str_add(&c->out, c->out.len ? "]" : "[]");
	if (refused)
		cli_faulty(c, arena_printf(&c->arena, _("出具%zu份，%zu份没有出具：%s"), n - refused, refused, first));
	return true;
}

static bool do_issue(struct cli *c, struct cli_args *args, struct err *e)
{
	struct letter_issue what;
	if (args->npos < 3)
		return false;
	size_t n = args->npos - 2;
	int64_t *ids = arena_array(&c->arena, int64_t, n);
	for (size_t i = 0; i < n; i++)
		if (!matter_find_any(c->office, args->pos[i + 1], &ids[i], e))
			return false;
	return issue_read(c, args, &what, e) && cli_all_used(c, args, n + 2) && issue_each(c, ids, args->pos + 1, n, &what, e);
}

static bool ids_read(struct cli *c, struct cli_args *args, int64_t **ids, size_t *n, struct err *e)
{
	*n = args->npos - 1;
	*ids = arena_array(&c->arena, int64_t, args->npos);
	for (size_t i = 0; i < *n; i++)
		if (!letter_find(c->office, args->pos[i + 1], &(*ids)[i], e))
			return false;
	return *n > 0;
}

/* A revoked letter is refused, and the refusal written down, before a file is touched. */
static bool all_stand(struct cli *c, const char *verb, const int64_t *ids, size_t n, const struct letter_output *made, struct err *e)
{
	for (size_t i = 0; i < n; i++) {
		struct letter l;
		if (!letter_load(c->office, ids[i], &c->arena, &l, e))
			return false;
		if (strcmp(l.state, "revoked") == 0 && strcmp(verb, "letter.print") == 0)
			return letter_record(c, verb, &ids[i], 1, made, e);
	}
	return true;
}

static bool do_print(struct cli *c, struct cli_args *args, const char *verb, struct err *e)
{
	struct letter_output made;
	int64_t *ids;
	size_t n;
	enum letter_target target;
	const char *out = cli_opt(args, "out"), *queue = cli_opt(args, "printer");
	int copies;
	enum letter_sides sides;
	const char *tray;
	bool copy = strcmp(verb, "letter.reprint") == 0;
	if (!ids_read(c, args, &ids, &n, e) || !target_of(args, out, &target, e) || !letter_copies_read(args, &copies, e) ||
		!letter_sides_read(args, &sides, &tray, e) || !cli_all_used(c, args, args->npos) || !cli_out_place(c, &out, e))
		return false;
	if (queue && out)
		return err_field(e, "out", _("--printer 与 --out 只能用一个"));
	if (copies && !queue)
		return err_field(e, "copies", _("--copies 只用于 --printer"));
	if (target == LETTER_PDF && !out && !queue)
		return err_field(e, "out", _("PDF 请用 --out 指定文件，或用 --printer 指定打印机"));
	struct letter_sending how = {.queue = queue, .target = target, .copy = copy, .copies = copies, .sides = sides, .tray = tray};
	if (queue)
		return cli_cmd(c, &how.cmd, e) && letter_to_printer(c, ids, n, &how, e);
	unsigned flags = (copy ? LETTER_COPY : 0u) | (sides == LETTER_BOTH_SIDES ? LETTER_DUPLEX : 0u);
	if (!letter_render(c->office, ids, n, target, flags, &c->arena, &made, e) || !all_stand(c, verb, ids, n, &made, e))
		return false;
	return letter_put(c, &made, out, target, e) && letter_record(c, verb, ids, n, &made, e);
}

static bool do_revoke(struct cli *c, struct cli_args *args, struct err *e)
{
	struct letter_revoke rec;
	struct verb_call call;
	int64_t id;
	record_clear(&letter_revoke_type, &rec);
	if (args->npos != 2)
		return false;
	if (!cli_record(c, args, &letter_revoke_type, &rec, e) || !cli_all_used(c, args, 2) || !letter_find(c->office, args->pos[1], &id, e) ||
		!cli_verb(c, verb_find("letter.revoke"), id, &rec, &call, e))
		return false;
	if (c->format == CLI_TEXT) {
		str_printf(&c->out, "%s\n", call.result);
		return true;
	}
	return letter_out(c, id, false, e);
}

/* The same said of each letter: one that is refused, because it was done before, keeps none of the others back. */
static bool verb_on_each(struct cli *c, const char *verb, const int64_t *ids, size_t n, const void *rec, struct err *e)
{
	const struct verb *v = verb_find(verb);
	struct err first = {0};
	size_t refused = 0;
	for (size_t i = 0; i < n; i++) {
		struct err why = {0};
		struct verb_call call;
		if (cli_verb(c, v, ids[i], arena_memdup(&c->arena, rec, v->args->size), &call, &why)) {
			if (c->format == CLI_TEXT)
				str_printf(&c->out, "%s\n", call.result);
			continue;
		}
		if (why.code != ERR_RULE || n == 1) {
			*e = why;
			return false;
		}
		if (!refused++)
			first = why;
	}
	return !refused || err_set(e, ERR_RULE, _("记下%zu份，%zu份没有记：%s"), n - refused, refused, first.text);
}

/* Sheets that jammed: each letter may be printed again. */
static bool do_jam(struct cli *c, struct cli_args *args, struct err *e)
{
	int64_t *ids;
	size_t n;
	const struct letter_revoke rec = {.reason = cli_opt(args, "reason")};
	return ids_read(c, args, &ids, &n, e) && cli_all_used(c, args, args->npos) && verb_on_each(c, "letter.jam", ids, n, &rec, e);
}

/* The same entry for each letter that went under the seal. */
static bool do_seal(struct cli *c, struct cli_args *args, const char *verb, struct err *e)
{
	int64_t *ids;
	size_t n;
	const struct verb *v = verb_find(verb);
	void *rec = arena_alloc(&c->arena, v->args->size), *one = arena_alloc(&c->arena, v->args->size);
	record_clear(v->args, rec);
	if (!ids_read(c, args, &ids, &n, e) || !cli_record(c, args, v->args, rec, e) || !cli_all_used(c, args, args->npos))
		return false;
	for (size_t i = 0; i < n; i++) {
		struct verb_call call;
		memcpy(one, rec, v->args->size);
		if (!cli_verb(c, v, ids[i], one, &call, e))
			return false;
		if (c->format == CLI_TEXT)
			str_printf(&c->out, "%s\n", call.result);
		else if (n == 1)
			return letter_out(c, ids[i], false, e);
	}
	return true;
}

/* What a person saw on the paper tray. */
static bool do_printed(struct cli *c, struct cli_args *args, struct err *e)
{
	int64_t *ids;
	size_t n;
	const struct letter_fate fate = {.state = cli_opt(args, "state"), .note = cli_opt(args, "note")};
	return ids_read(c, args, &ids, &n, e) && cli_all_used(c, args, args->npos) && verb_on_each(c, "letter.printed", ids, n, &fate, e);
}

static bool do_resume(struct cli *c, struct cli_args *args, struct err *e)
{
	int64_t id;
	struct letter_resumed r;
	const char *reason = cli_opt(args, "reason"), *to = cli_opt(args, "to");
	struct letter_sending how = {.queue = cli_opt(args, "printer"), .target = LETTER_PDF};
	if (args->npos != 2 || (to && !target_read(to, &how.target, e)) || !letter_copies_read(args, &how.copies, e) ||
		!letter_sides_read(args, &how.sides, &how.tray, e) || !cli_all_used(c, args, 2))
		return false;
	return cli_cmd(c, &how.cmd, e) && letter_find(c->office, args->pos[1], &id, e) && letter_resume(c->office, id, reason ? reason : _("卡纸"), &how, &c->arena, &r, e) &&
	       letter_out_resumed(c, &r);
}

static bool do_follow(struct cli *c, struct cli_args *args, struct err *e)
{
	struct letter_followed f;
	return args->npos == 1 && cli_all_used(c, args, 1) && letter_follow(c->office, &c->arena, &f, e) && letter_out_followed(c, &f);
}

static bool do_show(struct cli *c, struct cli_args *args, struct err *e)
{
	int64_t id;
	return args->npos == 2 && cli_all_used(c, args, 2) && letter_find(c->office, args->pos[1], &id, e) && letter_out(c, id, true, e);
}

static bool do_list(struct cli *c, struct cli_args *args, struct err *e)
{
	int64_t id = INT_NONE;
	if (!cli_all_used(c, args, 2) || (args->npos == 2 && !matter_find_any(c->office, args->pos[1], &id, e)))
		return false;
	return letter_out_list(c, id, e);
}

static bool run(struct cli *c, int argc, char **argv, struct err *e)
{
	struct cli_args args;
	if (!cli_parse(c, argc, argv, "", &args, e) || args.npos == 0 || !cli_office(c, e))
		return false;
	const char *word = args.pos[0];
	if (strcmp(word, "kinds") == 0)
		return cli_all_used(c, &args, 1) && letter_out_kinds(c, e);
	if (strcmp(word, "check") == 0)
		return cli_all_used(c, &args, 1) && letter_out_check(c, e);
	if (strcmp(word, "list") == 0)
		return do_list(c, &args, e);
	if (strcmp(word, "preview") == 0)
		return do_preview(c, &args, e);
	if (strcmp(word, "issue") == 0)
		return do_issue(c, &args, e);
	if (strcmp(word, "show") == 0)
		return do_show(c, &args, e);
	if (strcmp(word, "revoke") == 0)
		return do_revoke(c, &args, e);
	if (strcmp(word, "jam") == 0)
		return do_jam(c, &args, e);
	if (strcmp(word, "seal") == 0 || strcmp(word, "unseal") == 0)
		return do_seal(c, &args, arena_printf(&c->arena, "letter.%s", word), e);
	if (strcmp(word, "printed") == 0)
		return do_printed(c, &args, e);
	if (strcmp(word, "resume") == 0)
		return do_resume(c, &args, e);
	if (strcmp(word, "follow") == 0)
		return do_follow(c, &args, e);
	if (strcmp(word, "print") == 0 || strcmp(word, "reprint") == 0)
		return do_print(c, &args, arena_printf(&c->arena, "letter.%s", word), e);
	return false;
}

const struct cli_noun cli_letter = {
	"letter", N_("文书"),
	"letter kinds\n"
	"letter list [ID]\n"
	"letter preview [ID] KIND [--on D] [--slot NAME=VALUE…] [--to pdf|text|gb18030] [--out FILE]\n"
	"letter issue ID… KIND [--on D] [--slot NAME=VALUE…]\n"
	"letter show NUMBER\n"
	"letter print NUMBER… [--printer Q [--copies N] [--duplex yes|no] [--tray NAME] | --out FILE] [--to pdf|text|gb18030]\n"
	"letter reprint NUMBER… [--printer Q [--copies N] [--duplex yes|no] [--tray NAME] | --out FILE] [--to pdf|text|gb18030]\n"
	"letter jam NUMBER… --reason …\n"
	"letter resume NUMBER [--reason …] [--printer Q] [--copies N] [--duplex yes|no] [--tray NAME] [--to text|gb18030]\n"
	"letter printed NUMBER… [--state done|failed] [--note …]\n"
	"letter seal NUMBER… [--on D] [--seal …] [--copies N] [--by …] [--approved_by …]\n"
	"letter unseal NUMBER… --reason …\n"
	"letter follow\n"
	"letter revoke NUMBER --reason …\n"
	"letter check",
	run,
};
