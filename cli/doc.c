/* gwgk doc PAGE: reference pages as Markdown, from the tables the program runs on. docs/reference holds what this prints; a lint
 * compares. */
#include <stdarg.h>
#include <string.h>
#include "cli/doc.h"
#include "cli/nouns.h"
#include "tui/keys.h"

const char doc_end[] = "";

void doc_title(struct cli *c, const char *title, const char *source)
{
	str_printf(&c->out, "# %s\n\n", title);
	str_printf(&c->out, _("由 `gwgk doc %s` 生成，请勿手改。\n"), source);
}

void doc_section(struct cli *c, const char *name, const char *label)
{
	str_printf(&c->out, "\n## %s%s%s\n\n", name, label ? " " : "", label ? label : "");
}

static void cell(struct cli *c, const char *s)
{
	str_char(&c->out, ' ');
	for (; s && *s; s++) {
		if (*s == '|')
			str_char(&c->out, '\\');
		str_char(&c->out, *s == '\n' ? ' ' : *s);
	}
	str_add(&c->out, " |");
}

static void row(struct cli *c, va_list ap)
{
	str_char(&c->out, '|');
	for (const char *s; (s = va_arg(ap, const char *)) != DOC_END;)
		cell(c, s);
	str_char(&c->out, '\n');
}

void doc_row(struct cli *c, ...)
{
	va_list ap;
	va_start(ap, c);
	row(c, ap);
	va_end(ap);
}

void doc_head(struct cli *c, ...)
{
	va_list ap, again;
	va_start(ap, c);
	va_copy(again, ap);
	row(c, ap);
	va_end(ap);
	str_char(&c->out, '|');
	while (va_arg(again, const char *) != DOC_END)
		str_add(&c->out, "---|");
	va_end(again);
	str_char(&c->out, '\n');
}

/* --- keys and actions ----------------------------------------------------------------------------------------------------- */

static const char *action_label(const struct action *a)
{
	const struct verb *v = a->label ? NULL : verb_find(a->name);
	return a->label ? tr(a->label) : v ? tr(v->label) : "";
}

static char *binding_keys(const struct binding *b, struct arena *a)
{
	struct str s = str_new(a);
	for (int i = 0; i < b->n; i++)
		str_printf(&s, "%s%s", i ? " " : "", key_name(b->keys[i], a));
	return s.s;
}

/* Every key the map binds to this action in its own context or for the whole desk. */
static char *keys_of(const struct keymap *m, const char *context, const char *action, struct arena *a)
{
	struct str s = str_new(a);
	for (size_t i = 0; i < m->n; i++) {
		const struct binding *b = &m->bindings[i];
		if (!strcmp(b->action, action) && (!strcmp(b->context, context) || !strcmp(b->context, "global")))
			str_printf(&s, "%s%s", s.len ? _("、") : "", binding_keys(b, a));
	}
	return s.s;
}

static void doc_actions(struct cli *c)
{
	struct keymap m = keymap_builtin("default.keys", &c->arena);
	doc_title(c, _("动作"), "actions");
	struct context x;
	for (size_t i = 0; context_at(i, &x); i++) {
		if (!x.actions || !x.actions->name)
			continue;
		doc_section(c, x.name, tr(x.label));
		doc_head(c, _("动作"), _("说明"), _("按键"), DOC_END);
		for (const struct action *a = x.actions; a->name; a++)
			doc_row(c, a->name, action_label(a), keys_of(&m, x.name, a->name, &c->arena), DOC_END);
	}
}

static const char *bound_label(const char *context, const char *action)
{
	struct context x;
	const struct action *a = context_find(context, &x) && x.actions ? action_find(x.actions, action) : NULL;
	for (size_t i = 0; !a && context_at(i, &x); i++)
		a = x.actions ? action_find(x.actions, action) : NULL;
	return a ? action_label(a) : "";
}

static void doc_keys(struct cli *c)
{
	struct keymap m = keymap_builtin("default.keys", &c->arena);
	const char *last = "";
	doc_title(c, _("按键"), "keys");
	for (size_t i = 0; i < m.n; i++) {
		const struct binding *b = &m.bindings[i];
		if (strcmp(last, b->context) != 0) {
			struct context x;
			doc_section(c, b->context, context_find(b->context, &x) ? tr(x.label) : NULL);
			doc_head(c, _("按键"), _("动作"), _("说明"), DOC_END);
		}
		last = b->context;
		doc_row(c, binding_keys(b, &c->arena), b->action, bound_label(b->context, b->action), DOC_END);
	}
}

/* --- commands and fields -------------------------------------------------------------------------------------------------- */

static void doc_commands(struct cli *c)
{
	doc_title(c, _("命令"), "commands");
	for (const struct cli_noun *const *n = cli_nouns; *n; n++) {
		doc_section(c, (*n)->name, tr((*n)->label));
		str_printf(&c->out, "```\n%s\n```\n", tr((*n)->usage));
		size_t len = strlen((*n)->name), found = 0;
		for (const struct verb *const *const *t = verb_tables; *t; t++)
			for (const struct verb *const *v = *t; *v; v++) {
				if (strncmp((*v)->name, (*n)->name, len) != 0 || (*v)->name[len] != '.')
					continue;
				if (!found++) {
					str_char(&c->out, '\n');
					doc_head(c, _("操作"), _("说明"), _("权限"), _("出机关"), DOC_END);
				}
				doc_row(c, (*v)->name, tr((*v)->label), (*v)->capability ? (*v)->capability : (*v)->name,
					(*v)->leaves_office ? _("是") : "", DOC_END);
			}
	}
}

