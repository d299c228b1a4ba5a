/* The catalogue as a table: read, compared, taken over, written. */
#include <string.h>
#include "base/csv.h"
#include "base/embed.h"
#include "base/text.h"
#include "gen/q_catalogue.h"
#include "office/catalogue.h"
#include "office/catalogue_write.h"
#include "office/table.h"

const struct record_type catalogue_import_type = {"catalogue_import", N_("导入目录"), sizeof(struct catalogue_import_args),
	(const struct field[]){
		{.name = "text", .label = N_("文件内容"), .type = FIELD_LINES, .offset = offsetof(struct catalogue_import_args, text),
			.flags = FIELD_REQUIRED | FIELD_HIDDEN},
		{.name = "on", .label = N_("起用日"), .type = FIELD_DATE, .offset = offsetof(struct catalogue_import_args, on)},
		{.name = NULL},
	}};

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
	return record_check(&item_type, i, e) || table_error(t, row, e);
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

bool catalogue_read(const char *text, struct arena *a, struct catalogue *out, struct err *e)
{
	static const struct record_type *const types[] = {&item_type, &element_type, NULL};
	struct table t;
	if (!table_read(text, types, a, &t, e))
		return false;
	*out = (struct catalogue){0, arena_array(a, struct item, t.csv.n)};
	size_t number_column = table_column(&t, "number");
	if (number_column == SIZE_MAX || table_column(&t, "text") == SIZE_MAX || table_column(&t, "deadline") == SIZE_MAX)
		return err_set(e, ERR_INPUT, _("表头里应有：序号 number、内容要素 text、公开时限 deadline"));
	for (size_t r = 1; r < t.csv.n; r++) {
		const struct csv_row *row = &t.csv.rows[r];
		struct item *last = out->n ? &out->items[out->n - 1] : NULL, head;
		record_clear(&item_type, &head);
		if (!record_set(&item_type, &head, t.field[number_column], row->cells[number_column], NULL, a, e))
			return table_error(&t, row, e);
		if (!last || last->number != head.number) {
			if (catalogue_find(out, head.number))
				return err_field(e, "number", _("第 %d 行：事项 %lld 的各行应连在一起"), row->line, (long long)head.number);
			if (!item_start(&t, row, out, a, e))
				return false;
			last = &out->items[out->n - 1];
		} else if (!item_repeat(&t, row, last, a, e)) {
			return false;
		}
		if (!element_add(&t, row, last, a, e))
			return false;
	}
	if (!out->n)
		return err_set(e, ERR_INPUT, _("文件里没有事项"));
	return true;
}

/* A column the file lacks keeps what the office has. */
static void keep_absent(const struct table *t, struct item *i, const struct item *have)
{
	for (const struct field *f = item_type.fields; f->name; f++)
		if (f->type != FIELD_INT && table_column(t, f->name) == SIZE_MAX)
			item_copy_text(i, have, f);
}

bool catalogue_plan(struct office *o, const char *text, daynum on, struct arena *a, struct catalogue *want, struct item_diffs *out,
	struct err *e)
{
	static const struct record_type *const types[] = {&item_type, &element_type, NULL};
	struct catalogue have, touched = {0};
	struct table t;
	if (!catalogue_read(text, a, want, e) || !table_read(text, types, a, &t, e) || !catalogue_load(o, on, a, &have, e))
		return false;
	touched.items = arena_array(a, struct item, have.n + 1);
	for (size_t i = 0; i < want->n; i++) {
		const struct item *old = catalogue_find(&have, want->items[i].number);
		if (!old)
			continue;
		keep_absent(&t, &want->items[i], old);
		touched.items[touched.n++] = *old;
	}
	*out = catalogue_diff(&touched, want, a);
	return true;
}

static bool differs(const struct item_diffs *d, int64_t number)
{
	for (size_t i = 0; i < d->n; i++)
		if (d->rows[i].number == number)
			return true;
	return false;
}

