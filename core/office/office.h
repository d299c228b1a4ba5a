/* office.h — an open office: its file, the day, who sits at the desk, and the law's tables loaded from it. */
#ifndef OFFICE_OFFICE_H
#define OFFICE_OFFICE_H

#include "base/desk.h"
#include "base/pinyin.h"
#include "law/ruleset.h"
#include "store/store.h"

struct office {
	struct store *store;
	struct desk *desk;           /* borrowed */
	struct calendar *calendar;   /* owned; reloaded by office_refresh() when the audit head says it moved */
	struct law *law;             /* owned: rule sets, receipt rules, outcomes, fees (law_embedded, or the office's tables) */
	const struct pinyin *pinyin; /* owned; NULL until office_pinyin() */
	int64_t operator_id;         /* INT_NONE: nobody (read-only tools) */
	const char *login, *operator_name; /* "" for nobody */
	const char *name, *uuid, *purpose; /* of the office; purpose: live demo test */
	int64_t epoch;               /* raised by every restore */
	int64_t unit_id;             /* of the operator, for unit-scoped capabilities */
	int64_t os_uid;
	bool over_ssh;
	struct arena arena;          /* lives as long as the office */
	struct template **letters;   /* shipped ones, parsed when first wanted (office/template.h); in the arena */
	size_t nletters;
	struct arena tables;         /* of calendar and law; renewed by office_refresh() */
	int64_t seen;                /* audit head at the last refresh */
};

/* An office without a file yet, for office/init.c. */
struct office *office_new(struct desk *desk);
/* `as`: operator login from --as (only where the real uid owns the file); NULL = the OS user, under sudo the one who called it.
 * ERR_DENIED for an unknown or disabled operator; but the owner of the file may open it as nobody (backup, check, verify):
 * operator_id is then INT_NONE and every verb is denied. Missing rows of db/seed are inserted when the program is newer. */
bool office_open(const char *path, const char *as, struct desk *desk, struct office **out, struct err *e) CHECKED;
/* Nobody sits at the desk: for a file that is being restored. */
bool office_open_as_nobody(const char *path, struct desk *desk, struct office **out, struct err *e) CHECKED;
void office_close(struct office *o);
/* Reloads calendar and law if they moved; pointers into the old ones die. Call between events, never while one is in use. */
bool office_refresh(struct office *o, struct err *e) CHECKED;
/* Records the audit head: another clerk wrote something when it moves. Cheap; for a TICK. */
bool office_head(struct office *o, int64_t *seq, struct err *e) CHECKED;
/* Login of the person at the keyboard, in the arena. */
const char *office_os_login(struct arena *a);
/* May the operator? `unit_id` INT_NONE asks for the whole office. ERR_DENIED says which role would be needed. */
bool office_may(struct office *o, const char *capability, int64_t unit_id, struct err *e);
/* The table of readings (base/pinyin.h), loaded at first use. */
const struct pinyin *office_pinyin(struct office *o);
/* The `struct input` of this office: today and its calendar. */
struct input office_input(const struct office *o);

#endif
