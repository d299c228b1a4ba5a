/* letter_send.h — letters to a printer: rendered, handed over, followed, written down. For screens and the command line alike. */
#ifndef OFFICE_LETTER_SEND_H
#define OFFICE_LETTER_SEND_H

#include "office/letter.h"
#include "paper/grid.h"
#include "paper/render.h"

enum letter_sides { LETTER_SIDES_USUAL, LETTER_ONE_SIDE, LETTER_BOTH_SIDES };

struct letter_sending {
	const char *queue;         /* NULL or "" = the setting `printer`, else the default queue; tcp:HOST:9100, file:/dev/usb/lp0 */
	enum letter_target target; /* LETTER_PDF, else plain text for a dot-matrix printer by the setting `text_profile` */
	bool copy;                 /* a reprint: every page is marked 副本 */
	enum letter_sides sides;   /* LETTER_SIDES_USUAL = the setting `printer_duplex` */
	const char *tray;          /* NULL or "" = the setting `printer_tray`, else the queue's own */
	int copies;                /* 0 = what the kinds want (letter_copies); of a reprint one */
	int wait_ms;               /* how long the job is followed; 0 = 5 s */
	const unsigned char *cmd;  /* CMD_ID_LEN: the command's id (verb.h); NULL = a fresh one */
};

/* How many of a kind are printed: the setting `copies` where it names the kind, else its line for all, else the template's 份数. */
int letter_copies(struct office *o, const char *kind, struct arena *a);

/* One job for all letters, in their order. It is written down twice: before the bytes are handed over (sending), so that nothing comes out
 * unknown, and when the job's fate is known (queued, done, failed), with its uuid, each letter's place and pages. A job that failed while it was
 * followed is an error in the printer's words; its letters may be printed again. Under a `cmd` that has sent a job already nothing goes out: the
 * answer tells of that job, other letters are ERR_CONFLICT; a job that failed is tried anew. Where there is no print server nothing is written at all. Not
 * inside a verb: letter.print or letter.reprint, then letter.printed are run here, one for each letter. */
bool letter_send(struct office *o, const int64_t *ids, size_t n, const struct letter_sending *how, struct arena *a, struct print_job *job,
	struct err *e) CHECKED;

/* What a letter last went out with: one job, its letters in the order of the paper without those that were printed elsewhere since. */
struct letter_run {
	const char *job, *queue; /* NULL: not known to a print server */
	bool copy;
	enum letter_target target;
	int64_t *ids;
	size_t n, at; /* at: the place of the letter that was asked about */
};
/* ERR_RULE: it never went out in a job. */
bool letter_run_of(struct office *o, int64_t letter_id, struct arena *a, struct letter_run *out, struct err *e) CHECKED;

/* 从这一份重打: the job that letter `id` was last printed in jammed there. What is left of the job is cancelled; the letters before it are taken
 * as printed, this one as spoilt, those after it as not come out, each with `reason` and the place in the job; then it and those after it go out as
 * one job. Letters that were printed elsewhere or revoked since are left alone. An empty queue and LETTER_PDF in `how` stand for those of the old
 * job. A job that cannot be cancelled is an error and nothing is changed. Cut off in the middle it can be done again. */
struct letter_resumed {
	size_t place, letters, before; /* place of `id` in the old job; letters sent anew; taken as printed */
	struct print_job job;
};
bool letter_resume(struct office *o, int64_t id, const char *reason, const struct letter_sending *how, struct arena *a, struct letter_resumed *out,
	struct err *e) CHECKED;

/* The same fate for the newest sheet of each letter (the verb letter.printed). */
bool letter_fate_write(struct office *o, const int64_t *ids, size_t n, const struct letter_fate *fate, struct arena *a, struct err *e) CHECKED;

/* Asks the print server what became of every letter that is still sending or queued and writes it down. */
struct letter_followed {
	size_t asked, done, failed, waiting, unknown;
};
bool letter_follow(struct office *o, struct arena *a, struct letter_followed *out, struct err *e) CHECKED;

/* Documents that are no issued letters (blank forms, today's list, envelopes) as one job: nothing is written down. `copies` 0 = one. The sheets
 * are those of the first document. */
bool letter_send_docs(struct office *o, struct doc *const *docs, size_t n, const char *title, const struct letter_sending *how,
	struct arena *a, struct print_job *job, struct err *e) CHECKED;

/* The office's dot-matrix printer: the setting `text_profile`, else the plain one. */
bool letter_profile(struct office *o, struct arena *a, struct text_profile *out, struct err *e) CHECKED;

#endif
