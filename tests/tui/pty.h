/* pty.h — the real program on a pseudo-terminal, its output read by libvterm. Waits for text, never for time. */
#ifndef TESTS_TUI_PTY_H
#define TESTS_TUI_PTY_H

#include <stddef.h>
#include <sys/types.h>
#include <vterm.h>

struct pty {
	int fd;
	pid_t pid;
	VTerm *vt;
	VTermScreen *screen;
	size_t bytes;    /* written by the program so far */
	char *log;       /* all of it */
	size_t log_cap;
	int rows, cols;
};

/* env: "NAME=VALUE" sets, "NAME" unsets; NULL-terminated. TERM=xterm-256color, GWGK_TODAY=2026-03-09 and HOME are set beforehand, LANG and LC_*
 * are not. argv after the program's name, NULL-terminated, may be NULL. */
void pty_open(struct pty *p, int rows, int cols, const char *const *env, const char *const *argv);
void pty_open_charset(struct pty *p, bool utf8, const char *const *env, const char *const *argv);
void pty_send(struct pty *p, const char *bytes);
void pty_sendn(struct pty *p, const char *bytes, size_t n);
/* Reads what there is; waits at most ms for the first of it. False: nothing came. */
bool pty_pump(struct pty *p, int ms);
/* Until the screen shows the text; fails the test after 10 s with the screen printed. */
void pty_wait(struct pty *p, const char *text);
bool pty_shows(struct pty *p, const char *text);
/* A row as text without trailing spaces, in the test's arena. */
const char *pty_row(struct pty *p, int y);
void pty_resize(struct pty *p, int rows, int cols);
/* Waits for the program to end; returns its status (128 + signal). */
int pty_end(struct pty *p);
/* Closes the line, then pty_end. */
int pty_hangup(struct pty *p);
/* The program that `make` built beside this test. */
const char *pty_program(void);

#endif
