#include "office/backup.h"

#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "gen/q_office.h"

/* Opens a copy and believes nothing: integrity, foreign keys, chain, digests, and that it holds `head`. */
static bool verify_copy(const char *path, const char *head, struct arena *a, struct backup_report *out, struct err *e)
{
	struct store *s;
	struct store_findings found;
	struct audit_fault *faults;
	struct audit_head last;
	size_t n;
	if (!store_open(path, STORE_READ_ONLY, &s, e))
		return false;
	bool ok = store_check(s, a, &found, e) && audit_verify(s, head, a, &faults, &n, e) && audit_head(s, &last, e);
	store_close(s);
	if (!ok)
		return false;
	if (found.n)
		return err_set(e, ERR_SYSTEM, _("副本没有通过完整性检查：%s"), found.lines[0]);
	if (n)
		return err_set(e, ERR_SYSTEM, _("副本没有通过审计检查：第 %lld 行 %s %s"), (long long)faults[0].seq,
			faults[0].table ? faults[0].table : "", faults[0].text);
	struct stat st;
	*out = (struct backup_report){.path = path, .lines = last.seq, .head = audit_head_text(&last, a)};
	out->size = stat(path, &st) == 0 ? (int64_t)st.st_size : 0;
	return true;
}

/* A copy of a live file that fails its proof is no backup, but it may be all there is: kept under a name that says so. Always false. */
static bool set_aside(const char *temporary, const char *to, struct arena *a, struct err *e)
{
	struct err why = *e, ignored = {0};
	const char *name = arena_printf(a, "%s.unverified", to);
	bool kept = why.code == ERR_SYSTEM && store_publish(temporary, name, &ignored);
	if (!kept)
		store_remove(temporary);
	err_clear(e);
	return err_set(e, why.code, kept ? _("%s；未经验证的副本留在 %s") : "%s", why.text, name);
}

/* A disk that is not mounted must not be replaced by a new folder; only the usual place beside the office file is made. */
static bool folder_there(const char *to, struct arena *a, struct err *e)
{
	const char *slash = strrchr(to, '/'), *folder = slash ? arena_strndup(a, to, (size_t)(slash - to)) : "";
	const char *last = strrchr(folder, '/');
	struct stat st;
	if (!*folder || !strcmp(last ? last + 1 : folder, "backup") || !stat(folder, &st))
		return true;
	return err_set(e, ERR_MISSING, _("没有文件夹 %s，没有备份"), folder);
}

bool office_backup(struct office *o, const char *to, struct arena *a, struct backup_report *out, struct err *e)
{
	struct audit_head head;
	if (!folder_there(to, a, e) || !store_place(to, e) || !audit_head(o->store, &head, e))
		return false;
	const char *temporary = arena_printf(a, "%s.tmp-%d", to, (int)getpid());
	store_remove(temporary);
	if (!store_backup(o->store, temporary, e))
		return false;
	if (!verify_copy(temporary, head.seq ? audit_head_text(&head, a) : NULL, a, out, e))
		return set_aside(temporary, to, a, e);
	if (!store_publish(temporary, to, e)) {
		store_remove(temporary);
		return false;
	}
	store_remove_companions(temporary);
	out->path = to;
	return true;
}

/* --- restore ------------------------------------------------------------------------------------------------------------- */

struct restore_args {
	const char *from, *head, *live, *by;
	int64_t epoch;
};
static const struct field restore_fields[] = {
	{.name = "from", .label = N_("备份"), .type = FIELD_TEXT, .offset = FIELD_AT(restore_args, from), .flags = FIELD_REQUIRED},
	{.name = "head", .label = N_("备份的校验值"), .type = FIELD_TEXT, .offset = FIELD_AT(restore_args, head)},
	{.name = "live", .label = N_("被替换文件的校验值"), .type = FIELD_TEXT, .offset = FIELD_AT(restore_args, live)},
	{.name = "by", .label = N_("办理人"), .type = FIELD_TEXT, .offset = FIELD_AT(restore_args, by)},
	{.name = "epoch", .label = N_("代次"), .type = FIELD_INT, .offset = FIELD_AT(restore_args, epoch)},
	{0},
};
static const struct record_type RESTORE = {"restore", N_("恢复"), sizeof(struct restore_args), restore_fields};

static bool restore_run(struct verb_call *call, struct err *e)
{
	const struct restore_args *in = call->args;
	struct q *q = q_open(call->office->store, &Q_office_epoch_set);
	q_int(q, "epoch", in->epoch);
	bool ok = q_run_one(q, e);
	q_end(q);
	call->result = arena_printf(call->arena, _("已由 %s 从备份恢复（备份 %s，替换前 %s）"), in->by, in->head, in->live ? in->live : _("无"));
	return ok;
}

