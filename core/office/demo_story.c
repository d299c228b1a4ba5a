#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include "base/csv.h"
#include "base/embed.h"
#include "office/catalogue.h"
#include "office/demo.h"
#include "office/directory.h"
#include "office/matter.h"

struct actor {
	const char *name;
	int64_t id;
};
struct act {
	daynum day;
	const struct csv_row *row;
};
struct story {
	struct office *o;
	struct arena *a;   /* the rows and the cast */
	struct arena act;  /* of the act being played */
	daynum today;
	size_t nacts, nactors;
	struct act *acts;
	struct actor *actors;
};

static int by_day(const void *x, const void *y)
{
	const struct act *a = x, *b = y;
	if (a->day != b->day)
		return a->day < b->day ? -1 : 1;
	return a->row->line - b->row->line;
}

/* A day, or so many days before today; one of rest gives way to the working day before. */
static bool read_day(const struct story *s, const char *cell, daynum *out)
{
	if (day_parse(cell, out))
		return *out >= calendar_first() && *out <= s->today;
	char *end;
	long ago = strtol(cell, &end, 10);
	if (*end || end == cell || ago < 0 || ago > 3650)
		return false;
	*out = calendar_roll_back(s->o->calendar, s->today - (daynum)ago);
	return true;
}

static bool read_acts(struct story *s, const char *text, struct err *e)
{
	struct csv_table t;
	if (!csv_read(text, s->a, &t, e))
		return false;
	s->acts = arena_array(s->a, struct act, t.n + 1);
	s->actors = arena_array(s->a, struct actor, t.n + 1);
	for (size_t r = 0; r < t.n; r++) {
		daynum day;
		if (t.rows[r].cells[0][0] == '#')
			continue;
		if (t.rows[r].n < 3 || !read_day(s, t.rows[r].cells[0], &day))
			return err_set(e, ERR_INPUT, _("故事第 %d 行：应为 天数或日期、动作、对象、栏目=值"), t.rows[r].line);
		s->acts[s->nacts++] = (struct act){day, &t.rows[r]};
	}
	if (s->nacts)
		qsort(s->acts, s->nacts, sizeof *s->acts, by_day);
	return true;
}

static bool subject(struct story *s, const struct verb *v, const char *word, int64_t *id, struct actor **actor, struct err *e)
{
	static const char *const nouns[] = {"unit", "person", "body"};
	*id = INT_NONE;
	*actor = NULL;
	if (!strcmp(word, "-"))
		return true;
	if (!strncmp(word, "item:", 5))
		return catalogue_pick(s->o, "item", word + 5, &s->act, id, e);
	for (size_t i = 0; i < 3; i++) {
		size_t n = strlen(nouns[i]);
		if (!strncmp(word, nouns[i], n) && word[n] == ':')
			return directory_pick(s->o, directory_noun(nouns[i]), nouns[i], word + n + 1, &s->act, id, e);
	}
	for (size_t i = 0; i < s->nactors; i++)
		if (!strcmp(s->actors[i].name, word)) {
			*id = s->actors[i].id;
			return true;
		}
	if (!v->creates)
		return err_set(e, ERR_INPUT, _("还没有“%s”"), word);
	*actor = &s->actors[s->nactors++];
	(*actor)->name = word;
	return true;
}

/* `slot.NAME=VALUE`: one more row of the verb's list of names and values. */
static bool slot(struct story *s, const struct verb *v, void *args, const char *name, const char *value, const struct input *in, struct err *e)
{
	const struct field *f = record_field(v->args, "slots");
	if (!f || f->type != FIELD_LIST)
		return err_set(e, ERR_INPUT, _("%s 没有“%s”"), v->name, name);
	struct record_list *list = (void *)((char *)args + f->offset);
	size_t size = f->nested->size;
	char *rows = arena_alloc(&s->act, size * (list->n + 1));
	if (list->n)
		memcpy(rows, list->rows, size * list->n);
	void *row = rows + size * list->n++;
	list->rows = rows;
	record_clear(f->nested, row);
	return record_set(f->nested, row, record_field(f->nested, "name"), name, in, &s->act, e) &&
		record_set(f->nested, row, record_field(f->nested, "value"), value, in, &s->act, e);
}

/* `#NAME`: the printed number of the case the story calls so. */
static bool case_number(struct story *s, const char *name, const char **out, struct err *e)
{
	struct matter_case c;
	for (size_t i = 0; i < s->nactors; i++)
		if (!strcmp(s->actors[i].name, name)) {
			if (!matter_load(s->o, s->actors[i].id, &s->act, &c, e))
				return false;
			*out = c.matter.number;
			return true;
		}
	return err_set(e, ERR_INPUT, _("还没有“%s”"), name);
}

static bool fields(struct story *s, const struct verb *v, void *args, const struct csv_row *row, struct err *e)
{
	struct input in = office_input(s->o);
	for (size_t c = 3; c < row->n; c++) {
		const char *cell = row->cells[c], *eq = strchr(cell, '=');
		if (!*cell)
			continue;
		if (eq && !strncmp(cell, "slot.", 5)) {
			if (!slot(s, v, args, arena_strndup(&s->act, cell + 5, (size_t)(eq - cell - 5)), eq + 1, &in, e))
				return false;
			continue;
		}
		const struct field *f = eq ? record_field(v->args, arena_strndup(&s->act, cell, (size_t)(eq - cell))) : NULL;
		if (!f)
			return err_set(e, ERR_INPUT, _("%s 没有“%s”"), v->name, cell);
		const struct embedded *file = eq[1] == '@' ? embedded_find(gen_seed, eq + 2) : NULL;
		const char *value = file ? file->text : eq + 1;
		if (*value == '#' && !case_number(s, value + 1, &value, e))
			return false;
		if (!record_set(v->args, args, f, value, &in, &s->act, e))
			return false;
	}
	return true;
}

static bool play(struct story *s, const struct csv_row *row, struct err *e)
{
	const struct verb *v = verb_find(row->cells[1]);
	unsigned char cmd[CMD_ID_LEN];
	struct verb_call call = {.office = s->o, .verb = v, .arena = &s->act};
	struct actor *actor;
	if (!v)
		return err_set(e, ERR_INPUT, _("没有动作 %s"), row->cells[1]);
	call.args = arena_alloc(&s->act, v->args->size);
	record_clear(v->args, call.args);
	if (!subject(s, v, row->cells[2], &call.subject_id, &actor, e) || !fields(s, v, call.args, row, e))
		return false;
	cmd_id_new(s->o->desk, cmd);
	if (!verb_do(&call, cmd, e))
		return false;
	if (actor)
		actor->id = call.subject_id;
	return true;
}

bool demo_story(struct office *o, const char *text, daynum today, struct err *e)
{
	struct arena a = {0};
	struct story s = {.o = o, .a = &a, .today = today};
	bool done = read_acts(&s, text, e);
	for (size_t i = 0; done && i < s.nacts; i++) {
		o->desk->today = s.acts[i].day;
		done = play(&s, s.acts[i].row, e);
		arena_reset(&s.act);
		if (!done) {
			char why[sizeof e->text];
			snprintf(why, sizeof why, _("故事第 %d 行：%.900s"), s.acts[i].row->line, e->text);
			memcpy(e->text, why, sizeof why);
		}
	}
	o->desk->today = today;
	arena_free(&s.act);
	arena_free(&a);
	return done;
}
