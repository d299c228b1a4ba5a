/* casefile.h — everything the office holds about one case, taken out as evidence for a review or a suit (行政复议法48、54, 行政诉讼法67).
 *
 * A case file is a list of parts: cover, index, registration sheet, the applicant's words byte for byte, every letter as it was frozen
 * (marked 副本), a record sheet for each thing that was done, the ledger of the clock, the extract of the audit log with the chain's head, the
 * file's own index, and the materials: attached files are copied and must still have the hash they were registered with, JPEG and PNG pictures
 * are pages of the PDF; papers that are only described stand in the index with their place.
 *
 * It goes out as a folder of numbered files (index.csv, index.txt, SHA256SUMS) or as one PDF with page numbers of its own, never over
 * something that is there, 0600/0700, whole or not at all.
 *
 *	casefile_make(o, id, &wish, a, &out, &e)                     under a name of its own
 *	verb_do(request.export, &out.record)                         the power to show personal data, a reason: one line in the log
 *	casefile_publish(&out, &e)  or  casefile_discard(&out)
 *
 * casefile_make() and casefile_publish() write files and spawn gwgk-paper: call them outside a transaction. */
#ifndef OFFICE_CASEFILE_H
#define OFFICE_CASEFILE_H

#include "base/folder.h"
#include "office/case_table.h"
#include "office/verb.h"

struct casefile_wish {
	const char *path;   /* ends with .pdf: one PDF; else a folder */
	const char *reason; /* why personal data leaves the office */
	bool incomplete;    /* a material that is damaged or gone is marked in the index instead of refused */
};

/* The verb's argument: what left the office. */
struct casefile_record {
	const char *to, *reason, *sha256; /* of SHA256SUMS or of the PDF */
	int64_t parts, pages, missing;    /* missing: damaged or lost materials */
};
extern const struct record_type casefile_record_type;

struct casefile_part {
	const char *title, *number, *day, *original, *place; /* of the index; NULL = nothing to say */
	const char *gwdoc;   /* a document; NULL */
	bool copy;           /* its pages are marked 副本 */
	const char *bytes;   /* a text of `len` bytes, only in a folder; NULL */
	const char *ending;  /* of that text: "txt" "csv" */
	size_t len;
	const char *source;  /* an attached file; NULL */
	const unsigned char *hash; /* with which it was registered */
	int64_t size;        /* of the attached file */
	const char *picture; /* it as a page of the PDF (paper/picture.h); NULL: it is not a picture, or it goes into a folder */
	size_t picture_len;
	const char *fault;   /* why the attached file is not here; NULL */
	int64_t pages, first;/* INT_NONE: not known, not in the PDF */
	const char *file;    /* its name in the folder; NULL: a paper that is elsewhere */
};

struct casefile {
	struct office *office;
	struct arena *arena;
	struct matter_case c;
	const struct casefile_wish *wish;
	size_t n, cap;
	struct casefile_part *parts;
	bool pdf;
	const char *decision;    /* number of the letter that tells the outcome; NULL */
	const char *head;        /* of the audit chain: 17:3fa94c… */
	struct folder folder;
	const char *tmp;         /* of the PDF while it is made */
	struct casefile_record record;
	const char *warning;     /* attached files that a PDF cannot hold, materials that are not there; NULL */
};

bool casefile_make(struct office *o, int64_t matter_id, const struct casefile_wish *wish, struct arena *a, struct casefile *out,
	struct err *e) CHECKED;
bool casefile_publish(struct casefile *f, struct err *e) CHECKED;
void casefile_discard(struct casefile *f);
/* request.export or correction.export. */
const struct verb *casefile_verb(const struct casefile *f);

extern const struct verb *const casefile_verbs[];

#endif
