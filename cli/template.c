/* gwgk template: the texts of letters, checked before they are installed. */
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "cli/file.h"
#include "cli/letter_out.h"
#include "cli/nouns.h"
#include "cli/sheet_out.h"
#include "office/letter_values.h"
#include "office/template.h"

static const char *name_of(struct cli *c, const struct office_template *x)
{
	return x->id == INT_NONE ? x->t->file : arena_printf(&c->arena, "%lld", (long long)x->id);
}

static const char *state_of(struct cli *c, const struct office_template *x)
{
	daynum today = desk_today(&c->desk);
	return x->t->valid_from > today ? "coming" : x->t->valid_to != DAY_NONE && x->t->valid_to < today ? "past" : "in_force";
}

static void row_json(struct json *j, struct cli *c, const struct office_template *x, const char *state, bool full)
{
	json_open(j, NULL, '{');
	json_text(j, "id", name_of(c, x));
	json_text(j, "kind", x->t->kind);
	json_text(j, "title", x->t->name);
	json_text(j, "ruleset", x->t->family ? arena_printf(&c->arena, "%d", x->t->family) : NULL);
	json_day(j, "valid_from", x->t->valid_from);
	json_day(j, "valid_to", x->t->valid_to);
	json_text(j, "remedy", template_remedy_name(x->t->remedy));
	json_text(j, "origin", x->id == INT_NONE ? "shipped" : "office");
	json_text(j, "state", state);
	json_int(j, "version", x->version);
	if (full)
		json_text(j, "text", x->t->text);
	json_close(j);
}

static bool list(struct cli *c, struct err *e)
{
	struct office_template *all;
	size_t n;
	if (!templates_load(c->office, &c->arena, &all, &n, e))
		return false;
	if (c->format == CLI_JSON) {
		struct json j = json_new(&c->out);
		json_open(&j, NULL, '[');
		for (size_t i = 0; i < n; i++)
			row_json(&j, c, &all[i], state_of(c, &all[i]), false);
		json_close(&j);
		str_char(&c->out, '\n');
		return true;
	}
	struct cli_table t = cli_table_new(c, _("id=编号 kind=种类 title=名称 ruleset=规则 valid_from=启用 valid_to=停用 origin=来源"));
	for (size_t i = 0; i < n; i++) {
		char from[DAY_ISO], to[DAY_ISO];
		cli_row(&t, name_of(c, &all[i]), all[i].t->kind, all[i].t->name, all[i].t->family ? arena_printf(&c->arena, "%d", all[i].t->family) : _("通用"),
			arena_strdup(&c->arena, day_iso(all[i].t->valid_from, from)), arena_strdup(&c->arena, day_iso(all[i].t->valid_to, to)),
			all[i].id == INT_NONE ? _("自带") : _("本单位"));
	}
	cli_table_print(&t);
	return true;
}

/* Is it the text of that kind for letters of today? */
static bool serves(struct cli *c, const struct template *t, const char *kind)
{
	daynum today = desk_today(&c->desk);
	return !strcmp(t->kind, kind) && t->valid_from <= today && (t->valid_to == DAY_NONE || t->valid_to >= today);
}

/* Of two that serve today, the one of the newer rule set, then the one that began later. */
static bool after(const struct template *x, const struct template *y)
{
	return x->family != y->family ? x->family > y->family : x->valid_from >= y->valid_from;
}

/* By its id, by the name that an issued letter gives (receipt-2019@2019-05-15), or the newest that serves a kind today. */
static bool find(struct cli *c, const char *name, struct office_template *out, struct err *e)
{
	const struct office_template *newest = NULL;
	struct office_template *all;
	size_t n;
	if (!templates_load(c->office, &c->arena, &all, &n, e))
		return false;
	for (size_t i = 0; i < n; i++) {
		if (!strcmp(name_of(c, &all[i]), name)) {
			*out = all[i];
			return true;
		}
		bool named = !strcmp(letter_template_name(all[i].t, &c->arena), name);
		if ((named || serves(c, all[i].t, name)) && (!newest || after(all[i].t, newest->t)))
			newest = &all[i];
	}
	if (newest) {
		*out = *newest;
		return true;
	}
	return err_set(e, ERR_MISSING, _("没有模板“%s”，gwgk template list 列出全部"), name);
}

static bool show(struct cli *c, const char *name, struct err *e)
{
	struct office_template x;
	if (!find(c, name, &x, e))
		return false;
	if (c->format == CLI_JSON) {
		struct json j = json_new(&c->out);
		row_json(&j, c, &x, state_of(c, &x), true);
	} else {
		str_add(&c->out, x.t->text);
	}
	return true;
}

/* As it is kept: with \n at the line ends, and Hanzi for the radicals that stand in text copied out of a PDF. What is not text at all the check
 * tells with its line. */
