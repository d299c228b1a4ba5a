/* agenda.h — today: what the desk has to do, in the order in which it should be read.
 *
 * A case that waits for the applicant or a third party, or was extended, is never overdue. A section's count is the length of its list. */
#ifndef OFFICE_AGENDA_H
#define OFFICE_AGENDA_H

#include "law/badge.h"
#include "office/office.h"

struct agenda_row {
	const char *kind;  /* request info correction task item register */
	const char *id;    /* as the command line takes it */
	const char *title, *state;
	daynum due;
	bool provisional;
	struct badge badge; /* BADGE_NONE without a date */
	int step;           /* of the office's reminders that is reached: so many working days before; -1 = none */
};

struct agenda_section {
	const char *key, *title;
	size_t n, cap;
	struct agenda_row *rows;
};

enum { AGENDA_SECTIONS = 16 };

struct agenda {
	daynum date;
	bool working;
	const char *reason; /* 工作日, 休息·春节 … */
	struct agenda_section sections[AGENDA_SECTIONS];
};

/* Key and title of the i-th section, without computing anything. */
const char *agenda_key(size_t i);
const char *agenda_title(size_t i);
/* As of the office's day, in the arena. */
bool agenda_load(struct office *o, struct arena *a, struct agenda *out, struct err *e) CHECKED;

#endif
