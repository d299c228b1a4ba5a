/* The program on a terminal: what it shows is the canvas, what is typed arrives, and it leaves in good order. */
#include "tests/test.h"

#include <dlfcn.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <wchar.h>

#include "base/str.h"
#include "base/text.h"
#include "tests/tui/pty.h"
#include "tui/app.h"
#include "tui/host.h"

static void done(struct pty *p)
{
	free(p->log);
	p->log = NULL;
}

static void leave(struct pty *p)
{
	if (!pty_shows(p, "选择（编号")) {
		pty_send(p, "\033OR"); /* F3 to the desk */
		pty_wait(p, "选择（编号");
	}
	pty_send(p, "\033OR");
	assert_int_equal(pty_end(p), 0);
	done(p);
}

/* The same keys to an app in this process. */
static struct desk desk = {.today_fixed = true, .today = 20521}; /* 2026-03-09 */

static void app_start(struct app *app, int rows, int cols)
{
	*app = (struct app){.desk = &desk};
	app->host = host_make(NULL, t_arena);
	app_open(app, rows, cols, NULL, NULL);
}

static void app_key(struct app *app, int key)
{
	app_feed(app, &(struct event){.kind = EVENT_KEY, .key = key});
}

static bool same_screen(struct pty *p, struct app *app)
{
	app_paint(app);
	struct str want = str_new(t_arena), got = str_new(t_arena);
	canvas_dump_text(&app->canvas, &want);
	for (int y = 0; y < p->rows; y++)
		str_printf(&got, "%s\n", pty_row(p, y));
	VTermPos at;
	vterm_state_get_cursorpos(vterm_obtain_state(p->vt), &at);
	return !strcmp(want.s, got.s) && at.row == app->canvas.caret_y && at.col == app->canvas.caret_x;
}

/* The screen becomes the canvas, text and cursor; every reversed cell has a reversed role. */
static void assert_becomes(struct pty *p, struct app *app)
{
	static const char reversed[] = "TISKE!0";
	for (int tries = 0; !same_screen(p, app); tries++) {
		if (tries > 200) {
			for (int y = 0; y < p->rows; y++)
				print_error("%s\n", pty_row(p, y));
			fail_msg("the terminal does not show the canvas");
		}
		pty_pump(p, 50);
	}
	for (int y = 0; y < p->rows; y++)
		for (int x = 0; x < p->cols; x++) {
			VTermScreenCell cell;
			vterm_screen_get_cell(p->screen, (VTermPos){.row = y, .col = x}, &cell);
			bool want = strchr(reversed, role_letter(canvas_at(&app->canvas, y, x)->role)) != NULL;
			if (canvas_at(&app->canvas, y, x)->width)
				assert_int_equal(cell.attrs.reverse, want);
		}
}

TEST(the_terminal_shows_exactly_the_canvas)
{
	static const int sizes[][2] = {{24, 80}, {20, 60}, {50, 132}};
	for (size_t i = 0; i < 3; i++) {
		struct pty p;
		struct app app;
		pty_open(&p, sizes[i][0], sizes[i][1], NULL, NULL);
		app_start(&app, sizes[i][0], sizes[i][1]);
		assert_becomes(&p, &app);
		pty_send(&p, "\033OB\033OA\r");
		app_key(&app, K_DOWN);
		app_key(&app, K_UP);
		app_key(&app, K_ENTER);
		assert_becomes(&p, &app);
		for (int k = 0; k < 8; k++) {
			pty_send(&p, k % 2 ? "\033[6~" : "\033OC");
			app_key(&app, k % 2 ? K_PGDN : K_RIGHT);
			assert_becomes(&p, &app);
		}
		pty_send(&p, "\033[20~"); /* F9: a popup over wide characters */
		app_key(&app, K_F9);
		assert_becomes(&p, &app);
		pty_send(&p, "\033OB\033OB");
		app_key(&app, K_DOWN);
		app_key(&app, K_DOWN);
		assert_becomes(&p, &app);
		app_close(&app);
		assert_int_equal(pty_hangup(&p), 129);
		done(&p);
	}
}

