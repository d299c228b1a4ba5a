/* form_private.h — between form.c (fields and values), formkeys.c, formdraft.c and formpaint.c only. */
#ifndef TUI_FORM_PRIVATE_H
#define TUI_FORM_PRIVATE_H

#include "tui/form.h"

struct form_item {
	struct form *form;
	const struct field *f;
	const struct record_type *type; /* the record that holds the field: the form's, or a nested one */
	void *rec;
	struct edit edit;
	const char *start; /* what stood there before a draft was laid over it */
	char error[160];  /* why what is typed cannot be taken; "" when it can */
	char warning[160];
	bool stale;       /* typed since it was last taken into the record */
};

bool form_visible(const struct form *f, size_t i);
struct form_item *form_focused(struct form *f);
/* Takes what is typed into the record; false leaves the reason in item->error. */
bool form_take(struct form *f, struct form_item *item);
/* Leaves the focused field: takes it, asks the screen, saves the draft. */
void form_left(struct form *f);
/* All choices of a field, fixed or from its source. */
bool form_values_of(struct form *f, const struct form_item *item, struct arena *a, struct form_values *out, struct err *e);
/* The label of a stored code; NULL when unknown. */
const char *form_label(struct form *f, const struct form_item *item, const char *code, struct arena *a);
void form_move(struct form *f, int step);
/* False: it could not be kept, and the message line says so. */
bool form_draft_save(struct form *f);
bool form_draft_load(struct form *f);
/* Throws away what was typed, here and in the draft: the form is as it was opened first. */
void form_discard(struct form *f);

#endif
