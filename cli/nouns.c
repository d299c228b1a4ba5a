#include "cli/nouns.h"

const struct cli_noun *const cli_nouns[] = {
	&cli_init,
	&cli_setting,
	&cli_operator,
	&cli_audit,
	&cli_backup,
	&cli_restore,
	&cli_check,
	&cli_doc,
	&cli_help,
	NULL,
};
