#include "base/csv.h"

#include <csv.h>
#include <stdint.h>
#include <string.h>

static bool is_number(const char *s)
{
	if (*s == '+' || *s == '-')
		s++;
	size_t digits = strspn(s, "0123456789");
	s += digits;
	if (*s == '.') {
		size_t more = strspn(s + 1, "0123456789");
		s += 1 + more;
		digits += more;
	}
	return digits && !*s;
}

/* Would a spreadsheet run it? White space before the sign does not stop one. */
static bool is_formula(const char *cell)
{
	const char *s = cell + strspn(cell, " \t\r\n");
	if (*s && strchr("=+-@", *s))
		return s[1] && !is_number(s);
	static const char *const wide[] = {N_("＝"), N_("＋"), N_("－"), N_("＠")};
	for (size_t i = 0; i < sizeof wide / sizeof *wide; i++)
		if (!strncmp(s, wide[i], strlen(wide[i])))
			return true;
	return false;
}

/* Apostrophes before a formula are counted up by one when written and down by one when read. */
static bool needs_guard(const char *cell)
{
	return is_formula(cell + strspn(cell, "'"));
}

/* What libcsv's call-backs fill. Cells of the row being read and rows grow by doubling in the arena. */
struct reading {
	struct arena *arena;
	struct csv_table *table;
	const char **cells;
	size_t n, cells_cap, rows_cap;
	int row_line;
	bool ended; /* a row ended in the piece just fed */
	bool filled; /* some cell of the row is not empty */
};

static void on_cell(void *text, size_t len, void *ctx)
{
	struct reading *r = ctx;
	r->cells = arena_grow(r->arena, r->cells, r->n, &r->cells_cap, sizeof *r->cells);
	const char *cell = arena_strndup(r->arena, text ? text : "", len);
	r->cells[r->n++] = cell[0] == '\'' && needs_guard(cell + 1) ? cell + 1 : cell;
	r->filled |= len > 0;
}

static void on_row(int end, void *ctx)
{
	struct reading *r = ctx;
	(void)end;
	if (r->filled) {
		struct csv_table *t = r->table;
		t->rows = arena_grow(r->arena, t->rows, t->n, &r->rows_cap, sizeof *t->rows);
		t->rows[t->n++] = (struct csv_row){
			.line = r->row_line,
			.n = r->n,
			.cells = arena_memdup(r->arena, r->cells, r->n * sizeof *r->cells),
		};
	}
	r->n = 0;
	r->ended = true;
	r->filled = false;
}

static size_t line_length(const char *s)
{
	size_t n = strcspn(s, "\r\n");
	if (s[n] == '\r' && s[n + 1] == '\n')
		return n + 2;
	return s[n] ? n + 1 : n;
}

/* A tab inside quotes separates nothing. */
static char separator_of(const char *text)
{
	bool quoted = false;
	for (; *text && (quoted || (*text != '\r' && *text != '\n')); text++) {
		quoted ^= *text == '"';
		if (*text == '\t' && !quoted)
			return CSV_TAB;
	}
	return CSV_COMMA;
}

bool csv_read(const char *text, struct arena *a, struct csv_table *out, struct err *e)
{
	struct csv_parser p;
	struct reading r = {.arena = a, .table = out};
	*out = (struct csv_table){0};
	if (!text)
		return true;
	if (csv_init(&p, CSV_STRICT | CSV_STRICT_FINI | CSV_APPEND_NULL))
		BUG("libcsv did not start");
	csv_set_delim(&p, (unsigned char)separator_of(text));
	int line = 1;
	bool open = false; /* a row goes on over the line break */
	bool good = true;
	for (size_t n; good && (n = line_length(text)); text += n, line++) {
		if (!open)
			r.row_line = line;
		r.ended = false;
		good = csv_parse(&p, text, n, on_cell, on_row, &r) == n;
		open = !r.ended && (open || strspn(text, " \t\r\n") < n);
	}
	if (!good)
		err_set(e, ERR_INPUT, _("第 %d 行：引号用错，单元格里的引号要写两个并把整格括起来"), line - 1);
	else if (csv_fini(&p, on_cell, on_row, &r))
		good = err_set(e, ERR_INPUT, _("第 %d 行：引号没有收尾"), r.row_line);
	csv_free(&p);
	return good;
}

void csv_cell(struct str *out, const char *cell, bool first, bool safe)
{
	if (!first)
		str_char(out, ',');
	if (!cell)
		return;
	bool guard = safe && needs_guard(cell);
	size_t n = strlen(cell);
	bool quote = strpbrk(cell, ",\"\r\n\t") || (n && (cell[0] == ' ' || cell[n - 1] == ' '));
	if (quote)
		str_char(out, '"');
	if (guard)
		str_char(out, '\'');
	for (const char *s = cell; *s; s++) {
		if (*s == '"')
			str_char(out, '"');
		str_char(out, *s);
	}
	if (quote)
		str_char(out, '"');
}

void csv_end(struct str *out)
{
	str_add(out, "\r\n");
}
