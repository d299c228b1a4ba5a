/* Loading information: rows, and what follows from them today. */
#include <ctype.h>
#include <stdlib.h>
#include <string.h>
#include "base/text.h"
#include "gen/q_deadline.h"
#include "gen/q_info.h"
#include "law/badge.h"
#include "law/publish.h"
#include "office/catalogue.h"
#include "office/info_private.h"
#include "office/sequence.h"
#include "office/setting.h"

struct info_duty *info_open_duty(const struct info *i)
{
	BUG_ON(!i->duties.n);
	return (struct info_duty *)i->duties.rows + i->duties.n - 1;
}

bool info_may_be_published(const struct info *i, struct err *e)
{
	if (!publish_ours(i->f.origin))
		return err_set(e, ERR_RULE, _("该信息由%s制作，由制作机关公开（条例10）"),
			i->f.made_by ? i->f.made_by : choice_label(info_origins, i->f.origin));
	return true;
}

/* A duty of ours: made or held by us, under an item whose publishers name us. */
static bool info_is_ours(const struct info *i)
{
	struct err ignored = {0};
	struct item item = {.publishers = i->publishers};
	return info_may_be_published(i, &ignored) && item_ours(&item);
}

/* The first publication that counts for a duty: one made when it, or a later one, was the newest. */
static daynum duty_met(const struct info *i, int64_t duty)
{
	daynum met = DAY_NONE;
	const struct info_publication *p = i->publications.rows;
	for (size_t k = 0; k < i->publications.n; k++)
		if (p[k].duty >= duty && (met == DAY_NONE || p[k].on < met))
			met = p[k].on;
	return met;
}

static void duty_compute(struct office *o, const struct info *i, struct info_duty *d, bool counts, int asap, struct arena *a)
{
	d->due = DAY_NONE;
	d->provisional = d->overdue = 0;
	d->met = duty_met(i, d->row);
	if (d->start < calendar_first()) {
		d->why = arena_strdup(a, _("形成于2004年以前，不计公开期限（条例2008-05-01起施行）"));
		return;
	}
	struct rule rule;
	struct err ignored = {0};
	if (!rule_parse(d->rule, &rule, &ignored))
		BUG("element rule %s", d->rule);
	struct rule_facts facts = RULE_NO_FACTS;
	facts.formed = i->f.formed;
	facts.changed = !strcmp(d->kind, "revise") || d->start != i->f.formed ? d->start : DAY_NONE;
	facts.event = i->f.event_date;
	facts.typed = i->f.due_typed;
	facts.asap_wd = asap;
	struct rule_due due;
	rule_due(o->calendar, &rule, &facts, a, &due);
	d->why = due.why;
	if (!counts || due.due == DAY_NONE)
		return;
	d->due = due.due;
	d->provisional = due.provisional;
	if (d->met != DAY_NONE)
		d->overdue = d->met > d->due;
	else
		d->overdue = badge_day(o->calendar, d->due, due.provisional, desk_today(o->desk), BADGE_STEPS).level == BADGE_LATE;
}

static int asap_days(struct office *o)
{
	return (int)setting_int(o, "asap_days", DAY_NONE);
}

static void compute(struct office *o, struct info *i, int asap, struct arena *a)
{
	i->ours = info_is_ours(i);
	bool counts = i->ours && !strcmp(i->f.disposition, "open") && strcmp(i->state, "void") != 0;
	struct info_duty *d = i->duties.rows;
	for (size_t k = 0; k < i->duties.n; k++)
		duty_compute(o, i, &d[k], counts, asap, a);
	i->first_published = DAY_NONE;
	const struct info_publication *p = i->publications.rows;
	for (size_t k = 0; k < i->publications.n; k++)
		if (i->first_published == DAY_NONE || p[k].on < i->first_published)
			i->first_published = p[k].on;
	const struct info_duty *open = info_open_duty(i);
	i->f.changed = open->start != i->f.formed ? open->start : DAY_NONE;
	i->due = open->due;
	i->provisional = open->provisional;
	i->overdue = open->overdue;
	i->left = INT_NONE;
	if (open->due == DAY_NONE || open->met != DAY_NONE)
		return;
	daynum today = desk_today(o->desk);
	i->left = open->due >= today ? calendar_count(o->calendar, today, open->due) : -calendar_count(o->calendar, open->due, today);
}

/* Rows of one child table into a record_list. */
static bool load_children(struct office *o, const struct query *query, int64_t row, const struct record_type *t, struct arena *a,
	struct record_list *out, struct err *e)
{
	struct err fault = {0};
	struct q *q = q_open(o->store, query);
	q_int(q, "id", row);
	char *rows = NULL;
	size_t cap = 0;
	out->n = 0;
	while (q_row(q, &fault)) {
		rows = arena_grow(a, rows, out->n, &cap, t->size);
		void *rec = rows + t->size * out->n++;
		record_clear(t, rec);
		q_read_record(q, t, rec, a);
	}
	out->rows = rows;
	q_end(q);
	return fault.code == ERR_NONE || err_set(e, fault.code, "%s", fault.text);
}

static void read_head(struct q *q, struct info *out, struct arena *a)
{
	record_clear(&info_type, out);
	q_read_record(q, &info_type, out, a);
}

