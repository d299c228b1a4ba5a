/* Several clerks are several processes: killed at any moment, meeting at one record, waiting at the turnstile. */
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "office/audit.h"
#include "office/setting.h"
#include "store/turnstile.h"
#include "tests/office_fixture.h"
#include "tests/store/shim.h"
#include "tests/test.h"

enum { CLERKS = 3 };

static void sleep_ms(int ms)
{
	struct timespec ts = {ms / 1000, (long)(ms % 1000) * 1000000};
	nanosleep(&ts, NULL);
}

static struct office *sit(const char *path, uint64_t seed)
{
	static struct desk desk;
	struct office *o;
	struct err e = {0};
	desk = (struct desk){.seed = seed, .today_fixed = true, .today = 20500};
	if (!office_open(path, "tester", &desk, &o, &e))
		_exit(3);
	o->over_ssh = false;
	return o;
}

/* Registers requests, first of all, and changes settings for ever; each command that was acknowledged goes down the pipe. */
static _Noreturn void work(const char *path, int pipe, uint64_t seed)
{
	struct office *o = sit(path, seed);
	struct arena a = {0};
	for (int i = 0;; i++) {
		unsigned char cmd[CMD_ID_LEN];
		struct err e = {0};
		struct setting_args in = {.key = i % 2 ? "phone" : "fax", .value = arena_printf(&a, "%d", i), .valid_from = DAY_NONE};
		struct verb_call call = {.office = o, .verb = &setting_set, .subject_id = INT_NONE, .args = &in, .arena = &a};
		cmd_id_new(o->desk, cmd);
		if (!(i % 3 == 0 ? t_request(o, NULL, cmd, &a, &e) : verb_do(&call, cmd, &e)))
			_exit(4);
		if (i % 5 == 4 && !store_checkpoint(o->store, &e))
			_exit(5);
		if (write(pipe, cmd, sizeof cmd) != sizeof cmd)
			_exit(6);
		arena_reset(&a);
	}
}

static bool in_log(sqlite3_stmt *st, const unsigned char *cmd)
{
	sqlite3_bind_blob(st, 1, cmd, CMD_ID_LEN, SQLITE_STATIC);
	bool found = sqlite3_step(st) == SQLITE_ROW;
	sqlite3_reset(st);
	return found;
}

/* How many of the acknowledged commands there were; fails the test if one is not in the log. */
static int check_acknowledged(const char *path, int pipe)
{
	unsigned char cmd[CMD_ID_LEN];
	sqlite3 *db;
	sqlite3_stmt *st;
	int n = 0;
	assert_int_equal(sqlite3_open(path, &db), SQLITE_OK);
	assert_int_equal(sqlite3_prepare_v2(db, "SELECT 1 FROM audit WHERE cmd=?1 AND outcome='done'", -1, &st, NULL), SQLITE_OK);
	while (read(pipe, cmd, sizeof cmd) == sizeof cmd) {
		if (!in_log(st, cmd))
			fail_msg("an acknowledged command is gone");
		n++;
	}
	sqlite3_finalize(st);
	sqlite3_close(db);
	return n;
}

/* Numbers were given without a gap, and no request is half there. */
static void check_numbers(const char *path)
{
	sqlite3 *db;
	sqlite3_stmt *st;
	assert_int_equal(sqlite3_open(path, &db), SQLITE_OK);
	assert_int_equal(sqlite3_prepare_v2(db, "SELECT count(*), max(CAST(substr(number,6) AS INTEGER)), (SELECT count(*) FROM request), "
		"(SELECT count(*) FROM party WHERE role='applicant'), (SELECT count(DISTINCT owner_id) FROM deadline WHERE clock='answer'), "
		"(SELECT next-1 FROM sequence WHERE series='request') FROM matter", -1, &st, NULL), SQLITE_OK);
	assert_int_equal(sqlite3_step(st), SQLITE_ROW);
	assert_true(sqlite3_column_int(st, 0) > 0);
	for (int i = 1; i < 6; i++)
		assert_int_equal(sqlite3_column_int(st, i), sqlite3_column_int(st, 0));
	sqlite3_finalize(st);
	sqlite3_close(db);
}

