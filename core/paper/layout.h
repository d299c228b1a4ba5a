/* layout.h — the one breaker and the one measure. Preview, dot-matrix text and PDF all break where this file says.
 *
 * Measure: a full-width character is 2 columns, any other 1; the type area of GB/T 9704-2012 is 28 characters = 56 columns by
 * 22 lines. A table is set smaller: 72 columns across the same width. Titles are larger: 40 columns. No font is asked: the PDF
 * fits each atom into its columns.
 *
 * Breaking: an atom is one full-width character, or a run of other characters without space (a number, a code, an e-mail
 * address), or …… or ——. No closing mark starts a line and no opening mark ends one; a mark that does not fit is taken in when
 * the half-width squeezes of the full-width punctuation on the line make room (then the line is `over` by up to 2 columns in
 * the text grid and exactly full in the PDF). An atom of more than 24 columns, or wider than the line, is parted behind its / . - @ and
 * the like, and cut anywhere only where that is not enough. A number stays with 第 before it and with what it counts
 * (3月, 492号); a □ or ☑ takes its words along to the next line where they fit there.
 *
 * Vertical unit: a twentieth of a body line (LINE_UNITS). A page holds `rows` body lines: 22, or up to 24 when that saves the only second
 * page or keeps the signature (an attachment, a note) from standing alone; otherwise two lines of text move to its page. A form (a table and no head) takes
 * up to 26. Running text stands on whole body lines, after a title or a table too. An envelope takes as many as its size allows; its sender (the
 * signature) stands at the lower edge, its number is the postcode in the upper left corner.
 *
 * Tables: a row is parted by a page break only when it is longer than a page, or would leave a quarter of one empty; rows joined by one label stay together where that wastes little.
 * Where a table goes over a page, its heading (leading rows of labels only) stands on each. */
#ifndef PAPER_LAYOUT_H
#define PAPER_LAYOUT_H

#include <stdint.h>
#include "paper/doc.h"
#include "paper/size.h"

enum { BODY_COLUMNS = 56, TABLE_COLUMNS = 72, TITLE_COLUMNS = 40, PAGE_ROWS = 22, PAGE_ROWS_MAX = 24, FORM_ROWS_MAX = 26 };
enum { LINE_UNITS = 20, CELL_LINE_UNITS = 13, CELL_PAD_UNITS = 6 };

bool paper_full(uint32_t cp);       /* 2 columns */
bool paper_not_start(uint32_t cp);  /* may not start a line: ，。）” … */
bool paper_not_end(uint32_t cp);    /* may not end a line: （“《 … */
/* Columns of a text on the paper (not on a terminal: see base/text.h). */
int paper_columns(const char *s, size_t n);

struct atom {
	const char *s; /* into the text given */
	size_t len;
	int columns;
	bool squeezed; /* full-width punctuation set half as wide: 1 column less in the PDF */
	bool space;
	uint32_t first, last; /* code points */
};

struct text_line {
	size_t n;
	struct atom *atoms;
	int columns; /* natural width without trailing spaces, before squeezing */
	int squeeze; /* columns saved by squeezing */
	bool last;   /* of its paragraph, or the next one begins with a box: not stretched */
};

/* Breaks one paragraph: `first` columns for its first line, `rest` for the others. Every line holds at least one atom; an
 * empty text is one empty line. Without `squeeze` no line is wider than its limit (cells). */
void text_break(const char *s, int first, int rest, bool squeeze, struct arena *a, struct text_line **lines, size_t *n);
/* Labels: as few lines as fit into `columns`, of nearly equal length; two lines are not parted inside a word letters use. */
void text_even(const char *s, int columns, struct arena *a, struct text_line **lines, size_t *n);
/* Title lines within TITLE_COLUMNS: two are nearly equal, more form a rhombus. */
void title_break(const char *s, struct arena *a, struct text_line **lines, size_t *n);

enum face { FACE_BODY, FACE_HEI, FACE_KAI, FACE_TITLE, FACE_HEAD, FACE_CELL, FACE_PAGE, FACES };
enum align { ALIGN_LEFT, ALIGN_CENTRE, ALIGN_RIGHT };

/* A line placed on a page. `x` is in columns of its face's measure from the left edge of the box, or from the right one
 * (ALIGN_RIGHT); the box is the type area, or a table cell when box_w > 0 (in TABLE_COLUMNS, padding taken off). */
struct placed {
	enum block_kind kind;
	enum face face;
	enum align align;
	int x, y;     /* y: units from the top of the type area to the top of the line */
	int height;   /* units */
	int drop;     /* units: a label over several rows is drawn so much below its line, so that its characters stand evenly */
	int limit;    /* columns to which a line that is not the last of its paragraph is stretched */
	int box_x, box_w;
	struct text_line text;
	size_t block; /* index into doc.blocks */
};

/* One row of a table, or the part of it that stands on this page. */
struct row_box {
	int y, height, lines; /* units, units, text lines of room */
	int pad;              /* units above the first line */
	bool top, bottom;     /* horizontal rules to draw; vertical ones stand at every edge */
	const bool *open;     /* of each cell: joined with the one above, no rule at its top; NULL: none */
	size_t n;             /* cells */
	const int *edges;     /* n + 1 columns, 0 … TABLE_COLUMNS */
};

struct page {
	size_t nlines, nboxes;
	struct placed *lines; /* from top to bottom, cells from left to right */
	struct row_box *boxes;
	int number;           /* 1-based */
};

struct layout {
	const struct doc *doc;
	const struct paper_size *size;
	int rows; /* body lines on a page: 22…26 on A4 */
	bool letter_head; /* page 1 carries the head and its rules: no number on page 1 */
	size_t n;
	struct page *pages;
};

/* Does this page carry — N —? Not the only one, and not page 1 in letter form. */
bool page_numbered(const struct layout *l, const struct page *p);

/* The result borrows the document and lives in the arena. Any document can be laid out. */
struct layout *layout_doc(const struct doc *d, struct arena *a);

#endif
