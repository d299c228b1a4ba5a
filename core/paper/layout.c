/* From blocks to pages. First every block becomes pieces (a line, a title, a row of a table, the signature with its date), then
 * the pieces are dealt onto pages, then copied into them. */
#include "paper/layout.h"

#include <string.h>

enum { SIGN_GAP = 2 * LINE_UNITS, TITLE_LINE_UNITS = 26, ROW_SLICE = 12 };

/* What is never parted by a page break. */
struct piece {
	size_t line, nlines; /* in flow.lines; y relative to the piece */
	size_t block;
	struct row_box box;  /* n > 0: part of a table row */
	int height, gap;     /* units; the gap above is dropped at the top of a page */
	bool sign, break_before;
	bool row_first;
	int page, y;         /* dealt */
};

struct flow {
	struct arena *arena;
	const struct doc *doc;
	struct placed *lines;
	size_t nlines, cap_lines;
	struct piece *pieces;
	size_t npieces, cap_pieces;
	int gap;             /* wanted before the next piece */
	bool letter_head, titled, signing, break_before;
	size_t block;
};

static void *grown(struct arena *a, void *old, size_t size, size_t n, size_t *cap)
{
	if (n < *cap)
		return old;
	*cap = *cap ? *cap * 2 : 32;
	void *more = arena_alloc(a, *cap * size);
	if (n)
		memcpy(more, old, n * size);
	return more;
}

static struct piece *piece_add(struct flow *f, int height)
{
	f->pieces = grown(f->arena, f->pieces, sizeof *f->pieces, f->npieces, &f->cap_pieces);
	struct piece *p = &f->pieces[f->npieces++];
	*p = (struct piece){
		.block = f->block, .line = f->nlines, .height = height, .gap = f->gap, .break_before = f->break_before};
	f->gap = 0;
	f->break_before = false;
	return p;
}

static struct placed *line_add(struct flow *f, struct piece *p, struct text_line text, enum face face)
{
	f->lines = grown(f->arena, f->lines, sizeof *f->lines, f->nlines, &f->cap_lines);
	struct placed *l = &f->lines[f->nlines++];
	*l = (struct placed){.kind = f->doc->blocks[f->block].kind, .face = face, .text = text, .block = f->block,
		.height = LINE_UNITS};
	p->nlines++;
	return l;
}

/* --- blocks ----------------------------------------------------------------------------------------------------------- */

/* Lines of running text, each a piece of its own. */
static void put_text(struct flow *f, const char *s, enum face face, int indent, int hang)
{
	struct text_line *lines;
	size_t n;
	text_break(s, BODY_COLUMNS - indent, BODY_COLUMNS - hang, true, f->arena, &lines, &n);
	for (size_t i = 0; i < n; i++) {
		struct placed *l = line_add(f, piece_add(f, LINE_UNITS), lines[i], face);
		l->x = i ? hang : indent;
		l->limit = BODY_COLUMNS - l->x;
	}
}

static struct text_line one_line(struct flow *f, const char *s)
{
	struct text_line *lines;
	size_t n;
	text_break(s, 1 << 20, 1 << 20, false, f->arena, &lines, &n);
	return lines[0];
}

static void put_para(struct flow *f, const struct block *b)
{
	switch (b->level) {
	case PARA_HEI: put_text(f, b->text, FACE_HEI, 4, 0); break;
	case PARA_KAI: put_text(f, b->text, FACE_KAI, 4, 0); break;
	case PARA_FLUSH: put_text(f, b->text, FACE_BODY, 0, 0); break;
	case PARA_CENTRE: {
		struct text_line *lines;
		size_t n;
		text_break(b->text, BODY_COLUMNS, BODY_COLUMNS, true, f->arena, &lines, &n);
		for (size_t i = 0; i < n; i++)
			line_add(f, piece_add(f, LINE_UNITS), lines[i], FACE_BODY)->align = ALIGN_CENTRE;
		break;
	}
	default: put_text(f, b->text, FACE_BODY, 4, 0);
	}
}

static void put_head(struct flow *f, const char *s)
{
	if (f->npieces == 0)
		f->letter_head = true;
	struct placed *l = line_add(f, piece_add(f, LINE_UNITS), one_line(f, s), FACE_HEAD);
	l->align = ALIGN_CENTRE;
}

/* Under the red rule the number stands at the right edge (GB/T 9704-2012 10.1); under a title it is centred. */
static void put_number(struct flow *f, const char *s)
{
	bool below_title = f->titled;
	f->gap = 0;
	struct placed *l = line_add(f, piece_add(f, LINE_UNITS), one_line(f, s), FACE_BODY);
	l->align = below_title ? ALIGN_CENTRE : ALIGN_RIGHT;
	f->gap = below_title ? LINE_UNITS : 0;
}

static void put_title(struct flow *f, const char *s)
{
	struct text_line *lines;
	size_t n;
	title_break(s, f->arena, &lines, &n);
	f->gap = f->npieces ? 2 * LINE_UNITS : 0;
	struct piece *p = piece_add(f, (int)n * TITLE_LINE_UNITS);
	for (size_t i = 0; i < n; i++) {
		struct placed *l = line_add(f, p, lines[i], FACE_TITLE);
		l->align = ALIGN_CENTRE;
		l->y = (int)i * TITLE_LINE_UNITS;
		l->height = TITLE_LINE_UNITS;
	}
	f->titled = true;
	f->gap = LINE_UNITS;
}

