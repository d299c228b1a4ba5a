/* template.h — the texts of letters: those that came with the program and those the office installed in their place.
 *
 * An installed template takes the place of the shipped one for letters from its 启用 date on. It must be of a kind the program knows,
 * for the same rule set, with the same class of remedy, and keep every line the shipped text locks (the words of the law). Issued letters
 * never change: their documents are frozen. */
#ifndef OFFICE_TEMPLATE_H
#define OFFICE_TEMPLATE_H

#include "office/verb.h"
#include "paper/template.h"

struct office_template {
	struct template *t;
	int64_t id;      /* INT_NONE: came with the program */
	int64_t version; /* 0: came with the program */
};

/* All in force, the shipped ones first. They live as long as the arena. */
bool templates_load(struct office *o, struct arena *a, struct office_template **out, size_t *n, struct err *e) CHECKED;
/* Every fault of a text that should be installed; returns their number. */
size_t template_faults(const char *text, struct arena *a, struct template_fault **out);

/* The letter a text makes of sample data; `slots` (of struct letter_slot) say which choices to show and what to put in instead. */
bool template_preview(const char *text, const struct record_list *slots, struct arena *a, struct doc **out, struct err *e) CHECKED;

struct template_args {
	const char *text;
};
extern const struct record_type TEMPLATE_ARGS;
extern const struct verb template_install, template_retire;

#endif
