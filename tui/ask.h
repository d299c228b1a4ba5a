/* ask.h — prompts as screens: pick one of a list, type a line, confirm an act, read a text. All answer through `then`. */
#ifndef TUI_ASK_H
#define TUI_ASK_H

#include "tui/screen.h"

struct pick_row {
	const char *code, *label, *note; /* note: at the right: a key, a phone, the reason why not */
	bool dim;                        /* cannot be picked; Enter says the note */
};

/* A list over the screen with a line to type in: rows shrink as you type (label, code, pinyin initials). result.text = code,
 * result.id = index. Rows are copied. `start`: code under the cursor, may be NULL. */
void ask_pick(struct app *app, const char *title, const struct pick_row *rows, size_t n, const char *start, struct then then);
/* One line. result.text = what was typed. */
void ask_line(struct app *app, const char *title, const char *label, const char *value, struct then then);
/* Many lines, full screen, F2 takes them. */
void ask_lines(struct app *app, const char *title, const char *value, struct then then);
/* An act with consequences: `lines` state numbers and consequence ("将打印 5 份，编号 31–35，不可撤销"), never "是否继续?". Only
 * F2 confirms; keys typed before it opened do not reach it. */
void ask_confirm(struct app *app, const char *title, const char *lines, struct then then);
/* A text to read; lines split at \n. */
void show_text(struct app *app, const char *title, const char *text);

#endif
