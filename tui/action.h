/* action.h — what a key can do. An action is named once, in the table of the context that does it; C binds no key.
 *
 * A context is a place where keys mean something: the field being typed in, the widget around it, the screen, the whole desk
 * ("global"). For every event the app asks the top screen for its chain of layers, innermost first, adds the screen and global.
 * A key is looked up in each layer's part of the key map; the action found is done by the innermost layer whose table holds
 * its name. So `global <F6> new` in keymaps/default.keys reaches whichever screen has a row named "new": a new screen gets F6
 * by writing that one row. */
#ifndef TUI_ACTION_H
#define TUI_ACTION_H

#include <stddef.h>
#include "base/err.h"

struct app;

enum action_flags {
	ACTION_BAR = 1,      /* shown in the key bar when bound and there is room */
	ACTION_REQUIRED = 2, /* a key map that binds no key to it is refused */
	ACTION_QUIET = 4     /* not in palette and menu (cursor movement, editing) */
};

struct action {
	const char *name;  /* "cursor-down" "new", or a verb's name: "request.extend" */
	const char *label; /* N_("…"); NULL for a verb: its own label */
	unsigned flags;
	/* self: the layer's. NULL in the global table: a name with a fixed meaning that screens fill in; NULL for a verb: its form
	 * opens (host.verb_start). */
	void (*run)(struct app *app, void *self);
	/* Possible now? The reason why not is shown dim in palette and menu. NULL = always. Reads only. */
	bool (*can)(struct app *app, void *self, struct err *why);
};

struct context {
	const char *name, *label;
	const struct action *actions; /* ends with a NULL name; NULL for none */
	/* Printable text typed or pasted while this layer is the innermost with a `text`. Text contexts take every printable
	 * character before bare-letter bindings are looked at. NULL: characters are looked up as keys. Returns false to pass it on. */
	bool (*text)(struct app *app, void *self, const char *s, bool paste);
	bool keys_first; /* bare-letter bindings are looked at before `text` (a list: letters begin its filter unless bound) */
};

struct layer {
	struct context context;
	void *self;
};

enum { CHAIN_MAX = 8 };
struct chain {
	struct layer layers[CHAIN_MAX];
	int n;
};

static inline void chain_add(struct chain *c, const struct context *context, void *self)
{
	if (c->n < CHAIN_MAX)
		c->layers[c->n++] = (struct layer){.context = *context, .self = self};
}

/* Row of a table, NULL when there is none. */
const struct action *action_find(const struct action *table, const char *name);

/* The i-th context that a key file may name: global, the widgets', then one per screen type. False past the last. */
bool context_at(size_t i, struct context *out);
bool context_find(const char *name, struct context *out);
extern const struct context global_context;

#endif
