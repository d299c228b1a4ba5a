/* clock.h — what time a case has: one engine for lists, letters, reports and reminders.
 *
 * Input: the rule set frozen on the case and its events in the order of their days, ties in the order of recording (tasks given before the
 * receipt may stand after it). Output: where the answer clock stands, and the other clocks that run beside it. Nothing here knows today or allocates, except
 * where `today` or an arena is an argument. Events that make no sense where they stand are passed over: law/procedure.h refuses them
 * before they are written.
 *
 *	received            day 0; day 1 is the next working day
 *	clarify_sent        the clock stops until clarified (restart: the whole period anew) or lapsed
 *	consult/coagency    the time from sent to answered, or to the limit of its sub-clock, is not counted; overlaps are merged
 *	extended            more working days, in the period that runs
 *	delayed             条例35: the answer is due on `until`
 *	fee_notified        the clock stops; paid: the whole period anew from the next day
 *	answered            the answer left (posting day, signature): the answer clock ends. A decision not yet sent does not end it
 *	reopened            a court or a review orders a new answer: `days` working days or `until`
 *
 * Invariant: running ⇒ a due date; stopped ⇒ a counter-clock runs (clarify_reply or fee_payment). */
#ifndef LAW_CLOCK_H
#define LAW_CLOCK_H

#include "law/ruleset.h"

enum clock_event_kind {
	EV_NONE,
	EV_RECEIVED,         /* starts the answer clock */
	EV_CORRECTION,       /* received, for a correction (条例41): the internal target */
	EV_CLARIFY_SENT,     /* until: 补正期限; DAY_NONE = the rule set's default */
	EV_CLARIFIED,        /* the corrected request came in */
	EV_LAPSED,           /* not clarified, or not paid: the office closes the case */
	EV_CONSULT_SENT,     /* third party; span ties its events together */
	EV_CONSULT_REACHED,  /* its receipt: starts its 15 days */
	EV_CONSULT_ANSWERED,
	EV_COAGENCY_SENT,
	EV_COAGENCY_REACHED,
	EV_COAGENCY_ANSWERED,
	EV_EXTENDED,         /* days */
	EV_REASONS_ASKED,    /* 条例35: no effect on the clock */
	EV_DELAYED,          /* until */
	EV_FEE_NOTIFIED,     /* the applicant got the notice; until: pay by, DAY_NONE = the rule set's */
	EV_FEE_PAID,         /* in full */
	EV_TASK_GIVEN,       /* a unit's internal limit: until; span */
	EV_TASK_DONE,
	EV_EVIDENCE_ASKED,   /* review or court: days, or until; calendar_days for a court; span */
	EV_EVIDENCE_FILED,
	EV_ANSWERED,         /* the answer left: stops the answer clock */
	EV_CLOSED,           /* withdrawn, transferred, merged, void: nothing runs any more */
	EV_REOPENED,
	EV_KINDS
};

struct clock_event {
	enum clock_event_kind kind;
	daynum day;
	daynum until;       /* DAY_NONE = none */
	int days;           /* working days unless calendar_days; 0 = none */
	int span;           /* consultation, agency, task: the same number in all its events */
	bool calendar_days; /* EV_EVIDENCE_ASKED */
	const char *name;   /* whom it concerns, for the ledger; may be NULL */
};
extern const struct clock_event CLOCK_NO_EVENT; /* EV_NONE, days unknown */

/* As the table `event` stores it: "received" "clarify_sent" … */
const char *clock_event_name(enum clock_event_kind kind);
bool clock_event_parse(const char *name, enum clock_event_kind *out);
const char *clock_event_label(enum clock_event_kind kind); /* 收到 发出补正告知书 … */
/* The article that gives the event its effect under that rule set; NULL where there is none. */
const char *clock_event_article(const struct ruleset *r, enum clock_event_kind kind);

