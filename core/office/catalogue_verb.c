/* The verbs of the catalogue: add, change, retire (import is in catalogue_import.c). */
#include <stdio.h>
#include <string.h>
#include "base/text.h"
#include "gen/q_catalogue.h"
#include "office/catalogue.h"
#include "office/catalogue_write.h"

#define AT(member) offsetof(struct item_args, member)
#define ITEM_FIELDS(required)                                                                                                       \
	{.name = "group", .label = N_("一级事项"), .type = FIELD_TEXT, .offset = AT(item.group), .flags = required},                        \
	{.name = "name", .label = N_("二级事项"), .type = FIELD_TEXT, .offset = AT(item.name), .flags = required},                          \
	{.name = "content", .label = N_("公开内容"), .type = FIELD_LINES, .offset = AT(item.content), .flags = required,                    \
		.help = N_("分项写作“1. 甲 2. 乙”，每项是一个内容要素")},                                                                     \
	{.name = "deadline", .label = N_("公开时限"), .type = FIELD_LINES, .offset = AT(deadline), .flags = required,                       \
		.help = N_("如“自信息形成或者变更之日起20个工作日内”；各要素不同的分项写；认不出的按另有规定（EXT）处理，原文保留")},            \
	{.name = "basis", .label = N_("公开依据"), .type = FIELD_TEXT, .offset = AT(item.basis), .help = N_("①至⑪，见目录备注1")},         \
	{.name = "publishers", .label = N_("公开主体"), .type = FIELD_TEXT, .offset = AT(item.publishers),                                 \
		.help = N_("谁制作、谁公开；几个主体用逗号隔开（目录备注2）")},                                                               \
	{.name = "channels", .label = N_("推荐渠道"), .type = FIELD_CODE, .offset = AT(item.channels), .flags = FIELD_MULTI,                \
		.choices = channel_list, .help = N_("至少选择一种渠道公开（目录备注3）")},                                                    \
	{.name = "other", .label = N_("其他渠道"), .type = FIELD_TEXT, .offset = AT(item.other)},                                           \
	{.name = "audience", .label = N_("公开对象"), .type = FIELD_TEXT, .offset = AT(item.audience)},                                     \
	{.name = "mode", .label = N_("公开方式"), .type = FIELD_TEXT, .offset = AT(item.mode)},                                             \
	{.name = "note", .label = N_("有关说明"), .type = FIELD_TEXT, .offset = AT(item.note)},                                             \
	{.name = "source", .label = N_("来源文件"), .type = FIELD_TEXT, .offset = AT(item.source)},                                         \
	{.name = "rule", .label = N_("期限规则"), .type = FIELD_TEXT, .offset = AT(rule),                                                   \
		.help = N_("WD(20) CD(20) FIX(01-31) ASAP-U ASAP-P BEFORE(30,cd) EXT；通常由公开时限认出，不必填")},                          \
	{.name = "on", .label = N_("起用日"), .type = FIELD_DATE, .offset = AT(on), .help = N_("新版本自这一天起用，默认今天")}

static const struct field add_fields[] = {
	{.name = "number", .label = N_("序号"), .type = FIELD_INT, .offset = AT(number), .flags = FIELD_IMMUTABLE, .help = N_("不填则取下一个")},
	ITEM_FIELDS(FIELD_REQUIRED),
	{.name = NULL},
};
static const struct field change_fields[] = {
	ITEM_FIELDS(0),
	{.name = "element", .label = N_("要素序号"), .type = FIELD_INT, .offset = AT(element), .help = N_("只改这一项内容要素时填")},
	{.name = "text", .label = N_("要素内容"), .type = FIELD_TEXT, .offset = AT(text)},
	{.name = "reason", .label = N_("修改理由"), .type = FIELD_TEXT, .offset = AT(reason)},
	{.name = NULL},
};
static const struct field retire_fields[] = {
	{.name = "on", .label = N_("停用日"), .type = FIELD_DATE, .offset = AT(on), .help = N_("自这一天起不再公开，默认今天")},
	{.name = "reason", .label = N_("停用理由"), .type = FIELD_TEXT, .offset = AT(reason), .flags = FIELD_REQUIRED},
	{.name = NULL},
};
#undef AT
const struct record_type item_add_type = {"item_add", N_("新增事项"), sizeof(struct item_args), add_fields};
const struct record_type item_change_type = {"item_change", N_("修改事项"), sizeof(struct item_args), change_fields};
const struct record_type item_retire_type = {"item_retire", N_("停用事项"), sizeof(struct item_args), retire_fields};

