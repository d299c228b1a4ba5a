/* calendar.h — which calendar a command counts by, and how the command line prints what was counted. */
#ifndef CLI_CALENDAR_H
#define CLI_CALENDAR_H

#include "cli/cli.h"
#include "law/ledger.h"

/* The office's calendar where there is an office file, else the one the program carries. An office named by --db or $GWGK_DB that is there
 * but cannot be opened is refused. */
bool cli_calendar_of(struct cli *c, const struct calendar **out, struct err *e) CHECKED;
/* A day in any of a clerk's forms, in the calendar's range. */
bool cli_calendar_day(struct cli *c, const struct calendar *cal, const char *field, const char *text, daynum *out, struct err *e) CHECKED;
/* "ledger":[…] in an open object; of a case also why a day is left out and what happened on it. The other: the same as a table. */
void cli_json_ledger(struct json *j, const struct clock_ledger *l, bool of_case);
void cli_table_ledger(struct cli *c, const struct clock_ledger *l);

/* `calendar import FILE [--dry-run]`. */
bool cli_calendar_import(struct cli *c, struct cli_args *args, struct err *e) CHECKED;

#endif
