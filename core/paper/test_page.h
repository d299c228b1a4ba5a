/* test_page.h — a sheet that shows whether a printer, its fonts and its margins are right. */
#ifndef PAPER_TEST_PAGE_H
#define PAPER_TEST_PAGE_H

#include "base/day.h"
#include "paper/doc.h"

/* With rulers and crosses (pdf_options.rulers) it also shows how far off a printer is. Head and number as on a letter (so that pre-printed paper can be held against it), a full line of 28 characters, every role of
 * type, boxes, ￥, rare names, a table, the place of the seal. */
struct doc *test_page(struct arena *a, const char *office, daynum today);

#endif
