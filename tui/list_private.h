/* list_private.h — between list.c (rows), listkeys.c (keys) and listpaint.c only. */
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
struct list_pending *list_pending_of(struct list *l, int64_t id);

#endif
