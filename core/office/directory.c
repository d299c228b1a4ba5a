#include "office/directory.h"

#include <string.h>
#include "base/pinyin.h"
#include "base/text.h"
#include "gen/q_directory.h"
#include "office/directory_noun.h"

const struct choice body_kinds[] = {
	{"superior", N_("上级海关"), NULL},
	{"sister", N_("兄弟海关"), NULL},
	{"hotline", N_("热线"), NULL},
	{"petition", N_("信访"), NULL},
	{"local", N_("地方部门"), NULL},
	{"other", N_("其他"), NULL},
	{NULL, NULL, NULL},
};

#define HEAD(member) offsetof(struct directory_head, member)
#define AT(type, member) offsetof(struct type, member)
const struct record_type unit_type = {"unit", N_("部门"), sizeof(struct unit), (const struct field[]){
	{.name = "name", .label = N_("名称"), .type = FIELD_TEXT, .offset = HEAD(name), .flags = FIELD_REQUIRED, .width = 20},
	{.name = "code", .label = N_("代码"), .type = FIELD_TEXT, .offset = AT(unit, code), .width = 8},
	{.name = "parent", .label = N_("上级部门"), .type = FIELD_TEXT, .offset = HEAD(parent), .source = "unit", .width = 16},
	{.name = "phone", .label = N_("电话"), .type = FIELD_TEXT, .offset = AT(unit, phone), .width = 14},
	{.name = "room", .label = N_("地点"), .type = FIELD_TEXT, .offset = AT(unit, room), .width = 12},
	{.name = "closed_on", .label = N_("撤销日"), .type = FIELD_DATE, .offset = HEAD(closed_on)},
	{.name = "version", .label = N_("版本"), .type = FIELD_INT, .offset = HEAD(version), .flags = FIELD_HIDDEN},
	{.name = NULL},
}};
const struct record_type person_type = {"person", N_("人员"), sizeof(struct person), (const struct field[]){
	{.name = "name", .label = N_("姓名"), .type = FIELD_TEXT, .offset = HEAD(name), .flags = FIELD_REQUIRED, .width = 10},
	{.name = "unit", .label = N_("部门"), .type = FIELD_TEXT, .offset = HEAD(parent), .source = "unit", .width = 16},
	{.name = "title", .label = N_("职务"), .type = FIELD_TEXT, .offset = AT(person, title), .width = 12},
	{.name = "phone", .label = N_("电话"), .type = FIELD_TEXT, .offset = AT(person, phone), .width = 14},
	{.name = "room", .label = N_("房间"), .type = FIELD_TEXT, .offset = AT(person, room), .width = 8},
	{.name = "left_on", .label = N_("离任日"), .type = FIELD_DATE, .offset = HEAD(closed_on),
		.help = N_("负责同志、专岗变动应报直属海关办公室备案（标准指引（三）（四））")},
	{.name = "version", .label = N_("版本"), .type = FIELD_INT, .offset = HEAD(version), .flags = FIELD_HIDDEN},
	{.name = NULL},
}};
const struct record_type body_type = {"body", N_("外单位"), sizeof(struct body), (const struct field[]){
	{.name = "name", .label = N_("名称"), .type = FIELD_TEXT, .offset = HEAD(name), .flags = FIELD_REQUIRED, .width = 20},
	{.name = "kind", .label = N_("类别"), .type = FIELD_CODE, .offset = AT(body, kind), .flags = FIELD_REQUIRED, .choices = body_kinds},
	{.name = "holds", .label = N_("掌握的信息"), .type = FIELD_LINES, .offset = AT(body, holds), .width = 30},
	{.name = "items", .label = N_("公开的事项"), .type = FIELD_TEXT, .offset = AT(body, items), .help = N_("目录序号，用逗号隔开")},
	{.name = "phone", .label = N_("电话"), .type = FIELD_TEXT, .offset = AT(body, phone), .width = 14},
	{.name = "address", .label = N_("地址"), .type = FIELD_TEXT, .offset = AT(body, address)},
	{.name = "hours", .label = N_("办公时间"), .type = FIELD_TEXT, .offset = AT(body, hours)},
	{.name = "contact", .label = N_("联系人"), .type = FIELD_TEXT, .offset = AT(body, contact)},
	{.name = "closed_on", .label = N_("撤销日"), .type = FIELD_DATE, .offset = HEAD(closed_on)},
	{.name = "version", .label = N_("版本"), .type = FIELD_INT, .offset = HEAD(version), .flags = FIELD_HIDDEN},
	{.name = NULL},
}};
#undef HEAD
#undef AT

const struct directory_noun directory_unit = {"unit", &unit_type, &Q_unit_list, &Q_unit_insert, &Q_unit_update, &Q_unit_of_id};
const struct directory_noun directory_person = {"person", &person_type, &Q_person_list, &Q_person_insert, &Q_person_update, &Q_person_of_id};
const struct directory_noun directory_body = {"body", &body_type, &Q_body_list, &Q_body_insert, &Q_body_update, &Q_body_of_id};

const struct directory_noun *directory_noun(const char *name)
{
	static const struct directory_noun *const all[] = {&directory_unit, &directory_person, &directory_body};
	for (size_t i = 0; i < sizeof all / sizeof *all; i++)
		if (!strcmp(all[i]->name, name))
			return all[i];
	BUG("no directory noun %s", name);
}

