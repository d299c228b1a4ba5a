/* doc.h — a document: the one model behind preview, PDF and printer.
 *
 * A document is a list of blocks in reading order. It is made by template_fill() or doc_parse(), never changed afterwards, and
 * owned by the arena it was made in. Text is valid UTF-8 on one line, without control characters; what a block looks like is
 * decided by core/paper/layout, not here. The boxes of choices (□ ☑) stand in the text.
 *
 * doc_text() is the document's text: what the PDF must give back when its text is extracted (white space aside). */
#ifndef PAPER_DOC_H
#define PAPER_DOC_H

#include <stddef.h>
#include <stdint.h>
#include "base/arena.h"

enum block_kind {
	BLOCK_HEAD,      /* 版头: the office's name over the red rule (GB/T 9704-2012 §10.1, letter form) */
	BLOCK_NUMBER,    /* 编号 */
	BLOCK_TITLE,     /* 标题 */
	BLOCK_ADDRESSEE, /* 称谓: flush left, ends with ： */
	BLOCK_PARA,      /* 段落: indented two characters; level 1 一、 黑体, 2 （一） 楷体, 3 flush left */
	BLOCK_CHOICE,    /* 选项: one line of □/☑ items, indented two characters */
	BLOCK_REMEDY,    /* 救济: set as a paragraph; kept apart so that its presence can be proven */
	BLOCK_TABLE,     /* 表格 */
	BLOCK_ATTACH,    /* 附件 */
	BLOCK_SIGN,      /* 落款: the office, centred over the date */
	BLOCK_SEAL,      /* 印章: the place of the seal, named in brackets (S4 forms) */
	BLOCK_DATE,      /* 日期 */
	BLOCK_NOTE,      /* 附注: （此件依申请公开） */
	BLOCK_PAGE,      /* 换页 */
	BLOCK_PAPER,     /* 纸张: the sheet where it is not A4, a code of paper/size.h; the first block */
	BLOCK_KINDS
};

struct doc_cell {
	const char *text; /* "" = empty; \n separates lines of a cell (the only place where \n may stand) */
	int span;         /* columns covered, ≥ 1 */
	bool centre;      /* a label of the form */
	bool above;       /* joined with the cell above, which has the text; this one is empty */
};

struct doc_row {
	size_t n;
	struct doc_cell *cells; /* spans add up to the table's columns */
	int lines;              /* least height in lines, ≥ 1: room to write by hand */
};

struct doc_table {
	size_t columns;
	int *width; /* of each column, in per cent of the type area; they add up to 100 */
	size_t n;
	struct doc_row *rows;
};

enum { PARA_BODY, PARA_HEI, PARA_KAI, PARA_FLUSH, PARA_CENTRE, PARA_LEVELS };

struct block {
	enum block_kind kind;
	int level;        /* BLOCK_PARA: PARA_* */
	const char *text; /* "" for table and page */
	struct doc_table *table; /* BLOCK_TABLE */
};

struct doc {
	struct arena *arena;
	const char *kind;  /* the letter kind, for titles of print jobs; "" unknown */
	size_t n, cap;
	struct block *blocks;
};

struct doc *doc_new(struct arena *a, const char *kind);
/* What becomes of a character in a document: controls and line separators are spaces; what has no ink and turns or hides its neighbours (bidirectional
 * controls, zero-width space, BOM) is dropped. */
enum doc_char { DOC_KEPT, DOC_SPACE, DOC_DROPPED };
enum doc_char doc_char(uint32_t cp);

/* The text is copied, character by character as doc_char() says (\n is kept in cells). */
struct block *doc_add(struct doc *d, enum block_kind kind, const char *text);
struct block *doc_add_table(struct doc *d, const int *width, size_t columns);
/* `cells` is copied; the spans must add up (BUG otherwise). */
void doc_add_row(struct doc *d, struct block *table, const struct doc_cell *cells, size_t n, int lines);

/* First block of a kind, NULL when there is none. */
const struct block *doc_find(const struct doc *d, enum block_kind kind);
/* All text, one block or cell a line. */
char *doc_text(const struct doc *d, struct arena *a);
/* "para", "title" … as in the serialised form; NULL past the end. */
const char *block_name(enum block_kind kind);

#endif
