/* Pages of letters for a screen, and the names of the kinds. */
#include "office/letter_view.h"

#include <string.h>

#include "base/text.h"
#include "gen/q_letter.h"

static const struct field row_fields[] = {
	{"row", "", FIELD_ID, FIELD_AT(letter_row, id), FIELD_HIDDEN},
	{"matter_id", "", FIELD_ID, FIELD_AT(letter_row, matter_id), FIELD_HIDDEN},
	{"id", N_("编号"), FIELD_TEXT, FIELD_AT(letter_row, ref)},
	{"number", N_("文号"), FIELD_TEXT, FIELD_AT(letter_row, number)},
	{"kind", "", FIELD_TEXT, FIELD_AT(letter_row, kind), FIELD_HIDDEN},
	{"name", N_("文书"), FIELD_TEXT, FIELD_AT(letter_row, name)},
	{"case", N_("办件"), FIELD_TEXT, FIELD_AT(letter_row, case_number)},
	{"date", N_("日期"), FIELD_DATE, FIELD_AT(letter_row, date)},
	{"status", N_("状态"), FIELD_TEXT, FIELD_AT(letter_row, status)},
	{0},
};
const struct record_type letter_row_type = {"letter_row", N_("文书"), sizeof(struct letter_row), row_fields};

bool letter_page(struct office *o, const struct letter_filter *f, struct arena *a, struct letter_row **out, size_t *n, struct err *e)
{
	size_t cap = 0;
	struct err end = {0};
	struct q *q;
	*out = NULL;
	*n = 0;
	if (f->matter_id != INT_NONE) {
		q = q_open(o->store, &Q_letter_page_matter);
		q_int(q, "matter_id", f->matter_id);
	} else {
		q = q_open(o->store, f->backward ? &Q_letter_page_back : &Q_letter_page);
		q_int(q, "from", f->from);
		q_text(q, "word", text_is_blank(f->word) ? NULL : f->word);
	}
	q_int(q, "limit", f->limit);
	while (q_row(q, &end)) {
		*out = arena_grow(a, *out, *n, &cap, sizeof **out);
		struct letter_row *row = &(*out)[(*n)++];
		record_clear(&letter_row_type, row);
		q_read_record(q, &letter_row_type, row, a);
	}
	q_end(q);
	return end.code == ERR_NONE || err_set(e, end.code, "%s", end.text);
}
