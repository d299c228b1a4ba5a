#include "office/verb.h"

#include <fcntl.h>
#include <signal.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "office/audit.h"
#include "office/audit_list.h"
#include "office/backup.h"
#include "office/operator.h"
#include "office/sequence.h"
#include "office/setting.h"
#include "tests/office_fixture.h"
#include "tests/store/shim.h"
#include "tests/test.h"

static struct setting_args setting(const char *key, const char *value)
{
	return (struct setting_args){.key = key, .value = value, .valid_from = DAY_NONE};
}

static int64_t head(struct office *o)
{
	struct audit_head h;
	struct err e = {0};
	assert_done(audit_head(o->store, &h, &e));
	return h.seq;
}

static void sql(const char *text)
{
	sqlite3 *db;
	char *message = NULL;
	assert_int_equal(sqlite3_open(t_path("office.db"), &db), SQLITE_OK);
	if (sqlite3_exec(db, text, NULL, NULL, &message) != SQLITE_OK)
		fail_msg("%s: %s", text, message);
	assert_int_equal(sqlite3_close(db), SQLITE_OK);
}

static size_t faults(struct office *o, const char *outside)
{
	struct audit_fault *found;
	size_t n;
	struct err e = {0};
	assert_done(audit_verify(o->store, outside, t_arena, &found, &n, &e));
	return n;
}

TEST(a_verb_leaves_one_line_and_the_chain_holds)
{
	struct office *o = t_office("2026-03-09");
	struct setting_args in = setting("phone", "0532-82955000");
	struct err e = {0};
	t_verify(o);
	assert_int_equal(head(o), 1);
	assert_done(t_do(o, &setting_set, INT_NONE, &in, NULL, &e));
	assert_int_equal(head(o), 2);
	assert_string_equal(setting_get(o, "phone", DAY_NONE, t_arena), "0532-82955000");
	t_verify(o);
}

TEST(a_repeated_command_is_answered_and_not_done_again)
{
	struct office *o = t_office("2026-03-09");
	struct operator_args in = {.login = "wang", .on = DAY_NONE};
	struct verb_call call = {.office = o, .verb = &operator_add, .subject_id = INT_NONE, .args = &in, .arena = t_arena}, again = call;
	unsigned char cmd[CMD_ID_LEN] = {1, 2, 3};
	struct err e = {0};
	assert_done(verb_do(&call, cmd, &e));
	assert_false(call.replayed);
	assert_done(verb_do(&again, cmd, &e));
	assert_true(again.replayed);
	assert_int_equal(again.subject_id, call.subject_id);
	assert_string_equal(again.result, call.result);
	assert_int_equal(head(o), 2);
	in.login = "zhao";
	again = call;
	again.subject_id = INT_NONE;
	assert_false(verb_do(&again, cmd, &e));
	assert_int_equal(e.code, ERR_CONFLICT);
	assert_int_equal(head(o), 2);
}

TEST(a_refusal_by_power_or_rule_is_written_down_and_a_wrong_field_is_not)
{
	struct office *o = t_office("2026-03-09");
	struct operator_args add = {.login = "wang", .roles = "clerk", .on = DAY_NONE};
	struct operator_args last = {.login = "tester", .on = DAY_NONE};
	struct setting_args wrong = setting("nothing", "x"), none = setting(NULL, "x"), fine = setting("phone", "1");
	struct err e = {0};
	assert_done(t_do(o, &operator_add, INT_NONE, &add, NULL, &e));
	assert_false(t_do(o, &setting_set, INT_NONE, &wrong, NULL, &e));
	assert_int_equal(e.code, ERR_INPUT);
	assert_string_equal(e.field, "key");
	err_clear(&e);
	assert_false(t_do(o, &setting_set, INT_NONE, &none, NULL, &e));
	assert_int_equal(e.code, ERR_INPUT);
	assert_int_equal(head(o), 2);
	err_clear(&e);
	assert_false(t_do(o, &operator_disable, INT_NONE, &last, NULL, &e));
	assert_int_equal(e.code, ERR_RULE);
	assert_int_equal(head(o), 3);
	err_clear(&e);
	struct desk desk = {0};
	struct office *w = t_office_open(t_path("office.db"), "wang", &desk);
	assert_false(t_do(w, &setting_set, INT_NONE, &fine, NULL, &e));
	assert_int_equal(e.code, ERR_DENIED);
	assert_non_null(strstr(e.text, "管理员"));
	office_close(w);
	struct audit_filter f = {.outcome = "refused", .subject_id = INT_NONE, .before = INT_NONE, .limit = 10};
	struct audit_entries lines;
	err_clear(&e);
	assert_done(audit_list(o, &f, true, t_arena, &lines, &e));
	assert_int_equal(lines.n, 2);
	assert_string_equal(lines.rows[0].login, "wang");
	assert_int_equal(lines.rows[0].nchanges, 0);
	assert_null(setting_get(o, "phone", DAY_NONE, t_arena));
	t_verify(o);
}

