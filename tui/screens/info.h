/* info.h — what the screens of information share. */
#ifndef TUI_SCREENS_INFO_H
#define TUI_SCREENS_INFO_H

#include "office/info.h"
#include "tui/list.h"

extern const struct screen_type info_screen;
/* The form that registers; `item` is filled in unless INT_NONE. */
void info_form_open(struct app *app, int64_t item);
/* F11: how the due date was counted, or one line why there is none. */
void info_why(struct app *app, int64_t row);
/* One row of a list: number, title, unit, due, countdown, state. */
void info_row(struct app *app, const struct info *i, struct arena *a, struct list_row *row);

#endif
