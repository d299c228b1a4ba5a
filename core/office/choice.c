#include "office/choice.h"

#include <string.h>
#include "gen/q_choice.h"
#include "base/str.h"
#include "law/disclosure.h"
#include "office/catalogue.h"
#include "office/directory.h"

struct want {
	struct office *o;
	const struct field *f;
	const struct choice_about *about;
	struct arena *a;
	struct choice_rows *out;
};

static bool by_number(const struct field *f)
{
	return f->type == FIELD_ID || f->type == FIELD_INT;
}

static const char *number(int64_t n, struct arena *a)
{
	return arena_printf(a, "%lld", (long long)n);
}

static void room_for(struct want *w, size_t n)
{
	w->out->rows = arena_array(w->a, struct choice_row, n + 1);
}

static void add(struct want *w, const char *code, const char *label, const char *note)
{
	w->out->rows[w->out->n++] = (struct choice_row){code, label, note};
}

static const char *note_of(const struct directory_noun *noun, const struct directory_head *row)
{
	if (noun == &directory_unit) {
		const struct unit *u = (const void *)row;
		return u->phone;
	}
	if (noun == &directory_body) {
		const struct body *b = (const void *)row;
		return b->holds;
	}
	return row->parent;
}

/* A name that two share is told apart as directory_pick() reads it: 姓名@部门. */
static const char *name_of(const struct directory_list *l, const struct directory_head *row, struct arena *a)
{
	for (size_t i = 0; i < l->n; i++) {
		const struct directory_head *other = directory_at(l, i);
		if (other != row && !strcmp(other->name, row->name) && row->parent)
			return arena_printf(a, "%s@%s", row->name, row->parent);
	}
	return row->name;
}

static bool list_directory(struct want *w, const struct directory_noun *noun, struct err *e)
{
	struct directory_list l;
	if (!directory_load(w->o, noun, false, w->a, &l, e))
		return false;
	room_for(w, l.n);
	for (size_t i = 0; i < l.n; i++) {
		const struct directory_head *row = directory_at(&l, i);
		add(w, by_number(w->f) ? number(row->id, w->a) : name_of(&l, row, w->a), row->name, note_of(noun, row));
	}
	return true;
}

static bool list_units(struct want *w, struct err *e)
{
	return list_directory(w, &directory_unit, e);
}

static bool list_persons(struct want *w, struct err *e)
{
	return list_directory(w, &directory_person, e);
}

static bool list_bodies(struct want *w, struct err *e)
{
	return list_directory(w, &directory_body, e);
}

static bool list_items(struct want *w, struct err *e)
{
	struct catalogue c;
	if (!catalogue_load(w->o, desk_today(w->o->desk), w->a, &c, e))
		return false;
	room_for(w, c.n);
	for (size_t i = 0; i < c.n; i++)
		add(w, number(c.items[i].number, w->a), c.items[i].name, item_ours(&c.items[i]) ? c.items[i].group : c.items[i].publishers);
	return true;
}

static bool list_elements(struct want *w, struct err *e)
{
	struct item i;
	if (w->about->item == INT_NONE)
		return err_set(e, ERR_INPUT, _("请先填事项"));
	if (!catalogue_item(w->o, w->about->item, desk_today(w->o->desk), w->a, &i, e))
		return false;
	room_for(w, i.nelements);
	for (size_t k = 0; k < i.nelements; k++)
		add(w, number(i.elements[k].k, w->a), i.elements[k].text, i.elements[k].deadline);
	return true;
}

static const char *ruleset_of(const struct want *w)
{
	const struct ruleset *today = w->o->law ? ruleset_on(w->o->law, desk_today(w->o->desk)) : NULL;
	return w->about->ruleset ? w->about->ruleset : today ? today->code : "";
}

static bool list_grounds(struct want *w, struct err *e)
{
	const struct law *law = w->o->law;
	const char *ruleset = ruleset_of(w);
	(void)e;
	room_for(w, law ? law->ngrounds : 0);
	for (size_t i = 0; law && i < law->ngrounds; i++)
		if (!strcmp(law->grounds[i].ruleset, ruleset))
			add(w, law->grounds[i].code, law->grounds[i].label, law->grounds[i].article);
	return true;
}

