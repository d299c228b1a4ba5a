/* What a ledger adds up to: by channel, applicant, unit and outcome, who asks again in a month, what several ask for, and what was published.
 * Every number is counted from the rows of the registers, so that it can be followed to its cases; void cases do not count. */
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "office/catalogue.h"
#include "office/matter.h"
#include "office/register_private.h"
#include "office/request.h"

/* A line being added up. */
struct sum {
	struct register_row row;
	int64_t finished, used;
};

struct sums {
	struct arena *arena;
	struct sum *all;
	size_t n, cap;
};

static struct sum *line(struct sums *s, const char *kind, const char *key, const char *label)
{
	for (size_t i = s->n; i-- > 0 && !strcmp(s->all[i].row.kind, kind);)
		if (!strcmp(s->all[i].row.id, key))
			return &s->all[i];
	s->all = arena_grow(s->arena, s->all, s->n, &s->cap, sizeof *s->all);
	struct sum *x = &s->all[s->n++];
	*x = (struct sum){.row = REGISTER_ROW_NONE};
	x->row.kind = kind;
	x->row.id = key;
	x->row.title = label;
	x->row.count = 0;
	return x;
}

static void add_case(struct sum *x, const struct register_row *r)
{
	struct register_row *t = &x->row;
	bool finished = !strcmp(r->state, "delivered") || !strcmp(r->state, "archived");
	if (!t->count++)
		t->done = t->late = t->extended = t->clarifications = t->consulted = t->charged = t->amount = 0;
	t->done += finished;
	t->late += r->overdue == 1;
	t->extended += r->extended_on != DAY_NONE;
	t->clarifications += r->clarify_sent != DAY_NONE;
	t->consulted += r->consult_sent != DAY_NONE;
	t->charged += r->amount != INT_NONE && r->amount > 0;
	t->amount += r->amount != INT_NONE ? r->amount : 0;
	if (finished && r->used != INT_NONE) {
		x->finished++;
		x->used += r->used;
		if (t->used == INT_NONE || r->used > t->used)
			t->used = r->used;
	}
}

static const char *share(struct arena *a, int64_t n, int64_t of)
{
	return arena_printf(a, "%lld.%lld%%", (long long)(n * 100 / of), (long long)(n * 1000 / of % 10));
}

static bool counts(const struct register_row *r)
{
	return strcmp(r->state, "void") != 0;
}

/* One grouping after another, each in the order in which its values come up. */
static void group(struct sums *s, const char *kind, const struct register_rows *cases)
{
	for (size_t i = 0; i < cases->n; i++) {
		const struct register_row *r = &cases->rows[i];
		if (!counts(r))
			continue;
		const char *key = "", *label = _("全部申请");
		if (!strcmp(kind, "channel")) {
			key = r->channel;
			label = tr(choice_label(matter_channels, r->channel));
		} else if (!strcmp(kind, "applicant")) {
			key = r->applicant_kind ? r->applicant_kind : "";
			label = tr(choice_label(applicant_kinds, r->applicant_kind));
		} else if (!strcmp(kind, "unit")) {
			key = label = r->unit ? r->unit : _("（未转办）");
		} else if (!strcmp(kind, "outcome")) {
			key = r->outcome ? r->outcome : "";
			label = r->outcome ? r->outcome_name : _("（未决定）");
		}
		add_case(line(s, kind, key, label), r);
	}
}

/* --- who asks again, what several ask for ------------------------------------------------------------------------------------- */

struct key {
	const char *text, *person;
	const struct register_row *row;
};

static int by_text(const void *x, const void *y)
{
	const struct key *a = x, *b = y;
	int order = strcmp(a->text, b->text);
	return order ? order : strcmp(a->person, b->person);
}

static const char *person_of(const struct register_row *r, struct arena *a)
{
	return text_key(a, !text_is_blank(r->id_number) ? r->id_number : r->name);
}

