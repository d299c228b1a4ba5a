/* letter_again.h — a print job asked for again under its command's id (`--cmd`): over a line that breaks nobody knows whether the first time
 * arrived. Private to letter_send.c and letter_batch.c. */
#ifndef OFFICE_LETTER_AGAIN_H
#define OFFICE_LETTER_AGAIN_H

#include "office/letter_send.h"

struct letter_again {
	const char *batch;      /* what a new job is called; NULL: the job went out before, see below */
	bool first;             /* the command's id has not been used: its first verb takes it */
	struct print_job job;
	size_t letters, place, before; /* the two last: of a job that went on from `ids[0]`, as in struct letter_resumed */
};

/* `verb`: the first one of the command, on letter ids[0]. n 0: which other letters follow is not known. ERR_CONFLICT: the id was used for another thing.
 * ERR_SYSTEM: it was cut off while the bytes were handed over, so that somebody has to look at the paper. A job that never left is written down as
 * failed and asked for anew. cmd NULL: a job of a fresh name. */
bool letter_again(struct office *o, const unsigned char *cmd, const char *verb, const int64_t *ids, size_t n, struct arena *a,
	struct letter_again *out, struct err *e) CHECKED;

/* letter_send() of a job whose name is known; `cmd`: what its first verb is written down under, NULL = a fresh id. */
bool letter_send_as(struct office *o, const int64_t *ids, size_t n, const struct letter_sending *how, const char *batch,
	const unsigned char *cmd, struct arena *a, struct print_job *job, struct err *e) CHECKED;

#endif
