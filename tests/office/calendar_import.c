#include "office/appeal.h"
#include "office/calendar_import.h"
#include "office/matter.h"
#include "office/steps.h"

#include <stdio.h>
#include <string.h>

#include "tests/office_fixture.h"
#include "tests/store/shim.h"
#include "tests/test.h"

#define HEAD "date\tkind\tname\tsource\n"
static const char notice[] = HEAD
	"2027-01-01\tholiday\t元旦\t国办发明电〔2026〕9号\n"
	"2027-01-04\tholiday\t元旦\t国办发明电〔2026〕9号\n"
	"2027-02-06\tworkday\t春节\t国办发明电〔2026〕9号\n";

static bool take(struct office *o, const char *text, struct calendar_import *in, struct err *e)
{
	*in = (struct calendar_import){.file = "2027.tsv", .text = text};
	return t_do(o, &calendar_import, INT_NONE, in, NULL, e);
}

/* A request that came in on 20 December 2026, through the real verb. */
static void register_one(struct office *o)
{
	static const char *const words[][2] = {{"channel", "in_person"}, {"applicant_kind", "natural"}, {"name", "张三"}, {"content", "二〇二六年清单"},
		{"arrived", "2026-12-20"}, {"phone", "13800000000"}, {"address", "清江市"}, {NULL, NULL}};
	struct err e = {0};
	assert_done(t_request(o, words, NULL, t_arena, &e));
}

TEST(a_notice_moves_the_deadlines_that_touched_its_year_and_tells_them)
{
	struct office *o = t_office("2026-12-21");
	struct calendar_import in;
	struct err e = {0};
	register_one(o);
	assert_done(take(o, notice, &in, &e));
	bool answer = false;
	for (size_t i = 0; i < in.moves.n; i++) {
		const struct deadline_move *m = &in.moves.rows[i];
		if (strcmp(m->clock, "answer") != 0)
			continue;
		answer = true;
		assert_string_equal(m->id, "2026-0001");
		assert_int_equal(m->was, day_make(2027, 1, 18));
		assert_int_equal(m->is, day_make(2027, 1, 19));
		assert_true(m->was_provisional && !m->provisional);
	}
	assert_true(answer);
	assert_false(calendar_loaded(o->calendar, 2027)); /* still the old one: pointers into it may be in use */
	assert_done(office_refresh(o, &e));
	assert_true(calendar_loaded(o->calendar, 2027));
	t_verify(o);
}

static void ask(struct office *o, const char *verb, const char *whom, daynum sent)
{
	struct err e = {0};
	struct step_args s;
	record_clear(verb_find(verb)->args, &s);
	s.party = s.body = whom;
	s.kind = "other";
	s.sent = sent;
	assert_done(t_do(o, verb_find(verb), 1, &s, NULL, &e));
}

/* What stands on the page of the case is what is told: of two agencies each its own limit, and the answer as it is shown while it waits. */
TEST(a_notice_tells_every_limit_of_a_case_that_waits_for_others)
{
	struct office *o = t_office("2026-12-28");
	struct calendar_import in;
	struct err e = {0};
	struct matter_case was, is;
	size_t told = 0;
	register_one(o);
	ask(o, "request.coagency", "税务局", day_make(2026, 12, 21));
	ask(o, "request.coagency", "公安局", day_make(2026, 12, 25));
	o->desk->today = day_make(2027, 1, 3);
	assert_done(matter_load(o, 1, t_arena, &was, &e));
	assert_true(was.moving);
	assert_done(take(o, notice, &in, &e));
	assert_done(office_refresh(o, &e));
	assert_done(matter_load(o, 1, t_arena, &is, &e));
	for (size_t i = 0; i < was.nsubs; i++) {
		const struct clock_sub *x = &was.subs[i], *y = &is.subs[i];
		if (!x->running || (x->due == y->due && x->provisional == y->provisional))
			continue;
		if (told >= in.moves.n)
			fail_msg("%s %s is not told", clock_key_name(x->key), x->name);
		const struct deadline_move *m = &in.moves.rows[told++];
		assert_string_equal(m->clock, clock_key_name(x->key));
		assert_int_equal(m->was, x->due);
		assert_int_equal(m->is, y->due);
		if (x->name)
			assert_string_equal(m->name, x->name);
	}
	assert_int_equal(told, in.moves.n);
	assert_int_equal(told, 3); /* the answer and both agencies; the seven days for what is missing are over */
	assert_done(take(o, notice, &in, &e));
	assert_int_equal(in.moves.n, 0);
}

TEST(importing_a_notice_twice_changes_nothing)
{
	struct office *o = t_office("2026-12-21");
	struct calendar_import in;
	struct err e = {0};
	register_one(o);
	assert_done(take(o, notice, &in, &e));
	assert_done(office_refresh(o, &e));
	assert_done(take(o, notice, &in, &e));
	assert_int_equal(in.nchanges, 0);
	assert_int_equal(in.moves.n, 0);
}

