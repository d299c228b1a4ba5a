/* Cases like the one being registered. The clerk is warned and decides; nothing is refused, two people may ask the same thing. */
#include <string.h>

#include "base/text.h"
#include "gen/q_request.h"
#include "office/identity.h"
#include "office/request.h"

struct found {
	struct office *o;
	struct arena *arena;
	struct similar *rows;
	size_t n;
};

/* One case may be found for several reasons. */
static struct similar *found_row(struct found *f, int64_t id)
{
	for (size_t i = 0; i < f->n; i++)
		if (f->rows[i].id == id)
			return &f->rows[i];
	if (f->n == SIMILAR_MAX)
		return NULL;
	f->rows[f->n] = (struct similar){.id = id};
	return &f->rows[f->n++];
}

static void found_add(struct found *f, int64_t id, const char *number, const char *why)
{
	struct similar *s = found_row(f, id);
	if (!s)
		return;
	s->number = number;
	s->why = s->why ? arena_printf(f->arena, _("%s，%s"), s->why, why) : why;
}

static bool same_key(struct found *f, const struct query *query, const char *key, int64_t except, const char *why, struct err *e)
{
	if (!key)
		return true;
	struct q *q = q_open(f->o->store, query);
	struct err end = {0};
	q_text(q, "key", key);
	q_int(q, "except", except);
	q_int(q, "limit", SIMILAR_MAX);
	while (q_row(q, &end))
		found_add(f, q_get_int(q, "id"), q_get_text(q, "number", f->arena), why);
	q_end(q);
	return end.code == ERR_NONE || err_set(e, end.code, "%s", end.text);
}

static const char *number_of(struct found *f, int64_t id, struct err *e)
{
	struct q *q = q_open(f->o->store, &Q_request_number_of);
	q_int(q, "id", id);
	const char *number = q_row(q, e) ? q_get_text(q, "number", f->arena) : NULL;
	q_end(q);
	return number;
}

/* Dice ≥ 4/5 needs min/max ≥ 2/3 of the pairs: most texts are passed over by their length. */
static bool similar_texts(struct found *f, const char *key, int64_t except, struct err *e)
{
	int64_t chars = 0;
	for (const char *p = key; *p; p++)
		chars += (*p & 0xc0) != 0x80;
	if (chars < 2)
		return true;
	struct arena row = {0};
	struct err end = {0};
	struct q *q = q_open(f->o->store, &Q_request_texts);
	q_int(q, "least", 1 + (chars - 1) * 2 / 3);
	q_int(q, "most", 1 + ((chars - 1) * 3 + 1) / 2);
	q_int(q, "except", except);
	while (f->n < SIMILAR_MAX && q_row(q, &end)) {
		int share = text_similar(key, q_get_text(q, "content_key", &row));
		if (share >= SIMILAR_SHARE) {
			int64_t id = q_get_int(q, "matter_id");
			const char *number = number_of(f, id, &end);
			if (number)
				found_add(f, id, number, arena_printf(f->arena, _("内容相似 %d%%"), share / 10));
		}
		arena_reset(&row);
	}
	q_end(q);
	arena_free(&row);
	return end.code == ERR_NONE || err_set(e, end.code, "%s", end.text);
}

bool request_similar(struct office *o, const struct request *r, int64_t except, struct arena *a, const struct similar **out,
	size_t *n, struct err *e)
{
	struct found f = {o, a, arena_array(a, struct similar, SIMILAR_MAX), 0};
	*out = f.rows;
	*n = 0;
	if (!same_key(&f, &Q_request_same_identity, identity_key(r->applicant.id_number, a), except, _("同一证件"), e) ||
		!same_key(&f, &Q_request_same_phone, phone_key(r->applicant.phone, a), except, _("同一电话"), e))
		return false;
	if (!text_is_blank(r->content) && !similar_texts(&f, text_key(a, r->content), except, e))
		return false;
	*n = f.n;
	return true;
}
