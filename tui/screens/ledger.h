/* ledger.h — shows how a date was counted. */
#ifndef TUI_SCREENS_LEDGER_H
#define TUI_SCREENS_LEDGER_H

#include "law/ledger.h"
#include "tui/app.h"

/* The ledger is copied onto the screen; `title` too. */
void ledger_show(struct app *app, const char *title, const struct clock_ledger *book);

struct ledger_part {
	const char *title;
	struct clock_ledger book;
};
/* Several on one screen, one under the other; the first one's title is the screen's. */
void ledger_show_parts(struct app *app, const struct ledger_part *parts, size_t n);
/* What only start and end are known of, counted out. False: no count of such days ends there. */
bool ledger_between(const struct calendar *c, daynum start, daynum due, bool calendar_days, struct arena *a, struct clock_ledger *out);

#endif
