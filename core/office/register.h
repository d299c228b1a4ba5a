/* register.h — 台账: every book an office for disclosure is asked for (law.md §13.1; 条例18, 45, 47, 51).
 *
 * Most registers are readings: one query over what the desk holds anyway, completed by the engine (limits, working days used, late or
 * not), never stored a second time. Some hold entries of their own (office/register_entry.h): complaints, calls, exchanges with the
 * public, replies to public opinion, incoming mail.
 *
 * A register is a record_type: its fields are the columns of CSV, JSON and spreadsheet in their order; those with a width stand on a
 * screen and in the text table too. Rows are oldest first. Personal data is masked by whoever writes the rows out (record_masked). */
#ifndef OFFICE_REGISTER_H
#define OFFICE_REGISTER_H

#include "base/encoding.h"
#include "office/verb.h"

/* One struct serves all registers: a register's record_type names the members it shows. */
struct register_row {
	int64_t row, matter_id, info_id, version; /* the row itself; the case or the information it belongs to, INT_NONE */
	const char *id, *kind, *kind_name, *channel, *case_number, *applicant_kind, *name, *id_kind, *id_number, *phone, *email, *address;
	const char *title, *content, *unit, *person, *state, *status, *ruleset, *outcome, *outcome_name, *redecided, *redecided_name, *redecided_letter, *ground, *letter, *approved_by;
	const char *approval_ref, *extension_by, *method, *carrier, *waybill, *signer, *server, *archive, *retention, *seal, *sealed_by, *appeals, *body, *file_number, *procedure;
	const char *answer, *reasons, *result, *note, *place, *evidence, *index_number, *document_number, *disposition, *step, *origin;
	const char *replaces, *void_reason, *time, *handling, *badge;
	daynum registered_on, arrived, signed_on, confirmed, received, on, due, until, assigned_on, replied_on, formed;
	daynum clarify_sent, clarified, consult_sent, consult_reached, consult_answered, extended_on, approved_on, decided_on, reopened_on, redecided_on;
	daynum delivered_on, served_on, filed_on, closed_on, paid_on, reached, evidence_due, result_on, voided_on, handed_on, sealed_on;
	int64_t days, used, left, quantity, amount, waived, copies, sealed, spoilt, pages, item, serial, before;
	int8_t overdue, provisional;
	/* of the statistics */
	int64_t count, done, late, extended, clarifications, consulted, charged;
	const char *used_average, *extended_share, *clarified_share;
};

struct register_filter {
	daynum from, to;     /* DAY_NONE: open */
	int64_t unit_id;     /* INT_NONE: all */
	const char *person;  /* name or login of who handled or signed it; NULL */
	const char *text;    /* words found in the masked row, ANDed; NULL */
};
extern const struct register_filter REGISTER_ALL; /* everything unknown */

/* year last_year month last_month all: the days they stand for; false for any other word. */
bool register_period(const char *word, daynum today, daynum *from, daynum *to);

struct register_rows {
	size_t n;
	struct register_row *rows;
};

struct register_read; /* office/register_private.h */
struct register_kind {
	const char *name, *label, *article; /* identifier; what a clerk calls it; why it is kept */
	const char *period;                 /* what --from and --to mean */
	const struct query *query;          /* common parameters from, to, unit, person */
	const struct record_type *type;     /* of struct register_row */
	bool (*derive)(struct register_read *r, struct register_row *row, struct err *e); /* what follows from the stored; NULL */
	bool own;                           /* holds entries of its own */
	/* Instead of a query: made from other registers. NULL */
	bool (*load)(struct office *o, const struct register_filter *f, struct arena *a, struct register_rows *out, struct err *e);
};
extern const struct register_kind register_kinds[]; /* ends with a NULL name */

/* By its name or its label, or the beginning of one that fits no other. ERR_MISSING names them all. */
const struct register_kind *register_find(const char *name, struct err *e);

bool register_load(struct office *o, const struct register_kind *k, const struct register_filter *f, struct arena *a, struct register_rows *out,
	struct err *e) CHECKED;

/* The row as people read it, masked, as one text to search in; are all these words in it, and none that begins with a minus? */
const char *register_key(const struct register_kind *k, const struct register_row *row, struct arena *a);
bool register_holds(const char *key, const char *words);

/* How many rows each register has, in the order of register_kinds; all of them, no filter. INT_NONE: not counted before it is asked for. */
enum { REGISTERS_MAX = 32 };
bool register_counts(struct office *o, int64_t counts[REGISTERS_MAX], struct err *e) CHECKED;

/* The register as a table of text: a line of labels, then the rows as people read them; parted by tabs, for a spreadsheet.
 * `unmasked`: personal data as it is — only after personal_show() was done. */
const char *register_tsv(const struct register_kind *k, const struct register_rows *rows, bool unmasked, struct arena *a);
/* The same into FILE.xlsx or FILE.csv (`to`: of the CSV), whole or not at all. Outside a transaction: it may spawn. */
bool register_file(const struct register_kind *k, const struct register_rows *rows, bool unmasked, enum charset to,
	const char *path, struct err *e) CHECKED;

struct doc;
/* The same on paper, masked: a cover (register_cover) and a table of the columns that stand on a screen. */
bool register_paper(struct office *o, const struct register_kind *k, const struct register_filter *f, const struct register_rows *rows, struct arena *a,
	struct doc *out[2], struct err *e) CHECKED;

/* personal.show: somebody with the power to looks at, or takes away, rows whose personal data is not masked; the log says who, what, how
 * many rows and why. */
struct personal_show {
	const char *what, *reason;
	int64_t rows;
};
extern const struct record_type personal_show_type;
extern const struct verb personal_show;

extern const struct verb *const register_verbs[];

#endif
