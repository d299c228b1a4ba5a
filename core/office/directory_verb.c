/* The verbs of units, persons and bodies: add, change, import, assign. One code for all three, told apart by the verb's subject. */
#include <string.h>
#include "base/text.h"
#include "gen/q_catalogue.h"
#include "office/catalogue.h"
#include "office/directory_noun.h"
#include "office/merge.h"
#include "office/table.h"

#define AT(member) offsetof(struct directory_assign, member)
#define ITEMS {.name = "items", .label = N_("事项序号"), .type = FIELD_TEXT, .offset = AT(items), .flags = FIELD_REQUIRED, \
	.help = N_("目录序号，几项用逗号隔开")}
const struct record_type directory_assign_type = {"assign", N_("负责事项"), sizeof(struct directory_assign),
	(const struct field[]){ITEMS, {.name = NULL}}};
const struct record_type person_assign_type = {"person_assign", N_("负责事项"), sizeof(struct directory_assign), (const struct field[]){
	ITEMS,
	{.name = "deputy", .label = N_("作为代理人"), .type = FIELD_FLAG, .offset = AT(deputy)},
	{.name = NULL},
}};
#undef AT
const struct record_type directory_import_type = {"directory_import", N_("导入"), sizeof(struct directory_import), (const struct field[]){
	{.name = "text", .label = N_("文件内容"), .type = FIELD_LINES, .offset = offsetof(struct directory_import, text),
		.flags = FIELD_REQUIRED | FIELD_HIDDEN},
	{.name = NULL},
}};

bool directory_get(struct office *o, const struct directory_noun *noun, int64_t id, struct arena *a, struct directory_head **out,
	struct err *e)
{
	struct directory_list l;
	if (!directory_load(o, noun, true, a, &l, e))
		return false;
	for (size_t i = 0; i < l.n; i++)
		if (directory_at(&l, i)->id == id) {
			*out = (void *)(l.rows + i * noun->type->size);
			return true;
		}
	return err_set(e, ERR_MISSING, _("没有这个%s"), noun->type->label);
}

/* Two rows that nobody could tell apart: the same name (of a person: in the same unit), or the same unit code. */
static bool taken(struct office *o, const struct directory_noun *noun, const struct directory_head *row, struct arena *a, struct err *e)
{
	struct directory_list l;
	if (!directory_load(o, noun, true, a, &l, e))
		return false;
	for (size_t i = 0; i < l.n; i++) {
		const struct directory_head *other = directory_at(&l, i);
		bool same_place = noun != &directory_person ||
			(row->parent && other->parent ? !strcmp(row->parent, other->parent) : row->parent == other->parent);
		if (other->id == row->id)
			continue;
		if (!strcmp(other->name, row->name) && same_place)
			return err_field(e, "name", _("已有%s“%.60s”"), noun->type->label, row->name);
		if (noun == &directory_unit) {
			const struct unit *u = (const void *)row, *v = (const void *)other;
			if (u->code && v->code && !strcmp(u->code, v->code))
				return err_field(e, "code", _("代码 %.20s 已给了“%.60s”"), u->code, other->name);
		}
	}
	return true;
}

static bool add_run(struct verb_call *call, struct err *e)
{
	const struct directory_noun *noun = directory_noun(call->verb->subject);
	struct directory_head *row = call->args;
	row->id = INT_NONE;
	if (!record_check(noun->type, row, e) || !taken(call->office, noun, row, call->arena, e) ||
		!directory_insert(call->office, noun, row, call->arena, &call->subject_id, e))
		return false;
	call->result = arena_printf(call->arena, _("已新增%s %s"), noun->type->label, row->name);
	return true;
}

/* What was typed against what is stored, as of the version the clerk saw. */
static bool merge_row(struct office *o, const struct directory_noun *noun, int64_t id, const void *rec, struct arena *a, struct merge *out,
	struct err *e)
{
	const struct directory_head *mine = rec;
	struct directory_head *now;
	if (!directory_get(o, noun, id, a, &now, e))
		return false;
	const struct merge_source table = {noun->name, id};
	struct merge_ask ask = {.type = noun->type, .mine = mine, .now = now, .version = now->version, .sources = &table, .nsources = 1,
		.since = mine->version > 0 ? mine->version : now->version};
	return merge_find(o, &ask, a, out, e);
}

