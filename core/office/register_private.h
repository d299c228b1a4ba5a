/* register_private.h — inside core/office/register*.c: what a register adds to a row that its query has read. */
#ifndef OFFICE_REGISTER_PRIVATE_H
#define OFFICE_REGISTER_PRIVATE_H

#include "office/letter.h"
#include "office/register.h"

/* One reading of a register. */
struct register_read {
	struct office *office;
	struct arena *arena;      /* of the rows */
	struct arena kinds_arena;
	struct letter_kinds kinds; /* loaded when first wanted */
};
extern const struct register_row REGISTER_ROW_NONE; /* every member unknown */

bool register_derive_case(struct register_read *r, struct register_row *row, struct err *e) CHECKED;    /* clocks of the case, outcome in words */
bool register_derive_outcome(struct register_read *r, struct register_row *row, struct err *e) CHECKED; /* outcome in words */
bool register_derive_late(struct register_read *r, struct register_row *row, struct err *e) CHECKED;    /* done, or not, after `due` */
bool register_derive_letter(struct register_read *r, struct register_row *row, struct err *e) CHECKED;  /* title of the kind, holes in the numbers */
bool register_derive_yearly(struct register_read *r, struct register_row *row, struct err *e) CHECKED;  /* 条例18: next look a year after the last */

#endif
