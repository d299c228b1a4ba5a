/* listviews.h — a big list and what F4 chooses in it: its views, and the filters the clerk keeps under names (office/saved.h): taken, kept,
 * renamed, removed.
 *
 * The screen's state begins with a `struct viewed`; open() calls viewed_open(), its actions hold VIEWED_ACTION, page() asks viewed_at() which
 * rows are wanted. The rest is list.h: list_screen_close(), list_screen_paint() …  */
#ifndef TUI_LISTVIEWS_H
#define TUI_LISTVIEWS_H

#include "tui/list.h"

struct list_views {
	const struct choice *views; /* ends with a NULL code; the first is shown where nothing else is asked for */
	const struct list_source *source;
	/* For views of few rows, which are put into any order in memory; both may be NULL. */
	const struct list_source *narrow;
	bool (*is_narrow)(const char *code);
	const char *title;          /* N_("申请：%s"): of the screen, with the view's label; NULL: the screen's own */
};

struct viewed {
	struct list list;
	const struct list_views *of;
	size_t at; /* the view shown: index into of->views */
};

/* code: of the view to begin with; NULL or unknown: the first. */
void viewed_open(struct screen *s, const struct list_views *of, const char *code);
/* Index into the table of views: for a table of conditions beside it. */
size_t viewed_at(const struct screen *s);
const char *viewed_code(const struct screen *s);
/* F4 on such a screen. */
void viewed_act(struct app *app, void *screen);

#define VIEWED_ACTION {.name = "values", .label = N_("分类"), .flags = ACTION_BAR, .run = viewed_act}

#endif
