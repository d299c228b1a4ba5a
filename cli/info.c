/* info: register change list show review confirmed publish withdraw revise void overdue import. */
#include <string.h>
#include "cli/file.h"
#include "cli/nouns.h"
#include "office/catalogue.h"
#include "office/directory.h"
#include "office/info.h"

static bool print_one(struct cli *c, int64_t row, struct err *e)
{
	struct info i;
	if (!info_load(c->office, row, &c->arena, &i, e))
		return false;
	if (c->format != CLI_JSON) {
		cli_show(c, &info_type, &i);
		return true;
	}
	struct json j = json_new(&c->out);
	json_record(&j, NULL, &info_type, &i, false);
	return true;
}

static void print_list(struct cli *c, const struct info_list *l)
{
	struct arena *a = &c->arena;
	if (c->format == CLI_JSON) {
		struct json j = json_new(&c->out);
		j.mask = true;
		json_open(&j, NULL, '[');
		for (size_t i = 0; i < l->n; i++)
			json_record(&j, NULL, &info_type, &l->rows[i], false);
		json_close(&j);
		return;
	}
	struct cli_table t = cli_table_new(c, _("id=编号 item=事项 title=标题 unit=部门 formed=形成 due=期限 left=剩余 state=状态 first_published=首次公开"));
	for (size_t k = 0; k < l->n; k++) {
		const struct info *i = &l->rows[k];
		char formed[DAY_ISO], due[DAY_ISO], first[DAY_ISO];
		cli_row(&t, i->id, arena_printf(a, "%lld", (long long)i->f.item), i->f.title, i->f.unit, day_iso(i->f.formed, formed),
			arena_printf(a, "%s%s", day_iso(i->due, due), i->provisional && c->format == CLI_TEXT ? "*" : ""),
			i->left == INT_NONE ? "" : arena_printf(a, "%lld", (long long)i->left),
			c->format == CLI_CSV ? i->state : choice_label(info_states, i->state), day_iso(i->first_published, first));
	}
	cli_table_print(&t);
}

static bool pick_item(struct cli *c, const char *typed, int64_t *out, struct err *e)
{
	*out = INT_NONE;
	return !typed || catalogue_pick(c->office, "item", typed, &c->arena, out, e);
}

static bool list(struct cli *c, struct cli_args *args, bool overdue, struct err *e)
{
	struct info_filter f = {.from = INT_NONE, .item = INT_NONE, .unit_id = INT_NONE, .overdue = overdue};
	const char *unit = cli_opt(args, "unit"), *state = cli_opt(args, "state"), *disposition = cli_opt(args, "disposition");
	int64_t limit;
	f.text = cli_opt(args, "text");
	if (!pick_item(c, cli_opt(args, "item"), &f.item, e) || !cli_count(args, "limit", 0, &limit, e))
		return false;
	if (unit && !directory_pick(c->office, &directory_unit, "unit", unit, &c->arena, &f.unit_id, e))
		return false;
	const struct choice *s = state ? choice_find(info_states, state) : NULL;
	const struct choice *d = disposition ? choice_find(info_dispositions, disposition) : NULL;
	if (state && !s)
		return err_field(e, "state", _("状态：没有“%s”"), state);
	if (disposition && !d)
		return err_field(e, "disposition", _("公开属性：没有“%s”"), disposition);
	f.state = s ? s->code : NULL;
	f.disposition = d ? d->code : NULL;
	f.limit = limit > 0 ? (size_t)limit : 0;
	struct info_list l;
	if (!cli_all_used(c, args, 1) || !info_page(c->office, &f, &c->arena, &l, e))
		return false;
	print_list(c, &l);
	return true;
}

/* A catalogue item may be typed as its number, name or pinyin: the number is what the record takes. */
static bool settle_item(struct cli *c, struct cli_args *args, struct err *e)
{
	for (size_t i = 0; i < args->nopt; i++) {
		int64_t number;
		if (strcmp(args->opt[i].name, "item") != 0)
			continue;
		if (!catalogue_pick(c->office, "item", args->opt[i].value, &c->arena, &number, e))
			return false;
		args->opt[i].value = arena_printf(&c->arena, "%lld", (long long)number);
	}
	return true;
}

