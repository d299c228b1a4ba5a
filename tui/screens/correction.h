/* correction.h — what the screens of corrections share. */
#ifndef TUI_SCREENS_CORRECTION_H
#define TUI_SCREENS_CORRECTION_H

#include "office/correction.h"
#include "tui/app.h"

extern const struct screen_type corrections_screen, correction_entry_screen, correction_screen;
/* The form that registers. */
void correction_form_open(struct app *app);
/* One correction in full; its continuation is nothing. */
void correction_page_open(struct app *app, int64_t id);
/* correction.change with what is registered filled in. */
void correction_change_open(struct app *app, int64_t id);

/* The whole procedure as rows of actions[]; palette and F10 say of each why it cannot be done now. */
#define CORRECTION_VERBS                                                                                               \
	{.name = "correction.confirm"}, {.name = "correction.clarify"}, {.name = "correction.clarified"}, {.name = "correction.assign"}, \
	{.name = "correction.reply"}, {.name = "correction.search"}, {.name = "correction.identity"}, {.name = "correction.decide"},   \
	{.name = "correction.transfer"}, {.name = "correction.deliver"}, {.name = "correction.archive"},                          \
	{.name = "correction.archive_override"}, {.name = "correction.withdraw"}, {.name = "correction.merge"},                    \
	{.name = "correction.reopen"}, {.name = "correction.material"}, {.name = "correction.file_copy"}, {.name = "correction.void"},  \
	{.name = "correction.handover"}, {.name = "correction.undo"}

#endif
