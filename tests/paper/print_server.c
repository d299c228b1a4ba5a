#include "tests/paper/print_server.h"

#include <fcntl.h>
#include <netinet/in.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/encoding.h"
#include "base/file.h"
#include "tests/test.h"

static pid_t server;

/* --- IPP ------------------------------------------------------------------------------------------------------------------ */

struct bytes {
	unsigned char b[4096];
	size_t n;
};

static void put(struct bytes *o, const void *data, size_t n)
{
	if (o->n + n <= sizeof o->b) {
		memcpy(o->b + o->n, data, n);
		o->n += n;
	}
}

static void put_int(struct bytes *o, long v, int size)
{
	for (int i = size; i-- > 0;) {
		unsigned char c = (unsigned char)(v >> (8 * i));
		put(o, &c, 1);
	}
}

static void put_attribute(struct bytes *o, int tag, const char *name, const void *value, size_t n)
{
	put_int(o, tag, 1);
	put_int(o, (long)strlen(name), 2);
	put(o, name, strlen(name));
	put_int(o, (long)n, 2);
	put(o, value, n);
}

static void put_text(struct bytes *o, int tag, const char *name, const char *value)
{
	put_attribute(o, tag, name, value, strlen(value));
}

static void put_number(struct bytes *o, int tag, const char *name, int value)
{
	const unsigned char v[4] = {(unsigned char)(value >> 24), (unsigned char)(value >> 16), (unsigned char)(value >> 8), (unsigned char)value};
	put_attribute(o, tag, name, v, 4);
}

enum { INTEGER = 0x21, BOOLEAN = 0x22, ENUM = 0x23, TEXT = 0x41, NAME = 0x42, KEYWORD = 0x44, URI = 0x45, CHARSET = 0x47, LANGUAGE = 0x48 };
enum { GROUP_JOB = 2, GROUP_END = 3, GROUP_PRINTER = 4 };

static void put_printer(struct bytes *o)
{
	put_int(o, GROUP_PRINTER, 1);
	put_text(o, NAME, "printer-name", "office");
	put_text(o, URI, "printer-uri-supported", "ipp://localhost/printers/office");
	put_text(o, URI, "device-uri", "socket://127.0.0.1:1");
	put_text(o, TEXT, "printer-info", "office");
	put_number(o, ENUM, "printer-state", 3);
	put_number(o, ENUM, "printer-type", 4);
	put_text(o, KEYWORD, "printer-state-reasons", "none");
	put_attribute(o, BOOLEAN, "printer-is-accepting-jobs", "\001", 1);
}

static void put_job(struct bytes *o, const struct print_manner *m)
{
	put_int(o, GROUP_JOB, 1);
	put_number(o, INTEGER, "job-id", 7);
	put_text(o, URI, "job-uri", "ipp://localhost/jobs/7");
	put_text(o, URI, "job-uuid", "urn:uuid:00000000-0000-0000-0000-000000000007");
	put_number(o, ENUM, "job-state", m->job_state);
	put_text(o, KEYWORD, "job-state-reasons", "none");
	put_text(o, TEXT, "job-printer-state-message", m->job_message ? m->job_message : "");
}

/* --- HTTP ------------------------------------------------------------------------------------------------------------------ */

static bool read_all(int fd, void *to, size_t n)
{
	for (char *p = to; n;) {
		ssize_t k = read(fd, p, n);
		if (k <= 0)
			return false;
		p += k;
		n -= (size_t)k;
	}
	return true;
}

static bool line(int fd, char *to, size_t size)
{
	size_t n = 0;
	char c = 0;
	while (c != '\n') {
		if (read(fd, &c, 1) != 1)
			return false;
		if (n + 1 < size && c != '\r' && c != '\n')
			to[n++] = c;
	}
	to[n] = '\0';
	return true;
}

/* The first bytes of the body; the rest is read and forgotten. */
static bool body(int fd, size_t length, bool chunked, unsigned char first[8])
{
	size_t got = 0;
	for (bool more = true; more;) {
		char size[32], rest[4096];
		if (chunked) {
			if (!line(fd, size, sizeof size))
				return false;
			length = strtoul(size, NULL, 16);
		}
		more = chunked && length > 0;
		while (length) {
			size_t k = length < sizeof rest ? length : sizeof rest;
			if (!read_all(fd, rest, k))
				return false;
			for (size_t i = 0; i < k && got < 8; i++)
				first[got++] = (unsigned char)rest[i];
			length -= k;
		}
		if (chunked && !line(fd, size, sizeof size))
			return false;
	}
	return got == 8;
}

