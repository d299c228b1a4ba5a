/* merge.h — two clerks changed the same record: what each of them did, field by field.
 *
 * A changing verb gets the version its clerk saw. Where the record has moved on since, the fields as they were then are read back from
 * the audit log (old values), so that each field has three values: was, theirs (stored now), mine (typed). Only one side changed it: that
 * side's value stands, and the clerk is told. Both did, differently: ERR_CONFLICT naming the fields and the values; the clerk
 * chooses (tui/conflict.h) and saves again with the newer version. Nothing typed is lost, nothing stored is overwritten unseen. */
#ifndef OFFICE_MERGE_H
#define OFFICE_MERGE_H

#include "office/office.h"

enum merge_side { MERGE_MINE, MERGE_THEIRS, MERGE_BOTH }; /* who changed it; both: to different values */

struct merge_field {
	const struct field *f;
	enum merge_side side;
	const char *was, *theirs, *mine; /* as shown to people; "" for nothing */
	const char *who, *at;            /* theirs: 李四, 03-09 10:32; NULL for a field only I changed */
};

struct merge {
	const struct record_type *type;
	void *now;       /* the record as it is stored, in mine's type */
	int64_t version; /* of it */
	size_t n, nboth;
	struct merge_field *fields; /* those that both changed first */
};

/* One row of the record's tables, whose columns are named as the fields are. A column x_id goes with a field x. */
struct merge_source {
	const char *table;
	int64_t row;
};

/* `mine` and `now` are records of t. `since`: the version of the first source's row that mine began from; ERR_INPUT where there never was
 * one. sparse: what is unknown in mine was not typed at all and stays as it is. */
struct merge_ask {
	const struct record_type *type;
	const void *mine, *now;
	int64_t since, version;
	const struct merge_source *sources;
	size_t nsources;
	const char *column, *field; /* the one column that is not named as its field is; NULL */
	bool sparse;
};
bool merge_find(struct office *o, const struct merge_ask *ask, struct arena *a, struct merge *out, struct err *e) CHECKED;
/* Puts what only they changed into rec. */
void merge_theirs(const struct merge *m, void *rec);
/* rec's field becomes what is stored now. */
void merge_take(const struct merge *m, const struct merge_field *f, void *rec);
/* ERR_CONFLICT with the fields that both changed; `id` is what the clerk calls the record. False. */
bool merge_refuse(const struct merge *m, const char *id, struct err *e);
/* "已并入李四改的：联系电话、通信地址"; NULL where they changed nothing. */
const char *merge_said(const struct merge *m, struct arena *a);

#endif