static bool merge_unit(struct office *o, int64_t id, const void *rec, struct arena *a, struct merge *out, struct err *e)
{
	return merge_row(o, &directory_unit, id, rec, a, out, e);
}

static bool merge_person(struct office *o, int64_t id, const void *rec, struct arena *a, struct merge *out, struct err *e)
{
	return merge_row(o, &directory_person, id, rec, a, out, e);
}

static bool merge_body(struct office *o, int64_t id, const void *rec, struct arena *a, struct merge *out, struct err *e)
{
	return merge_row(o, &directory_body, id, rec, a, out, e);
}

/* args: the whole record as it shall be (directory_get, then the fields typed). */
static bool change_run(struct verb_call *call, struct err *e)
{
	const struct directory_noun *noun = directory_noun(call->verb->subject);
	struct directory_head *row, *args = arena_memdup(call->arena, call->args, noun->type->size);
	struct merge both;
	if (!directory_get(call->office, noun, call->subject_id, call->arena, &row, e) ||
		!merge_row(call->office, noun, call->subject_id, args, call->arena, &both, e))
		return false;
	if (both.nboth)
		return merge_refuse(&both, row->name, e);
	merge_theirs(&both, args);
	size_t changed = 0;
	for (const struct field *f = noun->type->fields; f->name; f++) {
		if ((f->flags & FIELD_HIDDEN) || record_same(f, args, row))
			continue;
		changed++;
		size_t size = f->type == FIELD_DATE ? sizeof(daynum) : sizeof(const char *);
		memcpy((char *)row + f->offset, (const char *)args + f->offset, size);
	}
	if (!changed)
		return err_set(e, ERR_INPUT, _("没有任何改动"));
	if (!taken(call->office, noun, row, call->arena, e) || !directory_update(call->office, noun, row, call->arena, e))
		return false;
	call->warning = merge_said(&both, call->arena);
	call->result = arena_printf(call->arena, _("已修改%s %s"), noun->type->label, row->name);
	return true;
}

static bool items_read(struct office *o, const char *text, struct arena *a, int64_t *list, size_t max, size_t *n, struct err *e)
{
	*n = 0;
	char *words = text_fold(a, text);
	for (char *mark; (mark = strstr(words, N_("、")));)
		memcpy(mark, ",  ", strlen(N_("、")));
	for (char *p = words; *p;) {
		size_t skip = strspn(p, ", ;\t\n"), len = strcspn(p + skip, ", ;\t\n");
		p += skip;
		if (!len)
			break;
		if (*n == max)
			return err_field(e, "items", _("一次最多 %zu 项"), max);
		if (!catalogue_pick(o, "items", arena_strndup(a, p, len), a, &list[(*n)++], e))
			return false;
		p += len;
	}
	return *n || err_field(e, "items", _("请填事项序号"));
}

static bool item_assign(struct office *o, const struct item *i, struct err *e)
{
	struct q *q = q_open(o->store, &Q_item_assign);
	q_int(q, "id", i->id);
	q_int(q, "version", i->version);
	q_int(q, "unit_id", i->unit_id);
	q_int(q, "person_id", i->person_id);
	q_int(q, "deputy_id", i->deputy_id);
	bool done = q_run_one(q, e);
	q_end(q);
	return done;
}

static bool assign_body(struct office *o, struct body *b, const int64_t *items, size_t n, struct arena *a, struct err *e)
{
	struct str list = str_new(a);
	for (size_t i = 0; i < n; i++)
		str_printf(&list, "%s%lld", i ? "," : "", (long long)items[i]);
	b->items = list.s;
	return directory_update(o, &directory_body, &b->head, a, e);
}

