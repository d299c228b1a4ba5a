/* matter_verb.h — the words that requests and corrections share: show, clock, export, and every verb of the procedure. */
#ifndef CLI_MATTER_VERB_H
#define CLI_MATTER_VERB_H

#include "cli/cli.h"

/* `kind`: "request" or "correction"; `show` prints the whole record. A verb finds the case, fills the verb's record, keeps the applicant's own
 * words byte for byte, measures a paper given as a file; it prints the result line in text, the record in the other formats. False without
 * an error: wrong usage. */
bool matter_word(struct cli *c, struct cli_args *args, const char *kind, bool (*show)(struct cli *c, int64_t id, struct err *e), struct err *e) CHECKED;

#endif
