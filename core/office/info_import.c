/* info.import: what the office has published before, so that day one is not all red.
 *
 * One row is one information with at most one publication; further rows of the same information (same index number, else same
 * element, title and day of formation) add publications. What is already there is left alone: importing twice changes
 * nothing. A published row is marked as reviewed before adoption (启用前). */
#include <string.h>
#include "base/text.h"
#include "gen/q_info.h"
#include "office/catalogue.h"
#include "office/info_private.h"
#include "office/table.h"

struct line {
	struct info_fields f;
	const char *channel, *place, *evidence, *reviewer;
	daynum published;
};

static const struct field published_fields[] = {
	{.name = "channel", .label = N_("渠道"), .type = FIELD_CODE, .offset = FIELD_AT(line, channel), .choices = channel_list},
	{.name = "published", .label = N_("公开日期"), .type = FIELD_DATE, .offset = FIELD_AT(line, published)},
	{.name = "place", .label = N_("网址或地点"), .type = FIELD_TEXT, .offset = FIELD_AT(line, place)},
	{.name = "evidence", .label = N_("凭证"), .type = FIELD_TEXT, .offset = FIELD_AT(line, evidence)},
	{.name = "reviewer", .label = N_("审查人"), .type = FIELD_TEXT, .offset = FIELD_AT(line, reviewer)},
	{0},
};
static const struct record_type published_type = {"published", N_("已公开"), sizeof(struct line), published_fields};

struct walk {
	struct office *o;
	struct arena *a;
	struct table table;
	bool apply;
	struct str words;
	size_t added, published, same;
	struct seen { const char *key; } *seen; /* of this file, for a dry run */
	size_t nseen, cap;
};

static bool read_line(struct walk *w, const struct csv_row *row, struct line *out, struct err *e)
{
	record_clear(&published_type, out); /* clears the whole struct */
	record_clear(&info_register_type, &out->f);
	for (size_t c = 0; c < w->table.columns; c++) {
		const struct field *f = w->table.field[c];
		bool mine = w->table.type[c] == &published_type;
		const char *cell = row->cells[c];
		int64_t item;
		if (f && !strcmp(f->name, "item") && !text_is_blank(cell)) { /* a number, a name or its beginning, as in a form */
			if (!catalogue_pick(w->o, "item", cell, w->a, &item, e))
				return false;
			cell = arena_printf(w->a, "%lld", (long long)item);
		}
		if (f && !record_set(w->table.type[c], mine ? (void *)out : (void *)&out->f, f, cell, NULL, w->a, e))
			return false;
	}
	if (!record_check(&info_register_type, &out->f, e))
		return false;
	if ((out->channel != NULL) != (out->published != DAY_NONE))
		return err_field(e, out->channel ? "published" : "channel", _("已公开的须同时写明渠道和公开日期"));
	if (out->channel && !strcmp(out->channel, "other") && text_is_blank(out->place))
		return err_field(e, "place", _("网址或地点：“其他”渠道须写明具体形式"));
	daynum today = desk_today(w->o->desk);
	if (out->published != DAY_NONE && (out->published > today || out->published < out->f.formed))
		return err_field(e, "published", _("公开日期：应在形成日期与今天之间"));
	return true;
}

/* The information of this row if it is there already; INT_NONE. */
static bool find_twin(struct walk *w, const struct info *i, int64_t *row, struct err *e)
{
	struct err fault = {0};
	struct q *q;
	*row = INT_NONE;
	if (i->f.index_number) {
		q = q_open(w->o->store, &Q_info_by_index);
		q_text(q, "number", i->f.index_number);
	} else {
		q = q_open(w->o->store, &Q_info_twin);
		q_text(q, "title_key", text_key(w->a, i->f.title));
		q_int(q, "element_id", i->element_id);
		q_day(q, "formed", i->f.formed);
	}
	if (!q_one_int(q, row, &fault))
		*row = INT_NONE;
	return fault.code == ERR_NONE || err_set(e, fault.code, "%s", fault.text);
}

/* A dry run cannot find what the rows before would have made. */
static bool seen_before(struct walk *w, const struct info *i)
{
	const char *key = i->f.index_number ? i->f.index_number :
		arena_printf(w->a, "%lld %d %s", (long long)i->element_id, i->f.formed, text_key(w->a, i->f.title));
	for (size_t k = 0; k < w->nseen; k++)
		if (!strcmp(w->seen[k].key, key))
			return true;
	w->seen = arena_grow(w->a, w->seen, w->nseen, &w->cap, sizeof *w->seen);
	w->seen[w->nseen++].key = key;
	return false;
}

