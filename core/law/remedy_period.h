/* remedy_period.h — until when the applicant may go to review or to court: 60 days for review (行政复议法20), six months for a suit (行政诉讼法46;
 * three before 2015-05-01), 15 days for a suit after a review (45). Counted from the day after service; the last day rolls over a rest day
 * (民法典202、203). The terms follow the letter's date. These are the applicant's periods, not the office's: they hold up nothing here. */
#ifndef LAW_REMEDY_PERIOD_H
#define LAW_REMEDY_PERIOD_H

#include "law/outcome.h"

struct remedy_period {
	const char *key;   /* review suit suit_after_review */
	daynum from, until;
	bool provisional;  /* the last day may roll further: its year's notice is not there */
	const char *article;
};
enum { REMEDY_PERIODS = 3 };

/* What was told by a letter of that day and served on `served`. `partial`: a suit is open against what was given though review comes first for the
 * rest. `reviewed`: the day of the decision on review, DAY_NONE = none. Returns how many. */
size_t remedy_periods(const struct law *l, const struct calendar *c, enum remedy_class class, bool partial, daynum letter, daynum served, daynum reviewed,
	struct remedy_period out[REMEDY_PERIODS]);
const char *remedy_period_label(const char *key); /* 申请复议期限 … */

#endif
