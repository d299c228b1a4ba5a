/* demo.h — a believable office for showing and testing: purpose demo, the same on every machine. */
#ifndef OFFICE_DEMO_H
#define OFFICE_DEMO_H

#include "office/init.h"

/* As office_init(), then fills two years of work through the verbs. What the setup leaves open gets the demo office's values. */
bool demo_init(const char *path, struct office_setup *setup, struct desk *desk, struct err *e) CHECKED;

#endif
