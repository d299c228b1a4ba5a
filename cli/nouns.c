#include "cli/nouns.h"

const struct cli_noun *const cli_nouns[] = {
	&cli_doc,
	&cli_help,
	NULL,
};
