#include "office/who.h"

#include <stdlib.h>
#include <string.h>
#include "base/text.h"
#include "gen/q_directory.h"
#include "office/catalogue.h"
#include "office/directory.h"

#define AT(member) offsetof(struct who, member)
const struct record_type who_type = {"who", N_("谁负责"), sizeof(struct who), (const struct field[]){
	{.name = "item", .label = N_("序号"), .type = FIELD_INT, .offset = AT(item), .width = 4},
	{.name = "name", .label = N_("事项"), .type = FIELD_TEXT, .offset = AT(name), .width = 24},
	{.name = "unit", .label = N_("部门"), .type = FIELD_TEXT, .offset = AT(unit), .width = 16},
	{.name = "person", .label = N_("责任人"), .type = FIELD_TEXT, .offset = AT(person), .width = 10},
	{.name = "deputy", .label = N_("代理人"), .type = FIELD_TEXT, .offset = AT(deputy), .width = 10},
	{.name = "phone", .label = N_("电话"), .type = FIELD_TEXT, .offset = AT(phone), .width = 14},
	{.name = "room", .label = N_("地点"), .type = FIELD_TEXT, .offset = AT(room), .width = 12},
	{.name = "elsewhere", .label = N_("由外单位负责"), .type = FIELD_TEXT, .offset = AT(elsewhere), .width = 20},
	{.name = NULL},
}};
#undef AT

/* Everything there is to search, and what is found. */
struct search {
	struct office *o;
	struct arena *a;
	struct pinyin_query query;
	const char *number;    /* the query as digits, NULL when it is none */
	struct catalogue cat;
	struct directory_list units, persons, bodies;
	const char *superior;  /* from the settings, when no body is entered as superior */
	struct who *rows;
	size_t n, cap;
};

/* Where a hit stands, best first; the quality of the hit is added. */
enum place {
	IN_DEPUTY = 10, IN_CONTENT = 20, IN_HOLDS = 25, IN_GROUP = 15, IN_BODY = 60, IN_UNIT = 70, IN_PERSON = 80, IN_NAME = 90,
	IN_PHONE = 500, IN_NUMBER = 600
};

/* 0 where it does not fit. A scattered hit (with characters between) counts in short names only. */
static int hit(const struct search *s, const char *text, enum place place)
{
	if (!text || (s->number && strlen(s->number) < 3)) /* a short number is an item's */
		return 0;
	enum pinyin_rank r = pinyin_rank(office_pinyin(s->o), &s->query, text);
	bool name = place == IN_NAME || place == IN_UNIT || place == IN_PERSON || place == IN_BODY;
	if (r == PINYIN_NONE || (r == PINYIN_SCATTERED && (!name || s->query.n < 3)))
		return 0;
	return (int)r * 100 + (int)place - (text_cells(text) > 40 ? 10 : text_cells(text) / 4);
}

static int digits_hit(const struct search *s, const char *phone)
{
	if (!s->number || strlen(s->number) < 3 || !phone)
		return 0;
	char *plain = arena_alloc(s->a, strlen(phone) + 1);
	size_t n = 0;
	for (const char *p = phone; *p; p++)
		if (*p >= '0' && *p <= '9')
			plain[n++] = *p;
	const char *at = strstr(plain, s->number);
	if (!at)
		return 0;
	size_t len = strlen(s->number);
	return IN_PHONE + (n == len ? 90 : at + len == plain + n ? 60 : at == plain ? 40 : 0);
}

static int most(int a, int b)
{
	return a > b ? a : b;
}

static void add(struct search *s, struct who row)
{
	for (size_t i = 0; i < s->n; i++) {
		struct who *w = &s->rows[i];
		bool same = row.item != INT_NONE ? w->item == row.item
			: w->item == INT_NONE && !strcmp(w->name, row.name) && (w->unit == row.unit || (w->unit && row.unit && !strcmp(w->unit, row.unit)));
		if (same) {
			w->score = most(w->score, row.score);
			return;
		}
	}
	s->rows = arena_grow(s->a, s->rows, s->n, &s->cap, sizeof *s->rows);
	s->rows[s->n++] = row;
}

/* The body that publishes an item which is not ours: the one that names it, else the superior. */
static const struct body *publisher_of(const struct search *s, int64_t number)
{
	const struct body *superior = NULL;
	for (size_t i = 0; i < s->bodies.n; i++) {
		const struct body *b = (const void *)directory_at(&s->bodies, i);
		if (list_has(b->items, arena_printf(s->a, "%lld", (long long)number)))
			return b;
		if (b->kind && !strcmp(b->kind, "superior") && !superior)
			superior = b;
	}
	return superior;
}

static struct who item_row(const struct search *s, const struct item *i, int score)
{
	struct who w = {.item = i->number, .name = i->name, .unit = i->unit, .person = i->person, .deputy = i->deputy, .phone = i->phone,
		.room = i->room, .score = score};
	if (!item_ours(i)) {
		const struct body *b = publisher_of(s, i->number);
		w.elsewhere = b ? b->head.name : s->superior ? s->superior : i->publishers;
		w.phone = b ? b->phone : NULL;
		w.person = b ? b->contact : NULL;
		w.room = b ? b->address : NULL;
		w.unit = w.deputy = NULL;
	}
	return w;
}