const struct directory_head *directory_at(const struct directory_list *l, size_t i)
{
	const void *row = l->rows + i * l->type->size;
	return row;
}

static void read_row(struct q *q, const struct directory_noun *noun, struct directory_head *row, struct arena *a)
{
	record_clear(noun->type, row);
	q_read_record(q, noun->type, row, a);
	row->id = q_get_int(q, "id");
	row->version = q_get_int(q, "version");
	row->parent_id = q_get_int(q, "parent_id");
	row->closed_on = q_get_day(q, "closed_on");
	if (noun != &directory_body)
		row->parent = q_get_text(q, "parent", a);
}

bool directory_load(struct office *o, const struct directory_noun *noun, bool closed, struct arena *a, struct directory_list *out,
	struct err *e)
{
	size_t cap = 0, size = noun->type->size;
	daynum today = desk_today(o->desk);
	*out = (struct directory_list){.type = noun->type};
	struct q *q = q_open(o->store, noun->list);
	while (q_row(q, e)) {
		out->rows = arena_grow(a, out->rows, out->n, &cap, size);
		struct directory_head *row = (void *)(out->rows + out->n * size);
		read_row(q, noun, row, a);
		out->n += closed || row->closed_on == DAY_NONE || row->closed_on > today;
	}
	q_end(q);
	return !e->code;
}

static bool is_number(const char *s)
{
	size_t n = strspn(s, "0123456789");
	return n && n < 10 && !s[n];
}

/* How well a row answers to what was typed: its name, code or number 3, a name's start in pinyin 1. `at`: 姓名@部门. */
static int fits(struct office *o, const struct directory_noun *noun, const struct directory_head *row, const char *typed, const char *at,
	struct arena *a)
{
	if (at && (!row->parent || strcmp(row->parent, at)))
		return 0;
	if (!strcmp(row->name, typed))
		return 3;
	if (noun == &directory_unit) {
		const struct unit *u = (const void *)row;
		if (u->code && !strcmp(u->code, typed))
			return 3;
	}
	if (is_number(typed))
		return !strcmp(arena_printf(a, "%lld", (long long)row->id), typed) ? 3 : 0;
	switch (pinyin_match(office_pinyin(o), typed, row->name)) {
	case PINYIN_WHOLE:
		return 2;
	case PINYIN_START:
		return 1;
	default:
		return 0;
	}
}

bool directory_pick(struct office *o, const struct directory_noun *noun, const char *field, const char *typed, struct arena *a,
	int64_t *id, struct err *e)
{
	struct directory_list l;
	if (!directory_load(o, noun, true, a, &l, e))
		return false;
	char *name = text_trim(a, typed), *at = strchr(name, '@');
	if (at)
		*at++ = '\0';
	struct str names = str_new(a);
	size_t found = 0;
	int best = 1;
	for (size_t i = 0; i < l.n; i++) {
		const struct directory_head *row = directory_at(&l, i);
		int fit = fits(o, noun, row, name, at, a);
		if (fit < best)
			continue;
		if (fit > best) {
			best = fit;
			found = 0;
			str_cut(&names, 0);
		}
		found++;
		*id = row->id;
		str_printf(&names, "%s%s%s%s", names.len ? N_("、") : "", row->name, row->parent ? "@" : "", row->parent ? row->parent : "");
	}
	if (found == 1)
		return true;
	if (found)
		return err_field(e, field, _("“%.60s”对应几个%s：%.200s"), name, noun->type->label, names.s);
	return err_field(e, field, _("没有“%.60s”这个%s"), name, noun->type->label);
}

bool directory_settle(struct office *o, const struct directory_noun *noun, struct directory_head *row, struct arena *a, struct err *e)
{
	if (!record_check(noun->type, row, e))
		return false;
	if (noun == &directory_body) {
		row->parent_id = INT_NONE;
		return true;
	}
	const char *field = noun == &directory_unit ? "parent" : "unit";
	row->parent_id = INT_NONE;
	if (row->parent && !directory_pick(o, &directory_unit, field, row->parent, a, &row->parent_id, e))
		return false;
	if (noun == &directory_unit && row->parent_id == row->id && row->id != INT_NONE)
		return err_field(e, field, _("部门不能是自己的上级"));
	return true;
}

static void bind_row(struct q *q, const struct directory_noun *noun, const struct directory_head *row)
{
	q_bind_record(q, noun->type, row);
	if (noun != &directory_body)
		q_int(q, "parent_id", row->parent_id);
}

bool directory_insert(struct office *o, const struct directory_noun *noun, struct directory_head *row, struct arena *a, int64_t *id,
	struct err *e)
{
	if (!directory_settle(o, noun, row, a, e))
		return false;
	struct q *q = q_open(o->store, noun->insert);
	bind_row(q, noun, row);
	bool done = q_run(q, e);
	q_end(q);
	*id = done ? store_last_id(o->store) : INT_NONE;
	return done;
}

bool directory_update(struct office *o, const struct directory_noun *noun, struct directory_head *row, struct arena *a, struct err *e)
{
	if (!directory_settle(o, noun, row, a, e))
		return false;
	struct q *q = q_open(o->store, noun->update);
	bind_row(q, noun, row);
	q_int(q, "id", row->id);
	q_int(q, "version", row->version);
	bool done = q_run_one(q, e);
	q_end(q);
	return done;
}
