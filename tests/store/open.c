/* What is not a good office file is refused in one clear line, and stays as it was. */
#include "store/store.h"

#include <dirent.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "office/audit.h"
#include "office/init.h"
#include "office/setting.h"
#include "tests/office_fixture.h"
#include "tests/store/shim.h"
#include "tests/test.h"

static void write_file(const char *path, const void *data, size_t n)
{
	FILE *f = fopen(path, "wbe");
	assert_non_null(f);
	assert_int_equal(fwrite(data, 1, n, f), n);
	assert_int_equal(fclose(f), 0);
}

static void refused(const char *path, enum err_code code, const char *word)
{
	struct store *s;
	struct err e = {0};
	struct stat before, after;
	bool there = stat(path, &before) == 0;
	assert_false(store_open(path, 0, &s, &e));
	assert_null(s);
	if (e.code != code || !strstr(e.text, word) || strchr(e.text, '\n'))
		fail_msg("%s: %s %s", path, err_code_name(e.code), e.text);
	if (!there)
		return;
	assert_int_equal(stat(path, &after), 0);
	assert_int_equal(before.st_size, after.st_size);
	assert_int_equal(before.st_mtim.tv_nsec, after.st_mtim.tv_nsec);
}

static void sql(const char *path, const char *text)
{
	sqlite3 *db;
	char *message = NULL;
	assert_int_equal(sqlite3_open(path, &db), SQLITE_OK);
	if (sqlite3_exec(db, text, NULL, NULL, &message) != SQLITE_OK)
		fail_msg("%s: %s", text, message);
	assert_int_equal(sqlite3_close(db), SQLITE_OK);
}

TEST(a_file_that_is_not_there_asks_for_init)
{
	refused(t_path("none.db"), ERR_MISSING, "gwgk init");
	refused(t_path("none/none.db"), ERR_MISSING, "gwgk init");
}

TEST(empty_garbage_and_foreign_files_are_refused)
{
	char noise[8192];
	for (size_t i = 0; i < sizeof noise; i++)
		noise[i] = (char)(i * 7919 >> 3);
	write_file(t_path("empty.db"), "", 0);
	refused(t_path("empty.db"), ERR_SYSTEM, "空文件");
	write_file(t_path("noise.db"), noise, sizeof noise);
	refused(t_path("noise.db"), ERR_SYSTEM, "不是关务公开的办公文件");
	write_file(t_path("short.db"), "SQLite format 3", 16);
	refused(t_path("short.db"), ERR_SYSTEM, "不是关务公开的办公文件");
	sql(t_path("other.db"), "CREATE TABLE t(a); PRAGMA application_id=42");
	refused(t_path("other.db"), ERR_SYSTEM, "另一个程序");
	refused(t_dir, ERR_SYSTEM, "不是普通文件");
}

TEST(a_newer_schema_asks_for_a_newer_program)
{
	const char *path = t_office_file("newer.db");
	sql(path, "PRAGMA user_version=9999");
	refused(path, ERR_SYSTEM, "升级程序");
}

TEST(a_file_whose_schema_was_never_finished_is_refused)
{
	sql(t_path("half.db"), "PRAGMA application_id=0x67776767; CREATE TABLE t(a)");
	refused(t_path("half.db"), ERR_SYSTEM, "初始化中断");
}

TEST(a_truncated_file_is_refused_without_a_crash)
{
	const char *path = t_office_file("cut.db");
	struct store *s = NULL;
	struct err e = {0};
	assert_int_equal(truncate(path, 9000), 0);
	if (store_open(path, 0, &s, &e)) {
		struct store_findings found;
		assert_false(store_check(s, t_arena, &found, &e) && !found.n);
		store_close(s);
	} else {
		assert_int_equal(e.code, ERR_SYSTEM);
	}
}

TEST(a_name_that_looks_like_a_uri_is_only_a_name)
{
	char cwd[4096];
	struct store *s;
	struct err e = {0};
	assert_non_null(getcwd(cwd, sizeof cwd));
	assert_int_equal(chdir(t_dir), 0);
	rename(t_office_file("plain.db"), "file:odd?mode=memory");
	bool ok = store_open("file:odd?mode=memory", 0, &s, &e);
	if (ok) {
		assert_non_null(strstr(store_path(s), "file:odd?mode=memory"));
		store_close(s);
	}
	assert_int_equal(chdir(cwd), 0);
	assert_true(ok);
}

