/* grid.h — a document as lines of text: the preview on the screen and the dot-matrix printer.
 *
 * Both show the line breaks of the PDF. The preview is pages of lines, 28 × 22 characters and the page number; a table is
 * drawn with + - | and is TABLE_COLUMNS wide, so a preview needs up to 76 columns. */
#ifndef PAPER_GRID_H
#define PAPER_GRID_H

#include "base/encoding.h"
#include "base/str.h"
#include "paper/layout.h"

struct grid_page {
	size_t n;
	const char **lines; /* without trailing spaces */
};

struct grid {
	int columns; /* of the widest line */
	size_t n;
	struct grid_page *pages;
};

enum grid_pad {
	GRID_TERMINAL, /* “ ” □ are filled up with a space where the terminal draws them one cell wide (base/text.h) */
	GRID_GB        /* a file or a printer: every character that is not ASCII takes two columns by itself */
};

struct grid *grid_doc(const struct layout *l, enum grid_pad pad, struct arena *a);
/* The preview as one text: pages parted by a line of dashes with the page number. */
char *grid_text(const struct grid *g, struct arena *a);

/* What a dot-matrix printer wants to hear. A profile is text, kept in the office's settings:
 *	start: 1B 40 1C 26     sent before the first letter
 *	page: 0C               after each page
 *	end: 1B 40
 *	charset: gbk
 *	columns: 80
 *	lines: 66              printed lines of a page, for fan-fold paper; 0 = a form feed ends the page */
struct text_profile {
	unsigned char start[32], page[16], end[32];
	size_t nstart, npage, nend;
	enum charset charset; /* of what goes to the printer: gb18030 (default), gbk, gb2312 */
	int columns;          /* 80; the text stands in the middle */
	int lines;
};

/* The plain profile: no codes but a form feed after each page, 80 columns. */
struct text_profile text_profile_plain(void);
/* ERR_INPUT names the line. */
bool text_profile_parse(const char *text, struct text_profile *out, struct err *e) CHECKED;
/* UTF-8 text with CR LF, without the profile's codes; text_codes() puts them in after the caller has encoded it (a page
 * ends with one form feed). */
char *text_doc(const struct layout *l, const struct text_profile *p, struct arena *a);
char *text_codes(const char *encoded, size_t n, const struct text_profile *p, struct arena *a, size_t *len);

#endif
