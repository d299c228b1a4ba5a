/* Is it public already? What stands published and looks like the thing asked for: item, date, address (条例 36(一)). */
#include "office/similar.h"

#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "gen/q_request.h"
#include "office/catalogue.h"

struct look {
	struct office *o;
	struct arena *arena;
	struct public_info *rows;
	size_t n;
};

static bool seen(const struct look *l, int64_t id)
{
	for (size_t i = 0; i < l->n; i++)
		if (l->rows[i].id == id)
			return true;
	return false;
}

/* Keeps the row when it stands in public; with a key, only when the title is like it. */
static bool take(struct look *l, int64_t id, const char *why, const char *key, struct err *e)
{
	struct err end = {0};
	if (l->n == PUBLIC_MAX || seen(l, id))
		return true;
	struct q *q = q_open(l->o->store, &Q_request_public);
	q_int(q, "id", id);
	if (q_row(q, &end)) {
		int share = key ? text_similar(key, q_get_text(q, "title_key", l->arena)) : 1000;
		if (share >= PUBLIC_SHARE)
			l->rows[l->n++] = (struct public_info){.id = id, .number = q_get_text(q, "number", l->arena),
				.title = q_get_text(q, "title", l->arena), .item = q_get_int(q, "item"), .item_name = q_get_text(q, "item_name", l->arena),
				.place = q_get_text(q, "place", l->arena), .channel = q_get_text(q, "channel", l->arena), .on = q_get_day(q, "published_on"),
				.why = why ? why : arena_printf(l->arena, _("标题相似 %d%%"), share / 10), .share = share};
	}
	q_end(q);
	return end.code == ERR_NONE || err_set(e, end.code, "%s", end.text);
}

static bool by_key(struct look *l, const struct query *query, const char *key, const char *why, struct err *e)
{
	int64_t ids[PUBLIC_MAX];
	size_t n = 0;
	struct err end = {0};
	if (text_is_blank(key))
		return true;
	struct q *q = q_open(l->o->store, query);
	q_text(q, "key", key);
	if (query != &Q_request_public_by_index)
		q_int(q, "limit", PUBLIC_MAX);
	while (n < PUBLIC_MAX && q_row(q, &end))
		ids[n++] = q_get_int(q, "id");
	q_end(q);
	if (end.code != ERR_NONE)
		return err_set(e, end.code, "%s", end.text);
	for (size_t i = 0; i < n; i++)
		if (!take(l, ids[i], why, NULL, e))
			return false;
	return true;
}

static bool by_words(struct look *l, const char *words, struct err *e)
{
	enum { CANDIDATES = 60 };
	const char *key = text_key(l->arena, words);
	int64_t ids[CANDIDATES];
	size_t n;
	if (strlen(key) < 4)
		return true;
	if (!by_key(l, &Q_request_public_by_title, key, _("标题相同"), e) || !text_marked(l->o, MARK_INFO, key, INT_NONE, ids, CANDIDATES, &n, e))
		return false;
	for (size_t i = 0; i < n; i++)
		if (!take(l, ids[i], NULL, key, e))
			return false;
	return true;
}

/* Each title that the text quotes. */
static bool by_titles(struct look *l, const char *text, struct err *e)
{
	const char *const open = _("《"), *const close = _("》");
	enum { TITLES = 6 };
	for (int i = 0; i < TITLES && (text = strstr(text, open)); i++) {
		const char *end = strstr(text += strlen(open), close);
		if (!end)
			return true;
		if (!by_words(l, arena_strndup(l->arena, text, (size_t)(end - text)), e))
			return false;
		text = end;
	}
	return true;
}

/* Bytes up to the next mark between clauses, and of the mark. */
static size_t clause(const char *p, size_t *mark)
{
	const char *const stops[] = {_("，"), _("。"), _("；"), _("、"), "\n", ",", ";"};
	size_t len = strlen(p);
	*mark = 0;
	for (size_t i = 0; i < sizeof stops / sizeof *stops; i++) {
		const char *at = strstr(p, stops[i]);
		if (at && (size_t)(at - p) < len) {
			len = (size_t)(at - p);
			*mark = strlen(stops[i]);
		}
	}
	return len;
}

/* The whole text, the titles it quotes, its clauses. */
static bool by_content(struct look *l, const char *content, struct err *e)
{
	enum { CLAUSES = 8 };
	size_t mark;
	if (!by_words(l, content, e) || !by_titles(l, content, e))
		return false;
	for (int i = 0; i < CLAUSES && *content; i++) {
		size_t len = clause(content, &mark);
		if (!by_words(l, arena_strndup(l->arena, content, len), e))
			return false;
		content += len + mark;
	}
	return true;
}

static int nearer(const void *x, const void *y)
{
	const struct public_info *a = x, *b = y;
	if (a->share != b->share)
		return a->share > b->share ? -1 : 1;
	return (a->id < b->id) - (a->id > b->id);
}

/* A document's number however its brackets, widths and blanks are typed: 〔2026〕 [2026] （２０２６）; as the query writes it. */
static const char *document_key(const char *number, struct arena *a)
{
	char *folded = text_fold(a, number), *out = folded;
	for (const char *p = folded; *p; p++)
		if (*p != ' ')
			*out++ = *p == '(' ? '[' : *p == ')' ? ']' : *p;
	*out = '\0';
	return folded;
}

bool request_public(struct office *o, const struct request *r, struct arena *a, const struct public_info **out, size_t *n, struct err *e)
{
	struct look l = {o, a, arena_array(a, struct public_info, PUBLIC_MAX), 0};
	*out = l.rows;
	*n = 0;
	if (!by_key(&l, &Q_request_public_by_index, r->index_number, _("索引号相同"), e) ||
		!by_key(&l, &Q_request_public_by_document, document_key(r->document_number, a), _("文号相同"), e) ||
		(!text_is_blank(r->content) && !by_content(&l, r->content, e)))
		return false;
	qsort(l.rows, l.n, sizeof *l.rows, nearer);
	*n = l.n;
	return true;
}

const char *public_line(const struct public_info *p, struct arena *a)
{
	char iso[DAY_ISO];
	const char *where = text_is_blank(p->place) ? tr(choice_label(channel_list, p->channel)) : p->place;
	return arena_printf(a, _("第%lld项%s %s《%s》 %s 公开，%s"), (long long)p->item, p->item_name, p->number, p->title, day_iso(p->on, iso), where);
}
