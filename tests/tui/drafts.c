/* What was typed into a registration survives the program: killed, hung up or left, the next start gives it back. */
#include "tests/test.h"

#include <signal.h>
#include <stdlib.h>
#include <string.h>

#include "gen/q_request.h"
#include "office/draft.h"
#include "store/store.h"
#include "tests/office_fixture.h"
#include "tests/tui/pty.h"

static const char *path;

static void start_desk(struct pty *p)
{
	pty_open(p, 24, 80, NULL, (const char *[]){"--db", path, "--as", "tester", NULL});
	while (!pty_shows(p, "选择（编号"))
		if (pty_shows(p, "91 办公室设置")) { /* an office whose letters lack a setting begins there */
			pty_send(p, "\033[24~");
			pty_wait(p, "选择（编号");
		} else if (!pty_pump(p, 10000)) {
			fail_msg("nothing is shown");
		}
}

static void start(struct pty *p)
{
	start_desk(p);
	pty_send(p, "11\r");
	pty_wait(p, "收到渠道");
}

/* Two fields left, the third begun. */
static void type_some(struct pty *p)
{
	pty_send(p, "px\r");
	pty_wait(p, "收到之日未定");
	pty_send(p, "0303\r");
	pty_wait(p, "2026-03-03");
	pty_send(p, "\r致电老王");
	pty_wait(p, "致电老王");
}

static int end(struct pty *p, int sig)
{
	kill(p->pid, sig);
	int status = pty_end(p);
	free(p->log);
	return status;
}

static void expect_back(struct pty *p, const char *last)
{
	start(p);
	pty_wait(p, "已取回上次没有保存的内容");
	assert_true(pty_shows(p, "平信"));
	assert_true(pty_shows(p, "2026-03-03"));
	assert_int_equal(pty_shows(p, "致电老王"), last != NULL);
}

/* A field that was left is on the disk; the one being typed is lost with the process. */
TEST(a_registration_killed_midway_is_given_back)
{
	struct pty p;
	path = t_office_file("killed.db");
	start(&p);
	assert_false(pty_shows(&p, "已取回"));
	type_some(&p);
	assert_int_equal(end(&p, SIGKILL), 128 + SIGKILL);
	expect_back(&p, NULL);
	assert_int_equal(end(&p, SIGTERM), 128 + SIGTERM);
}

/* A cut line and a polite signal save what is being typed as well. */
TEST(a_registration_cut_off_midway_is_given_back_to_the_last_character)
{
	static const int signals[] = {SIGHUP, SIGTERM};
	for (size_t i = 0; i < sizeof signals / sizeof *signals; i++) {
		struct pty p;
		path = t_office_file(i ? "term.db" : "hup.db");
		start(&p);
		type_some(&p);
		assert_int_equal(end(&p, signals[i]), 128 + signals[i]);
		expect_back(&p, "致电老王");
		assert_int_equal(pty_hangup(&p), 129);
		free(p.log);
	}
}

static int64_t requests(void)
{
	struct desk desk = {.today_fixed = true, .today = 20521};
	struct office *o = t_office_open(path, "tester", &desk);
	struct err e = {0};
	int64_t n = 0;
	struct q *q = q_open(o->store, &Q_request_page);
	q_int(q, "limit", 10);
	while (q_row(q, &e))
		n++;
	q_end(q);
	office_close(o);
	assert_int_equal(e.code, ERR_NONE);
	return n;
}

/* Given back once, registered once: the draft is gone, the case is there. */
TEST(a_registration_given_back_is_registered_once)
{
	struct pty p;
	path = t_office_file("once.db");
	start(&p);
	type_some(&p);
	end(&p, SIGKILL);
	expect_back(&p, NULL);
	pty_send(&p, "\r\r\r\rzrr\r张三\r");
	pty_wait(&p, "张三");
	pty_send(&p, "\r\r\r\r\r\r\r\r\r关于采购的合同");
	pty_wait(&p, "关于采购的合同");
	assert_int_equal(requests(), 0);
	pty_send(&p, "\033OQ"); /* F2 */
	pty_wait(&p, "2026-0001");
	end(&p, SIGKILL);
	assert_int_equal(requests(), 1);
	start(&p);
	assert_false(pty_shows(&p, "已取回"));
	assert_false(pty_shows(&p, "平信"));
	end(&p, SIGTERM);
}

static void start_list(struct pty *p)
{
	start_desk(p);
	pty_send(p, "12\r");
	pty_wait(p, "2026-0001");
}

/* An idle moment after the key it is written. */
static bool on_disk(void)
{
	struct desk desk = {.today_fixed = true, .today = 20521};
	struct office *o = t_office_open(path, "tester", &desk);
	struct err e = {0};
	struct own_file f;
	bool there = draft_load(o, "list.requests", t_arena, &f, &e) && strstr(f.text, "\n4 ");
	office_close(o);
	return there;
}

static bool column_is(struct pty *p, const char *newer, const char *older)
{
	return !strncmp(pty_row(p, 4) + 1, newer, 1) && !strncmp(pty_row(p, 5) + 1, older, 1);
}

/* Digits that nobody ran are a draft as well: killed or cut off, the list has them again; taken back, it is forgotten. */
TEST(digits_of_a_killed_desk_stand_in_the_option_column_again)
{
	struct pty p;
	struct err e = {0};
	struct desk desk = {.today_fixed = true, .today = 20521};
	path = t_office_file("digits.db");
	struct office *o = t_office_open(path, "tester", &desk);
	assert_true(t_request(o, NULL, NULL, t_arena, &e) && t_request(o, NULL, NULL, t_arena, &e));
	office_close(o);
	start_list(&p);
	pty_send(&p, "5\033[B4");
	pty_wait(&p, "选项 2");
	for (int i = 0; i < 100 && !on_disk(); i++)
		pty_pump(&p, 100);
	assert_int_equal(end(&p, SIGKILL), 128 + SIGKILL);
	start_list(&p);
	pty_wait(&p, "取回 2 行");
	assert_true(column_is(&p, "5", "4"));
	pty_send(&p, "\033[B\177"); /* the second one taken back, and cut off at once */
	pty_wait(&p, "选项 1");
	assert_int_equal(end(&p, SIGHUP), 128 + SIGHUP);
	start_list(&p);
	pty_wait(&p, "取回 1 行");
	assert_true(column_is(&p, "5", " "));
	pty_send(&p, "\004");
	while (pty_shows(&p, "选项 1") && pty_pump(&p, 10000))
		;
	assert_int_equal(end(&p, SIGTERM), 128 + SIGTERM);
	start_list(&p);
	assert_false(pty_shows(&p, "取回"));
	assert_true(column_is(&p, " ", " "));
	end(&p, SIGTERM);
}
