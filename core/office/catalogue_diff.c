#include "office/catalogue.h"

static void diff_add(struct item_diffs *d, struct arena *a, struct item_diff row)
{
	d->rows = arena_more(a, d->rows, d->n, sizeof *d->rows);
	d->rows[d->n++] = row;
}

static void diff_fields(struct item_diffs *d, const struct record_type *t, const void *was, const void *is, struct item_diff row,
	struct arena *a)
{
	for (const struct field *f = t->fields; f->name; f++)
		if (!record_same(f, was, is)) {
			row.field = f->name;
			row.label = f->label;
			row.was = record_shown(f, was, a);
			row.is = record_shown(f, is, a);
			diff_add(d, a, row);
		}
}

static const struct element *element_find(const struct item *i, int64_t k)
{
	for (size_t m = 0; m < i->nelements; m++)
		if (i->elements[m].k == k)
			return &i->elements[m];
	return NULL;
}

static void diff_item(struct item_diffs *d, const struct item *was, const struct item *is, struct arena *a)
{
	struct item_diff row = {.number = is->number, .k = INT_NONE, .name = is->name, .kind = "change"};
	diff_fields(d, &item_type, was, is, row, a);
	for (size_t m = 0; m < is->nelements; m++) {
		const struct element *x = &is->elements[m], *old = element_find(was, x->k);
		row.k = x->k;
		if (old) {
			diff_fields(d, &element_type, old, x, row, a);
			continue;
		}
		row.field = "element";
		row.label = element_type.label;
		row.was = "";
		row.is = x->text;
		diff_add(d, a, row);
	}
	for (size_t m = 0; m < was->nelements; m++)
		if (!element_find(is, was->elements[m].k)) {
			row.k = was->elements[m].k;
			row.field = "element";
			row.label = element_type.label;
			row.was = was->elements[m].text;
			row.is = "";
			diff_add(d, a, row);
		}
}

struct item_diffs catalogue_diff(const struct catalogue *was, const struct catalogue *is, struct arena *a)
{
	struct item_diffs d = {0};
	for (size_t m = 0; m < is->n; m++) {
		const struct item *i = &is->items[m], *old = catalogue_find(was, i->number);
		if (old)
			diff_item(&d, old, i, a);
		else
			diff_add(&d, a, (struct item_diff){.number = i->number, .k = INT_NONE, .name = i->name, .kind = "add", .field = "",
				.label = "", .was = "", .is = i->name});
	}
	for (size_t m = 0; m < was->n; m++)
		if (!catalogue_find(is, was->items[m].number))
			diff_add(&d, a, (struct item_diff){.number = was->items[m].number, .k = INT_NONE, .name = was->items[m].name,
				.kind = "retire", .field = "", .label = "", .was = was->items[m].name, .is = ""});
	return d;
}
