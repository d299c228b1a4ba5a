/* Words of the command line: options, switches, positional words; and the line an SSH client asked for. */
#include "cli/cli.h"

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

const char *cli_clip(struct cli *c, const char *word)
{
	char *line = text_clean(&c->arena, arena_strndup(&c->arena, word, 200), false);
	line[text_clip(line, 40, NULL)] = '\0';
	return line;
}

/* The next option, rather than a value that begins with two dashes: `--name` or `--name=…`. */
static bool is_option(const char *w)
{
	size_t n = strncmp(w, "--", 2) == 0 ? strspn(w + 2, "abcdefghijklmnopqrstuvwxyz0123456789_-") : 0;
	return n && w[2] >= 'a' && (!w[2 + n] || w[2 + n] == '=');
}

/* 1, 0, or -1 for any other word. */
static int8_t yes_or_no(const char *w)
{
	return !strcmp(w, "yes") || !strcmp(w, _("是")) ? 1 : !strcmp(w, "no") || !strcmp(w, _("否")) ? 0 : -1;
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
		bool alone = i + 1 == argc || is_option(argv[i + 1]);
		if (in_list(switches, o->name)) {
			int8_t yes = eq ? yes_or_no(eq + 1) : alone ? -1 : yes_or_no(argv[i + 1]);
			if (eq && yes < 0)
				return err_field(e, o->name, _("--%s 应填是或否"), o->name);
			i += !eq && yes >= 0;
			o->value = "";
			if (yes == 0)
				out->nopt--;
		} else if (eq) {
			o->value = eq + 1;
		} else if (!alone) {
			o->value = argv[++i];
		} else {
			o->value = "yes";
			o->bare = true;
		}
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
	for (size_t i = 0; i < args->nopt; i++) {
		const struct cli_word *o = &args->opt[i];
		if (o->used && !o->bare)
			continue;
		c->complaint = arena_printf(&c->arena, o->used ? _("选项 --%s 后面缺少内容") : _("没有选项 --%s"), cli_clip(c, o->name));
		return false;
	}
	if (args->npos > npos)
		c->complaint = arena_printf(&c->arena, _("多余的参数「%s」"), cli_clip(c, args->pos[npos]));
	return args->npos <= npos;
}

bool cli_int(struct cli_args *args, const char *name, int64_t absent, int64_t *out, struct err *e)
{
	const char *s = cli_opt(args, name);
	*out = absent;
	if (!s)
		return true;
	struct arena a = {0};
	char *end, *digits = text_trim(&a, text_fold(&a, s));
	long long v = strtoll(digits, &end, 10);
	bool number = *digits && !*end && v <= 1000000000 && v >= -1000000000;
	arena_free(&a);
	if (!number)
		return err_field(e, name, _("--%s：「%s」不是整数"), name, s);
	*out = v;
	return true;
}

bool cli_count(struct cli_args *args, const char *name, int64_t absent, int64_t *out, struct err *e)
{
	if (!cli_int(args, name, absent, out, e))
		return false;
	return *out == absent || *out > 0 || err_field(e, name, _("--%s 应为 1 以上的整数"), name);
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

/* A flag may stand alone; anything else that does is left for cli_all_used() to refuse. True for the latter. */
static bool take_bare(struct cli_args *args, const char *name, bool flag)
{
	bool bare = false;
	for (size_t k = 0; k < args->nopt; k++)
		if (args->opt[k].bare && same_name(args->opt[k].name, name, strlen(name))) {
			args->opt[k].bare = !flag;
			bare = !flag;
		}
	return bare;
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
		bool bare = take_bare(args, f->name, f->type == FIELD_FLAG);
		const char *v = cli_opt(args, f->name);
		if (v && !bare && !record_set(t, rec, f, v, in, &c->arena, e))
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

bool cli_version(struct cli_args *args, const struct record_type *t, void *rec, struct err *e)
{
	const struct field *f = rec ? record_field(t, "version") : NULL;
	int64_t n;
	if (!f || !(f->flags & FIELD_HIDDEN))
		return true;
	if (!cli_int(args, "version", INT_NONE, &n, e))
		return false;
	if (n != INT_NONE)
		memcpy((char *)rec + f->offset, &n, sizeof n);
	return true;
}
