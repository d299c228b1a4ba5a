/* lawdata.h — the law's tables as this office has them: the program's rows, then its own of the same keys. */
#ifndef OFFICE_LAWDATA_H
#define OFFICE_LAWDATA_H

#include "law/ruleset.h"
#include "store/store.h"

/* The struct law lives in the arena. */
bool lawdata_load(struct store *s, struct arena *a, struct law **out, struct err *e) CHECKED;

#endif
