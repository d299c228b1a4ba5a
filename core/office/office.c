#include "office/office.h"

#include <pwd.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "gen/q_audit.h"
#include "gen/q_office.h"
#include "office/audit.h"
#include "office/office_tables.h"
#include "office/lawdata.h"
#include "office/seed.h"

static bool owns(const struct store *s)
{
	struct stat st;
	return stat(store_path(s), &st) == 0 && st.st_uid == getuid();
}

const char *office_os_login(struct arena *a)
{
	/* Under sudo to a service account the clerk is who called sudo. The variable is believed only where the account could claim any
	 * operator anyway (it owns the file, and --as would do). */
	const char *sudo = getenv("SUDO_USER");
	if (sudo && *sudo && getuid() != 0)
		return arena_strdup(a, sudo);
	const struct passwd *pw = getpwuid(getuid());
	return pw ? arena_strdup(a, pw->pw_name) : arena_printf(a, "uid%u", (unsigned)getuid());
}

static bool load_identity(struct office *o, struct err *e)
{
	struct q *q = q_open(o->store, &Q_office_get);
	bool found = q_row(q, e);
	if (found) {
		o->uuid = q_get_text(q, "uuid", &o->arena);
		o->epoch = q_get_int(q, "epoch");
		o->name = q_get_text(q, "name", &o->arena);
		o->purpose = q_get_text(q, "purpose", &o->arena);
	}
	q_end(q);
	if (!found && (!e || e->code == ERR_NONE))
		return err_set(e, ERR_SYSTEM, _("%s 没有建好（初始化中断），请删除后重新运行 gwgk init"), store_path(o->store));
	return found;
}

/* Fills the operator from one row of the query; false without error when there is none or it is disabled. */
static bool read_operator(struct office *o, struct q *q, bool *disabled, struct err *e)
{
	bool found = q_row(q, e);
	if (found) {
		const char *off = q_get_text(q, "disabled_on", &o->arena);
		*disabled = off != NULL;
		if (!off) {
			o->operator_id = q_get_int(q, "id");
			o->login = q_get_text(q, "login", &o->arena);
			o->operator_name = q_get_text(q, "name", &o->arena);
			o->unit_id = q_get_int(q, "unit_id");
		}
	}
	q_end(q);
	return found;
}

static bool sit_down(struct office *o, const char *as, struct err *e)
{
	bool disabled = false, mine = owns(o->store);
	const char *login = as ? as : office_os_login(&o->arena);
	if (as && !mine)
		return err_set(e, ERR_DENIED, _("只有办公文件的所有者可以用 --as 指定操作员"));
	struct q *q = q_open(o->store, &Q_office_operator_by_login);
	q_text(q, "login", login);
	bool found = read_operator(o, q, &disabled, e);
	if (!found && e && e->code != ERR_NONE)
		return false;
	if (disabled)
		return err_set(e, ERR_DENIED, _("操作员 %s 已停用"), login);
	if (!found && (as || !mine))
		return err_set(e, ERR_DENIED, _("没有操作员 %s"), login);
	return true;
}

static bool calendar_day_row(struct q *q, struct arena *a, struct calendar_row *r)
{
	const char *kind = q_get_text(q, "kind", a);
	*r = (struct calendar_row){.date = q_get_day(q, "date"), .workday = kind && !strcmp(kind, "workday"),
		.name = q_get_text(q, "name", a), .notice = q_get_text(q, "notice", a), .superseded = q_get_int(q, "superseded") == 1};
	return r->date != DAY_NONE;
}

bool office_calendar_load(struct store *s, struct arena *a, struct calendar **out, struct err *e)
{
	size_t n = 0, cap = 0;
	struct calendar_row *rows = NULL;
	struct err fault = {0};
	struct q *q = q_open(s, &Q_calendar_rows_all);
	while (q_row(q, &fault)) {
		rows = arena_grow(a, rows, n, &cap, sizeof *rows);
		if (calendar_day_row(q, a, &rows[n]))
			n++;
	}
	q_end(q);
	if (fault.code != ERR_NONE) {
		*e = fault;
		return false;
	}
	return calendar_build(rows, n, a, out, e);
}