TEST(an_operator_disabled_meanwhile_is_stopped_at_the_next_verb)
{
	struct office *o = t_office("2026-03-09");
	struct operator_args add = {.login = "wang", .roles = "admin", .on = DAY_NONE};
	struct operator_args off = {.login = "wang", .on = DAY_NONE};
	struct setting_args in = setting("phone", "1");
	struct desk desk = {0};
	struct office *other;
	struct err e = {0};
	assert_done(t_do(o, &operator_add, INT_NONE, &add, NULL, &e));
	struct office *w = t_office_open(t_path("office.db"), "wang", &desk);
	assert_done(t_do(w, &setting_set, INT_NONE, &in, NULL, &e));
	assert_done(t_do(o, &operator_disable, INT_NONE, &off, NULL, &e));
	assert_false(t_do(w, &setting_set, INT_NONE, &in, NULL, &e));
	assert_int_equal(e.code, ERR_DENIED);
	office_close(w);
	err_clear(&e);
	assert_false(office_open(t_path("office.db"), "wang", &desk, &other, &e));
	assert_int_equal(e.code, ERR_DENIED);
	err_clear(&e);
	assert_false(office_open(t_path("office.db"), "nobody-knows", &desk, &other, &e));
	assert_int_equal(e.code, ERR_DENIED);
}

TEST(old_and_new_values_are_kept_and_changing_nothing_leaves_no_row)
{
	struct office *o = t_office("2026-03-09");
	struct setting_args one = setting("phone", "1"), two = setting("phone", "2");
	struct audit_filter f = {.subject_id = INT_NONE, .before = INT_NONE, .limit = 2};
	struct audit_entries lines;
	struct err e = {0};
	assert_done(t_do(o, &setting_set, INT_NONE, &one, NULL, &e));
	assert_done(t_do(o, &setting_set, INT_NONE, &two, NULL, &e));
	assert_done(t_do(o, &setting_set, INT_NONE, &two, NULL, &e));
	assert_done(audit_list(o, &f, true, t_arena, &lines, &e));
	assert_int_equal(lines.n, 2);
	assert_int_equal(lines.rows[0].nchanges, 0);
	assert_int_equal(lines.rows[1].nchanges, 2); /* value and version */
	assert_string_equal(lines.rows[1].changes[0].field, "value");
	assert_string_equal(lines.rows[1].changes[0].old, "1");
	assert_string_equal(lines.rows[1].changes[0].now, "2");
	assert_string_equal(lines.rows[1].as_of, "2026-03-09");
	t_verify(o);
}

static bool erase_run(struct verb_call *call, struct err *e)
{
	audit_erase(call, "setting", 1, "value");
	call->result = "erased";
	return setting_put(call->office, "seed", "gone", DAY_NONE, e);
}

