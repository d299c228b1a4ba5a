/* Every operation on disk and every allocation of SQLite fails once, and from there on, under real verbs: what was acknowledged is there
 * afterwards, nothing is half done, the chain holds, and no process crashes. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "office/audit.h"
#include "office/backup.h"
#include "office/matter.h"
#include "office/operator.h"
#include "office/setting.h"
#include "tests/office_fixture.h"
#include "tests/store/shim.h"
#include "tests/test.h"

enum { VERBS = 5 };

struct outcome {
	bool opened;
	bool done[VERBS];
	struct err errors[VERBS];
};

static bool one_verb(struct office *o, int i, struct err *e)
{
	struct setting_args phone = {.key = "phone", .value = i == 0 ? "100" : "200", .valid_from = DAY_NONE};
	struct operator_args wang = {.login = "wang", .roles = "clerk,approver", .on = DAY_NONE};
	struct operator_args wrong = {.login = "nobody", .roles = "clerk", .on = DAY_NONE};
	switch (i) {
	case 0: return t_do(o, &setting_set, INT_NONE, &phone, NULL, e);
	case 1: return t_do(o, &operator_add, INT_NONE, &wang, NULL, e);
	case 2: return t_do(o, &setting_set, INT_NONE, &phone, NULL, e);
	case 3: return t_request(o, NULL, NULL, t_arena, e);
	default: return t_do(o, &operator_role, INT_NONE, &wrong, NULL, e); /* refused: ERR_MISSING */
	}
}

static struct outcome run(const char *path)
{
	struct desk desk = {.seed = 3, .today_fixed = true, .today = 20500, .now_fixed = true};
	struct outcome out = {0};
	struct office *o;
	struct err e = {0};
	if (!office_open(path, "tester", &desk, &o, &e))
		return out;
	out.opened = true;
	for (int i = 0; i < VERBS; i++) {
		out.done[i] = one_verb(o, i, &out.errors[i]);
		if (i == 1)
			(void)!store_checkpoint(o->store, &e);
	}
	office_close(o);
	return out;
}

static bool exists(struct office *o, const char *login)
{
	struct operator p;
	struct err e = {0};
	return operator_load(o, login, t_arena, &p, &e) && p.roles && !strcmp(p.roles, "clerk,approver");
}

/* The long runs (tests/soak/store.sh) try every point and look at every byte; the short ones skip along. */
static int soak(void)
{
	return getenv("GWGK_SOAK") != NULL;
}

static int stride(int usual)
{
	return soak() ? 1 : usual;
}

/* Looks at the file with the plain VFS. */
static void judge(const char *path, const struct outcome *out, const char *what, int64_t at)
{
	struct desk desk = {0};
	struct office *o = t_office_open(path, "tester", &desk);
	struct audit_fault *faults;
	struct store_findings found;
	struct err e = {0};
	size_t n;
	int64_t request;
	if (out->done[3] && !matter_find(o, "request", "2026-0001", &request, &e))
		fail_msg("%s %lld: a registered request is gone", what, (long long)at);
	err_clear(&e);
	const char *phone = setting_get(o, "phone", DAY_NONE, t_arena);
	bool wang = exists(o, "wang");
	struct audit_head head;
	assert_done(audit_head(o->store, &head, &e));
	if ((out->done[2] && (!phone || strcmp(phone, "200") != 0)) || (out->done[0] && !phone) || (out->done[1] && !wang))
		fail_msg("%s %lld: acknowledged and lost", what, (long long)at);
	if (head.seq < 1 + out->done[0] + out->done[1] + out->done[2] + out->done[3])
		fail_msg("%s %lld: lines are missing", what, (long long)at);
	for (int i = 0; i < VERBS; i++)
		if (out->opened && !out->done[i] && out->errors[i].code == ERR_NONE)
			fail_msg("%s %lld: verb %d failed without a word", what, (long long)at, i);
	if (at % 8 == 0 || soak()) {
		assert_done(store_check(o->store, t_arena, &found, &e));
		assert_done(audit_verify(o->store, NULL, t_arena, &faults, &n, &e));
		if (found.n || n)
			fail_msg("%s %lld: %s", what, (long long)at, found.n ? found.lines[0] : faults[0].text);
	}
	office_close(o);
	arena_reset(t_arena);
}

static void copy_file(const char *from, const char *to)
{
	char buf[1 << 16];
	FILE *in = fopen(from, "rbe"), *out = fopen(to, "wbe");
	assert_non_null(in);
	assert_non_null(out);
	for (size_t n; (n = fread(buf, 1, sizeof buf, in)) > 0;)
		assert_int_equal(fwrite(buf, 1, n, out), n);
	fclose(in);
	fclose(out);
}

