/* backup.h — a copy that counts, the way back, and the check of the live file.
 *
 * A backup that was not opened and verified does not count: the copy is made beside its name, reopened read-only, its
 * integrity, foreign keys, chain and row digests are checked against the audit head taken before the start, it is synced, and
 * only then it gets its name. */
#ifndef OFFICE_BACKUP_H
#define OFFICE_BACKUP_H

#include "office/audit.h"
#include "office/office.h"

/* Who may make one: a copy holds every applicant's papers unmasked. It is no verb, for it writes nothing: a copy can be made of a full disk. */
#define OFFICE_BACKUP "office.backup"

struct backup_report {
	const char *path;
	int64_t size, lines; /* bytes; lines of the audit log */
	const char *head;    /* "SEQ:HASH" of the copy: keep it outside */
	const char *kept;    /* of a restore: where the former content lies; NULL = there was none */
	const char *other;   /* of a restore: the name of another office whose file it was; NULL = the same one */
};
/* ERR_RULE where `to` exists, ERR_MISSING where its folder does not (but a folder `backup` is made). A live file that fails its proof gives no backup: ERR_SYSTEM, the copy is left as TO.unverified. */
bool office_backup(struct office *o, const char *to, struct arena *a, struct backup_report *out, struct err *e) CHECKED;

/* Brings a backup back into `path`. The backup is verified, copied beside, gets its audit line and epoch + 1 there, and then becomes
 * the content of the live file in one transaction; what the live file held is kept as PATH.before-restore-N. One that was cut off is simply
 * done again, and then keeps it as -N-2. Where `path` does not exist the copy takes its place. Needs the capability office.restore in the live office. */
bool office_restore(const char *path, const char *from, const char *as, struct desk *desk, struct arena *a, struct backup_report *out,
	struct err *e) CHECKED;

struct check_line {
	bool ok, warning; /* a warning does not fail the check */
	const char *name, *text;
};
struct check_report {
	size_t n, faults;
	struct check_line *lines;
	struct arena *arena;
};
void check_add(struct check_report *r, bool ok, const char *name, const char *text);
/* Integrity, foreign keys, chain, row digests, the library, and what each noun's owner adds in check.c (cached dates = engine). */
bool office_check(struct office *o, struct arena *a, struct check_report *out, struct err *e) CHECKED;

#endif
