/* csv.h — comma or tab separated tables, from a clerk's spreadsheet (through libcsv) and back.
 * (libcsv owns the names csv_parse, csv_write, csv_init, csv_fini.) */
#ifndef BASE_CSV_H
#define BASE_CSV_H

#include <stddef.h>
#include "base/str.h"

struct csv_row {
	int line; /* of its first cell in the file, 1-based, for messages */
	size_t n;
	const char **cells;
};

struct csv_table {
	size_t n;
	struct csv_row *rows; /* the header included; wholly empty rows are left out */
};

/* `text` is UTF-8 (encoding_read). The separator is found from the first line: a tab if it holds one, else a comma.
 * The apostrophe csv_cell() puts before a formula is taken off again. ERR_INPUT names the line of a wrong or unclosed quote. */
bool csv_read(const char *text, struct arena *a, struct csv_table *out, struct err *e) CHECKED;
/* Quotes only when needed; a cell that a spreadsheet would run as a formula (= + - @ first, also full-width, and not a number) is given a
 * leading apostrophe when `safe`. */
void csv_cell(struct str *out, const char *cell, bool first, bool safe);
void csv_end(struct str *out); /* CR LF */

#endif
