/* batch.h — many acts confirmed at once, done one after the other: each row through its own verb, in its own transaction, with its own line
 * in the log. A row that is refused keeps its reason and the next one goes on; a fault of the file or the host ends the batch, and what was
 * not reached stays as it was.
 *
 *	batch_open(&b, office);
 *	batch_add(&b, id, &act, cmd);            // any number, in the order in which they shall be done
 *	while (batch_step(&b)) …                 // one row each; the desk paints between two
 *	b.rows[i].state, b.rows[i].text …
 *	batch_close(&b);
 *
 * A row's command id is the caller's, who keeps it while the row waits: after a COMMIT whose answer was lost, the same row run again is the
 * same command and is done once (verb.h). */
#ifndef OFFICE_BATCH_H
#define OFFICE_BATCH_H

#include "office/verb.h"

/* What is done to a row; outlives the batch. */
struct batch_act {
	const struct verb *verb;
	const void *args; /* of verb->args, shared by all rows and copied for each; NULL: all fields unknown */
	/* Completes the row's copy; false with e: the row is refused. Reads only. NULL: nothing to complete. */
	bool (*prepare)(struct office *o, int64_t id, void *args, struct arena *a, struct err *e);
};

enum batch_state { BATCH_WAITS, BATCH_DONE, BATCH_REFUSED };

struct batch_row {
	int64_t id;
	const struct batch_act *act;
	unsigned char cmd[CMD_ID_LEN];
	enum batch_state state;
	const char *text; /* the verb's result, or why not; in the batch's memory */
};

struct batch {
	struct office *office;
	struct arena arena;
	struct batch_row *rows;
	size_t n, cap, next, done, refused;
	const char *fault; /* the batch ended before its end, and why; NULL */
};

void batch_open(struct batch *b, struct office *o);
void batch_add(struct batch *b, int64_t id, const struct batch_act *act, const unsigned char cmd[CMD_ID_LEN]);
/* Does the next row; true while another one waits. */
bool batch_step(struct batch *b);
void batch_close(struct batch *b);

#endif
