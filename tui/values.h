/* values.h — lists of values for fields with a `source`, from office/choice.h. Fits form_type.values. */
#ifndef TUI_VALUES_H
#define TUI_VALUES_H

#include "tui/form.h"

bool values_of(struct screen *s, const struct record_type *t, const struct field *f, const void *rec, struct arena *a,
	struct form_values *out, struct err *e);

#endif
