#include "office/sheet.h"

#include <string.h>

#include "base/str.h"
#include "base/text.h"
#include "gen/q_sheet.h"
#include "office/agenda.h"
#include "office/letter_values.h"
#include "office/setting.h"
#include "paper/layout.h"

bool sheet_make(struct office *o, const struct sheet *what, struct arena *a, struct doc **out, struct err *e)
{
	const struct letter_issue as = {.kind = what->kind, .on = what->on, .slots = {what->nslots, (void *)(uintptr_t)what->slots},
		.letter_id = INT_NONE};
	struct letter_values v;
	if (!letter_values_start(o, what->matter_id, &as, a, &v, e))
		return false;
	v.tables = what->tables;
	v.ntables = what->ntables;
	const struct template *t = letter_pick(&v, e);
	if (!t || !letter_fill_remedy(&v, t, true, e))
		return false;
	if (!template_fill(t, letter_value, &v, what->blank ? FILL_BLANK : FILL_ISSUE, a, out, e))
		return false;
	if (v.fault->code != ERR_NONE)
		return err_set(e, v.fault->code, "%s", v.fault->text);
	const struct block *envelope = doc_find(*out, BLOCK_PAPER);
	return !envelope || layout_doc(*out, a)->n == 1 ||
		err_field(e, "envelope", _("收件人和地址在%s信封上写不下，请换大一号的"), envelope->text);
}

/* Names the case by its number: then it can be filled from one. */
static bool of_case(const struct template *t)
{
	return template_slot(t, "id") || template_slot(t, "name") || !strcmp(t->kind, "labels");
}

static bool of_office(const struct template *t)
{
	return !strcmp(t->kind, "due_list") || !strcmp(t->kind, "transfer_list");
}

/* Part of an export, nothing by itself. */
static bool of_export(const struct template *t)
{
	return template_slot(t, "parts") || template_slot(t, "part") || template_slot(t, "parts_count") || template_slot(t, "words");
}

static bool for_public(const char *kind)
{
	size_t n = strlen(kind);
	return n > 5 && !strcmp(kind + n - 5, "_form");
}

bool sheet_kinds(struct office *o, struct arena *a, struct sheet_kind **out, size_t *n, struct err *e)
{
	struct letter_kinds kinds;
	daynum today = desk_today(o->desk);
	int family = ruleset_family(ruleset_on(o->law, today));
	if (!letter_kinds(o, a, &kinds, e))
		return false;
	*out = arena_array(a, struct sheet_kind, kinds.n + 1);
	*n = 0;
	for (int pass = 0; pass < 2; pass++)
		for (size_t i = 0; i < kinds.n; i++) {
			const struct template *t = kinds.all[i];
			if (!t->numbered && !of_export(t) && for_public(t->kind) == !pass && template_pick(kinds.all, kinds.n, t->kind, family, today) == t)
				(*out)[(*n)++] = (struct sheet_kind){t->kind, t->name, of_case(t), of_office(t), t->copies};
		}
	return true;
}

/* --- today -------------------------------------------------------------------------------------------------------------------- */

static const char *left_of(const struct agenda_row *r)
{
	return r->badge.level == BADGE_NONE ? NULL : r->badge.text;
}

/* A list of the day names its cases, it does not tell them: three lines of the column at most. */
static const char *in_brief(const char *title, struct arena *a)
{
	enum { CELLS = 72 };
	const char *line = text_clean(a, title, false);
	int used;
	return text_cells(line) <= CELLS ? line : arena_printf(a, _("%.*s……"), (int)text_clip(line, CELLS, &used), line);
}

bool sheet_today(struct office *o, struct arena *a, struct doc **out, struct err *e)
{
	struct agenda *g = arena_new(a, struct agenda);
	struct case_table rows = case_table_new("rows", "section id title due left", a);
	struct str sum = str_new(a);
	char iso[DAY_ISO];
	size_t count = 0;
	if (!agenda_load(o, a, g, e))
		return false;
	for (size_t i = 0; i < AGENDA_SECTIONS; i++) {
		const struct agenda_section *s = &g->sections[i];
		if (s->n)
			str_printf(&sum, sum.len ? _("、%s%zu") : _("%s%zu"), s->title, s->n);
		for (size_t k = 0; k < s->n; k++) {
			const struct agenda_row *r = &s->rows[k];
			const char *due = r->due == DAY_NONE ? NULL : arena_printf(a, "%s%s", day_iso(r->due, iso), r->provisional ? "*" : "");
			case_table_add(&rows, a, (const char *const[]){s->title, r->id, in_brief(r->title, a), due, left_of(r)});
		}
		count += s->n;
	}
	const struct letter_slot slots[] = {{"count", arena_printf(a, "%zu", count)}, {"summary", sum.len ? sum.s : _("没有")},
		{"day_reason", arena_printf(a, "%s %s", day_weekday_zh(g->date), g->reason)}};
	const struct sheet what = {.kind = "due_list", .matter_id = INT_NONE, .on = DAY_NONE, .slots = slots, .nslots = sizeof slots / sizeof *slots,
		.tables = &rows, .ntables = 1};
	return sheet_make(o, &what, a, out, e);
}

