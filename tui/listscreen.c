/* A screen that is a list and nothing more: its state begins with the list. */
#include "tui/list.h"

void list_screen_close(struct screen *s)
{
	list_close(s->state);
}

void list_screen_paint(struct screen *s, struct canvas *c, struct area body)
{
	list_paint(s->state, c, body);
}

void list_screen_chain(struct screen *s, struct chain *out)
{
	list_chain(s->state, out);
}

void list_screen_event(struct screen *s, const struct event *ev)
{
	list_event(s->state, ev);
}

void list_screen_refresh(struct screen *s)
{
	list_reload(s->state);
}

int64_t list_screen_subject(struct screen *s)
{
	return list_current(s->state);
}
