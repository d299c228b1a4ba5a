#include "office/backup.h"

#include <dirent.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "office/operator.h"
#include "office/setting.h"
#include "tests/office_fixture.h"
#include "tests/store/shim.h"
#include "tests/test.h"

static void set_phone(struct office *o, const char *value)
{
	struct setting_args in = {.key = "phone", .value = value, .valid_from = DAY_NONE};
	struct err e = {0};
	assert_done(t_do(o, &setting_set, INT_NONE, &in, NULL, &e));
}

static const char *phone_in(const char *path)
{
	struct desk desk = {0};
	struct office *o = t_office_open(path, "tester", &desk);
	const char *v = setting_get(o, "phone", DAY_NONE, t_arena);
	t_verify(o);
	office_close(o);
	return v ? v : "";
}

static void scribble(const char *path, long at)
{
	FILE *f = fopen(path, "r+be");
	assert_non_null(f);
	fseek(f, at, SEEK_SET);
	fputs("scribble", f);
	fclose(f);
}

static int files_named(const char *part)
{
	int n = 0;
	DIR *d = opendir(t_dir);
	for (struct dirent *f; (f = readdir(d));)
		n += strstr(f->d_name, part) != NULL;
	closedir(d);
	return n;
}

TEST(a_backup_is_verified_private_and_never_replaces_anything)
{
	struct office *o = t_office("2026-03-09");
	struct backup_report r, again;
	struct audit_head head;
	struct stat st;
	struct err e = {0};
	set_phone(o, "1");
	assert_done(office_backup(o, t_path("b.db"), t_arena, &r, &e));
	assert_done(audit_head(o->store, &head, &e));
	assert_string_equal(r.head, audit_head_text(&head, t_arena));
	assert_int_equal(r.lines, head.seq);
	assert_int_equal(stat(t_path("b.db"), &st), 0);
	assert_int_equal(st.st_mode & 0777, 0600);
	assert_int_equal(st.st_size, r.size);
	assert_false(office_backup(o, t_path("b.db"), t_arena, &again, &e));
	assert_int_equal(e.code, ERR_RULE);
	assert_string_equal(phone_in(t_path("b.db")), "1");
	assert_int_equal(files_named(".tmp"), 0);
}

TEST(a_backup_of_a_file_that_fails_its_proof_is_no_backup)
{
	struct office *o = t_office("2026-03-09");
	struct backup_report r;
	struct err e = {0};
	sqlite3 *db;
	assert_int_equal(sqlite3_open(t_path("office.db"), &db), SQLITE_OK);
	assert_int_equal(sqlite3_exec(db, "UPDATE operator SET name='x'", NULL, NULL, NULL), SQLITE_OK);
	sqlite3_close(db);
	assert_false(office_backup(o, t_path("b.db"), t_arena, &r, &e));
	assert_int_equal(e.code, ERR_SYSTEM);
	assert_non_null(strstr(e.text, "b.db.unverified"));
	assert_int_equal(files_named("b.db"), 1); /* and it says what it is */
}

TEST(a_backup_taken_while_others_write_is_a_point_between_start_and_end)
{
	struct office *o = t_office("2026-03-09");
	struct backup_report r;
	struct err e = {0};
	int status;
	pid_t pid = fork();
	if (!pid) {
		struct desk desk = {.seed = 4};
		struct office *w = t_office_open(t_path("office.db"), "tester", &desk);
		for (int i = 0;; i++) {
			struct setting_args in = {.key = "fax", .value = i % 2 ? "1" : "2", .valid_from = DAY_NONE};
			if (!t_do(w, &setting_set, INT_NONE, &in, NULL, &e))
				_exit(1);
		}
	}
	for (int i = 0; i < 5; i++) {
		struct audit_head before, after;
		const char *name = arena_printf(t_arena, "%s/b%d.db", t_dir, i);
		assert_done(audit_head(o->store, &before, &e));
		assert_done(office_backup(o, name, t_arena, &r, &e));
		assert_done(audit_head(o->store, &after, &e));
		assert_in_range(r.lines, before.seq, after.seq);
	}
	kill(pid, SIGKILL);
	assert_int_equal(waitpid(pid, &status, 0), pid);
	assert_true(WIFSIGNALED(status));
}

TEST(a_restore_brings_back_the_content_raises_the_epoch_and_keeps_what_it_replaced)
{
	struct office *o = t_office("2026-03-09");
	struct desk desk = {.seed = 6};
	struct backup_report r;
	struct err e = {0};
	set_phone(o, "old");
	assert_done(office_backup(o, t_path("b.db"), t_arena, &r, &e));
	set_phone(o, "new");
	/* Another clerk's desk stays open all the while. */
	assert_done(office_restore(t_path("office.db"), t_path("b.db"), "tester", &desk, t_arena, &r, &e));
	assert_string_equal(setting_get(o, "phone", DAY_NONE, t_arena), "old");
	set_phone(o, "after");
	t_verify(o);
	t_office_end();
	assert_string_equal(phone_in(t_path("office.db")), "after");
	assert_string_equal(phone_in(t_path("office.db.before-restore-1")), "new");
	o = t_office_open(t_path("office.db"), "tester", &desk);
	assert_int_equal(o->epoch, 2);
	office_close(o);
	assert_int_equal(files_named(".restore-"), 0);
}

