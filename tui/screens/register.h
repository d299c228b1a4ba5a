/* register.h — what the screens of registers (台账) share. */
#ifndef TUI_SCREENS_REGISTER_H
#define TUI_SCREENS_REGISTER_H

#include "office/register_entry.h"
#include "tui/job.h"
#include "tui/list.h"

/* The rows of one register; arg.text is its name. */
extern const struct screen_type register_screen;

/* Printing and exporting what a register shows: `gwgk register show|print` runs beside the desk. Zeroed is ready. */
struct register_out {
	struct job job;
	struct arena arena;
	struct screen *screen;
	const char *name, *label; /* of the register */
	char from[DAY_ISO], to[DAY_ISO];
	const char *text;   /* the filter line; NULL */
	const char *format; /* chosen: xlsx csv pdf */
};
/* F8: asks where to, then runs. */
void register_out_choose(struct register_out *o, struct screen *s, const struct register_kind *k, const struct register_filter *f);
void register_out_event(struct register_out *o, const struct event *ev);
void register_out_close(struct register_out *o);

#endif