/* What is decided; lapsing and withdrawing are steps of their own. */
static bool list_outcomes(struct want *w, struct err *e)
{
	const struct law *law = w->o->law;
	const char *ruleset = ruleset_of(w);
	(void)e;
	room_for(w, law ? law->noutcomes : 0);
	for (size_t i = 0; law && i < law->noutcomes; i++)
		if (!strcmp(law->outcomes[i].ruleset, ruleset) && !outcome_step(law->outcomes[i].code))
			add(w, law->outcomes[i].code, law->outcomes[i].label, law->outcomes[i].article);
	return true;
}

static bool list_disclosures(struct want *w, struct err *e)
{
	const char *ruleset = ruleset_of(w);
	size_t n = 0;
	(void)e;
	while (disclosure_bases[n].ruleset)
		n++;
	room_for(w, n);
	for (size_t i = 0; i < n; i++)
		if (!strcmp(disclosure_bases[i].ruleset, ruleset))
			add(w, disclosure_bases[i].code, tr(disclosure_bases[i].label), tr(disclosure_bases[i].article));
	return true;
}

static bool list_query(struct want *w, const struct query *query, struct err *e)
{
	enum { MOST = 500 };
	room_for(w, MOST);
	struct q *q = q_open(w->o->store, query);
	while (w->out->n < MOST && q_row(q, e))
		add(w, by_number(w->f) ? number(q_get_int(q, "id"), w->a) : q_get_text(q, "code", w->a), q_get_text(q, "name", w->a),
			q_get_text(q, "note", w->a));
	q_end(q);
	return !e->code;
}

static bool list_roles(struct want *w, struct err *e)
{
	return list_query(w, &Q_choice_role, e);
}

static bool list_operators(struct want *w, struct err *e)
{
	return list_query(w, &Q_choice_operator, e);
}

static const struct source {
	const char *name;
	bool (*list)(struct want *w, struct err *e);
	const char *label; /* what its values are called */
} sources[] = {
	{"unit", list_units, N_("部门")}, {"person", list_persons, N_("责任人")}, {"body", list_bodies, N_("外单位")}, {"item", list_items, N_("事项")},
	{"element", list_elements, N_("内容要素")}, {"ground", list_grounds, N_("不公开依据")}, {"outcome", list_outcomes, N_("结果")},
	{"disclose_basis", list_disclosures, N_("公开依据")}, {"role", list_roles, N_("角色")}, {"operator", list_operators, N_("操作员")},
};

static const struct source *source_of(const struct field *f)
{
	for (size_t i = 0; f->source && i < sizeof sources / sizeof *sources; i++)
		if (!strcmp(f->source, sources[i].name))
			return &sources[i];
	return NULL;
}

bool choices_of(struct office *o, const struct field *f, const struct choice_about *about, struct arena *a, struct choice_rows *out,
	struct err *e)
{
	struct want w = {o, f, about, a, out};
	struct err own = {0};
	const struct source *source = source_of(f);
	*out = (struct choice_rows){0};
	return source ? source->list(&w, e ? e : &own) : err_set(e, ERR_MISSING, _("这一栏没有值表"));
}

bool choice_unknown(struct office *o, const struct field *f, const char *ruleset, const char *typed, struct arena *a, struct err *e)
{
	struct choice_rows rows;
	struct str all = str_new(a);
	if (!choices_of(o, f, &(struct choice_about){INT_NONE, ruleset}, a, &rows, e))
		return false;
	for (size_t i = 0; i < rows.n; i++)
		str_printf(&all, i ? _("、%s（%s）") : _("%s（%s）"), rows.rows[i].label, rows.rows[i].code);
	return err_field(e, f->name, _("%s年规则没有%s“%s”，可以填：%s"), ruleset, tr(source_of(f)->label), typed, all.s);
}
