#include "store/db.h"

#include <stdlib.h>
#include <string.h>

/* A name for each object, and all of it; quote() also shows where a text has become something else. SQLite's own tables are left out. */
static const char objects[] = "SELECT CAST(name AS TEXT)||' ('||CAST(type AS TEXT)||')' AS k, quote(type)||quote(name)||quote(tbl_name)||quote(sql) "
	"FROM sqlite_schema WHERE CAST(name AS TEXT) NOT LIKE 'sqlite!_%' ESCAPE '!' ORDER BY k";

static const char *text(sqlite3_stmt *st, int column)
{
	const char *s = (const char *)sqlite3_column_text(st, column);
	return s ? s : "";
}

static void find(struct store_findings *out, struct arena *a, char sign, const char *name)
{
	if (out->n < STORE_FINDINGS)
		out->lines[out->n] = arena_printf(a, "%c %s", sign, name);
	out->n++;
}

/* Both lists are sorted by name. */
static int compare(sqlite3_stmt *want, sqlite3_stmt *have, struct arena *a, struct store_findings *out)
{
	int w = sqlite3_step(want), h = sqlite3_step(have);
	while (w == SQLITE_ROW || h == SQLITE_ROW) {
		int order = w != SQLITE_ROW ? 1 : h != SQLITE_ROW ? -1 : strcmp(text(want, 0), text(have, 0));
		if (order < 0)
			find(out, a, '-', text(want, 0));
		else if (order > 0)
			find(out, a, '+', text(have, 0));
		else if (strcmp(text(want, 1), text(have, 1)) != 0)
			find(out, a, '~', text(have, 0));
		if (order <= 0)
			w = sqlite3_step(want);
		if (order >= 0)
			h = sqlite3_step(have);
	}
	return w != SQLITE_DONE ? w : h != SQLITE_DONE ? h : SQLITE_OK;
}

/* Tables, indexes and triggers of the file against those that the program's own steps make in memory. */
bool store_check_schema(struct store *s, struct arena *a, struct store_findings *out, struct err *e)
{
	struct store fresh = {.path = s->path, .steps = s->steps, .gate = {.fd = -1}};
	sqlite3_stmt *want = NULL, *have = NULL;
	*out = (struct store_findings){0};
	int rc = sqlite3_open_v2(":memory:", &fresh.db, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, NULL);
	if (rc == SQLITE_OK)
		rc = migrate_steps(&fresh, 0);
	if (rc == SQLITE_OK)
		rc = sqlite3_prepare_v2(fresh.db, objects, -1, &want, NULL);
	if (rc == SQLITE_OK)
		rc = sqlite3_prepare_v2(s->db, objects, -1, &have, NULL);
	if (rc == SQLITE_OK)
		rc = compare(want, have, a, out);
	sqlite3_finalize(want);
	sqlite3_finalize(have);
	tape_free(&fresh.tape);
	sqlite3_close(fresh.db);
	return rc == SQLITE_OK || db_error(s, rc, e);
}
