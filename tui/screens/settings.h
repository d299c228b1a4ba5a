/* settings.h — the office's settings on the screen. */
#ifndef TUI_SCREENS_SETTINGS_H
#define TUI_SCREENS_SETTINGS_H

#include "tui/app.h"

/* How many settings that letters print are empty today. */
size_t settings_wanting(struct app *app);
/* Opens the settings at the first start of an office whose letters cannot be issued yet, for an operator who may fill them in. */
void settings_first_start(struct app *app);

#endif
