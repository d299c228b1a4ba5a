/* program.h — inside gwgk-paper. The desk's side is paper/render.h; the protocol:
 *
 *	gwgk-paper pdf [--head red|black|none] [--copy | --marks 0110…] [--folio] [--stand-in] [--ring] [--rulers] [--duplex] [--shift RIGHT,DOWN] [--created SECONDS]
 *	                                                                              documents in, PDF out
 *	gwgk-paper fonts                                                              what each role of type is
 *	gwgk-paper print QUEUE [--title T] [--copies N] [--raw] [--duplex] [--tray T] [--media M] [--wait MS] [--patience MS]
 *	gwgk-paper send tcp:HOST:PORT | file:PATH [--patience MS]                      raw bytes past CUPS
 *	gwgk-paper printers | jobs [QUEUE] | job QUEUE ID UUID | cancel QUEUE ID
 *	gwgk-paper xlsx SHEET                                                         TSV in, spreadsheet out
 *
 * Everywhere: --fonts DIR, --cache DIR. Bytes come on 0, the PDF goes to 1, status lines (tab-separated words) to 3. Exit 0 done,
 * 1 refused (an `error` or `missing` line says why), 2 wrong usage. The program never asks anybody anything. */
#ifndef PAPER_HELPER_PROGRAM_H
#define PAPER_HELPER_PROGRAM_H

#include <stddef.h>
#include <stdint.h>
#include "base/arena.h"

struct options {
	const char *mode, *fonts, *cache, *head, *title, *tray, *media, *marks;
	const char *words[4]; /* what stands after the mode */
	int nwords;
	int64_t created;
	int copies, wait_ms, patience_ms;
	double shift_x, shift_y; /* points */
	bool copy, rulers, ring, raw, duplex, folio, stand_in;
	struct arena *arena;
};

/* One status line on descriptor 3, words parted by tabs; a tab or line break inside a word becomes a space. */
void status(const char *const *words, size_t n);
#define STATUS(...) status((const char *const[]){__VA_ARGS__}, sizeof((const char *const[]){__VA_ARGS__}) / sizeof(const char *))
/* `error CODE text`; returns exit status 1. */
int refuse(const char *code, const char *text);

/* A number from the command line; -1 for anything that is not one. */
int number_of(const char *s);

/* All of standard input. */
bool read_input(struct arena *a, char **data, size_t *n);

int mode_pdf(const struct options *o);
int mode_fonts(const struct options *o);
int mode_print(const struct options *o);
int mode_send(const struct options *o);
int mode_printers(const struct options *o);
int mode_jobs(const struct options *o);
int mode_job(const struct options *o);
int mode_cancel(const struct options *o);
int mode_xlsx(const struct options *o);

#endif