/* Office, seal and date are one piece: the office's name is centred on the date, which ends four characters from the right
 * edge (7.3.5.1). Without a date the name ends two characters from it. */
static void put_signature(struct flow *f, size_t from, size_t to)
{
	int centre = -1;
	f->gap = f->npieces ? SIGN_GAP : 0;
	struct piece *p = piece_add(f, 0);
	size_t at = (size_t)(p - f->pieces);
	for (size_t i = from; i < to; i++) {
		const struct block *b = &f->doc->blocks[i];
		int columns = paper_columns(b->text, strlen(b->text));
		if (b->kind == BLOCK_DATE)
			centre = BODY_COLUMNS - 8 - columns / 2;
	}
	for (size_t i = from; i < to; i++) {
		const struct block *b = &f->doc->blocks[i];
		f->block = i;
		struct text_line *lines;
		size_t n;
		text_break(b->text, BODY_COLUMNS, BODY_COLUMNS, false, f->arena, &lines, &n);
		for (size_t k = 0; k < n; k++) {
			p = &f->pieces[at];
			struct placed *l = line_add(f, p, lines[k], FACE_BODY);
			int w = lines[k].columns;
			l->y = p->height;
			l->x = centre < 0 ? BODY_COLUMNS - 4 - w : centre - w / 2;
			if (l->x + w > BODY_COLUMNS)
				l->x = BODY_COLUMNS - w;
			if (l->x < 0)
				l->x = 0;
			p->height += LINE_UNITS;
		}
	}
	f->pieces[at].sign = true;
}

/* --- tables ------------------------------------------------------------------------------------------------------------ */

/* The lines of a cell: \n parts them. */
static void cell_lines(struct flow *f, const char *s, int width, struct text_line **lines, size_t *n)
{
	size_t cap = 0;
	*n = 0;
	*lines = NULL;
	for (;;) {
		size_t len = strcspn(s, "\n"), k;
		struct text_line *some;
		text_break(arena_strndup(f->arena, s, len), width, width, false, f->arena, &some, &k);
		for (size_t i = 0; i < k; i++) {
			*lines = grown(f->arena, *lines, sizeof **lines, *n, &cap);
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
};

struct row_flow {
	const struct doc_row *row;
	struct cell_flow *cells;
	int *edges;
	bool *open;
	int lines;
};

/* Lines [from, from + take) of a row as one piece. */
static void put_slice(struct flow *f, const struct row_flow *r, int from, int take)
{
	struct piece *p = piece_add(f, take * CELL_LINE_UNITS + CELL_PAD_UNITS);
	size_t at = (size_t)(p - f->pieces);
	p->box = (struct row_box){.height = p->height, .lines = take, .n = r->row->n, .edges = r->edges, .open = r->open};
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
			l->y = CELL_PAD_UNITS / 2 + y * CELL_LINE_UNITS + r->cells[c].lower;
			l->height = CELL_LINE_UNITS;
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
			cell_lines(f, r->row->cells[c].text, width < 2 ? 2 : width, &r->cells[c].lines, &n);
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
				*below(&rows[i + k], &rows[i], c) = (struct cell_flow){cell->lines, cell->n, cell->lower, top};
				top -= rows[i + k].lines;
			}
		}
	}
}

static void put_table(struct flow *f, const struct doc_table *t)
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
	settle_rows(rows, t->n);
	for (size_t r = 0; r < t->n; r++) {
		/* A row that is long goes in slices, which a page break may part. */
		int lines = rows[r].lines, slice = lines > ROW_SLICE * 2 ? ROW_SLICE : lines;
		for (int from = 0; from < lines; from += slice)
			put_slice(f, &rows[r], from, lines - from < slice ? lines - from : slice);
	}
	f->gap = LINE_UNITS / 2;
}

/* --- the whole ----------------------------------------------------------------------------------------------------------- */

static bool signs(const struct block *b)
{
	return b->kind == BLOCK_SIGN || b->kind == BLOCK_SEAL || b->kind == BLOCK_DATE;
}

static void put_block(struct flow *f, const struct block *b, const struct block *before)
{
	switch (b->kind) {
	case BLOCK_HEAD: put_head(f, b->text); break;
	case BLOCK_NUMBER: put_number(f, b->text); break;
	case BLOCK_TITLE: put_title(f, b->text); break;
	case BLOCK_ADDRESSEE: put_text(f, b->text, FACE_BODY, 0, 0); break;
	case BLOCK_PARA: put_para(f, b); break;
	case BLOCK_CHOICE: put_text(f, b->text, FACE_BODY, 4, 6); break;
	case BLOCK_REMEDY: put_text(f, b->text, FACE_BODY, 4, 0); break;
	case BLOCK_TABLE: put_table(f, b->table); break;
	case BLOCK_ATTACH:
		f->gap = before && before->kind == BLOCK_ATTACH ? 0 : LINE_UNITS;
		put_text(f, b->text, FACE_BODY, 4, 10);
		break;
	case BLOCK_NOTE:
		f->gap = before && before->kind == BLOCK_NOTE ? 0 : LINE_UNITS;
		put_text(f, b->text, FACE_BODY, 4, 4);
		break;
	case BLOCK_PAGE:
		f->break_before = f->npieces > 0;
		f->gap = 0;
		f->titled = false;
		break;
	default: BUG("block %d", (int)b->kind);
	}
}

