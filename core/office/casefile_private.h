/* casefile_private.h — between casefile.c (gathering), casefile_parts.c (documents) and casefile_out.c (folder and PDF) only. */
#ifndef OFFICE_CASEFILE_PRIVATE_H
#define OFFICE_CASEFILE_PRIVATE_H

#include "office/casefile.h"
#include "office/letter.h"

struct casefile_part *casefile_add(struct casefile *f, const struct casefile_part *part);
/* Every part but the attached files; cover and index come first and are made again by casefile_front(). */
bool casefile_documents(struct casefile *f, struct err *e) CHECKED;
/* Cover and index, once pages and names of all parts are known. Their own length depends on it: called until nothing moves. */
bool casefile_front(struct casefile *f, struct err *e) CHECKED;
/* A part filled from a template, laid out once to know its pages. */
bool casefile_sheet(struct casefile *f, const char *title, const struct letter_slot *slots, size_t nslots, const struct case_table *tables,
	size_t ntables, const char *kind, struct casefile_part *out, struct err *e) CHECKED;

/* Characters that no font has, in the parts but cover and index; NULL: none. */
bool casefile_unprintable(struct casefile *f, const char **which, struct err *e) CHECKED;
bool casefile_to_folder(struct casefile *f, struct err *e) CHECKED;
bool casefile_to_pdf(struct casefile *f, struct err *e) CHECKED;

enum { PART_COVER, PART_INDEX }; /* the first two */

#endif
