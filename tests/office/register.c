#include "office/register.h"

#include <string.h>

#include "office/init.h"
#include "office/demo.h"
#include "office/matter.h"
#include "tests/law/naive.h"
#include "tests/office_fixture.h"
#include "tests/test.h"

static struct office *demo_office(const char *today)
{
	static struct desk desk;
	const char *path = t_path("demo.db");
	struct err e = {0};
	desk = (struct desk){.today_fixed = true, .now_fixed = true, .seed = 5};
	assert_true(day_parse(today, &desk.today));
	struct office_setup setup = {.login = "tester"};
	assert_done(demo_init(path, &setup, &desk, &e));
	return t_office_keep(path, "tester", &desk);
}

static struct register_rows load(struct office *o, const char *name, const struct register_filter *f)
{
	struct register_rows rows;
	struct err e = {0};
	const struct register_kind *k = register_find(name, &e);
	assert_non_null(k);
	assert_done(register_load(o, k, f, t_arena, &rows, &e));
	return rows;
}

/* --- an engine made of days, walked one by one ---------------------------------------------------------------------------- */

struct walk {
	const struct naive *days;
	const struct matter_case *c;
	daynum start, done, stopped;
	int limit, used;
	bool late;
};

/* Is the day taken out by a consultation? From the day after it was sent to the day of the answer, at most to its limit. */
static bool taken_out(const struct walk *w, daynum d, daynum as_of)
{
	const struct matter_case *c = w->c;
	for (size_t i = 0; i < c->nevents; i++) {
		bool third = c->events[i].kind == EV_CONSULT_SENT;
		if (!third && !(c->events[i].kind == EV_COAGENCY_SENT && c->rules->exclude_coagency))
			continue;
		daynum reached = DAY_NONE, end = as_of;
		for (size_t j = i + 1; j < c->nevents; j++) {
			if (c->events[j].span != c->events[i].span)
				continue;
			if (c->events[j].kind == (third ? EV_CONSULT_REACHED : EV_COAGENCY_REACHED))
				reached = c->events[j].day;
			if (c->events[j].kind == (third ? EV_CONSULT_ANSWERED : EV_COAGENCY_ANSWERED) && c->events[j].day < end)
				end = c->events[j].day;
		}
		daynum from = reached != DAY_NONE ? reached : third ? DAY_NONE : c->events[i].day;
		daynum limit = from == DAY_NONE ? DAY_NONE : naive_add(w->days, from, 15);
		if (limit != DAY_NONE && limit < end)
			end = limit;
		if (d > c->events[i].day && d <= end)
			return true;
	}
	return false;
}

static int walked(const struct walk *w, daynum from, daynum to)
{
	int n = 0;
	for (daynum d = from + 1; d <= to; d++)
		n += naive_worked(w->days, d) && !taken_out(w, d, to);
	return n;
}

static void walk_case(struct walk *w, daynum today)
{
	const struct matter_case *c = w->c;
	w->done = w->stopped = DAY_NONE;
	for (size_t i = 0; i < c->nevents; i++) {
		const struct clock_event *ev = &c->events[i];
		bool fee = c->rules->fee == FEE_PROCESSING;
		if (ev->kind == EV_RECEIVED || (w->stopped != DAY_NONE && (ev->kind == EV_CLARIFIED || (fee && ev->kind == EV_FEE_PAID)))) {
			w->start = ev->day;
			w->limit = c->rules->answer_wd;
			w->stopped = DAY_NONE;
		} else if (ev->kind == EV_CLARIFY_SENT || (fee && ev->kind == EV_FEE_NOTIFIED)) {
			w->stopped = ev->day;
		} else if (ev->kind == EV_EXTENDED) {
			w->limit += ev->days;
		} else if (ev->kind == EV_ANSWERED || ev->kind == EV_CLOSED || ev->kind == EV_LAPSED) {
			w->done = w->done == DAY_NONE ? ev->day : w->done;
		} else if (ev->kind == EV_REOPENED) { /* a new answer is ordered: its days are counted from the order on */
			w->start = ev->day;
			w->limit = ev->days;
			w->done = DAY_NONE;
		}
	}
	daynum end = w->stopped != DAY_NONE ? w->stopped : w->done != DAY_NONE ? w->done : today;
	w->used = walked(w, w->start, end);
	bool answered = w->done != DAY_NONE && w->stopped == DAY_NONE && c->clock.answered;
	w->late = (w->done == DAY_NONE ? w->stopped == DAY_NONE : answered) && w->used > w->limit;
}

