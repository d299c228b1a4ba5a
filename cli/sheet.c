/* gwgk sheet …: forms and papers of the office, blank or filled from its data. */
#include <string.h>

#include "base/text.h"
#include "cli/letter_out.h"
#include "cli/nouns.h"
#include "cli/sheet_out.h"
#include "office/matter.h"
#include "office/sheet.h"

static bool do_list(struct cli *c, struct err *e)
{
	struct sheet_kind *rows;
	size_t n;
	if (!sheet_kinds(c->office, &c->arena, &rows, &n, e))
		return false;
	if (c->format == CLI_JSON) {
		struct json j = json_new(&c->out);
		json_open(&j, NULL, '[');
		for (size_t i = 0; i < n; i++) {
			json_open(&j, NULL, '{');
			json_text(&j, "kind", rows[i].kind);
			json_text(&j, "title", rows[i].name);
			json_bool(&j, "of_case", rows[i].of_case);
			json_int(&j, "copies", rows[i].copies);
			json_close(&j);
		}
		json_close(&j);
		str_char(&c->out, '\n');
		return true;
	}
	struct cli_table t = cli_table_new(c, _("kind=代码 title=名称 of_case=按办件填写 copies=份数"));
	for (size_t i = 0; i < n; i++)
		cli_row(&t, rows[i].kind, rows[i].name, c->format == CLI_CSV ? rows[i].of_case ? "yes" : "no" : rows[i].of_case ? _("是") : "",
			arena_printf(&c->arena, "%d", rows[i].copies));
	cli_table_print(&t);
	return true;
}

struct wish {
	const char *kind;
	int64_t *matters;
	size_t nmatters;
	bool blank;
	daynum from, to;
	const char *body, *party;
	struct letter_slot *slots;
	size_t nslots; /* with the size of the envelope, where it is said */
};

static bool slots_read(struct cli *c, struct cli_args *args, struct wish *w, struct err *e)
{
	while (cli_opt_n(args, "slot", w->nslots))
		w->nslots++;
	const char *size = cli_opt(args, "size");
	w->slots = arena_array(&c->arena, struct letter_slot, w->nslots + 2);
	for (size_t i = 0; i < w->nslots; i++) {
		const char *s = cli_opt_n(args, "slot", i), *eq = strchr(s, '=');
		if (!eq || eq == s)
			return err_field(e, "slot", _("--slot 应为 栏目=内容：“%s”"), s);
		w->slots[i] = (struct letter_slot){arena_strndup(&c->arena, s, (size_t)(eq - s)), text_clean(&c->arena, eq + 1, true)};
	}
	if (size && strcmp(w->kind, "envelope"))
		return err_field(e, "size", _("--size 只用于信封"));
	if (size)
		w->slots[w->nslots++] = (struct letter_slot){"envelope", size};
	return true;
}

static bool wish_read(struct cli *c, struct cli_args *args, struct wish *w, struct err *e)
{
	const char *from = cli_opt(args, "from"), *to = cli_opt(args, "until"), *blank = cli_opt(args, "blank");
	*w = (struct wish){.from = DAY_NONE, .to = DAY_NONE, .body = cli_opt(args, "body"), .party = cli_opt(args, "party"), .blank = blank && strcmp(blank, "no") != 0};
	if ((from && !cli_day(c, "from", from, &w->from, e)) || (to && !cli_day(c, "until", to, &w->to, e)))
		return false;
	if (!(w->kind = letter_kind_code(c, args->pos[1], e)) || !slots_read(c, args, w, e))
		return false;
	w->nmatters = args->npos - 2;
	w->matters = arena_array(&c->arena, int64_t, w->nmatters + 1);
	for (size_t i = 0; i < w->nmatters; i++)
		if (!matter_find_any(c->office, args->pos[i + 2], &w->matters[i], e))
			return false;
	return true;
}

