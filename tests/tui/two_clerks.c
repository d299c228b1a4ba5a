/* Two real sessions over one office file, each on a terminal of its own. */
#include <stdlib.h>
#include <string.h>

#include "tests/office_fixture.h"
#include "tests/test.h"
#include "tests/tui/pty.h"

static void sit(struct pty *p, const char *db)
{
	const char *const argv[] = {"--db", db, "--as", "tester", NULL};
	pty_open(p, 24, 80, NULL, argv);
	pty_wait(p, "还有 3 项"); /* a new office asks for its settings first */
	pty_send(p, "\033[24~");
	pty_wait(p, "选择");
	pty_send(p, "12\r");
	pty_wait(p, "2026-0001");
}

static void end(struct pty *p)
{
	assert_int_equal(pty_hangup(p), 129);
	free(p->log);
}

/* Reads what comes for a while; true when the terminal was sent anything. */
static bool stirs(struct pty *p, int ms)
{
	size_t before = p->bytes;
	while (pty_pump(p, ms))
		;
	return p->bytes != before;
}

TEST(a_clerk_at_another_terminal_sees_the_mark_come_and_go_and_nothing_is_sent_between)
{
	struct err e = {0};
	struct office *o = t_office("2026-03-09");
	struct pty a, b;
	assert_done(t_request(o, NULL, NULL, t_arena, &e));
	const char *db = store_path(o->store);
	sit(&a, db);
	sit(&b, db);
	pty_send(&a, "\r");
	pty_wait(&a, "现在可办");
	pty_send(&a, "\033[20~"); /* F9 */
	pty_wait(&a, "全部动作");
	pty_send(&a, "更改录入\r");
	pty_wait(&a, "收到渠道");
	pty_wait(&b, "起在办");
	assert_non_null(strstr(pty_row(&b, 4), "@2026-0001"));
	stirs(&b, 300);
	assert_false(stirs(&b, 2200)); /* a tick in which nothing changes */
	pty_send(&a, "\033[24~");
	for (int i = 0; i < 10 && pty_shows(&b, "起在办"); i++)
		pty_pump(&b, 1000);
	assert_false(pty_shows(&b, "起在办"));
	end(&b); /* it was forked with the other's line open */
	end(&a);
}
