#include "office/letter_values.h"

#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "office/sequence.h"
#include "office/setting.h"

static struct slot_value day_value(const struct letter_values *v, daynum d)
{
	char zh[DAY_ZH];
	return (struct slot_value){d == DAY_NONE ? NULL : arena_strdup(v->arena, day_zh(d, zh)), NULL};
}

static struct slot_value text_value(const char *s)
{
	return (struct slot_value){s, NULL};
}

/* A setting of the office; an empty one is remembered, so that the refusal can name it. */
static struct slot_value office_value(const struct letter_values *v, const char *key)
{
	const struct setting_key *k = setting_key_find(key);
	const char *value = k ? setting_get(v->office, key, v->on, v->arena) : NULL;
	if (text_is_blank(value) && k && v->empty && !strstr(v->empty->s, k->label))
		str_printf(v->empty, v->empty->len ? _("、%s（%s）") : _("%s（%s）"), tr(k->label), k->key);
	return text_value(value);
}

static struct slot_value setting_value(const struct letter_values *v, const char *key)
{
	const char *value = setting_get(v->office, key, v->on, v->arena);
	return text_is_blank(value) ? office_value(v, key) : (struct slot_value){value, value};
}

static struct slot_value seal_value(const struct letter_values *v)
{
	return text_value(setting_flag(v->office, "seal", v->on) ? _("机关印章") : NULL);
}

/* Slots that need no 字段 line: they belong to the office and the letter, not to the case. */
static struct slot_value standard(const struct letter_values *v, const char *name)
{
	char iso[DAY_ISO];
	if (strcmp(name, "date") == 0)
		return (struct slot_value){day_value(v, v->on).text, v->on == DAY_NONE ? NULL : arena_strdup(v->arena, day_iso(v->on, iso))};
	if (strcmp(name, "year") == 0)
		return text_value(arena_printf(v->arena, "%d", day_year(v->on)));
	if (strcmp(name, "serial") == 0)
		return text_value(v->serial == INT_NONE ? NULL : arena_printf(v->arena, "%lld", (long long)v->serial));
	if (strcmp(name, "remedy") == 0)
		return text_value(v->remedy);
	if (strcmp(name, "seal") == 0)
		return seal_value(v);
	/* 机关电话 is office_phone beside an applicant's phone; the setting is phone. */
	return office_value(v, strncmp(name, "office_", 7) == 0 ? name + 7 : name);
}

/* The gaps of the application, as the applicant calls them. */
static const char *gaps(const struct letter_values *v)
{
	struct str s = str_new(v->arena);
	for (size_t i = 0; i < v->view.nmissing; i++)
		str_printf(&s, i ? _("、%s") : "%s", tr(record_field(&request_type, v->view.missing[i])->label));
	return s.len ? s.s : NULL;
}

/* A slot that means a date is never empty for want of another: an application handed over arrived that day. */
static daynum first_known(const daynum *days, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (days[i] != DAY_NONE)
			return days[i];
	return DAY_NONE;
}

