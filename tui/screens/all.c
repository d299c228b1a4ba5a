/* Every screen of the desk, in the order of its menu. A new screen adds a line here and a file beside it. */
#include "tui/screen.h"

extern const struct screen_type desk_screen, calendar_screen, due_screen;

const struct screen_type *const screen_types[] = {
	&desk_screen,
	&calendar_screen,
	&due_screen,
	NULL,
};
