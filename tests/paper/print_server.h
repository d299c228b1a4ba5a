/* print_server.h — a print server that does what it is told: for the faults that a real CUPS cannot be asked to have. */
#ifndef TESTS_PAPER_PRINT_SERVER_H
#define TESTS_PAPER_PRINT_SERVER_H

#include <stddef.h>
#include "paper/render.h"

/* How one sort of request is answered. */
struct print_answer {
	int operation;          /* IPP operation */
	int http;               /* 0 = 200 */
	int status;             /* IPP status; 0 = successful-ok */
	bool hangs, garbage;    /* no answer; not IPP */
};
struct print_manner {
	const struct print_answer *answers; /* ends with operation 0; others are answered well */
	int job_state;                      /* 9 completed, 7 canceled … */
	const char *job_message;
};

/* Serves one printer named `office`, on a port of its own, until the test ends. Returns HOST:PORT. */
const char *print_server(const struct print_manner *m);
/* How often an operation was asked for. */
size_t print_server_asked(int operation);
void print_server_stop(void);

#endif
