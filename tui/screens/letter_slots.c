/* What the clerk types for a letter: the slots of its template that the case does not know, as a form. */
#include "tui/screens/letter_slots.h"

#include <string.h>

#include "office/letter_view.h"
#include "tui/form.h"
#include "tui/values.h"

struct slots_screen {
	struct form form;
	struct form_type type;
	struct letter_slots *slots; /* the sheet's: it stands below and outlives this screen */
	void *rec;
};

static const struct choice *options_of(const struct slot *slot, struct arena *a)
{
	struct choice *list = arena_array(a, struct choice, slot->noptions + 1);
	for (size_t i = 0; i < slot->noptions; i++)
		list[i] = (struct choice){arena_strdup(a, slot->options[i].code), arena_strdup(a, slot->options[i].label), NULL};
	return slot->noptions ? list : NULL;
}

static const char *help_of(const struct slot *slot, struct arena *a)
{
	if (slot->specific)
		return _("写明本案的具体情况；只有套话不能出具");
	if (slot->type == SLOT_DATE)
		return _("日期，照登记时的写法");
	if (slot->type == SLOT_CHOICE)
		return _("空则照办件里登记的");
	return slot->max ? arena_printf(a, _("最多 %d 字"), slot->max) : NULL;
}

/* What the case knows may be said otherwise, and need not be said again. */
static void add_field(struct letter_slots *s, const struct slot *slot, bool lacking)
{
	struct field *f = &s->fields[s->n + 1];
	if (s->n == LETTER_SLOTS)
		return;
	f->name = arena_strdup(s->arena, slot->name);
	f->label = arena_strdup(s->arena, slot->label);
	f->type = slot->type == SLOT_LONG ? FIELD_LINES : slot->type == SLOT_CHOICE ? FIELD_CODE : slot->type == SLOT_DATE ? FIELD_DATE : FIELD_TEXT;
	f->offset = f->type == FIELD_DATE ? FIELD_AT(letter_slot_values, day) + s->n * sizeof(daynum) :
		FIELD_AT(letter_slot_values, text) + s->n * sizeof(const char *);
	f->flags = (slot->required && lacking ? FIELD_REQUIRED : 0) | (slot->multi ? FIELD_MULTI : 0);
	f->choices = slot->type == SLOT_CHOICE ? options_of(slot, s->arena) : NULL;
	f->help = help_of(slot, s->arena);
	f->width = 44;
	s->n++;
}

void letter_slots_make(struct letter_slots *s, const struct template *t, const struct letter_defects *lacking, struct arena *a)
{
	*s = (struct letter_slots){.arena = a};
	s->fields[0] = (struct field){"on", N_("出具日期"), FIELD_DATE, FIELD_AT(letter_slot_values, on), FIELD_PAST | FIELD_REQUIRED};
	for (size_t i = 0; i < t->nslots; i++) {
		bool lacks = false;
		for (size_t k = 0; k < lacking->n && !lacks; k++)
			lacks = lacking->rows[k].slot && t->slots[i].line && !strcmp(lacking->rows[k].slot, t->slots[i].name);
		if (lacks || t->slots[i].typed)
			add_field(s, &t->slots[i], lacks);
	}
	s->type = (struct record_type){"letter_slots", N_("文书栏目"), sizeof(struct letter_slot_values), s->fields};
	record_clear(&s->type, &s->values);
}

void letter_slots_begin(struct letter_slots *s, const struct letter_slot *known, size_t n, const struct input *in)
{
	for (size_t i = 0; i < n; i++) {
		const struct field *f = record_field(&s->type, known[i].name);
		struct err none = {0};
		if (f)
			(void)!record_set(&s->type, &s->values, f, known[i].value, in, s->arena, &none);
	}
}

struct record_list letter_slots_typed(const struct letter_slots *s, struct arena *a)
{
	struct letter_slot *rows = arena_array(a, struct letter_slot, s->n + 1);
	size_t n = 0;
	char zh[DAY_ZH];
	for (size_t i = 0; i < s->n; i++) {
		const struct field *f = &s->fields[i + 1];
		if (!record_known(f, &s->values))
			continue;
		const char *value = f->type == FIELD_DATE ? arena_strdup(a, day_zh(s->values.day[i], zh)) : record_stored(f, &s->values, a);
		rows[n++] = (struct letter_slot){f->name, value};
	}
	return (struct record_list){n, rows};
}

/* --- the form ------------------------------------------------------------------------------------------------------------ */

static bool slots_save(struct screen *s, void *rec, bool *leave, struct err *e)
{
	struct slots_screen *st = s->state;
	(void)e;
	(void)leave;
	record_copy(&st->slots->type, &st->slots->values, rec, st->slots->arena);
	return true;
}

static bool slots_open(struct screen *s, const struct screen_arg *arg, struct err *e)
{
	struct slots_screen *st = s->state;
	(void)e;
	union { const void *data; struct letter_slots *slots; } from = {.data = arg->data};
	st->slots = from.slots;
	st->type = (struct form_type){.record = &st->slots->type, .values = values_of, .save = slots_save,
		.draft = arena_printf(&s->arena, "letter.%s", arg->text)};
	st->rec = arena_alloc(&s->arena, sizeof(struct letter_slot_values));
	record_copy(&st->slots->type, st->rec, &st->slots->values, &s->arena);
	s->title = arena_printf(&s->arena, _("%s：填写栏目"), st->slots->title);
	form_open(&st->form, s, &st->type, st->rec, arg->id);
	return true;
}

static const struct screen_type slots_type = {
	.name = "letter-slots", .title = N_("文书栏目"), .size = sizeof(struct slots_screen), .open = slots_open, .close = form_screen_close,
	.paint = form_screen_paint, .chain = form_screen_chain, .event = form_screen_event, .leave = form_screen_leave,
};

void letter_slots_open(struct app *app, struct letter_slots *slots, const char *kind, int64_t matter_id, struct then then)
{
	struct screen_arg arg = {.id = matter_id, .text = kind, .data = slots};
	app_push(app, &slots_type, &arg, then);
}