/* The papers that gather from the whole office; the year up to today where no days are given. */
static bool of_office(struct cli *c, const struct wish *w, struct doc **doc, bool *mine, struct err *e)
{
	daynum today = desk_today(c->office->desk);
	*mine = true;
	if (w->blank)
		*mine = false;
	else if (!strcmp(w->kind, "due_list"))
		return sheet_today(c->office, &c->arena, doc, e);
	else if (!strcmp(w->kind, "labels"))
		return sheet_labels(c->office, w->matters, w->nmatters, &c->arena, doc, e);
	else if (!strcmp(w->kind, "transfer_list"))
		return sheet_transfer(c->office, w->from == DAY_NONE ? day_make(day_year(today), 1, 1) : w->from, w->to == DAY_NONE ? today : w->to,
			w->body, &c->arena, doc, e);
	else
		*mine = false;
	return true;
}

/* To a third party or another office; what was typed comes first. */
static bool addressed_to(struct cli *c, const struct wish *w, int64_t matter_id, struct sheet *what, struct err *e)
{
	struct letter_slot *slots = arena_array(&c->arena, struct letter_slot, w->nslots + SHEET_PARTY_SLOTS);
	for (size_t i = 0; i < w->nslots; i++)
		slots[i] = w->slots[i];
	what->slots = slots;
	what->nslots = w->nslots + SHEET_PARTY_SLOTS;
	return sheet_party(c->office, matter_id, w->party, &c->arena, slots + w->nslots, e);
}

static bool make_all(struct cli *c, const struct wish *w, struct doc ***docs, size_t *n, struct err *e)
{
	bool mine;
	*n = w->nmatters ? w->nmatters : 1;
	*docs = arena_array(&c->arena, struct doc *, *n);
	if (!of_office(c, w, *docs, &mine, e))
		return false;
	if (mine) {
		*n = 1;
		return true;
	}
	struct sheet what = {.kind = w->kind, .matter_id = INT_NONE, .blank = w->blank, .on = DAY_NONE, .slots = w->slots, .nslots = w->nslots};
	if (!w->nmatters && !w->blank)
		return err_field(e, "id", _("要写办件编号；空白的加 --blank"));
	for (size_t i = 0; i < *n; i++) {
		what.matter_id = w->nmatters ? w->matters[i] : INT_NONE;
		if (w->party && !addressed_to(c, w, what.matter_id, &what, e))
			return false;
		if (!sheet_make(c->office, &what, &c->arena, &(*docs)[i], e))
			return false;
	}
	return true;
}

static bool do_print(struct cli *c, struct cli_args *args, struct err *e)
{
	struct wish w;
	struct sheet_target to;
	struct doc **docs;
	size_t n;
	if (args->npos < 2 || !wish_read(c, args, &w, e) || !sheet_target_read(args, &to, e) || !cli_all_used(c, args, args->npos))
		return false;
	return make_all(c, &w, &docs, &n, e) && sheet_put(c, docs, n, w.kind, letter_copies(c->office, w.kind, &c->arena), &to, e);
}

static bool run(struct cli *c, int argc, char **argv, struct err *e)
{
	struct cli_args args;
	if (!cli_parse(c, argc, argv, "blank", &args, e) || args.npos == 0 || !cli_office(c, e))
		return false;
	if (strcmp(args.pos[0], "list") == 0)
		return cli_all_used(c, &args, 1) && do_list(c, e);
	return strcmp(args.pos[0], "print") == 0 && do_print(c, &args, e);
}

const struct cli_noun cli_sheet = {
	"sheet", N_("用纸和表"),
	"sheet list\n"
	"sheet print KIND [ID…] [--slot NAME=VALUE…] [--to pdf|text|gb18030]\n"
	"               [--out FILE | --printer Q [--copies N] [--duplex yes|no] [--tray NAME]]\n"
	"sheet print KIND --blank [--out FILE | --printer Q [--copies N]]\n"
	"sheet print envelope ID… [--party NAME] [--size a4|b6|dl|zl|c5|c4] [--out FILE | --printer Q]\n"
	"sheet print labels ID… [--out FILE | --printer Q]\n"
	"sheet print transfer_list [--from D] [--until D] [--body …] [--out FILE | --printer Q]",
	run,
};