enum clock_key {
	CLOCK_ANSWER, CLOCK_CLARIFY_NOTICE, CLOCK_CLARIFY_REPLY, CLOCK_THIRD_PARTY, CLOCK_COAGENCY, CLOCK_FEE_PAYMENT, CLOCK_TASK,
	CLOCK_CORRECTION, CLOCK_EVIDENCE, CLOCK_KEYS
};
const char *clock_key_name(enum clock_key key);  /* "answer" … */
const char *clock_key_label(enum clock_key key); /* 答复期限 … */
const char *clock_key_article(const struct ruleset *r, enum clock_key key); /* NULL for none */

enum clock_state {
	CLOCK_IDLE,    /* not received yet */
	CLOCK_RUNNING,
	CLOCK_STOPPED, /* the applicant must clarify or pay */
	CLOCK_DONE
};

struct clock {
	enum clock_state state;
	enum clock_key key;     /* CLOCK_ANSWER or CLOCK_CORRECTION */
	daynum received;        /* first receipt */
	daynum start;           /* day 0 of the period that counts now: received, clarified, paid, reopened */
	int limit;              /* working days of that period, extension included */
	int extended;           /* days of extension in it */
	int extensions, clarifications; /* used so far (extensions as ruleset.extension_spent reads it) */
	daynum due;             /* RUNNING. DONE: as it stood on `done`, DAY_NONE when the clock was stopped then */
	daynum delayed;         /* 条例35 date in force; DAY_NONE */
	daynum stopped;         /* STOPPED: since */
	int left;               /* STOPPED: working days that were left */
	daynum projected;       /* STOPPED: the date if clarified or paid on the last day of the counter-clock */
	enum clock_key counter; /* STOPPED: which one runs */
	daynum counter_due;
	daynum done;            /* DONE: day of the answer or close */
	bool answered;          /* DONE by an answer, not otherwise */
	bool late;              /* DONE: answered after due */
	bool moving;            /* a consultation is open: `due` may still move later, never earlier */
	int excluded;           /* working days not counted in this period so far */
	bool provisional;
	int missing;            /* year of the missing notice; 0 */
};

/* Without a day: an open consultation counts as answered on the day it was sent, so that `due` is the earliest it can be. This is what
 * the index of deadlines holds. */
void clock_run(const struct calendar *c, const struct ruleset *r, const struct clock_event *ev, size_t n, struct clock *out);
/* As of today: an open consultation counts as answered today, or on the last day of its limit. This is what is shown. */
void clock_run_on(const struct calendar *c, const struct ruleset *r, const struct clock_event *ev, size_t n, daynum today, struct clock *out);

/* 条例33: an extension is told before the date it moves is over. The first that was told later, as the events stand now, with that date. */
bool clock_extension_late(const struct calendar *c, const struct ruleset *r, const struct clock_event *ev, size_t n, daynum *told, daynum *due);
/* Does the newest event of that kind and day move nothing, because the clock it is meant for stood still or had ended by then? Kinds that
 * never move it are not asked about: false. */
bool clock_event_lost(const struct calendar *c, const struct ruleset *r, const struct clock_event *ev, size_t n, enum clock_event_kind kind,
	daynum day);

/* Working days of the period that counts now that were used up to today, or to its end; while it waits for the applicant, up to the stop.
 * -1 before receipt. */
int clock_used(const struct calendar *c, const struct ruleset *r, const struct clock_event *ev, size_t n, daynum today);

/* Another clock of the case; the answer clock is the first. */
struct clock_sub {
	enum clock_key key;
	int span;            /* of its events; 0 */
	const char *name;    /* of its first event */
	daynum start, due;   /* due DAY_NONE: cannot be told yet (the third party has not got the letter) */
	bool running;        /* false: kept, answered, run out by itself, or overtaken by the end of the case */
	daynum ended;        /* DAY_NONE while running */
	bool provisional;
};
/* Writes up to `max` and returns how many there are; at most n + 2. clarify_notice ends by itself after its last day, as do third_party and
 * coagency (silence); the others stay running when they are late. */
size_t clock_subs(const struct calendar *c, const struct ruleset *r, const struct clock_event *ev, size_t n, daynum today,
	struct clock_sub *out, size_t max);

#endif
