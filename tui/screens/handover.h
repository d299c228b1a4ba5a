/* handover.h — one person's work to another: the form, then the list of what would move, then it is done. */
#ifndef TUI_SCREENS_HANDOVER_H
#define TUI_SCREENS_HANDOVER_H

#include "tui/app.h"

/* noun: "operator" or "person"; from: login or name, NULL: to be typed. */
void handover_open(struct app *app, const char *noun, const char *from);

#endif