TEST(erased_values_leave_tombstones_and_an_unbroken_chain)
{
	static const struct verb erase = {.name = "test.erase", .capability = "", .run = erase_run};
	struct office *o = t_office("2026-03-09");
	struct audit_filter f = {.subject_id = INT_NONE, .before = INT_NONE, .limit = 10};
	struct audit_entries lines;
	struct err e = {0};
	sql("SELECT 1"); /* setting row 1 is `seed` */
	assert_done(t_do(o, &erase, INT_NONE, NULL, NULL, &e));
	assert_done(audit_list(o, &f, true, t_arena, &lines, &e));
	bool found = false;
	for (size_t i = 0; i < lines.n; i++)
		for (size_t k = 0; k < lines.rows[i].nchanges; k++) {
			const struct audit_change *c = &lines.rows[i].changes[k];
			if (strcmp(c->table, "setting") != 0 || strcmp(c->field, "value") != 0 || c->row_id != 1)
				continue;
			found = true;
			assert_true(c->erased);
			assert_null(c->old);
			assert_null(c->now);
		}
	assert_true(found);
	t_verify(o);
}

TEST(changes_behind_the_programs_back_are_found)
{
	static const char *const tampering[] = {
		"UPDATE operator SET name='x' WHERE id=1",
		"INSERT INTO unit(name) VALUES('ghost')",
		"DROP TRIGGER setting_no_delete; DELETE FROM setting WHERE key='office'",
		"DROP TRIGGER audit_no_update; UPDATE audit SET result='x' WHERE seq=1",
		"DROP TRIGGER audit_no_delete; PRAGMA foreign_keys=OFF; DELETE FROM audit WHERE seq=2",
		"DROP TRIGGER audit_row_no_update; UPDATE audit_row SET digest=randomblob(32) WHERE tbl='operator'",
		"DROP TRIGGER audit_value_erase_only; UPDATE audit_value SET new='9'",
		"DROP TRIGGER audit_value_erase_only; UPDATE audit_value SET new=NULL,old=NULL,salt=NULL",
	};
	for (size_t i = 0; i < sizeof tampering / sizeof *tampering; i++) {
		struct office *o = t_office("2026-03-09");
		struct setting_args one = setting("phone", "1"), two = setting("phone", "2");
		struct err e = {0};
		assert_done(t_do(o, &setting_set, INT_NONE, &one, NULL, &e));
		assert_done(t_do(o, &setting_set, INT_NONE, &two, NULL, &e));
		t_verify(o);
		sql(tampering[i]);
		if (!faults(o, NULL))
			fail_msg("not found: %s", tampering[i]);
		t_office_end();
	}
}

TEST(a_head_kept_outside_shows_a_file_that_was_rolled_back)
{
	struct office *o = t_office("2026-03-09");
	struct setting_args in = setting("phone", "1");
	struct audit_head h;
	struct err e = {0};
	assert_done(t_do(o, &setting_set, INT_NONE, &in, NULL, &e));
	assert_done(audit_head(o->store, &h, &e));
	const char *outside = audit_head_text(&h, t_arena);
	assert_int_equal(faults(o, outside), 0);
	t_office_end();
	o = t_office("2026-03-09"); /* the file as it was before */
	assert_int_equal(faults(o, outside), 1);
	struct audit_fault *found;
	size_t n;
	assert_false(audit_verify(o->store, "nonsense", t_arena, &found, &n, &e));
	assert_int_equal(e.code, ERR_INPUT);
}

static bool nested_run(struct verb_call *call, struct err *e)
{
	struct setting_args in = setting("phone", "1");
	return t_do(call->office, &setting_set, INT_NONE, &in, NULL, e);
}

TEST(a_verb_inside_a_verb_is_a_bug)
{
	static const struct verb nested = {.name = "test.nested", .capability = "", .run = nested_run};
	const char *path = t_office_file("office.db");
	pid_t pid = fork();
	if (!pid) {
		struct desk desk = {0};
		struct err e = {0};
		dup2(open("/dev/null", O_WRONLY | O_CLOEXEC), 2);
		struct office *o = t_office_open(path, "tester", &desk);
		(void)!t_do(o, &nested, INT_NONE, NULL, NULL, &e);
		_exit(0);
	}
	int status;
	assert_int_equal(waitpid(pid, &status, 0), pid);
	assert_true(WIFSIGNALED(status) && WTERMSIG(status) == SIGABRT);
}

