/* Cases like the one being registered. The clerk is warned and decides; nothing is refused, two people may ask the same thing. */
#include "office/similar.h"

#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "gen/q_request.h"
#include "office/identity.h"

/* --- marks of texts ---------------------------------------------------------------------------------------------------------- */

bool text_mark_put(struct office *o, uint64_t salt, int64_t row, const char *key, struct err *e)
{
	int64_t marks[TEXT_MARKS];
	bool done = true;
	text_marks(key, salt, marks);
	for (size_t i = 0; done && *key && i < TEXT_MARKS; i++) {
		struct q *q = q_open(o->store, &Q_text_mark_put);
		q_int(q, "mark", marks[i]);
		q_int(q, "row_id", row);
		done = q_run(q, e);
		q_end(q);
	}
	return done;
}

static bool marks_there(struct office *o, uint64_t salt, int64_t row, const char *key, bool *out, struct err *e)
{
	int64_t marks[TEXT_MARKS], there = 1;
	bool done = true;
	text_marks(key, salt, marks);
	for (size_t i = 0; done && there && i < TEXT_MARKS; i++) {
		struct q *q = q_open(o->store, &Q_text_mark_there);
		q_int(q, "mark", marks[i]);
		q_int(q, "row_id", row);
		done = q_one_int(q, &there, e);
	}
	*out = there;
	return done;
}

bool text_marks_walk(struct office *o, bool put, size_t *missing, struct err *e)
{
	struct err end = {0};
	struct arena a = {0};
	bool done = true;
	struct q *q = q_open(o->store, &Q_text_keys);
	*missing = 0;
	while (done && q_row(q, &end)) {
		bool there = true;
		int64_t row = q_get_int(q, "row_id");
		uint64_t salt = (uint64_t)q_get_int(q, "salt");
		const char *key = q_get_text(q, "key", &a);
		done = !key || !*key || (marks_there(o, salt, row, key, &there, e) && (there || !put || text_mark_put(o, salt, row, key, e)));
		*missing += !there;
		arena_reset(&a);
	}
	q_end(q);
	arena_free(&a);
	return done && (end.code == ERR_NONE || err_set(e, end.code, "%s", end.text));
}

static int newest(const void *x, const void *y)
{
	int64_t a = *(const int64_t *)x, b = *(const int64_t *)y;
	return (a < b) - (a > b);
}

/* Many texts may share one mark; the newest of each are enough. */
bool text_marked(struct office *o, uint64_t salt, const char *key, int64_t except, int64_t *rows, size_t max, size_t *n, struct err *e)
{
	enum { OF_ONE_MARK = 40 };
	int64_t marks[TEXT_MARKS], all[TEXT_MARKS * OF_ONE_MARK];
	size_t found = 0;
	struct err end = {0};
	text_marks(key, salt, marks);
	for (size_t i = 0; *key && i < TEXT_MARKS && end.code == ERR_NONE; i++) {
		struct q *q = q_open(o->store, &Q_text_marked);
		q_int(q, "mark", marks[i]);
		q_int(q, "except", except);
		q_int(q, "limit", OF_ONE_MARK);
		while (found < sizeof all / sizeof *all && q_row(q, &end))
			all[found++] = q_get_int(q, "id");
		q_end(q);
	}
	qsort(all, found, sizeof *all, newest);
	*n = 0;
	for (size_t i = 0; i < found && *n < max; i++)
		if (!i || all[i] != all[i - 1])
			rows[(*n)++] = all[i];
	return end.code == ERR_NONE || err_set(e, end.code, "%s", end.text);
}

/* --- cases alike --------------------------------------------------------------------------------------------------------------- */

struct found {
	struct office *o;
	struct arena *arena;
	int64_t except;
	struct similar *rows;
	size_t n;
};

static struct similar *found_row(struct found *f, int64_t id)
{
	for (size_t i = 0; i < f->n; i++)
		if (f->rows[i].id == id)
			return &f->rows[i];
	return NULL;
}

/* One case may be found for several reasons. */
static void found_add(struct found *f, int64_t id, const char *number, const char *why, int weight)
{
	struct similar *s = found_row(f, id);
	if (!s) {
		if (f->n == SIMILAR_MAX)
			return;
		s = &f->rows[f->n++];
		*s = (struct similar){.id = id, .number = number};
	}
	s->why = s->why ? arena_printf(f->arena, _("%s，%s"), s->why, why) : why;
	s->weight += weight;
}

