#include "office/template.h"

#include <string.h>

#include "gen/q_template.h"
#include "office/letter.h"

enum { TEMPLATE_MAX = LINES_MAX };

static bool installed_load(struct office *o, struct arena *a, struct office_template *out, size_t most, size_t *n, struct err *e)
{
	struct err end = {0};
	struct q *q = q_open(o->store, &Q_template_installed);
	while (*n < most && q_row(q, &end)) {
		struct err bad = {0};
		out[*n].id = q_get_int(q, "id");
		out[*n].version = q_get_int(q, "version");
		/* A text the present program no longer accepts is left out: the shipped one is in force. */
		if (template_parse(q_get_text(q, "text", a), a, &out[*n].t, &bad))
			++*n;
	}
	q_end(q);
	return end.code == ERR_NONE || err_set(e, end.code, "%s", end.text);
}

bool templates_load(struct office *o, struct arena *a, struct office_template **out, size_t *n, struct err *e)
{
	enum { INSTALLED_MAX = 2000 };
	if (!o->letters)
		template_load(gen_letters, &o->arena, &o->letters, &o->nletters);
	*out = arena_array(a, struct office_template, o->nletters + INSTALLED_MAX);
	for (*n = 0; *n < o->nletters; ++*n)
		(*out)[*n] = (struct office_template){.t = o->letters[*n], .id = INT_NONE};
	return installed_load(o, a, *out, o->nletters + INSTALLED_MAX, n, e);
}

/* The shipped template a text would take the place of: of its kind and rule set, in force when it begins, else the newest. */
static const struct template *replaced(const struct template *t, struct arena *a)
{
	struct template **shipped;
	size_t n;
	template_load(gen_letters, a, &shipped, &n);
	const struct template *at = template_pick(shipped, n, t->kind, t->family, t->valid_from), *newest = NULL;
	for (size_t i = 0; i < n && !at; i++) {
		if (!strcmp(shipped[i]->kind, t->kind) && (!newest || shipped[i]->valid_from >= newest->valid_from))
			newest = shipped[i];
	}
	return at ? at : newest;
}

static size_t one_fault(struct arena *a, const char *text, struct template_fault **out)
{
	*out = arena_new(a, struct template_fault);
	(*out)->text = text;
	return 1;
}

size_t template_faults(const char *text, struct arena *a, struct template_fault **out)
{
	struct err e = {0};
	struct template *t;
	struct doc *d;
	if (strlen(text) > TEMPLATE_MAX)
		return one_fault(a, _("模板太大"), out);
	size_t n = template_check(text, NULL, a, out);
	if (n || !template_parse(text, a, &t, &e))
		return n;
	const struct template *shipped = replaced(t, a);
	if (!shipped)
		return one_fault(a, arena_printf(a, _("没有“%s”这种文书，种类的代码见 gwgk letter kinds"), t->kind), out);
	if (shipped->family && shipped->family != t->family)
		return one_fault(a, arena_printf(a, _("规则要写%d，与自带的“%s”一致"), shipped->family, shipped->name), out);
	if (shipped->remedy != t->remedy)
		return one_fault(a, _("救济的种类与自带的模板不一致，不能改"), out);
	n = template_check(text, shipped->text, a, out);
	if (!n && !template_fill(t, template_sample, NULL, FILL_PREVIEW, a, &d, &e))
		return one_fault(a, arena_strdup(a, e.text), out);
	return n;
}

static struct slot_value preview_value(const void *ctx, const struct slot *slot)
{
	const struct record_list *slots = ctx;
	for (size_t i = 0; i < slots->n; i++) {
		const struct letter_slot *s = (const struct letter_slot *)slots->rows + i;
		if (!strcmp(s->name, slot->name) || !strcmp(s->name, slot->label))
			return (struct slot_value){s->value, s->value, NULL};
	}
	return template_sample(NULL, slot);
}

