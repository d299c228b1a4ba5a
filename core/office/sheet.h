/* sheet.h — papers that stay in the office, filled from its data without a typed line: today's list, registration and approval sheets, the
 * file's index and cover, envelopes and labels. They have no number and are not issued; blank ones are forms to write on by hand. */
#ifndef OFFICE_SHEET_H
#define OFFICE_SHEET_H

#include "office/case_table.h"
#include "office/letter.h"

struct sheet {
	const char *kind;
	int64_t matter_id;        /* INT_NONE: not about one case */
	bool blank;               /* every empty place is a space to write in */
	daynum on;                /* DAY_NONE = today */
	size_t nslots, ntables;
	const struct letter_slot *slots;   /* values the caller knows; a slot the template lacks is passed over */
	const struct case_table *tables;   /* lists the caller knows; those of a case are loaded by name */
};

/* ERR_INPUT naming what a sheet must not lack (an address on an envelope). */
bool sheet_make(struct office *o, const struct sheet *what, struct arena *a, struct doc **out, struct err *e) CHECKED;

/* One kind a row, as today's law has it: every template without a number, forms for the public first. */
struct sheet_kind {
	const char *kind, *name;
	bool of_case;   /* it may be filled from one or more cases; a blank one can be had of every kind */
	bool of_office; /* it gathers from the whole office by itself */
	int copies;
};
bool sheet_kinds(struct office *o, struct arena *a, struct sheet_kind **out, size_t *n, struct err *e) CHECKED;

/* Today's desk: exactly the sections of office/agenda.h that have rows. */
bool sheet_today(struct office *o, struct arena *a, struct doc **out, struct err *e) CHECKED;
/* The values of an envelope that goes to somebody else than the applicant: a third party or agency of the case, or an office of the directory.
 * Of two with that name the one with an address. ERR_MISSING: neither knows it. */
enum { SHEET_PARTY_SLOTS = 5 };
bool sheet_party(struct office *o, int64_t matter_id, const char *name, struct arena *a, struct letter_slot out[SHEET_PARTY_SLOTS],
	struct err *e) CHECKED;
/* One label for each case, two beside one another; ERR_RULE naming every case whose applicant has no address. */
bool sheet_labels(struct office *o, const int64_t *matters, size_t n, struct arena *a, struct doc **out, struct err *e) CHECKED;
/* What was published from the first day to the last, for the archive and the library (条例25). */
bool sheet_transfer(struct office *o, daynum from, daynum to, const char *body, struct arena *a, struct doc **out, struct err *e) CHECKED;

#endif
