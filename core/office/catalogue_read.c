/* Reads a catalogue from a table, in the three shapes that come: a row an element (as exported), a row an item with all its contents in one
 * cell (as the document prints it), and a row an item with only the columns that shall change. */
#include <string.h>
#include "base/text.h"
#include "office/catalogue_write.h"
#include "office/table.h"

static bool fill(const struct table *t, const struct csv_row *row, const struct record_type *type, void *rec, struct arena *a,
	struct err *e)
{
	for (size_t c = 0; c < t->columns; c++)
		if (t->field[c] && t->type[c] == type && !record_set(type, rec, t->field[c], row->cells[c], NULL, a, e))
			return table_error(t, row, e);
	return true;
}

static bool item_start(const struct table *t, const struct csv_row *row, struct catalogue *out, struct arena *a, struct err *e)
{
	struct item *i = &out->items[out->n++];
	record_clear(&item_type, i);
	i->id = i->unit_id = i->person_id = i->deputy_id = INT_NONE;
	i->valid_to = DAY_NONE;
	if (!fill(t, row, &item_type, i, a, e))
		return false;
	i->publishers = publishers_read(i->publishers, a);
	if (i->number < 1 || i->number > 9999)
		return err_field(e, "number", _("第 %d 行：序号应在 1 到 9999 之间"), row->line);
	for (const struct field *f = item_type.fields; f->name; f++)
		if (f->flags & FIELD_REQUIRED && table_column(t, f->name) != SIZE_MAX && !record_known(f, i))
			return err_field(e, f->name, _("第 %d 行：“%s”是空的"), row->line, f->label);
	return true;
}

static bool element_add(const struct table *t, const struct csv_row *row, struct item *i, struct arena *a, struct err *e)
{
	struct element *more = arena_array(a, struct element, i->nelements + 1), x = {.id = INT_NONE, .item_id = INT_NONE};
	record_clear(&element_type, &x);
	if (!fill(t, row, &element_type, &x, a, e))
		return false;
	if (x.k == INT_NONE)
		x.k = (int64_t)i->nelements + 1;
	if (x.k != (int64_t)i->nelements + 1)
		return err_field(e, "element", _("第 %d 行：要素序号应为 %zu"), row->line, i->nelements + 1);
	if (!record_check(&element_type, &x, e))
		return table_error(t, row, e);
	struct rule r;
	if (!x.rule)
		x.rule = deadline_rule(x.deadline, a);
	else if (!rule_parse(x.rule, &r, e))
		return table_error(t, row, e);
	if (i->nelements)
		memcpy(more, i->elements, sizeof x * i->nelements);
	more[i->nelements++] = x;
	i->elements = more;
	return true;
}

/* A later row of the same item may leave the item's cells empty, or repeat them; it may not contradict them. */
static bool item_repeat(const struct table *t, const struct csv_row *row, const struct item *i, struct arena *a, struct err *e)
{
	struct item again = *i;
	record_clear(&item_type, &again);
	if (!fill(t, row, &item_type, &again, a, e))
		return false;
	again.publishers = publishers_read(again.publishers, a);
	for (const struct field *f = item_type.fields; f->name; f++)
		if (record_known(f, &again) && !record_same(f, &again, i))
			return err_field(e, f->name, _("第 %d 行：事项 %lld 的“%s”与前一行不一致"), row->line, (long long)i->number, f->label);
	return true;
}

/* A row an item: its contents and deadlines as the document writes them. */
static bool elements_of_item(const struct table *t, const struct csv_row *row, struct item *i, struct arena *a, struct err *e)
{
	struct element x = {.id = INT_NONE, .item_id = INT_NONE};
	record_clear(&element_type, &x);
	if (!fill(t, row, &element_type, &x, a, e))
		return false;
	if (!elements_read(i->content, x.deadline, a, &i->elements, &i->nelements, e))
		return table_error(t, row, e);
	struct rule r;
	if (x.rule && !rule_parse(x.rule, &r, e))
		return table_error(t, row, e);
	for (size_t k = 0; x.rule && k < i->nelements; k++)
		i->elements[k].rule = x.rule;
	return true;
}

static bool read_row(const struct table *t, const struct csv_row *row, size_t number, struct catalogue *out, struct arena *a, struct err *e)
{
	bool by_element = table_column(t, "text") != SIZE_MAX, with_deadline = table_column(t, "deadline") != SIZE_MAX;
	struct item *last = out->n ? &out->items[out->n - 1] : NULL, head;
	record_clear(&item_type, &head);
	if (!record_set(&item_type, &head, t->field[number], row->cells[number], NULL, a, e))
		return table_error(t, row, e);
	if (last && last->number == head.number && by_element)
		return item_repeat(t, row, last, a, e) && element_add(t, row, last, a, e);
	if (catalogue_find(out, head.number))
		return err_field(e, "number", by_element ? _("第 %d 行：事项 %lld 的各行应连在一起") : _("第 %d 行：事项 %lld 出现两次"), row->line,
			(long long)head.number);
	if (!item_start(t, row, out, a, e))
		return false;
	last = &out->items[out->n - 1];
	return by_element ? element_add(t, row, last, a, e) : !with_deadline || elements_of_item(t, row, last, a, e);
}

bool catalogue_read_table(const char *text, struct arena *a, struct catalogue *out, struct table *t, struct err *e)
{
	static const struct record_type *const types[] = {&item_type, &element_type, NULL};
	if (!table_read(text, types, a, t, e))
		return false;
	*out = (struct catalogue){0, arena_array(a, struct item, t->csv.n)};
	size_t number = table_column(t, "number");
	if (number == SIZE_MAX)
		return err_set(e, ERR_INPUT, _("表头里应有“序号”（number）"));
	bool text_column = table_column(t, "text") != SIZE_MAX, deadline = table_column(t, "deadline") != SIZE_MAX;
	bool other = table_column(t, "rule") != SIZE_MAX || table_column(t, "element") != SIZE_MAX;
	bool content = table_column(t, "content") != SIZE_MAX;
	if (text_column ? !deadline : deadline ? !content : other || content)
		return err_set(e, ERR_INPUT, _("表头里改内容要素的，应有内容要素 text 和公开时限 deadline；一行一项的，应有公开内容 content 和公开时限 deadline"));
	for (size_t r = 1; r < t->csv.n; r++)
		if (!read_row(t, &t->csv.rows[r], number, out, a, e))
			return false;
	if (!out->n)
		return err_set(e, ERR_INPUT, _("文件里没有事项"));
	return true;
}

bool catalogue_read(const char *text, struct arena *a, struct catalogue *out, struct err *e)
{
	struct table t;
	return catalogue_read_table(text, a, out, &t, e);
}
