#include "office/batch.h"

#include <string.h>

void batch_open(struct batch *b, struct office *o)
{
	*b = (struct batch){.office = o};
}

void batch_add(struct batch *b, int64_t id, const struct batch_act *act, const unsigned char cmd[CMD_ID_LEN])
{
	b->rows = arena_grow(&b->arena, b->rows, b->n, &b->cap, sizeof *b->rows);
	struct batch_row *r = &b->rows[b->n++];
	*r = (struct batch_row){.id = id, .act = act};
	memcpy(r->cmd, cmd, CMD_ID_LEN);
}

/* Each row has its own copy of the arguments: a verb may complete them. */
static void *args_of(const struct batch_act *act, struct arena *a)
{
	const struct record_type *t = act->verb->args;
	if (!t)
		return NULL;
	void *args = arena_alloc(a, t->size);
	record_clear(t, args);
	if (act->args)
		record_copy(t, args, act->args, a);
	return args;
}

/* Not the row's fault: another row would meet it too. */
static bool ends_batch(const struct err *e)
{
	return e->code == ERR_SYSTEM || e->code == ERR_BUSY;
}

bool batch_step(struct batch *b)
{
	if (b->fault || b->next >= b->n)
		return false;
	struct batch_row *r = &b->rows[b->next];
	struct arena a = {0};
	struct err e = {0};
	void *args = args_of(r->act, &a);
	struct verb_call call = {.office = b->office, .verb = r->act->verb, .subject_id = r->id, .args = args, .arena = &a};
	bool done = (!r->act->prepare || r->act->prepare(b->office, r->id, args, &a, &e)) && verb_do(&call, r->cmd, &e);
	if (!done && ends_batch(&e)) {
		b->fault = arena_strdup(&b->arena, e.text);
		arena_free(&a);
		return false;
	}
	r->state = done ? BATCH_DONE : BATCH_REFUSED;
	r->text = arena_strdup(&b->arena, done ? call.warning ? call.warning : call.result : e.text);
	b->done += done;
	b->refused += !done;
	b->next++;
	arena_free(&a);
	return b->next < b->n;
}

void batch_close(struct batch *b)
{
	arena_free(&b->arena);
	*b = (struct batch){0};
}
