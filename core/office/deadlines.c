#include "office/deadlines.h"

#include <string.h>

#include "gen/q_deadline.h"
#include "gen/q_office.h"
#include "office/info_private.h"
#include "office/matter.h"
#include "office/similar.h"
#include "office/step.h"

enum { CHUNK = 200 };

struct owner {
	int64_t row;
	const char *kind, *number;
};
struct owners {
	size_t n;
	struct owner *rows;
};

static bool list_owners(struct office *o, struct arena *a, struct owners *out, struct err *e)
{
	struct err own = {0};
	struct q *q = q_open(o->store, &Q_office_deadline_owners);
	*out = (struct owners){0};
	while (q_row(q, &own)) {
		out->rows = arena_more(a, out->rows, out->n, sizeof *out->rows);
		out->rows[out->n++] = (struct owner){q_get_int(q, "id"), q_get_text(q, "kind", a), q_get_text(q, "number", a)};
	}
	q_end(q);
	return own.code == ERR_NONE || err_set(e, own.code, "%s", own.text);
}

const char *deadline_clock_label(const char *clock)
{
	for (int k = 0; k < CLOCK_KEYS; k++)
		if (!strcmp(clock_key_name((enum clock_key)k), clock))
			return clock_key_label((enum clock_key)k);
	return !strcmp(clock, "publish") ? _("公开期限") : clock;
}

struct index_line {
	const char *clock, *state;
	daynum due;
	int64_t provisional, left;
};
struct index_lines {
	size_t n;
	struct index_line *rows;
};

static bool read_index(struct office *o, const struct owner *w, struct arena *a, struct index_lines *out, struct err *e)
{
	struct err own = {0};
	struct q *q = q_open(o->store, &Q_deadline_of);
	*out = (struct index_lines){0};
	q_text(q, "owner", w->kind);
	q_int(q, "owner_id", w->row);
	while (q_row(q, &own)) {
		out->rows = arena_more(a, out->rows, out->n, sizeof *out->rows);
		out->rows[out->n++] = (struct index_line){.clock = q_get_text(q, "clock", a), .state = q_get_text(q, "state", a),
			.due = q_get_day(q, "due"), .provisional = q_get_int(q, "provisional"), .left = q_get_int(q, "left_days")};
	}
	q_end(q);
	return own.code == ERR_NONE || err_set(e, own.code, "%s", own.text);
}

static bool rewrite(struct office *o, const struct owner *w, struct arena *a, struct err *e)
{
	struct matter_case c;
	bool gaps;
	if (!strcmp(w->kind, "info"))
		return info_deadline_put(o, w->row, a, e);
	return matter_load(o, w->row, a, &c, e) && matter_gaps(o, &c.matter, a, &gaps, e) && matter_deadlines(o, w->row, gaps, a, e);
}

static void add_move(struct deadline_moves *out, struct arena *a, const struct owner *w, const struct index_line *was, const struct index_line *is)
{
	out->rows = arena_more(a, out->rows, out->n, sizeof *out->rows);
	out->rows[out->n++] = (struct deadline_move){.kind = w->kind, .id = w->number, .clock = arena_strdup(a, was ? was->clock : is->clock),
		.was = was ? was->due : DAY_NONE, .is = is ? is->due : DAY_NONE, .was_provisional = was && was->provisional == 1,
		.provisional = is && is->provisional == 1};
}

static bool same(const struct index_line *x, const struct index_line *y)
{
	return x->due == y->due && x->provisional == y->provisional && x->left == y->left && !strcmp(x->state, y->state);
}

/* Both are sorted by clock. */
static void compare(const struct owner *w, const struct index_lines *was, const struct index_lines *is, struct arena *a, struct deadline_moves *out)
{
	size_t i = 0, k = 0;
	while (i < was->n || k < is->n) {
		int order = i == was->n ? 1 : k == is->n ? -1 : strcmp(was->rows[i].clock, is->rows[k].clock);
		if (order < 0) {
			add_move(out, a, w, &was->rows[i++], NULL);
		} else if (order > 0) {
			add_move(out, a, w, NULL, &is->rows[k++]);
		} else {
			if (!same(&was->rows[i], &is->rows[k]))
				add_move(out, a, w, &was->rows[i], &is->rows[k]);
			i++, k++;
		}
	}
}

static bool rewrite_one(struct office *o, const struct owner *w, struct arena *work, struct arena *a, struct deadline_moves *out, struct err *e)
{
	struct index_lines was, is;
	bool ok = read_index(o, w, work, &was, e) && rewrite(o, w, work, e) && read_index(o, w, work, &is, e);
	if (ok)
		compare(w, &was, &is, a, out);
	arena_reset(work);
	return ok;
}

