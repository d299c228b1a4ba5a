/* Words of the command line: options, switches, positional words; and the line an SSH client asked for. */
#include "cli/cli.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include "base/text.h"

/* Option names match with - and _ alike. */
static bool same_name(const char *a, const char *b, size_t bn)
{
	size_t i = 0;
	for (; i < bn && a[i]; i++)
		if ((a[i] == '-' ? '_' : a[i]) != (b[i] == '-' ? '_' : b[i]))
			return false;
	return i == bn && !a[i];
}

static bool in_list(const char *list, const char *name)
{
	for (const char *p = list; *p;) {
		size_t n = strcspn(p, " ");
		if (same_name(name, p, n))
			return true;
		p += n + strspn(p + n, " ");
	}
	return false;
}

bool cli_parse(struct cli *c, int argc, char **argv, const char *switches, struct cli_args *out, struct err *e)
{
	memset(out, 0, sizeof *out);
	out->pos = arena_array(&c->arena, const char *, argc + 1);
	out->opt = arena_array(&c->arena, struct cli_word, argc + 1);
	bool options = true;
	for (int i = 0; i < argc; i++) {
		const char *w = argv[i];
		if (!options || strncmp(w, "--", 2) != 0) {
			out->pos[out->npos++] = w;
			continue;
		}
		if (!w[2]) {
			options = false;
			continue;
		}
		struct cli_word *o = &out->opt[out->nopt++];
		const char *eq = strchr(w, '=');
		o->name = eq ? arena_strndup(&c->arena, w + 2, (size_t)(eq - w - 2)) : w + 2;
		if (eq)
			o->value = eq + 1;
		else if (in_list(switches, o->name))
			o->value = "";
		else if (i + 1 < argc)
			o->value = argv[++i];
		else
			return err_set(e, ERR_INPUT, _("选项 --%s 后面缺少内容"), o->name);
	}
	return true;
}

const char *cli_opt_n(struct cli_args *args, const char *name, size_t i)
{
	for (size_t k = 0; k < args->nopt; k++) {
		if (!same_name(args->opt[k].name, name, strlen(name)))
			continue;
		args->opt[k].used = true;
		if (!i--)
			return args->opt[k].value;
	}
	return NULL;
}

const char *cli_opt(struct cli_args *args, const char *name)
{
	const char *last = NULL, *v;
	for (size_t i = 0; (v = cli_opt_n(args, name, i)); i++)
		last = v;
	return last;
}

bool cli_all_used(struct cli *c, struct cli_args *args, size_t npos)
{
	(void)c;
	for (size_t i = 0; i < args->nopt; i++)
		if (!args->opt[i].used) {
			fprintf(stderr, _("gwgk: 没有选项 --%s\n"), args->opt[i].name);
			return false;
		}
	if (args->npos > npos) {
		fprintf(stderr, _("gwgk: 多余的参数「%s」\n"), args->pos[npos]);
		return false;
	}
	return true;
}

bool cli_int(struct cli_args *args, const char *name, int64_t absent, int64_t *out, struct err *e)
{
	const char *s = cli_opt(args, name);
	*out = absent;
	if (!s)
		return true;
	char *end;
	long long v = strtoll(s, &end, 10);
	if (!*s || *end || v > 1000000000 || v < -1000000000)
		return err_field(e, name, _("--%s：「%s」不是整数"), name, s);
	*out = v;
	return true;
}

bool cli_day(struct cli *c, const char *field, const char *text, daynum *out, struct err *e)
{
	struct input in = {.today = desk_today(&c->desk)};
	if (c->office)
		in = office_input(c->office);
	struct err why = {0};
	if (date_input(text, &in, 0, out, &why))
		return true;
	return err_field(e, field, "%s", why.text);
}

/* `--applicant_kind`: a field of the record or of a record nested in it. */
static bool record_option(struct cli *c, struct cli_args *args, const struct record_type *t, void *rec,
	const struct input *in, struct err *e)
{
	for (const struct field *f = t->fields; f->name; f++) {
		if (f->type == FIELD_RECORD) {
			if (!record_option(c, args, f->nested, (char *)rec + f->offset, in, e))
				return false;
			continue;
		}
		if (f->flags & (FIELD_DERIVED | FIELD_HIDDEN) || f->type == FIELD_LIST)
			continue;
		const char *v = cli_opt(args, f->name);
		if (v && !record_set(t, rec, f, v, in, &c->arena, e))
			return false;
	}
	return true;
}

bool cli_record(struct cli *c, struct cli_args *args, const struct record_type *t, void *rec, struct err *e)
{
	struct input in = {.today = desk_today(&c->desk)};
	if (c->office)
		in = office_input(c->office);
	return record_option(c, args, t, rec, &in, e);
}
