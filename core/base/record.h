/* record.h — a record is described once.
 *
 * A `struct record_type` says of a C struct: the fields, their names (identifiers, as in the CLI, CSV, JSON and SQL columns),
 * labels (Chinese), types and flags. Row mapping, forms, list columns, checks, audit differences, CSV, JSON, command line
 * options and letter variables all read it. It is data: no call-backs and no SQL. Cross-field checks live in the verb.
 *
 * How a field is held in the struct at `offset`, and its unknown value:
 *
 *	FIELD_TEXT FIELD_LINES FIELD_CODE   const char *     NULL      FIELD_LINES may hold \n; FIELD_CODE holds the code
 *	FIELD_INT FIELD_MONEY FIELD_ID      int64_t          INT_NONE  money in 分; an id is a row id
 *	FIELD_DATE                          daynum           DAY_NONE
 *	FIELD_FLAG                          int8_t           FLAG_NONE (-1), 0, 1
 *	FIELD_RECORD                        the nested struct itself
 *	FIELD_LIST                          struct record_list, rows of `nested`
 *
 * record_clear() sets every field unknown; a zeroed struct is not an empty record (0 is a number and a day). */
#ifndef BASE_RECORD_H
#define BASE_RECORD_H

#include <stddef.h>
#include <stdint.h>
#include "base/csv.h"
#include "base/day.h"
#include "base/json.h"

#define INT_NONE INT64_MIN
#define FLAG_NONE ((int8_t)-1)

enum field_type {
	FIELD_TEXT,
	FIELD_LINES,
	FIELD_CODE,
	FIELD_INT,
	FIELD_MONEY,
	FIELD_ID,
	FIELD_DATE,
	FIELD_FLAG,
	FIELD_RECORD,
	FIELD_LIST
};

enum field_flags {
	FIELD_REQUIRED = 1,
	FIELD_PERSONAL = 2,   /* masked in lists and exports */
	FIELD_DERIVED = 4,    /* computed; never an input, an option or a stored column */
	FIELD_IMMUTABLE = 8,  /* set once, at creation */
	FIELD_PAST = 16,      /* a short date means the nearest day not after today (receipt, events) */
	FIELD_FUTURE = 32,    /* a short date means the nearest day not before today (limits) */
	FIELD_HIDDEN = 64,    /* not an option nor shown in forms (version, row ids) */
	FIELD_MULTI = 128     /* FIELD_CODE: several codes, comma-separated */
};

/* A fixed list of codes. Stored as `code`, shown as `label`; both are accepted as input, and the label's pinyin initials in a
 * form. A list that depends on the office (units, persons, items) is named by `field.source` instead. */
struct choice {
	const char *code, *label, *article;
};

struct field {
	const char *name, *label;
	enum field_type type;
	size_t offset;
	unsigned flags;
	const struct choice *choices;      /* ends with a NULL code */
	const char *source;                /* "unit" "person" "item" "element" "body" "operator" …: see office/choice.h */
	const char *help;                  /* the rule and its article, one line */
	struct { const char *field, *value; } when; /* shown and required only while that field holds that code (a|b allowed) */
	const struct record_type *nested;  /* FIELD_RECORD, FIELD_LIST */
	int width;                         /* cells in a form or list; 0 = by type */
};

struct record_type {
	const char *name, *label;
	size_t size;
	const struct field *fields; /* ends with a NULL name */
};

struct record_list {
	size_t n;
	void *rows; /* n × nested->size */
};

#define FIELD_AT(type, member) offsetof(struct type, member)

/* A field of t or, by its own name, of a record nested in it; NULL when there is none. */
const struct field *record_field(const struct record_type *t, const char *name);
/* The struct that holds `f`: rec itself, or the nested record f belongs to (record_field finds those too). */
void *record_part(const struct record_type *t, void *rec, const struct field *f);
void record_clear(const struct record_type *t, void *rec);
void record_unset(const struct field *f, void *part); /* makes one field unknown */
void record_copy(const struct record_type *t, void *to, const void *from, struct arena *a); /* deep */

/* What turning typed text into a date needs from outside base. */
struct input {
	daynum today;
	/* The n-th working day after `from`; NULL where there is no calendar (then `+20` is refused). */
	bool (*working_days)(const void *ctx, daynum from, int n, daynum *out);
	const void *ctx;
};

/* A clerk's date: 2026-03-02, 2026.3.2, 2026年3月2日, 20260302, 0302, 3.2, 今天 or `.`, 昨天, 明天, +20 working days, ++20
 * calendar days, -1, full-width digits; `flags` FIELD_PAST or FIELD_FUTURE choose the year of a short one (default: this
 * year). ERR_INPUT says what is wrong. */
bool date_input(const char *text, const struct input *in, unsigned flags, daynum *out, struct err *e) CHECKED;

enum { TEXT_MAX = 4000, LINES_MAX = 65536 }; /* bytes of a FIELD_TEXT or FIELD_CODE, of a FIELD_LINES */

/* Parses text (as stored or as shown) into one field of rec or of a record nested in it; "" and NULL make it unknown. Text is copied into the arena, cleaned.
 * ERR_INPUT names the field. Sources are checked by the verb, not here. */
bool record_set(const struct record_type *t, void *rec, const struct field *f, const char *text, const struct input *in,
	struct arena *a, struct err *e) CHECKED;
/* `rec` is from here on the struct that holds f (record_part).
 * As stored: codes, ISO dates, yes/no, plain numbers, money as 12.50. NULL when unknown, and for records and lists. */
const char *record_stored(const struct field *f, const void *rec, struct arena *a);
/* As shown to people: labels, 是/否; "" when unknown. */
const char *record_shown(const struct field *f, const void *rec, struct arena *a);
bool record_known(const struct field *f, const void *rec);
/* Is the field in play, given `when`? A field that depends on one out of play is out of play itself. */
bool record_active(const struct record_type *t, const struct field *f, const void *rec);
/* Every REQUIRED and active field is known, also inside nested records that are required or begun; ERR_INPUT names the first
 * that is not. */
bool record_check(const struct record_type *t, const void *rec, struct err *e) CHECKED;
bool record_same(const struct field *f, const void *a, const void *b);
/* to's field becomes from's; texts are shared, not copied. Not for records and lists. */
void record_take(const struct field *f, void *to, const void *from);
/* 110101********1234, 138****5678, 王**, w***@a.cn; anything longer keeps its first characters. NULL stays NULL. */
const char *text_mask(const char *s, struct arena *a);
/* The same inside running text: identity numbers, telephone numbers and mail addresses of people; all else stays byte for byte. The
 * text itself where there is nothing to mask. */
const char *text_mask_inside(const char *s, struct arena *a);
/* A field for a list or an export: a PERSONAL one by text_mask(), any other text by text_mask_inside(). `shown`: as record_shown(), else as
 * record_stored(). */
const char *record_masked(const struct field *f, const void *rec, bool shown, struct arena *a);

/* One object with every field that is not HIDDEN; `mask` masks as record_masked(). A FIELD_MULTI is an array of codes, money a text. json_record_fields writes them into an object
 * that is already open, so that a noun can add derived members. */
void json_record(struct json *j, const char *key, const struct record_type *t, const void *rec, bool mask);
void json_record_fields(struct json *j, const struct record_type *t, const void *rec, bool mask);

const struct choice *choice_find(const struct choice *list, const char *code_or_label);
const char *choice_label(const struct choice *list, const char *code); /* the code itself where unknown; "" for NULL */

#endif
