/* ledger.h — shows how a date was counted. */
#ifndef TUI_SCREENS_LEDGER_H
#define TUI_SCREENS_LEDGER_H

#include "law/ledger.h"
#include "tui/app.h"

/* The ledger is copied onto the screen; `title` too. */
void ledger_show(struct app *app, const char *title, const struct clock_ledger *book);

#endif