TEST(a_new_file_is_private_and_an_old_one_is_never_replaced)
{
	struct desk desk = {0};
	struct office_setup setup;
	struct err e = {0};
	struct stat st;
	record_clear(&OFFICE_SETUP, &setup);
	mode_t mask = umask(0);
	const char *path = t_path("new/deep/o.db");
	bool made = office_init(path, &setup, &desk, &e);
	umask(mask);
	assert_true(made);
	assert_int_equal(stat(path, &st), 0);
	assert_int_equal(st.st_mode & 0777, 0600);
	assert_int_equal(stat(t_path("new/deep"), &st), 0);
	assert_int_equal(st.st_mode & 0777, 0700);
	assert_false(office_init(path, &setup, &desk, &e));
	assert_int_equal(e.code, ERR_RULE);
	write_file(t_path("precious"), "x", 1);
	err_clear(&e);
	assert_false(office_init(t_path("precious"), &setup, &desk, &e));
	assert_int_equal(stat(t_path("precious"), &st), 0);
	assert_int_equal(st.st_size, 1);
}

static int files_left(void)
{
	int n = 0;
	DIR *d = opendir(t_dir);
	assert_non_null(d);
	for (struct dirent *f; (f = readdir(d));)
		n += f->d_name[0] != '.';
	closedir(d);
	return n;
}

static void whole(const char *path, int at)
{
	struct desk desk = {0};
	struct office *o = t_office_open(path, NULL, &desk);
	struct audit_fault *faults;
	struct err e = {0};
	size_t n = 0;
	if (!audit_verify(o->store, NULL, t_arena, &faults, &n, &e) || n)
		fail_msg("fault %d: made, but not whole", at);
	office_close(o);
	store_remove(path);
}

/* One init with the at-th operation failing, and all after it; 0 counts them. Returns how many operations there were. */
static int64_t init_with_fault(int64_t at)
{
	struct desk desk = {.seed = 5};
	struct office_setup setup;
	struct err e = {0};
	record_clear(&OFFICE_SETUP, &setup);
	shim_forget();
	shim.fail_at = at;
	shim.sticky = true;
	shim_on();
	bool made = office_init(t_path("x.db"), &setup, &desk, &e);
	int64_t ops = shim.ops;
	shim_off();
	shim_forget();
	if (made) /* then whole, even if the last close could not tidy up */
		whole(t_path("x.db"), (int)at);
	else if (files_left())
		fail_msg("fault %d left something", (int)at);
	assert_true(made || at);
	return ops;
}

TEST(an_init_that_fails_leaves_no_file)
{
	int64_t ops = init_with_fault(0);
	assert_true(ops > 100);
	for (int64_t at = 1; at <= ops; at += at + 25 < ops ? ops / 40 : 1)
		init_with_fault(at);
}

/* As an ordinary user: root may write anything. */
static int as_nobody(const char *path, unsigned flags, bool begin)
{
	pid_t pid = fork();
	if (!pid) {
		struct store *s;
		struct err e = {0};
		if (getuid() == 0 && (setgid(65534) != 0 || setuid(65534) != 0))
			_exit(9);
		if (!store_open(path, flags, &s, &e))
			_exit(e.code == ERR_SYSTEM ? 1 : 8);
		bool ok = !begin || store_begin(s, &e);
		_exit(ok ? 0 : e.code == ERR_SYSTEM && strstr(e.text, "只读") ? 2 : 7);
	}
	int status;
	assert_int_equal(waitpid(pid, &status, 0), pid);
	return WIFEXITED(status) ? WEXITSTATUS(status) : 99;
}

TEST(a_file_one_may_only_read_is_read_or_refused_but_never_written)
{
	const char *path = t_office_file("ro.db");
	assert_int_equal(chmod(t_dir, 0755), 0);
	assert_int_equal(chmod(path, 0600), 0);
	if (getuid() == 0)
		assert_int_equal(as_nobody(path, 0, false), 1); /* not ours at all */
	assert_int_equal(chmod(path, 0444), 0);
	int rc = as_nobody(path, 0, true);
	assert_true(rc == 1 || rc == 2);
}

