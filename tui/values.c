#include "tui/values.h"

#include <string.h>

#include "office/choice.h"
#include "office/matter.h"
#include "tui/app.h"

/* The catalogue item that the record names, for lists that hang on it. */
static int64_t item_of(const struct record_type *t, const void *rec)
{
	const struct field *f = record_field(t, "item");
	if (!f || (f->type != FIELD_INT && f->type != FIELD_ID))
		return INT_NONE;
	int64_t item;
	memcpy(&item, (const char *)rec + f->offset, sizeof item);
	return item;
}

/* Of the case that the form works on. */
static const char *ruleset_of(const struct screen *s, struct arena *a)
{
	const char *noun = s->works_noun;
	if (!noun || (strcmp(noun, "request") != 0 && strcmp(noun, "correction") != 0))
		return NULL;
	return matter_ruleset(s->app->office, s->works_on, a);
}

bool values_of(struct screen *s, const struct record_type *t, const struct field *f, const void *rec, struct arena *a,
	struct form_values *out, struct err *e)
{
	*out = (struct form_values){0};
	if (!s->app->office)
		return err_set(e, ERR_MISSING, _("没有打开办公室文件"));
	struct choice_rows list;
	struct choice_about about = {.item = item_of(t, rec), .ruleset = ruleset_of(s, a)};
	if (!choices_of(s->app->office, f, &about, a, &list, e))
		return false;
	out->rows = arena_array(a, struct form_value, list.n + 1);
	for (; out->n < list.n; out->n++) {
		const struct choice_row *r = &list.rows[out->n];
		out->rows[out->n] = (struct form_value){.code = r->code, .label = r->label, .note = r->note};
	}
	return true;
}
