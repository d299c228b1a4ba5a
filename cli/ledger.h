/* ledger.h — request import and correction import: the same options, the same answers. */
#ifndef CLI_LEDGER_H
#define CLI_LEDGER_H

#include "cli/cli.h"
#include "office/ledger_import.h"

/* IMPORT FILE [--lines N,N…] [--take N,N…] [--dry-run] */
bool cli_ledger_import(struct cli *c, struct cli_args *args, const struct ledger_kind *k, const struct verb *import, struct err *e) CHECKED;

#endif
