/* term.h — the real terminal: curses lives in this folder and nowhere else.
 *
 * It mirrors a canvas to the terminal and turns what the terminal sends into events. What was measured and why each piece is
 * as it is stands in docs/decisions/0010-terminal.md. There is one terminal a process (curses has no other way): term_open() refuses a second. */
#ifndef TUI_TERM_TERM_H
#define TUI_TERM_TERM_H

#include "tui/canvas.h"
#include "tui/event.h"

struct term_options {
	int ambiguous;  /* cells of ① “ —; 0 = ask the terminal */
	bool color_off; /* attributes only; NO_COLOR does the same */
};

struct term;

/* ERR_SYSTEM: no terminal, unknown TERM, one that cannot move the cursor, or not UTF-8. Nothing is left changed. */
bool term_open(const struct term_options *o, struct term **out, struct err *e) CHECKED;
/* Puts the terminal back; after a hang-up writes nothing. */
void term_close(struct term *t);
void term_size(const struct term *t, int *rows, int *cols);
/* Shows the canvas: only changed cells are sent; then the hardware cursor stands on the caret. */
void term_show(struct term *t, const struct canvas *c);
/* The next paint sends everything. */
void term_forget(struct term *t);
/* Sleeps until there is input, a signal, one of the n fds readable, or the time is over (-1: no limit). */
void term_wait(struct term *t, int timeout_ms, const int *fds, size_t n);
/* Next event of what has come in; false when all is taken. Text lives until the next call. Child fds come as EVENT_CHILD. */
bool term_next(struct term *t, struct event *ev);
/* Has something been typed that is not taken yet? */
bool term_waiting(const struct term *t);
/* Milliseconds of a clock that only goes forward. */
int64_t term_now(void);
/* Signal that ended it: SIGHUP or SIGTERM; 0 none. */
int term_signal(const struct term *t);

#endif
