/* The catalogue as a table: compared, taken over, written; catalogue_read.c reads it. */
#include <stdio.h>
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

/* A column the file lacks keeps what the office has. */
static void keep_absent(const struct table *t, struct item *i, const struct item *have)
{
	for (const struct field *f = item_type.fields; f->name; f++)
		if (f->type != FIELD_INT && table_column(t, f->name) == SIZE_MAX)
			item_copy_text(i, have, f);
	if (i->nelements)
		return;
	i->elements = have->elements;
	i->nelements = have->nelements;
}

bool catalogue_plan(struct office *o, const char *text, daynum on, struct arena *a, struct catalogue *want, struct item_diffs *out,
	struct err *e)
{
	struct catalogue have, touched = {0};
	struct table t;
	if (!catalogue_read_table(text, a, want, &t, e) || !catalogue_load(o, on, a, &have, e))
		return false;
	touched.items = arena_array(a, struct item, have.n + 1);
	for (size_t i = 0; i < want->n; i++) {
		struct item *x = &want->items[i];
		const struct item *old = catalogue_find(&have, x->number);
		if (old) {
			keep_absent(&t, x, old);
			touched.items[touched.n++] = *old;
		} else if (!x->nelements) {
			return err_field(e, "deadline", _("事项 %lld 是新的，应有公开内容和公开时限"), (long long)x->number);
		}
		if (!record_check(&item_type, x, e)) {
			char why[sizeof e->text];
			snprintf(why, sizeof why, _("事项 %lld：%.900s"), (long long)x->number, e->text);
			memcpy(e->text, why, sizeof why);
			return false;
		}
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

/* Which paper the program's items come from, and from when they hold (署办发〔2021〕23号, end of 2021, without a day on our copy: the next
 * 1 January). */
static bool seed_source(struct arena *a, daynum *from, const char **source, struct err *e)
{
	struct csv_table t;
	if (!csv_read(embedded_find(gen_seed, "catalogue_source.tsv")->text, a, &t, e))
		return false;
	*source = t.n == 2 && t.rows[1].n == 2 ? t.rows[1].cells[1] : NULL;
	return (*source && day_parse(t.rows[1].cells[0], from)) || err_set(e, ERR_SYSTEM, _("catalogue_source.tsv 应有一行：起用日和来源"));
}

static bool seed_items(struct store *s, struct arena *a, struct err *e)
{
	struct catalogue c;
	daynum from;
	const char *source;
	if (!seed_bases(s, a, e) || !seed_source(a, &from, &source, e) || !catalogue_read(embedded_find(gen_seed, "catalogue.tsv")->text, a, &c, e))
		return false;
	for (size_t i = 0; i < c.n; i++) {
		struct q *q = q_open(s, &Q_item_any);
		q_int(q, "number", c.items[i].number);
		int64_t n;
		if (!q_one_int(q, &n, e))
			return false;
		if (n)
			continue;
		c.items[i].valid_from = from;
		c.items[i].origin = "shipped";
		c.items[i].source = source;
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
