#include "office/letter_facts.h"

#include <string.h>

#include "base/str.h"
#include "base/text.h"
#include "gen/q_casetable.h"
#include "gen/q_letter_facts.h"
#include "law/disclosure.h"
#include "law/ledger.h"
#include "office/letter_remedy.h"
#include "office/steps.h"
#include "paper/serial.h"

#define AT(m) FIELD_AT(letter_facts, m)
#define DAY(m) {#m, "", FIELD_DATE, AT(m)}
#define TEXT(m) {#m, "", FIELD_LINES, AT(m)}
#define CODE(m, list) {#m, "", FIELD_CODE, AT(m), .choices = list}
#define MONEY(m) {#m, "", FIELD_MONEY, AT(m)}
#define INT(m) {#m, "", FIELD_INT, AT(m)}

static const struct field facts_fields[] = {
	DAY(clarified_on), DAY(clarify_sent), DAY(clarify_until), DAY(delay_until), DAY(reasons_asked), DAY(withdrawn_on), DAY(consult_sent),
	DAY(coagency_sent), DAY(task_until), DAY(assigned_on), DAY(replied_on), DAY(search_on), DAY(fee_sent), DAY(pay_until), DAY(sent_on),
	DAY(served_on), DAY(due_before), DAY(consult_until), DAY(coagency_until), TEXT(items), TEXT(extend_reason), TEXT(explain),
	TEXT(clarify_number), TEXT(fee_number), TEXT(receipt_number), TEXT(outcome), TEXT(grounds), TEXT(ground), TEXT(ground_text), TEXT(reasons),
	TEXT(body), CODE(opinion, opinion_answers), TEXT(opinion_reasons), TEXT(third_party), CODE(coagency_kind, agency_kinds), TEXT(agency),
	TEXT(unit), TEXT(ask), TEXT(reply), TEXT(search_place), TEXT(search_words), TEXT(search_by), TEXT(search_result),
	CODE(basis, fee_bases), CODE(method, delivery_methods), CODE(carrier, delivery_carriers), TEXT(waybill), TEXT(signer), TEXT(server), TEXT(archive_number), TEXT(retention),
	TEXT(letter_number), TEXT(ledger), TEXT(basis_text), TEXT(materials), TEXT(month), TEXT(search_record), TEXT(consult_record),
	INT(extend_days), INT(receipt_year), INT(receipt_serial), INT(quantity), MONEY(amount), INT(count), INT(pages),
	DAY(explain_until), DAY(notice_date), DAY(transferred_on), DAY(revoked_date), DAY(identity_on), TEXT(identity_by), TEXT(revoked_number), TEXT(revoke_reasons), TEXT(revoked_kind), TEXT(revoked_doc), TEXT(addressee),
	TEXT(delay_reason), TEXT(notice_number), TEXT(record), TEXT(claim), TEXT(evidence),
	TEXT(transferred_to), TEXT(body_person), TEXT(body_address), TEXT(body_phone), TEXT(body_contact), TEXT(ground_2), TEXT(ground_3), TEXT(given),
	TEXT(withheld), TEXT(withheld_2), TEXT(withheld_3), TEXT(reasons_2), TEXT(reasons_3), TEXT(disclose_basis), TEXT(disclose_reasons),
	TEXT(fee_items), TEXT(fee_detail), TEXT(waive_reason), MONEY(search_fee), MONEY(copy_fee), MONEY(post_fee), MONEY(waived),
	TEXT(asked), INT(consult_year), INT(consult_serial), INT(notice_year), INT(notice_serial),
	{0},
};
const struct record_type letter_facts_type = {"letter_facts", "", sizeof(struct letter_facts), facts_fields};

/* The date as it stood without the last extension. */
static daynum due_before(struct office *o, const struct matter_case *c, struct arena *a)
{
	struct clock_event *ev = arena_array(a, struct clock_event, c->nevents + 1);
	struct clock k;
	size_t n = 0, last = c->nevents;
	for (size_t i = 0; i < c->nevents; i++)
		if (c->events[i].kind == EV_EXTENDED)
			last = i;
	if (last == c->nevents)
		return DAY_NONE;
	for (size_t i = 0; i < c->nevents; i++)
		if (i != last)
			ev[n++] = c->events[i];
	clock_run_on(o->calendar, c->rules, ev, n, desk_today(o->desk), &k);
	return k.due;
}

