#include "office/audit.h"

#include <stdio.h>
#include <string.h>

#include "gen/q_audit.h"
#include "office/audit_hash.h"

void audit_erase(struct verb_call *call, const char *table, int64_t row_id, const char *field)
{
	struct audit_erasure *e = arena_new(call->arena, struct audit_erasure);
	*e = (struct audit_erasure){.table = arena_strdup(call->arena, table), .field = arena_strdup(call->arena, field),
		.row_id = row_id, .next = call->erased};
	call->erased = e;
}

static bool is_erased(const struct audit_erasure *e, const char *table, int64_t row_id, const char *field)
{
	for (; e; e = e->next)
		if (e->row_id == row_id && !strcmp(e->table, table) && !strcmp(e->field, field))
			return true;
	return false;
}

bool audit_head(struct store *s, struct audit_head *out, struct err *e)
{
	struct arena a = {0};
	struct q *q = q_open(s, &Q_audit_last);
	*out = (struct audit_head){0};
	struct err fault = {0};
	if (q_row(q, &fault)) {
		size_t n;
		const void *hash = q_get_blob(q, "hash", &n, &a);
		out->seq = q_get_int(q, "seq");
		if (hash && n == HASH_LEN)
			memcpy(out->hash, hash, HASH_LEN);
	}
	q_end(q);
	arena_free(&a);
	if (fault.code == ERR_NONE)
		return true;
	*e = fault;
	return false;
}

const char *audit_head_text(const struct audit_head *h, struct arena *a)
{
	char hex[HASH_HEX];
	return arena_printf(a, "%lld:%.16s", (long long)h->seq, hash_hex(h->hash, hex));
}

static bool row_add(struct office *o, int64_t seq, const struct store_change *c, struct err *e)
{
	struct q *q = q_open(o->store, &Q_audit_row_add);
	q_text(q, "tbl", c->table);
	q_int(q, "row_id", c->row_id);
	q_int(q, "seq", seq);
	q_int(q, "version", c->version);
	q_blob(q, "digest", c->digest, HASH_LEN);
	bool ok = q_run(q, e);
	q_end(q);
	return ok;
}

/* A value of an erased field keeps its commitment, whose salt nobody ever sees. */
static bool value_add(struct office *o, int64_t seq, const struct store_change *c, const struct store_value *v, bool erased,
	unsigned char commitment[HASH_LEN], struct err *e)
{
	unsigned char salt[AUDIT_SALT];
	desk_random(o->desk, salt, sizeof salt);
	audit_commitment(c->table, c->row_id, v->field, v->old, v->new, salt, commitment);
	struct q *q = q_open(o->store, &Q_audit_value_add);
	q_int(q, "seq", seq);
	q_text(q, "tbl", c->table);
	q_int(q, "row_id", c->row_id);
	q_text(q, "field", v->field);
	if (erased) {
		q_int(q, "erased_by", seq);
	} else {
		q_text(q, "old", v->old);
		q_text(q, "new", v->new);
		q_blob(q, "salt", salt, sizeof salt);
	}
	q_blob(q, "commitment", commitment, HASH_LEN);
	bool ok = q_run(q, e);
	q_end(q);
	return ok;
}

static bool line_add(struct office *o, const struct audit_line *l, const struct audit_head *prev, const unsigned char *hash, struct err *e)
{
	struct q *q = q_open(o->store, &Q_audit_add);
	q_int(q, "seq", l->seq);
	q_blob(q, "cmd", l->cmd, CMD_ID_LEN);
	q_text(q, "at", l->at);
	q_text(q, "as_of", l->as_of);
	q_int(q, "operator", l->operator_id);
	q_int(q, "os_uid", l->os_uid);
	q_text(q, "verb", l->verb);
	q_text(q, "subject", l->subject);
	q_int(q, "subject_id", l->subject_id);
	q_text(q, "outcome", l->outcome);
	q_blob(q, "args_hash", l->args_hash, HASH_LEN);
	q_text(q, "result", l->result);
	q_blob(q, "prev", prev->hash, HASH_LEN);
	q_blob(q, "hash", hash, HASH_LEN);
	bool ok = q_run(q, e);
	q_end(q);
	return ok;
}

static bool erase_old(struct office *o, int64_t seq, const struct audit_erasure *erased, struct err *e)
{
	for (; erased; erased = erased->next) {
		struct q *q = q_open(o->store, &Q_audit_value_erase);
		q_int(q, "seq", seq);
		q_text(q, "tbl", erased->table);
		q_int(q, "row_id", erased->row_id);
		q_text(q, "field", erased->field);
		bool ok = q_run(q, e);
		q_end(q);
		if (!ok)
			return false;
	}
	return true;
}

/* The line goes in last but its children name it: the hash is complete only then. The foreign keys are deferred. */
bool audit_append(struct office *o, struct audit_line *line, const struct audit_erasure *erased, struct arena *a, struct err *e)
{
	struct store_change *changes;
	struct audit_head prev;
	struct hash h;
	unsigned char hash[HASH_LEN], commitment[HASH_LEN];
	size_t n;
	if (!store_changes(o->store, a, &changes, &n, e) || !audit_head(o->store, &prev, e))
		return false;
	line->seq = prev.seq + 1;
	audit_hash_line(&h, line);
	for (size_t i = 0; i < n; i++) {
		audit_hash_row(&h, changes[i].table, changes[i].row_id, changes[i].version, changes[i].digest);
		if (!row_add(o, line->seq, &changes[i], e))
			return false;
	}
	for (size_t i = 0; i < n; i++)
		for (size_t k = 0; k < changes[i].nvalues; k++) {
			const struct store_change *c = &changes[i];
			const struct store_value *v = &c->values[k];
			if (!value_add(o, line->seq, c, v, is_erased(erased, c->table, c->row_id, v->field), commitment, e))
				return false;
			audit_hash_value(&h, c->table, c->row_id, v->field, commitment);
		}
	hash_field_bytes(&h, "prev", prev.hash, HASH_LEN);
	hash_end(&h, hash);
	return erase_old(o, line->seq, erased, e) && line_add(o, line, &prev, hash, e);
}
