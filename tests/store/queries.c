/* Every named query is prepared on the migrated schema; none may walk through a big table unless tests/store/scans.txt says why. */
#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "store/store.h"
#include "tests/office_fixture.h"
#include "tests/store/shim.h"
#include "tests/test.h"

/* Tables that grow with the work; the others are short lists. */
static const char *const big[] = {"matter", "request", "correction", "party", "event", "deadline", "consultation", "task", "search_log",
	"fee", "decision", "delivery", "material", "appeal", "letter", "print", "info", "review", "publication", "duty", "evidence", "audit",
	"audit_row", "audit_value", NULL};

static sqlite3 *db;

static void open_file(void)
{
	assert_int_equal(sqlite3_open_v2(t_office_file("plan.db"), &db, SQLITE_OPEN_READWRITE, NULL), SQLITE_OK);
	sqlite3_db_config(db, SQLITE_DBCONFIG_DQS_DML, 0, NULL);
}

/* The words of a CREATE TABLE tell aliases apart from tables badly, so the plan's word is looked up in the query's text too. */
static bool names_big(const char *word, const char *sql)
{
	for (size_t i = 0; big[i]; i++)
		if (!strcmp(word, big[i]))
			return true;
	for (size_t i = 0; big[i]; i++) { /* an alias: "party AS p" or "party p" */
		size_t n = strlen(big[i]);
		for (const char *p = sql; (p = strstr(p, big[i])); p += n) {
			if ((p > sql && (isalnum((unsigned char)p[-1]) || p[-1] == '_')) || !isspace((unsigned char)p[n]))
				continue;
			const char *q = p + n + strspn(p + n, " \t\n");
			if (!strncasecmp(q, "AS ", 3))
				q += 3;
			size_t k = strcspn(q, " \t\n,;)");
			if (k == strlen(word) && !strncmp(q, word, k))
				return true;
		}
	}
	return false;
}

/* An index used by nothing but a column that has few values finds as good as every row. */
static bool coarse(const char *detail)
{
	return strstr(detail, "(owner=?)") || strstr(detail, "(kind=?)");
}

/* "SCAN p USING INDEX …", or a coarse SEARCH, of a big table: its word, else NULL. */
static const char *scanned(const char *detail, const char *sql)
{
	static char word[128];
	bool scan = !strncmp(detail, "SCAN ", 5), search = !strncmp(detail, "SEARCH ", 7) && coarse(detail);
	if (!scan && !search)
		return NULL;
	const char *at = detail + (scan ? 5 : 7);
	snprintf(word, sizeof word, "%.*s", (int)strcspn(at, " "), at);
	return names_big(word, sql) ? word : NULL;
}

static char *allowed(void)
{
	FILE *f = fopen("tests/store/scans.txt", "re");
	assert_non_null(f);
	char *text = arena_alloc(t_arena, 1 << 16);
	size_t n = fread(text + 1, 1, (1 << 16) - 2, f);
	text[0] = '\n';
	text[n + 1] = '\0';
	fclose(f);
	return text;
}

static int scans_of(const struct query *query)
{
	sqlite3_stmt *st;
	int found = 0;
	char *sql = arena_printf(t_arena, "EXPLAIN QUERY PLAN %s", query->sql);
	assert_int_equal(sqlite3_prepare_v2(db, sql, -1, &st, NULL), SQLITE_OK);
	while (sqlite3_step(st) == SQLITE_ROW) {
		const char *detail = (const char *)sqlite3_column_text(st, 3);
		if (scanned(detail, query->sql)) {
			print_message("%s: %s\n", query->name, detail);
			found++;
		}
	}
	sqlite3_finalize(st);
	return found;
}

TEST(every_query_compiles_as_one_statement)
{
	open_file();
	int bad = 0;
	for (const struct query *const *q = gen_queries; *q; q++) {
		sqlite3_stmt *st = NULL;
		const char *rest = "";
		if (sqlite3_prepare_v2(db, (*q)->sql, -1, &st, &rest) != SQLITE_OK || !st) {
			print_error("%s: %s\n", (*q)->name, sqlite3_errmsg(db));
			bad++;
		} else if (rest[strspn(rest, " \t\n;")]) {
			print_error("%s: more than one statement\n", (*q)->name);
			bad++;
		}
		sqlite3_finalize(st);
	}
	sqlite3_close(db);
	assert_int_equal(bad, 0);
}

TEST(no_query_walks_through_a_big_table_unannounced)
{
	char *list = allowed();
	int bad = 0;
	open_file();
	for (const struct query *const *q = gen_queries; *q; q++) {
		bool listed = strstr(list, arena_printf(t_arena, "\n%s\t", (*q)->name)) != NULL;
		sqlite3_stmt *st = NULL;
		if (sqlite3_prepare_v2(db, (*q)->sql, -1, &st, NULL) != SQLITE_OK)
			continue; /* the other test says so */
		sqlite3_finalize(st);
		if (!listed)
			bad += scans_of(*q);
	}
	sqlite3_close(db);
	if (bad)
		print_message("give them an index, or a line with the reason in tests/store/scans.txt\n");
	assert_int_equal(bad, 0);
}

TEST(the_list_of_allowed_scans_names_existing_queries)
{
	char *list = allowed(), *save = NULL;
	for (char *line = strtok_r(list, "\n", &save); line; line = strtok_r(NULL, "\n", &save)) {
		if (*line == '#')
			continue;
		char *tab = strchr(line, '\t');
		assert_non_null(tab);
		*tab = '\0';
		assert_true(strlen(tab + 1) > 10);
		bool known = false;
		for (const struct query *const *q = gen_queries; *q; q++)
			known = known || !strcmp((*q)->name, line);
		if (!known)
			fail_msg("scans.txt names %s, which is no query", line);
	}
}

TEST(a_scan_of_an_aliased_big_table_is_seen)
{
	assert_string_equal(scanned("SCAN p", "SELECT 1 FROM party AS p WHERE p.name=1"), "p");
	assert_string_equal(scanned("SCAN party", "SELECT 1 FROM party"), "party");
	assert_string_equal(scanned("SCAN m USING INDEX x", "SELECT 1 FROM unit u JOIN matter m ON 1"), "m");
	assert_null(scanned("SCAN u", "SELECT 1 FROM unit u JOIN matter m ON 1"));
	assert_string_equal(scanned("SEARCH d USING PRIMARY KEY (owner=?)", "SELECT 1 FROM deadline d"), "d");
	assert_null(scanned("SEARCH d USING PRIMARY KEY (owner=? AND owner_id=?)", "SELECT 1 FROM deadline d"));
	assert_null(scanned("SEARCH party USING INTEGER PRIMARY KEY", "SELECT 1 FROM party"));
}
