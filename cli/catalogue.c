#include <stdio.h>
#include <string.h>
#include "base/encoding.h"
#include "base/file.h"
#include "base/text.h"
#include "cli/file.h"
#include "cli/nouns.h"
#include "office/catalogue.h"

/* ①③④ one by one. */
static void json_marks(struct json *j, const char *key, const char *marks)
{
	json_open(j, key, '[');
	for (const char *p = marks; p && *p;) {
		uint32_t cp;
		size_t used = utf8_next(p, strlen(p), &cp);
		char one[5] = "";
		memcpy(one, p, used < 5 ? used : 4);
		if (cp != ',' && cp != ' ')
			json_text(j, NULL, one);
		p += used;
	}
	json_close(j);
}

static void json_words(struct json *j, const char *key, const char *list, struct arena *a)
{
	json_open(j, key, '[');
	for (const char *p = list; p && *p;) {
		size_t n = strcspn(p, ",");
		json_text(j, NULL, arena_strndup(a, p, n));
		p += n + (p[n] == ',');
	}
	json_close(j);
}

static void json_channels(struct json *j, const struct item *i)
{
	json_open(j, "channels", '[');
	for (size_t k = 0; channel_list[k].code; k++) {
		bool recommended = item_recommends(i, channel_list[k].code);
		if (k >= CHANNELS_OFFERED && !recommended)
			continue;
		json_open(j, NULL, '{');
		json_text(j, "code", channel_list[k].code);
		json_text(j, "name", item_channel_name(i, channel_list[k].code));
		json_bool(j, "recommended", recommended);
		json_close(j);
	}
	json_close(j);
}

static void json_item(struct json *j, const char *key, const struct item *i, struct arena *a)
{
	json_open(j, key, '{');
	json_int(j, "number", i->number);
	json_text(j, "group", i->group);
	json_text(j, "name", i->name);
	json_text(j, "content", i->content);
	json_marks(j, "basis", i->basis);
	json_words(j, "publishers", i->publishers, a);
	json_channels(j, i);
	json_text(j, "audience", i->audience);
	json_text(j, "mode", i->mode);
	json_text(j, "note", i->note);
	json_text(j, "raw", i->raw);
	json_open(j, "elements", '[');
	for (size_t k = 0; k < i->nelements; k++) {
		const struct element *x = &i->elements[k];
		json_open(j, NULL, '{');
		json_int(j, "k", x->k);
		json_text(j, "text", x->text);
		json_text(j, "rule", x->rule);
		json_text(j, "rule_text", x->deadline);
		json_bool(j, "ours", item_ours(i));
		json_close(j);
	}
	json_close(j);
	json_bool(j, "ours", item_ours(i));
	json_bool(j, "shared", item_shared(i));
	json_text(j, "unit", i->unit);
	json_text(j, "person", i->person);
	json_text(j, "deputy", i->deputy);
	json_text(j, "phone", i->phone);
	json_text(j, "source", i->source);
	json_day(j, "valid_from", i->valid_from);
	json_day(j, "valid_to", i->valid_to);
	json_text(j, "state", i->valid_to == DAY_NONE ? "in_force" : "retired");
	json_int(j, "id", i->id);
	json_int(j, "version", i->version);
	json_close(j);
}

static const char *channels_shown(const struct item *i, struct arena *a)
{
	struct str s = str_new(a);
	for (size_t k = 0; channel_list[k].code; k++)
		if (item_recommends(i, channel_list[k].code))
			str_printf(&s, "%s%s", s.len ? _("、") : "", item_channel_name(i, channel_list[k].code));
	return s.s;
}

/* "WD(20)", or each element's where they differ: "WD(3) FIX(01-31)". */
static const char *rules_shown(const struct item *i, struct arena *a)
{
	struct str s = str_new(a);
	for (size_t k = 0; k < i->nelements; k++)
		if (!k || strcmp(i->elements[k].rule, i->elements[k - 1].rule))
			str_printf(&s, "%s%s", s.len ? " " : "", i->elements[k].rule);
	return s.s;
}

static void json_list(struct cli *c, const struct catalogue *cat)
{
	struct json j = json_new(&c->out);
	json_open(&j, NULL, '[');
	for (size_t k = 0; k < cat->n; k++)
		json_item(&j, NULL, &cat->items[k], &c->arena);
	json_close(&j);
}