static bool derived(const struct letter_values *v, const char *name, struct slot_value *out)
{
	const struct matter *m = &v->view.c.matter;
	daynum arrival[] = {m->arrived, m->signed_on, m->confirmed, m->received, m->registered_on};
	daynum applied[] = {v->view.request.applied_on, m->arrived, m->signed_on, m->received, m->registered_on};
	if (strcmp(name, "id") == 0)
		*out = text_value(m->number);
	else if (strcmp(name, "received") == 0)
		*out = day_value(v, m->received);
	else if (strcmp(name, "due") == 0)
		*out = day_value(v, v->view.c.due);
	else if (strcmp(name, "arrived") == 0)
		*out = day_value(v, first_known(arrival, sizeof arrival / sizeof *arrival));
	else if (strcmp(name, "applied_on") == 0)
		*out = day_value(v, first_known(applied, sizeof applied / sizeof *applied));
	else if (strcmp(name, "registered_on") == 0)
		*out = day_value(v, m->registered_on);
	else if (strcmp(name, "missing") == 0)
		*out = text_value(gaps(v));
	else if (strcmp(name, "outcome") == 0) {
		/* 不予更正 and 不予公开 bear one code; a sheet for both has a box for each. */
		const char *code = v->is_correction && m->outcome && strcmp(m->outcome, "refused") == 0 ? "not_corrected" : m->outcome;
		*out = (struct slot_value){code, code};
	} else if (strcmp(name, "handling") == 0 && v->is_correction)
		*out = text_value(v->facts.transferred_on != DAY_NONE ? "transferred" : "told");
	else if (strcmp(name, "result") == 0 && v->is_correction)
		*out = (struct slot_value){m->outcome, m->outcome};
	else if (strcmp(name, "name") == 0 && !v->is_correction && v->view.request.co_applicants)
		*out = text_value(arena_printf(v->arena, _("%s、%s"), v->view.request.applicant.name, v->view.request.co_applicants));
	else if (strcmp(name, "addressee") == 0) /* whom the letter that is revoked addressed */
		*out = v->facts.addressee ? text_value(v->facts.addressee) : letter_value(v, &(struct slot){.name = "name", .line = 1});
	else if (strcmp(name, "answer") == 0) /* decided the day it came: on the spot */
		*out = text_value(m->received != DAY_NONE && v->facts.withdrawn_on == m->received ? "on_spot" : NULL);
	else if (strcmp(name, "case_kind") == 0)
		*out = text_value(v->is_correction ? "correction" : "request");
	else if (strcmp(name, "revoked_told") == 0)
		*out = text_value(v->facts.revoked_told ? "yes" : NULL);
	else if (strcmp(name, "fee_place") == 0 && v->facts.fee_items) /* a cost fee was asked for: it is paid here unless the clerk says where */
		*out = setting_value(v, "address");
	else if (strcmp(name, "notice_title") == 0)
		*out = (struct slot_value){m->outcome, m->outcome};
	else if (strcmp(name, "confirmed_by") == 0)
		*out = text_value(m->confirmed_by);
	else if (strcmp(name, "closed_on") == 0)
		*out = day_value(v, m->closed_on);
	else
		return false;
	return true;
}

static struct slot_value field_value(const struct letter_values *v, const struct field *f, const void *rec)
{
	if (!record_known(f, rec))
		return text_value(NULL);
	if (f->type == FIELD_DATE)
		return day_value(v, *(const daynum *)((const char *)rec + f->offset));
	return (struct slot_value){record_shown(f, rec, v->arena), record_stored(f, rec, v->arena)};
}

/* The rows of a list: the caller's own, else the case's. A template may name a list that nobody has: it is empty. */
static struct slot_value list_value(const struct letter_values *v, const struct slot *slot)
{
	struct case_table t;
	struct err why = {0};
	for (size_t i = 0; i < v->ntables; i++)
		if (!strcmp(v->tables[i].name, slot->name))
			return (struct slot_value){.rows = case_table_slot(&v->tables[i], slot, v->arena)};
	if (v->has_case && case_table_load(v->office, &v->view.c, slot->name, v->arena, &t, &why))
		return (struct slot_value){.rows = case_table_slot(&t, slot, v->arena)};
	if (why.code != ERR_NONE && why.code != ERR_MISSING)
		err_set(v->fault, why.code, "%s", why.text);
	return text_value(NULL);
}

/* How many papers the file has, and their pages as far as they are counted. */
static struct slot_value file_sum(const struct letter_values *v, bool pages)
{
	struct case_table t;
	long sum = 0;
	if (!case_table_load(v->office, &v->view.c, "files", v->arena, &t, v->fault))
		return text_value(NULL);
	for (size_t i = 0; i < t.n; i++) {
		const char *n = case_table_cell(&t, i, "pages");
		sum += pages ? n ? strtol(n, NULL, 10) : 0 : 1;
	}
	return text_value(arena_printf(v->arena, "%ld", sum));
}

/* A column of the case's letter of that number; NULL: of the newest that stands and goes out: sheets of the file bear no number. */
static struct slot_value of_letter(const struct letter_values *v, const char *wanted, const char *column)
{
	struct case_table t;
	const char *found = NULL;
	if (!case_table_load(v->office, &v->view.c, "letters", v->arena, &t, v->fault))
		return text_value(NULL);
	for (size_t i = 0; i < t.n; i++) {
		const char *number = case_table_cell(&t, i, "number");
		bool goes_out = strstr(case_table_cell(&t, i, "doc"), "\nnumber\t") != NULL;
		if (wanted ? !strcmp(number, wanted) : goes_out && !case_table_cell(&t, i, "state"))
			found = case_table_cell(&t, i, column);
	}
	return text_value(found);
}

