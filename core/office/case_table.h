/* case_table.h — what a case holds in several rows, as tables of text: events, searches, consultations, letters, the clock's ledger …
 * They fill the lists of templates (`字段: searches 检索记录 清单 place=范围 …`): a list takes the table of its own name, and of it the
 * columns it names. Labels, not codes; dates YYYY-MM-DD; everything unmasked. docs/howto/letter-slots.md names tables and columns. */
#ifndef OFFICE_CASE_TABLE_H
#define OFFICE_CASE_TABLE_H

#include "office/matter.h"
#include "paper/template.h"

enum { CASE_COLUMNS = 14 };

struct case_table {
	const char *name;
	size_t ncolumns;
	const char *columns[CASE_COLUMNS]; /* "no" counts the rows */
	size_t n, cap;
	const char *const **rows; /* of ncolumns cells; NULL = empty */
};

/* ERR_MISSING when no table of a case is called so: a template of the office may name anything. */
bool case_table_load(struct office *o, const struct matter_case *c, const char *name, struct arena *a, struct case_table *out,
	struct err *e) CHECKED;
/* An empty one: columns "date title pages", and a row for it, as many cells as columns. */
struct case_table case_table_new(const char *name, const char *columns, struct arena *a);
void case_table_add(struct case_table *t, struct arena *a, const char *const *cells);
/* A cell by its column; NULL when empty or unknown. */
const char *case_table_cell(const struct case_table *t, size_t row, const char *column);
/* The rows as a template's list wants them. A column that the table lacks is empty. */
const struct slot_rows *case_table_slot(const struct case_table *t, const struct slot *slot, struct arena *a);

#endif
