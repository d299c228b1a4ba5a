#include "tui/term/probe.h"

#include <poll.h>
#include <string.h>
#include <unistd.h>

/* 丰 is e4 b8 b0: none of its bytes is a C1 control, so even a Latin-1 terminal shows three characters and moves on. */
static const char question[] = "\r\xe4\xb8\xb0\033[6n\r\xe2\x91\xa0\033[6n\r\033[K";

static void keep_typed(struct probe *p, const char *s, size_t n)
{
	if (p->ntyped + n <= sizeof p->typed) {
		memcpy(p->typed + p->ntyped, s, n);
		p->ntyped += n;
	}
}

/* ESC [ row ; col R. Whatever turns out not to be one was typed. */
bool probe_byte(struct probe_reader *r, struct probe *p, char byte)
{
	enum { TEXT, SEEN_ESC, ROW, COL };
	r->pending[r->npending++] = byte;
	if (r->state == TEXT && byte == '\033') {
		r->state = SEEN_ESC;
		return false;
	}
	if (r->state == SEEN_ESC && byte == '[') {
		r->state = ROW;
		r->row = r->col = 0;
		return false;
	}
	if ((r->state == ROW || r->state == COL) && byte >= '0' && byte <= '9' && r->npending < sizeof r->pending - 1) {
		int *n = r->state == ROW ? &r->row : &r->col;
		*n = *n * 10 + (byte - '0');
		return false;
	}
	if (r->state == ROW && byte == ';' && r->row) {
		r->state = COL;
		return false;
	}
	if (r->state == COL && byte == 'R' && r->col) {
		*(r->reports++ ? &p->ambiguous : &p->hanzi) = r->col - 1;
	} else {
		keep_typed(p, r->pending, r->npending);
	}
	r->state = TEXT;
	r->npending = 0;
	return r->reports == 2;
}

void probe_run(int fd, struct probe *p)
{
	struct probe_reader r = {0};
	*p = (struct probe){0};
	if (write(fd, question, sizeof question - 1) != (ssize_t)(sizeof question - 1))
		return;
	for (;;) {
		struct pollfd wait = {.fd = fd, .events = POLLIN};
		char byte;
		if (poll(&wait, 1, 400) <= 0 || read(fd, &byte, 1) != 1)
			return;
		if (probe_byte(&r, p, byte))
			return;
	}
}

enum probe_verdict probe_verdict(const struct probe *p)
{
	if (!p->hanzi)
		return PROBE_SILENT;
	if (p->hanzi != 2)
		return PROBE_NOT_UTF8;
	return p->ambiguous == 2 ? PROBE_WIDE : PROBE_NARROW;
}
