#include "office/operator.h"

#include <string.h>

#include "gen/q_operator.h"
#include "office/directory.h"

static const struct field operator_fields[] = {
	{.name = "id", .label = N_("编号"), .type = FIELD_ID, .offset = FIELD_AT(operator, id), .flags = FIELD_DERIVED},
	{.name = "login", .label = N_("登录名"), .type = FIELD_TEXT, .offset = FIELD_AT(operator, login)},
	{.name = "name", .label = N_("姓名"), .type = FIELD_TEXT, .offset = FIELD_AT(operator, name)},
	{.name = "unit", .label = N_("部门"), .type = FIELD_TEXT, .offset = FIELD_AT(operator, unit)},
	{.name = "roles", .label = N_("角色"), .type = FIELD_TEXT, .offset = FIELD_AT(operator, roles)},
	{.name = "ssh_key", .label = N_("公钥"), .type = FIELD_TEXT, .offset = FIELD_AT(operator, ssh_key)},
	{.name = "disabled_on", .label = N_("停用日期"), .type = FIELD_DATE, .offset = FIELD_AT(operator, disabled_on)},
	{.name = "unit_id", .label = N_("部门编号"), .type = FIELD_ID, .offset = FIELD_AT(operator, unit_id), .flags = FIELD_HIDDEN},
	{.name = "person_id", .label = N_("人员编号"), .type = FIELD_ID, .offset = FIELD_AT(operator, person_id), .flags = FIELD_HIDDEN},
	{.name = "version", .label = N_("版本"), .type = FIELD_INT, .offset = FIELD_AT(operator, version), .flags = FIELD_DERIVED},
	{0},
};
const struct record_type OPERATOR = {"operator", N_("操作员"), sizeof(struct operator), operator_fields};

static void read_row(struct q *q, struct arena *a, struct operator *out)
{
	record_clear(&OPERATOR, out);
	q_read_record(q, &OPERATOR, out, a);
}

bool operator_list(struct office *o, struct arena *a, struct operator_list *out, struct err *e)
{
	size_t cap = 0;
	struct err fault = {0};
	struct q *q = q_open(o->store, &Q_operator_list);
	*out = (struct operator_list){0};
	while (q_row(q, &fault)) {
		out->rows = arena_grow(a, out->rows, out->n, &cap, sizeof *out->rows);
		read_row(q, a, &out->rows[out->n++]);
	}
	q_end(q);
	return fault.code == ERR_NONE || err_set(e, fault.code, "%s", fault.text);
}

bool operator_load(struct office *o, const char *login, struct arena *a, struct operator *out, struct err *e)
{
	struct q *q = q_open(o->store, &Q_operator_by_login);
	struct err fault = {0};
	q_text(q, "login", login);
	bool found = q_row(q, &fault);
	if (found)
		read_row(q, a, out);
	q_end(q);
	if (fault.code != ERR_NONE)
		return err_set(e, fault.code, "%s", fault.text);
	return found || err_set(e, ERR_MISSING, _("没有操作员 %s"), login);
}

/* Inside the command= of authorized_keys double quotes and backslashes are escaped, and the words go through a shell: single quotes. */
static const char *shell_word(const char *s, struct arena *a)
{
	struct str b = str_new(a);
	str_char(&b, '\'');
	for (; *s; s++) {
		if (*s == '\'')
			str_add(&b, "'\\\\''");
		else if (*s == '"' || *s == '\\')
			str_printf(&b, "\\%c", *s);
		else
			str_char(&b, *s);
	}
	str_char(&b, '\'');
	return b.s;
}

const char *operator_key_line(const struct operator *p, const char *program, const char *db, struct arena *a)
{
	return arena_printf(a, "command=\"%s --db %s --as %s\",restrict,pty %s", shell_word(program, a), shell_word(db, a),
		shell_word(p->login, a), p->ssh_key);
}

/* --- verbs ----------------------------------------------------------------------------------------------------------------- */

#define LOGIN {.name = "login", .label = N_("登录名"), .type = FIELD_TEXT, .offset = FIELD_AT(operator_args, login), .flags = FIELD_REQUIRED}
#define NAME {.name = "name", .label = N_("姓名"), .type = FIELD_TEXT, .offset = FIELD_AT(operator_args, name)}
#define UNIT {.name = "unit", .label = N_("部门"), .type = FIELD_TEXT, .source = "unit", .offset = FIELD_AT(operator_args, unit)}
#define KEY {.name = "ssh_key", .label = N_("公钥"), .type = FIELD_TEXT, .offset = FIELD_AT(operator_args, ssh_key), \
	.help = N_("OpenSSH 公钥一行")}

