#include "office/search.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "gen/q_search.h"
#include "office/identity.h"
#include "office/letter.h"
#include "office/sequence.h"

static const struct field hit_fields[] = {
	{"kind", N_("类别"), FIELD_TEXT, FIELD_AT(search_hit, kind), .width = 10},
	{"id", N_("编号"), FIELD_TEXT, FIELD_AT(search_hit, id), .width = 12},
	{"title", N_("内容"), FIELD_TEXT, FIELD_AT(search_hit, title), .width = 40},
	{"state", N_("状态"), FIELD_TEXT, FIELD_AT(search_hit, state), .width = 10},
	{"why", N_("依据"), FIELD_TEXT, FIELD_AT(search_hit, why), .width = 8},
	{0},
};
const struct record_type search_hit_type = {"search", N_("查找"), sizeof(struct search_hit), hit_fields};

enum { RANK_NUMBER = 100, RANK_PHONE = 90, RANK_IDENTITY = 90, RANK_CLOSED = -5 };

struct look {
	struct office *o;
	struct arena *arena;
	const struct pinyin *pinyin;
	struct pinyin_query query;
	bool prepared, hanzi;
	const char *typed, *text, *key, *digits; /* as typed; folded; comparison form; digits only, NULL when there are none */
	struct search_hit *hits;
	size_t n;
};

/* The same thing found twice keeps its better reason. */
static void hit(struct look *l, const struct search_hit *h)
{
	for (size_t i = 0; i < l->n; i++)
		if (strcmp(l->hits[i].kind, h->kind) == 0 && strcmp(l->hits[i].id, h->id) == 0) {
			if (h->rank > l->hits[i].rank)
				l->hits[i] = *h;
			return;
		}
	if (l->n < SEARCH_MAX)
		l->hits[l->n++] = *h;
}

static struct search_hit read_hit(struct look *l, struct q *q, const char *kind, const char *why, int rank)
{
	struct search_hit h = {kind ? kind : q_get_text(q, "kind", l->arena), q_get_text(q, "id", l->arena), q_get_text(q, "title", l->arena),
		q_get_text(q, "state", l->arena), why, rank};
	static const char *const closed[] = {"archived", "void", "retired", "left", "closed", "revoked", "withdrawn"};
	for (size_t i = 0; i < sizeof closed / sizeof *closed; i++)
		if (h.state && strcmp(h.state, closed[i]) == 0)
			h.rank += RANK_CLOSED;
	return h;
}

/* The one place where texts are compared: Hanzi by what they hold, Latin letters by pinyin. */
static int match(const struct look *l, const char *text)
{
	return l->prepared && text ? (int)pinyin_rank(l->pinyin, &l->query, text) : 0;
}

static bool rows(struct look *l, struct q *q, const char *kind, const char *why, int rank, struct err *e)
{
	struct err end = {0};
	while (l->n < SEARCH_MAX && q_row(q, &end)) {
		struct search_hit h = read_hit(l, q, kind, why, rank);
		hit(l, &h);
	}
	q_end(q);
	return end.code == ERR_NONE || err_set(e, end.code, "%s", end.text);
}

static bool texts(struct look *l, const struct query *query, const char *kind, const char *text_why, const char *title_why, bool keyed, struct err *e)
{
	struct err end = {0};
	struct arena row = {0};
	struct q *q = q_open(l->o->store, query);
	if (keyed)
		q_text(q, "key", l->hanzi || !l->query.latin ? l->key : NULL);
	while (l->n < SEARCH_MAX && q_row(q, &end)) {
		int by_text = match(l, q_get_text(q, "text", &row)), by_title = title_why ? match(l, q_get_text(q, "title", &row)) : 0;
		if (by_text || by_title) {
			struct search_hit h = read_hit(l, q, kind, by_text >= by_title ? text_why : title_why, by_text > by_title ? by_text : by_title);
			hit(l, &h);
		}
		arena_reset(&row);
	}
	q_end(q);
	arena_free(&row);
	return end.code == ERR_NONE || err_set(e, end.code, "%s", end.text);
}

/* As numbers stand in the file, the letter telling which: 2026-17 → 2026-0017, d2026-3 → D2026-0003; what is none as it was typed. */
static const char *numbered(struct look *l)
{
	char letter = (char)toupper((unsigned char)*l->text);
	return sequence_number(l->text, isalpha((unsigned char)letter) && letter != 'R' ? letter : '\0', l->arena);
}

/* Hand-kept registers: T2026-1, the number of an envelope, a telephone. */
static bool entries(struct look *l, const char *number, struct err *e)
{
	struct q *q = q_open(l->o->store, &Q_search_entry_numbers);
	q_text(q, "text", l->text);
	q_text(q, "full", number);
	q_text(q, "digits", l->digits);
	return rows(l, q, NULL, number != l->text ? _("编号") : l->digits ? _("电话") : _("单号"), RANK_NUMBER, e);
}

