/* What comes in: curses names the keys, decode.c does the rest. */
#include <curses.h>
#include <errno.h>
#include <poll.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "tui/term/term_private.h"

enum { PASTE_ON = KEY_MAX + 1, PASTE_OFF };

/* Terminals do not send what their TERM says: PuTTY calls itself xterm and sends ESC [ 1 1 ~ for F1. All known forms of the keys we
 * use, whatever TERM is. */
static const struct {
	const char *bytes;
	int key;
} forms[] = {
	{"\033[11~", KEY_F(1)}, {"\033[12~", KEY_F(2)}, {"\033[13~", KEY_F(3)}, {"\033[14~", KEY_F(4)}, {"\033OP", KEY_F(1)},
	{"\033OQ", KEY_F(2)}, {"\033OR", KEY_F(3)}, {"\033OS", KEY_F(4)}, {"\033[[A", KEY_F(1)}, {"\033[[B", KEY_F(2)},
	{"\033[[C", KEY_F(3)}, {"\033[[D", KEY_F(4)}, {"\033[[E", KEY_F(5)}, {"\033[15~", KEY_F(5)}, {"\033[17~", KEY_F(6)},
	{"\033[18~", KEY_F(7)}, {"\033[19~", KEY_F(8)}, {"\033[20~", KEY_F(9)}, {"\033[21~", KEY_F(10)}, {"\033[23~", KEY_F(11)},
	{"\033[24~", KEY_F(12)}, {"\033[1~", KEY_HOME}, {"\033[7~", KEY_HOME}, {"\033[H", KEY_HOME}, {"\033OH", KEY_HOME},
	{"\033[4~", KEY_END}, {"\033[8~", KEY_END}, {"\033[F", KEY_END}, {"\033OF", KEY_END}, {"\033[2~", KEY_IC}, {"\033[3~", KEY_DC},
	{"\033[5~", KEY_PPAGE}, {"\033[6~", KEY_NPAGE}, {"\033[A", KEY_UP}, {"\033[B", KEY_DOWN}, {"\033[C", KEY_RIGHT},
	{"\033[D", KEY_LEFT}, {"\033OA", KEY_UP}, {"\033OB", KEY_DOWN}, {"\033OC", KEY_RIGHT}, {"\033OD", KEY_LEFT},
	{"\033[Z", KEY_BTAB}, {"\033OM", KEY_ENTER}, {"\033[200~", PASTE_ON}, {"\033[201~", PASTE_OFF},
};

void input_open(struct term *t)
{
	(void)t;
	raw();
	noecho();
	nonl();
	keypad(stdscr, TRUE);
	nodelay(stdscr, TRUE);
	set_escdelay(50);
	for (size_t i = 0; i < sizeof forms / sizeof *forms; i++)
		define_key(forms[i].bytes, forms[i].key);
}

static int key_of(int c)
{
	static const struct {
		int curses, key;
	} keys[] = {
		{KEY_UP, K_UP}, {KEY_DOWN, K_DOWN}, {KEY_LEFT, K_LEFT}, {KEY_RIGHT, K_RIGHT}, {KEY_HOME, K_HOME}, {KEY_END, K_END},
		{KEY_PPAGE, K_PGUP}, {KEY_NPAGE, K_PGDN}, {KEY_IC, K_INSERT}, {KEY_DC, K_DELETE}, {KEY_BTAB, K_BACKTAB},
		{KEY_ENTER, K_ENTER}, {KEY_BACKSPACE, K_BACKSPACE},
	};
	if (c >= KEY_F(1) && c <= KEY_F(12))
		return K_F1 + (c - KEY_F(1));
	for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
		if (keys[i].curses == c)
			return keys[i].key;
	return K_NONE;
}

/* Takes all that has come in; curses never waits here. */
static void drain(struct term *t)
{
	while (!decode_full(&t->in)) {
		errno = 0;
		int c = getch();
		if (c == ERR) {
			if (errno == EIO)
				t->gone = true;
			decode_idle(&t->in);
			return;
		}
		if (c == PASTE_ON)
			decode_paste_begin(&t->in);
		else if (c == PASTE_OFF)
			decode_paste_end(&t->in);
		else if (c < 256)
			decode_byte(&t->in, (unsigned char)c);
		else if (key_of(c))
			decode_key(&t->in, key_of(c));
	}
}

static void take_signals(struct term *t)
{
	char bytes[64];
	for (ssize_t n; (n = read(t->pipe_read, bytes, sizeof bytes)) > 0;)
		for (ssize_t i = 0; i < n; i++)
			if (bytes[i] == 'W') {
				t->resized = true;
			} else {
				t->gone = true;
				t->signal = bytes[i] == 'T' ? 15 : 1;
			}
}

/* Readable without a byte to read: the other end is gone. */
static bool at_end(int fd)
{
	int n = 0;
	return ioctl(fd, FIONREAD, &n) != 0 || n == 0;
}

void term_wait(struct term *t, int timeout_ms, const int *fds, size_t n)
{
	struct pollfd list[2 + TERM_FDS] = {{.fd = STDIN_FILENO, .events = POLLIN}, {.fd = t->pipe_read, .events = POLLIN}};
	n = n > TERM_FDS ? TERM_FDS : n;
	for (size_t i = 0; i < n; i++)
		list[2 + i] = (struct pollfd){.fd = fds[i], .events = POLLIN};
	if (t->gone || t->in.count)
		return;
	if (t->in.pasting && (timeout_ms < 0 || timeout_ms > PASTE_LIMIT_MS))
		timeout_ms = PASTE_LIMIT_MS;
	int got = poll(list, (nfds_t)(2 + n), timeout_ms);
	if (got == 0 && t->in.pasting)
		decode_give_up(&t->in);
	take_signals(t);
	if (got <= 0)
		return;
	if ((list[0].revents & (POLLHUP | POLLERR | POLLNVAL)) || ((list[0].revents & POLLIN) && at_end(STDIN_FILENO)))
		t->gone = true;
	for (size_t i = 0; i < n && t->nready < TERM_FDS; i++)
		if (list[2 + i].revents)
			t->ready[t->nready++] = fds[i];
}

static bool resize_event(struct term *t, struct event *ev)
{
	struct winsize w = {0};
	t->resized = false;
	if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &w) || !w.ws_row || !w.ws_col || (w.ws_row == t->rows && w.ws_col == t->cols))
		return false;
	t->rows = w.ws_row;
	t->cols = w.ws_col;
	resize_term(t->rows, t->cols);
	t->forget = true;
	*ev = (struct event){.kind = EVENT_RESIZE, .rows = t->rows, .cols = t->cols, .now = term_now()};
	return true;
}

bool term_waiting(const struct term *t)
{
	struct pollfd in = {.fd = STDIN_FILENO, .events = POLLIN};
	return t->in.count || poll(&in, 1, 0) > 0;
}

bool term_next(struct term *t, struct event *ev)
{
	*ev = (struct event){0};
	if (!t->in.count && !t->gone)
		drain(t);
	if (decode_next(&t->in, ev)) {
		ev->now = term_now();
		return true;
	}
	if (t->gone) {
		bool first = !t->said_gone;
		t->said_gone = true;
		*ev = (struct event){.kind = EVENT_HANGUP, .now = term_now()};
		return first;
	}
	if (t->resized && resize_event(t, ev))
		return true;
	if (!t->nready)
		return false;
	*ev = (struct event){.kind = EVENT_CHILD, .fd = t->ready[--t->nready], .now = term_now()};
	return true;
}
