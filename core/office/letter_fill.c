/* What a template is filled from: the case, the office, what was typed. Shared by letters that are issued and by sheets of the office. */
#include <string.h>

#include "base/text.h"
#include "office/letter_remedy.h"
#include "office/letter_values.h"
#include "office/setting.h"

/* The family of the case's rule set; before receipt that of the letter's date. */
int letter_family(const struct letter_values *v)
{
	return ruleset_family(v->has_case && v->view.c.rules ? v->view.c.rules : ruleset_on(v->office->law, v->on));
}

const struct template *letter_pick(const struct letter_values *v, struct err *e)
{
	struct letter_kinds kinds;
	char iso[DAY_ISO];
	if (!letter_kinds(v->office, v->arena, &kinds, e))
		return NULL;
	int family = letter_family(v);
	const struct template *t = template_pick(kinds.all, kinds.n, v->kind, family, v->on);
	if (t)
		return t;
	for (size_t i = 0; i < kinds.n; i++)
		if (strcmp(kinds.all[i]->kind, v->kind) == 0) {
			err_field(e, "kind", _("%d年规则下，%s 没有可用的“%s”文书"), family, day_iso(v->on, iso), kinds.all[i]->name);
			return NULL;
		}
	err_field(e, "kind", _("没有“%s”这种文书"), v->kind);
	return NULL;
}

bool letter_values_start(struct office *o, int64_t matter_id, const struct letter_issue *what, struct arena *a, struct letter_values *v, struct err *e)
{
	static const struct letter_slot none;
	*v = (struct letter_values){.office = o, .arena = a, .kind = what->kind, .on = what->on, .serial = INT_NONE,
		.nslots = what->slots.n, .slots = what->slots.n ? what->slots.rows : &none};
	if (v->on == DAY_NONE)
		v->on = desk_today(o->desk);
	v->empty = arena_new(a, struct str);
	*v->empty = str_new(a);
	v->fault = arena_new(a, struct err);
	v->has_case = matter_id != INT_NONE;
	return !v->has_case || letter_case_load(v, matter_id, e);
}

/* A day that a letter sets or promises: it lies ahead of the letter. */
static bool promise(const char *slot)
{
	static const char *const days[] = {"provide_on", "supply_on", "disclose_on", "explain_until", "consult_until", "coagency_until", "clarify_until"};
	for (size_t i = 0; i < sizeof days / sizeof *days; i++)
		if (strcmp(slot, days[i]) == 0)
			return true;
	return false;
}

/* One typed value, read by its type: a date as a letter writes it, a choice of several by its codes. */
static bool read_slot(struct letter_values *v, const struct slot *slot, struct letter_slot *typed, struct err *e)
{
	struct input in = office_input(v->office);
	struct err why = {0};
	daynum day;
	char zh[DAY_ZH], iso[DAY_ISO];
	if (text_is_blank(typed->value))
		return true;
	if (slot->type == SLOT_LIST)
		return err_field(e, slot->name, _("“%s”是清单，由办件数据填写，不能手填"), slot->label);
	if (slot->type == SLOT_DATE) {
		if (!date_input(typed->value, &in, 0, &day, &why))
			return err_field(e, slot->name, _("“%s”：%s"), slot->label, why.text);
		if (promise(slot->name) && day < v->on)
			return err_field(e, slot->name, _("“%s”%s 早于出具日期"), slot->label, day_iso(day, iso));
		typed->value = arena_strdup(v->arena, day_zh(day, zh));
	}
	if (slot->type == SLOT_NUMBER && typed->value[strspn(typed->value, "0123456789.,")])
		return err_field(e, slot->name, _("“%s”要填数字，不能是“%s”"), slot->label, typed->value);
	for (const char *s = typed->value; slot->multi && *s;) {
		size_t n = strcspn(s, ","), i = 0;
		const char *one = arena_strndup(v->arena, s, n);
		while (i < slot->noptions && strcmp(one, slot->options[i].code) != 0 && strcmp(one, slot->options[i].label) != 0)
			i++;
		if (i == slot->noptions)
			return err_field(e, slot->name, _("“%s”没有选项“%s”"), slot->label, one);
		s += n + (s[n] == ',');
	}
	return true;
}

/* The way a thing is given may be chosen anew for each letter (条例40); what kind of letter goes to whom is asked through these two. */
static bool chosen_per_letter(const char *slot)
{
	static const char *const names[] = {"route", "form", "third_party", "body"};
	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		if (strcmp(slot, names[i]) == 0)
			return true;
	return false;
}

static const char *option_code(const struct slot *slot, const char *s)
{
	for (size_t i = 0; s && slot->type == SLOT_CHOICE && i < slot->noptions; i++)
		if (strcmp(s, slot->options[i].label) == 0)
			return slot->options[i].code;
	return s ? s : "";
}

/* What the case knows, a letter says: dates and decisions are not typed. What the case does not know may be. */
static bool not_known_otherwise(const struct letter_values *v, const struct slot *slot, const char *value, struct err *e)
{
	struct letter_values bare = *v;
	bare.nslots = 0;
	if (slot->typed || chosen_per_letter(slot->name))
		return true;
	struct slot_value known = letter_value(&bare, slot);
	value = option_code(slot, value);
	bool same = strcmp(value, option_code(slot, known.code)) == 0 || strcmp(value, option_code(slot, known.text)) == 0;
	if (same || (slot->line && text_is_blank(known.text)))
		return true;
	if (!slot->line)
		return err_field(e, slot->name, _("“%s”由程序填写，不能手填"), slot->label);
	bool set = setting_key_find(slot->name) && !record_field(&request_type, slot->name);
	return err_field(e, slot->name, set ? _("“%s”照设置填写（%s），不能手填") : _("“%s”照办件填写（%s），不能手填；要改请改办件"), slot->label, known.text);
}

bool letter_read_slots(const struct template *t, struct letter_values *v, struct err *e)
{
	struct letter_slot *typed = arena_array(v->arena, struct letter_slot, v->nslots + 1);
	for (size_t i = 0; i < v->nslots; i++) {
		const struct slot *slot = template_slot(t, v->slots[i].name);
		if (!slot)
			return err_field(e, "slot", _("“%s”没有栏目“%s”"), t->name, v->slots[i].name);
		for (size_t k = 0; k < i; k++)
			if (template_slot(t, v->slots[k].name) == slot)
				return err_field(e, slot->name, _("“%s”写了两次"), slot->label);
		typed[i] = v->slots[i];
		if (!read_slot(v, slot, &typed[i], e) || (!t->inside && !not_known_otherwise(v, slot, typed[i].value, e)))
			return false;
	}
	v->slots = typed;
	return true;
}

bool letter_fill_remedy(struct letter_values *v, const struct template *t, bool fill, struct err *e)
{
	if (!v->has_case || !letter_has_remedy(t))
		return true;
	struct remedy_case c = {.ruleset = v->view.c.matter.ruleset, .outcome = v->is_correction ? NULL : v->view.c.matter.outcome, .ground = v->ground,
		.on = v->on, .internet = v->internet, .kind = v->kind, .fill = fill, .revoked = v->facts.revoked_kind,
		.revoked_told = v->facts.revoked_told, .corrects = letter_corrects(v)};
	return letter_remedy(v->office, &c, v->arena, &v->remedy, e);
}