static void written(struct q *q, const struct letter_written *w)
{
	q_text(q, "typed", w->typed);
	q_text(q, "square", w->square);
	q_text(q, "round", w->round);
}

static bool numbers(struct look *l, struct err *e)
{
	const char *number = numbered(l);
	struct q *q = q_open(l->o->store, &Q_search_numbers);
	q_text(q, "number", number);
	if (!rows(l, q, NULL, _("编号"), RANK_NUMBER, e))
		return false;
	const struct letter_written w = letter_written(l->typed, l->arena);
	q = q_open(l->o->store, &Q_search_letters);
	written(q, &w);
	q_int(q, "year", w.year);
	q_int(q, "serial", w.serial);
	q_int(q, "tail_year", w.tail_year);
	if (!rows(l, q, NULL, _("文号"), RANK_NUMBER, e))
		return false;
	q = q_open(l->o->store, &Q_search_old_answers);
	written(q, &w);
	if (!rows(l, q, NULL, _("文号"), RANK_NUMBER, e))
		return false;
	q = q_open(l->o->store, &Q_search_appeal_numbers);
	written(q, &w);
	q_text(q, "text", number);
	if (!rows(l, q, NULL, _("编号"), RANK_NUMBER, e))
		return false;
	q = q_open(l->o->store, &Q_search_info_numbers);
	q_text(q, "text", number);
	return rows(l, q, NULL, _("编号"), RANK_NUMBER, e) && entries(l, number, e);
}

static bool phones(struct look *l, struct err *e)
{
	struct q *q;
	if (!l->digits)
		return true;
	q = q_open(l->o->store, &Q_search_phones);
	q_text(q, "digits", l->digits);
	if (!rows(l, q, NULL, _("电话"), RANK_PHONE, e))
		return false;
	q = q_open(l->o->store, &Q_search_identities);
	q_text(q, "digits", identity_key(l->text, l->arena));
	return rows(l, q, NULL, _("证件"), RANK_IDENTITY, e);
}

/* A person or a unit answers to a telephone number too. */
static bool directory(struct look *l, const struct query *query, const char *kind, struct err *e)
{
	struct err end = {0};
	struct q *q = q_open(l->o->store, query);
	while (l->n < SEARCH_MAX && q_row(q, &end)) {
		const char *phone = phone_key(q_get_text(q, "phone", l->arena), l->arena);
		bool called = l->digits && phone && strstr(phone, l->digits);
		int by_name = match(l, q_get_text(q, "text", l->arena));
		if (!called && !by_name)
			continue;
		struct search_hit h = read_hit(l, q, kind, called ? _("电话") : _("名称"), called ? RANK_PHONE : by_name);
		hit(l, &h);
	}
	q_end(q);
	return end.code == ERR_NONE || err_set(e, end.code, "%s", end.text);
}

static int better(const void *x, const void *y)
{
	const struct search_hit *a = x, *b = y;
	return a->rank != b->rank ? (a->rank > b->rank ? -1 : 1) : strcmp(b->id, a->id);
}

bool search_find(struct office *o, const char *text, struct arena *a, struct search_hit **out, size_t *n, struct err *e)
{
	struct look l = {.o = o, .arena = a, .pinyin = office_pinyin(o), .typed = text ? text : "",
		.text = text_trim(a, text_fold(a, text ? text : ""))};
	l.key = text_key(a, text ? text : "");
	if (!*l.key)
		return err_field(e, "text", _("请输入要查找的内容"));
	l.prepared = pinyin_prepare(text, &l.query);
	l.hanzi = l.query.hanzi;
	size_t digits = strspn(l.text, "0123456789-+ ()");
	l.digits = !l.text[digits] ? phone_key(l.text, a) : NULL;
	l.hits = arena_array(a, struct search_hit, SEARCH_MAX);
	*out = l.hits;
	bool ok = numbers(&l, e) && phones(&l, e) && directory(&l, &Q_search_persons, "person", e) && directory(&l, &Q_search_units, "unit", e) &&
		texts(&l, &Q_search_items, "item", _("事项"), NULL, false, e) && texts(&l, &Q_search_elements, "item", _("要素"), NULL, false, e) &&
		texts(&l, &Q_search_infos, "info", _("标题"), NULL, true, e) && texts(&l, &Q_search_corrections, "correction", _("申请人"), _("内容"), false, e) &&
		texts(&l, &Q_search_entries, "register", _("台账"), NULL, false, e) &&
		texts(&l, &Q_search_appeals, "appeal", _("机关"), _("内容"), false, e) &&
		texts(&l, &Q_search_requests, "request", _("申请人"), _("内容"), true, e);
	*n = l.n;
	for (size_t i = 0; i < l.n; i++)
		if (strcmp(l.hits[i].kind, "person") != 0 && strcmp(l.hits[i].kind, "unit") != 0)
			l.hits[i].title = text_mask_inside(l.hits[i].title, a);
	if (ok && l.n > 1)
		qsort(l.hits, l.n, sizeof *l.hits, better);
	return ok;
}
