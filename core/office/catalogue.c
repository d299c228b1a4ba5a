#include "office/catalogue.h"

#include <string.h>
#include "base/pinyin.h"
#include "base/text.h"
#include "gen/q_catalogue.h"

const struct choice channel_list[] = {
	{"site", N_("直属海关网站"), NULL},
	{"social", N_("两微一端"), NULL},
	{"board", N_("现场公示栏"), NULL},
	{"screen", N_("现场电子屏"), NULL},
	{"terminal", N_("查询机、公用电脑"), NULL},
	{"handbook", N_("服务手册"), NULL},
	{"push", N_("入户/上门/网络精准推送"), NULL},
	{"other", N_("其他"), NULL},
	{"press", N_("新闻发布会"), NULL},
	{"periodical", N_("报刊"), NULL},
	{"broadcast", N_("广播、电视"), NULL},
	{NULL, NULL, NULL},
};

#define AT(member) offsetof(struct item, member)
static const struct field item_fields[] = {
	{.name = "number", .label = N_("序号"), .type = FIELD_INT, .offset = AT(number), .flags = FIELD_REQUIRED, .width = 4},
	{.name = "group", .label = N_("一级事项"), .type = FIELD_TEXT, .offset = AT(group), .flags = FIELD_REQUIRED, .width = 12},
	{.name = "name", .label = N_("二级事项"), .type = FIELD_TEXT, .offset = AT(name), .flags = FIELD_REQUIRED, .width = 24},
	{.name = "content", .label = N_("公开内容"), .type = FIELD_TEXT, .offset = AT(content), .help = N_("分项写作“1. 甲 2. 乙”，每项是一个内容要素")},
	{.name = "basis", .label = N_("公开依据"), .type = FIELD_TEXT, .offset = AT(basis), .help = N_("①至⑪，见目录备注1")},
	{.name = "publishers", .label = N_("公开主体"), .type = FIELD_TEXT, .offset = AT(publishers), .flags = FIELD_REQUIRED,
		.help = N_("谁制作、谁公开；几个主体用逗号隔开（目录备注2）")},
	{.name = "channels", .label = N_("推荐渠道"), .type = FIELD_CODE, .offset = AT(channels), .flags = FIELD_MULTI, .choices = channel_list,
		.help = N_("标黑选项为推荐，至少选择一种渠道公开（目录备注3）")},
	{.name = "other", .label = N_("其他渠道"), .type = FIELD_TEXT, .offset = AT(other)},
	{.name = "audience", .label = N_("公开对象"), .type = FIELD_TEXT, .offset = AT(audience)},
	{.name = "mode", .label = N_("公开方式"), .type = FIELD_TEXT, .offset = AT(mode)},
	{.name = "note", .label = N_("有关说明"), .type = FIELD_TEXT, .offset = AT(note)},
	{.name = "raw", .label = N_("原件残缺处"), .type = FIELD_TEXT, .offset = AT(raw)},
	{.name = NULL},
};
const struct record_type item_type = {"item", N_("事项"), sizeof(struct item), item_fields};
#undef AT

#define AT(member) offsetof(struct element, member)
static const struct field element_fields[] = {
	{.name = "element", .label = N_("要素序号"), .type = FIELD_INT, .offset = AT(k), .flags = FIELD_REQUIRED},
	{.name = "text", .label = N_("内容要素"), .type = FIELD_TEXT, .offset = AT(text), .flags = FIELD_REQUIRED},
	{.name = "deadline", .label = N_("公开时限"), .type = FIELD_TEXT, .offset = AT(deadline), .flags = FIELD_REQUIRED},
	{.name = "rule", .label = N_("期限规则"), .type = FIELD_TEXT, .offset = AT(rule)},
	{.name = NULL},
};
const struct record_type element_type = {"element", N_("内容要素"), sizeof(struct element), element_fields};
#undef AT

bool list_has(const char *list, const char *word)
{
	size_t n = strlen(word);
	for (const char *p = list; p && *p; p++) {
		size_t len = strcspn(p, ",");
		if (len == n && !memcmp(p, word, n))
			return true;
		p += len;
		if (!*p)
			break;
	}
	return false;
}

bool item_ours(const struct item *i)
{
	return list_has(i->publishers, N_("隶属海关")) || list_has(i->publishers, N_("本关"));
}

bool item_shared(const struct item *i)
{
	return item_ours(i) && i->publishers && strchr(i->publishers, ',');
}

bool item_recommends(const struct item *i, const char *channel)
{
	return list_has(i->channels, channel);
}

const char *item_channel_name(const struct item *i, const char *channel)
{
	if (!strcmp(channel, "other") && i && i->other)
		return i->other;
	return choice_label(channel_list, channel);
}

static void read_item(struct q *q, struct arena *a, struct item *i)
{
	*i = (struct item){
		.id = q_get_int(q, "id"), .version = q_get_int(q, "version"), .valid_from = q_get_day(q, "valid_from"),
		.valid_to = q_get_day(q, "valid_to"), .source = q_get_text(q, "source", a), .origin = q_get_text(q, "origin", a),
		.unit_id = q_get_int(q, "unit_id"), .person_id = q_get_int(q, "person_id"), .deputy_id = q_get_int(q, "deputy_id"),
		.unit = q_get_text(q, "unit", a), .person = q_get_text(q, "person", a), .deputy = q_get_text(q, "deputy", a),
		.phone = q_get_text(q, "phone", a), .room = q_get_text(q, "room", a), .unit_phone = q_get_text(q, "unit_phone", a),
	};
	q_read_record(q, &item_type, i, a);
}