bool catalogue_import_run(struct verb_call *call, struct err *e)
{
	const struct catalogue_import_args *args = call->args;
	struct office *o = call->office;
	daynum on = args->on == DAY_NONE ? desk_today(o->desk) : args->on;
	struct catalogue want;
	struct item_diffs diffs;
	if (!catalogue_plan(o, args->text, on, call->arena, &want, &diffs, e))
		return false;
	size_t added = 0, changed = 0;
	for (size_t m = 0; m < want.n; m++) {
		struct item *i = &want.items[m];
		if (!differs(&diffs, i->number))
			continue;
		struct catalogue all;
		if (!catalogue_history(o, i->number, call->arena, &all, e))
			return false;
		const struct item *last = all.n ? &all.items[all.n - 1] : NULL;
		i->origin = "office";
		i->source = last && last->source ? last->source : N_("导入");
		i->valid_from = on;
		if (last) {
			i->unit_id = last->unit_id;
			i->person_id = last->person_id;
			i->deputy_id = last->deputy_id;
		}
		if (!item_check_fields(o->store, i, call->arena, e))
			return false;
		bool live = last && last->valid_to == DAY_NONE;
		if (last && !live && on <= last->valid_to)
			return err_field(e, "on", _("事项 %lld 到 %d 年才停用，起用日太早"), (long long)i->number, day_year(last->valid_to));
		if (!(live ? item_replace(o->store, last, i, on, e) : item_insert(o->store, i, e)))
			return false;
		added += !live;
		changed += live;
	}
	call->result = arena_printf(call->arena, _("目录已导入：新增 %zu 项，修改 %zu 项"), added, changed);
	return true;
}

/* A tab-separated cell is written as it is, unless it would read back as another. */
static void write_cell(struct str *out, const char *cell, char separator, bool first)
{
	cell = cell ? cell : "";
	if (separator == ',') {
		csv_cell(out, cell, first, true);
		return;
	}
	if (!first)
		str_char(out, separator);
	if (strpbrk(cell, "\"\t\r\n") || (*cell && strchr("'=+-@ ", *cell)) || (unsigned char)*cell == 0xEF)
		csv_cell(out, cell, true, true);
	else
		str_add(out, cell);
}

static void write_fields(struct str *out, const struct record_type *t, const void *rec, bool blank, bool first, char separator)
{
	for (const struct field *f = t->fields; f->name; f++, first = false)
		write_cell(out, !rec ? f->name : blank && !first ? "" : record_stored(f, rec, out->arena), separator, first);
}

static void write_end(struct str *out, char separator)
{
	if (separator == ',')
		csv_end(out);
	else
		str_char(out, '\n');
}

char *catalogue_write(const struct catalogue *c, char separator, struct arena *a)
{
	struct str out = str_new(a);
	write_fields(&out, &item_type, NULL, false, true, separator);
	write_fields(&out, &element_type, NULL, false, false, separator);
	write_end(&out, separator);
	for (size_t i = 0; i < c->n; i++)
		for (size_t k = 0; k < c->items[i].nelements; k++) {
			write_fields(&out, &item_type, &c->items[i], k > 0, true, separator);
			write_fields(&out, &element_type, &c->items[i].elements[k], false, false, separator);
			write_end(&out, separator);
		}
	return out.s;
}

static bool seed_bases(struct store *s, struct arena *a, struct err *e)
{
	struct csv_table t;
	if (!csv_read(embedded_find(gen_seed, "catalogue_basis.tsv")->text, a, &t, e))
		return false;
	for (size_t r = 1; r < t.n; r++) {
		struct q *q = q_open(s, &Q_basis_has);
		q_text(q, "mark", t.rows[r].cells[0]);
		int64_t n;
		if (!q_one_int(q, &n, e))
			return false;
		if (n)
			continue;
		q = q_open(s, &Q_basis_insert);
		q_text(q, "mark", t.rows[r].cells[0]);
		q_text(q, "text", t.rows[r].cells[1]);
		bool done = q_run(q, e);
		q_end(q);
		if (!done)
			return false;
	}
	return true;
}

/* 署办发〔2021〕23号, end of 2021; the exact day is not printed on our copy, so its items hold from the next 1 January. */
static bool seed_items(struct store *s, struct arena *a, struct err *e)
{
	struct catalogue c;
	if (!seed_bases(s, a, e) || !catalogue_read(embedded_find(gen_seed, "catalogue.tsv")->text, a, &c, e))
		return false;
	for (size_t i = 0; i < c.n; i++) {
		struct q *q = q_open(s, &Q_item_any);
		q_int(q, "number", c.items[i].number);
		int64_t n;
		if (!q_one_int(q, &n, e))
			return false;
		if (n)
			continue;
		c.items[i].valid_from = day_make(2022, 1, 1);
		c.items[i].origin = "shipped";
		c.items[i].source = N_("署办发〔2021〕23号");
		if (!item_check_fields(s, &c.items[i], a, e) || !item_insert(s, &c.items[i], e))
			return false;
	}
	return true;
}

bool catalogue_seed(struct office *o, struct err *e)
{
	struct arena a = {0};
	bool done = seed_items(o->store, &a, e);
	arena_free(&a);
	return done;
}
