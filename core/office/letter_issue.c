/* Filling a template from a case; issuing and revoking. */
#include <string.h>

#include "base/hash.h"
#include "base/text.h"
#include "gen/q_letter.h"
#include "law/procedure.h"
#include "office/letter_remedy.h"
#include "office/letter_values.h"
#include "office/letter_view.h"
#include "office/sequence.h"
#include "office/setting.h"
#include "paper/serial.h"

static const struct field slot_fields[] = {
	{"name", N_("栏目"), FIELD_TEXT, FIELD_AT(letter_slot, name), FIELD_REQUIRED},
	{"value", N_("内容"), FIELD_LINES, FIELD_AT(letter_slot, value)},
	{0},
};
const struct record_type letter_slot_type = {"letter_slot", N_("栏目"), sizeof(struct letter_slot), slot_fields};

static const struct field issue_fields[] = {
	{"kind", N_("文书"), FIELD_TEXT, FIELD_AT(letter_issue, kind), FIELD_REQUIRED},
	{"on", N_("出具日期"), FIELD_DATE, FIELD_AT(letter_issue, on), FIELD_PAST},
	{"slots", N_("栏目"), FIELD_LIST, FIELD_AT(letter_issue, slots), .nested = &letter_slot_type},
	{"letter_id", "", FIELD_ID, FIELD_AT(letter_issue, letter_id), FIELD_HIDDEN | FIELD_DERIVED},
	{0},
};
const struct record_type letter_issue_type = {"letter_issue", N_("出具文书"), sizeof(struct letter_issue), issue_fields};

static const struct field revoke_fields[] = {
	{"reason", N_("撤销原因"), FIELD_TEXT, FIELD_AT(letter_revoke, reason), FIELD_REQUIRED, .width = 40},
	{0},
};
const struct record_type letter_revoke_type = {"letter_revoke", N_("撤销文书"), sizeof(struct letter_revoke), revoke_fields};

bool letter_preview(struct office *o, int64_t matter_id, const struct letter_issue *what, bool blank, struct arena *a, struct doc **out,
	struct err *e)
{
	struct letter_values v;
	if (!letter_values_start(o, matter_id, what, a, &v, e))
		return false;
	const struct template *t = letter_pick(&v, e);
	if (!t || !letter_read_slots(t, &v, e) || !letter_fill_remedy(&v, t, true, e))
		return false;
	return template_fill(t, letter_value, &v, blank ? FILL_BLANK : FILL_PREVIEW, a, out, e);
}

/* An empty setting is the office's matter, not the clerk's: the refusal names it. */
static bool fill(struct letter_values *v, const struct template *t, struct doc **doc, struct err *e)
{
	struct err why = {0};
	if (template_fill(t, letter_value, v, FILL_ISSUE, v->arena, doc, &why))
		return true;
	const struct slot *slot = template_slot(t, why.field);
	bool of_office = !slot || !slot->line || (setting_key_find(slot->name) && !record_field(&request_type, slot->name));
	if (v->empty->len && of_office)
		return err_set(e, ERR_RULE, _("设置为空，不能出具：%s"), v->empty->s);
	if (why.code == ERR_INPUT)
		return err_field(e, why.field, "%s", why.text);
	return err_set(e, why.code, "%s", why.text);
}

static bool check_date(const struct letter_values *v, struct err *e)
{
	char iso[DAY_ISO];
	const struct matter *m = &v->view.c.matter;
	if (v->on > desk_today(v->office->desk))
		return err_field(e, "on", _("出具日期 %s 在今天之后"), day_iso(v->on, iso));
	daynum first = m->received != DAY_NONE ? m->received : m->arrived;
	if (first != DAY_NONE && v->on < first)
		return err_field(e, "on", _("出具日期 %s 早于收到申请之日"), day_iso(v->on, iso));
	return true;
}

/* Which letter has that number already; NULL: it is free. */
static bool holder(const struct letter_values *v, const char *number, const char **ref, struct err *e)
{
	struct err none = {0};
	struct letter l;
	int64_t id;
	struct q *q = q_open(v->office->store, &Q_letter_by_number);
	q_text(q, "typed", number);
	*ref = NULL;
	if (!q_one_int(q, &id, &none))
		return none.code == ERR_NONE || err_set(e, none.code, "%s", none.text);
	if (!letter_load(v->office, id, v->arena, &l, e))
		return false;
	*ref = l.ref;
	return true;
}

/* The template prints the usual number; an office that has set a pattern of its own gets that one, on paper and in the register. Patterns
 * change in mid-year: a series of its own passes over the numbers that another pattern has used. `taken`: who has it; NULL. */
