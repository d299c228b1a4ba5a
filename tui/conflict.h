/* conflict.h — two clerks changed the same fields: 原值, 对方改为, 我填的, one row a field; the clerk chooses each and F2 takes the choice
 * back to the form. What only one side changed is shown below with its side already chosen. */
#ifndef TUI_CONFLICT_H
#define TUI_CONFLICT_H

#include "office/merge.h"
#include "tui/screen.h"

enum conflict_pick { PICK_NONE, PICK_MINE, PICK_THEIRS };

struct conflict {
	struct merge merge;
	enum conflict_pick *picks; /* merge.n; filled by the screen */
};

/* `c` is the caller's and lives until then is called; result.done: every field is chosen. */
void conflict_open(struct app *app, struct conflict *c, const char *title, struct then then);
/* Puts what was chosen of theirs into rec; what was typed stays for the rest. */
void conflict_apply(const struct conflict *c, void *rec);

#endif
