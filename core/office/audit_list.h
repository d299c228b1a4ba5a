/* audit_list.h — reading the audit log: newest first, with old and new values. */
#ifndef OFFICE_AUDIT_LIST_H
#define OFFICE_AUDIT_LIST_H

#include "office/audit.h"

struct audit_change {
	const char *table, *field, *old, *now;
	int64_t row_id;
	bool erased;
};
struct audit_entry {
	int64_t seq, os_uid, subject_id;
	const char *at, *as_of, *login, *operator_name, *verb, *subject, *outcome, *result; /* at: UTC as stored */
	size_t nchanges;
	struct audit_change *changes;
};
struct audit_entries {
	size_t n;
	struct audit_entry *rows;
};
/* NULL and INT_NONE: no filter; subject_id counts only with its subject. `before`: lines older than that seq. */
struct audit_filter {
	const char *subject, *verb, *login, *outcome;
	int64_t subject_id, before, limit;
};
bool audit_list(struct office *o, const struct audit_filter *f, bool with_changes, struct arena *a, struct audit_entries *out, struct err *e) CHECKED;
/* The changed values of one line, personal data masked. */
bool audit_changes(struct office *o, struct audit_entry *line, struct arena *a, struct err *e) CHECKED;

#endif
