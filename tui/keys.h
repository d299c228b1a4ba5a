/* keys.h — key maps: text files that bind keys to actions. The built-in one is keymaps/default.keys.
 *
 * One binding a line, `#` begins a comment:
 *
 *	list   <Down>      cursor-down
 *	list   g g         cursor-first      # two keys one after the other
 *	global <F2> ^S     confirm           # wrong: use two lines; keys on one line are a sequence
 *
 * Keys: <Enter> <Esc> <Tab> <BackTab> <Backspace> <Delete> <Insert> <Up> <Down> <Left> <Right> <Home> <End> <PageUp> <PageDown>
 * <F1> … <F12> <Space> <Hash>, ^A … ^Z and ^] ^\ ^_, or one character. Names are case-insensitive.
 *
 * The whole file is read and every mistake collected: unknown context, action or key; a key bound twice in a context; a key
 * that begins a longer sequence of the same context; a key no terminal sends apart (^M ^I ^[ ^H), the input method's keys
 * (^Space, ^., Shift-Space); a required action left without a key. A file with any mistake is not used at all. */
#ifndef TUI_KEYS_H
#define TUI_KEYS_H

#include "base/str.h"
#include "tui/action.h"
#include "tui/event.h"

enum { KEYS_MAX = 4 }; /* keys in a sequence */

struct binding {
	const char *context, *action;
	int keys[KEYS_MAX];
	int n;
	int line; /* in its file */
};

struct keymap {
	const char *name; /* shown in help: "default.keys" */
	struct binding *bindings;
	size_t n;
};

struct key_fault {
	int line; /* 0: of the file as a whole */
	const char *text;
};
struct key_faults {
	struct key_fault *list;
	size_t n, cap;
};

/* All memory from the arena. *out is usable only when there are no faults. */
void keymap_parse(const char *name, const char *text, struct arena *a, struct keymap *out, struct key_faults *faults);
/* The built-in map by file name; a BUG() if it is missing or faulty (a test proves it is not). */
struct keymap keymap_builtin(const char *name, struct arena *a);

enum key_match { KEY_NO, KEY_PREFIX, KEY_FULL };
/* Looks the sequence up in one context. KEY_PREFIX: a longer binding begins so. */
enum key_match keymap_find(const struct keymap *m, const char *context, const int *keys, int n, const char **action);
/* The first key bound to the action in this chain, as text ("F2", "^S", "g g"); NULL if none. */
const char *keymap_key_of(const struct keymap *m, const struct chain *chain, const char *action, struct arena *a);

/* "<F2>" → K_F2; K_NONE when unknown, with the reason. */
int key_parse(const char *word, const char **why);
/* "F2" "Enter" "^S" "j". For a sequence joined by spaces. */
const char *key_name(int key, struct arena *a);
/* Full-width forms and Chinese punctuation to the key an English keyboard would have sent: ｊ → j, 、 → \, ． 。 → . */
uint32_t key_fold(uint32_t cp);

#endif
