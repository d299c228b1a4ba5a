/* table.h — a table that a clerk hands in (CSV or TSV), matched against record types by its header. */
#ifndef OFFICE_TABLE_H
#define OFFICE_TABLE_H

#include "base/csv.h"
#include "base/record.h"

enum { TABLE_CELL_MAX = 100000 };

struct table {
	struct csv_table csv; /* csv.rows[0] is the header; every row has as many cells as it */
	size_t columns;
	const struct field **field;      /* of each column; NULL for one that is ignored (a derived field) */
	const struct record_type **type; /* whose field it is */
};

/* `types` ends with NULL. A column is named by a field's name or label; a column nobody knows, one named twice, a row with more or
 * fewer cells, or a cell beyond TABLE_CELL_MAX bytes is ERR_INPUT naming line and column. */
bool table_read(const char *text, const struct record_type *const *types, struct arena *a, struct table *out, struct err *e) CHECKED;
/* Which column holds that field, SIZE_MAX for none. */
size_t table_column(const struct table *t, const char *field);
/* Puts the line before the text of an error that a row caused. Always false. */
bool table_error(const struct table *t, const struct csv_row *row, struct err *e);

#endif
