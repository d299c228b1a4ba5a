/* form.h — a form made from a record_type: labels, fields, values, checks; the screen adds only what is particular.
 *
 * Fields not DERIVED nor HIDDEN become inputs in the order of the table; nested records are laid out in place; a field whose
 * `when` does not hold is not shown. Typed text goes through record_set() when the field is left (Enter, Tab, arrows, F2);
 * a mistake is shown under the message line and beside the field, and never stops the clerk from moving on: only F2 refuses.
 * Codes are chosen by code, label or pinyin initials; F4 opens the list. A date echoes with weekday and day reason as it
 * is typed. FIELD_LINES opens a full editor with F4 or Enter. Pasting is data, never keys.
 *
 * Autosave: leaving a field, ten seconds of typing in one, hang-up and Esc save a draft through host.draft_save under `draft_key`; opening
 * a form with a stored draft offers it back by loading it and saying so; saving removes it, and so does
 * the action `discard`. */
#ifndef TUI_FORM_H
#define TUI_FORM_H

#include "base/hash.h"
#include "tui/edit.h"
#include "tui/screen.h"

struct form_value { /* one line of a list of values */
	const char *code, *label, *note;
};
struct form_values {
	struct form_value *rows;
	size_t n;
};

enum { FORM_SIDE = 10 };
/* Lines of derived facts at the right (wide windows) or under the fields. */
struct form_side {
	struct { const char *text; enum role role; } lines[FORM_SIDE];
	int n;
};

struct form_type {
	const struct record_type *record;
	const char *draft; /* draft key's first part: "request.register"; NULL: no drafts */
	/* Choices of a field with a `source`; read only. t and rec: the (nested) record that holds the field. values_of() fits. */
	bool (*values)(struct screen *s, const struct record_type *t, const struct field *f, const void *rec, struct arena *a,
		struct form_values *out, struct err *e);
	/* A field was left: warn (false with e: shown, does not block) and fill in what follows from it. */
	bool (*left)(struct screen *s, const struct field *f, void *rec, struct err *warning);
	/* Derived facts, live. */
	void (*side)(struct screen *s, const void *rec, struct arena *a, struct form_side *out);
	/* F2, after record_check. True: done; leave the screen yourself or let the form do it (*leave, set to true beforehand). */
	bool (*save)(struct screen *s, void *rec, bool *leave, struct err *e);
};

struct form_item; /* one visible field: form.c */

struct form {
	const struct form_type *type;
	struct screen *screen;
	void *rec;              /* caller's record; cleared by the caller */
	const char *draft_key;
	struct form_item *items;
	size_t n;
	size_t focus;           /* among the visible ones */
	int top;                /* first row shown */
	bool dirty, restored;
	bool abandon;           /* leaving was refused once: the next time it goes without saving */
	int64_t version;        /* of the record when the form was opened, before a draft; INT_NONE: it has none */
	int64_t kept_at;        /* when what is being typed was last put into the draft, and its digest */
	unsigned char kept[HASH_LEN];
	unsigned char cmd[16];  /* command id, made when the form opens and kept in the draft */
	struct arena *arena;    /* the screen's */
};

/* rec: a struct of type->record, record_clear()ed and prefilled. subject: row id that goes into the draft key; INT_NONE for none. */
void form_open(struct form *f, struct screen *s, const struct form_type *type, void *rec, int64_t subject);
void form_close(struct form *f);
void form_paint(struct form *f, struct canvas *c, struct area a);
void form_chain(struct form *f, struct chain *out);
void form_event(struct form *f, const struct event *ev); /* HANGUP and TICK save the draft */
/* May the screen be left? Saves the draft first. Use as screen_type.leave. */
bool form_leave(struct form *f, struct err *why);
/* It is saved: no draft is kept. For a save() that leaves by itself. */
void form_done(struct form *f);
/* The focus goes to this field. */
void form_focus(struct form *f, const char *field);
/* Takes what is being typed into the record, as leaving the field does; false with the reason when a field cannot be taken. */
bool form_commit(struct form *f, struct err *e);
/* What F2 does: checks, and calls the type's save(). False: refused, and said. True: the form may be gone. */
bool form_save(struct form *f);
/* Shows the record's values again after the screen changed some. */
void form_sync(struct form *f);

/* The members of a screen_type whose state begins with its `struct form`, and that shows nothing else. */
void form_screen_close(struct screen *s);
void form_screen_paint(struct screen *s, struct canvas *c, struct area body);
void form_screen_chain(struct screen *s, struct chain *out);
void form_screen_event(struct screen *s, const struct event *ev);
bool form_screen_leave(struct screen *s, struct err *why);

/* For form_type.side. Lines beyond FORM_SIDE are dropped. */
void form_side_add(struct form_side *side, enum role role, const char *text);

extern const struct context form_context;

#endif
