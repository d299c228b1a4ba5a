/* appeal.h — what the screens of reviews and suits share. */
#ifndef TUI_SCREENS_APPEAL_H
#define TUI_SCREENS_APPEAL_H

#include "office/appeal.h"
#include "tui/app.h"

extern const struct screen_type appeals_screen, appeal_screen, appeal_entry_screen;
/* The form that registers one against a case; INT_NONE: the clerk names the case. */
void appeal_form_open(struct app *app, int64_t matter_id);
/* One in full. */
void appeal_page_open(struct app *app, int64_t id);
/* appeal.change with what is registered filled in. */
void appeal_change_open(struct app *app, int64_t id);
/* F11: how the limit for our evidence was counted. */
void appeal_why(struct app *app, int64_t id);
/* The same for one not yet registered; `called`: the appeal in words. */
void appeal_explain(struct app *app, const struct appeal *x, const char *called);

#define APPEAL_VERBS {.name = "appeal.change", .run = act_change}, {.name = "appeal.result"}, {.name = "appeal.void"}

#endif
