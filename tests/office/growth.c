/* What is asked every day must not cost more when the finished work grows: counted in steps of SQLite's machine, not in time. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "office/agenda.h"
#include "office/audit_list.h"
#include "office/info.h"
#include "office/matter.h"
#include "office/request.h"
#include "office/setting.h"
#include "office/similar.h"
#include "tests/office_fixture.h"
#include "tests/store/shim.h"
#include "tests/test.h"

enum { SMALL = 2000, LARGE = 20000 };

static char *bench_sql(void)
{
	FILE *f = fopen("tests/bench/office.sql", "re");
	assert_non_null(f);
	char *text = arena_alloc(t_arena, 1 << 17);
	assert_in_range(fread(text, 1, (1 << 17) - 1, f), 1000, (1 << 17) - 2);
	fclose(f);
	return text;
}

/* The marks that registering would have left; the rows come from a script. */
static void mark_texts(sqlite3 *db)
{
	sqlite3_stmt *get, *put;
	int64_t marks[TEXT_MARKS];
	assert_int_equal(sqlite3_prepare_v2(db, "SELECT matter_id,content_key FROM request", -1, &get, NULL), SQLITE_OK);
	assert_int_equal(sqlite3_prepare_v2(db, "INSERT OR IGNORE INTO text_mark(mark,row_id) VALUES(?,?)", -1, &put, NULL), SQLITE_OK);
	sqlite3_exec(db, "BEGIN", NULL, NULL, NULL);
	while (sqlite3_step(get) == SQLITE_ROW) {
		text_marks((const char *)sqlite3_column_text(get, 1), MARK_REQUEST, marks);
		for (int i = 0; i < TEXT_MARKS; i++) {
			sqlite3_bind_int64(put, 1, marks[i]);
			sqlite3_bind_int64(put, 2, sqlite3_column_int64(get, 0));
			assert_int_equal(sqlite3_step(put), SQLITE_DONE);
			sqlite3_reset(put);
		}
	}
	assert_int_equal(sqlite3_exec(db, "COMMIT", NULL, NULL, NULL), SQLITE_OK);
	sqlite3_finalize(get);
	sqlite3_finalize(put);
}

static struct office *office_of(const char *leaf, int rows, struct desk *desk)
{
	const char *path = t_office_file(leaf);
	char *message = NULL;
	sqlite3 *db;
	assert_int_equal(sqlite3_open(path, &db), SQLITE_OK);
	sqlite3_exec(db, "PRAGMA synchronous=OFF", NULL, NULL, NULL);
	if (sqlite3_exec(db, arena_printf(t_arena, "CREATE TEMP TABLE size(requests,infos,publications); INSERT INTO size VALUES(%d,%d,%d)", rows, rows,
		2 * rows), NULL, NULL, &message) != SQLITE_OK || sqlite3_exec(db, bench_sql(), NULL, NULL, &message) != SQLITE_OK)
		fail_msg("%s", message);
	mark_texts(db);
	assert_int_equal(sqlite3_close(db), SQLITE_OK);
	*desk = (struct desk){.today_fixed = true, .now_fixed = true, .seed = 2};
	assert_true(day_parse("2026-12-20", &desk->today));
	return t_office_open(path, "tester", desk);
}

static void ask_today(struct office *o)
{
	struct agenda agenda;
	struct err e = {0};
	assert_done(agenda_load(o, t_arena, &agenda, &e));
}

static void ask_requests(struct office *o)
{
	struct request_filter f;
	record_clear(&request_filter_type, &f);
	f.limit = 50;
	struct request_row *rows;
	struct err e = {0};
	size_t n;
	assert_done(request_list(o, &f, t_arena, &rows, &n, &e));
	assert_int_equal(n, 50);
}

static void ask_infos(struct office *o)
{
	struct info_filter f = {.item = INT_NONE, .unit_id = INT_NONE, .from = INT_NONE, .limit = 50};
	struct info_list l;
	struct err e = {0};
	assert_done(info_page(o, &f, t_arena, &l, &e));
	assert_int_equal(l.n, 50);
}

static void ask_case(struct office *o)
{
	struct matter_case c;
	int64_t id;
	struct err e = {0};
	assert_done(matter_find(o, "request", "2007-90100", &id, &e));
	assert_done(matter_load(o, id, t_arena, &c, &e));
}

static void ask_log(struct office *o)
{
	struct audit_filter f = {.subject_id = INT_NONE, .before = INT_NONE, .limit = 50};
	struct audit_entries lines;
	struct err e = {0};
	assert_done(audit_list(o, &f, true, t_arena, &lines, &e));
}

