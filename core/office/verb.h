/* verb.h — every change a clerk can make, declared once.
 *
 * A `struct verb` is a table row: its name (`request.extend` is at once the audit verb, the capability, the action of a
 * screen and `gwgk request extend`), label, arguments as a record_type, can() and run(). The command line's options, the
 * default form, the palette with its reason why not, help, `gwgk doc` and the capability lint read the row.
 *
 * verb_do() runs one: capability check, turnstile + one BEGIN IMMEDIATE, run(), one audit line with the changed rows, COMMIT.
 * run() works through named queries and static helpers; calling verb_do() inside run() is a BUG(). RULE and DENIED
 * refusals are audited (`outcome='refused'`) in a second short transaction; INPUT refusals write nothing.
 *
 * verb_do() checks args with record_check() first (REQUIRED fields in play are known): a changing verb whose caller gives only some
 * fields loads the others before. `call->result` must be set by run(). Under --today the line carries `as_of`; over SSH such a write is
 * refused unless the office's purpose is demo or test.
 *
 * A command has an id, made when its form opens (CLI `--cmd`, else fresh): the same id with the same arguments returns the
 * stored result, with other arguments ERR_CONFLICT. */
#ifndef OFFICE_VERB_H
#define OFFICE_VERB_H

#include "base/record.h"
#include "office/office.h"

enum { CMD_ID_LEN = 16 };

struct merge; /* office/merge.h */

struct verb_call {
	struct office *office;
	const struct verb *verb;
	int64_t subject_id; /* row the verb acts on; INT_NONE for a creating verb until run() sets it */
	void *args;         /* struct of verb->args; run() may complete it */
	struct arena *arena;
	const char *result; /* set by run(): one line shown to the clerk and stored: "已登记，编号 2026-0017" */
	const char *warning; /* set by run(), may be NULL: done, but the clerk should know */
	bool replayed;       /* set by verb_do(): this command id was done before; subject_id and result are those of that time */
	struct audit_erasure *erased; /* office/audit.h */
};

struct verb {
	const char *name, *label;
	const char *subject;             /* noun whose id it takes: "request" "info" …; NULL for none */
	const struct record_type *args;  /* NULL for none */
	const char *capability;          /* NULL = name; "" = needs none (init only) */
	/* The unit a subject belongs to (INT_NONE: none), for capabilities of scope `unit`. NULL: only a grant for the whole office
	 * admits to this verb. For a creating verb subject_id is INT_NONE and args are at hand. */
	int64_t (*unit)(const struct verb_call *call);
	/* Before the transaction: completes the arguments from outside the office file (measures a paper). NULL = nothing. */
	bool (*before)(struct verb_call *call, struct err *e);
	/* May it be done to this subject now? Reads only. The reason is shown dim in menus. NULL = always. */
	bool (*can)(struct office *o, int64_t subject_id, struct err *why);
	bool (*run)(struct verb_call *call, struct err *e);
	/* Begins a form with what the record says already: the one third party that has not answered. NULL: empty. `args` is cleared. */
	void (*suggest)(struct office *o, int64_t subject_id, void *args, struct arena *a);
	/* After the commit, outside the transaction: reads only, may add to call->warning. Not when the command was done before. NULL = nothing. */
	void (*after)(struct verb_call *call);
	/* The question before an act that takes no arguments: what it will do to this subject. NULL: that it goes into the log. */
	const char *(*asks)(struct office *o, int64_t subject_id, struct arena *a);
	bool creates;                    /* makes the subject */
	bool leaves_office;              /* printed, sent, published: no undo afterwards */
	/* For a changing verb whose record has a field `version`: how args and what is stored now differ, field by field. */
	bool (*merge)(struct office *o, int64_t subject_id, const void *args, struct arena *a, struct merge *out, struct err *e);
};

bool verb_do(struct verb_call *call, const unsigned char cmd[CMD_ID_LEN], struct err *e) CHECKED;
/* Fresh command id. */
void cmd_id_new(struct desk *desk, unsigned char cmd[CMD_ID_LEN]);
/* Permission and can() without doing: for menus. args may be NULL. */
bool verb_can(struct office *o, const struct verb *v, int64_t subject_id, struct err *why);

/* All verbs of the desk, each noun's table in turn; ends with NULL. */
extern const struct verb *const *const verb_tables[];
const struct verb *verb_find(const char *name);

#endif
