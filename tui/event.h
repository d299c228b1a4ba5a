/* event.h — what can happen to the desk. One queue of events, one entry: app_feed(). */
#ifndef TUI_EVENT_H
#define TUI_EVENT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* A key is a Unicode character (what a keyboard without input method types), a control letter K_CTRL('S') = 19, or one of
 * these. What a terminal cannot tell apart has one name: ^M is Enter, ^I Tab, ^[ Esc, ^H Backspace. */
enum key {
	K_NONE,
	K_BASE = 0x200000,
	K_ENTER, K_ESC, K_TAB, K_BACKTAB, K_BACKSPACE, K_DELETE, K_INSERT,
	K_UP, K_DOWN, K_LEFT, K_RIGHT, K_HOME, K_END, K_PGUP, K_PGDN,
	K_F1, K_F2, K_F3, K_F4, K_F5, K_F6, K_F7, K_F8, K_F9, K_F10, K_F11, K_F12,
	K_LAST
};
#define K_CTRL(c) ((c) & 0x1f)

enum event_kind {
	EVENT_KEY,    /* key: anything that is not text */
	EVENT_TEXT,   /* text: what was typed or committed by an input method, without control characters */
	EVENT_PASTE,  /* text: pasted; may hold \n and \t; never triggers a key */
	EVENT_RESIZE, /* rows, cols */
	EVENT_TICK,   /* time passed, or the terminal is idle */
	EVENT_CHILD,  /* fd has something to read or is closed */
	EVENT_HANGUP  /* the terminal is gone: save drafts, paint nothing, end */
};

struct event {
	enum event_kind kind;
	int key;
	const char *text; /* UTF-8, valid, borrowed for the call */
	int rows, cols;
	int fd;
	int64_t now;      /* milliseconds of a clock that only goes forward; 0 = the same as before */
};

#endif
