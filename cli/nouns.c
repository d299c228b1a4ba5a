#include "cli/nouns.h"

const struct cli_noun *const cli_nouns[] = {
	&cli_audit,
	&cli_backup,
	&cli_calendar,
	&cli_check,
	&cli_date,
	&cli_init,
	&cli_operator,
	&cli_restore,
	&cli_setting,
	&cli_catalogue,
	&cli_who,
	&cli_unit,
	&cli_person,
	&cli_body,
	&cli_run,
	&cli_keys,
	&cli_doc,
	&cli_help,
	NULL,
};
