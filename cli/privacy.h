/* privacy.h — lists and exports are masked unless `--unmasked --reason …` says why not: office/register.h, personal.show. */
#ifndef CLI_PRIVACY_H
#define CLI_PRIVACY_H

#include "cli/cli.h"

struct cli_privacy {
	bool unmasked;
	const char *reason;
};
/* Reads the two options ("unmasked" must be among the switches of cli_parse). ERR_INPUT without a reason, ERR_DENIED without the power. */
bool cli_privacy(struct cli *c, struct cli_args *args, struct cli_privacy *out, struct err *e) CHECKED;
/* Before the rows are written: one line in the log saying what, how many and why. Nothing to do while masked. */
bool cli_disclose(struct cli *c, const struct cli_privacy *p, const char *what, size_t rows, struct err *e) CHECKED;

#endif
