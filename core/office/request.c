/* Reading requests: one with everything that follows from it, and the list. */
#include "office/request.h"

#include <string.h>

#include "base/text.h"
#include "gen/q_request.h"

bool request_typed(struct office *o, int64_t id, struct arena *a, struct request *out, int64_t *applicant_id, struct err *e)
{
	struct err end = {0};
	record_clear(&request_type, out);
	struct q *q = q_open(o->store, &Q_request_typed);
	q_int(q, "id", id);
	bool found = q_row(q, &end);
	if (found) {
		q_read_record(q, &request_type, out, a);
		if (applicant_id)
			*applicant_id = q_get_int(q, "party_id");
	}
	q_end(q);
	if (found)
		return true;
	return end.code ? err_set(e, end.code, "%s", end.text) : err_set(e, ERR_MISSING, _("没有这个申请"));
}

bool request_load(struct office *o, int64_t id, struct arena *a, struct request_view *out, struct err *e)
{
	*out = (struct request_view){0};
	if (!matter_load(o, id, a, &out->c, e) || !request_typed(o, id, a, &out->request, &out->applicant_id, e))
		return false;
	out->nmissing = request_missing(&out->request, out->c.matter.ruleset, a, &out->missing);
	return true;
}

/* 条例 29(2) under the 2019 rules: identity, a way to reach the applicant, form and route. The 2008 条例 (20) asks for no identity. */
size_t request_missing(const struct request *r, const char *ruleset, struct arena *a, const char *const **out)
{
	const char **names = arena_array(a, const char *, 5);
	const struct party *p = &r->applicant;
	bool identity = !ruleset || strcmp(ruleset, "2008") != 0;
	size_t n = 0;
	if (identity && text_is_blank(p->id_number))
		names[n++] = "id_number";
	if (text_is_blank(p->phone) && text_is_blank(p->email) && text_is_blank(p->fax) && text_is_blank(p->address))
		names[n++] = "phone";
	if (text_is_blank(r->form))
		names[n++] = "form";
	if (text_is_blank(r->route))
		names[n++] = "route";
	*out = names;
	return n;
}

/* A badge out of the index; only an open exclusion, whose date grows every day, needs the engine. */
static bool row_badge(struct office *o, struct q *q, struct request_row *row, struct arena *a, struct err *e)
{
	const char *clock = q_get_text(q, "clock", a);
	row->left = INT_NONE;
	row->badge = "";
	row->level = BADGE_NONE;
	if (!clock)
		return true;
	if (strcmp(clock, "running") == 0) {
		struct badge b = badge_day(o->calendar, row->due, row->provisional == 1, desk_today(o->desk), BADGE_STEPS);
		row->level = b.level;
		row->left = b.left;
		row->badge = arena_strdup(a, b.text);
		return true;
	}
	struct matter_case c;
	if (!matter_load(o, row->id, a, &c, e))
		return false;
	row->due = c.due;
	row->provisional = c.provisional;
	row->level = c.badge.level;
	row->left = c.clock.state == CLOCK_DONE ? INT_NONE : c.badge.left;
	row->badge = arena_strdup(a, c.badge.text);
	return true;
}

static void bind_filter(struct q *q, const struct request_filter *f, struct arena *a)
{
	q_text(q, "state", f->state);
	q_text(q, "channel", f->channel);
	q_int(q, "year", f->year);
	q_int(q, "open", f->open == 1 ? 1 : INT_NONE);
	q_text(q, "name_key", text_is_blank(f->name) ? NULL : text_key(a, f->name));
	q_text(q, "text_key", text_is_blank(f->text) ? NULL : text_key(a, f->text));
	q_int(q, "after_id", f->after_id);
	q_int(q, "limit", f->limit);
}

bool request_list(struct office *o, const struct request_filter *f, struct arena *a, struct request_row **out, size_t *n,
	struct err *e)
{
	size_t cap = 64;
	struct request_row *rows = arena_array(a, struct request_row, cap);
	struct err end = {0};
	struct q *q = q_open(o->store, &Q_request_page);
	bind_filter(q, f, a);
	*n = 0;
	bool ok = true;
	while (ok && q_row(q, &end)) {
		if (*n == cap) {
			struct request_row *more = arena_array(a, struct request_row, cap * 2);
			memcpy(more, rows, cap * sizeof *rows);
			rows = more;
			cap *= 2;
		}
		struct request_row *row = &rows[(*n)++];
		record_clear(&request_row_type, row);
		q_read_record(q, &request_row_type, row, a);
		ok = row_badge(o, q, row, a, e);
	}
	q_end(q);
	*out = rows;
	return ok && (end.code == ERR_NONE || err_set(e, end.code, "%s", end.text));
}