static bool list(struct cli *c, struct cli_args *args, struct err *e)
{
	daynum on = desk_today(&c->desk);
	const char *typed = cli_opt(args, "on");
	struct catalogue cat;
	if ((typed && !cli_day(c, "on", typed, &on, e)) || !cli_all_used(c, args, 1) || !catalogue_load(c->office, on, &c->arena, &cat, e))
		return false;
	if (c->format == CLI_JSON) {
		json_list(c, &cat);
		return true;
	}
	struct cli_table t = cli_table_new(c, _("number=序号 group=一级事项 name=二级事项 rule=期限规则 publishers=公开主体 unit=部门 person=责任人 channels=推荐渠道"));
	for (size_t k = 0; k < cat.n; k++) {
		const struct item *i = &cat.items[k];
		cli_row(&t, arena_printf(&c->arena, "%lld", (long long)i->number), i->group, i->name, rules_shown(i, &c->arena), i->publishers,
			i->unit, i->person, channels_shown(i, &c->arena));
	}
	cli_table_print(&t);
	return true;
}

static void show_elements(struct cli *c, const struct item *i)
{
	for (size_t k = 0; k < i->nelements; k++) {
		const struct element *x = &i->elements[k];
		str_printf(&c->out, _("  %lld. %s  %s  %s%s\n"), (long long)x->k, x->text, x->rule, x->deadline, item_ours(i) ? "" : _("（不由本关公开）"));
	}
}

static bool print_item(struct cli *c, int64_t number, daynum on, struct err *e)
{
	struct item i;
	if (!catalogue_item(c->office, number, on, &c->arena, &i, e))
		return false;
	if (c->format == CLI_JSON) {
		struct json j = json_new(&c->out);
		json_item(&j, NULL, &i, &c->arena);
		return true;
	}
	cli_show(c, &item_type, &i);
	if (c->format == CLI_TEXT)
		show_elements(c, &i);
	return true;
}

static bool show(struct cli *c, struct cli_args *args, struct err *e)
{
	const char *word = cli_word_at(args, 1), *typed = cli_opt(args, "on");
	daynum on = desk_today(&c->desk);
	int64_t number;
	if (!word || (typed && !cli_day(c, "on", typed, &on, e)) || !cli_all_used(c, args, 2))
		return false;
	return catalogue_pick(c->office, "number", word, &c->arena, &number, e) && print_item(c, number, on, e);
}

/* add, change, retire: the record's options, the verb, then the item as it now is. */
static bool change(struct cli *c, struct cli_args *args, struct err *e)
{
	const struct verb *v = verb_find(arena_printf(&c->arena, "catalogue.%s", args->pos[0]));
	struct item_args *rec = arena_new(&c->arena, struct item_args);
	struct verb_call call;
	int64_t number = INT_NONE;
	record_clear(v->args, rec);
	if (!v->creates) {
		if (!cli_word_at(args, 1))
			return false;
		if (!catalogue_pick(c->office, "number", args->pos[1], &c->arena, &number, e))
			return false;
	}
	if (!cli_record(c, args, v->args, rec, e) || !cli_all_used(c, args, v->creates ? 1 : 2) || !cli_verb(c, v, number, rec, &call, e))
		return false;
	if (c->format == CLI_JSON)
		return print_item(c, call.subject_id, rec->on == DAY_NONE ? desk_today(&c->desk) : rec->on, e);
	str_printf(&c->out, "%s\n", call.result);
	return true;
}