TEST(characters_in_pieces_and_keys_of_putty_arrive)
{
	struct pty p;
	pty_open(&p, 24, 80, NULL, NULL);
	pty_wait(&p, "选择");
	pty_send(&p, "72\r");
	pty_wait(&p, "起算事件日");
	pty_send(&p, "\025"); /* ^U */
	for (const char *c = "今天"; *c; c++) {
		pty_sendn(&p, c, 1);
		pty_pump(&p, 20);
	}
	pty_wait(&p, "今天");
	pty_wait(&p, "2026-03-09 周一");
	pty_send(&p, "\033[23~"); /* F11 */
	pty_wait(&p, "逐日账");
	pty_send(&p, "\033[11~"); /* PuTTY's F1 */
	pty_wait(&p, "按键一览");
	pty_send(&p, "\033[24~");
	pty_wait(&p, "逐日账");
	pty_send(&p, "\033[4~"); /* PuTTY's End */
	pty_wait(&p, "20/20");
	pty_send(&p, "\033[[A"); /* the Linux console's F1 */
	pty_wait(&p, "按键一览");
	pty_send(&p, "\033=");   /* Esc = is F12 */
	pty_wait(&p, "20/20");
	leave(&p);
}

TEST(a_long_paste_is_taken_whole_and_painted_once)
{
	struct pty p;
	struct str s = str_new(t_arena);
	pty_open(&p, 24, 80, NULL, NULL);
	pty_wait(&p, "选择");
	pty_send(&p, "72\r");
	pty_wait(&p, "起算事件日");
	str_add(&s, "\033[200~");
	for (int i = 0; i < 2500; i++)
		str_add(&s, i % 100 == 50 ? "\r" : "政");
	str_add(&s, "尾\033[201~");
	size_t before = p.bytes;
	pty_sendn(&p, s.s, s.len);
	pty_wait(&p, "政尾");
	assert_true(p.bytes - before < 1500);
	str_cut(&s, 0);
	for (int i = 0; i < 5000; i++)
		str_add(&s, "府");
	pty_send(&p, "\033[200~");
	pty_sendn(&p, s.s, s.len);
	pty_send(&p, "\033[201~");
	pty_wait(&p, "太长");
	assert_true(pty_shows(&p, "政尾"));
	leave(&p);
}

TEST(a_burst_of_resizes_ends_at_the_last_size)
{
	struct pty p;
	pty_open(&p, 24, 80, NULL, NULL);
	pty_wait(&p, "选择");
	for (int i = 0; i < 20; i++) {
		pty_resize(&p, 20 + i % 7, 70 + i);
		pty_pump(&p, i % 3);
	}
	pty_resize(&p, 8, 30);
	pty_wait(&p, "窗口太小");
	pty_resize(&p, 31, 101);
	struct app app;
	app_start(&app, 31, 101);
	assert_becomes(&p, &app);
	app_close(&app);
	leave(&p);
}

TEST(a_cut_line_and_sigterm_end_the_program)
{
	struct pty p;
	pty_open(&p, 24, 80, NULL, NULL);
	pty_wait(&p, "选择");
	assert_int_equal(pty_hangup(&p), 129);
	done(&p);
	pty_open(&p, 24, 80, NULL, NULL);
	pty_wait(&p, "选择");
	kill(p.pid, SIGTERM);
	assert_int_equal(pty_end(&p), 143);
	assert_non_null(strstr(p.log, "\033[?2004h"));
	assert_non_null(strstr(p.log, "\033[?2004l"));
	assert_non_null(strstr(p.log, "\033[?1049l"));
	done(&p);
}

