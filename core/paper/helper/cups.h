/* cups.h — one connection to the print server, with a time-out and without questions.
 *
 * A library call that finds no server answers "no printers": so the connection is tried first. A server that hangs would block
 * for minutes: so every request has a time limit. The default password callback asks on the terminal: ours gives up. */
#ifndef PAPER_HELPER_CUPS_H
#define PAPER_HELPER_CUPS_H

#include <cups/cups.h>
#include "paper/helper/program.h"

/* NULL when refused: the `error` line is written. */
http_t *server_open(const struct options *o);
/* One destination; the `error` line says 没有这台打印机 or that none is the default. Free with cupsFreeDests(1, d). */
cups_dest_t *destination(http_t *http, const char *name);
/* The last failure of the library in the clerk's words, as an `error` line. */
int refuse_cups(const char *what);
/* printer-state-reasons in Chinese, "" when there is nothing to say. `reasons` is comma-separated. */
const char *reasons_zh(const char *reasons, struct arena *a);

struct job_facts {
	int state; /* ipp_jstate_t; 0 = the server does not know it */
	char uuid[80], message[512], reasons[512], name[256], user[128];
};
/* False when the server does not know the job or does not answer. */
bool job_facts(http_t *http, const char *queue, int id, struct job_facts *out);
/* What a print server says in English, in the clerk's words; anything else as it is. */
const char *message_zh(const char *message);
/* `job ID UUID QUEUE STATE message reasons title user` */
void job_status(int id, const char *queue, const struct job_facts *f, struct arena *a);

#endif
