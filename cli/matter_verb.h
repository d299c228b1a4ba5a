/* matter_verb.h — runs a verb of a request or a correction for a command: finds the case, fills the verb's record, keeps the applicant's
 * own words byte for byte, measures a paper given as a file. */
#ifndef CLI_MATTER_VERB_H
#define CLI_MATTER_VERB_H

#include "cli/cli.h"

/* `kind`: "request" or "correction". In text the result line is printed; other formats are the caller's. */
bool matter_verb(struct cli *c, struct cli_args *args, const struct verb *v, const char *kind, struct verb_call *call, struct err *e) CHECKED;

#endif