TEST(chinese_shows_whatever_the_locale_says)
{
	static const char *const langs[][3] = {
		{"LANG", NULL}, {"LANG=C", NULL}, {"LC_ALL=POSIX", NULL}, {"LANG=zh_CN.UTF-8", NULL}, {"LC_ALL=../../evil", NULL},
		{"LANG=zh_CN.GB18030", "LC_ALL=zh_CN.GBK", NULL},
	};
	for (size_t i = 0; i < sizeof langs / sizeof *langs; i++) {
		struct pty p;
		pty_open(&p, 24, 80, langs[i], NULL);
		pty_wait(&p, "1 关务公开");
		pty_wait(&p, "F12返回"); /* all of it is there */
		leave(&p);
	}
}

TEST(a_terminal_that_cannot_is_told_why)
{
	static const struct {
		const char *env[2], *part;
	} cases[] = {
		{{"TERM=nosuch", NULL}, "TERM=nosuch"}, {{"TERM=dumb", NULL}, "移动光标"}, {{"TERM", NULL}, "TERM="},
		{{"TERM=../x", NULL}, "TERM="}, {{"TERM=a b;id", NULL}, "TERM="},
	};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct pty p;
		pty_open(&p, 24, 80, cases[i].env, NULL);
		assert_int_equal(pty_end(&p), 66);
		assert_non_null(strstr(p.log, cases[i].part));
		done(&p);
	}
}

TEST(a_terminal_that_is_not_utf8_is_told_in_ascii_and_gbk)
{
	struct pty p;
	pty_open_charset(&p, false, NULL, NULL);
	assert_int_equal(pty_end(&p), 66);
	assert_non_null(strstr(p.log, "Set its character set to UTF-8"));
	assert_non_null(strstr(p.log, "\xd6\xd5\xb6\xcb")); /* 终端 in GBK */
	assert_null(strstr(p.log, "\033[?1049h"));
	done(&p);
}

TEST(old_and_colourless_terminals_lose_nothing)
{
	static const char *const vt100[] = {"TERM=vt100", NULL}, *const linux_console[] = {"TERM=linux", NULL};
	static const char *const mono[] = {"NO_COLOR=1", NULL}, *const empty[] = {"NO_COLOR=", NULL};
	static const struct {
		const char *const *env;
		bool color;
	} cases[] = {{vt100, false}, {linux_console, true}, {mono, false}, {empty, true}};
	for (size_t i = 0; i < 4; i++) {
		struct pty p;
		struct app app;
		pty_open(&p, 24, 80, cases[i].env, NULL);
		pty_wait(&p, "选择");
		pty_send(&p, "71\r");
		app_start(&app, 24, 80);
		app_feed(&app, &(struct event){.kind = EVENT_TEXT, .text = "71"});
		app_key(&app, K_ENTER);
		assert_becomes(&p, &app);
		bool cyan = strstr(p.log, "\033[36m") || strstr(p.log, ";36m") || strstr(p.log, "38;5;6m");
		assert_int_equal(cyan, cases[i].color);
		app_close(&app);
		leave(&p);
	}
}

TEST(ambiguous_width_can_be_set_for_terminals_that_do_not_answer)
{
	static const char *const wide[] = {"GWGK_AMBIGUOUS=2", NULL};
	struct pty p;
	pty_open(&p, 24, 80, wide, NULL);
	pty_wait(&p, "选择");
	assert_null(strstr(p.log, "\033[6n"));
	leave(&p);
}

TEST(curses_asks_the_program_how_wide_characters_are)
{
	/* The dynamic symbol is what libncursesw finds before the C library's. */
	void *symbol = dlsym(RTLD_DEFAULT, "wcwidth");
	assert_ptr_equal(symbol, (void *)(uintptr_t)wcwidth);
	width_set_ambiguous(2);
	assert_int_equal(wcwidth(0x2460), 2);
	width_set_ambiguous(1);
	assert_int_equal(wcwidth(0x2460), 1);
	assert_int_equal(wcwidth(0x653f), 2);
	assert_int_equal(wcwidth(0x1b), -1);
}
