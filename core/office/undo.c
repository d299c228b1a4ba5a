#include "office/undo.h"

#include <string.h>

#include "gen/q_step.h"

/* Steps that can be taken back: they only recorded something. Registering, voiding and letters have their own ways. */
static bool undoable(const char *verb)
{
	static const char *const verbs[] = {"clarify", "clarified", "consult", "opinion", "coagency", "coagency_reply", "assign", "reply",
		"extend", "ask_reasons", "delay", "fee", "paid", "decide"};
	const char *dot = strchr(verb, '.');
	for (size_t i = 0; dot && i < sizeof verbs / sizeof *verbs; i++)
		if (strcmp(dot + 1, verbs[i]) == 0)
			return true;
	return false;
}

bool undo_own(struct office *o, const struct matter *m, bool *own, struct err *e)
{
	struct arena a = {0};
	struct err end = {0};
	struct q *q = q_open(o->store, &Q_step_last);
	q_text(q, "kind", m->kind);
	q_int(q, "id", m->row);
	*own = q_row(q, &end) && q_get_int(q, "operator_id") == o->operator_id && undoable(q_get_text(q, "verb", &a));
	q_end(q);
	arena_free(&a);
	return end.code == ERR_NONE || err_set(e, end.code, "%s", end.text);
}
