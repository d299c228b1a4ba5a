/* letter_slots.h — the slots of a letter that a clerk types, as a record made from its template, and the form that fills it. */
#ifndef TUI_SCREENS_LETTER_SLOTS_H
#define TUI_SCREENS_LETTER_SLOTS_H

#include "office/letter_view.h"
#include "tui/app.h"

enum { LETTER_SLOTS = 40 };
struct letter_slot_values {
	daynum on; /* the letter's date */
	daynum day[LETTER_SLOTS];
	const char *text[LETTER_SLOTS];
};
struct letter_slots {
	struct arena *arena;
	const char *title;
	size_t n;                              /* slots; fields[0] is the date */
	struct field fields[LETTER_SLOTS + 2];
	struct record_type type;
	struct letter_slot_values values;
};

/* The typed slots of the template and whatever else is lacking. Everything lives in the arena. */
void letter_slots_make(struct letter_slots *s, const struct template *t, const struct letter_defects *lacking, struct arena *a);
/* Begins with what the case says already. */
void letter_slots_begin(struct letter_slots *s, const struct letter_slot *known, size_t n, const struct input *in);
/* What was typed, for letter.issue. */
struct record_list letter_slots_typed(const struct letter_slots *s, struct arena *a);
/* result.done: the values were taken. */
void letter_slots_open(struct app *app, struct letter_slots *slots, const char *kind, int64_t matter_id, struct then then);

#endif