/* Text, identity, telephone and name that many or few others share. */
static void ask_alike(struct office *o)
{
	struct request r;
	const struct similar *rows;
	const struct public_info *public;
	struct err e = {0};
	size_t n;
	int64_t id;
	assert_done(matter_find(o, "request", "2007-90100", &id, &e));
	assert_done(request_typed(o, id, t_arena, &r, NULL, &e));
	assert_done(request_similar(o, &r, id, t_arena, &rows, &n, &e));
	assert_true(n > 0);
	assert_done(request_public(o, &r, t_arena, &public, &n, &e));
}

static void do_setting(struct office *o)
{
	struct setting_args in = {.key = "phone", .value = "1", .valid_from = DAY_NONE};
	struct err e = {0};
	assert_done(t_do(o, &setting_set, INT_NONE, &in, NULL, &e));
}

static void do_register(struct office *o)
{
	static const char *const words[][2] = {{"channel", "in_person"}, {"applicant_kind", "natural"}, {"name", "从未来过的人"}, {"phone", "1"},
		{"content", "没有人问过的东西"}, {"arrived", "."}, {NULL, NULL}};
	struct err e = {0};
	assert_done(t_request(o, words, NULL, t_arena, &e));
}

static int64_t steps(struct office *o, void (*ask)(struct office *o))
{
	int64_t before = store_steps(o->store);
	ask(o);
	return store_steps(o->store) - before;
}

TEST(daily_questions_cost_the_same_when_the_finished_work_is_ten_times_as_much)
{
	static const struct { const char *name; void (*ask)(struct office *o); } questions[] = {
		{"today", ask_today}, {"requests", ask_requests}, {"infos", ask_infos}, {"one case", ask_case}, {"log", ask_log}, {"a verb", do_setting},
		{"cases alike", ask_alike}, {"registering", do_register},
	};
	struct desk a, b;
	struct office *small = office_of("small.db", SMALL, &a), *large = office_of("large.db", LARGE, &b);
	int bad = 0;
	for (size_t i = 0; i < sizeof questions / sizeof *questions; i++) {
		int64_t few = steps(small, questions[i].ask), many = steps(large, questions[i].ask);
		assert_true(few > 0);
		if (many > few + few / 3 + 300) {
			print_error("%s: %lld steps at %d rows, %lld at %d\n", questions[i].name, (long long)few, SMALL, (long long)many, LARGE);
			bad++;
		}
	}
	office_close(small);
	office_close(large);
	assert_int_equal(bad, 0);
}

static bool stop_at_once(void *ctx)
{
	++*(int *)ctx;
	return true;
}

TEST(a_long_read_ends_when_a_key_waits_and_a_write_does_not)
{
	static const struct query slow = {"slow", "WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x+1 FROM c WHERE x<50000000) SELECT count(*) AS n FROM c"};
	struct office *o = t_office("2026-03-09");
	int asked = 0;
	struct err e = {0};
	store_stop_when(o->store, stop_at_once, &asked);
	struct q *q = q_open(o->store, &slow);
	assert_false(q_row(q, &e));
	q_end(q);
	assert_int_equal(e.code, ERR_BUSY);
	assert_int_equal(asked, 1);
	do_setting(o);
	store_stop_when(o->store, NULL, NULL);
}

static void change_setting(struct office *o)
{
	struct setting_args in = {.key = "phone", .value = arena_printf(t_arena, "%lld", (long long)store_steps(o->store)), .valid_from = DAY_NONE};
	struct err e = {0};
	assert_done(t_do(o, &setting_set, INT_NONE, &in, NULL, &e));
}

/* Every line of the log waits for its children through a foreign key, and so looks for them. */
TEST(a_verb_costs_the_same_when_the_log_is_long)
{
	struct desk d = {.today_fixed = true, .today = day_make(2026, 3, 9), .now_fixed = true, .seed = 4};
	const char *path = t_office_file("log.db");
	struct office *o = t_office_open(path, "tester", &d);
	change_setting(o);
	int64_t few = steps(o, change_setting);
	office_close(o);
	sqlite3 *db;
	assert_int_equal(sqlite3_open(path, &db), SQLITE_OK);
	assert_int_equal(sqlite3_exec(db, "INSERT INTO audit_value(seq,tbl,row_id,field,commitment) WITH RECURSIVE c(i) AS "
		"(SELECT 1 UNION ALL SELECT i+1 FROM c WHERE i<20000) SELECT 1,'matter',i,'state',x'00' FROM c", NULL, NULL, NULL), SQLITE_OK);
	assert_int_equal(sqlite3_close(db), SQLITE_OK);
	o = t_office_open(path, "tester", &d);
	change_setting(o);
	assert_in_range(steps(o, change_setting), 1, few + few / 3 + 300);
	office_close(o);
}