TEST(a_write_outside_a_verb_is_a_bug_and_schema_changes_are_not_authorised)
{
	static const struct query drop = {"drop", "DROP TABLE setting"}, attach = {"attach", "ATTACH ':memory:' AS x"},
		pragma = {"pragma", "PRAGMA journal_mode=DELETE"}, update = {"update", "UPDATE office SET name='x'"};
	struct store *s;
	struct err e = {0};
	assert_done(store_open(t_office_file("o.db"), 0, &s, &e));
	const struct query *const denied[] = {&drop, &attach, &pragma};
	for (size_t i = 0; i < 3; i++) {
		struct q *q = q_open(s, denied[i]);
		assert_false(q_run(q, &e));
		assert_int_equal(e.code, ERR_SYSTEM);
		q_end(q);
		err_clear(&e);
	}
	store_close(s);
	pid_t pid = fork();
	if (!pid) {
		int null = open("/dev/null", O_WRONLY | O_CLOEXEC);
		dup2(null, 2);
		if (!store_open(t_path("o.db"), 0, &s, &e))
			_exit(1);
		struct q *q = q_open(s, &update);
		(void)!q_run(q, &e);
		_exit(0);
	}
	int status;
	assert_int_equal(waitpid(pid, &status, 0), pid);
	assert_true(WIFSIGNALED(status) && WTERMSIG(status) == SIGABRT);
}

TEST(deleting_replacing_and_rewriting_the_log_is_refused_by_the_file_itself)
{
	static const char *const evil[] = {"DELETE FROM setting", "DELETE FROM audit", "UPDATE audit SET verb='x'",
		"UPDATE audit_row SET digest=x'00'", "DELETE FROM audit_value", "DELETE FROM matter", "DELETE FROM operator",
		"INSERT OR REPLACE INTO audit SELECT * FROM audit WHERE seq=1",
		("INSERT INTO audit SELECT seq+7,randomblob(16),at,as_of,operator_id,os_uid,verb,subject,subject_id,outcome,args_hash,result,prev,hash "
		"FROM audit WHERE seq=1"),
		"INSERT OR REPLACE INTO setting(id,key,value) SELECT id,key,'x' FROM setting"};
	sqlite3 *db;
	struct office *o = t_office("2026-03-09");
	struct setting_args in = {.key = "phone", .value = "1", .valid_from = DAY_NONE};
	struct err e = {0};
	assert_done(t_do(o, &setting_set, INT_NONE, &in, NULL, &e));
	assert_int_equal(sqlite3_open(t_path("office.db"), &db), SQLITE_OK);
	sqlite3_exec(db, "PRAGMA recursive_triggers=ON; INSERT INTO matter(kind,number,year,registered_on,channel,state) "
		"VALUES('request','t',2026,'2026-03-09','email','open')", NULL, NULL, NULL);
	for (size_t i = 0; i < sizeof evil / sizeof *evil; i++)
		if (sqlite3_exec(db, evil[i], NULL, NULL, NULL) == SQLITE_OK && sqlite3_changes(db) > 0)
			fail_msg("%s went through", evil[i]);
	sqlite3_close(db);
}

struct two { const char *name; int64_t n; };
struct outer { daynum day; struct two inner; const char *absent; };

TEST(one_statement_fills_records_of_several_kinds_whatever_the_order_of_its_columns)
{
	static const struct field two_fields[] = {
		{"name", "甲", FIELD_TEXT, FIELD_AT(two, name), 0}, {"n", "乙", FIELD_INT, FIELD_AT(two, n), 0}, {0}};
	static const struct record_type two_type = {"two", "二", sizeof(struct two), two_fields};
	static const struct field outer_fields[] = {
		{"absent", "无", FIELD_TEXT, FIELD_AT(outer, absent), 0},
		{"inner", "内", FIELD_RECORD, FIELD_AT(outer, inner), 0, .nested = &two_type},
		{"day", "日", FIELD_DATE, FIELD_AT(outer, day), 0}, {0}};
	static const struct record_type outer_type = {"outer", "外", sizeof(struct outer), outer_fields};
	static const struct query query = {"test_two", "SELECT 7 AS n,'2026-03-09' AS day,'a' AS name UNION ALL SELECT NULL,NULL,'b'"};
	struct store *s;
	struct err e = {0};
	assert_done(store_open(t_office_file("q.db"), 0, &s, &e));
	for (int round = 0; round < 2; round++) {
		struct q *q = q_open(s, &query);
		struct outer o;
		struct two t;
		record_clear(&outer_type, &o);
		record_clear(&two_type, &t);
		assert_true(q_row(q, &e));
		q_read_record(q, &outer_type, &o, t_arena);
		assert_string_equal(o.inner.name, "a");
		assert_int_equal(o.inner.n, 7);
		assert_true(o.day != DAY_NONE && !o.absent);
		assert_true(q_row(q, &e));
		q_read_record(q, &two_type, &t, t_arena);
		assert_string_equal(t.name, "b");
		assert_int_equal(t.n, INT_NONE);
		q_end(q);
	}
	store_close(s);
}