static bool disk_fault(int64_t at, bool sticky, int rc)
{
	char what[64];
	char *path = strdup(t_office_file("f.db"));
	shim_forget();
	shim.fail_at = at;
	shim.sticky = sticky;
	shim.rc = rc;
	shim_on();
	struct outcome out = run(path);
	bool hit = shim.hit;
	shim_off();
	shim_forget();
	snprintf(what, sizeof what, "disk fault%s%s", sticky ? " sticky" : "", rc ? " full" : "");
	judge(path, &out, what, at);
	store_remove(path);
	free(path);
	return hit;
}

TEST(a_disk_that_fails_at_any_operation_loses_nothing_acknowledged)
{
	int64_t at = 1;
	while (disk_fault(at, false, 0))
		at += stride(2);
	assert_true(at > 60); /* the verbs did touch the disk */
	for (at = 1; disk_fault(at, true, 0); at += stride(5))
		;
	for (at = 1; disk_fault(at, true, SQLITE_FULL); at += stride(5))
		;
	for (at = 1; disk_fault(at, false, SQLITE_FULL); at += stride(5))
		;
}

static bool memory_fault(int64_t at, bool sticky)
{
	char *path = strdup(t_office_file("m.db"));
	shim_memory = (struct shim_memory){.fail_at = at, .sticky = sticky};
	struct outcome out = run(path);
	bool hit = shim_memory.hit;
	shim_memory = (struct shim_memory){0};
	judge(path, &out, sticky ? "memory fault sticky" : "memory fault", at);
	store_remove(path);
	free(path);
	return hit;
}

TEST(memory_that_runs_out_in_sqlite_is_an_error_and_not_a_crash)
{
	int64_t total = 1;
	for (int64_t at = 1; memory_fault(at, false); at += stride(1 + (int)at / 16))
		total = at;
	assert_true(total > 500);
	for (int64_t at = 1; memory_fault(at, true); at += stride(3 + (int)at / 8))
		;
}

static void set_phone(struct office *o, const char *value)
{
	struct setting_args in = {.key = "phone", .value = value, .valid_from = DAY_NONE};
	struct err e = {0};
	assert_done(t_do(o, &setting_set, INT_NONE, &in, NULL, &e));
}

/* A restore with the at-th disk operation failing: the live file holds the one content or the other, whole. */
static bool restore_fault(const char *live, const char *copy, int64_t at, bool sticky)
{
	struct desk desk = {.seed = 8};
	struct backup_report r;
	struct err e = {0};
	shim_forget();
	shim.fail_at = at;
	shim.sticky = sticky;
	shim_on();
	bool ok = office_restore(live, copy, "tester", &desk, t_arena, &r, &e), hit = shim.hit;
	shim_off();
	shim_forget();
	struct office *o = t_office_open(live, "tester", &desk);
	const char *phone = setting_get(o, "phone", DAY_NONE, t_arena);
	if (!phone || (strcmp(phone, "old") != 0 && (ok || strcmp(phone, "live") != 0)))
		fail_msg("restore fault %lld: %s", (long long)at, phone ? phone : "nothing");
	assert_true(ok || e.code != ERR_NONE);
	if (at % 5 == 0)
		t_verify(o);
	office_close(o);
	return hit;
}

TEST(a_restore_on_a_failing_disk_leaves_one_content_or_the_other)
{
	struct office *o = t_office("2026-03-09");
	struct backup_report r;
	struct err e = {0};
	set_phone(o, "old");
	assert_done(office_backup(o, t_path("copy.db"), t_arena, &r, &e));
	set_phone(o, "live");
	assert_done(store_settle(o->store, &e));
	t_office_end();
	char *copy = strdup(t_path("copy.db")), *clean = strdup(t_path("office.db")), *live = strdup(t_path("live.db"));
	bool more = true;
	for (int64_t at = 1; more; at += stride(131)) {
		for (int sticky = 0; sticky < 2; sticky++) {
			copy_file(clean, live);
			more = restore_fault(live, copy, at, sticky);
			store_remove(live);
			unlink(arena_printf(t_arena, "%s.before-restore-1", live));
		}
		arena_reset(t_arena);
	}
	free(copy), free(clean), free(live);
}

TEST(a_disk_nearly_full_is_refused_before_anything_is_written)
{
	struct office *o = t_office("2026-03-09");
	struct setting_args in = {.key = "phone", .value = "1", .valid_from = DAY_NONE};
	struct err e = {0};
	store_limits(o->store, 1000, INT64_MAX);
	assert_false(t_do(o, &setting_set, INT_NONE, &in, NULL, &e));
	assert_int_equal(e.code, ERR_SYSTEM);
	assert_non_null(strstr(e.text, "磁盘"));
	store_limits(o->store, 1000, 0);
	err_clear(&e);
	assert_done(t_do(o, &setting_set, INT_NONE, &in, NULL, &e));
}
