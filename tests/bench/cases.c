/* Work by the verbs. The floor of a verb is what it cannot do without: one transaction on a file of the same settings, flushed to the same
 * disk. The floor of a page is a bare read of its two hundred events. */
#include "tests/bench/cases.h"

#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "office/request.h"
#include "office/steps.h"
#include "tests/bench/bench.h"
#include "tui/app.h"
#include "tui/host.h"

enum { CASES = 1000, EVENTS = 200 };

struct work {
	struct office *o;
	struct desk desk;
	sqlite3 *bare;
	sqlite3_stmt *put, *read;
	int done;
	int64_t id;
	struct app app;
};

static bool step(struct work *w, const char *verb, int64_t *id, void *args)
{
	struct arena a = {0};
	struct err e = {0};
	unsigned char cmd[CMD_ID_LEN];
	struct verb_call call = {.office = w->o, .verb = verb_find(verb), .subject_id = *id, .args = args, .arena = &a};
	cmd_id_new(w->o->desk, cmd);
	bool done = verb_do(&call, cmd, &e);
	if (!done)
		fprintf(stderr, "bench: %s: %s\n", verb, e.text);
	*id = call.subject_id;
	arena_free(&a);
	return done;
}

/* One more case: registered with all its particulars, decided. */
static bool one_case(void *ctx)
{
	struct work *w = ctx;
	char name[64], content[128], number[32];
	struct request r;
	struct step_args d;
	record_clear(&request_type, &r);
	snprintf(name, sizeof name, "申请人%d", w->done);
	snprintf(number, sizeof number, "办文%06d", w->done);
	snprintf(content, sizeof content, "贵关第%d批进口货物的查验记录和处理结果", w->done++);
	r.channel = "in_person";
	r.arrived = w->desk.today;
	r.applicant.applicant_kind = "natural";
	r.applicant.name = name;
	r.applicant.phone = "13800001234";
	r.document_number = number;
	r.content = content;
	r.form = "paper";
	r.route = "post";
	record_clear(&decide_type, &d);
	d.outcome = "granted";
	int64_t id = INT_NONE;
	return step(w, "request.register", &id, &r) && step(w, "request.decide", &id, &d);
}

/* The same two transactions with one row each. */
static bool two_transactions(void *ctx)
{
	struct work *w = ctx;
	for (int i = 0; i < 2; i++) {
		if (sqlite3_exec(w->bare, "BEGIN IMMEDIATE", NULL, NULL, NULL) || sqlite3_step(w->put) != SQLITE_DONE || sqlite3_reset(w->put) ||
			sqlite3_exec(w->bare, "COMMIT", NULL, NULL, NULL))
			return false;
	}
	return true;
}

static bool long_history(struct work *w)
{
	struct step_args a;
	struct request r;
	int64_t id = INT_NONE;
	bool ok = true;
	record_clear(&request_type, &r);
	r.channel = "in_person";
	r.arrived = w->desk.today;
	r.applicant.applicant_kind = "natural";
	r.applicant.name = "久等";
	r.content = "经过很长的一件";
	ok = step(w, "request.register", &id, &r);
	for (int i = 0; ok && i < EVENTS / 2; i++) {
		char party[64];
		snprintf(party, sizeof party, "第三方%d", i);
		record_clear(&consult_type, &a);
		a.party = party;
		ok = step(w, "request.consult", &id, &a);
		record_clear(&opinion_type, &a);
		a.party = party;
		a.answer = "consent";
		ok = ok && step(w, "request.opinion", &id, &a);
	}
	w->id = id;
	return ok;
}

static bool open_page(void *ctx)
{
	struct work *w = ctx;
	struct screen_arg arg = {.id = w->id};
	app_push(&w->app, screen_find("request"), &arg, (struct then){0});
	app_paint(&w->app);
	bool there = strcmp(w->app.top->type->name, "request") == 0;
	screen_leave(w->app.top, (struct result){.id = INT_NONE});
	arena_reset(&w->app.event_arena);
	return there;
}

static bool read_events(void *ctx)
{
	struct work *w = ctx;
	int n = 0;
	sqlite3_bind_int64(w->read, 1, w->id);
	while (sqlite3_step(w->read) == SQLITE_ROW)
		n += sqlite3_column_bytes(w->read, 1) > 0;
	sqlite3_reset(w->read);
	return n >= EVENTS;
}

static bool bare_open(struct work *w, const char *path)
{
	char file[4096];
	snprintf(file, sizeof file, "%s.floor", path);
	if (sqlite3_open(file, &w->bare) || sqlite3_exec(w->bare, "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; CREATE TABLE t(a,b)", NULL, NULL, NULL) ||
		sqlite3_prepare_v2(w->bare, "INSERT INTO t VALUES('贵关进口货物的查验记录','2026-11-20')", -1, &w->put, NULL))
		return false;
	snprintf(file, sizeof file, "ATTACH '%s' AS o", path);
	return sqlite3_exec(w->bare, file, NULL, NULL, NULL) == SQLITE_OK &&
		sqlite3_prepare_v2(w->bare, "SELECT * FROM o.event WHERE matter_id=?1 ORDER BY day,ordinal", -1, &w->read, NULL) == SQLITE_OK;
}

bool bench_cases(const char *path)
{
	struct work w = {.desk = {.today_fixed = true, .today = day_make(2026, 11, 20)}};
	struct arena a = {0};
	struct err e = {0};
	if (!office_open(path, NULL, &w.desk, &w.o, &e) || !bare_open(&w, path)) {
		fprintf(stderr, "bench: %s\n", e.text);
		return false;
	}
	bool ok = bench_run(&(struct bench){.what = "a case registered and decided (of 1,000)", .floor_what = "two bare transactions, synchronous=FULL",
		.ours = one_case, .floor = two_transactions, .ctx = &w, .rounds = CASES});
	ok = long_history(&w) && ok;
	w.app = (struct app){.desk = &w.desk, .office = w.o};
	w.app.host = host_make(w.o, &a);
	app_open(&w.app, 24, 80, NULL, NULL);
	ok = bench_run(&(struct bench){.what = "a request's page with 200 events, opened", .floor_what = "its events read by bare sqlite3",
		.ours = open_page, .floor = read_events, .ctx = &w, .rounds = 101}) && ok;
	app_close(&w.app);
	sqlite3_finalize(w.put);
	sqlite3_finalize(w.read);
	sqlite3_close(w.bare);
	office_close(w.o);
	arena_free(&a);
	return ok;
}