static void print_diffs(struct cli *c, const struct item_diffs *d)
{
	if (c->format == CLI_JSON) {
		struct json j = json_new(&c->out);
		json_open(&j, NULL, '[');
		for (size_t i = 0; i < d->n; i++) {
			const struct item_diff *r = &d->rows[i];
			json_open(&j, NULL, '{');
			json_int(&j, "number", r->number);
			json_text(&j, "name", r->name);
			json_text(&j, "kind", r->kind);
			if (r->k == INT_NONE)
				json_null(&j, "element");
			else
				json_int(&j, "element", r->k);
			json_text(&j, "field", *r->field ? r->field : NULL);
			json_text(&j, "was", r->was);
			json_text(&j, "is", r->is);
			json_close(&j);
		}
		json_close(&j);
		return;
	}
	struct cli_table t = cli_table_new(c, _("number=序号 name=事项 element=要素 kind=变动 label=栏目 was=原内容 is=新内容"));
	for (size_t i = 0; i < d->n; i++) {
		const struct item_diff *r = &d->rows[i];
		cli_row(&t, arena_printf(&c->arena, "%lld", (long long)r->number), r->name,
			r->k == INT_NONE ? "" : arena_printf(&c->arena, "%lld", (long long)r->k),
			!strcmp(r->kind, "add") ? _("新增") : !strcmp(r->kind, "retire") ? _("停用") : _("修改"), r->label, r->was, r->is);
	}
	if (d->n)
		cli_table_print(&t);
	else if (c->format == CLI_TEXT)
		str_add(&c->out, _("没有差异\n"));
}

static bool import(struct cli *c, struct cli_args *args, struct err *e)
{
	struct catalogue_import_args *rec = arena_new(&c->arena, struct catalogue_import_args);
	const char *path = cli_word_at(args, 1), *typed = cli_opt(args, "on");
	bool dry = cli_opt(args, "dry-run") != NULL;
	daynum on = desk_today(&c->desk);
	char *text;
	struct catalogue want;
	struct item_diffs diffs;
	if (!path || (typed && !cli_day(c, "on", typed, &on, e)) || !cli_all_used(c, args, 2))
		return false;
	if (!cli_file_text(c, path, &text, e) || !catalogue_plan(c->office, text, on, &c->arena, &want, &diffs, e))
		return false;
	*rec = (struct catalogue_import_args){text, on};
	if (diffs.n && !dry) {
		struct verb_call call;
		if (!cli_verb(c, verb_find("catalogue.import"), INT_NONE, rec, &call, e))
			return false;
		if (c->format == CLI_TEXT)
			str_printf(&c->out, "%s\n", call.result);
	}
	print_diffs(c, &diffs);
	return true;
}

static bool export(struct cli *c, struct cli_args *args, struct err *e)
{
	const char *path = cli_opt(args, "out"), *charset = cli_opt(args, "encoding"), *typed = cli_opt(args, "on");
	daynum on = desk_today(&c->desk);
	enum charset to = CHARSET_UTF8;
	struct catalogue cat;
	if ((typed && !cli_day(c, "on", typed, &on, e)) || !cli_all_used(c, args, 1) || !cli_out_place(c, &path, e))
		return false;
	if (charset && !charset_parse(charset, &to))
		return err_field(e, "encoding", _("编码只有 utf-8、gb18030、gbk、gb2312"));
	if (!catalogue_load(c->office, on, &c->arena, &cat, e))
		return false;
	if (c->format == CLI_JSON && !path) {
		json_list(c, &cat);
		return true;
	}
	bool comma = c->format == CLI_CSV || (path && strlen(path) > 4 && !strcmp(path + strlen(path) - 4, ".csv"));
	char *text = catalogue_write(&cat, comma ? ',' : '\t', &c->arena), *bytes;
	size_t len;
	if (!encoding_export(text, to, &c->arena, &bytes, &len, e))
		return false;
	if (path) {
		cli_written(c, path, (int64_t)cat.n, arena_printf(&c->arena, _("已写出 %zu 项"), cat.n));
		return file_write(path, bytes, len, e);
	}
	str_addn(&c->out, bytes, len);
	return true;
}

static bool versions(struct cli *c, struct cli_args *args, struct err *e)
{
	struct catalogue all;
	int64_t number = INT_NONE;
	const char *word = cli_word_at(args, 1);
	if (!cli_all_used(c, args, 2) || (word && !catalogue_pick(c->office, "number", word, &c->arena, &number, e)) ||
		!catalogue_history(c->office, number, &c->arena, &all, e))
		return false;
	if (c->format == CLI_JSON) {
		struct json j = json_new(&c->out);
		json_open(&j, NULL, '[');
		for (size_t i = 0; i < all.n; i++)
			json_item(&j, NULL, &all.items[i], &c->arena);
		json_close(&j);
		return true;
	}
	struct cli_table t = cli_table_new(c, _("number=序号 valid_from=起用 valid_to=停用前最后一天 name=事项 rule=期限规则 source=来源"));
	for (size_t i = 0; i < all.n; i++) {
		char from[DAY_ISO], to[DAY_ISO];
		cli_row(&t, arena_printf(&c->arena, "%lld", (long long)all.items[i].number), arena_strdup(&c->arena, day_iso(all.items[i].valid_from, from)),
			arena_strdup(&c->arena, day_iso(all.items[i].valid_to, to)), all.items[i].name, rules_shown(&all.items[i], &c->arena),
			all.items[i].source);
	}
	cli_table_print(&t);
	return true;
}

