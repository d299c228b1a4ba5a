/* edit.h — text being typed: one line or many, with a caret that never stands inside a character.
 *
 * The buffer is plain UTF-8 owned by the struct (malloc: it outlives events); free with edit_free(). Positions are bytes. */
#ifndef TUI_EDIT_H
#define TUI_EDIT_H

#include "tui/action.h"
#include "tui/canvas.h"

struct edit {
	char *s; /* NUL-terminated; NULL while empty: read it through edit_text() */
	size_t len, cap, caret;
	int left;   /* first cell shown (one line); first wrapped row shown (lines) */
	bool lines; /* Enter makes a new line */
	bool fresh; /* just entered: typing replaces what is there; any other key ends that */
	size_t limit; /* bytes; 0 = 1 MiB. What does not fit is not taken and edit_insert says so */
	void (*changed)(void *owner); /* after a key or text changed it through field_context; may be NULL */
	void *owner;
};

void edit_free(struct edit *e);
void edit_set(struct edit *e, const char *s); /* caret at the end */
const char *edit_text(const struct edit *e);
/* Inserts cleaned text; newlines become spaces in a one-line field, tabs spaces. False: over the limit, nothing taken. */
bool edit_insert(struct edit *e, const char *s);
void edit_left(struct edit *e);
void edit_right(struct edit *e);
void edit_home(struct edit *e); /* of the line */
void edit_end(struct edit *e);
bool edit_up(struct edit *e, int cells);   /* by wrapped rows; false at the edge */
bool edit_down(struct edit *e, int cells);
void edit_backspace(struct edit *e);
void edit_delete(struct edit *e);
void edit_kill_word(struct edit *e);
void edit_clear(struct edit *e); /* to the start of the line */
void edit_cut(struct edit *e);   /* to the end of the line */

/* One line in exactly `cells` cells, scrolled so that the caret shows with a spare cell at the end. Sets the caret when `focus`. */
void edit_paint(struct edit *e, struct canvas *c, int y, int x, int cells, bool focus);
/* Many lines wrapped by cells. */
void edit_paint_lines(struct edit *e, struct canvas *c, struct area a, bool focus);

/* Wrapped rows of a text: next row from `at`, its length in bytes in *len; returns the start of the following row or 0 at the
 * end. A row is cut at a newline or where the next character would not fit. */
size_t wrap_next(const char *s, size_t at, int cells, size_t *len);

/* The innermost layer of whatever is typed in: self is the struct edit. Many-line edits add lines_context around it. */
extern const struct context field_context, lines_context;

#endif
