/* audit.h — the audit log: one line a command, chained by hashes, with a digest of every record it left behind.
 *
 * Written only by verb_do(). hash = SHA-256 over the named, length-prefixed fields of the line, then table, row, version and digest of
 * each changed record, then table, row, field and commitment of each changed value, then the hash before. Values are committed
 * to with a salt: erasing personal data drops value and salt and leaves the chain intact. The head (seq and hash) belongs
 * outside the file too: printed, and sent to syslog by `gwgk audit head`. */
#ifndef OFFICE_AUDIT_H
#define OFFICE_AUDIT_H

#include "office/office.h"
#include "office/verb.h"

struct audit_line {
	int64_t seq, operator_id, os_uid, subject_id;
	const char *at, *as_of, *verb, *subject, *outcome, *result;
	const unsigned char *cmd, *args_hash; /* CMD_ID_LEN, HASH_LEN */
};

/* Marks a field of a record as erased by the verb that runs: all its old and new values in the log become tombstones. */
struct audit_erasure {
	const char *table, *field;
	int64_t row_id;
	struct audit_erasure *next;
};
void audit_erase(struct verb_call *call, const char *table, int64_t row_id, const char *field);

/* Inside a write transaction: appends the line with the changes of the transaction. Fills line->seq. */
bool audit_append(struct office *o, struct audit_line *line, const struct audit_erasure *erased, struct arena *a, struct err *e) CHECKED;

struct audit_head {
	int64_t seq; /* 0: empty */
	unsigned char hash[HASH_LEN];
};
bool audit_head(struct store *s, struct audit_head *out, struct err *e) CHECKED;
/* "17:3fa94c…": seq and the first 16 digits, as printed and as --head takes it (16 to 64 digits). */
const char *audit_head_text(const struct audit_head *h, struct arena *a);

struct audit_fault {
	int64_t seq;        /* INT_NONE: no line, a record */
	const char *table;  /* NULL: the line itself */
	int64_t row_id;
	const char *text;   /* what is wrong, in the clerk's words */
};
enum { AUDIT_FAULTS = 20 };
/* Recomputes chain, values and row digests. True when it ran; *n faults, the first AUDIT_FAULTS of them in *faults. `head` may be NULL:
 * "SEQ:HASH" known from outside. */
bool audit_verify(struct store *s, const char *head, struct arena *a, struct audit_fault **faults, size_t *n, struct err *e) CHECKED;

#endif
