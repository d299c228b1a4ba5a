/* decode.h — what a terminal sends, byte by byte, to events. No curses here: tests feed it.
 *
 * curses' get_wch() loses characters that arrive in pieces, so curses only names the keys (its codes go to decode_key()) and
 * everything else comes here as bytes. Text of one drain is one event; a paste is one event however it arrived; unknown
 * escape sequences and control characters are swallowed, so that they never become text. */
#ifndef TUI_TERM_DECODE_H
#define TUI_TERM_DECODE_H

#include "tui/event.h"

enum { DECODE_QUEUE = 64, DECODE_TEXT = 4096, DECODE_PASTE = 1 << 20 };

struct decode {
	char text[DECODE_TEXT + 8]; /* characters of the event being gathered */
	size_t ntext;
	unsigned char part[4]; /* bytes of an unfinished character */
	int npart, need;
	enum { PLAIN, ESCAPE, CSI, SS3 } state;
	char params[32];
	size_t nparams;
	bool pasting;
	char *paste; /* owned */
	size_t npaste, paste_cap;
	bool paste_cr;
	struct event queue[DECODE_QUEUE];
	size_t head, count;
	char *given; /* text of the event last handed out; owned */
	char *queued[DECODE_QUEUE]; /* text of queued events; owned */
};

void decode_free(struct decode *d);
void decode_byte(struct decode *d, unsigned char byte);
void decode_key(struct decode *d, int key); /* enum key, or K_CTRL */
void decode_paste_begin(struct decode *d);
void decode_paste_end(struct decode *d);
/* Nothing more to read now: a lone Esc is Esc, gathered text is an event. An unfinished character or paste is kept. */
void decode_idle(struct decode *d);
/* The paste's end never came: what is there is the paste. */
void decode_give_up(struct decode *d);
bool decode_next(struct decode *d, struct event *ev);
/* Room for at least one more drain step. */
bool decode_full(const struct decode *d);

#endif
