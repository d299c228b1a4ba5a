/* Reading requests: one with everything that follows from it, and the list. */
#include "office/request.h"

#include <string.h>

#include "base/text.h"
#include "gen/q_request.h"
#include "law/application.h"
#include "office/reminders.h"
#include "office/sequence.h"

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

/* law/application.h says what is wanted; any one way to reach the applicant is enough. */
size_t request_missing(const struct request *r, const char *ruleset, struct arena *a, const char *const **out)
{
	const struct party *p = &r->applicant;
	bool reached = !text_is_blank(p->phone) || !text_is_blank(p->email) || !text_is_blank(p->fax) || !text_is_blank(p->address);
	const struct { unsigned part; const char *name; bool given; } parts[] = {
		{APPLICATION_IDENTITY, "id_number", !text_is_blank(p->id_number)}, {APPLICATION_CONTACT, "phone", reached},
		{APPLICATION_FORM, "form", !text_is_blank(r->form)}, {APPLICATION_ROUTE, "route", !text_is_blank(r->route)},
	};
	const unsigned wanted = application_wants(ruleset);
	const char **names = arena_array(a, const char *, sizeof parts / sizeof *parts);
	size_t n = 0;
	for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
		if (wanted & parts[i].part && !parts[i].given)
			names[n++] = parts[i].name;
	*out = names;
	return n;
}

/* A badge out of the index; only an open exclusion, whose date grows every day, needs the engine. */
static bool row_badge(struct office *o, struct q *q, struct badge_steps steps, struct request_row *row, struct arena *a, struct err *e)
{
	const char *clock = q_get_text(q, "clock", a);
	row->left = INT_NONE;
	row->badge = "";
	row->level = BADGE_NONE;
	row->provisional = row->provisional == 1;
	if (!clock)
		return true;
	if (strcmp(clock, "moving") != 0) {
		int64_t left = q_get_int(q, "left_days");
		struct clock k = {.state = clock[0] == 'd' ? CLOCK_DONE : clock[0] == 's' ? CLOCK_STOPPED : CLOCK_RUNNING, .due = row->due,
			.provisional = row->provisional == 1, .left = left == INT_NONE ? 0 : (int)left};
		struct badge b = clock_badge(o->calendar, &k, desk_today(o->desk), steps);
		row->level = b.level;
		row->left = k.state == CLOCK_DONE ? INT_NONE : b.left;
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

/* Two words to be found and one not to be, each in its comparison form. */
static void bind_words(struct q *q, const char *words, struct arena *a)
{
	static const char *const names[] = {"word1", "word2"};
	char *copy = arena_strdup(a, words ? words : ""), *word;
	const char *not = NULL;
	size_t n = 0;
	while ((word = strsep(&copy, " "))) {
		bool out = word[0] == '-' && word[1] != '\0';
		const char *key = text_key(a, word + out);
		if (!*key)
			continue;
		if (out)
			not = key;
		else if (n < 2)
			q_text(q, names[n++], key);
	}
	while (n < 2)
		q_text(q, names[n++], NULL);
	q_text(q, "not_word", not);
}

static void bind_filter(struct office *o, struct q *q, const struct request_filter *f, struct arena *a)
{
	q_text(q, "state", f->state);
	q_text(q, "channel", f->channel);
	q_int(q, "year", f->year);
	q_int(q, "open", f->open == 1 ? 1 : INT_NONE);
	q_text(q, "handler", f->mine == 1 ? o->login : text_is_blank(f->handler) ? NULL : f->handler);
	q_text(q, "name_key", text_is_blank(f->name) ? NULL : text_key(a, f->name));
	q_text(q, "text_key", text_is_blank(f->text) ? NULL : text_key(a, f->text));
	bind_words(q, f->words, a);
	if (f->by_number == 1)
		q_text(q, "number", number_bound(f->number, f->falling == 1, a));
	else
		q_int(q, f->backward == 1 ? "before_id" : "after_id", f->backward == 1 ? f->before_id : f->after_id);
	q_int(q, "limit", f->limit);
}

static bool read_rows(struct office *o, struct q *q, struct arena *a, struct request_row **out, size_t *n, struct err *e)
{
	size_t cap = 0;
	struct request_row *rows = NULL;
	const struct reminders ladder = reminders_of(o);
	const struct badge_steps steps = reminder_badge(&ladder, CLOCK_ANSWER);
	struct err end = {0};
	bool ok = true;
	for (*n = 0; ok && q_row(q, &end);) {
		rows = arena_grow(a, rows, *n, &cap, sizeof *rows);
		struct request_row *row = &rows[(*n)++];
		record_clear(&request_row_type, row);
		q_read_record(q, &request_row_type, row, a);
		ok = row_badge(o, q, steps, row, a, e);
	}
	q_end(q);
	*out = rows;
	return ok && (end.code == ERR_NONE || err_set(e, end.code, "%s", end.text));
}

/* A state, or what is open, is found by its index however many rows there are; words among many rows in a table of their own. */
static const struct query *page_of(const struct request_filter *f)
{
	static const struct query *const queries[4][2] = {
		{&Q_request_page, &Q_request_page_back}, {&Q_request_page_state, &Q_request_page_state_back},
		{&Q_request_page_open, &Q_request_page_open_back}, {&Q_request_page_words, &Q_request_page_words_back},
	};
	if (f->by_number == 1)
		return (f->falling == 1) != (f->backward == 1) ? &Q_request_page_number_down : &Q_request_page_number;
	bool many = f->open != 1 && (!f->state || !strcmp(f->state, "archived"));
	if (many && !text_is_blank(f->words))
		return queries[3][f->backward == 1];
	return queries[f->open == 1 ? 2 : f->state ? 1 : 0][f->backward == 1];
}

bool request_list(struct office *o, const struct request_filter *f, struct arena *a, struct request_row **out, size_t *n,
	struct err *e)
{
	struct q *q = q_open(o->store, page_of(f));
	bind_filter(o, q, f, a);
	return read_rows(o, q, a, out, n, e);
}

/* Which of the rows that the index names belong, as the badge says: a provisional date is late later, a moving one never. */
static bool in_queue(enum request_queue which, const struct request_row *row)
{
	if (which == REQUEST_LATE)
		return row->level == BADGE_LATE;
	if (which == REQUEST_TODAY)
		return row->level == BADGE_TODAY;
	return which != REQUEST_SOON || row->level == BADGE_TODAY || row->level == BADGE_SOON;
}

bool request_queue(struct office *o, enum request_queue which, struct arena *a, struct request_row **out, size_t *n, struct err *e)
{
	enum { SOON_DAYS = 20 };
	static const struct query *const queries[] = {&Q_request_due, &Q_request_due, &Q_request_due, &Q_request_waiting_applicant,
		&Q_request_waiting_others};
	daynum today = desk_today(o->desk);
	struct request_row *rows;
	size_t all;
	struct q *q = q_open(o->store, queries[which]);
	if (queries[which] == &Q_request_due) {
		q_day(q, "from", which == REQUEST_LATE ? 0 : today);
		q_day(q, "to", which == REQUEST_LATE ? today - 1 : which == REQUEST_TODAY ? today : today + SOON_DAYS);
	}
	q_int(q, "limit", REQUEST_QUEUE_MAX);
	if (!read_rows(o, q, a, &rows, &all, e))
		return false;
	*n = 0;
	for (size_t i = 0; i < all; i++)
		if (in_queue(which, &rows[i]))
			rows[(*n)++] = rows[i];
	*out = rows;
	return true;
}