/* Runs of equal keys: of one person (repeat) as many as there are, else as many people as there are. */
static void runs(struct sums *s, const char *kind, struct key *keys, size_t n, bool repeat)
{
	qsort(keys, n, sizeof *keys, by_text);
	for (size_t i = 0, end; i < n; i = end) {
		size_t people = 1;
		for (end = i + 1; end < n && !strcmp(keys[end].text, keys[i].text); end++)
			people += strcmp(keys[end].person, keys[end - 1].person) != 0;
		size_t count = repeat ? end - i : people;
		if (count < 2)
			continue;
		char iso[DAY_ISO];
		const struct register_row *r = keys[i].row;
		const char *label = repeat ? arena_printf(s->arena, "%s %.7s", r->name, day_iso(r->received, iso)) : r->content;
		struct sum *x = line(s, kind, r->id, label); /* the first of them */
		x->row.count = (int64_t)count;
	}
}

static void repeats(struct sums *s, const struct register_rows *cases, bool repeat)
{
	struct arena own = {0};
	struct key *keys = arena_array(&own, struct key, cases->n + 1);
	size_t n = 0;
	for (size_t i = 0; i < cases->n; i++) {
		const struct register_row *r = &cases->rows[i];
		char iso[DAY_ISO];
		if (!counts(r) || r->received == DAY_NONE)
			continue;
		const char *person = person_of(r, &own);
		keys[n++] = (struct key){repeat ? arena_printf(&own, "%.7s %s", day_iso(r->received, iso), person) : text_key(&own, r->content), person, r};
	}
	runs(s, repeat ? "repeat" : "same", keys, n, repeat);
	arena_free(&own);
}

/* --- what was published ------------------------------------------------------------------------------------------------------------ */

static bool published(struct office *o, const struct register_filter *f, struct sums *s, struct err *e)
{
	struct register_filter only = REGISTER_ALL;
	struct register_rows rows;
	struct item_check *items;
	size_t n;
	only.from = f->from;
	only.to = f->to;
	only.unit_id = f->unit_id;
	if (!register_load(o, register_find("publications", e), &only, s->arena, &rows, e) || !catalogue_check(o, s->arena, &items, &n, e))
		return false;
	for (size_t i = 0; i < rows.n; i++) {
		struct sum *x = line(s, "published", rows.rows[i].channel, tr(choice_label(channel_list, rows.rows[i].channel)));
		x->row.count++;
		if (x->row.on == DAY_NONE || rows.rows[i].on > x->row.on)
			x->row.on = rows.rows[i].on;
	}
	for (size_t i = 0; i < n; i++) {
		if (!items[i].ours)
			continue;
		struct sum *x = line(s, "item", arena_printf(s->arena, "%lld", (long long)items[i].number), items[i].name);
		x->row.count = items[i].infos;
		x->row.late = items[i].overdue;
		x->row.on = items[i].last;
	}
	return true;
}

bool register_load_statistics(struct office *o, const struct register_filter *f, struct arena *a, struct register_rows *out, struct err *e)
{
	static const char *const groups[] = {"total", "channel", "applicant", "unit", "outcome"};
	struct register_filter whole = *f;
	struct register_rows cases;
	struct sums s = {.arena = a};
	whole.text = NULL;
	if (!register_load(o, register_find("requests", e), &whole, a, &cases, e))
		return false;
	for (size_t i = 0; i < sizeof groups / sizeof *groups; i++)
		group(&s, groups[i], &cases);
	repeats(&s, &cases, true);
	repeats(&s, &cases, false);
	if (!published(o, f, &s, e))
		return false;
	out->rows = arena_array(a, struct register_row, s.n + 1);
	for (out->n = 0; out->n < s.n; out->n++) {
		struct sum *x = &s.all[out->n];
		struct register_row *t = &x->row;
		if (x->finished)
			t->used_average = arena_printf(a, "%lld.%lld", (long long)(x->used / x->finished), (long long)(x->used * 10 / x->finished % 10));
		if (t->extended != INT_NONE && t->count) {
			t->extended_share = share(a, t->extended, t->count);
			t->clarified_share = share(a, t->clarifications, t->count);
		}
		out->rows[out->n] = *t;
	}
	return true;
}