bool template_preview(const char *text, const struct record_list *slots, struct arena *a, struct doc **out, struct err *e)
{
	struct template *t;
	if (!template_parse(text, a, &t, e))
		return false;
	for (size_t i = 0; i < slots->n; i++) {
		const struct letter_slot *s = (const struct letter_slot *)slots->rows + i;
		const struct slot *slot = template_slot(t, s->name);
		if (!slot)
			return err_field(e, "slot", _("“%s”没有栏目“%s”"), t->name, s->name);
		size_t k = 0;
		while (k < slot->noptions && strcmp(s->value, slot->options[k].code) && strcmp(s->value, slot->options[k].label))
			k++;
		if (slot->type == SLOT_LIST || (slot->type == SLOT_CHOICE && !slot->multi && *s->value && k == slot->noptions))
			return err_field(e, slot->name, _("“%s”没有选项“%s”"), slot->label, s->value);
	}
	return template_fill(t, preview_value, slots, FILL_PREVIEW, a, out, e);
}

/* --- verbs --------------------------------------------------------------------------------------------------------------- */

static const struct field template_fields[] = {
	{.name = "text", .label = N_("模板全文"), .type = FIELD_LINES, .offset = FIELD_AT(template_args, text), .flags = FIELD_REQUIRED},
	{0},
};
const struct record_type TEMPLATE_ARGS = {"template", N_("模板"), sizeof(struct template_args), template_fields};

/* Is it the one that letters of its first day are made from? An older text may be put back over the one that took its place. */
static bool same_as_now(struct office *o, const struct template *t, struct arena *a, bool *same, struct err *e)
{
	struct letter_kinds now;
	if (!letter_kinds(o, a, &now, e))
		return false;
	const struct template *in_force = template_pick(now.all, now.n, t->kind, t->family, t->valid_from);
	*same = in_force && !*in_force->file && !strcmp(in_force->text, t->text);
	return true;
}

static bool install_run(struct verb_call *call, struct err *e)
{
	const struct template_args *in = call->args;
	struct template_fault *f;
	struct template *t;
	bool same;
	if (template_faults(in->text, call->arena, &f))
		return f->line ? err_field(e, "text", _("模板第%d行：%s"), f->line, f->text) : err_field(e, "text", _("模板：%s"), f->text);
	if (!template_parse(in->text, call->arena, &t, e) || !same_as_now(call->office, t, call->arena, &same, e))
		return false;
	if (same)
		return err_set(e, ERR_RULE, _("这份“%s”已经装上，没有改动"), t->name);
	struct q *q = q_open(call->office->store, &Q_template_insert);
	q_text(q, "kind", t->kind);
	q_text(q, "text", in->text);
	bool done = q_run(q, e);
	q_end(q);
	if (!done)
		return false;
	char iso[DAY_ISO];
	call->subject_id = store_last_id(call->office->store);
	call->result = arena_printf(call->arena, _("已装上“%s”，编号 %lld，用于%s起的文书"), t->name, (long long)call->subject_id,
		day_iso(t->valid_from, iso));
	return true;
}

static bool retire_run(struct verb_call *call, struct err *e)
{
	struct q *q = q_open(call->office->store, &Q_template_retire);
	q_int(q, "id", call->subject_id);
	q_day(q, "day", desk_today(call->office->desk));
	bool done = q_run_one(q, e);
	q_end(q);
	call->result = arena_printf(call->arena, _("模板 %lld 已停用，改用原来的"), (long long)call->subject_id);
	return done;
}

const struct verb template_install = {
	.name = "template.install", .label = N_("装上文书模板"), .args = &TEMPLATE_ARGS, .run = install_run, .creates = true,
};
const struct verb template_retire = {
	.name = "template.retire", .label = N_("停用文书模板"), .subject = "template", .run = retire_run,
};
const struct verb *const template_verbs[] = {&template_install, &template_retire, NULL};