static bool basis_known(struct store *s, const char *basis, struct err *e)
{
	for (const char *p = basis; p && *p;) {
		uint32_t cp;
		size_t used = utf8_next(p, strlen(p), &cp);
		char mark[5] = "";
		memcpy(mark, p, used < 5 ? used : 4);
		p += used;
		if (cp == ',' || cp == ' ')
			continue;
		struct q *q = q_open(s, &Q_basis_has);
		q_text(q, "mark", mark);
		int64_t n;
		if (!q_one_int(q, &n, e))
			return false;
		if (!n)
			return err_field(e, "basis", _("公开依据里没有“%s”（目录备注1）"), mark);
	}
	return true;
}

/* "直属海关、隶属海关" and "1. 直属海关 2. 隶属海关" to the comma-separated list. */
const char *publishers_read(const char *text, struct arena *a)
{
	if (!text)
		return NULL;
	struct str out = str_new(a);
	for (const char *p = text; *p;) {
		uint32_t cp;
		size_t used = utf8_next(p, strlen(p), &cp);
		bool separates = cp == ',' || cp == ' ' || cp == 0x3001 || cp == 0xFF0C || cp == ';' || cp == '\n' || cp == '.' ||
			(cp >= '0' && cp <= '9');
		if (!separates)
			str_addn(&out, p, used);
		else if (out.len && out.s[out.len - 1] != ',')
			str_char(&out, ',');
		p += used;
	}
	if (out.len && out.s[out.len - 1] == ',')
		str_cut(&out, out.len - 1);
	return out.len ? out.s : NULL;
}

/* Typed on several lines, kept on one: a table has one line a cell. */
static const char *on_one_line(const char *text, struct arena *a)
{
	char *s = text ? arena_strdup(a, text) : NULL;
	for (char *p = s; p && *p; p++)
		*p = *p == '\n' || *p == '\t' ? ' ' : *p;
	return s;
}

bool item_check_fields(struct store *s, struct item *i, struct arena *a, struct err *e)
{
	i->publishers = publishers_read(i->publishers, a);
	if (!i->publishers)
		return err_field(e, "publishers", _("请填公开主体（谁制作、谁公开）"));
	for (size_t k = 0; k < i->nelements; k++) {
		struct rule r;
		if (!rule_parse(i->elements[k].rule, &r, e)) {
			snprintf(e->field, sizeof e->field, "rule");
			return false;
		}
	}
	return basis_known(s, i->basis, e);
}

void item_copy_text(struct item *to, const struct item *from, const struct field *f)
{
	const void *src = (const char *)from + f->offset;
	void *dst = (char *)to + f->offset;
	*(const char **)dst = *(const char *const *)src;
}

static bool element_put(struct store *s, int64_t item_id, const struct element *x, struct err *e)
{
	struct q *q = q_open(s, &Q_element_exists);
	q_int(q, "item_id", item_id);
	q_int(q, "element", x->k);
	int64_t n;
	if (!q_one_int(q, &n, e))
		return false;
	q = q_open(s, n ? &Q_element_update : &Q_element_insert);
	q_int(q, "item_id", item_id);
	q_bind_record(q, &element_type, x);
	bool done = q_run(q, e);
	q_end(q);
	return done;
}

/* The elements become exactly these; those no longer named are put out of use. */
static bool elements_put(struct store *s, const struct item *i, const struct item *before, struct err *e)
{
	for (size_t k = 0; k < i->nelements; k++)
		if (!element_put(s, i->id, &i->elements[k], e))
			return false;
	for (size_t k = 0; before && before->id == i->id && k < before->nelements; k++) {
		bool kept = false;
		for (size_t m = 0; m < i->nelements; m++)
			kept = kept || i->elements[m].k == before->elements[k].k;
		if (kept)
			continue;
		struct q *q = q_open(s, &Q_element_drop);
		q_int(q, "item_id", i->id);
		q_int(q, "element", before->elements[k].k);
		bool done = q_run(q, e);
		q_end(q);
		if (!done)
			return false;
	}
	return true;
}

bool item_insert(struct store *s, struct item *i, struct err *e)
{
	struct q *q = q_open(s, &Q_item_insert);
	q_bind_record(q, &item_type, i);
	q_day(q, "valid_from", i->valid_from);
	q_text(q, "source", i->source);
	q_text(q, "origin", i->origin);
	q_int(q, "unit_id", i->unit_id);
	q_int(q, "person_id", i->person_id);
	q_int(q, "deputy_id", i->deputy_id);
	bool done = q_run(q, e);
	q_end(q);
	if (!done)
		return false;
	i->id = store_last_id(s);
	return elements_put(s, i, NULL, e);
}