static bool load_tables(struct office *o, struct err *e)
{
	struct arena fresh = {0};
	struct calendar *calendar;
	struct law *law;
	if (!office_calendar_load(o->store, &fresh, &calendar, e) || !lawdata_load(o->store, &fresh, &law, e)) {
		arena_free(&fresh);
		return false;
	}
	o->law = law;
	o->calendar = calendar;
	arena_free(&o->tables);
	o->tables = fresh;
	law->arena = &o->tables;
	return true;
}

bool office_head(struct office *o, int64_t *seq, struct err *e)
{
	struct audit_head head;
	if (!audit_head(o->store, &head, e))
		return false;
	*seq = head.seq;
	return true;
}

bool office_refresh(struct office *o, struct err *e)
{
	int64_t seq, moved = 1;
	if (!office_head(o, &seq, e))
		return false;
	if (seq == o->seen && o->calendar)
		return true;
	if (o->calendar) {
		struct q *q = q_open(o->store, &Q_audit_moved);
		q_int(q, "after", o->seen);
		if (!q_one_int(q, &moved, e))
			return false;
	}
	if (moved && !load_tables(o, e))
		return false;
	o->seen = seq;
	return true;
}

struct office *office_new(struct desk *desk)
{
	struct office *o = calloc(1, sizeof *o);
	if (!o)
		BUG("out of memory");
	o->desk = desk;
	o->operator_id = o->unit_id = INT_NONE;
	o->login = o->operator_name = o->name = o->uuid = "";
	o->purpose = "live";
	o->os_uid = (int64_t)getuid();
	o->over_ssh = getenv("SSH_CONNECTION") != NULL;
	return o;
}

bool office_open(const char *path, const char *as, struct desk *desk, struct office **out, struct err *e)
{
	struct office *o = office_new(desk);
	*out = NULL;
	if (!store_open(path, 0, &o->store, e) || !load_identity(o, e) || !sit_down(o, as, e) || !seed_upgrade(o, e) ||
		!office_refresh(o, e)) {
		office_close(o);
		return false;
	}
	*out = o;
	return true;
}

bool office_open_as_nobody(const char *path, struct desk *desk, struct office **out, struct err *e)
{
	struct office *o = office_new(desk);
	*out = NULL;
	if (!store_open(path, 0, &o->store, e) || !load_identity(o, e) || !seed_upgrade(o, e) || !office_refresh(o, e)) {
		office_close(o);
		return false;
	}
	*out = o;
	return true;
}

void office_close(struct office *o)
{
	if (!o)
		return;
	store_close(o->store);
	arena_free(&o->tables);
	arena_free(&o->arena);
	free(o);
}

bool office_may(struct office *o, const char *capability, int64_t unit_id, struct err *e)
{
	int64_t scope = INT_NONE;
	struct arena a = {0};
	struct err fault = {0};
	if (o->operator_id != INT_NONE) {
		struct q *q = q_open(o->store, &Q_office_scope);
		q_int(q, "operator", o->operator_id);
		q_text(q, "capability", capability);
		bool found = q_one_int(q, &scope, &fault);
		if (!found && fault.code != ERR_NONE)
			return err_set(e, fault.code, "%s", fault.text);
	}
	if (scope == 2 || (scope == 1 && unit_id != INT_NONE && unit_id == o->unit_id))
		return true;
	if (scope == 1)
		return err_set(e, ERR_DENIED, _("%s 只能办理本部门的事"), o->login);
	struct q *q = q_open(o->store, &Q_office_roles_with);
	q_text(q, "capability", capability);
	const char *roles = q_row(q, &fault) ? q_get_text(q, "names", &a) : NULL;
	err_set(e, ERR_DENIED, _("%s 无此权限，需要角色：%s"), *o->login ? o->login : _("当前用户"), roles ? roles : _("（无）"));
	q_end(q);
	arena_free(&a);
	return false;
}

static bool working_days(const void *ctx, daynum from, int n, daynum *out)
{
	const struct office *o = ctx;
	*out = calendar_add(o->calendar, from, n);
	return *out != DAY_NONE;
}

struct input office_input(const struct office *o)
{
	return (struct input){.today = desk_today(o->desk), .working_days = working_days, .ctx = o};
}
