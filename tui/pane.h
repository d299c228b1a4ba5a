/* pane.h — text to read: help, a letter, a ledger. Scrolls by rows; long lines wrap by cells. */
#ifndef TUI_PANE_H
#define TUI_PANE_H

#include "tui/screen.h"

struct pane_line {
	const char *text;
	enum role role;
	int hang; /* cells before the rows that follow the first; 0: as the line begins */
};

struct pane {
	struct pane_line *lines; /* in the screen's arena */
	size_t n, cap;
	struct arena *arena;
	int top, rows, wrapped;
};

void pane_open(struct pane *p, struct arena *a);
void pane_clear(struct pane *p);
void pane_add(struct pane *p, enum role role, const char *fmt, ...) PRINTF(3, 4);
/* The line just added is a table's: what does not fit goes on under its last column, so many cells in. */
void pane_hang(struct pane *p, int cells);
/* Every known field of a record as `label：value`, nested ones in place; for detail screens. */
void pane_record(struct pane *p, const struct record_type *t, const void *rec);
void pane_paint(struct pane *p, struct canvas *c, struct area a);
void pane_chain(struct pane *p, struct chain *out);

extern const struct context pane_context;

#endif
