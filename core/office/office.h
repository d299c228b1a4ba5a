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
	const char *login, *operator_name;
	int64_t unit_id;             /* of the operator, for unit-scoped capabilities */
	int64_t os_uid;
	bool over_ssh;
	struct arena arena;          /* lives as long as the office */
};

/* `as`: operator login from --as, NULL = the OS user. ERR_DENIED for an unknown or disabled operator. */
bool office_open(const char *path, const char *as, struct desk *desk, struct office **out, struct err *e) CHECKED;
void office_close(struct office *o);
bool office_refresh(struct office *o, struct err *e) CHECKED;
/* May the operator? `unit_id` INT_NONE asks for the whole office. ERR_DENIED says which role would be needed. */
bool office_may(struct office *o, const char *capability, int64_t unit_id, struct err *e);
/* The table of readings (base/pinyin.h), loaded at first use. */
const struct pinyin *office_pinyin(struct office *o);
/* The `struct input` of this office: today and its calendar. */
struct input office_input(const struct office *o);

#endif
