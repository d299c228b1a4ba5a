/* Tables: rows as high as their fullest cell, labels in the middle of the rows they cover. */
#include "paper/flow.h"

#include <string.h>

enum { TABLE_GAP = 4 }; /* units between text and a table below it */
enum { ROW_SLICE = 4 }; /* lines after each of which a row longer than a third of a page may be parted */
enum { ROW_WHOLE = 3 };

/* The lines of a cell: \n parts them; a label's are of nearly equal length. */
static void cell_lines(struct flow *f, const char *s, int width, bool label, struct text_line **lines, size_t *n)
{
	size_t cap = 0;
	*n = 0;
	*lines = NULL;
	for (;;) {
		size_t len = strcspn(s, "\n"), k;
		struct text_line *some;
		const char *line = arena_strndup(f->arena, s, len);
		if (label)
			text_even(line, width, f->arena, &some, &k);
		else
			text_break(line, width, width, false, f->arena, &some, &k);
		for (size_t i = 0; i < k; i++) {
			*lines = arena_grow(f->arena, *lines, *n, &cap, sizeof **lines);
			(*lines)[(*n)++] = some[i];
		}
		if (!s[len])
			return;
		s += len + 1;
	}
}

struct cell_flow {
	struct text_line *lines;
	int n, lower, top; /* units to stand lower, so as to be in the middle; its first line in the row; negative where the row begins in the middle of it */
	bool over;         /* stands over several rows … */
	int even;          /* … and its first line would be here, in units from the top of the table, if they were one */
};

struct row_flow {
	const struct doc_row *row;
	struct cell_flow *cells;
	int *edges;
	bool *open;
	int lines, y; /* text lines; units from the top of the table */
};

static int row_height(const struct row_flow *r)
{
	return r->lines * CELL_LINE_UNITS + CELL_PAD_UNITS;
}

/* Lines [from, from + take) of a row as one piece. */
static void put_slice(struct flow *f, const struct row_flow *r, int from, int take)
{
	/* Only the ends of the row are padded. */
	int above = from ? 0 : CELL_PAD_UNITS / 2, below_it = from + take < r->lines ? 0 : CELL_PAD_UNITS / 2;
	struct piece *p = piece_add(f, above + take * CELL_LINE_UNITS + below_it);
	size_t at = (size_t)(p - f->pieces);
	p->box = (struct row_box){.height = p->height, .lines = take, .pad = above, .n = r->row->n, .edges = r->edges, .open = r->open};
	p->row_first = from == 0;
	for (int y = 0; y < take; y++) {
		for (size_t c = 0; c < r->row->n; c++) {
			int k = from + y - r->cells[c].top;
			if (k < 0 || k >= r->cells[c].n)
				continue;
			struct placed *l = line_add(f, &f->pieces[at], r->cells[c].lines[k], FACE_CELL);
			l->box_x = r->edges[c] + 1;
			l->box_w = r->edges[c + 1] - r->edges[c] - 2;
			l->align = r->row->cells[c].centre ? ALIGN_CENTRE : ALIGN_LEFT;
			l->y = above + y * CELL_LINE_UNITS + r->cells[c].lower;
			l->height = CELL_LINE_UNITS;
			if (r->cells[c].over)
				l->drop = r->cells[c].even + k * CELL_LINE_UNITS - r->y - l->y;
		}
	}
}

static void measure_row(struct flow *f, const struct doc_table *t, const int *edge, struct row_flow *r)
{
	size_t column = 0;
	r->edges = arena_array(f->arena, int, r->row->n + 1);
	r->open = arena_array(f->arena, bool, r->row->n);
	r->cells = arena_array(f->arena, struct cell_flow, r->row->n);
	r->lines = r->row->lines;
	for (size_t c = 0; c < r->row->n; c++) {
		column += (size_t)r->row->cells[c].span;
		r->edges[c + 1] = edge[column];
		r->open[c] = r->row->cells[c].above;
		int width = r->edges[c + 1] - r->edges[c] - 2;
		size_t n = 0;
		if (!r->open[c])
			cell_lines(f, r->row->cells[c].text, width < 2 ? 2 : width, r->row->cells[c].centre, &r->cells[c].lines, &n);
		r->cells[c].n = (int)n;
	}
	BUG_ON(column != t->columns);
}

/* The cell of the next row that continues cell `c`: same edges, joined upwards. */
static struct cell_flow *below(struct row_flow *next, const struct row_flow *r, size_t c)
{
	for (size_t k = 0; k < next->row->n; k++) {
		if (next->open[k] && next->edges[k] == r->edges[c] && next->edges[k + 1] == r->edges[c + 1])
			return &next->cells[k];
	}
	return NULL;
}

/* How many rows cell `c` of row `r` covers. */
static size_t covers(struct row_flow *r, size_t left, size_t c)
{
	size_t n = 1;
	while (n < left && below(&r[n], r, c))
		n++;
	return n;
}

