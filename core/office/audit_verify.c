#include "office/audit.h"

#include <stdlib.h>
#include <string.h>

#include "gen/q_audit.h"
#include "office/audit_hash.h"

struct verify {
	struct store *store;
	struct arena *arena;
	struct audit_fault *faults;
	size_t n;
	const char *head; /* wanted digits of the hash of head_seq; NULL = none */
	int64_t head_seq, last;
	unsigned char prev[HASH_LEN];
};

static void fault(struct verify *v, int64_t seq, const char *table, int64_t row_id, const char *text)
{
	if (v->n < AUDIT_FAULTS)
		v->faults[v->n] = (struct audit_fault){.seq = seq, .table = table ? arena_strdup(v->arena, table) : NULL,
			.row_id = row_id, .text = text};
	v->n++;
}

/* A blob of exactly n bytes, or NULL. */
static const unsigned char *blob(struct q *q, const char *column, size_t n, struct arena *a)
{
	size_t got;
	const void *b = q_get_blob(q, column, &got, a);
	return b && got == n ? b : NULL;
}

static bool ended(const struct err *own, struct err *e)
{
	return own->code == ERR_NONE || err_set(e, own->code, "%s", own->text);
}

static bool add_rows(struct verify *v, struct hash *h, int64_t seq, struct arena *a, struct err *e)
{
	struct err own = {0};
	struct q *q = q_open(v->store, &Q_audit_rows_by_seq);
	q_int(q, "seq", seq);
	while (q_row(q, &own)) {
		const char *table = q_get_text(q, "tbl", a);
		const unsigned char *digest = blob(q, "digest", HASH_LEN, a);
		if (digest)
			audit_hash_row(h, table, q_get_int(q, "row_id"), q_get_int(q, "version"), digest);
		else
			fault(v, seq, table, q_get_int(q, "row_id"), _("记录摘要长度不对"));
	}
	q_end(q);
	return ended(&own, e);
}

/* Values that are not erased must still be those that were committed to. */
static bool add_values(struct verify *v, struct hash *h, int64_t seq, struct arena *a, struct err *e)
{
	struct err own = {0};
	struct q *q = q_open(v->store, &Q_audit_values_by_seq);
	q_int(q, "seq", seq);
	while (q_row(q, &own)) {
		const char *table = q_get_text(q, "tbl", a), *field = q_get_text(q, "field", a);
		const char *old = q_get_text(q, "old", a), *now = q_get_text(q, "new", a);
		const unsigned char *salt = blob(q, "salt", AUDIT_SALT, a), *commitment = blob(q, "commitment", HASH_LEN, a);
		int64_t row_id = q_get_int(q, "row_id");
		unsigned char computed[HASH_LEN];
		bool erased = q_get_int(q, "erased_by") != INT_NONE;
		if (commitment && salt)
			audit_commitment(table, row_id, field, old, now, salt, computed);
		if (!commitment || (erased ? salt || old || now : !salt || memcmp(computed, commitment, HASH_LEN) != 0))
			fault(v, seq, table, row_id, _("新旧值与承诺不符"));
		if (commitment)
			audit_hash_value(h, table, row_id, field, commitment);
	}
	q_end(q);
	return ended(&own, e);
}

static bool read_line(struct q *q, struct audit_line *l, struct arena *a)
{
	*l = (struct audit_line){.seq = q_get_int(q, "seq"), .operator_id = q_get_int(q, "operator_id"), .os_uid = q_get_int(q, "os_uid"),
		.subject_id = q_get_int(q, "subject_id"), .at = q_get_text(q, "at", a), .as_of = q_get_text(q, "as_of", a),
		.verb = q_get_text(q, "verb", a), .subject = q_get_text(q, "subject", a), .outcome = q_get_text(q, "outcome", a),
		.result = q_get_text(q, "result", a), .cmd = blob(q, "cmd", CMD_ID_LEN, a), .args_hash = blob(q, "args_hash", HASH_LEN, a)};
	return l->cmd && l->args_hash;
}

