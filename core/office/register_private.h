/* register_private.h — inside core/office/register*.c: what a register adds to a row that its query has read. */
#ifndef OFFICE_REGISTER_PRIVATE_H
#define OFFICE_REGISTER_PRIVATE_H

#include "office/register.h"

/* One reading of a register. */
struct register_read {
	struct office *office;
	struct arena *arena; /* of the rows */
};
extern const struct register_row REGISTER_ROW_NONE; /* every member unknown */

bool register_derive_case(struct register_read *r, struct register_row *row, struct err *e) CHECKED;    /* clocks of the case, outcome in words */
bool register_derive_outcome(struct register_read *r, struct register_row *row, struct err *e) CHECKED; /* outcome in words */
bool register_derive_late(struct register_read *r, struct register_row *row, struct err *e) CHECKED;    /* done, or not, after `due` */
bool register_derive_letter(struct register_read *r, struct register_row *row, struct err *e) CHECKED;  /* holes in the numbers */
bool register_derive_yearly(struct register_read *r, struct register_row *row, struct err *e) CHECKED;  /* 条例18: next look a year after the last */

/* Registers made from other registers. */
bool register_load_statistics(struct office *o, const struct register_filter *f, struct arena *a, struct register_rows *out, struct err *e) CHECKED;
bool register_load_selfcheck(struct office *o, const struct register_filter *f, struct arena *a, struct register_rows *out, struct err *e) CHECKED;

/* Registers written by hand (office/register_entry.h): their fields and what their verbs share. */
extern const struct record_type register_complaints_type, register_calls_type, register_exchanges_type, register_opinions_type, register_mail_type;
bool register_can_change(struct office *o, int64_t id, struct err *why) CHECKED;
bool register_run_add(struct verb_call *call, struct err *e) CHECKED;
bool register_run_change(struct verb_call *call, struct err *e) CHECKED;
bool register_run_close(struct verb_call *call, struct err *e) CHECKED;

#endif
