/* list_private.h — between list.c (rows), listkeys.c (keys), listbatch.c (options), listbare.c (masks) and listpaint.c only. */
#ifndef TUI_LIST_PRIVATE_H
#define TUI_LIST_PRIVATE_H

#include "tui/list.h"

void list_filter_changed(void *list);
void list_resize(struct list *l, int rows);
void list_count_soon(struct list *l);
void list_down(struct list *l);
void list_up(struct list *l);
void list_page_down(struct list *l);
void list_page_up(struct list *l);
void list_first(struct list *l);
void list_last(struct list *l);
void list_sort(struct list *l, bool reverse);
/* The option of a digit; NULL where it is not offered. */
const struct list_option *list_option_of(const struct list *l, char digit);
bool list_option_offered(const struct list_option *o);
/* Digits of a desk that ended are back in the column, and it is said. */
void list_bring_back(struct list *l);
/* Enter: does what the digits say; false when no row has one. */
bool list_run(struct list *l);
/* Calls act for every row under the filter, from the first, while it returns true. */
void list_each(struct list *l, bool (*act)(struct list *l, const struct list_row *row));
/* The cursor's row was refused: the message line says why in full, unless it says something else. */
void list_say_why(struct list *l);
/* The action that shows the page behind its mask, and whether it may be done. */
void list_ask_bare(struct app *app, void *list);
bool list_may_bare(struct app *app, void *list, struct err *why);

#endif
