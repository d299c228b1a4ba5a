/* flow.h — a document on its way to pages, inside core/paper: layout.c makes pieces of the blocks, table.c of the tables, pages.c
 * deals them onto pages. */
#ifndef PAPER_FLOW_H
#define PAPER_FLOW_H

#include "paper/layout.h"

/* What is never parted by a page break. */
struct piece {
	size_t line, nlines; /* in flow.lines; y relative to the piece */
	size_t block;
	struct row_box box;  /* n > 0: part of a table row */
	int height, gap;     /* units; the gap above is dropped at the top of a page */
	bool tail;           /* signature, attachment, note: never without text on its page */
	bool foot;           /* stands at the lower edge of its page */
	bool break_before;
	bool keep;           /* a heading: stands on the page of what follows */
	bool row_first;
	bool snap;           /* running text: begins on a body line */
	bool text;           /* what a tail may not be parted from */
	size_t group, group_end; /* the pieces of the rows joined with this one */
	int bond;            /* of the first of them: units of all; 0 = none */
	int whole;           /* of the first slice of a row that may be parted: units of the row; 0 = none */
	size_t head, nhead;  /* the heading of its table: pieces repeated on each page */
	int page, y;         /* dealt */
	bool repeat;         /* dealt: the heading stands above it once more */
};

struct flow {
	struct arena *arena;
	const struct doc *doc;
	const struct paper_size *size;
	struct placed *lines;
	size_t nlines, cap_lines;
	struct piece *pieces;
	size_t npieces, cap_pieces;
	int gap;             /* wanted before the next piece */
	bool letter_head, titled, signing, break_before;
	size_t block;
};

struct piece *piece_add(struct flow *f, int height);
/* Adds a line to the piece, which must be the last one. */
struct placed *line_add(struct flow *f, struct piece *p, struct text_line text, enum face face);

void flow_table(struct flow *f, const struct doc_table *t);
/* Where every piece stands; returns the rows of a page. */
int flow_deal(struct flow *f, int *pages);
void flow_fill(struct flow *f, struct layout *l);

#endif