bool deadlines_rewrite(struct office *o, struct arena *a, struct deadline_moves *out, struct err *e)
{
	struct owners all;
	struct arena work = {0};
	*out = (struct deadline_moves){0};
	bool ok = list_owners(o, a, &all, e);
	for (size_t i = 0; ok && i < all.n; i++)
		ok = rewrite_one(o, &all.rows[i], &work, a, out, e);
	arena_free(&work);
	return ok;
}

/* --- what a new notice moves --------------------------------------------------------------------------------------------------- */

static bool load_by(struct office *o, struct calendar *c, int64_t row, struct arena *a, struct matter_case *out, struct err *e)
{
	struct calendar *now = o->calendar;
	o->calendar = c;
	bool ok = matter_load(o, row, a, out, e);
	o->calendar = now;
	return ok;
}

/* The same events give the same clocks in the same order; only their days differ. */
static void compare_clocks(const struct owner *w, const struct matter_case *was, const struct matter_case *is, struct arena *a, struct deadline_moves *out)
{
	for (size_t i = 0; i < was->nsubs && i < is->nsubs; i++) {
		const struct clock_sub *x = &was->subs[i], *y = &is->subs[i];
		if (x->key == CLOCK_EVIDENCE || (!x->running && !y->running) || (x->due == y->due && (x->due == DAY_NONE || x->provisional == y->provisional)))
			continue;
		out->rows = arena_more(a, out->rows, out->n, sizeof *out->rows);
		out->rows[out->n++] = (struct deadline_move){.kind = w->kind, .id = w->number, .clock = clock_key_name(x->key),
			.name = x->name ? arena_strdup(a, x->name) : NULL, .was = x->due, .is = y->due, .was_provisional = x->provisional, .provisional = y->provisional};
	}
}

static bool redate_one(struct office *o, struct calendar *before, const struct owner *w, struct arena *work, struct arena *a, struct deadline_moves *out,
	struct err *e)
{
	struct matter_case was, is;
	if (!strcmp(w->kind, "info"))
		return rewrite_one(o, w, work, a, out, e);
	bool ok = matter_load(o, w->row, work, &is, e) && rewrite(o, w, work, e);
	if (ok && is.clock.state != CLOCK_DONE) { /* nothing runs in the others */
		ok = load_by(o, before, w->row, work, &was, e);
		if (ok)
			compare_clocks(w, &was, &is, a, out);
	}
	arena_reset(work);
	return ok;
}

bool deadlines_redate(struct office *o, struct calendar *before, struct arena *a, struct deadline_moves *out, struct err *e)
{
	struct owners all;
	struct arena work = {0};
	*out = (struct deadline_moves){0};
	bool ok = list_owners(o, a, &all, e);
	for (size_t i = 0; ok && i < all.n; i++)
		ok = redate_one(o, before, &all.rows[i], &work, a, out, e);
	arena_free(&work);
	return ok;
}

bool deadlines_check(struct office *o, struct check_report *r, struct err *e)
{
	struct owners all;
	struct arena work = {0};
	struct deadline_moves moves = {0};
	struct err busy = {0};
	bool ok = list_owners(o, r->arena, &all, e);
	for (size_t i = 0; ok && i < all.n; i++) {
		if (i % CHUNK == 0 && !store_begin(o->store, &busy)) {
			check_add(r, true, "deadlines", arena_printf(r->arena, _("期限索引没有核对：%s"), busy.text));
			r->lines[r->n - 1].warning = true;
			return true;
		}
		ok = rewrite_one(o, &all.rows[i], &work, r->arena, &moves, e);
		if (!ok || i % CHUNK == CHUNK - 1 || i + 1 == all.n)
			store_rollback(o->store);
	}
	arena_free(&work);
	for (size_t i = 0; ok && i < moves.n; i++) {
		char was[DAY_ISO], is[DAY_ISO];
		check_add(r, false, "deadlines", arena_printf(r->arena, _("%s %s（%s）的期限索引是 %s，应为 %s；gwgk check --fix 重建"), moves.rows[i].kind,
			moves.rows[i].id, deadline_clock_label(moves.rows[i].clock), day_iso(moves.rows[i].was, was), day_iso(moves.rows[i].is, is)));
	}
	if (ok && !moves.n)
		check_add(r, true, "deadlines", arena_printf(r->arena, _("期限索引与计算相同，共 %zu 件"), all.n));
	return ok;
}

static bool reindex_run(struct verb_call *call, struct err *e)
{
	struct deadline_moves moves;
	size_t marks;
	if (!deadlines_rewrite(call->office, call->arena, &moves, e) || !text_marks_walk(call->office, true, &marks, e))
		return false;
	call->result = arena_printf(call->arena, _("已重建期限索引，改正 %zu 处；补全相似文字索引 %zu 件"), moves.n, marks);
	return true;
}

const struct verb office_reindex_verb = {
	.name = "office.reindex", .label = N_("重建索引"), .subject = "office", .run = reindex_run,
};