static void search_items(struct search *s)
{
	for (size_t m = 0; m < s->cat.n; m++) {
		const struct item *i = &s->cat.items[m];
		int score = most(hit(s, i->name, IN_NAME), most(hit(s, i->group, IN_GROUP), hit(s, i->note, IN_DEPUTY)));
		for (size_t k = 0; k < i->nelements; k++)
			score = most(score, hit(s, i->elements[k].text, IN_CONTENT));
		score = most(score, most(hit(s, i->person, IN_PERSON), hit(s, i->deputy, IN_DEPUTY)));
		score = most(score, hit(s, i->unit, IN_UNIT) - 5);
		if (s->number && !strcmp(s->number, arena_printf(s->a, "%lld", (long long)i->number)))
			score = IN_NUMBER + 400;
		if (score > 0)
			add(s, item_row(s, i, score));
	}
}

static void search_persons(struct search *s)
{
	for (size_t m = 0; m < s->persons.n; m++) {
		const struct person *p = (const void *)directory_at(&s->persons, m);
		int score = most(hit(s, p->head.name, IN_PERSON), digits_hit(s, p->phone));
		if (score <= 0)
			continue;
		struct who w = {.item = INT_NONE, .name = p->head.name, .unit = p->head.parent, .person = p->head.name, .phone = p->phone,
			.room = p->room, .score = score};
		bool any = false;
		for (size_t k = 0; k < s->cat.n; k++)
			if (item_ours(&s->cat.items[k]) && s->cat.items[k].person_id == p->head.id) {
				add(s, item_row(s, &s->cat.items[k], score));
				any = true;
			}
		w.score -= any ? 1 : 0;
		add(s, w);
	}
}

static void search_units(struct search *s)
{
	for (size_t m = 0; m < s->units.n; m++) {
		const struct unit *u = (const void *)directory_at(&s->units, m);
		int score = most(most(hit(s, u->head.name, IN_UNIT), hit(s, u->code, IN_UNIT)), digits_hit(s, u->phone));
		if (score > 0)
			add(s, (struct who){.item = INT_NONE, .name = u->head.name, .unit = u->head.name, .phone = u->phone, .room = u->room,
				.score = score});
	}
}

static void search_bodies(struct search *s)
{
	for (size_t m = 0; m < s->bodies.n; m++) {
		const struct body *b = (const void *)directory_at(&s->bodies, m);
		int score = most(most(hit(s, b->head.name, IN_BODY), hit(s, b->holds, IN_HOLDS)), digits_hit(s, b->phone));
		if (score > 0)
			add(s, (struct who){.item = INT_NONE, .name = b->head.name, .person = b->contact, .phone = b->phone, .room = b->address,
				.elsewhere = b->head.name, .score = score});
	}
}

static int by_score(const void *x, const void *y)
{
	const struct who *a = x, *b = y;
	if (a->score != b->score)
		return a->score > b->score ? -1 : 1;
	if ((a->item == INT_NONE) != (b->item == INT_NONE))
		return a->item == INT_NONE ? 1 : -1;
	if (a->item != b->item)
		return a->item < b->item ? -1 : 1;
	return strcmp(a->name, b->name);
}

static bool load(struct search *s, struct err *e)
{
	struct q *q = q_open(s->o->store, &Q_superior_name);
	q_day(q, "on", desk_today(s->o->desk));
	if (q_row(q, e))
		s->superior = q_get_text(q, "value", s->a);
	q_end(q);
	return !e->code && catalogue_load(s->o, desk_today(s->o->desk), s->a, &s->cat, e) &&
		directory_load(s->o, &directory_unit, false, s->a, &s->units, e) &&
		directory_load(s->o, &directory_person, false, s->a, &s->persons, e) &&
		directory_load(s->o, &directory_body, false, s->a, &s->bodies, e);
}

bool who_find(struct office *o, const char *query, struct arena *a, struct who **out, size_t *n, struct err *e)
{
	struct search s = {.o = o, .a = a};
	*n = 0;
	*out = NULL;
	if (!pinyin_prepare(query, &s.query))
		return err_field(e, "query", _("请输入事项、姓名、部门、电话或拼音首字母（不超过 %d 个字）"), PINYIN_QUERY_MAX);
	const char *folded = text_fold(a, query);
	char *digits = arena_alloc(a, strlen(folded) + 1);
	size_t len = 0;
	bool other = false;
	for (const char *p = folded; *p; p++) {
		if (*p >= '0' && *p <= '9')
			digits[len++] = *p;
		else
			other = other || !strchr(" -()+", *p);
	}
	s.number = len && !other ? digits : NULL;
	if (!load(&s, e))
		return false;
	search_items(&s);
	search_persons(&s);
	search_units(&s);
	search_bodies(&s);
	if (s.n)
		qsort(s.rows, s.n, sizeof *s.rows, by_score);
	*out = s.rows;
	*n = s.n;
	return true;
}