static bool item_close(struct store *s, const struct item *i, daynum last, const char *reason, struct err *e)
{
	struct q *q = q_open(s, &Q_item_close);
	q_int(q, "id", i->id);
	q_int(q, "version", i->version);
	q_day(q, "valid_to", last);
	q_text(q, "reason", reason);
	bool done = q_run_one(q, e);
	q_end(q);
	return done;
}

bool item_replace(struct store *s, const struct item *before, struct item *after, daynum on, struct err *e)
{
	after->origin = "office";
	if (on < before->valid_from) {
		char iso[DAY_ISO];
		return err_field(e, "on", _("起用日早于现行版本的起用日 %s"), day_iso(before->valid_from, iso));
	}
	if (on == before->valid_from) {
		struct q *q = q_open(s, &Q_item_update);
		q_bind_record(q, &item_type, after);
		q_int(q, "id", before->id);
		q_int(q, "version", before->version);
		q_text(q, "source", after->source);
		q_text(q, "origin", after->origin);
		bool done = q_run_one(q, e);
		q_end(q);
		after->id = before->id;
		return done && elements_put(s, after, before, e);
	}
	after->valid_from = on;
	return item_close(s, before, on - 1, NULL, e) && item_insert(s, after, e);
}

static bool add_run(struct verb_call *call, struct err *e)
{
	struct item_args *args = call->args;
	struct store *s = call->office->store;
	struct item i = args->item;
	i.content = on_one_line(i.content, call->arena);
	args->deadline = on_one_line(args->deadline, call->arena);
	i.number = args->number;
	i.unit_id = i.person_id = i.deputy_id = INT_NONE;
	if (i.number == INT_NONE) {
		if (!q_one_int(q_open(s, &Q_item_next_number), &i.number, e))
			return false;
	} else if (i.number < 1 || i.number > 9999) {
		return err_field(e, "number", _("序号应在 1 到 9999 之间"));
	}
	struct q *q = q_open(s, &Q_item_any);
	q_int(q, "number", i.number);
	int64_t n;
	if (!q_one_int(q, &n, e))
		return false;
	if (n)
		return err_field(e, "number", _("序号 %lld 已经用过；修改请用“修改事项”"), (long long)i.number);
	i.valid_from = args->on == DAY_NONE ? desk_today(call->office->desk) : args->on;
	i.publishers = i.publishers ? i.publishers : N_("隶属海关");
	i.source = i.source ? i.source : N_("本关");
	i.origin = "office";
	if (!elements_read(i.content, args->deadline, call->arena, &i.elements, &i.nelements, e))
		return false;
	for (size_t k = 0; args->rule && k < i.nelements; k++)
		i.elements[k].rule = args->rule;
	if (!item_check_fields(s, &i, call->arena, e) || !item_insert(s, &i, e))
		return false;
	call->subject_id = i.number;
	call->result = arena_printf(call->arena, _("已新增事项 %lld %s"), (long long)i.number, i.name);
	return true;
}

/* The newest version, which must still be in force. */
static bool current(struct office *o, int64_t number, struct arena *a, struct item *out, struct err *e)
{
	struct catalogue all;
	if (!catalogue_history(o, number, a, &all, e))
		return false;
	if (!all.n)
		return err_set(e, ERR_MISSING, _("目录中没有序号为 %lld 的事项"), (long long)number);
	*out = all.items[all.n - 1];
	if (out->valid_to != DAY_NONE)
		return err_set(e, ERR_RULE, _("事项 %lld %s 已停用"), (long long)number, out->name);
	return true;
}

static bool open_item(struct office *o, int64_t number, struct err *why)
{
	struct arena a = {0};
	struct item i;
	bool yes = current(o, number, &a, &i, why);
	arena_free(&a);
	return yes;
}

/* One element alone: its text, deadline or rule. */
static bool change_element(const struct item_args *args, struct item *i, struct arena *a, struct err *e)
{
	struct element *list = arena_array(a, struct element, i->nelements + 1), *x = NULL;
	memcpy(list, i->elements, sizeof *list * i->nelements);
	i->elements = list;
	for (size_t k = 0; k < i->nelements; k++)
		if (list[k].k == args->element)
			x = &list[k];
	if (!x && args->element == (int64_t)i->nelements + 1 && args->text) {
		x = &list[i->nelements++];
		*x = (struct element){.k = args->element, .deadline = list[0].deadline, .rule = list[0].rule};
	}
	if (!x)
		return err_field(e, "element", _("事项 %lld 没有第 %lld 项内容要素"), (long long)i->number, (long long)args->element);
	x->text = args->text ? args->text : x->text;
	if (args->deadline) {
		x->deadline = args->deadline;
		x->rule = deadline_rule(args->deadline, a);
	}
	x->rule = args->rule ? args->rule : x->rule;
	struct str content = str_new(a);
	if (i->nelements == 1)
		str_add(&content, list[0].text);
	for (size_t k = 0; i->nelements > 1 && k < i->nelements; k++)
		str_printf(&content, "%s%zu. %s", k ? " " : "", k + 1, list[k].text);
	i->content = content.s;
	return true;
}