static const struct field add_fields[] = {
	LOGIN, NAME, UNIT, KEY,
	{.name = "roles", .label = N_("角色"), .type = FIELD_TEXT, .source = "role", .offset = FIELD_AT(operator_args, roles),
		.help = N_("clerk unit_reviewer office_reviewer approver leader inspector admin，逗号分隔")},
	{0},
};
static const struct field change_fields[] = {LOGIN, NAME, UNIT, KEY, {0}};
static const struct field role_fields[] = {
	LOGIN,
	{.name = "roles", .label = N_("角色"), .type = FIELD_TEXT, .source = "role", .offset = FIELD_AT(operator_args, roles)},
	{0},
};
static const struct field disable_fields[] = {
	LOGIN,
	{.name = "on", .label = N_("停用日期"), .type = FIELD_DATE, .offset = FIELD_AT(operator_args, on)},
	{0},
};
static const struct record_type ADD = {"operator", N_("操作员"), sizeof(struct operator_args), add_fields};
static const struct record_type CHANGE = {"operator", N_("操作员"), sizeof(struct operator_args), change_fields};
static const struct record_type ROLE = {"operator", N_("操作员"), sizeof(struct operator_args), role_fields};
static const struct record_type DISABLE = {"operator", N_("操作员"), sizeof(struct operator_args), disable_fields};

