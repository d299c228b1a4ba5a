/* letter.h — what the screens of letters share. */
#ifndef TUI_SCREENS_LETTER_H
#define TUI_SCREENS_LETTER_H

#include "office/letter.h"
#include "tui/app.h"

extern const struct screen_type letter_screen, letters_screen;

/* A letter that is not issued yet: shown as it would be. Copied. */
struct letter_draft {
	int64_t matter_id;
	const char *kind;
};
void letter_draft_open(struct app *app, int64_t matter_id, const char *kind);
/* F8 of a case: choose which letter; those issued already open as they are. */
void letter_choose(struct app *app, int64_t matter_id);
/* The receipt of a case at once (the confirmation while nothing is received): the one issued, else the preview. */
void letter_receipt(struct app *app, int64_t matter_id);

#endif
