/* register_entry.h — the registers an office writes by hand, each entry a record with a number of its own:
 *
 *	complaints  T2026-0001  投诉举报 (条例47、51)            calls     D2026-0001  值班、电话咨询 (首问负责)
 *	exchanges   J2026-0001  公众交流活动 (每年至少1—2次)      opinions  Y2026-0001  舆情回应
 *	mail        S2026-0001  收件登记: every envelope, those too that came to the wrong section
 *
 * An entry is a struct register_row; its register's record_type is at once what is shown, what is typed and the argument of the verb
 * that adds it (`complaint.add`, `call.add` …). An entry is open until it is closed; an open one may be changed, a closed one reopened
 * first. Nothing is deleted: a wrong one is voided with a reason, and that can be taken back. */
#ifndef OFFICE_REGISTER_ENTRY_H
#define OFFICE_REGISTER_ENTRY_H

#include "office/register.h"

struct register_change {
	struct register_row now; /* first: the fields' offsets are the register's */
	const char *reason;
};
struct register_reason {
	const char *reason;
};
extern const struct record_type register_reason_type;
extern const struct choice register_entry_states[]; /* open closed void */
/* For one list of entries of several registers: which register, the codes of all of them. */
extern const struct choice register_entry_registers[], register_entry_kinds[], register_entry_results[];

/* One register of this kind with its verbs. */
struct register_book {
	const char *name;    /* as in register_kinds */
	char letter;         /* of its numbers */
	const struct verb *add, *change, *close;
};
extern const struct register_book register_books[]; /* ends with a NULL name */
extern const struct verb register_void, register_reopen; /* of any entry */

/* By the register's name; NULL: it is a reading. */
const struct register_book *register_book(const char *name);
/* "T2026-0001", also T2026-1 and full-width. ERR_MISSING. */
bool register_entry_find(struct office *o, const char *number, int64_t *id, struct err *e) CHECKED;
bool register_entry_load(struct office *o, int64_t id, struct arena *a, struct register_row *out, const struct register_book **book,
	struct err *e) CHECKED;

extern const struct verb *const register_entry_verbs[];

#endif
