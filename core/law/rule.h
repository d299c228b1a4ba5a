/* rule.h — the deadline of a catalogue element: when must this information be out?
 *
 * A deadline belongs to an element, not an item (item 24 has two). The kinds, as codes:
 *
 *	WD(20)         20 working days after the information was formed or changed (条例 26)
 *	CD(20)         20 calendar days; a last day that is not worked rolls to the next working day (民法典 203)
 *	FIX(01-31)     a fixed date every year; it does not roll. `target` is the last working day before
 *	ASAP-U ASAP-P  及时更新 / 及时发布: no number. An office standard in working days, capped at 20 once a date is known
 *	BEFORE(7,cd)   at the latest so many days before an event (拍卖法 45: 7 calendar days); wd for working days
 *	EXT            another rule decides: a typed date with its basis
 *
 * Pure: dates in, a date and its reason out. */
#ifndef LAW_RULE_H
#define LAW_RULE_H

#include "law/calendar.h"

enum rule_kind { RULE_WD, RULE_CD, RULE_FIX, RULE_ASAP_U, RULE_ASAP_P, RULE_BEFORE, RULE_EXT };
enum rule_unit { UNIT_WORKING, UNIT_CALENDAR };

struct rule {
	enum rule_kind kind;
	int n;               /* WD CD BEFORE */
	enum rule_unit unit; /* BEFORE */
	int month, day;      /* FIX */
};

enum { RULE_LEN = 24, RULE_CAP_WD = 20 };

/* The code, exactly as printed. ERR_INPUT. */
bool rule_parse(const char *code, struct rule *out, struct err *e) CHECKED;
char *rule_print(const struct rule *r, char buf[RULE_LEN]);
/* A time-limit text of a catalogue: 自信息形成或者变更之日起20个工作日内, 每年1月31日前, 依据实际情况及时更新 … Hanzi and full-width numbers too.
 * False, and EXT, when it says nothing that can be computed: the text itself is kept by the element. */
bool rule_read(const char *text, struct rule *out);
/* "形成或者变更之日起20个工作日内" … for lists. */
const char *rule_text(const struct rule *r, struct arena *a);

struct rule_facts {
	daynum formed;  /* 形成: 签发、成文、批复 or completion */
	daynum changed; /* 变更; DAY_NONE = never. Starts a new period */
	daynum event;   /* BEFORE: the auction, the start of purchasing */
	daynum typed;   /* EXT: the date another rule gives. With FIX: the year's date when it is not the next one */
	int asap_wd;    /* the office's standard for ASAP in working days; 0 = none */
};
extern const struct rule_facts RULE_NO_FACTS; /* all unknown */

struct rule_due {
	daynum start;     /* the day before day 1; DAY_NONE for EXT */
	daynum due;       /* DAY_NONE: nothing is due (a date is missing, or EXT without typed date) */
	daynum target;    /* the last working day not after `due` */
	bool capped;      /* ASAP: the date is the cap of 条例 26, not a rule of its own */
	bool provisional;
	int missing;      /* a year whose notice is missing; 0 */
	const char *why;  /* one line: "2026-09-21 形成，20个工作日（条例26）" */
};

void rule_due(const struct calendar *c, const struct rule *r, const struct rule_facts *f, struct arena *a, struct rule_due *out);
/* Plain periods, for `gwgk date` and the calculator: day 1 is the day after `start`. `roll` only matters for calendar days. */
daynum rule_period(const struct calendar *c, daynum start, int n, enum rule_unit unit, bool roll);

#endif