bool info_load(struct office *o, int64_t row, struct arena *a, struct info *out, struct err *e)
{
	struct err fault = {0};
	struct q *q = q_open(o->store, &Q_info_one);
	q_int(q, "id", row);
	bool found = q_row(q, &fault);
	if (found)
		read_head(q, out, a);
	q_end(q);
	if (fault.code != ERR_NONE)
		return err_set(e, fault.code, "%s", fault.text);
	if (!found)
		return err_set(e, ERR_MISSING, _("没有这条信息"));
	if (!load_children(o, &Q_info_duties, row, &info_duty_type, a, &out->duties, e) ||
		!load_children(o, &Q_info_reviews, row, &info_review_type, a, &out->reviews, e) ||
		!load_children(o, &Q_info_publications, row, &info_publication_type, a, &out->publications, e))
		return false;
	compute(o, out, asap_days(o), a);
	return true;
}

/* "i2026-12" and "2026-12" → "I2026-0012"; an index number has five digits or a slash. */
static bool canonical_number(const char *typed, struct arena *a, const char **out)
{
	const char *s = text_trim(a, text_fold(a, typed)), *digits;
	bool lettered = *s == 'I' || *s == 'i';
	char *end;
	long year = strtol(s + lettered, &end, 10);
	if (*end != '-' || !isdigit((unsigned char)end[1]))
		return false;
	digits = end + 1;
	long serial = strtol(digits, &end, 10);
	if (!lettered && end - digits > 4)
		return false;
	if (*end || year < 1900 || year > 2999 || serial < 1)
		return false;
	*out = arena_printf(a, "I%ld-%04ld", year, serial);
	return true;
}

bool info_find(struct office *o, const char *id, int64_t *row, struct err *e)
{
	struct arena a = {0};
	const char *number = id;
	bool is_number = canonical_number(id, &a, &number);
	struct q *q = q_open(o->store, is_number ? &Q_info_by_number : &Q_info_by_index);
	q_text(q, "number", number);
	struct err fault = {0};
	bool found = q_one_int(q, row, &fault);
	arena_free(&a);
	if (fault.code != ERR_NONE)
		return err_set(e, fault.code, "%s", fault.text);
	return found || err_set(e, ERR_MISSING, _("没有编号或索引号为“%s”的信息"), id);
}

/* The head's statement stays open around the rows of its children: one read of the file, not one each. */
static bool page_row(struct office *o, struct q *head, int asap, struct info *out, struct arena *a, struct err *e)
{
	read_head(head, out, a);
	if (!load_children(o, &Q_info_duties, out->row, &info_duty_type, a, &out->duties, e) ||
		!load_children(o, &Q_info_publications, out->row, &info_publication_type, a, &out->publications, e))
		return false;
	compute(o, out, asap, a);
	return true;
}

static const struct query *page_query(const struct info_filter *f)
{
	if (f->overdue)
		return &Q_info_late;
	if (f->by_number)
		return f->falling != f->backward ? &Q_info_page_number_down : &Q_info_page_number;
	return f->backward ? &Q_info_page_back : &Q_info_page;
}

bool info_page(struct office *o, const struct info_filter *f, struct arena *a, struct info_list *out, struct err *e)
{
	struct err fault = {0};
	struct q *q = q_open(o->store, page_query(f));
	char today[DAY_ISO];
	if (f->overdue) {
		q_text(q, "today", day_iso(desk_today(o->desk), today));
	} else {
		if (f->by_number)
			q_text(q, "number", number_bound(f->number, f->falling, a));
		else
			q_int(q, "from", f->from);
		q_text(q, "state", f->state);
		q_text(q, "disposition", f->disposition);
		q_text(q, "text", f->text);
		q_text(q, "key", f->text ? text_key(a, f->text) : NULL);
	}
	q_int(q, "item", f->item);
	q_int(q, "unit_id", f->unit_id);
	q_int(q, "limit", f->limit ? (int64_t)f->limit : INT_NONE);
	size_t cap = 0;
	int asap = asap_days(o);
	*out = (struct info_list){0};
	while (fault.code == ERR_NONE && q_row(q, &fault)) {
		out->rows = arena_grow(a, out->rows, out->n, &cap, sizeof *out->rows);
		struct info *r = &out->rows[out->n];
		if (page_row(o, q, asap, r, a, &fault) && (!f->overdue || r->overdue)) /* a provisional date is not late yet */
			out->n++;
	}
	q_end(q);
	return fault.code == ERR_NONE || err_set(e, fault.code, "%s", fault.text);
}

bool info_deadline_put(struct office *o, int64_t row, struct arena *a, struct err *e)
{
	struct info i;
	if (!info_load(o, row, a, &i, e))
		return false;
	const struct info_duty *d = info_open_duty(&i);
	struct q *q = q_open(o->store, &Q_deadline_put);
	q_text(q, "owner", "info");
	q_int(q, "owner_id", row);
	q_text(q, "clock", "publish");
	q_day(q, "due", d->due);
	q_int(q, "provisional", d->provisional);
	q_text(q, "state", d->due == DAY_NONE || d->met != DAY_NONE ? "done" : "running");
	bool done = q_run(q, e);
	q_end(q);
	return done;
}

bool info_deadlines(struct office *o, struct err *e)
{
	struct arena ids = {0}, work = {0};
	int64_t *row = NULL;
	size_t n = 0, cap = 0;
	struct err fault = {0};
	struct q *q = q_open(o->store, &Q_info_ids);
	while (q_row(q, &fault)) {
		row = arena_grow(&ids, row, n, &cap, sizeof *row);
		row[n++] = q_get_int(q, "id");
	}
	q_end(q);
	bool done = fault.code == ERR_NONE || err_set(e, fault.code, "%s", fault.text);
	for (size_t i = 0; done && i < n; i++) {
		done = info_deadline_put(o, row[i], &work, e);
		arena_reset(&work);
	}
	arena_free(&ids);
	arena_free(&work);
	return done;
}