TEST(a_fixed_day_is_refused_over_the_network_for_a_live_office)
{
	struct office *o = t_office("2026-03-09");
	struct setting_args in = setting("phone", "1");
	struct err e = {0};
	o->over_ssh = true;
	assert_done(t_do(o, &setting_set, INT_NONE, &in, NULL, &e)); /* purpose test */
	o->purpose = "live";
	assert_false(t_do(o, &setting_set, INT_NONE, &in, NULL, &e));
	assert_int_equal(e.code, ERR_DENIED);
}

static bool number_run(struct verb_call *call, struct err *e)
{
	int64_t a = 0, b = 0, c = 0, d = 0;
	struct office *o = call->office;
	bool ok = sequence_next(o, "request", 2026, &a, e) && sequence_next(o, "request", 2026, &b, e) &&
		sequence_next(o, "request", 2027, &c, e) && sequence_raise(o, "request", 2026, 40, e) &&
		sequence_raise(o, "request", 2026, 7, e) && sequence_next(o, "request", 2026, &d, e);
	call->result = "numbers";
	assert_int_equal(a, 1);
	assert_int_equal(b, 2);
	assert_int_equal(c, 1);
	assert_int_equal(d, 41);
	return ok;
}

TEST(numbers_count_up_by_series_and_year_and_imports_raise_them)
{
	static const struct verb number = {.name = "test.number", .capability = "", .run = number_run};
	struct err e = {0};
	assert_done(t_do(t_office("2026-03-09"), &number, INT_NONE, NULL, NULL, &e));
}

/* The capability table and the verbs must fit each other. */
TEST(every_capability_is_granted_and_every_grant_has_its_verb)
{
	sqlite3 *db;
	sqlite3_stmt *st;
	assert_int_equal(sqlite3_open(t_office_file("office.db"), &db), SQLITE_OK);
	assert_int_equal(sqlite3_prepare_v2(db, "SELECT count(*), coalesce(max(scope='unit'),0) FROM role_capability WHERE capability=?1", -1, &st, NULL), SQLITE_OK);
	int bad = 0;
	for (const struct verb *const *const *table = verb_tables; *table; table++)
		for (const struct verb *const *v = *table; *v; v++) {
			const char *capability = (*v)->capability ? (*v)->capability : (*v)->name;
			if (!*capability)
				continue;
			sqlite3_bind_text(st, 1, capability, -1, SQLITE_STATIC);
			assert_int_equal(sqlite3_step(st), SQLITE_ROW);
			if (!sqlite3_column_int(st, 0) && ++bad)
				print_error("%s: no role may (db/seed/role_capability.tsv)\n", capability);
			else if (sqlite3_column_int(st, 1) && !(*v)->unit && ++bad)
				print_error("%s: granted for a unit, but the verb does not say whose\n", (*v)->name);
			sqlite3_reset(st);
		}
	sqlite3_finalize(st);
	assert_int_equal(sqlite3_prepare_v2(db, "SELECT DISTINCT capability FROM role_capability", -1, &st, NULL), SQLITE_OK);
	while (sqlite3_step(st) == SQLITE_ROW) {
		const char *granted = (const char *)sqlite3_column_text(st, 0);
		bool known = verb_find(granted) || !strcmp(granted, OFFICE_BACKUP);
		for (const struct verb *const *const *table = verb_tables; *table; table++)
			for (const struct verb *const *v = *table; *v; v++)
				known = known || ((*v)->capability && !strcmp((*v)->capability, granted));
		if (!known && ++bad)
			print_error("%s is granted, but no verb asks for it\n", granted);
	}
	sqlite3_finalize(st);
	sqlite3_close(db);
	assert_int_equal(bad, 0);
}