/* One request; its first IPP bytes: version, operation, request id. */
static bool request(int fd, unsigned char first[8])
{
	char text[1024];
	size_t length = 0;
	bool chunked = false, waits = false;
	if (!line(fd, text, sizeof text))
		return false;
	while (line(fd, text, sizeof text) && *text) {
		if (!strncasecmp(text, "content-length:", 15))
			length = strtoul(text + 15, NULL, 10);
		chunked |= !strncasecmp(text, "transfer-encoding: chunked", 26);
		waits |= !strncasecmp(text, "expect:", 7);
	}
	if (waits && dprintf(fd, "HTTP/1.1 100 Continue\r\n\r\n") < 0)
		return false;
	return body(fd, length, chunked, first);
}

static void note(int operation)
{
	char mark = (char)operation;
	int fd = open(t_path("asked"), O_WRONLY | O_APPEND | O_CREAT, 0600);
	if (fd < 0 || write(fd, &mark, 1) != 1)
		_exit(1);
	close(fd);
}

static const struct print_answer *answer_to(const struct print_manner *m, int operation)
{
	static const struct print_answer well;
	for (const struct print_answer *a = m->answers; a && a->operation; a++)
		if (a->operation == operation)
			return a;
	return &well;
}

static bool respond(int fd, const struct print_manner *m, const unsigned char first[8])
{
	int operation = first[2] << 8 | first[3];
	const struct print_answer *a = answer_to(m, operation);
	struct bytes o = {.n = 0};
	if (a->hangs)
		pause();
	if (a->http)
		return dprintf(fd, "HTTP/1.1 %d No\r\nWWW-Authenticate: Basic realm=\"CUPS\"\r\nContent-Length: 0\r\n\r\n", a->http) > 0;
	put_int(&o, 0x0200, 2);
	put_int(&o, a->status, 2);
	put(&o, first + 4, 4);
	put_int(&o, 1, 1);
	put_text(&o, CHARSET, "attributes-charset", "utf-8");
	put_text(&o, LANGUAGE, "attributes-natural-language", "en");
	bool of_job = operation == 0x05 || operation == 0x06 || operation == 0x08 || operation == 0x09 || operation == 0x0a;
	if (a->status < 0x100 && of_job)
		put_job(&o, m);
	else if (a->status < 0x100)
		put_printer(&o);
	put_int(&o, GROUP_END, 1);
	if (a->garbage)
		memset(o.b, 'x', o.n);
	return dprintf(fd, "HTTP/1.1 200 OK\r\nContent-Type: application/ipp\r\nContent-Length: %zu\r\n\r\n", o.n) > 0 &&
	       write(fd, o.b, o.n) == (ssize_t)o.n;
}

static void serve(int fd, const struct print_manner *m)
{
	unsigned char first[8];
	while (request(fd, first)) {
		note(first[2] << 8 | first[3]);
		if (!respond(fd, m, first))
			break;
	}
}

const char *print_server(const struct print_manner *m)
{
	struct sockaddr_in at = {.sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
	socklen_t len = sizeof at;
	int s = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
	print_server_stop();
	unlink(t_path("asked"));
	assert_int_equal(bind(s, (struct sockaddr *)&at, sizeof at), 0);
	assert_int_equal(listen(s, 8), 0);
	assert_int_equal(getsockname(s, (struct sockaddr *)&at, &len), 0);
	server = fork();
	if (server == 0) {
		setpgid(0, 0);
		signal(SIGCHLD, SIG_IGN);
		for (;;) {
			int fd = accept(s, NULL, NULL);
			if (fd >= 0 && fork() == 0) {
				serve(fd, m);
				_exit(0);
			}
			close(fd);
		}
	}
	setpgid(server, server);
	close(s);
	return arena_printf(t_arena, "127.0.0.1:%d", ntohs(at.sin_port));
}

size_t print_server_asked(int operation)
{
	char *marks;
	size_t n, times = 0;
	struct err e = {0};
	if (!file_read(t_path("asked"), 1 << 20, t_arena, &marks, &n, &e))
		return 0;
	for (size_t i = 0; i < n; i++)
		times += (unsigned char)marks[i] == operation;
	return times;
}

void print_server_stop(void)
{
	if (server > 0) {
		kill(-server, SIGKILL);
		waitpid(server, NULL, 0);
	}
	server = 0;
}