TEST(a_restore_where_nothing_is_puts_the_copy_there)
{
	struct office *o = t_office("2026-03-09");
	struct desk desk = {.seed = 6};
	struct backup_report r;
	struct err e = {0};
	set_phone(o, "old");
	assert_done(office_backup(o, t_path("b.db"), t_arena, &r, &e));
	assert_done(office_restore(t_path("new.db"), t_path("b.db"), "tester", &desk, t_arena, &r, &e));
	assert_string_equal(phone_in(t_path("new.db")), "old");
	assert_string_equal(phone_in(t_path("b.db")), "old");
}

TEST(a_damaged_or_foreign_backup_is_refused_and_the_live_file_stays)
{
	struct office *o = t_office("2026-03-09");
	struct desk desk = {.seed = 6};
	struct backup_report r;
	struct err e = {0};
	set_phone(o, "live");
	assert_done(office_backup(o, t_path("b.db"), t_arena, &r, &e));
	struct stat st;
	assert_int_equal(stat(t_path("b.db"), &st), 0);
	for (long at = 4096 * 3; at < st.st_size; at += 4096 * 9)
		scribble(t_path("b.db"), at);
	assert_false(office_restore(t_path("office.db"), t_path("b.db"), "tester", &desk, t_arena, &r, &e));
	assert_int_equal(e.code, ERR_SYSTEM);
	err_clear(&e);
	FILE *f = fopen(t_path("c.db"), "we");
	fputs("hello", f);
	fclose(f);
	assert_false(office_restore(t_path("office.db"), t_path("c.db"), "tester", &desk, t_arena, &r, &e));
	assert_false(office_restore(t_path("office.db"), t_path("none.db"), "tester", &desk, t_arena, &r, &e));
	assert_string_equal(setting_get(o, "phone", DAY_NONE, t_arena), "live");
	t_verify(o);
}

TEST(a_clerk_may_not_restore)
{
	struct office *o = t_office("2026-03-09");
	struct operator_args add = {.login = "wang", .roles = "clerk", .on = DAY_NONE};
	struct desk desk = {.seed = 6};
	struct backup_report r;
	struct err e = {0};
	assert_done(t_do(o, &operator_add, INT_NONE, &add, NULL, &e));
	assert_done(office_backup(o, t_path("b.db"), t_arena, &r, &e));
	assert_false(office_restore(t_path("office.db"), t_path("b.db"), "wang", &desk, t_arena, &r, &e));
	assert_int_equal(e.code, ERR_DENIED);
}

TEST(the_owner_of_the_file_who_is_no_operator_may_back_up_and_check_but_change_nothing)
{
	const char *path = t_office_file("office.db");
	struct desk desk = {.seed = 6};
	struct backup_report r;
	struct check_report report;
	struct setting_args in = {.key = "phone", .value = "1", .valid_from = DAY_NONE};
	struct err e = {0};
	struct office *o = t_office_open(path, NULL, &desk);
	assert_int_equal(o->operator_id, INT_NONE);
	assert_done(office_backup(o, t_path("b.db"), t_arena, &r, &e));
	assert_done(office_check(o, t_arena, &report, &e));
	assert_int_equal(report.faults, 0);
	assert_false(t_do(o, &setting_set, INT_NONE, &in, NULL, &e));
	assert_int_equal(e.code, ERR_DENIED);
	office_close(o);
}

TEST(a_check_of_a_good_file_finds_nothing_and_of_a_bad_one_something)
{
	struct office *o = t_office("2026-03-09");
	struct check_report report;
	struct err e = {0};
	sqlite3 *db;
	assert_done(office_check(o, t_arena, &report, &e));
	assert_int_equal(report.faults, 0);
	assert_true(report.n >= 3);
	assert_int_equal(sqlite3_open(t_path("office.db"), &db), SQLITE_OK);
	assert_int_equal(sqlite3_exec(db, "INSERT INTO operator_role(operator_id,role) VALUES(99,'clerk')", NULL, NULL, NULL), SQLITE_OK);
	sqlite3_close(db);
	assert_done(office_check(o, t_arena, &report, &e));
	assert_int_equal(report.faults, 2); /* the foreign key, and no audit line */
}

TEST(a_guard_taken_off_the_file_is_found)
{
	struct office *o = t_office("2026-03-09");
	struct check_report report;
	struct err e = {0};
	sqlite3 *db;
	assert_int_equal(sqlite3_open(t_path("office.db"), &db), SQLITE_OK);
	assert_int_equal(sqlite3_exec(db, "DROP TRIGGER audit_no_update; CREATE INDEX odd ON setting(value)", NULL, NULL, NULL), SQLITE_OK);
	sqlite3_close(db);
	assert_done(office_check(o, t_arena, &report, &e));
	assert_int_equal(report.faults, 2);
}
