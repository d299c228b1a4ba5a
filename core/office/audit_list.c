#include "office/audit_list.h"

#include <string.h>

#include "gen/q_audit.h"

/* What points at a person in the log is masked as in any list; the office's own telephones are not. */
static const char *masked(const char *table, const char *field, const char *value, struct arena *a)
{
	static const char *const personal = " id_number identity_key phone phone_key email fax address ";
	const char *at = strstr(personal, field);
	bool whole = at && at[-1] == ' ' && at[strlen(field)] == ' ';
	bool own = !strcmp(table, "unit") || !strcmp(table, "person") || !strcmp(table, "body") || !strcmp(table, "setting");
	return own ? value : whole ? text_mask(value, a) : text_mask_inside(value, a);
}

bool audit_changes(struct office *o, struct audit_entry *line, struct arena *a, struct err *e)
{
	struct err own = {0};
	struct q *q = q_open(o->store, &Q_audit_values_by_seq);
	q_int(q, "seq", line->seq);
	while (q_row(q, &own)) {
		line->changes = arena_more(a, line->changes, line->nchanges, sizeof *line->changes);
		const char *table = q_get_text(q, "tbl", a), *field = q_get_text(q, "field", a);
		line->changes[line->nchanges++] = (struct audit_change){.table = table, .field = field,
			.old = masked(table, field, q_get_text(q, "old", a), a), .now = masked(table, field, q_get_text(q, "new", a), a), .row_id = q_get_int(q, "row_id"),
			.erased = q_get_int(q, "erased_by") != INT_NONE};
	}
	q_end(q);
	return own.code == ERR_NONE || err_set(e, own.code, "%s", own.text);
}

static struct q *open_list(struct office *o, const struct audit_filter *f)
{
	bool of_one = f->subject && f->subject_id != INT_NONE;
	struct q *q = q_open(o->store, of_one ? &Q_audit_list_subject : &Q_audit_list);
	if (of_one)
		q_int(q, "subject_id", f->subject_id);
	q_text(q, "subject", f->subject);
	q_text(q, "verb", f->verb);
	q_text(q, "login", f->login);
	q_text(q, "outcome", f->outcome);
	q_int(q, "before", f->before == INT_NONE ? INT64_MAX : f->before);
	q_int(q, "limit", f->limit == INT_NONE ? -1 : f->limit);
	return q;
}

static struct audit_entry read_entry(struct q *q, struct arena *a)
{
	return (struct audit_entry){.seq = q_get_int(q, "seq"), .os_uid = q_get_int(q, "os_uid"), .subject_id = q_get_int(q, "subject_id"),
		.at = q_get_text(q, "at", a), .as_of = q_get_text(q, "as_of", a), .login = q_get_text(q, "login", a),
		.operator_name = q_get_text(q, "operator", a), .verb = q_get_text(q, "verb", a), .subject = q_get_text(q, "subject", a),
		.outcome = q_get_text(q, "outcome", a), .result = q_get_text(q, "result", a)};
}

bool audit_list(struct office *o, const struct audit_filter *f, bool with_changes, struct arena *a, struct audit_entries *out, struct err *e)
{
	struct err own = {0};
	struct q *q = open_list(o, f);
	*out = (struct audit_entries){0};
	while (q_row(q, &own)) {
		out->rows = arena_more(a, out->rows, out->n, sizeof *out->rows);
		out->rows[out->n++] = read_entry(q, a);
	}
	q_end(q);
	if (own.code != ERR_NONE)
		return err_set(e, own.code, "%s", own.text);
	for (size_t i = 0; with_changes && i < out->n; i++)
		if (!audit_changes(o, &out->rows[i], a, e))
			return false;
	return true;
}
