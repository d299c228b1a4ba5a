/* matters.h — what the lists of requests and corrections share, and with the list of letters: views, and printing from the option column.
 *
 * The screen's state begins with a `struct matters`; the rest is listviews.h. */
#ifndef TUI_SCREENS_MATTERS_H
#define TUI_SCREENS_MATTERS_H

#include "tui/listviews.h"
#include "tui/screens/letter_print.h"

struct matters {
	struct viewed viewed;
	struct letter_printing printing;
};

void matters_close(struct screen *s);
void matters_event(struct screen *s, const struct event *ev);

/* For the options of a list of cases: the letter whose turn it is; what each has issued and not yet had on paper; the oldest case first. */
bool matters_due_letter(struct office *o, int64_t id, void *args, struct arena *a, struct err *e);
void matters_print(struct screen *s, const int64_t *ids, size_t n);
int64_t matters_turn(struct screen *s, int64_t id);

void matters_act_why(struct app *app, void *screen);
void matters_act_receipt(struct app *app, void *screen);

#define MATTERS_ACTIONS                                                                                                \
	{.name = "print", .label = N_("回执"), .flags = ACTION_BAR, .run = matters_act_receipt},                       \
	{.name = "why", .label = N_("期限"), .flags = ACTION_BAR, .run = matters_act_why}

#endif
