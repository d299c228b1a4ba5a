/* listviews.h — F4 of a big list: its views, and the filters the clerk keeps under names (office/saved.h): taken, kept, renamed, removed. */
#ifndef TUI_LISTVIEWS_H
#define TUI_LISTVIEWS_H

#include "tui/list.h"

struct list_views {
	const struct choice *views; /* ends with a NULL code */
	struct list *(*list)(struct screen *s);
	const char *(*current)(struct screen *s); /* code of the view shown */
	/* Shows another view; the list is begun anew. */
	void (*show)(struct screen *s, const char *code);
};

void list_views_ask(struct screen *s, const struct list_views *v);

#endif
