/* Who may sit at the desk, with their roles; for the administrator. */
#include <string.h>

#include "office/choice.h"
#include "office/operator.h"
#include "tui/app.h"
#include "tui/list.h"
#include "tui/screens/handover.h"
#include "tui/verb_form.h"

/* "clerk,admin" as people say it: 经办人、管理员. */
static const char *role_names(const struct choice_rows *roles, const char *codes, struct arena *a)
{
	struct str out = str_new(a);
	char *copy = arena_strdup(a, codes ? codes : ""), *code;
	while ((code = strsep(&copy, ","))) {
		const char *name = code;
		for (size_t i = 0; i < roles->n; i++)
			if (!strcmp(roles->rows[i].code, code))
				name = roles->rows[i].label;
		str_printf(&out, out.len ? _("、%s") : "%s", name);
	}
	return out.s;
}

static bool page(struct screen *s, const struct list_query *q, struct list_page *out, struct err *e)
{
	static const struct field role = {.name = "roles", .type = FIELD_TEXT, .source = "role"};
	static const struct choice_about about = {.item = INT_NONE};
	struct operator_list l;
	struct choice_rows roles;
	char iso[DAY_ISO];
	if (!operator_list(s->app->office, q->arena, &l, e) || !choices_of(s->app->office, &role, &about, q->arena, &roles, e))
		return false;
	struct list_row *rows = arena_array(q->arena, struct list_row, l.n + 1);
	for (size_t i = 0; i < l.n; i++) {
		const struct operator *p = &l.rows[i];
		bool gone = p->disabled_on != DAY_NONE;
		rows[i].id = p->id;
		rows[i].cells[0] = p->login;
		rows[i].cells[1] = p->name;
		rows[i].cells[2] = p->unit;
		rows[i].cells[3] = role_names(&roles, p->roles, q->arena);
		rows[i].cells[4] = p->ssh_key ? _("有") : _("无");
		rows[i].cells[5] = gone ? arena_printf(q->arena, _("停用 %s"), day_iso(p->disabled_on, iso)) : _("在用");
		rows[i].roles[5] = gone ? ROLE_DIM : ROLE_TEXT;
	}
	return list_page_of(s, rows, l.n, q, out);
}

/* The operator under the cursor; false on an empty list. */
static bool current(struct screen *s, struct operator *out)
{
	struct operator_list l;
	struct err e = {0};
	int64_t id = list_current(s->state);
	if (!operator_list(s->app->office, &s->app->event_arena, &l, &e)) {
		app_refuse(s->app, &e);
		return false;
	}
	for (size_t i = 0; i < l.n; i++)
		if (l.rows[i].id == id) {
			*out = l.rows[i];
			return true;
		}
	return false;
}

/* The verb's form with what is known of the operator. */
static void edit(struct screen *s, const struct verb *v)
{
	struct operator p;
	struct operator_args args = {0};
	if (!current(s, &p))
		return;
	record_clear(v->args, &args);
	args.login = p.login;
	args.name = p.name;
	args.roles = p.roles;
	args.ssh_key = p.ssh_key;
	args.unit = p.unit;
	args.on = DAY_NONE;
	verb_form_open(s->app, v, p.id, &args);
}

static void enter(struct screen *s, int64_t id)
{
	(void)id;
	edit(s, &operator_change);
}

static void act_add(struct app *app, void *self)
{
	(void)self;
	verb_form_open(app, &operator_add, INT_NONE, NULL);
}

static void act_change(struct app *app, void *self)
{
	(void)app;
	edit(self, &operator_change);
}

static void act_role(struct app *app, void *self)
{
	(void)app;
	edit(self, &operator_role);
}

static void act_disable(struct app *app, void *self)
{
	(void)app;
	edit(self, &operator_disable);
}

static void act_handover(struct app *app, void *self)
{
	struct operator p;
	if (current(self, &p))
		handover_open(app, "operator", p.login);
}

static const struct list_column columns[] = {
	{.label = N_("登录名"), .sort = true, .width = 14},
	{.label = N_("姓名"), .sort = true, .width = 8},
	{.label = N_("部门"), .sort = true, .width = 10, .spare = 1},
	{.label = N_("角色")},
	{.label = N_("公钥"), .width = 4, .spare = 2},
	{.label = N_("状态"), .width = 15},
	{0},
};
static const struct list_source source = {.whole = true, .columns = columns, .page = page, .enter = enter};

static bool operators_open(struct screen *s, const struct screen_arg *arg, struct err *e)
{
	(void)arg;
	(void)e;
	list_open(s->state, s, &source);
	return true;
}

static void operators_close(struct screen *s)
{
	list_close(s->state);
}

static void operators_paint(struct screen *s, struct canvas *c, struct area body)
{
	list_paint(s->state, c, body);
}

static void operators_chain(struct screen *s, struct chain *out)
{
	list_chain(s->state, out);
}

static void operators_refresh(struct screen *s)
{
	list_reload(s->state);
}

static int64_t operators_subject(struct screen *s)
{
	return list_current(s->state);
}

static const struct action actions[] = {
	{.name = "new", .label = N_("增加"), .flags = ACTION_BAR, .run = act_add},
	{.name = "print", .label = N_("移交"), .flags = ACTION_BAR, .run = act_handover},
	{.name = "change-operator", .label = N_("修改姓名、部门、公钥"), .run = act_change},
	{.name = "roles", .label = N_("设定角色"), .run = act_role},
	{.name = "disable-operator", .label = N_("停用"), .run = act_disable},
	{0},
};

const struct screen_type operators_screen = {
	.name = "operators", .code = "92", .title = N_("操作员"), .actions = actions, .size = sizeof(struct list), .menu = true,
	.needs_office = true, .open = operators_open, .close = operators_close, .paint = operators_paint, .chain = operators_chain,
	.refresh = operators_refresh, .subject = operators_subject,
};