TEST(clerks_killed_at_any_moment_lose_nothing_acknowledged)
{
	const char *path = t_office_file("k.db");
	int kills = getenv("GWGK_SOAK") ? 2000 : 17, total = 0; /* times three clerks */
	uint32_t dice = 20260309;
	for (int round = 0; round < kills; round++) {
		int fd[2], status;
		pid_t pid[CLERKS];
		assert_int_equal(pipe(fd), 0);
		for (int i = 0; i < CLERKS; i++)
			if (!(pid[i] = fork())) {
				close(fd[0]);
				work(path, fd[1], (uint64_t)(round * CLERKS + i + 1));
			}
		close(fd[1]);
		dice = dice * 1664525u + 1013904223u;
		if (round % 2) /* at work; every other round while they come in */
			poll(&(struct pollfd){.fd = fd[0], .events = POLLIN}, 1, 60000);
		sleep_ms((int)(dice >> 8) % 60);
		for (int i = 0; i < CLERKS; i++)
			kill(pid[i], SIGKILL);
		for (int i = 0; i < CLERKS; i++) {
			assert_int_equal(waitpid(pid[i], &status, 0), pid[i]);
			if (!WIFSIGNALED(status)) /* none may have left by itself, refused */
				fail_msg("round %d: a clerk left with %d", round, WEXITSTATUS(status));
		}
		total += check_acknowledged(path, fd[0]);
		close(fd[0]);
	}
	assert_true(total > kills / 3);
	struct desk desk = {0};
	struct store_findings found;
	struct err e = {0};
	struct office *o = t_office_open(path, "tester", &desk);
	assert_done(store_check(o->store, t_arena, &found, &e));
	assert_int_equal(found.n, 0);
	t_verify(o);
	check_numbers(path);
	office_close(o);
}

/* --- one record, several clerks ---------------------------------------------------------------------------------------------- */

static const struct query read_version = {"test_read", "SELECT version FROM office WHERE id=1"};
static const struct query next_version = {"test_next", "UPDATE office SET version=version+1 WHERE id=1 AND version=:version"};

static bool edit_run(struct verb_call *call, struct err *e)
{
	struct q *q = q_open(call->office->store, &next_version);
	q_int(q, "version", call->subject_id);
	bool ok = q_run_one(q, e);
	q_end(q);
	call->result = "edited";
	return ok;
}
static const struct verb edit = {.name = "test.edit", .capability = "", .run = edit_run};

/* Reads the version, thinks, saves; 20 times. Exit code: how often another was faster (150 = that or more). */
static _Noreturn void edit_twenty(const char *path, uint64_t seed)
{
	struct office *o = sit(path, seed);
	int refused = 0;
	for (int done = 0; done < 20;) {
		struct err e = {0};
		int64_t version = 0;
		if (!q_one_int(q_open(o->store, &read_version), &version, &e))
			_exit(200);
		sleep_ms(1);
		if (t_do(o, &edit, version, NULL, NULL, &e))
			done++;
		else if (e.code == ERR_CONFLICT && refused < 10000)
			refused++;
		else
			_exit(201);
	}
	office_close(o);
	_exit(refused < 150 ? refused : 150);
}

/* A settled file is not in WAL mode yet: the first to come in change that, together. */
TEST(many_who_open_a_fresh_file_at_once_all_get_in)
{
	for (int round = 0; round < 6; round++) {
		const char *path = t_office_file("first.db");
		pid_t pid[8];
		int status;
		for (int i = 0; i < 8; i++)
			if (!(pid[i] = fork())) {
				office_close(sit(path, (uint64_t)i + 1));
				_exit(0);
			}
		for (int i = 0; i < 8; i++) {
			assert_int_equal(waitpid(pid[i], &status, 0), pid[i]);
			assert_true(WIFEXITED(status) && WEXITSTATUS(status) == 0);
		}
		store_remove(path);
	}
}

