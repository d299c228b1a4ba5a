/* request_import.h — last year's ledger of requests comes in: cases and results keep their old numbers, the sequence goes on after the
 * highest (ledger_import.h). Its columns: request_ledger.h. */
#ifndef OFFICE_REQUEST_IMPORT_H
#define OFFICE_REQUEST_IMPORT_H

#include "office/ledger_import.h"

extern const struct ledger_kind request_ledger;
extern const struct verb request_import_verb;

#endif
