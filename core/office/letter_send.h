/* letter_send.h — letters to a printer: rendered, handed over, followed, written down. For screens and the command line alike. */
#ifndef OFFICE_LETTER_SEND_H
#define OFFICE_LETTER_SEND_H

#include "office/letter.h"
#include "paper/grid.h"
#include "paper/render.h"

struct letter_sending {
	const char *queue;         /* NULL or "" = the setting `printer`, else the default queue; tcp:HOST:9100, file:/dev/usb/lp0 */
	enum letter_target target; /* LETTER_PDF, else plain text for a dot-matrix printer by the setting `text_profile` */
	bool copy;                 /* a reprint: every page is marked 副本 */
	int copies;                /* 0 = the setting `copies` */
	int wait_ms;               /* how long the job is followed; 0 = 5 s */
};

/* One job for all letters, in their order. Each gets a line in its prints: pages, job, state. A job that failed while it was followed is an
 * error in the printer's words and is written down as failed, so that the letters may be printed again. Not inside a verb: the verbs
 * letter.print and letter.reprint are run here, one for each letter. */
bool letter_send(struct office *o, const int64_t *ids, size_t n, const struct letter_sending *how, struct arena *a, struct print_job *job,
	struct err *e) CHECKED;

/* Documents that are no issued letters (blank forms, today's list, envelopes) as one job: nothing is written down. `copies` 0 = one. */
bool letter_send_docs(struct office *o, struct doc *const *docs, size_t n, const char *title, const struct letter_sending *how,
	struct arena *a, struct print_job *job, struct err *e) CHECKED;

/* What a letter last went out with: one job, its letters in the order of the paper. */
struct letter_run {
	const char *job, *queue;
	bool copy;
	enum letter_target target;
	int64_t *ids;
	size_t n, at; /* at: the place of the letter that was asked about */
};
/* ERR_RULE: it never went out in a job. */
bool letter_run_of(struct office *o, int64_t letter_id, struct arena *a, struct letter_run *out, struct err *e) CHECKED;
/* The printer jammed at this letter: its sheets and those after it in the job are written down as spoilt (letter.jam, with the reason and the
 * number in the job), and the same letters go out once more as one job. Left out: what has been printed since or was revoked. An empty
 * queue and LETTER_PDF in `how` stand for those of the old job. *sent: how many. Cut off in the middle it can be done again. */
bool letter_resume(struct office *o, int64_t letter_id, const char *reason, const struct letter_sending *how, struct arena *a,
	struct print_job *job, size_t *sent, struct err *e) CHECKED;

/* The office's dot-matrix printer: the setting `text_profile`, else the plain one. */
bool letter_profile(struct office *o, struct arena *a, struct text_profile *out, struct err *e) CHECKED;

#endif