TEST(days_used_and_lateness_in_the_ledger_are_those_of_days_walked_one_by_one)
{
	struct office *o = demo_office("2026-11-20");
	struct register_rows rows = load(o, "requests", &REGISTER_ALL);
	struct naive *days = naive_new();
	size_t compared = 0, late = 0;
	for (size_t i = 0; i < rows.n; i++) {
		const struct register_row *r = &rows.rows[i];
		struct matter_case c;
		struct err e = {0};
		assert_done(matter_load(o, r->matter_id, t_arena, &c, &e));
		if (!c.rules) {
			assert_int_equal(r->used, INT_NONE);
			assert_int_equal(r->overdue, FLAG_NONE);
			continue;
		}
		if (r->provisional == 1 || c.clock.delayed != DAY_NONE)
			continue;
		struct walk w = {.days = days, .c = &c};
		walk_case(&w, desk_today(o->desk));
		if (w.used != r->used || w.late != (r->overdue == 1))
			fail_msg("%s: %d days, late %d; the ledger says %d and %d", r->id, w.used, w.late, (int)r->used, r->overdue);
		compared++;
		late += w.late;
	}
	assert_in_range(compared, 30, rows.n);
	assert_in_range(late, 1, compared - 1);
}

TEST(every_register_has_as_many_rows_as_the_list_says)
{
	struct office *o = demo_office("2026-11-20");
	int64_t counts[REGISTERS_MAX];
	struct err e = {0};
	assert_done(register_counts(o, counts, &e));
	for (size_t i = 0; register_kinds[i].name; i++) {
		if (register_kinds[i].load)
			assert_int_equal(counts[i], INT_NONE);
		else
			assert_int_equal(load(o, register_kinds[i].name, &REGISTER_ALL).n, counts[i]);
	}
}

/* Any period: what lies before, in and after it is everything once. */
TEST(a_period_cuts_a_register_into_three)
{
	struct office *o = demo_office("2026-11-20");
	for (size_t i = 0; register_kinds[i].name; i++) {
		struct register_filter before = REGISTER_ALL, in = REGISTER_ALL, after = REGISTER_ALL;
		if (register_kinds[i].load)
			continue;
		in.from = day_make(2025, 6, 3);
		in.to = day_make(2026, 3, 31);
		before.to = in.from - 1;
		after.from = in.to + 1;
		size_t all = load(o, register_kinds[i].name, &REGISTER_ALL).n;
		assert_int_equal(load(o, register_kinds[i].name, &before).n + load(o, register_kinds[i].name, &in).n +
			load(o, register_kinds[i].name, &after).n, all);
	}
}

/* Every grouping is a partition of the cases, and each of its lines is what the ledger's own rows add up to. */
TEST(statistics_are_what_the_rows_of_the_ledger_add_up_to)
{
	struct office *o = demo_office("2026-11-20");
	struct register_rows cases = load(o, "requests", &REGISTER_ALL), sums = load(o, "statistics", &REGISTER_ALL);
	static const char *const groups[] = {"total", "channel", "applicant", "unit", "outcome"};
	for (size_t g = 0; g < sizeof groups / sizeof *groups; g++) {
		int64_t seen = 0, late = 0, used = 0, finished = 0, all = 0, all_late = 0, extended = 0, all_extended = 0;
		for (size_t i = 0; i < sums.n; i++)
			if (!strcmp(sums.rows[i].kind, groups[g])) {
				seen += sums.rows[i].count;
				late += sums.rows[i].late;
				extended += sums.rows[i].extended;
			}
		for (size_t i = 0; i < cases.n; i++) {
			const struct register_row *r = &cases.rows[i];
			if (!strcmp(r->state, "void"))
				continue;
			all++;
			all_late += r->overdue == 1;
			all_extended += r->extended_on != DAY_NONE;
			if (!strcmp(r->state, "delivered") || !strcmp(r->state, "archived")) {
				used += r->used;
				finished++;
			}
		}
		assert_int_equal(seen, all);
		assert_int_equal(late, all_late);
		assert_int_equal(extended, all_extended);
		assert_true(finished > 20 && all_late > 0 && all_extended > 0);
		if (g == 0)
			assert_string_equal(sums.rows[0].used_average, arena_printf(t_arena, "%.1f", (double)(used * 10 / finished) / 10));
	}
}

