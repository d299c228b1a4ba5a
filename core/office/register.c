#include "office/register_private.h"

#include <string.h>

#include "base/text.h"
#include "gen/q_register.h"

const struct register_filter REGISTER_ALL = {.from = DAY_NONE, .to = DAY_NONE, .unit_id = INT_NONE};

static const char *all_names(struct arena *a)
{
	struct str s = str_new(a);
	for (const struct register_kind *k = register_kinds; k->name; k++)
		str_printf(&s, "%s%s", k == register_kinds ? "" : " ", k->name);
	return s.s;
}

const struct register_kind *register_find(const char *name, struct err *e)
{
	const struct register_kind *begins = NULL;
	struct arena a = {0};
	size_t n = strlen(name), several = 0;
	for (const struct register_kind *k = register_kinds; k->name; k++) {
		if (!strcmp(k->name, name) || !strcmp(tr(k->label), name))
			return k;
		if (n && (!strncmp(k->name, name, n) || !strncmp(tr(k->label), name, n))) {
			begins = k;
			several++;
		}
	}
	if (several == 1)
		return begins;
	err_set(e, ERR_MISSING, _("没有台账“%s”，现有：%s"), name, all_names(&a));
	arena_free(&a);
	return NULL;
}

bool register_period(const char *word, daynum today, daynum *from, daynum *to)
{
	int y, m, d;
	day_split(today, &y, &m, &d);
	*from = *to = DAY_NONE;
	if (!strcmp(word, "year")) {
		*from = day_make(y, 1, 1);
		*to = day_make(y, 12, 31);
	} else if (!strcmp(word, "last_year")) {
		*from = day_make(y - 1, 1, 1);
		*to = day_make(y - 1, 12, 31);
	} else if (!strcmp(word, "month")) {
		*from = day_make(y, m, 1);
		*to = day_make(y, m, day_month_length(y, m));
	} else if (!strcmp(word, "last_month")) {
		*to = day_make(y, m, 1) - 1;
		day_split(*to, &y, &m, &d);
		*from = day_make(y, m, 1);
	}
	return *from != DAY_NONE || !strcmp(word, "all");
}

/* --- reading ---------------------------------------------------------------------------------------------------------------- */

const char *register_key(const struct register_kind *k, const struct register_row *row, struct arena *a)
{
	struct str s = str_new(a);
	for (const struct field *f = k->type->fields; f->name; f++) {
		if (f->flags & FIELD_HIDDEN)
			continue;
		str_add(&s, text_key(a, record_masked(f, row, true, a)));
		str_char(&s, ' ');
	}
	return s.s;
}

bool register_holds(const char *key, const char *words)
{
	struct arena a = {0};
	char *rest = arena_strdup(&a, words), *word;
	bool holds = true;
	while (holds && (word = strsep(&rest, " "))) {
		bool not = word[0] == '-' && word[1];
		const char *wanted = text_key(&a, word + not);
		holds = !*wanted || (strstr(key, wanted) != NULL) != not;
	}
	arena_free(&a);
	return holds;
}

static bool holds(const struct register_kind *k, const struct register_row *row, const char *words)
{
	struct arena a = {0};
	bool found = text_is_blank(words) || register_holds(register_key(k, row, &a), words);
	arena_free(&a);
	return found;
}

static bool load_made(struct office *o, const struct register_kind *k, const struct register_filter *f, struct arena *a, struct register_rows *out,
	struct err *e)
{
	struct register_rows all;
	*out = (struct register_rows){0};
	if (!k->load(o, f, a, &all, e))
		return false;
	out->rows = all.rows;
	for (size_t i = 0; i < all.n; i++) {
		all.rows[i].row = (int64_t)i + 1;
		if (holds(k, &all.rows[i], f->text))
			out->rows[out->n++] = all.rows[i];
	}
	return true;
}

bool register_load(struct office *o, const struct register_kind *k, const struct register_filter *f, struct arena *a, struct register_rows *out,
	struct err *e)
{
	if (k->load)
		return load_made(o, k, f, a, out, e);
	size_t cap = 0;
	struct err end = {0};
	struct register_read read = {.office = o, .arena = a};
	bool ok = true;
	*out = (struct register_rows){0};
	struct q *q = q_open(o->store, k->query);
	q_day(q, "from", f->from);
	q_day(q, "to", f->to);
	q_int(q, "unit", f->unit_id);
	q_text(q, "person", text_is_blank(f->person) ? NULL : f->person);
	if (k->own)
		q_text(q, "register", k->name);
	while (ok && q_row(q, &end)) {
		out->rows = arena_grow(a, out->rows, out->n, &cap, sizeof *out->rows);
		struct register_row *row = &out->rows[out->n];
		*row = REGISTER_ROW_NONE;
		q_read_record(q, k->type, row, a);
		ok = !k->derive || k->derive(&read, row, e);
		if (ok && holds(k, row, f->text))
			out->n++;
	}
	q_end(q);
	return ok && (end.code == ERR_NONE || err_set(e, end.code, "%s", end.text));
}

bool register_counts(struct office *o, int64_t counts[REGISTERS_MAX], struct err *e)
{
	struct err end = {0};
	struct q *q = q_open(o->store, &Q_register_counts);
	bool found = q_row(q, &end);
	for (size_t i = 0; found && register_kinds[i].name; i++) {
		BUG_ON(i >= REGISTERS_MAX);
		counts[i] = register_kinds[i].load ? INT_NONE : q_get_int(q, register_kinds[i].name);
	}
	q_end(q);
	return found || err_set(e, end.code, "%s", end.text);
}

/* --- looking behind the mask ------------------------------------------------------------------------------------------------- */

static const struct field personal_fields[] = {
	{"what", N_("内容"), FIELD_TEXT, FIELD_AT(personal_show, what), FIELD_REQUIRED},
	{"rows", N_("行数"), FIELD_INT, FIELD_AT(personal_show, rows), FIELD_REQUIRED},
	{"reason", N_("理由"), FIELD_TEXT, FIELD_AT(personal_show, reason), FIELD_REQUIRED, .width = 40},
	{0},
};
const struct record_type personal_show_type = {"personal_show", N_("显示个人信息"), sizeof(struct personal_show), personal_fields};

static bool run_show(struct verb_call *call, struct err *e)
{
	const struct personal_show *args = call->args;
	if (text_is_blank(args->reason))
		return err_field(e, "reason", _("显示个人信息须写明理由"));
	call->result = arena_printf(call->arena, _("显示%s的个人信息 %lld 行：%s"), args->what, (long long)args->rows, args->reason);
	return true;
}

const struct verb personal_show = {"personal.show", N_("显示个人信息"), NULL, &personal_show_type, .run = run_show};

const struct verb *const register_verbs[] = {&personal_show, NULL};
