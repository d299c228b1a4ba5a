#include "tui/values.h"

#include <string.h>

#include "tui/app.h"

struct source {
	const char *name;
	bool (*list)(struct office *o, const void *rec, struct arena *a, struct form_values *out, struct err *e);
};

static const struct source sources[] = {
	{0},
};

bool values_of(struct screen *s, const struct field *f, const void *rec, struct arena *a, struct form_values *out, struct err *e)
{
	*out = (struct form_values){0};
	for (const struct source *p = sources; p->name && s->app->office; p++)
		if (!strcmp(p->name, f->source))
			return p->list(s->app->office, rec, a, out, e);
	return err_set(e, ERR_MISSING, _("这一栏没有值表，请直接填写"));
}