/* One case of each kind of finding at least; a case that is in order is not named. */
TEST(the_self_check_names_what_is_late_and_nothing_that_is_in_order)
{
	struct office *o = demo_office("2026-11-20");
	struct register_rows cases = load(o, "requests", &REGISTER_ALL), found = load(o, "selfcheck", &REGISTER_ALL);
	for (size_t i = 0; i < cases.n; i++) {
		size_t named = 0;
		for (size_t k = 0; k < found.n; k++)
			named += !strcmp(found.rows[k].id, cases.rows[i].id) && (!strcmp(found.rows[k].kind, "late") || !strcmp(found.rows[k].kind, "answered_late"));
		assert_int_equal(named, cases.rows[i].overdue == 1 && strcmp(cases.rows[i].state, "void") != 0);
	}
	static const char *const kinds[] = {"late", "proof", "task", "publish", "stale", "complaint"};
	for (size_t k = 0; k < sizeof kinds / sizeof *kinds; k++) {
		bool any = false;
		for (size_t i = 0; i < found.n; i++)
			any |= !strcmp(found.rows[i].kind, kinds[k]);
		if (!any)
			fail_msg("no %s", kinds[k]);
	}
}

TEST(the_words_of_a_filter_are_anded_and_see_no_more_than_the_mask)
{
	struct office *o = demo_office("2026-11-20");
	struct register_filter f = REGISTER_ALL;
	f.text = "冷链 -王小明";
	struct register_rows rows = load(o, "requests", &f);
	assert_in_range(rows.n, 1, 10);
	for (size_t i = 0; i < rows.n; i++)
		assert_string_not_equal(rows.rows[i].name, "王小明");
	f.text = "440106";
	assert_in_range(load(o, "requests", &f).n, 1, 100);
	f.text = rows.n ? load(o, "requests", &REGISTER_ALL).rows[0].id_number : "x";
	assert_int_equal(load(o, "requests", &f).n, 0);
}

TEST(a_spreadsheet_holds_every_row_and_no_identity_number)
{
	struct office *o = demo_office("2026-11-20");
	struct err e = {0};
	const struct register_kind *k = register_find("requests", &e);
	struct register_rows rows = load(o, "requests", &REGISTER_ALL);
	const char *tsv = register_tsv(k, &rows, false, t_arena), *plain = register_tsv(k, &rows, true, t_arena);
	size_t lines = 0, seen = 0;
	for (const char *p = tsv; *p; p++)
		lines += *p == '\n';
	assert_int_equal(lines, rows.n + 1);
	for (size_t i = 0; i < rows.n; i++) {
		const char *number = rows.rows[i].id_number;
		if (!number)
			continue;
		assert_null(strstr(tsv, number));
		assert_non_null(strstr(plain, number));
		seen++;
	}
	assert_true(seen > 10);
}

TEST(looking_behind_the_mask_needs_a_reason_and_leaves_one_line)
{
	struct office *o = t_office("2026-03-09");
	struct personal_show args = {.what = "收费台账", .rows = 3};
	struct verb_call call;
	struct err e = {0};
	assert_false(t_do(o, &personal_show, INT_NONE, &args, &call, &e));
	assert_string_equal(e.field, "reason");
	e = (struct err){0};
	args.reason = "复议举证";
	assert_done(t_do(o, &personal_show, INT_NONE, &args, &call, &e));
	assert_string_equal(call.result, "显示收费台账的个人信息 3 行：复议举证");
	t_verify(o);
}

TEST(a_register_is_found_by_name_label_or_a_beginning_that_fits_one)
{
	struct err e = {0};
	assert_string_equal(register_find("fees", &e)->name, "fees");
	assert_string_equal(register_find("送达登记", &e)->name, "deliveries");
	assert_string_equal(register_find("with", &e)->name, "withheld");
	assert_null(register_find("re", &e)); /* requests, reviews */
	assert_int_equal(e.code, ERR_MISSING);
}