static bool assign_run(struct verb_call *call, struct err *e)
{
	const struct directory_noun *noun = directory_noun(call->verb->subject);
	const struct directory_assign *args = call->args;
	struct directory_head *row;
	int64_t items[100];
	size_t n;
	if (!directory_get(call->office, noun, call->subject_id, call->arena, &row, e) ||
		!items_read(call->office, args->items, call->arena, items, 100, &n, e))
		return false;
	if (noun == &directory_body && !assign_body(call->office, (void *)row, items, n, call->arena, e))
		return false;
	for (size_t k = 0; noun != &directory_body && k < n; k++) {
		struct item i;
		if (!catalogue_item(call->office, items[k], calendar_last(), call->arena, &i, e))
			return false;
		if (noun == &directory_unit) {
			i.unit_id = row->id;
		} else if (args->deputy == 1) {
			i.deputy_id = row->id;
		} else {
			i.person_id = row->id;
			i.unit_id = row->parent_id == INT_NONE ? i.unit_id : row->parent_id;
		}
		if (!item_assign(call->office, &i, e))
			return false;
	}
	call->result = arena_printf(call->arena, _("%s %s 负责 %zu 项"), noun->type->label, row->name, n);
	return true;
}

/* A trial run: is the row's unit one that an earlier row of the file would add? */
static bool named_before(const struct directory_noun *noun, const struct table *t, size_t r, const char *name)
{
	size_t c = table_column(t, "name");
	for (size_t k = 1; noun == &directory_unit && name && k < r; k++)
		if (!strcmp(t->csv.rows[k].cells[c], name))
			return true;
	return false;
}

/* Takes row r of the table over into what is there, or says what that would change. */
static bool import_row(struct office *o, const struct directory_noun *noun, const struct table *t, size_t r, struct directory_head *row,
	const struct directory_list *have, bool write, struct directory_plan *plan, struct str *words, struct err *e)
{
	struct directory_head *old = NULL;
	for (size_t i = 0; i < have->n && !old; i++) {
		const struct directory_head *h = directory_at(have, i);
		bool place = noun != &directory_person || !row->parent || (h->parent && !strcmp(h->parent, row->parent));
		if (!strcmp(h->name, row->name) && place)
			old = (void *)(have->rows + i * noun->type->size);
	}
	row->id = INT_NONE;
	if (!old) {
		if (!taken(o, noun, row, words->arena, e))
			return false;
		plan->added++;
		str_printf(words, _("新增 %s\n"), row->name);
		if (write)
			return directory_insert(o, noun, row, words->arena, &row->id, e);
		return named_before(noun, t, r, row->parent) || directory_settle(o, noun, row, words->arena, e);
	}
	bool moved = false;
	for (size_t c = 0; c < t->columns; c++) {
		const struct field *f = t->field[c];
		if (!f || (f->flags & FIELD_HIDDEN) || record_same(f, row, old))
			continue;
		str_printf(words, _("修改 %s：%s “%s” → “%s”\n"), row->name, f->label, record_shown(f, old, words->arena),
			record_shown(f, row, words->arena));
		memcpy((char *)old + f->offset, (char *)row + f->offset, f->type == FIELD_DATE ? sizeof(daynum) : sizeof(const char *));
		moved = true;
	}
	plan->changed += moved;
	if (moved && !taken(o, noun, old, words->arena, e))
		return false;
	if (!moved || (!write && named_before(noun, t, r, old->parent)))
		return true;
	return write ? directory_update(o, noun, old, words->arena, e) : directory_settle(o, noun, old, words->arena, e);
}

/* A line that says of one thing what another has said would win or lose by its place, and importing twice would change it twice. */
static bool said_before(const struct table *t, size_t r, struct err *e)
{
	size_t name = table_column(t, "name"), unit = table_column(t, "unit");
	const struct csv_row *row = &t->csv.rows[r];
	for (size_t k = 1; k < r; k++) {
		const struct csv_row *other = &t->csv.rows[k];
		if (!strcmp(other->cells[name], row->cells[name]) && (unit == SIZE_MAX || !strcmp(other->cells[unit], row->cells[unit])))
			return err_field(e, "name", _("“%.60s”在第 %d 行已经写过"), row->cells[name], other->line);
	}
	return true;
}