static void flow_doc(struct flow *f)
{
	const struct doc *d = f->doc;
	for (size_t i = 0; i < d->n; i++) {
		f->block = i;
		if (signs(&d->blocks[i])) {
			size_t to = i;
			while (to < d->n && signs(&d->blocks[to]))
				to++;
			put_signature(f, i, to);
			i = to - 1;
			continue;
		}
		put_block(f, &d->blocks[i], i ? &d->blocks[i - 1] : NULL);
	}
}

/* Deals the pieces onto pages of `rows` lines. `forced` begins a page. Returns the first signature that stands on a page
 * without any text above it, or npieces. */
static size_t deal(struct flow *f, int rows, const bool *forced, int *pages)
{
	int y = 0, page = 0, room = rows * LINE_UNITS;
	bool empty = true;
	size_t lonely = f->npieces;
	for (size_t i = 0; i < f->npieces; i++) {
		struct piece *p = &f->pieces[i];
		int gap = empty ? 0 : p->gap;
		if (!empty && (p->break_before || forced[i] || y + gap + p->height > room)) {
			page++;
			y = gap = 0;
			empty = true;
		}
		if (p->sign && empty && i > 0 && !p->break_before && lonely == f->npieces)
			lonely = i;
		p->page = page;
		p->y = y + gap;
		y = p->y + p->height;
		empty = false;
	}
	*pages = page + 1;
	return lonely;
}

/* Up to two more lines are put on each page (7.3.5.5 allows it) where that saves the only second page or keeps a signature from
 * standing alone; else two lines of text go with the signature. */
static int deal_well(struct flow *f, int *pages)
{
	bool *forced = arena_array(f->arena, bool, f->npieces + 1);
	bool lone = deal(f, PAGE_ROWS, forced, pages) < f->npieces;
	int usual = *pages;
	for (int rows = PAGE_ROWS + 1; rows <= PAGE_ROWS_MAX && (lone || usual == 2); rows++) {
		bool good = deal(f, rows, forced, pages) == f->npieces;
		if (good && (lone || *pages == 1))
			return rows;
	}
	size_t lonely;
	while ((lonely = deal(f, PAGE_ROWS, forced, pages)) < f->npieces) {
		size_t from = lonely >= 3 ? lonely - 2 : 1;
		if (lonely < 2 || forced[from])
			break;
		forced[from] = true;
	}
	return PAGE_ROWS;
}

static void fill_pages(struct flow *f, struct layout *l)
{
	for (size_t i = 0; i < f->npieces; i++) {
		struct page *pg = &l->pages[f->pieces[i].page];
		pg->nlines += f->pieces[i].nlines;
		pg->nboxes += f->pieces[i].box.n > 0;
	}
	for (size_t i = 0; i < l->n; i++) {
		l->pages[i].lines = arena_array(f->arena, struct placed, l->pages[i].nlines + 1);
		l->pages[i].boxes = arena_array(f->arena, struct row_box, l->pages[i].nboxes + 1);
		l->pages[i].number = (int)i + 1;
		l->pages[i].nlines = l->pages[i].nboxes = 0;
	}
	for (size_t i = 0; i < f->npieces; i++) {
		const struct piece *p = &f->pieces[i];
		struct page *pg = &l->pages[p->page];
		for (size_t k = 0; k < p->nlines; k++) {
			struct placed *line = &pg->lines[pg->nlines++];
			*line = f->lines[p->line + k];
			line->y += p->y;
		}
		if (!p->box.n)
			continue;
		struct row_box *box = &pg->boxes[pg->nboxes++];
		*box = p->box;
		box->y = p->y;
		bool first = i == 0 || f->pieces[i - 1].page != p->page;
		box->top = p->row_first || first;
		if (first)
			box->open = NULL;
		/* The next row draws the rule between the two. */
		const struct piece *next = i + 1 < f->npieces ? &f->pieces[i + 1] : NULL;
		box->bottom = !next || next->page != p->page || !next->box.n || next->block != p->block;
	}
}

bool page_numbered(const struct layout *l, const struct page *p)
{
	return l->n > 1 && !(l->letter_head && p->number == 1);
}

struct layout *layout_doc(const struct doc *d, struct arena *a)
{
	struct flow f = {.arena = a, .doc = d};
	struct layout *l = arena_new(a, struct layout);
	int pages = 1;
	flow_doc(&f);
	l->doc = d;
	l->rows = deal_well(&f, &pages);
	l->letter_head = f.letter_head;
	l->n = (size_t)pages;
	l->pages = arena_array(a, struct page, l->n);
	fill_pages(&f, l);
	return l;
}
