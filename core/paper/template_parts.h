/* template_parts.h — the insides of a parsed template, shared by its parser and by template_fill(). */
#ifndef PAPER_TEMPLATE_PARTS_H
#define PAPER_TEMPLATE_PARTS_H

#include "paper/template.h"

enum part_kind { PART_TEXT, PART_SLOT, PART_BOX, PART_COLUMN };

/* A run of fixed text, a value, or a box that is ticked when the slot holds one of `values`. */
struct part {
	enum part_kind kind;
	const char *text;       /* PART_TEXT */
	const struct slot *slot;
	const char *values;     /* PART_BOX: a|b; NULL = any value ticks it */
	int blank;              /* PART_SLOT: columns left free where there is no value; 0 = a value is needed */
	size_t column;          /* PART_COLUMN: of the list that the row repeats for */
};

struct parts {
	size_t n;
	struct part *part;
	bool fixed; /* text only */
};

/* 【字段=a|b】 【字段】 【无 字段】 */
struct condition {
	const struct slot *slot;
	const char *values; /* NULL: any value */
	bool absent;
};

enum { CONDITIONS_MAX = 4, COLUMNS_MAX = 24 };

struct cell_parts {
	struct parts parts;
	int span;
	bool above; /* ^ */
};

struct node {
	int line;
	bool locked;
	enum block_kind kind;
	int level;
	size_t nconditions;
	struct condition conditions[CONDITIONS_MAX];
	struct parts parts;
	size_t columns;          /* BLOCK_TABLE */
	int *width;
	bool row;                /* a row of the table before it */
	int row_lines;
	const struct slot *each; /* the row repeats for every row of this list; NULL: it stands once */
	int each_blank;          /* empty rows of a blank form */
	size_t ncells;
	struct cell_parts *cells;
};

struct template_body {
	size_t n;
	struct node *nodes;
	size_t nlocked;
	const char **locked; /* raw text of the locked lines, in order */
};

/* A parse in progress: faults are collected, never thrown. */
struct parse {
	struct arena *arena;
	struct template *t;
	int line;
	unsigned heads; /* which lines above ---- were there */
	size_t nfaults, cap_faults;
	struct template_fault *faults;
	size_t cap_slots, cap_nodes, cap_locked;
};

void parse_fault(struct parse *p, int line, const char *fmt, ...) PRINTF(3, 4);
/* One line above ---- and one below. `s` is trimmed. */
void parse_head_line(struct parse *p, const char *s);
void parse_body_line(struct parse *p, const char *s);
/* What must hold between the lines. */
void parse_finish(struct parse *p);
/* What an edited text must keep of the shipped one beside its locked lines: see template_keep.c. */
void template_keeps(struct parse *p, const struct template *shipped);
/* `key: rest` or `key：rest`. */
const char *after_key(const char *s, const char *key);
/* The fault of ASCII punctuation beside Hanzi: the mark, or 0. */
char ascii_beside_hanzi(const char *s);
/* The words of past law in a text that a letter of this date may not say any more (DAY_NONE: some letter of this template); *first: the
 * first day without them. NULL: none. */
const char *past_law_in(const struct template *t, daynum on, const char *text, daynum *first);
/* Nothing but stock phrases: 依法不予公开, 属于商业秘密 … */
bool stock_only(const char *text, struct arena *a);
/* Is `value` one of a|b (by code or by label)? */
bool value_among(const char *values, const char *value);

#endif
