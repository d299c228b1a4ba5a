#include "office/audit_hash.h"

void audit_commitment(const char *table, int64_t row_id, const char *field, const char *old, const char *now,
	const unsigned char salt[AUDIT_SALT], unsigned char out[HASH_LEN])
{
	struct hash h;
	hash_start(&h);
	hash_field_bytes(&h, "salt", salt, AUDIT_SALT);
	hash_field(&h, "table", table);
	hash_field_int(&h, "row", row_id);
	hash_field(&h, "field", field);
	hash_field(&h, "old", old);
	hash_field(&h, "new", now);
	hash_end(&h, out);
}

static void optional_int(struct hash *h, const char *name, int64_t v)
{
	if (v != INT_NONE)
		hash_field_int(h, name, v);
}

void audit_hash_line(struct hash *h, const struct audit_line *l)
{
	hash_start(h);
	hash_field_int(h, "seq", l->seq);
	hash_field_bytes(h, "cmd", l->cmd, CMD_ID_LEN);
	hash_field(h, "at", l->at);
	hash_field(h, "as_of", l->as_of);
	optional_int(h, "operator", l->operator_id);
	hash_field_int(h, "uid", l->os_uid);
	hash_field(h, "verb", l->verb);
	hash_field(h, "subject", l->subject);
	optional_int(h, "subject_id", l->subject_id);
	hash_field(h, "outcome", l->outcome);
	hash_field_bytes(h, "args", l->args_hash, HASH_LEN);
	hash_field(h, "result", l->result);
}

void audit_hash_row(struct hash *h, const char *table, int64_t row_id, int64_t version, const unsigned char *digest)
{
	hash_field(h, "table", table);
	hash_field_int(h, "row", row_id);
	hash_field_int(h, "version", version);
	hash_field_bytes(h, "digest", digest, HASH_LEN);
}

void audit_hash_value(struct hash *h, const char *table, int64_t row_id, const char *field, const unsigned char *commitment)
{
	hash_field(h, "table", table);
	hash_field_int(h, "row", row_id);
	hash_field(h, "field", field);
	hash_field_bytes(h, "commitment", commitment, HASH_LEN);
}
