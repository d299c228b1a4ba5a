/* term_private.h — between term.c (life), input.c and paint.c only. */
#ifndef TUI_TERM_TERM_PRIVATE_H
#define TUI_TERM_TERM_PRIVATE_H

#include "tui/term/decode.h"
#include "tui/term/term.h"

enum { TERM_FDS = 8, PASTE_LIMIT_MS = 2000 };

struct term {
	void *screen;         /* SCREEN * */
	struct canvas shown;  /* what the terminal shows now */
	bool color, forget;
	int rows, cols;
	struct decode in;
	int pipe_read;        /* signals arrive here as bytes: W H T */
	bool resized, gone, said_gone;
	int signal;
	int ready[TERM_FDS];  /* child fds with news */
	size_t nready;
};

void paint_open(struct term *t, bool color);
void input_open(struct term *t);

#endif