static bool login_valid(const char *s)
{
	size_t n = strspn(s, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789._-");
	return n && n <= 64 && !s[n] && s[0] != '-' && s[0] != '.';
}

static bool key_valid(const char *s)
{
	return (!strncmp(s, "ssh-", 4) || !strncmp(s, "ecdsa-", 6) || !strncmp(s, "sk-", 3)) && strchr(s, ' ') && !strpbrk(s, "\n\r");
}

static bool check_key(const char *key, struct err *e)
{
	return !key || key_valid(key) || err_field(e, "ssh_key", _("不是 OpenSSH 公钥（一行，以 ssh- 开头）"));
}

/* INT_NONE where no unit was given. */
static bool pick_unit(struct verb_call *call, const char *typed, int64_t *unit_id, struct err *e)
{
	*unit_id = INT_NONE;
	return !typed || directory_pick(call->office, &directory_unit, "unit", typed, call->arena, unit_id, e);
}

/* The code of a role by its code or its name. */
static const char *role_code(struct verb_call *call, const char *typed, struct err *e)
{
	struct err fault = {0};
	struct q *q = q_open(call->office->store, &Q_role_find);
	q_text(q, "typed", typed);
	const char *code = q_row(q, &fault) ? q_get_text(q, "code", call->arena) : NULL;
	q_end(q);
	if (fault.code != ERR_NONE)
		err_set(e, fault.code, "%s", fault.text);
	else if (!code)
		err_field(e, "roles", _("没有角色 %s"), typed);
	return code;
}

/* Gives exactly the roles of a comma-separated list. */
static bool give_roles(struct verb_call *call, int64_t operator_id, const char *roles, struct err *e)
{
	struct office *o = call->office;
	struct q *q = q_open(o->store, &Q_operator_role_clear);
	q_int(q, "operator", operator_id);
	bool ok = q_run(q, e);
	q_end(q);
	for (const char *p = roles; ok && p && *p;) {
		size_t n = strcspn(p, ", ");
		const char *typed = arena_strndup(call->arena, p, n);
		p += n + strspn(p + n, ", ");
		const char *code = n ? role_code(call, typed, e) : NULL;
		if (!n)
			continue;
		if (!code)
			return false;
		q = q_open(o->store, &Q_operator_role_set);
		q_int(q, "operator", operator_id);
		q_text(q, "role", code);
		q_int(q, "active", 1);
		ok = q_run(q, e);
		q_end(q);
	}
	return ok;
}

/* Somebody must be left who can manage operators. */
static bool check_admins(struct verb_call *call, struct err *e)
{
	int64_t n = 0;
	struct q *q = q_open(call->office->store, &Q_operator_admins);
	q_int(q, "except", 0);
	if (!q_one_int(q, &n, e))
		return false;
	return n > 0 || err_set(e, ERR_RULE, _("至少要有一名在用的管理员"));
}

static bool add_run(struct verb_call *call, struct err *e)
{
	const struct operator_args *in = call->args;
	struct office *o = call->office;
	int64_t unit_id;
	if (!login_valid(in->login))
		return err_field(e, "login", _("登录名只能用字母、数字和 . _ -"));
	if (!check_key(in->ssh_key, e) || !pick_unit(call, in->unit, &unit_id, e))
		return false;
	struct q *q = q_open(o->store, &Q_operator_insert);
	q_text(q, "login", in->login);
	q_text(q, "name", in->name ? in->name : in->login);
	q_int(q, "unit_id", unit_id);
	q_text(q, "ssh_key", in->ssh_key);
	struct err fault = {0};
	bool ok = q_run(q, &fault);
	q_end(q);
	if (!ok && fault.code == ERR_CONFLICT)
		return err_field(e, "login", _("操作员 %s 已经有了"), in->login);
	if (!ok)
		return err_set(e, fault.code, "%s", fault.text);
	call->subject_id = store_last_id(o->store);
	if (!give_roles(call, call->subject_id, in->roles, e))
		return false;
	call->result = arena_printf(call->arena, _("已增加操作员 %s"), in->login);
	return true;
}

static bool load_subject(struct verb_call *call, struct operator *p, struct err *e)
{
	const struct operator_args *in = call->args;
	if (!operator_load(call->office, in->login, call->arena, p, e))
		return false;
	call->subject_id = p->id;
	return true;
}

static bool change_run(struct verb_call *call, struct err *e)
{
	const struct operator_args *in = call->args;
	struct operator p;
	int64_t unit_id;
	if (!check_key(in->ssh_key, e) || !pick_unit(call, in->unit, &unit_id, e) || !load_subject(call, &p, e))
		return false;
	struct q *q = q_open(call->office->store, &Q_operator_change);
	q_int(q, "id", p.id);
	q_text(q, "name", in->name);
	q_int(q, "unit_id", unit_id);
	q_text(q, "ssh_key", in->ssh_key);
	bool ok = q_run_one(q, e);
	q_end(q);
	call->result = arena_printf(call->arena, _("已修改操作员 %s"), in->login);
	return ok;
}

static bool role_run(struct verb_call *call, struct err *e)
{
	const struct operator_args *in = call->args;
	struct operator p;
	if (!load_subject(call, &p, e) || !give_roles(call, p.id, in->roles, e) || !check_admins(call, e))
		return false;
	call->result = arena_printf(call->arena, _("操作员 %s 的角色：%s"), in->login, in->roles ? in->roles : _("（无）"));
	return true;
}

/* What he still handles will not handle itself. */
static bool warn_open_work(struct verb_call *call, int64_t operator_id, struct err *e)
{
	int64_t n = 0;
	struct q *q = q_open(call->office->store, &Q_operator_open_work);
	q_int(q, "operator", operator_id);
	if (!q_one_int(q, &n, e))
		return false;
	if (n)
		call->warning = arena_printf(call->arena, _("还有 %lld 件由他承办，请移交（operator handover，或画面 92 按 F8）"), (long long)n);
	return true;
}

static bool disable_run(struct verb_call *call, struct err *e)
{
	const struct operator_args *in = call->args;
	struct operator p;
	if (!load_subject(call, &p, e))
		return false;
	if (p.disabled_on != DAY_NONE)
		return err_set(e, ERR_RULE, _("操作员 %s 已停用"), in->login);
	struct q *q = q_open(call->office->store, &Q_operator_disable);
	q_int(q, "id", p.id);
	q_day(q, "disabled_on", in->on == DAY_NONE ? desk_today(call->office->desk) : in->on);
	bool ok = q_run_one(q, e);
	q_end(q);
	if (!ok || !check_admins(call, e))
		return false;
	call->result = arena_printf(call->arena, _("已停用操作员 %s"), in->login);
	return warn_open_work(call, p.id, e);
}

const struct verb operator_add = {
	.name = "operator.add", .label = N_("增加操作员"), .subject = "operator", .args = &ADD, .run = add_run, .creates = true,
};
const struct verb operator_change = {
	.name = "operator.change", .label = N_("修改操作员"), .subject = "operator", .args = &CHANGE, .run = change_run,
};
const struct verb operator_role = {
	.name = "operator.role", .label = N_("设定角色"), .subject = "operator", .args = &ROLE, .run = role_run,
};
const struct verb operator_disable = {
	.name = "operator.disable", .label = N_("停用操作员"), .subject = "operator", .args = &DISABLE, .run = disable_run,
};
const struct verb *const operator_verbs[] = {&operator_add, &operator_change, &operator_role, &operator_disable, NULL};
