/* doc.h — the reference pages of `gwgk doc`: Markdown tables, written into cli->out. */
#ifndef CLI_DOC_H
#define CLI_DOC_H

#include "cli/cli.h"

/* Ends the cells of a row: a cell itself may be NULL (empty). */
extern const char doc_end[];
#define DOC_END doc_end

void doc_title(struct cli *c, const char *title, const char *source);
/* label may be NULL. */
void doc_section(struct cli *c, const char *name, const char *label);
void doc_head(struct cli *c, ...);
void doc_row(struct cli *c, ...);

/* Pages whose tables are the law's and the letters' (doc_law.c). */
void doc_states(struct cli *c);
void doc_letters(struct cli *c);
void doc_outcomes(struct cli *c);

#endif
