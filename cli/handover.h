/* handover.h — `operator handover FROM --to TO` and `person handover …`: what would move, or what moved. */
#ifndef CLI_HANDOVER_H
#define CLI_HANDOVER_H

#include "cli/cli.h"

/* args: pos[1] is who hands over; --dry-run only shows. */
bool cli_handover(struct cli *c, const char *noun, struct cli_args *args, struct err *e) CHECKED;

#endif