static bool act(struct cli *c, const struct verb *v, struct cli_args *args, struct err *e)
{
	struct verb_call call;
	int64_t row = INT_NONE;
	size_t words = v->creates ? 1 : 2;
	void *rec = arena_alloc(&c->arena, v->args->size);
	record_clear(v->args, rec);
	if (!v->creates && !cli_word_at(args, 1))
		return false;
	if ((!v->creates && !info_find(c->office, args->pos[1], &row, e)) || !settle_item(c, args, e) || !cli_record(c, args, v->args, rec, e) ||
		!cli_version(args, v->args, rec, e))
		return false;
	if (!cli_all_used(c, args, words) || !cli_verb(c, v, row, rec, &call, e))
		return false;
	if (c->format != CLI_TEXT)
		return print_one(c, call.subject_id, e);
	str_printf(&c->out, "%s\n", call.result);
	return true;
}

static bool import(struct cli *c, struct cli_args *args, struct err *e)
{
	bool dry = cli_opt(args, "dry-run") != NULL;
	struct info_plan plan;
	char *text;
	if (!cli_word_at(args, 1) || !cli_all_used(c, args, 2))
		return false;
	if (!cli_file_text(c, args->pos[1], &text, e) || !info_import_plan(c->office, text, &c->arena, &plan, e))
		return false;
	struct info_import_args rec = {.text = text};
	struct verb_call call;
	if (!dry && (plan.added || plan.published) && !cli_verb(c, &info_import, INT_NONE, &rec, &call, e))
		return false;
	if (c->format == CLI_JSON) {
		struct json j = json_new(&c->out);
		json_open(&j, NULL, '{');
		json_int(&j, "added", (int64_t)plan.added);
		json_int(&j, "published", (int64_t)plan.published);
		json_int(&j, "same", (int64_t)plan.same);
		json_bool(&j, "dry_run", dry);
		json_close(&j);
		return true;
	}
	str_printf(&c->out, "%s%s", plan.words, dry ? _("（试导入，未改动）\n") : "");
	str_printf(&c->out, _("新增 %zu 条信息，%zu 次公开，%zu 行已有\n"), plan.added, plan.published, plan.same);
	return true;
}

static bool run(struct cli *c, int argc, char **argv, struct err *e)
{
	struct cli_args args;
	if (!cli_parse(c, argc, argv, "dry-run", &args, e))
		return false;
	const char *word = cli_word_at(&args, 0);
	if (!word)
		return false;
	const struct verb *v = verb_find(arena_printf(&c->arena, "info.%s", word));
	bool lists = !strcmp(word, "list") || !strcmp(word, "overdue");
	if (!v && !lists && strcmp(word, "show") != 0)
		return false;
	if (!cli_office(c, e))
		return false;
	if (lists)
		return list(c, &args, !strcmp(word, "overdue"), e);
	if (v == &info_import)
		return import(c, &args, e);
	if (v)
		return act(c, v, &args, e);
	int64_t row;
	if (!cli_word_at(&args, 1) || !cli_all_used(c, &args, 2))
		return false;
	return info_find(c->office, args.pos[1], &row, e) && print_one(c, row, e);
}

const struct cli_noun cli_info = {
	.name = "info",
	.label = N_("信息：登记、审查、公开"),
	.usage = N_("info register --item N [--element K] --title 标题 --formed 日期 [--字段 值…]\n"
		    "info change 编号 --reason 理由 [--version N] [--字段 值…]\n"
		    "info list [--state 状态] [--item N] [--unit 部门] [--disposition 属性] [--text 文字] [--limit N]\n"
		    "info overdue [--item N] [--unit 部门]\n"
		    "info show 编号\n"
		    "info review 编号 --step unit|office|superior --result pass|partial|refuse|escalate --reviewer 姓名 [--on 日期] [--reason 理由] [--approval_ref 单号]\n"
		    "info confirmed 编号 --ref 文书 [--on 日期]\n"
		    "info publish 编号 --channel 渠道 [--on 日期] [--place 网址或地点] [--evidence 凭证]\n"
		    "info withdraw 编号 --reason 理由 [--on 日期] [--channel 渠道]\n"
		    "info revise 编号 --changed 日期 [--title 标题] [--summary 概述] [--reason 内容]\n"
		    "info handover 编号 --to 操作员 [--on 日期] [--reason 原因]\n"
		    "info void 编号 --reason 理由\n"
		    "info import 文件 [--dry-run]"),
	.run = run,
};