static bool import(struct office *o, const struct directory_noun *noun, const char *text, bool write, struct arena *a,
	struct directory_plan *plan, struct err *e)
{
	const struct record_type *const types[] = {noun->type, NULL};
	struct table t;
	struct input in = office_input(o);
	struct str words = str_new(a);
	*plan = (struct directory_plan){0};
	if (!table_read(text, types, a, &t, e))
		return false;
	if (table_column(&t, "name") == SIZE_MAX)
		return err_field(e, "name", _("表头里应有“%s”（name）"), noun->type->fields[0].label);
	for (size_t r = 1; r < t.csv.n; r++) {
		struct directory_list have;
		struct directory_head *row = arena_alloc(a, noun->type->size);
		record_clear(noun->type, row);
		for (size_t c = 0; c < t.columns; c++)
			if (!record_set(noun->type, row, t.field[c], t.csv.rows[r].cells[c], &in, a, e))
				return table_error(&t, &t.csv.rows[r], e);
		if (!record_check(noun->type, row, e) || !said_before(&t, r, e))
			return table_error(&t, &t.csv.rows[r], e);
		/* Read anew after each written row: a later row may name it as its unit. */
		if (!directory_load(o, noun, true, a, &have, e))
			return false;
		if (!import_row(o, noun, &t, r, row, &have, write, plan, &words, e))
			return table_error(&t, &t.csv.rows[r], e);
	}
	plan->words = words.s;
	return true;
}

bool directory_import_plan(struct office *o, const struct directory_noun *noun, const char *text, struct arena *a,
	struct directory_plan *out, struct err *e)
{
	return import(o, noun, text, false, a, out, e);
}

bool directory_import_run(struct verb_call *call, struct err *e)
{
	const struct directory_noun *noun = directory_noun(call->verb->subject);
	const struct directory_import *args = call->args;
	struct directory_plan plan;
	if (!import(call->office, noun, args->text, true, call->arena, &plan, e))
		return false;
	call->result = arena_printf(call->arena, _("%s已导入：新增 %zu，修改 %zu"), noun->type->label, plan.added, plan.changed);
	return true;
}

static const struct verb verbs[] = {
	{.name = "unit.add", .label = N_("新增部门"), .subject = "unit", .args = &unit_type, .run = add_run, .creates = true},
	{.name = "unit.change", .label = N_("修改部门"), .subject = "unit", .args = &unit_type, .run = change_run,
		.merge = merge_unit},
	{.name = "unit.import", .label = N_("导入部门"), .subject = "unit", .args = &directory_import_type, .run = directory_import_run,
		.creates = true},
	{.name = "unit.assign", .label = N_("部门负责事项"), .subject = "unit", .args = &directory_assign_type, .run = assign_run},
	{.name = "person.add", .label = N_("新增人员"), .subject = "person", .args = &person_type, .run = add_run, .creates = true},
	{.name = "person.change", .label = N_("修改人员"), .subject = "person", .args = &person_type, .run = change_run,
		.merge = merge_person},
	{.name = "person.import", .label = N_("导入人员"), .subject = "person", .args = &directory_import_type, .run = directory_import_run,
		.creates = true},
	{.name = "person.assign", .label = N_("人员负责事项"), .subject = "person", .args = &person_assign_type, .run = assign_run},
	{.name = "body.add", .label = N_("新增外单位"), .subject = "body", .args = &body_type, .run = add_run, .creates = true},
	{.name = "body.change", .label = N_("修改外单位"), .subject = "body", .args = &body_type, .run = change_run,
		.merge = merge_body},
	{.name = "body.import", .label = N_("导入外单位"), .subject = "body", .args = &directory_import_type, .run = directory_import_run,
		.creates = true},
	{.name = "body.assign", .label = N_("外单位负责事项"), .subject = "body", .args = &directory_assign_type, .run = assign_run},
};
const struct verb *const directory_verbs[] = {&verbs[0], &verbs[1], &verbs[2], &verbs[3], &verbs[4], &verbs[5], &verbs[6], &verbs[7], &verbs[8],
	&verbs[9], &verbs[10], &verbs[11], NULL};
