/* unit, person, body and who. */
#include <string.h>
#include "cli/file.h"
#include "cli/handover.h"
#include "cli/nouns.h"
#include "office/directory.h"
#include "office/who.h"

static void json_row(struct json *j, const struct directory_noun *noun, const struct record_type *t, const struct directory_head *row,
	daynum today)
{
	(void)noun;
	json_open(j, NULL, '{');
	json_int(j, "id", row->id);
	json_record_fields(j, t, row, false);
	json_text(j, "state", row->closed_on == DAY_NONE || row->closed_on > today ? "active" : "closed");
	json_int(j, "version", row->version);
	json_close(j);
}

static void print_rows(struct cli *c, const struct directory_noun *noun, const struct directory_list *l)
{
	if (c->format == CLI_JSON) {
		struct json j = json_new(&c->out);
		json_open(&j, NULL, '[');
		for (size_t i = 0; i < l->n; i++)
			json_row(&j, noun, l->type, directory_at(l, i), desk_today(&c->desk));
		json_close(&j);
		return;
	}
	struct str head = str_new(&c->arena);
	str_add(&head, _("id=号"));
	for (const struct field *f = l->type->fields; f->name; f++)
		str_printf(&head, " %s=%s", f->name, f->label);
	struct cli_table t = cli_table_new(c, head.s);
	t.whole = true;
	for (size_t i = 0; i < l->n; i++) {
		const char *cell[12] = {arena_printf(&c->arena, "%lld", (long long)directory_at(l, i)->id)};
		size_t k = 1;
		for (const struct field *f = l->type->fields; f->name && k < 12; f++)
			cell[k++] = (c->format == CLI_CSV ? record_stored : record_shown)(f, directory_at(l, i), &c->arena);
		cli_row(&t, cell[0], cell[1], cell[2], cell[3], cell[4], cell[5], cell[6], cell[7], cell[8], cell[9], cell[10], cell[11]);
	}
	cli_table_print(&t);
}

static bool print_one(struct cli *c, const struct directory_noun *noun, int64_t id, const char *result, struct err *e)
{
	struct directory_head *row;
	if (c->format == CLI_TEXT && result) {
		str_printf(&c->out, "%s\n", result);
		return true;
	}
	if (!directory_get(c->office, noun, id, &c->arena, &row, e))
		return false;
	const struct record_type *t = noun == &directory_unit ? &unit_type : noun == &directory_person ? &person_type : &body_type;
	if (c->format != CLI_JSON) {
		cli_show(c, t, row);
		return true;
	}
	struct json j = json_new(&c->out);
	json_row(&j, noun, t, row, desk_today(&c->desk));
	return true;
}

static const struct verb *verb_of(struct cli *c, const char *noun, const char *verb)
{
	return verb_find(arena_printf(&c->arena, "%s.%s", noun, verb));
}

static bool edit(struct cli *c, const char *name, struct cli_args *args, struct err *e)
{
	const struct directory_noun *noun = directory_noun(name);
	const struct verb *v = verb_of(c, name, args->pos[0]);
	struct directory_head *row;
	struct verb_call call;
	int64_t id = INT_NONE;
	size_t words = 1;
	if (v->creates) {
		row = arena_alloc(&c->arena, v->args->size);
		record_clear(v->args, row);
	} else {
		words = 2;
		if (!cli_word_at(args, 1))
			return false;
		if (!directory_pick(c->office, noun, name, args->pos[1], &c->arena, &id, e) || !directory_get(c->office, noun, id, &c->arena, &row, e))
			return false;
	}
	if (!cli_record(c, args, v->args, row, e) || !cli_all_used(c, args, words) || !cli_verb(c, v, id, row, &call, e))
		return false;
	return print_one(c, noun, call.subject_id, call.result, e);
}

static bool assign(struct cli *c, const char *name, struct cli_args *args, struct err *e)
{
	const struct directory_noun *noun = directory_noun(name);
	const struct verb *v = verb_of(c, name, "assign");
	struct directory_assign *rec = arena_new(&c->arena, struct directory_assign);
	struct verb_call call;
	int64_t id;
	record_clear(v->args, rec);
	if (!cli_word_at(args, 1))
		return false;
	if (!directory_pick(c->office, noun, name, args->pos[1], &c->arena, &id, e) || !cli_record(c, args, v->args, rec, e))
		return false;
	struct str items = str_new(&c->arena);
	for (size_t i = 2; i < args->npos; i++)
		str_printf(&items, "%s%s", items.len ? "," : "", args->pos[i]);
	if (items.len)
		rec->items = items.s;
	if (!cli_all_used(c, args, args->npos) || !cli_verb(c, v, id, rec, &call, e))
		return false;
	return print_one(c, noun, id, call.result, e);
}

static bool import(struct cli *c, const char *name, struct cli_args *args, struct err *e)
{
	const struct directory_noun *noun = directory_noun(name);
	struct directory_import *rec = arena_new(&c->arena, struct directory_import);
	bool dry = cli_opt(args, "dry-run") != NULL;
	struct directory_plan plan;
	char *text;
	if (!cli_word_at(args, 1) || !cli_all_used(c, args, 2))
		return false;
	if (!cli_file_text(c, args->pos[1], &text, e) || !directory_import_plan(c->office, noun, text, &c->arena, &plan, e))
		return false;
	rec->text = text;
	if (!dry && (plan.added || plan.changed)) {
		struct verb_call call;
		if (!cli_verb(c, verb_of(c, name, "import"), INT_NONE, rec, &call, e))
			return false;
	}
	if (c->format == CLI_JSON) {
		struct json j = json_new(&c->out);
		json_open(&j, NULL, '{');
		json_int(&j, "added", (int64_t)plan.added);
		json_int(&j, "changed", (int64_t)plan.changed);
		json_bool(&j, "dry_run", dry);
		json_open(&j, "differences", '[');
		for (const char *p = plan.words; *p; p += strcspn(p, "\n") + 1)
			json_text(&j, NULL, arena_strndup(&c->arena, p, strcspn(p, "\n")));
		json_close(&j);
		json_close(&j);
		return true;
	}
	str_add(&c->out, plan.words);
	str_printf(&c->out, _("新增 %zu，修改 %zu%s\n"), plan.added, plan.changed, dry ? _("（只是试算）") : "");
	return true;
}