/* A name (weight 1) only where nothing else found the case. */
static bool same_key(struct found *f, const struct query *query, const char *key, const char *why, int weight, struct err *e)
{
	if (!key || !*key)
		return true;
	struct q *q = q_open(f->o->store, query);
	struct err end = {0};
	q_text(q, "key", key);
	q_int(q, "except", f->except);
	q_int(q, "limit", SIMILAR_MAX);
	while (q_row(q, &end)) {
		int64_t id = q_get_int(q, "id");
		if (weight > 1 || !found_row(f, id))
			found_add(f, id, q_get_text(q, "number", f->arena), why, weight);
	}
	q_end(q);
	return end.code == ERR_NONE || err_set(e, end.code, "%s", end.text);
}

/* A text of the same length and marks is compared by its words; a case that was voided is passed over. */
static bool compare(struct found *f, const char *key, int64_t id, struct err *e)
{
	struct err end = {0};
	struct q *q = q_open(f->o->store, &Q_request_text_of);
	q_int(q, "id", id);
	if (q_row(q, &end)) {
		int share = text_similar(key, q_get_text(q, "content_key", f->arena));
		if (share >= SIMILAR_SHARE)
			found_add(f, id, q_get_text(q, "number", f->arena), arena_printf(f->arena, _("内容相似 %d%%"), share / 10), 100 + share / 10);
	}
	q_end(q);
	return end.code == ERR_NONE || err_set(e, end.code, "%s", end.text);
}

static bool similar_texts(struct found *f, const char *key, struct err *e)
{
	enum { CANDIDATES = 200, TEXTS = SIMILAR_MAX / 2 };
	int64_t ids[CANDIDATES];
	size_t n;
	if (strlen(key) < 2)
		return true;
	if (!text_marked(f->o, MARK_REQUEST, key, f->except, ids, CANDIDATES, &n, e))
		return false;
	for (size_t i = 0; i < n && f->n < TEXTS; i++)
		if (!compare(f, key, ids[i], e))
			return false;
	return true;
}

static int stronger(const void *x, const void *y)
{
	const struct similar *a = x, *b = y;
	if (a->weight != b->weight)
		return a->weight > b->weight ? -1 : 1;
	return (a->id < b->id) - (a->id > b->id);
}

bool request_similar(struct office *o, const struct request *r, int64_t except, struct arena *a, const struct similar **out,
	size_t *n, struct err *e)
{
	struct found f = {o, a, except, arena_array(a, struct similar, SIMILAR_MAX), 0};
	const struct party *p = &r->applicant;
	*out = f.rows;
	*n = 0;
	if (!text_is_blank(r->content) && !similar_texts(&f, text_key(a, r->content), e))
		return false;
	if (!same_key(&f, &Q_request_same_identity, identity_key(p->id_number, a), _("同一证件"), 3, e) ||
		!same_key(&f, &Q_request_same_phone, phone_key(p->phone, a), _("同一电话"), 2, e) ||
		!same_key(&f, &Q_request_same_name, text_is_blank(p->name) ? NULL : text_key(a, p->name), _("同名"), 1, e))
		return false;
	qsort(f.rows, f.n, sizeof *f.rows, stronger);
	*n = f.n;
	return true;
}

/* --- how often --------------------------------------------------------------------------------------------------------------- */

bool request_repeat(struct office *o, const struct party *p, daynum day, struct arena *a, struct repeat *out, struct err *e)
{
	const char *identity = identity_key(p->id_number, a), *name = text_is_blank(p->name) ? NULL : text_key(a, p->name);
	int year, month, date;
	*out = (struct repeat){0};
	if ((!identity && !name) || day == DAY_NONE)
		return true;
	day_split(day, &year, &month, &date);
	struct q *q = q_open(o->store, identity ? &Q_request_repeat_identity : &Q_request_repeat_name);
	q_text(q, "key", identity ? identity : name);
	q_day(q, "first", day_make(year, month, 1));
	q_day(q, "last", day_make(year, month, day_month_length(year, month)));
	q_day(q, "new_year", day_make(year, 1, 1));
	q_day(q, "year_end", day_make(year, 12, 31));
	bool ok = q_row(q, e);
	if (ok)
		*out = (struct repeat){q_get_int(q, "month"), q_get_int(q, "year")};
	q_end(q);
	return ok;
}