static bool number(struct letter_values *v, const struct template *t, struct doc *doc, const char **taken, struct err *e)
{
	const char *set = setting_get(v->office, "number_patterns", v->on, v->arena), *last = NULL;
	bool own = set && strcmp(set, setting_key_find("number_patterns")->fallback) != 0;
	const struct block *found = doc_find(doc, BLOCK_NUMBER);
	struct block *line = found ? &doc->blocks[found - doc->blocks] : NULL;
	for (;; last = v->number) {
		v->number = line && !own ? line->text : letter_number(v->office, v->kind, !t->numbered, v->on, v->serial, v->arena, e);
		if (!v->number || !holder(v, v->number, taken, e))
			return false;
		if (!*taken || (last && !strcmp(last, v->number)))
			break;
	}
	if (line)
		line->text = v->number;
	return true;
}

static bool fill_numbered(struct letter_values *v, const struct template *t, struct doc **doc, struct err *e)
{
	const char *taken;
	bool shared = letter_takes_serial(v, t);
	int year = day_year(v->on);
	if (!sequence_next(v->office, "letter", year, &v->entry, e))
		return false;
	v->serial = v->entry;
	do {
		if ((shared && !sequence_next(v->office, "number", year, &v->serial, e)) || !fill(v, t, doc, e) || !number(v, t, *doc, &taken, e))
			return false;
	} while (taken && shared);
	if (!shared)
		v->serial = INT_NONE;
	return !taken || err_set(e, ERR_RULE, _("文号 %s 已经给了 %s，请先改设置 number_patterns 或者模板的“编号:”一行"), v->number, taken);
}

/* The letter it stands in for, so that the register tells it; INT_NONE. */
static bool replaced(const struct letter_values *v, int64_t matter_id, int64_t *id, struct err *e)
{
	struct err none = {0};
	struct q *q = q_open(v->office->store, &Q_letter_replaced);
	q_int(q, "matter_id", matter_id);
	q_text(q, "kind", v->kind);
	q_text(q, "named", strcmp(v->kind, "revoke") == 0 ? v->facts.revoked_number : NULL);
	if (!q_one_int(q, id, &none))
		*id = INT_NONE;
	return none.code == ERR_NONE || err_set(e, none.code, "%s", none.text);
}

static bool insert(struct letter_values *v, const struct template *t, int64_t matter_id, const char *doc, int64_t *id, struct err *e)
{
	unsigned char hash[HASH_LEN], text[HASH_LEN];
	int64_t before;
	if (!replaced(v, matter_id, &before, e))
		return false;
	struct q *q = q_open(v->office->store, &Q_letter_insert);
	q_int(q, "replaces_id", before);
	hash_bytes(doc, strlen(doc), hash);
	const char *name = letter_template_name(t, v->arena);
	hash_bytes(t->text, strlen(t->text), text);
	q_int(q, "matter_id", matter_id);
	q_text(q, "kind", v->kind);
	q_text(q, "name", t->name);
	q_text(q, "template", name);
	q_blob(q, "template_sha256", text, HASH_LEN);
	q_int(q, "year", day_year(v->on));
	q_int(q, "serial", v->entry);
	q_int(q, "printed", v->serial);
	q_text(q, "number", v->number);
	q_text(q, "ruleset", v->view.c.matter.ruleset);
	q_day(q, "letter_date", v->on);
	q_text(q, "doc", doc);
	q_blob(q, "sha256", hash, HASH_LEN);
	bool done = q_run(q, e);
	q_end(q);
	if (done)
		*id = store_last_id(v->office->store);
	return done;
}

/* The decision was approved with its reasons: the letter gives others? */
static bool other_reasons(const struct letter_values *v)
{
	if (!letter_is_decision(v) || text_is_blank(v->facts.reasons))
		return false;
	for (size_t i = 0; i < v->nslots; i++)
		if (strcmp(v->slots[i].name, "reasons") == 0)
			return !text_is_blank(v->slots[i].value) && strcmp(v->slots[i].value, v->facts.reasons) != 0;
	return false;
}

/* What may be issued, but a reader would ask about; NULL. */
static const char *doubt(const struct letter_values *v)
{
	const char *step = NULL;
	daynum reported = letter_step_day(v, &step);
	char iso[DAY_ISO];
	if (reported != DAY_NONE && v->on < reported)
		return arena_printf(v->arena, _("出具日期早于“%s”的日期 %s"), step, day_iso(reported, iso));
	if (strcmp(v->kind, "extend") == 0 && v->facts.due_before != DAY_NONE && v->on > v->facts.due_before)
		return arena_printf(v->arena, _("出具日期晚于原答复期限 %s，延期应当在期限届满前告知申请人"), day_iso(v->facts.due_before, iso));
	if (letter_is_decision(v) && v->facts.withdrawn_on != DAY_NONE && v->on < v->facts.withdrawn_on)
		return arena_printf(v->arena, _("出具日期早于作出决定的日期 %s"), day_iso(v->facts.withdrawn_on, iso));
	if (other_reasons(v))
		return _("理由与批准的决定所记的不同，请批准人知悉");
	return NULL;
}

