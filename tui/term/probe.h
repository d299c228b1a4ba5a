/* probe.h — asks the terminal how wide it draws 丰 and ①: its character set and its ambiguous width in one round trip. */
#ifndef TUI_TERM_PROBE_H
#define TUI_TERM_PROBE_H

#include <stddef.h>
#include <stdbool.h>

struct probe {
	int hanzi, ambiguous;    /* columns after each; 0 = no answer */
	char typed[256];         /* what a person typed meanwhile */
	size_t ntyped;
};

enum probe_verdict { PROBE_SILENT, PROBE_NARROW, PROBE_WIDE, PROBE_NOT_UTF8 };

/* fd: a terminal already in raw mode. Waits 400 ms at most for each answer. */
void probe_run(int fd, struct probe *p);
enum probe_verdict probe_verdict(const struct probe *p);
/* One byte of the answer; true when both reports are in. For probe_run and tests. */
struct probe_reader {
	int state, row, col, reports;
	char pending[16];
	size_t npending;
};
bool probe_byte(struct probe_reader *r, struct probe *p, char byte);

#endif
