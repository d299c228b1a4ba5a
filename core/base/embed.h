/* embed.h — files of the tree carried inside the program (tools/embed.awk): seeds, letters, key maps, migrations. */
#ifndef BASE_EMBED_H
#define BASE_EMBED_H

#include <stddef.h>

struct embedded {
	const char *name; /* file name without folder; a NULL name ends a table */
	const char *text; /* NUL-terminated UTF-8 */
	size_t len;
};

/* One row of db/query/NOUN.sql: a statement and the name it carries in messages and tests. */
struct query {
	const char *name, *sql;
};

/* NULL when there is none. */
const struct embedded *embedded_find(const struct embedded *table, const char *name);

/* The tables made at build time. */
extern const struct embedded gen_migrate[]; /* db/migrate, in order of their numbers */
extern const struct embedded gen_seed[];    /* db/seed */
extern const struct embedded gen_letters[]; /* db/letters */
extern const struct embedded gen_keymaps[]; /* keymaps/(name).keys */
extern const struct query *const gen_queries[]; /* every query of db/query, NULL-terminated */

#endif