static const char *ledger(struct office *o, const struct matter_case *c, struct arena *a)
{
	struct clock_ledger l;
	struct str s = str_new(a);
	char iso[DAY_ISO];
	clock_explain(o->calendar, c->rules, c->events, c->nevents, desk_today(o->desk), a, &l);
	for (size_t i = 0; i < l.n; i++) {
		const struct clock_line *line = &l.lines[i];
		const char *note = clock_line_note(line, a);
		if (!line->counted && line->kind == LINE_WEEKEND && !line->event)
			continue;
		str_printf(&s, "%s%s %s", s.len ? "\n" : "", day_iso(line->date, iso), day_weekday_zh(line->date));
		if (line->counted)
			str_printf(&s, _(" 第%d日"), line->counted);
		if (note)
			str_printf(&s, " %s", note);
	}
	return s.s;
}

static void from_clocks(struct office *o, const struct matter_case *c, struct arena *a, struct letter_facts *f)
{
	int year, month, day;
	for (size_t i = 0; i < c->nsubs; i++) {
		daynum due = c->subs[i].due;
		switch (c->subs[i].key) {
		case CLOCK_CLARIFY_REPLY: f->clarify_until = due; break;
		case CLOCK_FEE_PAYMENT: f->pay_until = due; break;
		case CLOCK_THIRD_PARTY: f->consult_until = due; break;
		case CLOCK_COAGENCY: f->coagency_until = due; break;
		default: break;
		}
	}
	f->due_before = due_before(o, c, a);
	f->ledger = ledger(o, c, a);
	f->basis_text = arena_printf(a, _("%s，答复期限%d个工作日"), c->rules->basis, c->rules->answer_wd);
	day_split(c->matter.received, &year, &month, &day);
	f->month = arena_printf(a, _("%d年%d月"), year, month);
}

static bool materials(struct office *o, int64_t id, struct arena *a, struct letter_facts *f, struct err *e)
{
	struct str s = str_new(a);
	struct err end = {0};
	struct q *q = q_open(o->store, &Q_letter_materials);
	q_int(q, "id", id);
	f->count = f->pages = 0;
	while (q_row(q, &end)) {
		int64_t pages = q_get_int(q, "pages");
		f->count++;
		str_printf(&s, "%s%lld. %s %s", s.len ? "\n" : "", (long long)f->count, q_get_text(q, "title", a), q_get_text(q, "added_on", a));
		if (pages != INT_NONE) {
			str_printf(&s, _(" %lld页"), (long long)pages);
			f->pages += pages;
		}
	}
	q_end(q);
	f->materials = f->count ? s.s : NULL;
	return end.code == ERR_NONE || err_set(e, end.code, "%s", end.text);
}

/* One line each for the approval sheet. */
static bool records(struct office *o, int64_t id, struct arena *a, struct letter_facts *f, struct err *e)
{
	char iso[DAY_ISO];
	struct str s = str_new(a);
	struct err end = {0};
	if (f->search_place)
		f->search_record = arena_printf(a, _("%s %s在%s检索“%s”：%s"), day_iso(f->search_on, iso), f->search_by, f->search_place, f->search_words,
			f->search_result);
	struct q *q = q_open(o->store, &Q_casetable_consultations); /* all who were asked, not the last alone */
	q_int(q, "id", id);
	while (q_row(q, &end)) {
		const char *answer = q_get_text(q, "answer", a);
		str_printf(&s, _("%s%s 征求%s意见：%s"), s.len || f->search_record ? "\n" : "", day_iso(q_get_day(q, "sent"), iso), q_get_text(q, "party", a),
			answer ? tr(choice_label(opinion_answers, answer)) : _("未答复"));
	}
	q_end(q);
	f->consult_record = s.len ? s.s : NULL;
	return end.code == ERR_NONE || err_set(e, end.code, "%s", end.text);
}

/* 甲、乙 of what is known. */
static const char *listed(const char *const *words, size_t n, struct arena *a)
{
	struct str s = str_new(a);
	for (size_t i = 0; i < n; i++)
		if (!text_is_blank(words[i]))
			str_printf(&s, s.len ? _("、%s") : "%s", words[i]);
	return s.len ? s.s : NULL;
}

/* Every third party's time is over without an answer (条例32). */
static bool silent(const struct matter_case *c)
{
	for (size_t i = 0; i < c->nsubs; i++)
		if (c->subs[i].key == CLOCK_THIRD_PARTY && c->subs[i].running)
			return false;
	return true;
}

/* The grounds in their order: each is that of its part. */
static void from_grounds(struct arena *a, struct letter_facts *f)
{
	const char **parts[] = {&f->ground, &f->ground_2, &f->ground_3};
	for (size_t i = 0; f->grounds && i < 3; i++) {
		const char *at = f->grounds;
		for (size_t k = 0; k < i && at; k++)
			at = strchr(at, ',') ? strchr(at, ',') + 1 : NULL;
		*parts[i] = at ? arena_strndup(a, at, strcspn(at, ",")) : NULL;
	}
}

static bool same_text(const char *a, const char *b)
{
	return !b || (a && strcmp(a, b) == 0);
}