TEST(two_clerks_on_one_record_never_overwrite_each_other_in_silence)
{
	const char *path = t_office_file("v.db");
	pid_t pid[CLERKS];
	int status, refused = 0;
	for (int i = 0; i < CLERKS; i++)
		if (!(pid[i] = fork()))
			edit_twenty(path, (uint64_t)i + 100);
	for (int i = 0; i < CLERKS; i++) {
		assert_int_equal(waitpid(pid[i], &status, 0), pid[i]);
		assert_true(WIFEXITED(status));
		assert_true(WEXITSTATUS(status) < 200);
		refused += WEXITSTATUS(status);
	}
	struct desk desk = {0};
	struct office *o = t_office_open(path, "tester", &desk);
	int64_t version = 0;
	struct err e = {0};
	assert_true(q_one_int(q_open(o->store, &read_version), &version, &e));
	assert_int_equal(version, 1 + 20 * CLERKS);
	assert_true(refused > 0);
	t_verify(o);
	office_close(o);
}

/* --- the turnstile ------------------------------------------------------------------------------------------------------------- */

TEST(a_turnstile_held_too_long_is_busy_and_one_whose_holder_dies_is_free)
{
	struct office *o = t_office("2026-03-09");
	struct setting_args in = {.key = "phone", .value = "1", .valid_from = DAY_NONE};
	struct err e = {0};
	struct timespec a, b;
	int ready[2], status;
	char c;
	store_limits(o->store, 150, 0);
	assert_int_equal(pipe(ready), 0);
	pid_t pid = fork();
	if (!pid) {
		struct turnstile t;
		if (turnstile_open(&t, t_path("office.db-lock")) != 0 || turnstile_enter(&t, 1000) != 0 || write(ready[1], "x", 1) != 1)
			_exit(1);
		for (;;)
			pause();
	}
	assert_int_equal(read(ready[0], &c, 1), 1);
	clock_gettime(CLOCK_MONOTONIC, &a);
	assert_false(t_do(o, &setting_set, INT_NONE, &in, NULL, &e));
	clock_gettime(CLOCK_MONOTONIC, &b);
	assert_int_equal(e.code, ERR_BUSY);
	assert_non_null(strstr(e.text, "正忙"));
	assert_true((b.tv_sec - a.tv_sec) * 1000 + (b.tv_nsec - a.tv_nsec) / 1000000 >= 140);
	assert_int_equal(kill(pid, SIGKILL), 0);
	assert_int_equal(waitpid(pid, &status, 0), pid);
	err_clear(&e);
	assert_done(t_do(o, &setting_set, INT_NONE, &in, NULL, &e));
	close(ready[0]), close(ready[1]);
}

static volatile sig_atomic_t stopped;
static void on_term(int sig)
{
	(void)sig;
	stopped = 1;
}

TEST(a_hang_up_inside_the_turnstile_waits_for_the_commit)
{
	struct turnstile t;
	struct sigaction sa = {.sa_handler = on_term}, old;
	assert_int_equal(turnstile_open(&t, t_path("gate")), 0);
	sigaction(SIGTERM, &sa, &old);
	stopped = 0;
	assert_int_equal(turnstile_enter(&t, 100), 0);
	raise(SIGTERM);
	assert_int_equal(stopped, 0);
	turnstile_leave(&t);
	assert_int_equal(stopped, 1);
	sigaction(SIGTERM, &old, NULL);
	turnstile_close(&t);
}

TEST(the_lock_does_not_pass_to_a_program_that_is_started)
{
	struct turnstile t;
	assert_int_equal(turnstile_open(&t, t_path("gate")), 0);
	assert_true(fcntl(t.fd, F_GETFD) & FD_CLOEXEC);
	turnstile_close(&t);
}

TEST(a_schema_that_moved_asks_for_a_new_login)
{
	struct office *o = t_office("2026-03-09");
	struct setting_args in = {.key = "phone", .value = "1", .valid_from = DAY_NONE};
	struct err e = {0};
	sqlite3 *db;
	assert_int_equal(sqlite3_open(t_path("office.db"), &db), SQLITE_OK);
	assert_int_equal(sqlite3_exec(db, "PRAGMA user_version=77", NULL, NULL, NULL), SQLITE_OK);
	sqlite3_close(db);
	assert_false(t_do(o, &setting_set, INT_NONE, &in, NULL, &e));
	assert_int_equal(e.code, ERR_SYSTEM);
	assert_non_null(strstr(e.text, "重新登录"));
}
