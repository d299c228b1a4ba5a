/* choice.h — lists of values that depend on the office: what `field.source` of a record names (F4 in a form).
 *
 * unit person body: the directory, those no longer there left out · item: the catalogue in force · element: of one item · outcome, ground,
 * disclose_basis: what the rule set knows (law.md §7.4, §9) · role operator. A FIELD_TEXT is given the name to type, a FIELD_ID or FIELD_INT the number. */
#ifndef OFFICE_CHOICE_H
#define OFFICE_CHOICE_H

#include "base/record.h"
#include "office/office.h"

struct choice_row {
	const char *code, *label, *note; /* code: as stored; note: what tells it from others: unit, telephone, group; NULL */
};
struct choice_rows {
	size_t n;
	struct choice_row *rows;
};

/* What a list hangs on. */
struct choice_about {
	int64_t item;        /* the catalogue number whose elements are meant; else INT_NONE */
	const char *ruleset; /* of the case; NULL = today's */
};
/* ERR_MISSING for a source nobody knows. */
bool choices_of(struct office *o, const struct field *f, const struct choice_about *about, struct arena *a, struct choice_rows *out,
	struct err *e) CHECKED;
/* “x”, which was typed into that field of a case under `ruleset`, is none of its source: ERR_INPUT that lists what there is. */
bool choice_unknown(struct office *o, const struct field *f, const char *ruleset, const char *typed, struct arena *a, struct err *e);

#endif
