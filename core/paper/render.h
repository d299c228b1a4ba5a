/* render.h — the desk's side of gwgk-paper, the program that draws and prints.
 *
 * The desk links neither Pango nor CUPS: it spawns gwgk-paper, hands it bytes on standard input, reads a PDF from standard
 * output and status lines from descriptor 3. Each call blocks for at most the time-outs given, kills what overruns them, and
 * turns every failure into one line in the clerk's words. Nothing here touches the office file: call it outside a transaction.
 *
 * The program is looked for beside our own executable, then in ../libexec/gwgk; never in PATH. Its environment is minimal. */
#ifndef PAPER_RENDER_H
#define PAPER_RENDER_H

#include <stddef.h>
#include <stdint.h>
#include "base/arena.h"
#include "paper/size.h"

/* A zeroed struct is the real thing. */
struct paper {
	const char *program;     /* NULL = found as above */
	const char *font_dir;    /* the office's own fonts; NULL = $XDG_DATA_HOME/gwgk/fonts or ~/.local/share/gwgk/fonts */
	const char *cache_dir;   /* fontconfig's cache; NULL = $XDG_CACHE_HOME/gwgk or ~/.cache/gwgk */
	const char *cups_server; /* host:port or socket; NULL = the system's */
	int render_ms;           /* per call; 0 = 20 s and 100 ms a document */
	int print_ms;            /* per call; 0 = 10 s */
	void (*progress)(const char *doing, size_t done, size_t of); /* documents drawn so far; NULL */
	int server_ms;           /* for one answer of the print server; 0 = 3 s, 1 s for the first sign of life */
};

enum paper_head { HEAD_RED, HEAD_BLACK, HEAD_NONE }; /* none: pre-printed paper */

/* What a printer puts in the wrong place, put right: hundredths of a millimetre to the right and down. */
struct paper_shift {
	int right, down;
};
/* "1.5,-2": millimetres to the right, down; full-width marks too; at most 20. False for anything else. */
bool paper_shift_parse(const char *text, struct paper_shift *out);

struct pdf_options {
	enum paper_head head;
	struct paper_shift shift;
	bool rulers;     /* test page: rulers from two edges of the sheet, crosses 20 mm from all four */
	bool copy;       /* mark every page 副本 */
	const size_t *lengths; /* of the documents, where some are pictures (paper/picture.h); NULL: all are text */
	const char *marks; /* instead of `copy`: one character a document, 1 = its pages are marked 副本; NULL */
	bool stand_in;   /* a character no font has is drawn as 〓 and told in `missing`; else it is ERR_INPUT */
	bool duplex;     /* for both sides of the sheets: each document begins on a front; the empty backs are pages of no document */
	bool folio;      /* a page number of the whole in the upper right corner, beside each document's own */
	bool seal_ring;  /* preview only: a ring where the seal will be pressed */
	int64_t created; /* UTC seconds; the same document, options and fonts give the same bytes */
};

struct page_range {
	int first, last;
};

struct pdf_result {
	int pages;
	size_t ndocs;
	struct page_range *docs; /* page range of each document */
	char sha256[65];
	size_t bytes;
	const char *renderer;    /* "gwgk-paper 1 cairo 1.16.0 pango 1.50.12" */
	const char *missing;     /* with stand_in: "👩 U+1F469、…", each once; NULL */
	const char *fonts;       /* "FangSong=Noto Serif CJK SC; …" */
};

/* `gwdocs`: serialised documents (paper/serial.h). Written beside `path`, synced, renamed: the old file or the new one.
 * A character no font has is ERR_INPUT naming it. `out` may be NULL. */
bool paper_pdf(const struct paper *p, const char *const *gwdocs, size_t n, const struct pdf_options *opt, const char *path,
	struct arena *a, struct pdf_result *out, struct err *e) CHECKED;
/* The same into memory. */
bool paper_pdf_bytes(const struct paper *p, const char *const *gwdocs, size_t n, const struct pdf_options *opt, struct arena *a,
	char **pdf, struct pdf_result *out, struct err *e) CHECKED;

struct print_options {
	const char *queue; /* NULL = the default queue; "tcp:HOST:9100" and "file:/dev/usb/lp0" bypass CUPS (raw only) */
	const char *title;
	int copies;        /* 0 = 1 */
	bool raw;          /* bytes for the printer as they are (dot matrix) */
	bool duplex;
	const char *tray;  /* NULL = the queue's own */
	const struct paper_size *size; /* of the sheets; NULL = A4 */
	int wait_ms;       /* follow the job at most this long; 0 = only hand it over */
};

enum job_state { JOB_UNKNOWN, JOB_WAITING, JOB_HELD, JOB_PRINTING, JOB_STOPPED, JOB_CANCELLED, JOB_ABORTED, JOB_DONE };

struct print_job {
	int id;
	const char *uuid, *queue, *title, *user;
	enum job_state state;
	const char *message; /* the printer's own words; "" */
	const char *reasons; /* 缺纸、停用 … in Chinese; "" */
	bool doubtful;       /* paper_print() failed in a way that leaves open whether anything comes out: look at the paper */
};

struct printer {
	const char *name, *info, *device;
	bool is_default, accepting;
	int state; /* 3 idle, 4 printing, 5 stopped */
	const char *reasons; /* in Chinese; "" */
	int queued;
};

/* Hands the bytes over and, with wait_ms, follows the job. A job that failed while it was followed is an error in the
 * printer's words; out->id is set then. A stopped queue accepts: state JOB_WAITING with its reasons. */
bool paper_print(const struct paper *p, const char *bytes, size_t len, const struct print_options *opt, struct arena *a,
	struct print_job *out, struct err *e) CHECKED;
/* Looks a job up by queue and uuid (an id alone may have been reused): JOB_UNKNOWN when the server no longer knows it. */
bool paper_job(const struct paper *p, const struct print_job *job, struct arena *a, struct print_job *out, struct err *e) CHECKED;
bool paper_cancel(const struct paper *p, const struct print_job *job, struct err *e) CHECKED;
bool paper_printers(const struct paper *p, struct arena *a, struct printer **out, size_t *n, struct err *e) CHECKED;
bool paper_jobs(const struct paper *p, const char *queue, struct arena *a, struct print_job **out, size_t *n, struct err *e) CHECKED;
const char *job_state_zh(enum job_state s);
const char *printer_state_zh(int state);

struct font_role {
	const char *role;    /* 仿宋 小标宋 黑体 楷体 宋体 */
	const char *family, *file;
	bool own;            /* the face the role asks for, not a stand-in */
	bool usable;         /* it can print Hanzi (or the boxes) at all */
};
/* What each role of type resolves to. */
bool paper_fonts(const struct paper *p, struct arena *a, struct font_role **out, size_t *n, struct err *e) CHECKED;

/* A spreadsheet: TSV (first line the header) into an .xlsx file, synced and renamed like a PDF. */
bool paper_xlsx(const struct paper *p, const char *tsv, const char *sheet, const char *path, struct err *e) CHECKED;

#endif