static bool run(struct cli *c, const char *name, int argc, char **argv, struct err *e)
{
	struct cli_args args;
	if (!cli_parse(c, argc, argv, "dry-run all", &args, e) || !args.npos)
		return false;
	const char *verb = args.pos[0];
	if (!strcmp(verb, "list")) {
		struct directory_list l;
		bool closed = cli_opt(&args, "all") != NULL;
		if (!cli_all_used(c, &args, 1) || !cli_office(c, e) || !directory_load(c->office, directory_noun(name), closed, &c->arena, &l, e))
			return false;
		print_rows(c, directory_noun(name), &l);
		return true;
	}
	if (!strcmp(verb, "show")) {
		int64_t id;
		return cli_word_at(&args, 1) && cli_all_used(c, &args, 2) && cli_office(c, e) &&
			directory_pick(c->office, directory_noun(name), name, args.pos[1], &c->arena, &id, e) &&
			print_one(c, directory_noun(name), id, NULL, e);
	}
	if (!strcmp(verb, "handover") && !strcmp(name, "person"))
		return cli_office(c, e) && cli_handover(c, name, &args, e);
	static const struct {
		const char *name;
		bool (*run)(struct cli *c, const char *name, struct cli_args *args, struct err *e);
	} verbs[] = {{"add", edit}, {"change", edit}, {"assign", assign}, {"import", import}};
	for (size_t i = 0; i < sizeof verbs / sizeof *verbs; i++)
		if (!strcmp(verb, verbs[i].name))
			return cli_office(c, e) && verbs[i].run(c, name, &args, e);
	return false;
}

static bool run_unit(struct cli *c, int argc, char **argv, struct err *e)
{
	return run(c, "unit", argc, argv, e);
}

static bool run_person(struct cli *c, int argc, char **argv, struct err *e)
{
	return run(c, "person", argc, argv, e);
}

static bool run_body(struct cli *c, int argc, char **argv, struct err *e)
{
	return run(c, "body", argc, argv, e);
}

static bool run_who(struct cli *c, int argc, char **argv, struct err *e)
{
	struct cli_args args;
	struct who *rows;
	size_t n;
	if (!cli_parse(c, argc, argv, "", &args, e) || !args.npos || !cli_all_used(c, &args, args.npos))
		return false;
	struct str query = str_new(&c->arena);
	for (size_t i = 0; i < args.npos; i++)
		str_printf(&query, "%s%s", i ? " " : "", args.pos[i]);
	if (!cli_office(c, e) || !who_find(c->office, query.s, &c->arena, &rows, &n, e))
		return false;
	if (c->format == CLI_JSON) {
		struct json j = json_new(&c->out);
		json_open(&j, NULL, '[');
		for (size_t i = 0; i < n; i++)
			json_record(&j, NULL, &who_type, &rows[i], false);
		json_close(&j);
		return true;
	}
	struct cli_table t = cli_table_new(c, _("item=序号 name=事项 unit=部门 person=责任人 deputy=代理人 phone=电话 room=地点 elsewhere=由外单位负责"));
	t.whole = true;
	for (size_t i = 0; i < n; i++)
		cli_row(&t, rows[i].item == INT_NONE ? "" : arena_printf(&c->arena, "%lld", (long long)rows[i].item), rows[i].name, rows[i].unit,
			rows[i].person, rows[i].deputy, rows[i].phone, rows[i].room, rows[i].elsewhere);
	if (n || c->format == CLI_CSV)
		cli_table_print(&t);
	else
		str_add(&c->out, _("没有找到\n"));
	return true;
}

const struct cli_noun cli_unit = {
	.name = "unit", .label = N_("部门"), .run = run_unit,
	.usage = N_("unit list [--all]\nunit show 部门\nunit add --name [--code --parent --phone --room]\n"
		"unit change 部门 [--name --code --parent --phone --room --closed_on]\nunit assign 部门 序号…\nunit import 文件 [--dry-run]"),
};
const struct cli_noun cli_person = {
	.name = "person", .label = N_("人员"), .run = run_person,
	.usage = N_("person list [--all]\nperson show 姓名\nperson add --name [--unit --title --phone --room]\n"
		"person change 姓名 [--name --unit --title --phone --room --left_on]\nperson assign 姓名 序号… [--deputy yes]\n"
		"person handover 移交人 --to 接手人 [--cases no] [--on 日期] [--reason 原因] [--dry-run]\n"
		"person import 文件 [--dry-run]"),
};
const struct cli_noun cli_body = {
	.name = "body", .label = N_("外单位"), .run = run_body,
	.usage = N_("body list [--all]\nbody show 名称\nbody add --name --kind superior|sister|hotline|petition|local|other [--holds --items --phone --address --hours --contact]\n"
		"body change 名称 [同上，--closed_on]\nbody assign 名称 序号…\nbody import 文件 [--dry-run]"),
};
const struct cli_noun cli_who = {
	.name = "who", .label = N_("谁负责"), .run = run_who, .usage = N_("who 事项|姓名|部门|电话|拼音"),
};
