/* serial.h — `gwdoc 1`: a document as canonical bytes. This is what is frozen and hashed when a letter is issued.
 *
 *	gwdoc 1⇥KIND
 *	head⇥⇥青岛海关
 *	para⇥1⇥一、……
 *	table⇥17 33 17 33⇥
 *	row⇥1⇥            least height in lines
 *	cell⇥1c⇥受理编号   columns covered; c = centred, ^ = joined with the cell above
 *	end
 *
 * One block a line: KIND, attribute, text, with \n \t \\ escaped; every line ends with \n. The same document always gives the
 * same bytes and doc_parse(doc_serial(d)) gives the document back. Several documents may follow one another. */
#ifndef PAPER_SERIAL_H
#define PAPER_SERIAL_H

#include "base/str.h"
#include "paper/doc.h"

enum { DOC_BLOCKS_MAX = 10000, DOC_TEXT_MAX = 1 << 20 };

/* NUL-terminated; *len may be NULL. */
char *doc_serial(const struct doc *d, struct arena *a, size_t *len);
/* Reads one document from data[*at..n) and moves *at behind it. ERR_SYSTEM names the line. Never trusts its input: anything
 * that doc_serial() cannot have written is refused. */
bool doc_parse(const char *data, size_t n, size_t *at, struct arena *a, struct doc **out, struct err *e) CHECKED;

#endif