static bool review_before_adoption(struct walk *w, const struct info *i, const struct line *l, struct err *e)
{
	static const char *const steps[] = {"unit", "office"};
	for (size_t k = 0; k < 2; k++) {
		struct info_review_args r = {.step = steps[k], .result = "pass", .on = l->published,
			.reviewer = l->reviewer ? l->reviewer : _("启用前")};
		if (!info_review_insert(w->o, i, &r, "before_adoption", e))
			return false;
	}
	return true;
}

/* The row's publication, unless it is known. It happened, whoever made the information: no rule of publishing is asked. */
static bool publish(struct walk *w, int64_t row, const struct line *l, struct err *e)
{
	struct q *q = q_open(w->o->store, &Q_publication_twin);
	q_int(q, "info_id", row);
	q_text(q, "channel", l->channel);
	q_day(q, "on", l->published);
	int64_t twin;
	if (!q_one_int(q, &twin, e))
		return false;
	if (twin) {
		w->same++;
		return true;
	}
	struct info i;
	if (!info_load(w->o, row, w->a, &i, e))
		return false;
	bool ready = !strcmp(i.state, "published") || !strcmp(i.state, "ready");
	if (strcmp(i.f.disposition, "open") != 0 || (!ready && i.reviews.n))
		return err_set(e, ERR_RULE, _("%s（%s）不能登记公开"), i.id, choice_label(info_states, i.state));
	w->published++;
	str_printf(&w->words, _("公开 %s %s\n"), i.f.title, choice_label(channel_list, l->channel));
	if (!w->apply)
		return true;
	struct info_publish_args p = {.channel = l->channel, .place = l->place, .evidence = l->evidence, .on = l->published};
	return (ready || review_before_adoption(w, &i, l, e)) && info_publication_insert(w->o, &i, &p, e) &&
		(!strcmp(i.state, "published") || info_set_state(w->o, &i, "published", e)) && info_deadline_put(w->o, row, w->a, e);
}

static bool take_line(struct walk *w, const struct line *l, struct err *e)
{
	struct info i;
	int64_t row;
	record_clear(&info_type, &i);
	i.f = l->f;
	if (!info_settle(w->o, &i, w->a, e) || !find_twin(w, &i, &row, e))
		return false;
	if (row == INT_NONE && (w->apply || !seen_before(w, &i))) {
		w->added++;
		str_printf(&w->words, _("新增 %s\n"), i.f.title);
		if (w->apply && !info_insert(w->o, &i, "import", w->a, e))
			return false;
		row = w->apply ? i.row : INT_NONE;
	} else if (row != INT_NONE && !l->channel) {
		w->same++;
	}
	if (!l->channel)
		return true;
	if (row != INT_NONE)
		return publish(w, row, l, e);
	w->published++;
	str_printf(&w->words, _("公开 %s %s\n"), i.f.title, choice_label(channel_list, l->channel));
	return true;
}

static bool walk(struct walk *w, const char *text, struct err *e)
{
	static const struct record_type *const types[] = {&info_register_type, &published_type, NULL};
	w->words = str_new(w->a);
	if (!table_read(text, types, w->a, &w->table, e))
		return false;
	for (size_t r = 1; r < w->table.csv.n; r++) {
		struct line l;
		if (!read_line(w, &w->table.csv.rows[r], &l, e) || !take_line(w, &l, e))
			return table_error(&w->table, &w->table.csv.rows[r], e);
	}
	return true;
}

bool info_import_plan(struct office *o, const char *text, struct arena *a, struct info_plan *out, struct err *e)
{
	struct walk w = {.o = o, .a = a};
	if (!walk(&w, text, e))
		return false;
	*out = (struct info_plan){w.added, w.published, w.same, w.words.s};
	return true;
}

static bool import_run(struct verb_call *call, struct err *e)
{
	const struct info_import_args *args = call->args;
	struct walk w = {.o = call->office, .a = call->arena, .apply = true};
	if (!walk(&w, args->text, e))
		return false;
	call->result = arena_printf(call->arena, _("已导入：新增 %zu 条信息，%zu 次公开，%zu 行已有"), w.added, w.published, w.same);
	return true;
}

const struct verb info_import = {.name = "info.import", .label = N_("导入信息"), .args = &info_import_type, .run = import_run};

const struct verb *const info_verbs[] = {
	&info_register, &info_change, &info_review, &info_confirmed, &info_publish, &info_withdraw, &info_revise, &info_void, &info_import,
	NULL,
};