static bool issue(struct office *o, int64_t matter_id, struct letter_issue *what, struct arena *a, const char **name, const char **number_out,
	struct err *e)
{
	struct letter_values v;
	struct doc *doc;
	if (!letter_values_start(o, matter_id, what, a, &v, e) || !check_date(&v, e))
		return false;
	const struct template *t = letter_pick(&v, e);
	if (t && t->inside)
		return err_set(e, ERR_RULE, _("“%s”是内部用纸，不编文号，用 gwgk sheet 打印"), t->name);
	if (!t || !letter_may_issue(&v, e) || !letter_read_slots(t, &v, e) || !letter_fill_remedy(&v, t, false, e))
		return false;
	if (letter_has_remedy(t) && letter_is_decision(&v) && !v.remedy)
		return err_set(e, ERR_RULE, _("决定缺少救济途径，不能出具"));
	if (!fill_numbered(&v, t, &doc, e))
		return false;
	*number_out = v.number;
	*name = t->name;
	what->doubt = doubt(&v);
	return insert(&v, t, matter_id, doc_serial(doc, a, NULL), &what->letter_id, e);
}

bool letter_issue_in(struct office *o, int64_t matter_id, struct letter_issue *what, struct arena *a, const char **number, struct err *e)
{
	const char *name;
	return issue(o, matter_id, what, a, &name, number, e);
}

static bool run_issue(struct verb_call *call, struct err *e)
{
	struct letter_issue *args = call->args;
	const char *name, *number;
	if (!issue(call->office, call->subject_id, args, call->arena, &name, &number, e))
		return false;
	call->result = arena_printf(call->arena, _("已出具 %s %s"), name, number);
	call->warning = args->doubt;
	return true;
}

/* --- what a screen asks before it issues ------------------------------------------------------------------------------------- */

bool letter_template_of(struct office *o, int64_t matter_id, const struct letter_issue *what, struct arena *a, const struct template **out,
	struct err *e)
{
	struct letter_values v;
	if (!letter_values_start(o, matter_id, what, a, &v, e))
		return false;
	*out = letter_pick(&v, e);
	return *out != NULL;
}

enum { DEFECTS_MAX = 40 };
struct trial {
	const struct letter_values *v;
	const struct slot *patched[DEFECTS_MAX];
	size_t n;
};

/* As letter_value(), but a slot already found wanting has a sample, so that the next defect is reached. */
static struct slot_value trial_value(const void *ctx, const struct slot *slot)
{
	const struct trial *t = ctx;
	for (size_t i = 0; i < t->n; i++)
		if (strcmp(t->patched[i]->name, slot->name) == 0)
			return template_sample(NULL, slot);
	return letter_value(t->v, slot);
}

static void defect(struct letter_defects *out, struct arena *a, const struct slot *slot, const char *text)
{
	struct letter_defect *d = &out->rows[out->n++];
	d->typed = slot && slot->typed;
	d->slot = slot ? slot->name : NULL;
	const char *others = strstr(text, _("；“")); /* each has a line of its own */
	d->text = slot && others ? arena_strndup(a, text, (size_t)(others - text)) : arena_strdup(a, text);
	if (!slot || slot->line || strcmp(slot->name, "remedy") == 0)
		return;
	const struct setting_key *k = setting_key_find(strncmp(slot->name, "office_", 7) == 0 ? slot->name + 7 : slot->name);
	if (k)
		d->text = arena_printf(a, _("设置“%s”没有填写（91 办公室设置）"), tr(k->label));
}

bool letter_defects(struct office *o, int64_t matter_id, const struct letter_issue *what, struct arena *a, struct letter_defects *out,
	struct err *e)
{
	struct letter_values v;
	struct trial trial = {.v = &v};
	struct doc *doc;
	out->rows = arena_array(a, struct letter_defect, DEFECTS_MAX + 8);
	out->n = 0;
	if (!letter_values_start(o, matter_id, what, a, &v, e))
		return false;
	const struct template *t = letter_pick(&v, e);
	if (!t)
		return false;
	v.serial = 1;
	struct err date = {0}, rule = {0}, right = {0};
	if (!check_date(&v, &date))
		defect(out, a, NULL, date.text);
	if (!letter_may_issue(&v, &rule))
		defect(out, a, NULL, rule.text);
	if (!letter_fill_remedy(&v, t, false, &right))
		defect(out, a, NULL, right.text);
	for (size_t round = 0; round < DEFECTS_MAX; round++) {
		struct err why = {0};
		if (template_fill(t, trial_value, &trial, FILL_ISSUE, a, &doc, &why))
			break;
		const struct slot *slot = template_slot(t, why.field);
		if (!slot || strcmp(slot->name, "remedy") != 0 || !right.code)
			defect(out, a, slot, why.text);
		if (!slot)
			break;
		trial.patched[trial.n++] = slot;
	}
	return true;
}