static char *choices_text(const struct field *f, struct arena *a)
{
	struct str s = str_new(a);
	for (const struct choice *x = f->choices; x && x->code; x++)
		str_printf(&s, "%s%s %s", s.len ? _("、") : "", x->code, tr(x->label));
	if (f->source)
		str_printf(&s, _("%s%s 表"), s.len ? _("、") : "", f->source);
	return s.s;
}

static char *flags_text(const struct field *f, struct arena *a)
{
	static const struct { unsigned flag; const char *label; } words[] = {
		{FIELD_REQUIRED, N_("必填")}, {FIELD_PERSONAL, N_("个人信息")}, {FIELD_IMMUTABLE, N_("登记后不改")},
		{FIELD_MULTI, N_("可多个")}, {FIELD_PAST, N_("过去日期")}, {FIELD_FUTURE, N_("将来日期")}};
	struct str s = str_new(a);
	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (f->flags & words[i].flag)
			str_printf(&s, "%s%s", s.len ? _("、") : "", tr(words[i].label));
	if (f->when.field)
		str_printf(&s, _("%s当 %s 为 %s"), s.len ? _("、") : "", f->when.field, f->when.value);
	return s.s;
}

static void field_rows(struct cli *c, const struct record_type *t, const char *prefix)
{
	static const char *const types[] = {N_("文字"), N_("长文字"), N_("代码"), N_("整数"), N_("金额"), N_("编号"), N_("日期"),
		N_("是否"), N_("记录"), N_("列表")};
	for (const struct field *f = t->fields; f->name; f++) {
		if (f->flags & (FIELD_HIDDEN | FIELD_DERIVED))
			continue;
		char *name = arena_printf(&c->arena, "%s%s", prefix, f->name);
		if (f->type == FIELD_RECORD) {
			field_rows(c, f->nested, prefix);
			continue;
		}
		doc_row(c, name, tr(f->label), tr(types[f->type]), flags_text(f, &c->arena), choices_text(f, &c->arena),
			f->help ? tr(f->help) : "", DOC_END);
		if (f->type == FIELD_LIST)
			field_rows(c, f->nested, arena_printf(&c->arena, "%s.", name));
	}
}

static void doc_fields(struct cli *c)
{
	doc_title(c, _("字段"), "fields");
	for (const struct verb *const *const *t = verb_tables; *t; t++)
		for (const struct verb *const *v = *t; *v; v++) {
			if (!(*v)->args)
				continue;
			doc_section(c, (*v)->name, tr((*v)->label));
			doc_head(c, _("字段"), _("名称"), _("类型"), _("要求"), _("取值"), _("说明"), DOC_END);
			field_rows(c, (*v)->args, "");
		}
}

static const struct {
	const char *name;
	void (*print)(struct cli *c);
} pages[] = {
	{"actions", doc_actions}, {"keys", doc_keys}, {"fields", doc_fields}, {"states", doc_states},
	{"letters", doc_letters}, {"outcomes", doc_outcomes}, {"commands", doc_commands},
};

static void page_names(struct cli *c)
{
	struct json j = json_new(&c->out);
	if (c->format == CLI_JSON)
		json_open(&j, NULL, '[');
	for (size_t i = 0; i < sizeof pages / sizeof *pages; i++)
		if (c->format == CLI_JSON)
			json_text(&j, NULL, pages[i].name);
		else
			str_printf(&c->out, "%s\n", pages[i].name);
	if (c->format == CLI_JSON)
		json_close(&j);
}

/* With --json the page is one value too. */
static void page(struct cli *c, const char *name, void (*print)(struct cli *c))
{
	print(c);
	if (c->format != CLI_JSON)
		return;
	const char *text = arena_strdup(&c->arena, c->out.s);
	str_cut(&c->out, 0);
	struct json j = json_new(&c->out);
	json_open(&j, NULL, '{');
	json_text(&j, "page", name);
	json_text(&j, "text", text);
	json_close(&j);
}

static bool run(struct cli *c, int argc, char **argv, struct err *e)
{
	if (argc > 1)
		return false;
	if (!argc) {
		page_names(c);
		return true;
	}
	for (size_t i = 0; i < sizeof pages / sizeof *pages; i++)
		if (!strcmp(pages[i].name, argv[0])) {
			page(c, pages[i].name, pages[i].print);
			return true;
		}
	return err_set(e, ERR_MISSING, _("没有「%s」这一页"), argv[0]);
}

const struct cli_noun cli_doc = {
	.name = "doc",
	.label = N_("参考页"),
	.usage = N_("doc                列出各页\ndoc 页             印出一页：动作 actions、按键 keys、字段 fields、状态 states、文书 letters、结果 outcomes、命令 commands"),
	.run = run,
};