/* --- labels --------------------------------------------------------------------------------------------------------------------- */

struct recipient {
	const char *number, *name, *contact, *address, *postcode;
};

static bool recipient_of(struct office *o, int64_t id, struct arena *a, struct recipient *r, struct err *e)
{
	struct q *q = q_open(o->store, &Q_sheet_recipient);
	struct err end = {0};
	*r = (struct recipient){0};
	q_int(q, "id", id);
	bool found = q_row(q, &end);
	if (found)
		*r = (struct recipient){q_get_text(q, "number", a), q_get_text(q, "name", a), q_get_text(q, "contact", a),
			q_get_text(q, "address", a), q_get_text(q, "postcode", a)};
	q_end(q);
	return found || err_set(e, end.code ? end.code : ERR_MISSING, "%s", end.code ? end.text : _("没有这件办件"));
}

static const char *label(const struct recipient *r, struct arena *a)
{
	const char *to = text_is_blank(r->contact) || !strcmp(r->contact, r->name) ? r->name : arena_printf(a, _("%s\n%s"), r->name, r->contact);
	return arena_printf(a, _("%s\n%s\n%s　收\n（%s）"), text_is_blank(r->postcode) ? _("邮政编码　　　　　　") : r->postcode, r->address, to, r->number);
}

bool sheet_labels(struct office *o, const int64_t *matters, size_t n, struct arena *a, struct doc **out, struct err *e)
{
	struct case_table rows = case_table_new("labels", "left right", a);
	struct str without = str_new(a);
	const char *pair[2] = {NULL, NULL};
	for (size_t i = 0; i < n; i++) {
		struct recipient r;
		if (!recipient_of(o, matters[i], a, &r, e))
			return false;
		if (text_is_blank(r.address)) {
			str_printf(&without, without.len ? _("、%s") : "%s", r.number);
			continue;
		}
		pair[i % 2] = label(&r, a);
		if (i % 2 == 0 && i + 1 < n)
			continue;
		case_table_add(&rows, a, pair);
		pair[0] = pair[1] = NULL;
	}
	if (without.len)
		return err_set(e, ERR_RULE, _("没有通信地址，不能打印：%s"), without.s);
	const struct sheet what = {.kind = "labels", .matter_id = INT_NONE, .on = DAY_NONE, .tables = &rows, .ntables = 1};
	return sheet_make(o, &what, a, out, e);
}

bool sheet_party(struct office *o, int64_t matter_id, const char *name, struct arena *a, struct letter_slot out[SHEET_PARTY_SLOTS],
	struct err *e)
{
	static const char *const names[SHEET_PARTY_SLOTS] = {"name", "contact", "phone", "address", "postcode"};
	struct q *q = q_open(o->store, &Q_sheet_party);
	struct err end = {0};
	bool found = false, addressed = false;
	q_int(q, "id", matter_id);
	q_text(q, "key", text_key(a, name));
	q_text(q, "name", name);
	while (!addressed && q_row(q, &end)) {
		const char *address = q_get_text(q, "address", a);
		addressed = !text_is_blank(address);
		for (size_t i = 0; (!found || addressed) && i < SHEET_PARTY_SLOTS; i++)
			out[i] = (struct letter_slot){names[i], q_get_text(q, names[i], a)};
		found = true;
	}
	q_end(q);
	if (end.code != ERR_NONE)
		return err_set(e, end.code, "%s", end.text);
	return found || err_set(e, ERR_MISSING, _("办件和外单位里都没有“%s”"), name);
}

/* --- to the archive ------------------------------------------------------------------------------------------------------------- */

bool sheet_transfer(struct office *o, daynum from, daynum to, const char *body, struct arena *a, struct doc **out, struct err *e)
{
	struct case_table rows = case_table_new("infos", "no index_number title document_number formed published_on place", a);
	struct err end = {0};
	char first[DAY_ISO], last[DAY_ISO];
	if (from > to)
		return err_field(e, "from", _("起始日期晚于截止日期"));
	struct q *q = q_open(o->store, &Q_sheet_published);
	q_day(q, "from", from);
	q_day(q, "to", to);
	while (q_row(q, &end))
		case_table_add(&rows, a, (const char *const[]){arena_printf(a, "%zu", rows.n + 1), q_get_text(q, "index_number", a),
			q_get_text(q, "title", a), q_get_text(q, "document_number", a), q_get_text(q, "formed", a), q_get_text(q, "published_on", a),
			q_get_text(q, "place", a)});
	q_end(q);
	if (end.code != ERR_NONE)
		return err_set(e, end.code, "%s", end.text);
	const struct letter_slot slots[] = {{"count", arena_printf(a, "%zu", rows.n)}, {"body", body},
		{"period", arena_printf(a, _("%s至%s"), day_iso(from, first), day_iso(to, last))}};
	const struct sheet what = {.kind = "transfer_list", .matter_id = INT_NONE, .on = DAY_NONE, .slots = slots,
		.nslots = sizeof slots / sizeof *slots, .tables = &rows, .ntables = 1};
	return sheet_make(o, &what, a, out, e);
}