bool letter_known(struct office *o, int64_t matter_id, const struct letter_issue *what, struct arena *a, struct letter_slot **out, size_t *n,
	struct err *e)
{
	struct letter_values v;
	*n = 0;
	const struct template *t = letter_values_start(o, matter_id, what, a, &v, e) ? letter_pick(&v, e) : NULL;
	*out = arena_array(a, struct letter_slot, t ? t->nslots + 1 : 1);
	for (size_t i = 0; t && i < t->nslots; i++) {
		struct slot_value known = letter_value(&v, &t->slots[i]);
		const char *value = known.code ? known.code : known.text;
		if (t->slots[i].typed && value && *value)
			(*out)[(*n)++] = (struct letter_slot){t->slots[i].name, value};
	}
	return t != NULL;
}

/* Letters of the procedure come before sheets of the file. */
static bool of_procedure(const char *kind)
{
	for (const struct proc_step *p = proc_steps; p->verb; p++)
		if (proc_writes(p, kind))
			return true;
	return false;
}

static void offer(struct letter_values *v, const struct template *t, struct letter_offer *out)
{
	struct err why = {0};
	v->kind = t->kind;
	*out = (struct letter_offer){t->kind, t->name, letter_may_issue(v, &why) ? NULL : arena_strdup(v->arena, why.text)};
}

bool letter_offers(struct office *o, int64_t matter_id, struct arena *a, struct letter_offer **out, size_t *n, struct err *e)
{
	struct letter_issue none = {.on = DAY_NONE};
	struct letter_values v;
	struct letter_kinds kinds;
	*n = 0;
	if (!letter_values_start(o, matter_id, &none, a, &v, e) || !letter_kinds(o, a, &kinds, e))
		return false;
	int family = letter_family(&v);
	bool correction = strcmp(v.view.c.matter.kind, "correction") == 0;
	*out = arena_array(a, struct letter_offer, kinds.n + 1);
	for (int procedure = 1; procedure >= 0; procedure--)
		for (size_t i = 0; i < kinds.n; i++) {
			const struct template *t = kinds.all[i];
			bool of_corrections = strncmp(t->kind, "correction_", 11) == 0;
			bool mine = correction ? of_corrections || !of_procedure(t->kind) : !of_corrections;
			if (mine && !t->inside && of_procedure(t->kind) == procedure && template_pick(kinds.all, kinds.n, t->kind, family, v.on) == t)
				offer(&v, t, &(*out)[(*n)++]);
		}
	return true;
}

/* Before a case there is nothing to write about; afterwards each kind asks for itself (letter_may_issue). */
static bool can_issue(struct office *o, int64_t id, struct err *why)
{
	struct arena a = {0};
	struct matter_case c;
	bool can = matter_load(o, id, &a, &c, why);
	if (can && strcmp(c.matter.state, proc_state_name(STATE_VOID)) == 0)
		can = err_set(why, ERR_RULE, _("%s 已作废"), c.matter.number);
	arena_free(&a);
	return can;
}

static bool run_revoke(struct verb_call *call, struct err *e)
{
	struct letter l;
	struct letter_revoke *args = call->args;
	if (!letter_load(call->office, call->subject_id, call->arena, &l, e))
		return false;
	if (strcmp(l.state, "revoked") == 0)
		return err_set(e, ERR_RULE, _("%s 已经撤销"), l.number);
	struct q *q = q_open(call->office->store, &Q_letter_revoke);
	q_int(q, "id", l.id);
	q_day(q, "revoked_on", desk_today(call->office->desk));
	q_text(q, "reason", args->reason);
	bool done = q_run_one(q, e);
	q_end(q);
	call->result = arena_printf(call->arena, _("已撤销 %s：%s"), l.number, args->reason);
	return done;
}

static const struct verb verb_issue = {"letter.issue", N_("出具文书"), "request", &letter_issue_type, .can = can_issue, .run = run_issue};
static const struct verb verb_revoke = {"letter.revoke", N_("撤销文书"), "letter", &letter_revoke_type, .run = run_revoke, .leaves_office = true};
const struct verb *const letter_verbs[] = {&verb_issue, &verb_revoke, NULL};