static bool verify_line(struct verify *v, struct q *q, struct arena *a, struct err *e)
{
	struct audit_line line;
	struct hash h;
	unsigned char computed[HASH_LEN];
	char hex[HASH_HEX];
	bool whole = read_line(q, &line, a);
	const unsigned char *prev = blob(q, "prev", HASH_LEN, a), *hash = blob(q, "hash", HASH_LEN, a);
	if (line.seq != v->last + 1)
		fault(v, line.seq, NULL, INT_NONE, _("审计行号不连续"));
	v->last = line.seq;
	if (!whole || !prev || !hash) {
		fault(v, line.seq, NULL, INT_NONE, _("审计行残缺"));
		return true;
	}
	if (memcmp(prev, v->prev, HASH_LEN) != 0)
		fault(v, line.seq, NULL, INT_NONE, _("与上一行不相接"));
	audit_hash_line(&h, &line);
	if (!add_rows(v, &h, line.seq, a, e) || !add_values(v, &h, line.seq, a, e))
		return false;
	hash_field_bytes(&h, "prev", prev, HASH_LEN);
	hash_end(&h, computed);
	if (memcmp(computed, hash, HASH_LEN) != 0)
		fault(v, line.seq, NULL, INT_NONE, _("审计行与其校验值不符"));
	memcpy(v->prev, hash, HASH_LEN);
	if (v->head && line.seq == v->head_seq && strncmp(hash_hex(hash, hex), v->head, strlen(v->head)) != 0)
		fault(v, line.seq, NULL, INT_NONE, _("与外部留存的校验值不符"));
	return true;
}

static bool verify_chain(struct verify *v, struct err *e)
{
	struct err own = {0};
	struct arena a = {0};
	bool ok = true;
	struct q *q = q_open(v->store, &Q_audit_lines);
	q_int(q, "after", INT_NONE + 1);
	while (ok && q_row(q, &own)) {
		ok = verify_line(v, q, &a, e);
		arena_reset(&a);
	}
	q_end(q);
	arena_free(&a);
	if (ok && own.code == ERR_NONE && v->head && v->last < v->head_seq)
		fault(v, v->last, NULL, INT_NONE, _("比外部留存的行号短：文件被换回旧版，或末尾丢失"));
	return ok && ended(&own, e);
}

/* One table: its rows and the last digests of the log, both by row id. */
static bool verify_table(struct verify *v, size_t table, struct err *e)
{
	struct err scan_err = {0}, log_err = {0};
	struct arena a = {0};
	struct store_scan scan = store_scan(v->store, table);
	struct q *q = q_open(v->store, &Q_audit_rows_last);
	q_text(q, "tbl", scan.name);
	bool row = store_scan_next(&scan, &scan_err), log = q_row(q, &log_err);
	while (row || log) {
		int64_t logged = log ? q_get_int(q, "row_id") : 0;
		if (!log || (row && scan.row_id < logged)) {
			fault(v, INT_NONE, scan.name, scan.row_id, _("记录没有审计行"));
			row = store_scan_next(&scan, &scan_err);
		} else if (!row || logged < scan.row_id) {
			fault(v, q_get_int(q, "seq"), scan.name, logged, _("记录不见了"));
			log = q_row(q, &log_err);
		} else {
			const unsigned char *digest = blob(q, "digest", HASH_LEN, &a);
			if (!digest || memcmp(digest, scan.digest, HASH_LEN) != 0)
				fault(v, q_get_int(q, "seq"), scan.name, logged, _("记录与最后一次办理时不同"));
			row = store_scan_next(&scan, &scan_err);
			log = q_row(q, &log_err);
			arena_reset(&a);
		}
		if (scan_err.code != ERR_NONE || log_err.code != ERR_NONE)
			break;
	}
	store_scan_end(&scan);
	q_end(q);
	arena_free(&a);
	return ended(&scan_err, e) && ended(&log_err, e);
}

/* "17:3fa94c…" */
static bool parse_head(struct verify *v, const char *head, struct err *e)
{
	char *end;
	v->head_seq = strtoll(head, &end, 10);
	size_t n = *end == ':' ? strspn(end + 1, "0123456789abcdef") : 0;
	if (v->head_seq < 1 || n < 16 || n > 64 || end[1 + n])
		return err_field(e, "head", _("校验值写作 行号:十六进制（至少 16 位），例如 120:3fa94c0d1e2b5a67"));
	v->head = end + 1;
	return true;
}

bool audit_verify(struct store *s, const char *head, struct arena *a, struct audit_fault **faults, size_t *n, struct err *e)
{
	struct verify v = {.store = s, .arena = a, .faults = arena_array(a, struct audit_fault, AUDIT_FAULTS)};
	size_t tables;
	if ((head && !parse_head(&v, head, e)) || !verify_chain(&v, e) || !store_tables(s, &tables, e))
		return false;
	for (size_t i = 0; i < tables; i++)
		if (!verify_table(&v, i, e))
			return false;
	*faults = v.faults;
	*n = v.n;
	return true;
}
