#include "tests/test.h"
#include "tests/tui/pty.h"

#include <errno.h>
#include <poll.h>
#include <pty.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/str.h"
#include "base/text.h"

enum { PATIENCE_MS = 10000 };

const char *pty_program(void)
{
	char self[4096];
	ssize_t n = readlink("/proc/self/exe", self, sizeof self - 1);
	assert_true(n > 0);
	self[n] = '\0';
	*strrchr(self, '/') = '\0';
	return arena_printf(t_arena, "%s/gwgk", self);
}

static void set_environment(const char *const *env)
{
	static const char *const gone[] = {"LANG", "LC_ALL", "LC_CTYPE", "LANGUAGE", "NO_COLOR", "LINES", "COLUMNS", "GWGK_DB", "GWGK_KEYS",
		"GWGK_AMBIGUOUS", "SSH_CONNECTION", "SSH_ORIGINAL_COMMAND", "XDG_DATA_HOME"};
	for (size_t i = 0; i < sizeof gone / sizeof *gone; i++)
		unsetenv(gone[i]);
	setenv("TERM", "xterm-256color", 1);
	setenv("GWGK_TODAY", "2026-03-09", 1);
	setenv("HOME", t_dir, 1);
	for (; env && *env; env++) {
		const char *eq = strchr(*env, '=');
		if (eq)
			setenv(arena_strndup(t_arena, *env, (size_t)(eq - *env)), eq + 1, 1);
		else
			unsetenv(*env);
	}
}

static void start(struct pty *p, const char *const *env, const char *const *argv)
{
	const char *program = pty_program();
	char *args[16] = {(char *)(uintptr_t)"gwgk"};
	for (int i = 0; argv && argv[i] && i < 14; i++)
		args[i + 1] = (char *)(uintptr_t)argv[i];
	struct winsize w = {.ws_row = (unsigned short)p->rows, .ws_col = (unsigned short)p->cols};
	p->pid = forkpty(&p->fd, NULL, NULL, &w);
	assert_true(p->pid >= 0);
	if (!p->pid) {
		set_environment(env);
		execv(program, args);
		_exit(127);
	}
}

void pty_open_charset(struct pty *p, bool utf8, const char *const *env, const char *const *argv)
{
	*p = (struct pty){.rows = 24, .cols = 80};
	p->vt = vterm_new(24, 80);
	vterm_set_utf8(p->vt, utf8);
	p->screen = vterm_obtain_screen(p->vt);
	vterm_screen_enable_altscreen(p->screen, 1);
	vterm_screen_reset(p->screen, 1);
	start(p, env, argv);
}

void pty_open(struct pty *p, int rows, int cols, const char *const *env, const char *const *argv)
{
	*p = (struct pty){.rows = rows, .cols = cols};
	p->vt = vterm_new(rows, cols);
	vterm_set_utf8(p->vt, 1);
	p->screen = vterm_obtain_screen(p->vt);
	vterm_screen_enable_altscreen(p->screen, 1);
	vterm_screen_reset(p->screen, 1);
	start(p, env, argv);
}

/* What the terminal answers (cursor reports) goes back to the program. */
static void answer(struct pty *p)
{
	char buf[512];
	size_t n;
	while ((n = vterm_output_read(p->vt, buf, sizeof buf)) > 0)
		if (write(p->fd, buf, n) < 0)
			return;
}

bool pty_pump(struct pty *p, int ms)
{
	bool any = false;
	char buf[8192];
	for (;;) {
		struct pollfd w = {.fd = p->fd, .events = POLLIN};
		if (poll(&w, 1, any ? 0 : ms) <= 0)
			return any;
		ssize_t n = read(p->fd, buf, sizeof buf);
		if (n <= 0)
			return any;
		any = true;
		if (p->bytes + (size_t)n + 1 > p->log_cap) {
			p->log_cap = (p->bytes + (size_t)n + 1) * 2;
			p->log = realloc(p->log, p->log_cap);
			assert_non_null(p->log);
		}
		memcpy(p->log + p->bytes, buf, (size_t)n);
		p->bytes += (size_t)n;
		p->log[p->bytes] = '\0';
		vterm_input_write(p->vt, buf, (size_t)n);
		answer(p);
	}
}

/* Keeps reading while writing: a large paste would block both sides otherwise. */
void pty_sendn(struct pty *p, const char *bytes, size_t n)
{
	while (n) {
		struct pollfd w = {.fd = p->fd, .events = POLLIN | POLLOUT};
		if (poll(&w, 1, PATIENCE_MS) <= 0)
			fail_msg("the program reads nothing");
		if (w.revents & POLLIN)
			pty_pump(p, 0);
		if (w.revents & POLLOUT) {
			ssize_t k = write(p->fd, bytes, n < 512 ? n : 512);
			if (k < 0)
				fail_msg("write: %s", strerror(errno));
			bytes += k;
			n -= (size_t)k;
		}
	}
}

void pty_send(struct pty *p, const char *bytes)
{
	pty_sendn(p, bytes, strlen(bytes));
}

const char *pty_row(struct pty *p, int y)
{
	struct str s = str_new(t_arena);
	size_t keep = 0;
	for (int x = 0; x < p->cols; x++) {
		VTermScreenCell cell;
		if (!vterm_screen_get_cell(p->screen, (VTermPos){.row = y, .col = x}, &cell) || cell.chars[0] == (uint32_t)-1)
			continue;
		if (!cell.chars[0])
			str_char(&s, ' ');
		for (int i = 0; i < VTERM_MAX_CHARS_PER_CELL && cell.chars[i]; i++) {
			char utf8[4];
			str_addn(&s, utf8, utf8_put(utf8, cell.chars[i]));
		}
		if (cell.chars[0] && cell.chars[0] != ' ')
			keep = s.len;
		x += cell.width - 1;
	}
	str_cut(&s, keep);
	return s.s;
}

bool pty_shows(struct pty *p, const char *text)
{
	for (int y = 0; y < p->rows; y++)
		if (strstr(pty_row(p, y), text))
			return true;
	return false;
}

void pty_wait(struct pty *p, const char *text)
{
	for (int waited = 0; !pty_shows(p, text);) { /* only silence counts: a busy machine is slow, not wrong */
		if (waited > PATIENCE_MS) {
			for (int y = 0; y < p->rows; y++)
				print_error("%s\n", pty_row(p, y));
			fail_msg("never shown: %s", text);
		}
		waited += pty_pump(p, 50) ? 0 : 50;
	}
}

void pty_resize(struct pty *p, int rows, int cols)
{
	struct winsize w = {.ws_row = (unsigned short)rows, .ws_col = (unsigned short)cols};
	p->rows = rows;
	p->cols = cols;
	vterm_set_size(p->vt, rows, cols);
	ioctl(p->fd, TIOCSWINSZ, &w);
}

int pty_end(struct pty *p)
{
	int status = 0;
	pid_t got = 0;
	for (int waited = 0; waited <= PATIENCE_MS && !(got = waitpid(p->pid, &status, WNOHANG)); waited += 5)
		if (p->fd < 0 || !pty_pump(p, 5))
			usleep(5000);
	if (!got) {
		kill(p->pid, SIGKILL);
		waitpid(p->pid, &status, 0);
		fail_msg("the program does not end");
	}
	if (p->fd >= 0) {
		pty_pump(p, 0);
		close(p->fd);
	}
	vterm_free(p->vt);
	return WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status);
}

int pty_hangup(struct pty *p)
{
	close(p->fd);
	p->fd = -1;
	return pty_end(p);
}
