/* A screen that is a form and nothing more: its state begins with the form. */
#include "tui/form.h"

void form_screen_close(struct screen *s)
{
	form_close(s->state);
}

void form_screen_paint(struct screen *s, struct canvas *c, struct area body)
{
	form_paint(s->state, c, body);
}

void form_screen_chain(struct screen *s, struct chain *out)
{
	form_chain(s->state, out);
}

void form_screen_event(struct screen *s, const struct event *ev)
{
	form_event(s->state, ev);
}

bool form_screen_leave(struct screen *s, struct err *why)
{
	return form_leave(s->state, why);
}
