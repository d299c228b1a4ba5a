/* audit_hash.h — what exactly the hashes of the audit log cover; shared by the writer and the verifier. */
#ifndef OFFICE_AUDIT_HASH_H
#define OFFICE_AUDIT_HASH_H

#include "office/audit.h"

enum { AUDIT_SALT = 16 };

void audit_commitment(const char *table, int64_t row_id, const char *field, const char *old, const char *now,
	const unsigned char salt[AUDIT_SALT], unsigned char out[HASH_LEN]);
/* Starts the hash of a line; rows and values follow in the order of (table, row) and (table, row, field), then `prev`. */
void audit_hash_line(struct hash *h, const struct audit_line *line);
void audit_hash_row(struct hash *h, const char *table, int64_t row_id, int64_t version, const unsigned char *digest);
void audit_hash_value(struct hash *h, const char *table, int64_t row_id, const char *field, const unsigned char *commitment);

#endif