/* What was typed for this letter comes first, then the case's own record. */
struct slot_value letter_value(const void *ctx, const struct slot *slot)
{
	const struct letter_values *v = ctx;
	struct slot_value out;
	if (!slot->line)
		return standard(v, slot->name);
	for (size_t i = 0; i < v->nslots; i++)
		if (strcmp(v->slots[i].name, slot->name) == 0 || strcmp(v->slots[i].name, slot->label) == 0)
			return (struct slot_value){v->slots[i].value, v->slots[i].value};
	if (slot->type == SLOT_LIST)
		return list_value(v, slot);
	if (!v->has_case)
		return text_value(NULL);
	if (strcmp(slot->name, "file_count") == 0 || strcmp(slot->name, "file_pages") == 0)
		return file_sum(v, slot->name[5] == 'p');
	if (strcmp(slot->name, "letter_title") == 0 || strcmp(slot->name, "letter_pages") == 0)
		return of_letter(v, v->facts.letter_number, slot->name + strlen("letter_"));
	if (strcmp(slot->name, "letter_number") == 0 && !v->facts.letter_number && strcmp(v->kind, "delivery_record") == 0)
		return of_letter(v, NULL, "number");
	if (strcmp(slot->name, "revoked_title") == 0)
		return v->facts.revoked_number ? of_letter(v, v->facts.revoked_number, "title") : text_value(NULL);
	if (derived(v, slot->name, &out))
		return out;
	if (slot->multi && strcmp(slot->name, "ground") == 0)
		return (struct slot_value){v->facts.ground_text, v->facts.grounds};
	const struct field *f = record_field(&letter_facts_type, slot->name);
	if (f && record_known(f, &v->facts))
		return field_value(v, f, &v->facts);
	/* The applicant's reasons are not the office's. */
	const char *name = strcmp(slot->name, "claim_reasons") == 0 ? "reasons" : strcmp(slot->name, "reasons") == 0 ? "" : slot->name;
	f = v->is_correction ? record_field(&correction_type, name) : NULL;
	if (f)
		return field_value(v, f, &v->correction);
	f = record_field(&request_type, slot->name);
	if (f)
		return field_value(v, f, &v->view.request);
	/* fee_account, name_applicant: what the office says of itself. */
	return setting_key_find(slot->name) ? setting_value(v, slot->name) : text_value(NULL);
}

/* {prefix}〔{year}〕{serial}号, {own} in place of {serial}: counted for this kind alone; a line KIND=… is for that kind, the first line without
 * one for the others. What is no letter (an approval sheet, a record of delivery) has no part in the letters' numbers without a line of its
 * own. `counter`: what {own} counts. */
static const char *pattern_for(const char *patterns, const char *kind, bool sheet, const char **counter, struct arena *a)
{
	size_t n = strlen(kind);
	const char *common = "{prefix}{year}-{serial}";
	bool found = false;
	*counter = kind;
	for (const char *p = patterns; *p;) {
		size_t len = strcspn(p, "\n");
		if (len > n && strncmp(p, kind, n) == 0 && p[n] == '=')
			return arena_strndup(a, p + n + 1, len - n - 1);
		if (!found && len && !memchr(p, '=', len)) {
			common = arena_strndup(a, p, len);
			found = true;
		}
		p += len + (p[len] == '\n');
	}
	*counter = sheet ? "sheet" : kind;
	return sheet ? _("{prefix}内〔{year}〕{own}号") : common;
}

bool letter_takes_serial(const struct letter_values *v, const struct template *t)
{
	const char *set = setting_get(v->office, "number_patterns", v->on, v->arena), *own;
	return strstr(pattern_for(set ? set : "", v->kind, !t->numbered, &own, v->arena), "{serial}") != NULL;
}

const char *letter_number(struct office *o, const char *kind, bool sheet, daynum on, int64_t serial, struct arena *a, struct err *e)
{
	const char *patterns = setting_need(o, "number_patterns", on, a, e), *counter;
	struct str out = str_new(a);
	if (!patterns)
		return NULL;
	for (const char *p = pattern_for(patterns, kind, sheet, &counter, a); *p;) {
		if (strncmp(p, "{prefix}", 8) == 0) {
			const char *prefix = setting_need(o, "prefix", on, a, e);
			if (!prefix)
				return NULL;
			str_add(&out, prefix);
			p += 8;
		} else if (strncmp(p, "{year}", 6) == 0) {
			str_printf(&out, "%d", day_year(on));
			p += 6;
		} else if (strncmp(p, "{serial}", 8) == 0) {
			str_printf(&out, "%lld", (long long)serial);
			p += 8;
		} else if (strncmp(p, "{own}", 5) == 0) {
			int64_t own;
			if (!sequence_next(o, arena_printf(a, "letter:%s", counter), day_year(on), &own, e))
				return NULL;
			str_printf(&out, "%lld", (long long)own);
			p += 5;
		} else {
			str_char(&out, *p++);
		}
	}
	return out.s;
}
