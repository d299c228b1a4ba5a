/* screen.h — a screen is one file in tui/screens/ that ends in a `struct screen_type` with named initialisers, and one row in
 * tui/screens/all.c. docs/howto/add-a-screen.md builds one step by step.
 *
 * Screens stand on a stack. A screen never waits for another: it pushes it with a continuation (`struct then`), which is called
 * with the result when that one leaves. A prompt is a screen like any other.
 *
 * Memory: screen->arena lives as long as the screen. What a widget shows is loaded into the widget's own load arena. Keep ids,
 * not pointers into a load. app->event_arena is reset after each event. */
#ifndef TUI_SCREEN_H
#define TUI_SCREEN_H

#include "base/record.h"
#include "tui/action.h"
#include "tui/canvas.h"
#include "tui/event.h"

struct screen;
struct app;

/* What a screen hands back. `done` false: left without doing. */
struct result {
	bool done;
	int64_t id;       /* row chosen or made; INT_NONE */
	const char *text; /* chosen code or typed text; borrowed for the call */
};

/* Called on the screen below after the one above has left. A zeroed `then` is nothing. */
struct then {
	void (*call)(struct screen *below, void *ctx, const struct result *r);
	void *ctx; /* lives at least as long as the screen below */
};

/* What a screen opens on. All may be unset: 0/NULL here mean "not given"; ids are positive. */
struct screen_arg {
	int64_t id;
	const char *text;
	const void *data; /* agreed between the two screens; copied by open() if it is kept */
};

struct screen_type {
	const char *name;  /* identifier: the context in key files, `open NAME` in stories */
	const char *code;  /* "12": typed on the desk, shown in row 1; NULL for prompts */
	const char *title; /* N_("…") */
	const struct action *actions;
	size_t size;       /* of the private state: screen->state, zeroed */
	bool menu;         /* on the desk's menu and in the palette */
	bool popup;        /* painted over the screen below: picker, menu, prompt */
	bool needs_office; /* not offered without an office file */
	const char *noun;  /* of the row subject() names: other clerks' marks on it are shown (office/busy.h); NULL: none */

	/* False with e: the screen is not opened, the refusal is shown in the message line. */
	bool (*open)(struct screen *s, const struct screen_arg *arg, struct err *e);
	void (*close)(struct screen *s);
	/* body: everything between row 1 and the message line (a popup: the same); paint all of it. Put the caret somewhere. */
	void (*paint)(struct screen *s, struct canvas *c, struct area body);
	/* Adds the inner layers, innermost first: field, widget. NULL: none. */
	void (*chain)(struct screen *s, struct chain *out);
	/* The row id that verbs act on; INT_NONE when there is none. NULL: INT_NONE. */
	int64_t (*subject)(struct screen *s);
	/* Load again: F5, and after a verb has changed something. */
	void (*refresh)(struct screen *s);
	/* TICK, CHILD, HANGUP: on hang-up save drafts, paint nothing. */
	void (*event)(struct screen *s, const struct event *ev);
	/* May it be left? False with `why` keeps it open. NULL: yes. */
	bool (*leave)(struct screen *s, struct err *why);
};

struct screen {
	const struct screen_type *type;
	struct app *app;
	struct screen *below;
	struct arena arena;
	void *state;
	struct then then;
	const char *title; /* NULL = type->title; in the screen's arena */
	const char *works_noun; /* a form is open on this row: the others see who works on it; NULL: on none */
	int64_t works_on;
};

/* The screens of the desk, in the order of its menu; ends with NULL (tui/screens/all.c). */
extern const struct screen_type *const screen_types[];
const struct screen_type *screen_find(const char *name_or_code);

/* Ends this screen and calls its continuation with the result. Frees it: nothing of it may be touched afterwards. Only the top
 * screen may leave. */
void screen_leave(struct screen *s, struct result r);

#endif