static bool diff(struct cli *c, struct cli_args *args, struct err *e)
{
	daynum from, to = desk_today(&c->desk);
	struct catalogue was, is;
	if (!cli_word_at(args, 1) || !cli_all_used(c, args, 3) || !cli_day(c, "from", args->pos[1], &from, e) ||
		(cli_word_at(args, 2) && !cli_day(c, "to", args->pos[2], &to, e)) || !catalogue_load(c->office, from, &c->arena, &was, e) ||
		!catalogue_load(c->office, to, &c->arena, &is, e))
		return false;
	struct item_diffs d = catalogue_diff(&was, &is, &c->arena);
	print_diffs(c, &d);
	return true;
}

static bool check(struct cli *c, struct cli_args *args, struct err *e)
{
	struct item_check *rows;
	size_t n;
	if (!cli_all_used(c, args, 1) || !catalogue_check(c->office, &c->arena, &rows, &n, e))
		return false;
	if (c->format == CLI_JSON) {
		struct json j = json_new(&c->out);
		json_open(&j, NULL, '[');
		for (size_t i = 0; i < n; i++)
			json_record(&j, NULL, &item_check_type, &rows[i], false);
		json_close(&j);
		return true;
	}
	struct cli_table t = cli_table_new(c, _("number=序号 name=事项 infos=信息 last=最近公开 due=下次期限 overdue=逾期 why=提示"));
	for (size_t i = 0; i < n; i++) {
		char last[DAY_ISO], due[DAY_ISO];
		cli_row(&t, arena_printf(&c->arena, "%lld", (long long)rows[i].number), rows[i].name,
			arena_printf(&c->arena, "%lld", (long long)rows[i].infos), arena_strdup(&c->arena, day_iso(rows[i].last, last)),
			arena_strdup(&c->arena, day_iso(rows[i].due, due)), rows[i].overdue ? arena_printf(&c->arena, "%lld", (long long)rows[i].overdue) : "",
			rows[i].why);
	}
	cli_table_print(&t);
	return true;
}

static bool run(struct cli *c, int argc, char **argv, struct err *e)
{
	static const struct {
		const char *name;
		bool (*run)(struct cli *c, struct cli_args *args, struct err *e);
	} verbs[] = {{"list", list}, {"show", show}, {"add", change}, {"change", change}, {"retire", change}, {"import", import},
		{"export", export}, {"check", check}, {"versions", versions}, {"diff", diff}};
	struct cli_args args;
	if (!cli_parse(c, argc, argv, "dry-run", &args, e) || !args.npos)
		return false;
	for (size_t i = 0; i < sizeof verbs / sizeof *verbs; i++)
		if (!strcmp(args.pos[0], verbs[i].name))
			return cli_office(c, e) && verbs[i].run(c, &args, e);
	return false;
}

const struct cli_noun cli_catalogue = {
	.name = "catalogue", .label = N_("目录"), .run = run,
	.usage = N_("catalogue list [--on 日期]\n"
		"catalogue show 序号 [--on 日期]\n"
		"catalogue add --group --name --content --deadline [--number --basis --publishers --channels --other --audience --mode --note --source --rule --on]\n"
		"catalogue change 序号 [同上，--element K --text --reason]\n"
		"catalogue retire 序号 --reason [--on 日期]\n"
		"catalogue import 文件 [--dry-run] [--on 日期]\n"
		"catalogue export [--out 文件] [--encoding utf-8|gb18030] [--on 日期]\n"
		"catalogue check\n"
		"catalogue versions [序号]\n"
		"catalogue diff 日期 [日期]"),
};
