/* nouns.h — the nouns of the command line, each defined in cli/NOUN.c. A new noun: one line here, one in nouns.c. */
#ifndef CLI_NOUNS_H
#define CLI_NOUNS_H

#include "cli/cli.h"

extern const struct cli_noun cli_appeal;
extern const struct cli_noun cli_audit;
extern const struct cli_noun cli_backup;
extern const struct cli_noun cli_body;
extern const struct cli_noun cli_calendar;
extern const struct cli_noun cli_catalogue;
extern const struct cli_noun cli_check;
extern const struct cli_noun cli_correction;
extern const struct cli_noun cli_date;
extern const struct cli_noun cli_doc;
extern const struct cli_noun cli_help;
extern const struct cli_noun cli_keys;
extern const struct cli_noun cli_run;

/* No noun: the terminal program (cli/run.c). *status is what the process exits with. */
bool cli_terminal(struct cli *c, int *status, struct err *e) CHECKED;
extern const struct cli_noun cli_info;
extern const struct cli_noun cli_init;
extern const struct cli_noun cli_letter;
extern const struct cli_noun cli_operator;
extern const struct cli_noun cli_person;
extern const struct cli_noun cli_register;
extern const struct cli_noun cli_request;
extern const struct cli_noun cli_printer;
extern const struct cli_noun cli_restore;
extern const struct cli_noun cli_search;
extern const struct cli_noun cli_setting;
extern const struct cli_noun cli_template;
extern const struct cli_noun cli_unit;
extern const struct cli_noun cli_who;
extern const struct cli_noun cli_today;
extern const struct cli_noun cli_sheet;

#endif
