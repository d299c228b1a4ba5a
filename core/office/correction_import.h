/* correction_import.h — an old ledger of corrections comes in: cases, results and transfers keep their numbers and days, the sequence goes on
 * after the highest (ledger_import.h).
 *
 * Columns (names or labels): id (C2025-0003) registered_on received outcome decision_reasons decided_on answered_on transferred_to
 * transferred_on, and the fields of a correction. */
#ifndef OFFICE_CORRECTION_IMPORT_H
#define OFFICE_CORRECTION_IMPORT_H

#include "office/ledger_import.h"

extern const struct ledger_kind correction_ledger;
extern const struct verb correction_import_verb;

#endif