/* Reasons that all grounds of one thing share are told once, after the last of them. */
static void from_reasons(struct letter_facts *f)
{
	if (!f->withheld_2 && same_text(f->reasons, f->reasons_2) && same_text(f->reasons, f->reasons_3))
		f->reasons_2 = f->reasons_3 = NULL;
}

/* The cost fees of the old law, item by item; what is waived is not collected. */
static void costs(struct arena *a, struct letter_facts *f)
{
	const struct { const char *name; int64_t money; } parts[] = {{_("检索费"), f->search_fee}, {_("复制费"), f->copy_fee}, {_("邮寄费"), f->post_fee}};
	struct str items = str_new(a), detail = str_new(a);
	for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
		if (parts[i].money > 0) {
			str_printf(&items, items.len ? _("、%s") : "%s", parts[i].name);
			str_printf(&detail, detail.len ? _("，%s%lld.%02lld元") : _("%s%lld.%02lld元"), parts[i].name, (long long)parts[i].money / 100,
				(long long)parts[i].money % 100);
		}
	f->fee_items = items.len ? items.s : NULL;
	f->fee_detail = detail.len ? detail.s : NULL;
	if (f->waived > 0)
		f->amount -= f->waived;
}

/* Whom the letter that is named addressed, and whether it told a remedy. */
static void from_revoked(struct arena *a, struct letter_facts *f)
{
	struct doc *d;
	struct err none = {0};
	size_t at = 0;
	f->revoked_told = false;
	if (!f->revoked_doc || !doc_parse(f->revoked_doc, strlen(f->revoked_doc), &at, a, &d, &none))
		return;
	for (size_t i = 0; i < d->n; i++) {
		const char *text = d->blocks[i].text, *end = text ? strrchr(text, *_("：")) : NULL;
		if (d->blocks[i].kind == BLOCK_ADDRESSEE)
			f->addressee = end && strcmp(end, _("：")) == 0 ? arena_strndup(a, text, (size_t)(end - text)) : text;
		f->revoked_told |= d->blocks[i].kind == BLOCK_REMEDY;
	}
}

/* What follows from the rows: where a letter names one thing, the case may know it under several. */
static void derive(const struct matter_case *c, struct arena *a, struct letter_facts *f)
{
	const char *const contact[] = {f->body_person, f->body_address, f->body_phone};
	from_grounds(a, f);
	from_reasons(f);
	from_revoked(a, f);
	costs(a, f);
	if (f->outcome && (strcmp(f->outcome, "granted") == 0 || strcmp(f->outcome, "already_public") == 0))
		f->given = f->reasons; /* what the clerk wrote of an answer that gives is what it gives */
	if (!f->body)
		f->body = f->transferred_to ? f->transferred_to : f->agency;
	f->body_contact = listed(contact, sizeof contact / sizeof *contact, a);
	if (f->third_party && !f->opinion && silent(c))
		f->opinion = "none";
	if (f->opinion && strcmp(f->opinion, "object") != 0) { /* this one did not object, whoever else did */
		bool told = objection_rule(c->rules ? c->rules->code : NULL)->tells_assent;
		f->disclose_basis = !told ? NULL : strcmp(f->opinion, "none") == 0 ? "silence" : "consent";
	}
	f->asked = f->third_party ? "third_party" : f->coagency_kind;
	if (!f->third_party)
		f->consult_sent = f->coagency_sent;
	if (f->method && strcmp(f->method, "post") != 0)
		f->sent_on = DAY_NONE; /* nothing was posted */
	else if (f->method)
		f->served_on = DAY_NONE; /* posting answers; when it arrived, whoever signs for it writes */
	if (!f->letter_number)
		f->letter_number = f->notice_number;
}

bool letter_facts_load(struct office *o, const struct matter_case *c, const struct letter_whom *whom, struct arena *a, struct letter_facts *out,
	struct err *e)
{
	record_clear(&letter_facts_type, out);
	struct q *q = q_open(o->store, &Q_letter_facts);
	q_int(q, "id", c->matter.row);
	q_text(q, "third_key", whom->third_party ? text_key(a, whom->third_party) : NULL);
	q_text(q, "revoked", whom->revoked);
	q_int(q, "answer", whom->answer);
	q_text(q, "kind", whom->kind);
	q_text(q, "agency_key", whom->agency ? text_key(a, whom->agency) : NULL);
	bool found = q_row(q, e);
	if (found)
		q_read_record(q, &letter_facts_type, out, a);
	q_end(q);
	if (!found || !materials(o, c->matter.row, a, out, e))
		return false;
	out->ground_text = letter_ground_text(o, &c->matter, out->grounds, a);
	derive(c, a, out);
	if (c->rules)
		from_clocks(o, c, a, out);
	return records(o, c->matter.row, a, out, e);
}
