/* picks.h — what a clerk chose in a list: marked rows, and digits in the option column with what came of them.
 *
 * Kept by the row's id, not by its place: picks outlive a reload, another filter, another view, and the screen itself, until they are done
 * or taken back. One set for each list screen with options, owned by the app. The digits of a list that says so are on the
 * disk as well, a draft like a form's (picksdraft.c): a desk that was killed gives them back with the commands they stand for, so that none is
 * done twice. */
#ifndef TUI_PICKS_H
#define TUI_PICKS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct app;

enum { PICKS_MAX = 2000, PICK_CMD = 16 };

struct pick {
	int64_t id;
	bool mark;
	char digit;     /* 0: none */
	char *why;      /* why the digit was refused; NULL */
	unsigned char cmd[PICK_CMD]; /* the command that the digit stands for */
};

struct picks {
	struct picks *next;
	const char *name;
	struct pick *rows; /* in the order of choosing */
	size_t n, cap, marks, digits;
	bool kept, unsaved; /* on the disk as well; that is behind */
};

/* The set of this name, made when it is not there. */
struct picks *picks_of(struct app *app, const char *name);
void picks_free(struct picks *all);
/* NULL: the row has neither. The pointer is good until the next change. */
const struct pick *pick_find(const struct picks *p, int64_t id);
/* False: PICKS_MAX rows are chosen already. */
bool pick_mark(struct picks *p, int64_t id, bool on);
bool pick_digit(struct picks *p, struct app *app, int64_t id, char digit);
/* The same, standing for a command of its own: it was kept. */
bool pick_digit_again(struct picks *p, struct app *app, int64_t id, char digit, const unsigned char cmd[PICK_CMD]);
/* The digit goes: done, or taken back. */
void pick_done(struct picks *p, int64_t id);
/* The digit stays, and this is why; NULL: it is not known any more. */
void pick_refuse(struct picks *p, int64_t id, const char *why);
void picks_unmark(struct picks *p);
void picks_clear_digits(struct picks *p);
/* Kept on the disk from now on, and what was there taken back; returns how many digits that is. Once for each set. */
size_t picks_bring_back(struct picks *p, struct app *app);
/* Writes what changed. */
void picks_save(struct picks *p, struct app *app);
/* The draft of a list's digits was thrown away: they go from the list too. */
void picks_forget(struct app *app, const char *name);
/* Of a draft's key: the name of the list; NULL: it is no list's. */
const char *picks_draft_of(const char *key);

#endif
