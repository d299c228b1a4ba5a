/* main.h — the terminal program: opens the terminal, runs the one event loop, restores the terminal whatever happens. */
#ifndef TUI_MAIN_H
#define TUI_MAIN_H

#include "base/desk.h"

struct host;
struct office;

struct tui_options {
	struct desk *desk;
	struct office *office;  /* NULL: only what needs law alone */
	const char *keys_file;  /* a clerk's key map; NULL: $GWGK_KEYS, else built-in default.keys. "vi", "emacs": the built-in ones */
	const struct host *host;/* NULL: none */
	int ambiguous;          /* cells of ① “ —: 1, 2, or 0 = $GWGK_AMBIGUOUS, else ask the terminal */
	bool color_off;
};

/* Exit status: 0 left by the clerk; 66 the terminal cannot be used (said on stderr); 129 hung up, 143 SIGTERM: drafts saved. */
int tui_main(const struct tui_options *o);

/* Reads a key map; on any fault keeps the built-in one and returns a line that says so, else NULL. */
struct keymap;
struct arena;
const char *tui_keymap(const char *file, struct arena *a, struct keymap *out);

#endif