static bool file_text(struct cli *c, const char *path, char **text, struct err *e)
{
	if (!cli_file_text(c, path, text, e))
		return false;
	if (!text_valid(*text, strlen(*text)))
		return true;
	for (char *s = *text; *s; s++)
		if (s[0] == '\r' && s[1] != '\n')
			*s = '\n';
	*text = text_clean(&c->arena, *text, true);
	return true;
}

static bool check(struct cli *c, const char *path, struct err *e)
{
	char *text;
	struct template_fault *f;
	if (!file_text(c, path, &text, e))
		return false;
	size_t n = template_faults(text, &c->arena, &f);
	if (n)
		cli_faulty_file(c, path, f[0].line, f[0].text, n);
	if (c->format == CLI_JSON) {
		struct json j = json_new(&c->out);
		json_open(&j, NULL, '[');
		for (size_t i = 0; i < n; i++) {
			json_open(&j, NULL, '{');
			json_int(&j, "line", f[i].line);
			json_text(&j, "text", f[i].text);
			json_close(&j);
		}
		json_close(&j);
		str_char(&c->out, '\n');
		return true;
	}
	for (size_t i = 0; i < n; i++)
		str_printf(&c->out, "%s%s\n", f[i].line ? arena_printf(&c->arena, _("模板第%d行："), f[i].line) : _("模板："), f[i].text);
	if (!n)
		str_add(&c->out, _("没有错误，可以装上\n"));
	return true;
}

/* A file, or a template there is, filled with sample data. */
static bool preview(struct cli *c, struct cli_args *args, struct err *e)
{
	struct office_template x;
	struct sheet_target to;
	struct record_list slots;
	struct err none = {0};
	struct doc *doc;
	char *text;
	if (args->npos != 2 || !sheet_target_read(args, &to, e) || !letter_slots_read(c, args, &slots, e) || !cli_all_used(c, args, 2))
		return false;
	if (find(c, args->pos[1], &x, &none))
		text = arena_strdup(&c->arena, x.t->text);
	else if (!file_text(c, args->pos[1], &text, e))
		return false;
	return template_preview(text, &slots, &c->arena, &doc, e) && sheet_put(c, &doc, 1, args->pos[1], 1, &to, e);
}

static bool install(struct cli *c, const char *path, struct err *e)
{
	struct template_args args = {0};
	char *text;
	if (!file_text(c, path, &text, e))
		return false;
	args.text = text;
	struct verb_call call;
	if (!cli_verb(c, &template_install, INT_NONE, &args, &call, e))
		return false;
	if (c->format == CLI_JSON)
		return show(c, arena_printf(&c->arena, "%lld", (long long)call.subject_id), e);
	str_printf(&c->out, "%s\n", call.result);
	return true;
}

static bool retire(struct cli *c, const char *name, struct err *e)
{
	struct office_template x;
	if (!find(c, name, &x, e))
		return false;
	if (x.id == INT_NONE)
		return err_set(e, ERR_RULE, _("自带的模板不能停用；装上本单位的就会取代它"));
	struct verb_call call;
	if (!cli_verb(c, &template_retire, x.id, NULL, &call, e))
		return false;
	if (c->format != CLI_JSON) {
		str_printf(&c->out, "%s\n", call.result);
		return true;
	}
	struct json j = json_new(&c->out);
	x.version++;
	row_json(&j, c, &x, "retired", false);
	return true;
}

static bool run(struct cli *c, int argc, char **argv, struct err *e)
{
	static const struct {
		const char *verb;
		bool (*run)(struct cli *c, const char *word, struct err *e);
	} verbs[] = {{"show", show}, {"check", check}, {"install", install}, {"retire", retire}};
	struct cli_args args;
	if (!cli_parse(c, argc, argv, "", &args, e) || !args.npos)
		return false;
	if (!strcmp(args.pos[0], "preview"))
		return cli_office(c, e) && preview(c, &args, e);
	bool one = args.npos == 1 && !strcmp(args.pos[0], "list");
	if (!cli_all_used(c, &args, one ? 1 : 2) || (!one && args.npos != 2) || !cli_office(c, e))
		return false;
	if (one)
		return list(c, e);
	for (size_t i = 0; i < sizeof verbs / sizeof *verbs; i++) {
		if (!strcmp(args.pos[0], verbs[i].verb))
			return verbs[i].run(c, args.pos[1], e);
	}
	return false;
}

const struct cli_noun cli_template = {
	.name = "template",
	.label = N_("文书模板"),
	.usage = N_("template list\n"
		    "template show 编号\n"
		    "template check 文件\n"
		    "template preview 文件|编号|种类 [--slot 字段=内容…] [--out 文件 | --printer 队列] [--to pdf|text|gb18030]\n"
		    "template install 文件\n"
		    "template retire 编号"),
	.run = run,
};