static bool change_elements(const struct item_args *args, struct item *i, const struct item *before, struct arena *a, struct err *e)
{
	if (args->element != INT_NONE)
		return change_element(args, i, a, e);
	if (!args->item.content && !args->deadline && !args->rule)
		return true;
	struct str old = str_new(a);
	bool same = true;
	for (size_t k = 0; k < before->nelements; k++)
		same = same && !strcmp(before->elements[k].deadline, before->elements[0].deadline);
	for (size_t k = 0; k < before->nelements; k++)
		str_printf(&old, "%s%zu. %s", k ? " " : "", k + 1, before->elements[k].deadline);
	const char *deadline = args->deadline ? args->deadline : same && before->nelements ? before->elements[0].deadline : old.s;
	if (!elements_read(i->content, deadline, a, &i->elements, &i->nelements, e))
		return false;
	for (size_t k = 0; k < i->nelements; k++) {
		if (args->rule)
			i->elements[k].rule = args->rule;
		else if (!args->deadline && k < before->nelements && !strcmp(before->elements[k].deadline, i->elements[k].deadline))
			i->elements[k].rule = before->elements[k].rule; /* a rule set by hand stays */
	}
	return true;
}

static bool change_run(struct verb_call *call, struct err *e)
{
	struct item_args *args = call->args;
	struct item before, after;
	if (!current(call->office, call->subject_id, call->arena, &before, e))
		return false;
	args->item.content = on_one_line(args->item.content, call->arena);
	args->deadline = on_one_line(args->deadline, call->arena);
	after = before;
	for (const struct field *f = item_type.fields; f->name; f++)
		if (f->type != FIELD_INT && record_known(f, &args->item))
			item_copy_text(&after, &args->item, f);
	after.source = args->item.source ? args->item.source : before.source;
	if (!change_elements(args, &after, &before, call->arena, e) || !item_check_fields(call->office->store, &after, call->arena, e))
		return false;
	struct catalogue was = {1, &before}, is = {1, &after};
	if (!catalogue_diff(&was, &is, call->arena).n && after.source == before.source)
		return err_set(e, ERR_INPUT, _("没有任何改动"));
	daynum on = args->on == DAY_NONE ? desk_today(call->office->desk) : args->on;
	if (on < before.valid_from && args->on == DAY_NONE)
		on = before.valid_from;
	if (!item_replace(call->office->store, &before, &after, on, e))
		return false;
	call->result = arena_printf(call->arena, _("已修改事项 %lld %s"), (long long)after.number, after.name);
	return true;
}

static bool retire_run(struct verb_call *call, struct err *e)
{
	struct item_args *args = call->args;
	struct item i;
	if (!current(call->office, call->subject_id, call->arena, &i, e))
		return false;
	daynum on = args->on == DAY_NONE ? desk_today(call->office->desk) : args->on;
	if (on <= i.valid_from)
		return err_field(e, "on", _("停用日应晚于这一版本的起用日"));
	if (!item_close(call->office->store, &i, on - 1, args->reason, e))
		return false;
	char zh[DAY_ZH];
	call->result = arena_printf(call->arena, _("事项 %lld %s 自%s起停用"), (long long)i.number, i.name, day_zh(on, zh));
	return true;
}

static const struct verb add_verb = {
	.name = "catalogue.add", .label = N_("新增事项"), .subject = "item", .args = &item_add_type, .run = add_run, .creates = true,
};
static const struct verb change_verb = {
	.name = "catalogue.change", .label = N_("修改事项"), .subject = "item", .args = &item_change_type, .can = open_item, .run = change_run,
};
static const struct verb retire_verb = {
	.name = "catalogue.retire", .label = N_("停用事项"), .subject = "item", .args = &item_retire_type, .can = open_item, .run = retire_run,
};
static const struct verb import_verb = {
	.name = "catalogue.import", .label = N_("导入目录"), .args = &catalogue_import_type, .run = catalogue_import_run,
};
const struct verb *const catalogue_verbs[] = {&add_verb, &change_verb, &retire_verb, &import_verb, NULL};
