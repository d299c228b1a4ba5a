#include <string.h>

#include "tui/form.h"
#include "tui/list.h"
#include "tui/pane.h"
#include "tui/prompt.h"
#include "tui/screen.h"

static const struct context *const widgets[] = {
	&global_context, &list_context, &filter_context, &form_context, &field_context, &pane_context, &lines_context, &pick_context,
	&line_context, &text_context, &confirm_context, &columns_context,
};

bool context_at(size_t i, struct context *out)
{
	size_t n = sizeof widgets / sizeof *widgets;
	if (i < n) {
		*out = *widgets[i];
		return true;
	}
	for (size_t k = 0; k <= i - n; k++)
		if (!screen_types[k])
			return false;
	const struct screen_type *t = screen_types[i - n];
	*out = (struct context){.name = t->name, .label = t->title, .actions = t->actions};
	return true;
}

bool context_find(const char *name, struct context *out)
{
	for (size_t i = 0; context_at(i, out); i++)
		if (!strcmp(out->name, name))
			return true;
	return false;
}

const struct screen_type *screen_find(const char *name_or_code)
{
	for (size_t i = 0; screen_types[i]; i++) {
		const struct screen_type *t = screen_types[i];
		if (!strcmp(t->name, name_or_code) || (t->code && !strcmp(t->code, name_or_code)))
			return t;
	}
	return NULL;
}