static bool read_items(struct q *q, struct arena *a, struct catalogue *out, struct err *e)
{
	size_t cap = 0;
	*out = (struct catalogue){0};
	while (q_row(q, e)) {
		out->items = arena_grow(a, out->items, out->n, &cap, sizeof *out->items);
		read_item(q, a, &out->items[out->n++]);
	}
	q_end(q);
	return !e->code;
}

/* The rows come in the order of the items; a second pass hands them out. */
static bool read_elements(struct q *q, struct arena *a, struct catalogue *c, struct err *e)
{
	struct item *last = NULL;
	size_t cap = 0;
	while (q_row(q, e)) {
		int64_t item_id = q_get_int(q, "item_id");
		if (!last || last->id != item_id) {
			last = NULL;
			for (size_t i = 0; i < c->n; i++)
				if (c->items[i].id == item_id)
					last = &c->items[i];
			cap = 0;
			if (!last)
				continue;
		}
		last->elements = arena_grow(a, last->elements, last->nelements, &cap, sizeof *last->elements);
		struct element *x = &last->elements[last->nelements++];
		x->id = q_get_int(q, "id");
		x->item_id = item_id;
		q_read_record(q, &element_type, x, a);
	}
	q_end(q);
	return !e->code;
}

bool catalogue_load(struct office *o, daynum on, struct arena *a, struct catalogue *out, struct err *e)
{
	struct q *q = q_open(o->store, &Q_item_in_force);
	q_day(q, "on", on);
	if (!read_items(q, a, out, e))
		return false;
	q = q_open(o->store, &Q_element_in_force);
	q_day(q, "on", on);
	return read_elements(q, a, out, e);
}

bool catalogue_history(struct office *o, int64_t number, struct arena *a, struct catalogue *out, struct err *e)
{
	struct q *q = q_open(o->store, &Q_item_history);
	q_int(q, "number", number);
	if (!read_items(q, a, out, e))
		return false;
	q = q_open(o->store, &Q_element_history);
	q_int(q, "number", number);
	return read_elements(q, a, out, e);
}

const struct item *catalogue_find(const struct catalogue *c, int64_t number)
{
	for (size_t i = 0; i < c->n; i++)
		if (c->items[i].number == number)
			return &c->items[i];
	return NULL;
}

bool catalogue_item(struct office *o, int64_t number, daynum on, struct arena *a, struct item *out, struct err *e)
{
	struct catalogue all;
	if (!catalogue_history(o, number, a, &all, e))
		return false;
	if (!all.n || number == INT_NONE)
		return err_set(e, ERR_MISSING, _("目录中没有序号为 %lld 的事项"), (long long)(number == INT_NONE ? 0 : number));
	*out = all.items[0];
	for (size_t i = 0; i < all.n; i++)
		if (all.items[i].valid_from <= on)
			*out = all.items[i];
	return true;
}

static bool pick_by_words(const struct pinyin *p, const struct catalogue *c, const char *field, const char *typed, struct arena *a,
	int64_t *number, struct err *e)
{
	enum pinyin_rank best = PINYIN_SCATTERED;
	struct str names = str_new(a);
	size_t found = 0;
	for (size_t i = 0; i < c->n; i++) {
		enum pinyin_rank r = pinyin_match(p, typed, c->items[i].name);
		if (r <= PINYIN_SCATTERED || r < best)
			continue;
		if (r > best) {
			best = r;
			found = 0;
			str_cut(&names, 0);
		}
		found++;
		*number = c->items[i].number;
		str_printf(&names, "%s%lld %s", names.len ? N_("、") : "", (long long)*number, c->items[i].name);
	}
	if (found == 1)
		return true;
	if (found)
		return err_field(e, field, _("“%.60s”对应几个事项：%s"), typed, names.s);
	return err_field(e, field, _("目录中没有“%.60s”这个事项"), typed);
}

bool catalogue_pick(struct office *o, const char *field, const char *typed, struct arena *a, int64_t *number, struct err *e)
{
	struct catalogue c;
	if (!catalogue_load(o, desk_today(o->desk), a, &c, e))
		return false;
	const char *folded = text_trim(a, text_fold(a, typed));
	size_t digits = strspn(folded, "0123456789");
	if (digits && !folded[digits]) {
		int64_t n = 0;
		for (size_t i = 0; i < digits && n < 100000; i++)
			n = n * 10 + (folded[i] - '0');
		struct item any;
		if (!catalogue_item(o, n, desk_today(o->desk), a, &any, e)) {
			if (e->code != ERR_MISSING)
				return false;
			err_clear(e);
			return err_field(e, field, _("目录中没有序号为 %lld 的事项"), (long long)n);
		}
		*number = n;
		return true;
	}
	return pick_by_words(office_pinyin(o), &c, field, typed, a, number, e);
}
