/* canvas.h — the screen as a grid of cells. Screens and widgets paint here; tui/term mirrors it to a real terminal, tests and
 * `gwgk run` dump it as text. No terminal is needed to see what a clerk sees.
 *
 * A cell carries a role (LATE, SELECTED …), never a colour: tui/term decides how a role looks on eight colours or on none.
 * Everything is measured in cells (base/text.h). A wide character is never split: where only one of its cells would fit or
 * survive, a space stands instead. Control characters, escape sequences included, are painted as `?`; zero-width and
 * bidirectional controls are dropped, so that no data reaches the terminal as anything but visible text. */
#ifndef TUI_CANVAS_H
#define TUI_CANVAS_H

#include <stdint.h>
#include "base/str.h"

enum role { /* letter in a dump; how it looks is in tui/term/paint.c */
	ROLE_TEXT,        /* . */
	ROLE_TITLE,       /* T row 1 */
	ROLE_HEAD,        /* H column heads, section titles */
	ROLE_LABEL,       /* L a form's labels */
	ROLE_FIELD,       /* F an input field without the focus */
	ROLE_FOCUS,       /* I the input field with the focus */
	ROLE_SELECTED,    /* S the row under the cursor; always with `>` in its first cell */
	ROLE_MARK,        /* M a marked row's sign */
	ROLE_MATCH,       /* U the part that matched what was typed */
	ROLE_DIM,         /* d not possible now, explanations */
	ROLE_KEYBAR,      /* b the key bar's words */
	ROLE_KEY,         /* K the key bar's keys */
	ROLE_NOTE,        /* n the message line */
	ROLE_ERROR,       /* E a refusal in the message line or beside a field */
	ROLE_LATE,        /* ! 逾 */
	ROLE_TODAY,       /* 0 今日 */
	ROLE_SOON,        /* 3 剩 1–3 */
	ROLE_STOPPED,     /* s 停 */
	ROLE_PROVISIONAL, /* * 待定 */
	ROLE_DONE,        /* x 毕 */
	ROLE_REST,        /* r a rest day in a calendar */
	ROLES
};

enum { CELL_TEXT = 14, CANVAS_MAX = 1000 };

struct cell {
	char text[CELL_TEXT]; /* one character with its combining marks, NUL-terminated; " " when empty */
	uint8_t width;        /* 1, 2, or 0: the second half of the wide character to the left */
	uint8_t role;
};

/* A rectangle of the canvas; what a screen or widget is given to paint in. */
struct area {
	int y, x, rows, cols;
};

struct canvas {
	int rows, cols;
	struct cell *cells; /* rows × cols; owned */
	bool caret_on;
	int caret_y, caret_x;
};

/* A zeroed canvas is empty. Resizing blanks it. Sizes are clamped to 1..CANVAS_MAX. */
void canvas_resize(struct canvas *c, int rows, int cols);
void canvas_free(struct canvas *c);
/* All cells blank, role TEXT, no caret. */
void canvas_clear(struct canvas *c);
struct area canvas_area(const struct canvas *c);
struct cell *canvas_at(const struct canvas *c, int y, int x);

/* Each writes exactly `cells` cells of row y from column x (fewer at the canvas's edge): text cut at a character, the rest
 * spaces. All return the cells the text took. NULL text is "". Newlines and tabs are painted as one space. */
int canvas_text(struct canvas *c, int y, int x, int cells, enum role role, const char *s);
/* Cut text ends in `..`. */
int canvas_fit(struct canvas *c, int y, int x, int cells, enum role role, const char *s);
int canvas_right(struct canvas *c, int y, int x, int cells, enum role role, const char *s);
/* As canvas_fit, but only as wide as the text, at most `cells`. Returns the column after it. */
int canvas_word(struct canvas *c, int y, int x, int cells, enum role role, const char *s);
void canvas_printf(struct canvas *c, int y, int x, int cells, enum role role, const char *fmt, ...) PRINTF(6, 7);
/* Blank cells of one role. */
void canvas_fill(struct canvas *c, struct area a, enum role role);
/* Changes the role of cells, not their text. */
void canvas_role(struct canvas *c, int y, int x, int cells, enum role role);
/* Where the hardware cursor shall stand. The last call of a paint wins. */
void canvas_caret(struct canvas *c, int y, int x);

/* Golden text in three parts: the rows without trailing spaces, the style letters without trailing dots, the caret:
 *
 *	=== 80x24
 *	 11 今日 …
 *	--- style
 *	TTTTTT…
 *	--- cursor 4,2
 */
void canvas_dump(const struct canvas *c, struct str *out);
/* The text part alone. */
void canvas_dump_text(const struct canvas *c, struct str *out);
/* Does a row of the canvas show this text? */
bool canvas_shows(const struct canvas *c, const char *text, struct arena *a);
char role_letter(enum role role);

#endif
