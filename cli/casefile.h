/* casefile.h — `export` of a request, a correction or an appeal's case: everything about it, as evidence. */
#ifndef CLI_CASEFILE_H
#define CLI_CASEFILE_H

#include "cli/cli.h"

/* Reads --out --reason --incomplete; the words themselves were read. Written down in the log before the export gets its name. */
bool casefile_command(struct cli *c, struct cli_args *args, int64_t matter_id, struct err *e) CHECKED;

#endif
