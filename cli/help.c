/* gwgk help [NOUN]: the nouns, or one noun's usage and its verbs with their options, from the tables. */
#include <string.h>
#include "base/text.h"
#include "cli/nouns.h"

static void help_options(struct cli *c, const struct record_type *t)
{
	for (const struct field *f = t->fields; f->name; f++) {
		if (f->type == FIELD_RECORD) {
			help_options(c, f->nested);
			continue;
		}
		if (f->flags & (FIELD_DERIVED | FIELD_HIDDEN) || f->type == FIELD_LIST)
			continue;
		str_printf(&c->out, "      --%-18s %s%s", f->name, tr(f->label), f->flags & FIELD_REQUIRED ? _("（必填）") : "");
		for (const struct choice *x = f->choices; x && x->code; x++)
			str_printf(&c->out, "%s%s %s", x == f->choices ? _("：") : _("、"), x->code, tr(x->label));
		if (f->help)
			str_printf(&c->out, "  %s", tr(f->help));
		str_char(&c->out, '\n');
	}
}

/* Verbs that are typed otherwise than they are named, or whose record the command fills itself. */
static const struct {
	const char *verb, *typed;
	bool no_options;
} spelled[] = {
	{"request.archive_override", "request archive --override …"}, {"correction.archive_override", "correction archive --override …"},
	{"request.material", "request material add"}, {"correction.material", "correction material add"},
	{"request.export", "request export", true}, {"correction.export", "correction export", true},
};

static void help_verb(struct cli *c, const struct verb *v, const char *typed)
{
	bool no_options = false;
	for (size_t i = 0; i < sizeof spelled / sizeof *spelled; i++)
		if (strcmp(spelled[i].verb, v->name) == 0) {
			typed = spelled[i].typed;
			no_options = spelled[i].no_options;
		}
	str_printf(&c->out, "\n  gwgk %s  %s\n", typed, tr(v->label));
	if (v->args && !no_options)
		help_options(c, v->args);
}

static void help_noun(struct cli *c, const struct cli_noun *noun)
{
	str_printf(&c->out, "%s  %s\n\n%s\n", noun->name, tr(noun->label), tr(noun->usage));
	size_t n = strlen(noun->name);
	for (const struct verb *const *const *table = verb_tables; *table; table++)
		for (const struct verb *const *v = *table; *v; v++) {
			if (strncmp((*v)->name, noun->name, n) != 0 || (*v)->name[n] != '.')
				continue;
			help_verb(c, *v, arena_printf(&c->arena, "%s %s", noun->name, (*v)->name + n + 1));
		}
}

static void json_options(struct json *j, const struct record_type *t)
{
	for (const struct field *f = t->fields; f->name; f++) {
		if (f->type == FIELD_RECORD)
			json_options(j, f->nested);
		if (f->type == FIELD_RECORD || f->flags & (FIELD_DERIVED | FIELD_HIDDEN) || f->type == FIELD_LIST)
			continue;
		json_open(j, NULL, '{');
		json_text(j, "name", f->name);
		json_text(j, "label", tr(f->label));
		json_bool(j, "required", f->flags & FIELD_REQUIRED);
		json_text(j, "help", f->help ? tr(f->help) : NULL);
		json_open(j, "choices", '[');
		for (const struct choice *x = f->choices; x && x->code; x++) {
			json_open(j, NULL, '{');
			json_text(j, "code", x->code);
			json_text(j, "label", tr(x->label));
			json_close(j);
		}
		json_close(j);
		json_close(j);
	}
}

static void json_verbs(struct json *j, const struct cli_noun *noun)
{
	size_t n = strlen(noun->name);
	json_open(j, "verbs", '[');
	for (const struct verb *const *const *table = verb_tables; *table; table++)
		for (const struct verb *const *v = *table; *v; v++) {
			if (strncmp((*v)->name, noun->name, n) != 0 || (*v)->name[n] != '.')
				continue;
			json_open(j, NULL, '{');
			json_text(j, "name", (*v)->name + n + 1);
			json_text(j, "label", tr((*v)->label));
			json_open(j, "options", '[');
			if ((*v)->args)
				json_options(j, (*v)->args);
			json_close(j);
			json_close(j);
		}
	json_close(j);
}

static void json_noun(struct json *j, const struct cli_noun *noun, bool whole)
{
	json_open(j, NULL, '{');
	json_text(j, "name", noun->name);
	json_text(j, "label", tr(noun->label));
	json_text(j, "usage", tr(noun->usage));
	if (whole)
		json_verbs(j, noun);
	json_close(j);
}

static void list_nouns(struct cli *c)
{
	struct json j = json_new(&c->out);
	if (c->format == CLI_JSON)
		json_open(&j, NULL, '[');
	for (const struct cli_noun *const *n = cli_nouns; *n; n++)
		if (c->format == CLI_JSON)
			json_noun(&j, *n, false);
		else
			str_printf(&c->out, "  %-11s %s\n", (*n)->name, tr((*n)->label));
	if (c->format == CLI_JSON)
		json_close(&j);
}

static bool run(struct cli *c, int argc, char **argv, struct err *e)
{
	if (argc > 1)
		return false;
	if (!argc) {
		list_nouns(c);
		return true;
	}
	for (const struct cli_noun *const *n = cli_nouns; *n; n++) {
		if (strcmp((*n)->name, argv[0]) != 0)
			continue;
		struct json j = json_new(&c->out);
		if (c->format == CLI_JSON)
			json_noun(&j, *n, true);
		else
			help_noun(c, *n);
		return true;
	}
	return err_set(e, ERR_MISSING, _("没有「%s」这个名词，gwgk help 列出全部"), argv[0]);
}

const struct cli_noun cli_help = {.name = "help", .label = N_("用法"), .usage = N_("help [名词]"), .run = run};
