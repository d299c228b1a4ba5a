/* Reading through the store against the same statement in bare sqlite3 calls. */
#include "tests/bench/queries.h"

#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include "base/embed.h"
#include "office/office.h"
#include "tests/bench/bench.h"

/* `params`: "name=value name=value"; a value of digits is bound as a number. */
struct reading {
	const char *what, *query, *params;
};
static const struct reading readings[] = {
	{"the newest 50 requests", "request_page", "limit=50"},
	{"the open requests, 50", "request_page", "open=1 limit=50"},
	{"the newest 50 infos", "info_page", "limit=50"},
	{"infos past their day, 50", "info_late", "today=2026-11-20 limit=50"},
	{"requests due in a month", "agenda_due", "from=2026-11-20 to=2026-12-20"},
	{"search requests: a common word", "search_requests", "key=水产品"},
	{"search requests: a word nobody wrote", "search_requests", "key=查无此词"},
	{"search infos: a word nobody wrote", "search_infos", "key=查无此词"},
	{"an operator's own row", "office_get", ""},
};

struct side {
	struct office *office;
	sqlite3 *db;
	sqlite3_stmt *stmt;
	const struct query *query;
	const char *params;
};

static bool next_param(const char **p, char name[64], char value[64])
{
	return *p && sscanf(*p, "%63[^=]=%63s", name, value) == 2;
}

static const char *past_param(const char *p)
{
	p = strchr(p, ' ');
	return p ? p + 1 : NULL;
}

static bool is_number(const char *s)
{
	return *s && strspn(s, "0123456789") == strlen(s);
}

static bool through_store(void *ctx)
{
	struct side *s = ctx;
	struct arena a = {0};
	struct err e = {0};
	char name[64], value[64];
	struct q *q = q_open(s->office->store, s->query);
	for (const char *p = s->params; next_param(&p, name, value); p = past_param(p)) {
		if (is_number(value))
			q_int(q, name, strtoll(value, NULL, 10));
		else
			q_text(q, name, arena_strdup(&a, value));
	}
	while (q_row(q, &e))
		q_get_text(q, sqlite3_column_name(s->stmt, 0), &a);
	q_end(q);
	arena_free(&a);
	return e.code == ERR_NONE;
}

static bool bare(void *ctx)
{
	struct side *s = ctx;
	char name[64], value[64], colon[66];
	sqlite3_reset(s->stmt);
	sqlite3_clear_bindings(s->stmt);
	for (const char *p = s->params; next_param(&p, name, value); p = past_param(p)) {
		snprintf(colon, sizeof colon, ":%s", name);
		int at = sqlite3_bind_parameter_index(s->stmt, colon);
		if (is_number(value))
			sqlite3_bind_int64(s->stmt, at, strtoll(value, NULL, 10));
		else
			sqlite3_bind_text(s->stmt, at, value, -1, SQLITE_TRANSIENT);
	}
	int rc;
	while ((rc = sqlite3_step(s->stmt)) == SQLITE_ROW)
		sqlite3_column_text(s->stmt, 0);
	sqlite3_reset(s->stmt);
	return rc == SQLITE_DONE;
}

static const struct query *find(const char *name)
{
	for (const struct query *const *q = gen_queries; *q; q++)
		if (!strcmp((*q)->name, name))
			return *q;
	return NULL;
}

bool bench_queries(struct office *o, const char *path)
{
	struct side s = {.office = o};
	bool ok = sqlite3_open_v2(path, &s.db, SQLITE_OPEN_READONLY, NULL) == SQLITE_OK;
	for (size_t i = 0; ok && i < sizeof readings / sizeof *readings; i++) {
		const struct reading *r = &readings[i];
		s.query = find(r->query);
		s.params = r->params;
		if (!s.query || sqlite3_prepare_v2(s.db, s.query->sql, -1, &s.stmt, NULL) != SQLITE_OK) {
			fprintf(stderr, "bench: no query %s\n", r->query);
			ok = false;
			break;
		}
		ok = bench_run(&(struct bench){.what = r->what, .floor_what = "the same statement, bare sqlite3", .ours = through_store,
			.floor = bare, .ctx = &s, .rounds = 21});
		sqlite3_finalize(s.stmt);
	}
	sqlite3_close(s.db);
	return ok;
}

/* --- opening ---------------------------------------------------------------------------------------------------------------- */

struct opening {
	const char *path;
};

static bool open_office(void *ctx)
{
	struct opening *f = ctx;
	struct desk desk = {0};
	struct err e = {0};
	struct office *o;
	if (!office_open(f->path, NULL, &desk, &o, &e)) {
		fprintf(stderr, "bench: %s\n", e.text);
		return false;
	}
	office_close(o);
	return true;
}

static bool open_bare(void *ctx)
{
	struct opening *f = ctx;
	sqlite3 *db;
	bool ok = sqlite3_open_v2(f->path, &db, SQLITE_OPEN_READWRITE, NULL) == SQLITE_OK &&
		sqlite3_exec(db, "PRAGMA synchronous=FULL; SELECT name FROM office", NULL, NULL, NULL) == SQLITE_OK;
	return sqlite3_close(db) == SQLITE_OK && ok;
}

bool bench_opening(const char *path)
{
	struct opening f = {.path = path};
	return bench_run(&(struct bench){.what = "open and close the office", .floor_what = "open, one row, close: bare sqlite3",
		.ours = open_office, .floor = open_bare, .ctx = &f, .rounds = 41});
}
