#include "tui/term/term.h"

#include <curses.h>
#include <errno.h>
#include <fcntl.h>
#include <langinfo.h>
#include <locale.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <termios.h>
#include <time.h>
#include <unistd.h>

#include "base/encoding.h"
#include "base/text.h"
#include "tui/term/probe.h"
#include "tui/term/term_private.h"
#include "tui/term/terminfo.h"

/* A signal handler has no argument to carry these; the terminal they belong to exists once a process. */
static int signal_pipe = -1;
static struct term *open_term;
static struct termios before;

static void on_signal(int sig)
{
	int saved = errno;
	char byte = sig == SIGWINCH ? 'W' : sig == SIGTERM ? 'T' : 'H';
	ssize_t ignored = write(signal_pipe, &byte, 1);
	(void)ignored;
	errno = saved;
}

static bool catch_signals(struct term *t, struct err *e)
{
	int fd[2];
	if (pipe2(fd, O_CLOEXEC | O_NONBLOCK))
		return err_set(e, ERR_SYSTEM, _("无法建立管道"));
	t->pipe_read = fd[0];
	signal_pipe = fd[1];
	static const int signals[] = {SIGWINCH, SIGHUP, SIGTERM};
	struct sigaction sa = {.sa_handler = on_signal, .sa_flags = SA_RESTART};
	sigemptyset(&sa.sa_mask);
	for (size_t i = 0; i < sizeof signals / sizeof *signals; i++)
		sigaction(signals[i], &sa, NULL);
	return true;
}

static void release_signals(struct term *t)
{
	static const int signals[] = {SIGWINCH, SIGHUP, SIGTERM};
	struct sigaction sa = {.sa_handler = SIG_DFL};
	sigemptyset(&sa.sa_mask);
	for (size_t i = 0; i < sizeof signals / sizeof *signals; i++)
		sigaction(signals[i], &sa, NULL);
	close(t->pipe_read);
	close(signal_pipe);
	signal_pipe = -1;
}

int64_t term_now(void)
{
	struct timespec ts;
	clock_gettime(CLOCK_MONOTONIC, &ts);
	return (int64_t)ts.tv_sec * 1000 + ts.tv_nsec / 1000000;
}

static bool check_terminal(struct err *e)
{
	const char *name = getenv("TERM");
	if (!isatty(STDIN_FILENO) || !isatty(STDOUT_FILENO))
		return err_set(e, ERR_SYSTEM, _("标准输入输出不是终端；脚本请用 gwgk 名词 动词，见 gwgk help"));
	enum terminfo known = name && *name && strlen(name) <= 60 ? terminfo_check(STDOUT_FILENO) : TERMINFO_UNKNOWN;
	if (known == TERMINFO_UNKNOWN)
		return err_set(e, ERR_SYSTEM, _("不认识终端类型 TERM=%.60s；可试 TERM=xterm"), name ? name : "");
	if (known == TERMINFO_CANNOT_MOVE)
		return err_set(e, ERR_SYSTEM, _("终端类型 TERM=%s 不能移动光标，无法使用；可试 TERM=xterm"), name);
	if (!setlocale(LC_CTYPE, "C.UTF-8") && !setlocale(LC_CTYPE, ""))
		return err_set(e, ERR_SYSTEM, _("系统没有 C.UTF-8 语言环境"));
	if (strcmp(nl_langinfo(CODESET), "UTF-8"))
		return err_set(e, ERR_SYSTEM, _("系统没有 UTF-8 语言环境"));
	return true;
}

/* The terminal cannot show our UTF-8, so the advice goes out in ASCII and in GBK, which is what it most likely talks. */
static void say_not_utf8(void)
{
	static const char ascii[] = "gwgk: this terminal is not set to UTF-8. Set its character set to UTF-8 and start again.\r\n";
	struct arena a = {0};
	char *gbk;
	size_t n, nbad;
	struct unmappable *bad;
	encoding_write(_("gwgk：终端的字符集不是 UTF-8。请把终端的字符集设为 UTF-8 再启动。"), CHARSET_GBK, &a, &gbk, &n, &bad, &nbad);
	ssize_t ignored = write(STDOUT_FILENO, ascii, sizeof ascii - 1);
	ignored = write(STDOUT_FILENO, gbk, n);
	ignored = write(STDOUT_FILENO, "\r\n", 2);
	(void)ignored;
	arena_free(&a);
}

static bool probe(const struct term_options *o, struct probe *p, struct err *e)
{
	*p = (struct probe){0};
	if (o->ambiguous) {
		width_set_ambiguous(o->ambiguous == 2 ? 2 : 1);
		return true;
	}
	struct termios mode = before;
	cfmakeraw(&mode);
	tcsetattr(STDIN_FILENO, TCSADRAIN, &mode);
	probe_run(STDOUT_FILENO, p);
	tcsetattr(STDIN_FILENO, TCSADRAIN, &before);
	enum probe_verdict v = probe_verdict(p);
	width_set_ambiguous(v == PROBE_WIDE ? 2 : 1);
	if (v != PROBE_NOT_UTF8)
		return true;
	say_not_utf8();
	return err_set(e, ERR_SYSTEM, _("终端的字符集不是 UTF-8"));
}

static void send(const char *s)
{
	fputs(s, stdout);
	fflush(stdout);
}

static void restore(void)
{
	if (open_term && !open_term->gone) {
		send("\033[?2004l");
		endwin();
	}
}

bool term_open(const struct term_options *o, struct term **out, struct err *e)
{
	struct probe p;
	BUG_ON(open_term);
	if (!check_terminal(e))
		return false;
	tcgetattr(STDIN_FILENO, &before);
	if (!probe(o, &p, e))
		return false;
	struct term *t = calloc(1, sizeof *t);
	if (!t)
		BUG("out of memory");
	if (!catch_signals(t, e)) {
		free(t);
		return false;
	}
	t->screen = newterm(NULL, stdout, stdin);
	if (!t->screen) {
		release_signals(t);
		free(t);
		return err_set(e, ERR_SYSTEM, _("终端类型 TERM=%.60s 不能用"), getenv("TERM"));
	}
	open_term = t;
	bug_hook_set(restore);
	input_open(t);
	const char *no_color = getenv("NO_COLOR");
	paint_open(t, !o->color_off && !(no_color && *no_color));
	send("\033[?2004h");
	for (size_t i = 0; i < p.ntyped; i++)
		decode_byte(&t->in, (unsigned char)p.typed[i]);
	decode_idle(&t->in);
	struct winsize w = {0};
	t->rows = LINES;
	t->cols = COLS;
	if (!ioctl(STDOUT_FILENO, TIOCGWINSZ, &w) && w.ws_row && w.ws_col && (w.ws_row != LINES || w.ws_col != COLS)) {
		t->rows = w.ws_row; /* LINES and COLUMNS of the environment are stale */
		t->cols = w.ws_col;
		resize_term(t->rows, t->cols);
	}
	*out = t;
	return true;
}

void term_close(struct term *t)
{
	if (t->gone && t->signal != SIGTERM) {
		tcsetattr(STDIN_FILENO, TCSANOW, &before);
	} else {
		t->gone = false;
		restore();
	}
	bug_hook_set(NULL);
	delscreen(t->screen);
	release_signals(t);
	canvas_free(&t->shown);
	decode_free(&t->in);
	open_term = NULL;
	free(t);
}

void term_size(const struct term *t, int *rows, int *cols)
{
	*rows = t->rows;
	*cols = t->cols;
}

void term_forget(struct term *t)
{
	t->forget = true;
}

int term_signal(const struct term *t)
{
	return t->signal;
}
