/* verb_form.h — the default form of a verb: its arguments as fields, F2 runs it. A screen that wants more than that has its own form
 * and calls verb_form_run() from its save(). */
#ifndef TUI_VERB_FORM_H
#define TUI_VERB_FORM_H

#include "office/verb.h"
#include "tui/form.h"

/* Opens the form; a verb without arguments is run at once (after a confirmation when it leaves the office). `prefill` may be NULL: a
 * record of verb->args to begin with, copied. The form leaves with result.id = the subject's id. */
void verb_form_open(struct app *app, const struct verb *v, int64_t subject, const void *prefill);
/* The same after a choice of what stands in `chosen`, which goes before anything suggested and before an old draft; `then` hears of the
 * form being left (result.done: it was done). */
void verb_form_chosen(struct app *app, const struct verb *v, int64_t subject, const void *chosen, struct then then);
/* Runs the verb with the form's record and command id; on success says the result, reloads the screens below and sets *subject. */
bool verb_form_run(struct form *f, const struct verb *v, int64_t *subject, void *args, struct err *e);
/* For the save() of a form that registers: the verb makes its subject, the form leaves, and `open` shows what was made. `more`: said after
 * the verb's result; "" for nothing. */
bool verb_form_register(struct form *f, const char *verb, void *args, void (*open)(struct app *app, int64_t id), const char *more, bool *leave,
	struct err *e);

/* The same form, but F2 only hands its record over: copied to `into`, a record of v->args, in the memory of `a`; what stands there
 * already is what the form begins with. For one form that stands for
 * many rows; the verb is not asked whether it may be done. then: done is false when the clerk left it. */
void verb_form_ask(struct app *app, const struct verb *v, const char *title, void *into, struct arena *a, struct then then);

#endif