/* Heights first from cells that stand in one row, then labels over several rows are put in the middle of them. */
static void settle_rows(struct row_flow *rows, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		for (size_t c = 0; c < rows[i].row->n; c++) {
			if (covers(&rows[i], n - i, c) == 1 && rows[i].cells[c].n > rows[i].lines)
				rows[i].lines = rows[i].cells[c].n;
		}
	}
	for (size_t i = 0; i < n; i++) {
		for (size_t c = 0; c < rows[i].row->n; c++) {
			struct cell_flow *cell = &rows[i].cells[c];
			size_t rows_n = covers(&rows[i], n - i, c);
			int total = 0;
			if (rows[i].open[c])
				continue;
			for (size_t k = 0; k < rows_n; k++)
				total += rows[i + k].lines;
			if (cell->n > total) {
				rows[i + rows_n - 1].lines += cell->n - total;
				total = cell->n;
			}
			/* In a row with room to write, text starts at the top. */
			bool writing = rows[i].row->lines > 1 && !rows[i].row->cells[c].centre;
			cell->top = writing ? 0 : (total - cell->n) / 2;
			cell->lower = writing || (total - cell->n) % 2 == 0 ? 0 : CELL_LINE_UNITS / 2;
			int top = cell->top - rows[i].lines;
			for (size_t k = 1; k < rows_n; k++) {
				*below(&rows[i + k], &rows[i], c) =
					(struct cell_flow){.lines = cell->lines, .n = cell->n, .lower = cell->lower, .top = top, .over = true};
				top -= rows[i + k].lines;
			}
		}
	}
}

/* Where labels over several rows would stand if the rows were one. */
static void spread_labels(struct row_flow *rows, size_t n)
{
	for (size_t i = 0, y = 0; i < n; i++) {
		rows[i].y = (int)y;
		y += (size_t)row_height(&rows[i]);
	}
	for (size_t i = 0; i < n; i++) {
		for (size_t c = 0; c < rows[i].row->n; c++) {
			struct cell_flow *cell = &rows[i].cells[c];
			size_t rows_n = rows[i].open[c] ? 1 : covers(&rows[i], n - i, c);
			const struct row_flow *last = &rows[i + rows_n - 1];
			if (rows_n == 1)
				continue;
			cell->over = true;
			cell->even = (rows[i].y + last->y + row_height(last) - cell->n * CELL_LINE_UNITS) / 2;
			for (size_t k = 1; k < rows_n; k++)
				below(&rows[i + k], &rows[i], c)->even = cell->even;
		}
	}
}

static bool joined(const struct row_flow *r)
{
	for (size_t c = 0; c < r->row->n; c++)
		if (r->open[c])
			return true;
	return false;
}

/* Leading rows of labels only, below which there is something else: the heading of a list. */
static size_t heading_rows(const struct doc_table *t)
{
	size_t rows = 0;
	for (; rows < t->n; rows++)
		for (size_t c = 0; c < t->rows[rows].n; c++)
			if (!t->rows[rows].cells[c].centre || (!*t->rows[rows].cells[c].text && !t->rows[rows].cells[c].above))
				return t->rows[rows].n > 1 || rows ? rows : 0;
	return 0;
}

static void put_row(struct flow *f, const struct row_flow *r, int most)
{
	/* A long row goes in slices, which a page break may part; the last one is not the shortest. */
	int slice = r->lines > most / ROW_WHOLE ? ROW_SLICE : r->lines;
	size_t first = f->npieces;
	for (int from = 0, take; from < r->lines; from += take) {
		take = r->lines - from < 2 * slice ? r->lines - from : slice;
		put_slice(f, r, from, take);
	}
	f->pieces[first].whole = row_height(r);
}

/* The pieces of rows joined by a label know one another. */
static void bind_group(struct flow *f, size_t from)
{
	int height = 0;
	for (size_t i = from; i < f->npieces; i++) {
		f->pieces[i].group = from;
		f->pieces[i].group_end = f->npieces;
		height += f->pieces[i].height;
	}
	f->pieces[from].bond = height;
}

static void put_rows(struct flow *f, const struct doc_table *t, const struct row_flow *rows)
{
	size_t heading = heading_rows(t), first = f->npieces, group = first;
	int room = PAGE_ROWS * LINE_UNITS - CELL_PAD_UNITS;
	for (size_t r = 0; r < heading; r++)
		room -= row_height(&rows[r]);
	if (room < PAGE_ROWS * LINE_UNITS / 2)
		heading = 0;
	for (size_t r = 0; r < t->n; r++) {
		size_t from = f->npieces;
		if (r && !joined(&rows[r])) {
			bind_group(f, group);
			group = from;
		}
		put_row(f, &rows[r], room / CELL_LINE_UNITS);
		for (size_t i = from; i < f->npieces; i++) {
			f->pieces[i].keep = r < heading;
			f->pieces[i].head = first;
			f->pieces[i].nhead = r < heading ? 0 : heading;
		}
	}
	if (t->n)
		bind_group(f, group);
}

void flow_table(struct flow *f, const struct doc_table *t)
{
	int *edge = arena_array(f->arena, int, t->columns + 1), sum = 0;
	struct row_flow *rows = arena_array(f->arena, struct row_flow, t->n + 1);
	for (size_t i = 0; i < t->columns; i++) {
		sum += t->width[i];
		edge[i + 1] = (TABLE_COLUMNS * sum + 50) / 100;
	}
	for (size_t r = 0; r < t->n; r++) {
		rows[r].row = &t->rows[r];
		measure_row(f, t, edge, &rows[r]);
	}
	if (f->npieces && f->gap < TABLE_GAP)
		f->gap = TABLE_GAP;
	settle_rows(rows, t->n);
	spread_labels(rows, t->n);
	put_rows(f, t, rows);
	f->gap = CELL_PAD_UNITS;
}
