#include "tui/screens/matters.h"

#include "office/letter_view.h"
#include "office/matter.h"
#include "tui/app.h"
#include "tui/screens/letter.h"
#include "tui/screens/matter.h"

void matters_close(struct screen *s)
{
	letter_printing_close(&((struct matters *)s->state)->printing);
	list_screen_close(s);
}

void matters_event(struct screen *s, const struct event *ev)
{
	list_screen_event(s, ev);
	letter_printing_event(&((struct matters *)s->state)->printing, ev);
}

bool matters_due_letter(struct office *o, int64_t id, void *args, struct arena *a, struct err *e)
{
	return letter_due(o, id, a, &((struct letter_issue *)args)->kind, e);
}

void matters_print(struct screen *s, const int64_t *ids, size_t n)
{
	struct matters *st = s->state;
	letter_print_rows(&st->printing, &st->viewed.list, ids, n, true);
}

int64_t matters_turn(struct screen *s, int64_t id)
{
	return matter_turn(s->app->office, id);
}

void matters_act_why(struct app *app, void *screen)
{
	matter_why(app, list_screen_subject(screen));
}

void matters_act_receipt(struct app *app, void *screen)
{
	int64_t id = list_screen_subject(screen);
	if (id != INT_NONE)
		letter_receipt(app, id);
}