/* The power is asked in the live office; the line is written in the copy, where the operator may not exist. */
const struct verb office_restore_verb = {
	.name = "office.restore", .label = N_("从备份恢复"), .subject = "office", .args = &RESTORE, .capability = "", .run = restore_run,
};

/* *other: the name of the office whose file the copy is, where that is not the live one. */
static bool write_line(const char *copy, struct restore_args *args, const struct office *live, const char **other, struct desk *desk,
	struct arena *a, struct err *e)
{
	struct office *o;
	unsigned char cmd[CMD_ID_LEN];
	struct err ignored = {0};
	/* As the same person where the copy knows them, else as nobody: the line names them either way. */
	if (!office_open(copy, args->by, desk, &o, &ignored) && !office_open_as_nobody(copy, desk, &o, e))
		return false;
	struct verb_call call = {.office = o, .verb = &office_restore_verb, .subject_id = 1, .args = args, .arena = a};
	if (args->epoch <= o->epoch)
		args->epoch = o->epoch + 1;
	if (live && strcmp(live->uuid, o->uuid))
		*other = arena_strdup(a, *o->name ? o->name : o->uuid);
	cmd_id_new(desk, cmd);
	bool ok = verb_do(&call, cmd, e) && store_settle(o->store, e);
	office_close(o);
	return ok;
}

/* A restore that was cut off has left such a file already; what it holds is kept too. */
static const char *free_name(const char *path, int64_t epoch, struct arena *a)
{
	struct stat st;
	const char *name = arena_printf(a, "%s.before-restore-%lld", path, (long long)epoch);
	for (int more = 2; lstat(name, &st) == 0; more++)
		name = arena_printf(a, "%s.before-restore-%lld-%d", path, (long long)epoch, more);
	return name;
}

/* Keeps what the live file holds, then gives it the content of the copy. */
static bool swap_in(struct office *live, const char *copy, const char **before, struct arena *a, struct err *e)
{
	struct backup_report kept;
	struct store *s;
	*before = free_name(store_path(live->store), live->epoch, a);
	if (!office_backup(live, *before, a, &kept, e) || !store_open(copy, STORE_READ_ONLY, &s, e))
		return false;
	bool ok = store_replace(live->store, s, e);
	store_close(s);
	store_remove(copy);
	return ok;
}

static bool prepare(const char *from, const char *temporary, struct arena *a, struct backup_report *out, struct err *e)
{
	struct store *s;
	if (!verify_copy(from, NULL, a, out, e) || !store_open(from, STORE_READ_ONLY, &s, e))
		return false;
	store_remove(temporary);
	bool ok = store_backup(s, temporary, e);
	store_close(s);
	return ok;
}

static bool restore_into(struct office *live, const char *path, const char *from, struct desk *desk, struct arena *a,
	struct backup_report *out, struct err *e)
{
	struct restore_args args;
	struct audit_head head;
	const char *temporary = arena_printf(a, "%s.restore-%d", path, (int)getpid());
	record_clear(&RESTORE, &args);
	args.from = from;
	args.by = live && *live->login ? live->login : office_os_login(a);
	args.epoch = live ? live->epoch + 1 : 0;
	if (live && !audit_head(live->store, &head, e))
		return false;
	args.live = live ? audit_head_text(&head, a) : NULL;
	if (!prepare(from, temporary, a, out, e))
		return false;
	args.head = out->head;
	const char *kept = NULL, *other = NULL;
	bool ok = write_line(temporary, &args, live, &other, desk, a, e) && verify_copy(temporary, NULL, a, out, e) &&
		(live ? swap_in(live, temporary, &kept, a, e) : store_publish(temporary, path, e));
	store_remove(temporary);
	out->path = path;
	out->kept = kept;
	out->other = other;
	return ok;
}

bool office_restore(const char *path, const char *from, const char *as, struct desk *desk, struct arena *a, struct backup_report *out,
	struct err *e)
{
	struct office *live = NULL;
	struct err why = {0};
	if (access(from, F_OK))
		return err_set(e, ERR_MISSING, _("没有备份文件 %s"), from);
	if (!office_open(path, as, desk, &live, &why) && why.code != ERR_MISSING)
		return err_set(e, why.code, _("%s（办公文件打不开时，先把它移开再恢复）"), why.text);
	if (!live && !store_place(path, e))
		return false;
	bool ok = !live || office_may(live, "office.restore", INT_NONE, e);
	ok = ok && restore_into(live, path, from, desk, a, out, e);
	office_close(live);
	return ok;
}