TEST(a_later_notice_takes_a_day_over_and_both_stay_on_record)
{
	struct office *o = t_office("2026-12-21");
	struct calendar_import in;
	struct err e = {0};
	sqlite3 *db;
	sqlite3_stmt *st;
	assert_done(take(o, notice, &in, &e));
	assert_done(office_refresh(o, &e));
	assert_done(take(o, HEAD "2027-02-06\tholiday\t春节\t国办发明电〔2027〕1号\n", &in, &e));
	assert_int_equal(in.nchanges, 1);
	assert_int_equal(in.changes[0].was, DAY_MAKEUP);
	assert_int_equal(in.changes[0].is, DAY_HOLIDAY);
	assert_int_equal(sqlite3_open(t_path("office.db"), &db), SQLITE_OK);
	assert_int_equal(sqlite3_prepare_v2(db, "SELECT count(*), sum(superseded_by='国办发明电〔2027〕1号') FROM calendar_day WHERE date='2027-02-06'", -1, &st,
		NULL), SQLITE_OK);
	assert_int_equal(sqlite3_step(st), SQLITE_ROW);
	assert_int_equal(sqlite3_column_int(st, 0), 2);
	assert_int_equal(sqlite3_column_int(st, 1), 1);
	sqlite3_finalize(st);
	sqlite3_close(db);
	t_verify(o);
}

TEST(a_wrong_notice_is_refused_and_changes_nothing)
{
	static const char *const wrong[] = {
		"", "hello\n", HEAD "2027-02-30\tholiday\t春节\tx\n", HEAD "2027-01-01\tfeast\t元旦\tx\n", HEAD "2027-01-01\tworkday\t元旦\tx\n",
		HEAD "2027-05-01\tholiday\t劳动节\tx\n", HEAD "2027-01-01\tholiday\t元旦\tx\n2027-01-01\tholiday\t元旦\tx\n",
		HEAD "2027-01-01\tholiday\t\t\n", HEAD "1999-01-01\tholiday\t元旦\tx\n",
	};
	struct office *o = t_office("2026-12-21");
	int64_t before, after;
	struct err e = {0};
	assert_done(office_head(o, &before, &e));
	for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
		struct calendar_import in;
		struct err why = {0};
		if (take(o, wrong[i], &in, &why) || why.code != ERR_INPUT)
			fail_msg("%s: %s %s", wrong[i], err_code_name(why.code), why.text);
	}
	assert_done(office_head(o, &after, &e));
	assert_int_equal(before, after);
}

TEST(the_index_of_deadlines_is_checked_against_the_engine_and_rebuilt)
{
	struct office *o = t_office("2026-12-21");
	struct check_report report;
	struct err e = {0};
	sqlite3 *db;
	register_one(o);
	assert_done(office_check(o, t_arena, &report, &e));
	assert_int_equal(report.faults, 0);
	assert_int_equal(sqlite3_open(t_path("office.db"), &db), SQLITE_OK);
	assert_int_equal(sqlite3_exec(db, "UPDATE deadline SET due='2027-03-01' WHERE clock='answer'", NULL, NULL, NULL), SQLITE_OK);
	sqlite3_close(db);
	assert_done(office_check(o, t_arena, &report, &e));
	assert_int_equal(report.faults, 1);
	assert_done(office_check(o, t_arena, &report, &e)); /* checking mends nothing by itself */
	assert_int_equal(report.faults, 1);
	assert_done(t_do(o, &office_reindex_verb, 1, NULL, NULL, &e));
	assert_done(office_check(o, t_arena, &report, &e));
	assert_int_equal(report.faults, 0);
}

static int64_t sue(struct office *o, const char *kind, daynum received, daynum typed, const char *of)
{
	struct appeal a;
	struct verb_call call;
	struct err e = {0};
	record_clear(&appeal_type, &a);
	a.kind = kind;
	a.received = received;
	a.evidence_due = typed;
	a.case_number_of = of;
	assert_done(t_do(o, verb_find("appeal.add"), INT_NONE, &a, &call, &e));
	return call.subject_id;
}

TEST(a_notice_moves_the_limits_for_our_evidence_that_the_law_gave)
{
	struct office *o = t_office("2026-12-21");
	struct calendar_import in;
	struct appeal now;
	struct err e = {0};
	register_one(o);
	const daynum rest = day_make(2026, 12, 18), typed = day_make(2027, 1, 8);
	int64_t ours = sue(o, "suit_direct", day_make(2026, 12, 20), DAY_NONE, "2026-0001"); /* fifteen days: 4 January */
	int64_t other = sue(o, "suit_direct", rest, DAY_NONE, NULL);                         /* 2 January, rolled to the 4th */
	int64_t fixed = sue(o, "review", rest, typed, NULL);                                 /* the reviewing body's own day */
	assert_done(take(o, notice, &in, &e));
	int told = 0;
	for (size_t i = 0; i < in.moves.n; i++)
		if (!strcmp(in.moves.rows[i].clock, "evidence")) {
			told++;
			assert_int_equal(in.moves.rows[i].was, day_make(2027, 1, 4));
			assert_int_equal(in.moves.rows[i].is, day_make(2027, 1, 5));
		}
	assert_int_equal(told, 2);
	assert_done(office_refresh(o, &e));
	assert_done(appeal_load(o, ours, t_arena, &now, &e));
	assert_int_equal(now.evidence_due, day_make(2027, 1, 5));
	assert_done(appeal_load(o, other, t_arena, &now, &e));
	assert_int_equal(now.evidence_due, day_make(2027, 1, 5));
	assert_done(appeal_load(o, fixed, t_arena, &now, &e));
	assert_int_equal(now.evidence_due, typed);
	t_verify(o);
}
