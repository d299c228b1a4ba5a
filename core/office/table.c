#include "office/table.h"

#include <stdio.h>
#include <string.h>
#include "base/text.h"

static bool match(const struct record_type *const *types, const char *name, const struct field **f, const struct record_type **t)
{
	for (; *types; types++)
		for (const struct field *x = (*types)->fields; x->name; x++)
			if (!strcmp(x->name, name) || !strcmp(x->label, name)) {
				*f = x;
				*t = *types;
				return true;
			}
	return false;
}

/* Says what it could have been called. */
static bool unknown(const struct record_type *const *types, int line, const char *name, struct arena *a, struct err *e)
{
	struct str known = str_new(a);
	for (; *types; types++)
		for (const struct field *f = (*types)->fields; f->name; f++)
			if (!(f->flags & (FIELD_DERIVED | FIELD_HIDDEN)))
				str_printf(&known, "%s%s", known.len ? " " : "", f->name);
	return err_set(e, ERR_INPUT, _("第 %d 行：不认识的列“%.60s”，可用的列：%.700s"), line, name, known.s);
}

static bool read_header(struct table *t, const struct record_type *const *types, struct arena *a, struct err *e)
{
	const struct csv_row *head = &t->csv.rows[0];
	t->columns = head->n;
	t->field = arena_array(a, const struct field *, t->columns);
	t->type = arena_array(a, const struct record_type *, t->columns);
	for (size_t c = 0; c < t->columns; c++) {
		const char *name = text_trim(a, head->cells[c]);
		if (!match(types, name, &t->field[c], &t->type[c]))
			return unknown(types, head->line, name, a, e);
		for (size_t k = 0; k < c; k++)
			if (t->field[k] == t->field[c])
				return err_set(e, ERR_INPUT, _("第 %d 行：列“%.60s”出现两次"), head->line, name);
		if (t->field[c]->flags & (FIELD_DERIVED | FIELD_HIDDEN))
			t->type[c] = NULL;
	}
	return true;
}

bool table_read(const char *text, const struct record_type *const *types, struct arena *a, struct table *out, struct err *e)
{
	*out = (struct table){0};
	if (!csv_read(text, a, &out->csv, e))
		return false;
	if (!out->csv.n)
		return err_set(e, ERR_INPUT, _("文件是空的"));
	if (!read_header(out, types, a, e))
		return false;
	for (size_t r = 1; r < out->csv.n; r++) {
		const struct csv_row *row = &out->csv.rows[r];
		if (row->n != out->columns)
			return err_set(e, ERR_INPUT, _("第 %d 行：有 %zu 列，表头有 %zu 列"), row->line, row->n, out->columns);
		for (size_t c = 0; c < row->n; c++)
			if (strlen(row->cells[c]) > TABLE_CELL_MAX)
				return err_field(e, out->field[c]->name, _("第 %d 行：“%s”太长"), row->line, out->field[c]->label);
	}
	return true;
}

size_t table_column(const struct table *t, const char *field)
{
	for (size_t c = 0; c < t->columns; c++)
		if (!strcmp(t->field[c]->name, field))
			return c;
	return SIZE_MAX;
}

bool table_error(const struct table *t, const struct csv_row *row, struct err *e)
{
	(void)t;
	char text[sizeof e->text];
	snprintf(text, sizeof text, _("第 %d 行：%.900s"), row->line, e->text);
	memcpy(e->text, text, sizeof text);
	return false;
}
